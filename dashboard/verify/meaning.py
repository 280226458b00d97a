"""What the text says around a phrase that the phrase alone does not: a hedge before it, a numeral cut off.

``checks.printed`` has proved value, total and the value before against the phrase; here the phrase is read in its
place, so that nothing that was left out changes what it says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from dashboard.dataset import Entry
from dashboard.numerals import Numeral, find
from dashboard.verify.paragraphs import Paragraph
from dashboard.verify.phrases import Fault, Found

_RANGE = re.compile(r"\s?[-–—]\s?")


def faults(entry: Entry, found: Found) -> Iterator[Fault]:
    """Where the figure says something else than its phrase does in its place. Never raises."""
    inside = [one for one in found.paragraph.numerals if one.start < found.end and one.end > found.start]
    cut = [one for one in inside if one.start < found.start or one.end > found.end]
    yield from (_cut(one, found) for one in cut)
    yield from _ranges(inside, found)
    if entry.figure.hedge_noted:
        yield Fault("hedge", "hedge_noted", "the hedge is only the reader's note, which no text proves",
                    "copy its word into printed and delete hedge_noted, or delete the hedge")  # fmt: skip
    if not cut:
        yield from _read_alone(entry, inside, found)


def _cut(one: Numeral, found: Found) -> Fault:
    left = found.paragraph.text[max(one.start, found.start) : min(one.end, found.end)]
    return Fault("cut", "printed", f'printed takes only "{left}" of "{one.text}"', f'copy all of "{one.text}"')


def _ranges(inside: list[Numeral], found: Found) -> Iterator[Fault]:
    """A phrase that begins or ends inside 3-5."""
    all_of_them, text = found.paragraph.numerals, found.paragraph.text
    for one, other in pairwise(all_of_them):
        half = (one in inside) != (other in inside)
        if half and _RANGE.fullmatch(text, one.end, other.start) and not (_year(one) and _year(other)):
            whole = text[one.start : other.end]
            yield Fault("cut", "printed", f'printed takes one end of the range "{whole}"',
                        f'copy all of "{whole}" and say in a note which end value is')  # fmt: skip


def _year(one: Numeral) -> bool:
    return one.text.isdigit() and 1900 <= one.value <= 2100


def _read_alone(entry: Entry, inside: list[Numeral], found: Found) -> Iterator[Fault]:
    """The numerals of the phrase, read alone and read in their place."""
    alone = find(found.paragraph.text[found.start : found.end])
    here = [(one.start - found.start, one.value, one.out_of, one.percent) for one in inside]
    if here != [(one.start, one.value, one.out_of, one.percent) for one in alone]:
        said = ", ".join(one.text for one in inside) or "no number"
        yield Fault("context", "printed", f"with the words around it the text says {said} here, the phrase alone "
                    f"{', '.join(one.text for one in alone) or 'no number'}",
                    "lengthen the phrase until it reads the same alone")  # fmt: skip
        return
    for one, single in zip(inside, alone, strict=True):
        if one.hedge is not single.hedge:
            yield from _hedge(entry, one, single, found.paragraph)


def _hedge(entry: Entry, one: Numeral, single: Numeral, paragraph: Paragraph) -> Iterator[Fault]:
    figure = entry.figure
    value = figure.value in (one.value, one.otherwise)
    if not value and figure.note is not None:
        return  # a hedge of the total or of the value before is told in a note, as checks.printed asks
    if one.hedge is None:
        yield Fault("hedge", "hedge" if figure.hedge else "printed",
                    f'"{single.hedge_text}" is no hedge here: {paragraph.context(one.start, one.end)}',
                    "delete hedge, and lengthen the phrase until it reads the same alone")  # fmt: skip
    elif figure.hedge is not one.hedge or not value:
        change = "say it in a note" if not value else f"write hedge: {one.hedge}"
        yield Fault("hedge", "hedge" if figure.hedge else "printed",
                    f'"{one.hedge_text}" stands at "{one.text}" in the text, outside printed',
                    f'{change}, and copy "{one.hedge_text}" into printed')  # fmt: skip
