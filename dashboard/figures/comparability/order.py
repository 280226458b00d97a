"""Which orders a hedge leaves open: "trên 90%" (over) against 95% is open, against 85% it is certain.

The meaning of each hedge is fixed by the rule with the trait ``order``: over and at_least leave open everything above,
under and at_most everything below, nearly a little below, about a little on both sides. "A little" is ``nearness``, a
fraction of the printed value.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from dashboard.figures.figure import Figure
from dashboard.language.hedges import Hedge

Interval = tuple[float, float]
_ANY_NEARNESS = 1e-9  # where the order is certain, it is the same by any nearness that is not wider


def interval(value: float, hedge: Hedge | None, nearness: float) -> Interval:
    """The interval in which the true value lies. Two intervals that only touch have a certain order."""
    if hedge is None:
        return value, value
    slack = abs(value) * nearness
    match hedge:
        case Hedge.OVER | Hedge.AT_LEAST:
            return value, math.inf
        case Hedge.UNDER | Hedge.AT_MOST:
            return -math.inf, value
        case Hedge.NEARLY:
            return value - slack, value
        case Hedge.ABOUT:
            return value - slack, value + slack


def unsettled(figures: Sequence[Figure], nearness: float) -> list[Figure]:
    """The figures whose order to another one is open, by value or by share of a total."""
    hedged = [figure for figure in figures if figure.hedge]
    if not hedged:
        return []
    with_value = [figure for figure in figures if figure.value is not None]
    found = overlapping((_interval(figure, nearness), figure.id) for figure in with_value)
    with_total = [figure for figure in with_value if figure.out_of]
    found |= overlapping((_interval(figure, nearness, share=True), figure.id) for figure in with_total)
    return [figure for figure in figures if figure.id in found]


def height(figure: Figure, *, share: bool) -> Interval:
    """A key that sorts figures whose order is certain: by value or share, then by the side that a hedge leaves open."""
    return _interval(figure, _ANY_NEARNESS, share=share)


def _interval(figure: Figure, nearness: float, *, share: bool = False) -> Interval:
    assert figure.value is not None
    value = figure.value / figure.out_of if share and figure.out_of else figure.value
    return interval(value, figure.hedge, nearness)


def overlapping(intervals: Iterable[tuple[Interval, str]]) -> set[str]:
    """The names of the intervals that overlap another one by more than an end.

    Sorted by lower end, each interval is compared only with the earlier one that reaches furthest.
    """
    found: set[str] = set()
    reach, other = -math.inf, ""
    for (low, high), name in sorted(intervals):
        if low < reach:
            found.add(name)
            found.add(other)
        if not other or high > reach:
            reach, other = high, name
    return found
