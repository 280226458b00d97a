"""How much evidence there is: for each place and theme the number of figures and articles, the newest date, and how
many figures are hedged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pandas as pd

from dashboard.language.dates import Period
from dashboard.language.vietnamese import sort_key
from dashboard.records.dataset import Dataset
from dashboard.records.models.locality import Level
from dashboard.records.reference_period import ReferencePeriod

_Row = tuple[str, tuple[str, bool], bool]  # article, date and whether it is all of it, whether it has a hedge


@dataclass(frozen=True)
class Cell:
    """The printed figures of a place under one theme, or under all.

    ``newest`` is the date that begins last. A date known by bounds only counts only where there is no other.
    """

    figures: int
    articles: int
    newest: ReferencePeriod | None
    hedged: int


def matrix(dataset: Dataset, frame: pd.DataFrame) -> dict[str, dict[str, Cell]]:
    """For each place with an article or a figure one cell per theme, and one under "" for all themes.

    Places stand in Vietnamese order within their level, themes in the order declared. Computed figures are left out:
    they are no evidence of their own.
    """
    printed = frame[~frame["computed"]]
    places = {article.locality for article in dataset.articles.values()} | set(printed["locality"])
    levels = list(Level)

    def order(id: str) -> tuple[object, ...]:
        place = dataset.localities[id]
        return (levels.index(place.level), sort_key(place.name), id)

    # One pass over plain rows: selecting each cell from the frame took a hundred times as long.
    held: dict[tuple[str, str], list[_Row]] = {}
    columns = (printed[name] for name in ("locality", "theme", "article", "as_of", "as_of_is"))
    for place, theme, article, as_of, meaning, hedged in zip(*columns, printed["hedge"].notna(), strict=True):
        for under in ("", theme):
            held.setdefault((place, under), []).append((article, (as_of, meaning == "period"), hedged))
    return {
        place: {theme: _cell(held.get((place, theme), [])) for theme in ("", *dataset.themes)}
        for place in sorted(places, key=order)
    }


def _cell(rows: list[_Row]) -> Cell:
    dates = [ReferencePeriod(Period.parse(text), over) for text, over in dict.fromkeys(when for _, when, _ in rows)]
    ended = [(not one.unsettled, one.as_of.start or date.min, one.as_of.end, one) for one in dates if one.as_of.end]
    newest = max(ended, key=lambda one: one[:-1])[-1] if ended else None
    return Cell(len(rows), len({article for article, _, _ in rows}), newest, sum(hedged for *_, hedged in rows))
