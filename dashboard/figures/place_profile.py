"""Everything known about one place: its articles, its printed and computed figures, what was refused, what articles say
in words, and what is missing. Nothing is put into words here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from dashboard.figures.absence import Absence, Absences
from dashboard.figures.figure import Figure, figures_of
from dashboard.language.vietnamese import sort_key
from dashboard.records.dataset import Dataset
from dashboard.records.models.article import Article
from dashboard.records.models.fields import Text
from dashboard.records.models.figure import Blank, BlankKind
from dashboard.records.models.indicator import Indicator
from dashboard.records.places import ancestors, descendants, label

MOST_INSIDE = 60  # figures of the places in it
USUAL = 2  # an indicator that so many articles on other places give is missed where it is not stated


@dataclass(frozen=True)
class Line:
    """One row: a printed or computed figure, why one is not computed, or words that stand in place of a number.

    Exactly one of ``figure``, ``why`` and ``words`` is given. ``computed`` is what follows from the figure alone, its
    share of the total beside it or its change.
    """

    indicator: str
    article: str
    figure: Figure | None = None
    computed: Figure | None = None
    why: Text | None = None
    words: Blank | None = None


@dataclass(frozen=True)
class PlaceProfile:
    """Everything known about one place.

    ``lines`` are by theme in the order declared; empty themes are left out. ``above``: the places that it lies in, the
    nearest first. ``within``: the places in it that have figures, with how many. ``inside``: the printed figures of
    those, in that order, at most MOST_INSIDE. ``articles``: those about it or with a figure of it, the newest first,
    then those of ``inside``; the position in this list is the number of the source. ``known``: its printed figures by
    id, and those of other places that its computed ones were made of. ``silent``: the indicators that it lacks though
    at least USUAL articles on other places give them, each with the reason. ``rarer``: how many other indicators it
    lacks.
    """

    place: str
    above: tuple[str, ...]
    within: Mapping[str, int]
    inside: tuple[Figure, ...]
    articles: tuple[Article, ...]
    lines: Mapping[str, tuple[Line, ...]]
    known: Mapping[str, Figure]
    silent: tuple[tuple[Indicator, Absence], ...]
    rarer: int

    @property
    def printed(self) -> bool:
        """Whether anything is printed about the place itself."""
        return bool(self.lines)

    def number(self, article: str) -> int:
        """The number of an article among the sources, from 1."""
        return [one.id for one in self.articles].index(article) + 1


def build(dataset: Dataset, frame: pd.DataFrame, place: str, absences: Absences | None = None) -> PlaceProfile:
    """Build the profile of a place. ``frame`` and ``absences`` are those of the data set."""
    absences = absences or Absences.of(dataset)
    own = figures_of(frame[frame["locality"] == place])
    inputs = {id for figure in own for id in figure.inputs}
    elsewhere = figures_of(frame[frame["figure_id"].isin(inputs) & (frame["locality"] != place)]) if inputs else []
    counts = frame[~frame["computed"]]["locality"].value_counts()
    below = sorted((id for id in descendants(place, dataset) if id in counts.index), key=lambda id: _order(id, dataset))
    rows = frame[frame["locality"].isin(below) & ~frame["computed"]]
    places = list(rows["locality"])
    inside = figures_of(rows.iloc[sorted(range(len(rows)), key=lambda n: below.index(places[n]))[:MOST_INSIDE]])
    silent, rarer = _missing(dataset, frame, place, absences)
    return PlaceProfile(
        place=place,
        above=ancestors(place, dataset),
        within={id: int(counts[id]) for id in below},
        inside=tuple(inside),
        articles=tuple(_articles(dataset, own + elsewhere, inside, place)),
        lines=_lines(dataset, own, place, absences),
        known={figure.id: figure for figure in own + elsewhere if not figure.computed},
        silent=silent,
        rarer=rarer,
    )


def _order(id: str, dataset: Dataset) -> tuple[object, ...]:
    return sort_key(label(id, dataset, "vi")), id


def _lines(dataset: Dataset, own: list[Figure], place: str, absences: Absences) -> dict[str, tuple[Line, ...]]:
    """The lines by theme; within a theme by indicator in the order declared, then by date."""
    extra = {
        figure.inputs[0]: figure for figure in own if figure.computed and dataset.indicators[figure.indicator].beside
    }
    found = [
        Line(figure.indicator, figure.article, figure=figure, computed=extra.get(figure.id))
        for figure in own
        if figure not in extra.values()
    ]
    for indicator in dataset.indicators.values():
        refused = absences.why(place, indicator) if indicator.formula else None
        if refused and refused.kind is BlankKind.REFUSED:
            found.append(Line(indicator.id, refused.article, why=refused.why))
    found += [Line(one.indicator, article, words=one) for article, one in _words(dataset, place)]
    declared = {id: number for number, id in enumerate(dataset.indicators)}

    def order(line: Line) -> tuple[object, ...]:
        return declared[line.indicator], line.figure.as_of.sort_key if line.figure else (True, date.max, date.max)

    by_theme: dict[str, list[Line]] = {theme: [] for theme in dataset.themes}
    for line in sorted(found, key=order):
        by_theme[dataset.indicators[line.indicator].theme].append(line)
    return {theme: tuple(lines) for theme, lines in by_theme.items() if lines}


def _articles(dataset: Dataset, own: list[Figure], inside: list[Figure], place: str) -> list[Article]:
    about = {one.id for one in dataset.articles.values() if one.locality == place}
    about |= {figure.article for figure in own} | {article for article, _ in _words(dataset, place)}

    def newest(ids: set[str]) -> list[Article]:
        found = [dataset.articles[id] for id in ids]
        return sorted(found, key=lambda one: (one.published.date.end or date.min, one.id), reverse=True)

    return newest(about) + newest({figure.article for figure in inside} - about)


def _words(dataset: Dataset, place: str) -> list[tuple[str, Blank]]:
    """What articles say of a place in words only."""
    return [
        (article, one)
        for _, _, article, one in dataset.blanks
        if (one.locality or dataset.files[article].locality) == place
    ]


def _missing(
    dataset: Dataset, frame: pd.DataFrame, place: str, absences: Absences
) -> tuple[tuple[tuple[Indicator, Absence], ...], int]:
    printed = frame[~frame["computed"]]
    others = printed[printed["locality"] != place].groupby("indicator")["article"].nunique()
    reasons = ((one, absences.why(place, one)) for one in dataset.indicators.values() if not one.formula)
    lacking = [(one, why) for one, why in reasons if why and why.kind is not BlankKind.WORDS_ONLY]
    usual = tuple((one, why) for one, why in lacking if others.get(one.id, 0) >= USUAL)
    could = [one for one, why in lacking if why.kind is not BlankKind.NOT_APPLICABLE]
    return usual, len(could) - sum(why.kind is not BlankKind.NOT_APPLICABLE for _, why in usual)
