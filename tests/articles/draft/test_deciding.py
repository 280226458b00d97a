"""The indicator of a number: written where the words leave no doubt, else marked, with candidates."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dashboard.articles.draft.proposal import Open
from dashboard.language.hedges import Hedge
from dashboard.records.models.indicator import Tier
from tests.articles.draft.desk import drafted, figures, told


def test_a_whole_and_parts_that_add_up() -> None:
    assert told("Đảng bộ huyện có 52 TCCSĐ, 6.180 đảng viên; gồm 30 đảng bộ và 22 chi bộ cơ sở.") == [
        ("52 TCCSĐ", "organizations"),
        ("6.180 đảng viên", "members"),
        ("30 đảng bộ", "committees"),
        ("22 chi bộ cơ sở", "base_cells"),
    ]


def test_a_wards_cells_are_subordinate_and_a_districts_joint_organisations_are_of_grassroots_rank() -> None:
    ward = told("Toàn phường có 14 chi bộ với 512 đảng viên; riêng khối dân cư có 9 chi bộ khu phố.", level="commune")
    assert ward == [("14 chi bộ", "cells"), ("512 đảng viên", "members"), ("9 chi bộ khu phố", "hamlet_cells")]
    district = told("Huyện ta có 37 chi, đảng bộ trực thuộc; bên dưới là 198 chi bộ trực thuộc Đảng ủy cơ sở.")
    assert [indicator for _, indicator in district] == ["organizations", "cells"]


def test_the_level_of_the_place_rules_indicators_out() -> None:
    assert told("Đảng bộ phường có 41 chi, đảng bộ trực thuộc.", level="commune") == [
        ("41 chi, đảng bộ trực thuộc", None)
    ]


@pytest.mark.parametrize(
    ("line", "phrase", "indicator"),
    [
        ("Trong năm 2018 đã kết nạp được 1.024 đảng viên.", "kết nạp được 1.024 đảng viên", "admitted"),
        ("Năm 2018, kết nạp 34 đảng viên mới.", "kết nạp 34 đảng viên mới", "admitted"),
        ("Giảm 235 chỉ tiêu biên chế so với năm 2015.", "Giảm 235 chỉ tiêu biên chế so với năm 2015", "posts_cut"),
        ("Số TCCSĐ trong sạch, vững mạnh chiếm 51%.", "trong sạch, vững mạnh chiếm 51%", "organizations_strong"),
        ("Có 95% đảng viên hoàn thành tốt nhiệm vụ trở lên.", "95% đảng viên", "members_better"),
        ("Giảm số thôn, tổ dân phố từ 162 xuống còn 154 thôn.", "từ 162 xuống còn 154 thôn", "hamlets"),
        ("Năm 2018 huy động gần 1 tỷ đồng làm đường.", "huy động gần 1 tỷ đồng", "money"),
    ],
)  # fmt: skip
def test_the_words_that_announce_it_decide(line: str, phrase: str, indicator: str) -> None:
    assert told(line) == [(phrase, indicator)]


@pytest.mark.parametrize(
    ("line", "indicators"),
    [
        ("Năm 2018, kết nạp 122 đảng viên, đạt 110,9% kế hoạch.", ["admitted", None]),  # of another plan
        ("Giảm 35 chỉ tiêu biên chế, vượt 5 chỉ tiêu biên chế.", ["posts_cut", None]),  # the excess
        ("Tăng 12 chỉ tiêu biên chế.", [None]),  # the other way round
        ("Năm 2018, kết nạp 122 đảng viên, tăng 7 so với năm 2017 (115 đảng viên).", ["admitted", None, None]),
        ("Năm 2018, kết nạp 12 đảng viên ở khối trường học.", [None]),
        ("Đánh giá, xếp loại 960 đảng viên.", [None]),
    ],
)
def test_what_stands_beside_a_stock_or_flow_is_not_it(line: str, indicators: list[str | None]) -> None:
    assert [indicator for _, indicator in told(line)] == indicators


def test_by_how_much_and_what_there_is_then_are_two_figures() -> None:
    change, stock = figures("Năm 2018, số TCCSĐ giảm 6, còn 44.")
    assert (change.value, change.sure, change.before) == (Decimal(6), False, None)
    assert (stock.value, stock.indicators[0], stock.before) == (Decimal(44), "organizations", None)


def test_attainment_follows_the_cut_that_it_is_of() -> None:
    found = told("Huyện giảm 180 chỉ tiêu biên chế so với năm 2016 (đạt 104,5% kế hoạch).")
    assert found[1] == ("đạt 104,5% kế hoạch", "posts_attained")


@pytest.mark.parametrize(
    "line",
    [
        "Có 351 đảng viên nữ.",
        "Phấn đấu kết nạp 200 đảng viên.",
        "Mỗi chi bộ có 5 đảng viên.",
        "Chi bộ Nà Mố có 61 đảng viên.",
        "Lúc thành lập chỉ có 4 đảng viên.",
        "Có 1.200 đoàn viên.",
        "Có 78 đảng viên hoàn thành xuất sắc nhiệm vụ.",
        "Tăng 12 đảng viên so với năm 2018.",
        "Có 93% tổ chức cơ sở đảng đạt trong sạch, vững mạnh và hoàn thành tốt nhiệm vụ.",
        "Cao hơn năm trước 1,2%.",
    ],
)
def test_what_is_not_the_whole_thing_is_left_to_a_curator(line: str) -> None:
    assert [indicator for _, indicator in told(line)] == [None]


def test_a_part_is_never_the_whole() -> None:
    found = told("Năm 2018 kết nạp 798 đảng viên, trong đó có 351 đảng viên ở thôn.")
    assert [indicator for _, indicator in found] == ["admitted", None]


def test_parts_by_place_take_what_the_whole_counts() -> None:
    found = figures(
        "Có 40 TCCSĐ ở cơ sở. Trong đó, Đông Trạch 10; Vĩnh Khê 9; TP. An Lĩnh 7; Hòa Bình 4.", level="province"
    )
    assert [(one.printed, one.locality) for one in found[1:4]] == [
        ("Đông Trạch 10", "an-linh.dong-trach"),
        ("Vĩnh Khê 9", "an-linh.vinh-khe"),
        ("TP. An Lĩnh 7", "an-linh.an-linh"),
    ]
    assert {one.indicators for one in found[1:]} == {("organizations",)}
    assert isinstance(found[4].locality, Open)


def test_zero_and_a_grade_are_printed_in_words() -> None:
    (zero,) = figures("Năm 2017, không có tổ chức cơ sở đảng yếu kém.")
    assert (zero.printed, zero.value) == ("không có tổ chức cơ sở đảng yếu kém", Decimal(0))
    assert (zero.sure, zero.indicators[0], zero.as_of) == (True, "organizations_weak", "2017")
    (grade,) = figures("Năm 2018, Đảng bộ huyện được Tỉnh ủy công nhận hoàn thành tốt nhiệm vụ.")
    assert (grade.printed, grade.grade, grade.scheme) == ("công nhận hoàn thành tốt nhiệm vụ", Tier.GOOD, "new")


@pytest.mark.parametrize(
    "line",
    [
        "Phấn đấu không có tổ chức cơ sở đảng yếu kém, có 2 xã.",
        "Số đảng viên được công nhận hoàn thành tốt nhiệm vụ cao, có 2 xã.",
    ],
)
def test_an_aim_is_no_zero_and_a_share_no_grade(line: str) -> None:
    assert [one.value for one in figures(line)] == [2]


def test_value_hedge_total_and_what_came_before_are_filled_in() -> None:
    share, pair = figures("Có gần 40/170 chi bộ tốt. Giảm từ hơn 23 tổ dân phố xuống còn 10 tổ dân phố.")
    assert (share.value, share.out_of, share.hedge) == (Decimal(40), Decimal(170), Hedge.NEARLY)
    assert (pair.value, pair.before, pair.hedge) == (Decimal(10), Decimal(23), None)
    assert pair.note is not None
    assert "hơn" in pair.note.vi


def test_base_scheme_and_date_that_are_not_printed_are_left_open() -> None:
    (share,) = figures("Có 95% đảng viên hoàn thành tốt nhiệm vụ trở lên, tính trên tổng số.")
    assert isinstance(share.base, Open)
    assert share.base.choices[0] == "all"
    assert isinstance(share.as_of, Open)
    assert isinstance(share.scheme, Open)
    assert set(share.scheme.choices) == {"old", "new", "unclear"}


def test_one_fact_is_told_once() -> None:
    line = "Năm 2017 có 720 TCCSĐ, năm 2018 có 716 TCCSĐ."
    again = "Hết năm 2018 có 9 tổ dân phố, thôn. Cuối năm 2018 còn 9 thôn, tổ dân phố."
    found = figures(f"{line} {again}")
    assert [(one.sure, one.key) for one in found] == [(True, None), (True, "nam-2018"), (True, None), (False, None)]
    assert "xóa?" in found[3].why.vi


def test_a_value_with_two_readings_is_left_open() -> None:
    (one,) = figures("Có 1,250 đảng viên.")
    assert isinstance(one.value, Open)
    assert Decimal("1.25") != one.value


@pytest.mark.parametrize(
    ("line", "level", "first"),
    [
        ("Tổng số đảng viên là 4. 812 đồng chí, trong đó dự bị 103.", "district", "members"),
        ("Số thôn, tổ dân phố giảm 9, còn 88.", "district", "hamlets"),
        ("Phấn đấu 90% đảng viên hoàn thành tốt nhiệm vụ trở lên.", "district", "members_better"),
        ("Đảng viên hoàn thành tốt nhiệm vụ không dưới 70% nhưng không quá 80%.", "district", "members_good"),
        ("Kết nạp 108đảng viên.", "district", "admitted"),
    ],
)
def test_the_first_candidate_of_the_last_number_fits(line: str, level: str, first: str) -> None:
    assert figures(line, level=level)[-1].indicators[:1] == (first,)


@pytest.mark.parametrize(
    ("line", "sure"),
    [
        ("Huyện có 90 thôn và 7 tổ dân phố.", [None, None]),  # each sort apart
        ("Có 2 TCCSĐ và 15 đảng viên bị nhắc nhở.", [None, None]),  # both of them
        ("Huy động 2 tỷ đồng làm đường, dân góp 900 triệu đồng.", ["money", None]),
        ("Quỹ khuyến học huy động được 800 triệu đồng.", [None]),
        ("Xếp loại đảng viên: 586 hoàn thành xuất sắc, 12 tốt.", [None, None]),
        ("Có 96% chi ủy cơ sở hoàn thành tốt nhiệm vụ trở lên.", [None]),
        ("Kế hoạch năm 2019: kết nạp 25 đảng viên.", [None]),
        ("Huyện có 900 đảng viên. Với chi bộ cơ sở, 80% hoàn thành tốt nhiệm vụ.", ["members", None]),
    ],
)
def test_what_is_only_a_part_or_not_yet_done_is_left_to_be_decided(line: str, sure: list[str | None]) -> None:
    assert [one for _, one in told(line)] == sure


@pytest.mark.parametrize(
    ("line", "as_of"),
    [
        ("Sáu tháng cuối năm 2018, huyện kết nạp 40 đảng viên.", "2018-07/2018-12"),
        ("10 tháng năm 2019, huyện kết nạp 40 đảng viên.", "2019-01/2019-10"),
        ("Nửa đầu năm 2019, huyện kết nạp 40 đảng viên.", "2019-01/2019-06"),
        ("Từ ngày 1/3/2018 đến 31/8/2018, huyện kết nạp 40 đảng viên.", "2018-03-01/2018-08-31"),
        ("Từ tháng 3 đến tháng 8/2018, huyện kết nạp 40 đảng viên.", "2018-03/2018-08"),
        ("Tính đến ngày 31 tháng 12 năm 2018, huyện có 40 TCCSĐ.", "2018-12-31"),
        ("Sáu tháng cuối năm 2019, huyện kết nạp 40 đảng viên.", None),  # it was not over
        ("Nhiệm kỳ 2020-2025, hằng năm kết nạp trên 90 đảng viên.", None),
        ("Chỉ tháng 3/2019 kết nạp 9, nâng số kết nạp cả năm lên 40 đảng viên.", None),
    ],
)
def test_the_period_is_written_or_left_open(line: str, as_of: str | None) -> None:
    found = figures(line)[-1].as_of
    assert (None if isinstance(found, Open) else found) == as_of


def test_a_commune_has_a_districts_indicators_as_candidates_since_districts_are_gone() -> None:
    lines = ("Đảng bộ phường Mai Động vững mạnh", "05/11/2025", "Đảng bộ phường có 41 chi, đảng bộ trực thuộc.")
    (one,) = drafted(*lines).figures
    assert (one.indicators[0], one.sure) == ("organizations", False)


def test_a_time_that_introduces_a_table_leaves_its_dates_open() -> None:
    lines = ("Huyện Đông Trạch qua những con số", "05/11/2019", "Tính đến ngày 31 tháng 12 năm 2018:", "Đảng viên: 900")
    assert all(isinstance(one.as_of, Open) for one in drafted(*lines).figures)


def test_what_is_told_of_the_place_around_is_not_the_articles_own() -> None:
    line = "Huyện có 92% đảng viên hoàn thành tốt nhiệm vụ, của tỉnh là 90%. Tỉnh An Lĩnh có 49.000 đảng viên."
    own, above, named = figures(line)
    assert own.locality is None
    assert isinstance(above.locality, Open)
    assert named.locality == "an-linh"
