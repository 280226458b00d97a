"""The pages, in the order in which every page's head names them."""

from __future__ import annotations

from typing import Final, NamedTuple


class Page(NamedTuple):
    """A page: the key of its name in ``words``, the script that Streamlit runs, and its address ("" for the first)."""

    name: str
    script: str
    path: str


PAGES: Final = (
    Page("page", "open_compare.py", ""),
    Page("pair_page", "open_pair.py", "pair"),
    Page("place_page", "open_locality.py", "place"),
    Page("sources_page", "open_sources.py", "sources"),
    Page("data_page", "open_data.py", "data"),
    Page("method_page", "open_method.py", "method"),
)
EMBED: Final = Page("app", "open_embed.py", "embed")
"""One chart alone, for a frame in another page."""
