"""Traits of single figures, such as a hedge, or of some pairs, such as dates years apart.

Each trait is found in a whole set at once, in linear time or n log n, never pair by pair.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from heapq import nlargest, nsmallest
from operator import itemgetter
from typing import Final, NamedTuple

from dashboard.figures.comparability import trait_words
from dashboard.figures.comparability.order import unsettled
from dashboard.figures.comparability.partitioning_traits import base, span, what
from dashboard.figures.figure import Figure
from dashboard.language.number_format import format_number
from dashboard.language.words import Language
from dashboard.records.models.rule import Rule, Trait

_TWO = 2  # figures, which a distance is between

Words = Callable[[Language], dict[str, str]]  # what the placeholders of a rule's text stand for, in a language


class Found(NamedTuple):
    """The figures that a rule concerns, and the words for the placeholders in its text."""

    figures: Sequence[Figure]
    words: Words = lambda language: {}  # noqa: ARG005  the same in every language: none


def _having(trait: Callable[[Figure], object]) -> Callable[[Sequence[Figure], Rule], Found | None]:
    """The figures that have a trait by themselves."""

    def found(figures: Sequence[Figure], _rule: Rule) -> Found | None:
        having = [figure for figure in figures if trait(figure)]
        return Found(having) if having else None

    return found


def _schemes(figures: Sequence[Figure], _rule: Rule) -> Found | None:
    """Two schemes of one family: the same label names under other rules."""
    for family in _grouped(figures, lambda figure: figure.family or None):
        if other := next((figure for figure in family if figure.scheme != family[0].scheme), None):
            return paired(family[0], other, lambda figure, language: f"“{figure.named('scheme', language)}”")
    return None


def _dates(figures: Sequence[Figure], rule: Rule) -> Found | None:
    """The two figures whose dates may be furthest apart, with the least and the greatest possible distance in years.

    The distance is measured from the end of one period to the start of the other, as the rule's limit is. Where nothing
    is open, so that least and greatest are equal, the words give the distance between the middles: 13 years from 2010
    to 2023, of which 12 lie between.
    """
    dated = [figure for figure in figures if figure.as_of.dated]
    if rule.years is None or len(dated) < _TWO:
        return None
    one, other = _widest([(figure, *figure.when.reach) for figure in dated])
    sure = _widest([
        (figure, end.toordinal() if end else math.inf, start.toordinal() if start else -math.inf)
        for figure, start, end in ((figure, figure.as_of.start, figure.as_of.end) for figure in dated)
    ])  # fmt: skip
    most, least = one.when.years_apart(other.when)[1], sure[0].when.years_apart(sure[1].when)[0]
    if most < float(rule.years):
        return None
    if most == least and one.when.middle is not None and other.when.middle is not None:
        middles = [middle for figure in dated if (middle := figure.when.middle) is not None]
        most = least = max(middles) - min(middles)
    return Found((one, other), lambda language: {"years": trait_words.apart(least, most, language)})


def _widest(spans: Sequence[tuple[Figure, float, float]]) -> tuple[Figure, Figure]:
    """The two of all spans that are furthest apart: the one that ends first and the one that begins last."""
    ended, began = nsmallest(2, spans, key=itemgetter(1)), nlargest(2, spans, key=itemgetter(2))
    pairs = [(later[2] - earlier[1], earlier[0], later[0])
             for earlier in ended for later in began if earlier[0] is not later[0]]  # fmt: skip
    return max(pairs, key=itemgetter(0))[1:]


def _lengths(figures: Sequence[Figure], rule: Rule) -> Found | None:
    """Figures whose periods are of one class (up to a year, several years, a term) but differ much in length."""
    for alike in _grouped(figures, lambda figure: span(figure, rule)):
        known = [(length, figure) for figure in alike if figure.adds_up and (length := figure.when.years) is not None]
        if not known or rule.times is None:
            continue
        shortest, longest = min(length for length, _ in known), max(length for length, _ in known)
        times = float(rule.times)
        if longest > times * shortest:
            return Found([one for length, one in known if longest > times * length or length > times * shortest])
    return None


def _averaged(figures: Sequence[Figure], _rule: Rule) -> Found | None:
    """Shares averaged over several years beside shares of a moment or a year, or beside averages of other lengths."""
    shares = [one for one in figures if one.as_of.dated and not one.adds_up]
    years = {round(one.when.years or 0) if one.over else None for one in shares}
    return Found(shares) if len(years) > 1 else None


def _order(figures: Sequence[Figure], rule: Rule) -> Found | None:
    found = unsettled(figures, float(rule.nearness or 0))
    return Found(found) if found else None


def conflicting(figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    """The figures of each fact (indicator, part, place, date, base, scheme) for which two articles give different exact
    values."""
    told = _grouped(figures, lambda figure: (figure.locality, figure.indicator))
    several = (group for group in told if len({figure.article for figure in group}) > 1)
    for fact in (fact for group in several for fact in _grouped(group, _fact)):
        by_article = Counter(figure.article for figure in fact)
        by_value = Counter(_given(figure) for figure in fact)
        both = Counter((figure.article, _given(figure)) for figure in fact)
        concerned = [
            figure for figure in fact
            # Those of its article or its value are not all there are.
            if by_article[figure.article] + by_value[_given(figure)] - both[figure.article, _given(figure)] < len(fact)
        ]  # fmt: skip
        if concerned:
            yield concerned


def _conflicts(figures: Sequence[Figure], _rule: Rule) -> Found | None:
    """Facts for which two articles give different exact values."""
    concerned = [figure for group in conflicting(figures) for figure in group]
    if not concerned:
        return None
    first = concerned[0]
    other = next(
        figure for figure in concerned
        if _fact(figure) == _fact(first) and figure.article != first.article and _given(figure) != _given(first)
    )  # fmt: skip
    return Found(concerned, paired(first, other, _printed).words)


def _addends(figures: Sequence[Figure], _rule: Rule) -> Found | None:
    """Sums of the figures of other places, beside one of these; only the sums are told."""
    places = {figure.id: figure for figure in figures}
    sums = [
        (figure, addend)
        for figure in figures
        for addend in (places[id] for id in figure.inputs if id in places)
        if addend.locality != figure.locality
    ]
    if not sums:
        return None
    words = paired(*sums[0], lambda figure, language: figure.named("locality", language)).words
    return Found(list({figure.id: figure for figure, _ in sums}.values()), words)


def _codes(figures: Sequence[Figure], _rule: Rule) -> Found | None:
    """Two places with the same code, whose meaning changed in between."""
    for places in _grouped(figures, lambda figure: figure.code or None):
        if other := next((figure for figure in places if figure.locality != places[0].locality), None):
            return paired(places[0], other, lambda figure, language: figure.named("locality", language))
    return None


def _fact(figure: Figure) -> Hashable:
    """What identifies a fact; None where it is not fully known: a date known by bounds, or a length without years."""
    if figure.hedge or not figure.as_of.dated or figure.when.unsettled:
        return None
    when = str(figure.as_of), figure.term, str(figure.since or "")
    return what(figure), figure.part, figure.locality, when, base(figure), figure.scheme


def _given(figure: Figure) -> tuple[object, ...]:
    return figure.value, figure.out_of, figure.grade


def _printed(figure: Figure, language: Language) -> str:
    if figure.printed or figure.value is None:
        return f"“{figure.printed or figure.grade}”"
    return format_number(round(figure.value, 1), language)


def paired(one: Figure, other: Figure, words: Callable[[Figure, Language], str]) -> Found:
    """Two figures, and their traits in words for {both}."""

    def both(language: Language) -> dict[str, str]:
        return {"both": trait_words.joined(words(one, language), words(other, language), language)}

    return Found((one, other), both)


def _grouped(figures: Iterable[Figure], key: Callable[[Figure], Hashable]) -> list[list[Figure]]:
    """Groups of figures with the same key; figures without one (None) are left out."""
    groups: dict[Hashable, list[Figure]] = defaultdict(list)
    for figure in figures:
        if (found := key(figure)) is not None:
            groups[found].append(figure)
    return list(groups.values())


TRAITS: dict[Trait, Callable[[Sequence[Figure], Rule], Found | None]] = {
    Trait.SCHEME: _schemes,
    Trait.UNDATED: _having(lambda figure: not figure.as_of.dated),
    Trait.DATES: _dates,
    Trait.LENGTH: _lengths,
    Trait.AVERAGED: _averaged,
    Trait.HEDGE: _having(lambda figure: figure.hedge),
    Trait.ORDER: _order,
    Trait.INFERRED: _having(lambda figure: figure.inferred),
    Trait.CONTRADICTS: _having(lambda figure: figure.contradicts("vi")),
    Trait.CONFLICT: _conflicts,
    Trait.ADDEND: _addends,
    Trait.CODE: _codes,
}

OF_ONE: Final = frozenset({Trait.UNDATED, Trait.HEDGE, Trait.INFERRED, Trait.CONTRADICTS})
"""The traits that a figure has by itself: no other one can take it away."""
