"""Figures of a unit of today from before it began: the sums of the printed figures of all that it was made of.

A sum needs every unit that all of today's was made of at the time, each a whole unit of the same level, with a printed
count of the same indicator for the whole place. The judge must find these alike, in their dates as in all else: of his
reasons only a hedge, an inferred date and a code in common are no obstacle, and the sum carries the first two. What
adds up over a period needs one period. A unit that was one other unit before has that one's figures.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from itertools import chain
from typing import Final, NamedTuple

from dashboard.figures import predecessor_words
from dashboard.figures.comparability import judge, panel_key
from dashboard.figures.derived import Derived
from dashboard.figures.figure import Figure, figure_of
from dashboard.figures.hedges import combined
from dashboard.figures.rows import printed
from dashboard.language.dates import Period
from dashboard.records.composition import Gap, composition, made_of
from dashboard.records.dataset import Dataset, Entry
from dashboard.records.models.fields import Text
from dashboard.records.models.rule import Trait
from dashboard.records.unit import Unit

_CARRIED: Final = {Trait.HEDGE, Trait.ORDER, Trait.INFERRED, Trait.CODE}
"""The traits that figures which are added up may have."""


class Unsummed(NamedTuple):
    """An indicator of which predecessors of a unit have figures, but no sum is made, and why."""

    indicator: str
    why: Text


class _Series(NamedTuple):
    """What was made of the figures of one unit's predecessors: the sets to add up, and what could not be added."""

    sums: tuple[tuple[Entry, ...], ...]
    unsummed: tuple[Unsummed, ...]


@dataclass(frozen=True)
class _Obstacle:
    """Why a figure is not added up. That with the lowest ``rank`` is told: the nearer to a sum, the lower."""

    rank: int
    why: Text


