"""Makes data/units.tsv: all administrative units of Vietnam that open lists name, and what became of each.

    make units                                      from the package alone, with what tools/units/ holds
    python tools/administrative_units.py --against DIR   reports also where a second list differs

What goes in:

* the package ``vietnamadminunits`` (MIT; group ``units`` of pyproject.toml, needed for nothing else): the units until
  30/6/2025 (63 provinces, 696 districts, 10,035 communes), those since 1/7/2025 (34 and 3,321), and which communes
  went whole or in part into which;
* ``tools/units/earlier.tsv``, units as they were in lists of 2017-2025 and are no more (``earlier_units.py`` makes it);
* ``tools/units/changes.tsv``, changes with their day and resolution, noted by hand: provinces, districts, 2026;
* ``tools/units/corrections.tsv``, where the package is wrong;
* ``tools/units/resolutions.tsv``, the resolution of 16/6/2025 on the communes of each province.

What comes out is described in data/units.README.md. Nothing here guesses: what does not fit together ends the run
with what and where. The same input gives the same file, byte for byte.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sqlite3
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from importlib.metadata import distribution
from pathlib import Path

from dashboard.language.vietnamese import search_key
from dashboard.records.unit import TYPES, own_id
from dashboard.records.unit_file import COLUMNS

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / "data" / "units.tsv"
ENDED, BEGUN = "2025-06-30", "2025-07-01"
PROVINCES = "202/2025/QH15"
SHORT = {text.vi: short for short, text in TYPES.items()}
SPELT = {"Bà Rịa-Vũng Tàu": "Bà Rịa - Vũng Tàu"}


class Unfit(Exception):
    """What was read does not fit together; the message says what and where."""


@dataclass(frozen=True)
class Row:
    """A unit in one state: of one type, in one parent, under one name."""

    code: str
    type: str
    name: str
    parent: str = ""
    start: str = ""
    until: str = ""
    became: str = ""
    begun_by: str = ""
    ended_by: str = ""
    own: str = ""

    @property
    def cells(self) -> list[str]:
        """As it is written: nothing behind the last cell that has something."""
        cells = [self.code, self.type, self.name, self.parent, self.start, self.until,
                 self.became, self.begun_by, self.ended_by, self.own]  # fmt: skip
        while not cells[-1]:
            cells.pop()
        return cells

    @property
    def same(self) -> tuple[str, str, str]:
        """What two states of one unit have in common, where the first did not become anything."""
        return self.code, self.name, self.parent

    @property
    def begins(self) -> str:
        """The last day on which it may have begun."""
        return self.start.rpartition("/")[2] or "0000"

    @property
    def ends(self) -> str:
        """The first day on which it may have ended."""
        return self.until.partition("/")[0] or "9999"


def tidy(name: str) -> str:
    """A name as the project writes it: NFC, single spaces, one kind of hyphen."""
    plain = " ".join(unicodedata.normalize("NFC", name).replace("–", "-").replace("’", "'").split())
    return SPELT.get(plain, plain)


def slug(name: str) -> str:
    """A name as keys have it: "Bà Rịa - Vũng Tàu" → "ba-ria-vung-tau"."""
    return re.sub("[^a-z0-9]+", "-", search_key(name)).strip("-")


def parted(full: str) -> tuple[str, str]:
    """Type and name: "Thị xã Kinh Môn" → ("TX", "Kinh Môn")."""
    full = tidy(full)
    for word, short in SHORT.items():
        if full.casefold().startswith(word + " "):
            name = full[len(word) + 1 :]
            return short, str(int(name)) if name.isdecimal() else name
    raise Unfit(f"no type before the name: {full!r}")


# --- the package ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Package:
    """What the package holds: units before and since 1/7/2025 by code, and the new codes of each old commune."""

    before: dict[str, Row]
    since: dict[str, Row]
    became: dict[str, tuple[str, ...]]
    aliases: dict[str, frozenset[str]]
    """By the code of an old unit the keys of units that went into it in earlier years."""


def package() -> Package:
    """Reads the package's two tables and its conversion. Raises Unfit where they contradict each other."""
    data = Path(
        str(distribution("vietnamadminunits").locate_file("vietnamadminunits/data"))
    )  # importing it asks for more
    before: dict[str, Row] = {}
    since: dict[str, Row] = {}
    aliases: dict[str, frozenset[str]] = {}
    keys: dict[str, str] = {}
    new: dict[tuple[str, str], str] = {}
    with sqlite3.connect(f"file:{data / 'dataset.db'}?mode=ro", uri=True) as base:
        base.row_factory = sqlite3.Row
        for row in base.execute("select * from admin_units_legacy"):
            _put(before, Row(row["provinceCode"], *parted(row["province"])))
            _put(before, Row(row["districtCode"], *parted(row["district"]), row["provinceCode"]))
            code = row["wardCode"] or row["districtCode"]
            if row["ward"]:
                _put(before, Row(code, *parted(row["ward"]), row["districtCode"]))
            aliases[code] = frozenset(json.loads(row["wardAlias"] or "[]"))
            aliases[row["districtCode"]] = frozenset(json.loads(row["districtAlias"] or "[]"))
            keys[f"{row['provinceKey']}_{row['districtKey']}_{row['wardKey'] or ''}"] = code
        for row in base.execute("select * from admin_units"):
            _put(since, Row(row["provinceCode"], *parted(row["province"])))
            _put(since, Row(row["wardCode"], *parted(row["ward"]), row["provinceCode"]))
            new[row["provinceKey"], row["wardKey"]] = row["wardCode"]
            new[row["provinceKey"], ""] = row["provinceCode"]
            keys[row["provinceKey"]] = row["provinceCode"]
    conversion = json.loads((data / "converter_2025.json").read_text("utf-8"))
    became: dict[str, list[str]] = defaultdict(list)
    for province, wards in conversion["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for ward, olds in wards.items():
            for old in olds:
                became[keys[old]].append(new[province, ward])
    for province, olds in conversion["DICT_PROVINCE_WARD_DIVIDED"].items():
        for old, wards in olds.items():
            became[keys[old]] += [new[province, ward["newWardKey"]] for ward in wards]
    for one in table("corrections.tsv"):
        if not set(one["became"].split(",")) < set(became[one["code"]]):
            raise Unfit(f"corrections.tsv: the package says of {one['code']} that it became {became[one['code']]}")
        became[one["code"]] = one["became"].split(",")
    return Package(before, since, {old: tuple(dict.fromkeys(codes)) for old, codes in became.items()}, aliases)


def _put(rows: dict[str, Row], row: Row) -> None:
    if rows.setdefault(row.code, row) != row:
        raise Unfit(f"code {row.code} is {rows[row.code]} and {row}")


# --- tables of tools/units/ ----------------------------------------------------------------------------------------


def table(name: str) -> Iterator[dict[str, str]]:
    """The rows of a table of tools/units/, by the names of the columns; lines that begin with # are words."""
    path = HERE / "units" / name
    lines = [line for line in path.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")]
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE, restval=""):
        if None in row:
            raise Unfit(f"{path.name}: more cells than columns: {row}")
        yield {key: value.strip() for key, value in row.items()}


# --- putting it together -------------------------------------------------------------------------------------------


def units() -> list[Row]:
    """All rows, in the order of the file."""
    source = package()
    resolutions = {one["province"]: one["resolution"] for one in table("resolutions.tsv")}
    if missing := sorted({code for code in source.since if len(code) == 2} - resolutions.keys()):
        raise Unfit(f"resolutions.tsv has none for {', '.join(missing)}")
    rows = _changed(_with_earlier(list(_of_2025(source, resolutions))))
    for digits in (3, 5):
        rows = _in_parents(rows, digits)
    _fits(rows)
    return sorted(own_ids(rows), key=_place)


def _of_2025(source: Package, resolutions: dict[str, str]) -> Iterator[Row]:
    """The units until 30/6/2025 with what became of them, and those since."""
    went: dict[str, set[str]] = defaultdict(set)
    for old, codes in source.became.items():
        row = source.before[old]
        province = row.parent if len(old) == 3 else source.before[row.parent].parent
        went[province] |= {source.since[code].parent for code in codes}
    kept = {code for code, row in source.since.items()
            if len(code) == 2 and source.before.get(code) == row and went[code] == {code}
            and sum(code in new for new in went.values()) == 1}  # fmt: skip
    for code, row in source.before.items():
        if code in kept:
            yield row
        elif len(code) == 2:
            (new,) = went[code]  # no province was split
            yield replace(row, until=ENDED, became=new, ended_by=PROVINCES)
        else:
            yield replace(row, until=ENDED, became=",".join(source.became.get(code, ())))
    for code, row in source.since.items():
        if len(code) == 2 and code not in kept:
            yield replace(row, start=BEGUN, begun_by=PROVINCES)
        elif len(code) == 5:
            yield replace(row, start=BEGUN, begun_by=resolutions[row.parent])


def _with_earlier(rows: list[Row]) -> list[Row]:
    """The rows with those of earlier.tsv: what there was before, and since when what there was at the end."""
    at = {row.code: number for number, row in enumerate(rows) if not row.start}
    found = list(rows)
    for one in table("earlier.tsv"):
        row = Row(one["code"], one["type"], one["name"], one["parent"], one["from"], one["until"], one["became"])
        if row.until != ENDED:
            found.append(row)
        elif (row.type, *row.same) != (rows[at[row.code]].type, *rows[at[row.code]].same):
            raise Unfit(f"earlier.tsv is not of this package: {row} is {rows[at[row.code]]}; make it again")
        else:
            found[at[row.code]] = replace(rows[at[row.code]], start=row.start)
    return found


def _changed(rows: list[Row]) -> list[Row]:
    """The rows with the changes of changes.tsv, each with its day: where a list shows it, its days become that day.

    A change with a ``type`` is of the same unit; without one the unit ended, into ``became``, and what there is of its
    code since then began that day. A unit that no list has is told by ``type_before`` and ``parent`` alone.
    """
    found = list(rows)
    for one in table("changes.tsv"):
        day, last, code = one["day"], _before(one["day"]), one["code"]
        own = [at for at, row in enumerate(found) if (row.code, row.name) == (code, one["name"])]
        ending = [at for at in own if found[at].until and found[at].ends <= last <= found[at].until.rpartition("/")[2]]
        lasting = [at for at in own if found[at].begins <= last < found[at].ends]
        if not own and one["type_before"] and one["became"]:
            found.append(Row(code, one["type_before"], one["name"], one["parent"], "", last, one["became"],
                             "", one["resolution"]))  # fmt: skip
            continue
        if len(ending or lasting) != 1 or not (ending or one["type"]):
            raise Unfit(f"changes.tsv: {code} {one['name']} on {day}: {[found[at] for at in own]}")
        (at,) = ending or lasting
        was = found[at]
        if one["type_before"] not in ("", was.type):
            raise Unfit(f"changes.tsv: {code} {one['name']} was {was.type} before {day}")
        if not ending:
            found[at] = replace(was, until=last, became="", ended_by="")
            found.append(replace(was, type=one["type"], start=day, begun_by=one["resolution"]))
            continue
        found[at] = replace(was, until=last, became=one["became"] or was.became)
        if not one["type"]:
            found[at] = replace(found[at], ended_by=one["resolution"])
        for next_at, row in enumerate(found):
            if row.code == code and row.start and row.start.partition("/")[0] <= day <= row.begins:
                if one["type"] not in ("", row.type):
                    raise Unfit(f"changes.tsv: {code} {one['name']} is {row.type} since {day}")
                found[next_at] = replace(row, start=day, begun_by=one["resolution"])
    return found


def _before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(1)).isoformat()


