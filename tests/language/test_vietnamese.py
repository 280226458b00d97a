"""Vietnamese text compared, searched and sorted; tests/browser holds the order against Chromium's."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.language.vietnamese import INVISIBLE, digits, fold, letters, nfc, search_key, sort_key, usual

unhurried = settings(deadline=None)  # a busy machine is no failure

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂĐÊÔƠƯ"
TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
TEXT = st.lists(
    st.one_of(
        st.builds(lambda letter, tone: letter + tone, st.sampled_from(LETTERS), st.sampled_from(TONES)),
        st.sampled_from([" ", "\u00a0", "\n", "-", "(", ")", "1", "oa", "óa", "uỷ", "qúy"]),
    )
).map("".join)


def test_composed_and_decomposed_text_are_one() -> None:
    decomposed = unicodedata.normalize("NFD", "Quảng Ninh, Đồng Tháp")
    assert nfc(decomposed) == "Quảng Ninh, Đồng Tháp"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Huyện ủy", "Huyện uỷ"),
        ("Ủy ban", "Uỷ ban"),
        ("ỦY BAN", "UỶ BAN"),
        ("nhất thể hóa", "nhất thể hoá"),
        ("Thanh Hóa", "Thanh Hoá"),
        ("thủy lợi", "thuỷ lợi"),
        ("khỏe", "khoẻ"),
        ("qúy", "quý"),
        ("48\u00a0TCCSĐ", "48  TCCSĐ"),
        ("hai\n dòng ", "hai dòng"),
        ("chi\u200b bộ", "chi bộ"),
    ],
)
def test_the_same_words_printed_otherwise_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)
    assert fold(unicodedata.normalize("NFD", one)) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("hoà", "hoá"), ("của", "cua"), ("Đảng bộ", "đảng bộ"), ("mùa", "muà"), ("48TCCSĐ", "48 TCCSĐ")],
)
def test_other_words_do_not_fold_alike(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@unhurried
@given(TEXT)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)
    assert search_key(search_key(text)) == search_key(text)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Quảng Ninh (Quảng Bình)", "quang ninh (quang binh)"),
        ("ĐỒNG  THÁP", "dong thap"),
        ("Thừa Thiên\u00a0Huế", "thua thien hue"),
        ("Krông Nô", "krong no"),
        ("  Chợ Mới\n", "cho moi"),
    ],
)
def test_search_ignores_accents_case_and_spacing(text: str, key: str) -> None:
    assert search_key(text) == key
    assert search_key(unicodedata.normalize("NFD", text)) == key


@unhurried
@given(TEXT)
def test_a_search_key_is_plain(text: str) -> None:
    assert search_key(text).isascii()


@pytest.mark.parametrize(
    "ordered",
    [
        "a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z",
        "ma mà mả mã má mạ mă mằ mâ mấ",
        "an ăn ân Ân",
        "hoa hoà hòa hoàn hoạt hôm",
        "1 10 2 a A á Á b",
        "Ba_Bể Bà_Rịa Bạc_Liêu Bắc_Giang Bắc_Kạn Bến_Tre Bình_Định Cà_Mau Đà_Nẵng Đắk_Lắk",
    ],
)
def test_names_sort_as_in_a_vietnamese_dictionary(ordered: str) -> None:
    words = ordered.replace("_", "\u00a0").split(" ")
    assert sorted(sorted(words), key=sort_key) == words


def test_a_tone_decides_only_where_the_letters_are_the_same() -> None:
    assert sort_key("Bà An") < sort_key("Ba Bể")
    assert sort_key("Ba An") < sort_key("Bà An")


@unhurried
@given(st.text(), st.text())
def test_any_two_texts_can_be_ordered(one: str, other: str) -> None:
    assert (sort_key(one) < sort_key(other)) != (sort_key(one) >= sort_key(other))


@unhurried
@given(TEXT)
def test_decomposed_text_sorts_alike(text: str) -> None:
    assert sort_key(unicodedata.normalize("NFD", text)) == sort_key(text)


def test_letters_and_digits_of_the_same_look_are_one() -> None:
    assert fold("\u00d0\u1ed3ng Nai, \u00f0\u1ea3ng vi\u00ean") == "Đồng Nai, đảng viên"
    assert fold("chi b\u1ed9 \u0421\u041e") == "chi bộ CO"  # Cyrillic
    assert fold("\uff11\uff12 \uff58\u00e3, \uff19\uff16\uff0c\uff18\uff05") == "12 xã, 96,8%"
    assert fold("\u0435\u0302") == "ê"  # a Cyrillic e with a mark of its own
    assert search_key("\u00d0\u1ed3ng Nai") == search_key("Đồng Nai") == "dong nai"


@given(st.text())
def test_what_is_usual_is_left_as_it_is(text: str) -> None:
    plain = digits(letters(text))
    assert len(plain) == len(text)
    if usual(text):
        assert plain == text == nfc(text)
        assert not INVISIBLE.search(text)
