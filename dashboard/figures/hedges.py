"""The hedge of a number that is computed from hedged numbers."""

from __future__ import annotations

from typing import Final

from dashboard.language.hedges import Hedge

# Hedges by the side of the printed number on which the true one lies; True where the two can't be equal.
_UP: Final = {Hedge.OVER: True, Hedge.AT_LEAST: False}
_DOWN: Final = {Hedge.UNDER: True, Hedge.NEARLY: True, Hedge.AT_MOST: False}
_INVERSE: Final = {
    Hedge.OVER: Hedge.UNDER, Hedge.AT_LEAST: Hedge.AT_MOST, Hedge.UNDER: Hedge.OVER, Hedge.NEARLY: Hedge.OVER,
    Hedge.AT_MOST: Hedge.AT_LEAST, Hedge.ABOUT: Hedge.ABOUT,
}  # fmt: skip


def combined(first: Hedge | None, second: Hedge | None) -> Hedge | None:
    """The hedge of a product of two hedged numbers: over and over stay over, over and under give about."""
    if first is None or second is None:
        return first or second
    for side, strict, loose in ((_UP, Hedge.OVER, Hedge.AT_LEAST), (_DOWN, Hedge.UNDER, Hedge.AT_MOST)):
        if first in side and second in side:
            return strict if side[first] or side[second] else loose
    return Hedge.ABOUT


def divided(numerator: Hedge | None, denominator: Hedge | None) -> Hedge | None:
    """The hedge of a quotient: a denominator that is larger than printed makes it smaller."""
    return combined(numerator, _INVERSE[denominator] if denominator else None)
