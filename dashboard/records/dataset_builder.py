"""Builds a data set from the record files of a root folder, and reports ids that two records of a table have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import PurePath
from typing import Any

from dashboard.language.bilingual import DELETE_ONE, Both
from dashboard.language.dates import Period
from dashboard.language.suggestions import did_you_mean, nearest
from dashboard.records import localities
from dashboard.records.composition import made_of
from dashboard.records.dataset import Dataset, Entry
from dashboard.records.models.fields import Record
from dashboard.records.models.figure import FigureFile
from dashboard.records.models.locality import LocalityRecord
from dashboard.records.problems import Problem
from dashboard.records.record_files import RecordFile, entries_of
from dashboard.records.source_files import FIGURES, SEEDS, UNITS
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
        self.texts, self.problems, self.record_files = {UNITS: b"", **texts}, list(problems), record_files
        self.finder = localities.listed(self.texts[UNITS])
        self.problems += self.finder.units.problems if UNITS in texts else []
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
        told: dict[str, LocalityRecord] = self.records["localities"]
        used = localities.used(self._named_places())
        used = {one.id: "" for one in made_of(used, self.finder.units)} | used
        self.records["localities"] = localities.places(used, self.finder.units, told)
        self.problems += [self._unlisted(id, one) for id, one in told.items() if id not in self.records["localities"]]
        return Dataset(
            digest,
            **self.records,
            entries=tuple(self.entries),
            positions=self.positions,
            broken=frozenset(self.broken),
            readable_items=self.readable_items,
            texts=self.texts,
            finder=self.finder,
        )

    def _named_places(self) -> Iterator[tuple[str, Period, Period | None]]:
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

    def _unlisted(self, id: str, record: LocalityRecord) -> Problem:
        """The problem of a record of no unit that lacks what the list would say."""
        self.broken.add(("localities", id))
        missing = ", ".join(name for name in localities.NEEDED if getattr(record, name) is None)
        file, path = self.positions["localities", id]
        message = id + Both(f" không có trong data/units.tsv, và thiếu {missing}",
                            f" is not in data/units.tsv, and has no {missing}")  # fmt: skip
        near = nearest(id, [one.id for one in self.finder.units.inside(id.rpartition(".")[0])])
        asked = did_you_mean(near) + " " if near else Both.same("")
        hint = asked + Both(f"sửa id, hoặc thêm {missing}", f"correct the id, or add {missing}")
        return Problem(file, *self._marks_of(file).value((*path, "id")), message, hint)

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
        record, problems = localities.by_id(found, self.finder)
        self.problems += [Problem(file, *self._marks_of(file).value(path), told, hint) for path, told, hint in problems]
        self.records[kind][name] = record
        self.positions[kind, name] = (file, ())
        self.readable_items |= {(name, items): indexes for items, indexes in found.kept.items()}
        renamed = isinstance(record, FigureFile) and record is not found.record
        self.entries += entries_of(file, record, found.kept) if renamed else found.entries

    def _marks_of(self, file: str) -> Marks:
        """The places of a file's values; the file is read again for them, since only problems need them."""
        if file not in self._marks:
            self._marks[file] = read(self.texts[file], file, with_marks=True).marks
        return self._marks[file]
