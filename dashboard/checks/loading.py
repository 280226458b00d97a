"""A root folder as a data set: every file read strictly, every record checked against its model.

A record that is wrong is left out and the rest still checked, so that one run tells everything that is wrong. What was
read before, given back as a ``Memory``, is not read again, nor is an article checked again that did not change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path as Folder
from pathlib import PurePath
from typing import Any

from dashboard.checks import check_articles, check_together, explained
from dashboard.language.bilingual import DELETE_ONE, Both
from dashboard.language.dates import Period
from dashboard.language.suggestions import nearest
from dashboard.records import localities, source_files
from dashboard.records.dataset import Dataset, Entry
from dashboard.records.models import Article, FigureFile, Locality, LocalityRecord, Record
from dashboard.records.problems import Problem, first
from dashboard.records.record_files import RecordFile, entries_of, read_record
from dashboard.records.source_files import FIGURES, SEEDS, UNITS, fingerprint
from dashboard.records.table_files import TABLES
from dashboard.records.yaml_text import Marks, Path, read

__all__ = ["Memory", "fingerprint", "load"]


@dataclass
class Memory:
    """What was read of one root: its files as they were, and what was wrong with each article (by its name); the list
    of units and the places of the data set.

    ``read``: the files by name, also those of a reading that was left.
    """

    sheets: dict[str, RecordFile] = field(default_factory=dict)
    told: dict[str, list[Problem]] = field(default_factory=dict)
    places: tuple[bytes, dict[str, Locality]] = (b"", {})
    read: dict[str, RecordFile] = field(default_factory=dict)

    def holds(self, name: str, raw: bytes) -> bool:
        """Whether a file was read, as it is in these bytes."""
        return _model(name) is None or ((known := self.read.get(name)) is not None and known.raw == raw)


Progress = Callable[[float], None]
"""Told now and then which part of the work is done, from 0 to 1."""


def load(
    root: Folder,
    memory: Memory | None = None,
    gathered: tuple[dict[str, bytes], list[Problem]] | None = None,
    progress: Progress = lambda done: None,  # noqa: ARG005  nobody asked
) -> tuple[Dataset | None, list[Problem]]:
    """Read and check everything under a root. The data set is None if there is a problem. Never raises.

    ``memory`` spares reading again what it holds, and then holds what was read now; ``gathered`` is what
    ``source_files.gather`` returned, where that was asked already. The outcome is the same with and without them.
    """
    memory = Memory() if memory is None else memory
    texts, problems = source_files.gather(root) if gathered is None else gathered
    sheets = _sheets(texts, memory.read, progress)
    reader = _Reader(texts, problems, sheets)
    dataset = reader.dataset(source_files.digest(texts, problems))
    places = reader.texts[UNITS], dataset.localities
    changed = _changed(memory.sheets, sheets, memory.told) if places == memory.places else set(_articles(sheets))
    anew = check_articles(dataset, changed, lambda done: progress(0.5 + 0.3 * done))
    told = {name: anew.get(name, []) if name in changed else memory.told[name] for name in _articles(sheets)}
    found = set(check_together(dataset)).union(*told.values())
    if found:
        found -= set(explained(dataset))
    # What could not be read as it is written is not judged as well by what it says.
    known = {(problem.file, problem.line, problem.column) for problem in reader.problems if problem.line}
    everything = {*reader.problems, *(one for one in found if (one.file, one.line, one.column) not in known)}
    memory.sheets, memory.told, memory.read, memory.places = sheets, told, dict(sheets), places
    problems = first(everything)
    return (None if problems else dataset), problems


def _sheets(texts: Mapping[str, bytes], known: dict[str, RecordFile], progress: Progress) -> dict[str, RecordFile]:
    """The files as records; those ``known`` as they are, and what is read now known from then on."""
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


def _unread(problem: Problem) -> Iterator[tuple[str, str]]:
    """The records that a file would have held which is not read, by its name; all of a folder that is not there."""
    for folder_, kind in ((FIGURES, "files"), (SEEDS, "articles")):
        if problem.file == folder_:
            yield kind, "*"
        elif problem.file.startswith(f"{folder_}/"):
            yield kind, PurePath(problem.file).name.partition(".")[0]


def _articles(sheets: Mapping[str, RecordFile]) -> dict[str, tuple[RecordFile | None, RecordFile | None]]:
    """The sheets of each article by its name: its record and its figures."""
    names = dict.fromkeys(PurePath(file).stem for file in sheets if file not in TABLES)
    return {name: (sheets.get(f"{SEEDS}/{name}.yaml"), sheets.get(f"{FIGURES}/{name}.yaml")) for name in names}


def _changed(before: Mapping[str, RecordFile], now: Mapping[str, RecordFile], told: Mapping[str, object]) -> set[str]:
    """The articles that have to be checked: those whose files changed; all of them, where a table did."""
    known, found = _articles(before), _articles(now)
    if any(before.get(file) is not now.get(file) for file in TABLES):
        return set(found)
    gone = (None, None)
    return {
        name for name, (seed, figures) in found.items()
        if name not in told or known.get(name, gone)[0] is not seed or known.get(name, gone)[1] is not figures
    }  # fmt: skip


class _Reader:
    def __init__(self, texts: dict[str, bytes], problems: list[Problem], sheets: Mapping[str, RecordFile]) -> None:
        self.texts, self.problems, self.sheets = {UNITS: b"", **texts}, list(problems), sheets
        self.finder = localities.listed(self.texts[UNITS])
        self.problems += self.finder.units.problems if UNITS in texts else []
        self.records: dict[str, dict[str, Any]] = {kind: {} for kind in (
            "schemes", "indicators", "localities", "rules", "themes", "charts", "articles", "files")}  # fmt: skip
        self.places: dict[tuple[str, str], tuple[str, Path]] = {}
        self.broken: set[tuple[str, str]] = set(chain.from_iterable(map(_unread, problems)))
        self.entries: list[Entry] = []
        self.kept: dict[tuple[str, str], list[int]] = {}
        self._marks: dict[str, Marks] = {}

    def dataset(self, digest: str) -> Dataset:
        for file, model in TABLES.items():
            self.table(file, model)
        for name in sorted(self.texts):
            if name.startswith(f"{SEEDS}/"):
                self.named(name, "articles")
            elif name.startswith(f"{FIGURES}/"):
                self.named(name, "files")
        if not any(name.startswith(f"{FIGURES}/") for name in self.texts) and ("files", "*") not in self.broken:
            hint = Both("thêm một tệp cho mỗi bài báo", "add one file for each article")
            message = Both("chưa có số liệu nào", "there are no figures at all")
            self.problems.append(Problem(FIGURES, 0, 0, message, hint))
        told: dict[str, LocalityRecord] = self.records["localities"]
        self.records["localities"] = localities.places(localities.used(self.named_places()), self.finder.units, told)
        self.problems += [self.unlisted(id, one) for id, one in told.items() if id not in self.records["localities"]]
        return Dataset(digest, **self.records, entries=tuple(self.entries), places=self.places, finder=self.finder,
                       broken=frozenset(self.broken), kept=self.kept, texts=self.texts)  # fmt: skip

    def named_places(self) -> Iterator[tuple[str, Period, Period | None]]:
        """Each place that an article, a figure or a blank is about, with its date and that of the publication."""
        published = {id: article.published.date for id, article in self.records["articles"].items()}
        for id, article in self.records["articles"].items():
            yield article.locality, published[id], None
        for id, file in self.records["files"].items():
            yield file.locality, file.as_of, published.get(id)
            for blank in file.blanks:
                yield blank.locality or file.locality, file.as_of, published.get(id)
        for entry in self.entries:
            yield entry.locality, entry.as_of, published.get(entry.article)

    def unlisted(self, id: str, record: LocalityRecord) -> Problem:
        """A record of no unit that lacks what the list would say."""
        self.broken.add(("localities", id))
        lacking = ", ".join(name for name in localities.NEEDED if getattr(record, name) is None)
        file, path = self.places["localities", id]
        message = id + Both(f" không có trong data/units.tsv, và thiếu {lacking}",
                            f" is not in data/units.tsv, and has no {lacking}")  # fmt: skip
        near = nearest(id, [one.id for one in self.finder.units.inside(id.rpartition(".")[0])])
        asked = Both(f"có phải là {near}? ", f"did you mean {near}? ") if near else Both.same("")
        hint = asked + Both(f"sửa id, hoặc thêm {lacking}", f"correct the id, or add {lacking}")
        return Problem(file, *self.marks(file).value((*path, "id")), message, hint)

    def taken(self, file: str) -> RecordFile | None:
        """What was read of a file, its problems told; None where it could not be opened."""
        found = self.sheets.get(file)
        if found is not None:
            self.problems += found.problems
            self.broken |= found.broken
        return found

    def table(self, file: str, model: type[Record]) -> None:
        found = self.taken(file)
        for kind in model.model_fields:
            if found is None or found.record is None:
                self.broken.add((kind, "*"))
                continue
            records = getattr(found.record, kind)
            for index, record in zip(found.kept.get(kind) or range(len(records)), records, strict=True):
                path = (kind, index)
                if record.id in self.records[kind]:
                    first = self.marks(file).value(self.places[kind, record.id][1])[0]
                    message = record.id + Both(
                        f" có hai lần trong {kind}, lần đầu ở dòng {first}",
                        f" stands twice in {kind}, first on line {first}",
                    )
                    rename = Both("đặt id khác, hoặc ", "give it another id, or ")
                    hint = DELETE_ONE if record == self.records[kind][record.id] else rename + DELETE_ONE
                    self.problems.append(Problem(file, *self.marks(file).value((*path, "id")), message, hint))
                    self.broken.add((kind, record.id))  # one of the two is not read
                    continue
                self.records[kind][record.id] = record
                self.places[kind, record.id] = (file, path)

    def named(self, file: str, kind: str) -> None:
        """A file that holds one record, whose id is the file's name."""
        found = self.taken(file)
        if found is None or found.record is None:
            return
        name = PurePath(file).stem
        record, problems = localities.by_id(found, self.finder)
        self.problems += [Problem(file, *self.marks(file).value(path), told, hint) for path, told, hint in problems]
        self.records[kind][name] = record
        self.places[kind, name] = (file, ())
        self.kept |= {(name, items): indexes for items, indexes in found.kept.items()}
        renamed = isinstance(record, FigureFile) and record is not found.record
        self.entries += entries_of(file, record, found.kept) if renamed else found.entries

    def marks(self, file: str) -> Marks:
        """The places of a file, read again when first asked for: only a problem needs them."""
        if file not in self._marks:
            self._marks[file] = read(self.texts[file], file, placed=True).marks
        return self._marks[file]
