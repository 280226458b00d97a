"""Which rule recognises a numeral that is no statistic. Every rule is named in the report, with what it took."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dashboard.doubts import Doubt
from dashboard.verify import calendar_rules, document_rules, page_rules
from dashboard.verify.paragraphs import Paragraph, Span
from dashboard.verify.tokens import Token
from dashboard.vietnamese import digits

Rule = Callable[[str], Iterator[Span]]

RULES: tuple[Rule, ...] = (*calendar_rules.RULES, *document_rules.RULES, *page_rules.RULES)
"""In this order: where two recognise a numeral, the first has it."""

NEVER_A_FIGURE = frozenset(["dates", "clock_times", "terms", "documents", "congresses"])
"""The rules so sure that a figure whose value they recognise is told."""


def explained(rule: str) -> str:
    """What a rule recognises: the first line of its docstring."""
    found = next(one for one in RULES if one.__name__ == rule)
    return (found.__doc__ or "").strip().splitlines()[0]


def recognised(paragraph: Paragraph, found: list[Token]) -> dict[Token, str]:
    """The numerals of a paragraph that a rule takes, with that rule's name. A rule takes a numeral whole or not."""
    taken: dict[Token, str] = {}
    if not found:
        return taken
    text = digits(paragraph.text)
    for rule in RULES:
        spans = list(rule(text))
        for token in found:
            if rule is page_rules.names and _misprinted(token):
                continue
            if token not in taken and any(token.within(span) for span in spans):
                taken[token] = rule.__name__
    return taken


def _misprinted(token: Token) -> bool:
    """Whether it is a number with a letter for a digit (l2 đảng bộ), which looks like a name (A4)."""
    return token.numeral is not None and token.numeral.doubt is Doubt.LETTER
