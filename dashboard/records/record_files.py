"""Reads one file as a record: strictly, checked against its model, without the items of its lists that have errors.

The result follows from the bytes of the file alone, so a file is read again only when they change.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

from pydantic import ValidationError

from dashboard.language.bilingual import Both
from dashboard.records.dataset import Entry
from dashboard.records.models.article import Article
from dashboard.records.models.fields import Record
from dashboard.records.models.figure import FigureFile
from dashboard.records.problems import Problem, limited
from dashboard.records.validation_messages import UNDECIDED, undecided
from dashboard.records.validation_messages import problems as explained
from dashboard.records.yaml_text import Document, read

_LISTS = ("figures", "blanks", "sums", "quotients", "not_figures")
_NAMED: dict[type[Record], tuple[str, str]] = {Article: ("articles", "id"), FigureFile: ("files", "article")}
"""Models of files that hold one record each: the kind of record, and the field that must equal the file's name."""


@dataclass(frozen=True, slots=True)
class RecordFile:
    """What was read of one file. ``record`` is None if nothing of it can be used.

    ``kept``: for each list that lost items, the indexes of the others. ``broken``: as in ``Dataset``. ``entries``: the
    figures, of a file of figures.
    """

    raw: bytes = field(repr=False)
    record: Any
    kept: Mapping[str, list[int]]
    problems: tuple[Problem, ...]
    broken: frozenset[tuple[str, str]]
    entries: tuple[Entry, ...] = ()


def read_record(file: str, raw: bytes, model: type[Record]) -> RecordFile:
    """Read one file as a record of a model: the model of a table, ``Article`` or ``FigureFile``. Never raises."""
    document = read(raw, file)
    names = model.model_fields if model not in _NAMED else [name for name in _LISTS if name in model.model_fields]
    record, kept, problems, broken = _validated(file, document, model, names)
    if model not in _NAMED:
        return RecordFile(raw, record, kept, tuple(limited(problems)), frozenset(broken))
    (kind, id_field), stem = _NAMED[model], PurePath(file).stem
    if record is None:
        return RecordFile(raw, None, kept, tuple(limited(problems)), frozenset(broken | {(kind, stem)}))
    name = getattr(record, id_field)
    if name != stem:
        message = f"{id_field}: {name}" + Both(f" trong tệp tên {stem}.yaml", f" in a file named {stem}.yaml")
        hint = Both(
            f"đổi tên tệp thành {name}.yaml, hoặc viết {id_field}: {stem}",
            f"name the file {name}.yaml, or write {id_field}: {stem}",
        )
        problems.append(Problem(file, *document.marks.value((id_field,)), message, hint))
        return RecordFile(raw, None, kept, tuple(limited(problems)), frozenset(broken | {(kind, stem), (kind, name)}))
    entries = entries_of(file, record, kept) if isinstance(record, FigureFile) else ()
    return RecordFile(raw, record, kept, tuple(limited(problems)), frozenset(broken), entries)


def _validated(
    file: str, document: Document, model: type[Record], names: Iterable[str]
) -> tuple[Record | None, dict[str, list[int]], list[Problem], set[tuple[str, str]]]:
    """The record of a file without the broken items of its lists, ``kept``, the problems, and ``broken``."""
    problems, data = document.problems, document.data
    if problems and data is None:
        return None, {}, problems, set()
    if UNDECIDED.encode() in document.raw:
        problems += undecided(model, data, file, document.marks)
    broken = {("figures", PurePath(file).stem)} if problems and model is FigureFile else set()
    reported = {(problem.line, problem.column) for problem in problems}
    try:
        return model.model_validate(data), {}, problems, broken
    except ValidationError as error:
        new = explained(model, error, file, document.marks)
        for one in new:  # a field that figures share is told once
            if one.unlisted or (one.line, one.column) not in reported:
                problems.append(one)
                reported.add((one.line, one.column))
        bad = {detail["loc"][:2] for detail in error.errors()}
    kept: dict[str, list[int]] = {}
    for name in names:
        if not isinstance(data, dict) or not isinstance(items := data.get(name), list):
            continue
        owner = PurePath(file).stem if model in _NAMED else ""
        broken |= {(name, owner or _name(item, file)) for index, item in enumerate(items) if (name, index) in bad}
        kept[name] = [index for index in range(len(items)) if (name, index) not in bad]
        data = {**data, name: [items[index] for index in kept[name]]}
    try:
        return model.model_validate(data), kept, problems, broken
    except ValidationError:
        return None, kept, problems, broken


def entries_of(file: str, record: FigureFile, kept: Mapping[str, list[int]]) -> tuple[Entry, ...]:
    """The figures of a file; ``kept`` as in ``RecordFile``."""
    indexes = kept.get("figures") or range(len(record.figures))
    return tuple(
        Entry(figure, record.article, file, ("figures", index), record.locality, record.as_of, record.inferred)
        for index, figure in zip(indexes, record.figures, strict=True)
    )


def _name(item: Any, file: str) -> str:
    """The id of a broken record of a table; that of its file where it has none."""
    return str(item["id"]) if isinstance(item, dict) and "id" in item else PurePath(file).stem
