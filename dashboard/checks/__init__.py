"""Rules over more than one field or record. Each rule is a function from the data set to its problems."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePath

from dashboard.checks import (
    articles,
    charts,
    counted_nouns,
    double_claims,
    double_entry,
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
    references.circles,
    *localities.RULES,
    *indicators.RULES,
    rating_labels.records,
    articles.both,
    charts.forms,
    charts.coverage,
    *rules.RULES,
)
"""The rules on the tables (all but data/figures and seeds), and on all articles together."""

ARTICLES: tuple[Rule, ...] = (
    references.dangling,
    articles.texts,
    articles.seen_again,
    articles.paragraphs,
    articles.phrases,
    articles.corrections,
    articles.twice,
    *figures.RULES,
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
"""The rules that look at one article at a time: what they find wrong with it, and in its files, follows from its two
files and the tables, whatever other articles there are."""

_AT_ONCE = 250  # articles: few enough that what is worked out of a phrase is still at hand for the next rule


def check(dataset: Dataset) -> Iterator[Problem]:
    """Every problem that every rule finds; nothing is raised, and a record that is missing is told once."""
    known = set(explained(dataset))
    for found in (check_together(dataset), *check_articles(dataset, {*dataset.articles, *dataset.files}).values()):
        yield from (problem for problem in found if problem not in known)


def check_together(dataset: Dataset) -> Iterator[Problem]:
    """What is wrong with the tables, and with all articles together."""
    for rule in TOGETHER:
        yield from rule(dataset)


def explained(dataset: Dataset) -> Iterator[Problem]:
    """What other problems explain: told once, at the slip, and not wherever it shows."""
    yield from references.explained(dataset)


def check_articles(
    dataset: Dataset,
    names: Iterable[str],
    progress: Callable[[float], None] = lambda done: None,  # noqa: ARG005  nobody asked
) -> dict[str, list[Problem]]:
    """What is wrong with some articles, by name; those with nothing wrong are left out. ``progress``: from 0 to 1."""
    order = sorted(names)
    found: dict[str, list[Problem]] = {}
    for start in range(0, len(order), _AT_ONCE):
        progress(start / len(order))
        some = dataset.only(order[start : start + _AT_ONCE])
        for problem in (problem for rule in ARTICLES for problem in rule(some)):
            found.setdefault(PurePath(problem.file).stem, []).append(problem)
    return found
