"""Numbers in words: where they are numbers, and what they are."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dashboard.language.numerals import find
from tests.language.reading import only, unhurried, values

UNITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def spell(number: int) -> str:
    """A number from 1 to 9999 as a Vietnamese reads it out."""
    thousands, rest = divmod(number, 1000)
    words = [UNITS[thousands], "nghìn"] if thousands else []
    hundreds, rest = divmod(rest, 100)
    if hundreds or (thousands and rest):
        words += [UNITS[hundreds], "trăm"]
    tens, unit = divmod(rest, 10)
    if tens:
        words += ["mười"] if tens == 1 else [UNITS[tens], "mươi"]
        changed = {5: "lăm", **({1: "mốt", 4: "tư"} if tens > 1 else {})}
        words += [changed.get(unit, UNITS[unit])] if unit else []
    elif unit:
        words += (["linh"] if words else []) + [UNITS[unit]]
    return " ".join(words)


@unhurried
@given(st.integers(1, 9999), st.sampled_from(["NFC", "NFD"]), st.booleans())
@example(1024, "NFC", False)
@example(1002, "NFD", True)
@example(55, "NFC", True)
def test_numbers_in_words_read_as_they_are_spelt(number: int, form: str, loud: bool) -> None:
    spelt = spell(number).upper() if loud else spell(number)
    text = unicodedata.normalize(form, f"có {spelt} " + ("CHI BỘ" if loud else "chi bộ"))  # type: ignore[arg-type]
    numeral = only(text)
    assert numeral.value == number
    assert numeral.words
    assert unicodedata.normalize("NFC", numeral.text) == spelt


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mười lăm chi bộ", [15]),
        ("một chi bộ", [1]),
        ("Ba xã đạt chuẩn", [3]),
        ("hai cấp ủy", [2]),
        ("hai cấp uỷ", [2]),
        ("mười", [10]),
        ("hai mươi mốt", [21]),
        ("hai trăm ba mươi lăm", [235]),
        ("một nghìn hai", [1200]),
        ("ba trăm rưỡi", [350]),
        ("bảy nghìn rưởi đảng viên", [7500]),
        ("bảy nghìn tư đảng viên", [7400]),
        ("hai trăm tư đảng viên", [240]),
        ("hai nghìn mốt đảng viên", [2100]),
        ("hai trăm tư liệu", [200]),
        ("bảy nghìn ba trăm chín bảy đảng viên", [7397]),
        ("một triệu hai trăm nghìn đồng", [1_200_000]),
        ("hai nghìn tỷ đồng", [2 * 10**12]),
        ("hai đến ba đảng viên", [2, 3]),
        ("2 hoặc ba", [2, 3]),
        ("một trăm phần trăm", [100]),
        ("năm chi bộ", [5]),
        ("ba năm", [3]),
        ("hai nghìn năm", [2000]),
        ("hai mươi tư liệu", [20]),
    ],
)
def test_a_number_word_counts_before_a_counted_noun_or_beside_a_numeral(text: str, expected: list[int]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "đồng chí Triệu Văn An",
        "huyện Ba Tri",
        "xã Ba Vì",
        "xã Năm Căn",
        "đầu tư xây dựng",
        "tư tưởng",
        "một số chi bộ",
        "một trong những xã",
        "một nhiệm vụ quan trọng",
        "thứ Năm",
        "lần thứ hai",
        "tháng mười hai năm nay",
        "hằng năm đảng viên tự phê bình",
        "trong năm chi bộ đã họp",
        "hàng trăm đảng viên",
        "không đảng viên nào",
        "tứ xứ",
    ],
)
def test_a_number_word_in_other_company_is_none(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "expected"), [("năm 2018", [2018]), ("5 năm xã đạt", [5]), ("năm 2018, một số xã", [2018])]
)
def test_nam_beside_digits_is_the_year(text: str, expected: list[int]) -> None:
    assert values(text) == expected
