"""What every page begins with: the data as it is now, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from dashboard import store
from dashboard.settings import Settings
from dashboard.views import faults
from dashboard.views.shown import plain
from dashboard.words import word


def show(page: Callable[[store.Good], None]) -> None:
    """Show a page on the data, or why there is none; above it what is broken, while the last good data stays.

    While much has to be read, a bar tells how far it is.
    """
    bar = st.empty()
    good, problems = store.current(
        Settings.from_environment().root,
        lambda done: bar.progress(done, plain(word("reading_data", faults.language()))),
    )
    bar.empty()
    if good is None:
        faults.nothing_to_show(problems)
        return
    if problems:
        faults.banner(problems)
    page(good)
