"""Which figures of several places to set side by side: of each place the one with which the set is best.

A place may have figures of one indicator at several dates. One that is years off, or only "about" right, would put a
caution on all the others, though a better one is there. Nothing is hidden: whoever shows a set names what it left out.

The rule, for figures that may share an axis (one ``panel_key``):

1. Of places that were chosen every one is in the set (``best_of_each``). Of all places there are, as many as have a
   figure without a caution of its own, of like periods and one scheme, all within the time in which no rule tells a
   distance (``largest``).
2. Then the verdict of the set is the best that it could have; then as few of its pairs as possible have a caution.
3. Then the dates lie as close together as they can, then they are the latest; what is still equal goes by id.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dashboard.figures.comparability import Judgement, Verdict, caution_traits, judge
from dashboard.figures.figure import Figure
from dashboard.records.models.rule import Rule, Trait
from dashboard.records.reference_period import YEAR

PairVerdict = Callable[[Figure, Figure], Verdict]


def best_of_each(figures: Iterable[Figure], verdict: PairVerdict) -> tuple[Figure, ...]:
    """The best figure of each place, in the order of their ids of places; all figures may share an axis.

    ``verdict``: that of two figures. Every choice is weighed, so no other one has a better verdict. It takes long where
    many places have many figures each: meant for a few places.
    """
    places: dict[str, list[Figure]] = defaultdict(list)
    for figure in sorted(figures, key=lambda one: one.id):
        places[figure.locality].append(figure)
    search = _Search([places[place] for place in sorted(places)], verdict)
    search.extend((), (Verdict.COMPARABLE, 0))
    return search.best


Weight = tuple[Verdict, int]
"""The worst verdict of the pairs so far, and how many have a caution. It only grows."""


@dataclass
class _Search:
    """Weighs every choice of one figure a place; a choice that is worse already is not completed."""

    places: list[list[Figure]]
    verdict: PairVerdict
    best: tuple[Figure, ...] = ()
    rank: tuple[object, ...] = (math.inf,)

    def extend(self, chosen: tuple[Figure, ...], weight: Weight) -> None:
        if weight > self.rank[:2]:
            return
        if len(chosen) == len(self.places):
            rank = (*weight, *_closeness(chosen))
            if not self.best or rank < self.rank:
                self.best, self.rank = chosen, rank
            return
        following = []
        for figure in self.places[len(chosen)]:
            verdicts = [self.verdict(one, figure) for one in chosen]
            worst = max([weight[0], *verdicts])
            following.append(((worst, weight[1] + sum(map(bool, verdicts))), figure))
        for heavier, figure in sorted(following, key=lambda one: (one[0], one[1].id)):
            self.extend((*chosen, figure), heavier)


def _closeness(chosen: Sequence[Figure]) -> tuple[object, ...]:
    """A key that sorts sets: first those with close dates, then those with late ones, then by id."""
    reach = [figure.when.reach for figure in chosen if figure.as_of.dated]
    spread = max((begun for _, begun in reach), default=0.0) - min((ended for ended, _ in reach), default=0.0)
    return spread, -sum(begun for _, begun in reach if math.isfinite(begun)), [figure.id for figure in chosen]


@dataclass(frozen=True)
class Marks:
    """What is known of single figures: ``ids`` of those with a caution of their own (a hedge, no date, an inferred one,
    a contradiction), and of those for which another article gives another number the ``rivals``."""

    ids: frozenset[str] = frozenset()
    rivals: Mapping[str, Sequence[Figure]] = field(default_factory=dict)

    @classmethod
    def of(cls, figures: Sequence[Figure], rules: Mapping[str, Rule]) -> Marks:
        """The marks of all figures of a data set."""
        ids: set[str] = set()
        rivals: dict[str, list[Figure]] = defaultdict(list)
        for rule in rules.values():
            concerned = [figure for figure in figures if rule.concerns(figure.kind)]
            if rule.trait in caution_traits.OF_ONE:
                found = caution_traits.TRAITS[rule.trait](concerned, rule)
                ids |= {figure.id for figure in found.figures} if found else set()
            elif rule.trait is Trait.CONFLICT:
                for group in caution_traits.conflicting(concerned):
                    for figure in group:
                        rivals[figure.id] += [other for other in group if other is not figure]
        return cls(frozenset(ids | rivals.keys()), rivals)

    def judged(self, figures: Sequence[Figure], rules: Mapping[str, Rule]) -> Judgement:
        """The verdict on a set, in which the rivals of its figures have their say."""
        return judge([*figures, *(other for figure in figures for other in self.rivals.get(figure.id, ()))], rules)


@dataclass(frozen=True)
class Nearness:
    """How unlike figures may be without a caution: ``years`` apart, one period ``times`` as long as the other."""

    years: float
    times: float

    @classmethod
    def of(cls, rules: Mapping[str, Rule]) -> Nearness:
        """As the rules of a data set have it; infinite where none says it."""
        years = [float(rule.years) for rule in rules.values() if rule.trait is Trait.DATES and rule.years]
        times = [float(rule.times) for rule in rules.values() if rule.trait is Trait.LENGTH and rule.times]
        return cls(min(years, default=math.inf), min(times, default=math.inf))

    def alike(self, figure: Figure) -> Hashable:
        """Equal only for figures of one scheme whose periods differ too little to be told; not always then."""
        length = figure.when.years
        if length is None or not math.isfinite(self.times):
            return figure.scheme, length
        if not figure.adds_up:
            return figure.scheme, round(length)
        return figure.scheme, round(math.log(max(length, 1e-3)) / math.log(self.times))


def largest(figures: Iterable[Figure], marks: Marks, near: Nearness, around: Figure | None = None) -> list[Figure]:
    """The largest set of places whose figures compare without a caution.

    ``figures`` may all share an axis; of each place one is taken, the one closest to the middle of the set. Of sets of
    one size the latest is taken. ``around``: a figure that the set must hold; the others are closest to it. The list is
    in the order of the ids of places. It takes n log n time.
    """
    clean = [figure for figure in figures if figure.id not in marks.ids and _finite(figure)]
    if around is not None:
        if not _finite(around):
            return [around]
        alike = near.alike(around)
        clean = [one for one in clean if one.locality != around.locality and near.alike(one) == alike]
        window = _holding([*clean, around], around, near.years * YEAR)
        return _one_each(window, _middle(around))
    groups: dict[Hashable, list[Figure]] = defaultdict(list)
    for figure in clean:
        groups[near.alike(figure)].append(figure)
    windows = [_window(group, near.years * YEAR) for group in groups.values()]
    window = max(windows, key=lambda one: (len({figure.locality for figure in one}), _median(one)), default=[])
    return _one_each(window, _median(window))


def _one_each(figures: Iterable[Figure], middle: float) -> list[Figure]:
    """The figure of each place that is closest to a day, the later of equals."""
    best: dict[str, Figure] = {}
    for figure in sorted(figures, key=lambda one: (abs(_middle(one) - middle), -_middle(one), one.id)):
        best.setdefault(figure.locality, figure)
    return [best[place] for place in sorted(best)]


def _window(figures: Sequence[Figure], days: float) -> list[Figure]:
    """The figures of the stretch of time with the most places, the latest of equals: none begins ``days`` or more after
    another one ends."""
    by_begin = sorted(figures, key=lambda one: one.when.reach[1])
    by_end = sorted(figures, key=lambda one: one.when.reach[0])
    inside: Counter[str] = Counter()
    added, most, at = 0, 0, -math.inf
    for gone, first in enumerate(by_end):
        end = first.when.reach[0]
        while added < len(by_begin) and by_begin[added].when.reach[1] - end < days:
            inside[by_begin[added].locality] += 1
            added += 1
        if len(inside) >= most:
            most, at = len(inside), end
        inside[by_end[gone].locality] -= 1
        if inside[by_end[gone].locality] <= 0:
            del inside[by_end[gone].locality]
    return [one for one in figures if one.when.reach[0] >= at and one.when.reach[1] - at < days]


def _holding(figures: Sequence[Figure], held: Figure, days: float) -> list[Figure]:
    """As ``_window``, among the stretches of time that hold a figure."""
    ended, begun = held.when.reach
    best: list[Figure] = [held]
    for at in sorted({one.when.reach[0] for one in figures if begun - days < one.when.reach[0] <= ended}):
        found = [one for one in figures if one.when.reach[0] >= at and one.when.reach[1] - at < days]
        if len({one.locality for one in found}) >= len({one.locality for one in best}):
            best = found
    return best


def _finite(figure: Figure) -> bool:
    return figure.as_of.dated and all(map(math.isfinite, figure.when.reach))


def _middle(figure: Figure) -> float:
    ended, begun = figure.when.reach
    return (ended + begun) / 2


def _median(figures: Sequence[Figure]) -> float:
    found = sorted(map(_middle, figures))
    return found[len(found) // 2] if found else 0.0
