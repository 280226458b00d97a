"""A printed page as a person reads it: its words sheet by sheet, and what is drawn on each."""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np
import pypdfium2

from dashboard.charts.palette import LIGHT

A4 = (595, 842)  # points
MARGIN = 11 / 25.4 * 72  # points that print.css leaves free at each side
BAR = tuple(int(LIGHT["bar"][at : at + 2], 16) for at in (1, 3, 5))
DRAWN = 830  # px of a chart's width there (print.js)
LEAST = 7.0  # points of the smallest letters
_SCALE = 2.0  # pixels a point, where bars are measured


class Place(NamedTuple):
    """Where something stands on a sheet: its ends across, and the middle of its height from the top; in points."""

    left: float
    right: float
    down: float


class Printed:
    """A PDF."""

    def __init__(self, content: bytes) -> None:
        self.document = pypdfium2.PdfDocument(content)
        self.sheets = [squashed(page.get_textpage().get_text_bounded()) for page in self.document]
        self.text = "".join(self.sheets)

    def sizes(self) -> set[tuple[int, int]]:
        """Width and height of the sheets, in points."""
        return {(round(page.get_width()), round(page.get_height())) for page in self.document}

    def missing(self, wanted: Iterable[str]) -> list[str]:
        """What of these texts is not printed, or not as often as it is wanted."""
        counted = Counter(squashed(text) for text in wanted)
        return [text for text, times in counted.items() if self.text.count(text) < times]

    def parted(self, wanted: Iterable[Iterable[str]]) -> list[list[str]]:
        """Those of these groups of texts that no sheet holds whole."""
        groups = [[squashed(text) for text in group] for group in wanted]
        return [group for group in groups if not any(all(text in sheet for text in group) for sheet in self.sheets)]

    def spilt(self) -> list[int]:
        """The sheets, from 1, on which something lies in the margins."""
        found = []
        for number, page in enumerate(self.document, 1):
            dark = _pixels(page, 1).min(axis=2) < 200
            edge = int(MARGIN) - 1
            dark[edge:-edge, edge:-edge] = False
            if dark.any():
                found.append(number)
        return found

    def bars(self, sheet: int) -> list[Place]:
        """The full bars on a sheet, from 1, from the top down."""
        image = _pixels(self.document[sheet - 1], _SCALE)
        blue: np.ndarray = np.all(abs(image.astype(int) - BAR) < 12, axis=2)
        rows = np.flatnonzero(blue.sum(axis=1) > 6 * _SCALE)
        found = []
        for band in np.split(rows, np.flatnonzero(np.diff(rows) > 1) + 1):
            if len(band) > 5 * _SCALE:
                across = np.flatnonzero(blue[band[len(band) // 2]])
                found.append(Place(*(float(at) / _SCALE for at in (across.min(), across.max(), band.mean()))))
        return found

    def where(self, text: str, sheet: int) -> Place:
        """Where a text first stands on a sheet, from 1."""
        page = self.document[sheet - 1]
        words = page.get_textpage()
        start, length = words.search(text, match_case=True).get_next()
        boxes = [words.get_charbox(start + n) for n in range(length)]
        middle = (min(box[1] for box in boxes) + max(box[3] for box in boxes)) / 2
        return Place(min(box[0] for box in boxes), max(box[2] for box in boxes), page.get_height() - middle)


def squashed(text: str) -> str:
    """Text without what a line's end or a typeface changes in it."""
    return re.sub(r"[\s\u00ad\ufffe\x02-]+", "", unicodedata.normalize("NFC", text))


def labels(card: dict[str, Any]) -> list[str]:
    """The words in a chart; the lines of a label are one text."""
    return [_plain(one["text"]) for one in card["wide"]["layout"]["annotations"] if one["text"]]


def words_of(card: dict[str, Any]) -> list[str]:
    """All that a chart says: its words, title, notes, gaps and sources."""
    around = [card["title"], card["counted"], card["note"] or "", *card["notes"], *card["missing"]["lines"]]
    return [*labels(card), *around, *(source["text"] for source in card["sources"])]


def letters(card: dict[str, Any]) -> list[float]:
    """The sizes in points, on paper, of the words in a chart."""
    found = [float(size) for size in re.findall(r"font-size: ?([\d.]+)px", str(card["wide"]))]
    found += [one["font"]["size"] for one in card["wide"]["layout"]["annotations"]]
    return [size * (A4[0] - 2 * MARGIN) / max(DRAWN, card["minWidth"]) for size in found]


def _plain(markup: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", " ", markup))


def _pixels(page: pypdfium2.PdfPage, scale: float) -> np.ndarray:
    return np.asarray(page.render(scale=scale).to_pil().convert("RGB"))
