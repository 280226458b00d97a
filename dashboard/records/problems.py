"""The one way in which anything wrong with the data is told, in both languages of the interface.

The words stand in both languages at the rule that tells them, never in a catalogue of their own: who changes a rule
sees all that is said of it. What curators type themselves (properties, ids, codes) is the same in both.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from dashboard.language.bilingual import Both
from dashboard.language.words import Language


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong, where it stands, and how to mend it.

    ``file`` is relative to the data root; ``line`` and ``column`` count from 1 (0: the file as a whole).
    """

    file: str
    line: int
    column: int
    message: Both
    hint: Both
    untold: int = 0
    """How many others it speaks of that are not told one by one."""

    @property
    def place(self) -> str:
        """File, line and column; the file alone, where it is a problem of the file as a whole."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file

    def told(self, language: Language) -> dict[str, str | int]:
        """Its parts by name in one language, for machines."""
        where: dict[str, str | int] = {"file": self.file, "line": self.line, "column": self.column}
        return where | {"message": self.message[language], "hint": self.hint[language]}

    def in_line(self, language: Language) -> str:
        """With its place, the advice on a line below."""
        return f"{_line(self.place)}: {_line(self.message[language])}\n    -> {_line(self.hint[language])}"

    def __str__(self) -> str:
        """In English, for logs."""
        return self.in_line("en")


MOST: Final = 100
"""So many problems of one file are told: who has mended these runs the check again."""


def first(problems: Iterable[Problem]) -> list[Problem]:
    """The problems in order, of each file the first hundred, with one behind them that says how many more it has."""
    told: list[Problem] = []
    for _, group in groupby(sorted(problems), lambda one: one.file):
        own = list(group)
        each = [one for one in own if not one.untold][:MOST]
        untold = number(own) - len(each)
        told += [*each, more(each[-1] if each else own[0], untold)] if untold else own
    return told


def more(last: Problem, untold: int) -> Problem:
    """What is said behind the last problem of a file that is told, where there are more."""
    message = Both(f"còn {untold} lỗi nữa trong tệp này", f"{untold} more problems in this file")
    hint = Both("sửa những lỗi trên trước", "mend those above first")
    return Problem(last.file, last.line, last.column, message, hint, untold)


def number(problems: Iterable[Problem]) -> int:
    """How many problems there are, with those that are not told."""
    return sum(one.untold or 1 for one in problems)


def report(problems: Iterable[Problem], language: Language) -> str:
    """All problems as text in one language, grouped by file, in the order of their lines."""
    lines: list[str] = []
    current = None
    for problem in sorted(problems):
        if problem.file != current:
            current = problem.file
            lines.append(f"\n{_line(current)}" if lines else _line(current))
        place = f"{problem.line}:{problem.column}" if problem.line else "-"
        lines.append(f"  {place}  {_line(problem.message[language])}")
        lines.append(f"        -> {_line(problem.hint[language])}")
    return "\n".join(lines)


def _line(text: str) -> str:
    """A text on one line: what a file or its name says does not look like something that the program told."""
    return text.replace("\n", "\\n")
