"""All figures as one table: a row for each printed and each computed figure.

The columns are ``figure_columns.COLUMNS``. What is missing is ``nan``, ``NA`` or ``NaT``, never zero.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard.figures.computed import outcomes
from dashboard.figures.figure_columns import COLUMNS
from dashboard.figures.rows import rows
from dashboard.records.dataset import Dataset


def build(dataset: Dataset) -> pd.DataFrame:
    """One row a figure: printed ones in the order written, then the computed ones. Columns: ``COLUMNS``."""
    table = Table()
    for row in rows(dataset, outcomes(dataset).computed):
        table.add(row)
    return table.frame()


class Table:
    """The columns of a frame while rows are added: rows kept as dictionaries would take much more memory."""

    def __init__(self) -> None:
        self.columns: dict[str, list[Any]] = {name: [] for name in COLUMNS}

    def add(self, row: Mapping[str, Any]) -> None:
        """Add a row; a column that is absent or None is missing."""
        for name, values in self.columns.items():
            values.append(row.get(name))

    def frame(self) -> pd.DataFrame:
        """The rows as a frame; leaves the table empty."""
        series = {one.name: pd.Series(self.columns.pop(one.name), dtype=one.dtype) for one in COLUMNS.values()}
        return pd.DataFrame(series, copy=False)
