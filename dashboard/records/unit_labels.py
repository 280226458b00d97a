"""What a unit of the list is called: with its type and all that is around it, and from when or until when it was, where
another had its name there before or after it: "Xã Quảng Ninh (Quảng Trị)", "Tỉnh Phú Thọ (từ 1/7/2025)".
"""

from __future__ import annotations

from dashboard.language.dates import Period
from dashboard.language.words import Language, word
from dashboard.records.unit import SHORT_TYPES, Unit
from dashboard.records.units import Units


def full(unit: Unit, units: Units, language: Language) -> str:
    """As a heading has it: "Huyện Quảng Ninh (Quảng Bình)", "Quảng Ninh District (Quảng Bình)"."""
    return _with(unit, units, language, _typed(unit, language))


def in_sentence(unit: Unit, units: Units, language: Language, alone: bool = False) -> str:
    """Inside a sentence: "huyện Quảng Ninh (Quảng Bình)"; ``alone``: without what is around it."""
    typed = _typed(unit, language)
    said = typed[:1].lower() + typed[1:] if language == "vi" else typed
    return said if alone else _with(unit, units, language, said)


def _with(unit: Unit, units: Units, language: Language, typed: str) -> str:
    said = [*filter(None, (path(unit, units, language), _told_apart(unit, units, language)))]
    return f"{typed} ({', '.join(said)})" if said else typed


def path(unit: Unit, units: Units, language: Language) -> str:
    """What is around it, the nearest first: "TP Hạ Long, Quảng Ninh"; "" for a province."""
    said = []
    for one in units.around(unit):
        urban = one.name.isdecimal() or one.type.vi in SHORT_TYPES
        said.append(_typed(one, language, short=True) if urban and one.parent else one.name)
    return ", ".join(said)


def _told_apart(unit: Unit, units: Units, language: Language) -> str:
    """When it was, where that tells it from another of its name and type in a place of that name; else ""."""
    return era(unit, language) if any(other.type == unit.type for other in units.namesakes(unit)) else ""


def era(unit: Unit, language: Language) -> str:
    """Until when it was, or since when it is: "đến 30/06/2025"; "" where neither is known."""
    key, day = ("unit_until", unit.until[-10:]) if unit.until else ("unit_from", unit.start[:10])
    return word(key, language, day=dated(day, language)) if day else ""


def dated(day: str, language: Language) -> str:
    """A day of the list in words; "" for one that is not known."""
    return Period.parse(day).label(language) if day else "?"


def _typed(unit: Unit, language: Language, short: bool = False) -> str:
    if language != "vi":
        kind = unit.type.en
        return f"{kind} {unit.name}" if unit.name.isdecimal() else f"{unit.name} {kind}"
    kind = unit.type.vi
    return f"{SHORT_TYPES.get(kind, kind.capitalize()) if short else kind.capitalize()} {unit.name}"
