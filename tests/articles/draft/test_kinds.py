"""Which kind of number the words announce, and when the number holds."""

from __future__ import annotations

import pytest

from dashboard.articles.draft.figure_dates import Dated, Frame, dated, terms
from dashboard.articles.draft.time_expressions import since
from dashboard.articles.text.sentences import sentences
from dashboard.language.dates import Period
from dashboard.records.models.indicator import Kind
from tests.articles.draft.desk import around, told


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Đảng bộ hiện có 48 TCCSĐ với 7.397 đảng viên", [Kind.STOCK, Kind.STOCK]),
        ("Đảng bộ đã kết nạp được 1.024 đảng viên", [Kind.FLOW]),
        (
            "Toàn huyện giảm 235 chỉ tiêu biên chế (đạt 121,8% kế hoạch); giảm 938 người",
            [Kind.CHANGE, Kind.ATTAINMENT, Kind.CHANGE],
        ),
        ("Số thôn giảm từ 190 xuống còn 146", [Kind.STOCK]),
        ("Các Tổ đã dự sinh hoạt với 66 chi bộ và 293 chi bộ trực thuộc", [Kind.VISITS, Kind.VISITS]),
        ("Phấn đấu kết nạp 200 đảng viên", [Kind.TARGET]),
        ("Mỗi chi bộ có 3 đảng viên", [Kind.TARGET]),
        ("Xã được giao kết nạp 8 đảng viên nhưng chỉ kết nạp được 5", [Kind.TARGET, Kind.FLOW]),
        ("Huyện đã bàn giao 8 hồ sơ", [Kind.FLOW]),
        ("Số đảng viên bị kỷ luật giảm từ 21 xuống còn 13 người", [Kind.FLOW]),
        ("Đã giải thể 34 chi bộ và 03 đảng bộ bộ phận", [Kind.FLOW, Kind.FLOW]),
        ("Có 120 đảng viên được kết nạp", [Kind.FLOW]),
        ("Kết nạp 798 đảng viên, trong đó có 351 đảng viên nữ", [Kind.FLOW, Kind.FLOW]),
        ("Ban Tổ chức cho biết, toàn Đảng bộ có 755 tổ chức cơ sở đảng", [Kind.STOCK]),
        ("Sau sáp nhập, huyện có 12 xã", [Kind.STOCK]),
        ("Tăng cường cơ sở, hiện còn 12 hộ nghèo", [Kind.STOCK]),
        ("TCCSĐ trong sạch, vững mạnh chiếm 51%", [Kind.SHARE]),
        ("36 TCCSĐ (giảm 1 đảng bộ) gồm: 12 đảng bộ cơ sở", [None, Kind.CHANGE, Kind.STOCK]),
    ],
)
def test_the_nearest_verb_tells_the_kind(text: str, kinds: list[Kind | None]) -> None:
    assert [one.kind for one in around(text)] == kinds


FRAME = Frame(("2020/2025",), Period.parse("2020-08-24"))


def date_of(text: str, numeral: str, kind: Kind | None, rated: bool = False, frame: Frame = FRAME) -> Dated:
    at = text.index(numeral)
    sentence = next(span for span in sentences(text) if span[0] <= at < span[1])
    return dated(text, sentence, (at, at + len(numeral)), kind, rated, frame)


