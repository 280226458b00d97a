"""The shapes in which a picture leaves the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Size:
    """A picture ``width`` px wide and at least ``least`` px high, with ``pad`` px free at both sides.

    ``framed``: with a header that says what it is, and a footer that says where it is from.
    """

    id: str
    width: float
    least: float
    pad: float = 44
    framed: bool = True

    @property
    def inner(self) -> float:
        """The width in which everything fits."""
        return self.width - 2 * self.pad


WIDE: Final = Size("wide", 1200, 675)
SQUARE: Final = Size("square", 1080, 1080)
PLAIN: Final = Size("plain", 1200, 0, pad=24, framed=False)
SIZES: Final[dict[str, Size]] = {size.id: size for size in (WIDE, SQUARE, PLAIN)}
