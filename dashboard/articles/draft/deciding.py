"""Decides whether the best indicator is taken, or left to a curator with a reason."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dashboard.articles.draft.figure_dates import compared
from dashboard.articles.draft.number_context import Context
from dashboard.articles.draft.proposal import Why
from dashboard.articles.draft.ranking import Earlier, Ranking
from dashboard.articles.draft.units import MEMBER, MONEY, PEOPLE, VAGUE
from dashboard.articles.draft.word_matching import Words, find, find_any
from dashboard.language.vietnamese import syllables
from dashboard.records.models.indicator import Indicator, Kind

ENOUGH, LEAD = 5.5, 1.0
"""The least weight of an indicator, and its least lead over the next one, to be taken without a curator."""

_NEAR = 8  # words before a number in which a rating's label goes with it
_ONCE = re.compile(
    r"(?<!\w)(?:(?:lúc|khi|ngày)(?: mới| đầu| được)? thành lập|ban đầu|lúc đầu|thời kỳ đầu|hồi ấy|ngày ấy|thuở ấy"
    r"|[0-9]+ năm trước)(?!\w)[^;]*$|(?<!\w)(?:trước đây|trước đó|khi đó|năm trước|năm ngoái|cùng kỳ)(?!\w)[^,]*$",
    re.IGNORECASE,
)
_EXCESS = re.compile(
    r"(?<!\w)(?:vượt|hụt|thiếu|thừa|dôi dư|dư)(?: (?!chỉ tiêu|kế hoạch)[^\W\d_]+){0,2} $", re.IGNORECASE
)
_ITEM = re.compile(
    r"[:,;]\s*(?:riêng )?(?:các )?(?:khối|ngành|nhóm|loại hình|lĩnh vực|diện|đối tượng)(?!\w)[^:,;.]*$", re.IGNORECASE
)
"""The words of an item behind a label: kết nạp đảng viên: khối xã 80, khối cơ quan 25."""
_OF_ONE_SORT = re.compile(
    r"[^,;.:(0-9]{0,60}?(?<!\w)(?:ở|trong|tại|thuộc|là) (?:các )?(?:khối|loại hình|khu vực|lĩnh vực|ngành|trường"
    r"|doanh nghiệp|vùng|đồng bào|người dân tộc|lực lượng|nông thôn|cơ quan"
    r"|đoàn viên|học sinh|giáo viên|công nhân)(?!\w)",
    re.IGNORECASE,
)
_OWN_MONEY = re.compile(r"[,;(][^,;()]*[^\W\d_][^,;()]*$")
"""A further amount of money with words of its own: …, nhân dân đóng góp 2,15 tỷ đồng."""
_LEVELS = syllables("thôn ấp bản phố xã phường huyện")
_FUND = ("quỹ",)
_YEAR_ALONE = re.compile(r"(?:^|[,;:.]) ?(?:trong |đến )?năm [0-9]{4}:? $", re.IGNORECASE)
_MORE, _LESS = ("tăng", "thêm", "cao", "nhiều"), ("giảm", "cắt", "bớt", "rút", "thấp", "ít")
_RATED = (("đánh", "giá"), ("xếp", "loại"), ("phân", "tích", "chất", "lượng"))


class Deciding:
    """Decides by the weights of the indicators, and by reasons against the best one."""

    def __init__(self, ranking: Ranking) -> None:
        self.ranking = ranking

    def doubt(
        self,
        context: Context,
        ranked: Sequence[tuple[float, Indicator]],
        earlier: Sequence[Earlier],
        before: Sequence[Context],
        after: Sequence[Context] = (),
    ) -> Why | None:
        """Why the best indicator is left to a curator; None if it is taken. The first reason that applies holds.

        ``before`` and ``after`` are the contexts of the paragraph's other numbers, ``earlier`` those before with an
        indicator.
        """
        if not ranked:
            return Why("chỉ tiêu mới?", "a new indicator?")
        weight, first = ranked[0]
        reason = (
            self._doubtful_noun(context, first)
            or self._doubtful_time(context, first, earlier)
            or self._doubtful_share(context, first, before)
            or self._doubtful_scope(context, first, before, after)
            or self._doubtful_money(context, first, earlier)
            or self._doubtful_part(context, first, earlier, before)
        )
        if reason is not None:
            return reason
        own = self.ranking.units.counts(first, context.noun) and self.ranking.counts_all_of_its_unit(first)
        if not self.announced(context, first) and (not own or first.kind is not Kind.STOCK):
            return Why()
        lead = weight - ranked[1][0] if len(ranked) > 1 else weight
        return None if weight >= ENOUGH and lead >= LEAD else Why()

    def _doubtful_noun(self, context: Context, first: Indicator) -> Why | None:
        """Whether the noun, its kind or its rating label may be another than the indicator's."""
        if self._narrowed(context, first):
            return Why("danh từ có thêm chữ", "more words narrow the noun")
        if not _kind_fits(context, first):
            return Why()
        shortened = context.core == () and self.ranking.labels.hold(context.noun)  # đảng viên: 586 xuất sắc
        if (shortened or self.ranking.label(context, _NEAR)) and first.rating is None and first.kind is Kind.STOCK:
            return Why("của một mức xếp loại", "of one rating")
        if first.rating and not (self.ranking.label(context) or self.ranking.labels.nearest(context.echo, ())):
            return Why("tên mức viết gọn", "the label is shortened")
        if not self._counts(context, first) or self._of_sort(context, first):
            return Why("đếm thứ khác", "another thing is counted")
        return None

    def _doubtful_time(self, context: Context, first: Indicator, earlier: Sequence[Earlier]) -> Why | None:
        """Whether the number may be of another time, an excess over a plan, or a change of the opposite direction."""
        if _ONCE.search(context.before) or compared(context.before):
            return Why("vào lúc khác?", "at another time?")
        if _YEAR_ALONE.search(context.before) and (
            not earlier[-1].sure if context.connected and earlier else context.kind is None
        ):
            return Why("có, hay đã làm?", "there are, or were made?")
        if _EXCESS.search(context.before):
            return Why("phần vượt, phần thiếu", "an excess or a shortfall")
        if first.kind is Kind.ATTAINMENT and not _attained(context, first, earlier):
            return Why("đạt kế hoạch nào?", "the plan of what?")
        if _turned(context, self.ranking.short.words(first.name.vi)):
            return Why("tăng hay giảm?", "more or less?")
        return None

    def _doubtful_share(self, context: Context, first: Indicator, before: Sequence[Context]) -> Why | None:
        """Whether a rating in per cent may be a share of something else than the indicator's subject."""
        unnamed = context.noun != () and context.core == () and not self.ranking.labels.starts(context.noun)
        other = self.ranking.names_another(first, context)
        if first.rating and context.percent and (unnamed or other or self._of_several(context, before)):
            return Why("tỷ lệ của thứ nào?", "a share of which?")
        return None

    def _doubtful_scope(
        self, context: Context, first: Indicator, before: Sequence[Context], after: Sequence[Context]
    ) -> Why | None:
        """Whether the number may be of one sector, level or sort of unit only, or be counted with the next one."""
        if _OF_ONE_SORT.match(context.told.text, context.told.place[1]) or _ITEM.search(context.before):
            return Why("chỉ một khối, một loại?", "of one sector only?")
        if self._of_level(context, first):
            return Why("chỉ của một cấp?", "of one level only?")
        if self._listed_apart(context, first, (*before, *after)):
            return Why("chỉ một loại đơn vị", "units of one sort only")
        if after and _shared(context, after[0]):
            return Why("cũng như số sau?", "as the number that follows?")
        return None

    @staticmethod
    def _doubtful_money(context: Context, first: Indicator, earlier: Sequence[Earlier]) -> Why | None:
        """Whether an amount of money may be of a fund, or a part of another amount in its sentence."""
        if first.unit.vi != MONEY:
            return None
        if find(_FUND, context.clause) >= 0 or find(_FUND, context.tail) >= 0:
            return Why("tiền của quỹ nào?", "of which fund?")
        same = (one for one in earlier if one.context.sentence_span == context.sentence_span)
        if _OWN_MONEY.search(context.before) and any(one.indicator.id == first.id for one in same):
            return Why("một phần, hay tiền khác?", "a part, or other money?")
        return None

    def _doubtful_part(
        self, context: Context, first: Indicator, earlier: Sequence[Earlier], before: Sequence[Context]
    ) -> Why | None:
        """Whether the number may count only those rated, or a part of a number before."""
        if self._rated(context, first):
            return Why("chỉ số được xếp loại", "only those rated")
        if context.part and (
            self._same_again(context, first, earlier, before) or self._of_another(context, first, earlier, before)
        ):
            return Why("một phần của số trước", "a part of the number before")
        return None

    def labelled(self, context: Context) -> bool:
        """Whether a number counts those rated, or those with one label."""
        return _of_rated(context) or self.ranking.label(context, _NEAR) is not None

    def announced(self, context: Context, one: Indicator) -> bool:
        """Whether an indicator's own words stand in the number's clause, or are the noun that it counts."""
        words = self.ranking.words[one.id]
        behind = context.tail[len(context.noun) :] if context.counted.stop > context.counted.start else context.tail
        if any(find_any(words, near) for near in (context.clause, behind)):
            return True
        units, noun = self.ranking.units, context.noun
        if units.counts(one, noun) or not units.known(noun) or noun[:1] == ("người",):
            return find_any(words, noun)
        return any(find(phrase, noun) == 0 for phrase in words)

    def _of_several(self, context: Context, before: Sequence[Context]) -> bool:
        """Whether a rating names nothing itself, and its sentence counts several things before it."""
        units, own = self.ranking.units, (*context.lead, *context.noun, *context.tail)
        if units.named_in(own):
            return False
        here = [one.core for one in before if one.sentence_span == context.sentence_span]
        return len({core for core in here if core and core not in VAGUE}) > 1

    def _rated(self, context: Context, first: Indicator) -> bool:
        """Whether those rated are counted, which the indicator does not say of itself."""
        if context.percent or first.rating is not None or first.kind is not Kind.STOCK:
            return False
        name = self.ranking.short.words(first.name.vi)
        return _of_rated(context) and not find_any(_RATED, name)

    def _counts(self, context: Context, first: Indicator) -> bool:
        """Whether the noun is not plainly another than the indicator's unit."""
        units, noun = self.ranking.units, context.noun
        if context.percent or first.kind is Kind.VISITS or not units.known(noun) or noun[:1] == ("người",):
            return True
        words = self.ranking.words[first.id]
        if units.of[first.id] in PEOPLE and noun[:2] == MEMBER and find_any(words, (*context.lead, *context.tail)):
            return True  # hai đảng viên bị xử lý kỷ luật
        return units.weight(first, noun) > 0 or any(find(phrase, noun) == 0 for phrase in words)

    def _narrowed(self, context: Context, first: Indicator) -> bool:
        """Whether the noun is narrowed by words that do not announce the indicator: 351 đảng viên nữ."""
        if not context.noun or context.plain:
            return False
        if context.kind is Kind.FLOW and context.noun[-1:] == ("mới",):
            return False  # who is admitted is new
        words = self.ranking.words[first.id]
        behind = (*context.noun, *context.tail)
        beyond = any(find(one, behind) >= 0 > find(one, context.core) for one in words)
        return not (beyond or (find_any(words, context.lead) and not context.led))

    def _of_sort(self, context: Context, first: Indicator) -> bool:
        """Whether the noun says which sort of what is counted, and the unit is of any: tổ chức đảng of tổ chức."""
        unit = self.ranking.units.of[first.id]
        return unit in (("tổ", "chức"), ("đơn", "vị")) and context.core[: len(unit)] == unit != context.core

    def _of_level(self, context: Context, first: Indicator) -> bool:
        """Whether an indicator is of a level of places that nothing around a number names: chi bộ thôn thành lập."""
        name, unit = self.ranking.short.words(first.name.vi), self.ranking.units.of[first.id]
        level = name[len(unit) : len(unit) + 1] if name[: len(unit)] == unit else ()
        near = _LEVELS.intersection((*context.sentence, *context.noun, *context.tail, *context.previous))
        return first.kind is Kind.FLOW and bool(_LEVELS.intersection(level)) and not near

    def _listed_apart(self, context: Context, first: Indicator, others: Sequence[Context]) -> bool:
        """Whether a list of units counts each sort by itself, where the indicator has all: 96 thôn và 7 tổ dân phố."""
        sorts = self.ranking.units.sorts(first)
        own = [one for one in sorts if context.core[: len(one)] == one]
        here = context.sentence_span
        near = [one for one in others if one.sentence_span == here and one.number is not context.number]
        return bool(own) and any(other.core == one for other in near for one in sorts if one not in own)

    def _of_another(
        self, context: Context, first: Indicator, earlier: Sequence[Earlier], before: Sequence[Context]
    ) -> bool:
        """Whether a part is of something else than its indicator is: women among those admitted."""
        ids = {id(one.context.number): one.indicator for one in earlier}
        for one in reversed(before if first.part_of else ()):
            told = ids.get(id(one.number))
            if not one.part and told and told.id == first.part_of:
                return False
            if not one.part and (find(one.core, context.noun) == 0 or (told and told.subject == first.subject)):
                return True
        return False

    def _same_again(
        self, context: Context, first: Indicator, earlier: Sequence[Earlier], before: Sequence[Context]
    ) -> bool:
        """Whether a part would be counted as its whole is: by the same indicator, or by the same noun."""
        wholes = [one.indicator.id for one in earlier]
        alike = any(one.noun[:2] == context.noun[:2] != () for one in before)
        return first.id in wholes or (alike and first.part_of not in wholes)


