"""Links that download figures, one for each file format."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

import streamlit as st

from dashboard.export import file_address, formats
from dashboard.language.words import Language, word


def links(parameters: Mapping[str, str], language: Language) -> None:
    """A link for each format (``file_address.link``); the file is made when the link is followed."""
    found = [
        f'<a class="ds-button" href="{escape(file_address.link(one, parameters))}" download'
        f' title="{escape(word(f"help_{one.id}", language))}">{escape(word(f"download_{one.id}", language))}</a>'
        for one in formats.TABLES
    ]
    st.html(f'<div class="ds-files">{"".join(found)}</div>', width="content")
