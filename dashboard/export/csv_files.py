"""A table as CSV that any spreadsheet opens correctly, and in which it finds no formula to run."""

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

# The start of a formula, in full-width and small forms too, after any invisible characters; or a line break first. The
# clipboard has the same pattern (frontend/board/clipboard.js).
FORMULA: Final = re.compile(r"^(?:[\s\x00-\x20\x85\ufeff\u200b-\u200f\u2060]*[=+\-@＝＋－＠﹦﹢﹣﹫]|[\t\r\n])")


@dataclass(frozen=True)
class Dialect:
    """The separator of cells, and the decimal mark."""

    separator: str
    mark: str


POINT: Final = Dialect(",", ".")
"""The dialect of programs, and of spreadsheets in English."""
COMMA: Final = Dialect(";", ",")
"""The dialect of spreadsheets whose decimal mark is a comma: in Vietnamese, German, French."""


def to_csv(extract: Extract, dialect: Dialect = POINT) -> bytes:
    """The figures in one language as CSV (``written``), with the byte order mark that Excel needs."""
    return written(extract.figures.in_language(extract.language), dialect).encode("utf-8-sig")


def written(table: Table, dialect: Dialect = POINT) -> str:
    """A table as CSV: column names, then rows; lines end in ``\\r\\n``, and no cell is a formula.

    Numbers are plain (7397, 96.8), dates ISO (2019-10-18), booleans true and false; a missing value is empty.
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=dialect.separator, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows([cell(value, dialect) for value in row] for row in table.rows)
    return text.getvalue()


def cell(value: Value, dialect: Dialect = POINT) -> str:
    """The text of a CSV cell."""
    if value is None:
        return ""
    if isinstance(value, str):
        return harmless(value)
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if isinstance(value, date) else csv_number(value).replace(".", dialect.mark)


def harmless(text: str) -> str:
    """Text, with an apostrophe before it where a spreadsheet would take it for a formula (OWASP, "CSV Injection")."""
    return f"'{text}" if FORMULA.match(text) else text


def csv_number(number: float) -> str:
    """A number with all its digits and no grouping: 7397, 96.8, 1000000000."""
    text = format(Decimal(repr(number)), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
