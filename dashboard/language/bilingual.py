"""Messages in both languages of the interface."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.language.words import Language


@dataclass(frozen=True, order=True, slots=True)
class Both:
    """A message in both languages: ``Both("thiếu tệp này", "the file is missing")``, Vietnamese first.

    ``+`` joins it to another message, or to a string that is the same in both languages.
    """

    vi: str
    en: str

    @classmethod
    def same(cls, text: str) -> Both:
        """What reads the same in both languages, such as an id."""
        return cls(text, text)

    def __getitem__(self, language: Language) -> str:
        return self.vi if language == "vi" else self.en

    def __add__(self, after: Both | str) -> Both:
        after = after if isinstance(after, Both) else Both.same(after)
        return Both(self.vi + after.vi, self.en + after.en)

    def __radd__(self, before: str) -> Both:
        return Both(before + self.vi, before + self.en)


def any_of(words: Sequence[str]) -> Both:
    """One of several words: "a, b hoặc c", "a, b or c"."""
    return Both(*(_joined(words, last) for last in ("hoặc", "or")))


def all_of(words: Sequence[str]) -> Both:
    """All of several words: "a, b và c", "a, b and c"."""
    return Both(*(_joined(words, last) for last in ("và", "and")))


def _joined(words: Sequence[str], last: str) -> str:
    return f" {last} ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


DELETE_ONE = Both("xóa một trong hai", "delete one of them")
CORRECT_ONE = Both("sửa một trong hai", "correct one of them")


def counted(number: int, vi: str, en: str) -> Both:
    """A number of things: "2 tệp", "2 files"."""
    return Both(f"{number} {vi}", f"{number} {en}{'' if number == 1 else 's'}")


class Refused(ValueError):
    """Raised for a value that can't be read: what is wrong with it, and how to mend it."""

    def __init__(self, message: Both, hint: Both) -> None:
        super().__init__(f"{message.en}: {hint.en}")
        self.message, self.hint = message, hint
