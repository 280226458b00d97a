"""Paragraphs are counted and compared as a curator does."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.articles.text.paragraphs import Paragraph, paragraphs, spaced
from dashboard.language.doubts import Doubt
from dashboard.language.vietnamese import fold


def test_lines_that_are_not_empty_are_counted_from_one() -> None:
    found = paragraphs("\ufeffMột\r\n\r\n \u00a0 \r\nHai  xã\u00a0nữa\rBa\n".encode())
    assert [(one.number, one.text) for one in found] == [(1, "Một"), (2, "Hai xã nữa"), (3, "Ba")]


def test_a_text_that_is_not_utf_8_is_refused() -> None:
    with pytest.raises(UnicodeDecodeError):
        paragraphs("Đảng bộ".encode("utf-16"))


def test_the_context_shows_a_few_words_on_either_side() -> None:
    one = Paragraph(1, "một hai ba bốn năm (sáu), bảy tám chín mười mốt")
    assert one.context(20, 23) == "… hai ba bốn năm ([sáu]), bảy tám chín mười …"
    assert one.context(0, 3) == "[một] hai ba bốn năm …"


@given(st.text())
def test_folding_keeps_every_place(text: str) -> None:
    one = Paragraph(1, spaced(text))
    assert len(one.folded) == len(one.text)
    assert one.folded == fold(one.text)
    assert spaced(one.text) == one.text


@given(st.text(alphabet="hoáòuỷýèe kts\u00a0\t\u0301\u0323", max_size=30))
def test_another_unicode_form_and_other_spaces_are_the_same_text(text: str) -> None:
    other = unicodedata.normalize("NFD", text).replace(" ", " \u00a0")
    assert fold(spaced(other)) == fold(spaced(text))


@given(st.binary())
def test_bytes_give_paragraphs_or_are_refused(raw: bytes) -> None:
    try:
        found = paragraphs(raw)
    except UnicodeDecodeError:
        return
    assert [one.number for one in found] == list(range(1, len(found) + 1))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hiện có 7.", "397 đảng viên"),
        ("hiện có 7", "397 đảng viên"),
        ("hiện có 7", ".397 đảng viên"),
        ("hiện có 7.3", "97 đảng viên"),
        ("đạt 96,", "8% tổ chức"),
    ],
)
def test_a_number_that_a_line_end_may_have_broken_is_in_doubt_on_both_lines(one: str, other: str) -> None:
    above, below = paragraphs(f"{one}\n{other}\n".encode())
    assert above.numerals[-1].doubt
    assert below.numerals[0].doubt is Doubt.BESIDE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("7", "397"),
        ("trong năm 2019.", "397 đảng viên được khen"),
        ("có 48 TCCSĐ.", "397 đảng viên được khen"),
        ("hiện có 7.", "\n397 đảng viên"),
        ("hiện có 12.", "3 chi bộ"),
    ],
)
def test_lines_that_break_no_number_are_in_no_doubt(one: str, other: str) -> None:
    assert [
        found.doubt for line in paragraphs(f"{one}\n{other}\n".encode()) for found in line.numerals if found.doubt
    ] == []
