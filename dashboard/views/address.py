"""The view of the Compare page: what its controls say, and what its address asks for (``controls``)."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from dashboard.dataset import Dataset
from dashboard.view import ALL, LONGEST_QUERY, View, default, parameters, parse
from dashboard.views import controls
from dashboard.views.controls import ANY_YEAR
from dashboard.words import Language

PAGE = "compare"
_CONTROLS = ("language", "theme", "query", "comparable", "level", "first_year", "last_year", "sort", "one_scale")
_YEARS = ("first_year", "last_year")
_IGNORED, _PLACES = "address_ignored", "places"
_ASKED = "address_asked"  # the view of the link that was followed, for the chart that it is about


def arrive(dataset: Dataset) -> list[str]:
    """Before the controls: take what a new address asks for. Returns what it asks for in vain.

    That is forgotten with the first change of the view. What the data no longer have is no longer chosen.
    """
    state = st.session_state
    if (address := controls.arrive(PAGE)) is not None:
        view, ignored = parse(address, dataset)
        state[_IGNORED], state[_PLACES], state[_ASKED] = (view, ignored), list(view.places), view
        controls.begin(
            {key: getattr(view, key) or ANY_YEAR if key in _YEARS else getattr(view, key) for key in _CONTROLS}
        )
    state[_PLACES] = [place for place in state[_PLACES] if place in dataset.localities]
    if controls.said("theme") not in (ALL, *dataset.themes):
        controls.begin({"theme": default(dataset).theme})
    view = chosen(controls.said("language"))
    if state[_IGNORED][0] != view:
        state[_IGNORED] = (view, [])
    return list(state[_IGNORED][1])


def depart(view: View, dataset: Dataset) -> None:
    """After the controls: make the address tell ``view``."""
    controls.depart(PAGE, view.language, parameters(view, dataset))


def chosen(language: Language) -> View:
    """The view that the controls say now."""
    first, last = (controls.said(name) or None for name in _YEARS)
    if first and last and first > last:
        first, last = last, first
    view = View(
        language=language,
        places=tuple(st.session_state[_PLACES]),
        theme=controls.said("theme"),
        query=" ".join(controls.said("query").split())[:LONGEST_QUERY],
        comparable=controls.said("comparable"),
        level=controls.said("level"),
        first_year=first,
        last_year=last,
        sort=controls.said("sort"),
        one_scale=controls.said("one_scale"),
    )
    asked: View | None = st.session_state.get(_ASKED)
    about = asked.chart if asked and replace(asked, chart="", language=language) == view else ""
    return replace(view, chart=about)  # forgotten with the first change of the view


def choose_places(places: list[str]) -> None:
    """Keep what the picker of places says (its callback)."""
    st.session_state[_PLACES] = places


def clear(dataset: Dataset) -> None:
    """Back to the first view, in the same language."""
    st.query_params.from_dict(parameters(default(dataset, controls.said("language")), dataset))  # a new address counts
