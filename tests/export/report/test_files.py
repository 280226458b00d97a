"""Read back, each file holds every figure with its evidence, in native charts, tables and text."""

from __future__ import annotations

import io
import subprocess
import sys
from dataclasses import replace
from typing import Any
from zipfile import ZipFile

import docx
import openpyxl
import pptx
import pytest
from docx.shared import Mm, Pt
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from dashboard.articles.verify.proofs import status
from dashboard.cli import report as command
from dashboard.export.report.blocks import Graph, Report, clean, graphs, plain
from dashboard.export.report.build import KINDS, BadTemplate, build
from dashboard.export.report.sources import columns
from dashboard.figures import page_link
from dashboard.language.words import LANGUAGES, Language
from dashboard.records.dataset import Dataset
from tests.export.report.conftest import ALL_ITEMS, everything, index, reported, spec, written
from tests.export.report.packages import WORD, Bar, Package, bars, cells, maximum, opened, rows, said_in, words
from tests.hostile import STRINGS, Maker
from tests.world import REPOSITORY

CHARTS = {"docx": r"word/charts/chart\d+\.xml", "pptx": r"ppt/charts/chart\d+\.xml", "xlsx": r"xl/charts/chart\d+\.xml"}
BOOKS = {"docx": r"word/embeddings/.*\.xlsx", "pptx": r"ppt/embeddings/.*\.xlsx"}
FILLS = {"solid": "solidFill", "computed": "noFill", "hedged": "pattFill", "both": "pattFill", "unsplit": "pattFill"}
kinds = pytest.mark.parametrize("kind", KINDS)


def mm(length: Any) -> int:
    """A length of a document in whole millimetres."""
    found: int = round(length.mm)
    return found


def styled(document: Any, style: str) -> list[Any]:
    """The paragraphs of a style."""
    return [one for one in document.paragraphs if one.style.name == style]


def drawn(report: Report) -> list[Graph]:
    return [one for section in report.sections for one in graphs(section.blocks)]


def as_bars(graph: Graph) -> list[Bar]:
    """The bars that a native chart of a graph has to have."""
    return [
        Bar(
            category, series.name, point.value, point.label if point.value is not None else "",
            FILLS[point.mark], point.mark != "solid",
        )
        for series in graph.series
        for category, point in zip(graph.categories, series.points, strict=True)
    ]  # fmt: skip


def test_the_command_knows_every_kind() -> None:
    assert tuple(KINDS) == command.KINDS


@kinds
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_a_sound_package(kind: str, language: Language) -> None:
    assert opened(written(kind, *ALL_ITEMS, language=language)).faults == []


@kinds
@pytest.mark.parametrize("language", LANGUAGES)
def test_its_charts_have_every_bar_as_the_screen_shows_it(kind: str, language: Language) -> None:
    package = opened(written(kind, *ALL_ITEMS, language=language))
    found, expected = list(package.named(CHARTS[kind]).values()), drawn(reported(*ALL_ITEMS, language=language))
    assert len(found) == len(expected) > 5
    for raw, graph in zip(found, expected, strict=True):
        assert bars(raw) == as_bars(graph)
        assert maximum(raw) == pytest.approx(graph.maximum)


@pytest.mark.parametrize("kind", BOOKS)
def test_the_workbook_behind_a_chart_holds_its_data_and_all_evidence(kind: str) -> None:
    package = opened(written(kind, *ALL_ITEMS))
    books = list(package.named(BOOKS[kind]).values())
    heads = columns("vi")
    for raw, graph in zip(books, drawn(reported(*ALL_ITEMS)), strict=True):
        assert opened(raw).faults == []
        data, evidence = rows(raw, 0), rows(raw, 1)
        for at, category in enumerate(graph.categories):
            row = data[at]
            assert row.pop("None") == category
            assert row == {one.name: one.points[at].value for one in graph.series}
        assert len(evidence) == len(graph.shown)
        for row, shown in zip(evidence, graph.shown, strict=True):
            for key in ("place", "value", "unit", "hedge", "date", "printed", "source", "paragraph", "verdict", "id"):
                assert (row[heads[key]] or "") == getattr(shown, key), key
            assert row[heads["number"]] == pytest.approx(shown.number)


