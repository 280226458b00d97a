"""Notes at the foot of a text and the numbers that they annotate: 287(1) đảng viên; (1) Trong đó có 98 đảng viên nữ."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from dashboard.articles.draft.figure_dates import UNDATED
from dashboard.articles.draft.proposal import Open, Proposal, Why
from dashboard.records.models.indicator import Indicator

_MARK = re.compile(r"(?<=[\w%])\(([0-9]{1,2}|\*{1,3})\)|([¹²³⁴-⁹]|(?<=[\w%])\*{1,3})")
_NOTE = re.compile(r"(?:^|(?<=[.;] ))(?:\(([0-9]{1,2}|\*{1,3})\)|([¹²³⁴-⁹]|\*{1,3})) ?")
_OF_NOTE = Why("của số có chú thích?", "of the number with that note?")


class Notes:
    """Remembers which number each mark stands with."""

    def __init__(self, indicators: Mapping[str, Indicator]) -> None:
        self.indicators = indicators
        self._marked: dict[str, Proposal] = {}

    def passed(self, text: str, figures: Iterable[Proposal]) -> None:
        """Keep in mind the marks of a paragraph with the last number before each."""
        found = list(figures)
        for match in _MARK.finditer(text):
            before = [one for one in found if one.start < match.start()]
            if before:
                self._marked[match[1] or match[2]] = before[-1]

    def of(self, text: str, one: Proposal, part: bool) -> Proposal:
        """A proposal of a note, with the date and place of what is annotated: taken for a part of it, else open."""
        marks = list(_NOTE.finditer(text, 0, one.start)) if _NOTE.match(text) else []
        about = self._marked.get(marks[-1][1] or marks[-1][2]) if marks else None
        if about is None:
            return one
        if one.inferred and about.as_of:
            choices = about.as_of.choices if isinstance(about.as_of, Open) else (about.as_of, UNDATED)
            one = replace(one, as_of=about.as_of if part else Open(choices, _OF_NOTE), inferred=False)
        if one.locality is None and about.locality:
            known = about.locality.choices if isinstance(about.locality, Open) else (about.locality,)
            one = replace(one, locality=about.locality if part else Open(known, _OF_NOTE))
        whole = self.indicators[one.indicators[0]].part_of if one.indicators else None
        if one.sure and whole and part and whole not in about.indicators[:1]:
            one = replace(one, sure=False, why=_OF_NOTE)
        return one
