"""Why a view shows nothing, and what would show something."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.charts import chart_selection, empty_view
from dashboard.charts.figure_index import FigureIndex
from dashboard.charts.view import ALL, View
from dashboard.records.models.chart import Form
from tests.world import chart, figure, figures_of, real, real_figures, world

CHARTS = (chart(Form.BARS, "members", id="members"), chart(Form.BARS, "hamlets", id="hamlets"))
WORLD = world(
    {
        "p": [figure("members", 9), figure("hamlets", 4)],
        "p.an": [figure("members", 5)],
        "p.di": [figure("members", 6)],
        "p.duc": [figure("admitted", 7)],
    },
    *CHARTS,
    dates={"p.di": "2010"},
)
FIGURES = FigureIndex(WORLD, figures_of(WORLD))
VIEW = View(theme="one", places=("p", "p.an"), comparable=True)


def test_what_keeps_figures_apart_is_counted_by_charts_with_what_would_help() -> None:
    found = empty_view.why(WORLD, FIGURES, VIEW).apart
    assert [(one.charts, one.reason and one.reason.en) for one in found] == [
        (1, "different levels: district and province"),
        (1, None),  # hamlets: one place alone
    ]
    assert found[0].remedy
    assert "same level" in found[0].remedy.en
    assert found[1].remedy is None


def test_a_place_is_offered_whose_figures_compare_with_those_of_a_chosen_one() -> None:
    ways = empty_view.why(WORLD, FIGURES, VIEW).ways
    assert [(way.without, way.place, way.charts) for way in ways] == [
        ("place", "p.di", 1), ("comparable", "", 2), ("places", "", 1),  # hamlets is a row of the table
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("view", "without"),
    [
        (replace(VIEW, comparable=False, places=("p",), level="district"), ["level", "places"]),
        (replace(VIEW, comparable=False, places=("p.an",), first_year=2010, last_year=2011), ["years", "places"]),
        (replace(VIEW, comparable=False, places=("p.an",), query="hamlets"), ["query", "places"]),
        (replace(VIEW, comparable=False, places=("p.duc",), level="province", theme="two"), ["all"]),
    ],
)
def test_filters_are_named_that_alone_stand_in_the_way(view: View, without: list[str]) -> None:
    found = empty_view.why(WORLD, FIGURES, view)
    assert found.apart == ()
    assert [way.without for way in found.ways] == without


def test_every_way_leads_to_as_many_charts_as_it_says() -> None:
    dataset, figures = real(), FigureIndex(real(), real_figures())
    places = ("vinh-phuc.yen-lac", "vinh-long")
    for theme in (*dataset.themes, ALL):
        for view in (
            View(theme=theme, places=places, comparable=True),
            View(theme=theme, places=places, level="commune"),
        ):
            if chart_selection.plans(dataset, figures, view)[0]:
                continue
            found = empty_view.why(dataset, figures, view)
            assert found.ways
            for way in found.ways:
                assert len(chart_selection.plans(dataset, figures, way.view)[0]) == way.charts > 0
            assert bool(found.apart) == view.comparable
