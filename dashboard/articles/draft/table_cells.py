"""A number of a table in its place: judged as "nhãn: 48" would be (``grid``)."""

from __future__ import annotations

from dataclasses import replace

from dashboard.articles.draft.context_reading import contexts
from dashboard.articles.draft.counted_nouns import Counted, Nouns
from dashboard.articles.draft.number_context import Context
from dashboard.articles.draft.numbers import numbers
from dashboard.articles.draft.series import NO_LABEL
from dashboard.articles.draft.text_tables import Cell
from dashboard.articles.draft.word_matching import Abbreviations
from dashboard.articles.text.paragraphs import Paragraph
from dashboard.language.numerals import find


def cell_context(paragraph: Paragraph, cell: Cell, nouns: Nouns, short: Abbreviations) -> Context:
    """The context of a table's number; its indicator and date are open where it has no label."""
    printed = paragraph.text[cell.start : cell.end]
    main = next(iter(find(printed)))
    main = replace(main, start=cell.start, end=cell.end, percent=main.percent or cell.percent)
    number = numbers(paragraph.text, [main])[0]
    told = replace(paragraph, text=f"{cell.label}: {printed}" if cell.label else printed)
    at = len(told.text) - len(printed)
    (context,) = contexts(told, [replace(number, start=at, end=len(told.text))], nouns, short)
    return replace(
        context, paragraph=paragraph, number=number, counted=Counted(cell.end, cell.end, cell.end, True),
        sentence_span=(0, len(paragraph.text)), series=None if cell.label else NO_LABEL,
    )  # fmt: skip
