"""What may be said of several places, of one among its peers, and of an indicator: figures chosen and judged.

Nothing is put into words here. Which figure of a place is chosen: ``best_set``.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest
from itertools import combinations
from typing import Final, NamedTuple, TypeVar

from dashboard.figures.axis import Axis
from dashboard.figures.best_set import best_of_each
from dashboard.figures.comparability import Judgement, Verdict, judge
from dashboard.figures.comparability.partitioning_traits import what
from dashboard.figures.figure import Figure
from dashboard.figures.likeness import Likeness, Marks
from dashboard.language.vietnamese import sort_key
from dashboard.records.dataset import Dataset
from dashboard.records.models.locality import Level

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")
Keep = Callable[[Figure], bool]
FEWEST: Final = 3  # places of a group
INSTEAD: Final = 3  # places offered where the chosen ones do not compare
UNLOCKED: Final = 4  # groups that one more figure would open, told of a place
_KEPT: Final = 8  # places whose standings are kept: each holds a list of all peers for each of its indicators
_MANY: Final = 300  # figures of an indicator, from which on all are chosen and judged before anybody asks
_CLEAN: Final = Judgement(Verdict.COMPARABLE, ())


class Subject(NamedTuple):
    """What is counted: the indicator; of what is computed from one figure also that figure's indicator; and the part of
    the place that it is of, "" for the whole."""

    indicator: str
    reference: str
    part: str

    @classmethod
    def of(cls, figure: Figure) -> Subject:
        """The subject of a figure."""
        return cls(*what(figure), figure.part)


@dataclass(frozen=True)
class Compared:
    """Figures that may share an axis, one a place, with the verdict on them.

    ``clean``: the largest part of them of which the verdict is "comparable"; () where there is none. ``others``: all
    other figures of the same subject and places, and those of chosen places that share no axis with these.
    """

    subject: Subject
    figures: tuple[Figure, ...]
    judgement: Judgement
    clean: tuple[Figure, ...]
    others: tuple[Figure, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """The verdict on all its figures."""
        return self.judgement.verdict

    @property
    def level(self) -> Level | None:
        """The level of its places; None where there are several."""
        levels = {figure.level for figure in self.figures}
        return levels.pop() if len(levels) == 1 else None


@dataclass(frozen=True)
class Apart:
    """A subject of which no two chosen places have figures that compare.

    ``figures``: the two that come closest to it. ``instead``: places that the first of them compares with.
    """

    subject: Subject
    figures: tuple[Figure, ...]
    judgement: Judgement
    others: tuple[Figure, ...]
    instead: tuple[str, ...]

    @property
    def reason(self) -> str:
        """The id of the rule that keeps them apart: the first that does."""
        return self.judgement.gravest_first[0].kind


@dataclass(frozen=True)
class Comparison:
    """What may be said of some places: ``compared`` (the comparable first), ``apart``, and the figures of subjects that
    only one place has; each in the order of the indicators."""

    places: tuple[str, ...]
    compared: tuple[Compared, ...]
    apart: tuple[Apart, ...]
    alone: tuple[tuple[Subject, tuple[Figure, ...]], ...]

    def of(self, verdict: Verdict) -> tuple[Compared, ...]:
        """What compares with that verdict."""
        return tuple(one for one in self.compared if one.verdict is verdict)

    @property
    def reasons(self) -> list[tuple[Apart, ...]]:
        """What does not compare, by the rule that keeps it apart; the rule with the most first."""
        found: dict[str, list[Apart]] = {}
        for one in self.apart:
            found.setdefault(one.reason, []).append(one)
        return sorted((tuple(apart) for apart in found.values()), key=lambda apart: -len(apart))


@dataclass(frozen=True)
class Standing:
    """A figure of a place among all that compare with it: ``compared.figures`` holds it; alone where nothing does.
    ``compared.others`` are the place's other figures of the subject."""

    figure: Figure
    compared: Compared

    @property
    def peers(self) -> int:
        """How many other places there are."""
        return len(self.compared.figures) - 1


