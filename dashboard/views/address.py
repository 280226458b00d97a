"""Keeps the widgets of a page and the address in the browser telling the same view.

The address counts when it is new (a link, the back button); after that the widgets count and the address follows.
"""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from dashboard.dataset import Dataset
from dashboard.view import ALL, LONGEST_QUERY, View, default, parameters, parse
from dashboard.words import Language

_WIDGETS = ("language", "theme", "query", "comparable", "level", "first_year", "last_year", "sort", "one_scale")
_YEARS = ("first_year", "last_year")
ANY_YEAR = 0  # what the year widgets say for no limit: None would make them show words of Streamlit's own
_SEEN, _IGNORED, _PLACES = "address_seen", "address_ignored", "places"
_ASKED = "address_asked"  # the view of the link that was followed, for the chart that it is about


def arrive(dataset: Dataset) -> list[str]:
    """Before the widgets: if the address is new, set them to what it asks for. Returns what it asks for in vain.

    That is forgotten with the first change of the view. What the data no longer have is no longer chosen.
    """
    state = st.session_state
    address = st.query_params.to_dict()
    if state.get(_SEEN) != address or any(name not in state for name in _WIDGETS):
        view, ignored = parse(address, dataset)
        state[_SEEN], state[_IGNORED], state[_PLACES] = address, (view, ignored), list(view.places)
        state[_ASKED] = view
        _set(view)
    state[_PLACES] = [place for place in state[_PLACES] if place in dataset.localities]
    if state["theme"] not in (ALL, *dataset.themes):
        state["theme"] = default(dataset).theme
    view = chosen(state["language"])
    if state[_IGNORED][0] != view:
        state[_IGNORED] = (view, [])
    return list(state[_IGNORED][1])


def depart(view: View, dataset: Dataset) -> None:
    """After the widgets: make the address tell ``view``."""
    address = parameters(view, dataset)
    if address != st.query_params.to_dict():
        st.query_params.from_dict(address)
        st.session_state[_SEEN] = address


def chosen(language: Language) -> View:
    """The view that the widgets say now."""
    state = st.session_state
    first, last = (state[name] or None for name in _YEARS)
    if first and last and first > last:
        first, last = last, first
    view = View(
        language=language,
        places=tuple(state[_PLACES]),
        theme=state["theme"],
        query=" ".join(state["query"].split())[:LONGEST_QUERY],
        comparable=state["comparable"],
        level=state["level"],
        first_year=first,
        last_year=last,
        sort=state["sort"],
        one_scale=state["one_scale"],
    )
    asked: View | None = state.get(_ASKED)
    about = asked.chart if asked and replace(asked, chart="", language=language) == view else ""
    return replace(view, chart=about)  # forgotten with the first change of the view


def choose_places(places: list[str]) -> None:
    """Keep what the picker of places says (its callback)."""
    st.session_state[_PLACES] = places


def clear(dataset: Dataset) -> None:
    """Back to the first view, in the same language (a callback of the reset button)."""
    language = st.session_state["language"]
    view, _ = parse({}, dataset)
    _set(replace(view, language=language))
    st.session_state[_PLACES] = []


def _set(view: View) -> None:
    """Make the widgets say ``view``."""
    for name in _WIDGETS:
        value = getattr(view, name)
        st.session_state[name] = ANY_YEAR if value is None else value
