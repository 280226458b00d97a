"""Numbers as a reader of Vietnamese or English writes them; what is written reads back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dashboard.language.hedges import Hedge
from dashboard.language.number_format import format_large, format_number, format_value
from tests.language.reading import only, unhurried


@pytest.mark.parametrize(
    ("value", "digits", "vi", "en"),
    [
        (7397, None, "7.397", "7,397"),
        (Decimal("96.8"), None, "96,8", "96.8"),
        (Decimal("96.80"), None, "96,80", "96.80"),
        (96.8, None, "96,8", "96.8"),
        (Decimal("0.5"), 0, "1", "1"),
        (Decimal("2.345"), 2, "2,35", "2.35"),
        (Decimal("1E+3"), None, "1.000", "1,000"),
        (-1234, None, "−1.234", "−1,234"),
        (Decimal("-0.4"), 0, "0", "0"),
        (5, 1, "5,0", "5.0"),
    ],
)
def test_numbers_follow_the_language(value: Decimal | float, digits: int | None, vi: str, en: str) -> None:
    assert format_number(value, "vi", digits) == vi
    assert format_number(value, "en", digits) == en


def test_what_is_no_number_is_not_written_as_one() -> None:
    with pytest.raises(ValueError, match="nan"):
        format_number(float("nan"), "vi")
    with pytest.raises(ValueError, match="Infinity"):
        format_large(Decimal("Infinity"), "en")


@pytest.mark.parametrize(
    ("hedge", "vi", "en"),
    [
        (None, "1.000%", "1,000%"),
        (Hedge.OVER, "> 1.000%", "> 1,000%"),
        (Hedge.UNDER, "< 1.000%", "< 1,000%"),
        (Hedge.AT_LEAST, "≥ 1.000%", "≥ 1,000%"),
        (Hedge.AT_MOST, "≤ 1.000%", "≤ 1,000%"),
        (Hedge.ABOUT, "≈ 1.000%", "≈ 1,000%"),
        (Hedge.NEARLY, "gần 1.000%", "nearly 1,000%"),
    ],
)
def test_a_hedge_is_written_compactly(hedge: Hedge | None, vi: str, en: str) -> None:
    assert format_value(1000, language="vi", percent=True, hedge=hedge) == vi
    assert format_value(1000, language="en", percent=True, hedge=hedge) == en


def test_n_of_n_is_written_with_a_slash() -> None:
    assert format_value(1317, out_of=23551, language="vi") == "1.317/23.551"


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        (10**9, "1 tỷ", "1 billion"),
        (2_500_000, "2,5 triệu", "2.5 million"),
        (1_200_000_000_000, "1.200 tỷ", "1.2 trillion"),
        (10**7, "10 triệu", "10 million"),
        (57_000, "57.000", "57,000"),
        (1_234_567_890, "1.234.567.890", "1,234,567,890"),
        (1_234_500_000, "1.234,5 triệu", "1,234.5 million"),
        (-(10**9), "−1 tỷ", "−1 billion"),
        (0, "0", "0"),
    ],
)
def test_large_numbers_are_written_with_a_scale_word_and_never_rounded(value: int, vi: str, en: str) -> None:
    assert format_large(value, "vi") == vi
    assert format_large(value, "en") == en


@unhurried
@given(st.integers(-(10**15), 10**15))
def test_a_large_number_reads_back(value: int) -> None:
    assert only(format_large(value, "vi")).value == value


@unhurried
@given(st.integers(-(10**12), 10**12))
def test_a_whole_number_reads_back(value: int) -> None:
    numeral = only(f"có {format_number(value, 'vi')} đảng viên")
    assert numeral.value == value
    assert numeral.doubt is None


@unhurried
@given(st.decimals(-(10**9), 10**9, places=3), st.integers(0, 3), st.booleans())
def test_a_decimal_reads_back(value: Decimal, places: int, percent: bool) -> None:
    value = value.quantize(Decimal(1).scaleb(-places))
    numeral = only(f"đạt {format_value(value, language='vi', percent=percent)}.")
    assert (numeral.value, numeral.percent) == (value, percent)


@unhurried
@given(st.integers(0, 10**6), st.integers(1, 10**6), st.sampled_from([None, *Hedge]))
@example(10, 2019, None)
def test_n_of_n_reads_back_with_its_hedge(value: int, out_of: int, hedge: Hedge | None) -> None:
    numeral = only(format_value(value, out_of=out_of, hedge=hedge, language="vi"))
    assert numeral.value == value
    assert numeral.out_of == out_of
    assert numeral.hedge == hedge
