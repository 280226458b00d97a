"""Which place an article is about."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dashboard.articles.draft.outlets import host_name, outlet_of, portal_of
from dashboard.articles.draft.reference_tables import Tables
from dashboard.articles.text.capitals import CAPITAL, WORD
from dashboard.articles.text.paragraphs import Paragraph
from dashboard.articles.text.place_mentions import Whereabouts
from dashboard.articles.text.place_types import OF_LEVEL, OWN, TYPES, before_name, full
from dashboard.language.dates import Period
from dashboard.records.models.locality import Level, Locality
from dashboard.records.unit_search import Finder

WORTH, SURE, AHEAD = 2.0, 5.0, 1.5
"""What must speak for a place to be told, to be taken, and how many times as much as for the next."""


def whereabouts(title: str, paragraphs: Sequence[Paragraph], outlet: str, tables: Tables) -> Whereabouts:
    """Guess the place from the title and the text: by name, type and level, and by the places around and inside it."""
    evidence = _Evidence(title, "\n".join(one.text for one in paragraphs), outlet, tables)
    level = evidence.level()
    scores = {id: evidence.score(tables.localities[id]) for id in evidence.candidates(level)}
    ranked = sorted(((id, score) for id, score in scores.items() if score >= WORTH), key=lambda one: -one[1])
    named = evidence.named(level)
    if not ranked:
        return Whereabouts(None, (), level, named)
    first, most = ranked[0]
    sure = most >= SURE and (len(ranked) == 1 or most >= AHEAD * ranked[1][1])
    if rivals := evidence.namesakes(tables.localities[first]):
        return Whereabouts(None, (first, *rivals), None, named)
    choices = tuple(id for id, _ in ranked[:3])
    return Whereabouts(first if sure else None, choices, level or tables.level(first), named)


def by_host(
    where: Whereabouts, titles: Sequence[str], address: str, date: Period | None, finder: Finder
) -> Whereabouts:
    """The place, where the text names one and its outlet's host tells the province: huyện Di Linh, on baolamdong.vn.

    It is taken if the title names it, or if it is the portal's own; else it is the first of the choices.
    """
    outlet, portal = outlet_of(address), portal_of(address)
    province = portal[1] if portal else outlet.province if outlet else ""
    if where.id or not province:
        return where
    found = finder.find(f"{where.named}, {province}" if where.named else province, date)
    unit = found.unit
    if unit is None:
        return replace(where, choices=tuple(dict.fromkeys((*where.choices, *(one.id for one in found.units[:3])))))
    own = bool(portal and portal[0]) and host_name(unit.name) in (portal or ("",))[0]
    sure = bool(where.named) and (own or any(unit.name in title for title in titles))
    choices = tuple(dict.fromkeys((unit.id, *where.choices)))
    return Whereabouts(unit.id if sure else None, choices, unit.level, where.named)


@dataclass
class _Evidence:
    title: str
    text: str
    outlet: str
    tables: Tables
    inside: dict[str, list[Locality]] = field(init=False)

    def __post_init__(self) -> None:
        """Only places whose name stands in the text are looked at closely, and those that hold them."""
        self.inside = defaultdict(list)
        for place in self.tables.localities.values():
            if place.parent and place.name in self.text:
                self.inside[place.parent].append(place)

    def candidates(self, level: Level | None) -> list[str]:
        named = [place for place in self.tables.localities.values() if level in (None, place.level)]
        there = self.text + self.outlet
        return [place.id for place in named if place.name in there or place.id in self.inside]

    def namesakes(self, place: Locality) -> list[str]:
        """The places of its name around and inside a place that may be meant as well as it.

        Such a one is ruled out by the type word in the title, or by how often the text speaks of its own unit as one
        of that level and names other places inside it.
        """
        if self._times(place, self.title, True):
            return []
        around, levels = self.tables.around, self._levels()
        named = {place.id, *(one.id for one in self.tables.localities.values() if one.name == place.name
                             and (one.id in around(place.id) or place.id in around(one.id)))}  # fmt: skip
        speaks = {
            id: levels[self.tables.localities[id].level]
            + sum(one.name != place.name and bool(self._times(one, self.text)) for one in self.inside.get(id, ()))
            for id in named
        }
        own = speaks.pop(place.id)
        return sorted(id for id, other in speaks.items() if own < max(AHEAD * other, other + 2))

    def level(self) -> Level | None:
        """The level that the text speaks of most, its title above all; of equals the lower."""
        counts = self._levels()
        best = max(counts.values())
        return next(level for level in reversed(Level) if counts[level] == best) if best else None

    def _levels(self) -> dict[Level, int]:
        """How often the text speaks of its own unit as one of each level."""
        counts = {
            level: self._count(words, self.text) + 4 * self._count(words, self.title) for level, words in OWN.items()
        }
        for level, type_words in OF_LEVEL.items():
            counts[level] += 2 * len(re.findall(rf"^(?i:{type_words}) {CAPITAL}", self.title, re.MULTILINE))
        return counts

    def named(self, level: Level | None) -> str:
        """The name that stands most often behind the type words of that level: huyện Đông Trạch."""
        if level is None:
            return ""
        pattern = re.compile(rf"(?<!\w)((?i:{OF_LEVEL[level]}) {WORD}(?: {WORD}){{0,3}})")
        counts = Counter(pattern.findall(self.text))
        counts.update(dict.fromkeys(pattern.findall(self.title), 4))
        return str(counts.most_common(1)[0][0]) if counts else ""

    def score(self, place: Locality) -> float:
        """How much speaks for a place."""
        typed, untyped = self._times(place, self.text, True), self._times(place, self.text)
        score = min(4.0, typed) + min(2.0, 0.5 * untyped) - (2.0 if self._mistyped(place) > typed else 0.0)
        in_title = self._times(place, self.title)
        score += (4.0 if in_title else 0.0) + (2.0 if self._times(place, self.title, True) else 0.0)
        if typed or in_title:
            around = [self.tables.localities[id] for id in self.tables.around(place.id)]
            score += sum(2.0 * bool(self._times(one, self.text)) + 2.0 * (one.name in self.outlet) for one in around)
        score += min(6.0, 1.5 * sum(bool(self._times(one, self.text)) for one in self.inside.get(place.id, ())))
        return score + (4.0 if place.level is Level.PROVINCE and place.name in self.outlet else 0.0)

    def _mistyped(self, place: Locality) -> int:
        """How often the name stands behind another type word: tỉnh Quảng Ninh is not huyện Quảng Ninh.

        That of a place around it or inside it speaks for it, if anything: TP. Bến Tre lies in Bến Tre.
        """
        around = self.tables.around
        kin = {one.type.vi for one in self.tables.localities.values()
               if one.name == place.name and (one.id in around(place.id) or place.id in around(one.id))}  # fmt: skip
        found = [full(one) for one in re.findall(rf"({TYPES}) {re.escape(place.name)}(?!\w)", self.text)]
        return sum(one != place.type.vi and one not in kin for one in found)

    @staticmethod
    def _times(place: Locality, text: str, typed: bool = False) -> int:
        before = rf"{before_name(place.type.vi)} " if typed else r"(?<!\w)"
        return len(re.findall(rf"{before}{re.escape(place.name)}(?! ?{CAPITAL}|\w)", text))

    @staticmethod
    def _count(words: str, text: str) -> int:
        return len(re.findall(words, text, re.IGNORECASE))
