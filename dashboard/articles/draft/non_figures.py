"""The numerals of a paragraph that are no figures, as ``seeds/`` lists them: neighbours in one phrase."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.articles.draft.other_numerals import Reasoned, uncounted
from dashboard.articles.text.numeral_rules import RULES, recognised
from dashboard.articles.text.paragraphs import Paragraph, Span
from dashboard.articles.text.phrases import stands
from dashboard.articles.text.tokens import Token, tokens
from dashboard.language.vietnamese import digits, syllables
from dashboard.records.models.article import NonFigureReason

LONGEST = 13
_REASONS = {
    "dates": NonFigureReason.DATE, "parts_of_year": NonFigureReason.DATE, "terms": NonFigureReason.TERM,
    "documents": NonFigureReason.DOCUMENT,
    "congresses": NonFigureReason.CONGRESS, "clock_times": NonFigureReason.PAGE, "page_counters": NonFigureReason.PAGE,
    "contacts": NonFigureReason.PAGE, "numbering": NonFigureReason.CONTENT, "numbered_places": NonFigureReason.NAMED,
    "names": NonFigureReason.NAMED, "footnotes": NonFigureReason.CONTENT,
}  # fmt: skip
"""The reason for each rule of ``verify``; a rule that is not here leaves the reason to be decided."""
_STRONGEST = (NonFigureReason.DOCUMENT, NonFigureReason.CONGRESS, NonFigureReason.DATE, NonFigureReason.TERM)
_BEFORE = re.compile(r"(?:nhiệm kỳ|giai đoạn|năm học|năm|ngày|tháng|khóa|khoá|số) $", re.IGNORECASE)
_BETWEEN = syllables("ngày thứ hai ba tư năm sáu bảy chủ nhật gmt gmt+ lúc tháng")
"""What may stand between two numerals of one date or document."""


@dataclass(frozen=True)
class SetAside:
    """Words with numerals that are no figures; ``reason`` is None where a curator must decide it."""

    paragraph: int
    start: int
    printed: str
    reason: NonFigureReason | None
    times: int = 1
    explain: str | None = None


class Sifted:
    """A paragraph's numerals: those set aside, and ``left`` those that may be figures.

    ``years`` are the spans that a table has as years.
    """

    def __init__(self, paragraph: Paragraph, years: Sequence[Span] = ()) -> None:
        self.paragraph = paragraph
        self.left: list[Token] = []
        found = tokens(paragraph)
        ruled = recognised(paragraph, found)
        self._reasoned = self._by_rules(ruled) if ruled else []
        for token in found:
            if any(a < token.end and token.start < b for a, b in years):
                self._reasoned.append(Reasoned((token.start, token.end), NonFigureReason.DATE))
            elif token not in ruled:
                if reasoned := uncounted(paragraph.text, token):
                    self._reasoned.append(reasoned)
                else:
                    self.left.append(token)

    def add(self, span: Span, reason: NonFigureReason) -> None:
        """Set one more aside."""
        self._reasoned.append(Reasoned(span, reason))

    def asides(self, figures: Sequence[Span]) -> list[SetAside]:
        """The numerals set aside; those inside the phrases of ``figures`` are left out."""
        merged: list[Reasoned] = []
        for one in sorted(self._reasoned, key=lambda one: one.span):
            if any(start <= one.span[0] and one.span[1] <= end for start, end in figures):
                continue
            if merged and (span := self._joined(merged[-1].span, one.span)):
                last = merged[-1]
                reason = next((each for each in _STRONGEST if each in (last.reason, one.reason)), last.reason)
                merged[-1] = Reasoned(span, reason, last.explain or one.explain)
            else:
                merged.append(one)
        told = [self._told(one) for one in merged]
        times = Counter(one.printed for one in told)
        first = {one.printed: one for one in reversed(told)}
        return [self._counted(first[printed], many) for printed, many in times.items()]

    def _by_rules(self, ruled: dict[Token, str]) -> list[Reasoned]:
        by_rule: dict[str, list[Token]] = {}
        for token, name in ruled.items():
            by_rule.setdefault(name, []).append(token)
        return [
            Reasoned(span, _REASONS.get(rule.__name__))
            for rule in RULES
            if rule.__name__ in by_rule
            for span in rule(digits(self.paragraph.text))
            if any(token.within(span) for token in by_rule[rule.__name__])
        ]

    def _joined(self, one: Span, other: Span) -> Span | None:
        """Both as one phrase, where next to nothing stands between them."""
        span, gap = (one[0], max(one[1], other[1])), self.paragraph.text[one[1] : other[0]]
        words = gap.split()
        near = other[0] <= one[1] or (
            len(words) <= 3 and not gap.lstrip().startswith((".", ";"))
            and all(not word.strip(",()[]/-–") or word.strip(",()[]/-–").lower() in _BETWEEN for word in words)
        )  # fmt: skip
        return span if near and len(self.paragraph.text[slice(*span)].split()) <= LONGEST else None

    def _told(self, one: Reasoned) -> SetAside:
        text = self.paragraph.text
        start, end = one.span
        while start and text[start - 1].isalnum():
            start -= 1
        while end < len(text) and text[end].isalnum():
            end += 1
        if lead := _BEFORE.search(text[max(0, start - 12) : start]):
            start -= len(lead[0])
        for opening, closing in ("()", "[]"):
            unclosed = text.count(opening, start, end) > text.count(closing, start, end)
            end += unclosed and text[end : end + 1] == closing
        return SetAside(self.paragraph.number, start, text[start:end].strip(" ,;"), one.reason, 1, one.explain)

    def _counted(self, one: SetAside, many: int) -> SetAside:
        """With the words before it where it stands elsewhere in the paragraph too, else with how often it stands."""
        standing = len(stands(one.printed, self.paragraph))
        start, text = one.start, self.paragraph.text
        while standing > many and start > 0 and len(text[start : one.start].split()) < 4:
            start = text.rfind(" ", 0, start - 1) + 1
            longer = text[start : one.start] + one.printed
            if len(stands(longer, self.paragraph)) == many:
                return replace(one, start=start, printed=longer, times=many)
        return replace(one, times=max(standing, 1))
