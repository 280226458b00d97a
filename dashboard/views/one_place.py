"""The picker where one place is chosen, or none: of several choices the last counts."""

from __future__ import annotations

import streamlit as st

from dashboard import picker
from dashboard.dataset import Dataset
from dashboard.views import controls, place_options
from dashboard.words import Language, word

PLACE = "place"
"""The place in the address, and in the session's state; "" for none."""


def choose(dataset: Dataset, language: Language, key: str) -> None:
    """Show the picker, without its offers to add more; ``key`` is its own in the app."""
    strings = picker.STRINGS[language] | {"label": word("place_label", language)}
    strings |= dict.fromkeys(("add_within", "add_within_figures", "add_one"), "")
    place = controls.said(PLACE)
    picker.pick(
        place_options.options(dataset, language),
        [place] if place else [],
        strings=strings,
        key=key,
        on_change=_take,
    )


def _take(chosen: list[str]) -> None:
    """Keep the place chosen last (the picker's callback)."""
    new = [id for id in chosen if id != controls.said(PLACE)]
    st.session_state[PLACE] = (new or chosen or [""])[-1]
