"""So sánh / Compare: choose places, theme, level and years; see the figures side by side; save them."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard import cards, composing, early, picker
from dashboard.board import ahead, board
from dashboard.models import Level
from dashboard.places import full_label
from dashboard.store import Good
from dashboard.view import ALL, LONGEST_QUERY, SORTS, View
from dashboard.views import address, controls, nothing, place_options, printing, shown, top
from dashboard.words import Language, word


def show(good: Good) -> None:
    """The page: choose, compute, draw."""
    dataset = good.dataset
    ignored = address.arrive(dataset)
    language: Language = controls.said("language")
    _top(good, language)
    shown.ignored(ignored, language)
    view = _choose(good, language)
    address.depart(view, dataset)
    printing.chosen(_chosen(good, view))

    site = cards.Site.from_environment()
    found = composing.compare(good, view, site)
    if not found.charts:
        nothing.show(good, view, _chosen(good, view))
    board(found.data, key="board")
    if found.charts and found.empty:
        shown.paragraphs(word("empty_charts", language, charts="; ".join(found.empty)))
    printing.foot(dataset.version, language)


def _top(good: Good, language: Language) -> None:
    """The head, and what the page is about."""
    top.show(language, "page", ahead(), title=_title(good))
    shown.title(word("heading", language))
    st.html(early.lead(good.tally, language))


def _title(good: Good, most: int = 2) -> str:
    """What the page compares, for the browser's list of tabs."""
    language: Language = controls.said("language")
    places = [full_label(place, good.dataset, language) for place in st.session_state["places"]]
    named = ", ".join(places[:most]) + (f" +{len(places) - most}" if len(places) > most else "")
    return f"{word('page', language)}: {named}" if named else ""


def _choose(good: Good, language: Language) -> View:
    """The filters; the view that they make."""
    dataset = good.dataset
    with st.container(horizontal=True, key="filters"):
        picker.pick(
            place_options.options(dataset, language),
            st.session_state["places"],
            strings=picker.STRINGS[language],
            key="picker",
            on_change=address.choose_places,
        )
        controls.text(
            word("query", language),
            key="query",
            placeholder=word("query_example", language),
            max_chars=LONGEST_QUERY,
            icon=":material/search:",
            width=320,
        )
        controls.buttons(
            word("theme", language),
            [*dataset.themes, ALL],
            lambda id: _theme(id, good, language),
            key="theme",
        )
        controls.switch(word("comparable", language), word("comparable_help", language), key="comparable")
        with _rest(language), st.container(horizontal=True, vertical_alignment="bottom"):
            _more(good, language)
    return address.chosen(language)


def _rest(language: Language) -> DeltaGenerator:
    """The fold of the rest of the filters: its label says which of them are set."""
    return shown.fold(word("more_filters", language), " · ".join(filter(None, _set_now(address.chosen(language)))))


def _set_now(view: View) -> list[str]:
    """Which of the rest of the filters are set, "" for one that is not."""
    years = "–".join(str(year or "…") for year in (view.first_year, view.last_year))
    return [
        word(view.level, view.language) if view.level != ALL else "",
        years if view.first_year or view.last_year else "",
        word(f"sort_{view.sort}", view.language) if view.sort != SORTS[0] else "",
        word("one_scale", view.language) if view.one_scale else "",
    ]


def _chosen(good: Good, view: View) -> list[str]:
    """All that is chosen, in words."""
    return [
        f"“{view.query}”" if view.query else _theme(view.theme, good, view.language),
        ", ".join(full_label(place, good.dataset, view.language) for place in view.places),
        *_set_now(view),
        word("comparable", view.language) if view.comparable else "",
    ]


def _theme(id: str, good: Good, language: Language) -> str:
    return word("theme_all", language) if id == ALL else good.dataset.themes[id].name[language]


def _more(good: Good, language: Language) -> None:
    """Level, years, order, scale: what most visitors leave as it is."""
    controls.choice(
        word("level", language),
        [ALL, *(level.value for level in Level)],
        lambda id: word("level_all" if id == ALL else id, language),
        key="level",
        filter_mode=None,
        width=180,
    )
    for name, label in (("first_year", "from"), ("last_year", "to")):
        controls.choice(
            word(label, language),
            [controls.ANY_YEAR, *good.years],
            lambda year: str(year or word("any_year", language)),
            key=name,
            filter_mode=None,
            width=120,
        )
    controls.buttons(word("sort", language), SORTS, lambda id: word(f"sort_{id}", language), key="sort")
    controls.switch(word("one_scale", language), word("one_scale_help", language), key="one_scale")
    controls.button(word("reset", language), address.clear, good.dataset, key="reset", type="tertiary")
