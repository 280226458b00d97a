"""Reports where the units differ from a second list, to check a new data/units.tsv; nothing of it goes into the file.

The list is a clone of thanglequoc/vietnamese-provinces-database (MIT): units as they are and as they were in June
2025, and for each commune of today the words of its resolution on what it was made of.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from administrative_units import ENDED, Row, parted, slug

_BEFORE = "e8c5f800"  # its last state before 1/7/2025
_NOW = "json/vn_only_simplified_json_generated_data_vn_units"
_MADE_OF = "dataset-generation-scripts/sapnhap-bando-crawler/donvi_tinhthanh.json"


def differences(rows: Iterable[Row], clone: Path) -> Iterator[str]:
    """One line for each difference, and one for how much was alike."""
    rows = list(rows)
    now = {row.code: row for row in rows if not row.until}
    before = {row.code: row for row in rows if row.begins <= ENDED <= row.ends}
    latest = next(name for name in _git(clone, "ls-tree", "--name-only", "HEAD", "json/").split() if _NOW in name)
    yield from _units(now, json.loads(_git(clone, "show", f"HEAD:{latest}")), "now")
    yield from _units(before, json.loads(_git(clone, "show", f"{_BEFORE}:{_NOW}.json")), "until 30/6/2025")
    yield from _made_of(before, now, json.loads(_git(clone, "show", f"HEAD:{_MADE_OF}")))


def _git(clone: Path, *words: str) -> str:
    return subprocess.run(
        ["/usr/bin/env", "git", "-C", clone, *words], capture_output=True, check=True, text=True
    ).stdout


def _units(ours: dict[str, Row], provinces: list[dict[str, object]], when: str) -> Iterator[str]:
    theirs = {str(one["Code"]): parted(str(one["FullName"])) for one in _flat(provinces)}
    alike = 0
    for code, row in sorted(ours.items()):
        other = theirs.get(code)
        if other is None:
            yield f"{when}: {code} {row.type} {row.name} is not there"
        elif (row.type, slug(row.name)) != (other[0], slug(other[1])):
            yield f"{when}: {code} {row.type} {row.name}, there {other[0]} {other[1]}"
        else:
            alike += 1
    for code in sorted(map(str, set(theirs) - set(ours))):
        yield f"{when}: {code} {' '.join(theirs[code])} is there alone"
    yield f"{when}: {alike} of {len(ours)} alike"


def _flat(units: object) -> Iterator[dict[str, object]]:
    for one in units if isinstance(units, list) else ():
        yield one
        for within in ("District", "Ward", "Wards"):
            yield from _flat(one.get(within))


def _made_of(before: dict[str, Row], now: dict[str, Row], units: list[dict[str, str]]) -> Iterator[str]:
    """Compares by names, without accents: the words name communes, not codes."""
    words = {one["ma"]: one["truocsapnhap"] for one in units}
    came: dict[str, list[Row]] = defaultdict(list)
    for row in before.values():
        for code in filter(None, row.became.split(",")):
            came[code].append(row)
    alike = 0
    for code, olds in sorted(came.items()):
        said = words.get(code, "")
        for old in olds if len(code) == 5 and said else ():
            if f" {_plain(old.name)} " in f" {_plain(said)} " or "nguien" in _plain(said):
                alike += 1
            else:
                yield f"made of: {code} {now[code].name} of {old.code} {old.name}; there: {said[:120]}"
    yield f"made of: {alike} parts alike"


def _plain(words: str) -> str:
    return re.sub("[^a-z0-9]+", " ", slug(words)).replace("y", "i")
