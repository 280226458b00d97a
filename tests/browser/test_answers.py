"""The answers of the Compare page as a person uses them: choose places, see what a value rests on, follow links, print.

What they say, and that no text in them is markup: ``tests/web/answers``. Sizes, colours, axe: ``test_everyone``.
"""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.paper import A4, Printed
from tests.browser.test_compare import visit

TWO = "places=ben-tre,dong-nai"
MOST_STOPS = 2
"""So often Tab is pressed at most from the link at the top of the page to what it says."""
_ACTIVE = "document.activeElement.closest('.ds-answer') !== null"


def test_a_value_shows_its_phrase_on_hover_focus_and_tap_and_escape_shuts_it(
    open_page: OpenPage, dashboard_url: str
) -> None:
    page = open_page(has_touch=True)
    visit(page, f"{dashboard_url}/?{TWO}")
    value, facts = page.locator(".ds-v").first, page.locator(".ds-facts")
    said = value.inner_text().split()[0]
    value.hover()
    expect(facts).to_contain_text("Nguyên văn")
    expect(facts).to_contain_text(said)
    page.keyboard.press("Escape")
    expect(facts).to_be_hidden()
    page.mouse.move(2, 2)
    value.focus()
    expect(facts).to_contain_text(said)
    page.keyboard.press("Enter")
    expect(facts.locator("button").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(facts).to_be_hidden()
    expect(value).to_be_focused()
    other = page.locator(".ds-v").nth(1)
    other.tap()
    expect(facts).to_be_visible()
    other.tap()
    expect(facts).to_be_hidden()


def test_a_link_of_an_answer_changes_the_page_as_it_stands_and_back_and_forward_too(
    page: Page, dashboard_url: str
) -> None:
    visit(page, f"{dashboard_url}/?places=dong-nai")
    page.evaluate("window.same = true")
    heading = page.locator(".stApp h1")
    expect(heading).to_have_text("Tỉnh Đồng Nai")
    link = page.locator(".ds-chips a").first
    name = link.inner_text().removeprefix("+ ")
    with page.context.expect_page() as opened:
        link.click(modifiers=["Control"])
    expect(opened.value.locator(".stApp h1")).to_contain_text(name.partition(" (")[0], timeout=30_000)
    opened.value.close()
    expect(heading).to_have_text("Tỉnh Đồng Nai")
    link.click()
    expect(heading).to_contain_text(name.partition(" (")[0])
    expect(page).to_have_url(re.compile("places=dong-nai(,|%2C)"))
    expect(page.locator(".ds-sum")).to_contain_text("✓")
    page.go_back()
    expect(heading).to_have_text("Tỉnh Đồng Nai")
    expect(page).to_have_url(re.compile("places=dong-nai$"))
    page.go_forward()
    expect(heading).to_contain_text(name.partition(" (")[0])
    assert page.evaluate("window.same"), "the page was not loaded again"


def test_places_are_chosen_by_keyboard_and_tab_reaches_the_answer_in_few_stops(page: Page, dashboard_url: str) -> None:
    visit(page, dashboard_url)
    box = page.get_by_role("combobox", name="Địa phương")
    for words, chosen in (("dong nai", "Tỉnh Đồng Nai"), ("ben tre", "Tỉnh Bến Tre")):
        box.fill(words)
        page.keyboard.press("Enter")
        expect(page.get_by_role("button", name=f"Bỏ {chosen}")).to_be_visible()
        expect(page.locator(".ds-sum")).to_be_visible()  # the answer of what was chosen so far
    page.keyboard.press("Escape")
    expect(page.locator(".ds-sum")).to_contain_text("so sánh được")
    expect(page).to_have_url(re.compile("places=dong-nai(,|%2C)ben-tre$"))
    for address in (page.url, dashboard_url):
        visit(page, address)
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Tới phần nội dung chính")).to_be_focused()
        page.keyboard.press("Enter")
        for _ in range(MOST_STOPS):
            page.keyboard.press("Tab")
            if page.evaluate(_ACTIVE):
                break
        assert page.evaluate(_ACTIVE), address


def test_a_part_of_the_contents_is_reached_and_opened(page: Page, dashboard_url: str) -> None:
    visit(page, f"{dashboard_url}/?{TWO}")
    page.get_by_role("navigation", name="Các chỉ tiêu").locator("a[data-to=ds-alone]").first.click()
    part = page.locator("#ds-alone")
    expect(part).to_be_in_viewport()
    expect(part).to_be_focused()
    expect(part.locator("details").first).to_have_attribute("open", "")


def test_paper_has_all_sentences_and_sources_of_an_answer(page: Page, dashboard_url: str) -> None:
    visit(page, f"{dashboard_url}/?{TWO}")
    expect(page.locator(".ds-foot")).to_be_attached()
    texts = ".ds-answer :is(.say p, .ds-sources li, .ds-fold li, .ds-sum, .ds-v)"
    words = "(one) => [...one.childNodes].filter((part) => !part.matches?.('.ds-add')).map((part) => part.textContent)"
    said = page.locator(texts).evaluate_all(f"(all) => all.map((one) => ({words})(one).join(''))")
    assert len(said) > 40
    paper = Printed(page.pdf(prefer_css_page_size=True))
    assert paper.missing(said) == []
    assert paper.spilt() == []
    assert paper.sizes() == {A4}
