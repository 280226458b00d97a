"""The lines of ``data/units.tsv``, read strictly: one unit in one state each (data/units.README.md).

Reading only checks that each line has the form of the file and keeps it as text. ``units`` parses the lines that are
asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dashboard.language.bilingual import Both
from dashboard.records.problems import MOST, Problem, more
from dashboard.records.source_files import UNITS
from dashboard.records.unit import TYPES

COLUMNS = ("code", "type", "name", "parent", "from", "until", "became", "begun_by", "ended_by", "id")
MOST_BYTES, MOST_ROWS = 4_000_000, 60_000
"""Limits of the file: more than three times what all units since 2017 need."""

_DAY = r"[12][0-9]{3}-[01][0-9]-[0-3][0-9]"
_WHEN = rf"(?:{_DAY}(?:/{_DAY})?)?"
_CODES = r"(?:[0-9]{2,5}\??(?:,[0-9]{2,5}\??)*+)?"
_BY = r"(?:[0-9]{1,4}/[0-9A-ZĐ/-]{2,20})?"
_CELLS = (
    r"(?:[0-9]{2,3}|[0-9]{5})", f"(?:{'|'.join(sorted(TYPES, key=len, reverse=True))})", r"[^\t\r\n]{1,60}",
    r"(?:[0-9]{2,3})?", _WHEN, _WHEN, _CODES, _BY, _BY, r"(?:[a-z0-9]+(?:-[a-z0-9]+)*+)?",
)  # fmt: skip
_OPTIONAL = "".join(rf"(?:\t{cell}" for cell in _CELLS[3:]) + ")?" * len(_CELLS[3:])
_LINE = re.compile("\t".join(_CELLS[:3]) + _OPTIONAL)
_LINES = re.compile(rf"(?>{_LINE.pattern}\n)*+")


class Row(NamedTuple):
    """A line of the file: a unit in one state.

    A day is text, "2020-02-01"; "2020-02-01/2021-02-01" if only known to lie between two days; "" if open.
    """

    code: str
    type: str
    name: str
    parent: str
    start: str
    until: str
    became: str
    begun_by: str
    ended_by: str
    own: str

    @property
    def first(self) -> str:
        """The earliest day on which it may have begun."""
        return self.start[:10]

    @property
    def last(self) -> str:
        """The latest day on which it may have ended; "9999" if it still exists."""
        return self.until[-10:] or "9999"

    @property
    def surely(self) -> tuple[str, str]:
        """The first and the last day on which it certainly existed."""
        return self.start[-10:], self.until[:10] or "9999"


MAKE_AGAIN = Both(
    "tệp này do tools/administrative_units.py tạo ra: sửa ở tools/units/ rồi chạy make units",
    "this file is made by tools/administrative_units.py: correct what is in tools/units/ and run make units",
)


class Lines(NamedTuple):
    """The lines that can be read, their line numbers in the file, and the problems of the others."""

    lines: Sequence[str]
    numbers: Sequence[int] = ()
    problems: Sequence[Problem] = ()


def read_lines(raw: bytes) -> Lines:
    """Check the lines of a file. Never raises: a line that is not in the form becomes a problem."""
    if len(raw) > MOST_BYTES:
        return Lines([], [], [_file_problem(Both(f"lớn hơn {MOST_BYTES} byte", f"larger than {MOST_BYTES} bytes"))])
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return Lines([], [], [_file_problem(Both("không phải UTF-8", "not UTF-8"))])
    head, _, body = text.partition("\n")
    if head.split("\t") != list(COLUMNS):
        message = Both("dòng đầu cần là các cột: ", "the first line must be the columns: ") + " ".join(COLUMNS)
        return Lines([], [], [Problem(UNITS, 1, 1, message, MAKE_AGAIN)])
    if not body.endswith("\n") and body:
        body += "\n"
    lines = body.split("\n")[:-1]
    if len(lines) > MOST_ROWS:
        return Lines([], [], [_file_problem(Both(f"quá {MOST_ROWS} dòng", f"more than {MOST_ROWS} lines"))])
    numbers: Sequence[int] = ()
    problems: list[Problem] = []
    if not _LINES.fullmatch(body):
        numbers = [number for number, line in enumerate(lines, 2) if _LINE.fullmatch(line)]
        problems = list(_line_problems(lines))
        lines = [lines[number - 2] for number in numbers]
    return Lines(lines, numbers, problems)


def _line_problems(lines: Sequence[str]) -> Iterator[Problem]:
    """A problem for each line that is not in the form, at its first cell that does not fit its column."""
    told = 0
    bad = [number for number, line in enumerate(lines, 2) if not _LINE.fullmatch(line)]
    for number in bad[:MOST]:
        cells, at = lines[number - 2].split("\t"), 1
        wrong = len(COLUMNS)
        for column, cell in enumerate(cells[: len(COLUMNS)]):
            if not re.fullmatch(_CELLS[column], cell):
                wrong = column
                break
            at += len(cell) + 1
        name = COLUMNS[wrong] if wrong < len(cells) and wrong < len(COLUMNS) else ""
        shown = cells[wrong][:40] if name else ""
        message = (
            Both(f"cột {name} không đọc được: “{shown}”", f"column {name} can't be read: “{shown}”")
            if name
            else Both(f"dòng có {len(cells)} ô, cần 3 đến 10", f"the line has {len(cells)} cells, 3 to 10 expected")
        )
        told += 1
        last = Problem(UNITS, number, at, message, MAKE_AGAIN)
        yield last
    if len(bad) > told:
        yield more(last, len(bad) - told)


def _file_problem(message: Both) -> Problem:
    return Problem(UNITS, 0, 0, message, MAKE_AGAIN)
