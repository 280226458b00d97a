"""Reads a YAML file strictly: plain records and lists, each value with its place in the file.

YAML guesses: ``010`` becomes eight, ``no`` false, ``12:30:45`` a number (YAML 1.1, types int and bool), the second of
two equal keys wins, an alias may expand to gigabytes. Here nothing is guessed: a value with two readings is refused,
with its place and the way to write it. PyYAML only parses; its events are read here, and none of its objects is built.
"""

from __future__ import annotations

import contextlib
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import yaml

from dashboard.language.bilingual import DELETE_ONE, Both
from dashboard.records import shared_fields, yaml_slips
from dashboard.records.problems import Problem
from dashboard.records.scalars import SPACE, Complaint, plain, unclean
from dashboard.records.yaml_decoding import decode, place_after
from dashboard.records.yaml_refusals import Place, Refusals, StopReading

Path = tuple[str | int, ...]
NextEvent = Callable[[], Any]

DEEPEST = 50
MOST_ITEMS, MOST_VALUES = 10_000, 150_000
"""Most items of a list or record, and most values of a file: twice what the whole country needs."""
LONGEST = 5_000
"""Most characters of a text."""
FASTEST: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_KEY = re.compile(r"[a-z_][a-z0-9_]{0,40}")  # the form of every known key, so that most keys need no further test
_RUN_ON = re.compile(r'([a-z_][a-z0-9_]*)(:| +["“{\[])')  # a key whose value follows without ": "
_ITEM = re.compile(r" *(?:- )?[a-z_][a-z0-9_]*: \S|.*: [\"']$")  # in a quoted text: its end is missing


@dataclass
class Marks:
    """The place of each value and each key of a file, by its path (as in pydantic's ``loc``)."""

    values: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)

    def value(self, path: Path) -> Place:
        """The place of a value; if it is absent, of the nearest record around it."""
        while path and path not in self.values:
            path = path[:-1]
        return self.values.get(path, (1, 1))

    def key(self, path: Path) -> Place:
        """The place of a key; of the value if it has no key (an item of a list)."""
        return self.keys.get(path) or self.value(path)


@dataclass
class Document:
    """One file: its plain data (dict, list, str, int, Decimal, bool, None; None if not readable), and its problems."""

    data: Any
    problems: list[Problem]
    raw: bytes = field(repr=False)
    found: Marks | None = field(default=None, repr=False)

    @property
    def marks(self) -> Marks:
        """The places. The file is read again for them when they are first asked for: only problems need them."""
        if self.found is None:
            self.found = read(self.raw, "", with_marks=True).marks
        return self.found


def read(raw: bytes, file: str, loader: Any = FASTEST, *, with_marks: bool = False) -> Document:
    """Read one YAML file. Never raises: errors are ``Document.problems``.

    ``with_marks``: note the place of every value at once, which takes a fifth more time.
    """
    reader = _Reader(file, with_marks)
    data = None
    with contextlib.suppress(StopReading):
        data = reader.document(decode(raw, reader.refusals), loader)
    if reader.repeated_keys and not with_marks:
        return read(raw, file, loader, with_marks=True)
    for path, keys in reader.repeated_keys.items():
        reader.refuse_repeated(path, keys)
    marks = reader.marks if with_marks else None
    if data is not None and shared_fields.has_groups(data):
        if marks is not None:
            marks = Marks(shared_fields.moved(data, marks.values), shared_fields.moved(data, marks.keys))
        data = shared_fields.spread(data)
    refusals = reader.refusals
    return Document(None if refusals.unlisted else data, refusals.problems(), raw, marks)


