"""What is noted above a text, its address, and a text that is only a part of its article."""

from __future__ import annotations

import pytest

from dashboard.articles.draft.article_place import by_host
from dashboard.articles.draft.drafting import Draft, draft
from dashboard.articles.draft.outlets import Outlet, outlet_of, portal_of
from dashboard.articles.draft.source import NoDraft, noted, read_source
from dashboard.articles.draft.yaml_writing import figures, seed
from dashboard.articles.text.place_mentions import Whereabouts
from dashboard.cli.record_search import finder
from dashboard.language.dates import Period
from dashboard.records.root import shipped_root
from tests.articles.draft.desk import TABLES

ADDRESS = "http://baolamdong.vn/chinhtri/201810/mau-113-2916311/"
NOTED = f"{ADDRESS} | Đảng bộ huyện Đông Trạch có thêm đảng viên mới (Báo Mẫu)"
TEXT = "Hiện nay, Đảng bộ huyện Đông Trạch có 46 tổ chức cơ sở đảng với 4.512 đảng viên."


def drafted(*lines: str, excerpt: bool = False, address: str = "") -> Draft:
    """The draft of a text of some lines."""
    return draft(read_source("bai.txt", "\n".join(lines).encode(), excerpt=excerpt, address=address), TABLES)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (NOTED, (ADDRESS, "Đảng bộ huyện Đông Trạch có thêm đảng viên mới", "Báo Mẫu")),
        ("https://a.vn/x | Một bài (phần 1) hay", ("https://a.vn/x", "Một bài (phần 1) hay", "")),
        ("https://a.vn/x", ("https://a.vn/x", "", "")),
        ("Xem https://a.vn/x | Một bài", None),
        ("Đảng bộ huyện | Một bài (Báo Mẫu)", None),
    ],
)
def test_address_title_and_outlet_are_read_above_a_text(line: str, found: tuple[str, str, str] | None) -> None:
    assert noted(line) == found


def test_what_is_noted_above_counts_before_what_the_text_says() -> None:
    made = drafted(NOTED, "Báo An Lĩnh", TEXT)
    assert made.heading.titles == ("Đảng bộ huyện Đông Trạch có thêm đảng viên mới",)
    assert (made.heading.outlet, made.source.address) == ("Báo Mẫu", ADDRESS)
    written = seed(made, "x", "2024-01-02")
    assert f"address: {ADDRESS}" in written
    assert f'{{printed: "{ADDRESS}", paragraph: 1, reason: page}}' in written  # its numerals are accounted for
    assert "date: decide}  # QUYẾT ĐỊNH / DECIDE: 2018-10; " in written


def test_of_an_excerpt_no_paragraph_digest_or_numeral_is_recorded() -> None:
    made = drafted(NOTED, TEXT, excerpt=True)
    written = seed(made, "x", "2024-01-02")
    assert "text: {read: excerpt}\ncurated:" in written
    assert "sha256" not in written
    assert "not_figures" not in written
    assert "paragraph" not in figures(made, "x")
    assert 'printed: "4.512 đảng viên"' in figures(made, "x")


def test_an_outlet_that_only_the_host_tells_is_inferred_and_an_unknown_host_leaves_it_open() -> None:
    known = seed(drafted(TEXT, address=ADDRESS), "x", "2024-01-02")
    assert 'outlet: {value: "Báo Lâm Đồng", inferred: {vi: "Theo tên miền' in known
    unknown = seed(drafted(TEXT, address="https://tinmau.example/a"), "x", "2024-01-02")
    assert "outlet: {value: null}  # QUYẾT ĐỊNH" in unknown
    printed = seed(drafted("Báo An Lĩnh", TEXT, address=ADDRESS), "x", "2024-01-02")
    assert 'outlet: {value: "Báo An Lĩnh"}' in printed


def test_an_address_that_is_none_is_refused() -> None:
    with pytest.raises(NoDraft, match="--address baolamdong: write it as"):
        drafted(TEXT, address="baolamdong")


