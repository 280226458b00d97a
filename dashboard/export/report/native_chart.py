"""Native charts: Office draws them and lets them be edited. XlsxWriter makes the chart and the workbook behind it.

A DOCX or PPTX holds a chart as two parts: the chart itself, in the same XML as in a workbook, and a workbook with its
data.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from xlsxwriter import Workbook

from dashboard.charts.palette import LIGHT
from dashboard.export.report.blocks import Graph, Mark, Point, Series, Shown, clean

_PATTERNS: Final = {
    Mark.HEDGED: ("wide_upward_diagonal", True), Mark.BOTH: ("light_upward_diagonal", False),
    Mark.UNSPLIT: ("outlined_diamond", False),
}  # fmt: skip
_PLOT: Final = {"x": 0.42, "width": 0.34}
"""Where the bars are, as parts of the chart: the same in every chart, so that lengths on one scale are alike; beside
them is room for names and for numbers."""
_LONGEST: Final = 32_767  # characters in one cell, a limit of Excel
_LONGEST_LINK: Final = 2_079  # a limit of Excel
_A4: Final = 9  # as XlsxWriter counts papers
_PRINTING: Final = re.compile(rb"<c:printSettings>.*</c:printSettings>", re.DOTALL)


@dataclass(frozen=True)
class Look:
    """The type of a chart: font, and size in points."""

    font: str
    size: float


def row_height(look: Look) -> float:
    """The height of a row of bars in points: two lines of its name fit."""
    return look.size * 2.9


def height(graph: Graph, look: Look) -> float:
    """The height of a chart in points."""
    legend = row_height(look) if len(graph.series) > 1 else 0
    return len(graph.categories) * row_height(look) * (1.25 if _paired(graph) else 1) + legend + look.size * 2


def part(
    graph: Graph, look: Look, columns: Mapping[str, str], sheets: tuple[str, str], behind: bytes = b""
) -> tuple[bytes, bytes]:
    """A chart's XML, and the workbook behind it.

    ``columns``: those of the evidence, with headings; ``sheets``: the names of the sheets of data and evidence;
    ``behind``: what in the XML leads to the workbook.
    """
    data, evidence = sheets
    files = []
    for drawn in (True, False):
        content = io.BytesIO()
        book = Workbook(content, {"in_memory": True})
        sheet = book.add_worksheet(data)
        write(sheet, graph, 0)
        if drawn:
            sheet.insert_chart(0, 0, chart(book, data, graph, 0, look))
        else:
            sheet.set_column(0, 0, 40)
            sheet.set_column(1, len(graph.series), 16)
            write_evidence(book, evidence, graph.shown, columns)
        book.close()
        files.append(content.getvalue())
    with zipfile.ZipFile(io.BytesIO(files[0])) as package:
        xml = package.read("xl/charts/chart1.xml")
    found, times = _PRINTING.subn(behind, xml)
    assert times == 1
    return _said(found), files[1]


def settled(book: bytes) -> bytes:
    """A workbook with its charts as ``part`` has them."""
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as given, zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as made:
        for entry in given.infolist():
            raw = given.read(entry)
            made.writestr(entry, _said(raw) if entry.filename.startswith("xl/charts/") else raw)
    return content.getvalue()


def _said(xml: bytes) -> bytes:
    """A chart's XML with the words beside its bars on one line each, and nothing else beside them: what XlsxWriter does
    not say, LibreOffice takes for yes."""
    return xml.replace(b"<c:rich><a:bodyPr/>", b'<c:rich><a:bodyPr wrap="none"/>').replace(_VALUE, _ONLY_VALUE)


_VALUE: Final = b'<c:showVal val="1"/>'
_ONLY_VALUE: Final = (
    b'<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>'
    b'<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)


BEHIND: Final = b'<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>'
"""Leads to a workbook that the chart's part is first related to."""


# --- the data


def write(sheet: Any, graph: Graph, top: int, left: int = 0) -> None:
    """The data of a chart: names in the column ``left``, a series in each of the next, headings in the row ``top``."""
    for column, series in enumerate(graph.series, left + 1):
        text(sheet, top, column, series.name)
        for row, point in enumerate(series.points, top + 1):
            if point.value is not None:
                sheet.write_number(row, column, point.value)
    for row, category in enumerate(graph.categories, top + 1):
        text(sheet, row, left, category)


