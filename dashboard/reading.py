"""A root folder as a data set: every file read strictly, every record checked against its model.

A record that is wrong is left out and the rest still checked, so that one run tells everything that is wrong.
"""

from __future__ import annotations

from pathlib import Path as Folder
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from dashboard import folder
from dashboard.checks import check
from dashboard.dataset import Dataset, Entry
from dashboard.expected import problems as explained
from dashboard.folder import CHARTS, FIGURES, INDICATORS, LOCALITIES, RULES, SCHEMES, SEEDS, fingerprint
from dashboard.models import Article, Chart, FigureFile, Indicator, Locality, Record, Rule, Scheme, Theme
from dashboard.problems import Problem
from dashboard.yamltext import Marks, Path, read

__all__ = ["fingerprint", "load"]

M = TypeVar("M", bound=BaseModel)


class SchemesFile(Record):
    """data/schemes.yaml"""

    schemes: list[Scheme]


class IndicatorsFile(Record):
    """data/indicators.yaml"""

    indicators: list[Indicator]


class LocalitiesFile(Record):
    """data/localities.yaml"""

    localities: list[Locality]


class RulesFile(Record):
    """data/rules.yaml"""

    rules: list[Rule]


class ChartsFile(Record):
    """data/charts.yaml"""

    themes: list[Theme]
    charts: list[Chart]


TABLES: dict[str, type[Record]] = {
    SCHEMES: SchemesFile, INDICATORS: IndicatorsFile, LOCALITIES: LocalitiesFile,
    RULES: RulesFile, CHARTS: ChartsFile,
}  # fmt: skip


def load(root: Folder) -> tuple[Dataset | None, list[Problem]]:
    """Read and check everything under a root. The data set is None if there is a problem. Never raises."""
    texts, problems = folder.gather(root)
    reader = _Reader(folder.digest(texts, problems), texts, problems)
    dataset = reader.dataset()
    problems = sorted(set(reader.problems) | set(check(dataset)))
    return (None if problems else dataset), problems


_LISTS = ("figures", "blanks", "sums", "quotients", "not_figures")


class _Reader:
    def __init__(self, digest: str, texts: dict[str, bytes], problems: list[Problem]) -> None:
        self.digest, self.texts, self.problems = digest, texts, list(problems)
        self.records: dict[str, dict[str, Any]] = {kind: {} for kind in (
            "schemes", "indicators", "localities", "rules", "themes", "charts", "articles", "files")}  # fmt: skip
        self.places: dict[tuple[str, str], tuple[str, Path]] = {}
        self.broken: set[tuple[str, str]] = set()
        self.entries: list[Entry] = []
        self.kept: dict[tuple[str, str], list[int]] = {}

    def dataset(self) -> Dataset:
        for file, model in TABLES.items():
            self.table(file, model)
        for name in sorted(self.texts):
            if name.startswith(f"{SEEDS}/"):
                self.named(name, "articles", "id", Article)
            elif name.startswith(f"{FIGURES}/"):
                self.named(name, "files", "article", FigureFile)
        if not any(name.startswith(f"{FIGURES}/") for name in self.texts):
            hint = "add one file for each article"
            self.problems.append(Problem(FIGURES, 0, 0, "there are no figures at all", hint))
        return Dataset(self.digest, **self.records, entries=tuple(self.entries), places=self.places,
                       broken=frozenset(self.broken), kept=self.kept, texts=self.texts)  # fmt: skip

    def table(self, file: str, model: type[Record]) -> None:
        kinds = list(model.model_fields)
        found, kept = self.validated(file, model, tuple(kinds)) if file in self.texts else (None, {})
        for kind in kinds:
            if found is None:
                self.broken.add((kind, "*"))
                continue
            for index, record in zip(kept[kind], getattr(found, kind), strict=True):
                path = (kind, index)
                if record.id in self.records[kind]:
                    first = self.marks(file).value(self.places[kind, record.id][1])[0]
                    self.problems.append(Problem(
                        file, *self.marks(file).value((*path, "id")),
                        f"{record.id} stands twice in {kind}, first on line {first}",
                        "give it another id, or delete one of them",
                    ))  # fmt: skip
                    continue
                self.records[kind][record.id] = record
                self.places[kind, record.id] = (file, path)

    def named(self, file: str, kind: str, id_field: str, model: type[Article] | type[FigureFile]) -> None:
        """A file that holds one record, whose id is the file's name."""
        stem = Folder(file).stem
        lists = tuple(name for name in _LISTS if name in model.model_fields)
        found, kept = self.validated(file, model, lists)
        if found is None:
            self.broken.add((kind, stem))
            return
        name = getattr(found, id_field)
        if name != stem:
            self.broken |= {(kind, stem), (kind, name)}
            self.problems.append(Problem(
                file, *self.marks(file).value((id_field,)), f"{id_field}: {name} in a file named {stem}.yaml",
                f"name the file {name}.yaml, or write {id_field}: {stem}",
            ))  # fmt: skip
            return
        self.records[kind][name] = found
        self.places[kind, name] = (file, ())
        self.kept |= {(name, items): indexes for items, indexes in kept.items()}
        if isinstance(found, FigureFile):
            self.entries += [
                Entry(figure, name, file, ("figures", index), found.locality, found.as_of, found.inferred)
                for index, figure in zip(kept["figures"], found.figures, strict=True)
            ]

    def marks(self, file: str) -> Marks:
        """The places of a file, read again: only a problem needs them."""
        return read(self.texts[file], file).marks

    def validated(self, file: str, model: type[M], lists: tuple[str, ...]) -> tuple[M | None, dict[str, list[int]]]:
        """The record of a file, without the broken items of its lists, and the indexes of the items kept."""
        document = read(self.texts[file], file)
        self.problems += document.problems
        data = document.data
        kept = {name: list(range(len(data[name]))) for name in lists
                if isinstance(data, dict) and isinstance(data.get(name), list)}  # fmt: skip
        for name in lists:
            kept.setdefault(name, [])
        if document.problems and data is None:
            return None, kept
        told = {(problem.line, problem.column) for problem in document.problems}
        try:
            return model.model_validate(data), kept
        except ValidationError as error:
            new = list(explained(model, error, file, document.marks))
            self.problems += [problem for problem in new if (problem.line, problem.column) not in told]
            bad = {detail["loc"][:2] for detail in error.errors()}
        for name in lists:
            self.broken |= {(name, _name(data[name][index], file)) for index in kept[name] if (name, index) in bad}
            kept[name] = [index for index in kept[name] if (name, index) not in bad]
            if isinstance(data, dict) and isinstance(data.get(name), list):
                data = {**data, name: [data[name][index] for index in kept[name]]}
        try:
            return model.model_validate(data), kept
        except ValidationError:
            return None, kept


def _name(item: Any, file: str) -> str:
    """The id of a broken record; that of its file where it has none of its own, as a figure."""
    return str(item["id"]) if isinstance(item, dict) and "id" in item else Folder(file).stem
