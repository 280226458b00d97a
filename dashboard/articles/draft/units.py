"""Whether the noun behind a numeral is what an indicator counts."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.articles.draft.word_matching import Abbreviations, Words, find
from dashboard.language.spoken_numbers import COUNTED
from dashboard.records.models.indicator import Indicator

PEOPLE = {("người",), ("đồng", "chí"), ("cán", "bộ"), ("cá", "nhân"), ("trường", "hợp"), ("lượt", "người")}
"""Nouns that count people of any sort."""
VAGUE = {*PEOPLE, ("tổ", "chức"), ("đơn", "vị")}
"""Nouns that say too little alone: what is counted is told by the words before."""

MEMBER = ("đảng", "viên")
MONEY = "đồng"

_LONGEST = 6  # words of a unit


class Units:
    """The units of the indicators, as matched words."""

    def __init__(self, indicators: Sequence[Indicator], short: Abbreviations) -> None:
        self.of = {one.id: short.words(one.unit.vi) for one in indicators}
        self._one_of = {one.id: [short.words(part) for part in one.unit.vi.split(",")] for one in indicators}
        self._nouns = {*self.of.values(), *(short.words(noun) for noun in COUNTED)} - {()}

    def known(self, noun: Words) -> int:
        """How many words of a noun are one that is commonly counted, the longest there is; 0 if none."""
        sizes = range(1, min(_LONGEST, len(noun)) + 1)
        return max((size for size in sizes if noun[:size] in self._nouns), default=0)

    def counts(self, one: Indicator, noun: Words) -> bool:
        """Whether the noun is the indicator's unit, or one of a list that the unit is: thôn of "thôn, tổ dân phố"."""
        longest = self.known(noun)
        units = (self.of[one.id], *self._one_of[one.id])
        return any(unit and noun[: len(unit)] == unit and len(unit) >= longest for unit in units)

    def sorts(self, one: Indicator) -> list[Words]:
        """The sorts of an indicator's unit, where it is a list: thôn, tổ dân phố."""
        return self._one_of[one.id] if len(self._one_of[one.id]) > 1 else []

    def weight(self, one: Indicator, noun: Words) -> float:
        """What the noun says for an indicator, 0 to 3."""
        unit = self.of[one.id]
        if not unit or not noun:
            return 0.0
        if self.counts(one, noun):
            return 3.0
        if unit in PEOPLE and any(noun[: len(other)] == other for other in PEOPLE):
            return 2.0
        if unit in PEOPLE and noun[:2] == MEMBER:
            return 1.0
        if unit == MEMBER and any(noun[: len(other)] == other for other in (("người",), ("đồng", "chí"))):
            return 1.0
        if len(unit) < self.known(noun):
            return 0.0  # "tổ chức" alone does not count 5 tổ chức cơ sở đảng, nor đồng 5 đồng chí
        if noun[0] == unit[0] and set(unit) <= set(noun):
            return 2.5  # xã, phường, thị trấn: more of a list than the unit has
        return 2.0 if find(noun, unit) >= 0 else 0.0

    def named_in(self, words: Words) -> bool:
        """Whether some words name anything that an indicator counts."""
        return any(len(unit) > 1 and unit not in VAGUE and find(unit, words) >= 0 for unit in self.of.values())
