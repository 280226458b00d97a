"""The message in place of charts that a view lacks, with links to similar views that have some."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard.charts import chart_filters, empty_view
from dashboard.charts.view import View, parameters
from dashboard.language.words import Language, word
from dashboard.records.places import full_label
from dashboard.web.components import controls, page_text
from dashboard.web.server.store import Good


def show(good: Good, view: View, chosen: Sequence[str]) -> None:
    """Say why the view is empty, with a button for each way out. ``chosen``: the filters of the view, in words."""
    language = view.language
    found = good.figures.cached(("nothing", view), lambda: empty_view.why(good.dataset, good.figures, view))
    if found.apart:
        lines = []
        for one in found.apart:
            reason = one.reason[language] if one.reason else word("apart_alone", language)
            remedy = one.remedy[language] if one.remedy else ""
            lines.append(f"{reason} ({_charts(one.charts, language)}). {remedy}")
        page_text.info(word("nothing_compares", language), lines)
    elif view.query and not chart_filters.matching(good.dataset.charts.values(), view.query, good.dataset):
        page_text.info(word("nothing_named", language, query=view.query))
    else:
        page_text.info(word("nothing", language, filters="; ".join(filter(None, chosen))))
    with st.container(horizontal=True, key="ways"):
        for way in found.ways:
            place = full_label(way.place, good.dataset, language) if way.place else ""
            label = word(f"way_{way.without}", language, place=place)
            address = parameters(way.view, good.dataset)
            controls.button(
                f"{label}: {_charts(way.charts, language)}",
                st.query_params.from_dict,
                address,
                key=f"way-{way.without}-{way.place}",
            )


def _charts(count: int, language: Language) -> str:
    return word("charts", language, n=count)
