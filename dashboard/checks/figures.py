"""What a figure's fields say together, and what its indicator allows (DOMAIN.md, "Other rules")."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dashboard.dataset import Dataset, Entry
from dashboard.dates import Period
from dashboard.models import Indicator, Kind, part_key
from dashboard.problems import CORRECT_ONE, DELETE_ONE, Both, Problem, any_of
from dashboard.vietnamese import fold

_COUNTS = (Kind.STOCK, Kind.FLOW, Kind.CHANGE, Kind.TARGET, Kind.VISITS, Kind.SHARE)
_LONGEST = 100  # years
_BEYOND_100 = (Kind.ATTAINMENT, Kind.CHANGE)


def known(dataset: Dataset) -> Iterator[tuple[Entry, Indicator]]:
    """The figures whose indicator exists."""
    return iter(dataset.known)


def per_cent(indicator: Indicator) -> bool:
    """Whether its values are in per cent."""
    return indicator.unit.vi.strip() == "%"


def in_points(indicator: Indicator) -> bool:
    """Whether its values are in points, as those of per cent (tăng 1,8 điểm phần trăm): measured, not counted."""
    return "điểm" in indicator.unit.vi


def ids(dataset: Dataset) -> Iterator[Problem]:
    """A figure's id is its own."""
    first: dict[str, Entry] = {}
    for entry in dataset.entries:
        other = first.setdefault(entry.id, entry)
        if other is not entry:
            line = dataset.at(other)[1]
            apart = Both("thêm key để phân biệt, ví dụ key: cities", "add a key to tell them apart, e.g. key: cities")
            if entry.figure.key:
                apart = Both("đặt key khác cho một trong hai", "give one of them another key")
            yield dataset.figure_problem(
                entry,
                "indicator",
                Both(f"đây cũng là số liệu ở dòng {line}", f"this is also the figure on line {line}"),
                DELETE_ONE if _fact(entry) == _fact(other) else apart,
            )


def facts(dataset: Dataset) -> Iterator[Problem]:
    """What a reader can't tell apart is one fact and stands once; an article that contradicts itself says so in both.

    A key tells ids apart and no reader sees it: two figures of one place, indicator and date differ in ``of``, in what
    they are shares of, in the scheme or the baseline, or each says in ``contradicts`` that it can't be true beside the
    other.
    """
    first: dict[object, Entry] = {}
    for entry in dataset.entries:
        figure, (same, values) = entry.figure, _fact(entry)
        other = first.setdefault(same, entry)
        if other is entry or other.id == entry.id:
            continue
        once = values == _fact(other)[1]
        if once or not (figure.contradicts and other.figure.contradicts):
            line = dataset.at(other)[1]
            yield dataset.figure_problem(
                entry,
                "indicator",
                Both(
                    f"cùng một sự việc, thời điểm {entry.as_of}, đã ghi ở dòng {line}",
                    f"the same fact, for {entry.as_of}, is on line {line}",
                ),
                _ONCE if once else _APART,
            )


_ONCE = Both(
    "xóa một; nếu mỗi số của một bộ phận thì ghi bộ phận ấy (of: {vi: …, en: …})",
    "delete one; if each is of a part, say of which (of: {vi: …, en: …})",
)
_APART = Both(
    "ghi mỗi số là của bộ phận nào (of: {vi: …, en: …}), hoặc sửa as_of; bài tự mâu thuẫn thì ghi contradicts ở cả hai",
    "say of which part each is (of: {vi: …, en: …}), or correct as_of; where the article contradicts itself, say so in "
    "contradicts of both",
)


def _fact(entry: Entry) -> tuple[object, object]:
    """What a figure is about, and what it says of that."""
    figure = entry.figure
    when = entry.as_of, figure.term, figure.length, figure.since
    base = figure.base, figure.base_note and fold(figure.base_note.vi)
    about = (entry.article, figure.indicator, entry.locality, part_key(figure.of), *when, *base, figure.scheme)
    return about, (figure.value, figure.out_of, figure.before, figure.grade)


def computed(dataset: Dataset) -> Iterator[Problem]:
    """A computed indicator has no figures of its own."""
    for entry, indicator in known(dataset):
        if indicator.formula:
            yield dataset.figure_problem(
                entry,
                "indicator",
                Both("chỉ tiêu này là số tính ra, bài báo không in", "this indicator is computed, never printed"),
                Both("ghi điều bài in thành một chỉ tiêu riêng", "give what is printed as an indicator of its own"),
            )


def values(dataset: Dataset) -> Iterator[Problem]:
    """A grade for a grade, a number for everything else."""
    for entry, indicator in known(dataset):
        figure, grade = entry.figure, indicator.kind is Kind.GRADE
        wanted, other = ("grade", "value") if grade else ("value", "grade")
        if getattr(figure, wanted) is None:
            yield dataset.figure_problem(
                entry,
                "indicator",
                Both(f"thiếu {wanted}", f"{wanted} is missing"),
                Both(f"loại số là {indicator.kind}: thêm {wanted}", f"its kind is {indicator.kind}: add {wanted}"),
            )
        for name in (other, *(("out_of", "before", "hedge") if grade else ())):
            if getattr(figure, name) is not None:
                yield dataset.figure_problem(
                    entry,
                    name,
                    _of_kind(name, indicator),
                    Both(f"xóa đi; đã có {wanted}", f"delete it; {wanted} says it"),
                )


