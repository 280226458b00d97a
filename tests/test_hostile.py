"""No text of the data or an address is markup anywhere: not on a page, in a chart, a file, or a citation."""

from __future__ import annotations

import gzip
import io
import json
import re
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import openpyxl
import pytest
from marko.ext.gfm import gfm
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import UnknownElement

from dashboard.export import extract, formats
from dashboard.export.table_view import TableView
from dashboard.web.components.page_text import plain
from dashboard.web.server import store
from dashboard.web.server.store import Good
from tests.at_page import at_page
from tests.hostile import STRINGS, Maker
from tests.sample import Root
from tests.web.answers.test_answer import Read
from tests.world import REPOSITORY

APP = str(REPOSITORY / "dashboard/web/server/app.py")
PAGES = {
    "compare": {}, "compare: two": {"places": "quang-binh.quang-ninh,quang-ninh.ha-long.ha-lam"},
    "compare: indicator": {"indicator": "members"}, "data": {},
    "locality": {"place": "quang-binh.quang-ninh"}, "sources": {}, "method": {},
    "pair": {"a": "paper-2019/members", "b": "paper-2020/members"}, "embed": {"theme": "all", "chart": "members"},
}  # fmt: skip
SEVERAL = 9  # strings in one text, so that three runs have each of them in each field


@pytest.fixture(autouse=True)
def no_scan(monkeypatch: pytest.MonkeyPatch, root: Root) -> None:
    scan = "streamlit.components.v2.manifest_scanner.scan_component_manifests"
    monkeypatch.setattr(scan, lambda *_: [], raising=False)
    monkeypatch.setenv("DOISANH_ROOT", str(root.path))


def _nodes(node: Any) -> Iterator[Any]:
    yield node
    for child in getattr(node, "children", {}).values():
        yield from _nodes(child)


def _markdown(proto: Any) -> Iterator[str]:
    """All texts of an element that the browser reads as Markdown."""
    for name in ("body", "label", "help"):
        if isinstance(text := getattr(proto, name, None), str):
            yield text
    for option in getattr(proto, "options", ()):
        if content := getattr(option, "content", ""):
            yield content
    if label := getattr(getattr(proto, "expandable", None), "label", ""):
        yield label


class _Tags(HTMLParser):
    """The elements and attributes that a piece of HTML makes."""

    def __init__(self) -> None:
        super().__init__()
        self.bad: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("img", "svg", "iframe", "object", "form", "link", "meta"):
            self.bad.append(tag)
        for name, value in attrs:
            if name.startswith("on") or (name == "style" and "url(" in str(value)):
                self.bad.append(f"{tag} {name}")
            if name in ("href", "src") and re.match(r"[a-z]+:|//", str(value)):
                self.bad.append(f"{tag} {name}={value}")


def _marks(text: str) -> set[str]:
    """What Markdown makes of a text beside paragraphs and lists."""
    html = re.sub("</?(p|ul|li|strong)>", "", gfm(text))
    return set(re.findall("<[^>]*>", html))


def _address(page: str, language: str, hostile: str) -> dict[str, str]:
    """An address with a word to search for, or one that shows all there is."""
    more = (
        {}
        if ":" in page
        else {"q": hostile[:80]}
        if language == "vi"
        else {"theme": "all"}
        if page in ("compare", "data")
        else {}
    )
    return {"lang": language, hostile[:40]: hostile, **more, **PAGES[page]}


def _answers(proto: Any) -> Iterator[str]:
    """The HTML that a component puts into the page."""
    if type(proto).__name__ == "BidiComponent" and proto.bytes:
        yield json.loads(gzip.decompress(proto.bytes)).get("answer", "")


@pytest.mark.parametrize("string", STRINGS)
def test_plain_text_has_no_marks(string: str) -> None:
    for text in (string, f"trước {string}", f"{string} sau", string * 2):
        assert not re.findall("<(?!/?p>)[^>]*>", gfm(plain(text))), plain(text)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("first", range(0, len(STRINGS), SEVERAL))
def test_no_text_of_the_data_or_the_address_is_markup_on_a_page(
    root: Root, monkeypatch: pytest.MonkeyPatch, page: str, first: int
) -> None:
    good = Maker(first, SEVERAL).good(root.dataset())
    monkeypatch.setattr(store, "current", lambda *_: store.Now(good, []))
    hostile = " ".join(STRINGS[first : first + SEVERAL])
    for language in ("vi", "en"):
        app = AppTest.from_file(APP, default_timeout=60).run()
        at_page(app, page.partition(":")[0])
        for key, value in _address(page, language, hostile).items():
            app.query_params[key] = value
        app.run()
        assert not app.exception, app.exception[0].proto
        for node in _nodes(app._tree):
            proto: Any = getattr(node, "proto", None)
            for html in _answers(proto):
                assert Read(html).bad == []
                assert html or ":" not in page
            if type(proto).__name__ == "Html":
                tags = _Tags()
                tags.feed(re.sub(r"<(script|style)>.*?</\1>", "", proto.body, flags=re.S))
                assert not tags.bad
                assert "alert('script')" not in "".join(re.findall("<script>.*?</script>", proto.body, re.S))
            elif proto is not None and not isinstance(node, UnknownElement):
                for text in _markdown(proto):
                    assert not _marks(text), text


def test_no_text_of_the_data_is_a_formula_or_a_name_that_leads_away_in_a_file(root: Root) -> None:
    good: Good = Maker(0, len(STRINGS)).good(root.dataset())
    chosen = extract.chosen(good.dataset, good.frame, good.proofs, TableView(text="", places=()))
    for one in formats.TABLES:
        assert re.fullmatch(r"[\w.-]+", one.name(chosen)), one.name(chosen)
        content = one.write(chosen)
        if one.id == "xlsx":
            for sheet in openpyxl.load_workbook(io.BytesIO(content)):
                assert not [cell for row in sheet for cell in row if cell.data_type == "f"]
                assert not [cell.hyperlink for row in sheet for cell in row
                            if cell.hyperlink and "outside" in str(cell.hyperlink.target)]  # fmt: skip
        elif zipfile.is_zipfile(io.BytesIO(content)):
            assert all(re.fullmatch(r"[\w./-]+", name) for name in zipfile.ZipFile(io.BytesIO(content)).namelist())
