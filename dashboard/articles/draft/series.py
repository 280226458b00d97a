"""Numbers told in the order of a list: kết nạp lần lượt 112 và 115 đảng viên trong các năm 2016 và 2017.

A run is several numbers with nothing but commas and "và" between. Each is told again (``restated_sentences``) with its
own member of the list that has as many members: years, places, rating labels, what is counted. Where no list or more
than one has as many, nothing says which is meant, and that is left open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from dashboard.articles.draft.figure_dates import UNDATED
from dashboard.articles.draft.lists import Lists, Series
from dashboard.articles.draft.numbers import Number
from dashboard.articles.draft.proposal import Open, Proposal, Why
from dashboard.articles.draft.restated_sentences import Change, Retold, retold
from dashboard.articles.text.paragraphs import Span
from dashboard.articles.text.sentences import clauses, holding, parentheses, sentences

_IN_ORDER = re.compile(
    r"(?:(?:lần lượt|tương ứng)(?: (?:với|là|cho|đạt|có))?|(?:xếp |tính )?theo thứ tự(?: (?:đó|trên|nêu trên|là))?)"
    r"(?!\w)",
    re.IGNORECASE,
)
_WHICH = Why("theo thứ tự dãy nào?", "in the order of which list?")
_BESIDE = re.compile(r"(?: [^\W\d_]+){0,3} \((?:chiếm |đạt |bằng |tỷ lệ )*")
_BARE = re.compile(r"(?:,|;|,? (?:và|cùng|rồi)) ")
_SEPARATOR = re.compile(r"(?P<unit>(?: [^\W\d_]+){0,6}?)(?:,|;|,? (?:và|cùng|rồi)) (?:là )?")


@dataclass(frozen=True)
class Part:
    """What one number of a run is told again as, and what stays open of it: "indicator", "date", "place".

    Where no list pairs with a run of bare numbers each is told as if it stood alone. ``years`` are those that it may
    be of, ``place`` is its own, ``at`` is where in the run it stands.
    """

    retold: Retold | None
    run: Sequence[int]
    open: frozenset[str]
    years: tuple[str, ...] = ()
    place: str = ""
    at: int = 0


NO_PARTS: Mapping[int, Part] = MappingProxyType({})

NO_LABEL = Part(None, (), frozenset(("indicator", "date")))
"""What is open of a number of a table that has no certain label."""


def parts(text: str, numbers: Sequence[Number], lists: Lists) -> dict[int, Part]:
    """The numbers of a paragraph that stand in runs, by index."""
    found: dict[int, Part] = {}
    whole = sentences(text)
    for run, beside in _runs(text, numbers):
        parted = clauses(text, whole[holding(whole, numbers[run[0]].start)])
        clause = parted[holding(parted, numbers[run[0]].start)]
        found |= _told(text, numbers, run, beside, clause, lists)
    return found


def _told(
    text: str, numbers: Sequence[Number], run: Sequence[int], beside: dict[int, int], clause: Span, lists: Lists
) -> dict[int, Part]:
    first, last = numbers[run[0]], numbers[run[-1]]
    ending = numbers[run[-1] + 1].start if run[-1] + 1 < len(numbers) else clause[1]
    head, tail = (clause[0], first.start), (last.end, min(clause[1], ending))
    ordered = _order(text, head, tail)
    edge = ordered.start() if ordered and ordered.start() < first.start else first.start
    named = [one for one in lists.all(text, head, tail, edge) if ordered or one.sure]
    fitting = [one for one in named if len(one.members) == len(run)]
    paired = fitting[0] if len(fitting) == 1 else None
    telling = [one for one in named if one is not paired and not (paired and one.weak)]
    left = frozenset(one.what for one in telling) | (set() if paired else {"indicator", "date"})
    choices = tuple(member[-4:] for one in named if one.what == "date" and one is not paired for member in one.members)
    found: dict[int, Part] = {}
    bare = not beside and all(_BARE.match(text, numbers[one].end) for one in run[:-1])
    for at, main in enumerate(run):
        for index in (main, *([beside[main]] if main in beside else [])):
            told = _again(text, numbers, run, index, paired, at, beside, ordered) if paired or bare else None
            short = {"indicator"} if paired and at in paired.short else set()
            place = paired.members[at] if paired and paired.what == "place" else ""
            found[index] = Part(told, (*run, *beside.values()), left | short, choices, place, at)
    return found


def _order(text: str, head: Span, tail: Span) -> re.Match[str] | None:
    """The words that say that numbers follow an order, before them or just behind."""
    before = list(_IN_ORDER.finditer(text, *head))
    return before[-1] if before else _IN_ORDER.search(text, *tail)


def _again(
    text: str, numbers: Sequence[Number], run: Sequence[int], index: int, series: Series | None, at: int,
    beside: dict[int, int], ordered: re.Match[str] | None,
) -> Retold:  # fmt: skip
    """The text with one number of the run and one member of the list in place of all."""
    number, first, last = numbers[index], numbers[run[0]], numbers[run[-1]]
    end, unit = last.end, ""
    if run[-1] in beside:
        end = numbers[beside[run[-1]]].end + 1
        unit = "" if number.main.percent else _until_bracket(text, last)
    changes = [Change(series.start, series.end, series.members[at])] if series else []
    changes += [Change(first.start, number.start), Change(number.end, end, unit)]
    if ordered and ordered.start() < first.start:
        changes.append(Change(*ordered.span(), "là"))
    elif ordered:
        changes.append(Change(end + len(text[end : ordered.start()].rstrip(" ,")), ordered.end()))
    return retold(text, changes)


def _until_bracket(text: str, number: Number) -> str:
    """The words between a number and the bracket behind it: 412 đồng chí (14%)."""
    return text[number.end : text.index("(", number.end)].rstrip()


def _runs(text: str, numbers: Sequence[Number]) -> Iterator[tuple[list[int], dict[int, int]]]:
    """The runs of a paragraph, and for each of their numbers the one in brackets directly behind: 412 (14%)."""
    brackets = parentheses(text)
    beside: dict[int, int] = {}
    free = []
    for index, number in enumerate(numbers):
        bracket = next((one for one in brackets if one[0] <= number.start and number.end <= one[1]), None)
        alone = bracket and not any(char.isdigit() for char in text[number.end : bracket[1]])
        if alone and index and _BESIDE.fullmatch(text, numbers[index - 1].end, number.start):
            beside[index - 1] = index
        else:
            free.append(index)
    run: list[int] = []
    for index in free:
        if run and _follows(text, numbers, run, index, beside):
            run.append(index)
            continue
        if len(run) > 1:
            yield run, {one: beside[one] for one in run if one in beside}
        run = [index]
    if len(run) > 1:
        yield run, {one: beside[one] for one in run if one in beside}


def _follows(text: str, numbers: Sequence[Number], run: list[int], index: int, beside: dict[int, int]) -> bool:
    """Whether a number goes on with a run: bare, or with the same noun as the one before."""
    one, other = numbers[run[-1]], numbers[index]
    if any(each.before is not None or each.out_of is not None or each.first for each in (one, other)):
        return False
    if one.main.percent != other.main.percent:
        return False
    end = numbers[beside[run[-1]]].end + 1 if run[-1] in beside else one.end
    gap = _SEPARATOR.fullmatch(text[end : other.start])
    if not gap:
        return False
    if run[-1] in beside:
        alike = index in beside and _until_bracket(text, one) == _until_bracket(text, other)
        return alike and not gap["unit"]
    return not gap["unit"] or text.startswith(gap["unit"], other.end)


def left_open(one: Proposal, part: Part) -> Proposal:
    """A proposal of a number of a run with what nothing decides left to a curator."""
    if "indicator" in part.open:
        one = replace(one, sure=False, why=one.why if one.why.vi else _WHICH)
    if "date" in part.open:
        said = one.as_of.choices if isinstance(one.as_of, Open) else (one.as_of,) if one.as_of else ()
        one = replace(one, as_of=Open(tuple(dict.fromkeys((*part.years, *said, UNDATED))), _WHICH), inferred=False)
    if "place" in part.open:
        one = replace(one, locality=Open((), _WHICH))
    return one
