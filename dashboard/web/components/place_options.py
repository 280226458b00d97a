"""The options of the place picker: every place with figures, below its province. While somebody types, the server is
asked for the other administrative units, each with the places with figures that it came from or became.
"""

from __future__ import annotations

from collections import Counter

from dashboard.language.vietnamese import sort_key
from dashboard.language.words import Language, word
from dashboard.records.dataset import Dataset
from dashboard.records.places import ancestors, full_label, in_sentence
from dashboard.records.succession import belongs, kin
from dashboard.records.unit import Unit
from dashboard.records.unit_labels import full
from dashboard.web.components import picker

_kept: dict[Language, tuple[Dataset, list[picker.Option]]] = {}


def options(dataset: Dataset, language: Language) -> list[picker.Option]:
    """Every place, each province followed by the places in it, in Vietnamese order; cached for a data set."""
    kept = _kept.get(language)
    if kept is None or kept[0] is not dataset:
        kept = _kept[language] = dataset, _options(dataset, language)
    return kept[1]


def _options(dataset: Dataset, language: Language) -> list[picker.Option]:
    counts = Counter(entry.locality for entry in dataset.entries)
    inside: dict[str, list[str]] = {}
    for id in dataset.localities:
        if id in counts:
            for around in ancestors(id, dataset):
                inside.setdefault(around, []).append(full_label(id, dataset, language))

    def detail(id: str) -> str:
        unit = dataset.units.get(id)
        return "; ".join(filter(None, (own(id), belongs(unit, dataset.units, language) if unit else "")))

    def own(id: str) -> str:
        if id in counts:
            return word("count_figures", language, n=counts[id])
        return word("detail_within", language, places=", ".join(inside[id]))

    def path(id: str) -> tuple[object, ...]:
        place = dataset.localities[id]
        above = path(place.parent) if place.parent else ()
        return (*above, sort_key(place.name), id)

    return [
        picker.Option(
            id=id,
            label=full_label(id, dataset, language),
            detail=detail(id),
            level=dataset.localities[id].level,
            parent=dataset.localities[id].parent,
            has_figures=id in counts,
            name=dataset.localities[id].name,
            types=(dataset.localities[id].type.vi, dataset.localities[id].type.en),
        )
        for id in sorted(dataset.localities, key=path)
        if id in counts or id in inside
    ]


MOST = 12
"""So many units are offered beside the places with figures."""
_NAMED = 3
"""So many of the places that say something of a unit are named."""


def others(dataset: Dataset, asked: str, language: Language) -> list[dict[str, object]]:
    """The units that are called what was typed, those with figures left out, as the picker draws them.

    ``leads``: the ids of the places with figures that stand in a unit's line.
    """
    offered = {one.id for one in options(dataset, language)}
    found = [unit for unit in dataset.finder.like(asked, 2 * MOST) if unit.id not in offered]
    rows = [_other(unit, dataset, language) for unit in found]
    return sorted(rows, key=lambda one: not one["leads"])[:MOST]


def other(id: str, dataset: Dataset, language: Language) -> picker.Option:
    """A unit without figures that is chosen nevertheless."""
    unit = dataset.units[id]
    said = _other(unit, dataset, language)
    return picker.Option(id, str(said["label"]), str(said["detail"]), unit.level, None, False, unit.name,
                         (unit.type.vi, unit.type.en))  # fmt: skip


def _other(unit: Unit, dataset: Dataset, language: Language) -> dict[str, object]:
    leads = kin(unit, dataset.units, with_figures(dataset))
    known = ", ".join(in_sentence(id, dataset, language) for id in leads[:_NAMED]) + (" …" if leads[_NAMED:] else "")
    detail = word("unit_kin", language, places=known) if leads else word("unit_none", language)
    said = filter(None, (detail, belongs(unit, dataset.units, language)))
    return {"id": unit.id, "label": full(unit, dataset.units, language), "detail": "; ".join(said), "leads": leads}


def with_figures(dataset: Dataset) -> list[str]:
    """The ids of the places that figures are about, in the picker's order."""
    return [one.id for one in options(dataset, "vi") if one.has_figures]
