"""Keeps the widgets of a page and the address in the browser telling the same view.

The address counts when it is new (a link, the back button); after that the widgets count and the address follows.
"""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from dashboard.dataset import Dataset
from dashboard.view import View, parameters, parse

_WIDGETS = ("language", "theme", "level", "first_year", "last_year", "sort", "one_scale")
_YEARS = ("first_year", "last_year")
ANY_YEAR = 0  # what the year widgets say for no limit: None would make them show words of Streamlit's own
_SEEN, _IGNORED, _PLACES = "address_seen", "address_ignored", "places"


def arrive(dataset: Dataset) -> list[str]:
    """Before the widgets: if the address is new, set them to what it asks for. Returns what it asks for in vain."""
    state = st.session_state
    address = st.query_params.to_dict()
    if state.get(_SEEN) != address:
        view, ignored = parse(address, dataset)
        state[_SEEN], state[_IGNORED], state[_PLACES] = address, (view, ignored), list(view.places)
        _set(view)
    return list(state[_IGNORED][1])


def depart(view: View, dataset: Dataset) -> None:
    """After the widgets: make the address tell ``view``. What a link asked for in vain is forgotten with a change."""
    state = st.session_state
    if state[_IGNORED][0] != view:
        state[_IGNORED] = (view, [])
    address = parameters(view, dataset)
    if address != st.query_params.to_dict():
        st.query_params.from_dict(address)
        state[_SEEN] = address


def chosen(view: View) -> View:
    """``view`` with what the widgets say now."""
    state = st.session_state
    found = {name: state[name] or None if name in _YEARS else state[name] for name in _WIDGETS}
    view = replace(view, places=tuple(state[_PLACES]), **found)
    if view.first_year and view.last_year and view.first_year > view.last_year:
        view = replace(view, first_year=view.last_year, last_year=view.first_year)
    return view


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
