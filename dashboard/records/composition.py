"""The units that a unit of today was on some day of the past, where the list of units says it without a doubt."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from enum import Enum
from typing import Final, NamedTuple

from dashboard.records.models.locality import Level
from dashboard.records.unit import Unit
from dashboard.records.units import DISTRICTS_ENDED, Units

KNOWN_SINCE: Final = {Level.PROVINCE: "2008-08-01", Level.DISTRICT: "2017-10-15", Level.COMMUNE: "2017-10-15"}
"""The first day from which on the list has every change of a level (data/units.README.md)."""


class GapKind(Enum):
    """Why a unit was no set of whole units, as far as the list says."""

    PART = "part"  # some units went into it only in part
    UNSURE = "unsure"  # some may have gone into it only in part
    UNKNOWN = "unknown"  # it does not say what went into it
    EARLIER = "earlier"  # it is not complete for that time


class Gap(NamedTuple):
    """That a unit was no set of whole units, and the units because of which."""

    kind: GapKind
    units: tuple[Unit, ...]


def composition(unit: Unit, units: Units, first: date, last: date) -> tuple[Unit, ...] | Gap:
    """The units that together were all of a unit, and nothing else, on every day from ``first`` to ``last``.

    In the order of the file; the unit itself if it was there then. Each went into the unit as a whole, by one step or
    several. Boundaries that moved while name and code stayed are not in the list.
    """
    begin, end = first.isoformat(), last.isoformat()
    if begin < KNOWN_SINCE[unit.level]:
        return Gap(GapKind.EARLIER, (unit,))
    found: dict[str, Unit] = {}
    pending = [unit]
    while pending:
        one = pending.pop(0)
        if one.id in found:
            continue
        there = one.start[-10:] <= begin and end <= (one.until[:10] or "9999")
        before = [part for part in units.came_from(one.id) if part.unit.until[-10:] >= begin]
        if not (there or before) or any(_vanished(one, units, begin)):
            return Gap(GapKind.UNKNOWN, (one,))
        if one.level is not unit.level:
            return Gap(GapKind.UNKNOWN, (one,))
        if there:
            found[one.id] = one
        for kind, whole in ((GapKind.PART, False), (GapKind.UNSURE, None)):
            if of := tuple(part.unit for part in before if part.whole is whole):
                return Gap(kind, of)
        pending += [part.unit for part in before]
    return tuple(found.values())


def _vanished(unit: Unit, units: Units, begin: str) -> Iterator[bool]:
    """For each neighbour that ended since a day and of which no list says what it became: it may have gone there."""
    if unit.level is not Level.COMMUNE or unit.until != DISTRICTS_ENDED or not unit.parent:
        return
    for other in units.inside(unit.parent):
        if begin <= other.until[-10:] < DISTRICTS_ENDED:
            yield not units.became(other.id)


def made_of(places: Collection[str], units: Units) -> list[Unit]:
    """The units of today that some places, given by id, together were all of at some time before.

    Districts are left out: today there is no unit of their level.
    """
    found: dict[str, Unit] = {}
    for id in places:
        unit = units.get(id)
        while unit and unit.until and unit.level is not Level.DISTRICT:
            after = units.became(unit.id)
            unit = after[0].unit if len(after) == 1 and after[0].whole else None
            if unit and not unit.until:
                found[unit.id] = unit
    return [unit for unit in found.values() if _complete(unit, units, places)]


def _complete(unit: Unit, units: Units, places: Collection[str]) -> bool:
    parts = units.came_from(unit.id)
    return bool(parts) and all(
        part.whole is True and (part.unit.id in places or _complete(part.unit, units, places)) for part in parts
    )
