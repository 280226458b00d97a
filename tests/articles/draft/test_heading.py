"""Title, outlet, date and byline, where they stand."""

from __future__ import annotations

import pytest

from dashboard.articles.draft.heading import heading
from dashboard.articles.draft.source import Source
from tests.articles.draft.desk import paragraph

TITLE = "Đông Trạch đổi mới phương thức lãnh đạo từ cơ sở"
BODY = "Đảng bộ huyện " + "đã có nhiều cách làm hay " * 12


def read(*lines: str) -> tuple[tuple[str, ...], str, str, str, str]:
    found = heading(Source("bai.txt", "", tuple(paragraph(line, number) for number, line in enumerate(lines, 1))))
    return found.titles, found.outlet, found.outlet_printed, found.date, found.byline


@pytest.mark.parametrize(
    "line",
    [
        "08:22, Thứ Sáu, 18/10/2019 (GMT+7)",
        "Ngày đăng: 18/10/2019",
        "Cập nhật lúc 18-10-2019",
        "18.10.2019",
        "2019-10-18",
        "Thứ Sáu, ngày 18 tháng 10 năm 2019",
    ],
)
def test_the_date_stands_in_a_short_line_above_or_below(line: str) -> None:
    assert read(TITLE, line, BODY)[3] == "2019-10-18"
    assert read(TITLE, BODY, line)[3] == "2019-10-18"


def test_a_date_inside_the_article_is_not_its_own() -> None:
    assert read(TITLE, f"Nghị quyết số 18, ngày 25/10/2017, {BODY}")[3] == ""
    assert read(TITLE, "31/02/2019", BODY)[3] == ""


@pytest.mark.parametrize(
    ("line", "outlet", "printed"),
    [
        (f"(QBĐT) - {BODY}", "Báo Quảng Bình", "QBĐT"),
        (f"BDK - {BODY}", "Báo Đồng Khởi", "BDK"),
        (f"(XYZT) – {BODY}", "", "XYZT"),
        (f"(Baonghean.vn) - {BODY}", "", "Baonghean.vn"),
        (BODY, "", ""),
    ],
)
def test_an_outlet_is_known_by_how_it_opens_or_left_open(line: str, outlet: str, printed: str) -> None:
    assert read(TITLE, line)[1:3] == (outlet, printed)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("BÁO AN LĨNH ĐIỆN TỬ", "Báo An Lĩnh điện tử"),
        ("Nguồn: Báo Quảng Bình.", "Báo Quảng Bình"),
        ("Báo An Lĩnh - Thứ Hai, 04/11/2019", "Báo An Lĩnh"),
    ],
)
def test_an_outlet_may_be_named_in_full(line: str, name: str) -> None:
    assert read(TITLE, BODY, line)[1] == name
    assert read(line, TITLE, BODY)[:2] == ((TITLE,), name)


def test_the_title_is_the_first_full_line() -> None:
    assert read(".", TITLE, "18/10/2019", BODY)[0] == (TITLE,)
    assert read("18/10/2019", TITLE + ".", BODY)[0] == (TITLE,)


def test_a_short_line_above_another_leaves_the_title_open() -> None:
    assert read("Đưa nghị quyết vào cuộc sống", TITLE, BODY)[0] == ("Đưa nghị quyết vào cuộc sống", TITLE)
    assert read(BODY)[0] == ()


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Thu Huyền", "Thu Huyền"),
        ("MINH QUANG", "MINH QUANG"),
        ("Ban Biên tập", "Ban Biên tập"),
        ("Bài, ảnh: Hoàng Lan", "Hoàng Lan"),
        ("PV", "PV"),
        ("Đồng chí Bí thư phát biểu.", ""),
    ],
)
def test_a_byline_stands_below_the_article_above_the_page(line: str, name: str) -> None:
    assert read(TITLE, BODY, line, "Chia sẻ bài viết", "BÌNH LUẬN", ".")[4] == name
    assert read(TITLE, line, BODY)[4] == ""
