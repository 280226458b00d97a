"""A report as PPTX: one chart a slide, native and editable, its sources on the slide, the printed phrases in the notes.

The slides are 16:9. A template of the reader's own gives size, master and colours; its slides stay at the beginning.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count
from math import ceil
from typing import Any, Final
from xml.sax.saxutils import escape

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.oxml.shapes.graphfrm import CT_GraphicalObjectFrame
from pptx.util import Emu, Inches, Pt

from dashboard.charts.palette import LIGHT
from dashboard.export.report.blocks import (
    Cell,
    Graph,
    Grid,
    Heading,
    Kind,
    Paragraph,
    Report,
    Run,
    Section,
    Shown,
    cell,
    clean,
    plain,
)  # fmt: skip
from dashboard.export.report.native_chart import BEHIND, Look, height, part
from dashboard.export.report.sources import columns
from dashboard.language.words import word

_LOOK: Final = Look("Arial", 12)
_MOST_ROWS: Final = 10  # bars on a slide
_TITLE, _WORDS, _SMALL, _SOURCES = 24, 16, 11, 9  # points
_BOLD: Final = ' b="1"'
_NAMESPACES: Final = nsdecls("a", "r")
_TITLES: Final = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
_EDGE: Final = Inches(0.5)
_WIDE: Final = 0.52  # the width of a usual character, as a part of its height
_INK: Final = f'<a:solidFill><a:srgbClr val="{LIGHT["ink"][1:]}"/></a:solidFill>'
_AIR: Final = 1.3  # a slide has more room than a page for the same bars
_LONGEST_LINE: Final = 250  # characters of a comment that stands above a chart


def opened(template: bytes | None) -> Any:
    """The presentation to write into: a template with its slides, or an empty one of ours. Raises what python-pptx does
    for a file that is none."""
    presentation = Presentation(io.BytesIO(template) if template is not None else None)
    if template is None:
        presentation.slide_width, presentation.slide_height = Inches(13.333), Inches(7.5)
    _layout(presentation)
    return presentation


def to_pptx(report: Report, presentation: Any, progress: Callable[[int], None]) -> bytes:
    """The file. ``presentation``: from ``opened``, whose slides come first; ``progress`` is told each section
    written."""
    writer = _Writer(presentation, report)
    writer.front()
    for number, section in enumerate(report.sections, 1):
        writer.section(section)
        progress(number)
    writer.end()
    content = io.BytesIO()
    presentation.save(content)
    return content.getvalue()


class _Writer:
    """Writes one presentation, slide after slide."""

    def __init__(self, presentation: Any, report: Report) -> None:
        self.presentation = presentation
        self.report = report
        self.columns = columns(report.language)
        self.width = presentation.slide_width - 2 * _EDGE
        self.bottom = presentation.slide_height - Inches(0.25)
        self._layout = _layout(presentation)
        self._free = _free(presentation.part.package)
        self._sources = {source.number: source.text for source in report.sources}

    def word(self, key: str, **values: object) -> str:
        """A word in the language of the report."""
        return word(key, self.report.language, **values)

    # --- parts of the report

    def front(self) -> None:
        """Title, author and day; the file's properties."""
        report, properties = self.report, self.presentation.core_properties
        properties.title, properties.author = clean(report.title)[:255], clean(report.author)[:255]
        properties.language, properties.comments = report.language, clean(report.credit)
        slide, top = self._slide(report.title)
        told = [line for line in (report.author, report.date) if line]
        self._box(slide, top, [Paragraph(cell(line)) for line in told], _WORDS)

    def section(self, section: Section) -> None:
        """One item: a slide for each chart, and as many as its tables and words need."""
        said = [line for line in (section.counted, *section.comment.split("\n")) if line]
        words = [Paragraph(cell(line)) for line in said]
        above = said if sum(map(len, said)) <= _LONGEST_LINE else []
        if not above:
            self._words(section, words)
        waiting: list[Paragraph] = []
        for block in section.blocks:
            if isinstance(block, Paragraph | Heading):
                waiting.append(Paragraph((Run(block.text, strong=True),)) if isinstance(block, Heading) else block)
                continue
            heading = plain(waiting.pop().runs) if waiting and waiting[-1].runs[0].strong else ""
            self._words(section, waiting)
            waiting = []
            if isinstance(block, Grid):
                self._grid(section, block, heading, above)
            else:
                for one in block.parts(_MOST_ROWS):
                    self._graph(section, one, above)
            above = []
        self._words(section, [*(Paragraph(cell(line)) for line in above), *waiting])

    def end(self) -> None:
        """How to read it, and all sources."""
        method = [Paragraph(cell(line)) for line in (*self.report.method, self.report.credit)]
        self._paged(self.word("report.method"), method, _WORDS - 2)
        listed = [
            Paragraph((Run(f"[{source.number}] "), Run(source.full, link=source.link)))
            for source in self.report.sources
        ]
        self._paged(self.word("footer_sources"), listed, _SMALL)

    # --- slides

    def _graph(self, section: Section, graph: Graph, above: Sequence[str]) -> None:
        slide, top = self._slide(section.title)
        title = [Paragraph((Run(graph.title, strong=True),)), *(Paragraph(cell(line)) for line in above)]
        top = self._box(slide, top, title, _SMALL + 1)
        low = self._sourced(slide, graph.sources, graph.notes)
        sheets = self.word("report.data"), self.word("report.evidence")
        xml, book = part(graph, _LOOK, self.columns, sheets, BEHIND)
        high = min(low - top, Pt(height(graph, _LOOK) * _AIR))
        self._draw(slide, xml, book, graph.alt, Emu(round(top)), Emu(round(high)))
        self._noted(slide, graph.shown)

    def _draw(self, slide: Any, xml: bytes, book: bytes, alt: str, top: Emu, high: Emu) -> None:
        """Put a chart on a slide. Not with ``add_chart``, which looks through all parts for a name that is free."""
        package, (number, behind) = self.presentation.part.package, next(self._free)
        chart = Part(PackURI(f"/ppt/charts/chart{number}.xml"), CONTENT_TYPE.DML_CHART, package, xml)
        chart.relate_to(Part(PackURI(behind), CONTENT_TYPE.SML_SHEET, package, book), RELATIONSHIP_TYPE.PACKAGE)
        id = slide.part.relate_to(chart, RELATIONSHIP_TYPE.CHART)
        shape = len(slide.shapes._spTree) + 1
        name = f"{self.word('report.chart')} {number}"
        frame = CT_GraphicalObjectFrame.new_chart_graphicFrame(shape, name, id, _EDGE, top, self.width, high)
        frame.nvGraphicFramePr.cNvPr.set("descr", clean(alt))
        slide.shapes._spTree.append(frame)

    def _grid(self, section: Section, grid: Grid, heading: str, above: Sequence[str]) -> None:
        named = " · ".join(filter(None, [heading, grid.title]))
        for number, (rows, last) in enumerate(self._pages(grid), 1):
            slide, top = self._slide(section.title)
            lines = [Paragraph((Run(named, strong=True),))] if named else []
            lines += [Paragraph(cell(line)) for line in above] if number == 1 else []
            top = self._box(slide, top, lines, _SMALL + 1)
            cited = sorted({n for row in rows for one in row for run in one for n in run.sources})
            self._sourced(slide, cited, grid.notes if last else ())
            self._table(slide, top, grid, rows)
            self._noted(slide, [one for one in section.shown if set(one.sources) & set(cited)])

    def _words(self, section: Section, paragraphs: Sequence[Paragraph]) -> None:
        """The words of a section on slides of their own, with the evidence of its figures where it has nothing else."""
        if paragraphs:
            sentences = any(one.kind is Kind.SENTENCE for one in paragraphs)
            cited = sorted({n for one in paragraphs for run in one.runs for n in run.sources})
            self._paged(section.title, paragraphs, _WORDS, cited, section.shown if sentences else ())

    def _paged(
        self, title: str, paragraphs: Sequence[Paragraph], size: float, cited: Sequence[int] = (),
        shown: Sequence[Shown] = (),
    ) -> None:  # fmt: skip
        """Paragraphs on as many slides as they need."""
        page: list[Paragraph] = []
        used, most = 0.0, self.bottom - Inches(1.3) - Pt(_SOURCES) * 1.3 * self._lines_of_sources(cited)
        for one in paragraphs:
            high = self._high(one, size)
            if page and used + high > most:
                self._page(title, page, size, cited, shown)
                page, used = [], 0.0
            page.append(one)
            used += high
        if page:
            self._page(title, page, size, cited, shown)

    def _page(
        self, title: str, page: Sequence[Paragraph], size: float, cited: Sequence[int], shown: Sequence[Shown]
    ) -> None:
        slide, top = self._slide(title)
        self._box(slide, top, page, size)
        self._sourced(slide, cited, ())
        self._noted(slide, shown)

    def _slide(self, title: str) -> tuple[Any, int]:
        """A new slide with its title, and where the room below that begins."""
        slide = self.presentation.slides.add_slide(self._layout)
        for shape in list(slide.placeholders):
            if shape.placeholder_format.type not in _TITLES:
                shape._element.getparent().remove(shape._element)
        lines = _lines(title, self.width, _TITLE)
        size = _TITLE if lines <= 2 else max(12, _TITLE * 2 / lines)
        box = slide.shapes.title or slide.shapes.add_textbox(0, 0, 0, 0)
        box.left, box.top, box.width, box.height = _EDGE, Inches(0.3), self.width, Inches(0.9)
        self._fill(slide, box, [Paragraph((Run(title, strong=True),))], size)
        return slide, Inches(1.25)

    def _box(self, slide: Any, top: int, paragraphs: Sequence[Paragraph], size: float) -> int:
        """Words on a slide. Returns where they end."""
        if not paragraphs:
            return top
        high = Emu(round(sum(self._high(one, size) for one in paragraphs)))
        box = slide.shapes.add_textbox(_EDGE, top, self.width, high)
        self._fill(slide, box, paragraphs, size)
        return int(top + high)

    def _sourced(self, slide: Any, cited: Sequence[int], notes: Iterable[Paragraph]) -> int:
        """Notes and sources at the foot of a slide. Returns where they begin."""
        paragraphs = list(notes)
        if cited:
            listed = "; ".join(f"[{number}] {self._sources[number]}" for number in cited)
            paragraphs.append(Paragraph((Run(f"{self.word('footer_sources')}: ", strong=True), Run(listed))))
        if not paragraphs:
            return int(self.bottom)
        high = round(sum(self._high(one, _SOURCES) for one in paragraphs))
        top = self.bottom - high
        self._fill(slide, slide.shapes.add_textbox(_EDGE, top, self.width, high), paragraphs, _SOURCES)
        return int(top)

    def _noted(self, slide: Any, shown: Iterable[Shown]) -> None:
        """The printed phrases in the notes of a slide."""
        lines = [self._evidence(one) for one in {one.id: one for one in shown}.values()]
        if lines:
            slide.notes_slide.notes_text_frame.text = clean("\n".join(lines))

    def _evidence(self, one: Shown) -> str:
        paragraph = self.word("paragraph", n=one.paragraph) if one.paragraph else ""
        marks = " ".join(one.sources.values())
        parts = [
            f"{one.place}, {one.what}: {one.value} ({one.date})", one.hedge, f"“{one.printed}”", one.computed,
            f"{marks} {one.source}", paragraph, one.verdict, one.caveats, one.link,
        ]  # fmt: skip
        return " | ".join(filter(None, parts))

    # --- tables

    def _pages(self, grid: Grid) -> Iterator[tuple[list[tuple[Cell, ...]], bool]]:
        """The rows of a table, slide by slide, each with whether it is the last. What spans all columns stays with the
        row above it."""
        groups: list[list[tuple[Cell, ...]]] = []
        for row in grid.rows:
            if len(row) == 1 and len(grid.columns) > 1 and groups:
                groups[-1].append(row)
            else:
                groups.append([row])
        pages: list[list[tuple[Cell, ...]]] = [[]]
        used, most = 0, self.bottom - Inches(2.7)
        for group in groups:
            high = sum(self._row_height(row, grid) for row in group)
            if pages[-1] and used + high > most:
                pages.append([])
                used = 0
            pages[-1] += group
            used += high
        for number, page in enumerate(pages, 1):
            yield page, number == len(pages)

    def _row_height(self, row: Sequence[Cell], grid: Grid) -> int:
        widths = [self.width] if len(row) < len(grid.widths) else [round(self.width * one) for one in grid.widths]
        lines = max(
            _lines(plain(one), width - Inches(0.2), _SMALL) for one, width in zip(row, widths, strict=True)
        )  # fmt: skip
        return round(lines * Pt(_SMALL) * 1.25 + Inches(0.08))

    def _table(self, slide: Any, top: int, grid: Grid, rows: Sequence[tuple[Cell, ...]]) -> None:
        """A native table. Its rows are written as XML: python-pptx takes some ms for each cell."""
        wide = len(grid.columns)
        frame = slide.shapes.add_table(1, wide, _EDGE, top, self.width, Pt(20))
        for column, width in zip(frame.table.columns, grid.widths, strict=True):
            column.width = round(self.width * width)
        frame.table.horz_banding = False
        table = frame._element.graphic.graphicData.tbl
        table.remove(table.tr_lst[0])
        heads = tuple(cell(title, strong=True) for title in grid.columns)
        for given in (heads, *rows):
            spanning = len(given) < wide
            cells = [
                f"<a:tc{_span(number, wide) if spanning else ''}><a:txBody><a:bodyPr/><a:lstStyle/>"
                f"{self._xml(slide, Paragraph(one), _SMALL, ink=given is not heads)}</a:txBody>"
                f'<a:tcPr marT="{Inches(0.03)}" marB="{Inches(0.03)}"/></a:tc>'
                for number, one in enumerate([*given, *[cell("")] * (wide - len(given))])
            ]
            high = self._row_height(given, grid)
            table.append(parse_xml(f'<a:tr {_NAMESPACES} h="{high}">{"".join(cells)}</a:tr>'))

    # --- words

    def _fill(self, slide: Any, box: Any, paragraphs: Sequence[Paragraph], size: float) -> None:
        """Write paragraphs into a box, in place of what it holds."""
        box.text_frame.word_wrap = True
        body = box.text_frame._txBody
        for old in list(body.p_lst):
            body.remove(old)
        for one in paragraphs:
            body.append(parse_xml(self._xml(slide, one, size)))

    def _xml(self, slide: Any, paragraph: Paragraph, size: float, *, ink: bool = True) -> str:
        """A paragraph of DrawingML. ``ink``: in the colour of words, else in that of the place."""
        runs = []
        for run in paragraph.runs:
            bold = run.strong or paragraph.kind is Kind.SENTENCE
            runs.append(_run(run.text, size, bold=bold, ink=ink, link=self._link(slide, run.link)))
            marks = "".join(f" {mark}" for mark in run.sources.values())
            runs.append(_run(marks, size, bold=bold, ink=ink) if marks else "")
        return f"<a:p {_NAMESPACES}>{''.join(runs)}</a:p>"

    @staticmethod
    def _link(slide: Any, address: str) -> str:
        """The relationship of a slide that leads to an address; "" for none."""
        if not address:
            return ""
        id: str = slide.part.relate_to(clean(address), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return id

    def _high(self, paragraph: Paragraph, size: float) -> float:
        return _lines(plain(paragraph.runs), self.width - Inches(0.2), size) * Pt(size) * 1.25 + Pt(4)

    def _lines_of_sources(self, cited: Sequence[int]) -> int:
        return _lines("; ".join(self._sources[number] for number in cited), self.width, _SOURCES) + 1 if cited else 0


def _run(text: str, size: float, *, bold: bool, ink: bool, link: str = "") -> str:
    """Words in one style, their lines broken where the text's are."""
    inside = f'<a:hlinkClick r:id="{link}"/>' if link else _INK * ink
    style = f'<a:rPr sz="{round(size * 100)}"{_BOLD * bold}>{inside}</a:rPr>'
    lines = clean(text).split("\n")
    return "<a:br/>".join(f"<a:r>{style}<a:t>{escape(line)}</a:t></a:r>" for line in lines)


def _span(number: int, wide: int) -> str:
    """What makes a cell span its row: the first is as wide as all, the others are hidden behind it."""
    return f' gridSpan="{wide}"' if number == 0 else ' hMerge="1"'


def _free(package: Any) -> Iterator[tuple[int, str]]:
    """The numbers and workbooks' names that no chart of a package has."""
    used = {str(part.partname) for part in package.iter_parts()}
    for number in count(1):
        behind = f"/ppt/embeddings/Microsoft_Excel_Sheet{number}.xlsx"
        if not {behind, f"/ppt/charts/chart{number}.xml"} & used:
            yield number, behind


def _lines(text: str, width: int, size: float) -> int:
    """About how many lines a text takes in a width."""
    room = max(1, int(width / (Pt(size) * _WIDE)))
    return sum(max(1, ceil(len(line) / room)) for line in text.split("\n"))


def _layout(presentation: Any) -> Any:
    """The layout with a title and the fewest other places to fill; the first where none has a title."""
    titled = [
        layout for layout in presentation.slide_layouts
        if any(one.placeholder_format.type in _TITLES for one in layout.placeholders)
    ]  # fmt: skip
    return min(titled or list(presentation.slide_layouts)[:1], key=lambda layout: len(list(layout.placeholders)))
