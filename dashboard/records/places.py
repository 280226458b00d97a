"""Labels of localities: always with the parent, since names collide.

"Quảng Ninh" alone is a province, and also a district of Quảng Bình; the district's label is "Quảng Ninh (Quảng Bình)".
A place with the name of its parent or of a sibling also gets its type, "TP Bến Tre (Bến Tre)", and so does one whose
name is a number. A parent that is a number is named with its own parent: "Phường 14 (Quận 10, TP Hồ Chí Minh)". If two
labels are still equal, further ancestors are added until they differ; two places that had one name after each other
also get the time: "Phú Thọ (đến 30/06/2025)".
"""

from __future__ import annotations

from collections import Counter
from difflib import get_close_matches
from functools import lru_cache

from dashboard.language.vietnamese import search_key
from dashboard.language.words import Language
from dashboard.records import unit_labels
from dashboard.records.dataset import Dataset
from dashboard.records.models.locality import Locality
from dashboard.records.unit import SHORT_TYPES


def label(id: str, dataset: Dataset, language: Language) -> str:
    """The short label: "Bến Tre", "Quảng Ninh (Quảng Bình)", "Hà Lầm (TP Hạ Long)"; in English "City"."""
    return labels(dataset, language)[id]


def full_label(id: str, dataset: Dataset, language: Language) -> str:
    """With the type in full: "Huyện Quảng Ninh (Quảng Bình)", "Quảng Ninh District (Quảng Bình)"; of any unit."""
    if id not in dataset.localities:
        return unit_labels.full(dataset.units[id], dataset.units, language)
    place = dataset.localities[id]
    around = within(id, dataset, language)
    return _typed(place, language, short=False) + (f" ({around})" if around else "")


def in_sentence(id: str, dataset: Dataset, language: Language) -> str:
    """The full label inside a sentence: "tỉnh Bến Tre", "huyện Quảng Ninh (Quảng Bình)"."""
    said = full_label(id, dataset, language)
    return said[:1].lower() + said[1:] if language == "vi" else said


def label_in_sentence(id: str, dataset: Dataset, language: Language) -> str:
    """The short label inside a sentence, where a type begins small: "Bến Tre", "phường Phú Thọ (Phú Thọ)"; not one that
    stands before a number: "Quận 10 (TP Hồ Chí Minh)" (Nghị định 30/2020/NĐ-CP, phụ lục II)."""
    said, place = label(id, dataset, language), dataset.localities[id]
    small = language == "vi" and not place.name.isdecimal() and said.startswith(_typed(place, "vi", short=False))
    return said[:1].lower() + said[1:] if small else said


def within(id: str, dataset: Dataset, language: Language) -> str:
    """What the short label says in brackets: the parent, "Quảng Bình"; "" for a province."""
    parent = dataset.localities[id].parent
    return label(id, dataset, language).partition(" (")[2].removesuffix(")") if parent else ""


def typed(id: str, dataset: Dataset, language: Language) -> str:
    """The name with its type, short where it has a short form: "Huyện Quảng Ninh"; a province by its name alone."""
    place = dataset.localities[id]
    return _typed(place, language, short=True) if place.parent else label(id, dataset, language)


def labels(dataset: Dataset, language: Language) -> dict[str, str]:
    """The short labels of all localities, by id, in the order written."""
    return _labels(_Key(dataset), language)


def ancestors(id: str, dataset: Dataset) -> tuple[str, ...]:
    """The ids of the places around a place, the nearest first."""
    found: list[str] = []
    place = dataset.localities.get(id)
    while place and place.parent and place.parent in dataset.localities and place.parent not in (id, *found):
        found.append(place.parent)
        place = dataset.localities[place.parent]
    return tuple(found)


def descendants(id: str, dataset: Dataset) -> tuple[str, ...]:
    """The ids of all places inside a place, at any depth, in the order written; without the place."""
    return tuple(other for other in dataset.localities if id in ancestors(other, dataset))


class _Key:
    """A data set as a key of a cache: the same content, the same labels."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset

    def __hash__(self) -> int:
        return hash(self.dataset.digest)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and (
            other.dataset is self.dataset
            or (other.dataset.digest == self.dataset.digest and other.dataset.localities == self.dataset.localities)
        )


@lru_cache(maxsize=4)
def _labels(key: _Key, language: Language) -> dict[str, str]:
    dataset = key.dataset
    names = _names(dataset, language)
    found: dict[str, str] = {}
    pending = list(dataset.localities)
    depth = 1
    while pending:
        for id in pending:
            above = [dataset.localities[one] for one in ancestors(id, dataset)]
            numbered = next((at for at, one in enumerate(above) if not one.name.isdecimal()), 0)
            around = [_around(one, language) for one in above[: depth + numbered]]
            found[id] = f"{names[id]} ({', '.join(around)})" if around else names[id]
        times = Counter(found.values())
        pending = [id for id in pending if times[found[id]] > 1 and len(ancestors(id, dataset)) > depth]
        depth += 1
    times = Counter(found.values())
    for id, said in found.items():
        if times[said] > 1 and (unit := dataset.units.get(id)) and (era := unit_labels.era(unit, language)):
            found[id] = f"{said.removesuffix(')')}, {era})" if said.endswith(")") else f"{said} ({era})"
    return found


def _names(dataset: Dataset, language: Language) -> dict[str, str]:
    """Each place's name, with its type where its parent or a sibling has the same name, or the name is a number."""
    places = dataset.localities
    siblings = Counter((place.parent, place.name) for place in places.values())
    found = {}
    for id, place in places.items():
        parent = places.get(place.parent or "")
        alone = siblings[place.parent, place.name] == 1 and not (parent and parent.name == place.name)
        found[id] = place.name if alone and not place.name.isdecimal() else _typed(place, language, short=True)
    return found


def _around(place: Locality, language: Language) -> str:
    """A place as the parent of another: a city says that it is one."""
    urban = place.name.isdecimal() or place.type.vi.casefold() in SHORT_TYPES
    return _typed(place, language, short=True) if urban else place.name


def _typed(place: Locality, language: Language, short: bool) -> str:
    if language != "vi":
        return f"{place.type.en} {place.name}" if place.name.isdecimal() else f"{place.name} {place.type.en}"
    word = place.type.vi
    return f"{SHORT_TYPES.get(word.casefold(), word.capitalize()) if short else word.capitalize()} {place.name}"


def nearest(asked: str, dataset: Dataset) -> list[str]:
    """Ids of places that may have been meant: by name or label without accents, else by a like spelling."""
    key = search_key(asked)
    named = [
        id
        for id, place in dataset.localities.items()
        if key in {search_key(place.name), *(search_key(label(id, dataset, one)) for one in ("vi", "en"))}
    ]
    return named or get_close_matches(key.replace(" ", "-"), list(dataset.localities), 3, 0.6)
