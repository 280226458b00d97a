"""A figure with none beside it is a row of one table, not a chart; nothing is lost on the way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.charts import chart_selection, single_figures
from dashboard.charts.dimensions import Dimensions
from dashboard.charts.layout import layout_of
from dashboard.charts.scales import PLAIN, Scales
from dashboard.charts.view import ALL, View
from dashboard.language.words import LANGUAGES, Language
from dashboard.records.models.chart import Form
from dashboard.records.models.figure import Blank
from tests.charts.boxes import overlaps, words
from tests.world import EVERYTHING, asked_for, chart, figure, figures_of, real, real_figures, sayer, world

ARTICLES = {
    "p.an": [figure("members", 5), figure("hamlets", 9)],
    "p.di": [figure("members", 7)],
    "p": [figure("members", 90)],
}
SHEETS = [pytest.param(Dimensions(width), id=str(width)) for width in (243, 460, 830, 1100)]


def shown(dataset: object, view: View = EVERYTHING) -> dict[str, list[str]]:
    """The ids of the figures on each chart but the scorecard, by chart."""
    plans, _ = chart_selection.plans(dataset, figures_of(dataset), view)  # type: ignore[arg-type]
    return {plan.chart.id: [one.id for one in plan.data] for plan in plans if plan.chart.form is not Form.SCORECARD}


def test_one_figure_on_its_axis_is_a_row_and_two_are_a_chart() -> None:
    dataset = world(ARTICLES, chart(Form.BARS, "members", "hamlets"))
    assert shown(dataset) == {
        "chart": ["p.an/members", "p.di/members"],
        single_figures.ID: ["p/members", "p.an/hamlets"],
    }


def test_on_one_scale_the_levels_stand_beside_each_other_again() -> None:
    dataset = world(ARTICLES, chart(Form.BARS, "members"))
    assert single_figures.ID in shown(dataset)
    assert single_figures.ID not in shown(dataset, replace(EVERYTHING, one_scale=True))


def test_one_whole_with_its_parts_and_one_change_stay_charts() -> None:
    stacked = chart(Form.STACKED, "units", "committees", "cells")
    split = world({"p.an": [figure("units", 9), figure("committees", 4), figure("cells", 5)]}, stacked)
    assert [*shown(split)] == ["chart"]
    changed = world({"p.an": [figure("hamlets", 5, before=6)]}, chart(Form.CHANGE, "hamlets"))
    assert [*shown(changed)] == ["chart"]


def test_words_in_place_of_a_number_go_with_it_and_silence_does_not() -> None:
    blank = Blank(indicator="hamlets", printed="khá đông", paragraph=7)
    dataset = world(ARTICLES, chart(Form.BARS, "hamlets"), blanks={"p.di": [blank]})
    plans, _ = chart_selection.plans(dataset, figures_of(dataset), asked_for())
    (table,) = (plan for plan in plans if plan.chart.id == single_figures.ID)
    rows = [(row.locality, bool(row.figure)) for panel in table.panels for row in panel.rows]
    assert rows == [("p.an", True), ("p.di", False)]


def test_the_address_of_a_chart_of_single_figures_still_shows_them() -> None:
    dataset = world({"p.an": [figure("members", 5)]}, chart(Form.BARS, "members"))
    figures = figures_of(dataset)
    for id in ("chart", single_figures.ID):
        plan = chart_selection.one(dataset, figures, EVERYTHING, id)
        assert plan
        assert [one.id for one in plan.data] == ["p.an/members"]


@pytest.mark.parametrize("theme", [*real().themes, ALL])
def test_every_figure_of_our_charts_is_still_shown_and_none_alone_on_an_axis(theme: str) -> None:
    view = View(theme=theme)
    whole, _ = chart_selection.declared_plans(real(), real_figures(), view)
    plans, _ = chart_selection.plans(real(), real_figures(), view)
    assert {one.id for plan in plans for one in plan.data} == {one.id for plan in whole for one in plan.data}
    for plan in plans:
        scales = Scales(plan)
        if plan.chart.id == single_figures.ID:
            assert all(len(panel.data) <= 1 for panel in plan.panels)
        elif plan.chart.form is not Form.SCORECARD:
            assert not any(len(panel.data) == 1 and scales.mode(panel) in PLAIN for panel in plan.panels)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sheet", SHEETS)
def test_its_rows_have_room_and_each_number_its_unit(sheet: Dimensions, language: Language) -> None:
    plan = chart_selection.one(real(), real_figures(), View(theme=ALL), single_figures.ID)
    assert plan
    say = sayer(real(), language)
    drawing = layout_of(plan, say, sheet)
    made = drawing.canvas.figure(drawing.draw(0))
    found = words(made, sheet.inner)
    assert overlaps(found) == []
    assert [word for word in found if word.left < -1 or word.right > sheet.inner + 1] == []
    assert len(drawing.boxes) == sum(len(panel.rows) for panel in plan.panels)
    said = " ".join(line for word in found for line in word.lines)
    assert all(say.value(one).split(" ")[0] in said for one in plan.data)
