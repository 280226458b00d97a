"""Of all places whose figures may share an axis, the largest sets that compare without a caution (see ``best_set``).

A figure with a caution of its own is in none of them, nor one of which only bounds are known that are as far apart as
no two dates may be. The others are in one set if they are alike, their periods are of like length, and none begins too
long after another one ends: a stretch of time.
"""

from __future__ import annotations

import math
from bisect import bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from dashboard.figures.figure import Figure
from dashboard.figures.likeness import Likeness, Profile


class Member(NamedTuple):
    """A figure with what decides of it."""

    figure: Figure
    profile: Profile


class _Window(NamedTuple):
    """Alike figures of like ``lengths`` (the least and the greatest; None: of any), in the order of places, with their
    ``ended`` and ``begun``. ``starts``: each day on which a stretch of time may begin, rising; ``places``: how many are
    in it."""

    lengths: tuple[float, float] | None
    members: Sequence[Member]
    ended: Sequence[float]
    begun: Sequence[float]
    starts: Sequence[float]
    places: Sequence[int]

    @classmethod
    def of(cls, members: Sequence[Member], lengths: tuple[float, float] | None, days: float) -> _Window:
        """With the stretches in which no figure begins ``days`` or more after another one ends."""
        by_begin = sorted(members, key=lambda one: one.profile.begun)
        by_end = sorted(members, key=lambda one: one.profile.ended)
        inside: Counter[str] = Counter()
        starts: list[float] = []
        places: list[int] = []
        added, gone = 0, 0
        while gone < len(by_end):
            start = by_end[gone].profile.ended
            while added < len(by_begin) and by_begin[added].profile.begun - start < days:
                inside[by_begin[added].profile.owner] += 1
                added += 1
            starts.append(start)
            places.append(len(inside))
            while gone < len(by_end) and by_end[gone].profile.ended == start:
                owner = by_end[gone].profile.owner
                inside[owner] -= 1
                if not inside[owner]:
                    del inside[owner]
                gone += 1
        ended, begun = [one.profile.ended for one in members], [one.profile.begun for one in members]
        return cls(lengths, members, ended, begun, starts, places)

    def stretches(self, after: float = -math.inf, until: float = math.inf) -> Iterator[tuple[int, float]]:
        """Of the stretches that begin between two days: how many places each has, and that day."""
        low, high = bisect_right(self.starts, after), bisect_right(self.starts, until)
        return zip(self.places[low:high], self.starts[low:high], strict=True)

    def within(self, start: float, days: float) -> list[Member]:
        """The members of the stretch that begins on a day."""
        dated = zip(self.members, self.ended, self.begun, strict=True)
        return [one for one, ended, begun in dated if ended >= start and begun - start < days]

    def holds(self, profile: Profile, start: float, days: float) -> bool:
        """Whether an alike figure is in the stretch that begins on a day."""
        length = profile.length
        like = self.lengths is None or length is None or self.lengths[0] <= length <= self.lengths[1]
        return like and profile.ended >= start and profile.begun - start < days


