"""The page of data in a browser: reached from the head, on a phone, by keyboard, and a download of what is left."""

from __future__ import annotations

import csv
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.pages import settle
from tests.browser.test_everyone import LOOKS, grave, in_colours, scrolled

HEADING = {"vi": "Toàn bộ số liệu", "en": "All the figures"}


def visit(page: Page, url: str, language: str = "vi") -> None:
    page.goto(url)
    expect(page.get_by_role("heading", name=HEADING[language])).to_be_visible(timeout=30_000)
    expect(page.get_by_role("link", name="XLSX")).to_be_visible(timeout=30_000)
    settle(page)


def test_what_the_columns_mean_bars_nobody_and_scrolls_no_page_sideways(page: Page, dashboard_url: str) -> None:
    visit(page, f"{dashboard_url}/data?lang=en", "en")
    page.get_by_text("What the columns of the files mean").first.click()
    expect(page.get_by_role("cell", name="figure_id", exact=True)).to_be_visible()
    for wide, scheme in LOOKS:
        in_colours(page, scheme)
        page.set_viewport_size({"width": wide, "height": 844})
        assert scrolled(page) <= wide
        assert not grave(page, "details[open]"), (wide, scheme)  # all else: test_everyone


def test_what_is_searched_for_is_left_stands_in_the_link_and_is_what_is_downloaded(
    page: Page, dashboard_url: str, tmp_path: Path
) -> None:
    page.add_init_script("window.print = () => { window.printed = true }")
    visit(page, dashboard_url + "/data")
    page.get_by_label("Tìm trong nguyên văn, chỉ tiêu, địa phương").fill("7.397 dang vien")
    expect(page.get_by_text("trong", exact=False).filter(has_text="khớp với bộ lọc")).to_be_visible()
    expect(page.locator(".ds-figures tbody tr")).to_have_count(1)
    expect(page.get_by_role("rowheader", name="Huyện Quảng Ninh (Quảng Bình)")).to_be_visible()
    assert "q=7.397" in page.url
    settle(page)
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV cho chương trình").click()
    assert not page.evaluate("window.printed"), "a link to a file prints nothing"
    assert download.value.suggested_filename.startswith("doisanh_figures_7.397-dang-vien_vi_")
    download.value.save_as(tmp_path / "figures.csv")
    with (tmp_path / "figures.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["value"], row["printed"]) == ("7397", "7.397 đảng viên")
