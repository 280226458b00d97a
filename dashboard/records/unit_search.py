"""Finds the units that a name may mean: "Q.3", "huyện Quảng Ninh, tỉnh Quảng Bình", "Ba Dinh (mới)".

A type may stand before the name, in full or in short, or in English behind it. The units around it may follow, after
commas, in brackets or after "thuộc". "mới" and "cũ" say on which side of 1/7/2025 it is meant. Accents may be missing;
if they are there, they count. The search never chooses: it returns every unit that the name may mean.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from dashboard.language.dates import Period
from dashboard.language.vietnamese import INVISIBLE, fold, same_name, search_key
from dashboard.records.models.locality import RANK
from dashboard.records.unit import TYPES, Unit
from dashboard.records.units import Units

LONGEST = 200
"""Most characters of a name; a longer text finds nothing."""
MOST = 40
"""Most units that are returned."""
_NAME_WORD = re.compile(r"[\w'’]+")
_MOST_WORDS, _LONGEST_NAME = 6, 40
_BEGINNINGS = 2000
"""Most names beginning with what was typed that are looked at."""

_SHORT = {"T": "t", "TP": "tp", "Q": "q", "H": "h", "TX": "tx", "P": "p", "X": "x", "TT": "tt", "ĐK": "đk"}
_WORDS = {same_name(text.vi): kind for kind, text in TYPES.items()} | {short: kind for kind, short in _SHORT.items()}
_TYPED = re.compile(
    rf"({'|'.join(sorted((re.escape(word) for word in _WORDS), key=len, reverse=True))})(?:\.\s*|\s+|(?=[0-9]))(.+)"
)
_PLAIN_TYPED = re.compile(
    rf"({'|'.join(sorted({re.escape(search_key(word)) for word in _WORDS}, key=len, reverse=True))})"
    r"(?:\.\s*|\s+|(?=[0-9]))(.+)"
)
_PLAIN = {search_key(word): kind for word, kind in _WORDS.items()}
_ENGLISH: dict[str, frozenset[str]] = {}
for _type, _text in TYPES.items():
    _ENGLISH[_text.en.casefold()] = _ENGLISH.get(_text.en.casefold(), frozenset()) | {_type}
_ENGLISH["municipality"] = frozenset({"TP"})
_ENGLISH_TYPED = re.compile(rf"(.+?)\s+({'|'.join(sorted(_ENGLISH, key=len, reverse=True))})", re.IGNORECASE)
_PARTS = re.compile(r"[,;()\[\]]|\s+(?:thuộc|thuoc)\s+|\s+[-–—]\s+(?=(?:tỉnh|tinh|huyện|huyen|tp|thành phố)\b)")
_ERA = re.compile(r"\b(mới|moi|cũ|cu|new|former)$")
_SIGNS = re.compile("[^a-z0-9|]+")
_OTHER_NAMES = {
    "hcm": "ho chi minh", "tphcm": "ho chi minh", "tp hcm": "ho chi minh", "bac can": "bac kan", "dac lac": "dak lak",
    "daklak": "dak lak", "dac nong": "dak nong", "daknong": "dak nong", "kontum": "kon tum",
}  # fmt: skip
"""Other spellings of provinces in articles."""


@dataclass(frozen=True)
class Found:
    """The units that a name may mean, the largest first.

    ``then``: whether they existed at the time asked for; if none did, ``units`` are those of other times.
    ``written``: whether their names have the accents as written, or none were written.
    """

    units: tuple[Unit, ...] = ()
    then: bool = False
    written: bool = False

    @property
    def unit(self) -> Unit | None:
        """The unit that it means, if there is only one, spelled so and existing then; else None."""
        return self.units[0] if len(self.units) == 1 and self.then and self.written else None


class _Named(NamedTuple):
    """A possible name, and the types that it may have (None: any)."""

    name: str
    types: frozenset[str] | None


class Finder:
    """Finds units of a list by name."""

    def __init__(self, units: Units) -> None:
        self.units = units

    def find(self, asked: str, date: Period | None = None) -> Found:
        """The units that ``asked`` may mean, at a date if one is given."""
        text = INVISIBLE.sub("", asked[: LONGEST + 1])
        if len(text) > LONGEST:
            return Found()
        segments = [one.strip(" .") for one in _PARTS.split(fold(text)) if one.strip(" .")]
        after = before = False
        kept = []
        for segment in segments:
            era = _ERA.search(segment.casefold())
            if era and not self._is_name(segment):
                after |= era[1] in ("mới", "moi", "new")
                before |= era[1] in ("cũ", "cu", "former")
                segment = segment[: era.start()].strip() if era.start() else ""
            if segment:
                kept.append(segment)
        if not kept:
            return Found()
        units, written = self._meant(kept, date)
        then = bool(units)
        if not then:
            units, written = self._meant(kept, None)
        if after:
            units = [one for one in units if not one.until]
        if before:
            units = [one for one in units if one.until]
        units.sort(key=lambda one: (RANK[one.level], one.until or "9999", one.id))
        return Found(tuple(units[:MOST]), then and bool(units), written and bool(units))

    def _is_name(self, segment: str) -> bool:
        """Whether a unit bears a name as it is written, so that its last word is no "mới" or "cũ": Chợ Mới."""
        return any(next(self._named(reading.name), None) for reading in _readings(segment))

    def like(self, asked: str, most: int) -> list[Unit]:
        """The units whose name is what was typed, or begins with it: the whole name first, then those of today, the
        largest; at most so many."""
        text = INVISIBLE.sub("", asked[:LONGEST])
        segments = [one.strip(" .") for one in _PARTS.split(fold(text)) if one.strip(" .")]
        if not segments:
            return []
        around = [list(_readings(segment)) for segment in segments[1:]]
        found: dict[int, tuple[bool, _Named]] = {}
        for reading in _readings(segments[0]):
            key = _key(reading.name)
            at = bisect_left(self._sorted, key) if key else len(self._sorted)
            for name in self._sorted[at : at + _BEGINNINGS]:
                if not name.startswith(key):
                    break
                for number in self._names[name]:
                    if name == key or number not in found:
                        found[number] = (name == key, reading)
        accents = search_key(segments[0]) != same_name(segments[0])
        fitting = []
        for number, (whole, reading) in found.items():
            unit = self.units.at(number)
            if _is(unit, reading, None) and all(self._within(unit, one) for one in around):
                inexact = accents and not _spelt(unit.name).startswith(_spelt(reading.name))
                rank = (not whole, inexact, bool(unit.until), RANK[unit.level], unit.id)
                fitting.append((rank, unit))
        return [unit for _, unit in sorted(fitting, key=lambda one: one[0])[:most]]

    def named_in(self, text: str, date: Period | None) -> list[Unit]:
        """The units whose names stand in a text, capitalised as names are; with those around them.

        One that lies in another is left out where the text names none of those around it, unless it stands there
        behind its type and is the only one of that type and name.
        """
        found: dict[str, Unit] = {}
        typed: dict[str, list[str]] = {}
        words = list(_NAME_WORD.finditer(text))
        for at, first in enumerate(words):
            if not (first[0][0].isupper() or first[0].isdecimal()):
                continue
            for last in words[at : at + _MOST_WORDS]:
                name = text[first.start() : last.end()]
                if len(name) > _LONGEST_NAME or "\n" in name:
                    break
                for unit in self._named(name):
                    if _spelt(unit.name) != _spelt(name) or not unit.existed(*_days(date)):
                        continue
                    kinds = "|".join(re.escape(TYPES[state.type].vi) for state in unit.states)
                    behind = re.search(rf"(?:{kinds})\s+$", text[: first.start()][-20:], re.IGNORECASE)
                    if behind:
                        typed.setdefault(f"{unit.type.vi} {unit.name}", []).append(unit.id)
                    if behind or not unit.name.isdecimal():
                        found[unit.id] = unit
        alone = {id for ids in typed.values() if len(set(ids)) == 1 for id in ids}
        meant: set[str] = set()
        kept: dict[str, Unit] = {}
        for unit in sorted(found.values(), key=lambda one: one.id.count(".")):  # those around a unit before it
            around = self.units.around(unit)
            if not around or unit.id in alone or any(one.id in meant for one in around):
                meant.add(unit.id)
                kept |= {one.id: one for one in (unit, *around)}
        return list(kept.values())

    def warm(self) -> None:
        """Make what a first search would have to."""
        _ = self._sorted

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._names)

    def _meant(self, segments: list[str], date: Period | None) -> tuple[list[Unit], bool]:
        """The units at a date that the first segment may name, inside units that the others may; ``Found.written``."""
        around = [list(_readings(segment)) for segment in segments[1:]]
        found: dict[str, tuple[bool, Unit]] = {}
        for reading in _readings(segments[0]):
            for unit in self._named(reading.name):
                if (
                    unit.existed(*_days(date))
                    and _is(unit, reading, date)
                    and all(self._within(unit, one) for one in around)
                ):
                    exact = _spelt(unit.name) == _spelt(reading.name) or _key(reading.name) in _OTHER_NAMES
                    found[unit.id] = (exact or found.get(unit.id, (False,))[0], unit)
        exactly = [unit for exact, unit in found.values() if exact]
        if search_key(segments[0]) == same_name(segments[0]):  # no accents: they may be any
            return [unit for _, unit in found.values()], True
        return exactly or [unit for _, unit in found.values()], bool(exactly)

    def _named(self, name: str) -> Iterator[Unit]:
        key = _key(name)
        for number in self._names.get(_OTHER_NAMES.get(key, key), ()):
            yield self.units.at(number)

    def _within(self, unit: Unit, readings: list[_Named]) -> bool:
        """Whether one of the units around a unit fits one of the readings."""
        for parent in self.units.around(unit):
            key = _key(parent.name)
            if any(key == _OTHER_NAMES.get(one := _key(reading.name), one) and _is(parent, reading, None)
                   for reading in readings):  # fmt: skip
                return True
        return False

    @cached_property
    def _names(self) -> dict[str, list[int]]:
        """The numbers of the units, by the key of their name."""
        names = self.units.names()
        keys = _keys(names.values())
        found: dict[str, list[int]] = {}
        for number, key in zip(names, keys, strict=True):
            found.setdefault(key, []).append(number)
        return found


def _keys(names: Iterable[str]) -> list[str]:
    joined = search_key("|".join(names))
    return [one.strip() for one in _SIGNS.sub(" ", joined).replace("y", "i").split("|")]


def _key(name: str) -> str:
    """A name without accents, signs and case, i and y alike (Mỹ, Mĩ), a number without zeros before it."""
    key = _keys([name.replace("|", " ")])[0]
    return str(int(key)) if key.isdecimal() and len(key) < 4 else key


def _spelt(name: str) -> str:
    """A name with its accents, as far as they tell one from another: y is i, Đăk and Đắc are Đắk; 03 is 3."""
    if name.isdecimal():
        return str(int(name))
    return _SAME.sub(" ", _DAK.sub("đắk", same_name(name).translate(_I))).strip()


_DAK = re.compile(r"\bđ[aăắâ][kc]\b")
_I = str.maketrans("yỳỷỹýỵ", "iìỉĩíị")
_SAME = re.compile(r"[\s'’.–—-]+")


def _readings(segment: str) -> Iterator[_Named]:
    """The readings of a segment: a bare name, a type and a name, a name and its type in English."""
    yield _Named(segment, None)
    small = segment.casefold()
    typed = _TYPED.fullmatch(small)
    if typed:
        yield _Named(segment[typed.start(2) :], frozenset({_WORDS[typed[1]]}))
    elif typed := _PLAIN_TYPED.fullmatch(small):
        yield _Named(segment[typed.start(2) :], frozenset({_PLAIN[typed[1]]}))
    if english := _ENGLISH_TYPED.fullmatch(segment):
        yield _Named(english[1], _ENGLISH[english[2].casefold()])
    if english := re.fullmatch(r"(district|ward)\s+([0-9]{1,2})", small):
        yield _Named(english[2], _ENGLISH[english[1]])


def _is(unit: Unit, reading: _Named, date: Period | None) -> bool:
    """Whether a unit was of one of the types at that time, or at any; a number is a name only behind its type."""
    if reading.types is None:
        return not unit.name.isdecimal()
    first, last = _days(date)
    return any(one.type in reading.types for one in unit.states
               if one.start[:10] <= last and first <= (one.until[-10:] or "9999"))  # fmt: skip


def _days(date: Period | None) -> tuple[str, str]:
    """The first and last day of a date, as text."""
    if date is None or not date.dated:
        return "", "9999"
    return (date.start.isoformat() if date.start else ""), (date.end.isoformat() if date.end else "9999")
