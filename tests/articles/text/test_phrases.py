"""A printed phrase stands once in its paragraph, as whole words and numbers, or the report says what is there."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.articles.text.paragraphs import Paragraph, spaced
from dashboard.articles.text.phrases import Fault, Found, locate, stands
from dashboard.language.bilingual import Both

TEXT = (
    Paragraph(1, "Toàn huyện có 24 đảng bộ và 51% chi bộ, tăng 1,1% so với năm trước."),
    Paragraph(2, "Huyện uỷ đã xoá 3 chi bộ ghép; có 1.024 đảng viên mới, 3 chi bộ mới."),
    Paragraph(3, "Cả năm có 1.024 đảng viên mới."),
)


def fault(phrase: str, number: int | None) -> Fault:
    found = locate(phrase, number, TEXT)
    assert isinstance(found, Fault)
    return found


@pytest.mark.parametrize("phrase", ["24 đảng bộ", "51% chi bộ", "tăng 1,1%", "Toàn huyện có 24", "năm trước"])
def test_a_phrase_is_found_where_it_stands(phrase: str) -> None:
    found = locate(phrase, 1, TEXT)
    assert isinstance(found, Found)
    assert found.paragraph.text[found.start : found.end] == phrase


@pytest.mark.parametrize("phrase", ["Huyện ủy đã xóa 3", "Huyện  uỷ\u00a0đã xoá 3", "Huyện u\u0309y đã xóa 3"])
def test_tone_placement_space_and_unicode_form_do_not_matter(phrase: str) -> None:
    assert isinstance(locate(phrase, 2, TEXT), Found)


@pytest.mark.parametrize(
    ("phrase", "inside"), [("4 đảng bộ", "24 đảng bộ"), ("1%", "51%"), ("tăng 1,1", None), ("uyện có", "huyện có")]
)
def test_part_of_a_number_or_word_is_not_the_phrase(phrase: str, inside: str | None) -> None:
    if inside is None:
        assert stands(phrase, TEXT[0])  # the per cent sign is no part of the digits; meaning tells that it is cut off
    else:
        assert not stands(phrase, TEXT[0])
        assert fault(phrase, 1).kind == "inside"
        assert f'only inside "{inside}", in paragraph 1' in fault(phrase, 1).message.en


@pytest.mark.parametrize("phrase", ["024 đảng viên", "1", "1.02"])
def test_digits_are_not_cut_at_their_marks(phrase: str) -> None:
    assert not stands(phrase, TEXT[1])


def test_the_mark_of_a_footnote_is_no_part_of_a_number_or_word() -> None:
    (place,) = stands("318", Paragraph(1, "Đảng bộ có 318¹ đảng viên², 3187 quần chúng."))
    assert place == (11, 14)
    assert stands("đảng viên", Paragraph(1, "318¹ đảng viên²"))


def test_the_paragraph_that_it_does_stand_in_is_told() -> None:
    assert fault("24 đảng bộ", 2) == Fault(
        "elsewhere",
        "paragraph",
        Both(
            '"24 đảng bộ" ở đoạn 1, không phải trong đoạn 2', '"24 đảng bộ" stands in paragraph 1, not in paragraph 2'
        ),
        Both("viết paragraph: 1", "write paragraph: 1"),
    )
    several = fault("1.024 đảng viên", 1)
    assert "stands in paragraph 2 and 3, not in paragraph 1" in several.message.en
    assert fault("24 đảng bộ", 9).message.en == '"24 đảng bộ" stands in paragraph 1, the text has only 3 paragraphs'


def test_a_phrase_that_stands_twice_is_to_be_lengthened() -> None:
    assert fault("3 chi bộ", 2).kind == "repeated"
    assert "stands 2 times in paragraph 2" in fault("3 chi bộ", 2).message.en
    assert isinstance(locate("3 chi bộ mới", 2, TEXT), Found)


def test_of_an_excerpt_the_whole_text_counts() -> None:
    assert isinstance(locate("24 đảng bộ", None, TEXT), Found)
    assert "stands 2 times in the text" in fault("1.024 đảng viên mới", None).message.en


@pytest.mark.parametrize(
    ("phrase", "near", "difference"),
    [
        ("1.042 đảng viên mới, 3", 2, 'the text has "1.024", not "1.042"'),
        ("có 24 tổ đảng bộ và", 1, 'the text has no "tổ" there'),
        ("có 24 bộ và 51%", 1, 'the text also has "đảng"'),
        ("xoá 4 chi bộ ghép", 2, 'the text has "3", not "4"'),
        ("giảm 1,1% so với năm", 1, 'the text has "tăng", not "giảm"'),
        ("Toàn Huyện có 24 đảng bộ", 1, 'the text has "huyện", not "Huyện"'),
    ],
)
def test_the_nearest_phrase_is_given_with_its_difference(phrase: str, near: int, difference: str) -> None:
    found = fault(phrase, 3)
    assert found.kind == "nearest"
    assert f"in paragraph {near}" in found.message.en
    assert found.hint.en.startswith(difference)


def test_what_is_like_nothing_is_said_to_stand_nowhere() -> None:
    assert fault("812 hợp tác xã nông nghiệp", 1).kind == "nowhere"


WORDS = st.text(alphabet="áa1.,% 2đĐộ\u0301-\n", max_size=12)


@given(WORDS, st.one_of(st.none(), st.integers(1, 4)), st.lists(WORDS, max_size=3))
def test_looking_for_any_phrase_in_any_text_never_raises(phrase: str, number: int | None, text: list[str]) -> None:
    made = [Paragraph(at, spaced(one)) for at, one in enumerate(text, 1)]
    found = locate(phrase, number, made)
    if isinstance(found, Found):
        place = found.paragraph.text[found.start : found.end]
        assert unicodedata.normalize("NFC", place) == place == spaced(phrase)


@given(st.text(), st.text())
def test_a_phrase_with_spaces_around_it_is_found_in_any_surroundings(before: str, after: str) -> None:
    made = Paragraph(1, spaced(f"{before} 48 chi bộ {after}"))
    assert stands("48 chi bộ", made)
