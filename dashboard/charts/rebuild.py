"""What pages need of a data set, made once for each state of it: its frame, and the same rows as figures."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from dashboard.charts.figure_index import Figures
from dashboard.figures import frame
from dashboard.figures.computed import outcomes
from dashboard.figures.figure import Datum, datum
from dashboard.records.dataset import Dataset


class Made(NamedTuple):
    """The frame (``frame.build``), and its rows as figures, in the same order, with what is not computed."""

    frame: pd.DataFrame
    figures: Figures


def make(dataset: Dataset) -> Made:
    """Both, from one computation of what follows from the printed figures."""
    computed, refused = outcomes(dataset)
    table = frame.Table()
    figures: list[Datum] = []
    for row in frame.rows(dataset, computed):
        table.add(row)
        figures.append(datum(row))
    return Made(table.frame(), Figures(dataset, figures, refused))
