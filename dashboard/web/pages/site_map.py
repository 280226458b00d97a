"""The pages, in the order of the links in the header."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple
from urllib.parse import quote

from dashboard.charts.palette import LIGHT


class Page(NamedTuple):
    """A page: the key of its name in ``words``, and its address ("" for the first)."""

    name: str
    path: str


PAGES: Final = (
    Page("page", ""),
    Page("pair_page", "pair"),
    Page("place_page", "place"),
    Page("basket_page", "report"),
    Page("sources_page", "sources"),
    Page("data_page", "data"),
    Page("method_page", "method"),
)
EMBED: Final = Page("app", "embed")
"""One chart alone, for a frame in another page."""


@cache
def icon() -> str:
    """The favicon, two bars side by side, as a data: URL: nothing to fetch."""
    bars = f'<path d="M3 5h26v9H3z" fill="{LIGHT["bar"]}"/><path d="M3 18h16v9H3z" fill="{LIGHT["bar2"]}"/>'
    return "data:image/svg+xml," + quote(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">{bars}</svg>')
