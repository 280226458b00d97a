"""All figures of one version of the data, indexed by id, place and indicator, with a cache of what charts work out."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from threading import Lock
from typing import Any, Final, TypeVar

from dashboard.charts.distribution import Distribution
from dashboard.charts.view import ALL, View
from dashboard.figures.absence import Absences, Given
from dashboard.figures.comparability import judge, panel_key
from dashboard.figures.comparison import Pool
from dashboard.figures.computed import outcomes
from dashboard.figures.derived import Refusal
from dashboard.figures.figure import Figure
from dashboard.language.vietnamese import sort_key
from dashboard.records.dataset import Dataset
from dashboard.records.models.locality import Level
from dashboard.records.models.rule import Rule

T = TypeVar("T")
_SPREADS: Final = 400  # spreads, up to some ten kB each
_PLANS: Final = 2000  # plans of charts and what else is kept under its name
_ROOM: Final = 100_000_000  # bytes of these: most have a few kB, a scorecard of many places some hundred
MOST_ROWS: Final = 30  # figures of one axis up to which each has a row


def in_period(figure: Figure, view: View) -> bool:
    """Whether a figure lies in the years of a view. An undated one always does: it can't be shown to lie outside."""
    if figure.as_of.precision == "undated":
        return True
    return figure.as_of.overlaps(view.first_year, view.last_year)


class FigureIndex:
    """The printed and computed figures of a data set, in the order of its frame.

    Built once for each version of the data and shared by all sessions.
    """

    def __init__(self, dataset: Dataset, figures: Iterable[Figure], refused: Iterable[Refusal] | None = None) -> None:
        """``refused``: what was refused (``computed.outcomes``); worked out here if None."""
        self.dataset = dataset
        self.all = tuple(figures)
        self._refused = refused
        self.key = _keys(dataset.rules)
        self._names: dict[str, tuple[object, ...]] = {}
        self._spreads: dict[Hashable, Distribution | None] = {}
        self._cached: dict[Hashable, tuple[Any, int]] = {}
        self._held = 0
        self._forgetting = Lock()

    @cached_property
    def by_id(self) -> dict[str, Figure]:
        """The figures by id."""
        return {figure.id: figure for figure in self.all}

    @cached_property
    def by_place(self) -> dict[str, list[Figure]]:
        """The figures of each place that has any."""
        found: dict[str, list[Figure]] = {}
        for figure in self.all:
            found.setdefault(figure.locality, []).append(figure)
        return found

    @cached_property
    def by_indicator(self) -> dict[str, list[Figure]]:
        """The figures of each indicator that has any."""
        found: dict[str, list[Figure]] = {}
        for figure in self.all:
            found.setdefault(figure.indicator, []).append(figure)
        return found

    @cached_property
    def pool(self) -> Pool:
        """The figures as they are set side by side."""
        return Pool(self.dataset, self.all, self.key)

    @cached_property
    def refusals(self) -> dict[str, list[Refusal]]:
        """The refusals by indicator."""
        found: dict[str, list[Refusal]] = {}
        for one in outcomes(self.dataset).refused if self._refused is None else self._refused:
            found.setdefault(one.indicator, []).append(one)
        return found

    @cached_property
    def absences(self) -> Absences:
        """Why places have no figure of an indicator."""
        given = (
            Given(one.locality, one.indicator, bool(one.part), one.computed or one.out_of is not None)
            for one in self.all
        )
        return Absences(self.dataset, given, (one for refused in self.refusals.values() for one in refused))

    @staticmethod
    def in_period(view: View) -> Callable[[Figure], bool] | None:
        """Whether a figure lies in the years of a view; None where all do, as no years are chosen."""
        return None if view.first_year is view.last_year is None else lambda figure: in_period(figure, view)

    def name(self, place: str) -> tuple[object, ...]:
        """A key that sorts places by name, in Vietnamese order; cached."""
        if place not in self._names:
            self._names[place] = (sort_key(self.dataset.localities[place].name), place)
        return self._names[place]

    def spread(self, figure: Figure, view: View, *, across_levels: bool) -> Distribution | None:
        """The distribution of all figures that may share an axis with ``figure``, in the level and years of a view;
        cached.

        None where they are few: each then has a row.
        """
        everyone = self.by_indicator.get(figure.indicator, [])
        if len(everyone) <= MOST_ROWS or figure.value is None:
            return None
        level = None if across_levels else figure.level
        about = (figure.indicator, self.key(figure), level, view.level, view.first_year, view.last_year)
        with suppress(KeyError):  # another thread may forget it at any time
            return self._spreads[about]
        peers = [
            one
            for one in everyone
            if one.value is not None
            and self.key(one) == self.key(figure)
            and (level is None or one.level is level)
            and view.level in (ALL, one.level)
            and in_period(one, view)
        ]
        found = None if len(peers) <= MOST_ROWS else Distribution.of(peers, judge(peers, self.dataset.rules))
        while len(self._spreads) >= _SPREADS:  # years can be chosen in hundreds of ways
            self._spreads.pop(next(iter(self._spreads)), None)
        self._spreads[about] = found
        return found

    def warm(self) -> None:
        """Fill the cache with what takes long and most views need."""
        _ = self.absences
        self.pool.warm()
        for figures in self.by_indicator.values():
            if len(figures) > MOST_ROWS:
                groups: dict[Hashable, list[Figure]] = {}
                for figure in figures:
                    groups.setdefault((self.key(figure), figure.level), []).append(figure)
                for group in groups.values():
                    if len(group) > MOST_ROWS:
                        self.spread(group[0], View(), across_levels=False)

    def cached(self, about: Hashable, make: Callable[[], T], size: Callable[[T], int] = lambda _: 0) -> T:
        """The value cached under ``about``, else what ``make`` gives, which is cached. The oldest values are
        dropped.

        ``size``: about how many bytes of memory a value takes, where that may be more than a few kB.
        """
        if about in (cached := self._cached):
            with suppress(KeyError):  # another thread may have forgotten it meanwhile
                known: T = cached[about][0]
                return known
        found = make()
        took = size(found)
        with self._forgetting:
            self._held += took - cached.pop(about, (None, 0))[1]
            while cached and (len(cached) >= _PLANS or self._held > _ROOM):
                self._held -= cached.pop(next(iter(cached)))[1]
            cached[about] = found, took
        return found

    def kind(self, figure: Figure) -> Hashable:
        """``key`` without the level: equal for figures that only their levels keep apart."""
        level = next(iter(Level))
        return self.cached(("kind", figure.id), lambda: panel_key(replace(figure, level=level), self.dataset.rules))


def _keys(rules: Mapping[str, Rule]) -> Callable[[Figure], tuple[Hashable, ...]]:
    """Gives a key that is equal for figures that may share an axis (``comparability.panel_key``); cached.

    No method of the index: the pool would hold the index then, and both stay in memory after the data have changed.
    """
    known: dict[str, tuple[Hashable, ...]] = {}

    def key(figure: Figure) -> tuple[Hashable, ...]:
        if figure.id not in known:
            known[figure.id] = panel_key(figure, rules)
        return known[figure.id]

    return key