class Axis:
    """Figures that may share an axis. What all questions share is worked out once, in n log n time where the periods
    are of few lengths."""

    def __init__(self, figures: Iterable[Figure], likeness: Likeness) -> None:
        self.figures = sorted(figures, key=_place)
        self._near = likeness.near(self.figures[0].kind)
        self._likeness = likeness
        self._windows: dict[tuple[Hashable, float | None], _Window] = {}

    @cached_property
    def largest(self) -> list[Figure]:
        """The largest set, of each place the figure closest to its middle, in the order of places.

        Of sets of one size the one of which the median is the latest; [] where no figure is clean.
        """
        windows = [(max(one.stretches()), one) for alike in self._clean for one in self._of_like_length(alike)]
        most = max((places for (places, _), _ in windows), default=0)
        found = []
        for (places, start), window in windows:
            if places == most:
                inside = window.within(start, self._near.days)
                middle = sorted(map(_middle, inside))[len(inside) // 2]
                found.append((-middle, _one_each(inside, middle)))
        return min(found, key=lambda one: (one[0], [figure.id for figure in one[1]]), default=(0.0, []))[1]

    def around(self, figure: Figure) -> list[Figure]:
        """The largest set that holds a figure, which may have a caution of its own, in the order of places.

        Of each other place the figure closest to it. Of sets of one size the latest.
        """
        held, days = Member(figure, self._likeness.profile(figure)), self._near.days
        if not self._settled(held.profile):
            return [figure]
        own = [one for one in self._own(held) if one.profile.alike == held.profile.alike]
        best, found = (0, -math.inf), None
        for window in self._of_like_length(held.profile.alike, held.profile.length):
            stretches = list(window.stretches(held.profile.begun - days, held.profile.ended))
            if held.profile.marked:  # the stretch in which it ends first is not among them
                owners = {one.profile.owner for one in window.within(held.profile.ended, days)}
                stretches.append((len(owners), held.profile.ended))
            for places, start in stretches:
                places -= any(window.holds(one.profile, start, days) for one in own)
                if (places, start) > best:
                    best, found = (places, start), window
        each = _one_each(
            found.within(best[1], days) if found else [], _middle(held), {one.profile.owner for one in own}
        )
        insort(each, figure, key=_place)
        return each

    @cached_property
    def _clean(self) -> dict[Hashable, list[Member]]:
        """The clean figures, by what no rule tells apart; in the order of places."""
        found: dict[Hashable, list[Member]] = defaultdict(list)
        for figure in self.figures:
            profile = self._likeness.profile(figure)
            if not profile.marked and self._settled(profile):
                found[profile.alike].append(Member(figure, profile))
        return found

    def warm(self) -> None:
        """Work out what all questions share."""
        _ = self.largest, self._of_place

    def _own(self, held: Member) -> list[Member]:
        """The clean figures of its place, and of places with its code."""
        found = [*self._of_place.get(held.figure.locality, ()), *self._of_place.get(held.profile.owner, ())]
        return list({one.figure.id: one for one in found}.values())

    @cached_property
    def _of_place(self) -> dict[str, list[Member]]:
        """The clean figures of each place, and of the places with one code."""
        found: dict[str, list[Member]] = defaultdict(list)
        for one in (one for members in self._clean.values() for one in members):
            for name in {one.figure.locality, one.profile.owner}:
                found[name].append(one)
        return found

    @cached_property
    def _lengths(self) -> dict[Hashable, list[float]]:
        """The lengths of the periods of alike figures, rising; empty where they do not matter."""
        return {
            alike: sorted({one.profile.length for one in members if one.profile.length is not None})
            for alike, members in self._clean.items()
        }

    def _settled(self, profile: Profile) -> bool:
        """Whether a stretch of time may hold it."""
        return math.isfinite(profile.ended) and math.isfinite(profile.begun) and (
            profile.begun - profile.ended < self._near.days
        )  # fmt: skip

    def _of_like_length(self, alike: Hashable, held: float | None = None) -> Iterator[_Window]:
        """The largest windows of alike figures whose periods are of like length, one that is ``held`` among them."""
        if alike not in self._clean:
            return
        told, times = self._lengths[alike], self._near.times
        if not told:
            yield self._window(alike, None)
            return
        lengths = told if held is None else sorted({held, *(one for one in told if one <= held <= times * one)})
        reached = -1
        for shortest in lengths:
            reaches = bisect_right(told, times * shortest)
            if reaches > reached:  # else it is a part of the one before
                reached = reaches
                yield self._window(alike, shortest)

    def _window(self, alike: Hashable, shortest: float | None) -> _Window:
        """The window of periods that are at least so long, and not too much longer; cached."""
        key = alike, shortest
        if key not in self._windows:
            members, lengths = self._clean[alike], None
            if shortest is not None:
                least, most = lengths = shortest, self._near.times * shortest
                members = [one for one in members if (length := one.profile.length) is None or least <= length <= most]
            self._windows[key] = _Window.of(members, lengths, self._near.days)
        return self._windows[key]


def _one_each(members: Sequence[Member], middle: float, but: Collection[str] = ()) -> list[Figure]:
    """The figure of each place that is closest to a day, the later of equals; in the order of places, as they come.

    ``but``: the owners that are left out.
    """
    best: dict[str, Member] = {}
    for one in members:
        known = best.setdefault(one.profile.owner, one)
        if known is not one and _far(one, middle) < _far(known, middle):
            best[one.profile.owner] = one
    several = len(best) < len(members)
    for owner in but:
        best.pop(owner, None)
    found = [one.figure for one in best.values()]
    return sorted(found, key=_place) if several else found


def _far(one: Member, middle: float) -> tuple[float, float, str]:
    return abs(_middle(one) - middle), -_middle(one), one.figure.id


def _middle(one: Member) -> float:
    return (one.profile.ended + one.profile.begun) / 2


def _place(figure: Figure) -> tuple[str, str]:
    return figure.locality, figure.id
