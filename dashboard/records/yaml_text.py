"""YAML as a curator may write it: plain records and lists, each value with its place.

YAML guesses: ``010`` becomes eight, ``no`` false, ``12:30:45`` a number, a second key of one name silently wins,
an alias may explode. Here nothing is guessed (TECH.md, "YAML"): what has two readings is refused, with its place
and the way to write it. The parser's events are walked, never its objects.
"""

from __future__ import annotations

import contextlib
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import yaml

from dashboard.language.bilingual import DELETE_ONE, Both, counted
from dashboard.records import yaml_slips
from dashboard.records.problems import MOST, Problem, more
from dashboard.records.scalars import DELETE, HIDDEN, SPACE, Complaint, plain, unclean

Path = tuple[str | int, ...]
Take = Callable[[], Any]  # the parser's next event
Place = tuple[int, int]

DEEPEST = 50
MOST_ITEMS, MOST_VALUES = 10_000, 150_000
"""How many items a list or record may have, and how many values a file: twice what one needs for the whole country."""
LONGEST = 5_000
"""How many characters a text may have."""
FASTEST: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SPACE_OUTSIDE = re.compile(
    rf"(?m)^(?! *#)[ -]*(?:[a-z_0-9]+ *:? ?(?={SPACE} *:|(?<=:){SPACE}|(?<=: ){SPACE}))?({SPACE})"
)
"""A special space in an indentation, or before or behind a colon: what YAML takes for a part of the key or value."""


_KEY = re.compile(r"[a-z_][a-z0-9_]{0,40}")  # as keys are: nothing can be wrong with one
_RUN_ON = re.compile(r'([a-z_][a-z0-9_]*)(:| +["“{\[])')  # a key with more behind it, up to another colon


_ITEM = re.compile(r" *(?:- )?[a-z_][a-z0-9_]*: \S|.*: [\"']$")  # what only an unclosed quotation goes on over


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
        """The places; read when they are first asked for, since only a problem needs them."""
        if self.found is None:
            self.found = read(self.raw, "", placed=True).marks
        return self.found


class _Stop(Exception):
    """Nothing more can be read from this file."""


def read(raw: bytes, file: str, loader: Any = FASTEST, *, placed: bool = False) -> Document:
    """Read one YAML file. Never raises: what is wrong is in ``problems``, what could be read in ``data``.

    ``placed``: with the place of every value at once; noting them takes a fifth of the time.
    """
    reader = _Reader(file, placed)
    data = None
    with contextlib.suppress(_Stop):
        data = reader.document(reader.text(raw), loader)
    if reader.twice and not placed:
        return read(raw, file, loader, placed=True)
    for path, keys in reader.twice.items():
        reader.repeated(path, keys)
    marks = reader.marks if placed else None
    if reader.untold:
        return Document(None, [*reader.problems, more(reader.problems[-1], reader.untold)], raw, marks)
    return Document(data, reader.problems, raw, marks)