def _in_parents(rows: list[Row], digits: int) -> list[Row]:
    """The rows, those of a level divided where the parent became another unit: one row in each."""
    at: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        at[row.code].append(row)
    found = []
    for row in rows:
        around = [one for one in at[row.parent] if one.begins <= row.ends and row.begins <= one.ends]
        in_turn: list[list[Row]] = []
        for one in sorted(around, key=lambda one: one.begins):
            if in_turn and in_turn[-1][-1].same == one.same and not in_turn[-1][-1].became:
                in_turn[-1].append(one)
            else:
                in_turn.append([one])
        if len(row.code) != digits or len(in_turn) < 2:
            found.append(row)
            continue
        for number, states in enumerate(in_turn):
            first, last = number == 0, number == len(in_turn) - 1
            found.append(replace(
                row,
                start=row.start if first else states[0].start,
                begun_by=row.begun_by if first else states[0].begun_by,
                until=row.until if last else states[-1].until,
                became=row.became if last else row.code,
                ended_by=row.ended_by if last else states[-1].ended_by,
            ))  # fmt: skip
    return found


def _fits(rows: list[Row]) -> None:
    """Raises Unfit where a code has two meanings at once, or names nothing at the time that it is needed."""
    at: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        for other in at[row.code]:
            if row.begins <= other.ends and other.begins <= row.ends:
                raise Unfit(f"code {row.code} has two meanings at once: {other} and {row}")
        at[row.code].append(row)
    for row in rows:
        if bool(row.parent) != (len(row.code) > 2) or (row.parent and not at[row.parent]):
            raise Unfit(f"no unit {row.parent} around {row}")
        for code in filter(None, re.split(r"[,?]+", row.became)):
            if not at[code]:
                raise Unfit(f"{row} became {code}, which there is not")


