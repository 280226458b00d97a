"""Which figures of several places to set side by side: of each place the one with which the set is best.

A place may have figures of one indicator at several dates. One that is years off, or only "about" right, would put a
caution on all the others, though a better one is there. Nothing is hidden: whoever shows a set names what it left out.

The rule, for figures that may share an axis (one ``panel_key``):

1. Of places that were chosen every one is in the set (here). Of all places there are, as many as have a figure without
   a caution of its own, all of like periods and dates, so that no pair has one (``axis``).
2. Then as few of its pairs as possible have a caution, so its verdict is the best that it could have; then as few of
   its figures as possible are such as have no place in an order.
3. Then the dates lie as close together as they can, then they are the latest; what is still equal goes by id.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from typing import NamedTuple

from dashboard.figures.figure import Figure
from dashboard.figures.likeness import Likeness, Profile


def best_of_each(figures: Iterable[Figure], likeness: Likeness) -> list[Figure]:
    """The best figure of each place, in the order of the ids of places; all figures may share an axis.

    Every choice is weighed, so no other one is better; figures of one place that are alike in all that decides are
    weighed once. Meant for a few places: it may take long where many of them have many figures.
    """
    places: dict[str, list[Figure]] = defaultdict(list)
    for figure in sorted(figures, key=lambda one: one.id):
        places[figure.locality].append(figure)
    return _Search(list(places.values()), likeness).best()


class _Candidate(NamedTuple):
    figure: Figure
    profile: Profile
    cautions: frozenset[str]
    """The figures of other places with which it has a caution."""

    @property
    def day(self) -> float:
        """By which later ones are told."""
        return self.profile.begun if math.isfinite(self.profile.begun) else 0.0


class _Search:
    """Weighs every choice of one candidate a place; one that can't become better than the best is not completed."""

    def __init__(self, places: Sequence[Sequence[Figure]], likeness: Likeness) -> None:
        everyone = [figure for place in places for figure in place]
        self._places = [_distinct(place, everyone, likeness) for place in places]
        self._places.sort(key=len)  # few beginnings
        self._rank: tuple[object, ...] = (math.inf,)
        self._best: list[Figure] = []

    def best(self) -> list[Figure]:
        """The best choice, in the order of places."""
        self._extend([], 0)
        return sorted(self._best, key=lambda one: one.locality)

    def _extend(self, chosen: list[_Candidate], cautions: int) -> None:
        left = self._places[len(chosen) :]
        ids = {one.figure.id for one in chosen}
        added = [sorted((len(one.cautions & ids), one.figure.id, one) for one in place) for place in left]
        least = cautions + sum(place[0][0] for place in added)
        if (least, *_at_best(chosen, left)) > self._rank:
            return
        if not left:
            self._rank = (cautions, *_closeness(chosen))
            self._best = [one.figure for one in chosen]
            return
        for more, _, candidate in added[0]:
            self._extend([*chosen, candidate], cautions + more)


def _distinct(place: Sequence[Figure], everyone: Sequence[Figure], likeness: Likeness) -> list[_Candidate]:
    """The figures of a place that differ in something that decides; of those alike the first."""
    found: dict[Hashable, _Candidate] = {}
    for figure in place:
        cautions = frozenset(
            other.id for other in everyone if other.locality != figure.locality and not likeness.clean(figure, other)
        )
        profile = likeness.profile(figure)
        decides = cautions, profile.unranked, profile.ended, profile.begun, figure.as_of.dated
        found.setdefault(decides, _Candidate(figure, profile, cautions))
    return list(found.values())


def _closeness(chosen: Sequence[_Candidate]) -> tuple[int, float, float, list[str]]:
    """A key that sorts choices: first those with few unranked figures, then close dates, then late ones, then by id."""
    dated = [one.profile for one in chosen if one.figure.as_of.dated]
    spread = max((one.begun for one in dated), default=math.inf) - min((one.ended for one in dated), default=0.0)
    late = -sum(one.day for one in chosen)
    return sum(one.profile.unranked for one in chosen), spread, late, sorted(one.figure.id for one in chosen)


def _at_best(chosen: Sequence[_Candidate], left: Sequence[Sequence[_Candidate]]) -> tuple[object, ...]:
    """What no completion of a choice is before."""
    unranked, spread, late, ids = _closeness(chosen)
    if not left:
        return unranked, spread, late, ids
    open_still = not any(one.figure.as_of.dated for one in chosen)
    latest = sum(max(one.day for one in place) for place in left)
    return unranked, -math.inf if open_still else spread, late - latest, []
