"""Every numeral of a text accounted for: in a figure, listed in seeds/, recognised by a rule, or left over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.articles.text.paragraphs import Paragraph, Span
from dashboard.articles.text.tokens import Token
from dashboard.language.bilingual import Both


@dataclass(frozen=True)
class Leftover:
    """A numeral that nothing accounts for, with a few words on either side."""

    paragraph: int
    numeral: str
    context: str


@dataclass(frozen=True)
class Coverage:
    """How many numerals a text has and what accounts for them.

    ``listed`` counts those that seeds/ lists, by reason; ``by_rule`` those that a rule takes, by its name.
    """

    numerals: int
    in_figures: int
    listed: Mapping[str, int]
    by_rule: Mapping[str, int]
    left_over: tuple[Leftover, ...]

    @property
    def summary(self) -> Both:
        """In one line, with the names of reasons and rules."""
        listed, by_rule = _itemised(self.listed), _itemised(self.by_rule)
        return Both(
            f"{self.numerals} con số: {self.in_figures} trong số liệu, {listed} liệt kê trong seeds/, "
            f"{by_rule} do quy tắc nhận ra, {len(self.left_over)} còn sót",
            f"{self.numerals} numerals: {self.in_figures} in figures, {listed} listed in seeds/, "
            f"{by_rule} by rule, {len(self.left_over)} left over",
        )


def cover(
    paragraphs: Sequence[Paragraph],
    found: Mapping[int, Sequence[Token]],
    ruled: Mapping[int, Mapping[Token, str]],
    figures: Mapping[int, Sequence[Span]],
    listed: Mapping[int, Sequence[tuple[Span, str]]],
) -> Coverage:
    """Count what accounts for the numerals ``found``. All maps are by the number of the paragraph.

    ``figures`` are the spans of the phrases of figures and blanks; ``listed`` spans come with their reason.
    """
    total = in_figures = 0
    reasons: Counter[str] = Counter()
    rules: Counter[str] = Counter()
    left: list[Leftover] = []
    for paragraph in paragraphs:
        number = paragraph.number
        for token in found[number]:
            total += 1
            if any(token.within(span) for span in figures.get(number, ())):
                in_figures += 1
            elif reason := next((why for span, why in listed.get(number, ()) if token.within(span)), None):
                reasons[reason] += 1
            elif rule := ruled[number].get(token):
                rules[rule] += 1
            else:
                left.append(Leftover(number, token.text, paragraph.context(token.start, token.end)))
    return Coverage(total, in_figures, dict(sorted(reasons.items())), dict(sorted(rules.items())), tuple(left))


def _itemised(counts: Mapping[str, int]) -> str:
    items = ", ".join(f"{name} {count}" for name, count in counts.items())
    return f"{sum(counts.values())}{f' ({items})' if items else ''}"
