"""The printed phrase of a number: a few words, once in its paragraph, that say alone what they say there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from dashboard.articles.draft.number_context import Context
from dashboard.articles.draft.proposal import Why
from dashboard.articles.text.paragraphs import Paragraph, Span
from dashboard.articles.text.phrases import stands
from dashboard.language.numerals import find
from dashboard.language.vietnamese import fold

LONGEST = 13
_FURTHER = 10  # words that are tried on either side
_OFTEN = 20  # a phrase that stands more often is not looked at closely
_WORD = re.compile(r"\S+")
_UPWARDS = re.compile(r"\s*(?:trở (?:lên|xuống))(?!\w)")
_EDGE = " ,;:.…–-()"


def phrase(paragraph: Paragraph, core: Span, limits: Sequence[Span], tells: Callable[[str], bool]) -> Span:
    """The place of the phrase around ``core``, which holds the number and its noun.

    ``limits`` are not crossed; if no phrase inside the first does, the next are tried.

    Words before it are taken until ``tells`` says that the phrase announces what it counts, then on either side until
    it stands once and reads alone as it does here. Where no phrase does, the core.
    """
    text = paragraph.text
    start, end = core
    if upwards := _UPWARDS.match(text, end):
        end = upwards.end()
    told = next((left for left in _leftwards(text, start, limits[0][0]) if tells(text[left:end])), start)
    if len(text[told:end].split()) > LONGEST:
        told = start
    for within in limits:
        for left, right in _widened(text, told, end, within):
            span = _trimmed(text, left, right)
            if len(text[slice(*span)].split()) <= LONGEST and _stands_alone(paragraph, span, core):
                return span
    return _trimmed(text, start, end)


def _leftwards(text: str, start: int, floor: int) -> Iterator[int]:
    """The start, and the beginnings of the words before, the nearest first."""
    yield start
    yield from reversed([match.start() for match in _WORD.finditer(text, floor, start)][-_FURTHER:])


def _widened(text: str, start: int, end: int, limits: Span) -> Iterator[Span]:
    """The phrase and ever longer ones, by as few words as possible, rather to the right."""
    lefts = list(_leftwards(text, start, limits[0]))
    rights = [end, *[match.end() for match in _WORD.finditer(text, end, limits[1])][:_FURTHER]]
    sizes = [(a + b, a, left, right) for a, left in enumerate(lefts) for b, right in enumerate(rights)]
    return ((left, right) for _, _, left, right in sorted(sizes))


def _trimmed(text: str, start: int, end: int) -> Span:
    printed = text[start:end]
    left = len(printed) - len(printed.lstrip(_EDGE))
    return start + left, start + max(left, len(printed.rstrip(_EDGE)))


def _stands_alone(paragraph: Paragraph, span: Span, core: Span) -> bool:
    printed = paragraph.text[slice(*span)]
    if not span[0] <= core[0] < core[1] <= span[1] + 1 or paragraph.folded.count(fold(printed)) > _OFTEN:
        return False
    if stands(printed, paragraph) != [span]:
        return False
    here = [(one.start - span[0], one.value, one.out_of, one.percent, one.hedge)
            for one in paragraph.numerals if one.start < span[1] and one.end > span[0]]  # fmt: skip
    return here == [(one.start, one.value, one.out_of, one.percent, one.hedge) for one in find(printed)]


def limits(around: list[Context], index: int) -> list[Span]:
    """Where a number's phrase may begin and end: between its neighbours, rather inside its sentence."""
    whole = around[index].paragraph.text
    floor = around[index - 1].counted.stop if index else 0
    ceiling = around[index + 1].number.start if index + 1 < len(around) else len(whole)
    start, end = around[index].sentence_span
    return [(max(floor, start), min(ceiling, end)), (floor, ceiling)]


def hedged_elsewhere(context: Context) -> Why | None:
    """A note on a hedge that stands with the number before or with the total, as ``check`` asks for."""
    first = context.number.first
    if first is None or first is context.number.main or not first.hedge:
        return None
    return Why(
        f"Chữ “{first.hedge_text}” đứng trước {first.text}.", f"“{first.hedge_text}” stands before {first.text}."
    )
