"""The short way of reading YAML reads what the parser reads, or leaves it to the parser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard import everyday
from dashboard.yamltext import FASTEST, read

REPOSITORY = Path(__file__).resolve().parents[1]
FILES = [
    path.read_text("utf-8") for part in ("data", "seeds") for path in sorted((REPOSITORY / part).glob("**/*.yaml"))
]


def typed(value: Any) -> Any:
    """The value with its types, so that 1 and True, or 1 and Decimal(1), differ."""
    if isinstance(value, dict):
        return [(key, typed(one)) for key, one in value.items()]
    return [typed(one) for one in value] if isinstance(value, list) else (type(value), str(value))


def agrees(text: str) -> bool:
    """Whether it was read the short way; asserts that the parser says the same of it."""
    record = everyday.read(text)
    if record is None:
        return False
    parsed = read(text.encode(), "a.yaml", FASTEST)
    assert parsed.problems == []
    assert typed(record) == typed(parsed.data)
    return True


def test_nearly_all_of_the_data_is_read_the_short_way() -> None:
    short = [agrees(text) for text in FILES]
    assert sum(short) > 0.8 * len(FILES)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("a: 1\n", {"a": 1}),
        ("a: 2019-10-18   # why\n# more\n\nb: 'x'\n", None),
        ("a: 2019-10-18   # why\n# more\n\nb: x y, z\n", {"a": "2019-10-18", "b": "x y, z"}),
        ("a:\n  - b: 1\n    c:\n    - x\n    - y\n  - {b: 2}\n", {"a": [{"b": 1, "c": ["x", "y"]}, {"b": 2}]}),
        ("a:\n- 1\n- 2\nb: null\n", {"a": [1, 2], "b": None}),
        ("a:\n  b: >-\n    one # two\n    three\nc: 1\n", {"a": {"b": "one # two three"}, "c": 1}),
        ('a: {vi: "x, {y}", en: z 1}\n', {"a": {"vi": "x, {y}", "en": "z 1"}}),
        ("a: [x, {b: [1, 2]}]   # why\n", {"a": ["x", {"b": [1, 2]}]}),
    ],
)
def test_what_is_everyday(text: str, meant: object) -> None:
    assert everyday.read(text) == meant
    assert agrees(text) is (meant is not None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing\n",
        "- a\n",
        "a\n",
        " a: 1\n",
        "a: 1\na: 2\n",
        "a:\nb: 1\n",
        "a:\n",
        "a: 1\n  b\n",
        "a: 1\n  b: 2\n",
        "a: &x 1\n",
        "a: *x\n",
        "a: !x 1\n",
        "<<: {b: 1}\n",
        "a: 06670\n",
        "a: b: c\n",
        'a: "x\\ty"\n',
        'a: "x" y\n',
        'a: "x\n  y"\n',
        "a: [1, 2\n",
        "a: {b: 1, b: 2}\n",
        "a: {b: 1} c\n",
        "a: [1 # 2]\n",
        "a: |\n  x\n",
        "a: >-\nb: 1\n",
        "a: >-\n  x\n   y\n",
        "a: >-\n  x\n\n  y\n",
        "a: >-\n   x\n  y\n",
        "a: >-\n  x\n   \n",
        "a:\n  b: 1\n c: 2\n",
        "a:\n  - 1\n  b: 2\n",
        "---\na: 1\n",
        "a: 1\n---\nb: 2\n",
        "a: 1\n...\n",
        "%YAML 1.2\n---\na: 1\n",
        "a:\t1\n",
        "a: đa\u0309ng\n",
        "a: x\u2028y\n",
        "a: '1'\n",
        "a: - 1\n",
        "a: ? b\n",
        "? a\n: 1\n",
        "A: 1\n",
        "a : 1\n",
        "a:1\n",
        "a: 1\rb: 2\n",
        "a: 9999999999999999999\n",
        "a: {b: c: d}\n",
        "a: {b:1}\n",
        "a: [1,]\n",
        "a: []\n",
        "a: [[[[[[[[[[1]]]]]]]]]]\n",
        "a:\n  -\n",
        "- - 1\n",
    ],
)
def test_what_is_left_to_the_parser(text: str) -> None:
    assert everyday.read(text) is None


PIECES = [
    "a",
    "b: ",
    "c:",
    "- ",
    "- a: ",
    "  ",
    " ",
    "\n",
    "\n  ",
    "\n    ",
    "\n- ",
    "\n  - ",
    '"',
    "'",
    "[",
    "]",
    "{",
    "}",
    ", ",
    "# x",
    " # x",
    ": ",
    ":",
    ">-",
    ">-\n    ",
    "|",
    "&x",
    "*x",
    "!x",
    "%",
    "1",
    "06",
    "1.50",
    "true",
    "null",
    "~",
    "..",
    "---",
    "...",
    "ệ",
    "\u0301",
    "\t",
    "\r",
    "\\",
    "?",
    "-",
    "{vi: ",
    ", en: ",
    "{vi: x, en: y}",
    "[a, b]",
    '"x y"',
    "x: y",
    "\xa0",
]
LINES = st.tuples(
    st.sampled_from(["", "  ", "    ", "   ", "- ", "  - ", "    - "]),
    st.sampled_from(["a: ", "b: ", "c: ", "c:", "", "a:  "]),
    st.one_of(
        st.sampled_from(["", "1", "x y", '"x, y"', "{vi: x, en: 1}", "[x, 1.50]", ">-", "{a: 1, b: {c: x}}", "x  # y"]),
        st.lists(st.sampled_from(PIECES), max_size=3).map("".join),
    ),
).map("".join)


@settings(deadline=None, max_examples=400)
@given(st.lists(LINES, max_size=8).map("\n".join) | st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_whatever_is_read_the_short_way_is_what_the_parser_reads(text: str) -> None:
    agrees(text)


@settings(deadline=None, max_examples=150)
@given(st.data())
def test_nor_is_a_slip_in_a_file_read_otherwise(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(FILES))[:1500]
    at = data.draw(st.integers(0, len(text)))
    gone = data.draw(st.integers(0, 3))
    agrees(text[:at] + data.draw(st.sampled_from(PIECES)) + text[at + gone :])
