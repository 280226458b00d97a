"""The sizes of exported pictures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil
from typing import Final

ON_PAPER: Final = 16.0  # cm: how wide a picture stands on a page of A4, and what its pHYs says (board/png.js)
_READ: Final = 7  # pt: what is smaller is hard to read on paper
_A4: Final = 297 / 210  # height to width


@dataclass(frozen=True)
class Size:
    """A picture is ``width`` px wide and ``least`` to ``most`` px high; ``pad`` px stay free at both sides.

    What does not fit is divided into several pictures (``charts.pagination``). ``framed``: with header and footer,
    whose texts are ``font_scale`` times their usual size. ``brief``: without what a report has no use for, the digest
    of the data and the list of the places that have no figure.
    """

    id: str
    width: float
    least: float
    most: float
    pad: float = 44
    framed: bool = True
    font_scale: float = 1.0
    brief: bool = False

    @property
    def inner(self) -> float:
        """The width in which everything fits."""
        return self.width - 2 * self.pad

    @property
    def smallest(self) -> float:
        """The least font size in px, readable where the picture is ON_PAPER cm wide. It is whole: text is sharper
        then."""
        return ceil(_READ / 72 * 2.54 / ON_PAPER * self.width)


PAGE: Final = Size("page", 1200, 675, 1200 * _A4, font_scale=1.0625)
REPORT: Final = replace(PAGE, id="report", brief=True)
WIDE: Final = Size("wide", 1200, 675, 675, font_scale=1.0625)
SQUARE: Final = Size("square", 1080, 1080, 1080, font_scale=1.1875)
PLAIN: Final = Size("plain", 1200, 0, 1200 * _A4, pad=24, framed=False)
SIZES: Final[dict[str, Size]] = {size.id: size for size in (PAGE, REPORT, WIDE, SQUARE, PLAIN)}
"""The first is the usual one."""
