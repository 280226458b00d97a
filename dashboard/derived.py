"""Figures that no article prints: computed from printed ones, as ``Indicator.formula`` declares.

A computed figure never hides what its inputs were: it names them, carries their hedge and inferred date, and is
computed only from figures of one article, one locality and one date.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, localcontext

from dashboard.dataset import Dataset, Entry
from dashboard.dates import Period
from dashboard.models import Indicator, Text
from dashboard.numerals import Hedge

_UP = {
    Hedge.OVER: True,
    Hedge.AT_LEAST: False,
}  # the truth is above what is printed; whether it may not be equal
_DOWN = {Hedge.UNDER: True, Hedge.NEARLY: True, Hedge.AT_MOST: False}
_INVERSE = {
    Hedge.OVER: Hedge.UNDER, Hedge.AT_LEAST: Hedge.AT_MOST, Hedge.UNDER: Hedge.OVER, Hedge.NEARLY: Hedge.OVER,
    Hedge.AT_MOST: Hedge.AT_LEAST, Hedge.ABOUT: Hedge.ABOUT,
}  # fmt: skip


@dataclass(frozen=True)
class Derived:
    """One computed figure. ``value`` is unrounded (28 digits), in the unit of its indicator.

    ``id`` is ``article/indicator`` with the inputs' ``@locality`` and ``~key``; what is computed from one figure
    names it: ``article/share_of_total(model_cells)``. ``inputs`` are ids of figures.
    """

    id: str
    indicator: str
    article: str
    locality: str
    as_of: Period
    value: Decimal
    hedge: Hedge | None
    inferred: Text | None
    inputs: tuple[str, ...]


def derive(dataset: Dataset) -> tuple[Derived, ...]:
    """All computed figures, by indicator in the order declared, then in the order of their first inputs."""
    return tuple(
        found
        for indicator in dataset.indicators.values()
        if indicator.formula
        for found in _derived(indicator, dataset)
    )


def combined(first: Hedge | None, second: Hedge | None) -> Hedge | None:
    """The hedge of a product of two hedged numbers: over and over stay over, over and under give about."""
    if first is None or second is None:
        return first or second
    for side, strict, loose in ((_UP, Hedge.OVER, Hedge.AT_LEAST), (_DOWN, Hedge.UNDER, Hedge.AT_MOST)):
        if first in side and second in side:
            return strict if side[first] or side[second] else loose
    return Hedge.ABOUT


def divided(numerator: Hedge | None, denominator: Hedge | None) -> Hedge | None:
    """The hedge of a quotient: a denominator that is larger than printed makes it smaller."""
    return combined(numerator, _INVERSE[denominator] if denominator else None)


def _derived(indicator: Indicator, dataset: Dataset) -> Iterator[Derived]:
    formula = indicator.formula
    assert formula is not None
    if pair := formula.ratio or formula.percent:
        factor = 100 if formula.percent else 1
        for above, below in _pairs(pair, dataset):
            over, under = above.figure, below.figure
            if over.value is not None and under.value:
                yield _one(
                    indicator, above.id.partition("/")[2].replace(pair[0], indicator.id, 1), (above, below),
                    _quotient(over.value * factor, under.value), divided(over.hedge, under.hedge),
                )  # fmt: skip
    for entry in dataset.entries:
        figure, name = entry.figure, f"{indicator.id}({entry.reference})"
        if figure.value is None:
            continue
        if figure.indicator in (formula.percent_of_total or ()) and figure.out_of:
            yield _one(indicator, name, (entry,), _quotient(figure.value * 100, figure.out_of), figure.hedge)
        if figure.indicator in (formula.change or ()) and figure.before is not None:
            yield _one(indicator, name, (entry,), figure.value - figure.before, figure.hedge)


def _pairs(pair: tuple[str, str], dataset: Dataset) -> Iterator[tuple[Entry, Entry]]:
    """The figures of two indicators that belong together: of one article, locality, date and key."""
    below = {_fact(entry): entry for entry in dataset.entries if entry.figure.indicator == pair[1]}
    for entry in dataset.entries:
        if entry.figure.indicator == pair[0] and _fact(entry) in below:
            yield entry, below[_fact(entry)]


def _fact(entry: Entry) -> tuple[str, str, Period, str | None]:
    return entry.article, entry.locality, entry.as_of, entry.figure.key


def _quotient(above: Decimal, below: Decimal) -> Decimal:
    with localcontext(prec=28):
        return above / below


def _one(indicator: Indicator, name: str, inputs: tuple[Entry, ...], value: Decimal, hedge: Hedge | None) -> Derived:
    first = inputs[0]
    inferred = next((entry.inferred for entry in inputs if entry.inferred), None)
    return Derived(
        f"{first.article}/{name}", indicator.id, first.article, first.locality, first.as_of, value, hedge,
        inferred, tuple(entry.id for entry in inputs),
    )  # fmt: skip
