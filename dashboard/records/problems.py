"""Problems: the one form in which errors in the data are reported, in both languages of the interface.

Messages stand at the rule that reports them, not in the catalogue of words: who changes a rule sees its messages.
What curators type themselves (keys, ids, codes) is the same in both languages.
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
    unlisted: int = 0
    """How many further problems it stands for."""

    @property
    def place(self) -> str:
        """File, line and column; only the file, if the problem is the file as a whole."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file

    def as_dict(self, language: Language) -> dict[str, str | int]:
        """Its parts by name in one language, for JSON."""
        where: dict[str, str | int] = {"file": self.file, "line": self.line, "column": self.column}
        return where | {"message": self.message[language], "hint": self.hint[language]}

    def in_line(self, language: Language) -> str:
        """Its place and message, and the hint on a second line."""
        return f"{_line(self.place)}: {_line(self.message[language])}\n    -> {_line(self.hint[language])}"

    def __str__(self) -> str:
        """In English, for logs."""
        return self.in_line("en")


MOST: Final = 100
"""Most problems of one file that are listed; the check can be run again after mending these."""


def limited(problems: Iterable[Problem]) -> list[Problem]:
    """The problems in order, for each file the first ``MOST``, then one that says how many more there are."""
    listed: list[Problem] = []
    for _, group in groupby(sorted(problems), lambda one: one.file):
        own = list(group)
        each = [one for one in own if not one.unlisted][:MOST]
        unlisted = count(own) - len(each)
        listed += [*each, more(each[-1] if each else own[0], unlisted)] if unlisted else own
    return listed


def more(last: Problem, unlisted: int) -> Problem:
    """The problem that says how many more a file has, at the place of the last one that is listed."""
    message = Both(f"còn {unlisted} lỗi nữa trong tệp này", f"{unlisted} more problems in this file")
    hint = Both("sửa những lỗi trên trước", "mend those above first")
    return Problem(last.file, last.line, last.column, message, hint, unlisted)


def count(problems: Iterable[Problem]) -> int:
    """How many problems there are, those that are not listed included."""
    return sum(one.unlisted or 1 for one in problems)


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
    """The text on one line, so that a file's name or content can't look like output of the program."""
    return text.replace("\n", "\\n")
