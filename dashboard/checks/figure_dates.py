"""The dates of a figure: none after its article, and each in the form that its kind of number can have."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dashboard.language.bilingual import CORRECT_ONE, Both
from dashboard.language.dates import Period
from dashboard.records.dataset import Dataset, Entry
from dashboard.records.models.indicator import Indicator, Kind
from dashboard.records.problems import Problem

_LONGEST = 100  # years


def dates(dataset: Dataset) -> Iterator[Problem]:
    """Only a target is dated after its article; no baseline is after its figure."""
    for entry, indicator in dataset.entries_with_indicator:
        article, as_of, since = dataset.articles.get(entry.article), entry.as_of, entry.figure.since
        if article and indicator.kind is not Kind.TARGET and _after(as_of, article.published.date):
            yield dataset.figure_problem(
                entry,
                "as_of",
                Both(
                    f"as_of {as_of} sau ngày đăng bài, {article.published.date}",
                    f"as_of {as_of} is after the article's publication, {article.published.date}",
                ),
                CORRECT_ONE,
            )
        if since and _after(since, as_of):
            message = Both(f"since {since} sau as_of {as_of}", f"since {since} is after as_of {as_of}")
            yield dataset.figure_problem(entry, "since", message, CORRECT_ONE)


def meanings(dataset: Dataset) -> Iterator[Problem]:
    """A date has a form that its kind can have: a period for a flow, a moment or its bounds for a stock."""
    for entry, indicator in dataset.entries_with_indicator:
        for name, message, hint in _wrong_forms(entry, indicator):
            yield dataset.figure_problem(entry, name, message, hint)


def _wrong_forms(entry: Entry, indicator: Indicator) -> Iterator[tuple[str, Both, Both]]:
    figure, as_of, kind = entry.figure, entry.as_of, indicator.kind
    first, between, last = as_of.text.partition("/")
    several = between and first != last and ".." not in (first, last)
    # A count with its total, 40/170, is of a moment; only a share in per cent can be of several years.
    of_years = several and kind is Kind.SHARE and figure.out_of is None and not indicator.adds_up
    if indicator.adds_up and kind is not Kind.TARGET and ".." in (first, last):
        yield "as_of", *_open_end(as_of, kind)
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
        yield from _wrong_length(figure.length, as_of, since=figure.since is not None)


def _open_end(as_of: Period, kind: Kind) -> tuple[Both, Both]:
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


def _wrong_length(length: Decimal, as_of: Period, *, since: bool) -> Iterator[tuple[str, Both, Both]]:
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


RULES = (dates, meanings)
