"""Keeps the filters of the page of data and the address in the browser telling the same view (``table_view``).

As on the Compare page, the address counts when it is new; after that the widgets count and the address follows.
"""

from __future__ import annotations

import streamlit as st

from dashboard.dataset import Dataset
from dashboard.table_view import TableView, parameters, parse
from dashboard.view import ALL
from dashboard.views.address import ANY_YEAR

WIDGETS = {
    "theme": "data_theme", "indicator": "data_indicator", "figures": "data_figures", "level": "data_level",
    "first_year": "data_from", "last_year": "data_to", "text": "data_text",
}  # fmt: skip
"""The fields of a view, and the keys of the widgets that say them."""
PAGE, PLACES = "data_page_number", "data_places"
_YEARS = ("first_year", "last_year")
_SEEN, _IGNORED = "data_address", "data_ignored"


def arrive(dataset: Dataset) -> list[str]:
    """Before the widgets: if the address is new, set them to what it asks for. Returns what it asks for in vain."""
    state = st.session_state
    address = st.query_params.to_dict()
    if state.get(_SEEN) != address or any(key not in state for key in ("language", *WIDGETS.values())):
        view, ignored = parse(address, dataset)
        state[_SEEN], state[_IGNORED] = address, (view, ignored)
        state["language"] = view.language
        _set(view)
    state[PLACES] = [place for place in state[PLACES] if place in dataset.localities]
    for key, known in ((WIDGETS["theme"], dataset.themes), (WIDGETS["indicator"], dataset.indicators)):
        if state[key] not in known:  # the data may have lost it since
            state[key] = ALL
    view = chosen()
    if state[_IGNORED][0] != view:
        state[_IGNORED] = (view, [])
    return list(state[_IGNORED][1])


def depart(view: TableView) -> None:
    """After the widgets: make the address tell ``view``."""
    address = parameters(view)
    if address != st.query_params.to_dict():
        st.query_params.from_dict(address)
        st.session_state[_SEEN] = address


def chosen() -> TableView:
    """The view that the widgets say now."""
    state = st.session_state
    first, last = (state[WIDGETS[name]] or None for name in _YEARS)
    if first and last and first > last:
        first, last = last, first
    return TableView(
        language=state["language"],
        places=tuple(state[PLACES]),
        theme=state[WIDGETS["theme"]],
        indicator=state[WIDGETS["indicator"]],
        figures=state[WIDGETS["figures"]],
        level=state[WIDGETS["level"]],
        first_year=first,
        last_year=last,
        text=" ".join(state[WIDGETS["text"]].split()),
        page=state[PAGE],
    )


def choose_places(places: list[str]) -> None:
    """Keep what the picker of places says (its callback)."""
    st.session_state[PLACES] = places
    turn(1)


def turn(page: int = 1) -> None:
    """To another page of the table; to the first one when a filter changes (a callback of both)."""
    st.session_state[PAGE] = page


def clear() -> None:
    """Back to the whole table, in the same language (a callback of the reset button)."""
    _set(TableView())


def _set(view: TableView) -> None:
    """Make the widgets say ``view``."""
    for name, key in WIDGETS.items():
        value = getattr(view, name)
        st.session_state[key] = ANY_YEAR if value is None else value
    st.session_state[PLACES] = list(view.places)
    st.session_state[PAGE] = view.page
