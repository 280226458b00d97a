"""The words of the interface: all in both languages, all used, none missing."""

from __future__ import annotations

import ast
import re
import string
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from dashboard.articles.verify.proofs import Proof
from dashboard.charts.view import SORTS
from dashboard.language.hedges import Hedge
from dashboard.language.words import LANGUAGES, WORDS, Language, word
from dashboard.records.models import Base, BlankKind, Level, NonFigureReason, Tier
from tests.world import REPOSITORY

# Keys that are made of a closed list, so that the code names them by no text of its own.
LISTS = {
    "": [*Level, *BlankKind, *Proof],
    "one_": list(Level),
    "grade_": list(Tier),
    "base_": list(Base),
    "hedge_": list(Hedge),
    "reason_": list(NonFigureReason),
    "sort_": list(SORTS),
}


@cache
def code() -> dict[Path, ast.Module]:
    """The modules of the dashboard that ask for words."""
    texts = {file: file.read_text("utf-8") for file in (REPOSITORY / "dashboard").rglob("*.py")}
    return {file: ast.parse(text) for file, text in texts.items() if "word(" in text and file.name != "words.py"}


def nodes() -> Iterator[ast.AST]:
    for module in code().values():
        yield from ast.walk(module)


def blanks(text: str) -> set[str]:
    """The names of the placeholders of a text."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def names_something(node: ast.AST) -> list[ast.AST | None]:
    """The parts of a node that name a field or are compared: no word is asked for by them."""
    if isinstance(node, ast.Subscript):
        return [node.slice]
    if isinstance(node, ast.Compare):
        return [node.left, *node.comparators]
    return []


_FILLED = r"[\w-]+"


@cache
def mentioned() -> tuple[set[str], list[re.Pattern[str]]]:
    """Every text in the code that may ask for a word, and every text with something put into it as a pattern."""
    texts: set[str] = set()
    patterns = []
    others = {id(part) for node in nodes() for part in names_something(node)}
    for node in nodes():
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in others:
            texts.add(node.value)
        elif isinstance(node, ast.JoinedStr):
            first = node.values[0]
            if not isinstance(first, ast.Constant) or first.value in LISTS:
                continue  # says nothing of the key, or is listed
            parts = [re.escape(str(part.value)) if isinstance(part, ast.Constant) else _FILLED for part in node.values]
            patterns.append(re.compile("".join(parts)))
    return texts, patterns


def test_every_word_is_in_both_languages_with_the_same_blanks() -> None:
    for key, texts in WORDS.items():
        assert tuple(texts) == LANGUAGES, key
        assert blanks(texts["vi"]) == blanks(texts["en"]), key
        assert all(text.strip() for text in texts.values()), key
        assert all(text == unicodedata.normalize("NFC", text) for text in texts.values()), key


def test_every_word_is_used() -> None:
    texts, patterns = mentioned()
    listed = {f"{start}{value}" for start, values in LISTS.items() for value in values}
    unused = [
        key for key in WORDS if not (key in texts or key in listed or any(one.fullmatch(key) for one in patterns))
    ]
    assert unused == []


def test_every_member_of_a_list_has_its_word() -> None:
    listed = [f"{start}{value}" for start, values in LISTS.items() for value in values]
    assert [key for key in listed if key not in WORDS] == []


def test_every_word_asked_for_is_there_and_gets_what_fills_its_blanks() -> None:
    asked = 0
    for file, module in code().items():
        if any(isinstance(node, ast.FunctionDef) and node.name == "word" for node in module.body):
            continue  # it has words of its own
        for node in ast.walk(module):
            if not (isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == "word"):
                continue
            key = node.args[0]
            if isinstance(key, ast.Constant):
                asked += 1
                given = {keyword.arg for keyword in node.keywords}
                assert key.value in WORDS, f"{file.name}:{node.lineno}"
                assert None in given or given >= blanks(WORDS[str(key.value)]["vi"]), f"{file.name}:{node.lineno}"
    assert asked > 40


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_is_filled(language: Language) -> None:
    assert word("caution", language, reasons="{x}").endswith(": {x}")
    with pytest.raises(KeyError):
        word("no such word", language)
