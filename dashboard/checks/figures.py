"""What a figure's fields say together, and what its indicator allows (DOMAIN.md, "Other rules")."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dashboard.dataset import Dataset, Entry
from dashboard.dates import Period
from dashboard.models import Base, Indicator, Kind
from dashboard.problems import Problem

_COUNTS = (Kind.STOCK, Kind.FLOW, Kind.CHANGE, Kind.TARGET, Kind.VISITS, Kind.SHARE)
_BEYOND_100 = (Kind.ATTAINMENT, Kind.CHANGE)


def known(dataset: Dataset) -> Iterator[tuple[Entry, Indicator]]:
    """The figures whose indicator exists."""
    for entry in dataset.entries:
        if indicator := dataset.indicators.get(entry.figure.indicator):
            yield entry, indicator


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
            yield dataset.figure_problem(entry, "indicator", f"this is also the figure on line {line}",
                                         "add a key to tell them apart, e.g. key: cities")  # fmt: skip


def facts(dataset: Dataset) -> Iterator[Problem]:
    """One fact stands once; where the article itself contradicts itself, a note says so."""
    first: dict[object, Entry] = {}
    for entry in dataset.entries:
        figure = entry.figure
        same = (entry.article, figure.indicator, entry.locality, entry.as_of, figure.base, figure.scheme)
        other = first.setdefault(same, entry)
        if other is entry or other.id == entry.id:
            continue
        values = {
            (one.figure.value, one.figure.out_of, one.figure.before, one.figure.grade)
            for one in (entry, other)
        }
        if len(values) == 1 or not (figure.note or other.figure.note):
            yield dataset.figure_problem(
                entry, "indicator", f"the same fact, for {entry.as_of}, stands on line {dataset.at(other)[1]}",
                "delete one of them" if len(values) == 1 else "correct as_of, or say in a note why they differ",
            )  # fmt: skip


def computed(dataset: Dataset) -> Iterator[Problem]:
    """A computed indicator has no figures of its own."""
    for entry, indicator in known(dataset):
        if indicator.formula:
            yield dataset.figure_problem(entry, "indicator", "this indicator is computed, never printed",
                                         "give what is printed as an indicator of its own")  # fmt: skip


def values(dataset: Dataset) -> Iterator[Problem]:
    """A grade for a grade, a number for everything else."""
    for entry, indicator in known(dataset):
        figure, grade = entry.figure, indicator.kind is Kind.GRADE
        wanted, other = ("grade", "value") if grade else ("value", "grade")
        if getattr(figure, wanted) is None:
            yield dataset.figure_problem(entry, "indicator", f"{wanted} is missing",
                                         f"its kind is {indicator.kind}: add {wanted}")  # fmt: skip
        for name in (other, *(("out_of", "before", "hedge") if grade else ())):
            if getattr(figure, name) is not None:
                yield dataset.figure_problem(entry, name, f"{name} where the kind is {indicator.kind}",
                                             f"delete it; {wanted} says it")  # fmt: skip


def ranges(dataset: Dataset) -> Iterator[Problem]:
    """No negative numbers, no part above its total, no share above 100 %, no half of a countable thing."""
    for entry, indicator in known(dataset):
        figure, percent = entry.figure, per_cent(indicator)
        for name in ("value", "out_of", "before"):
            number: Decimal | None = getattr(figure, name)
            if number is None:
                continue
            if number < 0 or (name == "out_of" and number == 0):
                yield dataset.figure_problem(
                    entry, name, f"{name} is {number}", "a fall is a positive number of its own kind"
                )
            elif percent and number > 100 and indicator.kind not in _BEYOND_100:
                yield dataset.figure_problem(entry, name, f"{name} is {number}%, above 100",
                                             "correct it; only an attainment or a change may be above 100")  # fmt: skip
            elif (
                not percent and indicator.kind in _COUNTS and number != number.to_integral_value()
                and str(number) not in figure.printed  # then the printed numeral itself tells it better
            ):  # fmt: skip
                yield dataset.figure_problem(
                    entry, name, f"{name} is {number}, but {indicator.unit.en} are counted in whole numbers",
                    f"write {name}: {str(number).replace('.', '')} if the stop groups thousands",
                )  # fmt: skip
        if figure.out_of is not None and figure.value is not None and figure.value > figure.out_of:
            yield dataset.figure_problem(entry, "value", f"value {figure.value} is above out_of {figure.out_of}",
                                         "correct one of them; out_of is the total")  # fmt: skip
        if figure.out_of is not None and percent:
            yield dataset.figure_problem(entry, "out_of", "out_of beside a value in per cent",
                                         "make the count and its total a figure of their own")  # fmt: skip
        if figure.before is not None and indicator.kind not in (Kind.STOCK, Kind.SHARE):
            yield dataset.figure_problem(entry, "before", f"before where the kind is {indicator.kind}",
                                         "only what there is (stock, share) has a value before")  # fmt: skip


def bases(dataset: Dataset) -> Iterator[Problem]:
    """A share says of what: of all, of those rated, of a subset, or that the article does not say."""
    for entry, indicator in known(dataset):
        figure = entry.figure
        rated = indicator.rating is not None and indicator.kind is not Kind.GRADE
        share = indicator.kind is Kind.SHARE or figure.out_of is not None or (rated and per_cent(indicator))
        if share and figure.base is None:
            yield dataset.figure_problem(entry, "indicator", "base is missing: a share of what?",
                                         f"add base: {', '.join(Base)}; not_stated where the article is silent")  # fmt: skip
        if figure.base is not None and not share and not rated:
            yield dataset.figure_problem(
                entry, "base", "base of what is no share", "delete it, or give out_of"
            )
        if figure.base is Base.SUBSET and figure.base_note is None:
            yield dataset.figure_problem(
                entry, "base", "base: subset, but of which?", "add base_note: {vi: …, en: …}"
            )
        if figure.base_note is not None and figure.base is None:
            yield dataset.figure_problem(
                entry, "base_note", "base_note without base", "add base, or delete the note"
            )


def schemes(dataset: Dataset) -> Iterator[Problem]:
    """A rating has one scheme: the label's, or the figure's where the label does not decide it."""
    for entry, indicator in known(dataset):
        own, rating = entry.figure.scheme, indicator.rating
        if own and rating is None:
            yield dataset.figure_problem(
                entry, "scheme", f"scheme: {own}, but this is no rating", "delete the line"
            )
        elif own and rating and rating.scheme not in (None, own):
            yield dataset.figure_problem(entry, "scheme", f"scheme: {own}, but its label is of {rating.scheme}",
                                         "delete the line, or take another indicator")  # fmt: skip
        elif rating and not own and rating.scheme is None:
            yield dataset.figure_problem(entry, "indicator", "scheme is missing: the label alone does not decide it",
                                         "add scheme: and its id in data/schemes.yaml, or scheme: unclear")  # fmt: skip


def levels(dataset: Dataset) -> Iterator[Problem]:
    """An indicator exists at its place's level."""
    for entry, indicator in known(dataset):
        place = dataset.localities.get(entry.locality)
        if place and place.level not in indicator.levels:
            name = "locality" if entry.figure.locality else "indicator"
            yield dataset.figure_problem(entry, name, f"{place.id} is a {place.level}, where it does not apply",
                                         f"it applies to: {', '.join(indicator.levels)}")  # fmt: skip


def dates(dataset: Dataset) -> Iterator[Problem]:
    """Nothing but a target is dated after its article; a baseline is not after what it is the baseline of."""
    for entry, indicator in known(dataset):
        article, as_of, since = dataset.articles.get(entry.article), entry.as_of, entry.figure.since
        if article and indicator.kind is not Kind.TARGET and _after(as_of, article.published.date):
            yield dataset.figure_problem(
                entry, "as_of", f"as_of {as_of} is after the article's publication, {article.published.date}",
                "correct one of them",
            )  # fmt: skip
        if since and _after(since, as_of):
            yield dataset.figure_problem(
                entry, "since", f"since {since} is after as_of {as_of}", "correct one of them"
            )


def _after(one: Period, other: Period) -> bool:
    """Whether the last point that ``one`` names begins after ``other`` ends: 2015/2020 is not after May 2020."""
    last = one.text.rpartition("/")[2]
    start = one.start if last == ".." else Period.parse(last).start
    return start is not None and other.end is not None and start > other.end


RULES = (ids, facts, computed, values, ranges, bases, schemes, levels, dates)
