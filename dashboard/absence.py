"""Why a place has no figure of an indicator: the one answer, which charts, pages and files all give.

None of the reasons is zero (DOMAIN.md). What follows from figures that are there is no absence; else, in this order:
words stand in the place of a number; a rule forbids to compute it; it can't exist at the place's level; only a part of
it is given; and last what was read of the place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from dashboard.dataset import Dataset
from dashboard.derived import Derived, Refusal, outcomes
from dashboard.models import Blank, BlankKind, Indicator, Reading, Text


@dataclass(frozen=True)
class Absence:
    """A number that is not there. ``article``: the one about the place, or whose words they are; "" where none is.

    ``why``: the rule that forbids it, or why it does not apply, where that is told. ``words``: what stands there.
    """

    kind: BlankKind
    article: str = ""
    why: Text | None = None
    words: Blank | None = None

    @property
    def rank(self) -> int:
        """How soon it is told among several reasons."""
        return _ORDER.index(self.kind)

    @property
    def speaks(self) -> bool:
        """Whether it says something of what was read: words, or the rule that forbids what could be computed."""
        return self.kind in (BlankKind.WORDS_ONLY, BlankKind.REFUSED)


class Given(NamedTuple):
    """What a figure says for this question: of which place and indicator, of a part only, and whether with a share
    (computed, or its total stands beside it)."""

    locality: str
    indicator: str
    part: bool
    share: bool


class Absences:
    """The absences of one data set."""

    def __init__(self, dataset: Dataset, given: Iterable[Given], refused: Iterable[Refusal]) -> None:
        """Of a data set, its figures, printed and computed, and what was refused (``derived.outcomes``)."""
        self.dataset = dataset
        self.about = subjects(dataset)
        self._words: dict[tuple[str, str], Absence] = {}
        for id, all_words in dataset.words_only.items():
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
                absence = Absence(BlankKind.REFUSED, self.about.get(place, ""), _ARTICLES)
                self._refused.setdefault(indicator.id, {}).setdefault(place, absence)

    @classmethod
    def of(cls, dataset: Dataset) -> Absences:
        """Those of a data set, from its figures computed for this."""
        computed, refused = outcomes(dataset)
        return cls(dataset, _given(dataset, computed), refused)

    def why(self, place: str, indicator: Indicator) -> Absence | None:
        """Why a place has no figure of an indicator; None where it has one, or what says the same."""
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
        """What was read of a place, as the reason for what nothing else explains."""
        article = self.about.get(place, "")
        if not article:
            return Absence(BlankKind.NO_ARTICLE)
        full = self.dataset.articles[article].text.read is Reading.FULL
        return Absence(BlankKind.NOT_STATED if full else BlankKind.EXCERPT_ONLY, article)

    def among(self, place: str, indicators: Iterable[Indicator]) -> Absence | None:
        """The first reason, in the order above, why a place has nothing of several indicators; None where it has."""
        found = [self.why(place, one) for one in indicators]
        told = [one for one in found if one]
        return min(told, key=lambda one: one.rank) if told and len(told) == len(found) else None

    def refused(self, indicator: Indicator) -> Iterator[tuple[str, Absence]]:
        """The places for which a rule forbids to compute an indicator, each with the first such reason."""
        for place, absence in self._refused.get(indicator.id, {}).items():
            if (place, indicator.id) not in self._given:
                yield place, absence

    def _in_no_article(self, indicator: Indicator) -> Iterator[str]:
        """The places that have both numbers of a quotient, but not in one article."""
        if indicator.formula and (pair := indicator.formula.pair):
            above, below = ({place for place, id in self._given if id == one} for one in pair)
            yield from sorted(place for place in above & below if (place, indicator.id) not in self._given)


_ORDER = (
    BlankKind.WORDS_ONLY, BlankKind.REFUSED, BlankKind.PART_ONLY, BlankKind.OTHER_YEARS, BlankKind.NOT_STATED,
    BlankKind.EXCERPT_ONLY, BlankKind.NO_ARTICLE, BlankKind.NOT_APPLICABLE,
)  # fmt: skip
_ARTICLES = Text(vi="hai số ở hai bài báo khác nhau", en="the two numbers are from different articles")


def _given(dataset: Dataset, computed: Iterable[Derived]) -> Iterator[Given]:
    for entry in dataset.entries:
        figure = entry.figure
        yield Given(entry.locality, figure.indicator, figure.of is not None, figure.out_of is not None)
    for one in computed:
        yield Given(one.locality, one.indicator, one.of is not None, share=True)


def subjects(dataset: Dataset) -> dict[str, str]:
    """The places that articles are about, each with its article: one read in full tells more than an excerpt."""
    by_reading = sorted(dataset.articles.items(), key=lambda item: item[1].text.read is Reading.FULL)
    return {article.locality: id for id, article in by_reading}
