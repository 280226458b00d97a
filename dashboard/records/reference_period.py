"""What the date of a figure means: a period over which something was counted, or a moment somewhere in it.

For admissions (a flow) ``2015/2019`` are the years in which members were admitted. For the number of members (a stock)
it is an uncertainty: one moment in those years. What is counted decides which is meant (``Indicator.adds_up``); for a
share over several years the curator says it (``FigureRecord.average``). Some periods are known by their length alone.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from typing import Final

from dashboard.language.dates import Period
from dashboard.language.number_format import format_number
from dashboard.language.words import Language, word

TERM: Final = 5  # years, from one congress to the next
YEAR: Final = 365.25  # days
_MONTHS: Final = 12
_ENGLISH: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True, slots=True)
class ReferencePeriod:
    """A figure's date with its meaning.

    ``over``: the whole of ``as_of`` is meant, else one moment in it. ``term``: it is a Party term. ``length``: the
    years of a period of which nothing else is known. ``since``: the baseline of a change. ``reported``: the day on
    which the article was published, so the last day that the figure can be of; None if unknown, or for a target.
    """

    as_of: Period
    over: bool = False
    term: bool = False
    length: float | None = None
    since: Period | None = None
    reported: date | None = None

    @property
    def unsettled(self) -> bool:
        """Whether it is a moment of which only bounds are known: not after 2021, one of 2021 and 2022."""
        first, between, last = self.as_of.text.partition("/")
        return not self.over and bool(between) and first != last

    @property
    def years(self) -> float | None:
        """The length of the period in years; None for a moment, or if not known (undated, open, a single day).

        With a baseline it runs from that year to the date of the figure. A term is five years. A period that was
        reported before its end counts until that day.
        """
        start, end = self.as_of.start, self.as_of.end
        if not self.over:
            return None
        if end and self.reported and start and start <= self.reported < end:
            end = self.reported
        if self.term:
            return min(float(TERM), (end - start).days / YEAR) if start and end else float(TERM)
        if self.length is not None:
            return self.length
        if self.since is not None:
            return None if end is None else _since(self.since, end)
        if start is None or end is None or self.as_of.precision == "day":  # a single day is that of the report
            return None
        return ((end - start).days + 1) / YEAR

    def before(self, other: ReferencePeriod) -> bool:
        """Whether it is certainly earlier: a moment before all of the other; a period that begins and ends earlier."""
        mine, others = self.as_of, other.as_of
        if self.over and other.over and mine.start and mine.end and others.start and others.end:
            return mine.start < others.start and mine.end < others.end
        return mine.end is not None and others.start is not None and mine.end < others.start

    def years_apart(self, other: ReferencePeriod) -> tuple[float, float]:
        """How many years lie between two dates, at least and at most. Neither may be undated.

        Counted from the end of one to the start of the other, so overlapping dates are 0 apart. The two numbers differ
        if a moment is known by bounds only; the second is infinite if a bound is missing.
        """
        one, two = self.as_of, other.as_of
        gaps = [(later.start - earlier.end).days for earlier, later in ((one, two), (two, one))
                if earlier.end and later.start]  # fmt: skip
        least, most = max([0, *gaps]), max(0, self.reach[1] - other.reach[0], other.reach[1] - self.reach[0])
        return least / YEAR, most / YEAR

    @property
    def middle(self) -> float | None:
        """Its middle in years, by which 2010 and 2023 are 13 years apart; None if the moment or an end is open."""
        start, end = self.as_of.start, self.as_of.end
        return None if self.unsettled or not (start and end) else (start.toordinal() + end.toordinal()) / 2 / YEAR

    @property
    def reach(self) -> tuple[float, float]:
        """The earliest day on which it may have ended and the latest on which it may have begun, as ordinals.

        For a moment known by bounds: the end of the first bound and the start of the last one, or infinite.
        """
        first, _, last = self.as_of.text.partition("/")
        start, end = self.as_of.start, self.as_of.end
        if self.unsettled or end is None:
            end = None if first == ".." else Period.parse(first).end
        if self.unsettled or start is None:
            start = self.reported if last == ".." else Period.parse(last).start
        return end.toordinal() if end else -math.inf, start.toordinal() if start else math.inf

    def label(self, language: Language) -> str:
        """In full: 18/10/2019; 2015–2019; "không muộn hơn 22/06/2021"; "2021 hoặc 2022"; "trong 5 năm, …"."""
        return self._written(language, short=False)

    def short(self, language: Language) -> str:
        """For a chart's row, never finer than a month."""
        return self._written(language, short=True)

    def _written(self, language: Language, *, short: bool) -> str:
        if self.length is not None and not self.as_of.dated:
            return _length(self.length, language, short=short)
        if not self.unsettled:
            return self.as_of.short(language) if short else self.as_of.label(language)
        first, _, last = self.as_of.text.partition("/")
        points = [Period.parse(point) for point in (first, last) if point != ".."]
        written = [point.short(language) if short else point.label(language) for point in points]
        if first == "..":
            return word("not_after", language, date=written[0])
        if last == "..":
            return word("not_before", language, date=written[0])
        if written[0] != written[1] and _follow(*points):
            return word("one_of_two", language, first=written[0], last=written[1])
        between = self.as_of.short(language) if short else self.as_of.label(language)
        return word("some_time_in", language, span=between)


def _since(baseline: Period, end: date) -> float | None:
    last = baseline.end
    if last is not None and last.year < end.year:
        last = date(last.year, 12, 31)
    return (end - last).days / YEAR if last is not None and last < end else None


def _follow(one: Period, other: Period) -> bool:
    """Whether nothing lies between two days, months or years, so that it must be one or the other."""
    assert one.end is not None
    assert other.start is not None
    return one.precision == other.precision and (other.start - one.end).days == 1


def _length(years: float, language: Language, *, short: bool) -> str:
    """A length without its years: "trong 5 năm, không rõ những năm nào"; of less than a year in months."""
    count, unit = years, "years"
    if years < 1 or (years != int(years) and (years * _MONTHS) == int(years * _MONTHS)):
        count, unit = years * _MONTHS, "months"
    whole = count == int(count)
    written = format_number(int(count) if whole else count, language)
    if language == "en" and whole and 1 < count <= len(_ENGLISH):
        written = _ENGLISH[int(count) - 1]
    return word(f"{'short_' if short else ''}length_{unit}", language, n=written)
