"""One locality in a browser: chosen, printed on A4, left for other pages; and the page of methods: led to, searched."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.pages import settle

PLACE = "place?place=quang-binh.quang-ninh"


def visited(page: Page, address: str) -> Page:
    page.goto(address)
    settle(page)
    expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=30_000)
    expect(page.locator(".ds-profile, .ds-entries").first).to_be_visible(timeout=30_000)
    return page


def test_the_button_prints_with_the_day_and_the_ways_lead_on(page: Page, dashboard_url: str) -> None:
    page.add_init_script(
        "window.print = () => { window.printed = (window.printed ?? 0) + 1; dispatchEvent(new Event('beforeprint')); }"
    )
    visited(page, f"{dashboard_url}/{PLACE}&lang=en")
    page.get_by_role("button", name="Print or save as PDF").click()
    assert page.evaluate("window.printed") == 1
    told = page.locator(".ds-foot").text_content() or ""
    assert re.search(r"[0-9a-f]{8}-\d{4}-\d{2}-\d{2} .* printed \d{1,2} \w+ 20\d\d · http\S+/place\?place=", told)
    page.get_by_text("Tiếng Việt", exact=True).click()
    button = page.get_by_role("button", name="In hoặc lưu PDF")
    button.click()
    assert page.evaluate("window.printed") == 2
    page.get_by_role("link", name="So sánh với nơi khác").click()
    expect(page).to_have_url(re.compile(r"/\?places=quang-binh\.quang-ninh$"))
    expect(page.get_by_role("button", name="Bỏ Huyện Quảng Ninh (Quảng Bình)")).to_be_visible(timeout=30_000)


def test_another_place_replaces_the_first_one(page: Page, dashboard_url: str) -> None:
    visited(page, f"{dashboard_url}/{PLACE}")
    box = page.get_by_role("combobox", name="Chọn địa phương")
    box.fill("ben tre")
    page.get_by_role("option", name=re.compile("^Tỉnh Bến Tre")).click()
    expect(page.get_by_role("heading", level=1, name="Tỉnh Bến Tre")).to_be_visible()
    expect(page).to_have_url(re.compile("place=ben-tre$"))
    chips = page.get_by_role("list", name="Địa phương đã chọn").get_by_role("listitem")
    expect(chips).to_have_count(1)
    expect(page.get_by_role("button", name=re.compile("^Thêm"))).to_have_count(0)
    page.get_by_role("link", name=re.compile("^Huyện Ba Tri")).first.click()
    expect(page.get_by_role("heading", level=1, name="Huyện Ba Tri (Bến Tre)")).to_be_visible(timeout=30_000)


def test_the_contents_of_the_method_lead_down_the_page_and_the_search_folds_accents(
    page: Page, dashboard_url: str
) -> None:
    visited(page, f"{dashboard_url}/method")
    page.get_by_role("navigation", name="Trong trang này").get_by_role("link", name="Quy tắc so sánh").click()
    expect(page.get_by_role("heading", name="Quy tắc so sánh")).to_be_in_viewport()
    page.get_by_role("searchbox").or_(page.get_by_label("Tìm chỉ tiêu")).first.fill("ket nap")
    expect(page.get_by_text(re.compile(r"^\d+ trên \d+ chỉ tiêu$"))).to_be_visible()
    expect(page.get_by_role("heading", level=4, name="Đảng viên kết nạp", exact=True)).to_be_visible()
    expect(page.get_by_role("heading", level=4, name="Hộ nghèo, cận nghèo", exact=True)).to_have_count(0)


def test_a_place_without_figures_is_found_on_the_server_and_leads_to_those_with_some(
    page: Page, dashboard_url: str
) -> None:
    page.goto(f"{dashboard_url}/?theme=organisation")
    settle(page)
    box = page.get_by_role("combobox", name="Địa phương")
    box.fill("phu tho")
    expect(page.get_by_role("option", name=re.compile("^Tỉnh Phú Thọ .đến")).first).to_be_disabled()
    page.get_by_role("option", name=re.compile("^Tỉnh Phú Thọ .từ")).click()
    expect(page).to_have_url(re.compile(r"places=vinh-phuc\.yen-lac"))
    visited(page, f"{dashboard_url}/{PLACE}")
    page.get_by_role("combobox", name="Chọn địa phương").fill("xa truong ninh")
    page.get_by_role("option", name=re.compile("^Xã Trường Ninh .Quảng Trị")).click()
    expect(page.get_by_role("heading", level=1, name="Xã Trường Ninh (Quảng Trị)")).to_be_visible()
    expect(page).to_have_url(re.compile(r"place=quang-tri-2025\.truong-ninh$"))