@pytest.mark.parametrize("kind", BOOKS)
def test_a_chart_refers_to_the_cells_of_its_own_workbook(kind: str) -> None:
    package = opened(written(kind, {"chart": "?chart=members"}))
    ((name, raw),) = package.named(CHARTS[kind]).items()
    folder, _, file = name.rpartition("/")
    rels = package.parts[f"{folder}/_rels/{file}.rels"].decode()
    assert rels.count("<Relationship ") == 1
    assert "/embeddings/" in rels
    (book,) = package.named(BOOKS[kind]).values()
    sheet = openpyxl.load_workbook(io.BytesIO(book)).worksheets[0]
    assert f"'{sheet.title}'!$A$2:$A$5".encode() in raw
    assert f"'{sheet.title}'!$B$2:$B$5".encode() in raw
    assert b"<c:externalData" in raw


@kinds
@pytest.mark.parametrize("language", LANGUAGES)
def test_its_words_hold_every_value_date_phrase_article_paragraph_and_verdict(kind: str, language: Language) -> None:
    own: dict[str, Any] = {"language": language, "author": "Ban Tổ chức", "date": "2025-06-30"}
    report = reported(*ALL_ITEMS, **own)
    said = words(written(kind, *ALL_ITEMS, **own), kind)
    for section in report.sections:
        assert section.title in said
        for one in section.shown:
            for part in (one.place, one.what, one.value, one.date, one.hedge, one.printed, one.paragraph, one.computed):
                assert part in said, one
            assert all(report.sources[number - 1].text in said for number in one.sources)
            assert all(mark in said for mark in one.sources.values())
    for source in report.sources:
        assert source.full in said
    for line in (*report.method, report.credit, report.title, report.author, report.date):
        assert line in said
    for section in report.sections:
        for block in section.blocks:
            for note in getattr(block, "notes", ()):
                assert plain(note.runs) in said
            for row in getattr(block, "rows", ()):
                assert all(plain(cell).replace("\n", "") in said.replace("\n", "").replace("\N{NO-BREAK SPACE}", " ")
                           for cell in row)  # fmt: skip


@kinds
def test_titles_and_comments_are_the_readers_own(kind: str) -> None:
    comment = "Dòng thứ nhất.\nDòng thứ hai."
    said = words(written(kind, {"chart": "?chart=poor", "title": "Hộ nghèo", "comment": comment}), kind)
    for line in ("Hộ nghèo", "Dòng thứ nhất.", "Dòng thứ hai."):
        assert line in said


@kinds
def test_every_chart_has_its_alternative_text(kind: str) -> None:
    package = opened(written(kind, *ALL_ITEMS))
    place = {"docx": r"word/document\.xml", "pptx": r"ppt/slides/slide\d+\.xml", "xlsx": r"xl/drawings/drawing\d+\.xml"}
    whole = b"".join(package.named(place[kind]).values()).decode()
    for graph in drawn(reported(*ALL_ITEMS)):
        assert graph.alt.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") in whole


def test_phrases_lead_to_their_place_in_the_article_and_marks_to_the_list_of_sources() -> None:
    dataset = everything()
    article = dataset.articles["p.an"].model_copy(update={"address": "https://bao.example/bai-1"})
    dataset = replace(dataset, articles={**dataset.articles, "p.an": article})
    link = page_link.at_phrase(dataset.by_id["p.an/members@p.an"], dataset)
    assert "#:~:text=" in link
    for kind in KINDS:
        package = opened(written(kind, *ALL_ITEMS, dataset=dataset))
        rels = b"".join(raw for name, raw in package.parts.items() if name.endswith(".rels")).decode()
        assert link.replace("&", "&amp;") in rels or link.partition("#")[2].replace("&", "&amp;") in "".join(
            raw.decode() for name, raw in package.parts.items() if "worksheets" in name or name.endswith(".rels")
        )
    document = opened(written("docx", *ALL_ITEMS, dataset=dataset)).parts["word/document.xml"].decode()
    for source in reported(*ALL_ITEMS, dataset=dataset).sources:
        assert f'w:anchor="nguon_{source.number}"' in document
        assert document.count(f'w:name="nguon_{source.number}"') == 1


def test_the_libraries_of_office_are_imported_only_when_a_report_is_written() -> None:
    code = "import sys, dashboard.cli.main, dashboard.export.report.build, dashboard.web.server.routes; "
    code += "sys.exit(', '.join({'docx', 'pptx', 'lxml'} & set(sys.modules)) or 0)"
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=REPOSITORY).returncode == 0


# --- the document


