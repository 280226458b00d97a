"""What a visitor sees before Streamlit is there: the charts of the address, under a likeness of the page's head."""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import replace
from html import unescape

import pytest

from dashboard import composing, early
from dashboard.cards import Site
from dashboard.store import Good
from dashboard.view import View, default, parse
from dashboard.words import LANGUAGES, word
from tests.world import real


@pytest.fixture(scope="module")
def good() -> Good:
    return Good.of(real())


def parts(good: Good, **asked: str) -> tuple[str, bytes]:
    """The head as HTML, and the board."""
    found = early.answer(good, asked, Site())
    assert found is not None
    head, _, board = found.partition(b"\n")
    return json.loads(head)["html"], board


@pytest.mark.parametrize("asked", [{}, {"lang": "en"}, {"theme": "context", "places": "ben-tre"}])
def test_the_board_is_the_very_one_that_the_page_will_have(good: Good, asked: dict[str, str]) -> None:
    view, _ = parse(asked, good.dataset)
    _, board = parts(good, **asked)
    assert board == composing.compare(good, view, Site()).data
    assert json.loads(gzip.decompress(board))["cards"]


@pytest.mark.parametrize("asked", [{"theme": "nothing"}, {"q": "xyzzy"}, {"places": "nowhere"}, {"from": "1"}])
def test_where_the_page_has_something_to_say_first_there_is_none(good: Good, asked: dict[str, str]) -> None:
    assert early.answer(good, asked, Site()) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_head_has_the_words_of_the_page(good: Good, language: str) -> None:
    html, _ = parts(good, lang=language)
    text = unescape(re.sub(r"<[^>]*>", " ", html))
    view = default(good.dataset, "en" if language == "en" else "vi")
    for name in ("heading", "lead", "lead_how", "query", "comparable", "more_filters", "theme_all"):
        assert word(name, view.language) in text
    for theme in good.dataset.themes.values():
        assert theme.name[view.language] in text
    assert str(good.tally.figures) in text


def test_its_links_go_to_the_other_pages_and_to_the_same_view_in_the_other_language(good: Good) -> None:
    html, _ = parts(good, theme="context", places="ben-tre")
    links = [unescape(link) for link in re.findall(r'href="([^"]*)"', html)]
    assert "./sources" in links
    (other,) = (link for link in links if "lang=en" in link)
    asked = dict(pair.split("=") for pair in other.removeprefix("./?").split("&"))
    assert parse(asked, good.dataset) == (View("en", ("ben-tre",), "context"), [])
    html, _ = parts(good, lang="en")
    assert './sources?lang=en"' in html


def test_what_an_address_holds_is_never_markup(good: Good) -> None:
    html, _ = parts(good, q="kết nạp")
    assert "<i>kết nạp</i>" in html
    view = replace(default(good.dataset), query="<img src=x>")
    assert "<img" not in early._head(good, view)


def test_the_picker_has_the_chosen_places_and_what_may_be_added(good: Good) -> None:
    html, _ = parts(good, places="dong-nai")
    assert "<ul><li>Tỉnh Đồng Nai</li></ul>" in html
    assert "<u>" not in html, "nothing lies in it, and one place is taken out by itself"
    html, _ = parts(good, places="ben-tre,dong-nai", lang="en")
    assert re.search(r"<u>\+ Add [^<]* 7 places in Bến Tre Province[^<]*</u><u>Clear selection</u>", html)
