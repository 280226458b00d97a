"""What an article prints without a numeral: a zero ("không có … yếu kém") and the rating of the unit itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from dashboard.draft.proposal import Proposal
from dashboard.draft.ranking import Ranking
from dashboard.draft.sentences import holding, sentences
from dashboard.draft.tables import Tables
from dashboard.draft.wording import Words, find
from dashboard.models import Indicator, Kind, Tier
from dashboard.verify.paragraphs import Paragraph
from dashboard.verify.phrases import stands

_NONE = re.compile(r"(?<!\w)không (?:còn |có )+", re.IGNORECASE)
_AIM = re.compile(r"(?<!\w)(?:phấn đấu|mục tiêu|để|sẽ|nếu)(?!\w)", re.IGNORECASE)
_RATED = re.compile(r"(?<!\w)(?:công nhận|xếp loại|đánh giá|xếp)(?: là| đạt| mức| loại)? ", re.IGNORECASE)
_ITSELF = re.compile(r"(?<!\w)(?:đảng bộ|chi bộ cơ sở)(?! cơ sở| trực thuộc)(?!\w)[^.;]*?(?<!\w)(?:được|là)(?!\w)[^.;]{0,60}$", re.IGNORECASE)
_OTHERS = re.compile(r"(?<!\w)(?:số|tỷ lệ|các|nhiều|những|đảng viên|cán bộ|%)(?!\w)|[0-9]", re.IGNORECASE)
_LONGEST = 9  # words of a label and of the noun before it


def zeros(paragraph: Paragraph, ranking: Ranking) -> Iterator[Proposal]:
    """Printed zeros: "không có" before the noun and the lowest label of an indicator (DOMAIN.md, "Other rules")."""
    text = paragraph.text
    spans = sentences(text)
    for match in _NONE.finditer(text):
        begin = spans[holding(spans, match.start())][0]
        segment = re.split(r"[.;(]", text[match.end() :], maxsplit=1)[0]
        words = ranking.short.words(segment)[:_LONGEST]
        for one in ranking.indicators:
            lowest = one.rating is not None and one.rating.tier is Tier.NOT_COMPLETED
            label = ranking.labels.of(one)
            unit = ranking.units[one.id]
            if not lowest or not label or one.unit.vi == "%" or words[: len(unit)] != unit or find(label, words) < 0:
                continue
            if _AIM.search(text[begin : match.start()]):
                continue
            end = _end(text, match.end(), label, ranking)
            printed = text[match.start() : end]
            if len(stands(printed, paragraph)) == 1 and not any(char.isdigit() for char in printed):
                yield Proposal(paragraph.number, match.start(), end, printed, (one.id,), True, value=Decimal(0))


def grades(paragraph: Paragraph, ranking: Ranking, tables: Tables) -> Iterator[Proposal]:
    """The rating that the higher level gave to the whole organisation: Đảng bộ … được … công nhận …"""
    graded = [one for one in tables.indicators.values() if one.kind is Kind.GRADE]
    if not graded:
        return
    text = paragraph.text
    spans = sentences(text)
    for match in _RATED.finditer(text):
        begin = spans[holding(spans, match.start())][0]
        label = next((label for at, label in ranking.labels.found(ranking.short.words(text[match.end() : match.end() + 60])) if at == 0), None)
        tier = ranking.labels.tier(label) if label else None
        itself = _ITSELF.search(text[begin : match.start()])
        if not (label and tier and itself) or _OTHERS.search(_dateless(itself[0])) or _AIM.search(text[begin : match.start()]):
            continue
        end = _end(text, match.end(), label, ranking)
        printed = text[match.start() : end]
        if len(stands(printed, paragraph)) == 1:
            yield Proposal(paragraph.number, match.start(), end, printed, _ids(graded), len(graded) == 1, grade=tier)


def _dateless(text: str) -> str:
    return re.sub(r"(?<!\w)năm [0-9]{4}", "", text)


def _ids(indicators: list[Indicator]) -> tuple[str, ...]:
    return tuple(one.id for one in indicators)


def _end(text: str, start: int, label: Words, ranking: Ranking) -> int:
    """Where the label ends that follows ``start``."""
    for match in re.finditer(r"[^\W_]+", text[start:]):
        if ranking.short.words(text[start : start + match.end()])[-len(label) :] == label:
            return start + match.end()
    return len(text)
