"""YAML is read by raw text, guesses nothing, and tells the place of everything."""

from __future__ import annotations

import time
from decimal import Decimal
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.records.yaml_text import DEEPEST, FASTEST, Document, read


def only(text: str | bytes) -> tuple[int, int, str, str]:
    raw = text if isinstance(text, bytes) else text.encode()
    problems = read(raw, "a.yaml").problems
    assert len(problems) == 1, problems
    assert problems[0].file == "a.yaml"
    return problems[0].line, problems[0].column, problems[0].message.en, problems[0].hint.en


def data(text: str) -> Any:
    document = read(text.encode(), "a.yaml")
    assert document.problems == []
    return document.data


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("7397", 7397),
        ("7.397", Decimal("7.397")),
        ("1.000", Decimal("1.000")),
        ("96.8", Decimal("96.8")),
        ("-3", -3),
        ("0", 0),
        ("0.5", Decimal("0.5")),
        ("true", True),
        ("false", False),
        ("", None),
        ("~", None),
        ("null", None),
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("True", "True"),
        ("12:30:45", "12:30:45"),
        ("2019-10-18", "2019-10-18"),
        ("2019", 2019),
        ("2015/2019", "2015/2019"),
        ("../2017", "../2017"),
        ("1e5", "1e5"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("'7397'", "7397"),
        ('"06670"', "06670"),
        ('"null"', "null"),
        ('""', ""),
        ('"đ\\u1ea3ng"', "đảng"),
    ],
)
def test_a_value_means_what_is_written(written: str, meant: object) -> None:
    found = data(f"key: {written}")["key"]
    assert found == meant
    assert type(found) is type(meant)


def test_a_decimal_keeps_every_digit() -> None:
    assert str(data("key: 1.500")["key"]) == "1.500"


@pytest.mark.parametrize("code", ["010", "06670", "08", "-07", "01.5"])
def test_an_unquoted_code_is_refused(code: str) -> None:
    line, column, message, hint = only(f"a: 1\nkey: {code}")
    assert (line, column) == (2, 6)
    assert message == f"unquoted code; put it in quotes: {code}"
    assert f'"{code}"' in hint


@pytest.mark.parametrize(
    ("text", "line", "column", "said"),
    [
        ("a: &x 1", 1, 4, "an anchor (&) is not allowed: x"),
        ("a: *x", 1, 4, "an alias (*) is not allowed: x"),
        ("a: !!str 1", 1, 4, "a tag is not allowed: tag:yaml.org,2002:str"),
        ("a: !x {}", 1, 4, "a tag is not allowed: !x"),
        ("a: 1\n<<: {b: 1}", 2, 1, "a merge key (<<) is not allowed"),
        ("a: 1\nb: 2\na: 3", 3, 1, "a stands twice in this record, first on line 1"),
        ("- {a: 1, a: 2}", 1, 10, "a stands twice in this record, first on line 1"),
        ("a: 1\n---\nb: 2", 2, 1, "a second document begins here"),
        ("%YAML 1.2\n---\na: 1", 1, 1, "a directive (%YAML, %TAG) is not allowed"),
        ("{[a]: 1}", 1, 2, "a list or record can't be a key"),
        ("a:\n\t- 1", 2, 1, "a tab stands here"),
        ("a: \x00", 1, 4, "a character that can't be seen, U+0000"),
        ("a: x\u2028y", 1, 5, "a character that can't be seen, U+2028"),
        ("a: x\u202ey", 1, 5, "a character that can't be seen, U+202E"),
        ("a: x\U000e0041y", 1, 5, "a character that can't be seen, U+E0041"),
        ("a: x\u3164y", 1, 5, "a character that can't be seen, U+3164"),
        ("a: x\ufe0fy", 1, 5, "a character that can't be seen, U+FE0F"),
        ("a: x\u200dy", 1, 5, "a character that can't be seen, U+200D"),
        ('a: "x\\u061c"', 1, 4, "the text holds U+061C, which can't be seen"),
        ('a: "\\0"', 1, 4, "the text holds U+0000, which can't be seen"),
        ("a: [1, 2", 1, 4, "the [ opened here is not closed"),
        ('a: "x\n\nb: 1\n', 1, 4, "the quotation mark opened here is not closed"),
        ("a: b: c", 1, 4, "this text needs quotes"),
        ("a: 1\n b: 2", 2, 2, "this line is indented by 1 space, not as those around it"),
        ("a: " + "9" * 40, 1, 4, "the number 999999999999999999… is too long"),
        ("a: đa\u0309ng", 1, 4, "the text is not in Unicode form NFC"),
        ("", 0, 0, "the file is empty"),
        ("# nothing\n", 0, 0, "the file is empty"),
    ],
)
def test_what_is_refused_is_told_with_its_place(text: str, line: int, column: int, said: str) -> None:
    found = only(text)
    assert found[:2] == (line, column)
    assert found[2].startswith(said)
    assert found[3]


def test_text_that_is_not_nfc_is_shown_as_it_should_be() -> None:
    assert only("a: đa\u0309ng")[3] == "write đảng"


