"""Double entry: ``value`` is typed, ``printed`` is copied, and the two agree under Vietnamese numerals (DESIGN.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from dashboard.checks.figures import known, per_cent
from dashboard.dataset import Dataset, Entry
from dashboard.dates import Period
from dashboard.models import Indicator
from dashboard.numerals import Numeral, find
from dashboard.problems import Problem

_ZERO = re.compile(r"(?<!\w)(?:không|chưa)(?!\w)", re.IGNORECASE)
_BEFORE_DATE = re.compile(r"(?:/|(?<!\w)(?:ngày|tháng|mùng|quý)\s)$", re.IGNORECASE)


def agreement(dataset: Dataset) -> Iterator[Problem]:
    """The numbers of a figure are in its printed phrase, and every numeral of the phrase is one of them."""
    for entry, indicator in known(dataset):
        yield from _Reading(dataset, entry, indicator).problems()


class _Reading:
    """The numerals of one phrase, each taken by at most one field."""

    def __init__(self, dataset: Dataset, entry: Entry, indicator: Indicator) -> None:
        self.dataset, self.entry, self.figure = dataset, entry, entry.figure
        self.percent = per_cent(indicator)
        self.free = find(self.figure.printed)

    def problems(self) -> Iterator[Problem]:
        value = self._take(self.figure.value, self.figure.out_of)
        joined = value is not None and value.out_of is not None
        total = (
            None
            if joined and value and value.out_of == self.figure.out_of
            else self._take(self.figure.out_of)
        )
        before = self._take(self.figure.before)
        if self.figure.value is not None and value is None and not self._printed_zero():
            yield self._missing("value", self.figure.value)
        if (
            self.figure.out_of is not None
            and total is None
            and not (joined and value and value.out_of == self.figure.out_of)
        ):
            yield self._missing("out_of", self.figure.out_of)
        if self.figure.before is not None and before is None:
            yield self._missing("before", self.figure.before)
        yield from self._left(value)
        if value is not None:
            yield from self._per_cent(value)
        yield from self._hedges(value, [one for one in (total, before) if one])

    def _take(self, number: Decimal | None, out_of: Decimal | None = None) -> Numeral | None:
        """The numeral that says a number, preferring one that also has its total or its per cent sign."""
        if number is None:
            return None
        fits = [one for one in self.free if number in (one.value, one.otherwise)]
        fits.sort(key=lambda one: (one.out_of != out_of, one.percent != self.percent))
        if not fits:
            return None
        self.free.remove(fits[0])
        return fits[0]

    def _printed_zero(self) -> bool:
        """ "không có … nào" is a printed zero (DOMAIN.md), and has no numeral."""
        return self.figure.value == 0 and bool(_ZERO.search(self.figure.printed))

    def _missing(self, name: str, number: Decimal) -> Problem:
        there = [one for one in self.free if not self._of_date(one)]
        if not there:
            return self._problem(name, f"{name} is {number}, but the printed phrase has no such numeral",
                                 f"copy the phrase that holds it, or correct {name}")  # fmt: skip
        one = there[0]
        self.free.remove(one)
        return self._problem(
            name, f'{name} is {number}, but printed is "{one.text}"', f"write {name}: {_plain(one.value)}"
        )

    def _left(self, value: Numeral | None) -> Iterator[Problem]:
        """Numerals that no field accounts for."""
        if value is not None and value.out_of is not None and value.out_of != self.figure.out_of:
            if self.figure.out_of is None:
                yield self._problem("printed", f'"{value.text}" has a total that no field accounts for',
                                    f"add out_of: {_plain(value.out_of)}")  # fmt: skip
        for one in self.free:
            if not self._of_date(one):
                yield self._problem("printed", f'no field accounts for "{one.text}" in the printed phrase',
                                    "add out_of, before, since or as_of, or copy a shorter phrase")  # fmt: skip

    def _of_date(self, one: Numeral) -> bool:
        """Whether a numeral is the year, or in a date the day or month, of ``as_of`` or ``since``."""
        text, parts = self.figure.printed, _numbers(self.entry.as_of, self.figure.since)
        if one.out_of is not None or one.percent or one.value not in parts:
            return False
        return (
            one.value >= 1900
            or bool(_BEFORE_DATE.search(text[: one.start]))
            or text[one.end :].startswith("/")
        )

    def _per_cent(self, value: Numeral) -> Iterator[Problem]:
        if value.percent and not self.percent:
            yield self._problem("printed", f'"{value.text}" is in per cent, but the unit of the indicator is not',
                                "take the indicator that is a share, or correct its unit")  # fmt: skip
        elif self.percent and not value.percent and self.figure.note is None:
            yield self._problem("printed", f'"{value.text}" has no % sign, but the unit of the indicator is %',
                                "copy the sign too; where the article leaves it out, say so in a note")  # fmt: skip

    def _hedges(self, value: Numeral | None, others: list[Numeral]) -> Iterator[Problem]:
        own = self.figure.hedge
        if value is not None and value.hedge and own is None:
            yield self._problem("printed", f'"{value.hedge_text}" stands before {value.text}, but hedge is missing',
                                f"add hedge: {value.hedge}")  # fmt: skip
        elif value is not None and value.hedge and own is not value.hedge:
            yield self._problem("hedge", f'hedge is {own}, but "{value.hedge_text}" means {value.hedge}',
                                f"write hedge: {value.hedge}")  # fmt: skip
        elif own and (value is None or not value.hedge):
            yield self._problem("hedge", f"hedge is {own}, but no such word stands directly before the numeral",
                                "delete it, or copy the word into printed")  # fmt: skip
        for one in others:
            if one.hedge and self.figure.note is None:
                yield self._problem("printed", f'"{one.hedge_text}" stands before {one.text}, but hedge is of value alone',
                                    "say it in a note")  # fmt: skip

    def _problem(self, name: str, message: str, hint: str) -> Problem:
        return self.dataset.figure_problem(self.entry, name, message, hint)


def _numbers(*periods: Period | None) -> set[Decimal]:
    """The years, months and days that periods are written with."""
    return {Decimal(part) for period in periods if period for part in re.findall("[0-9]+", period.text)}


def _plain(number: Decimal) -> str:
    return format(number.normalize(), "f") if number else "0"


RULES = (agreement,)
