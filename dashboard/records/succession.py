"""What became of a unit and what it came from, in words and as the places of a data set that stand in its line."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import date, timedelta

from dashboard.language.words import Language, word
from dashboard.records.models.locality import Level
from dashboard.records.unit import TYPES, Part, Unit
from dashboard.records.unit_labels import dated, in_sentence, path
from dashboard.records.units import DISTRICTS_ENDED, Units

Named = Callable[[Unit, str], str]
"""What stands for a unit in a sentence: given it, and what it is called there."""


def _as_called(unit: Unit, called: str) -> str:  # noqa: ARG001  as a link it is not only called
    return called


def became(unit: Unit, units: Units, language: Language, named: Named = _as_called) -> str:
    """What it became when it ended, and each other type that it had: with day and resolution; "" for nothing."""
    said = [
        word("unit_type", language, day=dated(state.start[:10], language), type=_type(state.type, language),
             by=_by([state.begun_by], language))
        for state in unit.states[1:]
    ]  # fmt: skip
    if not unit.until:
        return " ".join(said)
    parts = units.became(unit.id)
    after = _after(unit.until, language)
    by = _by(dict.fromkeys(part.by for part in parts), language)
    places = joined([part.unit for part in parts], units, language, named)
    if not parts:
        said.append(word("unit_ended", language, day=after))
    elif unit.level is Level.DISTRICT and unit.until == DISTRICTS_ENDED:
        said.append(word("unit_district_ended", language, day=after, places=places, by=by))
    elif len(parts) > 1:
        said.append(word("unit_divided", language, day=after, places=places, by=by))
    else:
        said.append(word(_as_one(parts[0], units), language, day=after, places=places, by=by))
    return " ".join(said)


def came_from(unit: Unit, units: Units, language: Language, named: Named = _as_called) -> str:
    """The units that it was made of or took in, whole or in part, with the resolutions; "" where none is known."""
    parts = units.came_from(unit.id)
    said = []
    for key, whole in (("unit_all_of", True), ("unit_part_of", False), ("unit_some_of", None)):
        of = [part.unit for part in parts if part.whole is whole]
        if of:
            said.append(word(key, language, places=joined(of, units, language, named)))
    return "; ".join(said) + _by(dict.fromkeys(part.by for part in parts), language) if said else ""


def belongs(unit: Unit, units: Units, language: Language) -> str:
    """What a former unit now belongs to, in short: "nay thuộc tỉnh Phú Thọ"; "" for one that still is, or not known."""
    if not unit.until:
        return ""
    now = units.now(unit.id)
    if len(now) == 1 and now[0].unit.parent:
        return word("unit_now_in", language, place=in_sentence(now[0].unit, units, language))
    said = ", ".join(in_sentence(one, units, language, alone=True) for one in provinces_now(unit.id, units))
    return word("unit_now_in", language, place=said) if said else ""


def provinces_now(id: str, units: Units) -> list[Unit]:
    """Today's provinces that a unit lies in, each once; none where no list says what became of it."""
    return list(dict.fromkeys(_province(part.unit, units) for part in units.now(id)))


def kin(unit: Unit, units: Units, known: Collection[str]) -> list[str]:
    """Of the places known those that say something of a unit: it, what it came from and became, and what is in these.

    Also the districts that lay where a commune is: what it was made of was theirs.
    """
    line = {unit.id: unit}
    for step in (lambda id: _before(id, units), units.became):
        pending = [unit]
        while pending:
            for part in step(pending.pop().id):
                if part.unit.id not in line:
                    line[part.unit.id] = part.unit
                    pending.append(part.unit)
    return [id for id in known if id in line or any(f"{id}.".startswith(f"{one}.") for one in line)]


def _before(id: str, units: Units) -> list[Part]:
    found = {part.unit.id: part for part in units.came_from(id)}
    for part in list(found.values()):
        around = units.get(part.unit.parent or "")
        if part.unit.level is Level.COMMUNE and around and around.level is Level.DISTRICT and around.until:
            found.setdefault(around.id, Part(around, False, part.by))
    return list(found.values())


def _as_one(into: Part, units: Units) -> str:
    """The words for what became part of one unit, or that unit."""
    if into.whole:
        return "unit_became" if len(units.came_from(into.unit.id)) > 1 else "unit_renamed"
    return "unit_unsure" if into.whole is None else "unit_partly"


def _province(unit: Unit, units: Units) -> Unit:
    return units[unit.id.partition(".")[0]]


def joined(of: Iterable[Unit], units: Units, language: Language, named: Named = _as_called) -> str:
    """Units in a sentence, those of one parent together: "xã Trường Sơn, xã Ninh Châu (Quảng Trị)"."""
    groups: dict[str | None, list[Unit]] = {}
    for one in of:
        groups.setdefault(one.parent, []).append(one)
    said = []
    for parent, members in groups.items():
        if parent is None:
            said += [named(one, _province_called(one, units, language)) for one in members]
            continue
        called = ", ".join(named(one, in_sentence(one, units, language, alone=True)) for one in members)
        said.append(f"{called} ({path(members[0], units, language)})")
    return "; ".join(said) if any(groups) else ", ".join(said)


def _province_called(unit: Unit, units: Units, language: Language) -> str:
    """A province, "mới" where one of its name was before."""
    called = in_sentence(unit, units, language, alone=True)
    again = unit.start and any(other.until and other.until[-10:] < unit.start[:10] for other in units.namesakes(unit))
    return word("unit_new", language, unit=called) if again else called


def _after(until: str, language: Language) -> str:
    """The day after the last one; where only two days are known between which it was, both."""
    if "/" in until:
        return word("unit_between", language, first=dated(until[:10], language), last=dated(until[11:], language))
    return dated((date.fromisoformat(until) + timedelta(days=1)).isoformat(), language)


def _by(resolutions: Iterable[str], language: Language) -> str:
    said = ", ".join(filter(None, resolutions))
    return word("unit_by", language, by=said) if said else ""


def _type(kind: str, language: Language) -> str:
    return TYPES[kind][language]
