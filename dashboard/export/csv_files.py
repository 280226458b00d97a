"""A table as CSV that any spreadsheet opens rightly and that runs nothing there."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from dashboard.export.extract import Extract
from dashboard.export.tables import Table, Value

# A sign that begins a formula, full-width and small forms too, behind whatever can't be seen; or a break before the
# text. The clipboard has the same (frontend/board/clipboard.js).
FORMULA: Final = re.compile(r"^(?:[\s\x00-\x20\x85\ufeff\u200b-\u200f\u2060]*[=+\-@＝＋－＠﹦﹢﹣﹫]|[\t\r\n])")


@dataclass(frozen=True)
class Dialect:
    """What stands between two cells, and the decimal mark."""

    separator: str
    mark: str


POINT: Final = Dialect(",", ".")
"""That of programs, and of spreadsheets in English."""
COMMA: Final = Dialect(";", ",")
"""That of spreadsheets where a comma is the decimal mark: in Vietnamese, German, French."""


def to_csv(extract: Extract, dialect: Dialect = POINT) -> bytes:
    """The figures in one language, as ``written`` writes them, with the byte order mark that Excel asks for."""
    return written(extract.figures.in_language(extract.language), dialect).encode("utf-8-sig")


def written(table: Table, dialect: Dialect = POINT) -> str:
    """A table as CSV: the names of its columns, then its rows; ``\\r\\n``, and no cell that a spreadsheet would run.

    Numbers are plain (7397, 96.8), dates as 2019-10-18, truth as true and false; what is missing is empty.
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=dialect.separator, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows([cell(value, dialect) for value in row] for row in table.rows)
    return text.getvalue()


def cell(value: Value, dialect: Dialect = POINT) -> str:
    """A value as a cell of a CSV file holds it."""
    if value is None:
        return ""
    if isinstance(value, str):
        return harmless(value)
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if isinstance(value, date) else plain(value).replace(".", dialect.mark)


def harmless(text: str) -> str:
    """Text with an apostrophe before a sign that makes a spreadsheet take it for a formula (OWASP, CSV injection)."""
    return f"'{text}" if FORMULA.match(text) else text


def plain(number: float) -> str:
    """A number with all its digits and nothing else: 7397, 96.8, 1000000000."""
    text = format(Decimal(repr(number)), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
