"""So sánh / Compare: choose places, theme, level and years; see the figures side by side; save them."""

from __future__ import annotations

import re
from collections import Counter

import streamlit as st

from dashboard import cards, picker
from dashboard.board import board
from dashboard.dataset import Dataset
from dashboard.models import Level
from dashboard.places import ancestors, full_label
from dashboard.settings import Settings
from dashboard.store import Good
from dashboard.vietnamese import sort_key
from dashboard.view import ALL, SORTS, View
from dashboard.views import address, top
from dashboard.words import Language, word

_LONGEST = 80  # characters shown of what a link asked for in vain


def show(good: Good) -> None:
    """The page: choose, compute, draw."""
    dataset = good.dataset
    ignored = address.arrive(dataset)
    language: Language = st.session_state["language"]
    _top(good, language)
    if ignored:
        st.warning(word("bad_link", language, parts="; ".join(map(_literal, ignored))))
    view = _choose(good, language)
    address.depart(view, dataset)

    settings = Settings.from_environment()
    site = cards.Site(settings.public_url or "", settings.report_to or "")
    found, empty = cards.cards(dataset, good.frame, view, proofs=good.proofs, site=site)
    if not found:
        st.info(word("nothing", language))
    board(found, archive=cards.archive(view, dataset), language=language, key="board")
    if found and empty:
        st.caption(word("empty_charts", language, charts="; ".join(empty)))
    st.caption(word("footer_page", language, version=dataset.version))


def _literal(text: str) -> str:
    """Markdown that shows a text as it is: what a link holds may be a link itself, or an image to fetch."""
    text = " ".join(text.split())
    text = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    fence = "`" * (1 + max(map(len, re.findall("`+", text)), default=0))
    return f"{fence} {text} {fence}"


def _top(good: Good, language: Language) -> None:
    """The head, and what the page is about."""
    dataset = good.dataset
    top.show(language)
    st.title(word("heading", language), anchor=False)
    tally = word(
        "tally",
        language,
        figures=len(dataset.entries),
        articles=len(dataset.articles),
        places=len({entry.locality for entry in dataset.entries}),
    )
    st.markdown(f"{word('lead', language)} {tally}.")


def _choose(good: Good, language: Language) -> View:
    """The filters; the view that they make."""
    dataset = good.dataset
    with st.container(key="filters"):
        picker.pick(
            _options(dataset, language),
            st.session_state["places"],
            strings=picker.STRINGS[language],
            key="picker",
            on_change=address.choose_places,
        )
        st.segmented_control(
            word("theme", language),
            [*dataset.themes, ALL],
            required=True,
            format_func=lambda id: word("theme_all", language) if id == ALL else dataset.themes[id].name[language],
            key="theme",
        )
        with st.expander(word("more_filters", language)), st.container(horizontal=True, vertical_alignment="bottom"):
            _more(good, language)
    return address.chosen(language)


def _more(good: Good, language: Language) -> None:
    """Level, years, order, scale: what most visitors leave as it is."""
    st.selectbox(
        word("level", language),
        [ALL, *(level.value for level in Level)],
        format_func=lambda id: word("level_all" if id == ALL else id, language),
        key="level",
        filter_mode=None,
        width=180,
    )
    years = [address.ANY_YEAR, *_years(good)]
    for name, label in (("first_year", "from"), ("last_year", "to")):
        options = years if st.session_state[name] in years else [*years, st.session_state[name]]
        st.selectbox(
            word(label, language),
            options,
            format_func=lambda year: str(year or word("any_year", language)),
            key=name,
            filter_mode=None,
            width=120,
        )
    st.segmented_control(
        word("sort", language),
        SORTS,
        required=True,
        format_func=lambda id: word(f"sort_{id}", language),
        key="sort",
    )
    st.toggle(word("one_scale", language), key="one_scale", help=word("one_scale_help", language))
    st.button(word("reset", language), on_click=address.clear, args=[good.dataset], type="tertiary")


def _years(good: Good) -> list[int]:
    ends = good.frame[["as_of_start", "as_of_end"]].stack().dropna()
    return list(range(int(ends.dt.year.min()), int(ends.dt.year.max()) + 1)) if len(ends) else []


def _options(dataset: Dataset, language: Language) -> list[picker.Option]:
    """Every place, each province followed by what lies in it, in Vietnamese order."""
    counts = Counter(entry.locality for entry in dataset.entries)
    inside: dict[str, list[str]] = {}
    for id in dataset.localities:
        if id in counts:
            for around in ancestors(id, dataset):
                inside.setdefault(around, []).append(full_label(id, dataset, language))

    def detail(id: str) -> str:
        if id in counts:
            return word("detail_figures", language, n=counts[id])
        return word("detail_within", language, places=", ".join(inside[id]))

    def path(id: str) -> tuple[object, ...]:
        place = dataset.localities[id]
        above = path(place.parent) if place.parent else ()
        return (*above, sort_key(place.name), id)

    return [
        picker.Option(
            id=id,
            label=full_label(id, dataset, language),
            detail=detail(id),
            level=dataset.localities[id].level,
            parent=dataset.localities[id].parent,
            has_figures=id in counts,
            name=dataset.localities[id].name,
        )
        for id in sorted(dataset.localities, key=path)
        if id in counts or id in inside
    ]
