"""The numerals that figures claim as value, total or value before; no two figures may claim one numeral."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from dashboard.articles.text.numeral_rules import NEVER_A_FIGURE
from dashboard.articles.text.phrases import Fault, Found
from dashboard.articles.text.tokens import Token
from dashboard.language.bilingual import Both
from dashboard.records.dataset import Dataset, Entry


@dataclass(frozen=True)
class Claim:
    """A figure's field, and the numeral of the text that it says."""

    entry: Entry
    found: Found
    field: str
    token: Token


def claims(entry: Entry, found: Found, within: list[Token], ruled: Mapping[Token, str]) -> Iterator[Claim]:
    """What a figure claims among the numerals of its phrase: one that no rule recognises, where it can be chosen."""
    figure = entry.figure
    free = [one for one in within if one.numeral]
    for field, number in (("value", figure.value), ("out_of", figure.out_of), ("before", figure.before)):
        fits = [one for one in free if one.numeral and one.numeral.says(number)]
        if number is None or not fits:
            continue
        chosen = min(fits, key=lambda one: (one.numeral and one.numeral.out_of != figure.out_of, one in ruled))
        free.remove(chosen)
        yield Claim(entry, found, field, chosen)


def misclaimed(all_claims: list[Claim], ruled: Mapping[int, Mapping[Token, str]]) -> Iterator[tuple[Entry, Fault]]:
    """Figures that are made of a date, a document's number or a congress's."""
    for claim in all_claims:
        rule = ruled[claim.found.paragraph.number].get(claim.token)
        if rule in NEVER_A_FIGURE:
            context = claim.found.paragraph.context(claim.token.start, claim.token.end)
            yield (
                claim.entry,
                Fault(
                    "no_statistic",
                    claim.field,
                    Both("con số này không phải số liệu", "this numeral is no statistic") + f" ({rule}): {context}",
                    Both(
                        "xóa số liệu này, hoặc chép cụm từ có đúng con số của nó",
                        "delete the figure, or copy the phrase that holds its number",
                    ),
                ),
            )


def doubled(dataset: Dataset, all_claims: list[Claim]) -> Iterator[tuple[Entry, Entry, Fault]]:
    """Two figures that claim one numeral from different phrases, neither declared to be part of the other."""
    by_numeral: dict[tuple[int, Token], list[Claim]] = {}
    for claim in all_claims:
        by_numeral.setdefault((claim.found.paragraph.number, claim.token), []).append(claim)
    told = set()
    for sharing in by_numeral.values():
        for one, other in combinations(sharing, 2):
            pair = one.entry.id, other.entry.id
            if pair in told or one.entry is other.entry or _allowed(dataset, one, other):
                continue
            told.add(pair)
            line = dataset.at(one.entry)[1]
            yield (
                other.entry,
                one.entry,
                Fault(
                    "double_claim",
                    "printed",
                    f'"{one.token.text}"'
                    + Both(
                        f" cũng là của {one.entry.reference}, dòng {line}",
                        f" is also claimed by {one.entry.reference}, on line {line}",
                    ),
                    Both(
                        "một trong hai lấy nhầm số; nếu đúng là của cả hai thì chép cùng một cụm từ",
                        "one of them took the wrong number; if both are meant, copy the same phrase into both",
                    ),
                ),
            )


def _allowed(dataset: Dataset, one: Claim, other: Claim) -> bool:
    same_phrase = (one.found.start, one.found.end) == (other.found.start, other.found.end)
    if same_phrase or "out_of" in (one.field, other.field):
        return True
    a, b = one.entry.figure.indicator, other.entry.figure.indicator
    if a in _wholes(dataset, b) or b in _wholes(dataset, a):
        return True
    pair = {one.entry.reference, other.entry.reference}
    for declared in dataset.files[one.entry.article].sums:
        named = {name.removesuffix(":before") for name in (declared.whole, *declared.parts)}
        if pair <= named:
            return True
    return False


def _wholes(dataset: Dataset, indicator: str) -> set[str]:
    """What an indicator is part of, at any remove."""
    found: set[str] = set()
    at: str | None = indicator
    while (record := dataset.indicators.get(at or "")) and (at := record.part_of) and at not in found:
        found.add(at)
    return found
