"""The words of the interface: all in both languages, all used, none missing."""

from __future__ import annotations

import ast
import re
import string
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest

from dashboard.articles.verify.proofs import Proof
from dashboard.charts.picture_sizes import SIZES
from dashboard.charts.view import SORTS
from dashboard.export.formats import TABLES
from dashboard.figures.comparability import Verdict
from dashboard.figures.evidence import STANDINGS
from dashboard.figures.figure_columns import Type
from dashboard.language.hedges import Hedge
from dashboard.language.words import LANGUAGES, Language, Words, catalogue, in_both, section, word
from dashboard.records.composition import GapKind
from dashboard.records.models.article import NonFigureReason, Reading
from dashboard.records.models.figure import Base, BlankKind
from dashboard.records.models.indicator import FORMULAS, Kind, Tier
from dashboard.records.models.locality import Level
from dashboard.records.models.rule import RuleVerdict
from tests.world import REPOSITORY, real

FOLDER = REPOSITORY / "dashboard/language"


HERE = None
"""What fills the gap stands as a text in the module that makes the key."""
_FORMS = ["per_year_per_100", *FORMULAS]
BUILT: dict[str, Sequence[str] | None] = {  # every key that the code builds, with all that fills its gap
    "absent_{}": list(BlankKind),
    "base_{}": list(Base),
    "blank_means_{}": list(BlankKind),
    "blank_{}": list(BlankKind),
    "col_{}": HERE,
    "count_{}": HERE,
    "download_{}": [one.id for one in TABLES],
    "figures_{}": ["all", "printed", "computed"],
    "file_{}": HERE,
    "formula_{}": _FORMS,
    "grade_{}": list(Tier),
    "hedge_means_{}": list(Hedge),
    "hedge_{}": list(Hedge),
    "help_{}": [one.id for one in TABLES],
    "kind_means_{}": list(Kind),
    "kind_{}": list(Kind),
    "legend_{}": HERE,
    "method_step_{}": HERE,
    "method_{}": HERE,
    "one_{}": list(Level),
    "pair_{}": HERE,
    "evidence_{}": STANDINGS,
    "read_{}": list(Reading),
    "source_{}": [one for one in Reading if one is not Reading.FULL],
    "reason_{}": list(NonFigureReason),
    "rules_{}": list(RuleVerdict),
    "sheet_{}": HERE,
    "short_{}": list(Proof),
    "sort_{}": list(SORTS),
    "why_sum_{}": [one.value for one in GapKind if one is not GapKind.EARLIER],
    "subject_{}": sorted({one.subject for one in real().indicators.values()}),
    "table_{}": ["brief", "figures", "indicators", "localities", "sources", "blanks", "rules"],
    "type_{}": list(get_args(Type)),
    "unless_{}": [one for one in _FORMS if one != "percent"],
    "verdict_{}": [one.name.lower() for one in Verdict],
    "way_{}": ["place", "all", "comparable", "theme", "level", "years", "query", "places"],
    "{}length_{}": [f"{short}length_{unit}" for short in ("", "short_") for unit in ("years", "months")],
    # of the answers, and their sentences
    "answers.{}": HERE,
    "answers.head_{}": ["ok", "caution", "never"],
    "answers.sum_{}": ["ok", "caution", "never"],
    "say.{}": HERE,
    "say.{}times": ["", "about_"],
    "say.{}percent": ["", "about_"],
    # of the traits
    "trait.base_{}": ["", *Base],
    "trait.no_{}": HERE,
    "trait.tier_{}": list(Tier),
}
BARE = {*Level, *BlankKind, *Proof, *(f"trait.{one}" for one in (*Level, *Kind))}
"""Keys that are the members of a closed list, so that the code names them by no text of its own."""
ASKING = re.compile(r"(?:^|\.)(?:word|say|in_both|Text\.said)$")
"""The functions whose first argument is a key."""


