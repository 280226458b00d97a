"""The view of a page with one choice: that choice, the language, and what the address asks for (``controls``)."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from dashboard.views import controls
from dashboard.words import LANGUAGES, Language

_IGNORED = "chosen_ignored"


def arrive(page: str, key: str, accepts: Callable[[str], bool]) -> tuple[Language, list[str]]:
    """Before the controls: take the language and the choice ``key`` from a new address into the session.

    ``controls.said(key)`` is the choice, "" for none. Returns the language, and the parts of the address
    that could not be used (as ``key=value``), until another choice is made.
    """
    state = st.session_state
    if (address := controls.arrive(page)) is not None:
        ignored = [f"{name}={value}" for name, value in address.items() if name not in ("lang", key)]
        asked, wanted = address.get("lang", LANGUAGES[0]), address.get(key, "")
        if asked not in LANGUAGES:
            ignored.append(f"lang={asked}")
        if wanted and not accepts(wanted):
            ignored.append(f"{key}={wanted}")
            wanted = ""
        controls.begin({"language": "en" if asked == "en" else "vi", key: wanted})
        state[_IGNORED] = wanted, ignored
    if not accepts(controls.said(key)):  # the data may have lost it since
        controls.begin({key: ""})
    if state[_IGNORED][0] != controls.said(key):
        state[_IGNORED] = controls.said(key), []
    language: Language = controls.said("language")
    return language, list(state[_IGNORED][1])


def depart(page: str, key: str, language: Language) -> None:
    """After the controls: make the address tell the language, that of the words on the page, and the choice."""
    controls.depart(page, language, parameters(language, **{key: controls.said(key)}))


def parameters(language: Language, **chosen: str) -> dict[str, str]:
    """The address of a view: what was chosen, and the language where it is not the first."""
    found = {"lang": language if language != LANGUAGES[0] else "", **chosen}
    return {name: value for name, value in found.items() if value}
