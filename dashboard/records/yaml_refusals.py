"""What is wrong with one YAML file: one problem for each place, and at most ``MOST`` in all."""

from __future__ import annotations

from dashboard.language.bilingual import Both
from dashboard.records.problems import MOST, Problem, more

Place = tuple[int, int]  # line and column, from 1


class StopReading(Exception):
    """Nothing more can be read from this file."""


class Refusals:
    """Collects the problems of one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._problems: list[Problem] = []
        self._places: set[Place] = set()
        self.unlisted = 0

    def __bool__(self) -> bool:
        return bool(self._problems)

    def add(self, place: Place, message: Both, hint: Both) -> None:
        """Add a problem, unless its place has one: the first explains what comes after."""
        if place in self._places:
            return
        self._places.add(place)
        if len(self._problems) < MOST:
            self._problems.append(Problem(self.file, *place, message, hint))
        else:
            self.unlisted += 1

    def stop(self, place: Place, message: Both, hint: Both) -> StopReading:
        """Add a problem; returns the exception to raise."""
        self.add(place, message, hint)
        return StopReading()

    def problems(self) -> list[Problem]:
        """The problems, with one at the end that says how many more there are, if there are."""
        return [*self._problems, more(self._problems[-1], self.unlisted)] if self.unlisted else self._problems
