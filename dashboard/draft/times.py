"""When a number holds, by the words of its sentence: đến nay, năm 2018, nhiệm kỳ 2015-2020 (DOMAIN.md, "Other rules")."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from dashboard.dates import Period
from dashboard.draft.sentences import holding, sentences
from dashboard.models import Kind

_Y = r"((?:19|20)[0-9]{2})(?![0-9]|[-–/][0-9])"
_DAY = r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]((?:19|20)[0-9]{2})"
_MONTHS_OF = re.compile(r"(?<!\w)([369]|ba|sáu|chín) tháng (?:đầu )?năm " + _Y, re.IGNORECASE)
_NUMBERS = {"ba": 3, "sáu": 6, "chín": 9}
_UNTIL_DAY = re.compile(rf"(?<!\w)(?:đến|tới|hết|vào|lúc|tính)(?: hết| tới| đến| ngày| thời điểm)* {_DAY}", re.IGNORECASE)
_MONTH = re.compile(r"(?<!\w)(?:đến|tới|hết|cuối|trong)(?: hết| cuối)? tháng ([0-9]{1,2})(?:/| năm )" + _Y, re.IGNORECASE)
_TERM = re.compile(r"(?<!\w)(nhiệm kỳ|giai đoạn|năm học) ((?:19|20)[0-9]{2})\s?[-–]\s?" + _Y, re.IGNORECASE)
_YEARS = re.compile(rf"(?<!\w)từ (?:đầu |cuối )?năm {_Y} đến (?:hết |cuối |nay|năm )*(?:năm )?{_Y}?", re.IGNORECASE)
_YEAR = re.compile(rf"(?<!\w)((?:đến )?(?:hết|cuối)(?: quý IV)? |đầu |giữa )?năm {_Y}", re.IGNORECASE)
_NOT_OF = re.compile(r"(?:so với|so|hơn|như|từ|khác với|bằng|kể từ)(?: cùng kỳ| đầu| cuối)? ?$", re.IGNORECASE)
_NOW = re.compile(
    r"(?<!\w)(?:đến nay|hiện nay|hiện có|hiện tại|hiện toàn|hiện đang|đến thời điểm này|tới nay|lúc này)(?!\w)|(?:^|(?<=[.;] ))hiện,? ",
    re.IGNORECASE,
)
_YEARLY = re.compile(r"(?<!\w)(?:hàng|hằng|mỗi|từng) năm(?!\w)", re.IGNORECASE)
_OPEN = re.compile(r"(?<!\w)(?:nhiệm kỳ|năm qua|thời gian qua|những năm qua|vừa qua|trong năm|năm trước)(?!\w)", re.IGNORECASE)
_BEGINNING = re.compile(r"(?<!\w)đầu $", re.IGNORECASE)
_GOES_ON = re.compile(r"Trong (?:đó|số đó|số này)(?!\w)")
_SINCE = re.compile(
    rf"(?<!\w)so với (?:(?:cuối |đầu )?năm {_Y}|((?:đầu nhiệm kỳ|nhiệm kỳ trước|cùng kỳ|năm trước|trước|năm học trước)))", re.IGNORECASE
)


class Sort(StrEnum):
    """What an expression of time says."""

    NOW = "now"
    POINT = "point"
    SPAN = "span"
    YEARLY = "yearly"
    OPEN = "open"  # a time that is not written out: trong nhiệm kỳ


@dataclass(frozen=True)
class Said:
    """An expression of time in a text."""

    start: int
    end: int
    sort: Sort
    period: str = ""


@dataclass(frozen=True)
class Dated:
    """A number's date: ``as_of`` ("": the file's own), whether it is printed, and what to choose from where it is open."""

    as_of: str = ""
    printed: bool = False
    choices: tuple[str, ...] | None = None


def said(text: str) -> list[Said]:
    """The expressions of time in a text, left to right, none inside another."""
    found = [Said(*m.span(), Sort.POINT, day) for m in _UNTIL_DAY.finditer(text) if (day := _day(m[3], m[2], m[1]))]
    found += [Said(*m.span(), Sort.POINT, f"{m[2]}-{int(m[1]):02d}") for m in _MONTH.finditer(text) if 0 < int(m[1]) < 13]
    found += [
        Said(*m.span(), Sort.SPAN, f"{m[2]}-01/{m[2]}-{int(_NUMBERS.get(m[1].lower(), m[1])):02d}") for m in _MONTHS_OF.finditer(text)
    ]
    found += [Said(*m.span(), Sort.SPAN, f"{m[2]}/{m[3]}") for m in _TERM.finditer(text) if m[2] <= m[3]]
    found += [Said(*m.span(), Sort.SPAN, f"{m[1]}/{m[2] or '..'}") for m in _YEARS.finditer(text) if m[1] <= (m[2] or m[1])]
    for m in _YEAR.finditer(text):
        if not _NOT_OF.search(text[: m.start()]):
            ended = (m[1] or "").strip().lower().endswith(("hết", "cuối"))
            found.append(Said(*m.span(), Sort.POINT, f"{m[2]}-12-31" if ended else m[2]))
    for pattern, sort in ((_NOW, Sort.NOW), (_YEARLY, Sort.YEARLY), (_OPEN, Sort.OPEN)):
        found += [Said(*m.span(), sort) for m in pattern.finditer(text)]
    found.sort(key=lambda one: (one.start, -one.end))
    return [one for index, one in enumerate(found) if not any(other.end >= one.end for other in found[:index])]


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
        """What "trong nhiệm kỳ" may mean: a term that had begun, until it ended or the article appeared; else the one before."""
        found: dict[str, None] = {}
        for term in self.terms:
            first, last = (int(year) for year in term.split("/"))
            if self.year and first >= self.year:
                first, last = first - (last - first), first
            found[f"{first}/{min(last, self.year or last)}"] = None
        return tuple(found)


def terms(texts: Iterable[str]) -> tuple[str, ...]:
    """The terms of office that some texts name: nhiệm kỳ 2015-2020."""
    found = (match for text in texts for match in _TERM.finditer(text))
    return tuple(dict.fromkeys(f"{one[2]}/{one[3]}" for one in found if one[1].lower() == "nhiệm kỳ" and one[2] < one[3]))


def dated(text: str, sentence: tuple[int, int], place: int, stop: int, kind: Kind | None, rated: bool, frame: Frame) -> Dated:
    """The date of a number at ``place`` (its phrase ends at ``stop``) by what its sentence says.

    A sentence that goes on with the parts of the one before (Trong đó, …) has that one's date unless it has its own.
    """
    expressions = said(text)
    begin = sentence[0]
    if _GOES_ON.match(text, begin) and not any(begin <= one.start < place for one in expressions):
        whole = sentences(text)
        begin = whole[max(0, holding(whole, begin) - 1)][0]
    before = [one for one in expressions if begin <= one.start < place]
    after = [one for one in expressions if place <= one.start <= stop + 40 and one.end <= sentence[1]]
    chosen = before[-1] if before else after[0] if after else None
    if before and before[-1].sort is Sort.NOW and len(before) > 1 and before[-2].sort in (Sort.SPAN, Sort.OPEN):
        chosen = before[-2] if kind in (Kind.FLOW, Kind.VISITS) else before[-1]  # từ đầu nhiệm kỳ 2015-2020 đến nay
    flows = kind in (Kind.FLOW, Kind.VISITS) or rated
    if kind in (Kind.CHANGE, Kind.ATTAINMENT) and (chosen is None or chosen.sort is not Sort.POINT):
        return Dated()
    if chosen is None:
        return Dated(choices=("undated",)) if flows or kind is Kind.TARGET else Dated()
    if chosen.sort is Sort.YEARLY:
        return Dated("undated", printed=True) if rated or kind is Kind.SHARE else Dated(choices=("undated",))
    if chosen.sort is Sort.NOW:
        return Dated(choices=("undated",)) if flows or kind is Kind.TARGET else Dated(printed=True)
    if chosen.sort is Sort.OPEN:
        return Dated(choices=(*frame.term(), "undated")) if flows else Dated()
    if chosen.sort is Sort.SPAN and _BEGINNING.search(text[: chosen.start]) and not any(one.sort is Sort.NOW for one in before):
        return Dated(choices=(chosen.period.split("/")[0], chosen.period))
    return _limited(chosen, flows, frame)


def since(text: str, sentence: tuple[int, int], start: int, stop: int) -> tuple[str, bool, int]:
    """The baseline of a change: its year ("" if none), whether one is meant but not dated, and where the words end."""
    for match in _SINCE.finditer(text, sentence[0], sentence[1]):
        near = stop <= match.start() <= stop + 30 or match.end() <= start
        if near and ";" not in text[match.end() : start] and "(" not in text[stop : match.start()]:
            return match[1] or "", match[1] is None, match.end()
    return "", False, 0


def _limited(chosen: Said, flows: bool, frame: Frame) -> Dated:
    """The date that is said, never after publication: a term that is not over lasts until then."""
    period = chosen.period
    year = frame.year
    if chosen.sort is Sort.POINT and flows and period.endswith("-12-31"):
        period = period[:4]
    if chosen.sort is Sort.SPAN:
        first, last = period.split("/")
        if not flows:
            return Dated(choices=(period, "undated"))
        if year and (last == ".." or int(last[:4]) > year):
            period = f"{first}/{year}" if int(first[:4]) <= year else ""
        elif last == ".." or year is None:
            return Dated(choices=(period, "undated"))
    elif year and int(period[:4]) > year:
        period = ""
    return Dated(period, printed=True) if period else Dated(choices=("undated",))


def _day(year: str, month: str, day: str) -> str:
    """The day as a record writes it; "" for one that no calendar has."""
    written = f"{year}-{int(month):02d}-{int(day):02d}"
    try:
        Period.parse(written)
    except ValueError:
        return ""
    return written
