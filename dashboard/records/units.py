"""All administrative units of Vietnam, then and now: what ``data/units.tsv`` says (data/units.README.md).

A *unit* is one place under one name in one parent; its type may change (a district made a town stays the unit that it
was), and each stretch with one type is a *state*. A unit that was renamed, merged, divided or moved into another
parent ended: what it ``became`` is another unit, and so ``came_from`` it. A code means one unit at a time.

An id is the parent's id, a full stop, and the unit's own part: its name without accents ("quang-binh.quang-ninh"),
with its type before it where the name is a number ("ho-chi-minh.quan-10") or another unit has that name at the same
time, with the year in which it began behind it where an earlier one had it ("ha-noi.ba-dinh-2025"). What the name
alone does not give is written in the file, so no id changes because another unit is added.

Reading looks at each line and keeps it; all else is worked out for the units that are asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from dashboard.language.bilingual import Both
from dashboard.language.vietnamese import search_key
from dashboard.records.models import Level, Text
from dashboard.records.problems import MOST, Problem, more

FILE = "data/units.tsv"
COLUMNS = ("code", "type", "name", "parent", "from", "until", "became", "begun_by", "ended_by", "id")
MOST_BYTES, MOST_ROWS = 4_000_000, 60_000
"""More than three times what all units since 2017 need."""
DISTRICTS_ENDED = "2025-06-30"
"""The last day of the district level, and of the communes and merged provinces before Resolution 202/2025/QH15."""

TYPES = {
    "T": Text(vi="tỉnh", en="Province"), "TP": Text(vi="thành phố", en="City"),
    "Q": Text(vi="quận", en="District"), "H": Text(vi="huyện", en="District"), "TX": Text(vi="thị xã", en="Town"),
    "P": Text(vi="phường", en="Ward"), "X": Text(vi="xã", en="Commune"), "TT": Text(vi="thị trấn", en="Township"),
    "ĐK": Text(vi="đặc khu", en="Special Zone"),
}  # fmt: skip
_LEVELS = {2: Level.PROVINCE, 3: Level.DISTRICT, 5: Level.COMMUNE}

_DAY = r"[12][0-9]{3}-[01][0-9]-[0-3][0-9]"
_WHEN = rf"(?:{_DAY}(?:/{_DAY})?)?"
_CODES = r"(?:[0-9]{2,5}\??(?:,[0-9]{2,5}\??)*+)?"
_BY = r"(?:[0-9]{1,4}/[0-9A-ZĐ/-]{2,20})?"
_CELLS = (
    r"(?:[0-9]{2,3}|[0-9]{5})", f"(?:{'|'.join(sorted(TYPES, key=len, reverse=True))})", r"[^\t\r\n]{1,60}",
    r"(?:[0-9]{2,3})?", _WHEN, _WHEN, _CODES, _BY, _BY, r"(?:[a-z0-9]+(?:-[a-z0-9]+)*+)?",
)  # fmt: skip
_OPTIONAL = "".join(rf"(?:\t{cell}" for cell in _CELLS[3:]) + ")?" * len(_CELLS[3:])
_LINE = re.compile("\t".join(_CELLS[:3]) + _OPTIONAL)
_LINES = re.compile(rf"(?>{_LINE.pattern}\n)*+")


class Row(NamedTuple):
    """A line of the file: a unit in one state. Days as text, or two with "/" between which it was; "" is open."""

    code: str
    type: str
    name: str
    parent: str
    start: str
    until: str
    became: str
    begun_by: str
    ended_by: str
    own: str

    @property
    def first(self) -> str:
        """The earliest day on which it may have begun; sorts as text."""
        return self.start[:10]

    @property
    def last(self) -> str:
        """The latest day on which it may have ended; sorts as text."""
        return self.until[-10:] or "9999"

    @property
    def surely(self) -> tuple[str, str]:
        """The days between which it certainly was."""
        return self.start[-10:], self.until[:10] or "9999"


class State(NamedTuple):
    """A stretch of a unit's time with one type, and the resolutions that began and ended it ("": not known)."""

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
        """Since when, as in the file; "" where that is not known."""
        return self.states[0].start

    @property
    def until(self) -> str:
        """Until when, as in the file; "" where it still is."""
        return self.states[-1].until

    @property
    def type(self) -> Text:
        """What it is, or was in the end."""
        return TYPES[self.states[-1].type]

    def type_on(self, day: str) -> Text:
        """What it was on a day; where that is before or after its time, at that end of it."""
        return TYPES[next((one.type for one in reversed(self.states) if one.start[:10] <= day), self.states[0].type)]

    def was(self, first: str, last: str | None = None) -> bool:
        """Whether it was there at some time from one day to another; where its own days are not known, it may be."""
        return self.start[:10] <= (last or first) and first <= (self.until[-10:] or "9999")


