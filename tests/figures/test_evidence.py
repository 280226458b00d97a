"""The matrix of evidence: on the curated data."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.checks.loading import load
from dashboard.figures import frame
from dashboard.figures.evidence import matrix
from tests.world import figure, world


def test_places_by_themes_with_how_many_how_new_how_exact() -> None:
    dataset, problems = load(Path(__file__).parents[2])
    assert dataset, problems
    cells = matrix(dataset, frame.build(dataset))
    assert sum(place[""].figures for place in cells.values()) == len(dataset.entries), "computed ones are no evidence"
    assert all(sum(place[theme].figures for theme in dataset.themes) == place[""].figures for place in cells.values())
    province = cells["ben-tre"][""]
    assert (province.figures, province.articles, province.hedged) == (22, 2, 2)
    assert province.newest is not None
    assert province.newest.as_of.text == "2019-09-17"
    assert cells["quang-binh.quang-ninh"]["ratings"].newest is None, "its ratings are undated"
    assert cells["ben-tre"]["staff"].figures == 0
    levels = [dataset.localities[place].level for place in cells]
    assert levels == sorted(levels, key=["province", "district", "commune"].index)


@pytest.mark.parametrize(("other", "newest"), [("2015", "2015"), ("undated", "../2021")])
def test_a_bound_is_the_newest_date_only_where_there_is_no_other(other: str, newest: str) -> None:
    dataset = world({"p": [figure("members", 5)], "p/2": [figure("members", 6)]}, dates={"p": "../2021", "p/2": other})
    cell = matrix(dataset, frame.build(dataset))["p"][""]
    assert cell.newest is not None
    assert str(cell.newest.as_of) == newest