def test_bytes_that_are_not_utf_8_are_told_by_place() -> None:
    assert only("a: 1\nb: đ".encode() + b"\xff")[:3] == (2, 5, "the file is not UTF-8 from here")


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm() -> None:
    document = read(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n", "a.yaml")
    assert (document.data, document.problems) == ({"a": 1, "b": 2}, [])
    assert document.marks.keys[("b",)] == (2, 1)


def test_nesting_ends_at_its_limit_and_no_deeper() -> None:
    assert read(("[" * DEEPEST + "]" * DEEPEST).encode(), "a").problems == []
    assert only("[" * 3000 + "]" * 3000)[:3] == (1, DEEPEST + 1, f"nested deeper than {DEEPEST}")


def test_all_problems_of_a_file_are_told_at_once() -> None:
    text = "a: 010\nb: &x 1\nc: !y 2\na: 3\nd: [1"
    found = sorted((problem.line, problem.message.en[:12]) for problem in read(text.encode(), "a").problems)
    assert found == [
        (1, "unquoted cod"),
        (2, "an anchor (&"),
        (3, "a tag is not"),
        (4, "a stands twi"),
        (5, "the [ opened"),
    ]


def test_every_value_and_key_has_its_place() -> None:
    marks = read("a: 1\nlist:\n  - x: đảng\n    y:\n  - [p, q]\n".encode(), "a").marks
    assert marks.value(("list", 0, "x")) == (3, 8)
    assert marks.key(("list", 0, "y")) == (4, 5)
    assert marks.value(("list", 1, 1)) == (5, 9)
    assert marks.value(("list", 0, "absent", 3)) == (3, 5), "what is absent: the record that lacks it"
    assert marks.key(("list", 1)) == (5, 5)


def outcome(document: Document) -> tuple[Any, bool]:
    return document.data, bool(document.problems)


LIKE_YAML = st.text(st.sampled_from("ab0159 \n:-?,[]{}#&*!|>'\"%@`.~<=_\r\\xuệ\u0301"), max_size=40)


@settings(deadline=None)
@given(st.binary() | st.text().map(str.encode) | LIKE_YAML.map(str.encode))
def test_no_bytes_whatever_raise(raw: bytes) -> None:
    for loader in (FASTEST, yaml.SafeLoader):
        document = read(raw, "a.yaml", loader)
        assert all(problem.line >= 0 and problem.message.en and problem.hint.en for problem in document.problems)


@pytest.mark.skipif(not yaml.__with_libyaml__, reason="PyYAML without its C loader")
@settings(deadline=None)
@given(LIKE_YAML)
def test_where_both_loaders_read_a_text_they_read_the_same(text: str) -> None:
    fast, pure = (read(text.encode(), "a", loader, with_marks=True) for loader in (yaml.CSafeLoader, yaml.SafeLoader))
    if not fast.problems and not pure.problems:
        assert fast.data == pure.data


PLAIN = st.recursive(
    st.integers(-(10**9), 10**9)
    | st.booleans()
    | st.none()
    | st.lists(st.sampled_from([*"aâ ệ:#-'{,1.%", 'a"a']), max_size=12).map("".join),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from("abcdef"), inner, max_size=4),
    max_leaves=12,
)


@pytest.mark.skipif(not yaml.__with_libyaml__, reason="PyYAML without its C loader")
@settings(deadline=None)
@given(PLAIN, st.booleans())
def test_both_loaders_agree_on_values_places_and_problems(value: Any, flow: bool) -> None:
    text = yaml.safe_dump({"top": value}, allow_unicode=True, default_flow_style=flow)
    fast, pure = (read(text.encode(), "a", loader, with_marks=True) for loader in (yaml.CSafeLoader, yaml.SafeLoader))
    assert fast == pure


@settings(deadline=None)
@given(PLAIN)
def test_what_is_written_in_quotes_reads_back(value: Any) -> None:
    text = yaml.safe_dump({"top": value}, allow_unicode=True)
    if "&" not in text:
        document = read(text.encode(), "a")
        assert document.problems == []
        assert document.data == {"top": value}


@pytest.mark.parametrize("text", ["❤️ quê hương", "1️⃣ một", "👨‍👩‍👧 gia đình", "🏳️‍🌈", "⚠️ lưu ý", "👍🏽"])
def test_an_emoji_may_hold_what_makes_it_one(text: str) -> None:
    for raw in (f"a: {text}", f'a: "{text}"', f"a: {text} # {text}"):
        found = read(raw.encode(), "f")
        assert found.problems == []
        assert found.data == {"a": text}


def test_what_a_spreadsheet_does_not_hold_to_the_last_digit_is_no_number() -> None:
    for digits in ("9" * 15, "0." + "9" * 14, "-" + "9" * 15):
        found = read(f"a: {digits}\n".encode(), "a.yaml")
        assert found.problems == []
        assert format(Decimal(repr(float(found.data["a"]))), "f").removesuffix(".0") == digits
    for digits in ("9" * 16, "9" * 10 + "." + "9" * 6):
        (problem,) = read(f"a: {digits}\n".encode(), "a.yaml").problems
        assert "too long" in problem.message.en


@pytest.mark.parametrize("line", ["a: b{}c: d", "a: @{}c", 'a: ["x"{}"'])
def test_a_slip_is_looked_for_in_no_line_longer_than_a_hand_writes(line: str) -> None:
    """To look for it there may take the square of its length: a hundred seconds for a file of 200 KB."""
    begun = time.process_time()
    assert read(f"{line.format(' ' * 190_000)}\n".encode(), "a.yaml").problems
    assert time.process_time() - begun < 5
