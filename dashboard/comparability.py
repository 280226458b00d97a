"""When two figures may stand on one axis, and what must be said when they do.

The rules are those of DOMAIN.md ("Rating schemes", "Other rules"): one level, subject, kind, scheme, label, tier and
base on one axis; different dates, inferred or missing dates and hedges only with a word of caution.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from dashboard.charts.datum import Datum
from dashboard.models import Base, Kind, Text

_OVER_TIME: Final = (Kind.FLOW, Kind.VISITS)
_ALIKE: Final = 1.25  # the longer of two periods by the shorter, up to which they count as equally long


class Verdict(IntEnum):
    """From the best to the worst; a set's verdict is the worst of its pairs'."""

    COMPARABLE = 0
    CAUTION = 1
    NOT_COMPARABLE = 2


@dataclass(frozen=True)
class Reason:
    """Why figures are not plainly comparable. ``kind`` is stable, one reason of a kind in a judgement.

    ``figures`` are ids in sorted order: all that have the trait (a hedge, an inferred or missing date), or two
    that differ most.
    """

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
        """The reasons in words, the gravest first."""
        ordered = sorted(self.reasons, key=lambda reason: (-reason.verdict, reason.kind))
        return [reason.text[language] for reason in ordered]


def judge(figures: Sequence[Datum]) -> Judgement:
    """The verdict on figures about to share an axis. One figure, or the same one twice, is comparable.

    It takes time in proportion to their number: no pair is looked at that can't be the worst.
    """
    distinct = sorted({figure.id: figure for figure in figures}.values(), key=lambda figure: figure.id)
    reasons = tuple(_reasons(distinct)) if len(distinct) > 1 else ()
    return Judgement(max((reason.verdict for reason in reasons), default=Verdict.COMPARABLE), reasons)


def base(figure: Datum) -> tuple[str, str]:
    """What a share is of, so that equal bases are equal. Two that no article states are never known to be one."""
    if figure.base == Base.NOT_STATED and (figure.kind is Kind.SHARE or figure.out_of is not None):
        return figure.base, figure.id
    return figure.base, figure.base_note("vi") if figure.base == Base.SUBSET else ""


def _reasons(figures: Sequence[Datum]) -> Iterator[Reason]:
    yield from _never(figures, "indicator", lambda figure: figure.indicator, "khác chỉ tiêu", "different indicators")
    if any(figure.kind is not Kind.RATIO for figure in figures):
        yield from _never(figures, "level", lambda figure: figure.level, "khác cấp", "different levels")
    yield from _never(figures, "kind", lambda figure: figure.kind, "khác loại số liệu", "different kinds of number")
    yield from _never(
        figures,
        "scheme",
        lambda figure: (figure.scheme, "" if figure.kind is Kind.GRADE else figure.tier),
        "khác cách xếp loại",
        "different rating schemes",
    )
    yield from _never(
        figures, "base", base, "khác hoặc không rõ tổng số để tính tỷ lệ", "different bases, or a base not stated"
    )
    yield from _careful(
        figures, "undated", lambda figure: not figure.as_of.dated, "có số không rõ năm", "a year is not given"
    )
    yield from _apart(figures)
    yield from _lengths(figures)
    if len({figure.since for figure in figures}) > 1:
        yield from _careful(
            figures, "since", lambda figure: bool(figure.since), "khác mốc so sánh", "different baselines"
        )
    yield from _careful(
        figures, "inferred", lambda figure: figure.inferred, "có thời điểm suy ra", "a date is inferred"
    )
    yield from _careful(
        figures, "hedge", lambda figure: bool(figure.hedge), "có số gần đúng", "a number is approximate"
    )


def _never(
    figures: Sequence[Datum], kind: str, trait: Callable[[Datum], Hashable], vi: str, en: str
) -> Iterator[Reason]:
    """A reason against one axis, where the figures differ in a trait."""
    first = figures[0]
    other = next((figure for figure in figures if trait(figure) != trait(first)), None)
    if other:
        yield Reason(kind, Verdict.NOT_COMPARABLE, (first.id, other.id), Text(vi=vi, en=en))


def _careful(figures: Sequence[Datum], kind: str, trait: Callable[[Datum], bool], vi: str, en: str) -> Iterator[Reason]:
    """A reason for caution, where figures have a trait."""
    if found := tuple(figure.id for figure in figures if trait(figure)):
        yield Reason(kind, Verdict.CAUTION, found, Text(vi=vi, en=en))


def _apart(figures: Sequence[Datum]) -> Iterator[Reason]:
    """Dates a year apart or more: between the one that ended first and the one that began last."""
    ended = min((f for f in figures if f.as_of.end), key=lambda figure: str(figure.as_of.end), default=None)
    began = max((f for f in figures if f.as_of.start), key=lambda figure: str(figure.as_of.start), default=None)
    if not ended or not began or ended is began:
        return
    years = ended.as_of.years_apart(began.as_of)
    if years is not None and years >= 1:
        count = round(years)
        text = Text(vi=f"cách nhau khoảng {count} năm", en=f"about {count} year{'s' if count > 1 else ''} apart")
        yield Reason("dates", Verdict.CAUTION, tuple(sorted((ended.id, began.id))), text)


def _lengths(figures: Sequence[Datum]) -> Iterator[Reason]:
    """What happened over five years beside what happened over one."""
    days = {
        figure.id: (figure.as_of.end - figure.as_of.start).days + 1
        for figure in figures
        if figure.kind in _OVER_TIME and figure.as_of.start and figure.as_of.end
    }
    if days and max(days.values()) > _ALIKE * min(days.values()):
        two = min(days, key=days.__getitem__), max(days, key=days.__getitem__)
        text = Text(vi="khác độ dài thời gian", en="periods of different length")
        yield Reason("length", Verdict.CAUTION, tuple(sorted(two)), text)
