"""YAML as a curator may write it: plain records and lists, read by raw text, each value with its place.

YAML guesses: ``7.397`` becomes seven and a bit with more digits than were typed, ``010`` eight, ``no`` false,
``12:30:45`` a number, and a second key of the same name silently wins. Here nothing is guessed (TECH.md, "YAML"):
what has two readings is refused, with its place and the way to write it. The parser's events are walked, never its
objects, so that an alias can't explode and deep nesting can't overflow.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import yaml

from dashboard.problems import Problem

Path = tuple[str | int, ...]
Place = tuple[int, int]

DEEPEST = 50
LONGEST_NUMBER = 18
FASTEST: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+")
_LEADING_ZERO = re.compile(r"-?0[0-9]+(?:\.[0-9]+)?")
_PLAIN_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
# Tabs, control characters and the line breaks that only some programs honour: YAML readers differ over them.
_REFUSED = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


@dataclass
class Marks:
    """Where each value and each key of a file stands, by its path (as pydantic's ``loc``), lines from 1."""

    values: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)

    def value(self, path: Path) -> Place:
        """The place of a value, or of the nearest record around it where it is absent."""
        while path and path not in self.values:
            path = path[:-1]
        return self.values.get(path, (1, 1))

    def key(self, path: Path) -> Place:
        """The place of a key; of the value where it has none (an item of a list)."""
        return self.keys.get(path) or self.value(path)


@dataclass
class Document:
    """One file: plain data (dict, list, str, int, Decimal, bool, None), the places, and what is wrong."""

    data: Any
    marks: Marks
    problems: list[Problem]


class _Stop(Exception):
    """Nothing more can be read from this file."""


def read(raw: bytes, file: str, loader: Any = None) -> Document:
    """Read one YAML file. Never raises: what is wrong is in ``problems``, ``data`` holds what could be read."""
    reader = _Reader(file)
    try:
        reader.data = reader.document(reader.text(raw), loader or FASTEST)
    except _Stop:
        pass
    return Document(reader.data, reader.marks, reader.problems)


