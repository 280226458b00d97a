"""What a chart says to those who can't see it: the finding, never an order that is open, and what is missing."""

from __future__ import annotations

from typing import Any

from dashboard.charts.alt_text import alt_text
from dashboard.charts.view import View
from dashboard.records.models.chart import Form
from tests.world import EVERYTHING, asked_for, chart, figure, planned, sayer, world

BARS = chart(Form.BARS, "members")


def said(articles: dict[str, list[Any]], view: View = EVERYTHING, **more: Any) -> str:
    dataset = world(articles, BARS, **more)
    return alt_text(planned(dataset, view), sayer(dataset))


def test_few_figures_are_all_told() -> None:
    told = said({"p.an": [figure("members", 5)], "p.di": [figure("members", 9)]})
    assert "5 đảng viên" in told
    assert "9 đảng viên" in told
    assert "cao nhất" not in told


def test_of_many_the_highest_and_the_lowest_are_told_with_those_that_equal_them() -> None:
    numbers = {"p.an": 5, "p.aan": 9, "p.di": 7, "p.duc": 5}
    told = said({place: [figure("members", number)] for place, number in numbers.items()})
    highest, _, lowest = told.partition("thấp nhất")
    assert "9 đảng viên" in highest
    assert lowest.count("5 đảng viên") == 2
    assert "giữa hai mức đó có 1 số liệu" in lowest


def test_no_highest_is_claimed_over_what_has_no_place_in_the_order() -> None:
    numbers = {"p.an": 5, "p.aan": 9, "p.di": 7, "p.duc": 99}
    told = said({place: [figure("members", number)] for place, number in numbers.items()}, dates={"p.duc": "undated"})
    assert "trong số xếp thứ tự được, cao nhất" in told
    assert "99 đảng viên" in told.partition("không xếp thứ tự được: ")[2]


def test_what_is_missing_is_told_with_its_reason() -> None:
    told = said({"p.an": [figure("members", 5)], "p.di": [figure("money", 1)]}, asked_for())
    assert "bài báo không nêu" in told.partition("Không có số liệu: ")[2]