class _Reader:
    def __init__(self, file: str, placed: bool) -> None:
        self.file = file
        self.placed = placed  # else every path is ()
        self.marks = Marks()
        self.lines: list[str] = []
        self.clean = False  # no text in it can be unclean (``scalars.unclean``), whatever part of the file it is
        self.loose: list[tuple[Place, Both, Both]] = []  # told where nothing else keeps the file from being read
        self.problems: list[Problem] = []
        self.told: set[Place] = set()
        self.twice: dict[Path, list[tuple[str, Place]]] = {}  # the keys that a record has twice, by its path
        self.values = 0
        self.untold = 0

    def refuse(self, place: Place, message: Both, hint: Both) -> None:
        if place in self.told:
            return  # the first that is said of a place explains what comes after
        self.told.add(place)
        if len(self.problems) < MOST:
            self.problems.append(Problem(self.file, *place, message, hint))
        else:
            self.untold += 1

    def stop(self, place: Place, message: Both, hint: Both) -> _Stop:
        self.refuse(place, message, hint)
        return _Stop()

    def text(self, raw: bytes) -> str:
        """The bytes as text; a leading byte order mark is dropped."""
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            before = raw[: error.start].decode("utf-8-sig", "replace")
            message = Both("từ đây tệp không phải UTF-8", "the file is not UTF-8 from here")
            raise self.stop(_end(before), message, Both("lưu lại ở dạng UTF-8", "save it as UTF-8")) from error
        text = text.replace("\r\n", "\n")
        found: dict[str, list[int]] = {}
        for one in HIDDEN.finditer(text):
            found.setdefault(one[0], []).append(one.start())
        for one in _SPACE_OUTSIDE.finditer(text):
            found.setdefault(one[1], []).append(one.start(1))
        for sign, places in found.items():
            self.unseen(text, sign, places)
        if self.problems:
            raise _Stop
        self.lines = re.split("\r|\n", text)
        self.clean = "\\" not in text and unicodedata.is_normalized("NFC", text) and not re.search(SPACE, text)
        return text

    def unseen(self, text: str, sign: str, places: list[int]) -> None:
        """Tell of a character that can't be told from another: once, where it first stands."""
        code = f"U+{ord(sign):04X}"
        message, hint = Both(f"ký tự không nhìn thấy, {code}", f"a character that can't be seen, {code}"), DELETE
        if sign == "\t":
            message = Both("có dấu tab ở đây", "a tab stands here")
            hint = Both("dùng dấu cách", "use spaces")
        elif re.fullmatch(SPACE, sign):
            message = Both(f"có dấu cách đặc biệt ở đây, {code}", f"a special space stands here, {code}")
            hint = Both("thay bằng dấu cách thường", "put an ordinary space in its place")
        if more := len(places) - 1:
            message += Both(", và ", ", and in ") + counted(more, "chỗ nữa", "more place") + Both(" bên dưới", " below")
        self.refuse(_end(text[: places[0]]), message, hint)

    def document(self, text: str, loader: Any) -> Any:
        try:
            return self.stream(loader(text).get_event)
        except yaml.MarkedYAMLError as error:
            raise self.failed(error, text, loader) from error
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            hint = Both("xem các mã thoát (\\u…) và chỉ thị (%…) trong tệp",
                        "check the escapes (\\u…) and directives (%…) of the file")  # fmt: skip
            raise self.stop((0, 0), Both("tệp này không phải YAML", "this is not YAML"), hint) from error

    def stream(self, take: Take) -> Any:
        take()  # that the stream begins
        event = take()
        if isinstance(event, yaml.StreamEndEvent):
            message = Both("tệp trống", "the file is empty")
            raise self.stop((0, 0), message, Both("điền vào hoặc xóa tệp", "fill it in or delete it"))
        if event.version or event.tags:
            message = Both("không dùng chỉ thị (%YAML, %TAG)", "a directive (%YAML, %TAG) is not allowed")
            self.refuse(_start(event), message, Both("xóa dòng này", "delete the line"))
        data = self.node(take(), take, (), 1)
        take()
        if not isinstance(event := take(), yaml.StreamEndEvent):
            message = Both("ở đây bắt đầu tài liệu thứ hai", "a second document begins here")
            hint = Both("mỗi tệp một tài liệu: xóa '---'", "one file holds one document: delete '---'")
            self.refuse(_start(event), message, hint)
        for place, message, hint in self.loose:
            self.refuse(place, message, hint)
        return data

    def failed(self, error: yaml.MarkedYAMLError, text: str, loader: Any) -> _Stop:
        mark = error.problem_mark or error.context_mark
        if error.context_mark and mark and (mark.line + 1, mark.column + 1) >= _end(text.rstrip()):
            mark = error.context_mark  # what is never closed is told where it was opened
        place = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        failed = error.problem_mark.line + 1 if error.problem_mark else place[0]
        if slip := yaml_slips.found(text, failed, lambda other: _failing(other, loader)):
            return self.stop((slip.line, slip.column), slip.message, slip.hint)
        what = ", ".join(filter(None, (error.context, error.problem)))
        message = Both("không đọc được YAML từ đây", f"this is not YAML: {what}")
        hint = Both("xem dấu ngoặc kép, dấu hai chấm và thụt lề ở đây và phía trên",
                    "check quotes, colons and indentation here and above")  # fmt: skip
        return self.stop(place, message, hint)

    def count(self, event: Any, items: int) -> None:
        """Count a value, which is so many behind the first of its list or record. Raises _Stop beyond what is read."""
        self.values += 1
        if items < MOST_ITEMS and self.values <= MOST_VALUES:
            return
        most, vi, en = (MOST_ITEMS, "mục trong một danh sách", "items of a list")
        if items < MOST_ITEMS:
            most, vi, en = MOST_VALUES, "giá trị trong một tệp", "values of a file"
        message = Both(f"quá nhiều: nhiều nhất {most} {vi} được đọc", f"too many: at most {most} {en} are read")
        raise self.stop(_start(event), message, Both("xem đó là tệp gì", "check what file this is"))

    def node(self, event: Any, take: Take, path: Path, depth: int) -> Any:
        if self.placed:
            self.marks.values[path] = _start(event)
        if depth > DEEPEST:
            message = Both(f"lồng nhau quá {DEEPEST} tầng", f"nested deeper than {DEEPEST}")
            hint = Both("có thể thiếu dấu ngoặc ở phía trên", "a bracket may be missing above")
            raise self.stop(_start(event), message, hint)
        alias = isinstance(event, yaml.AliasEvent)
        if event.anchor is not None:
            sign = Both("tham chiếu (*)", "an alias (*)") if alias else Both("neo (&)", "an anchor (&)")
            hint = Both("viết đầy đủ ra, hoặc đặt chữ trong ngoặc kép", "write it out, or quote the text")
            message = Both("không dùng ", "") + sign + Both("", " is not allowed") + f": {event.anchor}"
            self.refuse(_start(event), message, hint)
        if alias:
            return None
        if event.tag is not None:
            message = Both(f"không dùng thẻ: {event.tag}", f"a tag is not allowed: {event.tag}")
            hint = Both("xóa đi, hoặc đặt chữ trong ngoặc kép", "delete it, or quote the text")
            self.refuse(_start(event), message, hint)
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(take, path, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[Any] = []
            while not isinstance(event := take(), yaml.SequenceEndEvent):
                self.count(event, len(items))
                items.append(self.node(event, take, (*path, len(items)) if self.placed else path, depth + 1))
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
        """Remember a text that goes on over a line that looks like an item or a key: it was not meant to."""
        for at in range(event.start_mark.line + 1, event.end_mark.line + 1):
            line = self.lines[at]
            if not event.style and line.lstrip().startswith("- "):
                column = len(line) - len(line.lstrip()) + 1
                message = Both("dòng này thụt vào quá sâu", "this line is indented too far")
                hint = Both("thụt vào bằng dòng trên", "indent it like the line above")
                self.loose.append(((at + 1, column), message, hint))
            elif event.style and _ITEM.match(line):
                self.loose.append((_start(event), *yaml_slips.NOT_CLOSED))

    def mapping(self, take: Take, path: Path, depth: int) -> dict[str, Any]:
        record: dict[str, Any] = {}
        while not isinstance(event := take(), yaml.MappingEndEvent):
            self.count(event, len(record))
            key = self.key(event, take, path, depth)
            if key is None or key in record:
                if key is not None:
                    self.twice.setdefault(path, []).append((key, _start(event)))
                self.node(take(), take, (*path, "?"), depth + 1)
                continue
            below = path
            if self.placed:
                below = (*path, key)
                self.marks.keys[below] = _start(event)
            record[key] = self.node(take(), take, below, depth + 1)
        return record

    def repeated(self, path: Path, twice: list[tuple[str, Place]]) -> None:
        """Tell of keys that a record has twice: where several follow, it is one record more that lacks its dash."""
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
        self.refuse(place, message, hint)

    def key(self, event: Any, take: Take, path: Path, depth: int) -> str | None:
        """The key, which is always text; None for what can't be one."""
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
            self.refuse(place, what + Both(" không thể là khóa", " can't be a key"), hint)
            self.node(event, take, (*path, "?"), depth + 1)
            return None
        if len(event.value) > LONGEST:
            self.complain(event, too_long(len(event.value)))
            return None
        if event.anchor is not None or event.tag is not None:
            message = Both("không dùng neo hay thẻ: ", "an anchor or tag is not allowed: ") + event.value
            self.refuse(place, message, Both("chỉ viết khóa", "write the key alone"))
        if event.value == "<<" and not event.style:
            message = Both("không dùng khóa gộp (<<)", "a merge key (<<) is not allowed")
            self.refuse(place, message, Both("viết đầy đủ các khóa ra", "write the properties out"))
            return None
        if not event.style and (run_on := _RUN_ON.match(event.value)):
            name, sign = run_on.groups()
            message = yaml_slips.no_space(name) if sign == ":" else yaml_slips.no_colon(name)
            where = place[0], place[1] + len(name) + (sign == ":")
            raise self.stop(where, message, Both("viết ", "write ") + f"{name}: …")
        self.complain(event, unclean(event.value))
        return str(event.value)

    def complain(self, event: Any, complaint: Complaint | None) -> None:
        if complaint:
            self.refuse(_start(event), *complaint)


def too_long(length: int) -> Complaint:
    """What is said of a text that is longer than any that is read."""
    message = Both(f"chữ dài {length} ký tự, quá {LONGEST}", f"the text has {length} characters, more than {LONGEST}")
    return message, Both("rút ngắn lại, hoặc xem chỗ đóng ngoặc kép", "shorten it, or check where its quotes end")


def _start(event: Any) -> Place:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _failing(text: str, loader: Any) -> int | None:
    """The line at which a text is no YAML any more; None where it is all YAML."""
    try:
        for _ in yaml.parse(text, Loader=loader):
            pass
    except yaml.MarkedYAMLError as error:
        return error.problem_mark.line + 1 if error.problem_mark else 1
    except (yaml.YAMLError, ValueError, OverflowError):
        return 1
    return None


def _end(text: str) -> Place:
    """The place just behind a text."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return len(lines), len(lines[-1]) + 1
