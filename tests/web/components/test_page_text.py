"""Words get onto a page in one way: nothing but ``page_text`` and the controls calls what is read as Markdown."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marko.ext.gfm import gfm

from dashboard.records.models.article import Article
from dashboard.records.scalars import HIDDEN
from dashboard.web.components.page_text import address, plain
from tests.world import figure, world

WEB = Path(__file__).parents[3] / "dashboard" / "web"
VIEWS = sorted(path for folder in ("components", "pages") for path in (WEB / folder).glob("*.py"))
NO_MARKDOWN = {
    "Page", "html", "code", "components",
    "container", "columns", "empty", "fragment", "rerun", "set_page_config", "query_params",
    "session_state",
}  # fmt: skip
ESCAPING = ("page_text.py", "controls.py", "downloads.py")
"""Each label in these goes through ``plain``."""


@pytest.mark.parametrize("path", VIEWS, ids=lambda path: path.name)
def test_nothing_else_calls_what_reads_markdown(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if path.name in ESCAPING:
            if isinstance(node, ast.Call):
                _escaped(node, path)
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "st":
            assert node.attr in NO_MARKDOWN, f"{path.name}:{node.lineno}: st.{node.attr}; use page_text"


def _escaped(call: ast.Call, path: Path) -> None:
    """Every text in a call of Streamlit is what ``plain``, or a function made of it, gave."""
    name = call.func
    if not (isinstance(name, ast.Attribute) and isinstance(name.value, ast.Name) and name.value.id == "st"):
        return
    if name.attr in NO_MARKDOWN:
        return
    labels = [*call.args[:1], *(one.value for one in call.keywords if one.arg in ("label", "help", "body"))]
    if name.attr == "page_link":
        labels = labels[1:]  # the first is the page
    for label in labels:
        assert re.search(r"\bplain\b|_bold\(|_items\(", said := ast.unparse(label)), (path.name, said)


@given(st.text(st.characters(codec="utf-8")))
def test_any_text_stays_what_it_is_and_makes_no_mark(text: str) -> None:
    html = gfm(plain(text))
    assert html.count("<") in (0, 2), html
    assert "<p>" in html or not HIDDEN.sub("", text).strip()


@given(st.text("ab `*_[]()<>&$~:!#+=-.0129|@/\\{}'\"\n", max_size=12))
def test_signs_of_markdown_make_no_mark(text: str) -> None:
    assert gfm(plain(text)).count("<") in (0, 2), plain(text)


def test_a_plain_sentence_needs_no_signs() -> None:
    text = "Huyện Quảng Ninh (Quảng Bình): 7.397 đảng viên; 96,8 % – “tốt” 100+"
    assert plain(text) == text


def at(address: str | None) -> Article:
    dataset = world({"p.an": [figure("members", 5)]})
    return dataset.articles["p.an"].model_copy(update={"address": address})


@pytest.mark.parametrize("text", ["javascript:alert(1)", "data:text/html,x", "//outside.example", "Báo in", None])
def test_only_an_address_of_the_web_is_a_link(text: str | None) -> None:
    assert "<a" not in address(at(text), "vi")


def test_an_address_is_escaped() -> None:
    assert address(at('https://a.example/"><svg onload=x>'), "vi") == (
        "https://a.example/&quot;&gt;&lt;svg onload=x&gt;"
    )


def test_an_address_stands_beside_that_of_its_archived_copy() -> None:
    assert address(at("https://a.example/?a=1&b=2"), "vi") == (
        '<a href="https://a.example/?a=1&amp;b=2" rel="noreferrer">https://a.example/?a=1&amp;b=2</a> · '
        '<a href="https://web.archive.org/web/20200304/https://a.example/?a=1&amp;b=2" rel="noreferrer">'
        "Bản lưu ở Web Archive</a>"
    )
