"""Pairs of figures: what each one says, and which others it may be compared with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from dashboard.charts.wording import Wording
from dashboard.figures.comparability import Judgement, Verdict, judge
from dashboard.figures.comparability.partitioning_traits import what
from dashboard.figures.figure import Figure
from dashboard.language.vietnamese import sort_key
from dashboard.records.dataset import Dataset
from dashboard.records.places import full_label

_FIRST: Final = 8  # figures of an indicator that examples are looked for among


@dataclass(frozen=True)
class Side:
    """One of two figures, in words of one language."""

    id: str
    what: str
    place: str
    value: str
    date: str
    printed: str
    sources: tuple[str, ...]
    caveats: tuple[str, ...]


@dataclass(frozen=True)
class Candidate:
    """A figure to compare another one with, and the verdict on the two."""

    figure: Figure
    judgement: Judgement


def side(figure: Figure, say: Wording, known: Mapping[str, Figure]) -> Side:
    """A figure in words. A computed one has the phrases and sources of its inputs."""
    inputs = [known[id] for id in figure.inputs] if figure.computed else [figure]
    return Side(
        id=figure.id,
        what=figure.what(say.language),
        place=full_label(figure.locality, say.dataset, say.language),
        value=say.with_unit(figure, change=figure.before is not None),
        date=say.date(figure),
        printed="; ".join(one.printed for one in inputs),
        sources=tuple(dict.fromkeys(say.citation(one.article, [one.paragraph]) for one in inputs)),
        caveats=tuple(filter(None, [*say.caveats(figure), *(say.proof(one.id) for one in inputs)])),
    )


def candidates(figure: Figure, figures: Sequence[Figure], dataset: Dataset) -> list[Candidate]:
    """The other figures of the same indicator, best verdict first, then by place and date."""
    others = [one for one in figures if one.id != figure.id and what(one) == what(figure)]
    found = [Candidate(one, judge([figure, one], dataset.rules)) for one in others]
    return sorted(
        found,
        key=lambda one: (
            one.judgement.verdict,
            sort_key(dataset.localities[one.figure.locality].name),
            one.figure.as_of.sort_key,
        ),
    )


def examples(figures: Sequence[Figure], dataset: Dataset) -> list[tuple[Figure, Figure, Judgement]]:
    """One example pair of printed figures for each verdict, best verdict first: of one indicator and two places, with
    the fewest reasons to read. Only the first figures of each indicator are tried, so that it takes no longer with
    many."""
    groups: dict[str, list[Figure]] = {}
    for figure in figures:
        if not figure.computed:
            group = groups.setdefault(figure.indicator, [])
            if len(group) < _FIRST:
                group.append(figure)
    order = list(dataset.indicators)
    found: dict[Verdict, tuple[tuple[int, int], tuple[Figure, Figure, Judgement]]] = {}
    for group in groups.values():
        for one, other in combinations(group, 2):
            if one.locality == other.locality:
                continue
            judgement = judge([one, other], dataset.rules)
            rank = (len(judgement.reasons), order.index(one.indicator))  # what is declared first is best known
            if judgement.verdict not in found or rank < found[judgement.verdict][0]:
                found[judgement.verdict] = rank, (one, other, judgement)
    return [found[verdict][1] for verdict in sorted(found)]
