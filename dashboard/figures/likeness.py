"""Whether two figures that may share an axis compare without a caution: as ``judge`` has it, but quick for many.

``Marks`` is what is known of single figures; a ``Profile`` holds all of a figure that decides.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from dashboard.figures.comparability import Judgement, caution_traits, judge, order, partitioning_traits
from dashboard.figures.figure import Figure
from dashboard.records.models.indicator import Kind
from dashboard.records.models.rule import Rule, RuleVerdict, Trait
from dashboard.records.reference_period import YEAR


@dataclass(frozen=True)
class Marks:
    """What is known of single figures: ``ids`` of those with a caution of their own (a hedge, no date, an inferred one,
    a contradiction), of which the ``unranked`` have no place in an order; and of those for which another article gives
    another number the ``rivals``."""

    ids: frozenset[str] = frozenset()
    unranked: frozenset[str] = frozenset()
    rivals: Mapping[str, Sequence[Figure]] = field(default_factory=dict)

    @classmethod
    def of(cls, figures: Sequence[Figure], rules: Mapping[str, Rule]) -> Marks:
        """The marks of all figures of a data set."""
        ids: set[str] = set()
        unranked: set[str] = set()
        rivals: dict[str, list[Figure]] = defaultdict(list)
        for rule in rules.values():
            concerned = [figure for figure in figures if rule.concerns(figure.kind)]
            marked: set[str] = set()
            if rule.trait in caution_traits.OF_ONE:
                found = caution_traits.TRAITS[rule.trait](concerned, rule)
                marked = {figure.id for figure in found.figures} if found else set()
            elif rule.trait is Trait.CONFLICT:
                for group in caution_traits.conflicting(concerned):
                    marked |= {figure.id for figure in group}
                    for figure in group:
                        rivals[figure.id] += [other for other in group if other is not figure]
            ids |= marked
            unranked |= marked if rule.unranked else set()
        return cls(frozenset(ids), frozenset(unranked), rivals)

    def judged(self, figures: Sequence[Figure], rules: Mapping[str, Rule]) -> Judgement:
        """The verdict on a set, in which the rivals of its figures have their say."""
        return judge([*figures, *(other for figure in figures for other in self.rivals.get(figure.id, ()))], rules)


class Profile(NamedTuple):
    """All of a figure that decides whether it compares with others of its axis without a caution.

    ``marked``: it has a caution of its own; ``unranked``: one that leaves it without a place in an order. ``alike``:
    equal for figures that no rule tells apart but by their dates and lengths (of scheme, average, baseline).
    ``length``: of its period in years, where that matters. ``ended`` and ``begun``: ``ReferencePeriod.reach``, of an
    undated one infinite.
    ``owner``: its place; of places with one code that code.
    """

    marked: bool
    unranked: bool
    alike: Hashable
    length: float | None
    ended: float
    begun: float
    owner: str


@dataclass(frozen=True)
class Nearness:
    """How unlike figures of a kind may be without a caution: ``days`` between them, one period ``times`` as long as the
    other; infinite where no rule says it. ``classes``: what else they have to be equal in."""

    days: float
    times: float
    classes: tuple[Callable[[Figure], Hashable], ...]
    by_code: bool

    @classmethod
    def of(cls, rules: Mapping[str, Rule], kind: Kind) -> Nearness:
        """As the rules of a data set have it."""
        told = [rule for rule in rules.values() if rule.verdict is RuleVerdict.CAUTION and rule.concerns(kind)]
        years = [float(rule.years) for rule in told if rule.trait is Trait.DATES and rule.years is not None]
        times = [float(rule.times) for rule in told if rule.trait is Trait.LENGTH and rule.times is not None]
        classes = [found for rule in told if (found := _class(rule)) is not None]
        by_code = any(rule.trait is Trait.CODE for rule in told)
        return cls(min(years, default=math.inf) * YEAR, min(times, default=math.inf), tuple(classes), by_code)

    def like_lengths(self, one: float | None, other: float | None) -> bool:
        """Whether no rule tells two lengths of periods apart."""
        return one is None or other is None or max(one, other) <= self.times * min(one, other)


def _class(rule: Rule) -> Callable[[Figure], Hashable] | None:
    """What figures have to be equal in, so that a rule on pairs does not tell them apart; None for other rules."""
    if rule.trait is Trait.SCHEME:
        return lambda figure: figure.scheme if figure.family else ""
    if rule.trait is Trait.AVERAGED:
        return _averaged
    if rule.trait.parts:
        value = partitioning_traits.TRAITS[rule.trait].value
        return lambda figure: value(figure, rule)
    return None


def _averaged(figure: Figure) -> Hashable:
    return None if figure.adds_up or not figure.over else round(figure.when.years or 0)


class Likeness:
    """Tells of the figures of a data set which compare without a caution, if they may share an axis."""

    def __init__(self, rules: Mapping[str, Rule], marks: Marks) -> None:
        self._rules = rules
        self._marks = marks
        self._near: dict[Kind, Nearness] = {}
        self._profiles: dict[str, Profile] = {}

    def near(self, kind: Kind) -> Nearness:
        """How unlike figures of a kind may be; cached."""
        if kind not in self._near:
            self._near[kind] = Nearness.of(self._rules, kind)
        return self._near[kind]

    def profile(self, figure: Figure) -> Profile:
        """What decides of a figure; cached."""
        found = self._profiles.get(figure.id)
        if found is None:
            near = self.near(figure.kind)
            ended, begun = figure.when.reach if figure.as_of.dated else (-math.inf, math.inf)
            found = self._profiles[figure.id] = Profile(
                figure.id in self._marks.ids,
                figure.id in self._marks.unranked,
                tuple(one(figure) for one in near.classes),
                figure.when.years if figure.adds_up and math.isfinite(near.times) else None,
                ended,
                begun,
                (near.by_code and figure.code) or figure.locality,
            )
        return found

    def clean(self, one: Figure, other: Figure) -> bool:
        """Whether two figures of two places compare without a caution."""
        mine, theirs = self.profile(one), self.profile(other)
        near = self.near(one.kind)
        return (
            not (mine.marked or theirs.marked)
            and mine.alike == theirs.alike
            and mine.owner != theirs.owner
            and mine.begun - theirs.ended < near.days
            and theirs.begun - mine.ended < near.days
            and near.like_lengths(mine.length, theirs.length)
            and not (one.id in other.inputs or other.id in one.inputs)  # a sum, and what was added up for it
        )

    def days_apart(self, one: Figure, other: Figure) -> float:
        """How many days may lie between two figures, at most; infinite where a date is open or not known."""
        mine, theirs = self.profile(one), self.profile(other)
        return max(0.0, mine.begun - theirs.ended, theirs.begun - mine.ended)

    def unsettled(self, one: Figure, other: Figure) -> bool:
        """Whether a hedge leaves the order of two figures open."""
        found = [rule for rule in self._rules.values() if rule.trait is Trait.ORDER and rule.concerns(one.kind)]
        return any(order.unsettled([one, other], float(rule.nearness or 0)) for rule in found)
