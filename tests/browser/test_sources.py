"""The Sources page in a browser: reached, read in both languages, on a phone; and a number cited from its row."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.test_compare import card, visit


def test_the_head_leads_to_the_sources_and_back_in_the_same_language(page: Page, dashboard_url: str) -> None:
    visit(page, f"{dashboard_url}/?lang=en")
    page.get_by_role("link", name="Sources").click()
    expect(page.get_by_role("heading", name="Where every figure comes from")).to_be_visible()
    expect(page.get_by_text(re.compile(r"Figures checked: (66 of 66|16 of 16)")).first).to_be_visible()
    page.get_by_text("Tiếng Việt", exact=True).click()
    expect(page.get_by_role("heading", name="Nguồn của từng số liệu")).to_be_visible()
    page.get_by_role("link", name="So sánh").click()
    expect(page.locator(".ds-answer h2").first).to_be_visible(timeout=30_000)


def test_one_click_cites_a_number_and_one_reports_it(open_page: OpenPage, dashboard_url: str) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    visit(page, f"{dashboard_url}/?theme=organisation")
    row = card(page, "Đảng viên").get_by_role("button", name=re.compile("Huyện Quảng Ninh"))
    row.click()
    facts = page.get_by_role("dialog")
    expect(facts).to_contain_text("đã đối chiếu với toàn văn bài báo")
    cite = facts.get_by_role("button", name="Trích dẫn", exact=True)
    cite.click()
    expect(cite.locator("+ [role=status]")).to_have_text("Đã sao chép câu trích dẫn")  # beside the button
    cited = page.evaluate("navigator.clipboard.readText()")
    assert cited == ("Theo Báo Quảng Bình ngày 18/10/2019, Đảng bộ huyện Quảng Ninh (Quảng Bình) có 7.397 đảng viên.")
    facts.get_by_text("Tệp trích dẫn").click()
    with page.expect_download() as saved:
        facts.get_by_role("link", name="RIS").click()
    assert saved.value.suggested_filename == "bao-quang-binh-2019-10-18.ris"
    assert b"TY  - NEWS" in Path(saved.value.path()).read_bytes()
    page.keyboard.press("Escape")
    row.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(facts.get_by_role("button", name="Trích dẫn", exact=True)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    told = facts.get_by_role("button", name="Báo sai số liệu").locator("+ [role=status]")
    expect(told).to_contain_text("chưa đặt địa chỉ nhận báo sai")
    report = page.evaluate("navigator.clipboard.readText()")
    assert "bao-quang-binh-2019-10-18/party_members" in report
    page.keyboard.press("Escape")
    expect(row).to_be_focused()
