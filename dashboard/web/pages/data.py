"""Dữ liệu / Data: the whole table of figures with filters, downloads, and the meaning of its columns."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from dashboard.charts.view import ALL
from dashboard.export import extract
from dashboard.export.columns import figure_columns
from dashboard.export.table_view import FIGURE_KINDS, LONGEST, TableView, ordered, parameters, parse
from dashboard.language.number_format import format_number
from dashboard.language.words import Language, word
from dashboard.records.places import full_label
from dashboard.web.components import (
    controls,
    downloads,
    figures_table,
    header,
    page_text,
    picker,
    place_options,
    printing,
)
from dashboard.web.components.page_url import PageUrl
from dashboard.web.components.tables import table
from dashboard.web.server.store import Good

ROWS = 100  # on one page of the table


def show(good: Good) -> None:
    """The page: choose, download, read, look up what a column means."""
    url = PageUrl("data", lambda asked: parse(asked, good.dataset), parameters, key="data_{}", uncontrolled="page")
    view, ignored = url.read_url()
    language = view.language
    header.show(language, "data_page")
    page_text.title(word("data_heading", language))
    page_text.paragraphs(word("data_lead", language))
    page_text.ignored(ignored, language)
    _choose(good, url, language)
    view = replace(url.view(), language=language)

    chosen = extract.chosen(good.dataset, good.frame, good.proofs, view)
    count, total = len(chosen.rows), len(good.frame)
    pages = max(1, -(-count // ROWS))
    page = min(view.page, pages)
    if page != view.page:  # a link to a page that there is no more
        url.turn(page)
        view = replace(view, page=page)
    url.write_url(language)
    first = (page - 1) * ROWS
    printing.chosen([*_chosen(good, view), _printed(first, min(count, first + ROWS), count, language)])

    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="data-head"):
        said = "rows_all" if count == total else "rows_some"
        computed = int(chosen.rows["computed"].sum())
        numbers = {
            "n": format_number(count, language),
            "total": format_number(total, language),
            "printed": format_number(count - computed, language),
            "computed": format_number(computed, language),
        }
        page_text.strong(word(said, language, **numbers), width="content")
        if count:
            downloads.links(parameters(replace(view, page=1)), language)
    if count:
        rows = ordered(chosen.rows, good.dataset).iloc[first : first + ROWS]
        figures_table.show(rows, good.dataset, good.proofs, language, key="figures")
        if pages > 1:
            _turning(url, pages, first, first + len(rows), language)
    else:
        page_text.info(word("rows_none", language))
    _columns(language)
    printing.foot(good.dataset.version, language)


def _chosen(good: Good, view: TableView) -> list[str]:
    """All filters in words."""
    dataset, language = good.dataset, view.language
    return [
        ", ".join(full_label(place, dataset, language) for place in view.places),
        dataset.themes[view.theme].name[language] if view.theme != ALL else "",
        dataset.indicators[view.indicator].name[language] if view.indicator != ALL else "",
        word(view.level, language) if view.level != ALL else "",
        controls.period(view.first_year, view.last_year),
        word(f"figures_{view.figures}", language) if view.figures != ALL else "",
        f"“{view.text}”" if view.text else "",
    ]


def _printed(first: int, last: int, count: int, language: Language) -> str:
    """Which rows are printed, of a table with several pages; "" where all are."""
    if count <= ROWS:
        return ""
    numbers = {"first": first + 1, "last": last, "n": count}
    return word("rows_on_paper", language, **{name: format_number(one, language) for name, one in numbers.items()})


def _choose(good: Good, url: PageUrl[TableView], language: Language) -> None:
    """The filters."""
    dataset = good.dataset
    used = set(good.frame["indicator"])
    with st.container(key="data-filters"):
        picker.pick(
            place_options.options(dataset, language),
            url.view().places,
            strings=picker.own_words(language),
            key="data-picker",
            on_change=url.choose("places"),
        )
        controls.buttons(
            word("theme", language),
            [ALL, *dataset.themes],
            lambda id: word("theme_all", language) if id == ALL else dataset.themes[id].name[language],
            key=url.key("theme"),
        )
        left, right = st.columns(2)
        with left:
            controls.text(
                word("search", language),
                key=url.key("text"),
                max_chars=LONGEST,
                type="search",
                live=True,
                placeholder=word("search_numbers", language),
            )
        with right:
            controls.choice(
                word("col_what", language),
                [ALL, *(id for id in dataset.indicators if id in used)],
                lambda id: word("indicator_all", language) if id == ALL else dataset.indicators[id].name[language],
                key=url.key("indicator"),
            )
        with page_text.fold(word("data_filters", language)), st.container(horizontal=True, vertical_alignment="bottom"):
            _more(good, url, language)


def _more(good: Good, url: PageUrl[TableView], language: Language) -> None:
    """The folded filters: level, years, kind of figure."""
    controls.level(language, key=url.key("level"))
    controls.years(good.years, language, first=url.key("first_year"), last=url.key("last_year"))
    controls.buttons(
        word("figures_kind", language),
        [ALL, *FIGURE_KINDS],
        lambda id: word(f"figures_{id}", language),
        key=url.key("figures"),
    )
    controls.button(word("reset", language), url.go, TableView(language), key="data-reset", type="tertiary")


def _turning(url: PageUrl[TableView], pages: int, first: int, last: int, language: Language) -> None:
    """The rows shown, and buttons for the pages before and after."""
    page = url.view().page
    with st.container(horizontal=True, vertical_alignment="center", key="data-pages"):
        controls.button(word("rows_before", language), url.turn, page - 1, disabled=page == 1, key="data-before")
        rows = {"first": format_number(first + 1, language), "last": format_number(last, language)}
        page_text.paragraphs(word("rows_shown", language, **rows), width="content")
        controls.button(word("rows_after", language), url.turn, page + 1, disabled=page == pages, key="data-after")


def _columns(language: Language) -> None:
    """Every column of the files: its name, heading, type and meaning."""
    with page_text.fold(word("columns_heading", language)):
        page_text.paragraphs(word("columns_lead", language))
        rows = [
            [column.name, column.titled(language), word(f"type_{column.type}", language), column.told(language)]
            for column in figure_columns()
        ]
        heads = [word(f"col_{name}", language) for name in ("name", "heading", "type", "means")]
        table(heads, rows, caption=word("columns_heading", language), key="columns")
