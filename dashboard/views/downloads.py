"""The buttons that download figures as files, in every format that there is."""

from __future__ import annotations

from functools import partial

import streamlit as st

from dashboard.exporting import formats
from dashboard.exporting.extract import Extract
from dashboard.views.shown import plain
from dashboard.words import word


def buttons(chosen: Extract, *, key: str) -> None:
    """A button for each format; the file is made when it is asked for."""
    with st.container(horizontal=True, width="content", key=key):
        for one in formats.TABLES:
            st.download_button(
                plain(word(f"download_{one.id}", chosen.language)),
                data=partial(one.write, chosen),
                file_name=one.name(chosen),
                mime=one.mime,
                key=f"download-{one.id}",
                help=plain(word(f"help_{one.id}", chosen.language)),
                icon=":material/download:",
                on_click="ignore",
                disabled=chosen.rows.empty,
            )
