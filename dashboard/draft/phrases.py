"""The printed phrase of a number: a few words, once in its paragraph, read alone as in its place, ending at the noun."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from dashboard.numerals import find
from dashboard.verify.paragraphs import Paragraph
from dashboard.verify.phrases import stands

LONGEST = 13
_WORD = re.compile(r"\S+")
_AFTER = re.compile(r"\s*(?:trở (?:lên|xuống))(?!\w)")
_EDGE = " ,;:.…–-"


def printed(paragraph: Paragraph, start: int, end: int, tells: Callable[[str], bool], floor: int, ceiling: int) -> str:
    """The phrase around ``text[start:end]``, which holds the number and its noun.

    Words before it are taken until ``tells`` says that the phrase announces what it counts, if ten are enough, then on
    either side until it stands once and reads alone as it does here. ``floor`` and ``ceiling`` are not crossed.
    """
    text = paragraph.text
    if after := _AFTER.match(text, end):
        end = after.end()
    told = next((left for left in _leftwards(text, start, floor) if tells(text[left:end])), start)
    if len(text[told:end].split()) > LONGEST:
        told = start
    for left, right in _widened(text, told, end, floor, ceiling):
        phrase = text[left:right].strip(_EDGE)
        if len(phrase.split()) <= LONGEST and _stands_alone(paragraph, phrase, start, end):
            return phrase
    return text[start:end].strip(_EDGE)


def _leftwards(text: str, start: int, floor: int) -> Iterator[int]:
    """The beginnings of the words before, the nearest first, and the start itself before them."""
    yield start
    yield from reversed([match.start() for match in _WORD.finditer(text, floor, start)][-10:])


def _rightwards(text: str, end: int, ceiling: int) -> Iterator[int]:
    yield end
    yield from [match.end() for match in _WORD.finditer(text, end, ceiling)][:10]


def _widened(text: str, start: int, end: int, floor: int, ceiling: int) -> Iterator[tuple[int, int]]:
    """The phrase and ever longer ones, by as few words as possible, rather to the right."""
    lefts, rights = list(_leftwards(text, start, floor)), list(_rightwards(text, end, ceiling))
    sizes = [(a + b, a, left, right) for a, left in enumerate(lefts) for b, right in enumerate(rights)]
    for _, _, left, right in sorted(sizes, key=lambda one: one[:2]):
        yield left, right


def _stands_alone(paragraph: Paragraph, phrase: str, start: int, end: int) -> bool:
    if len(places := stands(phrase, paragraph)) != 1:
        return False
    left, right = places[0]
    here = [(one.start - left, one.end - left, one.value, one.out_of, one.percent, one.hedge)
            for one in paragraph.numerals if one.start < right and one.end > left]  # fmt: skip
    alone = [(one.start, one.end, one.value, one.out_of, one.percent, one.hedge) for one in find(paragraph.text[left:right])]
    return here == alone and left <= start and right >= end - 1
