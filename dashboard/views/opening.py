"""What every page begins with: the data as it is now, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from dashboard import store
from dashboard.settings import Settings
from dashboard.views import faults, shown
from dashboard.words import word


def show(page: Callable[[store.Good], None]) -> None:
    """Show a page on the data, or why there is none; above it what is broken, while the last good data stays.

    While the first data has to be read, a bar tells how far it is; of an edit being read a line says so.
    """
    bar = st.empty()
    good, problems, reading = store.current(
        Settings.from_environment().root,
        lambda done: bar.progress(done, shown.plain(word("reading_data", faults.language()))),
    )
    bar.empty()
    if good is None:
        faults.nothing_to_show(problems)
        return
    if problems:
        faults.banner(problems)
    if reading:
        shown.small(word("being_read", faults.language()))
    page(good)
