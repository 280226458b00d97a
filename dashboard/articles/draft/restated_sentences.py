"""A sentence told again for one of its numbers, as if the author had repeated himself.

"Năm 2016 và 2017 kết nạp lần lượt 112 và 115 đảng viên" is told as "Năm 2017 kết nạp 115 đảng viên" for 115, and
"không có đảng viên bị kỷ luật" as "có 0 đảng viên bị kỷ luật": what reads one number then reads all of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dashboard.articles.draft.numbers import Number
from dashboard.articles.text.paragraphs import Span


@dataclass(frozen=True)
class Told:
    """A number as its text tells it: ``text[place]`` in the sentence ``text[sentence]``."""

    text: str
    sentence: Span
    place: Span

    @property
    def at(self) -> tuple[str, Span, Span]:
        """The three, as what reads a text without retelling it takes them."""
        return self.text, self.sentence, self.place


@dataclass(frozen=True)
class Change:
    """``words`` stand in place of ``text[start:end]``."""

    start: int
    end: int
    words: str = ""


@dataclass(frozen=True)
class Retold:
    """A text with some changes, and where its numbers are now."""

    text: str
    changes: tuple[Change, ...]

    def moved(self, place: int) -> int:
        """Where a place outside the changes is now; one inside a change is at its end."""
        shift = 0
        for one in self.changes:
            if place < one.start or (place == one.start and one.end > one.start):
                break
            shift += len(one.words) - (min(place, one.end) - one.start)
        return place + shift

    def number(self, one: Number) -> Number:
        """The number at its new place."""
        start = self.moved(one.start)
        return replace(one, start=start, end=start + one.end - one.start)


def retold(text: str, changes: Iterable[Change]) -> Retold:
    """The text with changes that do not overlap."""
    ordered = tuple(sorted(changes, key=lambda one: (one.start, one.end)))
    parts, at = [], 0
    for one in ordered:
        parts += [text[at : one.start], one.words]
        at = one.end
    return Retold("".join([*parts, text[at:]]), ordered)
