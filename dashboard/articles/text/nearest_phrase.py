"""For a phrase that is not in a text: the most similar one that is, and how the two differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from dashboard.articles.text.paragraphs import Paragraph, spaced
from dashboard.language.bilingual import Both
from dashboard.language.vietnamese import fold
from dashboard.language.words import LANGUAGES

LIKE_ENOUGH = 0.6
"""The least likeness, 0 to 1, at which a phrase is proposed."""

_SPREAD = 2  # how many words more or fewer than the phrase
_CANDIDATES = 30
_EDGE = "“”\"'(),;:.[]…"


@dataclass(frozen=True)
class Near:
    """A phrase of the text, its paragraph, and in words how the one asked for differs from it."""

    paragraph: int
    text: str
    difference: Both


def nearest(phrase: str, number: int | None, paragraphs: Sequence[Paragraph]) -> Near | None:
    """The words most like the phrase, those of paragraph ``number`` first; None if nothing is. Never raises."""
    wanted = fold(spaced(phrase)).split()
    if not wanted:
        return None
    counted = Counter(_bare(wanted))
    windows = [
        (sum((counted & Counter(_bare(words))).values()) - abs(len(words) - len(wanted)) / 10, index, start, size)
        for index, start, size, words in _windows(paragraphs, len(wanted))
    ]
    best: tuple[float, int, int, int] | None = None
    for _, index, start, size in sorted(windows, key=lambda one: -one[0])[:_CANDIDATES]:
        words = paragraphs[index].folded.split()[start : start + size]
        score = _likeness(wanted, words) + (0.05 if paragraphs[index].number == number else 0)
        if best is None or score > best[0]:
            best = score, index, start, size
    if best is None or best[0] < LIKE_ENOUGH:
        return None
    _, index, start, size = best
    folded = paragraphs[index].folded.split()
    start, end = _widened(wanted, folded, start, start + size)
    return Near(
        paragraphs[index].number,
        " ".join(paragraphs[index].text.split()[start:end]).strip(_EDGE),
        _difference(wanted, folded[start:end]),
    )


def _windows(paragraphs: Sequence[Paragraph], length: int) -> Iterator[tuple[int, int, int, list[str]]]:
    for index, paragraph in enumerate(paragraphs):
        words = paragraph.folded.split()
        for size in range(max(1, length - _SPREAD), length + _SPREAD + 1):
            for start in range(max(1, len(words) - size + 1)):
                yield index, start, min(size, len(words)), words[start : start + size]


def _bare(words: Sequence[str]) -> list[str]:
    return [word.strip(_EDGE).casefold() for word in words]


def _widened(wanted: list[str], words: list[str], start: int, end: int) -> tuple[int, int]:
    """With as many words more at an edge as the phrase has there: "trên 1 tỷ" and not "1 tỷ" for "gần 1 tỷ"."""
    changes = SequenceMatcher(None, wanted, words[start:end], autojunk=False).get_opcodes()
    first, last = changes[0], changes[-1]
    before = first[2] if first[0] == "delete" else 0
    after = last[2] - last[1] if last[0] == "delete" else 0
    return max(0, start - before), min(len(words), end + after)


def _likeness(one: list[str], other: list[str]) -> float:
    by_word = SequenceMatcher(None, _bare(one), _bare(other), autojunk=False).ratio()
    by_letter = SequenceMatcher(None, " ".join(_bare(one)), " ".join(_bare(other)), autojunk=False).ratio()
    return (by_word + by_letter) / 2


def _difference(wanted: list[str], found: list[str]) -> Both:
    """The first differences, as: the text has "7.379", not "7.397"."""
    found = " ".join(found).strip(_EDGE).split()
    told: list[Both] = []
    for action, a, b, c, d in SequenceMatcher(None, wanted, found, autojunk=False).get_opcodes():
        ours, theirs = " ".join(wanted[a:b]), " ".join(found[c:d])
        if action == "replace":
            told.append(Both(f'trong bài là "{theirs}", không phải "{ours}"', f'the text has "{theirs}", not "{ours}"'))
        elif action == "delete":
            told.append(Both(f'trong bài không có "{ours}" ở chỗ ấy', f'the text has no "{ours}" there'))
        elif action == "insert":
            told.append(Both(f'trong bài còn có "{theirs}"', f'the text also has "{theirs}"'))
    if not told:
        return Both("chỉ khác dấu câu bên cạnh", "only punctuation around it differs")
    return Both(*("; ".join(one[language] for one in told[:3]) for language in LANGUAGES))
