"""What evidence there is: places by themes, with how much, how new and how exact."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from dashboard.dataset import Dataset
from dashboard.dates import Period
from dashboard.vietnamese import sort_key

_Row = tuple[str, str, bool]  # article, date, whether it has a hedge


@dataclass(frozen=True)
class Cell:
    """The printed figures of a place under a theme (or under all themes)."""

    figures: int
    articles: int
    newest: Period | None
    hedged: int


def matrix(dataset: Dataset, frame: pd.DataFrame) -> dict[str, dict[str, Cell]]:
    """For each place that is the subject of an article or has a figure: a cell a theme, and one for "" (all).

    Places stand in Vietnamese order within their level, themes in the order of their declaration. Computed figures
    are left out: they are no evidence of their own.
    """
    printed = frame[~frame["computed"]]
    places = {article.locality for article in dataset.articles.values()} | set(printed["locality"])
    levels = list(dict.fromkeys(place.level for place in dataset.localities.values()))

    def order(id: str) -> tuple[object, ...]:
        place = dataset.localities[id]
        return (levels.index(place.level), sort_key(place.name), id)

    # In one pass over plain rows: choosing each cell's rows from the frame took a hundred times as long.
    held: dict[tuple[str, str], list[_Row]] = {}
    columns = (printed[name] for name in ("locality", "theme", "article", "as_of"))
    for place, theme, article, as_of, hedged in zip(*columns, printed["hedge"].notna(), strict=True):
        for under in ("", theme):
            held.setdefault((place, under), []).append((article, as_of, hedged))
    return {
        place: {theme: _cell(held.get((place, theme), [])) for theme in ("", *dataset.themes)}
        for place in sorted(places, key=order)
    }


def _cell(rows: list[_Row]) -> Cell:
    periods = [Period.parse(text) for text in dict.fromkeys(as_of for _, as_of, _ in rows)]
    dated = [period for period in periods if period.end]
    newest = max(dated, key=lambda period: (str(period.start), str(period.end)), default=None)
    return Cell(len(rows), len({article for article, _, _ in rows}), newest, sum(hedged for *_, hedged in rows))
