"""One administrative unit of Vietnam, its states in time, and its id.

A *unit* is one place under one name in one parent. Its type may change: a district made a town stays the unit that it
was. Each stretch of time with one type is a *state*. A unit that was renamed, merged, divided or moved into another
parent ended; what it became is another unit.

An id is the parent's id, a full stop, and the unit's own part: its name without accents ("quang-binh.quang-ninh").
The own part begins with the type if the name is a number ("ho-chi-minh.quan-10") or if another unit has that name at
the same time. It ends with the year in which the unit began if an earlier unit had it ("ha-noi.ba-dinh-2025"). What
the name alone does not give is written in the file, so no id changes when a unit is added.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from dashboard.language.vietnamese import search_key
from dashboard.records.models.fields import Text
from dashboard.records.models.locality import Level

TYPES = {
    "T": Text(vi="tỉnh", en="Province"), "TP": Text(vi="thành phố", en="City"),
    "Q": Text(vi="quận", en="District"), "H": Text(vi="huyện", en="District"), "TX": Text(vi="thị xã", en="Town"),
    "P": Text(vi="phường", en="Ward"), "X": Text(vi="xã", en="Commune"), "TT": Text(vi="thị trấn", en="Township"),
    "ĐK": Text(vi="đặc khu", en="Special Zone"),
}  # fmt: skip
SHORT_TYPES = {"thành phố": "TP", "thị xã": "TX", "thị trấn": "TT"}
"""The types that have a short form before a name: TP Hạ Long."""


class State(NamedTuple):
    """A stretch of a unit's time with one type, and the resolutions that began and ended it ("" if not known)."""

    type: str
    start: str
    until: str
    begun_by: str
    ended_by: str


@dataclass(frozen=True, slots=True)
class Unit:
    """One place under one name in one parent."""

    id: str
    code: str
    name: str
    level: Level
    parent: str | None
    states: tuple[State, ...]

    @property
    def start(self) -> str:
        """The day on which it began, as in the file; "" if not known."""
        return self.states[0].start

    @property
    def until(self) -> str:
        """The last day of its time, as in the file; "" if it still exists."""
        return self.states[-1].until

    @property
    def type(self) -> Text:
        """Its type now, or its last one."""
        return TYPES[self.states[-1].type]

    def type_on(self, day: str) -> Text:
        """Its type on a day; before its time its first type, after it its last one."""
        return TYPES[next((one.type for one in reversed(self.states) if one.start[:10] <= day), self.states[0].type)]

    def existed(self, first: str, last: str | None = None) -> bool:
        """Whether it may have existed on some day from ``first`` to ``last`` (None: on ``first`` itself)."""
        return self.start[:10] <= (last or first) and first <= (self.until[-10:] or "9999")


class Part(NamedTuple):
    """A unit that another one became, or came from.

    ``whole``: whether all of the earlier unit went into the later one; None if no list says.
    """

    unit: Unit
    whole: bool | None
    by: str
    """The resolution that did it; "" if not known."""


def own_id(kind: str, name: str) -> str:
    """The own part of a unit's id, as far as its name gives it: "Bà Rịa - Vũng Tàu" → "ba-ria-vung-tau"."""
    plain = _SIGNS.sub("-", search_key(name)).strip("-")
    return f"{_SIGNS.sub('-', search_key(TYPES[kind].vi))}-{plain}" if name.isdecimal() else plain


_SIGNS = re.compile("[^a-z0-9]+")
