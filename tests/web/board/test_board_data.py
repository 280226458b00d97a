"""What is drawn before Streamlit is there: the board of the address, the very one that the page will have."""

from __future__ import annotations

import gzip
import json

import pytest

from dashboard.charts.view import parse
from dashboard.web.board import board_data
from dashboard.web.board.cards import Site
from dashboard.web.server.store import Good
from tests.world import real


@pytest.fixture(scope="module")
def good() -> Good:
    return Good.of(real())


@pytest.mark.parametrize(
    "asked",
    [{}, {"lang": "en"}, {"theme": "context", "places": "ben-tre"}, {"places": "ben-tre"}, {"chart": "party-members"}],
)
def test_the_board_is_the_very_one_that_the_page_will_have(good: Good, asked: dict[str, str]) -> None:
    view, _ = parse(asked, good.dataset)
    board = board_data.first(good, asked, Site())
    assert board == board_data.compare(good, view, Site()).data
    shown = json.loads(gzip.decompress(board))
    assert bool(shown["cards"]) != bool(shown["answer"])
    assert bool(shown["cards"]) == bool(view.theme)


@pytest.mark.parametrize("asked", [{"theme": "nothing"}, {"q": "xyzzy"}, {"places": "nowhere"}, {"from": "1"}])
def test_where_the_page_has_something_to_say_first_there_is_none(good: Good, asked: dict[str, str]) -> None:
    assert board_data.first(good, asked, Site()) is None
