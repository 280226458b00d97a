"""What is kept of all figures: the same as if it were made anew, for whoever asks, from however many threads."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.charts import chart_selection, comparison_chart, scorecard
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


def test_large_values_are_forgotten_before_they_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_ROOM", 1000)
    figures = page_data(real()).figures
    for number in range(50):
        figures.cached(("large", number % 30), lambda number=number: [number], lambda _: 300)  # type: ignore[misc]
        assert sum(size for _, size in figures._cached.values()) == figures._held <= 1000
    assert figures.cached(("large", 19), lambda: [0]) == [49], "the last is kept"
    figures.cached("larger than all", lambda: 1, lambda _: 5000)
    figures.cached("small", lambda: 2)
    assert figures.cached("small", lambda: 3) == 2
    assert figures._held <= 1000


def test_views_of_many_places_take_no_more_memory_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_ROOM", 50_000)
    figures = page_data(real()).figures
    for year in range(1980, 2020):
        view = View(places=tuple(figures.by_place), theme="all", first_year=year)
        for id in (*real().charts, scorecard.ID):
            chart_selection.one(real(), figures, view, id)
        comparison_chart.compared(figures, replace(view, places=tuple(figures.by_place)[:6]))
        comparison_chart.standings(figures, replace(view, places=tuple(figures.by_place)[:1]))
    assert 0 < figures._held <= 50_000
    assert len(figures._cached) < 300


def test_what_is_forgotten_meanwhile_is_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PLANS", 3)
    figures = page_data(real()).figures
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda number: figures.cached(number % 7, lambda: number % 7), range(4000)))
    assert found == [number % 7 for number in range(4000)]
    assert len(figures._cached) <= 3
