"""The messages of a page when the data is broken: where, what, and how to mend it."""

from __future__ import annotations

import os
from collections.abc import Sequence

import streamlit as st

from dashboard.language.printable import harmless
from dashboard.language.words import Language, word
from dashboard.records.problems import MOST, Problem, count, report
from dashboard.web.components import page_text
from dashboard.web.server.settings import Settings


def language() -> Language:
    """The chosen language, else that of the address: without data there is no view to ask."""
    return "en" if st.session_state.get("language", st.query_params.get("lang")) == "en" else "vi"


def nothing_to_show(problems: Sequence[Problem]) -> None:
    """The page while there has been no good data yet."""
    page_text.title(word("app", language()))
    page_text.error(word("bad_data", language(), n=count(problems)))
    st.code(_told(problems), language=None, wrap_lines=True)


def banner(problems: Sequence[Problem]) -> None:
    """The message above the last good data, while the files are broken."""
    with st.container(key="faults"):
        page_text.warning(word("bad_data_kept", language(), n=count(problems)))
        st.code(_told(problems), language=None, wrap_lines=True, height=200 if len(problems) > 3 else "content")


def _told(problems: Sequence[Problem]) -> str:
    """The first hundred problems: thousands would be sent to everyone at each interaction.

    Paths are shortened to below the root: visitors need not know where it lies on the server.
    """
    root = Settings.from_environment().root
    told = harmless(report(problems[:MOST], language())).replace(f"{root}{os.sep}", "").replace(str(root), root.name)
    rest = count(problems[MOST:])
    return f"{told}\n\n{word('bad_data_more', language(), n=rest)}" if rest else told
