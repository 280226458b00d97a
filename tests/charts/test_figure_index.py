"""What is kept of all figures: the same as if it were made anew, for whoever asks, from however many threads."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.charts import figure_index as module
from dashboard.charts.page_data import page_data
from dashboard.charts.planner import Planner
from dashboard.charts.view import ALL, SORTS, View
from dashboard.records.models.locality import Level
from tests.world import real

SHARED = page_data(real()).figures
PLACES = sorted({entry.locality for entry in real().entries})
years = st.none() | st.integers(2008, 2025)


@settings(max_examples=60, deadline=None)
@given(
    places=st.lists(st.sampled_from(PLACES), max_size=3, unique=True),
    level=st.sampled_from([ALL, *(level.value for level in Level)]),
    first=years,
    sort=st.sampled_from(SORTS),
    language=st.sampled_from(["vi", "en"]),
    chart=st.sampled_from(sorted(real().charts)),
)
def test_a_plan_that_is_kept_is_the_one_that_would_be_made(
    places: list[str], level: str, first: int | None, sort: str, language: str, chart: str
) -> None:
    view = View(language=language, places=tuple(places), level=level, first_year=first, sort=sort)  # type: ignore[arg-type]
    kept = Planner(real(), SHARED, view).plan(real().charts[chart])
    assert kept == Planner(real(), SHARED, view)._plan(real().charts[chart])


def test_a_plan_is_made_once_for_the_same_places_in_either_language_and_any_order() -> None:
    chart = real().charts["party-members"]
    one = Planner(real(), SHARED, View(places=("ben-tre", "dong-nai"))).plan(chart)
    assert Planner(real(), SHARED, View(language="en", places=("dong-nai", "ben-tre"))).plan(chart) is one
    assert Planner(real(), SHARED, View(places=("ben-tre",))).plan(chart) is not one


def test_what_is_forgotten_meanwhile_is_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PLANS", 3)
    figures = page_data(real()).figures
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda number: figures.cached(number % 7, lambda: number % 7), range(4000)))
    assert found == [number % 7 for number in range(4000)]
    assert len(figures._cached) <= 3