class Predecessors:
    """The figures that units of today have from their predecessors, in one data set."""

    def __init__(self, dataset: Dataset) -> None:
        """Nothing is worked out before it is asked for."""
        self._dataset = dataset
        self._composed: dict[tuple[str, date, date], tuple[Unit, ...] | Gap] = {}
        self._figures: dict[str, Figure] = {}
        self._keys: dict[str, Hashable] = {}

    def sums(self) -> Iterator[Derived]:
        """Every sum, by place in the order of the data set, then by indicator in the order declared."""
        heirs = {one.id: one for one in made_of(self._counts, self._dataset.units)}
        for id in self._dataset.localities:
            if id in heirs:
                for entries in self._series(heirs[id]).sums:
                    yield self._derived(heirs[id], entries)

    def unsummed(self, unit: Unit) -> tuple[Unsummed, ...]:
        """The indicators of which some predecessor of a unit of today has a figure, but which have no sum."""
        return () if unit.until else self._series(unit).unsummed

    @cached_property
    def _counts(self) -> dict[str, dict[str, list[Entry]]]:
        """By place and indicator the printed counts of whole places."""
        found: dict[str, dict[str, list[Entry]]] = {}
        for entry, indicator in self._dataset.entries_with_indicator:
            figure = entry.figure
            if indicator.adds_up_over_places and figure.value is not None and not figure.of and not figure.average:
                found.setdefault(entry.locality, {}).setdefault(indicator.id, []).append(entry)
        return found

    def _series(self, unit: Unit) -> _Series:
        line = [id for id in self._line(unit.id) if id in self._counts]
        eve = date.fromisoformat(unit.start[:10]) - timedelta(days=1) if line and unit.start else None
        if eve is None:
            return _Series((), ())
        wholes = composition(unit, self._dataset.units, eve, eve)
        sums: list[tuple[Entry, ...]] = []
        unsummed: list[Unsummed] = []
        for indicator in self._dataset.indicators:
            pools = {id: found for id in line if (found := self._counts[id].get(indicator))}
            if not pools:
                continue
            why = self._why_never(unit, wholes, pools)
            if why is None:
                made, obstacles = self._of_indicator(unit, pools)
                sums += made
                why = min(obstacles, key=lambda one: one.rank).why if obstacles and not made else None
            if why is not None:
                unsummed.append(Unsummed(indicator, why))
        return _Series(tuple(sums), tuple(unsummed))

    def _why_never(self, unit: Unit, wholes: tuple[Unit, ...] | Gap, pools: Mapping[str, object]) -> Text | None:
        """Why there can be no sum of any time: some predecessors are not whole, or have no figure."""
        if isinstance(wholes, Gap):
            return predecessor_words.not_whole(unit, wholes, self._dataset.units)
        missing = [one for one in wholes if pools.keys().isdisjoint([one.id, *self._line(one.id)])]
        return predecessor_words.missing(unit, missing, self._dataset.units) if missing else None

    def _line(self, id: str) -> list[str]:
        """The ids of all units that went into a unit, in whole or in part, in one step or several."""
        found: dict[str, None] = {}
        pending = [id]
        while pending:
            for part in self._dataset.units.came_from(pending.pop(0)):
                if part.unit.id not in found:
                    found[part.unit.id] = None
                    pending.append(part.unit.id)
        return list(found)

    def _of_indicator(
        self, unit: Unit, pools: Mapping[str, Sequence[Entry]]
    ) -> tuple[list[tuple[Entry, ...]], list[_Obstacle]]:
        """Around each figure the nearest ones of the other units; of all such sets those closest in time, and none that
        shares a figure with another."""
        entries = list(chain.from_iterable(pools.values()))
        for entry, row in zip(entries, printed(self._dataset, entries), strict=True):
            self._figures[entry.id] = figure_of(row)
            self._keys[entry.id] = panel_key(self._figures[entry.id], self._dataset.rules)
        possible: dict[tuple[str, ...], tuple[Entry, ...]] = {}
        obstacles: list[_Obstacle] = []
        for anchor in sorted(entries, key=_when, reverse=True):
            found = self._around(unit, anchor, pools)
            if isinstance(found, _Obstacle):
                obstacles.append(found)
            elif found:
                possible[tuple(one.id for one in found)] = found
        sums: list[tuple[Entry, ...]] = []
        used: set[str] = set()
        for ids, found in sorted(possible.items(), key=lambda item: _closeness(item[1])):
            if used.isdisjoint(ids):
                used |= {*ids}
                sums.append(found)
        return sorted(sums, key=lambda found: max(map(_when, found))), obstacles

    def _around(
        self, unit: Unit, anchor: Entry, pools: Mapping[str, Sequence[Entry]]
    ) -> tuple[Entry, ...] | _Obstacle | None:
        """A figure with the nearest alike of each other unit that its unit of today was then made of, in the order of
        the units.

        None where the unit was there itself, or where the figure is of a time at which its place was not.
        """
        units, made = self._dataset.units, self._composition(unit, anchor)
        if made is None:
            return _Obstacle(2, Text.said("why_sum_undated"))
        if isinstance(made, Gap):
            return _Obstacle(2, predecessor_words.not_whole(unit, made, units))
        if unit in made or anchor.locality not in {one.id for one in made}:
            return None
        if missing := [one for one in made if one.id not in pools]:
            return _Obstacle(1, predecessor_words.missing(unit, missing, units))

        def unlike(other: Entry) -> tuple[object, ...]:
            alike = self._keys[other.id] == self._keys[anchor.id]
            then = self._composition(unit, other) == made
            return not (alike and then), abs(_middle(other) - _middle(anchor)), bool(other.figure.hedge), other.id

        chosen = tuple(anchor if one.id == anchor.locality else min(pools[one.id], key=unlike) for one in made)
        reasons = self._apart(chosen, pools)
        if not reasons and any(self._composition(unit, one) != made for one in chosen):
            reasons = [Text.said("why_sum_changed")]
        return _Obstacle(0, predecessor_words.unlike(unit, made, reasons, units)) if reasons else chosen

    def _apart(self, chosen: Sequence[Entry], pools: Mapping[str, Sequence[Entry]]) -> list[Text]:
        """What keeps figures of all predecessors from being added up.

        Other figures for the same facts are looked at, too: the sum of one of two numbers would hide the other.
        """
        rules = self._dataset.rules
        facts: dict[str, Entry] = {}
        for one in chosen:
            facts |= {
                other.id: other
                for other in pools[one.locality]
                if other is one or (other.as_of, self._keys[other.id]) == (one.as_of, self._keys[one.id])
            }
        judgement = judge([self._figures[id] for id in facts], rules)
        reasons = [one.text for one in judgement.gravest_first if rules[one.kind].trait not in _CARRIED]
        if reasons:
            return reasons
        exact = {(one.locality, one.figure.value) for one in facts.values() if not one.figure.hedge}
        if len(exact) > len({place for place, _ in exact}):
            return [Text.said("why_sum_several")]
        if any(one.figure.contradicts for one in chosen):
            return [Text.said("contradicted")]
        dates = list(dict.fromkeys(one.as_of for one in chosen))
        if len(dates) > 1 and self._figures[chosen[0].id].adds_up:
            return [Text.said("why_other_date", own=dates[0].label, other=dates[1].label)]
        return []

    def _composition(self, unit: Unit, entry: Entry) -> tuple[Unit, ...] | Gap | None:
        """What a unit was at the time of a figure; None where that time is not known."""
        first, last = entry.as_of.start, entry.as_of.end
        if first is None or last is None:
            return None
        reported = self._dataset.dating(entry).reported
        about = unit.id, first, max(first, min(last, reported or last))
        if about not in self._composed:
            self._composed[about] = composition(unit, self._dataset.units, *about[1:])
        return self._composed[about]

    def _derived(self, unit: Unit, entries: tuple[Entry, ...]) -> Derived:
        first, units = entries[0], self._dataset.units
        addends = [units[one.locality] for one in entries]
        latest = max(entries, key=lambda one: (self._published(one) or date.min, one.id))
        hedge = first.figure.hedge
        for one in entries[1:]:
            hedge = combined(hedge, one.figure.hedge)
        indicator = self._dataset.indicators[first.figure.indicator]
        numbers = (one.figure.value for one in entries)
        name = f"sum_of_predecessors({latest.reference})@{unit.id}"
        return Derived(
            f"{latest.article}/{name}", indicator.id, latest.article, unit.id, self._span(entries),
            sum((one for one in numbers if one is not None), Decimal(0)), hedge,
            next((one.inferred for one in entries if one.inferred), None), tuple(one.id for one in entries),
            hedge_noted=hedge is not None and any(one.figure.hedge_noted for one in entries),
            term=all(one.figure.term for one in entries), note=predecessor_words.note(unit, addends, units),
            adds_up=indicator.adds_up, over=indicator.adds_up, length=first.figure.length, like_inputs=True,
        )  # fmt: skip

    def _span(self, entries: Sequence[Entry]) -> Period:
        """The date of a sum: that of its figures; of several, from the first to the last, which was not after the day
        on which it was printed."""
        dates = {one.as_of.text: one.as_of for one in entries}
        if len(dates) == 1:
            return entries[0].as_of
        begin = min(entries, key=_when).as_of.text.partition("/")[0]
        ends = []
        for one in entries:
            end, reported = one.as_of.end or date.max, self._published(one)
            text = one.as_of.text.rpartition("/")[2]
            ends.append((reported, reported.isoformat()) if reported and reported < end else (end, text))
        return Period.parse(f"{begin}/{max(ends)[1]}")

    def _published(self, entry: Entry) -> date | None:
        return self._dataset.articles[entry.article].published.date.end


def _when(entry: Entry) -> tuple[object, ...]:
    return *entry.as_of.sort_key, entry.id


def _middle(entry: Entry) -> float:
    """The middle of the date of a figure; undated ones come last."""
    start, end = entry.as_of.start or date.max, entry.as_of.end or date.max
    return (start.toordinal() + end.toordinal()) / 2


def _closeness(chosen: Sequence[Entry]) -> tuple[object, ...]:
    """The order in which sets of figures are taken: the closest in time, then the latest."""
    middles = [_middle(one) for one in chosen]
    return max(middles) - min(middles), -max(middles), tuple(one.id for one in chosen)