def _of_kind(name: str, indicator: Indicator) -> Both:
    return Both(f"có {name} dù loại số là {indicator.kind}", f"{name} where the kind is {indicator.kind}")


def ranges(dataset: Dataset) -> Iterator[Problem]:
    """No negative number, no share above 100 per cent, no half of a countable thing."""
    for entry, indicator in known(dataset):
        for name in ("value", "out_of", "before"):
            number: Decimal | None = getattr(entry.figure, name)
            if number is not None and (told := _out_of_range(number, indicator, entry.figure.printed)):
                message, hint = told
                yield dataset.figure_problem(
                    entry, name, Both(f"{name} là ", f"{name} is ") + f"{number}" + message, hint
                )


def _out_of_range(number: Decimal, indicator: Indicator, printed: str) -> tuple[Both, Both] | None:
    if number < 0:
        return Both(", nhỏ hơn 0", ", below zero"), Both(
            "mức giảm ghi bằng số dương, loại số change", "a fall is a positive number, of kind change"
        )
    if per_cent(indicator):
        beyond = number > 100 and indicator.kind not in _BEYOND_100
        told = (
            Both("%, trên 100", "%, above 100"),
            Both(
                "chỉ mức đạt kế hoạch hoặc mức tăng giảm mới được trên 100",
                "only an attainment or a change may be above 100",
            ),
        )
        return told if beyond else None
    # Where the phrase holds these very digits ("7.397"), it is the printed numeral that tells what they mean.
    counted = indicator.kind in _COUNTS and not in_points(indicator) and "%" not in printed  # which is told
    if counted and number != number.to_integral_value() and str(number) not in printed:
        whole, grouped = str(number).replace(".", ""), len(str(number).partition(".")[2]) % 3 == 0
        return (
            Both(
                f", nhưng {indicator.unit.vi} đếm bằng số nguyên",
                f", but {indicator.unit.en} are counted in whole numbers",
            ),
            Both(f"viết {whole} nếu dấu chấm phân nhóm nghìn", f"write {whole} if the stop groups thousands")
            if grouped
            else Both(
                "số trung bình, số đo thì chọn chỉ tiêu khác", "an average or a measure belongs to another indicator"
            ),
        )
    return None


def totals(dataset: Dataset) -> Iterator[Problem]:
    """A total is of countable things and not below its part; only what there is has a value before."""
    for entry, indicator in known(dataset):
        figure = entry.figure
        if figure.out_of == 0:
            yield dataset.figure_problem(
                entry,
                "out_of",
                Both("tổng số là 0", "a total of 0"),
                Both("xóa hoặc sửa lại", "delete it, or correct it"),
            )
        elif figure.out_of is not None and figure.value is not None and figure.value > figure.out_of:
            message = Both(
                f"value {figure.value} lớn hơn out_of, {figure.out_of}",
                f"value {figure.value} is above out_of, {figure.out_of}",
            )
            hint = CORRECT_ONE + Both("; out_of là tổng số", "; out_of is the total")
            yield dataset.figure_problem(entry, "value", message, hint)
        if figure.out_of is not None and per_cent(indicator):
            message = Both("có out_of bên một tỷ lệ phần trăm", "out_of beside a value in per cent")
            hint = Both(
                "ghi số đếm và tổng số thành một số liệu riêng", "make the count and its total a figure of their own"
            )
            yield dataset.figure_problem(entry, "out_of", message, hint)
        if figure.before is not None and indicator.kind not in (Kind.STOCK, Kind.SHARE):
            hint = Both(
                "chỉ số hiện có (stock, share) mới có số trước đó",
                "only what there is (stock, share) has a value before",
            )
            yield dataset.figure_problem(entry, "before", _of_kind("before", indicator), hint)


def levels(dataset: Dataset) -> Iterator[Problem]:
    """An indicator exists at its place's level."""
    for entry, indicator in known(dataset):
        place = dataset.localities.get(entry.locality)
        if place and not indicator.exists_at(place.level, entry.as_of, place.code_valid):
            name = "locality" if entry.figure.locality else "indicator"
            yield dataset.figure_problem(
                entry,
                name,
                Both(
                    f"{place.id} thuộc cấp {place.level}, cấp này không có chỉ tiêu ấy",
                    f"{place.id} is a {place.level}, where this does not exist",
                ),
                Both("chỉ có ở cấp ", "it exists for: ") + any_of(list(indicator.levels)) + _since(indicator),
            )


def _since(indicator: Indicator) -> Both:
    day = indicator.communes_since
    return Both(f", từ {day} cả commune", f", from {day} also a commune") if day else Both("", "")


def dates(dataset: Dataset) -> Iterator[Problem]:
    """Nothing but a target is dated after its article; a baseline is not after what it is the baseline of."""
    for entry, indicator in known(dataset):
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
