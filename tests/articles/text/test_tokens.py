"""No numeral of a text is passed over, and no word is taken for one."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.articles.text.paragraphs import Paragraph, spaced
from dashboard.articles.text.tokens import tokens


def found(text: str) -> list[str]:
    return [one.text for one in tokens(Paragraph(1, spaced(text)))]


@pytest.mark.parametrize(
    ("text", "numerals"),
    [
        ("có 7.397 đảng viên, 96,8% và 223/226 cán bộ", ["7.397", "96,8%", "223/226"]),
        ("từ 3-5 chi bộ", ["3", "5"]),
        ("gần 1 tỷ đồng", ["1 tỷ"]),
        ("ít nhất hai chi bộ", ["hai"]),
        ("khóa XI, XII và lần thứ XXII", ["XI", "XII", "XXII"]),
        ("quý II, phần C và mục III", ["II", "C", "III"]),
        ("rộng 120 m2, khổ A4", ["120", "2", "4"]),
        ("chiếm ½ số hộ, ２ xã", ["½", "２"]),
        ("thế kỷ XX", ["XX"]),
    ],
)
def test_every_kind_of_numeral_is_found(text: str, numerals: list[str]) -> None:
    assert found(text) == numerals


@pytest.mark.parametrize(
    "text", ["Ba Tri", "thứ hai", "đĩa CD, người dẫn MC", "VI PHẠM KỶ LUẬT", "HĐND, UBND, MTTQ", "một số nơi", "MIX"]
)
def test_words_that_look_like_numerals_are_none(text: str) -> None:
    assert found(text) == []


@given(st.text(alphabet="1 2XIV.,%/m½ba một²-–", max_size=30))
def test_numerals_never_overlap_and_leave_no_digit_out(text: str) -> None:
    paragraph = Paragraph(1, spaced(text))
    all_of_them = tokens(paragraph)
    assert all(one.end <= other.start for one, other in pairwise(all_of_them))
    covered = {at for one in all_of_them for at in range(one.start, one.end)}
    assert all(at in covered for at, char in enumerate(paragraph.text) if char.isnumeric())
