"""The shapes in which a picture leaves the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Size:
    """A picture ``width`` px wide and at least ``least`` px high, with ``pad`` px free at both sides.

    ``framed``: with a header that says what it is, and a footer that says where it is from, whose words are ``letter``
    times their usual size: in a report the picture is about 16 cm wide, and what is 17 px of 1,200 there is 6.5 pt.
    """

    id: str
    width: float
    least: float
    pad: float = 44
    framed: bool = True
    letter: float = 1.0

    @property
    def inner(self) -> float:
        """The width in which everything fits."""
        return self.width - 2 * self.pad


WIDE: Final = Size("wide", 1200, 675, letter=1.0625)
SQUARE: Final = Size("square", 1080, 1080, letter=1.1875)
PLAIN: Final = Size("plain", 1200, 0, pad=24, framed=False)
SIZES: Final[dict[str, Size]] = {size.id: size for size in (WIDE, SQUARE, PLAIN)}
