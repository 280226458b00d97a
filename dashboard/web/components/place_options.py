"""The options of the place picker: every place with figures, below its province."""

from __future__ import annotations

from collections import Counter

from dashboard.language.vietnamese import sort_key
from dashboard.language.words import Language, word
from dashboard.records.dataset import Dataset
from dashboard.records.places import ancestors, full_label
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
