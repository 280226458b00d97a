"""What a chart shows: its panels, rows and blanks, and who is silent."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.charts.plan import Panel, Plan, split
from dashboard.charts.view import ALL, SORTS, View
from dashboard.figures.comparability import Verdict
from dashboard.records.dataset import Dataset
from dashboard.records.models.chart import Chart, Form
from dashboard.records.models.fields import Text
from dashboard.records.models.figure import Blank, BlankKind, FigureRecord
from dashboard.records.models.locality import Level
from tests.world import EVERYTHING, PLACES, asked_for, chart, figure, planned, world

MEMBERS = chart(Form.BARS, "members")
UNITS = chart(Form.STACKED, "units", "committees", "cells")
BY_NAME = ("p.an", "p.aan", "p.di", "p.duc")  # An Lão, Ân Thi, Dĩ An, Đức Hòa


def rows(panel: Panel) -> list[str]:
    """Its places, from the top down."""
    return [row.locality for row in panel.rows]


def values(panel: Panel) -> list[float | None]:
    return [row.figure.value if row.figure else None for row in panel.rows]


def blanks(plan: Plan) -> dict[str, BlankKind | None]:
    """Why which place has no figure."""
    return {
        row.locality: row.absent.kind if row.absent else None
        for panel in plan.panels
        for row in panel.rows
        if not row.figure
    }


def told(plan: Plan) -> dict[BlankKind, tuple[str, ...]]:
    """The places without a row that are named below the chart, by reason."""
    return {absent.kind: places for absent, places in plan.absent}


def sorted_by(sort: str) -> View:
    return replace(EVERYTHING, sort=sort)


# --- panels


def test_each_level_has_a_panel_from_the_top_down() -> None:
    plan = planned(world({id: [figure("members", 5)] for id in ("q.ha.lam", "p.di", "p", "p.an")}, MEMBERS))
    assert [(panel.level, rows(panel)) for panel in plan.panels] == [
        (Level.PROVINCE, ["p"]), (Level.DISTRICT, ["p.an", "p.di"]), (Level.COMMUNE, ["q.ha.lam"])]  # fmt: skip
    assert plan.levels == list(Level)


def test_a_ratio_that_removes_size_puts_all_levels_on_one_axis() -> None:
    articles = {id: [figure("members", 9), figure("units", 3)] for id in ("p", "p.an")}
    both = planned(world(articles, chart(Form.BARS, "each", cross_levels=True)))
    assert [(panel.level, rows(panel)) for panel in both.panels] == [(None, ["p.an", "p"])]
    assert both.panels[0].judgement.verdict is Verdict.COMPARABLE
    assert len(planned(world(articles, chart(Form.BARS, "each"))).panels) == 2


def test_nothing_but_a_ratio_crosses_levels_whatever_the_chart_says() -> None:
    articles = {id: [figure("members", 9)] for id in ("p", "p.an")}
    plan = planned(world(articles, chart(Form.BARS, "members", cross_levels=True)))
    assert [panel.level for panel in plan.panels] == [Level.PROVINCE, Level.DISTRICT]


def test_every_indicator_of_a_chart_has_panels_of_its_own_in_its_order() -> None:
    plan = planned(
        world({"p.an": [figure("members", 5), figure("hamlets", 7)]}, chart(Form.BARS, "hamlets", "members"))
    )
    assert [panel.indicator and panel.indicator.id for panel in plan.panels] == ["hamlets", "members"]


def test_rating_schemes_never_share_an_axis() -> None:
    rated = {id: [figure("good", 90, base="all", scheme="old" if id != "p.di" else "new")] for id in BY_NAME}
    plan = planned(world(rated, chart(Form.BARS, "good")))
    assert [rows(panel) for panel in plan.panels] == [["p.di"], ["p.an", "p.aan", "p.duc"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"base": "all"}, {"base": "rated"}),
        ({"base": "subset", "base_note": Text(vi="xã", en="communes")},
         {"base": "subset", "base_note": Text(vi="huyện", en="districts")}),
        ({"base": "not_stated"}, {"base": "not_stated"}),
    ],
    ids=["of all and of those rated", "of two subsets", "of what nobody knows, twice"],
)  # fmt: skip
def test_different_bases_never_share_an_axis(one: dict[str, Any], other: dict[str, Any]) -> None:
    articles = {"p.an": [figure("poor", 9, **one)], "p.di": [figure("poor", 8, **other)]}
    plan = planned(world(articles, chart(Form.BARS, "poor")))
    assert [rows(panel) for panel in plan.panels] == [["p.an"], ["p.di"]]


def test_one_base_is_one_axis() -> None:
    subset: dict[str, Any] = {"base": "subset", "base_note": Text(vi="xã", en="communes")}
    articles = {id: [figure("poor", 9, **subset)] for id in BY_NAME}
    assert [rows(panel) for panel in planned(world(articles, chart(Form.BARS, "poor"))).panels] == [list(BY_NAME)]


def test_panels_of_unknown_bases_are_never_put_in_the_order_of_their_values() -> None:
    articles = {id: [figure("poor", 9 + n, base="not_stated")] for n, id in enumerate(BY_NAME)}
    plan = planned(world(articles, chart(Form.BARS, "poor")), sorted_by("value"))
    assert [rows(panel) for panel in plan.panels] == [[id] for id in BY_NAME]


def test_grades_share_a_panel() -> None:
    articles = {
        "p.an": [figure("own", grade="good", scheme="new")],
        "p.di": [figure("own", grade="completed", scheme="new")],
    }
    (panel,) = planned(world(articles, chart(Form.BARS, "own"))).panels
    assert panel.judgement.verdict is Verdict.COMPARABLE


# --- order


NUMBERED = {id: [figure("members", value)] for id, value in zip(BY_NAME, (30, 10, 40, 20), strict=True)}


def test_places_stand_in_vietnamese_order() -> None:
    (panel,) = planned(world(NUMBERED, MEMBERS)).panels
    assert rows(panel) == list(BY_NAME)


def test_places_stand_in_the_order_of_their_values() -> None:
    (panel,) = planned(world(NUMBERED, MEMBERS), sorted_by("value")).panels
    assert values(panel) == [40, 30, 20, 10]


def test_places_stand_in_the_order_of_their_dates() -> None:
    dates = dict(zip(BY_NAME, ("2023", "undated", "2019-10-18", "2015/2018"), strict=True))
    (panel,) = planned(world(NUMBERED, MEMBERS, dates=dates), sorted_by("date")).panels
    assert rows(panel) == ["p.duc", "p.di", "p.an", "p.aan"]


def test_no_place_among_the_dates_is_claimed_for_what_bounds_leave_open() -> None:
    dates = dict(zip(BY_NAME, ("../2021", "2023", "2019-10-18", "2010/2012"), strict=True))
    (panel,) = planned(world(NUMBERED, MEMBERS, dates=dates), sorted_by("date")).panels
    assert [dates[id] for id in rows(panel)] == ["2019-10-18", "2023", "../2021", "2010/2012"]
    apart = dict(zip(BY_NAME, ("../2009", "2023", "2019-10-18", "2010/2012"), strict=True))
    (panel,) = planned(world(NUMBERED, MEMBERS, dates=apart), sorted_by("date")).panels
    assert [apart[id] for id in rows(panel)] == ["../2009", "2010/2012", "2019-10-18", "2023"]


def test_values_are_compared_within_a_panel_only() -> None:
    articles = {"p": [figure("members", 1)], "p.an": [figure("members", 5)], "p.di": [figure("members", 7)]}
    plan = planned(world(articles, MEMBERS), sorted_by("value"))
    assert [rows(panel) for panel in plan.panels] == [["p"], ["p.di", "p.an"]]


@pytest.mark.parametrize("sort", SORTS)
def test_what_has_no_figure_stands_last(sort: str) -> None:
    articles = {"p.an": [figure("hamlets", 3)], "p.di": [figure("members", 0)], "p.duc": [figure("members", 2)]}
    (panel,) = planned(world(articles, MEMBERS), asked_for(sorted_by(sort))).panels
    assert rows(panel)[-1] == "p.an"


def test_equal_values_stand_by_name() -> None:
    (panel,) = planned(
        world({id: [figure("members", 5)] for id in reversed(BY_NAME)}, MEMBERS), sorted_by("value")
    ).panels
    assert rows(panel) == list(BY_NAME)


def test_a_figure_without_a_year_is_never_ranked() -> None:
    dates = {"p.di": "undated"}
    (panel,) = planned(world(NUMBERED, MEMBERS, dates=dates), sorted_by("value")).panels
    assert values(panel) == [30, 20, 10, 40]


def test_an_order_that_a_hedge_leaves_open_is_not_claimed() -> None:
    articles = {
        "p.an": [figure("members", 85)],
        "p.aan": [figure("members", 90, hedge="over")],
        "p.di": [figure("members", 95)],
        "p.duc": [figure("members", 20)],
    }
    (panel,) = planned(world(articles, MEMBERS), sorted_by("value")).panels
    assert rows(panel) == ["p.an", "p.duc", "p.aan", "p.di"]  # over 90 and 95 last, by name
    assert not panel.judgement.ranked


def test_a_hedged_number_keeps_its_place_where_its_order_is_certain() -> None:
    articles = {"p.an": [figure("members", 85)], "p.aan": [figure("members", 90, hedge="over")]}
    (panel,) = planned(world(articles, MEMBERS), sorted_by("value")).panels
    assert rows(panel) == ["p.aan", "p.an"]


def test_terms_and_years_have_panels_of_their_own() -> None:
    articles = {
        "p.an": [figure("admitted", 1024, as_of="2015/2020", term=True)],
        "p.di": [figure("admitted", 125, as_of="2010")],
        "p.duc": [figure("admitted", 1500, as_of="2015/2020", term=True)],
    }
    panels = planned(world(articles, chart(Form.BARS, "admitted"))).panels
    assert sorted(rows(panel) for panel in panels) == [["p.an", "p.duc"], ["p.di"]]


def test_a_place_without_a_figure_joins_the_largest_panel_of_its_level() -> None:
    articles = {
        "p.an": [figure("admitted", 1024, as_of="2015/2020")],
        "p.aan": [figure("money", 1)],
        "p.di": [figure("admitted", 125, as_of="2019")],
        "p.duc": [figure("admitted", 99, as_of="2019")],
    }
    dataset = world(articles, chart(Form.BARS, "admitted"))
    panels = planned(dataset, replace(EVERYTHING, places=BY_NAME)).panels
    assert sorted(rows(panel) for panel in panels) == [["p.an"], ["p.di", "p.duc", "p.aan"]]


def test_counts_of_totals_are_ranked_by_the_share_that_is_drawn() -> None:
    articles = {
        "p.an": [figure("graduates", 437, out_of=614, base="all")],
        "p.di": [figure("graduates", 223, out_of=226, base="all")],
    }
    (panel,) = planned(world(articles, chart(Form.BARS, "graduates")), sorted_by("value")).panels
    assert rows(panel) == ["p.di", "p.an"]


def test_a_fall_ranks_below_a_rise_and_above_what_is_not_known() -> None:
    articles = {
        "p.an": [figure("hamlets", 154, before=162)],
        "p.di": [figure("hamlets", 170, before=162)],
        "p.duc": [figure("members", 1)],
    }
    plan = planned(world(articles, chart(Form.BARS, "since_before")), asked_for(sorted_by("value")))
    assert rows(plan.panels[0]) == ["p.di", "p.an", "p.duc"]


# --- rows


def test_a_place_with_two_dates_has_two_rows() -> None:
    dataset = world({"p.an": [figure("members", 5)], "p.an/2": [figure("members", 6)]}, MEMBERS, dates={"p.an": "2018"})
    (panel,) = planned(dataset).panels
    assert [(row.locality, row.figure and str(row.figure.as_of)) for row in panel.rows] == [
        ("p.an", "2018"), ("p.an", "2019")]  # fmt: skip


def test_the_same_fact_in_two_articles_is_shown_twice() -> None:
    (panel,) = planned(world({"p.an": [figure("members", 5)], "p.an/2": [figure("members", 5)]}, MEMBERS)).panels
    assert len(panel.rows) == 2


def test_a_place_inside_another_has_a_row_where_an_article_names_it() -> None:
    dataset = world({"p": [figure("members", 9), figure("members", 4, "p.an"), figure("members", 5, "p.di")]}, MEMBERS)
    assert [rows(panel) for panel in planned(dataset).panels] == [["p"], ["p.an", "p.di"]]


def test_a_whole_has_the_parts_of_its_article_place_and_date() -> None:
    articles = {
        "p.an": [figure("units", 48), figure("committees", 24), figure("cells", 23, as_of="2018")],
        "p.an/2": [figure("cells", 22)],
    }
    plan = planned(world(articles, UNITS))
    (row,) = plan.panels[0].rows
    assert [part.value if part else None for part in row.parts] == [24, None]


def test_parts_without_their_whole_are_not_left_out() -> None:
    plan = planned(world({"p.an": [figure("committees", 24)], "p.di": [figure("units", 9)]}, UNITS), asked_for())
    assert [(panel.indicator and panel.indicator.id, rows(panel), values(panel)) for panel in plan.panels] == [
        ("units", ["p.di", "p.an"], [9, None]), ("committees", ["p.an"], [24])]  # fmt: skip


def test_what_follows_from_a_figure_stands_beside_it() -> None:
    plan = planned(world({"p.an": [figure("graduates", 40, out_of=160, base="all")]}, chart(Form.BARS, "graduates")))
    computed = plan.panels[0].rows[0].computed
    assert computed
    assert (computed.indicator, computed.value, computed.computed) == ("of_total", 25, True)


def test_a_change_is_computed_only_where_before_and_after_are_drawn() -> None:
    articles = {"p.an": [figure("hamlets", 154, before=162)], "p.di": [figure("hamlets", 150)]}
    before = planned(world(articles, chart(Form.CHANGE, "hamlets")), asked_for())
    assert [(row.locality, row.computed and row.computed.value) for row in before.panels[0].rows] == [
        ("p.an", -8), ("p.di", None)]  # fmt: skip
    assert blanks(before) == {"p.di": BlankKind.NOT_STATED}
    bars = planned(world(articles, chart(Form.BARS, "hamlets")))
    assert [row.computed for row in bars.panels[0].rows] == [None, None]


# --- blanks


def of_every_blank() -> Dataset:
    """A chart of units for which each place but one has another reason to have none."""
    return world(
        {
            "p.an": [figure("units", 5)],
            "p.di": [figure("members", 5)],
            "p.duc": [figure("members", 5)],
            "q.ha": [figure("members", 5)],
            "q.ha.lam": [figure("members", 5)],
        },
        chart(Form.BARS, "units"),
        excerpts=["p.duc"],
        blanks={"q.ha": [Blank(indicator="units", printed="khá nhiều")]},
    )


def test_the_reasons_for_a_blank_are_told_apart() -> None:
    assert blanks(planned(of_every_blank(), asked_for())) == {
        "p.di": BlankKind.NOT_STATED,
        "p.duc": BlankKind.EXCERPT_ONLY,
        "q.ha": BlankKind.WORDS_ONLY,
        "q.ha.lam": BlankKind.NOT_APPLICABLE,
    }


def test_who_was_not_asked_for_has_no_blank_row_but_is_named_with_the_reason() -> None:
    plan = planned(of_every_blank())
    assert [row.locality for panel in plan.panels for row in panel.rows] == ["p.an", "q.ha"], "words are kept"
    assert told(plan) == {BlankKind.NOT_STATED: ("p.di",), BlankKind.EXCERPT_ONLY: ("p.duc",)}


def test_one_chosen_place_has_a_blank_row_and_nobody_else_is_named() -> None:
    plan = planned(of_every_blank(), replace(EVERYTHING, places=("p.di",)))
    assert blanks(plan) == {"p.di": BlankKind.NOT_STATED}
    assert told(plan) == {}


def test_a_chart_of_several_things_has_no_blank_rows_even_for_those_who_are_asked_for() -> None:
    articles = {"p.an": [figure("members", 5)], "p.di": [figure("money", 5)]}
    plan = planned(world(articles, chart(Form.BARS, "members", "hamlets")), asked_for())
    assert [rows(panel) for panel in plan.panels] == [["p.an"]]
    assert told(plan) == {BlankKind.NOT_STATED: ("p.di",)}


def test_a_place_without_an_article_has_no_row() -> None:
    dataset = world({"p": [figure("members", 9), figure("hamlets", 3, "p.an")]}, MEMBERS)
    assert [rows(panel) for panel in planned(dataset, asked_for()).panels] == [["p"]]


def test_an_article_read_in_full_tells_more_than_an_excerpt() -> None:
    articles = {"p.an": [figure("hamlets", 1)], "p.an/2": [figure("hamlets", 2)], "p.di": [figure("members", 1)]}
    for excerpt in ("p.an", "p.an/2"):
        assert blanks(planned(world(articles, MEMBERS, excerpts=[excerpt]), asked_for())) == {
            "p.an": BlankKind.NOT_STATED
        }


def test_an_article_without_figures_about_its_place_still_makes_it_a_row() -> None:
    dataset = world({"p": [figure("members", 5, "p.an")]}, MEMBERS)
    assert blanks(planned(dataset, asked_for())) == {"p": BlankKind.NOT_STATED}
    assert told(planned(dataset)) == {BlankKind.NOT_STATED: ("p",)}


def test_words_about_a_place_without_figures_are_not_left_out() -> None:
    words = Blank(indicator="members", printed="khá đông", locality="q.ha")
    dataset = world({"p": [figure("hamlets", 5)]}, MEMBERS, blanks={"p": [words]})
    assert blanks(planned(dataset)) == {"q.ha": BlankKind.WORDS_ONLY}
    assert blanks(planned(dataset, asked_for())) == {"p": BlankKind.NOT_STATED, "q.ha": BlankKind.WORDS_ONLY}


def test_a_figure_outside_the_chosen_years_is_no_silence() -> None:
    dataset = world({"p.an": [figure("members", 5)], "p.di": [figure("members", 6)]}, MEMBERS, dates={"p.an": "2015"})
    late = replace(EVERYTHING, first_year=2018)
    (panel,) = planned(dataset, asked_for(late)).panels
    assert [(row.locality, row.absent and row.absent.kind) for row in panel.rows] == [
        ("p.di", None), ("p.an", BlankKind.OTHER_YEARS)]  # fmt: skip
    assert told(planned(dataset, late)) == {BlankKind.OTHER_YEARS: ("p.an",)}


def test_a_figure_without_a_year_is_in_every_period() -> None:
    dataset = world({"p.an": [figure("members", 5)]}, MEMBERS, dates={"p.an": "undated"})
    assert planned(dataset, replace(EVERYTHING, first_year=2018, last_year=2018)).data


def test_a_chart_may_leave_its_blanks_out() -> None:
    articles = {"p.an": [figure("members", 5)], "p.di": [figure("hamlets", 5)]}
    plan = planned(world(articles, chart(Form.BARS, "members", blanks=False)), asked_for())
    assert [rows(panel) for panel in plan.panels] == [["p.an"]]
    assert told(plan) == {BlankKind.NOT_STATED: ("p.di",)}


# --- who is silent


def test_those_who_print_nothing_are_named_once_in_vietnamese_order() -> None:
    articles = {id: [figure("money", 5)] for id in reversed(BY_NAME)} | {"q.ha": [figure("members", 5)]}
    plan = planned(world(articles, chart(Form.BARS, "members", "hamlets")))
    assert told(plan) == {BlankKind.NOT_STATED: BY_NAME}


def test_nobody_is_silent_where_each_place_has_a_row() -> None:
    dataset = world({id: [figure("money", 5)] for id in BY_NAME}, MEMBERS)
    assert told(planned(dataset, asked_for())) == {}
    assert told(planned(dataset)) == {BlankKind.NOT_STATED: BY_NAME}


def test_who_gives_words_or_a_part_is_not_silent() -> None:
    stack = chart(Form.STACKED, "units", "committees", "cells", blanks=False)
    dataset = world(
        {"p.an": [figure("cells", 5)], "p.di": [figure("money", 5)], "p.duc": [figure("units", 5)]},
        stack,
        blanks={"p.di": [Blank(indicator="units", printed="khá nhiều")]},
    )
    assert told(planned(dataset)) == {}


def test_who_has_a_figure_of_another_period_is_not_silent() -> None:
    dataset = world(
        {"p.an": [figure("members", 5)], "p.di": [figure("members", 6)]},
        chart(Form.BARS, "members", "hamlets"),
        dates={"p.an": "2015"},
    )
    plan = planned(dataset, replace(EVERYTHING, first_year=2018))
    assert told(plan) == {BlankKind.OTHER_YEARS: ("p.an",)}


def test_who_was_read_in_part_is_not_said_to_be_silent() -> None:
    dataset = world(
        {"p.an": [figure("money", 5)], "p.di": [figure("members", 6)]},
        chart(Form.BARS, "members", "hamlets"),
        excerpts=["p.an"],
    )
    plan = planned(dataset)
    assert told(plan) == {BlankKind.EXCERPT_ONLY: ("p.an",)}


def test_who_could_not_speak_is_not_said_to_be_silent() -> None:
    dataset = world(
        {"p.an": [figure("units", 5)], "q.ha.lam": [figure("money", 6)]},
        chart(Form.STACKED, "units", "cells", blanks=False),
    )
    assert told(planned(dataset)) == {}


# --- what is chosen


def test_a_province_without_figures_stands_for_what_lies_in_it() -> None:
    dataset = world({id: [figure("members", 5)] for id in ("q.ha", "q.ha.lam", "p.an")}, MEMBERS)
    plan = planned(dataset, replace(EVERYTHING, places=("q",)))
    assert [rows(panel) for panel in plan.panels] == [["q.ha"], ["q.ha.lam"]]


def test_a_province_with_figures_stands_for_itself() -> None:
    dataset = world({"p": [figure("members", 9)], "p.an": [figure("members", 5)]}, MEMBERS)
    plan = planned(dataset, replace(EVERYTHING, places=("p",)))
    assert [rows(panel) for panel in plan.panels] == [["p"]]


def test_a_place_with_nothing_in_it_shows_nothing() -> None:
    dataset = world({"p": [figure("members", 9)]}, MEMBERS)
    assert planned(dataset, replace(EVERYTHING, places=("q.ha.lam",))).panels == ()


def test_a_level_leaves_out_the_others() -> None:
    dataset = world({id: [figure("members", 5)] for id in ("p", "p.an", "q.ha.lam")}, MEMBERS)
    plan = planned(dataset, replace(EVERYTHING, level="district"))
    assert [rows(panel) for panel in plan.panels] == [["p.an"]]
    assert planned(dataset, replace(EVERYTHING, level="district", places=("p",))).panels == ()


def test_charts_with_nothing_but_blanks_are_set_apart() -> None:
    dataset = world(
        {"p.an": [figure("members", 5)]},
        chart(Form.BARS, "members", id="full"),
        chart(Form.BARS, "hamlets", id="blank"),
        chart(Form.BARS, "hamlets", id="none", blanks=False),
        chart(Form.BARS, "admitted", id="words"),
        blanks={"p.an": [Blank(indicator="admitted", printed="nhiều")]},
    )
    said, empty = split(planned(dataset, chart=id) for id in dataset.charts)
    assert [plan.chart.id for plan in said] == ["full", "words"]
    assert [plan.chart.id for plan in empty] == ["blank", "none"]


# --- any data, and ours


CHOICES = st.builds(
    View,
    theme=st.just(ALL),
    places=st.lists(st.sampled_from([id for id, _, _ in PLACES]), unique=True, max_size=3).map(tuple),
    level=st.sampled_from([ALL, *(level.value for level in Level)]),
    first_year=st.sampled_from([None, 2018, 2019]),
    last_year=st.sampled_from([None, 2019, 2020]),
    sort=st.sampled_from(SORTS),
)
FIGURES = st.one_of(
    st.builds(figure, st.sampled_from(["members", "units", "cells", "hamlets", "admitted"]), st.integers(0, 9000)),
    st.builds(
        lambda value, base, hedge, since: figure("poor", value, base=base, hedge=hedge, since=since, as_of=since),
        st.integers(0, 100), st.sampled_from(["all", "rated", "not_stated"]), st.sampled_from([None, "over", "nearly"]),
        st.sampled_from([None, "2015", "undated"]),
    ),
    st.builds(lambda grade: figure("own", grade=grade, scheme="new"), st.sampled_from(["good", "unclear"])),
)  # fmt: skip
ARTICLES = st.dictionaries(
    st.sampled_from([id for id, _, _ in PLACES]),
    st.lists(FIGURES, min_size=1, max_size=4, unique_by=lambda one: one.indicator),
    max_size=5,
)
CHARTS = (
    MEMBERS, UNITS, chart(Form.BARS, "poor"), chart(Form.BARS, "own", "members", "hamlets"),
    chart(Form.CHANGE, "hamlets"), chart(Form.BARS, "each", cross_levels=True), chart(Form.BARS, "poor", blanks=False),
)  # fmt: skip


@settings(max_examples=50)
@given(ARTICLES, st.sampled_from(CHARTS), CHOICES)
def test_no_axis_holds_what_may_not_be_compared(
    articles: dict[str, list[FigureRecord]], one: Chart, view: View
) -> None:
    plan = planned(world(articles, one), view)
    for panel in plan.panels:
        assert panel.judgement.verdict is not Verdict.NOT_COMPARABLE
        assert panel.rows
        assert all((row.figure is None) == (row.absent is not None) for row in panel.rows)
    named = [place for _, places in plan.absent for place in places]
    assert len(set(named)) == len(named)
    assert not set(named) & {row.locality for panel in plan.panels for row in panel.rows}
