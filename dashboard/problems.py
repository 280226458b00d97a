"""The one way in which anything wrong with the data is told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong, where it stands, and how to mend it.

    ``file`` is relative to the data root; ``line`` and ``column`` count from 1 (0: the file as a whole).
    """

    file: str
    line: int
    column: int
    message: str
    hint: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        return f"{place}: {self.message}" + (f"\n    -> {self.hint}" if self.hint else "")


class DataError(Exception):
    """The data can't be used. Carries every problem found, not only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__(f"{len(self.problems)} problem(s) in the data")


def report(problems: Iterable[Problem]) -> str:
    """All problems as text, grouped by file, in the order of their lines."""
    lines: list[str] = []
    current = None
    for problem in sorted(problems):
        if problem.file != current:
            current = problem.file
            lines.append(f"\n{current}" if lines else current)
        place = f"{problem.line}:{problem.column}" if problem.line else "-"
        lines.append(f"  {place}  {problem.message}")
        if problem.hint:
            lines.append(f"        -> {problem.hint}")
    return "\n".join(lines)