class Part(NamedTuple):
    """A unit that another went into, or came from.

    ``whole``: whether all of the earlier of the two went into the later; None where no list says.
    """

    unit: Unit
    whole: bool | None
    by: str
    """The resolution, "" where it is not known."""


def own_id(kind: str, name: str) -> str:
    """What the name alone gives as a unit's own part of its id: "Bà Rịa - Vũng Tàu" → "ba-ria-vung-tau"."""
    plain = _SIGNS.sub("-", search_key(name)).strip("-")
    return f"{_SIGNS.sub('-', search_key(TYPES[kind].vi))}-{plain}" if name.isdecimal() else plain


_SIGNS = re.compile("[^a-z0-9]+")


class Units:
    """The units of a file. What is wrong with lines is in ``problems``; ``misfits`` looks at all of them together.

    A unit is known in here by the number of its first row.
    """

    def __init__(self, lines: Sequence[str], places: Sequence[int] = (), problems: Sequence[Problem] = ()) -> None:
        self.problems = list(problems)
        self._lines = lines
        self._places = places or range(2, len(lines) + 2)
        self._rows: dict[int, Row] = {}
        self._of: dict[str, list[int]] = {}
        self._in: dict[str, list[int]] = {}
        for number, line in enumerate(lines):
            code, _, _, *rest = line.split("\t", 4)
            self._of.setdefault(code, []).append(number)
            self._in.setdefault(rest[0] if rest else "", []).append(number)
        self._inside: dict[int | None, dict[str, int]] = {}
        self._first: dict[int, int] = {}
        self._units: dict[int, Unit] = {}

    def _row(self, number: int) -> Row:
        row = self._rows.get(number)
        if row is None:
            cells = self._lines[number].split("\t")
            row = self._rows[number] = Row(*cells, *[""] * (len(COLUMNS) - len(cells)))
        return row

    def _unit(self, number: int) -> int:
        """The unit that a row is of: a state goes on in the next of the same name and parent, if it became nothing."""
        first = self._first.get(number)
        if first is None:
            last: dict[tuple[str, str], int] = {}
            for one in self._in_turn(self._row(number).code):
                row = self._row(one)
                before = last.get((row.name, row.parent))
                goes_on = before is not None and not self._row(before).became
                self._first[one] = self._first[before] if goes_on and before is not None else one
                last[row.name, row.parent] = one
            first = self._first[number]
        return first

    def _in_turn(self, code: str) -> list[int]:
        """The rows of a code, one after another."""
        numbers = self._of.get(code, [])
        return numbers if len(numbers) == 1 else sorted(numbers, key=lambda one: self._row(one).surely)

    def _states(self, unit: int) -> list[Row]:
        return [self._row(one) for one in self._in_turn(self._row(unit).code) if self._unit(one) == unit]

    def _home(self, number: int) -> int | None:
        """The unit around a row's: the one that its parent's code meant at that time."""
        row = self._row(number)
        around = self._of.get(row.parent, [])
        if len(around) == 1:
            return around[0]  # looked at most often: the communes of one district
        begun, ended = row.surely
        for one in around:
            first, last = self._row(one).surely
            if first <= ended and begun <= last:
                return self._unit(one)
        return None

    def _own(self, unit: int) -> str:
        row = self._row(unit)
        return row.own or own_id(row.type, row.name)

    def _children(self, unit: int | None) -> dict[str, int]:
        """The units in a unit, or the provinces, by their own part of the id."""
        found = self._inside.get(unit)
        if found is None:
            rows = self._in.get("" if unit is None else self._row(unit).code, [])
            units = dict.fromkeys(self._unit(one) for one in rows if unit is None or self._home(one) == unit)
            found = self._inside[unit] = {self._own(one): one for one in units}
        return found

    def _made(self, unit: int) -> Unit:
        made = self._units.get(unit)
        if made is None:
            home = self._home(unit)
            parent = self._made(home).id if home is not None else None
            states = self._states(unit)
            made = self._units[unit] = Unit(
                id=f"{parent}.{self._own(unit)}" if parent else self._own(unit),
                code=states[0].code,
                name=states[0].name,
                level=_LEVELS[len(states[0].code)],
                parent=parent,
                states=tuple(State(row.type, row.start, row.until, row.begun_by, row.ended_by) for row in states),
            )
        return made

    # --- what can be asked -----------------------------------------------------------------------------------------

    def get(self, id: str) -> Unit | None:
        """The unit of an id; None where there is none."""
        number = self._number(id)
        return None if number is None else self._made(number)

    def _number(self, id: str) -> int | None:
        number: int | None = None
        for part in id.split("."):
            number = self._children(number).get(part)
            if number is None:
                return None
        return number

    def __getitem__(self, id: str) -> Unit:
        unit = self.get(id)
        if unit is None:
            raise KeyError(id)
        return unit

    def __iter__(self) -> Iterator[Unit]:
        """All units, in the order of the file."""
        for number in range(len(self._lines)):
            if self._unit(number) == number:
                yield self._made(number)

    def names(self) -> dict[int, str]:
        """The name of each unit, by a number that ``at`` takes."""
        found = {}
        for numbers in self._of.values():
            for number in numbers if len(numbers) == 1 else dict.fromkeys(map(self._unit, numbers)):
                found[number] = self._lines[number].split("\t", 3)[2]
        return found

    def at(self, number: int) -> Unit:
        """The unit of a number of ``names``."""
        return self._made(number)

    def of_code(self, code: str, first: str = "", last: str = "9999") -> list[Unit]:
        """The units that a code means at some time between two days: several, where its meaning changed."""
        units = dict.fromkeys(self._unit(one) for one in self._of.get(code, []))
        return [one for one in map(self._made, units) if one.was(first, last)]

    def around(self, unit: Unit) -> list[Unit]:
        """The units around a unit, the nearest first."""
        found: list[Unit] = []
        while unit.parent:
            found.append(unit := self[unit.parent])
        return found

    def namesakes(self, unit: Unit) -> list[Unit]:
        """The other units of its name, of all times, in parents of one name."""
        parent = self.get(unit.parent) if unit.parent else None
        found = []
        for number in self._named.get(unit.name, ()):
            other = self._made(number)
            around = self.get(other.parent) if other.parent else None
            if other.id != unit.id and (around.name if around else "") == (parent.name if parent else ""):
                found.append(other)
        return found

    @cached_property
    def _named(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for number, name in self.names().items():
            found.setdefault(name, []).append(number)
        return found

    def inside(self, id: str) -> list[Unit]:
        """The units directly inside a unit, of all times; of "" the provinces."""
        number = self._number(id) if id else None
        return [] if id and number is None else [self._made(one) for one in self._children(number).values()]

    def became(self, id: str) -> list[Part]:
        """What a unit became when it ended: the units that it, or parts of it, went into; none where it still is.

        A district of 2025 became what its communes did. None also where no list says.
        """
        number = self._number(id)
        return [] if number is None else [self._part(one, whole, by) for one, whole, by in self._next(number)]

    def came_from(self, id: str) -> list[Part]:
        """What a unit was made of, or took in while it was: the units that went into it, whole or in part."""
        number = self._number(id)
        if number is None:
            return []
        found = dict.fromkeys(self._unit(one) for one in self._into.get(self._row(number).code, ()))
        return [self._part(one, whole, by) for one in found for into, whole, by in self._next(one) if into == number]

    def now(self, id: str) -> list[Part]:
        """The units of today that a unit now belongs to, wholly or in part; itself where it still is.

        A unit that ended before 2025 is followed from one to the next. Where no list says what became of it, none.
        """
        number = self._number(id)
        found: dict[int, tuple[bool | None, str]] = {}
        pending: list[tuple[int, bool | None, str]] = [] if number is None else [(number, True, "")]
        seen = set()
        while pending:
            at, whole, by = pending.pop(0)
            if not self._states(at)[-1].until:
                found.setdefault(at, (whole, by))
                continue
            if at in seen:
                continue
            seen.add(at)
            for into, wholly, resolution in self._next(at):
                both = False if False in (whole, wholly) else None if None in (whole, wholly) else True
                pending.append((into, both, resolution))
        if len(found) > 1:
            found = {one: (False if whole else whole, by) for one, (whole, by) in found.items()}
        return [self._part(at, whole, by) for at, (whole, by) in found.items()]

    def whole_set(self, id: str) -> list[Unit]:
        """The communes since 1/7/2025 that a unit before then is exactly: all theirs was in it; none where it isn't."""
        number = self._number(id)
        if number is None or self._states(number)[-1].until != DISTRICTS_ENDED:
            return []
        inside = set(self._communes(number))
        after = dict.fromkeys(one for commune in inside for one, _, _ in self._next(commune))
        for one in after:
            before = {self._unit(row) for row in self._into.get(self._row(one).code, ())
                      if self._row(row).until == DISTRICTS_ENDED}  # fmt: skip
            if not before <= inside:
                return []
        return [self._made(one) for one in after]

    def _part(self, number: int, whole: bool | None, by: str) -> Part:
        return Part(self._made(number), whole, by)

    def _communes(self, unit: int) -> Iterator[int]:
        """The communes in a unit at its end; the unit itself, where it is one or has none."""
        until = self._states(unit)[-1].until
        inside = [one for one in self._children(unit).values() if self._states(one)[-1].until == until]
        if not inside or (self._states(unit)[-1].became and len(self._row(unit).code) == 3):
            yield unit
        for one in inside:
            yield from self._communes(one)

    def _next(self, unit: int) -> list[tuple[int, bool | None, str]]:
        """What a unit became: which, whether wholly, by which resolution."""
        last = self._states(unit)[-1]
        if not last.until:
            return []
        if not last.became:
            if len(last.code) != 3 or last.until != DISTRICTS_ENDED:
                return []
            found: dict[int, str] = {}
            for commune in self._communes(unit):
                for one, _, by in self._next(commune) if commune != unit else ():
                    found.setdefault(one, by)
            return [(one, len(found) == 1, by) for one, by in found.items()]
        codes = last.became.split(",")
        after = []
        for code in codes:
            into = self._after(code.rstrip("?"), last)
            if into is not None:
                whole = None if code.endswith("?") else len(codes) == 1
                after.append((into, whole, last.ended_by or self._row(into).begun_by))
        return after

    def _after(self, code: str, row: Row) -> int | None:
        """The unit that a code meant when a row had ended."""
        end = row.last
        later = [one for one in self._of.get(code, ()) if self._row(one) != row and self._row(one).last > end]
        return self._unit(min(later, key=lambda one: self._row(one).surely)) if later else None

    @cached_property
    def _into(self) -> dict[str, list[int]]:
        """By code the rows of which something went into its unit."""
        found: dict[str, list[int]] = {}
        for number, row in enumerate(map(self._row, range(len(self._lines)))):
            for code in row.became.split(",") if row.became else ():
                found.setdefault(code.rstrip("?"), []).append(number)
        return found

    # --- what does not fit -----------------------------------------------------------------------------------------

    def misfits(self) -> Iterator[Problem]:
        """What is wrong with the lines together: a code or an id of two units, a parent or successor of none."""
        for numbers in self._of.values():
            in_turn = sorted(numbers, key=lambda one: self._row(one).surely)
            for one, other in pairwise(in_turn):
                if self._row(one).surely[1] >= self._row(other).surely[0]:
                    yield self._problem(other, 1, Both(
                        f"mã {self._row(other).code} đã là mã của {self._row(one).name} vào lúc ấy",
                        f"code {self._row(other).code} is that of {self._row(one).name} at the same time",
                    ))  # fmt: skip
        ids: dict[str, int] = {}
        for number, row in enumerate(map(self._row, range(len(self._lines)))):
            if bool(row.parent) == (len(row.code) == 2) or (row.parent and self._home(number) is None):
                yield self._problem(number, 4, Both(
                    f"{row.name} cần một đơn vị cấp trên có vào lúc ấy, không phải “{row.parent}”",
                    f"{row.name} needs a unit around it that was there then, not “{row.parent}”",
                ))  # fmt: skip
                continue
            for code in row.became.split(",") if row.became else ():
                if not row.until or self._after(code.rstrip("?"), row) is None:
                    yield self._problem(number, 7, Both(
                        f"{row.name} thành {code}, mà sau đó không có mã ấy",
                        f"{row.name} became {code}, which there was not after it",
                    ))  # fmt: skip
            if self._unit(number) == number and ids.setdefault(id := self._made(number).id, number) != number:
                line = self._places[ids[id]]
                yield self._problem(
                    number, 10, Both(f"id {id} đã là của dòng {line}", f"id {id} is that of line {line}")
                )

    def _problem(self, number: int, column: int, message: Both) -> Problem:
        at = len("\t".join(self._row(number)[: column - 1])) + (2 if column > 1 else 1)
        return Problem(FILE, self._places[number], at, message, _MAKE_AGAIN)


_MAKE_AGAIN = Both(
    "tệp này do tools/administrative_units.py tạo ra: sửa ở tools/units/ rồi chạy make units",
    "this file is made by tools/administrative_units.py: correct what is in tools/units/ and run make units",
)


def read(raw: bytes) -> Units:
    """The units of a file's bytes. Never raises: what can't be read is in ``problems``, the other lines are kept."""
    if len(raw) > MOST_BYTES:
        return Units([], [], [_whole(Both(f"lớn hơn {MOST_BYTES} byte", f"larger than {MOST_BYTES} bytes"))])
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return Units([], [], [_whole(Both("không phải UTF-8", "not UTF-8"))])
    head, _, body = text.partition("\n")
    if head.split("\t") != list(COLUMNS):
        message = Both("dòng đầu cần là các cột: ", "the first line must be the columns: ") + " ".join(COLUMNS)
        return Units([], [], [Problem(FILE, 1, 1, message, _MAKE_AGAIN)])
    if not body.endswith("\n") and body:
        body += "\n"
    lines = body.split("\n")[:-1]
    if len(lines) > MOST_ROWS:
        return Units([], [], [_whole(Both(f"quá {MOST_ROWS} dòng", f"more than {MOST_ROWS} lines"))])
    numbers: Sequence[int] = ()
    problems: list[Problem] = []
    if not _LINES.fullmatch(body):
        numbers = [number for number, line in enumerate(lines, 2) if _LINE.fullmatch(line)]
        problems = list(_unread(lines))
        lines = [lines[number - 2] for number in numbers]
    return Units(lines, numbers, problems)


def _unread(lines: Sequence[str]) -> Iterator[Problem]:
    """The lines that can't be read, each at the first cell that is not what its column holds."""
    told = 0
    bad = [number for number, line in enumerate(lines, 2) if not _LINE.fullmatch(line)]
    for number in bad[:MOST]:
        cells, at = lines[number - 2].split("\t"), 1
        wrong = len(COLUMNS)
        for column, cell in enumerate(cells[: len(COLUMNS)]):
            if not re.fullmatch(_CELLS[column], cell):
                wrong = column
                break
            at += len(cell) + 1
        name = COLUMNS[wrong] if wrong < len(cells) and wrong < len(COLUMNS) else ""
        shown = cells[wrong][:40] if name else ""
        message = (
            Both(f"cột {name} không đọc được: “{shown}”", f"column {name} can't be read: “{shown}”")
            if name
            else Both(f"dòng có {len(cells)} ô, cần 3 đến 10", f"the line has {len(cells)} cells, 3 to 10 expected")
        )
        told += 1
        last = Problem(FILE, number, at, message, _MAKE_AGAIN)
        yield last
    if len(bad) > told:
        yield more(last, len(bad) - told)


def _whole(message: Both) -> Problem:
    return Problem(FILE, 0, 0, message, _MAKE_AGAIN)
