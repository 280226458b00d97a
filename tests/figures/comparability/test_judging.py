"""What holds for the verdict on any figures, whatever the rules say of each."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, islice, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.figures.comparability import Judgement, Verdict, panel_key, ranked
from dashboard.figures.comparability.caution_traits import TRAITS as MARKED
from dashboard.figures.comparability.partitioning_traits import TRAITS as DIFFERENT
from dashboard.figures.figure import Figure
from dashboard.language.hedges import Hedge
from dashboard.records.models.indicator import Kind
from dashboard.records.models.locality import Level
from dashboard.records.models.rule import Trait
from tests.figures.comparability.samples import ANY, judge, kinds, like
from tests.world import rules

data = st.sampled_from(ANY)
sets = st.lists(data, max_size=7).map(lambda figures: list({figure.id: figure for figure in figures}.values()))


@given(sets)
def test_the_order_of_figures_does_not_matter(figures: list[Figure]) -> None:
    for order in list(permutations(figures))[:6]:
        assert judge(order) == judge(figures)


@given(sets, data)
def test_a_further_figure_never_makes_a_verdict_better(figures: list[Figure], other: Figure) -> None:
    other = replace(other, id="z")
    assert judge([*figures, other]).verdict >= judge(figures).verdict
    assert kinds(judge([*figures, other])).items() >= kinds(judge(figures)).items()


@given(data)
def test_a_figure_is_comparable_with_itself_and_alone(figure: Figure) -> None:
    assert judge([figure]) == judge([figure, figure]) == Judgement(Verdict.COMPARABLE, ())


@given(sets)
def test_a_set_is_as_bad_as_its_worst_pair_and_has_the_reasons_of_all(figures: list[Figure]) -> None:
    pairs = [judge(pair) for pair in combinations(figures, 2)]
    assert judge(figures).verdict == max((pair.verdict for pair in pairs), default=Verdict.COMPARABLE)
    assert set(kinds(judge(figures))) == {kind for pair in pairs for kind in kinds(pair)}


@given(sets)
def test_the_figures_that_have_no_rank_are_those_of_the_pairs(figures: list[Figure]) -> None:
    pairs = [judge(pair) for pair in combinations(figures, 2)]
    assert judge(figures).unranked == frozenset().union(*(pair.unranked for pair in pairs))
    assert ranked(figures, rules()) == all(pair.ranked for pair in pairs)


@given(data, data)
def test_figures_share_a_panel_exactly_where_no_rule_keeps_them_apart(one: Figure, other: Figure) -> None:
    together = panel_key(one, rules()) == panel_key(other, rules())
    assert together == (judge([one, other]).verdict is not Verdict.NOT_COMPARABLE)


@given(sets)
def test_every_reason_names_figures_of_the_set_and_speaks_both_languages(figures: list[Figure]) -> None:
    judgement = judge(figures)
    for reason in judgement.reasons:
        assert reason.figures
        assert set(reason.figures) <= {figure.id for figure in figures}
        assert list(reason.figures) == sorted(set(reason.figures))
        for text in (reason.text, reason.remedy, reason.source):
            assert text.vi != text.en
            assert not {"{", "}"} & set(text.vi + text.en)
    assert len(judgement.texts("vi")) == len(judgement.texts("en")) == len(judgement.reasons)


def test_the_samples_meet_every_rule() -> None:
    pairs = combinations(ANY[::2], 2)
    met = {kind for pair in islice(pairs, 0, None, 5) for kind in kinds(judge(pair))}
    assert met == set(rules())


def test_every_trait_can_be_read() -> None:
    assert set(DIFFERENT) | set(MARKED) == set(Trait)
    assert set(DIFFERENT) == {trait for trait in Trait if trait.parts}
    assert not set(DIFFERENT) & set(MARKED)


def test_thousands_of_figures_are_judged_at_once() -> None:
    figures = [
        like(str(number), inferred=True, value=float(number), hedge=Hedge.ABOUT, as_of=str(1950 + number % 70))
        for number in range(3321)
    ]
    judgement = judge(figures)
    assert judgement.texts("en") == [
        "about 69 years apart", "some figures are approximate", "it is unclear which is larger",
        "some dates are inferred",
    ]  # fmt: skip


def test_no_figures_are_comparable() -> None:
    assert judge([]) == Judgement(Verdict.COMPARABLE, ())


def test_the_gravest_reason_comes_first_then_the_order_of_the_rules() -> None:
    figures = [like("a", hedge=Hedge.UNDER, value=3, inferred=True), like("b", level=Level.PROVINCE, kind=Kind.TARGET)]
    assert judge(figures).texts("en") == [
        "different levels: district and province", "different kinds of figure: a stock and a target",
        "some figures are approximate", "some dates are inferred",
    ]  # fmt: skip


def test_the_figures_with_the_trait_are_named() -> None:
    hedged = like("b", hedge=Hedge.OVER, value=90), like("c", hedge=Hedge.UNDER, value=5)
    (reason,) = judge([like("a"), *hedged]).reasons
    assert (reason.kind, reason.figures) == ("hedge", ("b", "c"))


def test_of_several_distances_the_widest_is_named_also_beyond_ten_years() -> None:
    judgement = judge([like("a", as_of="2010"), like("b", as_of="2019"), like("c", as_of="2022")])
    assert judgement.texts("en") == ["about 12 years apart"]
    assert judgement.texts("vi") == ["cách nhau khoảng 12 năm"]
    assert judgement.reasons[0].figures == ("a", "c")


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("2010", "2023", "about 13 years apart"), ("2018", "2020", "about 2 years apart"),
        ("2018-03", "2020-03", "about 2 years apart"), ("2018-03-07", "2020-03-07", "about 2 years apart"),
        ("2010", "2023-07-01", "about 13 years apart"), ("2010", "../2023", "an unknown time apart"),
        ("../2010", "2023", "at least 12 years apart"),
    ],
)  # fmt: skip
def test_plain_dates_are_as_far_apart_as_their_middles_and_open_ones_no_further_than_is_sure(
    one: str, other: str, told: str
) -> None:
    assert judge([like("a", as_of=one), like("b", as_of=other)]).texts("en") == [told]
    assert judge([like("a", as_of=other), like("b", as_of=one)]).texts("en") == [told]


def test_of_several_distances_it_is_told_how_far_any_surely_are_and_may_be() -> None:
    known = [like("a", as_of="2010"), like("b", as_of="2022")]
    assert judge([*known, like("c", as_of="../2015")]).texts("en") == ["at least 11 years apart"]
    assert judge([*known, like("c", as_of="2023/2024", published="2025")]).texts("en") == ["12 to 13 years apart"]
    assert judge([*known, like("c", as_of="2015/2019")]).texts("en") == ["about 12 years apart"]
