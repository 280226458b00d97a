"""How many printed figures each of today's provinces has: those of all places, then and now, that lie in it today."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.records.dataset import Dataset
from dashboard.records.places import ancestors
from dashboard.records.succession import provinces_now


@dataclass(frozen=True)
class ProvinceTally:
    """The places that printed figures are about, each once, with the number of its figures.

    ``provinces``: by the unit of each of today's provinces, in the order of the list; empty for one without figures.
    ``unassigned``: the places of which nothing says in which one of them they lie.
    """

    provinces: Mapping[str, Mapping[str, int]]
    unassigned: Mapping[str, int]


def tally(dataset: Dataset) -> ProvinceTally:
    """Every printed figure of a data set, by the province that its place is in today."""
    provinces: dict[str, dict[str, int]] = {one.id: {} for one in dataset.units.inside("") if not one.until}
    unassigned: dict[str, int] = {}
    for place, figures in Counter(entry.locality for entry in dataset.entries).items():
        provinces.get(province_today(place, dataset), unassigned)[place] = figures
    return ProvinceTally(provinces, unassigned)


def province_today(place: str, dataset: Dataset) -> str:
    """The unit of today's province that a place lies in; "" where that is not known, or where it was divided.

    Of a place that the list of units lacks, or whose end it does not tell, what it was in says it: a commune's
    district, else its province.
    """
    for id in (place, *ancestors(place, dataset)):
        if found := provinces_now(id, dataset.units):
            return found[0].id if len(found) == 1 else ""
    return ""
