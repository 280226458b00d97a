"""Whether a phrase means in its text what it means alone: no hedge left out before it, no numeral cut off.

``checks.double_entry`` compares the figure with the phrase; here the phrase is read with the text around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from dashboard.articles.text.paragraphs import Paragraph
from dashboard.articles.text.phrases import Fault, Found
from dashboard.language.bilingual import Both
from dashboard.language.doubts import WHY, Doubt
from dashboard.language.numeral import Numeral
from dashboard.language.numerals import find
from dashboard.language.zeros import find_zeros
from dashboard.records.dataset import Entry

_RANGE = re.compile(r"\s?[-–—]\s?")


def faults(entry: Entry, found: Found) -> Iterator[Fault]:
    """Where the figure says something else than its phrase does in its place. Never raises."""
    inside = [one for one in found.paragraph.numerals if one.start < found.end and one.end > found.start]
    cut = [one for one in inside if one.start < found.start or one.end > found.end]
    if entry.figure.note is not None:  # it says why khóa 12 397, or an item's 1. 397, is two numbers
        cut = [one for one in cut if one.doubt is not Doubt.SPACE or (one.start > 0 and one.otherwise is None)]
    if entry.figure.hedge_noted:
        yield Fault(
            "hedge", "hedge_noted",
            Both("chữ gần đúng chỉ do người đọc ghi, văn bản không chứng minh được",
                 "the hedge is only the reader's note, which no text proves"),
            Both("chép chữ ấy vào printed rồi xóa hedge_noted, hoặc xóa hedge",
                 "copy its word into printed and delete hedge_noted, or delete the hedge"),
        )  # fmt: skip
    told = [_cut(one, found) for one in cut] + list(_ranges(inside, found))
    if not cut:
        told += _read_alone(entry, inside, found)
    yield from told or _doubts(entry, inside)
    if entry.figure.value == 0 and not any(one.value == 0 for one in inside):
        yield from _zero(entry, found)


def _doubts(entry: Entry, inside: list[Numeral]) -> Iterator[Fault]:
    """Nothing is proven by a numeral that might be meant otherwise, unless a note says how it is read."""
    figure = entry.figure
    if figure.note is not None:
        return
    for one in inside:
        if one.doubt and any(
            one.says(number) or (number and number == one.out_of)
            for number in (figure.value, figure.out_of, figure.before)
        ):
            yield Fault(
                "doubt",
                "printed",
                f'"{one.text}": ' + Both(*WHY[one.doubt]),
                Both("soát lại, rồi ghi trong note cách đọc số này", "check it, and say in a note how it is read"),
            )


def _zero(entry: Entry, found: Found) -> Iterator[Fault]:
    """A zero in words is one in its place too: not in 5 thôn không có chi bộ, nor in an aim."""
    zeros = [one for one in find_zeros(found.paragraph.text) if one.start < found.end and one.end > found.start]
    if entry.figure.note is None and not any(one.sure for one in zeros):
        message = Both("ở đây câu chữ có thể không nói là không có", "in its place this may not say that there is none")
        hint = Both(
            "xóa số liệu này, hoặc ghi trong note vì sao là 0", "delete the figure, or say in a note why it is 0"
        )
        yield Fault("zero", "printed", f'"{entry.figure.printed}": ' + message, hint)


def _cut(one: Numeral, found: Found) -> Fault:
    left = found.paragraph.text[max(one.start, found.start) : min(one.end, found.end)]
    message = Both(f'printed chỉ lấy "{left}" của "{one.text}"', f'printed takes only "{left}" of "{one.text}"')
    return Fault("cut", "printed", message, Both("chép trọn ", "copy all of ") + f'"{one.text}"')


def _ranges(inside: list[Numeral], found: Found) -> Iterator[Fault]:
    """A phrase that begins or ends inside 3-5."""
    all_of_them, text = found.paragraph.numerals, found.paragraph.text
    for one, other in pairwise(all_of_them):
        half = (one in inside) != (other in inside)
        if half and _RANGE.fullmatch(text, one.end, other.start) and not (_year(one) and _year(other)):
            whole = text[one.start : other.end]
            message = Both("printed chỉ lấy một đầu của khoảng ", "printed takes one end of the range ") + f'"{whole}"'
            hint = Both(
                f'chép trọn "{whole}" và nói trong note value là đầu nào',
                f'copy all of "{whole}" and say in a note which end value is',
            )
            yield Fault("cut", "printed", message, hint)


_LENGTHEN = Both(
    "chép dài thêm cho đến khi đọc riêng cũng như vậy", "lengthen the phrase until it reads the same alone"
)


def _listed(texts: Iterable[str]) -> Both:
    listed = ", ".join(texts)
    return Both.same(listed) if listed else Both("không có số nào", "no number")


def _year(one: Numeral) -> bool:
    return one.text.isdigit() and 1900 <= one.value <= 2100


def _read_alone(entry: Entry, inside: list[Numeral], found: Found) -> Iterator[Fault]:
    """The numerals of the phrase, read alone and read in their place."""
    alone = find(found.paragraph.text[found.start : found.end])
    here = [(one.start - found.start, one.value, one.out_of, one.percent) for one in inside]
    if here != [(one.start, one.value, one.out_of, one.percent) for one in alone]:
        both, single = (_listed(one.text for one in numerals) for numerals in (inside, alone))
        message = (
            Both("đọc cùng các chữ bên cạnh, ở đây là ", "with the words around it the text says ")
            + both
            + Both(", riêng cụm từ là ", " here, the phrase alone ")
            + single
        )
        yield Fault("context", "printed", message, _LENGTHEN)
        return
    for one, bare in zip(inside, alone, strict=True):
        if one.hedge is not bare.hedge:
            yield from _hedge(entry, one, bare, found.paragraph)


def _hedge(entry: Entry, one: Numeral, single: Numeral, paragraph: Paragraph) -> Iterator[Fault]:
    figure = entry.figure
    value = one.says(figure.value)
    if not value and figure.note is not None:
        return  # a hedge of the total or of the value before is told in a note, as checks.double_entry asks
    if one.hedge is None:
        yield Fault(
            "hedge",
            "hedge" if figure.hedge else "printed",
            f'"{single.hedge_text}"'
            + Both(" ở đây không phải chữ chỉ mức gần đúng: ", " is no hedge here: ")
            + paragraph.context(one.start, one.end),
            Both("xóa hedge, và ", "delete hedge, and ") + _LENGTHEN,
        )
    elif figure.hedge is not one.hedge or not value:
        change = (
            Both("viết ", "write ") + f"hedge: {one.hedge}" if value else Both("nói trong note", "say it in a note")
        )
        yield Fault(
            "hedge",
            "hedge" if figure.hedge else "printed",
            f'"{one.hedge_text}"'
            + Both(
                f' đứng cạnh "{one.text}" trong bài, ngoài printed',
                f' stands at "{one.text}" in the text, outside printed',
            ),
            change + Both(f', và chép "{one.hedge_text}" vào printed', f', and copy "{one.hedge_text}" into printed'),
        )
