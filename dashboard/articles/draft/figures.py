"""The figures of a paragraph: each numeral that counts something, as far as the words around it tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from dashboard.articles.draft.context_reading import contexts
from dashboard.articles.draft.counted_nouns import Nouns
from dashboard.articles.draft.deciding import Deciding
from dashboard.articles.draft.fields import Fields
from dashboard.articles.draft.figure_dates import UNDATED
from dashboard.articles.draft.footnotes import Notes
from dashboard.articles.draft.kinds import says
from dashboard.articles.draft.lists import COMMON_LISTS, Lists
from dashboard.articles.draft.non_figures import Sifted
from dashboard.articles.draft.number_context import Context
from dashboard.articles.draft.numbers import numbers
from dashboard.articles.draft.other_numerals import names_follow
from dashboard.articles.draft.phrases import hedged_elsewhere, limits, phrase
from dashboard.articles.draft.proposal import Open, Proposal, Why, which_place
from dashboard.articles.draft.ranking import Earlier, Ranking
from dashboard.articles.draft.reference_tables import Tables
from dashboard.articles.draft.restated_sentences import Told
from dashboard.articles.draft.series import left_open, parts
from dashboard.articles.draft.table_cells import cell_context
from dashboard.articles.draft.text_tables import Cell, grid
from dashboard.articles.draft.units import VAGUE
from dashboard.articles.draft.word_matching import Abbreviations, find_any
from dashboard.articles.draft.worded_values import NoneOf, grades, phrase_end, zeros
from dashboard.articles.text.paragraphs import Paragraph
from dashboard.articles.text.phrases import stands
from dashboard.articles.text.place_mentions import Subject, Subjects, Whereabouts
from dashboard.articles.text.sentences import holding, sentences
from dashboard.language.doubts import WHY, Doubt
from dashboard.records.models.article import NonFigureReason
from dashboard.records.models.indicator import Indicator, Kind
from dashboard.records.models.locality import Level

_READ_HOW = Why("đọc thế nào?", "read how?")
_OFTEN = Why("cụm chữ đứng nhiều lần", "the phrase stands several times")
_IN_LABEL = Why("Dấu % đứng ở nhãn của bảng.", "The % sign stands in the label of the table.")
_NO_DISTRICTS = date(2025, 7, 1)
_NEAR = 12  # how many of a paragraph's numbers before one are looked at with it


class Drafting:
    """Proposes the figures of one text."""

    def __init__(
        self, paragraphs: Sequence[Paragraph], tables: Tables, where: Whereabouts, fields: Fields, titles: Sequence[str]
    ) -> None:
        self.short = Abbreviations(one.text for one in paragraphs)
        self.tables, self.where, self.fields = tables, where, fields
        self.subjects = Subjects(where, tables.localities, titles)
        self.notes = Notes(tables.indicators)
        self.nouns = Nouns(tables.indicators.values())
        published = fields.frame.published
        self.raised = where.level is Level.COMMUNE and bool(
            published and published.start and published.start >= _NO_DISTRICTS
        )
        self.ranking = Ranking(tables.indicators, self.short, raised=self.raised)
        self.deciding = Deciding(self.ranking)
        units = (phrase for one in tables.indicators.values() for phrase in (one.unit.vi, *one.words))
        self.lists = Lists(self.ranking.labels, self.nouns, self.short, [*units, *COMMON_LISTS])
        self.grid = grid(paragraphs, self.lists.names)
        self.graded = [one for one in tables.indicators.values() if one.kind is Kind.GRADE]

    def figures(self, sifted: Sifted) -> list[Proposal]:
        """The figures of one paragraph, in their order; counts that only introduce names are set aside."""
        text = sifted.paragraph.text
        cells = self.grid.cells.get(sifted.paragraph.number, ())
        left = sifted.left if cells else ()
        if left and all(any(one.start < cell.end and cell.start < one.end for cell in cells) for one in left):
            return [self._cell(sifted.paragraph, one) for one in cells]
        counted = numbers(text, [token.numeral for token in sifted.left if token.numeral])
        around = contexts(sifted.paragraph, counted, self.nouns, self.short, parts(text, counted, self.lists))
        found: list[Proposal] = []
        earlier: list[Earlier] = []
        for index, context in enumerate(around):
            proposal = self._proposal(context, earlier[-_NEAR:], around, index)
            if named := names_follow(text, context.number.end, context.number.value):
                first = self.tables.indicators.get(next(iter(proposal.indicators), ""))
                if first is None or not self.deciding.announced(context, first):
                    sifted.add((context.number.start, named), NonFigureReason.NAMED)
                    continue
                why = Why("hay chỉ dẫn tên?", "or only introduces names?")
                proposal = replace(proposal, sure=False, why=why)
            whole = found[-1] if context.part and found and found[-1].start >= context.sentence_span[0] else None
            if whole and isinstance(whole.as_of, Open) and proposal.inferred:
                proposal = replace(proposal, as_of=whole.as_of, inferred=False)  # a part has its whole's date
            proposal = self.notes.of(text, proposal, context.part)
            found.append(proposal)
            if proposal.indicators:
                earlier.append(Earlier(context, self.tables.indicators[proposal.indicators[0]], proposal.sure))
        self.notes.passed(text, found)
        found += [
            self._zero(one, [each for each in earlier if each.context.number.start < one.start], around)
            for one in zeros(sifted.paragraph, counted, self.nouns, self.short)
        ]
        return sorted([*found, *self._grades(sifted.paragraph)], key=lambda one: one.start)

    def _proposal(
        self, context: Context, earlier: list[Earlier], around: list[Context], index: int, cell: Cell | None = None
    ) -> Proposal:
        number, text = context.number, context.paragraph.text
        other = self._other_place(context, bool(earlier))
        near = around[max(0, index - _NEAR) : index], around[index + 1 : index + _NEAR]
        indicators, doubt = self._indicators(context, other, earlier, *near)
        raised = number.main.doubt and Why(*WHY[number.main.doubt])
        if raised or number.main.points:
            doubt = raised or Why("điểm phần trăm", "percentage points")
        start, end = number.start, max(context.counted.stop, number.end)
        listed = other is not None and other.listed and not context.noun
        if other and listed:  # Thạnh Phú 10; Châu Thành 10: they count what was counted before
            indicators, doubt = (earlier[-1].indicator.id,), None if earlier[-1].sure else Why()
            start = text.rfind(other.name, 0, start)
        first = self.tables.indicators[indicators[0]] if indicators else None
        baseline = self.fields.baseline(context)
        if baseline and len(text[start:baseline].split()) <= 10:
            end = max(end, baseline)
        place = phrase(
            context.paragraph, (start, end), limits(around, index),
            lambda words: listed or context.told.text != text or self._tells(words, first, context),
        ) if cell is None else (start, end)  # fmt: skip
        if doubt is None and stands(text[slice(*place)], context.paragraph) != [place]:
            doubt = _OFTEN
        proposal = Proposal(
            context.paragraph.number, number.start, number.end, place, text[slice(*place)], indicators, doubt is None,
            doubt or Why(), number.value if number.value is not None else Open((number.open,), raised or _READ_HOW),
            before=number.before, out_of=number.out_of, hedge=number.main.hedge,
            locality=_locality(other), note=hedged_elsewhere(context),
        )  # fmt: skip
        labelled = self.deciding.labelled(context)
        filled = self.fields.filled(proposal, context.told, first, context.kind, labelled=labelled)
        if number.main.doubt is Doubt.MULTIPLE:  # gấp đôi năm 2015: the year is the other number's
            filled = replace(filled, as_of=Open((UNDATED,)), inferred=False)
        return left_open(filled, context.series) if context.series else filled

    def _cell(self, paragraph: Paragraph, cell: Cell) -> Proposal:
        """A number of a table, judged as "nhãn: 48" would be; its indicator and date are open where it has no label."""
        context = cell_context(paragraph, cell, self.nouns, self.short)
        proposal = self._proposal(context, [], [context], 0, cell)
        signed = cell.percent and "%" not in proposal.printed
        return replace(proposal, note=_IN_LABEL) if signed else proposal

    def _zero(self, zero: NoneOf, earlier: list[Earlier], around: list[Context]) -> Proposal:
        """A printed zero, judged as "có 0 đảng viên …" would be."""
        context = zero.context
        other = self._other_place(context, bool(earlier))
        before = [one for one in around if one.number.start < zero.start]
        indicators, doubt = self._indicators(context, other, earlier[-_NEAR:], before[-_NEAR:])
        first = self.tables.indicators[indicators[0]] if indicators else None
        text = zero.paragraph.text
        whole = max(zero.end, self.nouns.after(text, zero.noun - 1).stop)
        end = phrase_end(
            text, zero.start, (zero.end, whole), lambda words: self._tells(words, first, context, named=False)
        )
        printed = text[zero.start : end]
        if doubt is None and not zero.sure:
            doubt = Why("không có, hay chỉ tả thứ khác?", "none, or only said of something else?")
        if doubt is None and len(stands(printed, zero.paragraph)) != 1:
            doubt = _OFTEN
        proposal = Proposal(
            zero.paragraph.number, zero.start, end, (zero.start, end), printed, indicators, doubt is None,
            doubt or Why(), Decimal(0), locality=_locality(other),
        )  # fmt: skip
        return self.fields.filled(proposal, context.told, first, context.kind)

    def _indicators(
        self, context: Context, other: Subject | None, earlier: list[Earlier], before: list[Context],
        after: Sequence[Context] = (),
    ) -> tuple[tuple[str, ...], Why | None]:  # fmt: skip
        """The indicators that may fit, the best first, and why that is not sure."""
        level = self.where.level
        if other:
            level = self.tables.level(other.id) or other.level or (level if other.maybe else None)
        ranked = self.ranking.rank(context, level, earlier)
        doubt = self.deciding.doubt(context, ranked, earlier, before, after)
        if not ranked:
            ranked = self.ranking.guesses(context, level, earlier)
        if doubt is None and level is not None and level not in ranked[0][1].levels:
            doubt = Why("xã nay đứng ở cấp của huyện", "the commune stands where a district did")
        if other and not other.id and not other.maybe:
            doubt = Why(f"về {other.name}?", f"about {other.name}?")
        return tuple(one.id for _, one in ranked), doubt

    def _other_place(self, context: Context, follows: bool) -> Subject | None:
        """The other place that a number is about. A listed name needs a number before it, and no noun after."""
        if context.series and context.series.place:
            return self.subjects.called(context.series.place)
        listed, other = self.subjects.listed(context.before), self.subjects.of(*context.told.at)
        if listed and context.noun:
            return other if other and not other.maybe else replace(listed, listed=False)
        return listed if listed and follows else other

    def _tells(self, printed: str, first: Indicator | None, context: Context, *, named: bool = True) -> bool:
        """Whether a phrase says what is counted: by a noun of its own (``named``), or by the indicator's words."""
        behind = context.counted.end > context.counted.start
        if named and behind and context.core and context.kind in (Kind.STOCK, None) and context.core not in VAGUE:
            return True
        words = self.short.words(printed)
        if not context.connected and not says(context.kind, words):
            return False
        return first is None or not first.words or find_any(self.ranking.words[first.id], words)

    def _grades(self, paragraph: Paragraph) -> list[Proposal]:
        """The ratings of the unit itself, printed without a numeral."""
        whole = sentences(paragraph.text)
        found = []
        for one in grades(paragraph, self.ranking, self.graded):
            told = Told(paragraph.text, whole[holding(whole, one.start)], (one.start, one.end))
            other = self.subjects.of(*told.at)
            sure = one.sure and (other is None or other.id is not None)
            placed = replace(one, sure=sure, locality=_locality(other))
            found.append(self.fields.filled(placed, told, self.tables.indicators[one.indicators[0]]))
        return found


def _locality(other: Subject | None) -> str | Open | None:
    """What a figure's locality is, or that it is to be decided; None for the article's own."""
    if other is None:
        return None
    if other.maybe:
        return Open((other.id,) if other.id else (), Why(f"về {other.name}?", f"about {other.name}?"))
    return other.id or Open((), which_place(other.name))