@pytest.mark.parametrize(
    ("address", "outlet"),
    [
        ("http://baolamdong.vn/a", Outlet("Báo Lâm Đồng", "Lâm Đồng")),
        ("https://www.baodongnai.com.vn/a", Outlet("Báo Đồng Nai", "Đồng Nai")),
        ("https://m.sggp.org.vn/a", Outlet("Báo Sài Gòn Giải Phóng", "Hồ Chí Minh")),
        ("https://baobariavungtau.com.vn/a", Outlet("Báo Bà Rịa - Vũng Tàu", "Bà Rịa - Vũng Tàu")),
        ("https://baodongkhoi.vn/a", Outlet("Báo Đồng Khởi", "Bến Tre")),
        ("https://baolamdong.vn.example.com/a", None),
        ("https://notbaolamdong.vn/a", None),
        ("https://baomoi.com/a", None),
        ("https://[", None),
    ],
)
def test_a_newspaper_is_known_by_its_host(address: str, outlet: Outlet | None) -> None:
    assert outlet_of(address) == outlet


@pytest.mark.parametrize(
    ("address", "portal"),
    [
        ("https://vinhlinh.quangtri.gov.vn/a", ("vinhlinh", "Quảng Trị")),
        ("http://www.lamdong.gov.vn/a", ("", "Lâm Đồng")),
        ("https://baoloc.lamdong.dcs.vn/a", ("baoloc", "Lâm Đồng")),
        ("https://quan11.hochiminhcity.gov.vn", ("quan11", "Hồ Chí Minh")),
        ("https://anlao.gov.vn/a", None),
        ("https://lamdong.vn/a", None),
    ],
)
def test_a_portal_tells_its_place_and_province(address: str, portal: tuple[str, str] | None) -> None:
    assert portal_of(address) == portal


@pytest.mark.parametrize(
    ("named", "titles", "address", "id", "choices"),
    [
        # two districts have the name: the outlet's province tells which, the title that it is meant
        ("huyện Bảo Lâm", ("Bảo Lâm kết nạp đảng viên",), ADDRESS, "lam-dong.bao-lam", ("lam-dong.bao-lam",)),
        ("huyện Bảo Lâm", ("Kết nạp đảng viên",), ADDRESS, None, ("lam-dong.bao-lam",)),
        ("huyện Bảo Lâm", ("Bảo Lâm",), "https://nhandan.vn/a", None, ()),
        ("huyện Vĩnh Linh", (), "https://vinhlinh.quangtri.gov.vn/a", "quang-tri.vinh-linh", ("quang-tri.vinh-linh",)),
        ("huyện Đông Trạch", ("Đông Trạch",), ADDRESS, None, ()),
        ("", ("Kết nạp đảng viên",), ADDRESS, None, ("lam-dong",)),
    ],
)
def test_the_host_tells_in_which_province_a_named_place_lies(
    named: str, titles: tuple[str, ...], address: str, id: str | None, choices: tuple[str, ...]
) -> None:
    found = by_host(
        Whereabouts(None, (), None, named), titles, address, Period.parse("2018-10-09"), finder(shipped_root())
    )
    assert (found.id, found.choices) == (id, choices)


@pytest.mark.parametrize("clock", ["Hôm nay: Thứ Hai, 12/6/2023", "Hôm nay 12/6/2023 | 08:15", "Bây giờ là 12/06/2023"])
def test_a_pages_clock_is_no_day_of_publication_and_no_title(clock: str) -> None:
    made = drafted(clock, "Đảng bộ huyện Đông Trạch có thêm nhiều đảng viên mới", "Thứ Ba, 9/10/2018", TEXT)
    assert made.heading.date == "2018-10-09"
    assert made.heading.titles == ("Đảng bộ huyện Đông Trạch có thêm nhiều đảng viên mới",)
    assert {one.reason for one in made.asides if one.paragraph == 1} == {"page"}
    assert drafted(clock, "Đảng bộ huyện Đông Trạch có thêm nhiều đảng viên mới", TEXT).heading.date == ""
