"""What is odd but possible: told by ``check`` as something to look at, never as a problem.

A number that was misread, of another place or with its point in the wrong position still agrees with its phrase; beside
other figures it stands out. Such a figure may be right: then its ``note`` says so and names the number beside which it
is odd, and it is told no more. The bounds are our own, wide enough that what is merely remarkable is not told.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dashboard.language.bilingual import Both
from dashboard.language.number_format import format_number
from dashboard.language.numerals import find
from dashboard.records.dataset import Dataset, Entry
from dashboard.records.models.figure import part_key
from dashboard.records.models.indicator import Indicator, Kind
from dashboard.records.problems import Problem

_RATES, _FAR = 4, 20
"""So many others a rate is compared with at least; so many points it lies from the nearest of them, if it is far."""
_TENFOLD, _LARGE = 8, 50
"""How many times as much is told, of numbers of which the larger is at least so large: small ones do vary so."""
_LEAST_MEMBERS = 3
"""A cell has at least three full members (Điều lệ Đảng, Điều 21)."""
_OF_MEMBERS = frozenset({"grassroots_organization", "subordinate_cell", "cell_of_either_rank"})
_NEAR = 366
"""Days between two figures that may be set against each other; a flow may be counted over several years."""
_YEARS_NEAR = 3 * _NEAR


def odd(dataset: Dataset) -> list[Problem]:
    """Everything odd in a data set without problems, in the order of files and lines."""
    known = [
        (entry, indicator) for entry, indicator in dataset.entries_with_indicator if entry.figure.contradicts is None
    ]
    places: dict[tuple[str, str], list[Entry]] = {}
    for entry, _ in known:
        places.setdefault((entry.locality, entry.figure.indicator), []).append(entry)
    rules = (_far_rates(dataset, known), _tenfolds(dataset, places), _beyond(dataset, known, places))
    return sorted({problem for rule in rules for problem in rule})


def _far_rates(dataset: Dataset, known: list[tuple[Entry, Indicator]]) -> Iterator[Problem]:
    """A rate far from all others of its indicator and level: 9,2 among 88 to 97."""
    groups: dict[tuple[str, str], list[tuple[Entry, Decimal]]] = {}
    for entry, indicator in known:
        rate = _rate(entry, indicator)
        if rate is not None and not entry.figure.of and entry.locality in dataset.localities:
            level = dataset.localities[entry.locality].level
            groups.setdefault((indicator.id, level), []).append((entry, rate))
    for rates in groups.values():
        rates.sort(key=lambda one: one[1])
        if len(rates) <= _RATES:
            continue
        # Only the lowest and the highest can be further from the others than these lie apart.
        for (entry, rate), others in ((rates[0], rates[1:]), (rates[-1], rates[:-1])):
            least, most = others[0][1], others[-1][1]
            far = max(least - rate, rate - most)
            if far >= _FAR and far >= most - least and not _named(entry, rate, entry.figure.value):
                message = Both(
                    f"{_said(rate, 'vi')}%, xa mọi tỷ lệ khác cùng cấp: {_said(least, 'vi')}–{_said(most, 'vi')}%",
                    f"{_said(rate, 'en')}%, far from all others of its level: "
                    f"{_said(least, 'en')}–{_said(most, 'en')}%",
                )
                yield _told(dataset, entry, message, rate)


def _tenfolds(dataset: Dataset, places: dict[tuple[str, str], list[Entry]]) -> Iterator[Problem]:
    """Many times what it was, or a small part of it: beside the number before, or the figure before of that place."""
    for (_, id), entries in places.items():
        indicator = dataset.indicators[id]
        if indicator.kind is Kind.GRADE or indicator.in_per_cent:
            continue
        for entry in entries:
            value, before = entry.figure.value, entry.figure.before
            if value and before and _times(value, before) and not _named(entry, before):
                yield _told(dataset, entry, _many(before, value, None), before)
        dated = sorted((one for one in entries if one.as_of.end), key=lambda one: (one.as_of.end, one.id))
        for at, entry in enumerate(dated):
            earlier = next((one for one in reversed(dated[:at]) if _alike(dataset, one, entry)), None)
            value, was = entry.figure.value, earlier.figure.value if earlier else None
            if earlier and value and was and _times(value, was) and not _either(entry, earlier):
                yield _told(dataset, entry, _many(was, value, earlier), was)


def _beyond(
    dataset: Dataset, known: list[tuple[Entry, Indicator]], places: dict[tuple[str, str], list[Entry]]
) -> Iterator[Problem]:
    """More of a part than there is of the whole; more admitted than members; organisations of under three members."""
    members = _members(dataset)
    for entry, indicator in known:
        value = entry.figure.value
        if value is None or indicator.in_per_cent or indicator.id in members:
            continue
        part = indicator.kind is Kind.STOCK and indicator.part_of
        admitted = indicator.kind is Kind.FLOW and indicator.subject == "party_member"
        of_members = indicator.kind is Kind.STOCK and indicator.subject in _OF_MEMBERS
        wholes = [indicator.part_of] if part and indicator.part_of else []
        for id in [*wholes, *(members if admitted or of_members else ())]:
            least = _LEAST_MEMBERS if of_members and id in members else 1
            whole = _nearest(entry, places.get((entry.locality, id), []), _YEARS_NEAR if admitted else _NEAR)
            if whole is None or whole.figure.value is None or (entry.figure.of and least > 1):
                continue
            if value * least > whole.figure.value and not _either(entry, whole):
                name = dataset.indicators[id].name
                yield _told(dataset, entry, Both(
                    f"{_said(value, 'vi')}, mà {name.vi.lower()} ở đó là {_said(whole.figure.value, 'vi')} "
                    f"({whole.id})",
                    f"{_said(value, 'en')}, where {name.en.lower()} there are {_said(whole.figure.value, 'en')} "
                    f"({whole.id})",
                ), whole.figure.value)  # fmt: skip


def _members(dataset: Dataset) -> list[str]:
    """The indicators of all members: what a formula divides by organisations, or sets admissions against."""
    formulas = [one.formula for one in dataset.indicators.values() if one.formula]
    named = [id for one in formulas for id in (one.ratio[:1] if one.ratio else (one.per_100,)) if id]
    found = (dataset.indicators[id] for id in dict.fromkeys(named) if id in dataset.indicators)
    return [one.id for one in found if one.kind is Kind.STOCK and one.subject == "party_member"]


def _rate(entry: Entry, indicator: Indicator) -> Decimal | None:
    value, whole = entry.figure.value, entry.figure.out_of
    if value is None or indicator.kind not in (Kind.SHARE, Kind.ATTAINMENT):
        return None
    if whole:
        return round(100 * value / whole, 1)
    return value if indicator.in_per_cent else None


def _times(one: Decimal, other: Decimal) -> bool:
    small, large = sorted((one, other))
    return large >= _LARGE and large >= _TENFOLD * small > 0


def _alike(dataset: Dataset, earlier: Entry, later: Entry) -> bool:
    """Whether one figure is of the same thing some time before another, so that they are of one order."""
    one, other = earlier.figure, later.figure
    same = [(each.base, each.scheme, part_key(each.of), each.since) for each in (one, other)]
    if same[0] != same[1] or earlier.as_of.end is None or later.as_of.end is None:
        return False
    if (earlier.as_of, earlier.article) == (later.as_of, later.article):
        return False
    lengths = [dataset.dating(entry).years for entry in (earlier, later)]
    if dataset.indicators[one.indicator].adds_up:
        known = [length for length in lengths if length]
        if len(known) < 2 or max(known) > 1.5 * min(known):
            return False
    return (later.as_of.end - earlier.as_of.end).days <= _YEARS_NEAR


def _nearest(entry: Entry, others: list[Entry], days: int) -> Entry | None:
    """Of some figures of the whole of its place the one of the nearest date, its own article's first."""
    end = entry.as_of.end
    found = []
    for other in others:
        apart = abs((other.as_of.end - end).days) if end and other.as_of.end else None
        if not other.figure.of and (other.article == entry.article or (apart is not None and apart <= days)):
            found.append((other.article != entry.article, apart or 0, other.id, other))
    return min(found, default=(None,))[-1]


