"""Figures as browser and server draw them, of this repository's data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dashboard.charts.view import ALL, View
from dashboard.export.picture_files import Chosen, wanted
from dashboard.figures.frame import build
from dashboard.web.board.cards import cards
from tests.world import real

Figure = dict[str, Any]


def everything() -> Iterator[Figure]:
    """The charts of all themes in either language and width, and the pictures of some."""
    dataset = real()
    frame = build(dataset)
    for view, width in ((View(theme=ALL), "wide"), (View("en", theme=ALL), "narrow")):
        found, _ = cards(dataset, frame, view)
        yield from (card[width] for card in found if card["id"] != "scorecard")
    found, _ = cards(dataset, frame, View(theme="ratings", places=("dong-nai", "bac-kan.cho-moi")))
    yield found[-1]["wide"]  # their scorecard
    for picture in wanted(dataset, Chosen(charts=("party-members", "over-time"))):
        yield picture["figure"]