class Pool:
    """The figures of one version of the data, for setting them side by side; all visitors share it."""

    def __init__(
        self, dataset: Dataset, figures: Sequence[Figure], key: Callable[[Figure], tuple[Hashable, ...]]
    ) -> None:
        """``key``: equal for figures that may share an axis (``comparability.panel_key``)."""
        self.dataset = dataset
        self.figures = figures
        self._key = key
        self._axes: dict[Hashable, Axis] = {}
        self._standings: dict[str, list[Standing]] = {}
        self._indicators: dict[str, list[Compared]] = {}
        self._about: dict[str, _About] = {}

    @cached_property
    def marks(self) -> Marks:
        """What is known of single figures."""
        return Marks.of(self.figures, self.dataset.rules)

    @cached_property
    def likeness(self) -> Likeness:
        """Which figures compare without a caution."""
        return Likeness(self.dataset.rules, self.marks)

    @cached_property
    def by_place(self) -> Mapping[str, list[Figure]]:
        """The figures of each place."""
        return _grouped(self.figures, lambda figure: figure.locality)

    @cached_property
    def by_subject(self) -> Mapping[Subject, list[Figure]]:
        """The figures of each subject, in the order of the indicators."""
        order = {id: place for place, id in enumerate(self.dataset.indicators)}
        found = _grouped(self.figures, Subject.of)
        return dict(sorted(found.items(), key=lambda one: (order.get(one[0].indicator, 0), one[0])))

    @cached_property
    def by_key(self) -> Mapping[Hashable, list[Figure]]:
        """The figures that may share an axis."""
        return _grouped(self.figures, self._key)

    @cached_property
    def _order(self) -> Mapping[Subject, int]:
        return {subject: at for at, subject in enumerate(self.by_subject)}

    def _axis(self, figure: Figure) -> Axis:
        """All figures that may share an axis with one; cached."""
        key = self._key(figure)
        if key not in self._axes:
            self._axes[key] = Axis(self.by_key[key], self.likeness)
        return self._axes[key]

    # --- several places

    def compare(self, places: Iterable[str], keep: Keep | None = None, use: Collection[str] = ()) -> Comparison:
        """What may be said of places (two to six), of the figures to ``keep``.

        ``use``: ids of figures that are taken for their place and subject, whatever would be better.
        """
        chosen = tuple(dict.fromkeys(places))
        own = [one for place in chosen for one in self.by_place.get(place, ()) if keep is None or keep(one)]
        fixed = {(one.locality, Subject.of(one)) for one in own if one.id in use}
        compared, apart, alone = [], [], []
        for subject, figures in sorted(_grouped(own, Subject.of).items(), key=lambda one: self._order[one[0]]):
            if _places(figures) == 1:
                alone.append((subject, tuple(figures)))
                continue
            free = [one for one in figures if one.id in use or (one.locality, subject) not in fixed]
            shared = [group for group in _grouped(free, self._key).values() if _places(group) > 1]
            if shared:
                compared.append(self._best(subject, shared, figures, chosen))
            else:
                apart.append(self._apart(subject, free, figures, chosen))
        compared.sort(key=lambda one: one.verdict)
        return Comparison(chosen, tuple(compared), tuple(apart), tuple(alone))

    def _best(
        self, subject: Subject, shared: Sequence[list[Figure]], figures: Sequence[Figure], places: Sequence[str]
    ) -> Compared:
        """The best set of a subject: with the most places, then the best verdict, then the fewest reasons."""
        judged = [(one, self._judged(one)) for one in (best_of_each(group, self.likeness) for group in shared)]
        best, judgement = min(judged, key=lambda one: (-len(one[0]), one[1].verdict, len(one[1].reasons),
                                                       [figure.id for figure in one[0]]))  # fmt: skip
        ordered = tuple(sorted(best, key=lambda figure: places.index(figure.locality)))
        return Compared(subject, ordered, judgement, self._clean(ordered), _but(figures, ordered))

    def _judged(self, figures: Sequence[Figure]) -> Judgement:
        return self.marks.judged(figures, self.dataset.rules)

    def _clean(self, chosen: Sequence[Figure]) -> tuple[Figure, ...]:
        """The largest part of a set whose verdict is "comparable"; the first of equals."""
        for size in range(len(chosen), 1, -1):
            for part in combinations(chosen, size):
                if all(self.likeness.clean(*pair) for pair in combinations(part, 2)):
                    return part
        return ()

    def _apart(
        self, subject: Subject, free: Sequence[Figure], figures: Sequence[Figure], places: Sequence[str]
    ) -> Apart:
        """``free``: the figures of which a pair is told; the first of those that fewest rules keep apart."""
        by_id = sorted(free, key=lambda figure: figure.id)
        pairs = (pair for pair in combinations(by_id, 2) if pair[0].locality != pair[1].locality)
        one, other = min(pairs, key=lambda pair: (self._rules_between(*pair), self.likeness.days_apart(*pair)))
        pair = (one, other) if places.index(one.locality) < places.index(other.locality) else (other, one)
        instead = self._instead(pair[0], {one.locality for one in figures})
        return Apart(subject, pair, judge(pair, self.dataset.rules), _but(figures, pair), instead)

    def _rules_between(self, one: Figure, other: Figure) -> int:
        """How many rules keep two figures from sharing an axis."""
        return sum(mine != theirs for mine, theirs in zip(self._key(one), self._key(other), strict=True))

    def _instead(self, figure: Figure, but: Collection[str]) -> tuple[str, ...]:
        """The places that a figure compares with at the dates that are closest to its own."""
        peers = (one for one in self._axis(figure).around(figure) if one.locality not in but)
        apart = self.likeness.days_apart
        near = nsmallest(INSTEAD, peers, key=lambda one: (apart(one, figure), self._place(one.locality).name))
        return tuple(one.locality for one in near)

    # --- one place among all

    def standings(self, place: str, keep: Keep | None = None) -> list[Standing]:
        """Each subject of a place with the figure that compares with the most places; those with most first."""
        if keep is None and (known := self._standings.get(place)) is not None:
            return known
        own = [one for one in self.by_place.get(place, ()) if keep is None or keep(one)]
        found = []
        for subject, figures in _grouped(own, Subject.of).items():
            sets = [(one, [other for other in self._axis(one).around(one) if keep is None or keep(other)])
                    for one in figures]  # fmt: skip
            figure, around = min(sets, key=self._weight)
            judgement, chosen = self._judged_among(figure, around), tuple(around)
            clean = () if judgement.verdict else chosen
            found.append(Standing(figure, Compared(subject, chosen, judgement, clean, _but(figures, [figure]))))
        found.sort(key=lambda one: (one.peers == 0, one.compared.verdict, -one.peers,
                                    self._order[one.compared.subject]))  # fmt: skip
        if keep is None:
            self._standings[place] = found
            for old in list(self._standings)[:-_KEPT]:
                self._standings.pop(old, None)
        return found

    def _weight(self, one: tuple[Figure, list[Figure]]) -> tuple[object, ...]:
        """A key that puts first the figure with the most peers, then one without a caution, then the latest."""
        figure, around = one
        return -len(around), figure.id in self.marks.ids, -figure.as_of.sort_key[1].toordinal(), figure.id

    def _judged_among(self, figure: Figure, around: Sequence[Figure]) -> Judgement:
        """The verdict on a figure among those that an axis has ``around`` it: they compare with each other, so the
        reasons are those of the figure itself. Where it is hedged, each whose order to it is open has a part in it."""
        if len(around) == 1 or figure.id not in self.marks.ids:
            return _CLEAN
        peers = [one for one in around if one is not figure]
        hedged = [one for one in peers if self.likeness.unsettled(figure, one)] if figure.hedge else []
        return self._judged([figure, peers[0], *hedged])

    def similar(self, place: str) -> list[str]:
        """The places of its level that share the most comparable subjects with a place, the best first: then those of
        its type, of its province then or now, and of a like population."""
        shared = Counter(one.locality for standing in self.standings(place) for one in standing.compared.figures)
        places, mine = self.dataset.localities, self._place(place)

        def rank(id: str) -> tuple[object, ...]:
            one = self._place(id)
            elsewhere = one.provinces.isdisjoint(mine.provinces)
            return -shared[id], one.type != mine.type, elsewhere, mine.unlike(one), one.name

        return sorted((id for id in shared if id != place and places[id].level is places[place].level), key=rank)

    def _place(self, id: str) -> _About:
        """What a place is known by; cached."""
        if id not in self._about:
            one, units = self.dataset.localities[id], self.dataset.units
            now = units.now(id) if units.get(id) else []
            provinces = {id.partition(".")[0], *(part.unit.id.partition(".")[0] for part in now)}
            people = float(one.population.value) if one.population else 0.0
            self._about[id] = _About(one.type.vi, frozenset(provinces), people, (sort_key(one.name), id))
        return self._about[id]

    # --- an indicator, and all of them

    def warm(self) -> None:
        """Work out what most answers need and takes long."""
        for group in self.groups:
            self._axis(group.figures[0]).warm()
        for indicator, figures in _grouped(self.figures, lambda figure: figure.indicator).items():
            if len(figures) > _MANY:
                self.of_indicator(indicator)

    @cached_property
    def groups(self) -> list[Compared]:
        """The largest sets that compare, of at least FEWEST places: those with most places first.

        ``others`` of each: the figures that may share its axis but are not in it.
        """
        found = []
        for figures in self.by_key.values():
            if len(figures) < FEWEST:
                continue
            chosen = tuple(self._axis(figures[0]).largest)
            if len(chosen) >= FEWEST:
                found.append(Compared(Subject.of(chosen[0]), chosen, _CLEAN, chosen, _but(figures, chosen)))
        return sorted(found, key=lambda one: (-len(one.figures), self._order[one.subject],
                                              [figure.id for figure in one.figures]))  # fmt: skip

    def of_indicator(self, indicator: str, keep: Keep | None = None) -> list[Compared]:
        """All figures of an indicator to ``keep``, by what may share an axis; the largest set of each axis chosen.

        An axis on which no two figures are clean has one figure of each place. Those with the most places first.
        """
        if keep is None and (known := self._indicators.get(indicator)) is not None:
            return known
        found = []
        for subject, figures in self.by_subject.items():
            if subject.indicator != indicator:
                continue
            kept = figures if keep is None else list(filter(keep, figures))
            for group in _grouped(kept, self._key).values():
                axis = self._axis(group[0]) if keep is None else Axis(group, self.likeness)
                chosen, judgement = tuple(axis.largest), _CLEAN
                if len(chosen) < min(2, _places(group)):
                    chosen = tuple(_latest(group))
                    judgement = self._judged(chosen)
                clean = () if judgement.verdict else chosen
                found.append(Compared(subject, chosen, judgement, clean, _but(group, chosen)))
        found.sort(key=lambda one: (-len(one.figures), one.subject, one.figures[0].id))
        if keep is None:
            self._indicators[indicator] = found
        return found

    def unlocked(self, place: str) -> list[Compared]:
        """The groups of its level that a place is not in, and that one more figure of it would let it compare with: the
        largest of each subject, of times in which the place was there."""
        found: dict[Subject, Compared] = {}
        level, unit = self.dataset.localities[place].level, self.dataset.units.get(place)
        within = _grouped(self.standings(place), lambda one: self._key(one.figure))
        for group in self.groups:
            first = group.figures[0]
            if group.subject.part or group.level is not level or group.subject in found or first.computed:
                continue
            ids = {one.id for standing in within.get(self._key(first), ()) for one in standing.compared.figures}
            if any(one.id in ids for one in group.figures):
                continue
            days = [day for figure in group.figures for day in (figure.as_of.start, figure.as_of.end) if day]
            if unit is None or (days and unit.existed(min(days).isoformat(), max(days).isoformat())):
                found[group.subject] = group
        return list(found.values())[:UNLOCKED]


