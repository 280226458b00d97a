"""The values of a figure: what they say together, what its indicator allows, and that each fact stands once."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dashboard.language.bilingual import CORRECT_ONE, DELETE_ONE, Both, any_of
from dashboard.language.vietnamese import fold
from dashboard.records.dataset import Dataset, Entry
from dashboard.records.models.figure import part_key
from dashboard.records.models.indicator import Indicator, Kind
from dashboard.records.problems import Problem

_COUNTS = (Kind.STOCK, Kind.FLOW, Kind.CHANGE, Kind.TARGET, Kind.VISITS, Kind.SHARE)
_BEYOND_100 = (Kind.ATTAINMENT, Kind.CHANGE)


def ids(dataset: Dataset) -> Iterator[Problem]:
    """No two figures have one id."""
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
    """No fact stands twice, unless the article contradicts itself and both figures say so in ``contradicts``.

    Two figures are of one fact if a reader can't tell them apart: same place, indicator, date, part, base, scheme and
    baseline. ``key`` does not count, since no reader sees it.
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
    """What a figure is about, and its values."""
    figure = entry.figure
    when = entry.as_of, figure.term, figure.length, figure.since
    base = figure.base, figure.base_note and fold(figure.base_note.vi)
    about = (entry.article, figure.indicator, entry.locality, part_key(figure.of), *when, *base, figure.scheme)
    return about, (figure.value, figure.out_of, figure.before, figure.grade)


def computed(dataset: Dataset) -> Iterator[Problem]:
    """A computed indicator has no figures of its own."""
    for entry, indicator in dataset.entries_with_indicator:
        if indicator.formula:
            yield dataset.figure_problem(
                entry,
                "indicator",
                Both("chỉ tiêu này là số tính ra, bài báo không in", "this indicator is computed, never printed"),
                Both("ghi điều bài in thành một chỉ tiêu riêng", "give what is printed as an indicator of its own"),
            )


def values(dataset: Dataset) -> Iterator[Problem]:
    """An indicator of kind grade has a grade, every other a value."""
    for entry, indicator in dataset.entries_with_indicator:
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
                    _not_for_kind(name, indicator),
                    Both(f"xóa đi; đã có {wanted}", f"delete it; {wanted} says it"),
                )


def _not_for_kind(name: str, indicator: Indicator) -> Both:
    return Both(f"có {name} dù loại số là {indicator.kind}", f"{name} where the kind is {indicator.kind}")


def ranges(dataset: Dataset) -> Iterator[Problem]:
    """No number is negative, no share above 100 per cent, no count a fraction."""
    for entry, indicator in dataset.entries_with_indicator:
        for name in ("value", "out_of", "before"):
            number: Decimal | None = getattr(entry.figure, name)
            if number is not None and (found := _out_of_range(number, indicator, entry.figure.printed)):
                message, hint = found
                yield dataset.figure_problem(
                    entry, name, Both(f"{name} là ", f"{name} is ") + f"{number}" + message, hint
                )


def _out_of_range(number: Decimal, indicator: Indicator, printed: str) -> tuple[Both, Both] | None:
    if number < 0:
        return Both(", nhỏ hơn 0", ", below zero"), Both(
            "mức giảm ghi bằng số dương, loại số change", "a fall is a positive number, of kind change"
        )
    if indicator.in_per_cent:
        beyond = number > 100 and indicator.kind not in _BEYOND_100
        told = (
            Both("%, trên 100", "%, above 100"),
            Both(
                "chỉ mức đạt kế hoạch hoặc mức tăng giảm mới được trên 100",
                "only an attainment or a change may be above 100",
            ),
        )
        return told if beyond else None
    # If the phrase holds these very digits ("7.397"), ``double_entry`` reports what they mean.
    counted = indicator.kind in _COUNTS and not indicator.in_points and "%" not in printed  # reported by double_entry
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
    """A total is a count, not 0 and not below its part; only a stock or a share has a value before."""
    for entry, indicator in dataset.entries_with_indicator:
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
        if figure.out_of is not None and indicator.in_per_cent:
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
            yield dataset.figure_problem(entry, "before", _not_for_kind("before", indicator), hint)


def levels(dataset: Dataset) -> Iterator[Problem]:
    """An indicator exists at its place's level."""
    for entry, indicator in dataset.entries_with_indicator:
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


RULES = (ids, facts, computed, values, ranges, totals, levels)
