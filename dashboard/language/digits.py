"""Numbers in digits, as Vietnamese papers group them: 7.397 is 7397, 96,8 is 96.8, 1.234,5 is 1234.5.

Unusual forms are read whole too, but in doubt: spaces inside (7 397, 96, 8%), letters for digits (1O2), marks that no
number has (7.397.12), other digits beside it with no word between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from dashboard.language.doubts import Doubt
from dashboard.language.number_format import MINUS
from dashboard.language.number_words import SCALES
from dashboard.language.spoken_numbers import counted_at
from dashboard.language.vietnamese import SPACE


class Digits(NamedTuple):
    """A number in digits and its place in the text. ``otherwise`` is its value if the doubt is right."""

    start: int
    end: int
    value: Decimal
    doubt: Doubt | None = None
    otherwise: Decimal | None = None


class _Run(NamedTuple):
    """Digits with their marks; in ``printed`` spaces are removed and letters replaced by the digits they look like."""

    start: int
    end: int
    printed: str
    letters: bool = False
    spaced: bool = False
    last: str = ""  # the part behind the last space, where words before the first make that part the number
    beside: bool = False


_H = SPACE
_LIKE = "OoIl|SBZ"
_AS_DIGITS = str.maketrans(_LIKE, "00111582")
_MARKS = ".,'’·"
_AROUND = frozenset(_LIKE + _MARKS)
_DIGITS = re.compile(rf"[0-9]+(?:[{_LIKE}{_MARKS}]{{1,12}}[0-9]+)*")
_LED = re.compile(rf"(?<![^\W_])[{_LIKE}][{_LIKE}{_MARKS}]*$")
_TRAILED = re.compile(rf"(?:[{_MARKS}]{{0,8}}[{_LIKE}])*(?![^\W_])")
_LETTERS_ONLY = re.compile(r"(?<![^\W_])[Il|]{1,3}O[OIl|]{0,6}(?![^\W_])")  # lO đảng viên
_MEASURED = re.compile(rf"{_H}?[%％]|{_H}+(?:phần{_H}+trăm|{'|'.join(SCALES)})(?!\w)", re.IGNORECASE)

_WORD_BEFORE = re.compile(r"(?<![^\W_])[^\W\d_]{2,}$")

_HEAD = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})*")
_THREE = re.compile(r"[0-9]{3}(?:,[0-9]+)?")
_THREES = re.compile(r"[0-9]{3}(?:\.[0-9]{3})*(?:,[0-9]+)?")
_WHOLE = re.compile(r"[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
_DECIMALS = re.compile(r"[0-9]{1,2}")
_SPACE = re.compile(rf"{_H}+")
_STOP = re.compile(rf"{_H}*\.{_H}+|{_H}+\.")
_COMMA = re.compile(rf"{_H}*,{_H}+|{_H}+,")
_NEW_LINE = re.compile(rf"{_H}*([.,]?)\s*\n\s*")
_NAMER = re.compile(
    r"(?<!\w)(?:năm|ngày|tháng|quý|khóa|khoá|thứ|lần|kỳ|mùng|mồng|phường|quận|tổ|khu|điều|khoản|mục|chương|bài|lớp)"
    rf"{_H}+$|[0-9]/$",
    re.IGNORECASE,
)
"""Words that make the digits behind them a name or a date: khóa 12 397 đảng viên."""
_DATED = re.compile(rf"(?:(?<!\w)(?:năm|đầu|giữa|cuối|hết|ngày|tháng){_H}+|[0-9]{_H}?[/.-]{_H}?)$", re.IGNORECASE)
_NO_GAP = (";", ":", "_", "…")  # 7;397; but 7:30 is a time
_SIZED = re.compile(r"[^\W\d_hgmHGM][0-9]")  # 3x4, but 7h30, 7g30 and 5m2
_OF_DATE = re.compile("0?[1-9]|[12][0-9]|3[01]|(?:19|20)[0-9]{2}")
_CLOCK = re.compile(rf"[0-9]{{1,2}}(?::|h|g(?!\w)|{_H}giờ(?!\w))")
_BEHIND = 12  # characters before digits that hold what is looked for there

_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
_ENGLISH = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+")
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_DATE = re.compile(r"(?:0?[1-9]|[12][0-9]|3[01])\.(?:0?[1-9]|1[0-2])\.(?:19|20)[0-9]{2}")
_LIST = re.compile(r"(?:[0-9]{1,2}|(?:19|20)[0-9]{2})(?:,(?:[0-9]{1,2}|(?:19|20)[0-9]{2})){2,}")


def find_digits(text: str) -> list[Digits]:
    """Every number in digits, left to right, except digits behind a letter in a name (m2, A4).

    A date (18.10.2019) and a list (1,2,3) give each of their numbers.
    """
    runs = _runs(text)
    if len(runs) > 1:
        runs = _with_neighbours(text, _joined(text, runs))
    return [one for run in runs for one in _read(text, run)]


def _runs(text: str) -> list[_Run]:
    found = list(_with_a_digit(text))
    if "O" not in text:
        return found
    for match in _LETTERS_ONLY.finditer(text):
        start, end = match.span()
        meant = _MEASURED.match(text, end) or counted_at(text, end)
        if meant and not any(one.start < end and start < one.end for one in found):
            found.append(_Run(start, end, match[0].translate(_AS_DIGITS), letters=True))
    return sorted(found, key=lambda one: one.start)


def _with_a_digit(text: str) -> Iterator[_Run]:
    lone_bar = text.count("|") == 1  # more of them rule a table
    for match in _DIGITS.finditer(text):
        start, end = match.span()
        lead = _LED.search(text[max(0, start - _BEHIND) : start]) if text[start - 1 : start] in _AROUND else None
        if lead and lead[0] == "|" and not lone_bar:
            lead = None
        after = _TRAILED.match(text, end) if text[end : end + 1] in _AROUND else None
        if after and (after[0] != "|" or lone_bar):
            end = after.end()
        name = lead and lead[0].isalpha() and re.search("[SBZ]", lead[0])
        if name and not (_MEASURED.match(text, end) or counted_at(text, end)):
            continue  # vitamin B12
        if lead:
            start -= len(lead[0])
        elif start and text[start - 1].isalpha() and not _glued(text, start, end):
            continue
        printed = text[start:end]
        if printed.isdigit():
            yield _Run(start, end, printed, beside=_SIZED.match(text, end) is not None)
            continue
        marked = printed.replace("’", "'").replace("·", "'")
        plain = marked.translate(_AS_DIGITS)
        yield _Run(start, end, plain, letters=plain != marked)


def _glued(text: str, start: int, end: int) -> bool:
    """Whether digits behind a letter are a number whose space is missing: được104 đồng chí, đạt80%; but not m2, A4."""
    word = _WORD_BEFORE.search(text[max(0, start - _BEHIND) : start])
    return word is not None and bool(_MEASURED.match(text, end) or counted_at(text, end))


def _joined(text: str, runs: list[_Run]) -> list[_Run]:
    """Joins runs that are one number with a space inside: 7 397, 7. 397, 1 .234, 96, 8%."""
    found: list[_Run] = []
    listed = False
    for run in runs:
        mark = ""
        if found:
            one, gap = found[-1], text[found[-1].end : run.start]
            mark = _mark(text, one, gap, run)
            if mark == "," and listed:  # 3, 96, 8% may be three numbers
                found[-1], run, mark = one._replace(beside=True), run._replace(beside=True), ""
            listed = bool(_COMMA.fullmatch(gap)) and not mark and not _YEAR.fullmatch(one.printed)
        if mark:
            named = _NAMER.search(text[max(0, one.start - _BEHIND) : one.start])
            found[-1] = _Run(
                one.start, run.end, one.printed + mark + run.printed, one.letters or run.letters, True,
                one.last or (run.printed if named else ""),
            )  # fmt: skip
        else:
            found.append(run)
    return found


def _mark(text: str, one: _Run, gap: str, run: _Run) -> str:
    """The mark that the gap between two runs of one number stands for; "" if they are two numbers."""
    if len(gap) > 4 or "\n" in gap:
        return ""
    if _YEAR.fullmatch(one.printed) and not _SPACE.fullmatch(gap) and _DATED.search(text[: one.start][-_BEHIND:]):
        return ""  # Năm 2018, 90% is no number of one
    whole, measured = _WHOLE.fullmatch(one.printed), _MEASURED.match(text, run.end)
    if _SPACE.fullmatch(gap):
        tight = "." in text[one.start : one.end]
        return "." if _HEAD.fullmatch(one.printed) and _THREE.fullmatch(run.printed) and not tight else ""
    decimals = whole and _DECIMALS.fullmatch(run.printed)
    if one.printed == "0" and run.printed.isdigit():
        return "," if _STOP.fullmatch(gap) or _COMMA.fullmatch(gap) else ""
    if _STOP.fullmatch(gap):
        if _HEAD.fullmatch(one.printed) and _THREES.fullmatch(run.printed):
            return "."
        return "." if decimals and (measured or not gap[-1].isspace()) else ""
    if _COMMA.fullmatch(gap):
        return "," if decimals and (measured or not gap[-1].isspace()) else ""
    return ""


def _with_neighbours(text: str, runs: list[_Run]) -> list[_Run]:
    """Marks runs that stand side by side with no word between and do not make one number."""
    for at in range(len(runs) - 1):
        one, other = runs[at], runs[at + 1]
        if _side_by_side(text, one, other):
            runs[at], runs[at + 1] = one._replace(beside=True), other._replace(beside=True)
    return runs


def _side_by_side(text: str, one: _Run, other: _Run) -> bool:
    gap = text[one.end : other.start]
    if not gap or len(gap) > 8 or (_CLOCK.match(text, other.start) and gap not in _NO_GAP):
        return False
    three = _THREE.fullmatch(other.printed)
    before = text[max(0, one.start - _BEHIND) : one.start]
    if _SPACE.fullmatch(gap):
        return bool(three) or not (_OF_DATE.fullmatch(one.printed) and _DATED.search(before))
    if gap[0].isspace() and gap[-1] in ".,":
        return True
    if gap in _NO_GAP:
        return gap != ":" or len(other.printed) > 2
    if line := _NEW_LINE.fullmatch(gap):
        return bool(line[1] == "," or (three and len(one.printed) < 4))
    listed = before.rstrip().endswith(",") or re.match(rf"{_H}*(?:,|và(?!\w))", text[other.end : other.end + 5])
    short = one.printed.isdigit() and len(one.printed) < 4
    if _COMMA.fullmatch(gap) and three and short and not listed:  # 3, 549 lượt: might be English
        return not (_NAMER.search(before) or _DATED.search(before))
    return False


def _read(text: str, run: _Run) -> Iterator[Digits]:
    beside = Doubt.BESIDE if run.beside else None
    if ("." in run.printed and _DATE.fullmatch(run.printed)) or (
        "," in run.printed and (_LIST.fullmatch(run.printed) and not _ENGLISH.fullmatch(run.printed))
    ):
        doubt = beside if "." in run.printed else Doubt.BESIDE
        for part in re.finditer("[0-9]+", run.printed):
            yield Digits(run.start + part.start(), run.start + part.end(), Decimal(part[0]), doubt)
        return
    value, doubt, otherwise = read_digits(run.printed)
    if run.letters:
        doubt = Doubt.LETTER
    elif run.spaced:
        doubt = Doubt.SPACE
        otherwise = read_digits(run.last)[0] if run.last else otherwise
    else:
        doubt = beside or doubt
    start = run.start
    before = text[max(0, start - 3) : start]
    if before.endswith(MINUS) and not before[-2:-1].isalnum():
        start, value, otherwise = start - 1, value.copy_negate(), otherwise and otherwise.copy_negate()
    elif doubt is None and before[-1:] == "-" and before[-2:-1].isspace() and before[:1].isalpha():
        doubt, otherwise = Doubt.SIGN, value.copy_negate()
    yield Digits(start, run.end, value, doubt, otherwise)


def read_digits(printed: str) -> tuple[Decimal, Doubt | None, Decimal | None]:
    """The value of digits with their marks, the doubt about it (or None), and the value of the other reading."""
    whole, comma, decimals = printed.partition(",")
    if printed.isdigit():
        return Decimal(printed), None, None
    if _GROUPED.fullmatch(whole) and (decimals.isdigit() or not comma):
        return Decimal(printed.replace(".", "").replace(",", ".")), None, None
    if whole.isdigit() and decimals.isdigit():
        if _ENGLISH.fullmatch(printed):
            return Decimal(f"{whole}.{decimals}"), Doubt.COMMA_GROUP, Decimal(whole + decimals)
        return Decimal(f"{whole}.{decimals}"), None, None
    whole, stop, decimals = printed.partition(".")
    if _ENGLISH.fullmatch(whole) and (decimals.isdigit() or not stop):
        return Decimal(printed.replace(",", "")), Doubt.COMMA_GROUP, None
    if whole.isdigit() and decimals.isdigit():
        return Decimal(printed), Doubt.DOT_DECIMAL, None
    *groups, last = re.findall("[0-9]+", printed)
    whole = "".join(groups)
    if len(last) == 3:
        return Decimal(whole + last), Doubt.MARKS, None
    return Decimal(f"{whole}.{last}"), Doubt.MARKS, Decimal(whole + last)
