"""Numerals as Vietnamese papers print them. The phrases are made up, or a few words that any paper prints."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dashboard.language.doubts import Doubt
from dashboard.language.hedges import Hedge
from dashboard.language.number_format import format_number
from dashboard.language.numerals import find
from tests.language.reading import only, unhurried, values


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("7.397 đảng viên", "7397"),
        ("1.024 đảng viên", "1024"),
        ("1.091 người.", "1091"),
        ("4055 đảng viên", "4055"),
        ("02 xã", "2"),
        ("1.288.463 người", "1288463"),
        ("2.394,6 km2", "2394.6"),
        ("1.234,5", "1234.5"),
        ("−5", "-5"),
        ("48TCCSĐ", "48"),
    ],
)
def test_a_stop_groups_thousands_and_a_comma_is_the_decimal_mark(printed: str, value: str) -> None:
    numeral = only(printed)
    assert numeral.value == Decimal(value)
    assert numeral.doubt is None


def test_per_cent_belongs_to_the_numeral() -> None:
    numeral = only("có 96,8% hoàn thành")
    assert (numeral.value, numeral.percent, numeral.text) == (Decimal("96.8"), True, "96,8%")
    assert only("đạt 90 phần trăm").percent
    assert not only("đạt 95").percent


@pytest.mark.parametrize(
    ("printed", "value", "doubt", "otherwise"),
    [
        ("7.39", "7.39", Doubt.DOT_DECIMAL, None),
        ("2.5", "2.5", Doubt.DOT_DECIMAL, None),
        ("0.125", "0.125", Doubt.DOT_DECIMAL, None),
        ("1,234", "1.234", Doubt.COMMA_GROUP, "1234"),
        ("1,234,567", "1234567", Doubt.COMMA_GROUP, None),
        ("1,234.5", "1234.5", Doubt.COMMA_GROUP, None),
        ("12.345%", "12345", Doubt.PERCENT_GROUP, "12.345"),
        ("1,234%", "1.234", None, None),
        ("2,345 triệu", "2345000", None, None),
    ],
)
def test_what_might_be_meant_otherwise_is_in_doubt(
    printed: str, value: str, doubt: Doubt | None, otherwise: str | None
) -> None:
    numeral = only(printed)
    assert numeral.value == Decimal(value)
    assert numeral.doubt is doubt
    assert numeral.otherwise == (Decimal(otherwise) if otherwise else None)


@pytest.mark.parametrize(
    ("text", "printed", "value", "doubt", "otherwise"),
    [
        ("có 7 397 đảng viên", "7 397", "7397", Doubt.SPACE, None),
        ("có 7\u00a0397 đảng viên", "7\u00a0397", "7397", Doubt.SPACE, None),
        ("có 7\u2009397 đảng viên", "7\u2009397", "7397", Doubt.SPACE, None),
        ("có 7.\u202f397 đảng viên", "7.\u202f397", "7397", Doubt.SPACE, None),
        ("có 7. 397 đảng viên", "7. 397", "7397", Doubt.SPACE, None),
        ("có 1 .234 đảng viên", "1 .234", "1234", Doubt.SPACE, None),
        ("có 1 234 567 đồng", "1 234 567", "1234567", Doubt.SPACE, None),
        ("rộng 7 397,5 ha", "7 397,5", "7397.5", Doubt.SPACE, None),
        ("đạt 96, 8% tổ chức", "96, 8%", "96.8", Doubt.SPACE, None),
        ("đạt 96 ,8 phần trăm", "96 ,8 phần trăm", "96.8", Doubt.SPACE, None),
        ("tăng 0, 5 điểm", "0, 5", "0.5", Doubt.SPACE, None),
        ("chi 1, 5 tỷ đồng", "1, 5 tỷ", "1500000000", Doubt.SPACE, None),
        ("khóa 12 397 đại biểu", "12 397", "12397", Doubt.SPACE, "397"),
        ("ngày 3 200 người", "3 200", "3200", Doubt.SPACE, "200"),
        ("thứ 3 120 người", "3 120", "3120", Doubt.SPACE, "120"),
        ("kết nạp 1O2 đảng viên", "1O2", "102", Doubt.LETTER, None),
        ("kết nạp 1\u041e2 đảng viên", "1\u041e2", "102", Doubt.LETTER, None),
        ("có l2 đảng bộ", "l2", "12", Doubt.LETTER, None),
        ("có I2 đảng bộ", "I2", "12", Doubt.LETTER, None),
        ("có lO đảng bộ", "lO", "10", Doubt.LETTER, None),
        ("có 7.39I đảng viên", "7.39I", "7391", Doubt.LETTER, None),
        ("có l.397 đảng viên", "l.397", "1397", Doubt.LETTER, None),
        ("có 1O.OOO đồng", "1O.OOO", "10000", Doubt.LETTER, None),
        ("có O5 chi bộ", "O5", "5", Doubt.LETTER, None),
        ("có B2 chi bộ", "B2", "82", Doubt.LETTER, None),
        ("đạt 1OO%", "1OO%", "100", Doubt.LETTER, None),
        ("có \u0663 xã", "\u0663", "3", Doubt.LETTER, None),
        ("có 7.397.12 đồng", "7.397.12", "7397.12", Doubt.MARKS, "739712"),
        ("có 7397,5,2 đồng", "7397,5,2", "73975.2", Doubt.MARKS, "739752"),
        ("có 7'397 đảng viên", "7'397", "7397", Doubt.MARKS, None),
        ("rộng 2½ ha", "2½", "2.5", Doubt.MARKS, None),
        ("đạt 96 phẩy năm phần trăm", "96 phẩy năm phần trăm", "96.5", Doubt.MARKS, None),
        ("đạt 96 phẩy 05%", "96 phẩy 05%", "96.05", Doubt.MARKS, None),
        ("giảm -2,5%", "2,5%", "2.5", Doubt.SIGN, "-2.5"),
        ("đến 2/9 đã có", "2/9", "2", Doubt.DATE, None),
        ("2/3 số TCCSĐ", "2/3", "2", Doubt.RATIO, "66.67"),
        ("hơn 3/5 chi bộ", "3/5", "3", Doubt.RATIO, "60"),
        ("2/3 xã", "2/3", "2", Doubt.FRACTION, None),
        ("½ số hộ", "½", "1", Doubt.RATIO, "50"),
        ("bốn phần năm số xã", "bốn phần năm", "4", Doubt.RATIO, "80"),
        ("chín phần mười đảng viên", "chín phần mười", "9", Doubt.RATIO, "90"),
        ("một nửa số chi bộ", "một nửa", "1", Doubt.RATIO, "50"),
        ("quá nửa số chi bộ", "nửa", "1", Doubt.RATIO, "50"),
        ("tăng gấp đôi", "đôi", "2", Doubt.MULTIPLE, None),
        ("gấp hơn 3 lần so với", "3", "3", Doubt.MULTIPLE, None),
        ("bình quân 1,2 đảng viên/hộ", "1,2", "1.2", Doubt.RATE, None),
        ("có 1,2 đảng viên/hộ", "1,2", "1.2", Doubt.RATE, None),
        ("mỗi chi bộ có 12 đảng viên", "12", "12", Doubt.RATE, None),
        ("mỗi năm kết nạp 120 đảng viên", "120", "120", Doubt.RATE, None),
        ("hai, ba chi bộ", "hai, ba", "2", Doubt.RANGE, "3"),
        ("dăm ba chi bộ", "ba", "3", Doubt.RANGE, None),
        ("có 40 / 170 xã", "40 / 170", "40", Doubt.SPACE, None),
        ("có 2/ 3 số xã", "2/ 3", "2", Doubt.RATIO, "66.67"),
        ("2 phần 3 số xã", "2 phần 3", "2", Doubt.RATIO, "66.67"),
        ("đóng 10.000đ/người", "10.000", "10000", Doubt.RATE, None),
        ("2, 3 chi bộ", "2, 3", "2", Doubt.RANGE, "3"),
        ("năm bảy người", "năm bảy", "5", Doubt.RANGE, "7"),
    ],
)
def test_what_is_printed_in_no_common_way_is_read_whole_and_in_doubt(
    text: str, printed: str, value: str, doubt: Doubt, otherwise: str | None
) -> None:
    numeral = only(text)
    assert (numeral.text, numeral.value, numeral.doubt) == (printed, Decimal(value), doubt)
    assert numeral.says(Decimal(otherwise)) if otherwise else numeral.otherwise is None


def test_a_year_before_a_number_begins_no_list() -> None:
    assert [one.value for one in find("Năm 2019, 96, 8% tổ chức")] == [2019, Decimal("96.8")]


@pytest.mark.parametrize(
    ("text", "expected", "doubt"),
    [
        ("năm 2019 397 đảng viên", [2019, 397], Doubt.BESIDE),
        ("có 45 12 đảng viên", [45, 12], Doubt.BESIDE),
        ("hiện có 7.\n397 đảng viên", [7, 397], Doubt.BESIDE),
        ("có 3, 549 lượt", [3, 549], Doubt.BESIDE),
        ("có 7;397 đảng viên", [7, 397], Doubt.BESIDE),
        ("có 7:397 đảng viên", [7, 397], Doubt.BESIDE),
        ("có 7 nghìn 4 đảng viên", [7000, 4], Doubt.BESIDE),
        ("có 30 hai chi bộ", [30, 2], Doubt.BESIDE),
        ("từ 10 đến 12 đảng viên", [10, 12], Doubt.RANGE),
        ("từ 10 đảng viên đến 12 đảng viên", [10, 12], Doubt.RANGE),
        ("10-12 đảng viên", [10, 12], Doubt.RANGE),
        ("từ 10 đến 12 giáo viên", [10, 12], Doubt.RANGE),
        ("mỗi hộ 5 – 7%", [5, 7], Doubt.RANGE),
        ("cứ 100 người dân có gần 4 đảng viên", [100, 4], Doubt.RATE),
        ("cứ 5 hộ thì có 1 đảng viên", [5, 1], Doubt.RATE),
        ("4 đảng viên trên 100 người dân", [4, 100], Doubt.RATE),
    ],
)
def test_numerals_that_belong_together_share_the_doubt(text: str, expected: list[int], doubt: Doubt) -> None:
    found = find(text)
    assert [one.value for one in found] == expected
    assert {one.doubt for one in found} == {doubt}


@pytest.mark.parametrize(
    "text",
    [
        "năm 2018 90% chi bộ",
        "ngày 14/01/2020 08:22",
        "ngày 18 / 10 / 2019, tháng 10 / 2019",
        "lúc 7:30, 7h30",
        "năm 2018 hai chi bộ",
        "năm 2016, 2017 và 2018",
        "lần lượt là 12, 115 và 117",
        "tháng 3, 120 đảng viên",
        "nhiệm kỳ 2015-2020",
        "tăng từ 10 đến 12 đảng viên",
        "từ 162 thôn xuống còn 154 thôn",
        "40/170 xã",
        "223/226",
        "3/5 chi bộ",
        "12/12 khu phố",
        "15 xã/phường, 8 cơ quan/đơn vị",
        "48 TCCSĐ/7.397 đảng viên",
        "3 đảng viên xếp loại trung bình 2018",
        "trách nhiệm của mỗi đảng viên trong 48 TCCSĐ",
        "trong năm hai chi bộ được khen",
        "7 nghìn 397 đảng viên",
        "quốc lộ 1A, vitamin B12, khí CO2, 98đảng viên",
        "| 12 | 15 |",
        "-5 chi bộ",
        "nửa nhiệm kỳ còn 12 chi bộ",
        "họp 3 lần",
    ],
)
def test_what_is_printed_as_usual_is_in_no_doubt(text: str) -> None:
    assert [one for one in find(text) if one.doubt] == []


def test_a_year_before_a_decimal_with_a_space_inside_makes_no_list() -> None:
    assert [(one.text, one.doubt) for one in find("Năm 2019, 96, 8% tổ chức")] == [("2019", None), ("96, 8%", "space")]


def test_a_month_before_three_digits_may_be_a_group_of_thousands_or_not() -> None:
    assert [(one.text, one.doubt, one.otherwise) for one in find("ngày 15/7 397 đảng viên")] == [
        ("15", None, None), ("7 397", "space", 397)]  # fmt: skip


def test_the_end_of_a_list_may_be_a_decimal_with_a_space_inside() -> None:
    assert [(one.text, one.doubt) for one in find("đạt 90, 96, 8%")] == [
        ("90", None), ("96", "beside"), ("8%", "beside")]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("\uff11\uff12 đảng bộ", "12"),
        ("\uff19\uff16\uff0c\uff18\uff05 chi bộ", "96.8"),
        ("7.3\u00ad97 đảng viên", "7397"),
        ("7\u200b397 đảng viên", "7397"),
        ("7.\u2060397 đảng viên", "7397"),
        ("287(1) đảng viên", "287"),
        ("287¹ đảng viên", "287"),
        ("7 nghìn 397 đảng viên", "7397"),
        ("chín mươi sáu phẩy năm phần trăm", "96.5"),
        ("hai phẩy không năm phần trăm", "2.05"),
        ("không phẩy hai mươi lăm phần trăm", "0.25"),
        ("hai phẩy năm triệu đồng", "2500000"),
        ("hai phẩy năm năm", "2.5"),
        ("hơn nghìn lượt", "1000"),
        ("gần trăm nghìn lượt", "100000"),
    ],
)
def test_a_numeral_is_read_whole(text: str, value: str) -> None:
    numeral = only(text)
    assert (numeral.value, numeral.doubt) == (Decimal(value), None)


@pytest.mark.parametrize("text", ["tăng 3,5 điểm phần trăm", "tăng 3,5 điểm %", "ba phẩy năm điểm phần trăm"])
def test_percentage_points_are_no_per_cent(text: str) -> None:
    numeral = only(text)
    assert (numeral.value, numeral.points, numeral.percent) == (Decimal("3.5"), True, False)


@pytest.mark.parametrize(
    ("printed", "value", "out_of"),
    [("223/226", 223, 226), ("1.317/23.551", 1317, 23551), ("125/120 đảng viên", 125, 120)],
)
def test_a_slash_reads_n_of_n(printed: str, value: int, out_of: int) -> None:
    numeral = only(printed)
    assert numeral.value == value
    assert numeral.out_of == out_of


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("nhiệm kỳ 2015-2020", [2015, 2020]),
        ("nhiệm kỳ 2015 - 2020", [2015, 2020]),
        ("ngày 18/10/2019", [18, 10, 2019]),
        ("Thứ Sáu, 18/10/2019", [18, 10, 2019]),
        ("18.10.2019", [18, 10, 2019]),
        ("tháng 10/2019", [10, 2019]),
        ("(10/2019)", [10, 2019]),
        ("ngày 28/5", [28, 5]),
        ("18 / 10 / 2019", [18, 10, 2019]),
        ("10 / 2019", [10, 2019]),
        ("08:22", [8, 22]),
        ("Nghị quyết 1,2,3", [1, 2, 3]),
        ("số 18, 19-NQ/TW", [18, 19]),
        ("từ 165 còn 92", [165, 92]),
    ],
)
def test_dates_terms_and_lists_give_each_of_their_numbers(printed: str, expected: list[int]) -> None:
    found = find(printed)
    assert [numeral.value for numeral in found] == expected
    assert all(numeral.out_of is None for numeral in found)


@pytest.mark.parametrize("text", ["km2", "khổ A4", "khóa XII", "", "\0", "không có đảng viên nào"])
def test_a_digit_behind_a_letter_and_a_roman_number_are_no_numerals(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("printed", "value", "span"),
    [
        ("57 ngàn người", 57_000, "57 ngàn"),
        ("57 nghìn người", 57_000, "57 nghìn"),
        ("57 NGÀN ĐẢNG VIÊN", 57_000, "57 NGÀN"),
        ("2,5 triệu đồng", 2_500_000, "2,5 triệu"),
        ("1 tỷ đồng", 1_000_000_000, "1 tỷ"),
        ("1 tỉ đồng", 1_000_000_000, "1 tỉ"),
        ("1,2 nghìn tỷ đồng", 1_200_000_000_000, "1,2 nghìn tỷ"),
        ("3 vạn", 30_000, "3 vạn"),
        ("2 trăm", 200, "2 trăm"),
        ("2 triệu 500 nghìn đồng", 2_500_000, "2 triệu 500 nghìn"),
        ("1 tỷ rưỡi", 1_500_000_000, "1 tỷ rưỡi"),
        ("1 tỷ rưởi", 1_500_000_000, "1 tỷ rưởi"),
        ("7 nghìn tư đảng viên", 7_400, "7 nghìn tư"),
        ("2 triệu mốt đồng", 2_100_000, "2 triệu mốt"),
        ("7 nghìn tư liệu", 7_000, "7 nghìn"),
    ],
)
def test_scale_words_multiply(printed: str, value: int, span: str) -> None:
    numeral = only(printed)
    assert numeral.value == value
    assert numeral.text == span
    assert numeral.value.as_tuple().exponent == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("năm 2018 Triệu Văn An", [2018]),
        ("ngày 5 triệu tập", [5]),
        ("năm 2018 tỷ lệ cao", [2018]),
        ("đạt 10\ntriệu tập", [10]),
    ],
)
def test_a_scale_word_in_another_word_or_line_does_not_multiply(text: str, expected: list[int]) -> None:
    assert values(text) == expected


PIECES = st.sampled_from(
    "1|02|7.397|96,8|/|%| |\n|.|,|-|−|nghìn|triệu|tỷ|rưỡi|một|hai|năm|mươi|trăm|linh|lăm|chi bộ|từ|trở lên|"
    "trên|gần|phần trăm|\u0301|O|lO|I|B|'|…|;|:|\u00a0|\u00ad|phẩy|nửa|phần|gấp|đôi|cứ|mỗi|bình quân|đến|(1)|½|dăm|"
    "đảng viên|/hộ|điểm|\uff11|\u0663".split("|")
)


@unhurried
@given(st.one_of(st.text(), st.lists(PIECES).map("".join), st.lists(PIECES).map(" ".join)))
@example("1" * 5000)
@example("9" * 30 + " nghìn tỷ rưỡi")
@example("½ ٣ ² ①")
@example("0.IO đảng viên")
@example("1 phẩy −7.397,5")
def test_any_text_gives_spans_in_order_that_hold_their_text(text: str) -> None:
    end = 0
    for numeral in find(text):
        assert end <= numeral.start < numeral.end
        assert text[numeral.start : numeral.end] == numeral.text
        end = numeral.end


@unhurried
@given(st.lists(st.one_of(PIECES, st.sampled_from(["ế", "Đảng bộ", "xã", "ủy"]))).map(" ".join))
def test_both_forms_of_unicode_give_the_same_numerals(text: str) -> None:
    composed = find(unicodedata.normalize("NFC", text))
    decomposed = find(unicodedata.normalize("NFD", text))
    assert [(one.value, one.out_of, one.percent, one.hedge) for one in composed] == [
        (one.value, one.out_of, one.percent, one.hedge) for one in decomposed
    ]


@unhurried
@given(st.text("0123456789OolI.,'’", min_size=1, max_size=7).filter(lambda text: any(map(str.isdigit, text))))
@example("7.397.12")
@example("18.10.2019")
@example("1O2")
@example("I.397")
@example("0.O12")
def test_digits_and_what_stands_among_them_are_read_whole_or_in_doubt(printed: str) -> None:
    found = find(f"có {printed} đảng viên")
    whole = printed.strip(".,'’")
    assert found
    for one in found:
        date = re.fullmatch(r"[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}", whole)
        assert one.doubt or date or one.text == whole


@unhurried
@given(st.lists(st.integers(0, 9999), min_size=2, max_size=4), st.sampled_from([" ", "\u00a0", "  "]))
def test_of_digits_side_by_side_none_is_sure(numbers: list[int], gap: str) -> None:
    found = find(f"có {gap.join(map(str, numbers))} đảng viên")
    assert found
    assert all(one.doubt for one in found)


SPACES = st.sampled_from([" ", "\u00a0", "\u2009", "\u202f", "  "])
LIKE = str.maketrans("0158", "OISB")


@st.composite
def in_some_style(draw: st.DrawFn) -> tuple[Decimal, str]:
    """A number from 0 to a billion with up to two decimals, as some paper or keyboard might print it."""
    places = draw(st.integers(0, 2))
    value = draw(st.decimals(0, 10**9, places=places))
    vi, en = format_number(value, "vi"), format_number(value, "en")
    space = draw(SPACES)
    styles = {
        "vi": vi,
        "en": en,
        "bare": format(value, "f").replace(".", ","),
        "spaces": vi.replace(".", space),
        "stop and space": vi.replace(".", "." + space),
        "space and stop": vi.replace(".", space + "."),
        "comma and space": vi.replace(",", "," + space) + "%",
        "apostrophes": vi.replace(".", "'"),
        "full width": "".join(chr(ord(char) + 0xFEE0) for char in vi),
        "broken softly": "\u00ad".join(vi),
        "letters": vi.translate(LIKE),
        "new line": vi.replace(".", ".\n"),
    }
    printed = styles[draw(st.sampled_from(sorted(styles)))]
    return value, printed if any(map(str.isdigit, printed)) else vi


@settings(deadline=None, max_examples=300)
@given(in_some_style(), st.sampled_from(["có {} đảng viên", "{}", "đạt {}.", "năm 2019 {} người", "({})"]))
@example((Decimal("96.8"), "96, 8%"), "{}")
def test_a_number_in_any_style_reads_back_or_is_in_doubt(style: tuple[Decimal, str], around: str) -> None:
    value, printed = style
    if around.endswith("{}.") and printed.endswith("%"):
        around = "đạt {}"
    found = [one for one in find(around.format(printed)) if one.value != 2019 or value == 2019]
    assert found or re.match("[OI]*[SB]", printed)  # SO2, B12
    if any(one.doubt is None for one in found):
        assert [one.value for one in found] == [value]


@pytest.mark.parametrize("text", ["Năm 2018, 90% TCCSĐ", "hết năm 2018. 90% TCCSĐ"])
def test_a_year_and_the_number_after_its_clause_are_two(text: str) -> None:
    assert [(one.value, one.doubt) for one in find(text)] == [(Decimal(2018), None), (Decimal(90), None)]


@pytest.mark.parametrize("text", ["hai ba trăm đảng viên", "ba bốn nghìn đảng viên"])
def test_two_or_three_hundred_is_a_range(text: str) -> None:
    assert [one.doubt for one in find(text)] == [Doubt.RANGE]


def test_a_number_said_again_in_words_is_one() -> None:
    assert [(one.value, one.doubt) for one in find("kỷ luật 02 (hai) đảng viên")] == [(Decimal(2), None)]
    assert [(one.value, one.hedge) for one in find("hơn 7.000 (bảy nghìn) đảng viên")] == [(Decimal(7000), Hedge.OVER)]


def test_a_number_said_again_as_another_is_in_doubt() -> None:
    (numeral,) = find("có 12 (mười ba) đảng viên")
    assert (numeral.value, numeral.doubt, numeral.otherwise) == (Decimal(12), Doubt.BESIDE, Decimal(13))


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("7.397 đảng viên trở lên", Doubt.RANGE),
        ("7.397 đảng viên trở xuống", Doubt.RANGE),
        ("7.000+ đảng viên", Doubt.RANGE),
        ("có 7.000 +", Doubt.RANGE),
        ("7 nghìn hơn", Doubt.RANGE),
        ("7.000 hơn đảng viên", Doubt.RANGE),
        ("7.000 đảng viên hoặc nhiều hơn", Doubt.RANGE),
        ("7.000 và vài chục đảng viên", Doubt.RANGE),
        ("7.xxx đảng viên", Doubt.MARKS),
        ("7... đảng viên", Doubt.MARKS),
        ("7… đảng viên", Doubt.MARKS),
    ],
)
def test_what_behind_a_number_leaves_it_open_is_a_doubt(text: str, doubt: Doubt) -> None:
    assert [one.doubt for one in find(text)] == [doubt]


@pytest.mark.parametrize(
    "text",
    ["48 TCCSĐ hơn năm 2015", "240, hơn năm trước", "90% hơn so với", "đạt 48...", "96% hoàn thành tốt trở lên",
     "15 cán bộ phó phòng trở lên", "24+24 chi bộ"],
)  # fmt: skip
def test_a_comparison_a_category_or_the_end_of_a_sentence_leaves_nothing_open(text: str) -> None:
    assert {one.doubt for one in find(text)} == {None}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("hai phần trăm rưỡi", ["2.5"]),
        ("3% rưỡi", ["3.5"]),
        ("có87đảng viên,đạt91%kế hoạch", ["87", "91"]),
        ("xi măng mác PC40, khổ A4, 5m2", ["5"]),
        ("gần nghìn rưỡi người", ["1500"]),
        ("1.204 / 87", ["1204", "87"]),
        ("Lê Văn Bảy - Mười Thơm", []),
    ],
)
def test_numbers_without_their_spaces_and_with_their_halves(text: str, values: list[str]) -> None:
    assert [str(one.value) for one in find(text)] == values
