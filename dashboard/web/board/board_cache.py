"""A cache of boards: the charts of a view as the browser receives them.

A first visit, a reload, or a filter taken back then cost the server almost nothing.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from threading import Lock
from typing import Final

MOST: Final = 16 * 1024 * 1024
"""The most bytes in the cache, about a hundred large views. The least recently used go first."""


@dataclass(frozen=True)
class Board:
    """What the browser receives (``payload.packed``), the number of charts, and the titles of those without a
    figure."""

    data: bytes
    charts: int
    empty: tuple[str, ...]


class BoardCache:
    """The boards of one version of the data. Safe to use from several threads."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, Board] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], Board]) -> Board:
        """The cached board, else the one that ``make`` makes; two threads that ask at once may both make it."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = make()
        with self._lock:
            self._kept[key] = made
            self._kept.move_to_end(key)
            while sum(len(board.data) for board in self._kept.values()) > self._most:
                self._kept.popitem(last=False)
        return made
