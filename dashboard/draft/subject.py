"""Which place a single number is about, where it is not the article's own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dashboard.draft.capitals import CAPITAL, NAME
from dashboard.draft.place_types import TYPES, full
from dashboard.draft.proposal import Open, Why
from dashboard.draft.tables import Tables

_NUMBERED = "|".join(rf"(?<={word} )[0-9]+" for word in ("khu phố", "[iI] bộ", "thôn", "ấp", "bản"))
_SUBJECT = re.compile(
    rf"(?:^|[,;:(]|\.\s)\s*(?i:riêng |điển hình(?: là| như)? |như |trong đó,? ?)?(?i:có |là |ở |tại )?"
    rf"((?i:đảng bộ|chi bộ|đảng ủy|đảng uỷ)(?: (?!{CAPITAL})(?!có |đã |được |và )[^\W\d]+){{0,3}}|(?i:{TYPES}))"
    rf" ({NAME}|{_NUMBERED}) [^,;]*$"
)
_BLOC = re.compile(r"(?:^|[,;]|\.\s)\s*((?i:đảng bộ|đảng ủy|đảng uỷ)) (khối (?:các )?\w+(?: \w+)?) [^,;]*$")
_LISTED = re.compile(rf"(?:^|[,;:])\s*(?:(?i:trong đó|gồm|gồm có)[:,]? )?(?:((?i:{TYPES})) )?({NAME})(?:: ?| có | )$")


@dataclass(frozen=True)
class Subject:
    """Another place: its id (None where it is not known), its name as printed, whether it is one of a list."""

    id: str | None
    name: str
    listed: bool

    @property
    def locality(self) -> str | Open:
        """What a figure's locality is, or that it is to be decided."""
        return self.id or Open((), Why(f"{self.name}: thêm vào localities.yaml?", "add it?"))


def subject(before: str, own: str, tables: Tables, id: str | None) -> Subject | None:
    """The other place that the clause ``before`` a number is about; None where it is the article's own.

    ``own`` is the name of the article's place as printed, ``id`` its id, if known.
    """
    match = _LISTED.search(before)
    if match and (match[1] or " " in match[2]):
        name = f"{match[1]} {match[2]}" if match[1] else match[2]
        return Subject(_known(match[2], match[1], tables, id), name, True)
    match = _SUBJECT.search(before) or _BLOC.search(before)
    if not match or match[2] in own:
        return None
    if id and match[2] in {tables.localities[one].name for one in (id, *tables.around(id))}:
        return None
    return Subject(_known(match[2], None, tables, id), f"{match[1]} {match[2]}", False)


def _known(name: str, type_word: str | None, tables: Tables, id: str | None) -> str | None:
    """A place of that name inside the article's place."""
    inside = [one for one in tables.localities.values() if one.name == name and id in tables.around(one.id)]
    if type_word:
        inside = [one for one in inside if one.type.vi == full(type_word)] or inside
    return inside[0].id if len(inside) == 1 else None
