"""The report page: what the browser keeps is shown, saved, and never taken for more than words."""

from __future__ import annotations

import json

from playwright.sync_api import Page, expect

from tests.browser.conftest import Contexts

KEY = "doisanh-report"
MARKUP = '<img src=x onerror="window.hit=1">'
CHART = {"kind": "chart", "address": "?chart=party-members", "name": MARKUP, "title": MARKUP, "comment": MARKUP}


def open_with(page: Page, url: str, kept: object) -> None:
    """The report page of a browser that keeps this."""
    page.goto(f"{url}/report")
    expect(page.locator(".ds-report-status")).to_be_attached(timeout=30_000)
    page.evaluate(f"kept => localStorage.setItem('{KEY}', kept)", kept if isinstance(kept, str) else json.dumps(kept))
    page.reload()
    expect(page.locator(".ds-report-status")).to_be_attached(timeout=30_000)


def test_whatever_is_kept_is_shown_as_words_and_leads_to_the_page_alone(page: Page, dashboard_url: str) -> None:
    elsewhere = [
        "javascript:window.hit=1",
        "https://outside.example/?chart=party-members",
        "//outside.example",
        "data:,",
    ]
    items = [*({**CHART, "address": one} for one in elsewhere), None, 7, {**CHART, "kind": MARKUP}, CHART]
    open_with(page, dashboard_url, {"title": MARKUP, "items": items})
    expect(page.locator(".ds-preview h1")).to_have_text(MARKUP)
    links = page.locator(".ds-basket a")
    assert links.evaluate_all("all => all.map((one) => one.href)") == [f"{dashboard_url}/?chart=party-members"]
    with page.expect_download() as saved:
        page.get_by_role("link", name="Word (.docx)").click()
    assert saved.value.suggested_filename == "doisanh.docx"
    assert page.evaluate("window.hit") is None


def test_a_report_that_can_not_be_made_says_why_and_shows_no_other(contexts: Contexts, dashboard_url: str) -> None:
    with contexts().new_page() as page:  # not watched: a refusal is an error in the console
        refused(page, dashboard_url)


def refused(page: Page, dashboard_url: str) -> None:
    open_with(page, dashboard_url, {"title": "Báo cáo", "items": [CHART]})
    expect(page.locator(".ds-preview h1")).to_have_text("Báo cáo")
    status = page.locator(".ds-report-status")
    long = {**CHART, "comment": "Đảng viên ở cơ sở " * 270}
    for items, said in (([long] * 8, "doisanh report"), ([{**CHART, "address": "?chart=gone"}], "chart=gone")):
        open_with(page, dashboard_url, {"title": "Báo cáo", "items": items})
        expect(status).to_contain_text(said)
        expect(page.locator(".ds-preview article")).to_have_count(0)
        page.get_by_role("link", name="Word (.docx)").click()
        expect(status).to_contain_text(said)
