"""Every printed figure is counted once: in the province that its place is in today, or among those of none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.figures.province_tally import ProvinceTally, tally
from dashboard.records.dataset import Dataset
from dashboard.records.localities import places
from dashboard.records.models.locality import Level, LocalityRecord
from tests.records.test_localities import FINDER, UNITS
from tests.world import both, figure, world

TODAY = [one.id for one in UNITS.inside("") if not one.until]
UNLISTED = {
    id: LocalityRecord(id=id, name="Mới", type=both("xã"), level=Level.COMMUNE, parent=parent)
    for id, parent in [("ben-tre.giong-trom.moi", "ben-tre.giong-trom"), ("nowhere", None)]
}
"""Places that only a curator's record knows: one in a district of the list, one that lies in nothing."""


def printed(figures: Mapping[str, int]) -> Dataset:
    """A data set with so many figures of places."""
    made = world({place: [figure("members", n) for n in range(many)] for place, many in figures.items()})
    return replace(made, localities=places(dict.fromkeys(figures, ""), UNITS, UNLISTED), finder=FINDER)


def of(figures: Mapping[str, int]) -> ProvinceTally:
    return tally(printed(figures))


@pytest.mark.parametrize(
    ("place", "province"),
    [
        ("ben-tre", "vinh-long-2025"),
        ("quang-binh.quang-ninh", "quang-tri-2025"),
        ("vinh-long-2025", "vinh-long-2025"),
        ("quang-ninh", "quang-ninh"),  # another type since 2026, the same province
        ("phu-tho-2025.yen-lac", "phu-tho-2025"),
        ("ha-tay", "ha-noi"),
        ("ba-ria-vung-tau.dat-do.phuoc-hai", "ho-chi-minh-2025"),  # no list says what became of it
        ("ben-tre.giong-trom.moi", "vinh-long-2025"),
    ],
)
def test_a_place_counts_where_it_lies_today_even_where_no_list_tells_its_end(place: str, province: str) -> None:
    found = of({place: 3})
    assert found.provinces[province] == {place: 3}
    assert not found.unassigned


def test_figures_of_a_place_in_no_province_are_counted_apart() -> None:
    found = of({"nowhere": 2, "ben-tre": 1})
    assert found.unassigned == {"nowhere": 2}
    assert found.provinces["vinh-long-2025"] == {"ben-tre": 1}


def test_of_a_place_that_two_provinces_share_today_none_is_guessed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.figures.province_tally.provinces_now", lambda *_: [UNITS["hue"], UNITS["ha-noi"]])
    assert of({"ben-tre": 1}).unassigned == {"ben-tre": 1}


@given(st.dictionaries(st.sampled_from([*(one.id for one in UNITS), *UNLISTED]), st.integers(1, 4), max_size=12))
def test_the_provinces_and_what_is_in_none_add_up_to_all_figures(figures: dict[str, int]) -> None:
    found = of(figures)
    assert list(found.provinces) == TODAY
    parts = [*found.provinces.values(), found.unassigned]
    assert sum(sum(part.values()) for part in parts) == len(printed(figures).entries) == sum(figures.values())
    assert sorted(place for part in parts for place in part) == sorted(figures)
    assert set(found.unassigned) <= {"nowhere"}