class _Reader:
    """Reads the events of one file."""

    def __init__(self, file: str, with_marks: bool) -> None:
        self.with_marks = with_marks  # if not, every path is ()
        self.marks = Marks()
        self.lines: list[str] = []
        self.clean = False  # whether no text of the file needs ``scalars.unclean``
        self.indentation: list[tuple[Place, Both, Both]] = []  # refused only if the file can be parsed
        self.refusals = Refusals(file)
        self.repeated_keys: dict[Path, list[tuple[str, Place]]] = {}  # by the path of their record
        self.values = 0

    def document(self, text: str, loader: Any) -> Any:
        """The data of a text. Raises StopReading if it is not YAML."""
        self.lines = re.split("\r|\n", text)
        self.clean = "\\" not in text and unicodedata.is_normalized("NFC", text) and not re.search(SPACE, text)
        try:
            return self.stream(loader(text).get_event)
        except yaml.MarkedYAMLError as error:
            raise self.parse_error(error, text, loader) from error
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            hint = Both("xem các mã thoát (\\u…) và chỉ thị (%…) trong tệp",
                        "check the escapes (\\u…) and directives (%…) of the file")  # fmt: skip
            raise self.refusals.stop((0, 0), Both("tệp này không phải YAML", "this is not YAML"), hint) from error

    def stream(self, take: NextEvent) -> Any:
        take()  # the start of the stream
        event = take()
        if isinstance(event, yaml.StreamEndEvent):
            message = Both("tệp trống", "the file is empty")
            raise self.refusals.stop((0, 0), message, Both("điền vào hoặc xóa tệp", "fill it in or delete it"))
        if event.version or event.tags:
            message = Both("không dùng chỉ thị (%YAML, %TAG)", "a directive (%YAML, %TAG) is not allowed")
            self.refusals.add(_start(event), message, Both("xóa dòng này", "delete the line"))
        data = self.node(take(), take, (), 1)
        take()
        if not isinstance(event := take(), yaml.StreamEndEvent):
            message = Both("ở đây bắt đầu tài liệu thứ hai", "a second document begins here")
            hint = Both("mỗi tệp một tài liệu: xóa '---'", "one file holds one document: delete '---'")
            self.refusals.add(_start(event), message, hint)
        for place, message, hint in self.indentation:
            self.refusals.add(place, message, hint)
        return data

    def parse_error(self, error: yaml.MarkedYAMLError, text: str, loader: Any) -> StopReading:
        """Refuse a text that can't be parsed: at the slip that explains it, else where the parser stopped."""
        mark = error.problem_mark or error.context_mark
        if error.context_mark and mark and (mark.line + 1, mark.column + 1) >= place_after(text.rstrip()):
            mark = error.context_mark  # what is never closed is reported where it was opened
        place = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        failed = error.problem_mark.line + 1 if error.problem_mark else place[0]
        if slip := yaml_slips.find_slip(text, failed, lambda other: _failing_line(other, loader)):
            return self.refusals.stop((slip.line, slip.column), slip.message, slip.hint)
        what = ", ".join(filter(None, (error.context, error.problem)))
        message = Both("không đọc được YAML từ đây", f"this is not YAML: {what}")
        hint = Both("xem dấu ngoặc kép, dấu hai chấm và thụt lề ở đây và phía trên",
                    "check quotes, colons and indentation here and above")  # fmt: skip
        return self.refusals.stop(place, message, hint)

    def count(self, event: Any, items: int) -> None:
        """Count a value, the item number ``items`` of its list or record. Raises StopReading beyond the limits."""
        self.values += 1
        if items < MOST_ITEMS and self.values <= MOST_VALUES:
            return
        most, vi, en = (MOST_ITEMS, "mục trong một danh sách", "items of a list")
        if items < MOST_ITEMS:
            most, vi, en = MOST_VALUES, "giá trị trong một tệp", "values of a file"
        message = Both(f"quá nhiều: nhiều nhất {most} {vi} được đọc", f"too many: at most {most} {en} are read")
        raise self.refusals.stop(_start(event), message, Both("xem đó là tệp gì", "check what file this is"))

    def node(self, event: Any, take: NextEvent, path: Path, depth: int) -> Any:
        if self.with_marks:
            self.marks.values[path] = _start(event)
        if depth > DEEPEST:
            message = Both(f"lồng nhau quá {DEEPEST} tầng", f"nested deeper than {DEEPEST}")
            hint = Both("có thể thiếu dấu ngoặc ở phía trên", "a bracket may be missing above")
            raise self.refusals.stop(_start(event), message, hint)
        alias = isinstance(event, yaml.AliasEvent)
        if event.anchor is not None:
            sign = Both("tham chiếu (*)", "an alias (*)") if alias else Both("neo (&)", "an anchor (&)")
            hint = Both("viết đầy đủ ra, hoặc đặt chữ trong ngoặc kép", "write it out, or quote the text")
            message = Both("không dùng ", "") + sign + Both("", " is not allowed") + f": {event.anchor}"
            self.refusals.add(_start(event), message, hint)
        if alias:
            return None
        if event.tag is not None:
            message = Both(f"không dùng thẻ: {event.tag}", f"a tag is not allowed: {event.tag}")
            hint = Both("xóa đi, hoặc đặt chữ trong ngoặc kép", "delete it, or quote the text")
            self.refusals.add(_start(event), message, hint)
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(take, path, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[Any] = []
            while not isinstance(event := take(), yaml.SequenceEndEvent):
                self.count(event, len(items))
                items.append(self.node(event, take, (*path, len(items)) if self.with_marks else path, depth + 1))
            return items
        if len(event.value) > LONGEST:
            self.complain(event, too_long(len(event.value)))
            return None
        if event.start_mark.line != event.end_mark.line and event.style not in ("|", ">"):
            self.over_lines(event)
        if event.style:
            if not self.clean:
                self.complain(event, unclean(event.value))
            return event.value
        value, complaint = plain(event.value)
        self.complain(event, complaint)
        return value

    def over_lines(self, event: Any) -> None:
        """Note a text that runs on over a line that looks like an item or a key: an indentation or a quote is wrong."""
        for at in range(event.start_mark.line + 1, event.end_mark.line + 1):
            line = self.lines[at]
            if not event.style and line.lstrip().startswith("- "):
                column = len(line) - len(line.lstrip()) + 1
                message = Both("dòng này thụt vào quá sâu", "this line is indented too far")
                hint = Both("thụt vào bằng dòng trên", "indent it like the line above")
                self.indentation.append(((at + 1, column), message, hint))
            elif event.style and _ITEM.match(line):
                self.indentation.append((_start(event), *yaml_slips.NOT_CLOSED))

    def mapping(self, take: NextEvent, path: Path, depth: int) -> dict[str, Any]:
        record: dict[str, Any] = {}
        while not isinstance(event := take(), yaml.MappingEndEvent):
            self.count(event, len(record))
            key = self.key(event, take, path, depth)
            if key is None or key in record:
                if key is not None:
                    self.repeated_keys.setdefault(path, []).append((key, _start(event)))
                self.node(take(), take, (*path, "?"), depth + 1)
                continue
            below = path
            if self.with_marks:
                below = (*path, key)
                self.marks.keys[below] = _start(event)
            record[key] = self.node(take(), take, below, depth + 1)
        return record

    def refuse_repeated(self, path: Path, twice: list[tuple[str, Place]]) -> None:
        """Refuse keys that a record has twice. If there are several, a new item probably lacks its dash."""
        key, place = twice[0]
        first = self.marks.key((*path, key))[0]
        message = key + Both(
            f" có hai lần trong nhóm khóa này, lần đầu ở dòng {first}",
            f" stands twice in this record, first on line {first}",
        )
        hint = DELETE_ONE
        if len(twice) > 1:
            dash = Both(
                'thêm "- " ở đầu dòng nếu đây là mục mới; không thì ',
                'if a new item begins here, put "- " before it; else ',
            )
            hint = dash + DELETE_ONE
        self.refusals.add(place, message, hint)

    def key(self, event: Any, take: NextEvent, path: Path, depth: int) -> str | None:
        """The key as text; None if it can't be a key."""
        if event.anchor is None and isinstance(event, yaml.ScalarEvent) and event.tag is None:
            value: str = event.value
            if _KEY.fullmatch(value):
                return value
        place = _start(event)
        if not isinstance(event, yaml.ScalarEvent):
            what = Both("danh sách hay nhóm khóa", "a list or record")
            if isinstance(event, yaml.AliasEvent):
                what = Both("tham chiếu", "an alias")
            hint = Both(
                "khóa là một từ trơn; chữ có { [ * thì đặt trong ngoặc kép",
                "a key is a plain word; quote text that holds { [ *",
            )
            self.refusals.add(place, what + Both(" không thể là khóa", " can't be a key"), hint)
            self.node(event, take, (*path, "?"), depth + 1)
            return None
        if len(event.value) > LONGEST:
            self.complain(event, too_long(len(event.value)))
            return None
        if event.anchor is not None or event.tag is not None:
            message = Both("không dùng neo hay thẻ: ", "an anchor or tag is not allowed: ") + event.value
            self.refusals.add(place, message, Both("chỉ viết khóa", "write the key alone"))
        if event.value == "<<" and not event.style:
            message = Both("không dùng khóa gộp (<<)", "a merge key (<<) is not allowed")
            self.refusals.add(place, message, Both("viết đầy đủ các khóa ra", "write the properties out"))
            return None
        if not event.style and (run_on := _RUN_ON.match(event.value)):
            name, sign = run_on.groups()
            message = yaml_slips.no_space(name) if sign == ":" else yaml_slips.no_colon(name)
            where = place[0], place[1] + len(name) + (sign == ":")
            raise self.refusals.stop(where, message, Both("viết ", "write ") + f"{name}: …")
        self.complain(event, unclean(event.value))
        return str(event.value)

    def complain(self, event: Any, complaint: Complaint | None) -> None:
        if complaint:
            self.refusals.add(_start(event), *complaint)


def too_long(length: int) -> Complaint:
    """The complaint about a text that is too long."""
    message = Both(f"chữ dài {length} ký tự, quá {LONGEST}", f"the text has {length} characters, more than {LONGEST}")
    return message, Both("rút ngắn lại, hoặc xem chỗ đóng ngoặc kép", "shorten it, or check where its quotes end")


def _start(event: Any) -> Place:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _failing_line(text: str, loader: Any) -> int | None:
    """The line at which a text stops being YAML; None if all of it is YAML."""
    try:
        for _ in yaml.parse(text, Loader=loader):
            pass
    except yaml.MarkedYAMLError as error:
        return error.problem_mark.line + 1 if error.problem_mark else 1
    except (yaml.YAMLError, ValueError, OverflowError):
        return 1
    return None
