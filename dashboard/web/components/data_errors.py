"""What a page says when the data is broken: where, what, and how to mend it."""

from __future__ import annotations

import os
from collections.abc import Sequence

import streamlit as st

from dashboard.language.printable import harmless
from dashboard.language.words import Language, word
from dashboard.records.problems import MOST, Problem, number, report
from dashboard.web.components import page_text
from dashboard.web.server.settings import Settings


def language() -> Language:
    """The language just chosen, else that of the address: there may be no data to build a view on."""
    return "en" if st.session_state.get("language", st.query_params.get("lang")) == "en" else "vi"


def nothing_to_show(problems: Sequence[Problem]) -> None:
    """In place of the page, when there has been no good data yet."""
    page_text.title(word("app", language()))
    page_text.error(word("bad_data", language(), n=number(problems)))
    st.code(_told(problems), language=None, wrap_lines=True)


def banner(problems: Sequence[Problem]) -> None:
    """Above the last good data, while the files hold something broken."""
    with st.container(key="faults"):
        page_text.warning(word("bad_data_kept", language(), n=number(problems)))
        st.code(_told(problems), language=None, wrap_lines=True, height=200 if len(problems) > 3 else "content")


def _told(problems: Sequence[Problem]) -> str:
    """The first hundred of all, since a page that holds thousands would be sent to everyone at each interaction.

    Where on the server the folder of the data lies is nothing that a visitor needs.
    """
    root = Settings.from_environment().root
    told = harmless(report(problems[:MOST], language())).replace(f"{root}{os.sep}", "").replace(str(root), root.name)
    rest = number(problems[MOST:])
    return f"{told}\n\n{word('bad_data_more', language(), n=rest)}" if rest else told
