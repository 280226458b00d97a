"""Figures that no article prints: computed from printed ones, as ``Indicator.formula`` or a ``Sum`` declares.

A computed figure never hides what its inputs were: it names them, carries their hedge and inferred date, and is
computed only from figures of one article, one locality, one part of it and one date. Where all parts of a number are
printed and the number is not, their sum is used like a printed one. Where a rule forbids it, the refusal says why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from typing import NamedTuple

from dashboard.figures.denominators import NotComputed, per_inhabitants, years
from dashboard.language.dates import Period
from dashboard.language.numerals import Hedge
from dashboard.records.dataset import Dataset, Entry
from dashboard.records.models import Indicator, Ratio, Reading, Text, part_key

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
    of: Text | None = None
    hedge_noted: bool = False
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


@dataclass(frozen=True)
class Operand:
    """A number that formulas use: a printed figure, or the sum of printed parts that are all of it."""

    indicator: str
    reference: str
    value: Decimal
    hedge: Hedge | None
    of: Text | None
    inputs: tuple[Entry, ...]

    @property
    def first(self) -> Entry:
        """The figure whose article, place, date and key it shares."""
        return self.inputs[0]

    @property
    def belongs(self) -> tuple[object, ...]:
        """Equal for two numbers that may be set against each other: of one article, place, date, key and part."""
        first = self.first
        return first.article, first.locality, first.as_of, first.figure.length, self._key, part_key(self.of)

    @property
    def term(self) -> bool:
        """Whether it is of a Party term."""
        return all(entry.figure.term for entry in self.inputs)

    @property
    def _key(self) -> str | None:
        return self.first.figure.key if len(self.inputs) == 1 else None


class Outcomes(NamedTuple):
    """What follows from the figures of a data set.

    ``computed``: by indicator in the order declared, each in the order of its first inputs; then sums.
    ``refused``: what is not computed for a reason of its own, by indicator in the order declared.
    """

    computed: tuple[Derived, ...]
    refused: tuple[Refusal, ...]


def outcomes(dataset: Dataset) -> Outcomes:
    """All that is computed, and all that is not for a reason, worked out together."""
    wholes = list(_wholes(dataset))
    found = list(_formulas(dataset, list(_operands(dataset, wholes))))
    sums = (
        _one(one.indicator, one.reference, (one,), one.value, one.hedge, dataset,
             adds_up=dataset.indicators[one.indicator].adds_up)
        for one in wholes
    )  # fmt: skip
    computed = (one for one in found if isinstance(one, Derived))
    return Outcomes((*computed, *sums), tuple(one for one in found if isinstance(one, Refusal)))


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


def _operands(dataset: Dataset, wholes: Iterable[Operand]) -> Iterator[Operand]:
    """Of each article every printed number in the order written, then the sums of complete parts."""
    sums: dict[str, list[Operand]] = {}
    for one in wholes:
        sums.setdefault(one.first.article, []).append(one)
    for article, entries in dataset.by_article.items():
        for entry in entries:
            figure = entry.figure
            if figure.value is not None:
                yield Operand(figure.indicator, entry.reference, figure.value, figure.hedge, figure.of, (entry,))
        yield from sums.get(article, ())


def _wholes(dataset: Dataset) -> Iterator[Operand]:
    """Wholes that are not printed, from all of their parts."""
    for _, _, article, one in dataset.sums:
        figures = {entry.reference: entry for entry in dataset.by_article[article]}
        parts = tuple(figures[part] for part in one.parts if part in figures)
        numbers = [part.figure.value for part in parts if part.figure.value is not None]
        together = len({(part.locality, part.as_of, part.figure.length) for part in parts}) == 1
        if one.computed and together and len(numbers) == len(one.parts):
            hedge = parts[0].figure.hedge
            for entry in parts[1:]:
                hedge = combined(hedge, entry.figure.hedge)
            one_part = len({part_key(entry.figure.of) for entry in parts}) == 1
            of = parts[0].figure.of if one_part and len(parts) > 1 else None
            yield Operand(one.whole, one.whole, sum(numbers, Decimal(0)), hedge, of, parts)


def _of_one(indicator: Indicator, formula: Ratio, operands: Iterable[Operand], dataset: Dataset) -> Iterator[Derived]:
    """What says more of one printed figure: its share of the total beside it, its change."""
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
    """Numbers of two indicators by each other where they belong together; where an article has none that do, why."""
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
            apart.setdefault(about, Refusal(indicator.id, *about, _DIVISOR if under else _apart(over, others)))
    yield from (refusal for about, refusal in apart.items() if about not in done)


def _apart(over: Operand, others: Sequence[Operand]) -> Text:
    """Why none of the numbers that an article has of a place may divide another one of it."""
    own = over.first.as_of
    dates = [one.first.as_of for one in others if part_key(one.of) == part_key(over.of)]
    if not dates or own in dates:
        return Text(vi="hai số không của cùng một bộ phận", en="the two numbers are not of the same part")
    return Text(
        vi=f"hai số ở hai thời điểm: {own.label('vi')} và {dates[0].label('vi')}",
        en=f"the two numbers are of different dates: {own.label('en')} and {dates[0].label('en')}",
    )


_DIVISOR = Text(vi="số chia bằng 0", en="the divisor is zero")


def _rates(
    indicator: Indicator, formula: Ratio, numbers: dict[str, list[Operand]], dataset: Dataset
) -> Iterator[Derived | Refusal]:
    """A flow by year, also for each 100 of a stock; a stock for each 100 inhabitants."""
    counted = formula.per_year or formula.per_100_inhabitants
    stocks: dict[str, list[Operand]] = {}
    for one in numbers.get(formula.per_100 or "", ()):
        stocks.setdefault(one.first.article, []).append(one)
    for one in numbers.get(counted or "", ()):
        first, name = one.first, f"{indicator.id}({one.reference})"
        try:
            if formula.per_100_inhabitants:
                if one.of:
                    raise NotComputed(Text(vi="con số chỉ của một bộ phận", en="the number is of a part only"))
                value, note = per_inhabitants(one.value, first.as_of, dataset.localities[first.locality])
                yield _one(indicator.id, name, (one,), value, one.hedge, dataset, note=note)
                continue
            value, hedge = _quotient(one.value, years(first, dataset.dating(first).told)), one.hedge
            used: tuple[Operand, ...] = (one,)
            if formula.per_100:
                stock = _at_end(one, stocks.get(first.article, ()), dataset.indicators[formula.per_100].name, dataset)
                value, hedge = _quotient(value * 100, stock.value), divided(hedge, stock.hedge)
                used = (one, stock)
            yield _one(indicator.id, name, used, value, hedge, dataset)
        except NotComputed as error:
            yield Refusal(indicator.id, first.article, first.locality, error.why)


def _at_end(flow: Operand, stocks: Iterable[Operand], name: Text, dataset: Dataset) -> Operand:
    """Of a stock's numbers in the flow's article the one at the end of its period, of the same place and part."""
    first = flow.first
    full = dataset.articles[first.article].text.read is Reading.FULL
    same = [
        one for one in stocks
        if (one.first.locality, part_key(one.of)) == (first.locality, part_key(flow.of)) and one.value
    ]  # fmt: skip
    if not same:
        raise NotComputed(
            Text(
                vi=f"{'bài báo' if full else 'phần bài đã đọc'} không có số {name.vi[:1].lower()}{name.vi[1:]}",
                en=f"the {'article' if full else 'part read'} gives no number of {name.en[:1].lower()}{name.en[1:]}",
            )
        )
    at_end = [one for one in same if one.first.as_of.end and one.first.as_of.end == first.as_of.end
              and not dataset.dating(one.first).unsettled]  # fmt: skip
    if not at_end:
        raise NotComputed(
            Text(
                vi="số đảng viên trong bài không phải của cuối khoảng thời gian đó",
                en="the members in the article are not those at the end of that period",
            )
        )
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
