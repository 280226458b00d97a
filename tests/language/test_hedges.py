"""The words directly before a numeral that say in which direction it is not exact."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dashboard.language.hedges import WORDS, Hedge
from dashboard.language.number_format import format_value
from dashboard.language.numerals import find
from tests.language.reading import only, unhurried

HEDGES = [(hedge, word) for hedge, words in WORDS.items() for word in words]


@unhurried
@given(
    st.sampled_from(HEDGES),
    st.integers(0, 10**9),
    st.booleans(),
    st.sampled_from([str, str.upper, str.capitalize]),
    st.sampled_from([" ", "  ", "\u00a0"]),
)
def test_every_hedge_word_directly_before_a_numeral_is_read(
    hedge: tuple[Hedge, str], value: int, percent: bool, style: object, space: str
) -> None:
    assert callable(style)
    word = style(hedge[1])
    assume(hedge[1] != "ngoài" or value % 10 == 0)  # besides 12 xã, over 200
    number = format_value(value, language="vi", percent=percent)
    numeral = only(f"chiếm {word}{space}{number}")
    assert (numeral.hedge, numeral.hedge_text) == (hedge[0], word)
    assert numeral.value == value
    assert numeral.text == number


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("hơn 03 năm", Hedge.OVER),
        ("trên 90% tổ chức", Hedge.OVER),
        ("vượt quá 5%", Hedge.OVER),
        ("gần 1 tỷ đồng", Hedge.NEARLY),
        ("gần một trăm đảng viên", Hedge.NEARLY),
        ("ít nhất một chi bộ", Hedge.AT_LEAST),
        ("không quá 3", Hedge.AT_MOST),
        ("không dưới 30", Hedge.AT_LEAST),
        ("không ít hơn 3", Hedge.AT_LEAST),
        ("chưa đến 5%", Hedge.UNDER),
        ("trên dưới 100", Hedge.ABOUT),
        ("quá 5%", Hedge.OVER),
        ("khoảng trên 1.800", Hedge.OVER),
        ("khoảng hơn 1.800", Hedge.OVER),
        ("xấp xỉ gần 90%", Hedge.NEARLY),
        ("trên, dưới 700", Hedge.ABOUT),
        ("cỡ 2.000", Hedge.ABOUT),
        ("độ 30 người", Hedge.ABOUT),
        ("non 300", Hedge.NEARLY),
        ("kết nạp ngoài 300 người", Hedge.OVER),
        ("ngoài 12 xã", None),
        ("xã còn, ngoài 300 người", None),
        ("400 có lẻ người", Hedge.OVER),
        ("ít ra cũng 40", Hedge.AT_LEAST),
        ("tròm trèm 40", Hedge.NEARLY),
        ("chưa được 40", Hedge.UNDER),
        ("chẳng quá 40", Hedge.AT_MOST),
        ("suýt soát 160", Hedge.NEARLY),
        ("gần như đủ 160", Hedge.NEARLY),
        ("“gần” 160", Hedge.NEARLY),
        ("(gần) 160", Hedge.NEARLY),
        ("hơn cả 160", Hedge.OVER),
        ("ước đạt 160", Hedge.ABOUT),
        ("ước chừng là 160", Hedge.ABOUT),
        ("± 160", Hedge.ABOUT),
        ("ngót 100", Hedge.NEARLY),
        ("ngót nghét 100", Hedge.NEARLY),
        ("khoảng 100", Hedge.ABOUT),
        ("xấp xỉ 100", Hedge.ABOUT),
        ("ước 100", Hedge.ABOUT),
        ("dưới 5%", Hedge.UNDER),
        ("tối đa 3", Hedge.AT_MOST),
        ("tối thiểu 3", Hedge.AT_LEAST),
        ("> 90%", Hedge.OVER),
        ("≤3", Hedge.AT_MOST),
        ("từ 90% trở lên", Hedge.AT_LEAST),
        ("90% trở lên", Hedge.AT_LEAST),
        ("từ 3 đảng viên trở lên", Hedge.AT_LEAST),
        ("từ 5% trở xuống", Hedge.AT_MOST),
    ],
)
def test_a_hedge_gives_the_direction(text: str, hedge: Hedge) -> None:
    assert only(text).hedge is hedge


def test_the_two_halves_of_at_least_are_both_told() -> None:
    assert only("đạt từ 90% trở lên").hedge_text == "từ … trở lên"


@pytest.mark.parametrize(
    "text",
    [
        "chỉ còn 29 hộ",
        "trên toàn huyện từ 162 thôn xuống còn 154 thôn",
        "hoàn thành tốt nhiệm vụ trở lên chiếm 95%",
        "96,8% hoàn thành tốt nhiệm vụ trở lên",
        "từ 90% hoàn thành tốt nhiệm vụ trở lên",
        "từ 90% hoàn thành tốt trở lên",
        "cao hơn 5%",
        "tốt hơn cả 5 xã",
        "mơ ước đạt 5 sao",
        "cấp trên 3 lần",
        "mật độ 300 người",
        "tiến độ 95%",
        "Ấn Độ 5 người",
        "mầm non 12 cô",
        "kích cỡ 40",
        "trên 3 lĩnh vực",
        "40 trên 170",
        "hương ước 2",
        "xã gần, 3 thôn",
        "hơn\n5",
        "5 đảng viên trở lên",
    ],
)
def test_other_words_before_a_numeral_are_no_hedge(text: str) -> None:
    assert [numeral.hedge for numeral in find(text) if numeral.hedge] == []
    assert find(text)


def test_over_after_a_year_is_a_hedge() -> None:
    assert [numeral.hedge for numeral in find("năm 2018 trên 90%")] == [None, Hedge.OVER]
    assert [numeral.hedge for numeral in find("năm 2018 trên 3000")] == [None, Hedge.OVER]
