"""A page on A4: what stays on paper, the button that prints it, and the line that says which data it shows."""

from __future__ import annotations

import html
from typing import Final

import streamlit as st

from dashboard.palette import LIGHT
from dashboard.words import Language, word

HIDDEN = "not-printed"
"""What a container's key begins with that stays on the screen."""

# Streamlit's own sheet lets the page flow over sheets of paper; here come size, colours and what is left out. Sizes
# are in rem: with 13px for one, running text is 9 pt.
_SHEET = f"""
@page {{ size: A4; margin: 11mm 12mm; }}
.ds-paper {{ display: none; }}
.ds-print {{ font: inherit; min-height: 2.5rem; padding: 0.25rem 0.75rem; cursor: pointer; color: inherit;
  background: none; border: 1px solid color-mix(in srgb, currentColor 45%, transparent); border-radius: 0.5rem; }}
.ds-print:hover {{ border-color: currentColor; }}
.ds-print:focus-visible {{ outline: 2px solid currentColor; outline-offset: 2px; }}
@media print {{
  html {{ font-size: 13px !important; }}
  .stApp, .stApp *, html, body {{ color: {LIGHT["ink"]} !important; background: transparent !important; }}
  .stApp {{ color-scheme: light !important; }}
  [data-testid="stHeader"], [data-testid="stToolbar"], .st-key-top, [class*="st-key-{HIDDEN}"] {{
    display: none !important; }}
  .stMainBlockContainer {{ padding: 0 !important; max-width: none !important; }}
  [data-testid="stVerticalBlock"] {{ gap: 0.25rem !important; }}
  .stApp :is(h1, h2, h3) {{ padding: 0 !important; margin: 0 !important; break-after: avoid; }}
  .stApp h1 {{ font-size: 1.5rem !important; }}
  .stApp h2 {{ font-size: 1.125rem !important; padding-top: 0.375rem !important; }}
  .stApp h3 {{ font-size: 1rem !important; }}
  .stApp tr, .stApp li {{ break-inside: avoid; }}
  .stApp thead {{ display: table-header-group; }}
  .stApp a {{ text-decoration: none !important; }}
  .ds-paper {{ display: block; margin: 0; font-size: 8.25pt; }}
}}"""

_DATE: Final[dict[Language, str]] = {"vi": "vi numeric", "en": "en-GB short"}  # locale, and how a month is written

# One handler for the page, not for the button: Streamlit may draw that anew at any time.
_SCRIPT = """
window.onbeforeprint = () => document.querySelectorAll("[data-printed-on]").forEach((place) => {
  const [locale, month] = place.dataset.printedOn.split(" ");
  place.textContent = new Date().toLocaleDateString(locale, { day: "numeric", month, year: "numeric" }); });
document.querySelectorAll(".ds-print").forEach((button) => { button.onclick = () => window.print(); });"""


def button(language: Language) -> None:
    """The button that prints the page or saves it as PDF."""
    label = html.escape(word("place_print", language))
    st.html(
        f'<button type="button" class="ds-print">{label}</button><script>{_SCRIPT}</script>',
        width="content",
        unsafe_allow_javascript=True,
    )


def sheet(version: str, language: Language) -> None:
    """The rules for paper, and on paper only a line with the data's version and the day of printing."""
    said = html.escape(word("place_printed_on", language, version=version))
    st.html(f'<style>{_SHEET}</style><p class="ds-paper">{said}<span data-printed-on="{_DATE[language]}"></span></p>')
