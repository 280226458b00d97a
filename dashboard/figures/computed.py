"""Figures that are not printed but computed, by ``Indicator.formula``, a ``Sum``, or from a unit's ``predecessors``.

A computed figure names its inputs and carries their hedges and inferred dates. But for predecessors, its inputs are of
one article, place, part of the place, and date. Where all parts of a number are printed but the number is not, the sum
of the parts is used like a printed number. Where a rule forbids to compute a figure, a ``Refusal`` says why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal, localcontext
from typing import NamedTuple

from dashboard.figures.denominators import NotComputed, per_inhabitants, years
from dashboard.figures.derived import Derived, Refusal
from dashboard.figures.hedges import divided
from dashboard.figures.operands import Operand, operands, summed_wholes
from dashboard.figures.predecessors import Predecessors
from dashboard.language.hedges import Hedge
from dashboard.records.dataset import Dataset
from dashboard.records.models.article import Reading
from dashboard.records.models.fields import Text
from dashboard.records.models.figure import part_key
from dashboard.records.models.indicator import Formula, Indicator


class Outcomes(NamedTuple):
    """What follows from the figures of a data set.

    ``computed``: by indicator in the order declared, each in the order of its first inputs; then sums. ``refused``: by
    indicator in the order declared, only where there is a reason to tell.
    """

    computed: tuple[Derived, ...]
    refused: tuple[Refusal, ...]


def outcomes(dataset: Dataset) -> Outcomes:
    """Every computed figure, and every refusal, of a data set."""
    wholes = list(summed_wholes(dataset))
    found = list(_formulas(dataset, list(operands(dataset, wholes))))
    sums = (
        _one(one.indicator, one.reference, (one,), one.value, one.hedge, dataset,
             adds_up=dataset.indicators[one.indicator].adds_up)
        for one in wholes
    )  # fmt: skip
    computed = (one for one in found if isinstance(one, Derived))
    return Outcomes(
        (*computed, *sums, *Predecessors(dataset).sums()), tuple(one for one in found if isinstance(one, Refusal))
    )


def _formulas(dataset: Dataset, operands: Sequence[Operand]) -> Iterator[Derived | Refusal]:
    numbers: dict[str, list[Operand]] = {}
    for one in operands:
        numbers.setdefault(one.indicator, []).append(one)
    for indicator in dataset.indicators.values():
        if indicator.formula:
            yield from _of_one(indicator, indicator.formula, operands, dataset)
            if pair := indicator.formula.pair:
                yield from _quotients(indicator, pair, numbers, dataset)
            yield from _rates(indicator, indicator.formula, numbers, dataset)


def _of_one(indicator: Indicator, formula: Formula, operands: Iterable[Operand], dataset: Dataset) -> Iterator[Derived]:
    """A figure computed from one printed figure: its share of the total beside it, or its change."""
    totals, changes = set(formula.percent_of_total or ()), set(formula.change or ())
    for one in operands if totals | changes else ():
        figure = one.first.figure
        if len(one.inputs) > 1:
            continue  # a sum has neither a total nor a value before
        name = f"{indicator.id}({one.reference})"
        if one.indicator in totals and figure.out_of:
            share, adds_up = _quotient(one.value * 100, figure.out_of), dataset.indicators[one.indicator].adds_up
            yield _one(indicator.id, name, (one,), share, one.hedge, dataset, adds_up=adds_up)
        if one.indicator in changes and figure.before is not None:
            yield _one(indicator.id, name, (one,), one.value - figure.before, one.hedge, dataset, adds_up=True)


def _quotients(
    indicator: Indicator, pair: tuple[str, str], numbers: dict[str, list[Operand]], dataset: Dataset
) -> Iterator[Derived | Refusal]:
    """Quotients of the numbers of two indicators, for each pair of one article, place, part and date. Where an article
    has numbers of both but no such pair, the reason."""
    factor = 100 if indicator.formula and indicator.formula.percent else 1
    adding = [dataset.indicators[id].adds_up for id in pair]
    below = {one.belongs: one for one in numbers.get(pair[1], ())}
    beside: dict[tuple[str, str], list[Operand]] = {}
    for one in below.values():
        beside.setdefault((one.first.article, one.first.locality), []).append(one)
    apart: dict[tuple[str, str], Refusal] = {}
    done = set()
    for over in numbers.get(pair[0], ()):
        about = over.first.article, over.first.locality
        under = below.get(over.belongs)
        if under and under.value:
            done.add(about)
            yield _one(
                indicator.id, over.reference.replace(pair[0], indicator.id, 1), (over, under),
                _quotient(over.value * factor, under.value), divided(over.hedge, under.hedge), dataset,
                adds_up=adding[0] and not adding[1],
            )  # fmt: skip
        elif others := beside.get(about):
            why = Text.said("why_divisor") if under else _apart(over, others)
            apart.setdefault(about, Refusal(indicator.id, *about, why))
    yield from (refusal for about, refusal in apart.items() if about not in done)


def _apart(over: Operand, others: Sequence[Operand]) -> Text:
    """Why no number of ``others`` may divide ``over``: they are of another part of the place, or of another date."""
    own = over.first.as_of
    dates = [one.first.as_of for one in others if part_key(one.of) == part_key(over.of)]
    if not dates or own in dates:
        return Text.said("why_other_part")
    return Text.said("why_other_date", own=own.label, other=dates[0].label)


def _rates(
    indicator: Indicator, formula: Formula, numbers: dict[str, list[Operand]], dataset: Dataset
) -> Iterator[Derived | Refusal]:
    """A flow per year, also per 100 of a stock; a stock per 100 inhabitants."""
    counted = formula.per_year or formula.per_100_inhabitants
    stocks: dict[str, list[Operand]] = {}
    for one in numbers.get(formula.per_100 or "", ()):
        stocks.setdefault(one.first.article, []).append(one)
    for one in numbers.get(counted or "", ()):
        first, name = one.first, f"{indicator.id}({one.reference})"
        try:
            if formula.per_100_inhabitants:
                if one.of:
                    raise NotComputed(Text.said("why_part"))
                value, note = per_inhabitants(one.value, first.as_of, dataset.localities[first.locality])
                yield _one(indicator.id, name, (one,), value, one.hedge, dataset, note=note)
                continue
            value, hedge = _quotient(one.value, years(first, dataset.dating(first).reported)), one.hedge
            used: tuple[Operand, ...] = (one,)
            if formula.per_100:
                stock = _at_end(one, stocks.get(first.article, ()), dataset.indicators[formula.per_100].name, dataset)
                value, hedge = _quotient(value * 100, stock.value), divided(hedge, stock.hedge)
                used = (one, stock)
            yield _one(indicator.id, name, used, value, hedge, dataset)
        except NotComputed as error:
            yield Refusal(indicator.id, first.article, first.locality, error.why)


def _at_end(flow: Operand, stocks: Iterable[Operand], name: Text, dataset: Dataset) -> Operand:
    """The number of a stock at the end of the flow's period, of the same article, place and part. Raises NotComputed
    where the article has none."""
    first = flow.first
    full = dataset.articles[first.article].text.read is Reading.FULL
    same = [
        one for one in stocks
        if (one.first.locality, part_key(one.of)) == (first.locality, part_key(flow.of)) and one.value
    ]  # fmt: skip
    if not same:
        key = "why_not_in_article" if full else "why_not_in_excerpt"
        raise NotComputed(Text.said(key, name=lambda language: name[language][:1].lower() + name[language][1:]))
    at_end = [one for one in same if one.first.as_of.end and one.first.as_of.end == first.as_of.end
              and not dataset.dating(one.first).unsettled]  # fmt: skip
    if not at_end:
        raise NotComputed(Text.said("why_not_at_end"))
    return at_end[0]


def _quotient(above: Decimal, below: Decimal) -> Decimal:
    with localcontext(prec=28):
        return above / below


def _one(
    indicator: str,
    name: str,
    used: tuple[Operand, ...],
    value: Decimal,
    hedge: Hedge | None,
    dataset: Dataset,
    *,
    adds_up: bool = False,
    note: Text | None = None,
) -> Derived:
    first, inputs = used[0].first, [entry for one in used for entry in one.inputs]
    inferred = next((entry.inferred for entry in inputs if entry.inferred), None)
    noted = hedge is not None and any(entry.figure.hedge_noted for entry in inputs)
    return Derived(
        f"{first.article}/{name}", indicator, first.article, first.locality, first.as_of, value, hedge, inferred,
        tuple(dict.fromkeys(entry.id for entry in inputs)), used[0].of, noted, used[0].term, note, adds_up,
        adds_up or dataset.dating(first).over, first.figure.length,
    )  # fmt: skip
