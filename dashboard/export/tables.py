"""A table about to be written: documented columns, and rows of plain values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

import pandas as pd

from dashboard.export.columns import foreign
from dashboard.figures.figure_columns import Column
from dashboard.language.words import Language, word

Value = str | int | float | bool | date | None
"""What a cell holds; None where there is nothing."""


@dataclass(frozen=True)
class Table:
    """Rows under columns. ``key`` names the column whose values tell the rows apart."""

    name: str
    columns: tuple[Column, ...]
    rows: list[tuple[Value, ...]]
    key: str

    def titled(self, language: Language) -> str:
        """Its title in a language."""
        return word(f"table_{self.name}", language)

    def in_language(self, language: Language) -> Table:
        """Without the columns of the other language."""
        names = frozenset(column.name for column in self.columns)
        kept = [index for index, one in enumerate(self.columns) if not foreign(one.name, names, language)]
        columns = tuple(self.columns[index] for index in kept)
        return replace(self, columns=columns, rows=[tuple(row[index] for index in kept) for row in self.rows])


def values(frame: pd.DataFrame) -> Iterable[tuple[Value, ...]]:
    """The rows of a frame as plain values: dates for time stamps, ints for whole columns, None for what is missing."""
    return zip(*(_column(frame[name]) for name in frame.columns), strict=True)


def _column(series: pd.Series[Any]) -> list[Value]:
    if str(series.dtype).startswith("datetime"):
        series = series.dt.date
    found: list[Value] = series.astype(object).where(series.notna(), None).tolist()
    return found


def cell_value(value: Any) -> Value:
    """A field of a record as a cell holds it: a Decimal as a number, a word of a closed list as text."""
    if value is None or isinstance(value, (bool, int, float, date)):
        return value
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return str(value)
