"""When two figures may stand on one axis, and what must be said when they do.

The rules are those of DOMAIN.md ("Rating schemes", "Other rules"): one level, subject, kind, scheme, label, tier and
base on one axis; different dates, inferred or missing dates and hedges only with a word of caution.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import combinations

from dashboard.charts.datum import Datum
from dashboard.models import Kind, Text


class Verdict(IntEnum):
    """From the best to the worst; a set's verdict is the worst of its pairs'."""

    COMPARABLE = 0
    CAUTION = 1
    NOT_COMPARABLE = 2


@dataclass(frozen=True)
class Reason:
    """Why two figures are not plainly comparable. ``kind`` is stable; ``figures`` are ids in sorted order."""

    kind: str
    verdict: Verdict
    figures: tuple[str, ...]
    text: Text


@dataclass(frozen=True)
class Judgement:
    """The verdict on a set of figures, with all its reasons."""

    verdict: Verdict
    reasons: tuple[Reason, ...]

    def texts(self, language: str) -> list[str]:
        """The reasons in words, each once, the gravest first; of several distances in time the widest is named."""
        ordered = sorted(self.reasons, key=lambda reason: (-reason.verdict, reason.kind))
        found: dict[str, str] = {}
        for reason in ordered:
            found[reason.kind] = max(found.get(reason.kind, ""), reason.text[language])
        return list(found.values())


def judge(figures: Sequence[Datum]) -> Judgement:
    """The verdict on figures about to share an axis. One figure, or the same one twice, is comparable."""
    reasons = [reason for a, b in combinations(figures, 2) if a.id != b.id for reason in _pair(a, b)]
    return Judgement(max((reason.verdict for reason in reasons), default=Verdict.COMPARABLE), tuple(reasons))


def _pair(a: Datum, b: Datum) -> list[Reason]:
    ids = tuple(sorted((a.id, b.id)))

    def no(kind: str, vi: str, en: str) -> Reason:
        return Reason(kind, Verdict.NOT_COMPARABLE, ids, Text(vi=vi, en=en))

    def careful(kind: str, vi: str, en: str) -> Reason:
        return Reason(kind, Verdict.CAUTION, ids, Text(vi=vi, en=en))

    found = []
    if a.indicator != b.indicator:
        found.append(no("indicator", "khác chỉ tiêu", "different indicators"))
    if a.level != b.level and a.kind is not Kind.RATIO:
        found.append(no("level", "khác cấp", "different levels"))
    if a.kind != b.kind:
        found.append(no("kind", "khác loại số liệu", "different kinds of number"))
    if (a.scheme, a.tier) != (b.scheme, b.tier):
        found.append(no("scheme", "khác cách xếp loại", "different rating schemes"))
    if a.base != b.base or (a.base == "not_stated" and a.kind is Kind.SHARE):
        found.append(no("base", "khác hoặc không rõ tổng số để tính tỷ lệ", "different bases, or a base not stated"))
    years = a.as_of.years_apart(b.as_of)
    if years is None:
        found.append(careful("undated", "có số không rõ năm", "a year is not given"))
    elif years >= 1:
        count = round(years)
        plural = "s" if count > 1 else ""
        found.append(
            careful("dates", f"cách nhau khoảng {count} năm", f"about {count} year{plural} apart")
        )
    if a.inferred or b.inferred:
        found.append(careful("inferred", "có thời điểm suy ra", "a date is inferred"))
    if a.hedge or b.hedge:
        found.append(careful("hedge", "có số gần đúng", "a number is approximate"))
    return found
