"""Tables printed as lines: a number gets the label and the year that the shape makes certain, or none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dashboard.articles.draft.proposal import Open
from dashboard.articles.draft.text_tables import grid
from dashboard.records.models.article import NonFigureReason
from tests.articles.draft.desk import drafted, paragraph

TITLE = ("Đảng bộ huyện Đông Trạch qua những con số", "05/11/2019", "Đảng bộ huyện Đông Trạch có nhiều kết quả.")
NAMED = {"TCCSĐ", "Đảng viên", "Kết nạp"}


def labels(*lines: str) -> list[list[str]]:
    """The labels of the cells of some lines, line by line."""
    found = grid([paragraph(line, number) for number, line in enumerate(lines, 1)], NAMED.__contains__)
    return [[cell.label for cell in found.cells[number]] for number in sorted(found.cells)]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("TCCSĐ", "48", "Đảng viên", "7.397"), [["TCCSĐ"], ["Đảng viên"]]),
        (("48", "TCCSĐ", "7.397", "Đảng viên"), [["TCCSĐ"], ["Đảng viên"]]),
        (("TCCSĐ", "Đảng viên", "48", "7.397"), [["TCCSĐ"], ["Đảng viên"]]),
        (("Chỉ tiêu 2017 2018", "Kết nạp 112 115"), [["Năm 2017, Kết nạp", "Năm 2018, Kết nạp"]]),
        (("Nội dung | 2017 | 2018", "Kết nạp | 9 | 7"), [["Năm 2017, Kết nạp", "Năm 2018, Kết nạp"]]),
        (("2017", "2018", "Kết nạp", "9", "7"), [["Năm 2017, Kết nạp"], ["Năm 2018, Kết nạp"]]),
        (("Kết nạp", "2017", "9", "2018", "7"), [["Năm 2017, Kết nạp"], ["Năm 2018, Kết nạp"]]),
        (("Nơi | TCCSĐ | Đảng viên", "A | 9 | 700"), [["A, tCCSĐ", "A, đảng viên"]]),
        (("Nhóm A", "Nhóm B", "9", "7", "5"), [[""], [""], [""]]),
        (("Kết nạp 112 115",), [["", ""]]),
        (("Năm | Kết nạp | TCCSĐ", "2018 | 9 | 48"), [["Năm 2018, kết nạp", "Năm 2018, tCCSĐ"]]),
        (("Chỉ tiêu | Năm 2018 | Năm 2019", "Kết nạp | 9 | 7"), [["Năm 2018, Kết nạp", "Năm 2019, Kết nạp"]]),
        (("TCCSĐ / Đảng viên", "48 / 700"), [["TCCSĐ", "Đảng viên"]]),
        (("TCCSĐ", "48", "Đảng viên", "9", "Minh Khôi"), [["TCCSĐ"], ["Đảng viên"]]),
        (("Kết quả", "48", "TCCSĐ", "9", "Đảng viên"), [["TCCSĐ"], ["Đảng viên"]]),
        (("TCCSĐ", "48", "Đảng viên", "9", "Kết nạp"), [[""], [""]]),  # of the one before, or behind?
    ],
)
def test_the_shape_tells_the_label(lines: tuple[str, ...], told: list[list[str]]) -> None:
    assert labels(*lines) == told


def test_a_sentence_a_date_and_a_single_row_are_no_table() -> None:
    assert labels("Huyện có 48 TCCSĐ.", "05/11/2019", "Số đảng viên: 7.397", "Ảnh: Thu Hà") == []


def test_cells_are_proposed_with_their_years_and_the_years_set_aside() -> None:
    made = drafted(*TITLE, "Chỉ tiêu | 2017 | 2018", "Đảng viên kết nạp | 112 | 115")
    assert [(one.indicators[0], one.value, one.as_of) for one in made.figures] == [
        ("admitted", Decimal(112), "2017"), ("admitted", Decimal(115), "2018"),
    ]  # fmt: skip
    assert {one.reason for one in made.asides if one.paragraph == 4} == {NonFigureReason.DATE}


def test_cells_without_a_label_are_left_open() -> None:
    made = drafted(*TITLE, "Nhóm A", "Nhóm B", "17", "21", "35")
    assert not any(one.sure for one in made.figures)
    assert all(isinstance(one.as_of, Open) for one in made.figures)
