"""The places of a data set: what the list of units says of each, with what curators add in ``data/localities.yaml``.

A place that the list has needs no record there. One that it lacks has all of its own: name, type, level and parent.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from dashboard.language.bilingual import Both
from dashboard.language.dates import Period
from dashboard.records import succession
from dashboard.records.models.article import Article
from dashboard.records.models.fields import Text, is_id
from dashboard.records.models.locality import Locality, LocalityRecord
from dashboard.records.record_files import RecordFile
from dashboard.records.unit import Unit
from dashboard.records.unit_labels import full
from dashboard.records.unit_search import Finder, Found
from dashboard.records.units import Units, read
from dashboard.records.yaml_text import Path

_OFFERED = 8
"""So many units are named where one has to be chosen."""


@lru_cache(maxsize=4)
def listed(raw: bytes) -> Finder:
    """The units of a file's bytes, and what finds them by name."""
    return Finder(read(raw))


def identified(asked: str, date: Period, finder: Finder) -> str | tuple[Both, Both]:
    """The id of the unit that a name means at a date; else what is wrong and how to mend it."""
    found = finder.find(asked, date)
    return found.unit.id if found.unit else _unclear(asked, date, found, finder.units)


def by_id(read: RecordFile, finder: Finder) -> tuple[Any, list[tuple[Path, Both, Both]]]:
    """The record of an article, or its figures, with the ids of the places that it names; and what is not clear.

    Each with the path of the name in the file, what is wrong and how to mend it.
    """
    record, problems = read.record, []

    def found(asked: str | None, date: Period, *path: str | int) -> dict[str, str]:
        """What is to be put in a field's place."""
        if asked is None or is_id(asked):
            return {}
        id = identified(asked, date, finder)
        if isinstance(id, str):
            return {"locality": id}
        problems.append(((*path, "locality"), *id))
        return {}

    if isinstance(record, Article):
        about = found(record.locality, record.published.date)
        return (record.model_copy(update=about) if about else record), problems
    changed: dict[str, Any] = {**found(record.locality, record.as_of)}
    for name in ("figures", "blanks"):
        items = getattr(record, name)
        at = read.kept.get(name) or range(len(items))
        own = [found(one.locality, getattr(one, "as_of", None) or record.as_of, name, index)
               for index, one in zip(at, items, strict=True)]  # fmt: skip
        if any(own):
            changed[name] = [one.model_copy(update=new) if new else one for one, new in zip(items, own, strict=True)]
    return (record.model_copy(update=changed) if changed else record), problems


def _unclear(asked: str, date: Period, found: Found, units: Units) -> tuple[Both, Both]:
    if not found.units:
        return Both(f"không tìm thấy nơi nào là “{asked[:60]}”", f"no place is found that is “{asked[:60]}”"), Both(
            "viết cả loại và cấp trên (huyện Quảng Ninh, tỉnh Quảng Bình), hoặc mã (quang-binh.quang-ninh)",
            "write its type and what is around it (huyện Quảng Ninh, tỉnh Quảng Bình), or its id "
            "(quang-binh.quang-ninh)",
        )
    more = [] if len(found.units) <= _OFFERED else ["…"]
    said = {
        language: ", ".join([f"{one.id} ({full(one, units, language)})" for one in found.units[:_OFFERED]] + more)
        for language in ("vi", "en")
    }
    when = {language: date.label(language) for language in ("vi", "en")} if date.dated else {"vi": "lúc ấy", "en": ""}
    if not found.then:
        message = Both(
            f"“{asked[:60]}” không có vào {when['vi']}; lúc khác có: {said['vi']}",
            f"there was no “{asked[:60]}” {when['en']}; at other times there is: {said['en']}",
        )
    elif not found.written:
        message = Both(
            f"không nơi nào viết là “{asked[:60]}”; viết gần như vậy: {said['vi']}",
            f"no place is written “{asked[:60]}”; written much like it: {said['en']}",
        )
    else:
        message = Both(f"“{asked[:60]}” có thể là: {said['vi']}", f"“{asked[:60]}” could be: {said['en']}")
    first = found.units[0].id
    return message, Both(f"viết mã của nơi ấy, như locality: {first}", f"write its id, as in locality: {first}")


def around(id: str, units: Units, records: Mapping[str, LocalityRecord]) -> str | None:
    """The id of what is directly around a place; None for none, or where the place is not known."""
    record = records.get(id)
    if record is not None and record.parent:
        return record.parent
    unit = units.get(id)
    return unit.parent if unit else None


def places(used: Mapping[str, str], units: Units, records: Mapping[str, LocalityRecord]) -> dict[str, Locality]:
    """The places of a data set by id: in the order of the ids, so that what lies in a place follows it.

    ``used``: the places that articles and figures are about, each with the last day that its figures are of, as text
    ("": not known). Those around them are there, too; an id that nothing is known of is left out, and a record of
    none that lacks name, type or level.
    """
    days = dict.fromkeys(records, "")
    for id, day in used.items():
        seen: set[str] = set()
        one: str | None = id
        while one is not None and one not in seen:
            seen.add(one)
            days[one] = max(days.get(one, ""), day)
            one = around(one, units, records)
    for id in [*records]:
        one = around(id, units, records)
        while one is not None and one not in days:
            days[one] = ""
            one = around(one, units, records)
    found = ((id, place(units.get(id), records.get(id), units, days[id])) for id in sorted(days))
    return {id: one for id, one in found if one is not None}


def place(unit: Unit | None, record: LocalityRecord | None, units: Units, day: str = "") -> Locality | None:
    """One place: a unit as it was on a day ("": in the end), and what is recorded of it, which counts.

    None where both together do not say what it is.
    """
    said = {name: value for name, value in record or () if value is not None}
    if "became" in said:
        said["noted"] = said["became"]
    if unit is not None:
        became, added = _became(unit, units), record.became if record else None
        if became and added:
            said["became"] = Text(vi=f"{became.vi} {added.vi}", en=f"{became.en} {added.en}")
        said = {
            "id": unit.id, "name": unit.name, "type": unit.type_on(day) if day else unit.type, "level": unit.level,
            "parent": unit.parent, "code": unit.code, "code_valid": validity(unit), "became": became,
        } | said  # fmt: skip
    if any(said.get(name) is None for name in NEEDED):
        return None
    return Locality.model_construct(**said)


def of_unit(unit: Unit, units: Units) -> Locality:
    """A unit of which nothing is recorded."""
    made = place(unit, None, units)
    assert made is not None
    return made


NEEDED = ("name", "type", "level")
"""What a record of a place that the list lacks has to say."""


def validity(unit: Unit) -> Period | None:
    """From when to when a unit was there, as far as that is known; None where neither end is."""
    start, until = unit.start[:10], unit.until[-10:]
    return Period.parse(f"{start or '..'}/{until or '..'}") if start or until else None


def _became(unit: Unit, units: Units) -> Text | None:
    said = {language: succession.became(unit, units, language) for language in ("vi", "en")}
    return Text(vi=said["vi"], en=said["en"]) if all(said.values()) else None


def used(
    records: Iterable[tuple[str, Period, Period | None]],
) -> dict[str, str]:
    """The places of records with the last day that is told of each: of the date, else of the publication."""
    found: dict[str, str] = {}
    for id, date, published in records:
        end = date.end or (published.end if published else None)
        day = end.isoformat() if end else ""
        if day >= found.get(id, ""):
            found[id] = day
    return found
