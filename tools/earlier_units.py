"""Makes tools/units/earlier.tsv from old states of two open lists: units as they were between 2017 and 2025.

    python tools/earlier_units.py HANHCHINHVN PROVINCES

takes clones of madnh/hanhchinhvn and thanglequoc/vietnamese-provinces-database (both MIT). What a list shows and the
next does not ended on a day between the two: both days are written ("2017-10-15/2020-02-01"), never one guessed;
``changes.tsv`` has the day and the resolution of those that were looked up. A state that only one list shows between
two that agree is taken for that list's error. Needs running only when another old list is added.
"""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from administrative_units import ENDED, HERE, Package, package, parted, slug

from dashboard.records.unit import TYPES

State = tuple[str, str, str]
"""Type, name and parent's code."""
FIRST = (  # the day that a list is of, told by changes of known days that it has or lacks; which repository, commit
    ("2017-10-15", 0, "21d152e"), ("2020-01-31", 0, "fb0a4af"), ("2021-02-01", 0, "4501cc3"),
    ("2021-08-01", 0, "f8caf17"), ("2022-12-17", 0, "6b04ce1"),
    ("2023-04-10", 0, "26729b1"), ("2024-05-05", 1, "34d5a2eb"), ("2024-09-14", 1, "32437768"),
    ("2024-11-09", 1, "3c983b7b"), ("2025-01-11", 1, "ed1856fa"), ("2025-03-01", 1, "ea50c903"),
)  # fmt: skip
GIT = ("/usr/bin/env", "git", "-C")
ISLANDS = ("318", "471", "498", "536", "755")
"""Districts without communes; several lists leave them out."""
HEAD = """\
# Units as they were in open lists of 2017-2025; made by tools/earlier_units.py, do not edit.
# from, until: a day, or the two days between which it was; became: codes of the list after it, "?" where no list says
# whether the whole unit went there. Rows until 2025-06-30 tell only since when.
"""


@dataclass
class Run:
    """A state, and the numbers of the first and last list that show it."""

    state: State
    first: int
    last: int


def listed(repository: Path, commit: str, ours: int) -> dict[str, State]:
    """All units of one list, by code."""
    return _json(repository, commit) if ours == 0 else _sql(repository, commit)


def _json(repository: Path, commit: str) -> dict[str, State]:
    git = [*GIT, str(repository)]
    listing = subprocess.run([*git, "ls-tree", "-r", commit, "dist"], capture_output=True, check=True, text=True).stdout
    wanted = re.findall(r"blob ([0-9a-f]+)\tdist/(tinh_tp|quan-huyen/[0-9]+|xa-phuong/[0-9]+)\.json$", listing, re.M)
    asked = "".join(f"{blob}\n" for blob, _ in wanted).encode()
    packed = io.BytesIO(
        subprocess.run([*git, "cat-file", "--batch"], input=asked, capture_output=True, check=True).stdout
    )
    found: dict[str, State] = {}
    for _, name in wanted:
        size = int(packed.readline().split()[2])
        units = json.loads(packed.read(size)) if size else {}
        packed.read(1)
        digits = 2 if name == "tinh_tp" else 3 if name.startswith("quan") else 5
        for code, one in units.items() if units else ():
            if len(code) == digits:
                found[code] = (*parted(one["name_with_type"]), one.get("parent_code", ""))
    return found


_VALUES = re.compile(
    r"\('([0-9]+)','((?:[^']|'')*)','(?:[^']|'')*','((?:[^']|'')*)','(?:[^']|'')*','[^']*',(?:'([0-9]+)',)?[0-9]+"
)


def _sql(repository: Path, commit: str) -> dict[str, State]:
    script = subprocess.run(
        [*GIT, str(repository), "show", f"{commit}:postgresql/ImportData_vn_units.sql"],
        capture_output=True,
        check=True,
    ).stdout.decode()
    return {code: (*parted(full.replace("''", "'")), parent) for code, _, full, parent in _VALUES.findall(script)}


def _key(name: str) -> str:
    return slug(name).replace("y", "i")


