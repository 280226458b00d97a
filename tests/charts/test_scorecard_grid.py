"""The scorecard: every figure of its theme once, blanks by kind, places of one level a block, all of it legible."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import plotly.graph_objects as go
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.charts import chart_selection
from dashboard.charts.canvas import PlotSpec
from dashboard.charts.dimensions import Dimensions
from dashboard.charts.palette import LIGHT
from dashboard.charts.plan import Plan
from dashboard.charts.planner import Planner
from dashboard.charts.scorecard import chart as scorecard
from dashboard.charts.scorecard_grid import ScorecardGrid
from dashboard.charts.view import ALL, View
from dashboard.language.hedges import Hedge
from dashboard.language.words import LANGUAGES, Language, word
from dashboard.records.dataset import Dataset
from dashboard.records.models.chart import Form
from dashboard.records.models.figure import Blank, BlankKind
from dashboard.records.models.locality import Level
from dashboard.web.board.cards import FULL, NARROW, WIDE
from tests.charts.boxes import Words, outside, overlaps, words
from tests.world import (
    EVERYTHING,
    chart,
    drawn,
    figure,
    figures_of,
    real,
    real_figures,
    real_scorecards,
    sayer,
    unshown,
    world,
)

EXPORT = Dimensions(1112, 44, 1.4, 30)  # as image.py makes them
SIZES = [pytest.param(size, id=f"{size.inner:.0f}") for size in (NARROW, WIDE, FULL, EXPORT)]
PLANS = [pytest.param(plan, id=theme) for plan, theme in zip(real_scorecards(), (*real().themes, ALL), strict=True)]
THEMES = [pytest.param(plan, theme, id=theme)
          for plan, theme in zip(real_scorecards(), (*real().themes, ALL), strict=True)]  # fmt: skip


def laid_out(plan: Plan, measures: Dimensions, language: Language = "vi") -> tuple[ScorecardGrid, PlotSpec]:
    """A scorecard of ours on a sheet."""
    grid = ScorecardGrid(plan, sayer(real(), language), measures)
    return grid, grid.canvas.figure(grid.draw(0))


def placed(figure: PlotSpec, measures: Dimensions) -> list[Words]:
    return words(figure, measures.inner + 2 * measures.pad)


def cells(dataset: Dataset, view: View = EVERYTHING, language: Language = "vi") -> list[str]:
    """What is written on the scorecard of a made-up world."""
    plan = Planner(dataset, figures_of(dataset), view).plan(dataset.charts["chart"])
    grid = ScorecardGrid(plan, sayer(dataset, language), FULL)
    return [one.text for one in placed(grid.canvas.figure(grid.draw(0)), FULL)]


# --- what is on it


@pytest.mark.parametrize("measures", SIZES)
@pytest.mark.parametrize(("plan", "theme"), THEMES)
def test_every_figure_of_its_theme_stands_on_it_exactly_once(plan: Plan, theme: str, measures: Dimensions) -> None:
    grid, _ = laid_out(plan, measures)
    shown = Counter(
        figure.id for box in grid.boxes for row, _ in box.items for figure in row.data if figure is row.figure
    )
    ours = {
        figure.id
        for figure in real_figures()
        if theme in (ALL, real().indicators[figure.indicator].theme)
        and not re.match(r"(share_of_total|change_from_before)\(", figure.id.partition("/")[2])
    }
    assert set(shown) == ours
    assert set(shown.values()) == {1}


@pytest.mark.parametrize("measures", SIZES)
@pytest.mark.parametrize("plan", PLANS)
def test_every_row_of_the_plan_is_in_one_band(plan: Plan, measures: Dimensions) -> None:
    grid, _ = laid_out(plan, measures)
    shown = Counter(id(row) for box in grid.boxes for row, _ in box.items)
    assert shown == Counter(id(row) for panel in plan.panels for row in panel.rows)


@pytest.mark.parametrize("measures", SIZES)
@pytest.mark.parametrize("plan", PLANS)
def test_a_band_has_one_thing_counted_for_places_of_one_level(plan: Plan, measures: Dimensions) -> None:
    grid, _ = laid_out(plan, measures)
    levels = [{real().localities[row.locality].level for row, _ in box.items} for box in grid.boxes]
    assert all(len(found) == 1 for found in levels)
    assert all(len({id(panel) for _, panel in box.items}) == 1 for box in grid.boxes)
    order = [list(Level).index(found.pop()) for found in levels]
    assert order == sorted(order), "the blocks of a level follow each other, from the top down"


def test_what_a_theme_does_not_hold_is_not_on_its_scorecard() -> None:
    for theme in real().themes:
        found = scorecard(real(), replace(EVERYTHING, theme=theme))
        assert {real().indicators[id].theme for id in found.indicators} == {theme}
        assert real().themes[theme].name.vi.lower() in found.title.vi
        assert real().themes[theme].name.en.lower() in found.title.en
    everything = scorecard(real(), EVERYTHING)
    assert everything.title.vi == word("scorecard", "vi")
    assert len(everything.indicators) == len(set(everything.indicators))


# --- where it stands


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("measures", SIZES)
@pytest.mark.parametrize("plan", PLANS)
def test_nothing_lies_on_anything_or_leaves_the_sheet(plan: Plan, measures: Dimensions, language: Language) -> None:
    grid, figure = laid_out(plan, measures, language)
    found, high = placed(figure, measures), figure["layout"]["height"]
    assert overlaps(found) == []
    assert outside(found, measures.inner + 2 * measures.pad, high) == []
    assert all(one.left >= measures.pad - 0.01 for one in found)
    assert all(a.top + a.height <= b.top + 0.01 for a, b in pairwise(grid.boxes))
    for box in grid.boxes:
        inside = [one for one in found if box.top <= (one.top + one.bottom) / 2 <= box.top + box.height]
        assert len(inside) > 1, "its name and its cells"
        assert all(box.top <= one.top and one.bottom <= box.top + box.height for one in inside)


@pytest.mark.parametrize("plan", PLANS)
def test_a_wider_card_stretches_the_columns_and_nothing_collides(plan: Plan) -> None:
    for measures, wide in ((NARROW, 600), (FULL, 1240)):
        _, figure = laid_out(plan, measures)
        assert overlaps(words(figure, wide)) == []
        assert outside(words(figure, wide), wide, 1e9) == []


def test_it_has_no_bars_and_claims_no_scale() -> None:
    grid, figure = laid_out(real_scorecards()[0], FULL)
    assert grid.styles == set()
    assert [trace for trace in figure["data"] if trace["type"] == "bar"] == []


def test_plotly_takes_it() -> None:
    for plan in real_scorecards():
        _, figure = laid_out(plan, FULL)
        painted = re.sub(r"\$([a-z]+[0-9]?)", lambda match: LIGHT.get(match[1], match[0]), json.dumps(figure))
        assert "$" not in painted
        go.Figure(json.loads(painted))


NAMES = st.text(st.sampled_from("aăâđêôơưạảãáàế bcmnTHQ"), min_size=1, max_size=40).filter(str.strip)
ROWS = st.tuples(NAMES, st.integers(0, 10**7), st.sampled_from([None, *Hedge]), st.sampled_from(["2019", "2015/2020"]))


@settings(max_examples=40, deadline=None)
@given(
    st.lists(ROWS, min_size=1, max_size=5), st.sampled_from((NARROW, WIDE, FULL, EXPORT)), st.sampled_from(LANGUAGES)
)
def test_any_names_and_values_have_room(
    rows: list[tuple[str, int, Hedge | None, str]], measures: Dimensions, language: Language
) -> None:
    places = ("p", "p.an", "p.di", "p.duc", "p.an.xa")
    articles = {place: [figure("members", value, hedge=hedge, as_of=date), figure("poor", value % 100, base="all")]
                for place, (_, value, hedge, date) in zip(places, rows, strict=False)}  # fmt: skip
    names = dict(zip(places, (row[0] for row in rows), strict=False))
    dataset = world(articles, chart(Form.SCORECARD, "members", "poor", "hamlets", blanks=False), names=names)
    grid = drawn(dataset, measures, language=language)
    assert isinstance(grid, ScorecardGrid)
    last = grid.boxes[-1]
    found = placed(grid.canvas.figure(last.top + last.height + 10), measures)
    assert overlaps(found) == []
    assert outside(found, measures.inner + 2 * measures.pad, 1e6) == []


# --- cells


CARD = chart(Form.SCORECARD, "units", "of_100_people", "hamlets", blanks=False)


def test_a_cell_has_the_number_as_printed_with_its_date_and_source() -> None:
    dataset = world({"p.an": [figure("units", 48, hedge="over")], "p.di": [figure("hamlets", 154, before=162)]}, CARD)
    found = cells(dataset)
    assert "> 48 2019 [1]" in found
    assert "162 → 154 2019 [2]" in found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_blank_says_of_which_kind_it_is(language: Language) -> None:
    articles = {
        "p.an": [figure("units", 5), figure("hamlets", 1)],
        "p.di": [figure("hamlets", 5)],
        "p.duc": [figure("hamlets", 5)],
        "q.ha": [figure("hamlets", 5)],
        "p.an.xa": [figure("hamlets", 5)],
        "q.ha.lam": [figure("units", 5)],
    }
    dataset = world(articles, CARD, excerpts=["p.duc"], blanks={"q.ha": [Blank(indicator="units", printed="nhiều")]})
    found = Counter(cells(dataset, language=language))
    expected = {"absent_not_stated": 1, "absent_excerpt_only": 1, "absent_words_only": 1, "absent_not_applicable": 1}
    # Of the hamlets of the ward, too, its article says nothing.
    expected["absent_not_stated"] += 1
    assert {key: found[word(key, language)] for key in expected} == expected


def test_what_may_not_be_computed_is_no_silence_and_the_reason_stands_below() -> None:
    articles = {id: [figure("members", 50), figure("units", 5)] for id in ("p.an", "p.aan", "p.di", "p.duc")}
    dataset = world(articles, CARD)
    assert Counter(cells(dataset))[word("absent_refused", "vi")] == 4
    plan = Planner(dataset, figures_of(dataset), EVERYTHING).plan(CARD)
    assert [unshown(plan, BlankKind.REFUSED)] == [("p.an", "p.aan", "p.di", "p.duc")]
    chosen = Planner(dataset, figures_of(dataset), replace(EVERYTHING, places=("p.an",))).plan(CARD)
    assert [unshown(chosen, BlankKind.REFUSED)] == [("p.an",)], "a cell has no room for a reason"


def test_a_figure_of_other_years_than_the_chosen_ones_is_no_silence() -> None:
    articles = {"p.an": [figure("units", 5)], "p.di": [figure("units", 6)], "p.duc": [figure("hamlets", 6)]}
    dataset = world(articles, CARD, dates={"p.an": "2015"})
    found = Counter(cells(dataset, replace(EVERYTHING, first_year=2018)))
    assert found[word("absent_other_years", "vi")] == 1
    assert found[word("absent_not_stated", "vi")] == 3  # hamlets of two, units of one


def test_a_place_that_stands_in_another_line_of_the_same_indicator_is_not_called_silent() -> None:
    articles = {"p.an": [figure("poor", 9, base="all")], "p.di": [figure("poor", 8, base="rated")]}
    found = cells(world(articles, chart(Form.SCORECARD, "poor", blanks=False)))
    assert word("absent_not_stated", "vi") not in found
    assert Counter(found)[word("absent_elsewhere", "vi")] == 2, "each says that it is in another row"


def test_a_row_without_any_figure_is_folded_and_its_reason_told() -> None:
    per_100 = chart(Form.BARS, "of_100_people")
    dataset = world({"p.an": [figure("members", 5)], "p.di": [figure("members", 6)]}, per_100)
    view = replace(EVERYTHING, theme=ALL)
    plans, _ = chart_selection.plans(dataset, figures_of(dataset), view)
    (table,) = (plan for plan in plans if plan.chart.form is Form.SCORECARD)
    assert {panel.indicator.id for panel in table.panels if panel.indicator} == {"members"}
    say = sayer(dataset)
    assert say.notes(table) == [], "no cell is there that was not computed"
    assert any("không tính" in line for line in say.missing(table))
