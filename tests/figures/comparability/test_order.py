"""Which orders hedges leave open."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.figures.comparability.order import height, interval, unsettled
from dashboard.language.hedges import Hedge
from tests.figures.comparability.samples import judge, kinds, like

TENTH = 0.1
numbers = st.integers(0, 100)
hedges = st.sampled_from([None, *Hedge])


@pytest.mark.parametrize(
    ("one", "hedge", "other", "is_open"),
    [
        (90, Hedge.OVER, 95, True), (90, Hedge.OVER, 85, False), (90, Hedge.OVER, 90, False),
        (90, Hedge.AT_LEAST, 95, True), (90, Hedge.AT_LEAST, 89, False),
        (5, Hedge.UNDER, 4, True), (5, Hedge.UNDER, 6, False), (5, Hedge.AT_MOST, 3, True),
        (100, Hedge.NEARLY, 95, True), (100, Hedge.NEARLY, 89, False), (100, Hedge.NEARLY, 101, False),
        (100, Hedge.ABOUT, 105, True), (100, Hedge.ABOUT, 95, True), (100, Hedge.ABOUT, 111, False),
        (0, Hedge.ABOUT, 0, False), (90, None, 90, False),
    ],
)  # fmt: skip
def test_what_a_hedge_leaves_open(one: float, hedge: Hedge | None, other: float, is_open: bool) -> None:
    figures = [like("a", value=one, hedge=hedge), like("b", value=other)]
    assert bool(unsettled(figures, TENTH)) == is_open
    assert ("order" in kinds(judge(figures))) == is_open


def test_two_numbers_above_something_are_never_in_a_certain_order() -> None:
    assert len(unsettled([like("a", value=90, hedge=Hedge.OVER), like("b", value=10, hedge=Hedge.OVER)], TENTH)) == 2


def test_counts_of_totals_are_compared_as_shares_too() -> None:
    figures = [like("a", value=50, out_of=100, hedge=Hedge.NEARLY), like("b", value=12, out_of=25)]
    assert unsettled(figures, TENTH) == figures


def test_a_grade_has_no_order_to_leave_open() -> None:
    assert not unsettled([like("a", value=None), like("b", value=9, hedge=Hedge.OVER)], TENTH)


@given(st.lists(st.tuples(numbers, hedges), max_size=8))
def test_all_and_only_those_are_found_that_overlap_another(values: list[tuple[int, Hedge | None]]) -> None:
    figures = [like(str(n), value=value, hedge=hedge) for n, (value, hedge) in enumerate(values)]

    def overlap(one: tuple[float, float], other: tuple[float, float]) -> bool:
        return one[0] < other[1] and other[0] < one[1]

    between = [interval(value, hedge, TENTH) for value, hedge in values]
    expected = [
        figure for n, figure in enumerate(figures)
        if any(overlap(between[n], other) for m, other in enumerate(between) if m != n)
    ]  # fmt: skip
    assert unsettled(figures, TENTH) == expected


@given(st.lists(st.tuples(numbers, hedges), max_size=8))
def test_those_in_a_certain_order_stand_in_it(values: list[tuple[int, Hedge | None]]) -> None:
    figures = [like(str(n), value=value, hedge=hedge) for n, (value, hedge) in enumerate(values)]
    unplaced = unsettled(figures, TENTH)
    certain = sorted((one for one in figures if one not in unplaced), key=lambda one: height(one, share=False))
    between = [interval(one.value or 0, one.hedge, TENTH) for one in certain]
    assert all(lower[1] <= higher[0] for lower, higher in pairwise(between))
