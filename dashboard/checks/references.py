"""Every id that is referred to exists, and no chain of references leads back to its beginning."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from dashboard.checks.indicators import inputs
from dashboard.dataset import Dataset
from dashboard.problems import Problem
from dashboard.yamltext import Path

_NOUN = {"indicators": "indicator", "localities": "locality", "schemes": "scheme", "themes": "theme"}
_HOME = {kind: f"data/{kind if kind != 'themes' else 'charts'}.yaml" for kind in _NOUN}
UNDECIDED = "decide"  # what doisanh draft writes where it can't know
Reference = tuple[str, Path, str, str | None]  # file, path in it, kind of what is named, its id


def tables(dataset: Dataset) -> Iterator[Problem]:
    """A reference in a table to something that does not exist."""
    yield from _dangling(dataset, _from_tables(dataset))


def dangling(dataset: Dataset) -> Iterator[Problem]:
    """A reference in an article's files to something that does not exist."""
    yield from _dangling(dataset, _from_articles(dataset))


def _dangling(dataset: Dataset, references: Iterator[Reference]) -> Iterator[Problem]:
    for file, path, kind, name in references:
        if name is None or dataset.has(kind, name):
            continue
        if name == UNDECIDED:
            hint = f"write an id of {_HOME[kind]}: the comment on the line names what it may be"
            yield Problem(file, *dataset.marks(file).value(path), f"{_NOUN[kind]} still to be decided", hint)
            continue
        near = get_close_matches(name, list(getattr(dataset, kind)), 1, 0.6)
        hint = f"did you mean {near[0]}?" if near else f"add it to {_HOME[kind]}, or correct it here"
        yield Problem(file, *dataset.marks(file).value(path), f"there is no {_NOUN[kind]} {name}", hint)


def circles(dataset: Dataset) -> Iterator[Problem]:
    """A locality inside itself, an indicator that is a part of itself."""
    yield from _circles(dataset, "localities", dataset.localities, "parent", "lies inside itself")
    yield from _circles(dataset, "indicators", dataset.indicators, "part_of", "is a part of itself")


def _circles(dataset: Dataset, kind: str, records: Mapping[str, Any], link: str, said: str) -> Iterator[Problem]:
    for start in records:
        chain, name = [start], getattr(records[start], link)
        while name in records and name not in chain:
            chain.append(name)
            name = getattr(records[name], link)
        if name == start:
            way = " -> ".join((*chain, start))
            yield dataset.problem(kind, start, (link,), f"{start} {said}: {way}", f"correct one {link} of these")


def _from_tables(dataset: Dataset) -> Iterator[Reference]:
    for name, locality in dataset.localities.items():
        file, base = dataset.places["localities", name]
        yield file, (*base, "parent"), "localities", locality.parent
    for name, scheme in dataset.schemes.items():
        file, base = dataset.places["schemes", name]
        yield file, (*base, "names_of"), "schemes", scheme.names_of
    yield from _from_indicators(dataset)
    for name, chart in dataset.charts.items():
        file, base = dataset.places["charts", name]
        yield file, (*base, "theme"), "themes", chart.theme
        for index, indicator in enumerate(chart.indicators):
            yield file, (*base, "indicators", index), "indicators", indicator
        if chart.stack:
            yield file, (*base, "stack", "whole"), "indicators", chart.stack.whole
            for index, indicator in enumerate(chart.stack.parts):
                yield file, (*base, "stack", "parts", index), "indicators", indicator


def _from_indicators(dataset: Dataset) -> Iterator[Reference]:
    for name, indicator in dataset.indicators.items():
        file, base = dataset.places["indicators", name]
        yield file, (*base, "theme"), "themes", indicator.theme
        yield file, (*base, "part_of"), "indicators", indicator.part_of
        yield file, (*base, "computed_as"), "indicators", indicator.computed_as
        if indicator.rating:
            yield file, (*base, "rating", "scheme"), "schemes", indicator.rating.scheme
        if indicator.formula:
            for path, one in inputs(indicator.formula):
                yield file, (*base, "formula", *path), "indicators", one


def _from_articles(dataset: Dataset) -> Iterator[Reference]:
    for name, article in dataset.articles.items():
        yield dataset.places["articles", name][0], ("locality",), "localities", article.locality
    for name, one in dataset.files.items():
        yield dataset.places["files", name][0], ("locality",), "localities", one.locality
    for entry in dataset.entries:
        yield entry.file, (*entry.path, "indicator"), "indicators", entry.figure.indicator
        yield entry.file, (*entry.path, "locality"), "localities", entry.figure.locality
        yield entry.file, (*entry.path, "scheme"), "schemes", entry.figure.scheme
    for file, path, _, blank in dataset.blanks:
        yield file, (*path, "indicator"), "indicators", blank.indicator
        yield file, (*path, "locality"), "localities", blank.locality


RULES = (tables, dangling, circles)
