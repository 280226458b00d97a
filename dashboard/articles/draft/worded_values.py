"""What an article prints without a numeral: a zero ("không có … yếu kém") and the rating of the unit itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import islice

from dashboard.articles.draft.context_reading import contexts
from dashboard.articles.draft.counted_nouns import Nouns
from dashboard.articles.draft.number_context import Context
from dashboard.articles.draft.numbers import Number
from dashboard.articles.draft.proposal import Proposal
from dashboard.articles.draft.ranking import Ranking
from dashboard.articles.draft.restated_sentences import Change, retold
from dashboard.articles.draft.word_matching import Abbreviations, Words, find_any
from dashboard.articles.text.paragraphs import Paragraph, Span
from dashboard.articles.text.phrases import stands
from dashboard.articles.text.sentences import holding, sentences
from dashboard.language.numeral import Numeral
from dashboard.language.zeros import find_zeros
from dashboard.records.models.indicator import Indicator

_NOT = re.compile(r"^(?:không|chưa|chẳng|chả) |(?<!\w)(?:hề|một|bất kỳ|bất cứ) ", re.IGNORECASE)
_FURTHER = re.compile(r" [^\W\d_]+")
_STOPS = re.compile(r"[^\w\s]|[0-9]")
_AIM = re.compile(r"(?<!\w)(?:phấn đấu|mục tiêu|để|sẽ|nếu)(?!\w)", re.IGNORECASE)
_RATED = re.compile(r"(?<!\w)(?:công nhận|xếp loại|đánh giá|xếp)(?: là| đạt| mức| loại)? ", re.IGNORECASE)
_ITSELF = re.compile(
    r"(?<!\w)(?:đảng bộ|chi bộ cơ sở)(?! cơ sở| trực thuộc)(?!\w)[^.;]*?(?<!\w)(?:được|là)(?!\w)[^.;]{0,60}$",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"(?<!\w)(?:số|tỷ lệ|các|nhiều|những|đảng viên|cán bộ|%)(?!\w)|[0-9]", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\w)năm [0-9]{4}")
_WORD = re.compile(r"[^\W_]+")
_MOST_WORDS, _REACH, _BACK = 9, 100, 300  # words of noun and label; characters that hold them, and their subject


@dataclass(frozen=True)
class NoneOf:
    """A printed zero at ``text[start:end]``, where its noun begins, and its context as if "có 0 …" stood there."""

    paragraph: Paragraph
    start: int
    noun: int
    end: int
    sure: bool
    context: Context


def zeros(paragraph: Paragraph, numbers: Sequence[Number], nouns: Nouns, short: Abbreviations) -> Iterator[NoneOf]:
    """The zeros printed in words that are no aims, each with its context among the paragraph's numbers."""
    text = paragraph.text
    whole = sentences(text)
    for zero in find_zeros(text):
        if _AIM.search(_sentence_before(text, zero.start)):
            continue
        kept = _NOT.sub("", text[zero.start : zero.noun_start])
        again = retold(text, [Change(zero.start, zero.noun_start, f"{kept}0 "), Change(zero.noun_end, zero.end)])
        at = zero.start + len(kept)
        nil = Number(at, at + 1, Decimal(0), Numeral(at, at + 1, "0", Decimal(0)))
        start, end = whole[holding(whole, zero.start)]
        near = (one for one in numbers if start <= one.start < end and not zero.start <= one.start < zero.end)
        others = [again.number(one) for one in near]
        every = sorted([nil, *others], key=lambda one: one.start)
        told = replace(paragraph, text=again.text)
        context = contexts(told, every, nouns, short)[every.index(nil)]
        yield NoneOf(paragraph, zero.start, zero.noun_start, zero.end, zero.sure, context)


def phrase_end(text: str, start: int, least: Span, tells: Callable[[str], bool]) -> int:
    """Where a phrase ends that tells what there is none of, behind the first of two places; if none does, the other."""
    first, other = least
    ends = [first, *(match.end() for match in islice(_FURTHER.finditer(text, first), _MOST_WORDS))]
    near = [one for one in ends if not _STOPS.search(text, first, one)]
    return next((one for one in near if tells(text[start:one])), other)


def grades(paragraph: Paragraph, ranking: Ranking, graded: Sequence[Indicator]) -> Iterator[Proposal]:
    """The rating that the higher level gave to the whole organisation: Đảng bộ … được … công nhận …"""
    text = paragraph.text
    for match in _RATED.finditer(text) if graded else ():
        labels = ranking.labels.found(ranking.short.words(text[match.end() : match.end() + _REACH]))
        if not labels or labels[0][0] > 0:
            continue
        tier, before = ranking.labels.tier(labels[0][1]), _sentence_before(text, match.start())
        itself = _ITSELF.search(before)
        if tier and itself and not _OTHERS.search(_YEAR.sub("", itself[0])) and not _AIM.search(before):
            end = _end(text, match.end(), labels[0][1], ranking)
            words = [ranking.short.words(one) for one in graded[0].words]
            told = find_any(words, ranking.short.words(text[match.start() : end]))
            ids = tuple(one.id for one in graded)
            printed = text[match.start() : end]
            if len(stands(printed, paragraph)) == 1 and not any(char.isdigit() for char in printed):
                place = match.start(), end
                yield Proposal(
                    paragraph.number, *place, place, printed, ids, told and len(ids) == 1, grade=tier
                )  # fmt: skip


def _sentence_before(text: str, place: int) -> str:
    """The sentence up to a place, of a long one its end."""
    whole = sentences(text)
    return text[max(whole[holding(whole, place)][0], place - _BACK) : place]


def _end(text: str, start: int, label: Words, ranking: Ranking) -> int:
    """Where the label ends that follows ``start``."""
    for match in _WORD.finditer(text, start, start + _REACH):
        if ranking.short.words(text[start : match.end()])[-len(label) :] == label:
            return match.end()
    return min(len(text), start + _REACH)
