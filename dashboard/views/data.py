"""Dữ liệu / Data: the whole table, filtered, read and downloaded; and what its columns mean."""

from __future__ import annotations

import streamlit as st

from dashboard import picker
from dashboard.exporting import extract
from dashboard.exporting.columns import figure_columns
from dashboard.models import Level
from dashboard.notation import format_number
from dashboard.store import Good
from dashboard.table_view import FIGURES, LONGEST, ordered
from dashboard.view import ALL
from dashboard.views import data_address, downloads, figures_table, place_options, top
from dashboard.views.address import ANY_YEAR
from dashboard.views.data_address import WIDGETS
from dashboard.views.markup import literal
from dashboard.views.tables import table
from dashboard.words import Language, word

ROWS = 100  # on one page of the table


def show(good: Good) -> None:
    """The page: choose, download, read, look up what a column means."""
    ignored = data_address.arrive(good.dataset)
    language: Language = st.session_state["language"]
    top.show(language, "data_page")
    st.title(word("data_heading", language), anchor=False)
    st.markdown(word("data_lead", language))
    if ignored:
        st.warning(word("bad_link", language, parts="; ".join(map(literal, ignored))))
    _choose(good, language)
    view = data_address.chosen()

    chosen = extract.chosen(good.dataset, good.frame, good.proofs, view)
    count, total = len(chosen.rows), len(good.frame)
    pages = max(1, -(-count // ROWS))
    page = min(view.page, pages)
    if page != view.page:  # a link to a page that there is no more
        data_address.turn(page)
        view = data_address.chosen()
    data_address.depart(view)

    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="data-head"):
        said = "rows_all" if count == total else "rows_some"
        computed = int(chosen.rows["computed"].sum())
        numbers = {
            "n": format_number(count, language),
            "total": format_number(total, language),
            "printed": format_number(count - computed, language),
            "computed": format_number(computed, language),
        }
        st.markdown(f"**{word(said, language, **numbers)}**", width="content")
        downloads.buttons(chosen, key="data-downloads")
    if count:
        first = (page - 1) * ROWS
        rows = ordered(chosen.rows, good.dataset).iloc[first : first + ROWS]
        figures_table.show(rows, good.dataset, good.proofs, language, key="figures")
        if pages > 1:
            _turning(page, pages, first, first + len(rows), language)
    else:
        st.info(word("rows_none", language))
    _columns(language)
    st.markdown(f":small[{word('footer_page', language, version=good.dataset.version)}]")


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
        st.segmented_control(
            word("theme", language),
            [ALL, *dataset.themes],
            required=True,
            format_func=lambda id: word("theme_all", language) if id == ALL else dataset.themes[id].name[language],
            key=WIDGETS["theme"],
            on_change=data_address.turn,
        )
        left, right = st.columns(2)
        with left:
            st.text_input(
                word("search", language),
                key=WIDGETS["text"],
                max_chars=LONGEST,
                type="search",
                live=True,
                placeholder=word("search_numbers", language),
                on_change=data_address.turn,
            )
        with right:
            st.selectbox(
                word("col_what", language),
                [ALL, *(id for id in dataset.indicators if id in used or id == st.session_state[WIDGETS["indicator"]])],
                format_func=lambda id: (
                    word("indicator_all", language) if id == ALL else dataset.indicators[id].name[language]
                ),
                key=WIDGETS["indicator"],
                on_change=data_address.turn,
            )
        with st.expander(word("data_filters", language)), st.container(horizontal=True, vertical_alignment="bottom"):
            _more(good, language)


def _more(good: Good, language: Language) -> None:
    """Level, years, kind of figure: what most visitors leave as it is."""
    st.selectbox(
        word("level", language),
        [ALL, *(level.value for level in Level)],
        format_func=lambda id: word("level_all" if id == ALL else id, language),
        key=WIDGETS["level"],
        filter_mode=None,
        width=180,
        on_change=data_address.turn,
    )
    ends = good.frame[["as_of_start", "as_of_end"]].stack().dropna()
    years = range(int(ends.dt.year.min()), int(ends.dt.year.max()) + 1) if len(ends) else ()
    for name, label in (("first_year", "from"), ("last_year", "to")):
        now = st.session_state[WIDGETS[name]]
        st.selectbox(
            word(label, language),
            [ANY_YEAR, *years, *([now] if now and now not in years else [])],
            format_func=lambda year: str(year or word("any_year", language)),
            key=WIDGETS[name],
            filter_mode=None,
            width=120,
            on_change=data_address.turn,
        )
    st.segmented_control(
        word("figures_kind", language),
        [ALL, *FIGURES],
        required=True,
        format_func=lambda id: word(f"figures_{id}", language),
        key=WIDGETS["figures"],
        on_change=data_address.turn,
    )
    st.button(word("reset", language), on_click=data_address.clear, type="tertiary", key="data-reset")


def _turning(page: int, pages: int, first: int, last: int, language: Language) -> None:
    """Where in the table one is, and the way to what comes before and after."""
    with st.container(horizontal=True, vertical_alignment="center", key="data-pages"):
        st.button(
            word("rows_before", language), on_click=data_address.turn, args=[page - 1], disabled=page == 1,
            key="data-before",
        )  # fmt: skip
        shown = {"first": format_number(first + 1, language), "last": format_number(last, language)}
        st.markdown(word("rows_shown", language, **shown), width="content")
        st.button(
            word("rows_after", language), on_click=data_address.turn, args=[page + 1], disabled=page == pages,
            key="data-after",
        )  # fmt: skip


def _columns(language: Language) -> None:
    """Every column of the files: its name, heading, type and meaning."""
    with st.expander(word("columns_heading", language)):
        st.markdown(word("columns_lead", language))
        rows = [
            [column.name, column.titled(language), word(f"type_{column.type}", language), column.told(language)]
            for column in figure_columns()
        ]
        heads = [word(f"col_{name}", language) for name in ("name", "heading", "type", "means")]
        table(heads, rows, caption=word("columns_heading", language), key="columns")
