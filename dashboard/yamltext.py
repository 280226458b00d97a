"""YAML as a curator may write it: plain records and lists, each value with its place.

YAML guesses: ``010`` becomes eight, ``no`` false, ``12:30:45`` a number, a second key of one name silently wins,
an alias may explode. Here nothing is guessed (TECH.md, "YAML"): what has two readings is refused, with its place
and the way to write it. The parser's events are walked, never its objects; a file of everyday lines needs no parser.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from dashboard import everyday
from dashboard.problems import Problem
from dashboard.scalars import UNSEEN, Complaint, plain, unclean

Path = tuple[str | int, ...]
Place = tuple[int, int]

DEEPEST = 50
FASTEST: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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
    """One file: plain data (dict, list, str, int, Decimal, bool, None), and what is wrong."""

    data: Any
    problems: list[Problem]
    raw: bytes = field(repr=False)
    found: Marks | None = field(default=None, repr=False)

    @property
    def marks(self) -> Marks:
        """The places; where the file was read the short way, it is read again for them: only a problem needs them."""
        if self.found is None:
            self.found = read(self.raw, "", FASTEST).marks
        return self.found


class _Stop(Exception):
    """Nothing more can be read from this file."""


def read(raw: bytes, file: str, loader: Any = None) -> Document:
    """Read one YAML file. Never raises: what is wrong is in ``problems``, what could be read in ``data``.

    ``loader``: the parser to use; given none, what is beyond doubt is read without one (``everyday``).
    """
    if loader is None:
        with contextlib.suppress(UnicodeDecodeError):
            record = everyday.read(raw.decode("utf-8-sig").replace("\r\n", "\n"))
            if record is not None:
                return Document(record, [], raw)
    reader = _Reader(file)
    data = None
    with contextlib.suppress(_Stop):
        data = reader.document(reader.text(raw), loader or FASTEST)
    return Document(data, reader.problems, raw, reader.marks)


class _Reader:
    def __init__(self, file: str) -> None:
        self.file = file
        self.marks = Marks()
        self.problems: list[Problem] = []

    def refuse(self, place: Place, message: str, hint: str) -> None:
        self.problems.append(Problem(self.file, *place, message, hint))

    def stop(self, place: Place, message: str, hint: str) -> _Stop:
        self.refuse(place, message, hint)
        return _Stop(message)

    def text(self, raw: bytes) -> str:
        """The bytes as text; a leading byte order mark is dropped."""
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            before = raw[: error.start].decode("utf-8-sig", "replace")
            raise self.stop(_end(before), "the file is not UTF-8 from here", "save it as UTF-8") from error
        text = text.replace("\r\n", "\n")
        for found in UNSEEN.finditer(text):
            place = _end(text[: found.start()])
            if found.group() == "\t":
                self.refuse(place, "a tab stands here", "use spaces")
            else:
                self.refuse(place, f"a character that can't be seen, U+{ord(found.group()):04X}", "delete it")
        if self.problems:
            raise _Stop
        return text

    def document(self, text: str, loader: Any) -> Any:
        events = self.events(text, loader)
        event = next(events)
        if isinstance(event, yaml.StreamEndEvent):
            raise self.stop((0, 0), "the file is empty", "fill it in or delete it")
        if event.version or event.tags:
            self.refuse(_start(event), "a directive (%YAML, %TAG) is not allowed", "delete the line")
        data = self.node(next(events), events, (), 1)
        with contextlib.suppress(_Stop):  # what follows may be bad, the document stands
            next(events)
            event = next(events)
            if not isinstance(event, yaml.StreamEndEvent):
                hint = "one file holds one document: delete '---'"
                self.refuse(_start(event), "a second document begins here", hint)
        return data

    def events(self, text: str, loader: Any) -> Iterator[Any]:
        try:
            for event in yaml.parse(text, Loader=loader):
                if not isinstance(event, yaml.StreamStartEvent):
                    yield event
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            if error.context_mark and mark and (mark.line + 1, mark.column + 1) >= _end(text.rstrip()):
                mark = error.context_mark  # what is never closed is told where it was opened
            place = (mark.line + 1, mark.column + 1) if mark else (0, 0)
            what = ", ".join(filter(None, (error.context, error.problem)))
            hint = "check quotes, colons and indentation here and above"
            raise self.stop(place, f"this is not YAML: {what}", hint) from error
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            hint = "check the escapes (\\u…) and directives (%…) of the file"
            raise self.stop((0, 0), "this is not YAML", hint) from error

    def node(self, event: Any, events: Iterator[Any], path: Path, depth: int) -> Any:
        place = self.marks.values[path] = _start(event)
        if depth > DEEPEST:
            raise self.stop(place, f"nested deeper than {DEEPEST}", "a bracket may be missing above")
        alias = isinstance(event, yaml.AliasEvent)
        if event.anchor is not None:
            sign = "an alias (*)" if alias else "an anchor (&)"
            self.refuse(place, f"{sign} is not allowed: {event.anchor}", "write it out, or quote the text")
        if alias:
            return None
        if event.tag is not None:
            self.refuse(place, f"a tag is not allowed: {event.tag}", "delete it, or quote the text")
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(events, path, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[Any] = []
            while not isinstance(event := next(events), yaml.SequenceEndEvent):
                items.append(self.node(event, events, (*path, len(items)), depth + 1))
            return items
        value, complaint = (event.value, unclean(event.value)) if event.style else plain(event.value)
        self.complain(place, complaint)
        return value

    def mapping(self, events: Iterator[Any], path: Path, depth: int) -> dict[str, Any]:
        record: dict[str, Any] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self.key(event, events, path, depth)
            if key is None or key in record:
                if key is not None:
                    first = self.marks.key((*path, key))[0]
                    message = f"{key} stands twice in this record, first on line {first}"
                    self.refuse(_start(event), message, "delete one of them")
                self.node(next(events), events, (*path, "?"), depth + 1)
                continue
            self.marks.keys[*path, key] = _start(event)
            record[key] = self.node(next(events), events, (*path, key), depth + 1)
        return record

    def key(self, event: Any, events: Iterator[Any], path: Path, depth: int) -> str | None:
        """The key, which is always text; None for what can't be one."""
        place = _start(event)
        if not isinstance(event, yaml.ScalarEvent):
            what = "an alias" if isinstance(event, yaml.AliasEvent) else "a list or record"
            self.refuse(place, f"{what} can't be a key", "a key is a plain word; quote text that holds { [ *")
            self.node(event, events, (*path, "?"), depth + 1)
            return None
        if event.anchor is not None or event.tag is not None:
            self.refuse(place, f"an anchor or tag is not allowed: {event.value}", "write the key alone")
        if event.value == "<<" and not event.style:
            self.refuse(place, "a merge key (<<) is not allowed", "write the properties out")
            return None
        self.complain(place, unclean(event.value))
        return str(event.value)

    def complain(self, place: Place, complaint: Complaint | None) -> None:
        if complaint:
            self.refuse(place, *complaint)


def _start(event: Any) -> Place:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _end(text: str) -> Place:
    """The place just behind a text."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return len(lines), len(lines[-1]) + 1
