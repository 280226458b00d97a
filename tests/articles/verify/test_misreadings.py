"""What stands beside a number makes it a change, an aim, or the number of another label or year."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.articles.verify.desk import FIGURES, Desk

Report = Callable[[], Any]
HAMLETS = 'value: 154\n    before: 162\n    printed: "từ 162 thôn xuống còn 154 thôn"'
HAMLETS_TEXT = "số thôn giảm từ 162 thôn xuống còn 154 thôn"
GOOD = '    value: 90\n    hedge: over\n    printed: "trên 90% đảng viên"\n    paragraph: 4\n    as_of: 2018\n'
GOOD_TEXT = "Năm 2018, trên 90% đảng viên được xếp loại hoàn thành tốt nhiệm vụ"
SCHEMES = "data/schemes.yaml"


def told(report: Report) -> list[str]:
    return [one["problem"]["message"] for one in report()["disproofs"]]


def hamlets(desk: Desk, text: str, value: int, printed: str, more: str = "") -> None:
    desk.reword(HAMLETS_TEXT, text)
    desk.edit(FIGURES, HAMLETS, f'value: {value}\n    printed: "{printed}"{more}')


@pytest.mark.parametrize(
    ("text", "value", "printed"),
    [
        ("số thôn giảm 8 thôn", 8, "8 thôn"),
        ("huyện có thêm 8 thôn", 8, "thêm 8 thôn"),
        ("số thôn tăng thêm gần 8 thôn", 8, "gần 8 thôn"),
    ],
)
def test_by_how_much_is_not_how_many(desk: Desk, report: Report, text: str, value: int, printed: str) -> None:
    hamlets(desk, text, value, printed, "\n    hedge: nearly" if "gần" in printed else "")
    (message,) = told(report)
    assert "it says by how much, not how many" in message
    note = '\n    note: {vi: "đọc theo câu văn", en: "as the sentence says"}'
    desk.edit(FIGURES, f'printed: "{printed}"', f'printed: "{printed}"{note}')
    assert told(report) == []


def test_by_how_much_is_not_how_many_there_were(desk: Desk, report: Report) -> None:
    desk.reword(HAMLETS_TEXT, "giảm 8 thôn, còn 154 thôn")
    desk.edit(FIGURES, HAMLETS, 'value: 154\n    before: 8\n    printed: "8 thôn, còn 154 thôn"')
    assert told(report) == ['hamlets: "giảm" stands right before 8: it says by how much, not how many']


@pytest.mark.parametrize(
    "text", ["thôn giảm xuống 154 thôn", "tăng giảm thất thường, nay có 154 thôn", "giảm còn 154 thôn"]
)
def test_what_a_number_fell_to_is_how_many(desk: Desk, report: Report, text: str) -> None:
    hamlets(desk, text, 154, "154 thôn")
    assert told(report) == []


@pytest.mark.parametrize(
    ("text", "aim"),
    [
        ("phấn đấu đến năm 2025 có 154 thôn", True),
        ("mục tiêu là 154 thôn", True),
        ("chỉ tiêu năm 2018: 154 thôn", True),
        ("chỉ tiêu năm 2018 đã đạt: 154 thôn", False),
        ("phấn đấu vươn lên, nay có 154 thôn", False),
        ("hoàn thành mục tiêu; có 154 thôn", False),
    ],
)
def test_what_is_aimed_at_is_not_there(desk: Desk, report: Report, text: str, aim: bool) -> None:
    hamlets(desk, text, 154, "154 thôn")
    messages = told(report)
    assert len(messages) == aim
    assert all("it is aimed at, not reached" in one for one in messages)


def rated(desk: Desk, text: str, value: str, printed: str) -> None:
    desk.reword(GOOD_TEXT, text)
    desk.edit(SCHEMES, 'labels: ["hoàn thành tốt nhiệm vụ"]',
              'labels: ["hoàn thành xuất sắc nhiệm vụ", "hoàn thành tốt nhiệm vụ", "hoàn thành nhiệm vụ"]')  # fmt: skip
    desk.edit(FIGURES, GOOD, f'    value: {value}\n    printed: "{printed}"\n    paragraph: 4\n    as_of: 2018\n')


LABELS = (
    "Năm 2018, 19,6% đảng viên hoàn thành xuất sắc nhiệm vụ, 71,7% hoàn thành tốt nhiệm vụ, 8,7% hoàn thành nhiệm vụ"
)
ORDER = "Năm 2018, đảng viên hoàn thành xuất sắc nhiệm vụ, hoàn thành tốt nhiệm vụ lần lượt là 19,6% và 71,7%"


@pytest.mark.parametrize(
    ("text", "value", "printed", "wrong"),
    [
        (LABELS, "71.7", "71,7%", False),
        (LABELS, "8.7", "hoàn thành tốt nhiệm vụ, 8,7%", True),
        (ORDER, "71.7", "71,7%", False),
        (ORDER, "19.6", "19,6%", True),
        ("Năm 2018, 8,7% đảng viên chưa hoàn thành tốt nhiệm vụ", "8.7", "8,7% đảng viên", True),
    ],
)
def test_each_number_has_its_own_label(
    desk: Desk, report: Report, text: str, value: str, printed: str, wrong: bool
) -> None:
    rated(desk, text, value, printed)
    assert len(told(report)) == wrong


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Năm 2017 là 85%; năm 2018, trên 90% đảng viên được xếp loại hoàn thành tốt nhiệm vụ", True),
        ("Năm 2018 là 85%; năm 2017, trên 90% đảng viên được xếp loại hoàn thành tốt nhiệm vụ", False),
        ("Đảng viên hoàn thành tốt nhiệm vụ các năm 2017, 2018 lần lượt là 85% và trên 90% đảng viên", True),
        ("Đảng viên hoàn thành tốt nhiệm vụ các năm 2018, 2017 lần lượt là 85% và trên 90% đảng viên", False),
        ("Năm 2017 và 2018, trên 90% đảng viên được xếp loại hoàn thành tốt nhiệm vụ", False),
        ("Năm 2017, năm 2018, trên 90% đảng viên được xếp loại hoàn thành tốt nhiệm vụ", True),
        ("So với trên 90% đảng viên năm 2017, năm 2018 đảng viên hoàn thành tốt nhiệm vụ", False),
        ("So với trên 90% đảng viên năm 2018, hoàn thành tốt nhiệm vụ", True),
        ("Trên 90% đảng viên và 85%, lần lượt trong các năm 2018 và 2017, hoàn thành tốt nhiệm vụ", True),
    ],
)
def test_each_number_has_its_own_year(desk: Desk, report: Report, text: str, right: bool) -> None:
    desk.reword(GOOD_TEXT, text)
    if text.startswith("Trên"):
        desk.edit(FIGURES, '"trên 90% đảng viên"', '"Trên 90% đảng viên"')
    assert [one for one in told(report) if "2017" in one or "2018" in one] == [] if right else told(report)


@pytest.mark.parametrize(
    ("text", "value", "right"),
    [
        ("Huyện giảm 235 chỉ tiêu", 235, True),
        ("Huyện tăng 235 chỉ tiêu", 235, False),
        ("Huyện giảm 12 chỉ tiêu, còn 235 chỉ tiêu", 235, False),
    ],
)
def test_a_cut_is_neither_a_rise_nor_what_is_left(
    desk: Desk, report: Report, text: str, value: int, right: bool
) -> None:
    desk.reword("Huyện giảm 235 chỉ tiêu", text)
    desk.edit(FIGURES, 'printed: "giảm 235 chỉ tiêu"', f'printed: "{value} chỉ tiêu"')
    assert len(told(report)) == (0 if right else 1)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Năm 2018 giảm", True),
        ("Trong 6 tháng đầu năm 2018 giảm", False),
        ("Quý I/2018 giảm", False),
        ("Từ năm 2015 đến năm 2018 giảm", False),
        ("Hằng năm, như năm 2018 giảm", True),
        ("Đến năm 2018, trong 5 năm qua giảm", False),
    ],
)
def test_a_part_of_a_year_is_not_the_year(desk: Desk, report: Report, text: str, right: bool) -> None:
    desk.reword("Huyện giảm 235 chỉ tiêu so với năm 2015", f"{text} 235 chỉ tiêu")
    desk.edit(FIGURES, "    since: 2015\n", "    as_of: 2018\n")
    assert len(told(report)) == (0 if right else 1)


def test_what_came_in_several_years_is_not_of_a_day(desk: Desk, report: Report) -> None:
    desk.reword("Huyện giảm 235 chỉ tiêu so với năm 2015", "Trong 5 năm qua, huyện giảm 235 chỉ tiêu")
    desk.edit(FIGURES, "    since: 2015\n", "")
    assert any('"Trong 5 năm qua" stands before the number' in one for one in told(report))
    desk.edit(FIGURES, "235\n", "235\n    as_of: undated\n    length: 5\n")
    assert told(report) == []
