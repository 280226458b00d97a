"""One figure as a chart uses it: a row of the frame with its types."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.dates import Period
from dashboard.models import Kind, Level
from dashboard.numerals import Hedge


@dataclass(frozen=True)
class Datum:
    """A printed or computed figure. ``value`` is None for a grade; text is "" where there is none."""

    id: str
    article: str
    locality: str
    level: Level
    indicator: str
    kind: Kind
    value: float | None
    out_of: float | None
    before: float | None
    hedge: Hedge | None
    as_of: Period
    inferred: bool
    since: Period | None
    base: str
    scheme: str
    tier: str
    grade: str
    printed: str
    paragraph: int | None
    computed: bool
    inputs: tuple[str, ...]
    texts: dict[str, str]

    def note(self, language: str) -> str:
        """The curator's caveat, or ""."""
        return self.texts[f"note_{language}"]

    def base_note(self, language: str) -> str:
        """The base in words, or ""."""
        return self.texts[f"base_note_{language}"]

    def inferred_note(self, language: str) -> str:
        """Why the date is believed, or "" where it is printed."""
        return self.texts[f"inferred_{language}"]


_TEXTS = tuple(f"{name}_{language}" for name in ("note", "base_note", "inferred") for language in ("vi", "en"))


def data(frame: pd.DataFrame) -> list[Datum]:
    """The rows of (a part of) the frame, in its order."""
    return [_datum(row) for row in frame.to_dict("records")]


def _datum(row: dict[Hashable, Any]) -> Datum:
    def text(name: str) -> str:
        return "" if pd.isna(row[name]) else str(row[name])

    def number(name: str) -> float | None:
        return None if pd.isna(row[name]) else float(row[name])

    return Datum(
        id=text("figure_id"),
        article=text("article"),
        locality=text("locality"),
        level=Level(row["level"]),
        indicator=text("indicator"),
        kind=Kind(row["kind"]),
        value=number("value"),
        out_of=number("out_of"),
        before=number("before"),
        hedge=Hedge(text("hedge")) if text("hedge") else None,
        as_of=Period.parse(text("as_of")),
        inferred=bool(row["inferred"]),
        since=Period.parse(text("since")) if text("since") else None,
        base=text("base"),
        scheme=text("scheme"),
        tier=text("tier"),
        grade=text("grade"),
        printed=text("printed"),
        paragraph=None if pd.isna(row["paragraph"]) else int(row["paragraph"]),
        computed=bool(row["computed"]),
        inputs=tuple(text("inputs").split()),
        texts={name: text(name) for name in _TEXTS},
    )
