"""Figures that no article prints: computed from printed ones, as ``Indicator.formula`` or a ``Sum`` declares.

A computed figure never hides what its inputs were: it names them, carries their hedge and inferred date, and is
computed only from figures of one article, one locality and one date. Where a rule forbids it, the refusal says why.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, localcontext

from dashboard.dataset import Dataset, Entry
from dashboard.dates import Period
from dashboard.models import Indicator, Ratio, Text
from dashboard.numerals import Hedge
from dashboard.yearly import NotComputed, per_inhabitants, years

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
    names it: ``article/share_of_total(model_cells)``. ``inputs`` are ids of figures; ``note`` names what else was used.
    ``over``: it is of the whole period that ``as_of`` is, ``adds_up``: and the larger, the longer that is; an average
    per year is not, nor is the part of a flow in another. ``length`` as in ``Figure``.
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
    term: bool = False
    note: Text | None = None
    adds_up: bool = False
    over: bool = False
    length: Decimal | None = None


@dataclass(frozen=True)
class Refusal:
    """Why an indicator is not computed from a figure that it could come from."""

    indicator: str
    article: str
    locality: str
    why: Text


def derive(dataset: Dataset) -> tuple[Derived, ...]:
    """All computed figures: by indicator in the order declared, each in the order of its first inputs; then sums."""
    computed = tuple(found for found in _outcomes(dataset) if isinstance(found, Derived))
    return (*computed, *_wholes(dataset))


def refusals(dataset: Dataset) -> tuple[Refusal, ...]:
    """All that is not computed for a reason of its own, by indicator in the order declared."""
    return tuple(found for found in _outcomes(dataset) if isinstance(found, Refusal))


def _outcomes(dataset: Dataset) -> Iterator[Derived | Refusal]:
    for indicator in dataset.indicators.values():
        if indicator.formula:
            yield from _derived(indicator, dataset)
            yield from _rates(indicator, indicator.formula, dataset)


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
        adding = [dataset.indicators[id].adds_up for id in pair]
        for above, below in _pairs(pair, dataset):
            over, under = above.figure, below.figure
            if over.value is not None and under.value:
                yield _one(
                    indicator, above.id.partition("/")[2].replace(pair[0], indicator.id, 1), (above, below),
                    _quotient(over.value * factor, under.value), divided(over.hedge, under.hedge), dataset,
                    adds_up=adding[0] and not adding[1],
                )  # fmt: skip
    sources = {*(formula.percent_of_total or ()), *(formula.change or ())}
    for entry in dataset.entries if sources else ():
        figure = entry.figure
        if figure.indicator not in sources or figure.value is None:
            continue
        name = f"{indicator.id}({entry.reference})"
        if figure.indicator in (formula.percent_of_total or ()) and figure.out_of:
            share = _quotient(figure.value * 100, figure.out_of)
            adds_up = dataset.indicators[figure.indicator].adds_up
            yield _one(indicator, name, (entry,), share, figure.hedge, dataset, adds_up=adds_up)
        if figure.indicator in (formula.change or ()) and figure.before is not None:
            change = figure.value - figure.before
            yield _one(indicator, name, (entry,), change, figure.hedge, dataset, adds_up=True)


def _rates(indicator: Indicator, formula: Ratio, dataset: Dataset) -> Iterator[Derived | Refusal]:
    """A flow by year, also for each 100 of a stock; a stock for each 100 inhabitants."""
    counted = formula.per_year or formula.per_100_inhabitants
    for entry in dataset.entries if counted else ():
        if entry.figure.indicator != counted or entry.figure.value is None:
            continue
        name = f"{indicator.id}({entry.reference})"
        try:
            if formula.per_100_inhabitants:
                value, note = per_inhabitants(entry.figure.value, entry.as_of, dataset.localities[entry.locality])
                yield _one(indicator, name, (entry,), value, entry.figure.hedge, dataset, note=note)
                continue
            value, hedge = _quotient(entry.figure.value, years(entry)), entry.figure.hedge
            inputs: tuple[Entry, ...] = (entry,)
            if formula.per_100:
                stock = _at_end(entry, formula.per_100, dataset)
                assert stock.figure.value
                value, hedge = _quotient(value * 100, stock.figure.value), divided(hedge, stock.figure.hedge)
                inputs = (entry, stock)
            yield _one(indicator, name, inputs, value, hedge, dataset)
        except NotComputed as error:
            yield Refusal(indicator.id, entry.article, entry.locality, error.why)


def _at_end(flow: Entry, stock: str, dataset: Dataset) -> Entry:
    """The figure of a stock at the end of a flow's period, printed for the same place in the same article."""
    same = [entry for entry in dataset.by_article[flow.article]
            if (entry.figure.indicator, entry.locality) == (stock, flow.locality) and entry.figure.value]  # fmt: skip
    name = dataset.indicators[stock].name
    if not same:
        raise NotComputed(
            Text(
                vi=f"bài báo không có số {name.vi[:1].lower()}{name.vi[1:]}",
                en=f"the article gives no number of {name.en[:1].lower()}{name.en[1:]}",
            )
        )
    at_end = [entry for entry in same if entry.as_of.end and entry.as_of.end == flow.as_of.end
              and not dataset.dating(entry).unsettled]  # fmt: skip
    if not at_end:
        raise NotComputed(
            Text(
                vi="số đảng viên trong bài không phải của cuối khoảng thời gian đó",
                en="the members in the article are not those at the end of that period",
            )
        )
    return at_end[0]


