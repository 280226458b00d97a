"""What may be said of several places, of one among its peers, and of an indicator: figures chosen and judged.

Nothing is put into words here. Which figure of a place is chosen: ``best_set``.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Final, NamedTuple, TypeVar

from dashboard.figures.best_set import Marks, Nearness, best_of_each, largest
from dashboard.figures.comparability import Judgement, Verdict, judge
from dashboard.figures.comparability.partitioning_traits import what
from dashboard.figures.figure import Figure
from dashboard.language.vietnamese import sort_key
from dashboard.records.dataset import Dataset
from dashboard.records.models.locality import Level

K = TypeVar("K", bound=Hashable)
FEWEST: Final = 3  # places of a group
INSTEAD: Final = 3  # places offered where the chosen ones do not compare
UNLOCKED: Final = 4  # groups that one more figure would open, told of a place


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
    """A figure of a place among all that compare with it: ``compared.figures`` holds it; alone where nothing does."""

    figure: Figure
    compared: Compared

    @property
    def peers(self) -> int:
        """How many other places there are."""
        return len(self.compared.figures) - 1


class Pool:
    """The figures of one version of the data, for setting them side by side."""

    def __init__(self, dataset: Dataset, figures: Sequence[Figure], key: Callable[[Figure], Hashable]) -> None:
        """``key``: equal for figures that may share an axis (``comparability.panel_key``)."""
        self.dataset = dataset
        self.figures = figures
        self._key = key
        self._pairs: dict[tuple[str, str], Verdict] = {}

    @cached_property
    def marks(self) -> Marks:
        """What is known of single figures."""
        return Marks.of(self.figures, self.dataset.rules)

    @cached_property
    def near(self) -> Nearness:
        """How unlike figures may be without a caution."""
        return Nearness.of(self.dataset.rules)

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

    # --- several places

    def compare(
        self, places: Iterable[str], keep: Callable[[Figure], bool] = bool, use: Collection[str] = ()
    ) -> Comparison:
        """What may be said of places (two to six), of the figures to ``keep``.

        ``use``: ids of figures that are taken for their place and subject, whatever would be better.
        """
        chosen = tuple(dict.fromkeys(places))
        own = [figure for place in chosen for figure in self.by_place.get(place, ()) if keep(figure)]
        fixed = {(one.locality, Subject.of(one)) for one in own if one.id in use}
        compared, apart, alone = [], [], []
        found = _grouped(own, Subject.of)
        for subject in [one for one in self.by_subject if one in found]:
            figures = found[subject]
            if len({figure.locality for figure in figures}) == 1:
                alone.append((subject, tuple(figures)))
                continue
            free = [one for one in figures if one.id in use or (one.locality, subject) not in fixed]
            shared = [group for group in _grouped(free, self._key).values() if _places(group) > 1]
            if shared:
                compared.append(self._best(subject, shared, figures, chosen))
            else:
                apart.append(self._apart(subject, figures))
        compared.sort(key=lambda one: one.verdict)
        return Comparison(chosen, tuple(compared), tuple(apart), tuple(alone))

    def _best(
        self, subject: Subject, shared: Sequence[list[Figure]], figures: Sequence[Figure], places: Sequence[str]
    ) -> Compared:
        """The best set of a subject: with the most places, then the best verdict, then the fewest reasons."""
        sets = [self._compared(subject, best_of_each(group, self._pair), figures) for group in shared]
        best = min(sets, key=lambda one: (-len(one.figures), one.verdict, len(one.judgement.reasons),
                                          [figure.id for figure in one.figures]))  # fmt: skip
        ordered = tuple(sorted(best.figures, key=lambda figure: places.index(figure.locality)))
        return Compared(subject, ordered, best.judgement, best.clean, best.others)

    def _compared(self, subject: Subject, chosen: Sequence[Figure], among: Iterable[Figure]) -> Compared:
        judgement = self.marks.judged(chosen, self.dataset.rules)
        ids = {figure.id for figure in chosen}
        others = tuple(figure for figure in among if figure.id not in ids)
        return Compared(subject, tuple(chosen), judgement, self._clean(chosen, judgement), others)

    def _clean(self, chosen: Sequence[Figure], judgement: Judgement) -> tuple[Figure, ...]:
        """The largest part of a set whose verdict is "comparable"; the first of equals."""
        if judgement.verdict is Verdict.COMPARABLE:
            return tuple(chosen)
        unmarked = [figure for figure in chosen if figure.id not in self.marks.ids]
        for size in range(len(unmarked), 1, -1):
            for part in combinations(unmarked, size):
                if not any(self._pair(*pair) for pair in combinations(part, 2)):
                    return part
        return ()

    def _apart(self, subject: Subject, figures: Sequence[Figure]) -> Apart:
        pairs = [pair for pair in combinations(figures, 2) if pair[0].locality != pair[1].locality]
        judged = [(judge(pair, self.dataset.rules), pair) for pair in pairs[:_PAIRS]]
        judgement, pair = min(judged, key=lambda one: (len(one[0].reasons), [figure.id for figure in one[1]]))
        others = tuple(figure for figure in figures if figure not in pair)
        return Apart(subject, pair, judgement, others, self._instead(pair[0], {one.locality for one in figures}))

    def _instead(self, figure: Figure, but: set[str]) -> tuple[str, ...]:
        peers = [one for one in self._around(figure) if one.locality not in but]
        return tuple(one.locality for one in sorted(peers, key=lambda one: self._nearness(one, figure))[:INSTEAD])

    def _nearness(self, one: Figure, to: Figure) -> tuple[object, ...]:
        return one.when.years_apart(to.when)[1], sort_key(self.dataset.localities[one.locality].name), one.locality

    # --- one place among all

    def standings(self, place: str, keep: Callable[[Figure], bool] = bool) -> list[Standing]:
        """Each subject of a place with the figure that compares with the most places; those with most first."""
        found = []
        for subject, figures in _grouped(filter(keep, self.by_place.get(place, ())), Subject.of).items():
            sets = [(figure, self._around(figure)) for figure in figures]
            figure, around = min(sets, key=self._weight)
            others = [one for one in self.by_key[self._key(figure)] if one.locality != place]
            found.append(Standing(figure, self._wide(subject, around, [*figures, *others])))
        order = list(self.by_subject)
        return sorted(found, key=lambda one: (one.peers == 0, one.compared.verdict, -one.peers,
                                              order.index(one.compared.subject)))  # fmt: skip

    def _weight(self, one: tuple[Figure, list[Figure]]) -> tuple[object, ...]:
        """A key that puts first the figure with the most peers, then one without a caution, then the latest."""
        figure, around = one
        return -len(around), figure.id in self.marks.ids, -figure.as_of.sort_key[1].toordinal(), figure.id

    def _around(self, figure: Figure) -> list[Figure]:
        return largest(self.by_key[self._key(figure)], self.marks, self.near, around=figure)

    def _wide(self, subject: Subject, chosen: Sequence[Figure], among: Iterable[Figure]) -> Compared:
        judgement = self.marks.judged(chosen, self.dataset.rules)
        ids = {figure.id for figure in chosen}
        clean = tuple(chosen) if judgement.verdict is Verdict.COMPARABLE else ()
        return Compared(subject, tuple(chosen), judgement, clean, tuple(one for one in among if one.id not in ids))

    def similar(self, place: str) -> list[str]:
        """The places of its level that share the most comparable subjects with a place, the best first: then those of
        its type, of its province then or now, and of a like population."""
        shared: dict[str, int] = defaultdict(int)
        for standing in self.standings(place):
            for figure in standing.compared.figures:
                shared[figure.locality] += 1
        places = self.dataset.localities
        level, mine = places[place].level, places[place]

        def rank(id: str) -> tuple[object, ...]:
            one = places[id]
            same = self._provinces(place) & self._provinces(id)
            return -shared[id], one.type.vi != mine.type.vi, not same, self._unlike(place, id), sort_key(one.name), id

        return sorted((id for id in shared if id != place and places[id].level is level), key=rank)

    def _provinces(self, place: str) -> set[str]:
        """The provinces that a place lay in and lies in now."""
        units = self.dataset.units
        now = units.now(place) if units.get(place) else []
        return {place.partition(".")[0], *(part.unit.id.partition(".")[0] for part in now)}

    def _unlike(self, place: str, other: str) -> float:
        """How many times larger the population of one is than the other's, as a logarithm; infinite if not known."""
        known = [self.dataset.localities[id].population for id in (place, other)]
        if not all(one and one.value > 0 for one in known):
            return math.inf
        one, two = (float(measure.value) for measure in known if measure)
        return abs(math.log(one / two))

    # --- an indicator, and all of them

    @cached_property
    def groups(self) -> list[Compared]:
        """The largest sets that compare, of at least FEWEST places: those with the best verdict and most places first.

        ``others`` of each: the figures that may share its axis but are not in it.
        """
        found = []
        for figures in self.by_key.values():
            chosen = largest(figures, self.marks, self.near)
            if len(chosen) >= FEWEST:
                found.append(self._wide(Subject.of(chosen[0]), chosen, figures))
        order = list(self.by_subject)
        return sorted(found, key=lambda one: (one.verdict, -len(one.figures), order.index(one.subject),
                                              [figure.id for figure in one.figures]))  # fmt: skip

    def of_indicator(self, indicator: str, keep: Callable[[Figure], bool] = bool) -> list[Compared]:
        """All figures of an indicator to ``keep``, by what may share an axis; the largest set of each axis chosen.

        An axis on which no figure is clean has one figure of each place. Those with the most places first.
        """
        found = []
        for subject, figures in self.by_subject.items():
            if subject.indicator != indicator:
                continue
            for group in _grouped(filter(keep, figures), self._key).values():
                chosen = largest(group, self.marks, self.near)
                if len(chosen) < min(2, _places(group)):
                    chosen = _latest(group)
                found.append(self._wide(subject, chosen, group))
        return sorted(found, key=lambda one: (-len(one.figures), one.subject, one.figures[0].id))

    def unlocked(self, place: str) -> list[Compared]:
        """The groups of its level that a place is not in, and that one more figure of it would let it compare with: the
        largest of each subject, of times in which the place was there."""
        found: dict[Subject, Compared] = {}
        within = {figure.id for standing in self.standings(place) for figure in standing.compared.figures}
        level, unit = self.dataset.localities[place].level, self.dataset.units.get(place)
        for group in sorted(self.groups, key=lambda one: -len(one.figures)):
            if group.subject.part or group.level is not level or group.subject in found:
                continue
            if any(figure.id in within or figure.computed for figure in group.figures):
                continue
            days = [day for figure in group.figures for day in (figure.as_of.start, figure.as_of.end) if day]
            if unit is None or (days and unit.existed(min(days).isoformat(), max(days).isoformat())):
                found[group.subject] = group
        return list(found.values())[:UNLOCKED]

    def _pair(self, one: Figure, other: Figure) -> Verdict:
        """The verdict on two figures; cached."""
        key = (one.id, other.id) if one.id < other.id else (other.id, one.id)
        if key not in self._pairs:
            if len(self._pairs) >= _KEPT:
                self._pairs.clear()
            self._pairs[key] = judge([one, other], self.dataset.rules).verdict
        return self._pairs[key]


_KEPT: Final = 200_000  # verdicts on pairs, some 100 bytes each
_PAIRS: Final = 60  # of figures that do not compare, looked at for the ones that come closest


def _latest(figures: Iterable[Figure]) -> list[Figure]:
    """The latest figure of each place, in the order of their ids."""
    best: dict[str, Figure] = {}
    for figure in sorted(figures, key=lambda one: (one.as_of.sort_key, one.id)):
        best[figure.locality] = figure
    return [best[place] for place in sorted(best)]


def _places(figures: Iterable[Figure]) -> int:
    return len({figure.locality for figure in figures})


def _grouped(figures: Iterable[Figure], by: Callable[[Figure], K]) -> dict[K, list[Figure]]:
    found: dict[K, list[Figure]] = defaultdict(list)
    for figure in figures:
        found[by(figure)].append(figure)
    return dict(found)
