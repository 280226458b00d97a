"""The colours of charts and pages, for light and dark.

A figure names a colour by its token (``$bar``). The browser replaces it by the colour of the page's theme; exported
images are light unless asked otherwise. Texts have a contrast of at least 4.5 to 1 on ``paper`` and ``page``, bars of 3
to 1 (WCAG 2.2 AA).
"""

from __future__ import annotations

from typing import Final

Palette = dict[str, str]

LIGHT: Final[Palette] = {
    "paper": "#ffffff",  # the card
    "page": "#f6f5f1",  # what the cards lie on
    "ink": "#1b2430",
    "muted": "#535c69",
    "faint": "#666e79",
    "line": "#e2dfd8",
    "field": "#8b8a84",  # the outline of something to type in
    "bar": "#2b6591",
    "bar2": "#6896bf",
    "bar3": "#cfdfeb",
    "track": "#ebe9e3",
    "accent": "#2b6591",  # words that can be clicked
    "action": "#2b6591",  # the words and outline of a chosen item, on the page and on a tint of itself
    "caution": "#7a5200",
    "ok": "#1d6b42",  # words of the verdicts "comparable" and "not comparable"
    "never": "#8c2f2f",
    "p1": "#2b6591",  # the places that are compared, in the order in which they were chosen
    "p2": "#b3541e",
    "p3": "#2f7d4f",
    "p4": "#7c4aa5",
    "p5": "#8a6a00",
    "p6": "#a1386a",
}

DARK: Final[Palette] = {
    "paper": "#1c2229",
    "page": "#13171c",
    "ink": "#e9ecef",
    "muted": "#b4bcc6",
    "faint": "#939ca7",
    "line": "#343d47",
    "field": "#737d88",
    "bar": "#6ba6d3",
    "bar2": "#4a759a",
    "bar3": "#2c4457",
    "track": "#2b333c",
    "accent": "#8bbde2",
    "action": "#79b2de",
    "caution": "#e3b563",
    "ok": "#7cc79c",
    "never": "#e79a94",
    "p1": "#6ba6d3",
    "p2": "#e08b54",
    "p3": "#71c192",
    "p4": "#b795dc",
    "p5": "#d3b04a",
    "p6": "#e088b1",
}

PALETTES: Final[dict[str, Palette]] = {"light": LIGHT, "dark": DARK}


def both() -> str:
    """CSS declarations: each colour as ``--ds-…``, for light and dark."""
    return " ".join(f"--ds-{name}: light-dark({LIGHT[name]}, {DARK[name]});" for name in LIGHT)