class _About(NamedTuple):
    """What makes places similar: its type, the provinces that it lay in and lies in now, its inhabitants (0: not
    known); and what sorts it by name."""

    type: str
    provinces: frozenset[str]
    people: float
    name: tuple[object, ...]

    def unlike(self, other: _About) -> float:
        """How many times larger one is than the other, as a logarithm; infinite if not known."""
        known = self.people > 0 and other.people > 0
        return abs(math.log(self.people / other.people)) if known else math.inf


def _latest(figures: Iterable[Figure]) -> list[Figure]:
    """The latest figure of each place, in the order of their ids."""
    best: dict[str, Figure] = {}
    for figure in sorted(figures, key=lambda one: (one.as_of.sort_key, one.id)):
        best[figure.locality] = figure
    return [best[place] for place in sorted(best)]


def _places(figures: Iterable[Figure]) -> int:
    return len({figure.locality for figure in figures})


def _but(figures: Iterable[Figure], chosen: Iterable[Figure]) -> tuple[Figure, ...]:
    """Those that were not chosen."""
    ids = {figure.id for figure in chosen}
    return tuple(figure for figure in figures if figure.id not in ids)


def _grouped(things: Iterable[T], by: Callable[[T], K]) -> dict[K, list[T]]:
    found: dict[K, list[T]] = defaultdict(list)
    for one in things:
        found[by(one)].append(one)
    return dict(found)
