"""Every id that is referred to exists, and no chain of references leads back to its beginning.

A record whose own id is misspelt is told once, at that id, and not at each of the references to it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from dashboard.checks import localities
from dashboard.checks.indicators import inputs
from dashboard.language.bilingual import Both
from dashboard.language.suggestions import is_typo, nearest, of_table
from dashboard.records.dataset import Dataset
from dashboard.records.problems import Problem
from dashboard.records.validation_messages import UNDECIDED
from dashboard.records.yaml_text import Path

_NOUN = {
    "indicators": Both("chỉ tiêu", "indicator"),
    "localities": Both("địa phương", "locality"),
    "schemes": Both("cách xếp loại", "scheme"),
    "themes": Both("chủ đề", "theme"),
}
_HOME = {kind: f"data/{kind if kind != 'themes' else 'charts'}.yaml" for kind in _NOUN}
_SLIPS = 20
"""Most unknown ids for which a similar one is looked for: that is slow, and more of them are no typing errors."""
Reference = tuple[str, Path, str, str | None]  # file, path in it, kind of what is named, its id


def tables(dataset: Dataset) -> Iterator[Problem]:
    """A reference in a table to something that does not exist."""
    yield from _dangling(dataset, _from_tables(dataset))


def dangling(dataset: Dataset) -> Iterator[Problem]:
    """A reference in an article's files to something that does not exist."""
    yield from _dangling(dataset, _from_articles(dataset))


def _dangling(dataset: Dataset, references: Iterator[Reference]) -> Iterator[Problem]:
    asked: dict[str, set[str]] = defaultdict(set)
    for file, path, kind, name in references:
        if not (name is None or name == UNDECIDED or dataset.has(kind, name)):
            asked[file].add(name)
            known = _known(dataset, kind, name) if len(asked[file]) <= _SLIPS else ()
            hint = of_table(name, known, _HOME[kind])
            yield Problem(file, *dataset.marks(file).value(path), missing(kind, name), hint)


def _known(dataset: Dataset, kind: str, name: str) -> Iterable[str]:
    """The ids that one may have been meant for: of a place also the units beside it."""
    if kind != "localities":
        return list(getattr(dataset, kind))
    return [*dataset.localities, *(one.id for one in dataset.units.inside(name.rpartition(".")[0]))]


def missing(kind: str, name: str) -> Both:
    """The message that an id is not in its table."""
    return Both("không có ", "there is no ") + _NOUN[kind] + f" {name}"


def misspelt(dataset: Dataset) -> Iterator[Problem]:
    """A record whose own id is misspelt: nothing refers to it, but a similar id that does not exist is referred to.

    If only one reference has that id, the error may be there instead, unless the record's id does not fit its parent.
    """
    for kind, own, name in _misspelt(dataset):
        places = [(file, path) for file, path, *what in _references(dataset) if what == [kind, name]]
        file, line, _ = min((file, *dataset.marks(file).value(path)) for file, path in places)
        yield dataset.problem(
            kind,
            own,
            ("id",),
            Both(f"không nơi nào dùng {own}, mà ", f"{own} is used nowhere, while ")
            + Both(
                f"{len(places)} chỗ dùng {name}, mã chưa có ở đây (chỗ đầu: {file} dòng {line})",
                f"{name}, which does not exist, is used {len(places)} times (first in {file} on line {line})",
            ),
            Both("viết ", "write ") + f"id: {name}" + Both(", hoặc sửa các chỗ ấy", ", or correct those"),
        )


def explained(dataset: Dataset) -> Iterator[Problem]:
    """The dangling references that a misspelt id explains, so that they need not be reported."""
    for kind, _, name in _misspelt(dataset):
        yield from _dangling(dataset, (one for one in _references(dataset) if one[2:] == (kind, name)))
    if any(kind == "localities" for kind, *_ in _misspelt(dataset)):
        places = {(one.file, one.line, one.column) for one in misspelt(dataset)}
        yield from (one for one in localities.ids(dataset) if (one.file, one.line, one.column) in places)


