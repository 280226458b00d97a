"""A flow is divided by its years and a stock by its people, or it is said why not."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.figures.computed import outcomes
from dashboard.figures.denominators import NotComputed, years
from dashboard.figures.derived import Derived, Refusal
from dashboard.language.hedges import Hedge
from dashboard.records.dataset import Dataset, Entry
from dashboard.records.reference_period import TERM
from tests.world import figure, world


def admitted(number: int = 100, as_of: str = "2018", **more: Any) -> Dataset:
    """One place that admitted some, and has members at the end of 2018."""
    return world({"p.an": [figure("admitted", number, as_of=as_of, **more), figure("members", 2000, as_of="2018")]})


def computed(dataset: Dataset, indicator: str) -> Derived:
    (one,) = (one for one in outcomes(dataset).computed if one.indicator == indicator)
    return one


def refused(dataset: Dataset, indicator: str) -> Refusal:
    """Why it is not computed; then it is not computed."""
    assert not [one for one in outcomes(dataset).computed if one.indicator == indicator]
    (one,) = (one for one in outcomes(dataset).refused if one.indicator == indicator)
    return one


def flow(as_of: str, *, term: bool = False) -> Entry:
    """A flow of a period."""
    return world({"p.an": [figure("admitted", 100, as_of=as_of, term=term)]}).entries[0]


# --- years


def test_a_term_is_five_years_though_it_names_six() -> None:
    assert years(flow("2015/2020", term=True)) == TERM == 5
    assert years(flow("2015/2020")) == 6
    assert computed(admitted(1024, "2015/2020", term=True), "a_year").value == Decimal("204.8")


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [("2018", 1), ("2016/2018", 3), ("2018-01-01/2018-12-31", 1), ("2017-07-01/2018-06-30", 365 / 365.25)],
)
def test_a_period_is_as_many_years_as_it_covers(as_of: str, expected: float) -> None:
    assert float(years(flow(as_of))) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("as_of", "vi", "en"),
    [
        ("2018-01-01/2018-09-10", "khoảng 8 tháng, chưa tròn một năm", "about 8 months, less than a year"),
        ("2018-01/2018-06", "khoảng 6 tháng", "about 6 months"),
        ("2018-03", "khoảng 1 tháng", "about 1 month,"),
        ("2018-03-01/2018-03-03", "khoảng 1 tháng", "about 1 month,"),
    ],
)
def test_part_of_a_year_is_refused_with_its_months(as_of: str, vi: str, en: str) -> None:
    for indicator in ("a_year", "a_year_of_100"):
        why = refused(admitted(as_of=as_of), indicator).why
        assert vi in why.vi
        assert en in why.en


@pytest.mark.parametrize("as_of", ["undated", "../2018", "2018/..", "2018-09-10"])
def test_a_period_of_unknown_length_is_refused(as_of: str) -> None:
    """A single day is when it was told, not how long it took."""
    why = refused(admitted(as_of=as_of), "a_year").why
    assert (why.vi, why.en) == ("không rõ số đó của khoảng thời gian nào", "the length of the period is unknown")


def test_a_length_is_divided_by_though_its_years_are_not_known() -> None:
    dataset = admitted(500, "undated", length=5)
    assert computed(dataset, "a_year").value == 100
    assert refused(dataset, "a_year_of_100").why.en == (
        "the membership figure in the article is not that at the end of the period")  # fmt: skip
    assert "khoảng 6 tháng" in refused(admitted(500, "undated", length=0.5), "a_year").why.vi


def test_a_year_that_is_not_over_when_it_is_told_is_no_whole_one() -> None:
    dataset = admitted(100, "2020")  # published on 4 March 2020
    assert "khoảng 2 tháng" in refused(dataset, "a_year").why.vi


def test_members_of_some_moment_are_not_those_at_the_end() -> None:
    dataset = world({"p.an": [figure("admitted", 100, as_of="2018"), figure("members", 2000, as_of="../2018")]})
    assert "not that at the end" in refused(dataset, "a_year_of_100").why.en


@given(st.dates(date(1990, 1, 1), date(2030, 1, 1)), st.integers(1, 4000))
def test_a_period_is_divided_by_its_years_or_refused_but_never_blown_up(start: date, days: int) -> None:
    one = flow(f"{start}/{start + timedelta(days)}")
    if days + 1 < 365:
        with pytest.raises(NotComputed):
            years(one)
    else:
        assert float(years(one)) == pytest.approx((days + 1) / 365.25, abs=0.01)


# --- for each 100 members


def test_for_each_100_members_needs_the_members_at_the_end_of_the_period() -> None:
    found = computed(admitted(125), "a_year_of_100")
    assert found.value == Decimal("6.25")
    assert found.inputs == ("p.an/admitted", "p.an/members")
    term = admitted(500, "2014/2018", term=True)
    assert computed(term, "a_year_of_100").value == 5


def test_members_of_another_date_are_no_denominator() -> None:
    dataset = world({"p.an": [figure("admitted", 100, as_of="2018"), figure("members", 2000, as_of="2019-03")]})
    why = refused(dataset, "a_year_of_100").why
    assert why.vi == "số đảng viên trong bài không phải của cuối khoảng thời gian đó"
    assert why.en == "the membership figure in the article is not that at the end of the period"


@pytest.mark.parametrize("elsewhere", [{"p.an/2": [figure("members", 2000, as_of="2018")]},
                                       {"p.di": [figure("members", 2000, "p.an", as_of="2018")]}])  # fmt: skip
def test_members_of_another_article_are_no_denominator(elsewhere: dict[str, list[object]]) -> None:
    dataset = world({"p.an": [figure("admitted", 100, as_of="2018")], **elsewhere})  # type: ignore[dict-item]
    assert refused(dataset, "a_year_of_100").why.en == "the article gives no number of members (en)"


def test_the_hedges_of_both_are_carried() -> None:
    dataset = world({"p.an": [figure("admitted", 100, as_of="2018", hedge="over"),
                              figure("members", 2000, as_of="2018", hedge="over")]})  # fmt: skip
    assert computed(dataset, "a_year").hedge is Hedge.OVER
    assert computed(dataset, "a_year_of_100").hedge is Hedge.ABOUT


def test_nobody_among_no_members_is_no_rate() -> None:
    dataset = world({"p.an": [figure("admitted", 0, as_of="2018"), figure("members", 0, as_of="2018")]})
    assert refused(dataset, "a_year_of_100").locality == "p.an"


# --- for each 100 inhabitants


def populated(as_of: str, people: int = 50_000, when: str = "2019-04-01") -> Dataset:
    return world({"p.an": [figure("members", 2000, as_of=as_of)]}, people={"p.an": (people, when)})


@pytest.mark.parametrize("as_of", ["2019", "2019-01-01", "2019-12", "2019-02/2019-11"])
def test_a_population_of_the_same_year_counts_and_is_named_with_its_source(as_of: str) -> None:
    found = computed(populated(as_of), "of_100_people")
    assert found.value == 4
    assert found.inputs == ("p.an/members",)
    assert found.note is not None
    assert found.note.vi == "Dân số 50.000 (01/04/2019; điều tra dân số)."
    assert found.note.en == "Population 50,000 (1 Apr 2019; điều tra dân số (en))."


def test_a_population_of_another_year_is_refused_with_both_dates() -> None:
    why = refused(populated("2023"), "of_100_people").why
    assert why.vi == "dân số có được là của 01/04/2019, số đảng viên là của 2023"
    assert why.en == "the population figure is from 1 Apr 2019, the membership figure from 2023"


@pytest.mark.parametrize("as_of", ["2018/2019", "2019/2020", "2018-12-31"])
def test_members_of_more_than_that_year_are_refused_too(as_of: str) -> None:
    assert "01/04/2019" in refused(populated(as_of), "of_100_people").why.vi


def test_members_without_a_year_are_refused() -> None:
    assert refused(populated("undated"), "of_100_people").why.en == "the year of the membership figure is unknown"


def test_a_population_without_a_year_is_refused() -> None:
    assert refused(populated("2019", when="undated"), "of_100_people").locality == "p.an"


@pytest.mark.parametrize("people", [None, 0])
def test_a_place_without_a_population_is_refused(people: int | None) -> None:
    dataset = world({"p.an": [figure("members", 9)]}, people={} if people is None else {"p.an": (people, "2019")})
    why = refused(dataset, "of_100_people").why
    assert (why.vi, why.en) == (
        "chưa có nguồn về dân số của nơi này", "no source for the population of this place is known")  # fmt: skip


@given(st.integers(0, 10**7), st.integers(1, 10**8), st.integers(1990, 2030), st.integers(1990, 2030))
def test_a_rate_is_computed_exactly_where_the_years_are_one(number: int, people: int, year: int, other: int) -> None:
    dataset = world({"p": [figure("members", number, as_of=str(year))]}, people={"p": (people, f"{other}-04-01")})
    if year == other:
        assert float(computed(dataset, "of_100_people").value) == pytest.approx(number * 100 / people)
    else:
        assert refused(dataset, "of_100_people").locality == "p"
