"""What may be said of places: nothing is hidden, nothing is told twice, and each verdict is the one of ``judge``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import chain
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.figures.comparability import Judgement, Verdict, panel_key
from dashboard.figures.comparison import FEWEST, Apart, Compared, Comparison, Keep, Pool, Subject
from dashboard.figures.figure import Figure
from dashboard.figures.likeness import Marks
from dashboard.language.hedges import Hedge
from dashboard.records.models.indicator import Kind
from tests.figures.comparability.samples import ANY, judge, like
from tests.figures.comparing import PLACES, any_figures, pool
from tests.world import figures_of, real, rules

subsets = st.lists(st.sampled_from([*PLACES, "nowhere"]), min_size=1, max_size=6)


@st.composite
def several(draw: st.DrawFn) -> list[Figure]:
    """Figures of several subjects: of one axis, and any at all. A place has one code."""
    figures = [*draw(any_figures(most=6)), *draw(st.lists(st.sampled_from(ANY), max_size=6, unique_by=id))]
    codes = {figure.locality: figure.code for figure in figures}
    return [replace(figure, code=codes[figure.locality]) for figure in {one.id: one for one in figures}.values()]


def every(found: Comparison) -> list[Figure]:
    """Every figure that a comparison names."""
    together: list[Compared | Apart] = [*found.compared, *found.apart]
    return [
        *chain.from_iterable((*one.figures, *one.others) for one in together),
        *chain.from_iterable(figures for _, figures in found.alone),
    ]


def ids(figures: Iterable[Figure]) -> list[str]:
    return sorted(figure.id for figure in figures)


# --- several places


@given(several(), subsets)
def test_every_figure_of_the_places_is_named_exactly_once(figures: list[Figure], places: list[str]) -> None:
    found = pool(figures).compare(places)
    assert found.places == tuple(dict.fromkeys(places))
    assert ids(every(found)) == ids(figure for figure in figures if figure.locality in places)


@given(several(), subsets)
def test_each_verdict_is_that_of_the_rules_with_those_that_contradict_a_figure(
    figures: list[Figure], places: list[str]
) -> None:
    marks = Marks.of(figures, rules())
    for one in pool(figures).compare(places).compared:
        assert len(one.figures) == len({figure.locality for figure in one.figures}) > 1
        assert one.judgement == marks.judged(one.figures, rules())
        assert one.verdict is not Verdict.NOT_COMPARABLE
        assert {Subject.of(figure) for figure in (*one.figures, *one.others)} == {one.subject}
        assert len(one.clean) != 1
        assert judge(one.clean).verdict is Verdict.COMPARABLE
        if one.verdict is Verdict.COMPARABLE:
            assert one.clean == one.figures
            assert not marks.ids & {figure.id for figure in one.figures}
    for apart in pool(figures).compare(places).apart:
        assert apart.judgement.verdict is Verdict.NOT_COMPARABLE
        assert apart.figures[0].locality != apart.figures[1].locality
        assert apart.reason in rules()


@given(several(), subsets, st.randoms())
def test_the_order_of_figures_and_places_changes_only_the_order_of_places(
    figures: list[Figure], places: list[str], chance: Random
) -> None:
    mixed, turned = chance.sample(figures, len(figures)), chance.sample(places, len(places))
    one, other = pool(figures).compare(places), pool(mixed).compare(turned)
    for these, those in ((one.compared, other.compared), (one.apart, other.apart)):
        assert [(each.subject, ids(each.figures), ids(each.others)) for each in these] == [
            (each.subject, ids(each.figures), ids(each.others)) for each in those
        ]
    assert [subject for subject, _ in one.alone] == [subject for subject, _ in other.alone]


@given(several(), subsets, st.sets(st.sampled_from(["zzz", "plain", *(one.id for one in ANY[::9])])))
def test_a_figure_to_use_is_used_whatever_else_is_asked_for(
    figures: list[Figure], places: list[str], nonsense: set[str]
) -> None:
    whole = pool(figures)
    for asked in figures[:3]:
        found = whole.compare(places, use={asked.id, *nonsense})
        assert ids(every(found)) == ids(figure for figure in figures if figure.locality in places)
        all_told: list[Compared | Apart] = [*found.compared, *found.apart]
        told = [one for one in all_told if one.subject == Subject.of(asked)]
        if asked.locality in places and told and not nonsense & {figure.id for figure in figures}:
            (one,) = told
            of_place = [figure for figure in one.figures if figure.locality == asked.locality]
            assert of_place in ([], [asked])


def test_a_date_that_the_reader_picks_is_kept_though_another_one_would_be_better() -> None:
    late, then, ours = like("late", as_of="2024"), like("then", as_of="2019"), like("q", locality="q")
    whole = pool([late, then, ours])
    assert ids(whole.compare("pq").compared[0].figures) == ["q", "then"]
    (asked,) = whole.compare("pq", use={"late"}).compared
    assert ids(asked.figures) == ["late", "q"]
    assert asked.others == (then,)
    assert asked.verdict is Verdict.CAUTION


def test_a_picked_figure_that_shares_no_axis_is_set_beside_what_comes_closest() -> None:
    far, near, ours = like("far", base="rated", kind=Kind.SHARE), like("near", base="all", kind=Kind.SHARE), like(
        "q", locality="q", base="all", kind=Kind.SHARE
    )  # fmt: skip
    whole = pool([far, near, ours])
    assert whole.compare("pq").of(Verdict.COMPARABLE)
    (apart,) = whole.compare("pq", use={"far"}).apart
    assert ids(apart.figures) == ["far", "q"]
    assert apart.reason == "base"
    assert apart.others == (near,)


def test_of_figures_that_do_not_compare_those_are_told_that_fewest_rules_keep_apart() -> None:
    one = like("p", kind=Kind.SHARE, base="all", as_of="2018")
    many, few = (like(id, locality="q", kind=Kind.SHARE, base="rated", **more) for id, more in
                 (("q1", {"unit": "người"}), ("q2", {})))  # fmt: skip
    (apart,) = pool([many, one, few]).compare("qp").apart
    assert [figure.id for figure in apart.figures] == ["q2", "p"]


def test_where_places_do_not_compare_others_are_offered_by_their_dates() -> None:
    share = {"kind": Kind.SHARE, "base": "all"}
    others = [like(place, locality=place, as_of=when, **share) for place, when in
              (("a", "2019-12"), ("b", "2019-06"), ("c", "2019-08"), ("d", "2018-07"), ("e", "2013"))]  # fmt: skip
    figures = [like("p", as_of="2019-06", **share), like("q", locality="q", kind=Kind.SHARE, base="rated"), *others]
    assert pool(figures).compare("pq").apart[0].instead == ("b", "c", "a")


def test_with_one_place_or_none_there_is_nothing_to_compare() -> None:
    whole = pool([like("p"), like("q", locality="q")])
    assert whole.compare([]) == Comparison((), (), (), ())
    assert whole.compare("p").alone == ((Subject("members", "", ""), (like("p"),)),)
    assert whole.compare(["nowhere", "p", "p"]).places == ("nowhere", "p")
    assert whole.compare(["nowhere"]) == Comparison(("nowhere",), (), (), ())


def test_only_figures_to_keep_have_a_part() -> None:
    whole = pool([like("1", as_of="2012"), like("2"), like("q", locality="q")])
    found = whole.compare("pq", lambda figure: figure.as_of.text != "2012")
    assert ids(every(found)) == ["2", "q"]


def test_values_of_every_kind_are_compared() -> None:
    for values in ((0, 5), (-3, 2), (0, 0)):
        figures = [like(place, locality=place, value=value) for place, value in zip("pq", values, strict=True)]
        assert pool(figures).compare("pq").of(Verdict.COMPARABLE)
    grades = [like(place, locality=place, kind=Kind.GRADE, value=None, grade="good") for place in "pq"]
    assert pool(grades).compare("pq").of(Verdict.COMPARABLE)
    lengths = [like(place, locality=place, kind=Kind.FLOW, as_of="undated", length=5.0, over=True) for place in "pq"]
    (one,) = pool(lengths).compare("pq").compared
    assert one.verdict is Verdict.CAUTION
    assert not one.clean
    open_ended = [like("p", as_of="../2017"), like("q", locality="q", as_of="2017", hedge=Hedge.ABOUT)]
    assert pool(open_ended).compare("pq").compared[0].verdict is Verdict.CAUTION


# --- one place, an indicator, and all


def told(judgement: Judgement) -> tuple[Verdict, list[str], bool]:
    """The verdict, why, and whether an order may be told."""
    return judgement.verdict, [reason.kind for reason in judgement.reasons], judgement.ranked


@given(several())
def test_a_figure_among_its_peers_has_the_verdict_of_the_whole_set(figures: list[Figure]) -> None:
    whole, marks = pool(figures), Marks.of(figures, rules())
    for place in whole.by_place:
        found = whole.standings(place)
        assert ids(chain.from_iterable((one.figure, *one.compared.others) for one in found)) == ids(
            figure for figure in figures if figure.locality == place
        )
        for one in found:
            assert one.figure in one.compared.figures
            # Of a long set only the figures that add a reason are judged: which others have it too is not told.
            judged = marks.judged(one.compared.figures, rules())
            assert told(one.compared.judgement) == told(judged) or one.peers == 0
            assert one.compared.verdict is not Verdict.NOT_COMPARABLE


@given(st.lists(st.sampled_from(["p", "q", "r", "s", "t"]), min_size=2, max_size=5, unique=True), st.data())
def test_a_hedged_figure_among_its_peers_is_unranked_with_all_whose_order_to_it_is_open(
    places: list[str], data: st.DataObject
) -> None:
    hedge = data.draw(st.sampled_from(Hedge))
    values = {place: data.draw(st.integers(90, 110)) for place in places}
    figures = [like(one, locality=one, value=values[one], hedge=hedge if one == places[0] else None) for one in places]
    (found,) = pool(figures).standings(places[0])
    assert found.compared.judgement == judge(figures)


@given(several())
def test_groups_have_no_caution_and_all_of_an_indicator_is_named_once(figures: list[Figure]) -> None:
    whole, marks = pool(figures), Marks.of(figures, rules())
    for group in whole.groups:
        assert len(group.figures) >= FEWEST
        assert group.clean == group.figures
        assert group.judgement == marks.judged(group.figures, rules())
    for indicator in {figure.indicator for figure in figures}:
        some: list[Keep | None] = [None, lambda figure: figure.as_of.text != "2019"]
        for keep in some:
            found = whole.of_indicator(indicator, keep)
            assert ids(chain.from_iterable((*one.figures, *one.others) for one in found)) == ids(
                figure for figure in figures if figure.indicator == indicator and (keep is None or keep(figure))
            )
            for one in found:
                assert one.judgement == marks.judged(one.figures, rules())
                assert max(Counter(figure.locality for figure in one.figures).values()) == 1


def test_what_is_asked_again_is_the_same_and_little_is_kept() -> None:
    whole = pool(like(f"{n}", locality=f"{n:02}") for n in range(30))
    for place in whole.by_place:
        assert whole.standings(place) is whole.standings(place)
    assert len(whole._standings) < 10
    assert whole.of_indicator("members") is whole.of_indicator("members")


@pytest.fixture(scope="module")
def ours() -> Pool:
    dataset = real()
    return Pool(dataset, figures_of(dataset), lambda figure: panel_key(figure, dataset.rules))


def test_similar_places_are_of_one_level_and_compare_in_something(ours: Pool) -> None:
    for place in ours.by_place:
        found = ours.similar(place)
        assert place not in found
        assert len(found) == len(set(found))
        for other in found[:3]:
            assert ours.dataset.localities[other].level is ours.dataset.localities[place].level
            assert any(figure.locality == other for one in ours.standings(place) for figure in one.compared.figures)


def test_what_one_more_figure_would_open_is_nothing_that_the_place_has(ours: Pool) -> None:
    for place in ours.by_place:
        for group in ours.unlocked(place):
            assert place not in {figure.locality for figure in group.figures}
            assert not group.subject.part
            assert group.level is ours.dataset.localities[place].level


def test_warming_changes_no_answer(ours: Pool) -> None:
    cold = Pool(ours.dataset, ours.figures, ours._key)
    ours.warm()
    place = next(iter(ours.by_place))
    assert cold.standings(place) == ours.standings(place)
    assert cold.groups == ours.groups
