"""Notes at the foot of a text belong to the numbers that bear their marks."""

from __future__ import annotations

from dashboard.articles.draft.proposal import Open, Proposal
from tests.articles.draft.desk import drafted

TITLE = ("Đảng bộ tỉnh An Lĩnh vững mạnh", "05/11/2019")


def note(line: str, text: str) -> Proposal:
    """The last figure of a text with a note."""
    return drafted(*TITLE, line, text).figures[-1]


def test_a_part_of_the_annotated_number_has_its_date_and_place() -> None:
    found = note("Năm 2018, huyện Vĩnh Khê có 48(1) TCCSĐ.", "(1) Trong đó có 30 đảng bộ cơ sở.")
    assert (found.as_of, found.locality, found.indicators[0], found.sure) == (
        "2018", "an-linh.vinh-khe", "committees", True,
    )  # fmt: skip


def test_each_note_of_a_line_belongs_to_its_own_mark() -> None:
    line = "Năm 2018, toàn tỉnh có 48(1) TCCSĐ. Đến nay, có 912(2) chi bộ trực thuộc."
    assert note(line, "(1) Có 30 đảng bộ cơ sở. (2) Gồm 9 chi bộ khu phố.").as_of is None


def test_a_part_of_another_thing_is_no_part_of_the_whole() -> None:
    found = note("Năm 2018, toàn tỉnh kết nạp 96(1) đảng viên.", "(1) Trong đó có 30 đảng bộ cơ sở.")
    assert not found.sure


def test_what_is_no_part_leaves_date_and_place_open() -> None:
    found = note("Năm 2018, huyện Vĩnh Khê có 48(1) TCCSĐ.", "(1) Số thôn là 112 thôn, tổ dân phố.")
    assert isinstance(found.as_of, Open)
    assert isinstance(found.locality, Open)
    assert found.as_of.choices[0] == "2018"


def test_a_numbered_line_without_a_mark_is_no_note() -> None:
    assert note("Năm 2018, toàn tỉnh có 48 TCCSĐ.", "(1) Có 30 đảng bộ cơ sở.").as_of is None


def test_a_star_is_a_mark_too() -> None:
    found = note(
        "Năm 2018, huyện Vĩnh Khê có 48* TCCSĐ. Đến nay, tỉnh có 912 chi bộ.", "* Trong đó có 30 đảng bộ cơ sở."
    )
    assert (found.as_of, found.locality) == ("2018", "an-linh.vinh-khe")
