"""Tables that a text has as lines: a label, then its number; a row under years; labels, then as many numbers.

A number whose label the shape makes certain is told as "Năm 2018, đảng viên kết nạp: 112"; any other is left open.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from dashboard.articles.text.paragraphs import Paragraph, Span

_NUMBER = r"[0-9]+(?:[.,][0-9]+)*(?:\s?%)?(?![/0-9])"
_GAP = r"(?:\s*[|;]\s*|\s+/\s+|,?\s+)"
_ROW = re.compile(rf"(?P<label>[^0-9]*?)[\s:|–-]*(?P<cells>(?<![0-9/.,-]){_NUMBER}(?:{_GAP}{_NUMBER})*)\s*\|?")
_CELL = re.compile(_NUMBER)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_YEAR_HEAD = re.compile(r"(?:năm )?((?:19|20)[0-9]{2})", re.IGNORECASE)
_OF_YEAR = re.compile(r"(?:^|\W)năm$", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?;,…]$")
_COLUMN = re.compile(r"\s*\|\s*|\s+/\s+")
_LONGEST_LABEL = 12


@dataclass(frozen=True)
class Cell:
    """A number at ``start:end`` of its paragraph, and what its table says of it ("" where its shape is not certain)."""

    start: int
    end: int
    label: str = ""
    percent: bool = False


@dataclass
class Grid:
    """The cells of a text and the spans that are years, by paragraph."""

    cells: dict[int, list[Cell]] = field(default_factory=dict)
    years: dict[int, list[Span]] = field(default_factory=dict)


@dataclass(frozen=True)
class _Line:
    """A line of a table: its label and the places of its numbers; ``heads`` where it is a row of column heads."""

    paragraph: Paragraph
    label: str
    cells: tuple[Span, ...]
    heads: tuple[str, ...] = ()

    @property
    def years(self) -> tuple[str, ...]:
        """Its numbers, where all are years and not one amount: "2018 2019", "Năm 2018"."""
        words = [self.paragraph.text[slice(*one)] for one in self.cells]
        alone = len(words) > 1 or not self.label or _OF_YEAR.search(self.label)
        return tuple(words) if words and alone and all(map(_YEAR.fullmatch, words)) else ()


def grid(paragraphs: Sequence[Paragraph], named: Callable[[str], bool]) -> Grid:
    """The tables of a text. ``named`` is whether some words name what is counted."""
    found = Grid()
    lines = [_line(one) for one in paragraphs]
    for table, group in groupby(lines, key=lambda one: one is not None):
        block = [one for one in group if one]
        if table and any(one.cells for one in block):
            _Reading(found, named).block(block)
    return found


def _line(paragraph: Paragraph) -> _Line | None:
    """A line that may stand in a table; None for prose."""
    text = paragraph.text
    match = _ROW.fullmatch(text)
    label = (match["label"] if match else text).strip(" :|–-•")
    columns = _COLUMN.split(label)
    if (
        max(len(one.split()) for one in columns) > _LONGEST_LABEL
        or any(char.isdigit() for char in _dateless(label))
        or _SENTENCE.search(label)
    ):
        return None
    if match:
        return _Line(paragraph, label, tuple(one.span() for one in _CELL.finditer(text, match.start("cells"))))
    heads = tuple(one for one in _COLUMN.split(text.strip(" |")) if one) if _COLUMN.search(text.strip(" |")) else ()
    return _Line(paragraph, label, (), heads)


class _Reading:
    """Reads one block of lines. ``columns`` are the years or heads that hold from a line on; ``heads`` the last row of
    heads, with that of the labels."""

    def __init__(self, found: Grid, named: Callable[[str], bool]) -> None:
        self.found, self.named = found, named
        self.heads: tuple[str, ...] = ()
        self.columns: tuple[str, ...] = ()
        self.inline = False  # whether the heads stand in one line, as their rows then do

    def block(self, block: Sequence[_Line]) -> None:
        """Give each number of a block its label, or none."""
        headed = len(block) % 2 and not block[0].cells
        if _numbers_first(block[1:] if headed else block):
            pairs = list(zip(block[headed::2], block[headed + 1 :: 2], strict=True))
            open_ended = headed and self.named(block[0].label)  # a heading, or the first label?
            if not open_ended or self.named(block[-1].label):
                for line, label in pairs:
                    self._cells(line, [label.label if self.named(label.label) and not open_ended else ""])
                return
        for labels, values in _groups(block):
            self._group(labels, values)

    def _group(self, labels: Sequence[_Line], values: Sequence[_Line]) -> None:
        """Some lines of words and the lines of numbers that follow them."""
        for one in labels:
            if len(one.heads) > 1:
                self.heads, self.columns, self.inline = one.heads, one.heads[1:], True
        if values and values[0].years:
            self._years(labels, values)
            return
        names = [one.label for one in labels if not one.heads]
        for line in values:
            if line.label:
                names = [*names, line.label]
                self._row(line, line.label)
        bare = [line for line in values if not line.label and not self._under_heads(line)]
        if self.inline and any(len(line.cells) == 1 for line in bare):
            self.columns, self.inline = (), False  # another table
        amounts = [(line, at) for line in bare for at in range(len(line.cells))]
        if not amounts:
            return
        if len(names) == len(amounts) > 1 and all(map(self.named, names)):
            told = names
        elif len(amounts) == 1 and names and len(self.columns) < 2:
            told = [self._told(names[-1], 0)]
        elif names and len(amounts) == len(self.columns):
            told = [self._told(names[-1], at) for at in range(len(amounts))]
        elif len(names) > len(amounts) > 1 and all(map(self.named, names[-1 - len(amounts) : -1])):
            self.columns, self.inline = tuple(names[-1 - len(amounts) : -1]), False  # heads, then the first row
            told = [self._told(names[-1], at) for at in range(len(amounts))]
        else:
            told = [""] * len(amounts)
        for line in bare:
            self._cells(line, told[: len(line.cells)])
            told = told[len(line.cells) :]

    def _under_heads(self, line: _Line) -> bool:
        """Give a row without a label what the heads say, one for each number; a year that comes first is its label."""
        if len(line.cells) < 2 or len(line.cells) != len(self.heads):
            return False
        first = line.paragraph.text[slice(*line.cells[0])]
        if _OF_YEAR.search(self.heads[0]) and _YEAR.fullmatch(first):
            self.found.years.setdefault(line.paragraph.number, []).append(line.cells[0])
            told = [f"Năm {first}, {one[:1].lower()}{one[1:]}" if self.named(one) else "" for one in self.heads[1:]]
            self._cells(replace(line, cells=line.cells[1:]), told)
        else:
            self._cells(line, [one if self.named(one) else "" for one in self.heads])
        return True

    def _years(self, labels: Sequence[_Line], values: Sequence[_Line]) -> None:
        """Years that head what follows; each followed by one number, they are its own."""
        heads = [line for line in values if line.years]
        for line in heads:
            self.found.years.setdefault(line.paragraph.number, []).extend(line.cells)
        rest = [line for line in values if not line.years]
        alternate = len(heads) == len(rest) and all(
            bool(line.years) is (at % 2 == 0) and len(line.cells) == 1 for at, line in enumerate(values)
        )
        if rest and alternate and labels:
            for head, line in zip(heads, rest, strict=True):
                self.columns = head.years
                self._cells(line, [self._told(labels[-1].label, 0)])
            return
        self.columns = tuple(year for line in heads for year in line.years)
        self.inline = len(heads) == 1 and len(self.columns) > 1
        if rest:
            self._group(labels, rest)

    def _row(self, line: _Line, label: str) -> None:
        """A label and its numbers in one line. One alone under no head is read as any sentence is."""
        if len(line.cells) == len(self.columns):
            self._cells(line, [self._told(label, at) for at in range(len(line.cells))])
        elif len(line.cells) > 1:
            self._cells(line, [""] * len(line.cells))

    def _told(self, label: str, column: int) -> str:
        """What a table says of one number; "" where its label names nothing that is counted."""
        head = self.columns[column] if column < len(self.columns) else ""
        if not self.named(label) and not (head and not _YEAR_HEAD.fullmatch(head) and self.named(head)):
            return ""
        if not head:
            return label
        if year := _YEAR_HEAD.fullmatch(head):
            return f"Năm {year[1]}, {label}"
        return f"{label}, {head[:1].lower()}{head[1:]}"

    def _cells(self, line: _Line, told: Sequence[str]) -> None:
        cells = [Cell(*span, label, "%" in label) for span, label in zip(line.cells, told, strict=True)]
        self.found.cells.setdefault(line.paragraph.number, []).extend(cells)


def _dateless(label: str) -> str:
    """A label without the years of its columns: Chỉ tiêu | Năm 2022 | Năm 2023."""
    return _YEAR.sub("", label) if _COLUMN.search(label) else label


def _groups(block: Sequence[_Line]) -> Iterator[tuple[list[_Line], list[_Line]]]:
    """The lines of words, each with the lines of numbers that follow; a row with its own label begins a new one."""
    labels: list[_Line] = []
    values: list[_Line] = []
    for line in block:
        if values and (not line.cells or (line.label and not line.years)):
            yield labels, values
            labels, values = [], []
        (values if line.cells else labels).append(line)
    yield labels, values


def _numbers_first(block: Sequence[_Line]) -> bool:
    """Whether each number stands before its label: 48, Tổ chức cơ sở đảng, 7.397, Đảng viên."""
    alone = all(len(line.cells) == 1 and not line.label for line in block[::2])
    return len(block) > 2 and len(block) % 2 == 0 and alone and not any(line.cells for line in block[1::2])
