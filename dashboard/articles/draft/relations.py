"""What proposed figures say of one another: parts that add up to a whole, one fact told twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from dashboard.articles.draft.proposal import Open, Proposal, Why
from dashboard.records.models.indicator import Indicator

_NEAR, _MOST_PARTS = 5, 6  # how many figures behind a whole its parts are looked for, how many are tried together


def added_up(figures: Sequence[Proposal], indicators: Mapping[str, Indicator]) -> list[Proposal]:
    """Parts that add up exactly to a whole just before them are sure: 48 TCCSĐ, trong đó 24 đảng bộ và 24 chi bộ."""
    sure: set[Proposal] = set()
    for at, whole in enumerate(figures):
        parts = [one for one in figures[at + 1 : at + _NEAR] if whole.sure and _part_of(one, whole, indicators)]
        distinct = len({one.indicators[0] for one in parts}) == len(parts) > 1
        if distinct and _total(parts) == whole.value:
            sure |= {one for one in parts if not one.why.vi}
    return [replace(one, sure=True) if one in sure else one for one in figures]


def told_once(figures: Sequence[Proposal]) -> list[Proposal]:
    """A second figure of one indicator and place gets a key if its date is another, else it is to be decided."""
    first: dict[tuple[str, str], Proposal] = {}
    seen: set[tuple[str, str, str]] = set()
    told: list[Proposal] = []
    for one in figures:
        if not one.sure or isinstance(one.locality, Open):
            told.append(one)
            continue
        fact = one.indicators[0], one.locality or ""
        as_of = one.as_of if isinstance(one.as_of, str) else "?" if one.as_of else ""
        other = first.setdefault(fact, one)
        if other is one:
            told.append(one)
        elif (*fact, as_of) in seen or as_of == "?" or isinstance(other.as_of, Open):
            told.append(replace(one, sure=False, why=_again(one, other)))
        else:
            told.append(replace(one, key=f"nam-{as_of.replace('/', '-').lower()}" if as_of else "hien-nay"))
        seen.add((*fact, as_of))
    return told


def sums(figures: Sequence[Proposal], indicators: Mapping[str, Indicator]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Wholes with those parts, by ``part_of``, that add up to them: what an article gives as complete."""
    plain = {one.indicators[0]: one for one in figures if one.sure and one.locality is None and one.key is None}
    for id, whole in plain.items():
        parts = [one for one in plain.values() if _part_of(one, whole, indicators)][:_MOST_PARTS]
        sizes = range(len(parts), 1, -1) if whole.hedge is None else ()
        for some in (chosen for size in sizes for chosen in combinations(parts, size)):
            if _total(some) == whole.value:
                yield id, tuple(one.indicators[0] for one in some)
                break


def _part_of(one: Proposal, whole: Proposal, indicators: Mapping[str, Indicator]) -> bool:
    exact = isinstance(one.value, Decimal) and one.out_of is None and one.locality is None and one.hedge is None
    here = exact and one.paragraph == whole.paragraph and bool(one.indicators)
    return here and indicators[one.indicators[0]].part_of == whole.indicators[0]


def _total(parts: Sequence[Proposal]) -> Decimal:
    return sum((one.value for one in parts if isinstance(one.value, Decimal)), Decimal(0))


def _again(one: Proposal, other: Proposal) -> Why:
    number = other.paragraph
    if (other.value, other.out_of) == (one.value, one.out_of):
        return Why(f"nhắc lại đoạn {number}: xóa?", f"repeats paragraph {number}: delete?")
    return Why(f"đã có ở đoạn {number}", f"already in paragraph {number}")