def _misspelt(dataset: Dataset) -> Iterator[tuple[str, str, str]]:
    """Kind, the misspelt id of a record, the id that it was meant to be."""
    used: dict[str, set[str]] = {kind: set() for kind in _NOUN}
    for _, _, kind, name in _from_tables(dataset):
        used[kind] |= {name} if name else set()
    used["localities"] |= {one.locality for one in dataset.articles.values()}
    used["localities"] |= {one.locality for one in dataset.files.values()} | {one.locality for one in dataset.entries}
    used["indicators"] |= {one.figure.indicator for one in dataset.entries}
    used["schemes"] |= {one.figure.scheme for one in dataset.entries if one.figure.scheme}
    for kind, names in used.items():
        unknown = sorted(name for name in names if name != UNDECIDED and not dataset.has(kind, name))
        for name in unknown[:_SLIPS]:
            idle = [id for id in getattr(dataset, kind) if id not in names and (kind, id) in dataset.positions]
            own = nearest(name, [id for id in idle if is_typo(id, name)])
            if not own:
                continue
            unfit = kind == "localities" and own.rpartition(".")[0] != (dataset.localities[own].parent or "")
            if unfit or sum(one[2:] == (kind, name) for one in _references(dataset)) > 1:
                yield kind, own, name


def _references(dataset: Dataset) -> Iterator[Reference]:
    return chain(_from_tables(dataset), _from_articles(dataset))


def cycles(dataset: Dataset) -> Iterator[Problem]:
    """A locality inside itself, an indicator that is a part of itself."""
    inside = Both(" nằm trong chính nó", " lies inside itself")
    yield from _cycles(dataset, "localities", dataset.localities, "parent", inside)
    part = Both(" là một phần của chính nó", " is a part of itself")
    yield from _cycles(dataset, "indicators", dataset.indicators, "part_of", part)


def _cycles(dataset: Dataset, kind: str, records: Mapping[str, Any], link: str, said: Both) -> Iterator[Problem]:
    seen: set[str] = set()
    for start in records:
        way: dict[str, None] = {}
        name = start
        while name in records and name not in way and name not in seen:
            way[name] = None
            name = getattr(records[name], link)
        seen |= way.keys()
        if name not in way:
            continue
        circle = list(way)[list(way).index(name) :]
        for index, one in enumerate(circle):
            others = [circle[(index + step) % len(circle)] for step in range(1, min(len(circle), _SLIPS))]
            rest = ["…"] if len(circle) > _SLIPS else []
            told = " -> ".join((one, *others, *rest, one))
            hint = Both(f"sửa {link} của một trong số này", f"correct one {link} of these")
            yield dataset.problem(kind, one, (link,), one + said + f": {told}", hint)


def _from_tables(dataset: Dataset) -> Iterator[Reference]:
    for name, locality in dataset.localities.items():
        if ("localities", name) not in dataset.positions:
            continue  # as the list of units has it
        file, base = dataset.positions["localities", name]
        yield file, (*base, "parent"), "localities", locality.parent
    for name, scheme in dataset.schemes.items():
        file, base = dataset.positions["schemes", name]
        yield file, (*base, "names_of"), "schemes", scheme.names_of
    yield from _from_indicators(dataset)
    for name, chart in dataset.charts.items():
        file, base = dataset.positions["charts", name]
        yield file, (*base, "theme"), "themes", chart.theme
        for index, indicator in enumerate(chart.indicators):
            yield file, (*base, "indicators", index), "indicators", indicator
        if chart.stack:
            yield file, (*base, "stack", "whole"), "indicators", chart.stack.whole
            for index, indicator in enumerate(chart.stack.parts):
                yield file, (*base, "stack", "parts", index), "indicators", indicator


def _from_indicators(dataset: Dataset) -> Iterator[Reference]:
    for name, indicator in dataset.indicators.items():
        file, base = dataset.positions["indicators", name]
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
        yield dataset.positions["articles", name][0], ("locality",), "localities", article.locality
    for name, one in dataset.files.items():
        yield dataset.positions["files", name][0], ("locality",), "localities", one.locality
    for entry in dataset.entries:
        yield entry.file, (*entry.path, "indicator"), "indicators", entry.figure.indicator
        yield entry.file, (*entry.path, "locality"), "localities", entry.figure.locality
        yield entry.file, (*entry.path, "scheme"), "schemes", entry.figure.scheme
    for file, path, _, total in dataset.sums:
        if total.computed:
            yield file, (*path, "whole"), "indicators", total.whole
    for file, path, _, blank in dataset.blanks:
        yield file, (*path, "indicator"), "indicators", blank.indicator
        yield file, (*path, "locality"), "localities", blank.locality
