"""A report as HTML: the preview on the page, which a browser prints on A4 or saves as PDF. Every text is escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from dashboard.export.report.blocks import Block, Cell, Graph, Grid, Heading, Kind, Mark, Paragraph, Point, Report
from dashboard.language.words import word


def to_html(report: Report) -> str:
    """The report as one element; its look is in report.css."""
    about = " · ".join(filter(None, (report.author, report.date)))
    sections = "".join(
        f"<section><h2>{number}. {escape(one.title)}</h2>{_paragraph(one.counted, 'counted')}"
        f"{_paragraph(one.comment)}{_blocks(one.blocks)}</section>"
        for number, one in enumerate(report.sections, 1)
    )
    sources = "".join(f'<li value="{one.number}">{_link(one.text, one.link)}</li>' for one in report.sources)
    method = "".join(_paragraph(line) for line in report.method)
    return (
        f'<article class="ds-a4" lang="{report.language}"><h1>{escape(report.title)}</h1>{_paragraph(about, "about")}'
        f"{sections}<section><h2>{escape(word('report.method', report.language))}</h2>{method}</section>"
        f"<section><h2>{escape(word('sources_page', report.language))}</h2><ol>{sources}</ol></section>"
        f"{_paragraph(report.credit, 'counted')}</article>"
    )


def _paragraph(text: str, kind: str = "") -> str:
    lines = "<br>".join(escape(line) for line in text.split("\n"))
    return f'<p class="{kind}">{lines}</p>' if text else ""


def _link(text: str, address: str) -> str:
    if not address:
        return escape(text)
    return f'<a href="{escape(address)}" target="_blank" rel="noopener noreferrer">{escape(text)}</a>'


def _blocks(blocks: Iterable[Block]) -> str:
    return "".join(_block(one) for one in blocks)


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"<h3>{escape(block.text)}</h3>"
    if isinstance(block, Paragraph):
        kind = "sentence" if block.kind is Kind.SENTENCE else "counted" if block.kind is Kind.NOTE else ""
        return f'<p class="{kind}">{_cell(block.runs)}</p>'
    return _grid(block) if isinstance(block, Grid) else _graph(block)


def _cell(runs: Cell) -> str:
    parts = []
    for run in runs:
        said = _link(run.text, run.link)
        marks = "".join(f" {escape(mark)}" for mark in run.sources.values())
        parts.append((f"<b>{said}</b>" if run.strong else said) + (f"<small>{marks}</small>" if marks else ""))
    return "".join(parts)


def _grid(grid: Grid) -> str:
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in grid.columns)
    rows = []
    for row in grid.rows:
        span = f' colspan="{len(grid.columns)}"' if len(row) == 1 else ""
        rows.append("<tr>" + "".join(f"<td{span}>{_cell(one)}</td>" for one in row) + "</tr>")
    return (
        f"<table><caption>{escape(grid.title)}</caption><thead><tr>{heads}</tr></thead><tbody>{''.join(rows)}</tbody>"
        f"</table>{_blocks(grid.notes)}"
    )


def _graph(graph: Graph) -> str:
    """A chart as rows of bars on one axis; several series of a row stand on one bar or below each other."""
    rows = []
    for place, name in enumerate(graph.categories):
        points = [(series.colour, series.points[place]) for series in graph.series]
        bars = "".join(_bar(point, colour, graph.maximum) for colour, point in points)
        labels = " · ".join(escape(point.label) for _, point in points if point.label)
        kind = " stacked" if graph.stacked else ""
        said = _lines(name)
        rows.append(
            f'<tr><th scope="row">{said}</th><td class="bars{kind}"><div>{bars}</div></td><td>{labels}</td></tr>'
        )
    names = [one.name for one in graph.series if one.name] if len(graph.series) > 1 else []
    key = f'<p class="counted">{escape(" · ".join(names))}</p>' if names else ""
    return (
        f'<table class="graph"><caption>{escape(graph.title)}</caption><tbody>{"".join(rows)}</tbody></table>'
        f"{key}{_blocks(graph.notes)}"
    )


def _lines(text: str) -> str:
    return "<br>".join(escape(line) for line in text.split("\n"))


def _bar(point: Point, colour: str, maximum: float) -> str:
    if point.value is None or maximum <= 0:
        return ""
    width = max(0.0, min(100.0, point.value / maximum * 100))
    kind = "" if point.mark is Mark.SOLID else f" {point.mark}"
    return f'<i class="{escape(colour)}{kind}" style="width:{width:.1f}%"></i>'
