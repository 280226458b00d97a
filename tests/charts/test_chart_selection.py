"""Which charts a view shows, and that each can be found again under its link."""

from __future__ import annotations

from urllib.parse import parse_qsl

import pytest

from dashboard.charts import chart_selection, scorecard
from dashboard.charts.view import ALL, View, default, parse
from dashboard.figures.figure import figures_of
from dashboard.figures.frame import build
from dashboard.records.models.chart import Form
from tests.world import chart, figure, real, world
from tests.world import figures_of as figures_in

FIGURES = figures_of(build(real()))


def read(link: str) -> tuple[View, list[str]]:
    return parse(dict(parse_qsl(link.removeprefix("?"))), real())


@pytest.mark.parametrize("chart", [*real().charts, scorecard.ID])
def test_a_charts_link_opens_its_view_and_names_it(chart: str) -> None:
    view = View("en", ("ben-tre",), "staff", first_year=2018)
    opened, ignored = read(chart_selection.link(view, real(), chart))
    assert ignored == []
    assert opened.chart == chart
    assert chart_selection.link(opened, real()) == chart_selection.link(view, real()), "the view itself is the same"


def test_a_link_to_a_chart_that_is_gone_is_told_and_opens_the_view() -> None:
    view, ignored = read("?theme=staff&chart=nothing")
    assert (view.theme, view.chart, ignored) == ("staff", "", ["chart=nothing"])


def test_one_chart_is_the_same_alone_as_among_the_others() -> None:
    view = View(theme=ALL, places=("ben-tre", "quang-binh.quang-ninh"))
    for plan in chart_selection.plans(real(), FIGURES, view)[0]:
        assert chart_selection.one(real(), FIGURES, view, plan.chart.id) == plan


def test_one_chart_with_nothing_in_the_chosen_years_is_none() -> None:
    dataset = world({"p.an": [figure("members", 5)]}, chart(Form.BARS, "members"))
    figures = figures_in(dataset)
    assert chart_selection.one(dataset, figures, View(), "chart")
    assert chart_selection.one(dataset, figures, View(first_year=1950, last_year=1951), "chart") is None
    with pytest.raises(KeyError):
        chart_selection.one(real(), FIGURES, default(real()), "nothing")
