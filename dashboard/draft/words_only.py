"""What an article prints without a numeral: a zero ("không có … yếu kém") and the rating of the unit itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from dashboard.draft.proposal import Proposal
from dashboard.draft.ranking import Ranking
from dashboard.draft.sentences import holding, sentences
from dashboard.draft.wording import Words, find, find_any
from dashboard.models import Indicator, Tier
from dashboard.verify.paragraphs import Paragraph
from dashboard.verify.phrases import stands

_NONE = re.compile(r"(?<!\w)không (?:còn |có )+", re.IGNORECASE)
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


def zeros(paragraph: Paragraph, ranking: Ranking) -> Iterator[Proposal]:
    """Printed zeros: "không có" before the noun and the lowest label of an indicator (DOMAIN.md, "Other rules")."""
    text = paragraph.text
    for match in _NONE.finditer(text):
        if _AIM.search(_sentence_before(text, match.start())):
            continue
        behind = re.split(r"[.;(]", text[match.end() : match.end() + _REACH], maxsplit=1)[0]
        words = ranking.short.words(behind)[:_MOST_WORDS]
        for one in ranking.indicators:
            label = ranking.labels.of(one)
            lowest = one.rating is not None and one.rating.tier is Tier.NOT_COMPLETED and one.unit.vi != "%"
            if lowest and label and ranking.units.counts(one, words) and find(label, words) >= 0:
                end = _end(text, match.end(), label, ranking)
                yield from _once(paragraph, match.start(), end, (one.id,), True, value=Decimal(0))


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
            yield from _once(paragraph, match.start(), end, ids, told and len(ids) == 1, grade=tier)


def _once(
    paragraph: Paragraph, start: int, end: int, ids: tuple[str, ...], sure: bool,
    value: Decimal | None = None, grade: Tier | None = None,
) -> Iterator[Proposal]:  # fmt: skip
    """The proposal, where its phrase stands once and holds no numeral."""
    printed = paragraph.text[start:end]
    if len(stands(printed, paragraph)) == 1 and not any(char.isdigit() for char in printed):
        yield Proposal(paragraph.number, start, end, (start, end), printed, ids, sure, value=value, grade=grade)


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
