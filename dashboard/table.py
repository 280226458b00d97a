"""The table of figures as a file that any spreadsheet opens rightly."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from typing import Any

import pandas as pd

_NUMBERS = ("value", "out_of", "before", "paragraph")
_LANGUAGE = {"locality_label": "locality_label_{}", "unit": "unit_{}"}
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

COLUMNS = (
    "article", "locality", "locality_label", "level", "indicator", "value", "out_of", "before", "hedge",
    "unit", "as_of", "inferred", "printed", "paragraph", "computed", "figure_id",
)  # fmt: skip


def export_rows(frame: pd.DataFrame, language: str) -> list[dict[str, str]]:
    """The rows of a frame (``frame.COLUMNS``) as text, one dict with ``COLUMNS`` each; empty where missing.

    Numbers are plain (7397, 96.8): no grouping, no exponent, no ``.0``. Codes (article, locality, level,
    indicator, hedge) are those of the data; the locality's label and the unit are in ``language``.
    """
    sources = [_LANGUAGE.get(column, column).format(language) for column in COLUMNS]
    return [
        {column: _cell(column, value) for column, value in zip(COLUMNS, row, strict=True)}
        for row in frame[sources].itertuples(index=False, name=None)
    ]


def to_csv(frame: pd.DataFrame, language: str) -> bytes:
    """The rows as CSV: UTF-8 with a byte order mark, ``\\r\\n``, nothing that a spreadsheet would run."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(
        {column: cell if column in _NUMBERS else harmless(cell) for column, cell in row.items()}
        for row in export_rows(frame, language)
    )
    return text.getvalue().encode("utf-8-sig")


def harmless(text: str) -> str:
    """Text with an apostrophe before a sign that makes a spreadsheet take it for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def plain(number: float) -> str:
    """A number with all its digits and nothing else: 7397, 96.8, 1000000000."""
    text = format(Decimal(repr(float(number))), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _cell(column: str, value: Any) -> str:
    if pd.isna(value):
        return ""
    if column in _NUMBERS:
        return plain(value)
    return str(value).lower() if isinstance(value, bool) else str(value)
