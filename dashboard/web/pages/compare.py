"""So sánh / Compare: choose places, and see what may be said of them; or the charts of a theme, to be saved."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from html import escape
from typing import Any
from urllib.parse import parse_qsl

import streamlit as st

from dashboard.charts import chart_filters, chart_selection, comparison_chart
from dashboard.charts.view import ALL, LONGEST_QUERY, SORTS, View, default, parameters, parse
from dashboard.language.words import Language, word
from dashboard.records.places import full_label
from dashboard.web.board import board_data, cards
from dashboard.web.board.component import ahead, board
from dashboard.web.components import controls, empty_view, header, page_text, picker, place_options, printing
from dashboard.web.components.page_url import PageUrl
from dashboard.web.server.store import Good, Tally

_FOUND = 8  # indicators that a search leads to at once


def show(good: Good) -> None:
    """The page: choose, compute, draw."""
    dataset = good.dataset
    url = PageUrl(
        "compare", lambda asked: parse(asked, dataset), lambda view: parameters(view, dataset), uncontrolled="chart"
    )
    view, ignored = url.read_url()
    language = view.language
    with st.container(key="head" if view.theme else "brief"):  # first_paint.css leaves as much room for it
        header.show(language, "page", ahead(), title=_title(good, view))
        page_text.title(
            word("heading", language) if view.theme else comparison_chart.title(good.figures, view, language)
        )
        if view.theme or not (view.places or view.indicator):
            st.html(_lead(good.tally, view))
        page_text.ignored(ignored, language)
        if view.theme:
            _choose(good, url, language)
    if not view.theme:
        _bar(good, url, view)
    view = replace(url.view(), language=language)
    url.write_url(language)
    printing.chosen(_chosen(good, view))
    if view.query and (links := _found(good, view)):
        st.html(links)

    found = board_data.compare(good, view, cards.Site.from_environment())
    if view.theme and not found.charts:
        empty_view.show(good, view, _chosen(good, view))
    board(found.data, key="board", go=lambda address: url.go(parse(_asked(address), dataset)[0]))
    if found.charts and found.empty:
        page_text.paragraphs(word("empty_charts", language, charts="; ".join(found.empty)))
    printing.foot(dataset.version, language)


def _asked(address: str) -> dict[str, str]:
    """The query parameters of an address relative to the page."""
    return dict(parse_qsl(address.partition("?")[2]))


def _lead(tally: Tally, view: View) -> str:
    """The lead as HTML: what the figures are, and of charts how to read them."""
    language = view.language
    figures, articles, places = (
        word(f"count_{name}", language, n=n)
        for name, n in (("figures", tally.figures), ("articles", tally.articles), ("localities", tally.places))
    )
    if not view.theme:
        return f'<p class="ds-lead">{escape(word("answers.lead", language, figures=figures, places=places))}</p>'
    said = word("tally", language, figures=figures, articles=articles, places=places, proven=tally.proven)
    rest = f", {word('tally_excerpts', language, n=tally.excerpts)}" if tally.excerpts else ""
    what, how, more = (escape(word(name, language)) for name in ("lead", "lead_how", "lead_more"))
    how = f"{how} {escape(said + rest)}."
    # On a phone what the numbers are is enough to begin with; the sheet shows one of the two places of the rest.
    return (
        f'<div class="ds-lead"><p>{what} <span>{how}</span></p>'
        f"<details><summary>{more}</summary><p>{how}</p></details></div>"
    )


def _found(good: Good, view: View) -> str:
    """Links to the answers of the indicators that a search finds, those with the most figures first."""
    counts = Counter(one.indicator for one in good.figures.all if not view.places or one.locality in view.places)
    ids = sorted(
        filter(counts.get, chart_filters.matching_indicators(view.query, good.dataset)), key=lambda id: -counts[id]
    )
    links = "".join(
        f'<li><a href="{escape(_address(good, view, id))}" target="_self">'
        f"{escape(good.dataset.indicators[id].name[view.language])}</a> ({counts[id]})</li>"
        for id in ids[:_FOUND]
    )
    return (
        f'<div class="ds-found"><p>{escape(word("answers.found", view.language))}</p><ul>{links}</ul></div>'
        if ids
        else ""
    )


def _address(good: Good, view: View, indicator: str) -> str:
    return chart_selection.link(View(view.language, view.places, indicator=indicator), good.dataset)


def _title(good: Good, view: View, most: int = 2) -> str:
    """The title for the browser tab: what the page compares."""
    language = view.language
    places = [full_label(place, good.dataset, language) for place in view.places]
    named = ", ".join(places[:most]) + (f" +{len(places) - most}" if len(places) > most else "")
    if view.indicator:
        named = " · ".join(filter(None, [good.dataset.indicators[view.indicator].name[language], named]))
    return f"{word('page', language)}: {named}" if named else ""


def _bar(good: Good, url: PageUrl[View], view: View) -> None:
    """The bar of an answer, which stays at the top of the window: places, years, and a search that leads to charts."""
    with st.container(horizontal=True, key="bar"):
        _places(good, url, view.language, **dict.fromkeys(("add_within", "add_within_figures", "add_one"), ""))
        if view.places or view.indicator:
            controls.years(good.years, view.language, first="first_year", last="last_year", bare=True)
        _query(view.language, label_visibility="collapsed")


def _choose(good: Good, url: PageUrl[View], language: Language) -> None:
    """The filters of charts."""
    with st.container(horizontal=True, key="filters"):
        _places(good, url, language)
        _query(language, label_visibility="collapsed")
        controls.buttons(
            word("theme", language), [*good.dataset.themes, ALL], lambda id: _theme(id, good, language), key="theme"
        )
        controls.switch(word("comparable", language), word("comparable_help", language), key="comparable")
        rest = " · ".join(filter(None, _set_now(url.view())))
        fold = page_text.fold(word("more_filters", language), rest)
        with fold, st.container(horizontal=True, vertical_alignment="bottom"):
            _more(good, url, language)


def _places(good: Good, url: PageUrl[View], language: Language, **strings: str) -> None:
    picker.pick(
        place_options.options(good.dataset, language),
        url.view().places,
        strings=picker.own_words(language) | strings,
        key="picker",
        on_change=url.choose("places"),
    )


def _query(language: Language, **more: Any) -> None:
    controls.text(
        word("query", language),
        key="query",
        placeholder=word("query", language),
        max_chars=LONGEST_QUERY,
        icon=":material/search:",
        width=320,
        **more,
    )


def _set_now(view: View) -> list[str]:
    """The folded filters in words, "" for one that is not set."""
    return [
        word(view.level, view.language) if view.level != ALL else "",
        controls.period(view.first_year, view.last_year),
        word(f"sort_{view.sort}", view.language) if view.sort != SORTS[0] else "",
        word("one_scale", view.language) if view.one_scale else "",
    ]


def _chosen(good: Good, view: View) -> list[str]:
    """All filters in words."""
    what = _theme(view.theme, good, view.language) if view.theme else ""
    if view.indicator:
        what = good.dataset.indicators[view.indicator].name[view.language]
    return [
        f"“{view.query}”" if view.query else what,
        ", ".join(full_label(place, good.dataset, view.language) for place in view.places),
        *_set_now(view),
        word("comparable", view.language) if view.comparable else "",
    ]


def _theme(id: str, good: Good, language: Language) -> str:
    return word("theme_all", language) if id == ALL else good.dataset.themes[id].name[language]


def _more(good: Good, url: PageUrl[View], language: Language) -> None:
    """The folded filters: level, years, order, scale."""
    controls.level(language, key="level")
    controls.years(good.years, language, first="first_year", last="last_year")
    controls.buttons(word("sort", language), SORTS, lambda id: word(f"sort_{id}", language), key="sort")
    controls.switch(word("one_scale", language), word("one_scale_help", language), key="one_scale")
    controls.button(word("reset", language), url.go, default(good.dataset, language), key="reset", type="tertiary")
    view = View(language, url.view().places)
    controls.button(word("answers.back", language), url.go, view, key="answers", type="tertiary")
