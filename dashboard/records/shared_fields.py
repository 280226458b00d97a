"""Figures that share fields are written as a group: its fields go for each of them that has none of its own.

    figures:
      - as_of: 2022              # these two go for both
        base: not_stated
        figures:
          - {indicator: …, value: …, printed: …}
          - {indicator: …, value: …, printed: …}

All that comes after reading sees the plain list of figures. What explains a field goes with it: a figure with its own
``as_of`` takes no ``inferred`` from its group, one with its own ``base`` no ``base_note``.
"""

from __future__ import annotations

from typing import Any, Final

from dashboard.records.yaml_refusals import Place

LIST: Final = "figures"
_WITH: Final = {"inferred": "as_of", "base_note": "base"}
"""Fields that say more of another one."""

Path = tuple[str | int, ...]


def has_groups(data: Any) -> bool:
    """Whether a file has a group of figures."""
    items = data.get(LIST) if isinstance(data, dict) else None
    return isinstance(items, list) and any(map(_is_group, items))


def spread(data: dict[str, Any]) -> dict[str, Any]:
    """The file with each group replaced by its figures, which have its fields."""
    found: list[Any] = []
    for item in data[LIST]:
        if _is_group(item):
            found += [{**_shared(item, one), **one} if isinstance(one, dict) else one for one in item[LIST]]
        else:
            found.append(item)
    return {**data, LIST: found}


def moved(data: dict[str, Any], places: dict[Path, Place]) -> dict[Path, Place]:
    """The places of values or keys by their paths after ``spread``; a shared field stands in each of its figures."""
    first: list[int] = []
    count = 0
    for item in data[LIST]:
        first.append(count)
        count += len(item[LIST]) if _is_group(item) else 1
    found: dict[Path, Place] = {}
    for path, place in places.items():
        if len(path) < 2 or path[0] != LIST or not isinstance(path[1], int):
            found[path] = place
            continue
        item, start, rest = data[LIST][path[1]], first[path[1]], path[2:]
        if not _is_group(item):
            found[(LIST, start, *rest)] = place
        elif rest[:1] == (LIST,):
            if len(rest) > 1 and isinstance(rest[1], int):
                found[(LIST, start + rest[1], *rest[2:])] = place
        elif rest:
            for index, one in enumerate(item[LIST]):
                if isinstance(one, dict) and rest[0] in _shared(item, one):
                    found[(LIST, start + index, *rest)] = place
    return found


def _is_group(item: Any) -> bool:
    """Whether an item of the list is a group; one without figures is none, and is refused as a figure."""
    return isinstance(item, dict) and isinstance(item.get(LIST), list) and bool(item[LIST])


def _shared(group: dict[str, Any], figure: dict[str, Any]) -> dict[str, Any]:
    """The fields of a group that a figure takes."""
    return {
        key: value for key, value in group.items()
        if key not in (LIST, *figure) and _WITH.get(key) not in figure
    }  # fmt: skip