def write_evidence(book: Any, name: str, shown: Sequence[Shown], columns: Mapping[str, str]) -> Any:
    """A sheet with the evidence of figures, one a row. Returns it."""
    sheet = book.add_worksheet(name)
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    cell = book.add_format({"text_wrap": True, "valign": "top"})
    for at, (key, title) in enumerate(columns.items()):
        sheet.set_column(at, at, _WIDTHS.get(key, 14))
        text(sheet, 0, at, title, head)
        for row, one in enumerate(shown, 1):
            value = getattr(one, key)
            if key == "number" and value is not None:
                sheet.write_number(row, at, value, cell)
            elif key == "link" and value and len(value) <= _LONGEST_LINK:
                sheet.write_url(row, at, value, None, clean(value))
            elif value:
                text(sheet, row, at, str(value), cell)
    sheet.freeze_panes(1, 2)
    on_paper(sheet)
    sheet.repeat_rows(0)
    return sheet


_WIDTHS: Final = {
    "place": 26,
    "what": 30,
    "value": 24,
    "unit": 18,
    "printed": 34,
    "source": 28,
    "verdict": 40,
    "caveats": 40,
    "link": 40,
}


def on_paper(sheet: Any) -> None:
    """A sheet as wide as a page of A4 that lies."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)


def text(sheet: Any, row: int, column: int, words: str, form: Any = None) -> None:
    """A text in a cell: never a formula, a number or an address."""
    sheet.write_string(row, column, clean(words)[:_LONGEST], form)


# --- the chart


def chart(book: Any, sheet: str, graph: Graph, top: int, look: Look, left: int = 0) -> Any:
    """A chart of data that ``write`` put on a sheet."""
    found = book.add_chart({"type": "bar", "subtype": "stacked"} if graph.stacked else {"type": "bar"})
    font = {"name": look.font, "size": look.size, "color": LIGHT["ink"]}
    last = top + len(graph.categories)
    for column, series in enumerate(graph.series, left + 1):
        found.add_series({
            "name": [sheet, top, column], "categories": [sheet, top + 1, left, last, left],
            "values": [sheet, top + 1, column, last, column], "gap": 35,
            **({"overlap": 100} if graph.stacked else {}),
            **_fill(Mark.SOLID, series), "points": [_fill(point.mark, series) for point in series.points],
            **_labels(series, font, inside=graph.stacked),
        })  # fmt: skip
    found.set_title({"none": True})
    found.set_legend({"position": "top", "font": font} if len(graph.series) > 1 else {"none": True})
    line = {"line": {"color": LIGHT["field"], "width": 0.75}}
    # Of bars that lie, XlsxWriter calls the axis of names y.
    found.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, **_scale(graph)})
    found.set_y_axis(
        {
            "reverse": True,
            "interval_unit": 1,
            "num_font": font,
            "major_tick_mark": "none",
            "label_position": "low",
            **line,
        }
    )
    room = look.size * 2 / height(graph, look)
    above = room / 2 + (row_height(look) / height(graph, look) if len(graph.series) > 1 else 0)
    found.set_plotarea({"layout": {**_PLOT, "y": above, "height": 1 - above - room / 2}})
    found.set_chartarea({"border": {"none": True}, "fill": {"none": True}})
    return found


def _scale(graph: Graph) -> dict[str, float]:
    """From 0 to the maximum; lower where a figure is below 0."""
    low = min((point.value for series in graph.series for point in series.points if point.value), default=0.0)
    return {"min": min(0.0, low), "max": graph.maximum}


def _fill(mark: Mark, series: Series) -> dict[str, Any]:
    """The fill of a bar: solid, hollow for what was computed, striped for what is hedged."""
    colour = LIGHT[series.colour]
    edge = {"border": {"color": LIGHT["bar"] if series.colour == "bar" else LIGHT["field"], "width": 1.25}}
    if mark in _PATTERNS:
        pattern, dark = _PATTERNS[mark]
        ground = LIGHT["bar3"] if dark and series.colour != "bar3" else LIGHT["paper"]
        return {"pattern": {"pattern": pattern, "fg_color": LIGHT["bar"], "bg_color": ground}, **edge}
    if mark is Mark.COMPUTED:
        return {"fill": {"none": True}, **edge}
    return {"fill": {"color": colour}, "border": {"none": True}}


def _labels(series: Series, font: dict[str, Any], *, inside: bool) -> dict[str, Any]:
    """The words beside each bar, as they are printed; none where there are none."""
    if not any(point.label for point in series.points):
        return {}
    own = {**font, "bold": True}
    if inside:
        own["color"] = LIGHT["paper"] if series.colour == "bar" else LIGHT["ink"]
    custom = [_label(point, own) for point in series.points]
    place = "center" if inside else "outside_end"
    return {"data_labels": {"value": True, "position": place, "font": own, "custom": custom}}


def _label(point: Point, font: dict[str, Any]) -> dict[str, Any]:
    if point.value is None or not point.label:
        return {"delete": True}
    words = clean(point.label)
    return {"value": f" {words}" if words.startswith("=") else words, "font": font}  # "=" would be a formula


def _paired(graph: Graph) -> bool:
    return len(graph.series) > 1 and not graph.stacked
