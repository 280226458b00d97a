"""Each rule takes what it is named for, and no statistic."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.articles.text.numeral_rules import NEVER_A_FIGURE, RULES, explained, recognised
from dashboard.articles.text.paragraphs import Paragraph, spaced
from dashboard.articles.text.tokens import tokens


def taken(text: str) -> dict[str, str]:
    paragraph = Paragraph(1, spaced(text))
    found = tokens(paragraph)
    ruled = recognised(paragraph, found)
    return {token.text: ruled.get(token, "") for token in found}


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("dates", "đăng ngày 18/10/2019"),
        ("dates", "từ ngày 15 đến 17/6/2020"),
        ("dates", "ngày 5 tháng 3 năm 2018"),
        ("dates", "tháng 12/2019 và tháng 2 vừa qua"),
        ("dates", "đến hết tháng 9/2019 huyện có thêm"),
        ("dates", "các năm 2016, 2017 và 2018"),
        ("dates", "quý II/2020, quý 3 năm 2021"),
        ("dates", "chào mừng 30/4, 19/5"),
        ("dates", "sáng 22-7, thứ 6, 2019-05-01"),
        ("clock_times", "lúc 08:22, 7h30, 9 giờ 15 phút, 0:00 (GMT+7)"),
        ("terms", "nhiệm kỳ 2015-2020, giai đoạn 2021 – 2025"),
        ("parts_of_year", "6 tháng đầu năm, 9 tháng năm nay, ba tháng cuối năm"),
        ("documents", "Nghị quyết số 18, 19-NQ/TW, Chỉ thị 05, số 06-CTr/HU"),
        ("documents", "Nghị định 90/2020/NĐ-CP, Kết luận số 13 và 14 của Ban Bí thư"),
        ("documents", "theo Điều 3, khoản 2, mục IV"),
        ("congresses", "Nghị quyết Trung ương 4 (khóa XI, XII), Đại hội XIII, lần thứ 20"),
        ("congresses", "T.Ư 6, khoá X; kỳ họp thứ 5; thế kỷ XX"),
        ("page_counters", "Lượt xem: 1.234 - Bình luận (0)"),
        ("page_counters", "Phụ lục, trang 4/9"),
        ("contacts", "phản ánh qua số 0234.3822.111"),
        ("contacts", "trực ban: 0236-3.812.345"),
        ("contacts", "Điện thoại: 0232 3822 456, www.a1.example/2"),
        ("numbering", "2. Về công tác cán bộ"),
        ("numbering", "II. Kết quả"),
        ("numbering", "Ảnh 3: Một buổi họp"),
        ("numbered_places", "phường 14, quận 10; khu phố 3, quốc lộ 1A"),
        ("numbered_places", "quốc lộ \uff11A"),
        ("footnotes", "sinh hoạt ở chi bộ trực thuộc(2), chỉ tiêu¹; xem dưới. (2) Gồm các thôn"),
        ("names", "khổ A4, COVID-19, cách mạng công nghiệp 4.0, V.I. Lênin, X-quang"),
    ],
)
def test_a_rule_takes_what_it_is_named_for(rule: str, text: str) -> None:
    found = taken(text)
    assert found
    assert set(found.values()) == {rule}, found


def test_a_footnote_is_no_part_of_the_number_before_it() -> None:
    assert taken("có 287(1) đảng viên, 98² chi bộ") == {"287": "", "1": "footnotes", "98": "", "²": "footnotes"}


@pytest.mark.parametrize("text", ["l2 đảng bộ", "I2 chi bộ", "O5 đảng viên"])
def test_a_number_with_a_letter_for_a_digit_is_no_name(text: str) -> None:
    assert set(taken(text).values()) == {""}


@pytest.mark.parametrize(
    "text",
    [
        "mỗi tháng 5 buổi sinh hoạt",
        "mỗi ngày 15 lượt người",
        "năm qua kết nạp 2.018 đảng viên",
        "đạt kế hoạch 95%",
        "đạt 40/12 chi bộ theo kế hoạch",
        "giao chỉ tiêu 30/12 đảng viên",
        "1900-2000 hộ thoát nghèo",
        "nghị quyết 10 chi bộ thực hiện",
        "mỗi tổ 5 người",
        "có 48 TCCSĐ",
        "còn 27 biểu hiện",
        "sau 3 năm",
        "đạt 95 - Đây là kết quả cao",
        "khóa 120 học viên",
        "15 Đảng bộ",
        "năm 2018 có 35",
        "xếp thứ 5, sau huyện bạn",
    ],
)
def test_what_counts_something_is_left_to_the_curator(text: str) -> None:
    assert "" in taken(text).values(), taken(text)


def test_every_rule_says_what_it_takes() -> None:
    names = [rule.__name__ for rule in RULES]
    assert len(set(names)) == len(names)
    assert set(names) > NEVER_A_FIGURE
    assert all(explained(name).en.endswith(".") for name in names)


@given(st.text(alphabet="ngày tháng năm 123/-.%XI khóa số NQ:", max_size=40))
def test_rules_never_raise_and_stay_inside_the_text(text: str) -> None:
    paragraph = Paragraph(1, spaced(text))
    for rule in RULES:
        assert all(0 <= start < end <= len(paragraph.text) for start, end in rule(paragraph.text))


def test_what_follows_a_punishment_is_no_law() -> None:
    assert taken("thi hành kỷ luật 12; Luật 58") == {"12": "", "58": "documents"}
