"""What a figure's fields say together, and what its indicator allows (DOMAIN.md, "Other rules")."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dashboard.dataset import Dataset, Entry
from dashboard.dates import Period
from dashboard.models import Indicator, Kind
from dashboard.problems import Both, Problem

_COUNTS = (Kind.STOCK, Kind.FLOW, Kind.CHANGE, Kind.TARGET, Kind.VISITS, Kind.SHARE)
_LONGEST = 100  # years
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
    """One fact stands once; where the article itself contradicts itself, a note says so."""
    first: dict[object, Entry] = {}
    for entry in dataset.entries:
        figure = entry.figure
        when = entry.as_of, figure.length
        same = (entry.article, figure.indicator, entry.locality, *when, figure.base, figure.scheme)
        other = first.setdefault(same, entry)
        if other is entry or other.id == entry.id:
            continue
        values = {(one.figure.value, one.figure.out_of, one.figure.before, one.figure.grade) for one in (entry, other)}
        if len(values) == 1 or not (figure.note or other.figure.note):
            yield dataset.figure_problem(
                entry,
                "indicator",
                f"the same fact, for {entry.as_of}, is on line {dataset.at(other)[1]}",
                "delete one of them" if len(values) == 1 else "correct as_of, or add a note why",
            )


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


def meanings(dataset: Dataset) -> Iterator[Problem]:
    """A date says what its kind of figure can have: a flow its period, a stock the bounds of its moment."""
    for entry, indicator in known(dataset):
        for name, message, hint in _meaning(entry, indicator):
            yield dataset.figure_problem(entry, name, message, hint)


def _meaning(entry: Entry, indicator: Indicator) -> Iterator[tuple[str, Both, Both]]:
    figure, as_of, kind = entry.figure, entry.as_of, indicator.kind
    first, between, last = as_of.text.partition("/")
    several = between and first != last and ".." not in (first, last)
    # A count and its total, 40/170, are of a moment; only a share in per cent can be that of several years.
    of_years = several and kind is Kind.SHARE and figure.out_of is None and not indicator.adds_up
    if indicator.adds_up and kind is not Kind.TARGET and ".." in (first, last):
        yield "as_of", *_open(as_of, kind)
    if of_years and figure.average is None:
        yield (
            "as_of",
            Both(
                f"tỷ lệ của {as_of}: của cả khoảng ấy hay của một lúc nào đó trong khoảng ấy?",
                f"a share of {as_of}: of all of it, or of some moment in it?",
            ),
            Both(
                "thêm average: true nếu là của cả khoảng, average: false nếu là một lúc trong đó, không rõ lúc nào",
                "add average: true for all of it, average: false for one moment that is not known",
            ),
        )
    if figure.average is not None and not of_years:
        yield (
            "average",
            Both(f"average ở {kind} của {as_of}", f"average where a {kind} is of {as_of}"),
            Both(
                "chỉ dùng cho tỷ lệ của nhiều năm, như 2015/2019; xóa đi",
                "it is for a share of several years, such as 2015/2019; delete it",
            ),
        )
    over = indicator.adds_up or (of_years and figure.average is not False)
    for name in ("term", "length"):
        if getattr(figure, name) and not over:
            yield (
                name,
                Both(f"{name}, mà {kind} là của một thời điểm", f"{name}, but a {kind} is of a moment"),
                Both("xóa đi; chỉ số đếm trong một kỳ mới có", "delete it; only what is counted over a period has one"),
            )
    if over and figure.term and not (as_of.start and as_of.end and between):
        yield (
            "term",
            Both(f"term, mà as_of là {as_of}", f"term, but as_of is {as_of}"),
            Both("viết từ năm nào đến năm nào, như as_of: 2015/2020", "write its years, as in as_of: 2015/2020"),
        )
    if over and figure.length is not None:
        yield from _length(figure.length, as_of, since=figure.since is not None)


def _open(as_of: Period, kind: Kind) -> tuple[Both, Both]:
    message = Both(f"as_of {as_of}: {kind} là của một kỳ", f"as_of {as_of}, but a {kind} is of a period")
    if as_of.end is None:
        return message, Both(
            "viết cả ngày cuối, nhiều nhất là ngày đăng bài, như 2016/2019-10-18",
            "write its last day too, at most that of publication, as in 2016/2019-10-18",
        )
    last = as_of.text.partition("/")[2]
    return message, Both(
        f"viết từ khi nào; bài không nói thì as_of: {last}, là lúc tính đến",
        f"write since when; where that is not said, as_of: {last}, up to which it counts",
    )


def _length(length: Decimal, as_of: Period, *, since: bool) -> Iterator[tuple[str, Both, Both]]:
    if not 0 < length <= _LONGEST:
        yield (
            "length",
            Both(f"length là {length} năm", f"length is {length} years"),
            Both("đây là số năm, như 5; nửa năm là 0.5", "it is a number of years, such as 5; half a year is 0.5"),
        )
    if as_of.dated or since:
        own = "since" if since else f"as_of: {as_of}"
        yield (
            "length",
            Both(f"length, mà {own} đã cho biết kỳ", f"length, though {own} says the period"),
            Both(
                "xóa length; nếu bài không nói là những năm nào thì as_of: undated",
                "delete length; where the article does not say which years, as_of: undated",
            ),
        )


def _after(one: Period, other: Period) -> bool:
    """Whether the last point that ``one`` names is after all of ``other``; 2015/2020 is not after May 2020."""
    last = one.text.rpartition("/")[2]
    start = one.start if last == ".." else Period.parse(last).start
    return start is not None and other.end is not None and start > other.end


RULES = (ids, facts, computed, values, ranges, totals, levels, dates, meanings)
