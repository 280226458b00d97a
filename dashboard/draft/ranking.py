"""Which indicator a number is: each is weighed by the words that announce it, its unit, kind, subject and level.

Everything is read from ``data/indicators.yaml``: an indicator added there is proposed from then on.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.draft.context import Context
from dashboard.draft.labels import Labels
from dashboard.draft.wording import Abbreviations, Words, find, pairs, share
from dashboard.models import Indicator, Kind, Level

_PEOPLE = {("người",), ("đồng", "chí"), ("cán", "bộ"), ("cá", "nhân"), ("trường", "hợp"), ("lượt", "người")}
_FITS: dict[Kind | None, set[Kind]] = {
    Kind.STOCK: {Kind.STOCK, Kind.SHARE},
    Kind.FLOW: {Kind.FLOW},
    Kind.CHANGE: {Kind.CHANGE},
    Kind.TARGET: {Kind.TARGET},
    Kind.VISITS: {Kind.VISITS},
    Kind.SHARE: {Kind.SHARE, Kind.STOCK},
    Kind.ATTAINMENT: {Kind.ATTAINMENT},
    None: {Kind.STOCK, Kind.SHARE, Kind.FLOW},
}
"""The kinds that an indicator may have where the words announce this one."""


@dataclass(frozen=True)
class Earlier:
    """A number of the same paragraph that has an indicator by now."""

    context: Context
    indicator: Indicator
    sure: bool


@dataclass(frozen=True)
class Ranked:
    """The indicators that fit best, the best first, with their weights."""

    best: tuple[tuple[float, Indicator], ...]

    @property
    def first(self) -> Indicator | None:
        """The indicator that fits best."""
        return self.best[0][1] if self.best else None


class Ranking:
    """Weighs the indicators of a data set against a context."""

    def __init__(self, indicators: Mapping[str, Indicator], short: Abbreviations) -> None:
        self.indicators = [one for one in indicators.values() if one.formula is None and one.kind is not Kind.GRADE]
        self.short = short
        self.labels = Labels(indicators.values(), short)
        self.words = {one.id: [short.words(words) for words in one.words] for one in self.indicators}
        self.units = {one.id: short.words(one.unit.vi) for one in self.indicators}
        names = {one.id: pairs(short.words(_subject(one))) for one in self.indicators}
        counts = Counter(pair for found in names.values() for pair in found)
        self.names = {
            id: {pair: 1 + math.log(len(names) / counts[pair]) for pair in found} for id, found in names.items()
        }

    def rank(self, context: Context, level: Level | None, earlier: Sequence[Earlier]) -> Ranked:
        """The indicators that may fit, the best first; at most three of those whose weight is worth telling."""
        weighed = [(self._weigh(one, context, level, earlier), one) for one in self.indicators]
        found = sorted(((weight, one) for weight, one in weighed if weight >= 2), key=lambda one: -one[0])
        return Ranked(tuple(found[:3]))

    def _weigh(self, one: Indicator, context: Context, level: Level | None, earlier: Sequence[Earlier]) -> float:
        if not self._possible(one, context, level):
            return 0.0
        announced = self._announced(one, context)
        if not self._of_kind(one, context):
            verb = context.kind in (Kind.FLOW, Kind.CHANGE, Kind.STOCK) and one.kind in (Kind.FLOW, Kind.STOCK)
            if announced < 2.5 or not verb or find_any(self.words[one.id], context.noun):
                return 0.0
            announced -= 2.0  # announced by its words, though by a verb of another kind
        weight = 2.0 if one.kind is (context.kind or Kind.STOCK) else 0.5 if context.kind else 0.0
        weight += self._counted(one, context) + announced + self._named(one, context) + self._rated(one, context)
        before = [other for other in earlier if other.context.sentence_span == context.sentence_span]
        if before and one.kind in (Kind.ATTAINMENT, Kind.SHARE) and context.percent:
            weight += 2.0 if before[-1].indicator.subject == one.subject else 0.0
        if one.part_of and not context.part and not find_any(self.words[one.id], (*context.lead, *context.noun, *context.tail)):
            weight -= 1.0  # a bare noun names the whole
        if context.part:
            wholes = [other.indicator.id for other in earlier]
            weight += 2.0 if one.part_of in wholes else -3.0 if one.id in wholes else 0.0
        elif context.connected and before and before[-1].indicator.part_of:
            weight += 1.0 if one.part_of == before[-1].indicator.part_of else 0.0
        return weight

    def _possible(self, one: Indicator, context: Context, level: Level | None) -> bool:
        number = context.number
        per_cent = one.unit.vi.strip() == "%"
        if per_cent != context.percent or (level is not None and level not in one.levels):
            return False
        return number.before is None or one.kind in (Kind.STOCK, Kind.SHARE)

    @staticmethod
    def _of_kind(one: Indicator, context: Context) -> bool:
        part = context.number.out_of is not None
        return one.kind in _FITS[context.kind] or (part and one.kind is Kind.SHARE)

    def _counted(self, one: Indicator, context: Context) -> float:
        """The unit against the noun behind the numeral."""
        unit, noun = self.units[one.id], context.noun
        if not unit or not noun:
            return 0.0
        if noun[: len(unit)] == unit:
            return 3.0
        if unit in _PEOPLE and any(noun[: len(other)] == other for other in _PEOPLE):
            return 2.0
        if noun[0] == unit[0] and set(unit) <= set(noun):
            return 2.5  # xã, phường, thị trấn: more of a list than the unit has
        if unit[: len(noun)] == noun or find(noun, unit) >= 0:
            return 2.0
        return 0.0

    def _announced(self, one: Indicator, context: Context) -> float:
        """The words that announce it, by how near to the numeral they stand."""
        best = 0.0 if find_any(self.words[one.id], (*context.lead, *context.noun, *context.tail)) else -1.0
        whole = context.number.out_of is not None and one.kind is Kind.STOCK and one.rating is None
        for words in self.words[one.id]:
            for near, weight in (
                (context.noun, 0.0 if whole else 3.5), (context.lead, 3.0), (context.tail, 3.0), (context.clause, 1.5),
                (context.sentence, 0.7), (context.previous, 0.4),
            ):  # fmt: skip
                if find(words, near) >= 0:
                    best = max(best, weight * min(1.25, 0.7 + 0.1 * len(words)))
                    break
        return best

    def _named(self, one: Indicator, context: Context) -> float:
        """The name against the words around, less the farther they stand."""
        own: Words = (*context.lead, *context.noun, *context.tail)
        name = self.names[one.id]
        core = self.short.words(context.paragraph.text[context.counted.start : context.counted.end])
        spelled = 1.5 if len(core) > 1 and find(core, self.short.words(_subject(one))) >= 0 else 0.0
        near = (share(name, own), 0.6 * share(name, context.sentence), 0.5 * share(name, context.previous))
        return 2.0 * max(near) + spelled

    def _rated(self, one: Indicator, context: Context) -> float:
        """A rating needs its own label beside the number; where a label stands, nothing else fits well."""
        label = self.labels.nearest(context.lead, context.tail)
        if one.rating is None:
            return -2.0 if label and context.percent else -1.0 if label else 0.0
        return 3.0 if label == self.labels.of(one) else -6.0


def find_any(phrases: Sequence[Words], words: Words) -> bool:
    """Whether one of the phrases stands in the words."""
    return any(find(phrase, words) >= 0 for phrase in phrases)


def _subject(one: Indicator) -> str:
    """The name without the label that it ends with: Đảng viên “hoàn thành tốt nhiệm vụ”."""
    return one.name.vi.partition("“")[0] or one.name.vi
