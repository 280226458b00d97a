"""The frame of every page: it loads the data and reports what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from dashboard.language.words import word
from dashboard.web.components import data_errors, page_text
from dashboard.web.server import store
from dashboard.web.server.settings import Settings


def show(page: Callable[[store.Good], None]) -> None:
    """Show a page, or why there is no data; above the last good data the problems of the current files.

    A progress bar is shown while the first data is read, a line of text while an edit is read.
    """
    bar = st.empty()
    good, problems, reading = store.current(
        Settings.from_environment().root,
        lambda done: bar.progress(done, page_text.plain(word("reading_data", data_errors.language()))),
    )
    bar.empty()
    if good is None:
        data_errors.nothing_to_show(problems)
        return
    if problems:
        data_errors.banner(problems)
    if reading:
        page_text.small(word("being_read", data_errors.language()))
    page(good)
