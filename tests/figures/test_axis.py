"""The largest sets that compare, of all places: against every set that there is."""

from __future__ import annotations

from itertools import combinations
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from dashboard.figures.axis import Axis
from dashboard.figures.comparability import Verdict
from dashboard.figures.figure import Figure
from dashboard.figures.likeness import Likeness, Marks
from dashboard.language.hedges import Hedge
from dashboard.records.models.indicator import Kind
from dashboard.records.reference_period import YEAR
from tests.figures.comparability.samples import like
from tests.figures.comparing import PLACES, any_figures, likeness
from tests.world import rules


def largest(*figures: Figure) -> list[str]:
    return [figure.id for figure in Axis(figures, likeness(figures)).largest]


def settled(figure: Figure) -> bool:
    """Whether it is known within a year when it was; a figure of which it is not stands in no group."""
    ended, begun = figure.when.reach if figure.as_of.dated else (0, YEAR)
    return begun - ended < YEAR


def biggest(figures: list[Figure], held: Figure | None = None) -> int:
    """The most places of a set that compares without a caution; of one that holds a figure, whatever that one has."""
    marks = Marks.of(figures, rules())
    told = likeness(figures)
    clean = [one for one in figures if one.id not in marks.ids and settled(one) and one is not held]
    if held is not None:
        clean = [one for one in clean if one.locality != held.locality and alike(one, held)]
    for size in range(len({one.locality for one in clean}), 0, -1):
        for part in combinations(clean, size):
            if all(told.clean(*pair) for pair in combinations(part, 2)):
                return size + (held is not None)
    return int(held is not None)


def alike(one: Figure, other: Figure) -> bool:
    """Whether only what a figure has by itself tells it from the other one."""
    told = Likeness(rules(), Marks())
    return settled(one) and settled(other) and told.clean(one, other)


@given(any_figures(most=8, clean=True))
def test_no_set_without_a_caution_has_more_places_and_the_largest_has_none(figures: list[Figure]) -> None:
    found = Axis(figures, likeness(figures)).largest
    assert len(found) == len({one.locality for one in found}) == biggest(figures)
    assert Marks.of(figures, rules()).judged(found, rules()).verdict is Verdict.COMPARABLE


@given(any_figures(most=8))
def test_around_a_figure_no_set_has_more_places_and_the_others_compare_with_each_other(figures: list[Figure]) -> None:
    axis, marks = Axis(figures, likeness(figures)), Marks.of(figures, rules())
    for held in figures:
        found = axis.around(held)
        assert held in found
        assert len(found) == len({one.locality for one in found}) == biggest(figures, held)
        assert marks.judged([one for one in found if one is not held], rules()).verdict is Verdict.COMPARABLE
        if held.id not in marks.ids:
            assert marks.judged(found, rules()).verdict is Verdict.COMPARABLE


@given(any_figures(most=8, clean=True), st.randoms())
def test_the_order_of_the_figures_changes_nothing(figures: list[Figure], chance: Random) -> None:
    mixed = chance.sample(figures, len(figures))
    assert largest(*figures) == largest(*mixed)
    one, other = Axis(figures, likeness(figures)), Axis(mixed, likeness(mixed))
    assert [one.around(held) for held in figures] == [other.around(held) for held in figures]


def test_of_sets_of_one_size_the_latest_is_taken() -> None:
    then = [like(f"{place}1", locality=place, as_of="2012") for place in PLACES]
    now = [like(f"{place}2", locality=place, as_of="2019") for place in PLACES]
    assert largest(*then, *now) == ["p2", "q2", "r2", "s2"]
    assert largest(*then, *now[:3]) == ["p1", "q1", "r1", "s1"]


def test_of_a_place_the_figure_closest_to_the_middle_is_taken_or_closest_to_the_one_that_is_held() -> None:
    ours = [like(f"p{month}", as_of=f"2019-{month:02}") for month in (1, 6, 12)]
    theirs = [like("q", locality="q", as_of="2019-06"), like("r", locality="r", as_of="2019-07")]
    assert largest(*ours, *theirs) == ["p6", "q", "r"]
    held = like("s", locality="s", as_of="2019-12")
    axis = Axis([*ours, *theirs, held], likeness([*ours, *theirs, held]))
    assert [one.id for one in axis.around(held)] == ["p12", "q", "r", "s"]


def test_periods_of_like_length_are_in_one_set_whatever_their_lengths() -> None:
    spans = ["2018-01-01/2018-11-12", "2018-01-01/2018-12-08", "2018-01-01/2018-12-30"]
    figures = [
        like(place, locality=place, kind=Kind.FLOW, as_of=span) for place, span in zip("pqr", spans, strict=True)
    ]
    assert largest(*figures) == ["q", "r"]
    assert [one.id for one in Axis(figures, likeness(figures)).around(figures[0])] == ["p", "q"]


def around(held: Figure, *others: Figure) -> list[str]:
    figures = [held, *others]
    return [one.id for one in Axis(figures, likeness(figures)).around(held)]


def test_a_figure_with_a_caution_has_peers_that_are_all_later_or_all_earlier() -> None:
    later, earlier = like("q", locality="q", as_of="2019-03"), like("r", locality="r", as_of="2017-09")
    held = like("p", as_of="2018-06", inferred=True)
    assert around(held, later) == ["p", "q"]
    assert around(held, earlier) == ["p", "r"]
    assert around(held, later, earlier) == ["p", "q"]  # of two sets of one size the latest


def test_its_own_other_figures_are_no_peers() -> None:
    held, again = like("p", as_of="2018-06", inferred=True), like("p2", as_of="2019-03")
    later = like("q", locality="q", as_of="2019-03")
    earlier = [like(place, locality=place, as_of="2017-09") for place in "rs"]
    assert around(held, again, later, *earlier) == ["p", "r", "s"]


def test_the_length_of_the_period_that_is_held_decides_which_others_are_of_like_length() -> None:
    spans = ["2018-01-01/2018-12-08", "2018-01-01/2018-11-12", "2018-01-01/2018-12-30", "2018-01-01/2018-12-30"]
    held, *others = [like(place, locality=place, kind=Kind.FLOW, as_of=span, inferred=place == "p")
                     for place, span in zip("pqrs", spans, strict=True)]  # fmt: skip
    assert around(held, *others) == ["p", "r", "s"]


def test_a_figure_with_a_caution_is_in_no_group_but_has_peers() -> None:
    hedged, undated = like("p", hedge=Hedge.OVER), like("t", locality="t", as_of="undated")
    others = [like(place, locality=place) for place in "qrs"]
    figures = [hedged, undated, *others]
    axis = Axis(figures, likeness(figures))
    assert [one.id for one in axis.largest] == ["q", "r", "s"]
    assert [one.id for one in axis.around(hedged)] == ["p", "q", "r", "s"]
    assert axis.around(undated) == [undated]


def test_where_nothing_is_clean_there_is_no_set() -> None:
    assert largest(like("p", as_of="undated"), like("q", locality="q", inferred=True)) == []
