"""The figures of a paragraph: each numeral that counts something, as far as the words around it tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dashboard.draft.asides import Sifted, names_follow
from dashboard.draft.context import Context, contexts
from dashboard.draft.counted import Nouns
from dashboard.draft.fields import Fields
from dashboard.draft.kinds import says
from dashboard.draft.numbers import numbers
from dashboard.draft.phrases import printed
from dashboard.draft.proposal import Open, Proposal
from dashboard.draft.ranking import Earlier, Ranked, Ranking
from dashboard.draft.tables import Tables
from dashboard.draft.whereabouts import Whereabouts, subject
from dashboard.draft.wording import Abbreviations, find
from dashboard.draft.words_only import grades, zeros
from dashboard.models import Indicator, Kind, NotFigure
from dashboard.verify.paragraphs import Paragraph

ENOUGH, LEAD = 5.5, 1.0
"""The weight that an indicator needs, and its lead over the next, to be written without a mark."""


class Drafting:
    """Proposes the figures of one text."""

    def __init__(self, paragraphs: Sequence[Paragraph], tables: Tables, where: Whereabouts, fields: Fields) -> None:
        self.short = Abbreviations(one.text for one in paragraphs)
        self.tables, self.where, self.fields = tables, where, fields
        self.nouns = Nouns(tables.indicators.values())
        self.ranking = Ranking(tables.indicators, self.short)

    def figures(self, sifted: Sifted) -> list[Proposal]:
        """The figures of one paragraph, in their order; counts that only introduce names are set aside."""
        text = sifted.paragraph.text
        numerals = [token.numeral for token in sifted.left if token.numeral]
        around = contexts(sifted.paragraph, numbers(text, numerals), self.nouns, self.short)
        found: list[Proposal] = []
        earlier: list[Earlier] = []
        for index, context in enumerate(around):
            ranked = self.ranking.rank(context, self.where.level, earlier)
            named = names_follow(text, context.number.end, context.number.value)
            if named and not self._told_by_words(ranked.first, context):
                sifted.add((context.number.start, named), NotFigure.NAMED)
                continue
            proposal = self._proposal(context, ranked, earlier, _limits(around, index))
            if named:
                proposal = replace(proposal, sure=False, reason=Open((), "hay chỉ dẫn tên?", "or only introduces names?"))
            found.append(proposal)
            if proposal.indicators:
                earlier.append(Earlier(context, self.tables.indicators[proposal.indicators[0]], proposal.sure))
        for inferred in (*zeros(sifted.paragraph, self.ranking), *grades(sifted.paragraph, self.ranking, self.tables)):
            first = self.tables.indicators[inferred.indicators[0]]
            found.append(self.fields.filled(inferred, text, _sentence(sifted.paragraph, inferred.start), first, None))
        return sorted(found, key=lambda one: one.start)

    def _proposal(
        self, context: Context, ranked: Ranked, earlier: list[Earlier], limits: tuple[int, int]
    ) -> Proposal:
        number, text = context.number, context.paragraph.text
        other = subject(context.before, self.where.named, self.tables, self.where.id)
        if other and other.listed and other.id is None and (context.noun or not earlier):
            other = None
        indicators = tuple(one.id for _, one in ranked.best)
        sure, reason = self._decided(context, ranked, earlier)
        start, end = number.start, max(context.counted.stop, number.end)
        listed = other is not None and other.listed and not context.noun and bool(earlier)
        if other and listed:  # Thạnh Phú 10; Châu Thành 10: they count what was counted before
            indicators, sure, reason = (earlier[-1].indicator.id,), earlier[-1].sure, Open()
            start = text.rfind(other.name, 0, number.start)
        elif other:
            sure, reason = False, Open((), f"về {other.name}?", f"about {other.name}?")
        first = self.tables.indicators[indicators[0]] if indicators else None
        ended = self.fields.baseline(context)
        if ended and len(text[start:ended].split()) <= 10:
            end = max(end, ended)
        phrase = printed(context.paragraph, start, end, lambda words: self._tells(words, first, context), *limits)
        proposal = Proposal(
            context.paragraph.number, number.start, number.end, phrase, indicators, sure, reason,
            number.value if number.value is not None else Open((number.open,), "đọc thế nào?", "read how?"),
            before=number.before, out_of=number.out_of, hedge=number.main.hedge,
            locality=other.id or Open((), f"{other.name}: thêm vào localities.yaml?", "add it?") if other else None,
            note=_hedged_elsewhere(context),
        )  # fmt: skip
        return self.fields.filled(proposal, text, context.sentence_span, first, context)

    def _decided(self, context: Context, ranked: Ranked, earlier: list[Earlier]) -> tuple[bool, Open]:
        """Whether the best indicator is taken as it is, or why not."""
        if ranked.first is None:
            return False, Open((), "chỉ tiêu mới?", "a new indicator?")
        weight, first = ranked.best[0]
        lead = weight - ranked.best[1][0] if len(ranked.best) > 1 else weight
        if context.noun and not context.counted.plain and not self._narrowed_by_words(first, context):
            return False, Open((), "danh từ có thêm chữ", "more words narrow the noun")
        if context.kind is not first.kind and not (context.kind in (Kind.STOCK, None) and first.kind is Kind.SHARE and first.rating):
            if not (context.number.out_of or context.kind is None):
                return False, Open()
        if any(one.indicator.id == first.id for one in earlier if context.part or one.context.kind is context.kind):
            return False, Open((), "đã có ở trên", "already above")
        own = context.counted.end > context.number.end and context.noun[: len(unit := self.short.words(first.unit.vi))] == unit
        if not self._told_by_words(first, context) and (not own or unit in _VAGUE):
            return False, Open()
        return weight >= ENOUGH and lead >= LEAD, Open()

    def _narrowed_by_words(self, first: Indicator, context: Context) -> bool:
        """Whether an indicator's words stand before a noun, or go beyond it into what narrows it."""
        words = [self.short.words(one) for one in first.words]
        text, core = context.paragraph.text, context.counted.end
        beyond = self.short.words(text[core : core + 1]) or (*context.noun, *context.tail)
        inside = self.short.words(text[context.counted.start : core])
        return any(find(one, context.lead) >= 0 or (find(one, beyond) >= 0 > find(one, inside)) for one in words)

    def _told_by_words(self, first: Indicator | None, context: Context) -> bool:
        """Whether an indicator's own words stand in the number's clause."""
        near = (context.clause, context.noun, context.tail)
        return first is not None and any(find(self.short.words(one), words) >= 0 for one in first.words for words in near)

    def _tells(self, phrase: str, first: Indicator | None, context: Context) -> bool:
        """Whether a phrase says what is counted: by a noun of its own, or by the indicator's words."""
        core = self.short.words(context.paragraph.text[context.counted.start : context.counted.end])
        if core and context.kind in (Kind.STOCK, None) and core not in _VAGUE:
            return True
        words = self.short.words(phrase)
        if not context.connected and not says(context.kind, words):
            return False
        return first is None or not first.words or any(find(self.short.words(one), words) >= 0 for one in first.words)


_VAGUE = {("người",), ("đồng", "chí"), ("tổ", "chức"), ("trường", "hợp"), ("đơn", "vị")}


def _limits(around: list[Context], index: int) -> tuple[int, int]:
    """Where a number's phrase may begin and end: inside its sentence, between its neighbours."""
    floor, ceiling = around[index].sentence_span
    if index:
        floor = max(floor, around[index - 1].counted.stop)
    if index + 1 < len(around):
        ceiling = min(ceiling, around[index + 1].number.start)
    return floor, ceiling


def _sentence(paragraph: Paragraph, place: int) -> tuple[int, int]:
    from dashboard.draft.sentences import holding, sentences

    found = sentences(paragraph.text)
    return found[holding(found, place)]


def _hedged_elsewhere(context: Context) -> tuple[str, str] | None:
    """A note on a hedge that stands with the number before or with the total, as ``check`` asks for."""
    first = context.number.first
    if first is None or first is context.number.main or not first.hedge:
        return None
    return f"Chữ “{first.hedge_text}” đứng trước {first.text}.", f"“{first.hedge_text}” stands before {first.text}."
