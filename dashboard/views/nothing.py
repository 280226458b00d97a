"""In place of the charts, where a view has none: what is true of it, and the ways to views that have some."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard import nothing
from dashboard.charts import narrowing
from dashboard.places import full_label
from dashboard.store import Good
from dashboard.view import View, parameters
from dashboard.views import controls, shown
from dashboard.words import Language, word


def show(good: Good, view: View, chosen: Sequence[str]) -> None:
    """What keeps the view empty, and a button for each way out. ``chosen``: what the view asks for, in words."""
    language = view.language
    found = good.figures.kept(("nothing", view), lambda: nothing.why(good.dataset, good.figures, view))
    if found.apart:
        lines = []
        for one in found.apart:
            reason = one.reason[language] if one.reason else word("apart_alone", language)
            remedy = one.remedy[language] if one.remedy else ""
            lines.append(f"{reason} ({_charts(one.charts, language)}). {remedy}")
        shown.info(word("nothing_compares", language), lines)
    elif view.query and not narrowing.found(good.dataset.charts.values(), view.query, good.dataset):
        shown.info(word("nothing_named", language, query=view.query))
    else:
        shown.info(word("nothing", language, filters="; ".join(filter(None, chosen))))
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
    return word("charts_one" if count == 1 else "charts", language, n=count)
