"""Numerals set aside, each with its reason, in phrases that stand as often as they say."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dashboard.articles.draft.non_figures import SetAside, Sifted
from dashboard.articles.draft.other_numerals import names_follow
from dashboard.articles.text.phrases import stands
from dashboard.records.models.article import NonFigureReason
from tests.articles.draft.desk import paragraph


def aside(line: str) -> list[SetAside]:
    return Sifted(paragraph(line)).asides([])


@pytest.mark.parametrize(
    ("line", "printed", "reason"),
    [
        ("08:22, Thứ Sáu, 18/10/2019 (GMT+7)", "08:22, Thứ Sáu, 18/10/2019 (GMT+7)", NonFigureReason.DATE),
        ("nhiệm kỳ 2015-2020, cấp ủy", "nhiệm kỳ 2015-2020", NonFigureReason.TERM),
        (
            "theo Nghị quyết 03-NQ/HU ngày 15/12/2020 về",
            "Nghị quyết 03-NQ/HU ngày 15/12/2020",
            NonFigureReason.DOCUMENT,
        ),
        ("Nghị quyết Trung ương 4 (khóa XII)", "Trung ương 4 (khóa XII)", NonFigureReason.CONGRESS),
        ("0:00 / 0:00", "0:00 / 0:00", NonFigureReason.PAGE),
        ("Sau hơn 02 năm, việc", "hơn 02 năm", NonFigureReason.DURATION),
        ("đồng chí Tư, 58 tuổi", "58 tuổi", NonFigureReason.DURATION),
        ("huy hiệu 30, 40, 50 năm tuổi Đảng", "30, 40, 50 năm tuổi", NonFigureReason.DURATION),
        ("với 8 mục tiêu cụ thể", "8 mục tiêu", NonFigureReason.CONTENT),
        ("phát sinh giữa 2 kỳ họp ngày", "giữa 2 kỳ họp", NonFigureReason.OCCASION),
        ("Sáng 6.6, Đảng bộ xã", "Sáng 6.6", NonFigureReason.DATE),
        ("dịp Quốc khánh 2-9", "Quốc khánh 2-9", NonFigureReason.DATE),
        ("gồm 9A và 9B", "9A", NonFigureReason.NAMED),
        ("Phản hồi: 0", "0", NonFigureReason.PAGE),
    ],
)
def test_the_reason_is_told(line: str, printed: str, reason: NonFigureReason) -> None:
    assert (aside(line)[0].printed, aside(line)[0].reason) == (printed, reason)


@pytest.mark.parametrize(
    "line",
    [
        "có 48 TCCSĐ",
        "đạt 19 tiêu chí",
        "trên 90% chi bộ",
        "40/170 chi bộ",
        "lên con số 1.622",
        "có 5 chi bộ",
        "trồng 2km đường",
    ],
)
def test_what_may_be_a_figure_is_left(line: str) -> None:
    assert len(Sifted(paragraph(line)).left) == 1
    assert aside(line) == []


def test_a_phrase_that_stands_twice_says_so_or_is_lengthened() -> None:
    line = "Năm 2018, theo Nghị quyết số 02; năm 2018 thực hiện Nghị quyết số 02 và 18 chi bộ năm 2017."
    found = aside(line)
    for one in found:
        assert len(stands(one.printed, paragraph(line))) == one.times
    assert sum(one.times for one in found) == 5


def test_a_numeral_in_the_phrase_of_a_figure_is_not_listed_too() -> None:
    line = "giảm 235 biên chế so với năm 2015"
    assert Sifted(paragraph(line)).asides([(0, len(line))]) == []
    assert [one.printed for one in aside(line)] == ["năm 2015"]


@pytest.mark.parametrize(
    ("text", "value", "named"),
    [
        (" xã Tân Khê, Mai Lĩnh và Hòa Khê bàn", 3, True),
        (" đảng bộ Thạnh Phú và Mỏ Cày Bắc đã", 2, True),
        (" xã Tân Khê và Mai Lĩnh", 3, False),
        (" chi bộ và đảng bộ", 2, False),
    ],
)
def test_a_count_introduces_as_many_names(text: str, value: int, named: bool) -> None:
    assert bool(names_follow(text, 0, Decimal(value))) is named
