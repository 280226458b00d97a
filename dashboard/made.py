"""What the pages need of a data set, made anew only for the articles that changed: its frame, figures and refusals.

The outcome is that of ``frame.build``, ``charts.datum.data`` and ``derived.outcomes``, whatever was made before.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from dashboard import frame
from dashboard.charts.datum import Datum, datum
from dashboard.dataset import Dataset
from dashboard.derived import Refusal, outcomes
from dashboard.figure_columns import COLUMNS

Numbers = np.ndarray[tuple[int], np.dtype[np.int64]]


@dataclass(frozen=True)
class Made:
    """The frame, its rows as figures, in the same order, and what is not computed for a reason.

    Of each row also where it belongs: the article's place in ``articles``, and section and number (``frame.Row``).
    """

    dataset: Dataset = field(repr=False)
    frame: pd.DataFrame = field(repr=False)
    figures: list[Datum] = field(repr=False)
    refusals: list[Refusal] = field(repr=False)
    articles: list[str]
    article: Numbers
    section: Numbers
    number: Numbers


def make(dataset: Dataset, before: Made | None = None) -> Made:
    """All of it, from ``before`` where that still holds."""
    articles = list(dataset.files)
    place = {name: index for index, name in enumerate(articles)}
    if before is None or not _same_tables(dataset, before.dataset):
        return _made(dataset, dataset, place)
    old = before.dataset
    same = {
        name
        for name in articles
        if dataset.files[name] is old.files.get(name) and dataset.articles[name] is old.articles.get(name)
    }
    if len(same) == len(articles) == len(old.files):
        return before
    now = np.array([place[name] if name in same else -1 for name in before.articles], dtype=np.int64)
    fresh = _made(dataset, dataset.only([name for name in articles if name not in same]), place)
    stays = now[before.article] >= 0
    article = np.concatenate([now[before.article][stays], fresh.article])
    section = np.concatenate([before.section[stays], fresh.section])
    number = np.concatenate([before.number[stays], fresh.number])
    order = np.lexsort((number, article, section))
    # Row by row of the two together, those that stay first: column by column, since two whole frames take much room.
    rows = np.concatenate([np.flatnonzero(stays), len(stays) + np.arange(len(fresh.article))])[order]
    columns = {name: _column(before.frame[name], fresh.frame[name], rows) for name in COLUMNS}
    figures = [*before.figures, *fresh.figures]
    declared = {id: index for index, id in enumerate(dataset.indicators)}
    refused = [one for one in before.refusals if one.article in same] + fresh.refusals
    refused.sort(key=lambda one: (declared[one.indicator], place[one.article]))
    return Made(
        dataset, pd.DataFrame(columns, copy=False), [figures[row] for row in rows], refused, articles,
        article[order], section[order], number[order],
    )  # fmt: skip


def _column(before: pd.Series, fresh: pd.Series, rows: Numbers) -> pd.Series:
    """The values of both at ``rows`` of the two together; ``before`` itself where that is the same.

    A correction changes the text of a few columns: sharing the others spares most of a second frame.
    """
    new = rows >= len(before)
    stay = np.flatnonzero(~new)
    if len(rows) == len(before) and (rows[stay] == stay).all():
        there = before[new].reset_index(drop=True)
        if there.equals(fresh.take(rows[new] - len(before)).reset_index(drop=True)):
            return before
    return pd.concat([before, fresh], ignore_index=True).take(rows).reset_index(drop=True)


def _made(dataset: Dataset, part: Dataset, place: dict[str, int]) -> Made:
    """What is made of some articles; ``place``: where each stands among all."""
    table = frame.Table()
    figures: list[Datum] = []
    belongs: list[int] = []
    computed, refused = outcomes(part)
    for row in frame.rows(part, computed):
        table.add(row.values)
        figures.append(datum(row.values))
        belongs += (place[row.values["article"]], row.section, row.number)
    article, section, number = np.array(belongs, dtype=np.int64).reshape(-1, 3).T.copy()
    return Made(dataset, table.frame(), figures, list(refused), list(place), article, section, number)


def _same_tables(one: Dataset, other: Dataset) -> bool:
    """Whether what rows say beside their article is the very same: an unchanged table is not read again."""
    return all(
        len(mine) == len(theirs) and all(a is b for a, b in zip(mine.values(), theirs.values(), strict=True))
        for mine, theirs in (
            (one.indicators, other.indicators),
            (one.localities, other.localities),
            (one.schemes, other.schemes),
        )
    )
