"""The charts of a view as the browser takes them: made once for each state of the data, whoever asks.

A first visit, a reload, and a filter taken back then cost the server next to nothing.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from threading import Lock
from typing import Final

MOST: Final = 16 * 1024 * 1024
"""Bytes that are kept, a hundred views of the whole: what was not asked for longest goes first."""


@dataclass(frozen=True)
class Board:
    """What the board is given (``board.packed``), how many charts that are, and the titles of those with no figure."""

    data: bytes
    charts: int
    empty: tuple[str, ...]


class BoardCache:
    """The boards of one state of the data. May be asked from several threads at once."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, Board] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], Board]) -> Board:
        """The board kept under ``key``, or the one that ``make`` makes; two who ask at once may both make it."""
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
