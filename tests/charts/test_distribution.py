"""Many figures on one axis: a few rows, the rest as a spread, and a rank only where an order may be claimed."""

from __future__ import annotations

from dataclasses import replace
from statistics import quantiles
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.distribution import Distribution
from dashboard.charts.figure_index import MOST_ROWS, FigureIndex
from dashboard.charts.planner import Planner
from dashboard.charts.view import ALL, View
from dashboard.figures.comparability import judge
from dashboard.records.models.chart import Form
from dashboard.records.models.figure import FigureRecord
from dashboard.web.board.cards import WIDE
from tests.world import EVERYTHING, chart, drawn, figure, figures_of, sayer, world

MANY = MOST_ROWS + 10


def other(n: int, value: int) -> FigureRecord:
    """A number of members of a date of its own, so that no two say different things of one fact."""
    return figure("members", value, as_of=f"2019-{1 + n // 28:02d}-{1 + n % 28:02d}")


def crowd(count: int = MANY, **first: Any) -> FigureIndex:
    """One place with so many articles, each with another number of members; the first with more to it."""
    articles = {"p.an": [figure("members", 1000, **first)]}
    articles |= {f"p.di/{n}": [other(n, 10 * n)] for n in range(1, count)}
    dataset = world(articles, chart(Form.BARS, "members"))
    return FigureIndex(dataset, figures_of(dataset))


def test_few_figures_have_a_row_each_and_no_spread() -> None:
    figures = crowd(MOST_ROWS)
    (panel,) = Planner(figures.dataset, figures, EVERYTHING).plan(figures.dataset.charts["chart"]).panels
    assert (panel.spread, panel.hidden, len(panel.rows)) == (None, 0, MOST_ROWS)


def test_many_are_a_few_rows_and_a_spread_of_all() -> None:
    figures = crowd()
    plan = Planner(figures.dataset, figures, EVERYTHING).plan(figures.dataset.charts["chart"])
    (panel,) = plan.panels
    assert panel.spread
    assert panel.spread.count == MANY
    assert len(panel.rows) + panel.hidden == MANY
    assert panel.hidden > 0
    assert plan.absent == ()  # those without a row of their own are not silent
    values = sorted(figure.value for figure in figures.all if figure.value is not None)
    assert [panel.spread.lower, panel.spread.median, panel.spread.upper] == quantiles(values, n=4, method="inclusive")
    assert (panel.spread.low, panel.spread.high) == (values[0], values[-1])


def test_a_chosen_place_is_shown_against_all_and_ranked() -> None:
    figures = crowd()
    view = replace(EVERYTHING, places=("p.an",))
    (panel,) = Planner(figures.dataset, figures, view).plan(figures.dataset.charts["chart"]).panels
    (row,) = panel.rows
    assert panel.spread
    assert row.figure
    assert panel.spread.rank(row.figure) == 1
    assert sayer(figures.dataset).rank(row, panel) == f"hạng 1 trên {MANY}"


@pytest.mark.parametrize("more", [{"as_of": "undated"}, {"hedge": "about"}])
def test_no_rank_is_claimed_for_what_has_no_place_in_the_order(more: dict[str, str]) -> None:
    articles = {"p.an": [figure("members", 205, **more)]}
    articles |= {f"p.di/{n}": [other(n, 10 * n)] for n in range(1, MANY)}
    dataset = world(articles, chart(Form.BARS, "members"))
    figures = FigureIndex(dataset, figures_of(dataset))
    view = replace(EVERYTHING, places=("p.an",))
    (panel,) = Planner(dataset, figures, view).plan(dataset.charts["chart"]).panels
    assert panel.spread
    assert panel.rows[0].figure
    assert panel.spread.rank(panel.rows[0].figure) is None
    assert sayer(dataset).rank(panel.rows[0], panel) == ""


def test_a_spread_is_of_the_years_of_the_view() -> None:
    figures = crowd(as_of="2010")
    for first_year, high in ((None, 1000), (2015, 10 * (MANY - 1))):
        view = View(theme=ALL, first_year=first_year)
        (panel,) = Planner(figures.dataset, figures, view).plan(figures.dataset.charts["chart"]).panels
        assert panel.spread
        assert panel.spread.high == high


@given(st.lists(st.integers(0, 12), min_size=2, max_size=15))
def test_a_rank_counts_those_that_are_higher(values: list[int]) -> None:
    articles = {f"p.an/{n}": [other(n, value)] for n, value in enumerate(values)}
    dataset = world(articles, chart(Form.BARS, "members"))
    data = figures_of(dataset)
    spread = Distribution.of(data, judge(data, dataset.rules))
    for datum in data:
        higher = sum(other.value > datum.value for other in data if other.value is not None and datum.value is not None)
        assert spread.rank(datum) in (None, higher + 1)


def test_the_spread_is_drawn_as_wide_as_its_values() -> None:
    figures = crowd()
    made = drawn(figures.dataset, WIDE)
    band = next(trace for trace in made.canvas.traces if any("spread" in str(id) for id in trace.get("ids", [])))
    assert band["base"][0] == 10
    assert band["base"][0] + band["x"][0] == 1000


def test_no_more_spreads_are_kept_than_are_worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.charts.figure_index._SPREADS", 3)
    figures = crowd()
    views = [View(theme=ALL, first_year=year) for year in (None, 2000, 2001, 2002, 2003)]
    first = [figures.spread(figures.all[0], view, across_levels=False) for view in views]
    assert len(figures._spreads) == 3
    assert [figures.spread(figures.all[0], view, across_levels=False) for view in views] == first