def test_page_and_type_are_those_of_vietnamese_offices() -> None:
    document = docx.Document(io.BytesIO(written("docx", *ALL_ITEMS)))
    (section,) = document.sections
    assert (mm(section.page_width), mm(section.page_height)) == (210, 297)
    assert all(20 <= mm(margin) <= 25 for margin in (section.top_margin, section.bottom_margin))
    assert 30 <= mm(section.left_margin) <= 35
    assert 15 <= mm(section.right_margin) <= 20
    normal = document.styles["Normal"].font
    assert normal.name == "Times New Roman"
    assert Pt(13) <= normal.size <= Pt(14)
    assert section.different_first_page_header_footer
    assert "PAGE" in section.header._element.xml


def test_headings_and_tables_are_native_and_heads_of_tables_are_repeated() -> None:
    document = docx.Document(io.BytesIO(written("docx", *ALL_ITEMS)))
    report = reported(*ALL_ITEMS)
    heads = [one.text for one in styled(document, "Heading 1")]
    assert heads == [*(section.title for section in report.sections), "Cách đọc", "Nguồn",
                     "Phụ lục: số liệu và câu chữ nguyên văn"]  # fmt: skip
    assert [one.text for one in styled(document, "Title")] == ["Báo cáo"]
    assert len(document.inline_shapes) == len(drawn(report)) > 5
    assert len(document.tables) > 5
    for table in document.tables:
        assert "w:tblHeader" in table.rows[0]._tr.xml
    captions = [said_in(one._p, WORD) for one in styled(document, "Caption")]
    titles = [graph.title for graph in drawn(report)]
    assert [one for one in captions if one.startswith("Biểu đồ")] == [
        f"Biểu đồ {number}. {title}" for number, title in enumerate(titles, 1)
    ]


def test_a_document_begins_with_a_template_and_keeps_its_page_and_styles() -> None:
    given_template = docx.Document()
    given_template.add_paragraph("CƠ QUAN BAN HÀNH")
    given_template.sections[0].page_width = Mm(250)
    given_template.styles["Normal"].font.name = "Liberation Serif"
    content = io.BytesIO()
    given_template.save(content)
    made = written("docx", *ALL_ITEMS, template=content.getvalue())
    document = docx.Document(io.BytesIO(made))
    assert document.paragraphs[0].text == "CƠ QUAN BAN HÀNH"
    assert mm(document.sections[0].page_width) == 250
    assert document.styles["Normal"].font.name == "Liberation Serif"
    assert opened(made).faults == []
    assert opened(written("docx", *ALL_ITEMS, template=made)).faults == []  # a report on top of a report


def test_slides_begin_with_those_of_a_template() -> None:
    given_template = pptx.Presentation()
    given_template.slides.add_slide(given_template.slide_layouts[0]).shapes.title.text = "Cơ quan"
    content = io.BytesIO()
    given_template.save(content)
    made = written("pptx", *ALL_ITEMS, template=content.getvalue())
    slides = pptx.Presentation(io.BytesIO(made))
    assert slides.slides[0].shapes.title.text == "Cơ quan"
    assert slides.slide_width == given_template.slide_width
    assert opened(made).faults == []
    assert opened(written("pptx", *ALL_ITEMS, template=made)).faults == []


@pytest.mark.parametrize("kind", ["docx", "pptx"])
@pytest.mark.parametrize("raw", [b"", b"words", b"PK\x03\x04", None])
def test_a_template_that_is_none_is_told(kind: str, raw: bytes | None) -> None:
    other = written("xlsx", ALL_ITEMS[0]) if raw is None else raw
    with pytest.raises(BadTemplate, match=f"can't be read as a .{kind} file"):
        written(kind, ALL_ITEMS[0], template=other)


# --- slides


def test_each_chart_has_a_slide_of_its_own_with_its_sources_and_phrases_in_the_notes() -> None:
    slides = list(pptx.Presentation(io.BytesIO(written("pptx", *ALL_ITEMS))).slides)
    report = reported(*ALL_ITEMS)
    charts = [slide for slide in slides if any(shape.has_chart for shape in slide.shapes)]
    assert len(charts) == len(drawn(report)) > 5
    for slide, graph in zip(charts, drawn(report), strict=True):
        assert sum(shape.has_chart for shape in slide.shapes) == 1
        said = "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
        for number in graph.sources:
            source = next(one for one in report.sources if one.number == number)
            assert f"[{number}] {source.text}" in said
        for note in graph.notes:
            assert plain(note.runs) in said
        notes = slide.notes_slide.notes_text_frame.text
        assert all(f"“{one.printed}”" in notes and one.verdict in notes for one in graph.shown)


