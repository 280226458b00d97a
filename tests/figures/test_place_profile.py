"""A dossier holds everything known about one place, and says what it lacks and why."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.figures import frame, place_profile
from dashboard.figures.place_profile import PlaceProfile
from dashboard.records.models.figure import BlankKind
from tests.few_articles import few_articles
from tests.sample import Root

DISTRICT, WARD = "quang-binh.quang-ninh", "quang-ninh.ha-long.ha-lam"
SECOND = "data/figures/paper-2020.yaml"


def of(root: Root, place: str) -> PlaceProfile:
    dataset = root.dataset()
    return place_profile.build(dataset, frame.build(dataset), place)


def test_every_figure_of_the_place_is_in_it_once_by_theme_and_in_the_order_of_the_indicators(root: Root) -> None:
    found = of(root, DISTRICT)
    assert {theme: [line.indicator for line in lines] for theme, lines in found.lines.items()} == {
        "organisation": ["members", "organizations", "committees", "cells", "hamlets", "posts_cut", "members_each"],
        "ratings": ["members_good", "graduates"],
    }
    assert found.printed
    assert found.above == ("quang-binh",)
    assert [article.id for article in found.articles] == ["paper-2019"]


def test_what_follows_from_one_figure_stands_with_it(root: Root) -> None:
    lines = {line.indicator: line for line in of(root, DISTRICT).lines["organisation"]}
    assert lines["hamlets"].computed
    assert lines["hamlets"].computed.value == -8
    assert not lines["members"].computed
    each = lines["members_each"].figure
    assert each
    assert [of(root, DISTRICT).known[id].value for id in each.inputs] == [7397, 48]


def test_what_an_article_says_in_words_has_a_line_and_is_not_missing(root: Root) -> None:
    found = of(root, WARD)
    (line,) = [line for line in found.lines["ratings"] if line.words]
    assert line.words
    assert line.words.printed == "chiếm tỷ lệ cao"
    assert "members_good" not in [one.id for one, _ in found.silent]


def test_what_is_refused_has_a_line_with_the_reason(root: Root) -> None:
    text = (root.path / "data/indicators.yaml").read_text("utf-8")
    root.write(
        "data/indicators.yaml", text.replace("formula: {ratio: [members, organizations], digits: 1}",
                                             "formula: {per_100_inhabitants: members, digits: 1}"),
    )  # fmt: skip
    (line,) = [line for line in of(root, WARD).lines["organisation"] if line.why]
    assert (line.indicator, line.article) == ("members_each", "paper-2020")


def test_a_place_without_figures_points_to_those_in_it(root: Root) -> None:
    found = of(root, "quang-ninh")
    assert not found.printed
    assert found.within == {WARD: 2}
    assert [figure.id for figure in found.inside] == ["paper-2020/members", "paper-2020/own_rating"]
    assert [found.number(figure.article) for figure in found.inside] == [1, 1]


def test_each_missing_number_has_its_reason(root: Root, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place_profile, "USUAL", 1)
    assert {why.kind for _, why in of(root, "quang-ninh").silent} == {BlankKind.NO_ARTICLE}
    assert {one.id: why.kind for one, why in of(root, DISTRICT).silent} == {"own_rating": BlankKind.NOT_STATED}
    assert {why.kind for _, why in of(root, WARD).silent} == {BlankKind.EXCERPT_ONLY, BlankKind.NOT_APPLICABLE}


def test_missing_is_what_two_articles_on_other_places_give(root: Root, monkeypatch: pytest.MonkeyPatch) -> None:
    assert of(root, WARD).silent == ()
    monkeypatch.setattr(place_profile, "USUAL", 1)
    found = of(root, WARD)
    assert [one.id for one, _ in found.silent] == [
        "organizations", "committees", "cells", "graduates", "hamlets", "posts_cut"]  # fmt: skip
    assert found.rarer == 0


def test_the_newest_article_comes_first_and_numbers_follow_the_list(root: Root) -> None:
    dataset = root.dataset()
    later = dataset.articles["paper-2020"].model_copy(update={"locality": DISTRICT})
    changed = replace(dataset, articles={**dataset.articles, "paper-2020": later})
    found = place_profile.build(changed, frame.build(dataset), DISTRICT)
    assert [found.number(id) for id in ("paper-2020", "paper-2019")] == [1, 2]


def test_articles_on_places_inside_follow_those_on_the_place_itself(root: Root) -> None:
    dataset = root.dataset()
    about = dataset.articles["paper-2019"].model_copy(update={"locality": "quang-ninh"})
    changed = replace(dataset, articles={**dataset.articles, "paper-2019": about})
    found = place_profile.build(changed, frame.build(dataset), "quang-ninh")
    assert [article.id for article in found.articles] == ["paper-2019", "paper-2020"]
    assert {found.number(figure.article) for figure in found.inside} == {2}


def test_nothing_of_the_repositorys_data_is_left_out() -> None:
    dataset = Root(few_articles()).dataset()
    rows = frame.build(dataset)
    shown: set[str] = set()
    for place in dataset.localities:
        found = place_profile.build(dataset, rows, place)
        for lines in found.lines.values():
            for line in lines:
                assert found.number(line.article)
                shown |= {figure.id for figure in (line.figure, line.computed) if figure}
        assert all(found.number(figure.article) for figure in found.inside)
    assert shown == set(rows["figure_id"])
