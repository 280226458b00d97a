"""Whether the words around a number speak of the figure's place and date."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.articles.verify.desk import FIGURES, Desk

Report = Callable[[], Any]
SENTENCE = "toàn huyện có 48 TCCSĐ với 7.397 đảng viên"
NOTE = '\n    note: {vi: "là của huyện", en: "of the district"}'


def of_members(report: Report, kind: str, figure: str = "members") -> list[str]:
    """What is told of the figure of members, or another, of one kind."""
    told = [one for one in report()["disproofs"] if one["kind"] == kind and f"paper-2019/{figure}" in one["figures"]]
    return [one["problem"]["message"] for one in told]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("toàn huyện có 48 TCCSĐ; xã Hiền Ninh có 7.397 đảng viên", "xã Hiền Ninh"),
        ("toàn huyện có 48 TCCSĐ; Đảng bộ xã Hiền Ninh có 7.397 đảng viên", "xã Hiền Ninh"),
        ("toàn huyện có 48 TCCSĐ; thị trấn Quán Hàu hiện có 7.397 đảng viên", "Quán Hàu"),
        ("toàn huyện có 48 TCCSĐ và 7.397 đảng viên ở xã Hiền Ninh", "xã Hiền Ninh"),
        ("toàn huyện có 48 TCCSĐ; toàn tỉnh có 7.397 đảng viên", "toàn tỉnh"),
        ("toàn huyện có 48 TCCSĐ; tỉnh Quảng Bình hiện có 7.397 đảng viên", "tỉnh Quảng Bình"),
        ("toàn huyện có 48 TCCSĐ; huyện Lệ Thủy có 7.397 đảng viên", "huyện Lệ Thủy"),
        ("toàn huyện có 48 TCCSĐ; toàn xã có 7.397 đảng viên", "toàn xã"),
    ],
)
def test_a_number_of_another_place_is_not_proven_as_the_districts(
    desk: Desk, report: Report, words: str, named: str
) -> None:
    desk.reword(SENTENCE, words)
    told = of_members(report, "place")
    assert len(told) == 1
    assert named in told[0]
    desk.edit(FIGURES, 'printed: "7.397 đảng viên"\n', f'printed: "7.397 đảng viên"{NOTE}\n')
    assert of_members(report, "place") == []


@pytest.mark.parametrize(
    "words",
    [
        "xã Hiền Ninh có 2 thôn; toàn huyện có 48 TCCSĐ với 7.397 đảng viên",
        "huyện Quảng Ninh, tỉnh Quảng Bình có 48 TCCSĐ với 7.397 đảng viên",
        "đứng đầu toàn tỉnh, Đảng bộ huyện có 48 TCCSĐ với 7.397 đảng viên",
        "huyện ủy Quảng Ninh có 48 TCCSĐ với 7.397 đảng viên, dẫn đầu toàn tỉnh",
    ],
)
def test_the_districts_own_number_is_proven_beside_other_places(desk: Desk, report: Report, words: str) -> None:
    desk.reword(SENTENCE, words)
    assert of_members(report, "place") == []


@pytest.mark.parametrize(
    ("date", "printed", "kind"),
    [("2019-10-01", "ngày 01/10/2019", "year"), ("2018-12-05", "ngày 05/12/2018", "year"), ("2017", "năm 2017", "year"),
     ("2015/2017", "từ năm 2015 đến năm 2017", "year")],
)  # fmt: skip
def test_a_day_named_for_what_there_is_does_not_date_what_came_in_another_paragraph(
    desk: Desk, report: Report, date: str, printed: str, kind: str
) -> None:
    desk.edit(FIGURES, "as_of: 2019-11-06", f"as_of: {date}")
    desk.reword("toàn huyện có 48 TCCSĐ", f"{printed}, toàn huyện có 48 TCCSĐ")
    assert len(of_members(report, kind, "posts_cut")) == 1
    assert of_members(report, kind) == []  # the members that there are: the day holds on
    assert of_members(report, kind, "hamlets") == []
    desk.reword("Huyện giảm 235 chỉ tiêu", f"Huyện {printed} giảm 235 chỉ tiêu")
    assert of_members(report, kind, "posts_cut") == []


@pytest.mark.parametrize(
    ("words", "noun"),
    [("7.397 lượt đảng viên dự học", '"lượt"'), ("7.397 tổ chức cơ sở đảng trực thuộc", '"tổ chức cơ sở đảng"')],
)
def test_what_is_counted_behind_a_short_phrase_is_what_the_indicator_counts(
    desk: Desk, report: Report, words: str, noun: str
) -> None:
    desk.edit("data/indicators.yaml", 'unit: {vi: "TCCSĐ"', 'unit: {vi: "tổ chức cơ sở đảng"')
    desk.reword("7.397 đảng viên", words)
    desk.edit(FIGURES, 'printed: "7.397 đảng viên"', 'printed: "7.397"')
    (told,) = of_members(report, "counted")
    assert noun in told


@pytest.mark.parametrize("words", ["hơn một nửa số chi bộ", "2/3 số chi bộ"])
def test_a_rough_part_is_listed_with_a_reason_of_its_own(desk: Desk, report: Report, words: str) -> None:
    desk.reword("kết quả cao ở khắp nơi", f"kết quả cao ở {words}")
    (left,) = report()["coverage"]["left_over"]
    assert left["numeral"] in words
    desk.edit("seeds/paper-2019.yaml", "not_figures:\n",
              f'not_figures:\n  - {{printed: "{words}", paragraph: 6, reason: fraction}}\n')  # fmt: skip
    assert report()["coverage"]["left_over"] == []
