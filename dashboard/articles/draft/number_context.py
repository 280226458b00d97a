"""The context of a number: the words that announce it and the words that go with it."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.articles.draft.counted_nouns import Counted
from dashboard.articles.draft.numbers import Number
from dashboard.articles.draft.restated_sentences import Told
from dashboard.articles.draft.series import Part
from dashboard.articles.draft.word_matching import Words
from dashboard.articles.text.paragraphs import Paragraph, Span
from dashboard.records.models.indicator import Kind


@dataclass(frozen=True)
class Context:
    """A number with the words around it; all Words are as matched (``word_matching``).

    ``before``: the clause up to the number, as printed. ``told``: the sentence of the number; for a number of a list
    the sentence restated for it alone (``restated_sentences``).
    ``lead``: the words from the number before (or the beginning of the clause) to this one. ``tail``: the words from
    this one to the lead of the next.
    ``noun``: what is counted, with the words that narrow it; ``core``: without them. ``plain``: whether no word narrows
    the noun. ``led``: whether the noun stands before the number, as in số đảng viên là 48.
    ``clause``, ``sentence``: their words without the other numbers and their nouns. ``previous``: the sentence before.
    ``echo``: the words of the count that a share repeats: 78 đồng chí hoàn thành tốt nhiệm vụ, đạt 78,8%.
    ``topic``: what the numbers before count, if the own noun says too little (đồng chí).
    ``kind``: the kind that the words announce. ``part``: whether it is a part of a number before. ``connected``:
    whether it goes on with what announced the number before. ``broken``: whether a comma or the like stands right
    before it.
    """

    paragraph: Paragraph
    number: Number
    counted: Counted
    sentence_span: Span
    told: Told
    before: str
    lead: Words
    tail: Words
    noun: Words
    core: Words
    plain: bool
    led: bool
    echo: Words
    topic: Words
    clause: Words
    sentence: Words
    previous: Words
    kind: Kind | None
    part: bool
    connected: bool
    broken: bool = False
    series: Part | None = None

    @property
    def percent(self) -> bool:
        """Whether the number is in per cent."""
        return self.number.main.percent
