"""One place at two dates: a change with its dates, as far as the verdict allows."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dashboard.charts.dimensions import Dimensions
from dashboard.charts.layout import Layout
from dashboard.charts.plan import Plan, Row, split
from dashboard.charts.scales import Mode
from dashboard.language.words import LANGUAGES, Language
from dashboard.records.dataset import Dataset
from dashboard.records.models.chart import Form
from tests.world import EVERYTHING, asked_for, chart, drawn, figure, planned, sayer, world

MEMBERS = chart(Form.TIME, "members")


def rows(plan: Plan) -> list[Row]:
    return [row for panel in plan.panels for row in panel.rows]


def twice(first: Any = None, second: Any = None, indicator: str = "members") -> Dataset:
    """One place with a figure of 2018 and one of 2024, in two articles."""
    return world(
        {"p": [figure(indicator, 78047, **(first or {}))], "p/2": [figure(indicator, 88695, **(second or {}))]},
        chart(Form.TIME, indicator), dates={"p": "2018-09-10", "p/2": "2024-03-28"},
    )  # fmt: skip


def test_two_dates_of_a_place_are_one_row_from_the_earlier_to_the_later() -> None:
    (row,) = rows(planned(twice()))
    assert row.earlier is not None
    assert row.figure is not None
    assert (row.earlier.value, row.figure.value) == (78047, 88695)
    assert [figure.value for figure in row.data] == [78047, 88695], "both are cited"


@pytest.mark.parametrize(
    ("language", "said", "span"),
    [("vi", "tính ra +10.648 (+13,6%)", "09/2018 → 03/2024"),
     ("en", "computed: +10,648 (+13.6%)", "Sep 2018 → Mar 2024")],
)  # fmt: skip
def test_the_growth_is_said_in_number_and_per_cent_with_both_dates(language: Language, said: str, span: str) -> None:
    plan = planned(twice())
    (row,) = rows(plan)
    say = sayer(twice(), language)
    assert say.computed(row) == said
    assert say.span(row) == span
    assert span in say.below(row, plan.panels[0])


def test_a_row_is_told_with_its_place_what_is_counted_both_dates_and_both_articles() -> None:
    articles = {
        "p": [figure("members", 78047), figure("units", 70)],
        "p/2": [figure("members", 88695), figure("units", 77)],
        "q": [figure("members", 9)],
    }
    dates = {"p": "2018-09-10", "p/2": "2024-03-28"}
    dataset = world(articles, chart(Form.TIME, "members", "units"), dates=dates)
    plan = planned(dataset)
    (row,) = (row for row in rows(plan) if row.figure and row.figure.indicator == "members")
    panel = next(panel for panel in plan.panels if row in panel.rows)
    assert sayer(dataset).described(row, panel, plan) == (
        "Tỉnh Bến Tre, members, 09/2018 → 03/2024: 78.047 → 88.695 đảng viên (tính ra +10.648 (+13,6%))"
    )
    assert sayer(dataset, "en").described(row, panel, plan) == (
        "Bến Tre tỉnh (en), members (en), Sep 2018 → Mar 2024: 78,047 → 88,695 đảng viên (computed: +10,648 (+13.6%))"
    )
    assert {source.article for source in sayer(dataset).sources(plan)} == {"p", "p/2"}


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [({"hedge": "over"}, {}, "< +10.648 (+13,6%)"), ({}, {"hedge": "over"}, "> +10.648 (+13,6%)"),
     ({"hedge": "over"}, {"hedge": "over"}, "≈ +10.648 (+13,6%)")],
)  # fmt: skip
def test_a_growth_leaves_open_what_its_numbers_leave_open(first: Any, second: Any, said: str) -> None:
    dataset = twice(first, second)
    assert said in sayer(dataset).computed(rows(planned(dataset))[0])


def test_a_fall_has_a_minus_and_per_cent_of_per_cent_is_not_told() -> None:
    fall = world({"p": [figure("members", 88695)], "p/2": [figure("members", 78047)]}, MEMBERS,
                 dates={"p": "2018", "p/2": "2024"})  # fmt: skip
    assert sayer(fall).computed(rows(planned(fall))[0]) == "tính ra −10.648 (−12,0%)"
    share = world({"p": [figure("poor", 9.5, base="all")], "p/2": [figure("poor", 4, base="all")]},
                  chart(Form.TIME, "poor"), dates={"p": "2018", "p/2": "2024"})  # fmt: skip
    assert sayer(share).computed(rows(planned(share))[0]) == "tính ra −5,50"


def test_from_nothing_there_is_no_per_cent() -> None:
    grown = world({"p": [figure("members", 0)], "p/2": [figure("members", 5)]}, MEMBERS,
                  dates={"p": "2018", "p/2": "2024"})  # fmt: skip
    assert sayer(grown).computed(rows(planned(grown))[0]) == "tính ra +5"


def test_three_dates_are_two_changes() -> None:
    dataset = world({f"p/{n}": [figure("members", n)] for n in (2, 3, 1)}, MEMBERS,
                    dates={"p/1": "2010", "p/2": "2015", "p/3": "2020"})  # fmt: skip
    assert [(row.earlier and row.earlier.value, row.figure and row.figure.value) for row in rows(planned(dataset))] == [
        (1, 2), (2, 3)]  # fmt: skip


@pytest.mark.parametrize("when", ["2018-09-10", "undated"], ids=["one date twice", "no date"])
def test_one_date_is_no_change(when: str) -> None:
    dataset = world({"p": [figure("members", 5)], "p/2": [figure("members", 6)]}, MEMBERS,
                    dates={"p": "2018-09-10", "p/2": when})  # fmt: skip
    assert planned(dataset).panels == ()
    assert planned(dataset, asked_for()).panels == (), "a place with one date is no blank either"
    assert planned(dataset).absent == ()


def test_two_places_are_never_one_change() -> None:
    dataset = world({"p": [figure("members", 5)], "q": [figure("members", 6)]}, MEMBERS, dates={"p": "2018"})
    assert planned(dataset).panels == ()


# --- what the rules forbid


@pytest.mark.parametrize(
    ("dataset", "vi", "en"),
    [
        (world({"p": [figure("members", 5)], "p/2": [figure("members", 6)]}, MEMBERS,
               dates={"p": "2024", "p/2": "2026"}), "1/7/2025", "1 July 2025"),
        (twice({"base": "all"}, {"base": "rated"}, "graduates"), "không tính trên cùng một tổng số", "different bases"),
        (twice({"base": "all", "scheme": "old"}, {"base": "all", "scheme": "new"}, "good"), "khác cách xếp loại",
         "different rating schemes"),
    ],
    ids=["before and after the break", "of all and of those rated", "two schemes"],
)  # fmt: skip
def test_a_pair_that_a_rule_keeps_apart_is_refused_in_words(dataset: Dataset, vi: str, en: str) -> None:
    plan = planned(dataset)
    (row,) = rows(plan)
    assert row.figure is None
    assert row.earlier is None
    for language, said in zip(LANGUAGES, (vi, en), strict=True):
        assert said in sayer(dataset, language).blank(row, plan.panels[0])
    assert split([plan]) == ([plan], []), "the refusal is shown"


# --- on the sheet


@pytest.mark.parametrize("inner", [290, 460])
def test_the_change_is_drawn_from_the_earlier_ring_to_the_later_dot(inner: float) -> None:
    made = drawn(twice(), Dimensions(inner))
    assert isinstance(made, Layout)
    (dots,) = (trace for trace in made.canvas.figure(200)["data"] if trace.get("mode") == "lines+markers")
    assert dots["x"] == [78047, 88695]
    assert made.scales.maximum(made.plan.panels[0]) == 88695
    assert made.scales.mode(made.plan.panels[0]) is Mode.CHANGE


def test_a_years_filter_that_leaves_one_date_leaves_no_change() -> None:
    assert planned(twice(), replace(EVERYTHING, first_year=2020)).panels == ()


def test_a_change_bears_the_caution_of_its_two_dates() -> None:
    (panel,) = planned(twice()).panels
    assert [reason.kind for reason in panel.judgement.reasons] == ["dates"]
    (hedged,) = planned(twice({"hedge": "over"})).panels
    assert [reason.kind for reason in hedged.judgement.reasons][:2] == ["dates", "hedge"]


# --- which came first


@pytest.mark.parametrize(
    ("first", "second"),
    [("2021/2022", "2022-03"), ("../2024", "2020"), ("2019", "2019-06-30"), ("2015/2020", "2018/2023")],
)
def test_no_change_is_drawn_where_it_is_not_known_which_came_first(first: str, second: str) -> None:
    dataset = world({"p": [figure("members", 5)], "p/2": [figure("members", 6)]}, MEMBERS,
                    dates={"p": first, "p/2": second})  # fmt: skip
    plan = planned(dataset)
    (row,) = rows(plan)
    assert (row.figure, row.earlier) == (None, None)
    assert "không rõ số nào có trước" in sayer(dataset).blank(row, plan.panels[0])
    assert "it is not known which came first" in sayer(dataset, "en").blank(row, plan.panels[0])


def test_a_moment_known_by_bounds_is_earlier_than_what_is_beyond_them() -> None:
    dataset = world({"p": [figure("members", 5)], "p/2": [figure("members", 6)]}, MEMBERS,
                    dates={"p": "../2015", "p/2": "2019"})  # fmt: skip
    (row,) = rows(planned(dataset))
    assert sayer(dataset).span(row) == "không muộn hơn 2015 → 2019"
    assert sayer(dataset).caution(planned(dataset).panels[0]) == "Cần thận trọng: cách nhau ít nhất 3 năm"