def _place(row: Row) -> tuple[str, ...]:
    """Lists of one time stand together: those until 2025, those since, then what there was before."""
    era = (
        "0" if row.until in ("", ENDED) and not row.start.startswith("2025-07") else "1" if row.start >= BEGUN else "2"
    )
    return era, row.parent if len(row.code) == 5 else row.code, row.code, row.begins, row.name


# --- ids -----------------------------------------------------------------------------------------------------------


def own_ids(rows: list[Row]) -> list[Row]:
    """The rows with an id of their own where the name alone would not do, under one parent.

    A name that is a number has its type before it in any case ("quan-10") and needs nothing written. Of units of one
    name at one time each has its type before it ("huyen-cao-lanh", "thanh-pho-cao-lanh"), and if that is not enough
    its code behind it. Of units of one name one after another the first keeps the name, later ones have the year in
    which they began behind it ("ba-dinh-2025").
    """
    homes = _homes(rows)
    families: dict[object, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    units = _units(rows)
    for number in range(len(rows)):
        families[homes[number]][units[number]].append(number)
    found = list(rows)
    for family in families.values():
        for numbers, own in _owned(rows, list(family.values())):
            for number in numbers:
                found[number] = replace(rows[number], own=own)
    return found


def _units(rows: list[Row]) -> list[int]:
    """For each row the number of the first of its unit: a state goes on in the next one if it became nothing."""
    first: list[int] = list(range(len(rows)))
    last: dict[tuple[str, str, str], int] = {}
    for number in sorted(first, key=lambda one: (rows[one].code, rows[one].begins)):
        before = last.get(rows[number].same)
        if before is not None and not rows[before].became:
            first[number] = first[before]
        last[rows[number].same] = number
    return first


def _homes(rows: list[Row]) -> list[object]:
    """For each row which unit is its parent: the number of its first row."""
    units = _units(rows)
    at: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        at[row.code].append(number)
    homes: list[object] = []
    for row in rows:
        around = {units[one] for one in at[row.parent] if rows[one].begins <= row.ends and row.begins <= rows[one].ends}
        if row.parent and len(around) != 1:
            raise Unfit(f"{row} lay in {[rows[one] for one in around] or row.parent}")
        homes.append(next(iter(around), None))
    return homes


def _owned(rows: list[Row], family: list[list[int]]) -> Iterator[tuple[list[int], str]]:
    """For the units of one parent, each the numbers of its rows, the ids that must be written."""

    def ends(unit: list[int]) -> tuple[str, str]:
        return min(rows[one].begins for one in unit), max(rows[one].ends for one in unit)

    def together(one: list[int], other: list[int]) -> bool:
        (a, b), (c, d) = ends(one), ends(other)
        return a <= d and c <= b

    def plain(unit: list[int]) -> str:
        return own_id(rows[unit[0]].type, rows[unit[0]].name)

    def typed(unit: list[int]) -> str:
        return f"{slug(TYPES[rows[unit[-1]].type].vi)}-{slug(rows[unit[0]].name)}"

    own = [plain(unit) for unit in family]
    for make in (typed, lambda unit: f"{typed(unit)}-{rows[unit[0]].code}"):
        alike: dict[str, list[int]] = defaultdict(list)
        for at, name in enumerate(own):
            alike[name].append(at)
        for same in alike.values():
            clash = [at for at in same if any(at != two and together(family[at], family[two]) for two in same)]
            for at in clash:
                own[at] = make(family[at])
    order = sorted(range(len(family)), key=lambda at: (ends(family[at]), rows[family[at][0]].code))
    taken: set[str] = set()
    for at in order:
        if own[at] in taken:
            year = ends(family[at])[0][:4]
            own[at] = (
                f"{own[at]}-{year}" if f"{own[at]}-{year}" not in taken else f"{own[at]}-{rows[family[at][0]].code}"
            )
        if own[at] in taken:
            raise Unfit(f"no id for {rows[family[at][0]]}")
        taken.add(own[at])
        if own[at] != plain(family[at]):
            yield family[at], own[at]


# --- the file, and what differs ------------------------------------------------------------------------------------


def text(rows: list[Row]) -> str:
    """The file: a line of columns, then a line a row."""
    return "\n".join(["\t".join(COLUMNS), *("\t".join(row.cells) for row in rows), ""])


def main() -> int:
    """Writes the file; returns 1 where what was read does not fit together."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--against", type=Path, help="a clone of thanglequoc/vietnamese-provinces-database")
    asked = options.parse_args()
    try:
        rows = units()
    except Unfit as error:
        sys.stderr.write(f"{error}\n")
        return 1
    if asked.against:
        from second_list import differences

        sys.stdout.write("\n".join(differences(rows, asked.against)) + "\n")
        return 0
    OUT.write_text(text(rows), "utf-8")
    levels = Counter(len(row.code) for row in rows)
    version = distribution("vietnamadminunits").version
    sys.stdout.write(f"{OUT.name}: {len(rows)} rows, {dict(levels)}, from vietnamadminunits {version}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