@cache
def code() -> dict[Path, list[ast.AST]]:
    """The nodes of each module that may ask for words."""
    texts = {file: file.read_text("utf-8") for file in (REPOSITORY / "dashboard").rglob("*.py")}
    asks = re.compile(r"\b(word|say|said|in_both|Column|Table)\(")
    return {
        file: list(ast.walk(ast.parse(text))) for file, text in texts.items()
        if asks.search(text) and file.name != "words.py"
    }  # fmt: skip


def start(file: Path) -> list[str]:
    """What the keys that a module names begin with in the catalogue."""
    traits = ["trait."] if "trait" in file.read_text("utf-8") else []
    return ["", *traits, *(["answers."] if file.parent.name == "answers" else [])]


def within(file: Path, call: ast.Call) -> str:
    """What the key that a call names begins with in the catalogue."""
    asks = ast.unparse(call.func)
    if asks == "write.word" or (asks == "self.word" and file.name == "writer.py"):
        return "answers."
    return "trait." if asks.endswith("say") else ""


def blanks(text: Words) -> set[str]:
    """The names of the placeholders of a text, in the fuller of its forms."""
    text = text if isinstance(text, str) else text["other"]
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def names_something(node: ast.AST) -> list[ast.AST | None]:
    """The parts of a node that name a field or are compared: no word is asked for by them."""
    if isinstance(node, ast.Subscript):
        return [node.slice]
    if isinstance(node, ast.Compare):
        return [node.left, *node.comparators]
    return []


def texts(file: Path) -> set[str]:
    """Every text in a module that may be the key of a word, or fill the gap of one."""
    others = {id(part) for node in code()[file] for part in names_something(node)}
    return {
        node.value for node in code()[file]
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in others
    }  # fmt: skip


def built(file: Path) -> set[str]:
    """The patterns of ``BUILT`` that a module makes keys with."""
    found = set()
    for node in code()[file]:
        if isinstance(node, ast.JoinedStr):
            found |= {begin + pattern(node) for begin in start(file)} & set(BUILT)
    return found


def pattern(key: ast.JoinedStr) -> str:
    """A key that is built, with "{}" for what is put into it."""
    return "".join(str(one.value) if isinstance(one, ast.Constant) else "{}" for one in key.values)


@cache
def used() -> set[str]:
    """Every key that some module asks for."""
    found: set[str] = set()
    for file in code():
        found |= {begin + text for begin in start(file) for text in texts(file)}
        for one in built(file):
            found |= filled(one, texts(file) if BUILT[one] is HERE else BUILT[one])
    return found | BARE


def filled(pattern: str, values: Iterable[str] | None) -> set[str]:
    """The keys that come of a pattern; one with two gaps is declared with the whole keys."""
    return {pattern.format(one) if pattern.count("{}") == 1 else one for one in values or ()}


def test_every_word_is_in_both_languages_in_one_order_with_the_same_blanks() -> None:
    vi, en = (catalogue(language) for language in LANGUAGES)
    assert list(vi) == list(en)
    for key in vi:
        assert blanks(vi[key]) == blanks(en[key]), key
        for text in (vi[key], en[key]):
            forms = [text] if isinstance(text, str) else [text["one"], text["other"]]
            assert all(one.strip() and one == unicodedata.normalize("NFC", one) for one in forms), key
            assert isinstance(text, str) or blanks(forms[0]) <= blanks(forms[1]), key


def test_both_catalogues_have_the_same_parts() -> None:
    """So that who corrects one finds the same place in the other."""
    files = [Path(FOLDER, f"words.{language}.toml").read_text("utf-8").splitlines() for language in LANGUAGES]
    vi, en = ([re.split(r" = | --- ", line)[0] for line in lines if not re.match("# [^-]", line)] for lines in files)
    first = [lines.index("") for lines in (vi, en)]  # below the foreword
    assert vi[first[0] :] == en[first[1] :]


def test_every_word_is_used() -> None:
    handed_over = (
        "board.",
        "basket.",
        "picker.",
        "streamlit.",
        "columns.",
    )  # see the tests below, and export/test_columns.py
    assert [key for key in catalogue("vi") if not key.startswith(handed_over) and key not in used()] == []


