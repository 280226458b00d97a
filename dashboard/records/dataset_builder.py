"""Builds a data set from the record files of a root folder, and reports ids that two records of a table have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import PurePath
from typing import Any

from dashboard.language.bilingual import DELETE_ONE, Both
from dashboard.records.dataset import Dataset, Entry
from dashboard.records.models.fields import Record
from dashboard.records.problems import Problem
from dashboard.records.record_files import RecordFile
from dashboard.records.source_files import FIGURES, SEEDS
from dashboard.records.table_files import TABLES
from dashboard.records.yaml_text import Marks, Path, read


def _records_of(problem: Problem) -> Iterator[tuple[str, str]]:
    """The records that could not be read because of a problem with their file, or with the whole folder ("*")."""
    for folder, kind in ((FIGURES, "files"), (SEEDS, "articles")):
        if problem.file == folder:
            yield kind, "*"
        elif problem.file.startswith(f"{folder}/"):
            yield kind, PurePath(problem.file).name.partition(".")[0]


class DatasetBuilder:
    """Builds the data set of some record files; ``problems`` are those found while reading and building."""

    def __init__(
        self, texts: dict[str, bytes], problems: list[Problem], record_files: Mapping[str, RecordFile]
    ) -> None:
        self.texts, self.problems, self.record_files = texts, list(problems), record_files
        self.records: dict[str, dict[str, Any]] = {kind: {} for kind in (
            "schemes", "indicators", "localities", "rules", "themes", "charts", "articles", "files")}  # fmt: skip
        self.positions: dict[tuple[str, str], tuple[str, Path]] = {}
        self.broken: set[tuple[str, str]] = set(chain.from_iterable(map(_records_of, problems)))
        self.entries: list[Entry] = []
        self.readable_items: dict[tuple[str, str], list[int]] = {}
        self._marks: dict[str, Marks] = {}

    def build(self, digest: str) -> Dataset:
        """The data set, without the records that have errors."""
        for file, model in TABLES.items():
            self._add_table(file, model)
        for name in sorted(self.texts):
            if name.startswith(f"{SEEDS}/"):
                self._add_record(name, "articles")
            elif name.startswith(f"{FIGURES}/"):
                self._add_record(name, "files")
        if not any(name.startswith(f"{FIGURES}/") for name in self.texts) and ("files", "*") not in self.broken:
            hint = Both("thêm một tệp cho mỗi bài báo", "add one file for each article")
            message = Both("chưa có số liệu nào", "there are no figures at all")
            self.problems.append(Problem(FIGURES, 0, 0, message, hint))
        return Dataset(digest, **self.records, entries=tuple(self.entries), positions=self.positions,
                       broken=frozenset(self.broken), readable_items=self.readable_items, texts=self.texts)  # fmt: skip

    def _opened(self, file: str) -> RecordFile | None:
        """What was read of a file, after taking over its problems; None if it could not be opened."""
        found = self.record_files.get(file)
        if found is not None:
            self.problems += found.problems
            self.broken |= found.broken
        return found

    def _add_table(self, file: str, model: type[Record]) -> None:
        found = self._opened(file)
        for kind in model.model_fields:
            if found is None or found.record is None:
                self.broken.add((kind, "*"))
                continue
            records = getattr(found.record, kind)
            for index, record in zip(found.kept.get(kind) or range(len(records)), records, strict=True):
                path = (kind, index)
                if record.id in self.records[kind]:
                    first_line = self._marks_of(file).value(self.positions[kind, record.id][1])[0]
                    message = record.id + Both(
                        f" có hai lần trong {kind}, lần đầu ở dòng {first_line}",
                        f" stands twice in {kind}, first on line {first_line}",
                    )
                    rename = Both("đặt id khác, hoặc ", "give it another id, or ")
                    hint = DELETE_ONE if record == self.records[kind][record.id] else rename + DELETE_ONE
                    self.problems.append(Problem(file, *self._marks_of(file).value((*path, "id")), message, hint))
                    self.broken.add((kind, record.id))  # nobody knows which of the two is right
                    continue
                self.records[kind][record.id] = record
                self.positions[kind, record.id] = (file, path)

    def _add_record(self, file: str, kind: str) -> None:
        """Add a file that holds one record, whose id is the file's name."""
        found = self._opened(file)
        if found is None or found.record is None:
            return
        name = PurePath(file).stem
        self.records[kind][name] = found.record
        self.positions[kind, name] = (file, ())
        self.readable_items |= {(name, items): indexes for items, indexes in found.kept.items()}
        self.entries += found.entries

    def _marks_of(self, file: str) -> Marks:
        """The places of a file's values; the file is read again for them, since only problems need them."""
        if file not in self._marks:
            self._marks[file] = read(self.texts[file], file, with_marks=True).marks
        return self._marks[file]
