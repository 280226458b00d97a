"""A report as DOCX: native headings, tables and charts, numbered sources, an annex with all figures.

Page and type as Vietnamese offices use them (Nghị định 30/2020/NĐ-CP, phụ lục I): A4, margins of 20 mm above and below,
30 mm left, 15 mm right, Times New Roman 13, the page's number above its middle from the second page on. A template of
the reader's own decides all of this itself. python-docx has no charts: their parts are made here (``native_chart``).
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from typing import Any, Final
from xml.sax.saxutils import escape, quoteattr

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Emu, Mm, Pt, RGBColor

from dashboard.charts.palette import LIGHT
from dashboard.export.report.blocks import (
    Block,
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
)  # fmt: skip
from dashboard.export.report.native_chart import BEHIND, Look, height, part
from dashboard.export.report.sources import columns
from dashboard.language.words import word

FONT: Final = "Times New Roman"
_BODY, _SMALL = 13, 11  # points
_LOOK: Final = Look(FONT, 10)
_MOST_ROWS: Final = 20  # bars of one chart on a page
_STYLES: Final = {Kind.BODY: "Normal", Kind.SENTENCE: "Report Sentence", Kind.VERDICT: "Report Verdict",
                  Kind.NOTE: "Report Note"}  # fmt: skip
_TABLE, _CAPTION, _CELL = "Report Table", "Caption", "Report Cell"
_NAMESPACES: Final = nsdecls("w", "wp", "a", "r", "c")
_SPACE: Final = "\N{NO-BREAK SPACE}"
_FIRST_ID: Final = 90_000  # of drawings and bookmarks: beyond those of a template
_TWIPS: Final = 635  # EMU in a twentieth of a point


def opened(template: bytes | None) -> Any:
    """The document to write into: a template with what it holds, or an empty one of ours. Raises what python-docx does
    for a file that is none."""
    document = Document(io.BytesIO(template) if template is not None else None)
    _set_styles(document, own=template is None)
    if template is None:
        _set_page(document)
    return document


def to_docx(report: Report, document: Any, progress: Callable[[int], None]) -> bytes:
    """The file. ``document``: from ``opened``, whose content comes first; ``progress`` is told each section written."""
    writer = _Writer(document, report)
    writer.front()
    for number, section in enumerate(report.sections, 1):
        writer.section(section)
        progress(number)
    writer.end()
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


class _Writer:
    """Writes one document from its beginning to its end."""

    def __init__(self, document: Any, report: Report) -> None:
        self.document = document
        self.report = report
        self.columns = columns(report.language)
        self._drawings = 0
        self._counts = {"report.chart": 0, "report.table": 0}
        self._links: dict[str, str] = {}
        self._styles: dict[str, str] = {}
        section = document.sections[-1]
        self.width = Emu(section.page_width - section.left_margin - section.right_margin)
        self._body = document.element.body

    def word(self, key: str, **values: object) -> str:
        """A word in the language of the report."""
        return word(key, self.report.language, **values)

    # --- parts of the report

    def front(self) -> None:
        """Title, author and day; the file's properties."""
        report, properties = self.report, self.document.core_properties
        properties.title, properties.author = clean(report.title)[:255], clean(report.author)[:255]
        properties.language, properties.comments = report.language, clean(report.credit)
        properties.last_modified_by = ""
        self._paragraph(cell(report.title), "Title")
        told = " · ".join(filter(None, [report.author, report.date]))
        if told:
            self._paragraph(cell(told), "Subtitle")

    def section(self, section: Section) -> None:
        """One item."""
        self._paragraph(cell(section.title), "Heading 1")
        if section.counted:
            self._paragraph(cell(section.counted), _STYLES[Kind.NOTE], keep=True)
        for line in section.comment.split("\n") if section.comment else ():
            self._paragraph(cell(line), "Normal")
        for block in section.blocks:
            self._block(block)

    def end(self) -> None:
        """How to read it, the numbered sources, and the annex of figures."""
        self._paragraph(cell(self.word("report.method")), "Heading 1")
        for line in (*self.report.method, f"{self.report.credit}."):
            self._paragraph(cell(line), _STYLES[Kind.NOTE])
        self._paragraph(cell(self.word("footer_sources")), "Heading 1")
        for source in self.report.sources:
            mark = f'<w:bookmarkStart w:id="{_FIRST_ID + source.number}" w:name="{_anchor(source.number)}"/>'
            number = f'{mark}{_run(f"[{source.number}] ")}<w:bookmarkEnd w:id="{_FIRST_ID + source.number}"/>'
            self._xml(_STYLES[Kind.NOTE], number + self._run(Run(source.full, link=source.link)) + _run("."))
        self._paragraph(cell(self.word("report.annex")), "Heading 1")
        self._paragraph(cell(self.word("report.annex_lead")), _STYLES[Kind.NOTE], keep=True)
        rows = [self._evidence(one) for one in self.report.evidence]
        heads = ("col_place", "col_value", "col_printed", "caveat")
        self._table(tuple(map(self.word, heads)), rows, (0.27, 0.2, 0.26, 0.27))

    def _evidence(self, one: Shown) -> tuple[Cell, ...]:
        paragraph = f", {self.word('paragraph', n=one.paragraph)}" if one.paragraph else ""
        marks = "".join(one.sources.values())
        date = "\n" + ", ".join(filter(None, [one.date, one.hedge, one.computed]))
        return (
            (Run(one.place, strong=True), Run(f"\n{one.what}")),
            (Run(one.value, strong=True), Run(date)),
            (Run(f"“{one.printed}”", link=one.link), Run(f"\n{marks}{paragraph}")),
            cell(one.caveats),
        )

    # --- blocks

    def _block(self, block: Block) -> None:
        if isinstance(block, Paragraph):
            self._paragraph(block.runs, _STYLES[block.kind])
        elif isinstance(block, Heading):
            self._paragraph(cell(block.text), "Heading 2")
        elif isinstance(block, Grid):
            self._captioned("report.table", block.title)
            self._table(block.columns, block.rows, block.widths)
            self._notes(block.notes)
        else:
            for one in block.parts(_MOST_ROWS):
                self._captioned("report.chart", one.title)
                self._chart(one)
                self._notes(one.notes)

    def _notes(self, notes: Iterable[Paragraph]) -> None:
        for note in notes:
            self._paragraph(note.runs, _STYLES[note.kind])

    def _captioned(self, what: str, title: str) -> None:
        """The caption above a chart or a table: "Biểu đồ 3. Đảng viên", counted by a field so that it can be listed."""
        if not title:
            return
        self._counts[what] += 1
        name = self.word(what)
        field = f"<w:fldSimple w:instr={quoteattr(f' SEQ {name} ')}>{_run(str(self._counts[what]))}</w:fldSimple>"
        self._xml(_CAPTION, f"{_run(f'{name} ')}{field}{_run(f'. {title}')}")

    def _chart(self, graph: Graph) -> None:
        package, document = self.document.part.package, self.document.part
        xml, book = part(graph, _LOOK, self.columns, (self.word("report.data"), self.word("report.evidence")), BEHIND)
        chart = Part(package.next_partname("/word/charts/chart%d.xml"), CONTENT_TYPE.DML_CHART, xml, package)
        behind = package.next_partname("/word/embeddings/Microsoft_Excel_Sheet%d.xlsx")
        chart.relate_to(Part(behind, CONTENT_TYPE.SML_SHEET, book, package), RELATIONSHIP_TYPE.PACKAGE)
        id = document.relate_to(chart, RELATIONSHIP_TYPE.CHART)
        self._drawings += 1
        name = f"{self.word('report.chart')} {self._drawings}"
        size = f'cx="{self.width}" cy="{Pt(height(graph, _LOOK))}"'
        drawing = (
            f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
            f'<wp:docPr id="{_FIRST_ID + self._drawings}" name={_attribute(name)} descr={_attribute(graph.alt)}/>'
            "<wp:cNvGraphicFramePr/><a:graphic>"
            '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
            f'<c:chart r:id="{id}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
        )
        self._xml("Report Chart", drawing)

    def _table(self, columns: Iterable[str], rows: Iterable[tuple[Cell, ...]], widths: tuple[float, ...]) -> None:
        """A native table whose first row is repeated on each page; no row is broken over two."""
        twips = [round(self.width / _TWIPS * one) for one in widths]
        grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in twips)
        head = "".join(
            self._cell((Run(title, strong=True),), width) for title, width in zip(columns, twips, strict=True)
        )
        lines = [f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>"]
        for row in rows:
            if len(row) == 1 and len(twips) > 1:
                cells = self._cell(row[0], sum(twips), len(twips))
            else:
                cells = "".join(self._cell(one, width) for one, width in zip(row, twips, strict=True))
            lines.append(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>")
        style = self._style(_TABLE)
        self._add(
            f'<w:tbl {_NAMESPACES}><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(twips)}" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/><w:tblLook w:firstRow="1" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{''.join(lines)}</w:tbl>"
        )
        self._xml("Report After", "")

    def _cell(self, runs: Cell, width: int, span: int = 1) -> str:
        spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        words = "".join(map(self._run, runs))
        paragraph = f'<w:p><w:pPr><w:pStyle w:val="{self._style(_CELL)}"/></w:pPr>{words}</w:p>'
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}</w:tcPr>{paragraph}</w:tc>'

    # --- paragraphs

    def _paragraph(self, runs: Cell, style: str, *, keep: bool = False) -> None:
        self._xml(style, "".join(map(self._run, runs)), keep=keep)

    def _xml(self, style: str, content: str, *, keep: bool = False) -> None:
        keeping = "<w:keepNext/>" if keep else ""
        id = self._style(style)
        self._add(f'<w:p {_NAMESPACES}><w:pPr><w:pStyle w:val="{id}"/>{keeping}</w:pPr>{content}</w:p>')

    def _add(self, xml: str) -> None:
        """At the end of the body, before the properties of its last section."""
        last = self._body.find(qn("w:sectPr"))
        element = parse_xml(xml)
        if last is None:
            self._body.append(element)
        else:
            last.addprevious(element)

    def _run(self, run: Run) -> str:
        """Words, linked where they have an address, then the numbers of their sources, each leading to its source."""
        words = _run(run.text, strong=run.strong, link=bool(run.link))
        if run.link:
            words = f'<w:hyperlink r:id="{self._link(run.link)}" w:history="1">{words}</w:hyperlink>'
        marks = "".join(
            f'<w:hyperlink w:anchor="{_anchor(number)}" w:history="1">{_run(_SPACE + mark)}</w:hyperlink>'
            for number, mark in run.sources.items()
        )
        return words + marks

    def _style(self, name: str) -> str:
        """The id of a style, looked up once: python-docx searches all styles each time."""
        if name not in self._styles:
            self._styles[name] = self.document.styles[name].style_id
        return self._styles[name]

    def _link(self, address: str) -> str:
        """The relationship that leads to an address; one for each."""
        if address not in self._links:
            part = self.document.part
            self._links[address] = part.relate_to(clean(address), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return self._links[address]


def _run(text: str, *, strong: bool = False, link: bool = False) -> str:
    """A run of WordprocessingML, its lines broken where the text's are."""
    style = ("<w:b/>" if strong else "") + (
        f'<w:color w:val="{LIGHT["accent"][1:]}"/><w:u w:val="single"/>' if link else ""
    )
    lines = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in clean(text).split("\n")
    )  # fmt: skip
    return f"<w:r>{f'<w:rPr>{style}</w:rPr>' if style else ''}{lines}</w:r>"


def _attribute(text: str) -> str:
    return quoteattr(clean(text))


def _anchor(number: int) -> str:
    return f"nguon_{number}"


# --- page and styles


def _set_page(document: Any) -> None:
    """A4 with the margins of Nghị định 30/2020/NĐ-CP, and the page's number from the second page on."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph._p.append(
        parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>')
    )


def _set_styles(document: Any, *, own: bool) -> None:
    """The styles of a report. Of a template only those that it lacks are added, on the ground of its own."""
    styles = document.styles
    if own:
        _plain(styles)
    for name, size, before, after, italic in (
        ("Report Sentence", _BODY, 6, 3, False), ("Report Verdict", _SMALL, 0, 3, False),
        ("Report Note", _SMALL, 0, 3, False), (_CELL, _SMALL - 0.5, 1, 1, False), ("Report Chart", _SMALL, 0, 0, False),
        ("Report After", 4, 0, 0, False),
    ):  # fmt: skip
        if name in styles:
            continue
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        style.font.size, style.font.italic = Pt(size), italic
        form = style.paragraph_format
        form.space_before, form.space_after, form.line_spacing, form.first_line_indent = (
            Pt(before),
            Pt(after),
            1.0,
            Pt(0),
        )
        form.alignment = WD_ALIGN_PARAGRAPH.LEFT
    for name in ("Title", "Subtitle", "Heading 1", "Heading 2", _CAPTION):
        if name not in styles:
            style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            style.base_style, style.font.bold = styles["Normal"], True
            style.paragraph_format.keep_with_next = True
    if _TABLE not in styles:
        table = styles.add_style(_TABLE, WD_STYLE_TYPE.TABLE)
        table.element.append(parse_xml(_BORDERS))


_LINE = f'w:val="single" w:sz="4" w:space="0" w:color="{LIGHT["field"][1:]}"'
_BORDERS: Final = (
    f"<w:tblPr {nsdecls('w')}><w:tblBorders><w:top {_LINE}/><w:left {_LINE}/><w:bottom {_LINE}/><w:right {_LINE}/>"
    f'<w:insideH {_LINE}/><w:insideV {_LINE}/></w:tblBorders><w:tblCellMar><w:left w:w="85" w:type="dxa"/>'
    '<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
)


def _plain(styles: Any) -> None:
    """Times New Roman, black, in the sizes of the decree."""
    for name, size, bold, centred, before, after in (
        ("Normal", _BODY, None, None, 3, 3),
        ("Title", 16, True, True, 0, 6),
        ("Subtitle", _BODY, None, True, 0, 12),
        ("Heading 1", 14, True, False, 14, 4),
        ("Heading 2", _BODY, True, False, 8, 4),
        (_CAPTION, 12, True, False, 8, 2),
    ):
        style = styles[name]
        style.font.size, style.font.color.rgb = Pt(size), RGBColor(0, 0, 0)
        style.font.bold, style.font.italic = bold, False
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in list(fonts.attrib):
            del fonts.attrib[key]
        for key in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{key}"), FONT)
        for space in style.element.rPr.findall(qn("w:spacing")):
            style.element.rPr.remove(space)
        for borders in style.element.get_or_add_pPr().findall(qn("w:pBdr")):
            style.element.pPr.remove(borders)
        form = style.paragraph_format
        form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(after), 1.1
        if name not in ("Normal", "Subtitle"):
            form.keep_with_next = True
        if centred is not None:
            form.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else WD_ALIGN_PARAGRAPH.LEFT
    styles["Normal"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