@pytest.mark.parametrize(
    ("text", "kind", "rated", "found"),
    [
        ("Đến nay, huyện có 48 TCCSĐ", Kind.STOCK, False, Dated(printed=True)),
        ("Huyện có 48 TCCSĐ", Kind.STOCK, False, Dated()),
        ("Thực hiện nghị quyết, huyện có 48 TCCSĐ", Kind.STOCK, False, Dated()),
        ("Tính đến ngày 31/12/2019, huyện có 48 TCCSĐ", Kind.STOCK, False, Dated("2019-12-31", True)),
        ("Hết năm 2018, còn 48 hộ nghèo", Kind.STOCK, False, Dated("2018-12-31", True)),
        ("Trong năm 2018, kết nạp 48 đảng viên", Kind.FLOW, False, Dated("2018", True)),
        ("Nhiệm kỳ 2015-2020, kết nạp 48 đảng viên", Kind.FLOW, False, Dated("2015/2020", True)),
        ("Từ đầu nhiệm kỳ 2015 - 2025 đến nay, kết nạp 48 đảng viên", Kind.FLOW, False, Dated("2015/2020", True)),
        ("Trong nhiệm kỳ đã kết nạp 48 đảng viên", Kind.FLOW, False, Dated(choices=("2015/2020", "undated"))),
        ("Đã kết nạp 48 đảng viên", Kind.FLOW, False, Dated(choices=("undated",))),
        ("Hàng năm, có 48% trong sạch, vững mạnh", Kind.SHARE, True, Dated("undated", True)),
        ("Có 48% trong sạch, vững mạnh", Kind.SHARE, True, Dated(choices=("undated",))),
        ("Giảm 48 biên chế so với năm 2015", Kind.CHANGE, False, Dated()),
        ("Từ chỗ có 48 TCCSĐ, đến nay có 52", Kind.STOCK, False, Dated(choices=("undated",))),
        ("Kết nạp 9, tăng 1 so với năm 2018 (48 đảng viên)", Kind.FLOW, False, Dated(choices=("undated",))),
        ("Cùng kỳ năm 2018 là 48 đảng viên", Kind.FLOW, False, Dated(choices=("undated",))),
        ("Năm trước, huyện có 48 chi bộ", Kind.STOCK, False, Dated(choices=("undated",))),
        ("Các năm 2017, 2018 kết nạp 48 đảng viên", Kind.FLOW, False, Dated(choices=("2017", "2018", "undated"))),
        ("Có 96 kết nạp năm 2015, 48 kết nạp năm 2016", Kind.FLOW, False, Dated("2016", True)),
        ("Hết năm 2018 có 9 TCCSĐ. Số chi bộ là 48", Kind.STOCK, False, Dated(choices=("2018-12-31", "undated"))),
        ("Năm 2018 kết nạp 9. Cũng trong năm, khai trừ 48", Kind.FLOW, False, Dated("2018", True)),
        ("Quý III/2019 kết nạp 48 đảng viên", Kind.FLOW, False, Dated("2019-07/2019-09", True)),
        ("Năm 2025 sẽ có 48 chi bộ", Kind.STOCK, False, Dated(choices=("undated",))),
        ("6 tháng đầu năm 2019 kết nạp 48 đảng viên", Kind.FLOW, False, Dated("2019-01/2019-06", True)),
    ],
)
def test_the_sentence_dates_its_numbers(text: str, kind: Kind, rated: bool, found: Dated) -> None:
    assert date_of(text, "48", kind, rated) == found


def test_a_sentence_of_parts_has_the_date_of_its_whole() -> None:
    text = "Hiện có 52 TCCSĐ. Trong đó, có 48 chi bộ. Riêng có 19 xã."
    part, other = text.index("48"), text.index("19")
    assert dated(text, (18, 42), (part, part + 2), Kind.STOCK, False, FRAME) == Dated(printed=True)
    assert dated(text, (42, len(text)), (other, other + 2), Kind.STOCK, False, FRAME) == Dated()


def test_the_baseline_of_a_change_is_its_own() -> None:
    text = "giảm 235 biên chế so với năm 2015; giảm 938 người so với đầu nhiệm kỳ; giảm 12 xã"
    spans = [(text.index(one), text.index(one) + len(one)) for one in ("235", "938", "12")]
    found = [since(text, (0, len(text)), *span)[:2] for span in spans]
    assert found[0] == ("2015", False)
    assert since(text, (35, 70), 40, 50)[:2] == ("", True)
    assert since(text, (70, len(text)), 75, 80)[:2] == ("", False)


def test_only_terms_of_office_are_terms() -> None:
    assert terms(["nhiệm kỳ 2015-2020 và giai đoạn 2017-2020", "Nhiệm kỳ 2020 – 2025"]) == ("2015/2020", "2020/2025")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Đề ra cho năm 2022 như thế; có ", " xã, thị trấn năm ngoái mới làm được."),
        ("Năm 2022, chưa năm nào chúng tôi có ", " đảng viên."),
        ("Năm 2022, cao nhất cũng chỉ có ", " đảng viên."),
    ],
)
def test_a_time_that_is_not_written_out_leaves_the_date_open(before: str, after: str) -> None:
    text = f"{before}48{after}"
    place = len(before), len(before) + 2
    found = dated(text, (0, len(text)), place, Kind.STOCK, False, Frame((), Period.parse("2023-01-18")))
    assert found.choices is not None


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            "Kết quả kết nạp đảng viên: năm 2016 là 120, năm 2017 là 135.",
            [("kết nạp đảng viên: năm 2016 là 120", "admitted"), ("135", "admitted")],
        ),
        ("Đảng viên: năm 2016 là 4.120.", [("Đảng viên: năm 2016 là 4.120", "members")]),
        (
            "Kết nạp đảng viên mới: khối xã 80, khối cơ quan 25.",
            [("Kết nạp đảng viên mới: khối xã 80", None), ("25", None)],
        ),
    ],
)
def test_what_a_label_tells_goes_for_the_numbers_behind_its_colon(
    line: str, found: list[tuple[str, str | None]]
) -> None:
    assert told(line) == found
