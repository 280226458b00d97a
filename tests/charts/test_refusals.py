"""What a rule forbids to compute is said in its place, or once for all places that share the reason."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.charts.plan import Plan
from dashboard.language.words import LANGUAGES, Language, word
from dashboard.records.dataset import Dataset
from dashboard.records.models.chart import Form
from dashboard.records.models.figure import BlankKind
from tests.world import EVERYTHING, chart, figure, planned, real, sayer, unshown, world

PEOPLE = chart(Form.BARS, "of_100_people", blanks=False)
FOUR = ("p.an", "p.aan", "p.di", "p.duc")


def unknown(number: int) -> Dataset:
    """So many districts with members and no population, beside a province with both."""
    articles = {id: [figure("members", 50)] for id in ("p", *FOUR[:number])}
    return world(articles, PEOPLE, people={"p": (1000, "2019")})


def refused_rows(plan: Plan) -> list[str]:
    return [row.locality for panel in plan.panels for row in panel.rows if row.absent]


@pytest.mark.parametrize("number", [1, 2])
def test_one_or_two_places_have_a_row_with_the_reason(number: int) -> None:
    plan = planned(unknown(number))
    assert refused_rows(plan) == list(FOUR[:number])
    assert unshown(plan, BlankKind.REFUSED) == ()
    panel = plan.panels[-1]
    assert sayer(unknown(number)).blank(panel.rows[-1], panel) == (
        "không tính: chưa có nguồn về dân số của nơi này")  # fmt: skip
    assert sayer(unknown(number), "en").blank(panel.rows[-1], panel) == (
        "not computed: no source for the population of this place is known")  # fmt: skip


@pytest.mark.parametrize("number", [3, 4])
@pytest.mark.parametrize("language", LANGUAGES)
def test_three_places_or_more_that_share_a_reason_are_told_once(number: int, language: Language) -> None:
    plan = planned(unknown(number))
    assert refused_rows(plan) == []
    ((absent, places),) = plan.absent
    assert absent.why
    assert places == FOUR[:number], "in Vietnamese order"
    (note,) = (note for note in sayer(unknown(number), language).missing(plan) if absent.why[language] in note)
    assert note.count("Bến Tre") == number
    assert absent.kind is BlankKind.REFUSED


def test_who_was_chosen_gets_a_row_however_many_share_the_reason() -> None:
    plan = planned(unknown(4), replace(EVERYTHING, places=FOUR))
    assert refused_rows(plan) == list(FOUR)
    assert unshown(plan, BlankKind.REFUSED) == ()


def test_other_reasons_stand_apart() -> None:
    articles = {id: [figure("members", 50)] for id in FOUR}
    dataset = world(articles, PEOPLE, people={"p.an": (900, "2015")})
    plan = planned(dataset)
    assert refused_rows(plan) == ["p.an"]
    assert [places for _, places in plan.absent] == [FOUR[1:]]


def test_one_reason_of_two_indicators_is_told_once() -> None:
    months = {"as_of": "2018-01/2018-03"}
    articles = {id: [figure("admitted", 5, **months), figure("members", 9)] for id in FOUR[:3]}
    plan = planned(world(articles, chart(Form.BARS, "a_year", "a_year_of_100", blanks=False)))
    assert [places for _, places in plan.absent] == [FOUR[:3]]


def test_what_could_not_come_from_anything_is_not_refused() -> None:
    plan = planned(
        world({"p.an": [figure("money", 5)], "p": [figure("members", 5)]}, PEOPLE, people={"p": (9, "2019")})
    )
    assert refused_rows(plan) == []
    assert unshown(plan, BlankKind.NOT_STATED) == ("p.an",)


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_places_without_a_known_population_are_told_once(language: Language) -> None:
    plan = planned(real(), chart="members-per-100-inhabitants")
    found = [one for one in plan.absent if one[0].kind is BlankKind.REFUSED]
    assert len({absent.why for absent, _ in found}) == len(found)
    absent, places = max(found, key=lambda one: len(one[1]))
    assert absent.why
    assert {"dong-nai", "ho-chi-minh.quan-10.phuong-14"} <= set(places)
    assert refused_rows(plan) == ["bac-kan.cho-moi"], "its population is of another year"
    said = sayer(real(), language).missing(plan)
    assert sum(absent.why[language] in note for note in said) == 1


def test_a_refusal_is_no_silence_of_the_article() -> None:
    plan = planned(unknown(1))
    ((panel, row),) = ((panel, row) for panel in plan.panels for row in panel.rows if row.absent)
    assert row.absent
    assert row.absent.kind is BlankKind.REFUSED
    indicator = unknown(1).indicators[plan.chart.indicators[0]]
    assert panel.indicator in (None, indicator)
    assert sayer(unknown(1)).absent(row.absent, indicator) == word("absent_refused", "vi")
