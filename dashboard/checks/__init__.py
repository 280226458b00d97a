"""Rules over more than one field or record. Each rule is a function from the data set to its problems."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dashboard.checks import (
    articles,
    charts,
    claims,
    figures,
    indicators,
    labels,
    localities,
    places,
    printed,
    reasons,
    references,
    rules,
    shares,
    sums,
    wording,
)
from dashboard.dataset import Dataset
from dashboard.problems import Problem

Rule = Callable[[Dataset], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    *references.RULES,
    *localities.RULES,
    *indicators.RULES,
    *articles.RULES,
    *figures.RULES,
    *reasons.RULES,
    *shares.RULES,
    *labels.RULES,
    *printed.RULES,
    *wording.RULES,
    *places.RULES,
    *claims.RULES,
    *sums.RULES,
    *charts.RULES,
    *rules.RULES,
)


def check(dataset: Dataset) -> Iterator[Problem]:
    """Every problem that every rule finds; nothing is raised, and a record that is missing is told once."""
    for rule in RULES:
        yield from rule(dataset)
