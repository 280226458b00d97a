"""One figure as charts use it: a row of the frame with proper types."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from dashboard.figures.figure_columns import COLUMNS, PLAIN
from dashboard.language.dates import Period
from dashboard.language.hedges import Hedge
from dashboard.language.vietnamese import same_name
from dashboard.language.words import Language, named
from dashboard.records.models.indicator import Kind
from dashboard.records.models.locality import Level
from dashboard.records.reference_period import ReferencePeriod


@dataclass(frozen=True, slots=True)
class Figure:
    """A printed or computed figure. ``value`` is None for a grade; a text is "" where there is none.

    ``hedge_noted``: the hedge is the reader's note, not printed. ``family``: the rating scheme whose names of tiers its
    scheme uses, "" without a scheme or where its rules are not known. ``over``, ``term`` and ``length`` say what its
    date means (see ``reference_period``). ``adds_up``: the value grows with the length of its period. ``published``:
    the date of its article. ``texts``: what is said in two languages, each under its name and language: "note_vi".
    ``plain``: the values of plain fields, by column (``figure_columns.PLAIN``).
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
    over: bool
    adds_up: bool
    term: bool
    length: float | None
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
    hedge_noted: bool = False
    plain: Mapping[str, str | float | bool] = field(default_factory=dict)

    @property
    def when(self) -> ReferencePeriod:
        """Its date with its meaning."""
        told = None if self.kind is Kind.TARGET else self.published.end
        return ReferencePeriod(self.as_of, self.over, self.term, self.length, self.since, told)

    def note(self, language: str) -> str:
        """The curator's caveat, or ""."""
        return self.texts.get(f"note_{language}", "")

    def contradicts(self, language: str) -> str:
        """The number that contradicts it, or ""."""
        return self.texts.get(f"contradicts_{language}", "")

    def base_note(self, language: str) -> str:
        """The base in words, or ""."""
        return self.texts.get(f"base_note_{language}", "")

    def inferred_note(self, language: str) -> str:
        """Why its date was inferred, or "" where the date is printed."""
        return self.texts.get(f"inferred_{language}", "")

    @property
    def part(self) -> str:
        """The part of the place that it is of, normalised for comparison; "" for the whole place."""
        return same_name(self.named("of", "vi"))

    def named(self, name: str, language: str) -> str:
        """The name in a language of its ``indicator``, ``of`` (part), ``unit``, ``scheme``, ``label`` or ``locality``,
        or ""."""
        return self.texts.get(f"{name}_{language}", "")

    def what(self, language: Language) -> str:
        """What it counts, with its part: "Mức hoàn thành kế hoạch (Văn phòng Tỉnh ủy)"."""
        return named(self.named("indicator", language), self.named("of", language))


_COLUMNS = {
    name: name for name in ("note", "contradicts", "base_note", "inferred", "indicator", "of", "unit", "scheme")
}
_COLUMNS["locality"] = "locality_label"
TEXTS = {f"{name}_{one}": f"{column}_{one}" for name, column in _COLUMNS.items() for one in ("vi", "en")} | {
    "label_vi": "label", "label_en": "label_en",
}  # fmt: skip
"""The keys of ``Figure.texts``, each with the column of the frame that it comes from."""


def figures_of(frame: pd.DataFrame) -> list[Figure]:
    """The figures of a frame, or of a part of one, in its order."""
    columns = {name: frame[name].astype(object).where(frame[name].notna(), None).tolist() for name in COLUMNS}
    return [figure_of(dict(zip(columns, row, strict=True))) for row in zip(*columns.values(), strict=True)]


def figure_of(row: Mapping[str, Any]) -> Figure:
    """One row, given by column; a missing value is None or absent (``rows``)."""
    get = row.get

    def period(name: str) -> Period | None:
        text = get(name)
        return Period.parse(text) if text else None

    hedge, paragraph, inputs = get("hedge"), get("paragraph"), get("inputs")
    return Figure(
        id=row["figure_id"],
        article=row["article"],
        locality=row["locality"],
        level=Level(row["level"]),
        code=get("code") or "",
        code_valid=period("code_valid"),
        indicator=row["indicator"],
        subject=row["subject"],
        kind=Kind(row["kind"]),
        value=get("value"),
        out_of=get("out_of"),
        before=get("before"),
        hedge=Hedge(hedge) if hedge else None,
        as_of=Period.parse(row["as_of"]),
        over=get("as_of_is") == "period",
        adds_up=bool(get("adds_up")),
        term=bool(get("term")),
        length=get("length"),
        published=Period.parse(row["published"]),
        inferred=bool(get("inferred")),
        since=period("since"),
        base=get("base") or "",
        scheme=get("scheme") or "",
        family=get("scheme_family") or "",
        title=bool(get("title")),
        label=get("label") or "",
        tier=get("tier") or "",
        grade=get("grade") or "",
        printed=get("printed") or "",
        paragraph=None if paragraph is None else int(paragraph),
        computed=bool(get("computed")),
        inputs=tuple(inputs.split()) if inputs else (),
        texts={name: said for name, column in TEXTS.items() if (said := get(column))},
        hedge_noted=bool(get("hedge_noted")),
        plain={name: value for name in PLAIN if (value := get(name)) is not None},
    )
