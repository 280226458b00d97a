"""Every page on A4, read back from its PDF: no word, row or value is lost, and bars are as long as they say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from dashboard.charts.view import View
from dashboard.figures.frame import build
from dashboard.language.number_format import format_number
from dashboard.language.words import Language, word
from dashboard.web.board.cards import cards
from tests.browser import firefox
from tests.browser.conftest import OpenPage
from tests.browser.firefox import Firefox
from tests.browser.pages import settle
from tests.browser.paper import A4, LEAST, Printed, labels, letters, squashed, words_of
from tests.world import served

DRAWN = ".ds-board[data-state=drawn]"
INK = "rgb(27, 36, 48)"
TWO = ("bac-kan.cho-moi", "quang-binh.quang-ninh")
LOOKS = """() => [...document.querySelectorAll("[data-testid=stMain] :is(h1, h2, p, small, dt, dd, td, th, a)")]
    .filter((one) => one.checkVisibility() && one.textContent.trim()).map((one) => getComputedStyle(one))
    .map(({ fontSize, color }) => [parseFloat(fontSize), color])"""
SAID = """() => [...document.querySelectorAll("[data-testid=stMain] :is(h1, h2, h3, h4, p, li, dt, dd, tr)")]
    .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height > 1 && !one.querySelector("p, li"))
    .map((one) => {
      const texts = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
      const found = [one.tagName];
      while (texts.nextNode()) if (texts.currentNode.data.trim()) found.push(texts.currentNode.data);
      return found;
    })"""


def shown(page: Page, address: str, ready: str = DRAWN) -> Page:
    """The page at an address, down to its foot: that its script is done is told before all it sent is there."""
    page.goto(address)
    expect(page.locator(ready).first).to_be_visible(timeout=30_000)
    settle(page)
    if "/embed?" not in address:
        expect(page.locator(".ds-foot")).to_be_attached()
    return page


def printed(page: Page, **options: Any) -> Printed:
    return Printed(page.pdf(**({"prefer_css_page_size": True} | options)))


# --- tables and prose


@pytest.mark.parametrize(
    ("address", "ready", "most"),
    [
        ("data", ".ds-figures", 8),
        ("sources?lang=en", "[class*=st-key-article-]", 14),
        ("method", ".ds-entries", 24),
        ("place?place=ben-tre&lang=en", ".ds-profile", 2),
        ("pair?a=bao-quang-binh-2019-10-18/party_members&b=bao-bac-kan-2023/party_members", ".ds-pair", 1),
    ],
)
def test_every_text_is_on_a4_and_no_row_on_two_sheets(
    open_page: OpenPage, dashboard_url: str, address: str, ready: str, most: int
) -> None:
    page = shown(open_page(color_scheme="dark"), f"{dashboard_url}/{address}", ready)
    paper = printed(page)
    page.emulate_media(media="print")
    said: list[list[str]] = page.evaluate(SAID)
    looks: list[tuple[float, str]] = page.evaluate(LOOKS)
    assert len(said) > 10
    assert paper.missing(text for _, *texts in said for text in texts) == []
    assert paper.parted(texts for tag, *texts in said if tag == "TR") == []
    assert paper.spilt() == []
    assert paper.sizes() == {A4}
    assert len(paper.sheets) <= most
    assert paper.missing([page.url.replace("%2F", "/"), "CC BY 4.0"]) == []
    assert min(size for size, _ in looks) * 0.75 >= LEAST
    assert {colour for _, colour in looks} == {INK}, "dark words on white paper, whatever the theme"
    expect(page.locator("button:visible, input:visible, nav:visible")).to_have_count(0)


# --- charts


def charts(view: View) -> list[dict[str, Any]]:
    dataset = served()
    return cards(dataset, build(dataset), view)[0]


def expect_whole(paper: Printed, found: list[dict[str, Any]]) -> None:
    """All that the charts say is there, and no label is on two sheets."""
    assert paper.missing(text for card in found for text in words_of(card)) == []
    assert paper.parted([text] for card in found for text in labels(card)) == []
    assert paper.spilt() == []


def test_all_that_the_charts_of_a_wide_window_say_is_on_a4(open_page: OpenPage, dashboard_url: str) -> None:
    page = open_page(viewport={"width": 1920, "height": 900})
    paper = printed(shown(page, f"{dashboard_url}/?theme=ratings"))
    found = charts(View(theme="ratings"))
    expect_whole(paper, found)
    assert paper.sizes() == {A4}
    assert min(size for card in found for size in letters(card)) >= LEAST
    # The scorecard goes over several sheets: each begins with the level and the names of its places again.
    *_, scorecard = found
    names = [squashed(text) for text in labels(scorecard) if len(text) > 40]
    start = next(number for number, sheet in enumerate(paper.sheets) if squashed(scorecard["title"]) in sheet)
    more = [sheet for sheet in paper.sheets[start + 1 :] if sum(name in sheet for name in names) > 3]
    assert len(more) > 1
    levels = tuple(squashed(word(level, "vi")) for level in ("province", "district", "commune"))
    assert all(sheet.startswith(levels) for sheet in more)
    expect(page.locator(".ds-sheet svg")).to_have_count(0)  # nothing of it stays on the screen


def expect_true_bars(paper: Printed, language: Language = "vi") -> None:
    """The first chart is of 3,549 and 7,397 Party members."""
    smaller, larger = paper.bars(1)[:2]
    assert (smaller.right - smaller.left) / (larger.right - larger.left) == pytest.approx(3549 / 7397, abs=0.01)
    for bar, value in ((smaller, 3549), (larger, 7397)):
        where = paper.where(format_number(value, language), 1)
        assert bar.right < where.left < bar.right + 20
        assert abs(bar.down - where.down) < 8
        assert where.right < A4[0] - 30


def test_bars_are_as_long_as_they_say_with_their_values_behind_them(open_page: OpenPage, dashboard_url: str) -> None:
    page = open_page(viewport={"width": 390, "height": 844}, color_scheme="dark")
    shown(page, f"{dashboard_url}/?places={','.join(TWO)}&theme=organisation&lang=en")
    paper = printed(page)
    assert page.locator(".ds-board").evaluate("(board) => board.style.colorScheme") == "dark", (
        "dark again on the screen"
    )
    expect_true_bars(paper, "en")
    expect_whole(paper, charts(View("en", places=TWO, theme="organisation")))
    expect_true_bars(printed(page, prefer_css_page_size=False, format="A4", landscape=True), "en")
    shown(page, f"{dashboard_url}/embed?chart=party-members&places={','.join(TWO)}&mode=dark")
    expect_true_bars(printed(page))


@pytest.fixture(scope="module")
def fox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    found = firefox.find()
    if not found:
        pytest.skip("Firefox is not installed")
    with firefox.running(found, tmp_path_factory.mktemp("firefox")) as browser:
        yield browser


def test_firefox_prints_the_same(fox: Firefox, dashboard_url: str) -> None:
    fox.open(f"{dashboard_url}/?places={','.join(TWO)}&theme=organisation", DRAWN, 1280)
    paper = Printed(fox.pdf())
    expect_true_bars(paper)
    expect_whole(paper, charts(View(places=TWO, theme="organisation")))
    fox.open(f"{dashboard_url}/data?places={','.join(TWO)}", ".ds-figures", 1280)
    paper = Printed(fox.pdf())
    rows = [texts for tag, *texts in fox.evaluate(f"({SAID})()") if tag == "TR"]
    assert len(rows) > 20
    assert paper.missing(text for texts in rows for text in texts) == []
    assert paper.parted(rows) == []
    assert paper.spilt() == []
