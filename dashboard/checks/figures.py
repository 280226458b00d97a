"""What a figure's fields say together, and what its indicator allows (DOMAIN.md, "Other rules")."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dashboard.dataset import Dataset, Entry
from dashboard.dates import Period
from dashboard.models import Indicator, Kind, part_key
from dashboard.problems import Problem
from dashboard.vietnamese import fold

_COUNTS = (Kind.STOCK, Kind.FLOW, Kind.CHANGE, Kind.TARGET, Kind.VISITS, Kind.SHARE)
_BEYOND_100 = (Kind.ATTAINMENT, Kind.CHANGE)


def known(dataset: Dataset) -> Iterator[tuple[Entry, Indicator]]:
    """The figures whose indicator exists."""
    return iter(dataset.known)


def per_cent(indicator: Indicator) -> bool:
    """Whether its values are in per cent."""
    return indicator.unit.vi.strip() == "%"


def ids(dataset: Dataset) -> Iterator[Problem]:
    """A figure's id is its own."""
    first: dict[str, Entry] = {}
    for entry in dataset.entries:
        other = first.setdefault(entry.id, entry)
        if other is not entry:
            line = dataset.at(other)[1]
            yield dataset.figure_problem(
                entry,
                "indicator",
                f"this is also the figure on line {line}",
                "add a key to tell them apart, e.g. key: cities",
            )


def facts(dataset: Dataset) -> Iterator[Problem]:
    """What a reader can't tell apart is one fact and stands once; an article that contradicts itself says so in both.

    A key tells ids apart and no reader sees it: two figures of one place, indicator and date differ in ``of``, in what
    they are shares of, in the scheme or the baseline, or each says in ``contradicts`` that it can't be true beside the
    other.
    """
    first: dict[object, Entry] = {}
    for entry in dataset.entries:
        figure = entry.figure
        same = (
            entry.article, figure.indicator, entry.locality, entry.as_of, figure.term, part_key(figure.of), figure.base,
            figure.base_note and fold(figure.base_note.vi), figure.scheme, figure.since,
        )  # fmt: skip
        other = first.setdefault(same, entry)
        if other is entry or other.id == entry.id:
            continue
        values = {(one.figure.value, one.figure.out_of, one.figure.before, one.figure.grade) for one in (entry, other)}
        if len(values) == 1 or not (figure.contradicts and other.figure.contradicts):
            yield dataset.figure_problem(
                entry,
                "indicator",
                f"the same fact, for {entry.as_of}, is on line {dataset.at(other)[1]}",
                "delete one of them; if each is of a part, say of which (of: {vi: …, en: …})" if len(values) == 1
                else "say of which part each is (of: {vi: …, en: …}), correct as_of, or, where the article contradicts "
                "itself, say so in contradicts of both",
            )  # fmt: skip


def computed(dataset: Dataset) -> Iterator[Problem]:
    """A computed indicator has no figures of its own."""
    for entry, indicator in known(dataset):
        if indicator.formula:
            yield dataset.figure_problem(
                entry,
                "indicator",
                "this indicator is computed, never printed",
                "give what is printed as an indicator of its own",
            )


def values(dataset: Dataset) -> Iterator[Problem]:
    """A grade for a grade, a number for everything else."""
    for entry, indicator in known(dataset):
        figure, grade = entry.figure, indicator.kind is Kind.GRADE
        wanted, other = ("grade", "value") if grade else ("value", "grade")
        if getattr(figure, wanted) is None:
            yield dataset.figure_problem(
                entry, "indicator", f"{wanted} is missing", f"its kind is {indicator.kind}: add {wanted}"
            )
        for name in (other, *(("out_of", "before", "hedge") if grade else ())):
            if getattr(figure, name) is not None:
                yield dataset.figure_problem(
                    entry, name, f"{name} where the kind is {indicator.kind}", f"delete it; {wanted} says it"
                )


def ranges(dataset: Dataset) -> Iterator[Problem]:
    """No negative number, no share above 100 per cent, no half of a countable thing."""
    for entry, indicator in known(dataset):
        for name in ("value", "out_of", "before"):
            number: Decimal | None = getattr(entry.figure, name)
            if number is not None and (told := _out_of_range(number, indicator, entry.figure.printed)):
                message, hint = told
                yield dataset.figure_problem(entry, name, f"{name} is {number}{message}", hint)


def _out_of_range(number: Decimal, indicator: Indicator, printed: str) -> tuple[str, str] | None:
    if number < 0:
        return ", below zero", "a fall is a positive number, of kind change"
    if per_cent(indicator):
        beyond = number > 100 and indicator.kind not in _BEYOND_100
        return ("%, above 100", "only an attainment or a change may be above 100") if beyond else None
    # Where the phrase holds these very digits ("7.397"), it is the printed numeral that tells what they mean.
    if indicator.kind in _COUNTS and number != number.to_integral_value() and str(number) not in printed:
        message = f", but {indicator.unit.en} are counted in whole numbers"
        return message, f"write {str(number).replace('.', '')} if the stop groups thousands"
    return None


def totals(dataset: Dataset) -> Iterator[Problem]:
    """A total is of countable things and not below its part; only what there is has a value before."""
    for entry, indicator in known(dataset):
        figure = entry.figure
        if figure.out_of == 0:
            yield dataset.figure_problem(entry, "out_of", "a total of 0", "delete it, or correct it")
        elif figure.out_of is not None and figure.value is not None and figure.value > figure.out_of:
            message = f"value {figure.value} is above out_of, {figure.out_of}"
            yield dataset.figure_problem(entry, "value", message, "correct one of them; out_of is the total")
        if figure.out_of is not None and per_cent(indicator):
            hint = "make the count and its total a figure of their own"
            yield dataset.figure_problem(entry, "out_of", "out_of beside a value in per cent", hint)
        if figure.before is not None and indicator.kind not in (Kind.STOCK, Kind.SHARE):
            message = f"before where the kind is {indicator.kind}"
            hint = "only what there is (stock, share) has a value before"
            yield dataset.figure_problem(entry, "before", message, hint)


def levels(dataset: Dataset) -> Iterator[Problem]:
    """An indicator exists at its place's level."""
    for entry, indicator in known(dataset):
        place = dataset.localities.get(entry.locality)
        if place and place.level not in indicator.levels:
            name = "locality" if entry.figure.locality else "indicator"
            yield dataset.figure_problem(
                entry,
                name,
                f"{place.id} is a {place.level}, where this does not exist",
                f"it exists for: {', '.join(indicator.levels)}",
            )


def dates(dataset: Dataset) -> Iterator[Problem]:
    """Nothing but a target is dated after its article; a baseline is not after what it is the baseline of."""
    for entry, indicator in known(dataset):
        article, as_of, since = dataset.articles.get(entry.article), entry.as_of, entry.figure.since
        if article and indicator.kind is not Kind.TARGET and _after(as_of, article.published.date):
            yield dataset.figure_problem(
                entry,
                "as_of",
                f"as_of {as_of} is after the article's publication, {article.published.date}",
                "correct one of them",
            )
        if since and _after(since, as_of):
            yield dataset.figure_problem(entry, "since", f"since {since} is after as_of {as_of}", "correct one of them")


def _after(one: Period, other: Period) -> bool:
    """Whether the last point that ``one`` names is after all of ``other``; 2015/2020 is not after May 2020."""
    last = one.text.rpartition("/")[2]
    start = one.start if last == ".." else Period.parse(last).start
    return start is not None and other.end is not None and start > other.end


RULES = (ids, facts, computed, values, ranges, totals, levels, dates)
