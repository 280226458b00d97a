"""What a draft is made with: indicators, localities and schemes, even while other articles have problems."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from dashboard.articles.draft.source import NoDraft
from dashboard.articles.text.place_mentions import around
from dashboard.language.bilingual import Both
from dashboard.records.models.fields import Record
from dashboard.records.models.indicator import Indicator, Scheme
from dashboard.records.models.locality import Level, Locality
from dashboard.records.source_files import INDICATORS, LOCALITIES, SCHEMES, content, size_limit
from dashboard.records.table_files import IndicatorsFile, LocalitiesFile, SchemesFile
from dashboard.records.yaml_text import read

_PROBLEMS = Both(" có lỗi; `doisanh check` liệt kê", " has problems; `doisanh check` tells which")
M = TypeVar("M", bound=Record)
T = TypeVar("T", Indicator, Locality, Scheme)


@dataclass(frozen=True)
class Tables:
    """The records by id, in the order written."""

    indicators: dict[str, Indicator]
    localities: dict[str, Locality]
    schemes: dict[str, Scheme]

    def around(self, id: str) -> list[str]:
        """The ids of the places around a place, the nearest first."""
        return around(id, self.localities)

    def level(self, id: str | None) -> Level | None:
        """The level of a place; None for one that is not known."""
        return self.localities[id].level if id in self.localities else None


def read_tables(root: Path) -> Tables:
    """Read the three tables under a root. Raises NoDraft where one is missing or has problems."""
    return Tables(
        _by_id(root, INDICATORS, IndicatorsFile, lambda one: one.indicators),
        _by_id(root, LOCALITIES, LocalitiesFile, lambda one: one.localities),
        _by_id(root, SCHEMES, SchemesFile, lambda one: one.schemes),
    )


def _by_id(root: Path, file: str, model: type[M], records: Callable[[M], list[T]]) -> dict[str, T]:
    try:
        document = read(content(root / file, size_limit(file)), file)
        if document.problems:
            raise NoDraft(file + _PROBLEMS)
        return {one.id: one for one in records(model.model_validate(document.data))}
    except OSError as error:
        reason = f"{error.strerror or error}"
        raise NoDraft(file + Both(" không đọc được: ", " can't be read: ") + reason) from error
    except ValidationError as error:
        raise NoDraft(file + _PROBLEMS) from error
