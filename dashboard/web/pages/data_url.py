"""The view of the page of data: what its controls say, and what its address asks for (``controls``)."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from dashboard.charts.view import ALL
from dashboard.export.table_view import LONGEST, TableView, parameters, parse
from dashboard.language.words import Language
from dashboard.records.dataset import Dataset
from dashboard.web.components import controls
from dashboard.web.components.controls import ANY_YEAR

WIDGETS = {
    "theme": "data_theme", "indicator": "data_indicator", "figures": "data_figures", "level": "data_level",
    "first_year": "data_from", "last_year": "data_to", "text": "data_text",
}  # fmt: skip
"""The fields of a view, and the keys of the controls that say them."""
PLACES = "data_places"
_ADDRESS, _IGNORED = "data", "data_ignored"
_YEARS = ("first_year", "last_year")
_TURNED = "data_turned"  # the page of the table, and the view that it is a page of


def read_url(dataset: Dataset) -> list[str]:
    """Before the controls: take what a new address asks for. Returns what it asks for in vain."""
    state = st.session_state
    if (address := controls.read_url(_ADDRESS)) is not None:
        view, ignored = parse(address, dataset)
        state[_IGNORED], state[PLACES] = (view, ignored), list(view.places)
        state[_TURNED] = view.page, _paged(view)
        said = {WIDGETS[name]: getattr(view, name) for name in WIDGETS}
        said |= {WIDGETS[name]: getattr(view, name) or ANY_YEAR for name in _YEARS}
        controls.begin({"language": view.language} | said)
    state[PLACES] = [place for place in state[PLACES] if place in dataset.localities]
    for key, known in ((WIDGETS["theme"], dataset.themes), (WIDGETS["indicator"], dataset.indicators)):
        if controls.said(key) not in known:  # the data may have lost it since
            controls.begin({key: ALL})
    view = chosen(controls.said("language"))
    if state[_IGNORED][0] != view:
        state[_IGNORED] = (view, [])
    return list(state[_IGNORED][1])


def write_url(view: TableView) -> None:
    """After the controls: make the address tell ``view``."""
    controls.write_url(_ADDRESS, view.language, parameters(view))


def chosen(language: Language) -> TableView:
    """The view that the controls say now: of another view than the one whose pages were turned, the first page."""
    state, said = st.session_state, {name: controls.said(key) for name, key in WIDGETS.items()}
    first, last = (said.pop(name) or None for name in _YEARS)
    if first and last and first > last:
        first, last = last, first
    view = TableView(
        language=language,
        places=tuple(state[PLACES]),
        theme=said["theme"],
        indicator=said["indicator"],
        figures=said["figures"],
        level=said["level"],
        first_year=first,
        last_year=last,
        text=" ".join(said["text"].split())[:LONGEST],
    )
    page, of = state[_TURNED]
    return replace(view, page=page) if of == _paged(view) else view


def choose_places(places: list[str]) -> None:
    """Keep what the picker of places says (its callback)."""
    st.session_state[PLACES] = places


def turn(page: int) -> None:
    """To another page of the table."""
    st.session_state[_TURNED] = page, _paged(chosen("vi"))


def clear() -> None:
    """Back to the whole table, in the same language."""
    st.query_params.from_dict(parameters(TableView(language=controls.said("language"))))  # a new address counts


def _paged(view: TableView) -> TableView:
    """What the pages are pages of: the same in either language."""
    return replace(view, page=1, language="vi")
