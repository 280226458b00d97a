"""Why a place has no figure of an indicator. Charts, pages and files all take the answer from here.

A missing figure is never zero: an article that says nothing of a number does not say that it is 0. Nothing is missing
where the value follows from other figures. Else the first reason that holds is given: words stand in place of the
number; a rule forbids to compute it; it can't exist at the place's level; only a part of it is given; last, how much
was read about the place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from dashboard.figures.computed import outcomes
from dashboard.figures.derived import Derived, Refusal
from dashboard.records.dataset import Dataset
from dashboard.records.models.article import Reading
from dashboard.records.models.fields import Text
from dashboard.records.models.figure import Blank, BlankKind
from dashboard.records.models.indicator import Indicator


@dataclass(frozen=True)
class Absence:
    """A number that is missing.

    ``article`` is the one about the place, or the one whose words stand in place of the number; "" where there is none.
    ``why``: the rule that forbids the number, or why it does not apply, where that is known. ``words``: what the
    article says instead.
    """

    kind: BlankKind
    article: str = ""
    why: Text | None = None
    words: Blank | None = None

    @property
    def rank(self) -> int:
        """Its place in the order of reasons: the lowest is told first."""
        return _ORDER.index(self.kind)

    @property
    def speaks(self) -> bool:
        """Whether the article itself has something to say: words in place of the number, or numbers that may not be
        combined."""
        return self.kind in (BlankKind.WORDS_ONLY, BlankKind.REFUSED)


class Given(NamedTuple):
    """That a figure exists: of which place and indicator, whether of a part of the place only, and whether with a share
    (it is computed, or its total is printed beside it)."""

    locality: str
    indicator: str
    part: bool
    share: bool


class Absences:
    """The absences of one data set."""

    def __init__(self, dataset: Dataset, given: Iterable[Given], refused: Iterable[Refusal]) -> None:
        """``given``: the printed and computed figures of the data set; ``refused``: what was refused
        (``computed.outcomes``)."""
        self.dataset = dataset
        self.about = subjects(dataset)
        self._words: dict[tuple[str, str], Absence] = {}
        for id, all_words in dataset.blanks_by_indicator.items():
            for place, article, blank in all_words:
                self._words.setdefault((place, id), Absence(BlankKind.WORDS_ONLY, article, words=blank))
        self._given: set[tuple[str, str]] = set()
        self._in_part: set[tuple[str, str]] = set()
        says = {one.computed_as: one.id for one in dataset.indicators.values() if one.computed_as}
        for one in given:
            found = self._in_part if one.part else self._given
            found.add((one.locality, one.indicator))
            if one.share and one.indicator in says:
                found.add((one.locality, says[one.indicator]))
            if whole := dataset.indicators[one.indicator].part_of:
                self._in_part.add((one.locality, whole))
        self._refused: dict[str, dict[str, Absence]] = {}
        for refusal in refused:
            absence = Absence(BlankKind.REFUSED, refusal.article, refusal.why)
            self._refused.setdefault(refusal.indicator, {}).setdefault(refusal.locality, absence)
        for indicator in dataset.indicators.values():
            for place in self._in_no_article(indicator):
                absence = Absence(BlankKind.REFUSED, self.about.get(place, ""), Text.said("why_other_article"))
                self._refused.setdefault(indicator.id, {}).setdefault(place, absence)

    @classmethod
    def of(cls, dataset: Dataset) -> Absences:
        """The absences of a data set, whose computed figures are worked out here."""
        computed, refused = outcomes(dataset)
        return cls(dataset, _given(dataset, computed), refused)

    def why(self, place: str, indicator: Indicator) -> Absence | None:
        """Why a place has no figure of an indicator; None where it has one, or one that says the same."""
        about = place, indicator.id
        if about in self._given:
            return None
        if found := self._words.get(about) or self._refused.get(indicator.id, {}).get(place):
            return found
        article = self.about.get(place, "")
        where = self.dataset.localities[place]
        if not indicator.exists_at(where.level, where.code_valid):
            return Absence(BlankKind.NOT_APPLICABLE, article, indicator.not_applicable)
        if about in self._in_part:
            return Absence(BlankKind.PART_ONLY, article)
        return self.unread(place)

    def unread(self, place: str) -> Absence:
        """The reason where no other holds: how much was read about the place."""
        article = self.about.get(place, "")
        if not article:
            return Absence(BlankKind.NO_ARTICLE)
        full = self.dataset.articles[article].text.read is Reading.FULL
        return Absence(BlankKind.NOT_STATED if full else BlankKind.EXCERPT_ONLY, article)

    def among(self, place: str, indicators: Iterable[Indicator]) -> Absence | None:
        """Why a place has no figure of any of several indicators: the first reason by rank; None where it has one."""
        found = [self.why(place, one) for one in indicators]
        told = [one for one in found if one]
        return min(told, key=lambda one: one.rank) if told and len(told) == len(found) else None

    def refused(self, indicator: Indicator) -> Iterator[tuple[str, Absence]]:
        """The places for which a rule forbids to compute an indicator, each with the reason."""
        for place, absence in self._refused.get(indicator.id, {}).items():
            if (place, indicator.id) not in self._given:
                yield place, absence

    def _in_no_article(self, indicator: Indicator) -> Iterator[str]:
        """The places for which both numbers of a quotient are known, but from two articles."""
        if indicator.formula and (pair := indicator.formula.pair):
            above, below = ({place for place, id in self._given if id == one} for one in pair)
            yield from sorted(place for place in above & below if (place, indicator.id) not in self._given)


_ORDER = (
    BlankKind.WORDS_ONLY, BlankKind.REFUSED, BlankKind.PART_ONLY, BlankKind.OTHER_YEARS, BlankKind.NOT_STATED,
    BlankKind.EXCERPT_ONLY, BlankKind.NO_ARTICLE, BlankKind.NOT_APPLICABLE,
)  # fmt: skip


def _given(dataset: Dataset, computed: Iterable[Derived]) -> Iterator[Given]:
    for entry in dataset.entries:
        figure = entry.figure
        yield Given(entry.locality, figure.indicator, figure.of is not None, figure.out_of is not None)
    for one in computed:
        yield Given(one.locality, one.indicator, one.of is not None, share=True)


def subjects(dataset: Dataset) -> dict[str, str]:
    """The places that articles are about, each with its article: the one read in full where there is one."""
    by_reading = sorted(dataset.articles.items(), key=lambda item: item[1].text.read is Reading.FULL)
    return {article.locality: id for id, article in by_reading}