def runs(lists: list[dict[str, State]], last: dict[str, State]) -> dict[str, list[Run]]:
    """The states of each code one after another; ``last`` is the package's list, the last one."""
    lists = [*lists, last]
    found: dict[str, list[Run]] = {}
    for code in {code for one in lists for code in one}:
        seen: list[State | None] = [one.get(code) for one in lists]
        if (before := seen[-2]) and (after := seen[-1]) and before[2] == after[2]:
            seen[-2] = (before[0], after[1], before[2])  # no unit was renamed in those months: another spelling
        name: dict[str, str] = {}
        for state in reversed(seen):  # the newest spelling of a name
            if state:
                name.setdefault(_key(state[1]), state[1])
        seen = [(one[0], name[_key(one[1])], one[2]) if one else None for one in seen]
        for at in range(1, len(seen) - 1):
            alone = seen[at - 1] == seen[at + 1]
            if alone or (seen[at] is None and seen[at - 1] in seen[at:]):  # an error of that list
                seen[at] = seen[at - 1]
        if code in ISLANDS:
            seen = [seen[-1]] * len(seen)
        own: list[Run] = []
        for at, state in enumerate(seen):
            if state is None:
                continue
            if own and own[-1].state == state and own[-1].last == at - 1:
                own[-1].last = at
            else:
                own.append(Run(state, at, at))
        found[code] = own
    return found


def rows(found: dict[str, list[Run]], source: Package) -> Iterator[tuple[str, ...]]:
    """The rows of the file."""
    days = [day for day, *_ in FIRST] + [ENDED]
    end = len(days) - 1
    parents = _parents(found)
    absorbed = _absorbed(source)
    for code, own in sorted(found.items()):
        for number, run in enumerate(own):
            if run.first == 0 and run.last == end:
                continue
            start = f"{_next(days[run.first - 1])}/{days[run.first]}" if run.first else ""
            until = f"{days[run.last]}/{_previous(days[run.last + 1])}" if run.last < end else ENDED
            became = ""
            following = own[number + 1] if number + 1 < len(own) else None
            if run.last < end and (following is None or following.state[1:] != run.state[1:]):
                if len(code) < 5:
                    into = parents[code] | ({code} if following else set())
                    became = ",".join(sorted(into))
                elif following is not None:  # the same under another parent, or another name
                    became = code if following.state[1] == run.state[1] else f"{code}?"
                else:
                    key = slug(TYPES[run.state[0]].vi + run.state[1]).replace("-", "")
                    became = ",".join(f"{one}?" for one in sorted(absorbed.get((key, run.state[2]), ())))
            yield code, *run.state, start, until, became


def _parents(found: dict[str, list[Run]]) -> dict[str, set[str]]:
    """For each district that ended, the districts that its communes lay in afterwards."""
    into: dict[str, set[str]] = defaultdict(set)
    for code, own in found.items():
        if len(code) == 5:
            for one, other in pairwise(own):
                if one.state[2] != other.state[2]:
                    into[one.state[2]].add(other.state[2])
    return into


def _absorbed(source: Package) -> dict[tuple[str, str], set[str]]:
    """By the key of a former commune and its district: the communes that the package says it went into."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for code, keys in source.aliases.items():
        if len(code) == 5:
            for key in keys:
                found[key, source.before[code].parent].add(code)
    return found


def _next(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(1)).isoformat()


def _previous(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(1)).isoformat()


def main() -> None:
    """Writes the file."""
    clones = [Path(one) for one in sys.argv[1:3]]
    source = package()
    lists = []
    for day, which, commit in FIRST:
        one = listed(clones[which], commit, which)
        sys.stderr.write(f"{day}: {dict(Counter(map(len, one)))}\n")
        lists.append(one)
    last = {code: (row.type, row.name, row.parent) for code, row in source.before.items()}
    lines = ["\t".join(row).rstrip("\t") for row in rows(runs(lists, last), source)]
    head = HEAD + "code\ttype\tname\tparent\tfrom\tuntil\tbecame"
    (HERE / "units" / "earlier.tsv").write_text("\n".join([head, *lines, ""]), "utf-8")


if __name__ == "__main__":
    main()