def test_nothing_on_a_slide_is_beyond_its_edge() -> None:
    long = {"comment": "Lời bình rất dài. " * 120, "title": "Nhan đề dài " * 20}
    presentation = pptx.Presentation(io.BytesIO(written("pptx", *({**item, **long} for item in ALL_ITEMS))))
    for slide in presentation.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= presentation.slide_width
            assert shape.top + shape.height <= presentation.slide_height


# --- hostile texts


def hostile(first: int) -> Dataset:
    return Maker(first, 9).dataset(everything())


@kinds
@pytest.mark.parametrize("first", range(0, len(STRINGS), 9))
def test_no_text_of_the_data_is_markup_a_formula_or_a_link(kind: str, first: int) -> None:
    dataset = hostile(first)
    made = written(kind, *ALL_ITEMS, dataset=dataset)
    package = opened(made)
    assert package.faults == []
    said = words(made, kind)
    for one in reported(*ALL_ITEMS, dataset=dataset).evidence:
        assert clean(one.printed) in said
        assert clean(one.place) in said
    rels = b"".join(raw for name, raw in package.parts.items() if name.endswith(".rels"))
    assert b"outside.example" not in rels
    assert no_formula(package, made, kind)


def no_formula(package: Package, made: bytes, kind: str) -> bool:
    books = [made] if kind == "xlsx" else list(package.named(BOOKS[kind]).values())
    return all(cell.data_type != "f" for book in books for cell in cells(book))


@kinds
@settings(max_examples=6)
@given(st.text(max_size=60), st.sampled_from(STRINGS))
def test_no_title_or_comment_is_anything_but_text(kind: str, any_text: str, string: str) -> None:
    title = f"{any_text} {string}"
    item = {"chart": "?chart=poor", "title": title, "comment": f"{string}\n{any_text}."}
    try:
        made_spec = spec(item, {"table": "?chart=poor", "title": title}, author=title)
    except ValidationError:
        return
    dataset = everything()
    made = build(made_spec, kind, index(dataset), status(dataset))
    package = opened(made)
    assert package.faults == []
    assert made_spec.items[0].title is not None
    assert made_spec.items[0].title in words(made, kind)
    assert b"outside.example" not in b"".join(raw for name, raw in package.parts.items() if name.endswith(".rels"))
    assert no_formula(package, made, kind)


@kinds
@pytest.mark.parametrize(
    "text", ["=1+1", "{=SUM(1)}", "@SUM(1)", "+1", "http://outside.example/x", "mailto:who@outside.example",
             "internal:A1", "external:c:/a.xlsx"],
)  # fmt: skip
def test_a_text_is_text_even_where_a_program_would_make_a_formula_or_a_link_of_it(kind: str, text: str) -> None:
    dataset = everything()
    place = dataset.localities["p.an"].model_copy(update={"name": text})
    dataset = replace(dataset, localities={**dataset.localities, "p.an": place})
    own = {"title": text, "comment": text}
    made = build(
        spec(*({**item, **own} for item in ALL_ITEMS[:8]), title=text, author=text),
        kind, index(dataset), status(dataset),
    )  # fmt: skip
    package = opened(made)
    assert package.faults == []
    assert text in words(made, kind)
    books = [made] if kind == "xlsx" else list(package.named(BOOKS[kind]).values())
    for cell in (cell for book in books for cell in cells(book)):
        assert cell.data_type != "f"
        assert cell.hyperlink is None
    assert b"outside.example" not in b"".join(raw for name, raw in package.parts.items() if name.endswith(".rels"))


@given(st.text())
def test_a_clean_text_may_stand_in_xml(text: str) -> None:
    found = clean(text)
    assert clean(found) == found
    assert not any(ord(char) < 32 and char != "\n" for char in found)
    assert not any(0xD800 <= ord(char) <= 0xDFFF or ord(char) in (0xFFFE, 0xFFFF) for char in found)


# --- many


@kinds
def test_a_report_tells_how_far_it_is(kind: str) -> None:
    told: list[tuple[int, int]] = []
    many = [ALL_ITEMS[n % 5] for n in range(40)]
    dataset = everything()
    made = build(
        spec(*many), kind, index(dataset), status(dataset), progress=lambda done, all_: told.append((done, all_))
    )
    assert told == [(n, 40) for n in range(1, 41)]
    package = opened(made)
    assert package.faults == []
    assert len(package.named(CHARTS[kind])) == 40


def test_the_same_report_is_the_same_workbook() -> None:
    assert _content(written("xlsx", *ALL_ITEMS)) == _content(written("xlsx", *ALL_ITEMS))


def _content(made: bytes) -> Any:
    with ZipFile(io.BytesIO(made)) as file:
        return {name: file.read(name) for name in file.namelist()}
