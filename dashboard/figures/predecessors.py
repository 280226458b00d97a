"""Figures of a unit of today from before it began: the sums of the printed figures of all that it was made of.

A sum needs every unit that all of today's was made of at the time, each a whole unit of the same level, with a printed
count of the same indicator for the whole place. The judge must find these alike, in their dates as in all else: of his
reasons only a hedge, an inferred date and a code in common are no obstacle, and the sum carries the first two. What
adds up over a period needs one period. A unit that was one other unit before has that one's figures.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import chain
from typing import Final, NamedTuple

from dashboard.figures.comparability import judge, panel_key
from dashboard.figures.derived import Derived
from dashboard.figures.figure import Figure, figure_of
from dashboard.figures.hedges import combined
from dashboard.figures.rows import printed
from dashboard.language.dates import Period
from dashboard.language.words import Language, word
from dashboard.records.composition import Gap, GapKind, complete, composition
from dashboard.records.dataset import Dataset, Entry
from dashboard.records.models.fields import Text
from dashboard.records.models.rule import Trait
from dashboard.records.succession import joined
from dashboard.records.unit import Unit

_CARRIED: Final = {Trait.HEDGE, Trait.ORDER, Trait.INFERRED, Trait.CODE}
"""The traits that figures which are added up may have."""
_GAPS: Final = {GapKind.PART: "why_sum_part", GapKind.UNSURE: "why_sum_unsure", GapKind.UNKNOWN: "why_sum_unknown"}


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
    """Why a figure is not added up; the reason with the lowest ``rank`` is told: the nearer to a sum, the lower."""

    rank: tuple[int, int]
    why: Text


class Predecessors:
    """The figures that units of today have from their predecessors, in one data set."""

    def __init__(self, dataset: Dataset) -> None:
        """Nothing is worked out before it is asked for."""
        self._dataset = dataset
        self._composed: dict[tuple[str, date, date], tuple[Unit, ...] | Gap] = {}

    def sums(self) -> Iterator[Derived]:
        """Every sum, by place in the order of the data set, then by indicator in the order declared."""
        for id in self._dataset.localities:
            unit = self._dataset.units.get(id)
            if unit and not unit.until and complete(unit, self._dataset.units, self._counts):
                for entries in self._series(unit).sums:
                    yield self._derived(unit, entries)

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
        line = [id for id in self._line(unit) if id in self._counts]
        sums: list[tuple[Entry, ...]] = []
        unsummed: list[Unsummed] = []
        for indicator in self._dataset.indicators if line else ():
            pools = {id: found for id in line if (found := self._counts[id].get(indicator))}
            if pools:
                made, obstacles = self._of_indicator(unit, pools)
                sums += made
                if obstacles and not made:
                    unsummed.append(Unsummed(indicator, min(obstacles, key=lambda one: one.rank).why))
        return _Series(tuple(sums), tuple(unsummed))

    def _line(self, unit: Unit) -> list[str]:
        """The ids of all units that went into a unit, in whole or in part, in one step or several."""
        found: dict[str, None] = {}
        pending = [unit.id]
        while pending:
            for part in self._dataset.units.came_from(pending.pop(0)):
                if part.unit.id not in found:
                    found[part.unit.id] = None
                    pending.append(part.unit.id)
        return list(found)

    def _of_indicator(
        self, unit: Unit, pools: dict[str, list[Entry]]
    ) -> tuple[list[tuple[Entry, ...]], list[_Obstacle]]:
        """Around each figure the nearest ones of the other units; of all such sets those closest in time, and none that
        shares a figure with another."""
        entries = sorted(chain.from_iterable(pools.values()), key=lambda entry: entry.id)
        figures = dict(zip((one.id for one in entries), map(figure_of, printed(self._dataset, entries)), strict=True))
        keys = {id: panel_key(figure, self._dataset.rules) for id, figure in figures.items()}
        possible: set[tuple[Entry, ...]] = set()
        obstacles: list[_Obstacle] = []
        for anchor in sorted(entries, key=_when, reverse=True):
            made = self._composition(unit, anchor)
            if made is None or isinstance(made, Gap):
                obstacles.append(_Obstacle((2, 0), self._why_gap(made)))
                continue
            if unit in made or anchor.locality not in {one.id for one in made}:
                continue  # it was there itself, or the figure is of another time than its place

            def unlike(other: Entry, made: object = made, anchor: Entry = anchor) -> tuple[object, ...]:
                alike = keys[other.id] == keys[anchor.id] and self._composition(unit, other) == made
                return not alike, abs(_middle(other) - _middle(anchor)), other.id

            missing = [one for one in made if one.id not in pools]
            if missing:
                obstacles.append(_Obstacle((1, len(missing)), self._why_missing(missing)))
                continue
            chosen = tuple(anchor if one.id == anchor.locality else min(pools[one.id], key=unlike) for one in made)
            why = self._why_unlike(chosen, entries, figures)
            if why:
                obstacles.append(_Obstacle((0, 0), why))
            else:
                possible.add(chosen)
        found: list[tuple[Entry, ...]] = []
        used: set[str] = set()
        for chosen in sorted(possible, key=_closeness):
            if used.isdisjoint(one.id for one in chosen):
                used |= {one.id for one in chosen}
                found.append(chosen)
        return sorted(found, key=lambda chosen: max(map(_when, chosen))), obstacles

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

    def _why_unlike(self, chosen: Sequence[Entry], entries: Iterable[Entry], figures: dict[str, Figure]) -> Text | None:
        """What keeps figures of all predecessors from being added up; None where nothing does.

        Other figures for the same facts are looked at, too: a sum would hide that two articles differ.
        """
        facts = {(one.locality, one.as_of.text) for one in chosen}
        rules = self._dataset.rules
        judgement = judge([figures[one.id] for one in entries if (one.locality, one.as_of.text) in facts], rules)
        reasons = [one.text for one in judgement.gravest_first if rules[one.kind].trait not in _CARRIED]
        if not reasons and any(one.figure.contradicts for one in chosen):
            reasons = [Text.said("contradicted")]
        if not reasons and figures[chosen[0].id].adds_up:
            dates = list(dict.fromkeys(one.as_of.text for one in chosen))
            if len(dates) > 1:
                own, other = (Period.parse(text).label for text in dates[:2])
                reasons = [Text.said("why_other_date", own=own, other=other)]
        if not reasons:
            return None

        def said(language: Language) -> str:
            return "; ".join(text[language] for text in reasons)

        return Text.said("why_sum_unlike", places=self._named([one.locality for one in chosen]), reasons=said)

    def _why_missing(self, missing: Sequence[Unit]) -> Text:
        return Text.said("why_sum_missing", places=self._named([one.id for one in missing]))

    def _why_gap(self, gap: Gap | None) -> Text:
        if gap is None:
            return Text.said("why_sum_undated")
        return Text.said(_GAPS[gap.kind], place=self._named([gap.unit.id]))

    def _named(self, ids: Sequence[str]) -> Callable[[Language], str]:
        units = self._dataset.units
        return lambda language: joined([units[id] for id in ids], units, language)

    def _derived(self, unit: Unit, entries: tuple[Entry, ...]) -> Derived:
        first = entries[0]
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
            term=all(one.figure.term for one in entries), note=self._note(unit, entries), adds_up=indicator.adds_up,
            over=indicator.adds_up, length=first.figure.length, like_inputs=True,
        )  # fmt: skip

    def _note(self, unit: Unit, entries: Sequence[Entry]) -> Text:
        resolutions = ", ".join(dict.fromkeys(part.by for part in self._dataset.units.came_from(unit.id) if part.by))

        def by(language: Language) -> str:
            return word("unit_by", language, by=resolutions) if resolutions else ""

        key = "sum_of_predecessors" if len(entries) > 1 else "of_predecessor"
        return Text.said(key, places=self._named([one.locality for one in entries]), by=by)

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