class _Reader:
    def __init__(self, file: str) -> None:
        self.file = file
        self.data: Any = None
        self.marks = Marks()
        self.problems: list[Problem] = []

    def refuse(self, place: Place, message: str, hint: str) -> None:
        self.problems.append(Problem(self.file, *place, message, hint))

    def text(self, raw: bytes) -> str:
        """The bytes as text; a leading byte order mark is dropped."""
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            before = raw[: error.start].decode("utf-8-sig", "replace")
            self.refuse(_place(before, len(before)), "the file is not UTF-8 from here", "save it as UTF-8")
            raise _Stop from error
        text = text.replace("\r\n", "\n")
        for found in _REFUSED.finditer(text):
            character = found.group()
            name = (
                "a tab" if character == "\t" else f"a character that can't be seen, U+{ord(character):04X},"
            )
            hint = "use spaces" if character == "\t" else "delete it"
            self.refuse(_place(text, found.start()), f"{name} stands here", hint)
        if self.problems:
            raise _Stop
        return text

    def document(self, text: str, loader: Any) -> Any:
        events = self.events(text, loader)
        event = next(events)
        if isinstance(event, yaml.StreamEndEvent):
            self.refuse((0, 0), "the file is empty", "fill it in or delete it")
            raise _Stop
        if event.version or event.tags:
            self.refuse(_start(event), "a directive (%YAML, %TAG) is not allowed", "delete the line")
        self.data = self.node(next(events), events, (), 1)
        next(events)
        event = next(events)
        if not isinstance(event, yaml.StreamEndEvent):
            self.refuse(
                _start(event), "a second document begins here", "one file holds one document: delete '---'"
            )
        return self.data

    def events(self, text: str, loader: Any) -> Iterator[Any]:
        try:
            for event in yaml.parse(text, Loader=loader):
                if not isinstance(event, yaml.StreamStartEvent):
                    yield event
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            place = (mark.line + 1, mark.column + 1) if mark else (0, 0)
            what = ", ".join(filter(None, (error.context, error.problem)))
            self.refuse(
                place, f"this is not YAML: {what}", "check quotes, colons and indentation here and above"
            )
            raise _Stop from error
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            self.refuse(
                (0, 0), "this is not YAML", "check the escapes (\\u…) and directives (%…) of the file"
            )
            raise _Stop from error

    def node(self, event: Any, events: Iterator[Any], path: Path, depth: int) -> Any:
        place = self.marks.values[path] = _start(event)
        if depth > DEEPEST:
            self.refuse(place, f"nested deeper than {DEEPEST}", "a bracket may be missing above")
            raise _Stop
        if event.anchor is not None:
            sign = "an alias (*)" if isinstance(event, yaml.AliasEvent) else "an anchor (&)"
            self.refuse(
                place, f"{sign} is not allowed: {event.anchor}", "write the value out, or quote the text"
            )
            if isinstance(event, yaml.AliasEvent):
                return None
        if event.tag is not None:
            self.refuse(place, f"a tag is not allowed: {event.tag}", "delete it, or quote the text")
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, place)
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(events, path, depth)
        items: list[Any] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(self.node(event, events, (*path, len(items)), depth + 1))
        return items

    def mapping(self, events: Iterator[Any], path: Path, depth: int) -> dict[str, Any]:
        record: dict[str, Any] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            place = _start(event)
            if not isinstance(event, yaml.ScalarEvent):
                what = "an alias" if isinstance(event, yaml.AliasEvent) else "a list or record"
                self.refuse(
                    place, f"{what} can't be a key", "a key is a plain word; quote text that holds { [ *"
                )
                self.node(event, events, (*path, "?"), depth + 1)
                self.node(next(events), events, (*path, "?"), depth + 1)
                continue
            if event.anchor is not None or event.tag is not None:
                self.refuse(place, f"an anchor or tag is not allowed: {event.value}", "write the key alone")
            key = event.value
            self.unclean(key, place)
            if key == "<<" and not event.style:
                self.refuse(place, "a merge key (<<) is not allowed", "write the properties out")
            elif key in record:
                first = self.marks.key((*path, key))[0]
                self.refuse(
                    place, f"{key} stands twice in this record, first on line {first}", "delete one of them"
                )
                self.node(next(events), events, (*path, key, "?"), depth + 1)
                continue
            self.marks.keys[(*path, key)] = place
            value = self.node(next(events), events, (*path, key), depth + 1)
            if key != "<<":
                record[key] = value
        return record

    def scalar(self, event: Any, place: Place) -> Any:
        text: str = event.value
        if event.style:
            self.unclean(text, place)
            return text
        if text in _PLAIN_WORDS:
            return _PLAIN_WORDS[text]
        if _INTEGER.fullmatch(text) or _DECIMAL.fullmatch(text):
            if len(text) > LONGEST_NUMBER:
                self.refuse(place, f"the number {text[:LONGEST_NUMBER]}… is too long", "check its digits")
                return None
            return Decimal(text) if "." in text else int(text)
        if _LEADING_ZERO.fullmatch(text):
            self.refuse(
                place,
                f"unquoted code; put it in quotes: {text}",
                f'"{text}" for a code; a number without the 0',
            )
            return text
        self.unclean(text, place)
        return text

    def unclean(self, text: str, place: Place) -> None:
        """Refuse text that is not NFC or that escapes brought characters into which nobody can see."""
        if found := _REFUSED.search(text):
            self.refuse(
                place, f"the text holds U+{ord(found.group()):04X}, which can't be seen", "delete the escape"
            )
        elif not unicodedata.is_normalized("NFC", text):
            clean = unicodedata.normalize("NFC", text)
            self.refuse(
                place, "the text is not in Unicode form NFC (accents are kept apart)", f"write {clean[:60]}"
            )


def _start(event: Any) -> Place:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _place(text: str, offset: int) -> Place:
    head = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
    return head.count("\n") + 1, offset_in_line(head)


def offset_in_line(head: str) -> int:
    return len(head) - (head.rfind("\n") + 1) + 1