def _either(one: Entry, other: Entry) -> bool:
    return _named(one, other.figure.value) or _named(other, one.figure.value)


def _named(entry: Entry, *numbers: Decimal | None) -> bool:
    """Whether a figure's note names one of the numbers."""
    note = entry.figure.note
    told = find(note.vi) if note else []
    return any(number in (one.value, one.out_of) for one in told for number in numbers if number is not None)


def _many(was: Decimal, value: Decimal, earlier: Entry | None) -> Both:
    whose = f" ({earlier.as_of}: {earlier.id})" if earlier else ""
    return Both(
        f"{_said(value, 'vi')}, trước đó là {_said(was, 'vi')}{whose}: gấp, hoặc bằng một phần, {_TENFOLD} lần trở lên",
        f"{_said(value, 'en')}, before it {_said(was, 'en')}{whose}: {_TENFOLD} times or more, up or down",
    )


def _said(number: Decimal, language: str) -> str:
    return format_number(number, language)


def _told(dataset: Dataset, entry: Entry, message: Both, named: Decimal) -> Problem:
    hint = Both(
        f"sửa nếu đọc nhầm; nếu bài in như vậy, nói rõ trong note và nêu {_said(named, 'vi')}",
        f"correct it if misread; if it is printed so, say it in a note that names {_said(named, 'en')}",
    )
    return dataset.figure_problem(entry, "value", message, hint)
