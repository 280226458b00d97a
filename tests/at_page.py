"""Pages of the app as AppTest runs it."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash


def at_page(app: AppTest, page: str) -> AppTest:
    """The app turned to a page, named as its module is; ``run`` shows it.

    AppTest's own ``switch_page`` takes pages that are files alone. What it sets, this sets: the digest of the address.
    """
    app._page_hash = calc_hash({"compare": "", "locality": "place"}.get(page, page))
    return app
