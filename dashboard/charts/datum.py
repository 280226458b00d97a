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
    """A printed or computed figure. ``value`` is None for a grade; text is "" where there is none.

    ``family`` is the scheme whose label names its scheme has, "" where no scheme or its rules are not known;
    ``published`` the date of its article; ``texts`` what is said in two languages, each as ``name_language``.
    """

    id: str
    article: str
    locality: str
    level: Level
    code: str
    code_valid: Period | None
    indicator: str
    subject: str
    kind: Kind
    value: float | None
    out_of: float | None
    before: float | None
    hedge: Hedge | None
    as_of: Period
    term: bool
    published: Period
    inferred: bool
    since: Period | None
    base: str
    scheme: str
    family: str
    title: bool
    label: str
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

    def contradicts(self, language: str) -> str:
        """Which number it can't be true beside, or ""."""
        return self.texts[f"contradicts_{language}"]

    def base_note(self, language: str) -> str:
        """The base in words, or ""."""
        return self.texts[f"base_note_{language}"]

    def inferred_note(self, language: str) -> str:
        """Why the date is believed, or "" where it is printed."""
        return self.texts[f"inferred_{language}"]

    def named(self, name: str, language: str) -> str:
        """The name of its ``indicator``, ``unit``, ``scheme``, ``label`` or ``locality``, or ""."""
        return self.texts[f"{name}_{language}"]


_COLUMNS = {name: name for name in ("note", "contradicts", "base_note", "inferred", "indicator", "unit", "scheme")}
_COLUMNS["locality"] = "locality_label"
TEXTS = {f"{name}_{one}": f"{column}_{one}" for name, column in _COLUMNS.items() for one in ("vi", "en")} | {
    "label_vi": "label", "label_en": "label_en",
}  # fmt: skip
"""What a datum says in two languages, and the column that it stands in."""


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
        code=text("code"),
        code_valid=Period.parse(text("code_valid")) if text("code_valid") else None,
        indicator=text("indicator"),
        subject=text("subject"),
        kind=Kind(row["kind"]),
        value=number("value"),
        out_of=number("out_of"),
        before=number("before"),
        hedge=Hedge(text("hedge")) if text("hedge") else None,
        as_of=Period.parse(text("as_of")),
        term=bool(row["term"]),
        published=Period.parse(text("published")),
        inferred=bool(row["inferred"]),
        since=Period.parse(text("since")) if text("since") else None,
        base=text("base"),
        scheme=text("scheme"),
        family=text("scheme_family"),
        title=bool(row["title"]),
        label=text("label"),
        tier=text("tier"),
        grade=text("grade"),
        printed=text("printed"),
        paragraph=None if pd.isna(row["paragraph"]) else int(row["paragraph"]),
        computed=bool(row["computed"]),
        inputs=tuple(text("inputs").split()),
        texts={name: text(column) for name, column in TEXTS.items()},
    )
