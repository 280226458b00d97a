"""Ranks the indicators that a number may have: by the words that announce it, its unit, kind, label and level.

Everything is read from ``data/indicators.yaml``: an indicator added there is proposed from then on.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.articles.draft.fitting import (
    SHARE_DOUBTS,
    is_possible,
    kind_fits,
    name_without_label,
    with_topic,
    without_share_words,
)
from dashboard.articles.draft.kinds import happens
from dashboard.articles.draft.number_context import Context
from dashboard.articles.draft.rating_labels import Labels
from dashboard.articles.draft.units import VAGUE, Units
from dashboard.articles.draft.word_matching import Abbreviations, Words, find, find_any, pairs, share
from dashboard.language.vietnamese import syllables
from dashboard.records.models.indicator import Indicator, Kind
from dashboard.records.models.locality import Level

_SPELLED = 6.0  # what a name spelled out beside the number weighs, more than any word that announces
_MONEY = ("đồng",)
_NARROWING = syllables("có được bị đã đồng nhất nghèo")
_NAMED = 0.15  # of a name's weight that must stand near for a rating to be of it
LEAST, MOST_CANDIDATES = 2.0, 3
"""The least weight of a candidate, and the most candidates that are returned."""


@dataclass(frozen=True)
class Earlier:
    """A number before in the same paragraph, with its indicator; ``sure``: whether that is certain."""

    context: Context
    indicator: Indicator
    sure: bool


class Ranking:
    """Weighs the indicators of a data set against the context of a number."""

    def __init__(self, indicators: Mapping[str, Indicator], short: Abbreviations, *, raised: bool = False) -> None:
        self.raised = raised  # whether communes stand where districts did, as since 1/7/2025
        self.indicators = [one for one in indicators.values() if one.formula is None and one.kind is not Kind.GRADE]
        self.short = short
        self.labels = Labels(indicators.values(), short)
        self.units = Units(self.indicators, short)
        self.words = {one.id: [short.words(words) for words in one.words] for one in self.indicators}
        bases = {(one.unit.vi, one.kind): one.id for one in reversed(self.indicators)}
        self._bases = set(bases.values())  # the first of a unit and kind is meant where nothing tells them apart
        self._subjects = {one.id: short.words(name_without_label(one)) for one in self.indicators}
        names = {id: pairs(words) for id, words in self._subjects.items()}
        counts = Counter(pair for found in names.values() for pair in found)
        self._names = {
            id: {pair: 1 + math.log(len(names) / counts[pair]) for pair in found} for id, found in names.items()
        }

    def rank(self, context: Context, level: Level | None, earlier: Sequence[Earlier]) -> list[tuple[float, Indicator]]:
        """The indicators that may fit with their weights, the best first."""
        possible = [one for one in self.indicators if is_possible(one, context, level, self.raised)]
        label = self.label(context) or self.labels.nearest(context.echo, ())
        label = label or self.labels.shortened(context.tail, context.lead, without_share_words(context.echo))
        weighed = [(self._weight(one, context, earlier, label), one) for one in possible]
        return sorted(((weight, one) for weight, one in weighed if weight >= LEAST), key=lambda one: -one[0])[
            :MOST_CANDIDATES
        ]

    def guesses(
        self, context: Context, level: Level | None, earlier: Sequence[Earlier]
    ) -> list[tuple[float, Indicator]]:
        """Candidates if ``rank`` finds none: of another kind, or of a label farther before the number."""
        label = self.label(context) or self._label_before(context)
        looser = replace(context, kind=None)
        weighed = [
            (self._weight(one, looser, earlier, label), one)
            for one in self.indicators
            if is_possible(one, looser, level, self.raised)
        ]
        return sorted((each for each in weighed if each[0] >= LEAST), key=lambda each: -each[0])[:MOST_CANDIDATES]

    def _label_before(self, context: Context) -> Words | None:
        """The last label before a share; of several shares told in order, the one of as many told just before."""
        if not context.percent:
            return None
        if here := self.labels.found(context.clause):
            return here[-1][1]
        told = self.labels.found(context.previous)
        if context.series and context.series.run and len(told) == len(context.series.run):
            return told[context.series.at][1]
        return told[-1][1] if told else None

    def counts_all_of_its_unit(self, one: Indicator) -> bool:
        """Whether an indicator counts all of its unit, so that the noun alone announces it; xã có công an does not."""
        return self.units.of[one.id] not in VAGUE and not _NARROWING.intersection(self._subjects[one.id])

    def names_another(self, one: Indicator, context: Context) -> bool:
        """Whether a number's sentence names what is counted, and not what an indicator is of: đối với chi bộ, 15% …"""
        told = (*context.topic, *context.echo, *context.sentence)
        return self.units.named_in(told) and share(self._names[one.id], told) < _NAMED

    def label(self, context: Context, near: int = 0) -> Words | None:
        """The label that goes with a number: behind a comma the next one, else of the last ``near`` words (0: all)."""
        own = self.labels.nearest((), context.tail) if context.broken else None
        return own or self.labels.nearest(context.lead[-near:], context.tail)

    def _weight(self, one: Indicator, context: Context, earlier: Sequence[Earlier], label: Words | None) -> float:
        counted = self.units.weight(one, context.noun)
        announced = self._announced(one, context, counted > 0)
        if context.number.main.doubt in SHARE_DOUBTS and one.kind is Kind.STOCK:
            counted *= 0.5  # 2/3 of them is a share rather than a count
        if not kind_fits(one, context) and not self._told_by_noun(one, context):
            verb = context.kind in (Kind.FLOW, Kind.CHANGE, Kind.STOCK) and one.kind in (Kind.FLOW, Kind.STOCK)
            if verb and find_any(self.words[one.id], context.noun):
                return LEAST  # hỗ trợ 12 hộ nghèo: the noun is told, though not that there are 12
            if announced < 2.5 or not verb:
                return 0.0
            announced -= 2.0  # announced by its words, though by a verb of another kind
        if not counted and not context.percent and self.units.known(context.noun):
            if self.units.of[one.id] == _MONEY:
                return 0.0
            counted = -2.0 if announced <= 0 else 0.0  # another thing is counted
        kind = 2.0 if one.kind is (context.kind or Kind.STOCK) else 0.5 if context.kind else 0.0
        weight = kind + counted + announced + self._named(one, context) + self._rated(one, context, label)
        return weight + self._among(one, context, earlier)

    def _announced(self, one: Indicator, context: Context, counted: bool) -> float:
        """The weight of its announcing words, by how near to the numeral they stand; below zero if none is near."""
        if self._spelled_out(one, context):
            return _SPELLED
        own = self.words[one.id]
        far = -2.0 if one.kind is Kind.FLOW else -1.0  # what happened is told by its verb
        best = 0.0 if find_any(own, (*context.lead, *context.noun, *context.tail)) else far
        if best == far and one.kind is Kind.FLOW and happens(context.lead):
            return far  # another verb stands there
        whole = context.number.out_of is not None and one.kind is Kind.STOCK and one.rating is None
        other = not counted and context.noun[:1] != ("người",) and self.units.known(context.noun)
        topic = with_topic(context)
        for words in own:
            inside = find(words, context.core) > 0  # thôn of phó thôn
            in_noun = 0.0 if whole or inside else 3.5 if find(words, context.noun) == 0 or not other else 0.5
            for near, weight in (
                (context.noun, in_noun), (context.lead, 3.0), *((near, 2.8) for near in topic), (context.tail, 3.0),
                (context.clause, 1.5), (context.sentence, 0.7), (context.previous, 0.4),
            ):  # fmt: skip
                if find(words, near) >= 0:
                    best = max(best, weight * min(1.25, 0.7 + 0.1 * len(words)))
                    break
        return best

    def _named(self, one: Indicator, context: Context) -> float:
        """The weight of its name among the words around the number: less, the farther they stand."""
        name, own = self._names[one.id], (*context.echo, *context.lead, *context.noun, *context.tail)
        near = (share(name, own), share(name, context.topic),
                0.6 * share(name, context.sentence), 0.5 * share(name, context.previous))  # fmt: skip
        spelled = len(context.core) > 1 and find(context.core, self._subjects[one.id]) >= 0
        return 2.0 * max(near) + (1.5 if spelled else 0.0)

    def _told_by_noun(self, one: Indicator, context: Context) -> bool:
        """Whether its words are what is counted and say more than its unit: 11 trường hợp tinh giản biên chế."""
        unit = self.units.of[one.id]
        if one.kind not in (Kind.FLOW, Kind.CHANGE) or context.kind not in (None, Kind.STOCK, Kind.FLOW, Kind.CHANGE):
            return False
        longer = (words for words in self.words[one.id] if words[: len(unit)] == unit != words)
        return any(find(words, context.noun) == 0 for words in longer)

    def _spelled_out(self, one: Indicator, context: Context) -> bool:
        """Whether what is counted is the name with words that the noun alone has not: TCCSĐ được đánh giá."""
        name, unit = self._subjects[one.id], self.units.of[one.id]
        whole = unit != () and len(name) > len(unit) + 1 and context.tail[: len(name)] == name
        return whole and bool(context.core) and context.number.out_of is None

    def _rated(self, one: Indicator, context: Context, label: Words | None) -> float:
        """The weight of labels: a rating needs its own label beside the number; beside a label others fit worse."""
        if one.rating is None:
            return -2.0 if label and context.percent else -1.0 if label else 0.0
        if label != self.labels.of(one):
            return -6.0
        before = (*context.echo, *context.lead)
        if self.labels.joint(before) or self.labels.joint(context.tail):
            return -6.0
        named = bool(self.labels.found(before)) and self.units.named_in(before)
        own = before if named else (*before, *context.noun, *context.tail)
        named = named or (context.core != () and context.core not in VAGUE)
        near = (own,) if named else (own, context.topic, context.sentence, context.previous)
        rated = max(share(self._names[one.id], words) for words in near)
        return 3.0 if rated >= _NAMED else -3.0

    def _among(self, one: Indicator, context: Context, earlier: Sequence[Earlier]) -> float:
        """The weight of the numbers before: it may be a part of one of them, or a share of the last."""
        before = [other for other in earlier if other.context.sentence_span == context.sentence_span]
        weight = 0.0
        if before and one.kind in (Kind.ATTAINMENT, Kind.SHARE) and context.percent:
            other = -2.0 if one.kind is Kind.ATTAINMENT else 0.0  # of what was told just before it
            own = one.kind is Kind.SHARE and context.core != () and context.core not in VAGUE
            weight += 0.0 if own else 2.0 if before[-1].indicator.subject == one.subject else other
        if context.part:
            wholes = [other.indicator.id for other in earlier]
            return weight + (2.0 if one.part_of in wholes else -3.0 if one.id in wholes else 0.0)
        if context.connected and before and one.part_of and one.part_of == before[-1].indicator.part_of:
            weight += 1.0
        whole = one.id in self._bases and one.rating is None and one.kind is Kind.STOCK
        if whole and context.number.out_of is not None:
            weight -= 3.0  # 118/129 thôn are not all of them
        if self._part_is_named(one, context):
            weight -= 1.5
        near = [(*context.lead, *context.noun, *context.tail), *with_topic(context)]
        if any(find_any(self._own_words(one), words) for words in near) or self._spelled_out(one, context):
            return weight
        return weight - (1.5 if one.part_of else 0.0 if one.id in self._bases else 0.3)  # bare: the whole

    def _part_is_named(self, one: Indicator, context: Context) -> bool:
        """Whether words right beside a number name a part of what an indicator counts: khối chính quyền giảm 31."""
        near = [(*context.lead, *context.noun), *with_topic(context)]
        parts = [part for part in self.indicators if part.part_of == one.id and part.kind is one.kind]
        return any(find_any(self._own_words(part), words) for part in parts if not part.rating for words in near)

    def _own_words(self, one: Indicator) -> list[Words]:
        """The words that announce it and do not announce its whole as well."""
        whole = self.words.get(one.part_of or "", [])
        return [words for words in self.words[one.id] if words not in whole]
