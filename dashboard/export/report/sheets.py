"""A report as XLSX: a sheet to read, one for each item with its tables and native charts, then evidence and sources."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Final

from xlsxwriter import Workbook

from dashboard.export.report.blocks import (
    Block,
    Graph,
    Grid,
    Heading,
    Kind,
    Paragraph,
    Report,
    Section,
    Source,
    clean,
    plain,
)  # fmt: skip
from dashboard.export.report.native_chart import Look, chart, height, on_paper, settled, text, write, write_evidence
from dashboard.export.report.sources import columns
from dashboard.language.words import word

_LOOK: Final = Look("Times New Roman", 10)
_COLUMNS: Final = 7  # of a sheet, each as wide as the others
_WIDTH: Final = 16  # characters
_PIXELS: Final = _COLUMNS * (_WIDTH * 7 + 5)
_LINE: Final = 15  # points
_MOST_ROWS: Final = 40  # bars of one chart
_SHEET: Final = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME: Final = 31  # characters, a limit of Excel
_LONGEST_LINK: Final = 2_079


def to_xlsx(report: Report, progress: Callable[[int], None]) -> bytes:
    """The file. ``progress`` is told each section written."""
    content = io.BytesIO()
    book = Workbook(content, {"in_memory": True})
    made = datetime(2020, 1, 1, tzinfo=UTC)  # no clock: the same report gives the same bytes
    said = {"title": report.title[:255], "author": report.author[:255], "comments": report.credit}
    book.set_properties({name: clean(value) for name, value in said.items()} | {"created": made})
    writer = _Writer(book, report)
    writer.front()
    for number, section in enumerate(report.sections, 1):
        writer.section(number, section)
        progress(number)
    name = word("report.evidence", report.language)
    write_evidence(book, writer.named(name), report.evidence, columns(report.language))
    writer.sources(report.sources)
    book.close()
    return settled(content.getvalue())


class _Writer:
    """Writes one workbook. Each sheet is written from its top down."""

    def __init__(self, book: Any, report: Report) -> None:
        self.book = book
        self.report = report
        self._names: set[str] = set()
        wrapped = {"text_wrap": True, "valign": "top"}
        self._title = book.add_format({"bold": True, "font_size": 16})
        self._head = book.add_format({"bold": True, "font_size": 12})
        self._column = book.add_format({"bold": True, "border": 1, "border_color": "#8b8a84", **wrapped})
        self._cell = book.add_format({"border": 1, "border_color": "#8b8a84", **wrapped})
        self._strong = book.add_format({"bold": True, **wrapped})
        self._words = book.add_format(wrapped)

    def named(self, name: str) -> str:
        """A name that a sheet may have: short, of allowed characters, and no other sheet's."""
        bare, found, number = _SHEET.sub(" ", clean(name)).strip() or "?", "", 1
        while not found or found.casefold() in self._names or found.casefold() == "history":  # Excel's own
            ending = f" ({number})" if number > 1 else ""
            found = _short(bare, _LONGEST_NAME - len(ending)) + ending
            number += 1
        self._names.add(found.casefold())
        return found

    def front(self) -> None:
        """What the report is, what is in it, and how to read it."""
        report, language = self.report, self.report.language
        sheet = self._sheet(word("report.contents", language))
        text(sheet, 0, 0, report.title, self._title)
        text(sheet, 1, 0, " · ".join(filter(None, [report.author, report.date])))
        row = 3
        for number, section in enumerate(report.sections, 1):
            row = self._line(sheet, row, f"{number}. {section.title}", self._words)
        row = self._line(sheet, row + 1, word("report.method", language), self._strong)
        for line in (*report.method, report.credit):
            row = self._line(sheet, row, line, self._words)

    def section(self, number: int, section: Section) -> None:
        """The sheet of an item."""
        name = self.named(f"{number} {section.title}")
        sheet = self._sheet(name, named=True)
        text(sheet, 0, 0, section.title, self._title)
        row = 1
        for line in filter(None, [section.counted, *section.comment.split("\n")]):
            row = self._line(sheet, row, line, self._words)
        row += 1
        for block in section.blocks:
            row = self._block(sheet, name, row, block)

    def sources(self, sources: tuple[Source, ...]) -> None:
        """The sheet of the numbered sources."""
        sheet = self._sheet(word("footer_sources", self.report.language))
        sheet.set_column(_COLUMNS, _COLUMNS, 3 * _WIDTH)
        for row, source in enumerate(sources):
            self._line(sheet, row, f"[{source.number}] {source.full}", self._words)
            if source.link and len(source.link) <= _LONGEST_LINK:
                sheet.write_url(row, _COLUMNS, source.link, None, clean(source.link))

    # --- blocks

    def _block(self, sheet: Any, name: str, row: int, block: Block) -> int:
        """Write a block at a row. Returns the row after it."""
        if isinstance(block, Paragraph):
            form = self._strong if block.kind is Kind.SENTENCE else self._words
            return self._line(sheet, row, plain(block.runs), form)
        if isinstance(block, Heading):
            text(sheet, row, 0, block.text, self._head)
            return row + 1
        text(sheet, row, 0, block.title, self._head)
        row += bool(block.title)
        if isinstance(block, Grid):
            row = self._grid(sheet, row, block)
        else:
            for one in block.parts(_MOST_ROWS):
                row = self._graph(sheet, name, row, one)
        for note in block.notes:
            row = self._line(sheet, row, plain(note.runs), self._words)
        return row + 1

    def _graph(self, sheet: Any, name: str, row: int, graph: Graph) -> int:
        """A chart, and its data beside it."""
        beside = _COLUMNS + 1
        write(sheet, graph, row, beside)
        high = height(graph, _LOOK)
        drawn = chart(self.book, name, graph, row, _LOOK, beside)
        drawn.set_size({"width": _PIXELS, "height": round(high * 96 / 72)})
        sheet.insert_chart(row, 0, drawn, {"description": clean(graph.alt), "object_position": 2})
        return row + max(round(high / _LINE) + 1, len(graph.categories) + 1)

    def _grid(self, sheet: Any, row: int, grid: Grid) -> int:
        for at, title in enumerate(grid.columns):
            text(sheet, row, at, title, self._column)
        for line in grid.rows:
            row += 1
            if len(line) == 1 and len(grid.columns) > 1:
                self._line(sheet, row, plain(line[0]), self._cell, len(grid.columns))
                continue
            for at, cell in enumerate(line):
                text(sheet, row, at, plain(cell), self._cell)
            sheet.set_row(row, _LINE * max(_lines(plain(cell), _WIDTH) for cell in line))
        return row + 1

    def _line(self, sheet: Any, row: int, words: str, form: Any, columns: int = _COLUMNS) -> int:
        """A line over several columns, as high as its words need. Returns the row after it."""
        if columns > 1:
            sheet.merge_range(row, 0, row, columns - 1, "", form)
        text(sheet, row, 0, words, form)
        sheet.set_row(row, _LINE * _lines(words, _WIDTH * columns))
        return row + 1

    def _sheet(self, name: str, *, named: bool = False) -> Any:
        sheet = self.book.add_worksheet(name if named else self.named(name))
        sheet.set_column(0, _COLUMNS - 1, _WIDTH)
        sheet.set_column(_COLUMNS + 1, _COLUMNS + 1, 3 * _WIDTH)
        sheet.hide_gridlines(2)
        on_paper(sheet)
        return sheet


def _short(name: str, most: int) -> str:
    """The beginning of a name, in as many characters as Excel counts: one beyond the first plane counts twice."""
    while len(name.encode("utf-16-le")) > 2 * most:
        name = name[:-1]
    return name.strip()


def _lines(words: str, width: int) -> int:
    """About how many lines a text takes in so many characters."""
    return sum(-(-len(line) // max(1, round(width * 0.9))) or 1 for line in words.split("\n"))
