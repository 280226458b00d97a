"""Keeps one choice on a page, the language, and the address in the browser telling the same view.

The address counts when it is new (a link, the back button); after that the page counts and the address follows.
"""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from dashboard.words import LANGUAGES, Language

_SEEN = "address_seen"  # shared with the Compare page, whose filters begin anew when it is opened again
_IGNORED = "chosen_ignored"


def arrive(key: str, accepts: Callable[[str], bool]) -> tuple[Language, list[str]]:
    """Before the widgets: if the address is new, take the language and the choice ``key`` from it into the session.

    The choice is under ``key`` in the session's state, "" for none. Returns the language, and the parts of the address
    that could not be used (as ``key=value``), until another choice is made.
    """
    state = st.session_state
    address = st.query_params.to_dict()
    if state.get(_SEEN) != (key, address) or key not in state or "language" not in state:
        ignored = [f"{name}={value}" for name, value in address.items() if name not in ("lang", key)]
        asked, wanted = address.get("lang", LANGUAGES[0]), address.get(key, "")
        if asked not in LANGUAGES:
            ignored.append(f"lang={asked}")
        if wanted and not accepts(wanted):
            ignored.append(f"{key}={wanted}")
            wanted = ""
        state["language"] = "en" if asked == "en" else "vi"
        state[key] = wanted
        state[_SEEN], state[_IGNORED] = (key, address), (wanted, ignored)
    if not accepts(state[key]):  # the data may have lost it since
        state[key] = ""
    if state[_IGNORED][0] != state[key]:
        state[_IGNORED] = (state[key], [])
    language: Language = state["language"]
    return language, list(state[_IGNORED][1])


def depart(key: str) -> None:
    """After the widgets: make the address tell the language and the choice."""
    state = st.session_state
    address = parameters(state["language"], **{key: state[key]})
    if address != st.query_params.to_dict():
        st.query_params.from_dict(address)
        state[_SEEN] = (key, address)


def parameters(language: Language, **chosen: str) -> dict[str, str]:
    """The address of a view: what was chosen, and the language where it is not the first."""
    found = {"lang": language if language != LANGUAGES[0] else "", **chosen}
    return {name: value for name, value in found.items() if value}