def _wholes(dataset: Dataset) -> Iterator[Derived]:
    """Wholes that are not printed, from all of their parts."""
    for _, _, article, one in dataset.sums:
        figures = {entry.reference: entry for entry in dataset.by_article[article]}
        parts = tuple(figures[part] for part in one.parts if part in figures)
        numbers = [part.figure.value for part in parts if part.figure.value is not None]
        together = len({(part.locality, part.as_of, part.figure.length) for part in parts}) == 1
        if one.computed and together and len(numbers) == len(one.parts):
            hedge = parts[0].figure.hedge
            for part in parts[1:]:
                hedge = combined(hedge, part.figure.hedge)
            first = parts[0]
            yield Derived(
                f"{article}/{one.whole}", one.whole, article, first.locality, first.as_of, sum(numbers, Decimal(0)),
                hedge, next((part.inferred for part in parts if part.inferred), None), tuple(part.id for part in parts),
                adds_up=dataset.indicators[one.whole].adds_up, over=dataset.dating(first).over,
                term=all(part.figure.term for part in parts), length=first.figure.length,
            )  # fmt: skip


def _pairs(pair: tuple[str, str], dataset: Dataset) -> Iterator[tuple[Entry, Entry]]:
    """The figures of two indicators that belong together: of one article, locality, date and key."""
    below = {_fact(entry): entry for entry in dataset.entries if entry.figure.indicator == pair[1]}
    for entry in dataset.entries:
        if entry.figure.indicator == pair[0] and _fact(entry) in below:
            yield entry, below[_fact(entry)]


def _fact(entry: Entry) -> tuple[object, ...]:
    return entry.article, entry.locality, entry.as_of, entry.figure.length, entry.figure.key


def _quotient(above: Decimal, below: Decimal) -> Decimal:
    with localcontext(prec=28):
        return above / below


def _one(
    indicator: Indicator,
    name: str,
    inputs: tuple[Entry, ...],
    value: Decimal,
    hedge: Hedge | None,
    dataset: Dataset,
    *,
    adds_up: bool = False,
    note: Text | None = None,
) -> Derived:
    first = inputs[0]
    inferred = next((entry.inferred for entry in inputs if entry.inferred), None)
    return Derived(
        f"{first.article}/{name}", indicator.id, first.article, first.locality, first.as_of, value, hedge,
        inferred, tuple(entry.id for entry in inputs), first.figure.term, note, adds_up,
        adds_up or dataset.dating(first).over, first.figure.length,
    )  # fmt: skip