def _kind_fits(context: Context, first: Indicator) -> bool:
    if context.number.out_of is not None:
        return True
    if first.kind is Kind.SHARE and not context.percent and first.rating is None:
        return False  # a count without its total is no share
    rated = context.kind is Kind.STOCK and first.kind is Kind.SHARE
    return context.kind in (None, first.kind) or rated


def _shared(context: Context, following: Context) -> bool:
    """Whether what is said behind the next number goes for this one too: 2 chi bộ và 15 đảng viên bị kỷ luật."""
    here = following.sentence_span == context.sentence_span and following.lead == ("và",)
    behind = following.tail[len(following.core) :][:1]
    return here and context.kind in (None, Kind.STOCK) and behind in (("bị",), ("được",)) and not context.percent


def _attained(context: Context, first: Indicator, earlier: Sequence[Earlier]) -> bool:
    """Whether an attainment is of what was counted just before it in its sentence."""
    before = [one for one in earlier if one.context.sentence_span == context.sentence_span]
    return bool(before) and before[-1].sure and before[-1].indicator.subject == first.subject


def _of_rated(context: Context) -> bool:
    """Whether words beside a number say that what it counts was rated."""
    near = (*context.clause[-5:], "/", *context.tail[: len(context.noun) + 6])
    return not context.percent and find_any(_RATED, near)


def _turned(context: Context, name: Words) -> bool:
    """Whether the words tell of more and the indicator of less, or the other way round."""
    if context.kind is not Kind.CHANGE:
        return False
    told = [word in _MORE for word in context.lead if word in (*_MORE, *_LESS)]
    named = [word in _MORE for word in name if word in (*_MORE, *_LESS)]
    return bool(told) and bool(named) and told[-1] is not named[-1]
