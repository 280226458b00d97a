"""Proves one article against its text: its figures, its blanks, and every numeral of the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from dashboard.articles.text.numeral_rules import recognised
from dashboard.articles.text.paragraphs import Span
from dashboard.articles.text.phrases import Fault, Found, locate
from dashboard.articles.text.tokens import Token, tokens
from dashboard.articles.verify import claims, heading, misreadings, non_figures, phrase_edges, ratings, surroundings
from dashboard.articles.verify.coverage import Coverage, cover
from dashboard.articles.verify.text_files import State, Text
from dashboard.checks.counted_nouns import Nouns
from dashboard.language.bilingual import Both
from dashboard.records.dataset import Dataset, Entry
from dashboard.records.problems import Problem
from dashboard.records.yaml_text import Path


@dataclass(frozen=True)
class Disproof:
    """An error that the text shows, with a stable ``kind``; ``figures`` are the ids of those that it disproves."""

    kind: str
    problem: Problem
    figures: tuple[str, ...] = ()


@dataclass(frozen=True)
class Result:
    """The result for one article. ``proven`` are the ids of the figures that the text supports, in their order.

    ``fitting`` are figures that fit a text which is not the one that was read: that proves nothing.
    """

    article: str
    text: Text
    figures: tuple[str, ...]
    proven: tuple[str, ...] = ()
    fitting: tuple[str, ...] = ()
    disproofs: tuple[Disproof, ...] = ()
    coverage: Coverage | None = None

    @property
    def complete(self) -> bool:
        """Whether the very text was read, every figure is proven and no numeral is left over."""
        held = self.text.state is State.HELD and self.coverage is not None
        return held and not self.disproofs and not (self.coverage and self.coverage.left_over)

    @property
    def failed(self) -> bool:
        """Whether anything is disproved, left over, changed or unreadable; a missing text is none of these."""
        return self.text.problem is not None or bool(self.disproofs or (self.coverage and self.coverage.left_over))


def prove(dataset: Dataset, article: str, text: Text) -> Result:
    """Prove one article against the text found for it. Never raises for what text or record say."""
    entries = dataset.by_article.get(article, ())
    figures = tuple(entry.id for entry in entries)
    if text.state not in (State.HELD, State.CHANGED):
        return Result(article, text, figures)
    proof = _Proving(dataset, article, text)
    disproofs = tuple(sorted(proof.disproofs(entries), key=lambda one: one.problem))
    against = {id for one in disproofs for id in one.figures}
    fitting = tuple(id for id in figures if id not in against)
    held = text.state is State.HELD
    return Result(article, text, figures, fitting if held else (), () if held else fitting, disproofs, proof.coverage())


@dataclass
class _Proving:
    dataset: Dataset
    article: str
    text: Text
    nouns: Nouns = field(init=False)
    found: dict[int, list[Token]] = field(init=False)
    ruled: dict[int, dict[Token, str]] = field(init=False)
    in_figures: dict[int, list[Span]] = field(default_factory=dict)
    listed: dict[int, list[tuple[Span, str]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.nouns = Nouns(self.dataset)
        self.found = {one.number: tokens(one) for one in self.text.paragraphs}
        self.ruled = {one.number: recognised(one, self.found[one.number]) for one in self.text.paragraphs}

    def disproofs(self, entries: tuple[Entry, ...]) -> Iterator[Disproof]:
        claimed: list[claims.Claim] = []
        for entry in entries:
            figure = entry.figure
            located = locate(figure.printed, figure.paragraph, self.text.paragraphs)
            if isinstance(located, Fault):
                yield self._disproof(entry, located)
                continue
            claimed += claims.claims(entry, located, self._cover(located), self.ruled[located.paragraph.number])
            for fault in self._in_place(entry, located):
                yield self._disproof(entry, fault)
        for entry, fault in claims.misclaimed(claimed, self.ruled):
            yield self._disproof(entry, fault)
        for entry, other, fault in claims.doubled(self.dataset, claimed):
            yield self._disproof(entry, fault, other)
        yield from self._heading()
        yield from self._blanks()
        yield from self._non_figures(claimed)

    def _in_place(self, entry: Entry, place: Found) -> Iterator[Fault]:
        indicator = self.dataset.indicators[entry.figure.indicator]
        yield from phrase_edges.faults(entry, place)
        yield from surroundings.place(self.dataset, entry, place)
        years = list(surroundings.years(self.dataset, indicator, entry, place, self.text.paragraphs))
        yield from years or misreadings.dated(entry, place)
        yield from surroundings.announced(self.dataset, indicator, entry, place, self.text.paragraphs)
        yield from surroundings.counted(self.nouns, indicator, entry, place)
        yield from surroundings.led(self.dataset, indicator, entry, place)
        yield from ratings.tier(indicator, entry, place)
        yield from ratings.rated(self.dataset, indicator, entry, place)
        yield from misreadings.changed(indicator, entry, place)
        yield from misreadings.turned(indicator, entry, place)
        yield from misreadings.aimed(indicator, entry, place)
        yield from misreadings.labelled(self.dataset, indicator, entry, place)
        yield from misreadings.spanned(indicator, entry, place)
        yield from misreadings.paired(self.dataset, indicator, entry, place)

    def coverage(self) -> Coverage:
        return cover(self.text.paragraphs, self.found, self.ruled, self.in_figures, self.listed)

    def _cover(self, place: Found) -> list[Token]:
        """Count a phrase's place as covered; returns the numerals in it."""
        span = place.start, place.end
        self.in_figures.setdefault(place.paragraph.number, []).append(span)
        return [token for token in self.found[place.paragraph.number] if token.within(span)]

    def _heading(self) -> Iterator[Disproof]:
        file = self.dataset.positions["articles", self.article][0]
        for fault in heading.faults(self.dataset, self.dataset.articles[self.article], self.text.paragraphs):
            yield self._disproof_at(file, (), self.article, fault)

    def _blanks(self) -> Iterator[Disproof]:
        for file, path, article, blank in self.dataset.blanks:
            if article == self.article:
                located = locate(blank.printed, blank.paragraph, self.text.paragraphs)
                if isinstance(located, Fault):
                    yield self._disproof_at(file, path, blank.indicator, located)
                else:
                    self._cover(located)

    def _non_figures(self, claimed: list[claims.Claim]) -> Iterator[Disproof]:
        for index, aside in enumerate(self.dataset.articles[self.article].not_figures):
            file, path = self.dataset.positions["articles", self.article][0], ("not_figures", index)
            numerals = self.found.get(aside.paragraph, [])
            for fault in non_figures.faults(aside, self.text.paragraphs, numerals):
                yield self._disproof_at(file, path, "not_figures", fault)
            spans = non_figures.spans(aside, self.text.paragraphs)
            self.listed.setdefault(aside.paragraph, []).extend((span, aside.reason) for span in spans)
            for claim in claimed:
                here = claim.found.paragraph.number == aside.paragraph
                if here and any(claim.token.within(span) for span in spans):
                    message = f'"{claim.token.text}"' + Both(
                        f" cũng là {claim.field} của {claim.entry.reference}",
                        f" is also the {claim.field} of {claim.entry.reference}",
                    )
                    hint = Both(
                        "một con số hoặc là số liệu, hoặc không: xóa một trong hai, hoặc chép cụm dài hơn",
                        "a numeral is either a figure or none: delete one of them, or lengthen the phrase",
                    )
                    fault = Fault("aside_is_figure", "printed", message, hint)
                    yield self._disproof_at(file, path, "not_figures", fault, claim.entry.id)

    def _disproof(self, entry: Entry, fault: Fault, *others: Entry) -> Disproof:
        problem = self.dataset.figure_problem(entry, fault.field, fault.message, fault.hint)
        return Disproof(fault.kind, problem, (entry.id, *(other.id for other in others)))

    def _disproof_at(self, file: str, path: Path, reference: str, fault: Fault, *figures: str) -> Disproof:
        place = self.dataset.marks(file).value((*path, fault.field))
        return Disproof(fault.kind, Problem(file, *place, f"{reference}: " + fault.message, fault.hint), figures)