def asked(kind: type[ast.expr]) -> Iterator[tuple[Path, Any, ast.Call]]:
    """Where a key of that kind is asked for: the module, the key, and the call."""
    for file, nodes in code().items():
        for node in nodes:
            if isinstance(node, ast.Call) and node.args and ASKING.search(ast.unparse(node.func)):
                first = node.args[0]
                either = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
                yield from ((file, key, node) for key in either if isinstance(key, kind))


def test_every_key_that_is_built_is_declared_and_there() -> None:
    found = [(file, pattern(key), node) for file, key, node in asked(ast.JoinedStr)]
    assert len(found) > 40
    for file, made, node in found:
        if made.startswith(("columns.", "trait.")):
            continue  # the table of the catalogue, and the key in it as it was given
        assert {made, f"trait.{made}", within(file, node) + made} & set(BUILT), f"{file.name}:{node.lineno}"
    known = {one for file in code() for one in built(file)}
    assert set(BUILT) - known == set(), "no longer built"
    keys = [*BARE, *(key for one, values in BUILT.items() for key in filled(one, values))]
    assert [key for key in keys if key not in catalogue("vi")] == []


def test_every_word_asked_for_is_there_and_gets_what_fills_its_blanks() -> None:
    found = list(asked(ast.Constant))
    assert len(found) > 300
    for file, constant, node in found:
        key, place = within(file, node) + constant.value, f"{file.name}:{node.lineno}"
        given = {keyword.arg for keyword in node.keywords}
        assert key in catalogue("vi"), place
        assert None in given or given >= blanks(catalogue("vi")[key]), place


@pytest.mark.parametrize(
    ("name", "files"), [("board", "board/[!r]*.js"), ("basket", "board/[rb][ea][ps][ok]*.js"), ("picker", "picker.js")]
)
def test_the_browser_uses_every_word_that_it_is_given_and_no_other(name: str, files: str) -> None:
    scripts = "\n".join(one.read_text("utf-8") for one in (REPOSITORY / "dashboard/web/frontend").glob(files))
    asked = set(re.findall(r'(?:\bstrings\.|\bsay\(")(\w+)', scripts)) - {"language"}
    words = section(name, "vi")
    quoted = {key for key in words if re.search(rf'["\s{{]{key}["\s,:]', scripts)}
    sizes = {f"size_{one}" for one in SIZES} if "size_${" in scripts else set()
    assert asked <= set(words)
    assert set(words) - asked - quoted - sizes - {"board_failed"} == set()  # the last is for what loads the scripts


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_is_filled(language: Language) -> None:
    assert word("caution", language, reasons="{x}").endswith(": {x}")
    with pytest.raises(KeyError):
        word("no such word", language)


def test_a_number_decides_between_one_and_several() -> None:
    assert [word("charts", "en", n=n) for n in (0, 1, "1", 2, "1,000")] == [
        "0 charts", "1 chart", "1 chart", "2 charts", "1,000 charts",
    ]  # fmt: skip
    assert word("charts", "vi", n=1) == "1 biểu đồ"


def test_what_is_said_in_both_languages_is_filled_in_each() -> None:
    said = in_both("way_place", place={"vi": "tỉnh", "en": "province"}.__getitem__)
    assert said == {"vi": "Thêm tỉnh", "en": "Add province"}


def test_english_counts_know_their_singular() -> None:
    """What a number stands before has a form for one; else the number stands after it: "Figures checked: 1 of 9"."""
    several = re.compile(r"\{(\w+)\}\s+(?:\w+\s+)?(?!times\b|is\b|was\b|has\b|this\b|as\b)[a-z]+s\b")
    never_one = {"words", "term", "years", "a", "b", "printed", "figures", "parts", "factor"}  # never 1, or no number
    groups = {f"answers.{one}" for one in ("strip", "unranked", "ranked", "ranked_with", "group")}  # of two or more
    for key, text in catalogue("en").items():
        if isinstance(text, str) and not key.startswith("columns.") and key not in groups:
            found = [name for name in several.findall(text) if name not in never_one]
            assert found == [], f"{key}: {text}"
