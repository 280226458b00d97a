"""Measures texts in the font of the pages, so that lines wrap and margins fit before anything is drawn."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from PIL import ImageFont

from dashboard.charts.assets import font_path

# Browsers shape text a little differently from FreeType: some extra width, so that no line is cut.
SLACK = 1.06
DOT = "·"  # stands between two parts of a line, with spaces around it
_REFERENCE = 100


@lru_cache(maxsize=8)
def _font(weight: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(str(font_path()), _REFERENCE)
    font.set_variation_by_axes([weight])
    font.getlength("Đ")  # the first answer for a new weight is a little off; every later one is the same
    return font


def _in_line(text: str) -> str:
    """A text without line feeds, which the font library refuses."""
    return text.replace("\n", " ").replace("\r", " ") if "\n" in text or "\r" in text else text


@lru_cache(maxsize=65536)
def width(text: str, size: float, weight: int = 400) -> float:
    """The width in px of one line of ``text`` at ``size`` px and a font weight."""
    return float(_font(weight).getlength(_in_line(text))) * size / _REFERENCE * SLACK


def wrap(text: str, size: float, limit: float | Callable[[int], float], weight: int = 400) -> list[str]:
    """``text`` broken at spaces into lines of at most ``limit`` px, or ``limit(number of line)`` px.

    A word wider than that is broken inside; a no-break space never breaks. A " · " at a line break is left out, nothing
    else.
    """
    room = limit if callable(limit) else lambda _: limit
    lines: list[str] = []
    line = ""
    for word in _in_line(text).split(" "):
        trial = f"{line} {word}" if line else word
        if width(trial, size, weight) <= room(len(lines)):
            line = trial
            continue
        if line:
            lines.append(line)
        while width(word, size, weight) > room(len(lines)) and len(word) > 1:
            most = room(len(lines))
            cut = max(n for n in range(1, len(word)) if n == 1 or width(word[:n], size, weight) <= most)
            lines.append(word[:cut])
            word = word[cut:]
        line = word
    found = [*lines, line] if line or not lines else lines
    return [_apart(one) for one in found if one != DOT] if len(found) > 1 else found


def _apart(line: str) -> str:
    return line.removeprefix(f"{DOT} ").removesuffix(f" {DOT}")
