"""YAML in the shape that nearly every line of the data has, read line by line: the short way of ``yamltext``.

Making an object of each word of half a million lines takes most of the time of reading them. Nearly all of these lines
have one of a few shapes (a key with a word, a number or a quoted text; an item of a list; one line of brackets; a
folded text), and what they mean needs no YAML parser. Everything else is left to the parser, and so is every doubt:
a file is read here whole or not at all, and what is read here has no problem and is what ``yamltext`` reads. A test
compares the two on texts made to tell them apart.
"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum, auto
from functools import lru_cache
from typing import Any

from dashboard.scalars import HIDDEN, SPACE, Scalar, plain

_KEY = r"[a-z_][a-z0-9_]{0,40}"
_WORDS = r"[\w.](?:[\w ./()%+–-]*[\w./()%+–-])?"  # in brackets: no comma, no colon
_FREE = r"[\w.](?:(?:[\w ,;./()%+–?=-]|:(?! ))*[\w,;./()%+–?=-])?"  # on a line of its own
_END = r"(?: +#.*| *)$"
_LINE = re.compile(rf'( *)(- )?(?:({_KEY}):(?: +|$))?(?:"([^"\\]*)"|({_FREE})|([\[{{].*)|(>-))?{_END}')
_BOTH = re.compile(rf'\{{vi: (?:"([^"\\]*)"|({_WORDS})), en: (?:"([^"\\]*)"|({_WORDS}))\}}{_END}')
_INSIDE_KEY = re.compile(rf" *({_KEY}): +")
_INSIDE = re.compile(rf' *(?:"([^"\\]*)"|({_WORDS})|([\[{{])) *')
_AFTER = re.compile(_END)
_SPECIAL = re.compile(f"{HIDDEN.pattern}|{SPACE}")
_DEEPEST = 8  # brackets in brackets
MOST_ITEMS, LONGEST = 10_000, 5_000
"""Items of a list or record, and characters of a text: what has more is beyond doubt no record of a curator."""


class _Doubt(Exception):
    """The parser is to decide."""


def read(text: str) -> dict[str, Any] | None:
    """The record that a text is, values as ``scalars.plain`` reads them; None where it is not beyond doubt."""
    if "\r" in text or _SPECIAL.search(text) or not unicodedata.is_normalized("NFC", text):
        return None
    try:
        return _Reader(text.split("\n")).record()
    except _Doubt:
        return None


class _Reader:
    """The lines of a file, and the records and lists that are open, each with its indentation."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.at = 0
        self.open: list[tuple[int, dict[str, Any] | list[Any]]] = []
        self.waiting: tuple[int, dict[str, Any], str] | None = None  # a key with nothing behind it yet

    def record(self) -> dict[str, Any]:
        root: dict[str, Any] = {}
        self.open.append((0, root))
        while self.at < len(self.lines):
            line = _line(self.lines[self.at])
            self.at += 1
            if line is None:
                continue
            indent, item, key, shape, value = line
            holder = self.holder(indent, item)
            if shape is _Shape.BRACKETS:
                value = _brackets(value)
            elif shape is _Shape.FOLDED:
                value = self.folded(indent + 2 if item and key else indent)
            if len(holder) >= MOST_ITEMS:
                raise _Doubt
            if item:
                if key is None:
                    holder.append(value)
                    continue
                fresh: dict[str, Any] = {}
                holder.append(fresh)
                indent += 2
                self.open.append((indent, fresh))
                holder = fresh
            if key in holder:
                raise _Doubt
            holder[key] = value
            if shape is _Shape.NOTHING:
                self.waiting = (indent, holder, key)
        if self.waiting or not root:
            raise _Doubt
        return root

    def holder(self, indent: int, item: bool) -> Any:
        """The list that an item so indented belongs to, or the record that a key does."""
        level, holder = self.open[-1]
        if level == indent and not self.waiting and isinstance(holder, list) is item:
            return holder
        if self.waiting:
            outer, record, key = self.waiting
            self.waiting = None
            if indent < outer or (indent == outer and not item):
                raise _Doubt  # the key has no value
            made: dict[str, Any] | list[Any] = [] if item else {}
            record[key] = made
            self.open.append((indent, made))
            return made
        while self.open[-1][0] > indent:
            self.open.pop()
        if not item and isinstance(self.open[-1][1], list):
            self.open.pop()  # a list may stand as far in as the key that it belongs to
        if not self.open or self.open[-1][0] != indent or isinstance(self.open[-1][1], list) is not item:
            raise _Doubt
        return self.open[-1][1]

    def folded(self, outer: int) -> str:
        """The lines of a folded text, all of one indentation deeper than ``outer``, joined by spaces."""
        found: list[str] = []
        indent = 0
        while self.at < len(self.lines):
            line = self.lines[self.at]
            bare = line.lstrip(" ")
            here = len(line) - len(bare)
            if not bare or (found and here < indent):
                break
            indent = indent or here
            if indent <= outer or here != indent or bare[-1] == " ":
                raise _Doubt
            found.append(bare)
            self.at += 1
        while self.at < len(self.lines) and not self.lines[self.at]:
            self.at += 1
        following = self.lines[self.at] if self.at < len(self.lines) else ""
        text = " ".join(found)
        # Spaces behind the text may belong to it, as may what stands further in.
        further = len(following) - len(following.lstrip(" ")) > outer
        if not text or len(text) > LONGEST or further or following.isspace():
            raise _Doubt
        return text


