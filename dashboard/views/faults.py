"""What a page says when the data is broken: where, what, and how to mend it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard.problems import Problem, report
from dashboard.views import shown
from dashboard.words import Language, word


def language() -> Language:
    """The language just chosen, else that of the address: there may be no data to build a view on."""
    return "en" if st.session_state.get("language", st.query_params.get("lang")) == "en" else "vi"


def nothing_to_show(problems: Sequence[Problem]) -> None:
    """In place of the page, when there has been no good data yet."""
    shown.title(word("app", language()))
    shown.error(word("bad_data", language(), n=len(problems)))
    st.code(report(problems, language()), language=None, wrap_lines=True)


def banner(problems: Sequence[Problem]) -> None:
    """Above the last good data, while the files hold something broken."""
    with st.container(key="faults"):
        shown.warning(word("bad_data_kept", language(), n=len(problems)))
        st.code(
            report(problems, language()), language=None, wrap_lines=True, height=200 if len(problems) > 3 else "content"
        )
