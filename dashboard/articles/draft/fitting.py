"""Which indicators a number can have at all: by its unit, level, kind, and the words of its topic."""

from __future__ import annotations

from dashboard.articles.draft.number_context import Context
from dashboard.articles.draft.units import VAGUE
from dashboard.articles.draft.word_matching import Words
from dashboard.language.doubts import Doubt
from dashboard.language.vietnamese import syllables
from dashboard.records.models.indicator import Indicator, Kind
from dashboard.records.models.locality import Level

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
"""For the kind that the words announce, the kinds that the indicator may have."""
SHARE_DOUBTS = frozenset([Doubt.RATIO, Doubt.RATE])  # 2/3 số xã, cứ 10 chi bộ thì có 6: a share, though not in per cent
_SHARING = syllables("đạt chiếm bằng tỷ tỉ lệ tương đương tức là nhiệm vụ tổ chức đồng chí")
_LEADING = syllables("trong đó có gồm là và với riêng số còn")


def without_share_words(echo: Words) -> Words:
    """The words that a share repeats, without the last ones that only announce a share: hoàn thành tốt, đạt."""
    while echo and echo[-1] in _SHARING:
        echo = echo[:-1]
    return echo


def with_topic(context: Context) -> list[Words]:
    """The topic with the words at this number: (đảng viên) nữ. Empty if the own noun says enough."""
    own = len(context.core) > 1 and context.core not in VAGUE
    near = (context.lead, context.noun, context.tail) if context.topic and not own else ()
    return [(*context.topic, *_without_leading(words)) for words in near]


def _without_leading(words: Words) -> Words:
    """The words without the first ones that only lead to them: trong đó có nữ, là nữ."""
    at = next((at for at, word in enumerate(words) if word not in _LEADING), len(words))
    return words[at:]


def is_possible(one: Indicator, context: Context, level: Level | None, raised: bool) -> bool:
    """Whether ``check`` would accept it: by level, per cent or not, and no fraction of a count."""
    if one.in_per_cent != context.percent and context.number.main.doubt not in SHARE_DOUBTS:
        return False
    if level is not None and level not in one.levels and not (raised and Level.DISTRICT in one.levels):
        return False
    if not one.in_per_cent and context.number.main.value != context.number.main.value.to_integral_value():
        return False
    return context.number.before is None or one.kind in (Kind.STOCK, Kind.SHARE)


def kind_fits(one: Indicator, context: Context) -> bool:
    """Whether an indicator has a kind that the words around the number may announce."""
    return one.kind in _FITS[context.kind] or (context.number.out_of is not None and one.kind is Kind.SHARE)


def name_without_label(one: Indicator) -> str:
    """The name of an indicator without the rating label in quotation marks at its end."""
    return one.name.vi.partition("“")[0] or one.name.vi
