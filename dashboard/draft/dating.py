"""When a number holds, by what its sentence says about time (DOMAIN.md, "Other rules": tính đến beats hiện nay)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.dates import Period
from dashboard.draft.sentences import holding, sentences
from dashboard.draft.times import Said, Sort, said, term_names
from dashboard.models import Kind
from dashboard.verify.paragraphs import Span

_BEGINNING = re.compile(r"(?<!\w)đầu $", re.IGNORECASE)
_GOES_ON = re.compile(r"Trong (?:đó|số đó|số này)(?!\w)")
_NEAR = 40  # characters behind a number within which a time still belongs to it
UNDATED = "undated"


@dataclass(frozen=True)
class Dated:
    """A number's date. ``as_of`` is "" where the file's own holds, ``printed`` whether a time is printed at all.

    Where it is open, ``choices`` has what it may be.
    """

    as_of: str = ""
    printed: bool = False
    choices: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Frame:
    """What an article says about time as a whole: its terms (2015/2020) and its date of publication."""

    terms: tuple[str, ...]
    published: Period | None

    @property
    def year(self) -> int | None:
        """The year of publication."""
        return self.published.end.year if self.published and self.published.end else None

    def term(self) -> tuple[str, ...]:
        """What "trong nhiệm kỳ" may mean: a term, until publication; where it had not begun, the one before it."""
        found: dict[str, None] = {}
        for term in self.terms:
            first, last = (int(year) for year in term.split("/"))
            if self.year and first >= self.year:
                first, last = first - (last - first), first
            found[f"{first}/{min(last, self.year or last)}"] = None
        return tuple(found)


def terms(texts: Iterable[str]) -> tuple[str, ...]:
    """The terms of office that some texts name: nhiệm kỳ 2015-2020."""
    return tuple(dict.fromkeys(term for text in texts for term in term_names(text)))


def dated(text: str, sentence: Span, place: Span, kind: Kind | None, rated: bool, frame: Frame) -> Dated:
    """The date of a number at ``place`` by what its sentence says. ``rated``: a rating, which needs a rating year.

    A sentence that goes on with the parts of the one before (Trong đó, …) has that one's date unless it has its own.
    """
    expressions = said(text)
    begin = sentence[0]
    if _GOES_ON.match(text, begin) and not any(begin <= one.start < place[0] for one in expressions):
        whole = sentences(text)
        begin = whole[max(0, holding(whole, begin) - 1)][0]
    before = [one for one in expressions if begin <= one.start < place[0]]
    after = [one for one in expressions if place[0] <= one.start <= place[1] + _NEAR and one.end <= sentence[1]]
    chosen = before[-1] if before else after[0] if after else None
    flows = kind in (Kind.FLOW, Kind.VISITS) or rated
    if flows and len(before) > 1 and chosen and chosen.sort is Sort.NOW and before[-2].sort in (Sort.SPAN, Sort.OPEN):
        chosen = before[-2]  # từ đầu nhiệm kỳ 2015-2020 đến nay
    if kind in (Kind.CHANGE, Kind.ATTAINMENT) and (chosen is None or chosen.sort is not Sort.POINT):
        return Dated()
    if chosen is None or chosen.sort is Sort.NOW:
        open_now = flows or kind is Kind.TARGET
        return Dated(choices=(UNDATED,)) if open_now else Dated(printed=chosen is not None)
    if chosen.sort is Sort.YEARLY:
        return Dated(UNDATED, printed=True) if rated or kind is Kind.SHARE else Dated(choices=(UNDATED,))
    if chosen.sort is Sort.OPEN:
        return Dated(choices=(*frame.term(), UNDATED)) if flows else Dated()
    now = any(one.sort is Sort.NOW for one in before)
    if chosen.sort is Sort.SPAN and not now and _BEGINNING.search(text[max(0, chosen.start - 8) : chosen.start]):
        return Dated(choices=(chosen.period.split("/")[0], chosen.period))
    return _span(chosen, flows, frame.year) if chosen.sort is Sort.SPAN else _point(chosen, flows, frame.year)


def _point(chosen: Said, flows: bool, year: int | None) -> Dated:
    """A day, month or year, if it is not after publication; what happened by its end happened in that year."""
    period = chosen.period[:4] if flows and chosen.period.endswith("-12-31") else chosen.period
    return Dated(choices=(UNDATED,)) if year and int(period[:4]) > year else Dated(period, printed=True)


def _span(chosen: Said, flows: bool, year: int | None) -> Dated:
    """A term, which lasts until publication where it is not over; what there is does not last a term."""
    first, last = chosen.period.split("/")
    if not flows or year is None or int(first[:4]) > year:
        return Dated(choices=(chosen.period, UNDATED))
    over = last != ".." and int(last[:4]) <= year
    return Dated(chosen.period if over else f"{first}/{year}", printed=True)
