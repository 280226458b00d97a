"""The matrix of evidence: on the curated data."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.articles.verify.proofs import Proof
from dashboard.checks.loading import load
from dashboard.figures import frame
from dashboard.figures.evidence import matrix, standings, standings_table, told
from dashboard.language.words import word
from tests.world import figure, world


def test_places_by_themes_with_how_many_how_new_how_exact() -> None:
    dataset, problems = load(Path(__file__).parents[2])
    assert dataset, problems
    cells = matrix(dataset, frame.build(dataset))
    assert sum(place[""].figures for place in cells.values()) == len(dataset.entries), "computed ones are no evidence"
    assert all(sum(place[theme].figures for theme in dataset.themes) == place[""].figures for place in cells.values())
    for place, cell in cells.items():
        own = [entry for entry in dataset.entries if entry.locality == place]
        counted = len(own), len({one.article for one in own}), sum(one.figure.hedge is not None for one in own)
        assert (cell[""].figures, cell[""].articles, cell[""].hedged) == counted, place
        if begun := [one.as_of.start for one in own if one.as_of.start and one.as_of.end]:
            assert cell[""].newest is not None
            assert cell[""].newest.as_of.start == max(begun), place
    assert cells["ben-tre"][""].figures > 20
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


def test_figures_by_what_they_stand_on_by_level_and_year() -> None:
    dataset = world(
        {
            "p": [figure("members", 5), figure("units", 2)],
            "p.an": [figure("members", 6)],
            "q.ha": [figure("members", 7)],
        },
        dates={"p": "2015/2019", "p.an": "2018", "q.ha": "undated"},
    )
    ids = [entry.id for entry in dataset.entries]
    proofs = dict(zip(ids, (Proof.PROVEN, Proof.PROVEN_IN_PART, Proof.SEEN_AGAIN, Proof.NOT_PROVEN), strict=True))
    assert {key: dict(counts) for key, counts in standings(dataset, proofs).items()} == {
        ("all", ""): {"proven": 1, "proven_in_part": 1, "seen_again": 1, "noted": 1},
        ("level", "province"): {"proven": 1, "proven_in_part": 1},
        ("level", "district"): {"seen_again": 1, "noted": 1},
        ("year", "2018"): {"seen_again": 1},
        ("year", "2019"): {"proven": 1, "proven_in_part": 1},
        ("year", ""): {"noted": 1},
    }
    heads, rows = standings_table(dataset, proofs, "vi")
    assert [len(row) for row in rows] == [len(heads)] * 6
    assert rows[-1] == [word("undated", "vi"), "0", "0", "0", "1", "1"]
    article = dataset.articles["p"]
    assert told(article, dataset.by_article["p"], proofs, "vi") == "đọc toàn văn; 2 trên 2 số liệu đã đối chiếu"
    assert told(article, dataset.by_article["p.an"], proofs, "en").endswith(
        "Figures seen again in the article by a second reader: 1 of 1"
    )
