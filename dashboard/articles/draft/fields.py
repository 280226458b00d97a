"""The other fields of a figure: its date, the baseline of a change, the base of a share, the scheme of a rating."""

from __future__ import annotations

import re
from dataclasses import replace

from dashboard.articles.draft.figure_dates import Dated, Frame, dated, last_time_expression
from dashboard.articles.draft.number_context import Context
from dashboard.articles.draft.proposal import Open, Proposal, Why
from dashboard.articles.draft.reference_tables import Tables
from dashboard.articles.draft.restated_sentences import Told
from dashboard.articles.draft.time_expressions import TimeExpression, since
from dashboard.language.dates import Period
from dashboard.language.vietnamese import fold
from dashboard.records.models.figure import Base
from dashboard.records.models.indicator import Indicator, Kind

_YEAR = re.compile(r"(?<![0-9.,])(?:19|20)[0-9]{2}(?![0-9.,%])")
ITEM = re.compile(r"[-+–•*] ?|\w[.)] ")
"""What an item of a list begins with, which goes on with what introduces the list."""

_ROW = re.compile(rf"(?:{ITEM.pattern})|\(|.*[^.!?…]$|[^.!?…:]{{1,80}}:", re.DOTALL)
"""A line of what a line with a colon introduces: an item, a note, a label and its number, or no whole sentence."""


class Fields:
    """Fills what follows from the text and from the indicator; what does not is left open."""

    def __init__(self, tables: Tables, frame: Frame) -> None:
        self.tables, self.frame = tables, frame
        self.spoken: TimeExpression | None = None  # the last time of the paragraphs before
        self.introduced: TimeExpression | None = None  # the time of the line that introduces the paragraph

    def filled(
        self, proposal: Proposal, told: Told, first: Indicator | None, announced: Kind | None = None,
        *, labelled: bool = False,
    ) -> Proposal:  # fmt: skip
        """The proposal with date, baseline, base and scheme.

        ``announced`` is the kind that the words announce, ``labelled`` whether it counts those of one rating.
        """
        text, sentence, place = told.text, told.sentence, told.place
        kind = first.kind if first and proposal.sure else announced
        rated = first is not None and (first.rating is not None or first.kind is Kind.GRADE)
        yearly = first is not None and rated and (first.rating is None or first.rating.tier is not None)
        yearly = yearly or labelled
        when = dated(text, sentence, place, kind, yearly, self.frame, self.introduced, self.spoken)
        proposal = self._dated(proposal, when, yearly)
        if proposal.before is not None and (within := _YEAR.search(text, *place)):
            proposal = replace(proposal, since=within[0])  # từ 190 (năm 2015) xuống 151
        elif Kind.CHANGE in (kind, announced):
            year, meant, _ = since(text, sentence, *place)
            if year or meant:
                proposal = replace(proposal, since=year or Open((), Why("so với năm nào?", "since which year?")))
        if first is None:
            return proposal
        if first.kind is Kind.SHARE and not first.adds_up and proposal.out_of is None:
            proposal = replace(proposal, average=_average(proposal.as_of))
        if first.kind is Kind.SHARE or proposal.out_of is not None or (rated and first.in_per_cent):
            proposal = replace(proposal, base=self._base(text[slice(*sentence)]))
        if first.kind is Kind.GRADE or (first.rating and first.rating.scheme is None):
            proposal = replace(proposal, scheme=self._scheme(proposal, first))
        return proposal

    def passed(self, text: str) -> None:
        """Keep in mind what time a paragraph named last, and whether it introduces the next one."""
        last = last_time_expression(text, len(text))
        self.introduced = last if text.endswith(":") else self.introduced if _ROW.match(text) else None
        self.spoken = last or self.spoken

    def baseline(self, context: Context) -> int:
        """Where "so với năm 2015" ends that follows a change; 0 where none does."""
        if context.kind is not Kind.CHANGE:
            return 0
        year, _, end = since(context.paragraph.text, context.sentence_span, context.number.start, context.counted.stop)
        return end if year and end > context.number.end else 0

    def _dated(self, proposal: Proposal, when: Dated, rated: bool) -> Proposal:
        if when.choices is not None:
            published = self.frame.published.text if self.frame.published and not rated else None
            choices = tuple(dict.fromkeys(one for one in (*when.choices, published) if one))
            return replace(proposal, as_of=Open(choices))
        return replace(proposal, as_of=when.as_of or None, inferred=not (when.as_of or when.printed))

    @staticmethod
    def _base(sentence: str) -> Open:
        """Which base the words speak for comes first; that it is so is for a curator to say."""
        words = fold(sentence).lower()
        likely = Base.ALL if "tổng số" in words else Base.RATED if "được xếp loại" in words else Base.NOT_STATED
        return Open((likely, *(one for one in Base if one is not likely)))

    def _scheme(self, proposal: Proposal, first: Indicator) -> str | Open:
        """The scheme whose years hold the rating year and which has the label; open unless there is only one."""
        label = first.rating.plain_label if first.rating else ""
        fitting = [one for one in self.tables.schemes.values() if not label or label in map(fold, one.labels)]
        if isinstance(proposal.as_of, str) and proposal.as_of != "undated":
            year = Period.parse(proposal.as_of)
            fitting = [one for one in fitting if one.period and one.period.touches(year)]
            if len(fitting) == 1:
                return fitting[0].id
        return Open(
            (*(one.id for one in fitting if one.labels), *(["unclear"] if "unclear" in self.tables.schemes else []))
        )


def _average(as_of: str | Open | None) -> Open | None:
    """Of a share over a range, whether it is of all of that or of a moment in it, is for a curator to say."""
    if isinstance(as_of, Open) and as_of.choices and "/" in as_of.choices[0]:
        return Open(("true", "false"), Why("chỉ khi as_of là một khoảng", "only where as_of is a range"))
    return Open(("true", "false")) if isinstance(as_of, str) and "/" in as_of else None
