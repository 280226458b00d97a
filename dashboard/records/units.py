"""All administrative units of Vietnam, then and now, and what became of each.

The lines of the file are parsed only for the units that are asked for: most callers need a few of 16,000.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from dashboard.language.bilingual import Both
from dashboard.records.models.locality import Level
from dashboard.records.problems import Problem
from dashboard.records.source_files import UNITS
from dashboard.records.unit import Part, State, Unit, own_id
from dashboard.records.unit_file import COLUMNS, MAKE_AGAIN, Row, read_lines

DISTRICTS_ENDED = "2025-06-30"
"""The last day of the district level, and of the communes and merged provinces before Resolution 202/2025/QH15."""
_LEVELS = {2: Level.PROVINCE, 3: Level.DISTRICT, 5: Level.COMMUNE}


class Units:
    """The units of a file. ``problems`` are those of single lines; ``inconsistencies`` compares the lines.

    Inside this class a row is known by its number, and a unit by the number of its first row.
    """

    def __init__(self, lines: Sequence[str], numbers: Sequence[int] = (), problems: Sequence[Problem] = ()) -> None:
        self.problems = list(problems)
        self._lines = lines
        self._line_numbers = numbers or range(2, len(lines) + 2)
        self._rows: dict[int, Row] = {}
        self._rows_by_code: dict[str, list[int]] = {}
        self._rows_by_parent: dict[str, list[int]] = {}
        for number, line in enumerate(lines):
            code, _, _, *rest = line.split("\t", 4)
            self._rows_by_code.setdefault(code, []).append(number)
            self._rows_by_parent.setdefault(rest[0] if rest else "", []).append(number)
        self._children_by_unit: dict[int | None, dict[str, int]] = {}
        self._first_rows: dict[int, int] = {}
        self._units: dict[int, Unit] = {}

    def _row(self, number: int) -> Row:
        row = self._rows.get(number)
        if row is None:
            cells = self._lines[number].split("\t")
            row = self._rows[number] = Row(*cells, *[""] * (len(COLUMNS) - len(cells)))
        return row

    def _unit(self, number: int) -> int:
        """The unit of a row: that of the last row with its name and parent, unless that one became something."""
        first = self._first_rows.get(number)
        if first is None:
            last: dict[tuple[str, str], int] = {}
            for one in self._rows_in_order(self._row(number).code):
                row = self._row(one)
                before = last.get((row.name, row.parent))
                goes_on = before is not None and not self._row(before).became
                self._first_rows[one] = self._first_rows[before] if goes_on and before is not None else one
                last[row.name, row.parent] = one
            first = self._first_rows[number]
        return first

    def _rows_in_order(self, code: str) -> list[int]:
        """The rows of a code in the order of their time."""
        numbers = self._rows_by_code.get(code, [])
        return numbers if len(numbers) == 1 else sorted(numbers, key=lambda one: self._row(one).surely)

    def _states(self, unit: int) -> list[Row]:
        return [self._row(one) for one in self._rows_in_order(self._row(unit).code) if self._unit(one) == unit]

    def _parent(self, number: int) -> int | None:
        """The parent of a row's unit: the one that the parent's code meant at that time."""
        row = self._row(number)
        around = self._rows_by_code.get(row.parent, [])
        if len(around) == 1:
            return around[0]  # looked at most often: the communes of one district
        begun, ended = row.surely
        for one in around:
            first, last = self._row(one).surely
            if first <= ended and begun <= last:
                return self._unit(one)
        return None

    def _own_part(self, unit: int) -> str:
        row = self._row(unit)
        return row.own or own_id(row.type, row.name)

    def _children(self, unit: int | None) -> dict[str, int]:
        """The units directly inside a unit (None: the provinces), by their own part of the id."""
        found = self._children_by_unit.get(unit)
        if found is None:
            rows = self._rows_by_parent.get("" if unit is None else self._row(unit).code, [])
            units = dict.fromkeys(self._unit(one) for one in rows if unit is None or self._parent(one) == unit)
            found = self._children_by_unit[unit] = {self._own_part(one): one for one in units}
        return found

    def _built(self, unit: int) -> Unit:
        built = self._units.get(unit)
        if built is None:
            home = self._parent(unit)
            parent = self._built(home).id if home is not None else None
            states = self._states(unit)
            built = self._units[unit] = Unit(
                id=f"{parent}.{self._own_part(unit)}" if parent else self._own_part(unit),
                code=states[0].code,
                name=states[0].name,
                level=_LEVELS[len(states[0].code)],
                parent=parent,
                states=tuple(State(row.type, row.start, row.until, row.begun_by, row.ended_by) for row in states),
            )
        return built

    def get(self, id: str) -> Unit | None:
        """The unit of an id, or None."""
        number = self._number(id)
        return None if number is None else self._built(number)

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
                yield self._built(number)

    def names(self) -> dict[int, str]:
        """The name of each unit, by the number that ``at`` takes."""
        found = {}
        for numbers in self._rows_by_code.values():
            for number in numbers if len(numbers) == 1 else dict.fromkeys(map(self._unit, numbers)):
                found[number] = self._lines[number].split("\t", 3)[2]
        return found

    def at(self, number: int) -> Unit:
        """The unit of a number that ``names`` gave."""
        return self._built(number)

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
        for number in self._units_by_name.get(unit.name, ()):
            other = self._built(number)
            around = self.get(other.parent) if other.parent else None
            if other.id != unit.id and (around.name if around else "") == (parent.name if parent else ""):
                found.append(other)
        return found

    @cached_property
    def _units_by_name(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for number, name in self.names().items():
            found.setdefault(name, []).append(number)
        return found

    def inside(self, id: str) -> list[Unit]:
        """The units directly inside a unit, of all times; of "" the provinces."""
        number = self._number(id) if id else None
        return [] if id and number is None else [self._built(one) for one in self._children(number).values()]

    def became(self, id: str) -> list[Part]:
        """The units that a unit, or parts of it, went into when it ended; none if it still exists or no list says.

        A district that ended in 2025 became what its communes became.
        """
        number = self._number(id)
        return [] if number is None else [self._part(one, whole, by) for one, whole, by in self._successors(number)]

    def came_from(self, id: str) -> list[Part]:
        """The units that went into a unit, in whole or in part, when it began or while it existed."""
        number = self._number(id)
        if number is None:
            return []
        found = dict.fromkeys(self._unit(one) for one in self._predecessors.get(self._row(number).code, ()))
        return [
            self._part(one, whole, by) for one in found for into, whole, by in self._successors(one) if into == number
        ]

    def now(self, id: str) -> list[Part]:
        """Today's units that hold a unit, in whole or in part; the unit itself if it still exists.

        Follows each successor to its own successors. Empty if no list says what became of it.
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
            for into, wholly, resolution in self._successors(at):
                both = False if False in (whole, wholly) else None if None in (whole, wholly) else True
                pending.append((into, both, resolution))
        if len(found) > 1:
            found = {one: (False if whole else whole, by) for one, (whole, by) in found.items()}
        return [self._part(at, whole, by) for at, (whole, by) in found.items()]

    def _part(self, number: int, whole: bool | None, by: str) -> Part:
        return Part(self._built(number), whole, by)

    def _communes(self, unit: int) -> Iterator[int]:
        """The communes in a unit at its end; the unit itself if it is a commune or has none."""
        until = self._states(unit)[-1].until
        inside = [one for one in self._children(unit).values() if self._states(one)[-1].until == until]
        if not inside or (self._states(unit)[-1].became and len(self._row(unit).code) == 3):
            yield unit
        for one in inside:
            yield from self._communes(one)

    def _successors(self, unit: int) -> list[tuple[int, bool | None, str]]:
        """What a unit became: the units, whether wholly, by which resolution."""
        last = self._states(unit)[-1]
        if not last.until:
            return []
        if not last.became:
            if len(last.code) != 3 or last.until != DISTRICTS_ENDED:
                return []
            found: dict[int, str] = {}
            for commune in self._communes(unit):
                for one, _, by in self._successors(commune) if commune != unit else ():
                    found.setdefault(one, by)
            return [(one, len(found) == 1, by) for one, by in found.items()]
        codes = last.became.split(",")
        after = []
        for code in codes:
            into = self._meaning_after(code.rstrip("?"), last)
            if into is not None:
                whole = None if code.endswith("?") else len(codes) == 1
                after.append((into, whole, last.ended_by or self._row(into).begun_by))
        return after

    def _meaning_after(self, code: str, row: Row) -> int | None:
        """The unit that a code meant after a row had ended."""
        end = row.last
        later = [one for one in self._rows_by_code.get(code, ()) if self._row(one) != row and self._row(one).last > end]
        return self._unit(min(later, key=lambda one: self._row(one).surely)) if later else None

    @cached_property
    def _predecessors(self) -> dict[str, list[int]]:
        """By code, the rows of the units that went into that code's unit, in whole or in part."""
        found: dict[str, list[int]] = {}
        for number, row in enumerate(map(self._row, range(len(self._lines)))):
            for code in row.became.split(",") if row.became else ():
                found.setdefault(code.rstrip("?"), []).append(number)
        return found

    def inconsistencies(self) -> Iterator[Problem]:
        """Problems between lines: two units with one code or id, a parent or a successor that does not exist."""
        for numbers in self._rows_by_code.values():
            in_turn = sorted(numbers, key=lambda one: self._row(one).surely)
            for one, other in pairwise(in_turn):
                if self._row(one).surely[1] >= self._row(other).surely[0]:
                    yield self._problem(other, 1, Both(
                        f"mã {self._row(other).code} đã là mã của {self._row(one).name} vào lúc ấy",
                        f"code {self._row(other).code} is that of {self._row(one).name} at the same time",
                    ))  # fmt: skip
        ids: dict[str, int] = {}
        for number, row in enumerate(map(self._row, range(len(self._lines)))):
            if bool(row.parent) == (len(row.code) == 2) or (row.parent and self._parent(number) is None):
                yield self._problem(number, 4, Both(
                    f"{row.name} cần một đơn vị cấp trên có vào lúc ấy, không phải “{row.parent}”",
                    f"{row.name} needs a unit around it that was there then, not “{row.parent}”",
                ))  # fmt: skip
                continue
            for code in row.became.split(",") if row.became else ():
                if not row.until or self._meaning_after(code.rstrip("?"), row) is None:
                    yield self._problem(number, 7, Both(
                        f"{row.name} thành {code}, mà sau đó không có mã ấy",
                        f"{row.name} became {code}, which there was not after it",
                    ))  # fmt: skip
            if self._unit(number) == number and ids.setdefault(id := self._built(number).id, number) != number:
                line = self._line_numbers[ids[id]]
                yield self._problem(
                    number, 10, Both(f"id {id} đã là của dòng {line}", f"id {id} is that of line {line}")
                )

    def _problem(self, number: int, column: int, message: Both) -> Problem:
        at = len("\t".join(self._row(number)[: column - 1])) + (2 if column > 1 else 1)
        return Problem(UNITS, self._line_numbers[number], at, message, MAKE_AGAIN)


def read(raw: bytes) -> Units:
    """The units of the bytes of ``data/units.tsv``. Never raises: lines that can't be read are ``Units.problems``."""
    return Units(*read_lines(raw))
