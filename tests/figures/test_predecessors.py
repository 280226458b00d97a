"""A unit of today has the sum of what is printed of all its predecessors, or it is said what is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.figures.comparability import Verdict, judge
from dashboard.figures.computed import outcomes
from dashboard.figures.derived import Derived
from dashboard.figures.hedges import combined
from dashboard.figures.predecessors import Predecessors
from dashboard.language.dates import Period
from dashboard.language.hedges import Hedge
from dashboard.language.words import Language
from dashboard.records import localities
from dashboard.records.composition import made_of
from dashboard.records.dataset import Dataset
from dashboard.records.models.chart import Form
from dashboard.records.models.figure import FigureRecord
from dashboard.records.unit_file import COLUMNS
from tests.world import both, chart, figure, figures_of, planned, sayer, world

OLD = ("Một", "Hai", "Ba", "Bốn")
IDS = ("mot", "hai", "ba", "bon")
NEW = "mot-2025"


def table(old: int = 3, became: Mapping[str, str] | None = None) -> bytes:
    """Provinces of which one was made on 1 July 2025, of the first so many; ``became``: what else became of some."""
    lines = [f"{n:02}\tT\t{name}\t\t\t2025-06-30\t{(became or {}).get(IDS[n - 1], '01')}\t\t202/2025/QH15"
             for n, name in enumerate(OLD[:old], 1)]  # fmt: skip
    lines += ["01\tT\tMột\t\t2025-07-01\t\t\t202/2025/QH15\t\tmot-2025", "09\tT\tChín\t\t2025-07-01"]
    return "\n".join(["\t".join(COLUMNS), *lines, ""]).encode()


def country(
    articles: Mapping[str, Sequence[FigureRecord]],
    *charts: Any,
    units: bytes | None = None,
    published: Mapping[str, str] | None = None,
    **more: Any,
) -> Dataset:
    """A made-up world whose places are those of a list of units."""
    dataset = world(articles, *charts, **more)
    finder = localities.listed(units or table())
    assert not finder.units.problems
    used = dict.fromkeys((entry.locality for entry in dataset.entries), "")
    used |= {one.id: "" for one in made_of(used, finder.units)}
    told = {
        id: article.model_copy(update={"published": article.published.model_copy(update={"date": Period.parse(day)})})
        for id, article in dataset.articles.items()
        if (day := (published or {}).get(id))
    }
    return replace(
        dataset, localities=localities.places(used, finder.units, {}), finder=finder,
        articles={**dataset.articles, **told},
    )  # fmt: skip


def sums(dataset: Dataset) -> list[Derived]:
    return [one for one in outcomes(dataset).computed if one.like_inputs]


def why(dataset: Dataset, language: Language = "en") -> dict[str, str]:
    return {one.indicator: one.why[language] for one in Predecessors(dataset).unsummed(dataset.units[NEW])}


def members(**more: Any) -> dict[str, list[FigureRecord]]:
    """An article on each predecessor; ``more`` is said of the figure of the second."""
    return {"mot": [figure("members", 100)], "hai": [figure("members", 20, **more)], "ba": [figure("members", 3)]}


def test_the_figures_of_all_predecessors_are_summed_with_their_phrases_and_the_resolution() -> None:
    (found,) = sums(country(members()))
    assert (found.indicator, found.locality, found.value, str(found.as_of)) == ("members", NEW, Decimal(123), "2019")
    assert found.inputs == ("mot/members", "hai/members", "ba/members")
    assert (found.hedge, found.inferred) == (None, None)
    assert found.note
    assert "202/2025/QH15" in found.note["vi"]
    assert found.note["en"].startswith("the sum of the figures of the former Một Province, Hai Province, Ba Province")


def test_the_series_stays_broken_on_1_july_2025() -> None:
    dataset = country(members() | {f"{NEW}/after": [figure("members", 130)]}, dates={f"{NEW}/after": "2025-12"})
    after, before = (one for one in figures_of(dataset) if (one.locality, one.indicator) == (NEW, "members"))
    assert (before.computed, after.computed) == (True, False)
    judgement = judge([before, after], dataset.rules)
    assert judgement.verdict is Verdict.NOT_COMPARABLE
    assert "break" in {reason.kind for reason in judgement.reasons}


@pytest.mark.parametrize("without", IDS[:3])
def test_without_one_predecessor_there_is_no_sum_and_it_is_named(without: str) -> None:
    articles = {id: found for id, found in members().items() if id != without}
    dataset = country(articles)
    assert not sums(dataset)
    name = OLD[IDS.index(without)]
    assert why(dataset) == {"members": f"no figure of {'the former ' * (without == 'mot')}{name} Province"}
    assert NEW not in dataset.localities  # so nothing of it is in a chart or a file


@pytest.mark.parametrize(("became", "said"), [
    ("01,09", "only parts of Hai Province went into it"),
    ("01?", "it is not known whether all of Hai Province went into it"),
])  # fmt: skip
def test_a_part_of_a_predecessor_never_adds_up_to_a_whole(became: str, said: str) -> None:
    dataset = country(members(), units=table(became={"hai": became}))
    assert not sums(dataset)
    assert why(dataset) == {"members": said}


def test_a_figure_of_a_body_or_a_class_is_not_that_of_the_place() -> None:
    dataset = country(members(of=both("Văn phòng")))
    assert not sums(dataset)
    assert why(dataset) == {"members": "no figure of Hai Province"}


@pytest.mark.parametrize("indicator", ["poor", "good", "cut", "attained", "graduates", "own", "each", "a_year"])
def test_only_counts_of_what_there_is_or_came_are_summed(indicator: str) -> None:
    more: dict[str, Any] = {"grade": "good"} if indicator == "own" else {"value": 30}
    dataset = country({id: [figure(indicator, **more)] for id in IDS[:3]})
    assert not sums(dataset)
    assert why(dataset) == {}


def test_what_moves_between_places_is_not_summed() -> None:
    dataset = country({id: [figure("admitted", 5)] for id in IDS[:3]})
    assert [one.value for one in sums(dataset)] == [15]
    moves = dataset.indicators["admitted"].model_copy(update={"places_add_up": False})
    assert not sums(replace(dataset, indicators={**dataset.indicators, "admitted": moves}))


@pytest.mark.parametrize(("more", "said"), [
    ({"as_of": "2021"}, "apart"),
    ({"as_of": "undated"}, "some years are not given"),
    ({"out_of": 50, "base": "rated"}, "different bases"),
    ({"contradicts": both("số khác")}, "contradicts"),
    ({"as_of": "2025-09"}, "different sides of 1 July 2025"),
])  # fmt: skip
def test_figures_that_are_not_alike_are_not_summed_and_the_judge_says_why(more: dict[str, Any], said: str) -> None:
    dataset = country(members(**more))
    assert not sums(dataset)
    assert said in why(dataset)["members"]


def test_what_is_counted_over_a_period_needs_one_period() -> None:
    articles = {id: [figure("admitted", 5)] for id in IDS[:3]}
    assert [str(one.as_of) for one in sums(country(articles))] == ["2019"]
    dataset = country(articles, dates={"hai": "2018"})
    assert not sums(dataset)
    assert "two dates" in why(dataset)["admitted"] or "different dates" in why(dataset)["admitted"]


@pytest.mark.parametrize("articles", [
    {"hai/2": [figure("members", 21)]},
    {"hai": [figure("members", 20), figure("members", 21, key="again")]},
])  # fmt: skip
def test_two_numbers_for_one_fact_are_not_chosen_from(articles: dict[str, list[FigureRecord]]) -> None:
    dataset = country(members() | articles)
    assert not sums(dataset)
    assert "20" in why(dataset)["members"] or "two numbers" in why(dataset)["members"]


def test_of_several_dates_the_nearest_are_taken_and_each_figure_once() -> None:
    articles = members() | {f"{id}/2": [figure("members", 1000)] for id in IDS[:3]} | {
        "ba/3": [figure("members", 7)]}  # fmt: skip
    dates = {"mot": "2019-03", "hai": "2019-04", "ba": "2019-02", "mot/2": "2022-06", "hai/2": "2022-05",
             "ba/2": "2022-06", "ba/3": "2022-09"}  # fmt: skip
    found = sums(country(articles, dates=dates, published=dict.fromkeys(dates, "2023-01-01")))
    assert [one.value for one in found] == [123, 3000]
    assert [str(one.as_of) for one in found] == ["2019-02/2019-04", "2022-05/2022-06"]


def test_a_sum_of_several_dates_is_of_no_later_day_than_the_last_was_printed_on() -> None:
    found = sums(country(members(), dates={"hai": "2020"}, published=dict.fromkeys(IDS[:3], "2020-03-04")))
    assert [str(one.as_of) for one in found] == ["2019/2020-03-04"]


def test_a_unit_that_was_one_unit_before_has_its_figures() -> None:
    dataset = country({"mot": [figure("members", 100, hedge="over")]}, units=table(1))
    (found,) = sums(dataset)
    assert found.value == 100
    assert found.locality == NEW
    assert found.hedge is Hedge.OVER
    assert found.note
    assert found.note["en"].startswith("the figure of the former Một Province")
    computed = next(one for one in figures_of(dataset) if one.id == found.id)
    other = replace(computed, id="other", locality="hai", computed=False, inputs=())
    assert judge([computed, other], dataset.rules).verdict is not Verdict.NOT_COMPARABLE


def test_even_of_one_unit_a_number_that_contradicts_another_is_not_taken() -> None:
    dataset = country({"mot": [figure("members", 100, contradicts=both("số khác"))]}, units=table(1))
    assert not sums(dataset)
    assert "contradicts" in why(dataset)["members"]


STEPS = (
    "01\tT\tTỉnh", "101\tH\tHuyện\t01\t\t2025-06-30", "10001\tX\tMột\t101\t\t2025-06-30\t10009",
    "10002\tX\tHai\t101\t\t2025-06-30\t10009", "10003\tX\tBa\t101\t\t2019-12-31\t10002",
    "10009\tX\tChín\t01\t2025-07-01",
)  # fmt: skip


@pytest.mark.parametrize(("dates", "of", "value", "said"), [
    (("2020-02", "2020-03", ""), "mot hai", 120, ""),
    (("2019-10", "2019-11", "2019-12"), "mot hai ba", 123, ""),
    (("2019-10", "2019-11", ""), "mot hai", 0, "no figure of Ba Commune"),
    (("2020-02", "2019-11", "2019-12"), "mot hai ba", 0, "the units changed between"),
    (("undated", "", ""), "mot", 0, "no figure of Hai Commune"),
    (("undated", "2020-02", ""), "mot hai", 0, "some years are not given"),
])  # fmt: skip
def test_the_units_are_those_of_the_time_of_the_figures(dates: Sequence[str], of: str, value: int, said: str) -> None:
    numbers = {"mot": 100, "hai": 20, "ba": 3}
    articles = {f"tinh.huyen.{id}": [figure("members", numbers[id])] for id in of.split()}
    units = "\n".join(["\t".join(COLUMNS), *STEPS, ""]).encode()
    when = dict(zip((f"tinh.huyen.{id}" for id in numbers), dates, strict=True))
    dataset = country(articles, units=units, dates=when, published=dict.fromkeys(articles, "2020-04-05"))
    assert sum(one.value for one in sums(dataset)) == value
    reasons = [one.why["en"] for one in Predecessors(dataset).unsummed(dataset.units["tinh.chin"])]
    assert len(reasons) == bool(said)
    assert all(said in one for one in reasons)


def test_a_sum_has_the_scheme_and_the_base_of_its_figures() -> None:
    more: dict[str, Any] = {"base": "subset", "base_note": both("ở xã"), "scheme": "old"}
    dataset = country({id: [figure("members", 5, **more)] for id in IDS[:3]})
    (found,) = (one for one in figures_of(dataset) if one.computed and one.indicator == "members")
    assert (found.base, found.base_note("vi"), found.scheme) == ("subset", "ở xã", "old")


def test_before_the_list_of_units_is_complete_nothing_is_summed() -> None:
    dataset = country(members(), dates=dict.fromkeys(IDS[:3], "2007"))
    assert not sums(dataset)
    assert "1 Aug 2008" in why(dataset)["members"]


def test_on_a_chart_each_addend_keeps_its_phrase_its_place_and_its_source() -> None:
    dataset = country(members(), chart(Form.BARS, "members"))
    say = sayer(dataset, "en")
    (row,) = (row for panel in planned(dataset).panels for row in panel.rows if row.locality == NEW)
    facts = say.facts(row)
    assert [fact["printed"] for fact in facts] == [None, "100 members None", "20 members None", "3 members None"]
    for fact, place in zip(facts[1:], ("Một Province (until 30 Jun 2025)", "Hai", "Ba"), strict=False):
        assert str(fact["lines"]).startswith(f"['{place}', 'Báo ")
    assert "202/2025/QH15" in str(facts[0]["lines"])
    assert row.figure
    assert say.sources_of(row.figure).count("Báo") == 3


def test_a_sum_has_no_rank_among_its_addends_and_says_that_it_includes_them() -> None:
    dataset = country(members(), chart(Form.BARS, "members"))
    (panel,) = planned(dataset).panels
    (found,) = sums(dataset)
    assert panel.judgement.unranked == {found.id}
    (reason,) = (one for one in panel.judgement.reasons if one.kind == "addend")
    assert "Một Province (since 1 Jul 2025) and Một Province (until 30 Jun 2025)" in reason.text["en"]
    assert not judge([one for one in panel.data if not one.computed], dataset.rules).unranked


def test_over_time_two_sums_make_a_pair_and_the_break_is_told() -> None:
    articles = members() | {f"{id}/2": [figure("members", 1000)] for id in IDS[:3]}
    articles |= {f"{NEW}/after": [figure("members", 4000)]}
    dates = {f"{id}/2": "2022" for id in IDS[:3]} | {f"{NEW}/after": "2025-12"}
    dataset = country(articles, chart(Form.TIME, "members"), dates=dates)
    rows = [row for panel in planned(dataset).panels for row in panel.rows if row.locality == NEW]
    pair = next(row for row in rows if row.earlier)
    assert pair.earlier
    assert (pair.earlier.value, pair.figure and pair.figure.value) == (123, 3000)
    assert len(sayer(dataset).printed(pair)) == 6
    (broken,) = (row for row in rows if row.absent)
    assert "1/7/2025" in sayer(dataset).blank(broken, planned(dataset).panels[0])


HEDGES = st.sampled_from([None, *Hedge])
PRINTED = st.tuples(st.integers(1, 10**6), HEDGES, st.integers(1, 12))


@given(st.lists(st.lists(PRINTED, max_size=2), min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_a_sum_is_that_of_one_figure_of_each_predecessor_and_the_order_of_files_changes_nothing(
    places: list[list[tuple[int, Hedge | None, int]]], random: Any
) -> None:
    articles, dates = {}, {}
    for id, printed in zip(IDS, places, strict=False):
        for n, (value, hedge, month) in enumerate(printed):
            articles[f"{id}/{n}"] = [figure("members", value, hedge=hedge)]
            dates[f"{id}/{n}"] = f"2019-{month:02}"
    units = table(len(places))
    dataset = country(articles, units=units, dates=dates)
    found = sums(dataset)
    if not all(places):
        assert not found
        assert all(reason.startswith("no figure of") for reason in why(dataset).values())
        assert bool(why(dataset)) == any(places)
    for one in found:
        inputs = [dataset.by_id[id] for id in one.inputs]
        assert sorted(entry.locality for entry in inputs) == sorted(IDS[: len(places)])
        assert one.value == sum((entry.figure.value or Decimal(0) for entry in inputs), Decimal(0))
        hedge = inputs[0].figure.hedge
        for entry in inputs[1:]:
            hedge = combined(hedge, entry.figure.hedge)
        assert one.hedge is hedge
        assert bool(hedge) == any(entry.figure.hedge for entry in inputs)
    used = [id for one in found for id in one.inputs]
    assert len(used) == len(set(used))
    names = list(articles)
    random.shuffle(names)
    again = country({name: articles[name] for name in names}, units=units, dates=dates)
    assert sums(again) == found
    assert why(again) == why(dataset)
