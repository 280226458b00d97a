"""The date of a number, by what its sentence says about time.

"tính đến …" decides before "hiện nay" and "đến nay", which mean the day of publication; these before an inferred date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from dashboard.articles.draft.lists import COMMON_LISTS
from dashboard.articles.draft.time_expressions import Sort, TimeExpression, term_names, time_expressions
from dashboard.articles.text.paragraphs import Span
from dashboard.articles.text.sentences import clauses, holding, parentheses, sentences
from dashboard.language.dates import Period
from dashboard.records.models.indicator import Kind

_BEGINNING = re.compile(r"(?<!\w)đầu $", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:Trong (?:đó|số đó|số này)|Cụ thể)(?!\w)")
_BREAK = re.compile(r"[,;:.]|\((?!(?:năm )?[0-9]{4}\))")
_JOINED = re.compile("|".join(sorted(COMMON_LISTS, key=len, reverse=True)), re.IGNORECASE)
_NUMERAL = re.compile(r"[0-9]")
_COMPARED = re.compile(
    r"(?<!\w)(?:(?:so với|so cùng kỳ|cùng kỳ)[^,;()]{0,40}\(?(?:là |với )?"
    r"|từ (?:chỗ |con số |mức )(?:chỉ )?(?:có |còn )?)$",
    re.IGNORECASE,
)
_TRAILING = re.compile(r" ?\)? ?(?:[,;.:)]|$)")
_YEAR = re.compile(r"[0-9]{4}")
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


def dated(
    text: str, sentence: Span, place: Span, kind: Kind | None, rated: bool, frame: Frame,
    introduced: TimeExpression | None = None, spoken: TimeExpression | None = None,
) -> Dated:  # fmt: skip
    """The date of a number at ``place`` by what its sentence says. ``rated``: a rating, which needs a rating year.

    The time that stands with the number holds, else the last before it that does not stand with another number. A
    sentence that goes on with the parts of the one before (Trong đó, …) has that one's date unless it has its own.
    Where only another number has a time, or the sentences before it, or the line that introduces its paragraph
    (``introduced``), it is open. ``spoken`` is the last time of the paragraphs before, which "cũng trong năm" means.
    """
    before = last_time_expression(text, sentence[0]) or introduced
    flows = kind in (Kind.FLOW, Kind.VISITS) or rated
    own, heads, claimed = _around(text, sentence, place)
    if not (own or heads or claimed) and _GOES_ON.match(text, sentence[0]):
        whole = sentences(text)
        earlier = whole[max(0, holding(whole, sentence[0]) - 1)]
        heads = [one for one in time_expressions(text) if earlier[0] <= one.start < earlier[1]]
    parts = clauses(text, sentence)
    begin = parts[holding(parts, place[0])][0]
    chosen = own or (heads[-1] if heads else None)
    if not own and heads and heads[-1].start < begin and len({(one.sort, one.period) for one in heads}) > 1:
        return _open(*heads)  # Hằng năm …, riêng năm 2019 đạt 85,5%; còn 3 …
    if not own and compared(text[sentence[0] : place[0]]):
        return Dated(choices=(UNDATED,))
    if own and heads and heads[-1].sort is own.sort is Sort.POINT and heads[-1].period != own.period:
        return _open(own, heads[-1])
    until_now = chosen is not None and len(heads) > 1 and chosen is heads[-1] and chosen.sort is Sort.NOW
    if flows and until_now and heads[-2].sort in (Sort.SPAN, Sort.OPEN):
        chosen = heads[-2]  # từ đầu nhiệm kỳ 2015-2020 đến nay
    if chosen is None:
        other = claimed or (before if before and _over(before, frame.year) else None)
        if other:
            return _open(other)
    if chosen and chosen.sort is Sort.SAME:
        meant = before or spoken
        if meant and meant.sort is Sort.POINT:
            return _point(replace(meant, period=meant.period[:4]), flows, frame.year)
        return Dated(choices=(UNDATED,))
    if chosen and chosen.sort in (Sort.ELSE, Sort.SEVERAL):
        return _open(chosen)
    if kind in (Kind.CHANGE, Kind.ATTAINMENT) and (chosen is None or chosen.sort is not Sort.POINT):
        return Dated() if chosen is None or chosen.sort is Sort.NOW else _open(chosen)
    if chosen is None or chosen.sort is Sort.NOW:
        open_now = flows or kind is Kind.TARGET
        return Dated(choices=(UNDATED,)) if open_now else Dated(printed=chosen is not None)
    if chosen.sort is Sort.YEARLY and (kind is Kind.TARGET or any(one.sort is Sort.SPAN for one in heads)):
        return _open(*heads)  # nhiệm kỳ 2025-2030, hằng năm trên 90%
    if chosen.sort is Sort.YEARLY:
        return Dated(UNDATED, printed=True) if rated or kind is Kind.SHARE else Dated(choices=(UNDATED,))
    if chosen.sort is Sort.OPEN:
        return Dated(choices=(*frame.term(), UNDATED)) if flows else Dated()
    now = any(one.sort is Sort.NOW for one in heads)
    if chosen.sort is Sort.SPAN and not now and _BEGINNING.search(text[max(0, chosen.start - 8) : chosen.start]):
        return Dated(choices=(chosen.period.split("/")[0], chosen.period))
    return _span(chosen, flows, frame.published) if chosen.sort is Sort.SPAN else _point(chosen, flows, frame.year)


def compared(before: str) -> bool:
    """Whether a number that follows some words is what another is compared with: so với năm 2018 (115 đảng viên)."""
    return bool(_COMPARED.search(before))


def last_time_expression(text: str, place: int) -> TimeExpression | None:
    """The last time that a paragraph names before a place."""
    return next((one for one in reversed(time_expressions(text)) if one.start < place), None)


def _around(
    text: str, sentence: Span, place: Span
) -> tuple[TimeExpression | None, list[TimeExpression], TimeExpression | None]:
    """The time that stands with a number, those before it that stand with none, and one that stands with another."""
    own, heads, claimed = None, [], None
    for one in time_expressions(text):
        if not sentence[0] <= one.start < sentence[1] or place[0] <= one.start < place[1]:
            continue
        if one.start >= place[1]:
            plain = _JOINED.sub(lambda match: match[0].replace(",", " "), text)
            broken = any(match.start() < one.start for match in _BREAK.finditer(plain, place[1]))
            if not broken and not _NUMERAL.search(text, place[1], one.start):
                own = own or one
            elif _TRAILING.match(text, one.end) and one.start < _clause_end(text, sentence, place[0]):
                claimed = claimed or one  # … and 7 of them by the end of 2018: of all, or of the last
        else:
            breaks = (match.end() for match in _BREAK.finditer(text, sentence[0]) if match.start() < one.start)
            begin = max(breaks, default=sentence[0])
            aside = any(a <= one.start < b <= place[0] and _counts(text, a, b) for a, b in parentheses(text))
            counted = aside or [
                part for part in _NUMERAL.finditer(text, begin, one.start) if not _timed(text, part.start())
            ]
            if counted:
                claimed = one
            else:
                heads.append(one)
    return own, heads, claimed


def _counts(text: str, start: int, end: int) -> bool:
    """Whether a number that is no time stands between two places: (năm 2022: 1.540)."""
    return any(not _timed(text, match.start()) for match in _NUMERAL.finditer(text, start, end))


def _over(one: TimeExpression, year: int | None) -> bool:
    """Whether a time is another than now: no term or the like that lasts until the year of publication."""
    if one.sort is Sort.SPAN and year:
        last = one.period.split("/")[1]
        return last != ".." and int(last[:4]) < year
    return one.sort in (Sort.POINT, Sort.SPAN, Sort.SEVERAL, Sort.ELSE)


def _timed(text: str, place: int) -> bool:
    return any(one.start <= place < one.end for one in time_expressions(text))


def _clause_end(text: str, sentence: Span, place: int) -> int:
    parts = clauses(text, sentence)
    return parts[holding(parts, place)][1]


def _open(*times: TimeExpression) -> Dated:
    """What the times say, to choose from."""
    periods = [period for one in times for period in one.period.split() if not period.endswith("..")]
    return Dated(choices=(*periods, UNDATED))


def _point(chosen: TimeExpression, flows: bool, year: int | None) -> Dated:
    """A day, month or year, if it is not after publication; what happened by its end happened in that year."""
    period = chosen.period[:4] if flows and chosen.period.endswith("-12-31") else chosen.period
    return Dated(choices=(UNDATED,)) if year and int(period[:4]) > year else Dated(period, printed=True)


def _span(chosen: TimeExpression, flows: bool, published: Period | None) -> Dated:
    """A term, which lasts until publication where it is not over; what there is does not last a term."""
    first, last = chosen.period.split("/")
    year = published.end.year if published and published.end else None
    if not flows or year is None or int(first[:4]) > year:
        return Dated(choices=(chosen.period, UNDATED))
    if last == ".." and "-" in first:
        return Dated(choices=(f"{first}/{year}", UNDATED))
    if "-" in last and published and published.end and f"{published.end:%Y-%m}" < last[:7]:
        return Dated(choices=(chosen.period, UNDATED))  # it was not over
    over = last != ".." and int(last[:4]) <= year
    return Dated(chosen.period if over else f"{first}/{year}", printed=True)
