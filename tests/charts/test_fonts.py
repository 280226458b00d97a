"""Words are as wide as the shipped font makes them, and lines break without losing any."""

from __future__ import annotations

import unicodedata
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from dashboard.charts.assets import font_path
from dashboard.charts.fonts import _font, width, wrap
from dashboard.language.words import LANGUAGES, catalogue
from tests.world import real

VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
LETTERS = "".join(unicodedata.normalize("NFC", vowel + tone) for vowel, tone in product(VOWELS, TONES)) + "đ"
SIGNS = "0123456789.,%/+−–→><≥≤≈“”‘’()[]{}·…:;!?&'\"-△\u00a0$€"

texts = st.text(st.sampled_from(LETTERS + LETTERS.upper() + "bcdghklmnpqrstvx  \u00a0.,%()“”"), max_size=80)


# --- width


def test_every_letter_and_sign_that_we_print_has_a_glyph() -> None:
    printed = {char for language in LANGUAGES for text in catalogue(language).values() for char in str(text)}
    printed |= {char for entry in real().entries for char in entry.figure.printed}
    wanted = sorted(printed | set(LETTERS + LETTERS.upper() + SIGNS))
    for style in ("normal", "italic"):
        font = ImageFont.truetype(str(font_path("italic" if style == "italic" else "normal")), 40)
        missing = bytes(font.getmask("\U0010fffd"))
        blank = {" ", "\u00a0"}
        assert [c for c in wanted if c not in blank and bytes(font.getmask(c)) in (missing, b"")] == [], style


def test_a_line_is_as_wide_as_its_size_and_wider_in_bold() -> None:
    assert width("Đảng viên", 28) == pytest.approx(2 * width("Đảng viên", 14))
    assert width("Đảng viên", 14, 700) > width("Đảng viên", 14, 400) > 0
    assert width("", 14) == 0


def test_the_first_answer_is_that_of_every_later_time() -> None:
    _font.cache_clear()
    width.cache_clear()
    first = width("Tổ chức cơ sở đảng", 14, 650)
    width.cache_clear()
    assert width("Tổ chức cơ sở đảng", 14, 650) == first


def test_marks_on_letters_do_not_make_a_line_wider() -> None:
    assert width("Ệ", 14) == pytest.approx(width("E", 14), abs=0.5)


@given(texts, texts)
def test_a_longer_line_is_not_narrower(first: str, second: str) -> None:
    assert width(first + second, 14) >= width(first, 14) - 0.5  # half a pixel for kerning


# --- wrapping


@given(texts, st.floats(10, 400), st.sampled_from([400, 600, 700]))
def test_no_line_is_wider_than_its_limit(text: str, limit: float, weight: int) -> None:
    assert all(width(line, 14, weight) <= limit or len(line) == 1 for line in wrap(text, 14, limit, weight))


@given(texts, st.floats(10, 400))
def test_no_word_is_lost_and_none_is_added(text: str, limit: float) -> None:
    assert "".join(wrap(text, 14, limit)).replace(" ", "") == text.replace(" ", "")


@given(texts, st.floats(200, 400))
def test_what_fits_between_two_spaces_is_not_broken(text: str, limit: float) -> None:
    words = text.split(" ")
    if all(width(word, 14) <= limit for word in words):
        assert [word for line in wrap(text, 14, limit) for word in line.split(" ") if word] == [w for w in words if w]


@given(texts)
def test_what_fits_on_one_line_stays_there(text: str) -> None:
    assert wrap(text, 14, 10_000) == [text.lstrip(" ")]


def test_nothing_makes_one_empty_line() -> None:
    assert wrap("", 14, 100) == [""]


def test_a_no_break_space_does_not_break() -> None:
    assert wrap("đoạn\u00a012 của", 14, width("đoạn\u00a012", 14)) == ["đoạn\u00a012", "của"]


def test_a_word_wider_than_the_limit_is_broken_inside() -> None:
    lines = wrap("m" * 30, 14, 50)
    assert len(lines) > 5
    assert "".join(lines) == "m" * 30


def test_even_a_limit_below_one_letter_ends() -> None:
    assert wrap("ab cd", 14, 0.0) == ["a", "b", "c", "d"]


def test_each_line_may_have_a_limit_of_its_own() -> None:
    text = "một hai ba bốn năm sáu bảy tám chín mười " * 4
    lines = wrap(text.strip(), 14, lambda number: 80 if number < 2 else 300)
    assert all(width(line, 14) <= (80 if number < 2 else 300) for number, line in enumerate(lines))
    assert width(lines[2], 14) > 80
    assert " ".join(lines) == text.strip()


def test_a_dot_between_two_parts_neither_ends_nor_begins_a_line() -> None:
    text = "Quảng Bình · 10/2019, suy ra · cấp huyện"
    for limit in range(40, 400, 5):
        lines = wrap(text, 16, limit)
        assert not any(line.startswith("·") or line.endswith("·") for line in lines)
        assert " ".join(lines).replace(" ·", "").replace(" ", "") == text.replace(" ·", "").replace(" ", "")
    assert wrap("·", 16, 100) == ["·"]


def test_a_line_feed_is_a_space() -> None:
    assert width("một\nhai\r", 16) == width("một hai ", 16)
    assert wrap("một\nhai\r\nba", 16, 10_000) == wrap("một hai  ba", 16, 10_000)
