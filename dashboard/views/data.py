"""Dữ liệu / Data: the whole table, filtered, read and downloaded; and what its columns mean."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from dashboard import picker
from dashboard.exporting import extract
from dashboard.exporting.columns import figure_columns
from dashboard.models import Level
from dashboard.notation import format_number
from dashboard.places import full_label
from dashboard.store import Good
from dashboard.table_view import FIGURES, LONGEST, TableView, ordered, parameters
from dashboard.view import ALL
from dashboard.views import controls, data_address, downloads, figures_table, place_options, printing, shown, top
from dashboard.views.data_address import WIDGETS
from dashboard.views.tables import table
from dashboard.words import Language, word

ROWS = 100  # on one page of the table


def show(good: Good) -> None:
    """The page: choose, download, read, look up what a column means."""
    ignored = data_address.arrive(good.dataset)
    language: Language = controls.said("language")
    top.show(language, "data_page")
    shown.title(word("data_heading", language))
    shown.paragraphs(word("data_lead", language))
    shown.ignored(ignored, language)
    _choose(good, language)
    view = data_address.chosen(language)

    chosen = extract.chosen(good.dataset, good.frame, good.proofs, view)
    count, total = len(chosen.rows), len(good.frame)
    pages = max(1, -(-count // ROWS))
    page = min(view.page, pages)
    if page != view.page:  # a link to a page that there is no more
        data_address.turn(page)
        view = data_address.chosen(language)
    data_address.depart(view)
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
        shown.strong(word(said, language, **numbers), width="content")
        if count:
            downloads.links(parameters(replace(view, page=1)), language)
    if count:
        rows = ordered(chosen.rows, good.dataset).iloc[first : first + ROWS]
        figures_table.show(rows, good.dataset, good.proofs, language, key="figures")
        if pages > 1:
            _turning(page, pages, first, first + len(rows), language)
    else:
        shown.info(word("rows_none", language))
    _columns(language)
    printing.foot(good.dataset.version, language)


def _chosen(good: Good, view: TableView) -> list[str]:
    """All that is chosen, in words."""
    dataset, language = good.dataset, view.language
    years = "–".join(str(year or "…") for year in (view.first_year, view.last_year))
    return [
        ", ".join(full_label(place, dataset, language) for place in view.places),
        dataset.themes[view.theme].name[language] if view.theme != ALL else "",
        dataset.indicators[view.indicator].name[language] if view.indicator != ALL else "",
        word(view.level, language) if view.level != ALL else "",
        years if view.first_year or view.last_year else "",
        word(f"figures_{view.figures}", language) if view.figures != ALL else "",
        f"“{view.text}”" if view.text else "",
    ]


def _printed(first: int, last: int, count: int, language: Language) -> str:
    """Which rows of a table of several pages are on paper; "" where all are."""
    if count <= ROWS:
        return ""
    numbers = {"first": first + 1, "last": last, "n": count}
    return word("rows_on_paper", language, **{name: format_number(one, language) for name, one in numbers.items()})


def _choose(good: Good, language: Language) -> None:
    """The filters."""
    dataset = good.dataset
    used = set(good.frame["indicator"])
    with st.container(key="data-filters"):
        picker.pick(
            place_options.options(dataset, language),
            st.session_state[data_address.PLACES],
            strings=picker.STRINGS[language],
            key="data-picker",
            on_change=data_address.choose_places,
        )
        controls.buttons(
            word("theme", language),
            [ALL, *dataset.themes],
            lambda id: word("theme_all", language) if id == ALL else dataset.themes[id].name[language],
            key=WIDGETS["theme"],
        )
        left, right = st.columns(2)
        with left:
            controls.text(
                word("search", language),
                key=WIDGETS["text"],
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
                key=WIDGETS["indicator"],
            )
        with shown.fold(word("data_filters", language)), st.container(horizontal=True, vertical_alignment="bottom"):
            _more(good, language)


def _more(good: Good, language: Language) -> None:
    """Level, years, kind of figure: what most visitors leave as it is."""
    controls.choice(
        word("level", language),
        [ALL, *(level.value for level in Level)],
        lambda id: word("level_all" if id == ALL else id, language),
        key=WIDGETS["level"],
        filter_mode=None,
        width=180,
    )
    for name, label in (("first_year", "from"), ("last_year", "to")):
        controls.choice(
            word(label, language),
            [controls.ANY_YEAR, *good.years],
            lambda year: str(year or word("any_year", language)),
            key=WIDGETS[name],
            filter_mode=None,
            width=120,
        )
    controls.buttons(
        word("figures_kind", language),
        [ALL, *FIGURES],
        lambda id: word(f"figures_{id}", language),
        key=WIDGETS["figures"],
    )
    controls.button(word("reset", language), data_address.clear, key="data-reset", type="tertiary")


def _turning(page: int, pages: int, first: int, last: int, language: Language) -> None:
    """Where in the table one is, and the way to what comes before and after."""
    with st.container(horizontal=True, vertical_alignment="center", key="data-pages"):
        controls.button(
            word("rows_before", language), data_address.turn, page - 1, disabled=page == 1, key="data-before"
        )  # fmt: skip
        rows = {"first": format_number(first + 1, language), "last": format_number(last, language)}
        shown.paragraphs(word("rows_shown", language, **rows), width="content")
        controls.button(
            word("rows_after", language), data_address.turn, page + 1, disabled=page == pages, key="data-after"
        )  # fmt: skip


def _columns(language: Language) -> None:
    """Every column of the files: its name, heading, type and meaning."""
    with shown.fold(word("columns_heading", language)):
        shown.paragraphs(word("columns_lead", language))
        rows = [
            [column.name, column.titled(language), word(f"type_{column.type}", language), column.told(language)]
            for column in figure_columns()
        ]
        heads = [word(f"col_{name}", language) for name in ("name", "heading", "type", "means")]
        table(heads, rows, caption=word("columns_heading", language), key="columns")
