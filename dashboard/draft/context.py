"""What stands around each number of a paragraph: the words that announce it and the words that go with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.draft.counted import Counted, Nouns
from dashboard.draft.kinds import announced, connects, part
from dashboard.draft.numbers import Number
from dashboard.draft.sentences import clauses, holding, parentheses, sentences
from dashboard.draft.wording import Abbreviations, Words
from dashboard.models import Kind
from dashboard.verify.paragraphs import Paragraph, Span

_BREAK = re.compile(r"[,:(–]|(?<!\w)trong đó(?!\w)", re.IGNORECASE)


@dataclass(frozen=True)
class Context:
    """A number in its place. ``lead``, ``tail``, ``clause`` … are matched words; ``before`` is text as printed.

    ``lead`` stands between the number before (or the clause's beginning) and this one, ``tail`` from its numeral
    to where the next one's lead begins; ``clause`` from the clause's beginning to the number.
    """

    paragraph: Paragraph
    number: Number
    counted: Counted
    sentence_span: tuple[int, int]
    before: str
    lead: Words
    tail: Words
    noun: Words
    clause: Words
    sentence: Words
    previous: Words
    kind: Kind | None
    part: bool
    connected: bool

    @property
    def percent(self) -> bool:
        """Whether the number is in per cent."""
        return self.number.main.percent


def contexts(paragraph: Paragraph, numbers: Sequence[Number], nouns: Nouns, short: Abbreviations) -> list[Context]:
    """The context of each number of a paragraph, in their order."""
    text = paragraph.text
    found: list[Context] = []
    whole = sentences(text)
    noun_of = [nouns.after(text, number.end) for number in numbers]
    inside = parentheses(text)
    for index, number in enumerate(numbers):
        at = holding(whole, number.start)
        sentence = whole[at]
        parts = clauses(text, sentence)
        clause = parts[holding(parts, number.start)]
        bracket = next((one for one in inside if one[0] <= number.start and number.end <= one[1]), None)
        counted = noun_of[index]
        last = numbers[index - 1] if index and numbers[index - 1].start >= clause[0] else None
        start = _lead_start(text, noun_of[index - 1].end, number.start) if last else clause[0]
        if bracket:
            start = max(start, bracket[0])
        lead = text[start : number.start]
        end = min(clause[1], bracket[1] if bracket else clause[1])
        following = numbers[index + 1] if index + 1 < len(numbers) else None
        if following and following.start < end:
            end = max(counted.stop, _lead_start(text, counted.stop, following.start))
        if not bracket and (opened := text.find("(", counted.stop, end)) >= 0:
            end = opened
        tail = short.words(text[number.end : max(end, counted.stop)])
        words = short.words(lead)
        connected = last is not None and connects(words)
        is_part = part(lead) or (bracket is not None and last is not None and last.end < bracket[0])
        kind = announced(words, short.words(text[sentence[0] : number.start]), tail, number.main.percent)
        if number.before is not None and kind is not Kind.TARGET:
            kind = Kind.SHARE if number.main.percent else Kind.STOCK
        elif found and last and (connected or (is_part and kind in (None, Kind.STOCK))) and not number.main.percent:
            earlier = found[-1].kind
            kind = kind if earlier in (None, Kind.SHARE, Kind.ATTAINMENT) else earlier
            connected = connected or is_part
        others = [(one.start, noun.stop) for one, noun in zip(numbers, noun_of, strict=True) if one is not number]
        found.append(Context(
            paragraph, number, counted, sentence, text[clause[0] : number.start], words, tail,
            short.words(text[counted.start : counted.stop]), short.words(_without(text, clause[0], number.start, others)),
            short.words(_without(text, *sentence, others)), short.words(text[slice(*whole[at - 1])]) if at else (),
            kind, is_part, connected,
        ))  # fmt: skip
    return found


def _without(text: str, start: int, end: int, others: list[Span]) -> str:
    """``text[start:end]`` without the other numbers and their nouns, which announce nothing else."""
    kept, at = [], start
    for a, b in others:
        if at <= a < end:
            kept.append(text[at:a])
            at = min(b, end)
    return " / ".join([*kept, text[at:end]])


def _lead_start(text: str, noun_end: int, start: int) -> int:
    """Where the lead of a number begins behind the noun of the one before: at the last break, else at the noun."""
    breaks = [match.start() for match in _BREAK.finditer(text, noun_end, start)]
    return breaks[-1] if breaks else noun_end
