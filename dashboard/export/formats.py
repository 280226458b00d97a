"""The export formats: one registry for the command line and the pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from dashboard.export.csv_files import COMMA, to_csv
from dashboard.export.data_package import to_package
from dashboard.export.extract import Extract
from dashboard.export.parquet import to_parquet
from dashboard.export.workbook import to_xlsx
from dashboard.figures import references
from dashboard.language.vietnamese import search_key

_NAMED: Final = 3  # of what was chosen, how many words stand in a file's name


@dataclass(frozen=True)
class File:
    """A file: its name in ASCII, its bytes, and a note on its content ("13 figures")."""

    name: str
    content: bytes
    holds: str


@dataclass(frozen=True)
class Format:
    """A format, named as in ``--format``. ``files`` makes one or several files of an extract.

    A new format is one more entry of ``FORMATS``.
    """

    id: str
    files: Callable[[Extract], Iterator[File]]


@dataclass(frozen=True)
class TableFormat:
    """A file with the table of figures. ``lingual``: it is in one language, which its name tells."""

    id: str
    ending: str
    mime: str
    write: Callable[[Extract], bytes]
    lingual: bool = False

    def name(self, extract: Extract) -> str:
        """``doisanh_figures_bac-kan_vi_588f3993-2026-11-22.csv``: content, scope, language and data version."""
        parts = ["doisanh", "figures", *short(extract.scope), extract.language if self.lingual else ""]
        return "_".join(filter(None, [*parts, extract.dataset.version])) + self.ending

    def files(self, extract: Extract) -> Iterator[File]:
        """The one file."""
        count = len(extract.rows)
        yield File(self.name(extract), self.write(extract), f"{count} figure{'' if count == 1 else 's'}")


TABLES: Final = (
    TableFormat(
        "xlsx", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", to_xlsx, lingual=True
    ),
    TableFormat("csv-comma", "_comma.csv", "text/csv", partial(to_csv, dialect=COMMA), lingual=True),
    TableFormat("csv", ".csv", "text/csv", to_csv, lingual=True),
    TableFormat("parquet", ".parquet", "application/vnd.apache.parquet", to_parquet),
    TableFormat("package", ".datapackage.zip", "application/zip", to_package),
)


def _references(id: str, extract: Extract) -> Iterator[File]:
    """The articles of the figures as entries for a program that manages references."""
    form = references.FORMATS[id]
    articles = [extract.dataset.articles[one] for one in dict.fromkeys(extract.rows["article"])]
    name = "_".join(["doisanh", "sources", *short(extract.scope), extract.dataset.version]) + form.ending
    yield File(name, form.write(articles).encode(), f"{len(articles)} article{'' if len(articles) == 1 else 's'}")


FORMATS: Final[dict[str, Format]] = {one.id: Format(one.id, one.files) for one in TABLES} | {
    id: Format(id, partial(_references, id)) for id in references.FORMATS
}


def short(scope: tuple[str, ...]) -> list[str]:
    """The scope as parts of a file name: ASCII, and few."""
    words = [_slug(word) for word in dict.fromkeys(scope)]
    more = [f"and-{len(words) - _NAMED}-more"] if len(words) > _NAMED else []
    return [*filter(None, words[:_NAMED]), *more]


def _slug(text: str) -> str:
    kept = "".join(char if char.isascii() and (char.isalnum() or char in ".-_") else "-" for char in search_key(text))
    return "-".join(filter(None, kept.split("-")))[:40]
