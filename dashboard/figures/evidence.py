"""What evidence there is: places by themes, with how much, how new and how exact; and how much of it was checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import pandas as pd

from dashboard.articles.verify.proofs import Proof
from dashboard.language.dates import Period
from dashboard.language.vietnamese import sort_key
from dashboard.language.words import Language, word
from dashboard.records.dataset import Dataset, Entry
from dashboard.records.models.article import Article
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


STANDINGS: Final = ("proven", "proven_in_part", "seen_again", "noted")
"""On what figures stand, from the best down; "noted" are those that nobody checked."""


def standings(dataset: Dataset, proofs: Mapping[str, Proof]) -> dict[tuple[str, str], Counter[str]]:
    """How many printed figures stand on what (``STANDINGS``): all, by level of the place, by year of the figure.

    The keys are ("all", ""), ("level", a level), ("year", "2019"); a figure of no known year is under ("year", ""), one
    of a range under its last year.
    """
    found: dict[tuple[str, str], Counter[str]] = {}
    for entry in dataset.entries:
        mark = proofs[entry.id]
        standing = str(mark) if str(mark) in STANDINGS else "noted"
        year = entry.as_of.end or entry.as_of.start
        level = str(dataset.localities[entry.locality].level)
        for key in (("all", ""), ("level", level), ("year", str(year.year) if year else "")):
            found.setdefault(key, Counter())[standing] += 1
    levels = list(dict.fromkeys(str(place.level) for place in dataset.localities.values()))

    def order(key: tuple[str, str]) -> tuple[object, ...]:
        by, name = key
        return (("all", "level", "year").index(by), levels.index(name) if by == "level" else 0, not name, name)

    return {key: found[key] for key in sorted(found, key=order)}


def standings_table(
    dataset: Dataset, proofs: Mapping[str, Proof], language: Language
) -> tuple[list[str], list[list[str]]]:
    """The same as heads and rows of words and numbers, the first column naming the row."""
    heads = ["", *(word(f"evidence_{one}", language) for one in STANDINGS), word("evidence_total", language)]
    rows = [
        [_named(by, name, language), *(str(counts[one]) for one in STANDINGS), str(counts.total())]
        for (by, name), counts in standings(dataset, proofs).items()
    ]
    return heads, rows


def _named(by: str, name: str, language: Language) -> str:
    if by == "year":
        return name or word("undated", language)
    return word(name if by == "level" else "evidence_all", language)


def told(article: Article, entries: Sequence[Entry], proofs: Mapping[str, Proof], language: Language) -> str:
    """How an article was read, and how many of its figures were checked, in words."""
    marks = Counter(proofs[entry.id] for entry in entries)
    seen, checked = marks[Proof.SEEN_AGAIN], sum(n for mark, n in marks.items() if mark.checked)
    tally = word("proofs_tally", language, proven=checked, total=len(entries))
    if seen:
        tally = word("seen_tally", language, seen=seen, total=len(entries))
    return f"{word(f'read_{article.text.read}', language)}; {tally}"
