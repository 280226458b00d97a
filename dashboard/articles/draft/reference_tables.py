"""What a draft is made with: indicators, localities and schemes, even while other articles have problems."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from dashboard.articles.draft.source import NoDraft
from dashboard.articles.text.place_mentions import around
from dashboard.language.bilingual import Both
from dashboard.language.dates import Period
from dashboard.records import localities, source_files
from dashboard.records.models.fields import Record
from dashboard.records.models.indicator import Indicator, Scheme
from dashboard.records.models.locality import Level, Locality, LocalityRecord
from dashboard.records.source_files import INDICATORS, LOCALITIES, SCHEMES, UNITS, content, size_limit
from dashboard.records.table_files import IndicatorsFile, LocalitiesFile, SchemesFile
from dashboard.records.unit_search import Finder
from dashboard.records.yaml_text import read

_PROBLEMS = Both(" có lỗi; `doisanh check` liệt kê", " has problems; `doisanh check` tells which")
_FEW = 8
M = TypeVar("M", bound=Record)
T = TypeVar("T", Indicator, LocalityRecord, Scheme)


@dataclass(frozen=True)
class Tables:
    """The records by id, in the order written."""

    indicators: dict[str, Indicator]
    localities: dict[str, Locality]
    schemes: dict[str, Scheme]
    finder: Finder | None = None

    def near(self, text: str, date: Period | None) -> Tables:
        """With the administrative units that a text may be about: those at its date whose names stand in it."""
        if self.finder is None:
            return self
        day = date.end.isoformat() if date and date.end else ""
        units = self.finder.units
        named = {one.id: localities.place(one, None, units, day) for one in self.finder.named_in(text, date)}
        known = {id: one for id, one in named.items() if one and id not in self.localities}
        return replace(self, localities={**self.localities, **known})

    def called(self, name: str, date: Period | None) -> tuple[str, ...]:
        """The ids of the units that a name could mean at a date, a few of them."""
        return tuple(one.id for one in self.finder.find(name, date).units[:_FEW]) if self.finder else ()

    def around(self, id: str) -> list[str]:
        """The ids of the places around a place, the nearest first."""
        return around(id, self.localities)

    def level(self, id: str | None) -> Level | None:
        """The level of a place; None for one that is not known."""
        return self.localities[id].level if id in self.localities else None


def read_tables(root: Path) -> Tables:
    """Read the three tables under a root. Raises NoDraft where one is missing or has problems."""
    texts = source_files.gather(root)[0]
    finder = localities.listed(texts.get(UNITS, b""))
    records = _by_id(root, LOCALITIES, LocalitiesFile, lambda one: one.localities)
    return Tables(
        _by_id(root, INDICATORS, IndicatorsFile, lambda one: one.indicators),
        localities.places({}, finder.units, records),
        _by_id(root, SCHEMES, SchemesFile, lambda one: one.schemes),
        finder,
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
