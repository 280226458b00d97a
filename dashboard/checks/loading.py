"""Loads a root folder: reads every file strictly, builds the data set, runs every check.

A record with an error is left out and the rest is checked all the same, so that one run reports everything. With the
``Memory`` of the run before, only files that changed are read again, and only articles that changed checked again.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, field
from pathlib import Path as Folder
from pathlib import PurePath

from dashboard.checks import check_articles, check_together, explained
from dashboard.records import source_files
from dashboard.records.dataset import Dataset
from dashboard.records.dataset_builder import DatasetBuilder
from dashboard.records.models.article import Article
from dashboard.records.models.fields import Record
from dashboard.records.models.figure import FigureFile
from dashboard.records.models.locality import Locality
from dashboard.records.problems import Problem, limited
from dashboard.records.record_files import RecordFile, read_record
from dashboard.records.source_files import FIGURES, SEEDS, UNITS
from dashboard.records.table_files import TABLES


@dataclass
class Memory:
    """What the last runs of ``load`` on one root read and found.

    ``checked`` are the files of the last complete run, ``article_problems`` what its checks found, by article,
    ``places`` the list of units and the places of its data set. ``read`` are all files read so far, also by a run that
    was interrupted.
    """

    checked: dict[str, RecordFile] = field(default_factory=dict)
    article_problems: dict[str, list[Problem]] = field(default_factory=dict)
    places: tuple[bytes, dict[str, Locality]] = (b"", {})
    read: dict[str, RecordFile] = field(default_factory=dict)

    def holds(self, name: str, raw: bytes) -> bool:
        """Whether a file with these bytes was read."""
        return _model(name) is None or ((known := self.read.get(name)) is not None and known.raw == raw)


Progress = Callable[[float], None]
"""Called now and then with the part of the work that is done, from 0 to 1."""


def load(
    root: Folder,
    memory: Memory | None = None,
    gathered: tuple[dict[str, bytes], list[Problem]] | None = None,
    progress: Progress = lambda done: None,  # noqa: ARG005  the default does nothing
) -> tuple[Dataset | None, list[Problem]]:
    """Read and check everything under a root. The data set is None if there is any problem. Never raises.

    ``memory`` is used and updated; ``gathered`` is the result of ``source_files.gather``, if the caller has it. Both
    only save time, the outcome is the same without them.
    """
    memory = Memory() if memory is None else memory
    texts, problems = source_files.gather(root) if gathered is None else gathered
    files = _read_files(texts, memory.read, progress)
    builder = DatasetBuilder(texts, problems, files)
    dataset = builder.build(source_files.digest(texts, problems))
    places = builder.texts[UNITS], dataset.localities
    same_places = places == memory.places
    changed = _changed(memory.checked, files, memory.article_problems) if same_places else set(_articles(files))
    fresh = check_articles(dataset, changed, lambda done: progress(0.5 + 0.3 * done))
    by_article = {
        name: fresh.get(name, []) if name in changed else memory.article_problems[name] for name in _articles(files)
    }
    found = set(check_together(dataset)).union(*by_article.values())
    if found:
        found -= set(explained(dataset))
    # A value that could not be read is not checked as well.
    known = {(problem.file, problem.line, problem.column) for problem in builder.problems if problem.line}
    everything = {*builder.problems, *(one for one in found if (one.file, one.line, one.column) not in known)}
    memory.checked, memory.article_problems, memory.read = files, by_article, dict(files)
    memory.places = places
    problems = limited(everything)
    return (None if problems else dataset), problems


def _read_files(texts: Mapping[str, bytes], known: dict[str, RecordFile], progress: Progress) -> dict[str, RecordFile]:
    """The record files. Those in ``known`` with the same bytes are reused; ``known`` gets those that are read now."""
    found = {}
    for count, (file, raw) in enumerate(texts.items()):
        model = _model(file)
        if model is None:
            continue
        progress(0.5 * count / len(texts))
        before = known.get(file)
        found[file] = before if before is not None and before.raw == raw else read_record(file, raw, model)
        known[file] = found[file]
    return found


def _model(file: str) -> type[Record] | None:
    if file.startswith(f"{FIGURES}/"):
        return FigureFile
    return Article if file.startswith(f"{SEEDS}/") else TABLES.get(file)


def _articles(files: Mapping[str, RecordFile]) -> dict[str, tuple[RecordFile | None, RecordFile | None]]:
    """The two files of each article, by its name: its record and its figures."""
    names = dict.fromkeys(PurePath(file).stem for file in files if file not in TABLES)
    return {name: (files.get(f"{SEEDS}/{name}.yaml"), files.get(f"{FIGURES}/{name}.yaml")) for name in names}


def _changed(before: Mapping[str, RecordFile], now: Mapping[str, RecordFile], checked: Container[str]) -> set[str]:
    """The articles to check: those that changed or were not ``checked``; all of them if a table changed."""
    known, found = _articles(before), _articles(now)
    if any(before.get(file) is not now.get(file) for file in TABLES):
        return set(found)
    gone = (None, None)
    return {
        name for name, (seed, figures) in found.items()
        if name not in checked or known.get(name, gone)[0] is not seed or known.get(name, gone)[1] is not figures
    }  # fmt: skip
