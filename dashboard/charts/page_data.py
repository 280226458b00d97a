"""What pages need of a data set: its frame, and the same rows as figures."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from dashboard.charts.figure_index import FigureIndex
from dashboard.figures import frame
from dashboard.figures.computed import outcomes
from dashboard.figures.figure import Figure, figure_of
from dashboard.figures.rows import rows
from dashboard.records.dataset import Dataset


class PageData(NamedTuple):
    """The frame (``frame.build``), and an index of its rows as figures, in the same order, with the refusals."""

    frame: pd.DataFrame
    figures: FigureIndex


def page_data(dataset: Dataset) -> PageData:
    """The frame and the figure index, from one pass over the rows."""
    computed, refused = outcomes(dataset)
    table = frame.Table()
    figures: list[Figure] = []
    for row in rows(dataset, computed):
        table.add(row)
        figures.append(figure_of(row))
    return PageData(table.frame(), FigureIndex(dataset, figures, refused))
