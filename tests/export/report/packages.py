"""Reads what a report's file holds, as the standards say: packages of parts (OPC), documents, slides, workbooks."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import docx
import openpyxl
import pptx

CHART: Final = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TYPES: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"


@dataclass(frozen=True)
class Package:
    """The parts of a file, and what is wrong with it as a package."""

    parts: dict[str, bytes]
    faults: list[str]

    def named(self, pattern: str) -> dict[str, bytes]:
        """The parts whose names match, in the order of their numbers."""
        found = {name: raw for name, raw in self.parts.items() if re.fullmatch(pattern, name)}
        return dict(sorted(found.items(), key=lambda one: int("".join(re.findall(r"\d+", one[0])) or 0)))


def opened(content: bytes) -> Package:
    """A file as a package: every part has a type and is well-formed, every relationship leads to a part, every part is
    reached by one."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        names = file.namelist()
        parts = {name: file.read(name) for name in names}
    faults = [f"{name} twice" for name in set(names) if names.count(name) > 1]
    xml = {}
    for name, raw in parts.items():
        if name.endswith((".xml", ".rels")):
            try:
                xml[name] = ET.fromstring(raw)
            except ET.ParseError as error:
                faults.append(f"{name}: {error}")
    types = xml["[Content_Types].xml"]
    endings = {one.get("Extension", "").lower() for one in types.iter(f"{_TYPES}Default")}
    overrides = {one.get("PartName", "").lstrip("/") for one in types.iter(f"{_TYPES}Override")}
    faults += [f"a type for {name}, which there is not" for name in overrides - set(parts)]
    faults += [
        f"{name} has no type" for name in parts
        if name not in overrides and name.rpartition(".")[2].lower() not in endings and name != "[Content_Types].xml"
    ]  # fmt: skip
    reached, left = {"[Content_Types].xml", "_rels/.rels"}, [""]
    while left:
        part = left.pop()
        folder, _, file_name = part.rpartition("/")
        rels = posixpath.join(folder, "_rels", f"{file_name}.rels")
        if rels not in xml:
            continue
        reached.add(rels)
        ids = [one.get("Id") for one in xml[rels]]
        faults += [f"{rels}: {id} twice" for id in set(ids) if ids.count(id) > 1]
        if part in parts:
            used = set(re.findall(rb'\br:(?:id|embed|link)="([^"]+)"', parts[part]))
            faults += [f"{part}: no relationship {id!r}" for id in used if id.decode() not in ids]
        for one in xml[rels]:
            if one.get("TargetMode") == "External":
                continue
            target = posixpath.normpath(posixpath.join(folder, unquote(one.get("Target", "")))).lstrip("/")
            target = one.get("Target", "").lstrip("/") if one.get("Target", "").startswith("/") else target
            if target not in parts:
                faults.append(f"{rels}: no part {target}")
            elif target not in reached:
                reached.add(target)
                left.append(target)
    faults += [f"{name}: nothing leads to it" for name in set(parts) - reached]
    return Package(parts, faults)


@dataclass(frozen=True)
class Bar:
    """A bar of a native chart, as Office draws it."""

    name: str
    series: str
    value: float | None
    label: str
    fill: str
    outlined: bool


def bars(chart: bytes) -> list[Bar]:
    """The bars of a chart's part, from its own copy of the data."""
    root = ET.fromstring(chart)
    found = []
    for series in root.iter(f"{CHART}ser"):
        title = "".join(one.text or "" for one in series.findall(f"{CHART}tx//{CHART}v"))
        names, values = (_cached(series.find(f"{CHART}{tag}")) for tag in ("cat", "val"))
        styles = {_index(one): one.find(f"{CHART}spPr") for one in series.findall(f"{CHART}dPt")}
        labels = {
            _index(one): "".join(each.text or "" for each in one.iter(f"{DRAWING}t"))
            for one in series.findall(f"{CHART}dLbls/{CHART}dLbl")
        }
        own = series.find(f"{CHART}spPr")
        for at, name in names.items():
            style = styles.get(at, own)
            value = values.get(at)
            found.append(
                Bar(
                    name, title, None if value is None else float(value), labels.get(at, ""), _fill(style),
                    style is not None and style.find(f"{DRAWING}ln/{DRAWING}solidFill") is not None,
                )
            )  # fmt: skip
    return found


def _index(element: Any) -> int:
    return int(element.find(f"{CHART}idx").get("val"))


def _cached(element: Any) -> dict[int, str]:
    return {int(one.get("idx")): one.findtext(f"{CHART}v") or "" for one in element.iter(f"{CHART}pt")}


def _fill(style: Any) -> str:
    if style is None:
        return ""
    return next((one.tag.removeprefix(DRAWING) for one in style if one.tag != f"{DRAWING}ln"), "")


def maximum(chart: bytes) -> float:
    """Where the axis of a chart ends; it begins at 0."""
    scale = ET.fromstring(chart).find(f".//{CHART}valAx/{CHART}scaling")
    assert scale is not None
    low, high = scale.find(f"{CHART}min"), scale.find(f"{CHART}max")
    assert low is not None
    assert high is not None
    assert float(low.get("val", "")) == 0
    return float(high.get("val", ""))


def rows(book: bytes, sheet: int) -> list[dict[str, Any]]:
    """The rows of a sheet of a workbook, by the headings in its first row."""
    head, *body = openpyxl.load_workbook(io.BytesIO(book)).worksheets[sheet].iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in body]


def cells(book: bytes) -> Iterator[Any]:
    """Every cell of a workbook that holds something."""
    for sheet in openpyxl.load_workbook(io.BytesIO(book)).worksheets:
        for row in sheet.iter_rows():
            yield from (cell for cell in row if cell.value is not None)


def words(content: bytes, kind: str) -> str:
    """All words of a file, in order: of a document paragraphs and tables, of slides their shapes and notes."""
    if kind == "xlsx":
        return "\n".join(str(cell.value) for cell in cells(content))
    if kind == "docx":
        body = docx.Document(io.BytesIO(content)).element.body
        return "\n".join(said_in(one, WORD) for one in body.iter(f"{WORD}p"))
    found = []
    for slide in pptx.Presentation(io.BytesIO(content)).slides:
        found += [said_in(one, DRAWING) for one in slide._element.iter(f"{DRAWING}p")]
        if slide.has_notes_slide:
            found.append(slide.notes_slide.notes_text_frame.text)
    return "\n".join(found)


def said_in(paragraph: Any, space: str) -> str:
    """The words of a paragraph of a document (``WORD``) or a slide (``DRAWING``)."""
    return "".join(
        "\n" if one.tag == f"{space}br" else one.text or "" for one in paragraph.iter(f"{space}t", f"{space}br")
    )
