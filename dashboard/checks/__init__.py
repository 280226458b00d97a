"""Rules over more than one field or record. A rule is a function from the data set to its problems."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePath

from dashboard.checks import (
    articles,
    charts,
    counted_nouns,
    double_claims,
    double_entry,
    figure_dates,
    figures,
    indicators,
    inferred_dates,
    localities,
    places,
    rating_labels,
    references,
    rules,
    shares,
    sums,
)
from dashboard.records.dataset import Dataset
from dashboard.records.problems import Problem

Rule = Callable[[Dataset], Iterator[Problem]]

TOGETHER: tuple[Rule, ...] = (
    references.tables,
    references.misspelt,
    references.cycles,
    *localities.RULES,
    *indicators.RULES,
    rating_labels.records,
    articles.pairs,
    charts.forms,
    charts.coverage,
    *rules.RULES,
)
"""Rules on the tables (all but data/figures and seeds), and on all articles together."""

ARTICLES: tuple[Rule, ...] = (
    references.dangling,
    articles.texts,
    articles.seen_again,
    articles.paragraphs,
    articles.phrases,
    articles.corrections,
    articles.repeated,
    *figures.RULES,
    *figure_dates.RULES,
    *inferred_dates.RULES,
    *shares.RULES,
    rating_labels.figures,
    rating_labels.years,
    *double_entry.RULES,
    *counted_nouns.RULES,
    *places.RULES,
    *double_claims.RULES,
    *sums.RULES,
    charts.blanks,
)
"""Rules on one article at a time: their problems follow from its two files and the tables, not from other articles."""

_AT_ONCE = 250  # articles: few enough that the caches of ``language`` still hold a phrase for the next rule


def check(dataset: Dataset) -> Iterator[Problem]:
    """Every problem that every rule finds. Never raises; a missing record is reported once."""
    known = set(explained(dataset))
    for found in (check_together(dataset), *check_articles(dataset, {*dataset.articles, *dataset.files}).values()):
        yield from (problem for problem in found if problem not in known)


def check_together(dataset: Dataset) -> Iterator[Problem]:
    """The problems of the tables, and of all articles together."""
    for rule in TOGETHER:
        yield from rule(dataset)


def explained(dataset: Dataset) -> Iterator[Problem]:
    """Problems that another one explains, so that they need not be reported."""
    yield from references.explained(dataset)


def check_articles(
    dataset: Dataset,
    names: Iterable[str],
    progress: Callable[[float], None] = lambda done: None,  # noqa: ARG005  the default does nothing
) -> dict[str, list[Problem]]:
    """The problems of some articles, by name; articles without any are left out. ``progress`` gets 0 to 1."""
    order = sorted(names)
    found: dict[str, list[Problem]] = {}
    for start in range(0, len(order), _AT_ONCE):
        progress(start / len(order))
        some = dataset.only(order[start : start + _AT_ONCE])
        for problem in (problem for rule in ARTICLES for problem in rule(some)):
            found.setdefault(PurePath(problem.file).stem, []).append(problem)
    return found
