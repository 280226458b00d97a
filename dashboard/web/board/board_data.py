"""The boards of the pages, cached for each view of each version of the data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from dashboard.charts import chart_selection, comparison_chart
from dashboard.charts.view import View, parse
from dashboard.export import pictures
from dashboard.web.answers.answer import answer
from dashboard.web.board import cards
from dashboard.web.board.board_cache import Board
from dashboard.web.board.payload import packed

if TYPE_CHECKING:
    from dashboard.web.server.store import Good


def compare(good: Good, view: View, site: cards.Site) -> Board:
    """The answer or the charts of a view, as the Compare page shows them."""
    return good.boards.get((view, site), lambda: _compare(good, view, site))


def first(good: Good, asked: Mapping[str, str], site: cards.Site) -> bytes | None:
    """The board of the Compare page at an address, for a browser in which Streamlit has not started yet.

    None where the page has something else to say first: that no chart is there, or that the address is invalid.
    """
    view, ignored = parse(asked, good.dataset)
    board = None if ignored else compare(good, view, site)
    return board.data if board and (board.charts or not view.theme) else None


def _compare(good: Good, view: View, site: cards.Site) -> Board:
    if not view.theme:
        found = answer(good.figures, view, good.proofs, site)
        heading = comparison_chart.title(good.figures, view, view.language)
        data = packed(
            [], language=view.language, answer=found.html, heading=heading, values=found.marks, saved=found.saved
        )
        return Board(data, 0, ())
    return _charts(good, view, site)


def _charts(good: Good, view: View, site: cards.Site) -> Board:
    found, empty = cards.cards(good.dataset, good.figures, view, proofs=good.proofs, site=site)
    data = packed(
        found,
        language=view.language,
        archive=f"{pictures.archive(view, good.dataset)}.zip",
        pictures="pictures" + chart_selection.link(view, good.dataset),
        chart=view.chart,
    )
    return Board(data, len(found), tuple(empty))