def _brackets(text: str) -> Any:
    """A list or record in brackets, on one line."""
    if both := _BOTH.match(text):
        vi, vi_plain, en, en_plain = both.groups()
        return {"vi": vi if vi_plain is None else _plain(vi_plain), "en": en if en_plain is None else _plain(en_plain)}
    value, end = _inside(text, 0, 0)
    if not _AFTER.match(text, end):
        raise _Doubt
    return value


def _inside(text: str, start: int, depth: int) -> tuple[Any, int]:
    """What begins at ``start``, and where what comes after it begins."""
    found = _INSIDE.match(text, start)
    if not found or depth > _DEEPEST:
        raise _Doubt
    quoted, words, bracket = found.groups()
    at = found.end()
    if not bracket:
        return (_plain(words) if quoted is None else quoted), at
    items: list[Any] = []
    record: dict[str, Any] = {}
    while True:
        key = None
        if bracket == "{":
            named = _INSIDE_KEY.match(text, at)
            if not named or (key := named[1]) in record:
                raise _Doubt
            at = named.end()
        value, at = _inside(text, at, depth + 1)
        if key is None:
            items.append(value)
        else:
            record[key] = value
        sign = text[at : at + 1]
        at += 1
        if sign == ("]" if key is None else "}"):
            return (items if key is None else record), at
        if sign != ",":
            raise _Doubt


class _Shape(Enum):
    """What stands behind a line's key, or behind its dash."""

    WORD = auto()  # also a number, or a text in quotes
    BRACKETS = auto()
    FOLDED = auto()  # the text is in the lines that follow
    NOTHING = auto()  # as is the record or list


@lru_cache(maxsize=4096)  # of all lines two in three have been seen before: paragraph: 5
def _line(line: str) -> tuple[int, bool, Any, _Shape, Any] | None:
    """Indentation, whether it is an item, key (None: none), shape and value of a line; None where it says nothing."""
    bare = line.lstrip(" ")
    if not bare or bare[0] == "#":
        return None
    if len(line) > LONGEST:
        raise _Doubt
    found = _LINE.match(line)
    if not found:
        raise _Doubt
    spaces, item, key, quoted, free, brackets, folded = found.groups()
    shape, value = _Shape.WORD, quoted
    if free is not None:
        value = _plain(free)
    elif brackets is not None:
        shape, value = _Shape.BRACKETS, brackets
    elif folded is not None:
        shape = _Shape.FOLDED
    elif quoted is None:
        shape = _Shape.NOTHING
    if key is None and (item is None or shape is _Shape.NOTHING):
        raise _Doubt
    return len(spaces), item is not None, key, shape, value


@lru_cache(maxsize=4096)
def _plain(text: str) -> Scalar:
    value, complaint = plain(text)
    if complaint:
        raise _Doubt
    return value
