"""The sizes of texts and gaps in a chart."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Dimensions:
    """Sizes in px. Everything fits into the width ``inner``; ``pad`` stays free at both sides.

    ``scale`` multiplies all sizes; no text is smaller than ``least``. ``air``: extra height of each row, to fill a
    picture.
    """

    inner: float
    pad: float = 0
    scale: float = 1
    air: float = 0
    least: float = 0

    @property
    def name(self) -> float:
        """The size of a place's name, and of words in place of a bar."""
        return 15 * self.scale

    @property
    def small(self) -> float:
        """The size of text below or beside: dates, parents, numbers of sources."""
        return max(14 * self.scale, self.least)

    @property
    def value(self) -> float:
        """The size of the number after a bar."""
        return 16 * self.scale

    @property
    def number(self) -> float:
        """The size of a number that has no bar."""
        return min(20 + self.air / self.scale * 0.15, 32) * self.scale

    @property
    def bar(self) -> float:
        """How thick a bar is."""
        return min(20 + self.air / self.scale * 0.2, 44) * self.scale

    @property
    def gap(self) -> float:
        """The space between columns."""
        return 10 * self.scale

    def line(self, size: float) -> float:
        """The height of a line. Vietnamese capitals carry two marks and need the room."""
        return size * 1.4
