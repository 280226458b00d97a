"""What a report is made of, whatever file it becomes: sections of paragraphs, tables and charts, with their figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from dashboard.language.words import Language
from dashboard.records.scalars import HIDDEN


def clean(text: str) -> str:
    """A text as a file may hold it: without control characters and what turns its direction; line feeds stay."""
    return HIDDEN.sub("", text.replace("\r", "\n")) if HIDDEN.search(text) or "\r" in text else text


@dataclass(frozen=True)
class Run:
    """Words in one style. ``sources``: the numbers of the articles they come from, each with its mark: ``{7: "[7]*"}``.

    ``link``: an address of the web, "" for none.
    """

    text: str
    sources: Mapping[int, str] = field(default_factory=dict)
    link: str = ""
    strong: bool = False

    @property
    def plain(self) -> str:
        """The words with their marks."""
        return self.text + "".join(f" {mark}" for mark in self.sources.values())


Cell = tuple[Run, ...]


def cell(text: str, *, strong: bool = False) -> Cell:
    """A cell of plain words."""
    return (Run(text, strong=strong),)


def plain(of: Cell) -> str:
    """The words of a cell with the marks of their sources."""
    return "".join(run.plain for run in of)


class Kind(StrEnum):
    """What a paragraph is."""

    BODY = "body"
    SENTENCE = "sentence"
    VERDICT = "verdict"
    NOTE = "note"


@dataclass(frozen=True)
class Paragraph:
    """A paragraph."""

    runs: Cell
    kind: Kind = Kind.BODY


@dataclass(frozen=True)
class Heading:
    """A heading inside a section."""

    text: str


@dataclass(frozen=True)
class Grid:
    """A table. A row with one cell spans all columns. ``widths``: of the columns, as parts of the whole."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    notes: tuple[Paragraph, ...] = ()


class Mark(StrEnum):
    """How a bar is filled: it tells what its figure is."""

    SOLID = "solid"
    COMPUTED = "computed"
    HEDGED = "hedged"
    BOTH = "both"
    UNSPLIT = "unsplit"


@dataclass(frozen=True)
class Point:
    """A bar, or the part of one. ``value`` is None where there is none. ``label``: "" for no words beside it."""

    value: float | None
    label: str = ""
    mark: Mark = Mark.SOLID


@dataclass(frozen=True)
class Series:
    """The bars of one colour. ``colour`` is a token of ``charts.palette``."""

    name: str
    points: tuple[Point, ...]
    colour: str = "bar"


@dataclass(frozen=True)
class Shown:
    """A figure that a report shows, with its evidence in words. ``number`` is None for a grade."""

    id: str
    place: str
    what: str
    value: str
    number: float | None
    unit: str
    hedge: str
    date: str
    printed: str
    source: str
    paragraph: str
    sources: Mapping[int, str]
    computed: str
    caveats: str
    link: str
    verdict: str = ""


@dataclass(frozen=True)
class Graph:
    """A native chart: horizontal bars on one axis from 0 to ``maximum``.

    A row without a figure has its reason in ``categories``. ``stacked``: the series of a row follow each other on one
    bar. ``evidence`` and ``cited``: of each row the figures, and the numbers of the sources.
    """

    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    maximum: float
    alt: str
    stacked: bool = False
    notes: tuple[Paragraph, ...] = ()
    evidence: tuple[tuple[Shown, ...], ...] = ()
    cited: tuple[tuple[int, ...], ...] = ()

    @property
    def shown(self) -> list[Shown]:
        """Its figures, each once."""
        return list({one.id: one for row in self.evidence for one in row}.values())

    @property
    def sources(self) -> list[int]:
        """The numbers of its sources, in order."""
        return sorted({number for row in self.cited for number in row})

    def parts(self, most: int) -> list[Graph]:
        """The chart in parts of at most so many rows, about as many in each, all on the scale of the whole."""
        rows = len(self.categories)
        count = -(-rows // most)
        if count <= 1:
            return [self]
        size = -(-rows // count)
        found = []
        for number, start in enumerate(range(0, rows, size), 1):
            chosen = slice(start, start + size)
            series = tuple(replace(one, points=one.points[chosen]) for one in self.series)
            found.append(replace(
                self, title=f"{self.title} ({number}/{count})", categories=self.categories[chosen], series=series,
                evidence=self.evidence[chosen], cited=self.cited[chosen],
                notes=self.notes if start + size >= rows else (),
            ))  # fmt: skip
        return found


Block = Paragraph | Heading | Grid | Graph


@dataclass(frozen=True)
class Section:
    """One item of a report. ``counted``: the line under its title."""

    title: str
    comment: str
    blocks: tuple[Block, ...]
    shown: tuple[Shown, ...]
    counted: str = ""


@dataclass(frozen=True)
class Source:
    """An article in the numbered list of sources. ``text``: outlet, date, paragraphs; ``link``: its address, "" where
    that is not known."""

    number: int
    title: str
    text: str
    link: str

    @property
    def full(self) -> str:
        """With its title: "“Đại hội Đảng bộ tỉnh”, Báo Đồng Khởi, 22/07/2019"."""
        return f"“{self.title}”, {self.text}"


@dataclass(frozen=True)
class Report:
    """A report ready to be written. ``method``: how to read it, told once; ``credit``: version and licence."""

    language: Language
    title: str
    author: str
    date: str
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
    method: tuple[str, ...]
    credit: str

    @property
    def evidence(self) -> list[Shown]:
        """Every figure of the report once, by its sources, with all verdicts on it."""
        found: dict[str, Shown] = {}
        for one in (shown for section in self.sections for shown in section.shown):
            before = found.get(one.id)
            told = dict.fromkeys([*(before.verdict.split("\n") if before else ()), one.verdict])
            found[one.id] = replace(one, verdict="\n".join(filter(None, told)))
        return sorted(found.values(), key=lambda one: min(one.sources, default=0))


def graphs(blocks: Iterable[Block]) -> list[Graph]:
    """The charts among some blocks."""
    return [one for one in blocks if isinstance(one, Graph)]
