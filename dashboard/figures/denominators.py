"""The denominators of rates: the years of a flow's period, and the inhabitants for a stock; or why there is none.

A Party term is five years, from one congress to the next: 2015-2020 is not six. A part of a year is never scaled up to
a whole one. A population only counts for figures of its own year.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal, localcontext
from functools import partial
from typing import Final

from dashboard.language.dates import Period
from dashboard.language.number_format import format_number
from dashboard.records.dataset import Entry
from dashboard.records.models.fields import Text
from dashboard.records.models.locality import Locality
from dashboard.records.reference_period import TERM, ReferencePeriod

_YEAR: Final = Decimal("365.25")  # days
_WHOLE: Final = 365
_MONTH: Final = 30.4


class NotComputed(ValueError):
    """A rule forbids to compute the figure; ``why`` says which."""

    def __init__(self, why: Text) -> None:
        super().__init__(why.en)
        self.why = why


def years(entry: Entry, told: date | None = None) -> Decimal:
    """The length of a figure's period in years, which ends at the latest when it was ``told``.

    Raises NotComputed where the length is unknown or less than a year.
    """
    if entry.figure.term:
        return Decimal(TERM)
    if length := entry.figure.length:
        if length < 1:
            raise _part(round(length * 12))
        return length
    start, end = entry.as_of.start, entry.as_of.end
    if (
        start is None or end is None or entry.as_of.precision == "day"
    ):  # a day is when it was told, not how long it took
        raise NotComputed(Text.said("why_length_unknown"))
    if told and start <= told < end:
        end = told
    days = (end - start).days + 1
    if days < _WHOLE:
        raise _part(round(days / _MONTH))
    if entry.as_of.precision in ("year", "range") and (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return Decimal(end.year - start.year + 1)
    with localcontext(prec=28):
        return Decimal(days) / _YEAR


def _part(months: int) -> NotComputed:
    return NotComputed(Text.said("why_short", n=max(1, months)))


def per_inhabitants(value: Decimal, as_of: Period, place: Locality) -> tuple[Decimal, Text]:
    """``value`` per 100 inhabitants, and a note that says which population was used, of which date and source."""
    population = place.population
    if population is None or population.value <= 0:
        raise NotComputed(Text.said("why_no_population"))
    if as_of.start is None or as_of.end is None:
        raise NotComputed(Text.said("why_year_unknown"))
    counted, own = population.date, ReferencePeriod(as_of)
    of_year = {one and one.year for one in (as_of.start, as_of.end, counted.start, counted.end)}
    if len(of_year) != 1:
        raise NotComputed(Text.said("why_other_year", population=counted.label, members=own.label))
    with localcontext(prec=28):
        rate = value * 100 / population.value
    written = partial(format_number, int(population.value))
    return rate, Text.said("population_used", n=written, date=counted.label, source=population.source.__getitem__)
