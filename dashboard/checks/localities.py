"""A locality's id, level and code agree with its parent's."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.language.bilingual import CORRECT_ONE, Both
from dashboard.language.dates import Period
from dashboard.language.vietnamese import fold, same_name
from dashboard.records.dataset import Dataset
from dashboard.records.localities import validity
from dashboard.records.models.locality import RANK, Level, Locality
from dashboard.records.problems import Problem

_DIGITS = {Level.PROVINCE: 2, Level.DISTRICT: 3, Level.COMMUNE: 5}  # General Statistics Office


_ORPHAN = Both(" thiếu parent", " has no parent")


def ids(dataset: Dataset) -> Iterator[Problem]:
    """An id is the parent's id, a full stop, and one slug; a place without a parent has no full stop."""
    for name, place in dataset.localities.items():
        if place.parent is None:
            if "." in name:
                parent = name.rpartition(".")[0]
                hint = Both("thêm ", "add ") + f"parent: {parent}"
                yield dataset.problem("localities", name, ("id",), name + _ORPHAN, hint)
        elif name.rpartition(".")[0] != place.parent and place.parent in dataset.localities:
            yield dataset.problem(
                "localities",
                name,
                ("id",),
                name
                + Both(" không bắt đầu bằng mã của nơi cấp trên, ", " does not begin with its parent's id, ")
                + f"{place.parent}.",
                Both("viết ", "write ")
                + f"id: {place.parent}.{name.rpartition('.')[2]}"
                + Both(", hoặc sửa parent", ", or correct parent"),
            )


def levels(dataset: Dataset) -> Iterator[Problem]:
    """A place is of a lower level than its parent; only a province has none."""
    for name, place in dataset.localities.items():
        parent = dataset.localities.get(place.parent or "")
        if parent and RANK[place.level] <= RANK[parent.level]:
            yield dataset.problem(
                "localities",
                name,
                ("level",),
                name
                + Both(
                    f" thuộc cấp {place.level}, lại nằm trong cấp {parent.level}",
                    f" is a {place.level}, inside a {parent.level}",
                ),
                Both("sửa level hoặc parent", "correct level or parent"),
            )
        if place.parent is None and place.level is not Level.PROVINCE and "." not in name:
            yield dataset.problem(
                "localities",
                name,
                ("level",),
                Both(f"{name}, cấp {place.level},", f"{name}, a {place.level},") + _ORPHAN,
                Both("thêm parent: và nơi cấp trên", "add parent: and the place around it"),
            )


def differing(dataset: Dataset) -> Iterator[Problem]:
    """What a record says otherwise than the list of units has a source, and is not repeated where it is the same."""
    for name, place in dataset.localities.items():
        unit = dataset.units.get(name)
        if unit is None or ("localities", name) not in dataset.positions or place.source:
            continue
        types = {fold(unit.type_on(state.start[:10]).vi) for state in unit.states}
        valid = validity(unit)
        for key, own, listed in (
            ("name", place.name, same_name(place.name) != same_name(unit.name) and unit.name),
            ("type", place.type.vi, fold(place.type.vi) not in types and unit.type.vi),
            ("code", place.code, place.code != unit.code and unit.code),
            ("code_valid", place.code_valid, place.code_valid != valid and (valid or "—")),
        ):
            if listed:
                yield dataset.problem(
                    "localities", name, (key,),
                    Both(f"{name}: {key} là {own}, data/units.tsv ghi {listed}",
                         f"{name}: {key} is {own}, data/units.tsv has {listed}"),
                    Both(f"xóa {key}, hoặc ghi source: theo đâu", f"delete {key}, or give source: says who"),
                )  # fmt: skip


def codes(dataset: Dataset) -> Iterator[Problem]:
    """A code has two digits for a province, three for a district, five for a commune."""
    for name, place in dataset.localities.items():
        if place.code and len(place.code) != _DIGITS[place.level]:
            yield dataset.problem(
                "localities",
                name,
                ("code",),
                Both(
                    f"{name}: code {place.code} của cấp {place.level}", f"{name}: code {place.code} of a {place.level}"
                ),
                Both(
                    f"mã của cấp {place.level} có {_DIGITS[place.level]} chữ số, kể cả số 0 đứng đầu",
                    f"a {place.level} has {_DIGITS[place.level]} digits, leading zeros included",
                ),
            )


def meanings(dataset: Dataset) -> Iterator[Problem]:
    """A code means one place at a time; later it may mean another one."""
    first: dict[str, list[Locality]] = {}
    for place in dataset.localities.values():
        for other in first.setdefault(place.code, []) if place.code else ():
            if _overlap(place.code_valid, other.code_valid):
                # told where there is a record of it: the list of units is checked by itself
                one, other = (place, other) if ("localities", place.id) in dataset.positions else (other, place)
                yield dataset.problem(
                    "localities",
                    one.id,
                    ("code",),
                    f"{one.id}: code {one.code}" + Both(f" cũng là mã của {other.id}", f" is that of {other.id}"),
                    CORRECT_ONE
                    + Both(
                        ", hoặc ghi code_valid cho cả hai: mỗi mã dùng từ bao giờ đến bao giờ",
                        ", or give both code_valid: when each meant its place",
                    ),
                )
        if place.code:
            first[place.code].append(place)


def _overlap(one: Period | None, other: Period | None) -> bool:
    if one is None or other is None:
        return True
    ends = [(one.start, other.end), (other.start, one.end)]
    return not any(start and end and start > end for start, end in ends)


RULES = (ids, levels, differing, codes, meanings)
