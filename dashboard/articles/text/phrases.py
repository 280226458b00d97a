"""Finds a printed phrase in a text: it must stand once, in the paragraph that the record names.

Both are compared folded (NFC, white space, place of the tone: hóa and hoá), by whole words and whole numbers: "4 đảng
bộ" is not found inside "24 đảng bộ", nor "1%" inside "51%" or "1,1%".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.articles.text.nearest_phrase import nearest
from dashboard.articles.text.paragraphs import Paragraph, Span, spaced
from dashboard.language.bilingual import Both, all_of
from dashboard.language.vietnamese import fold

_NUMBER_BEFORE = re.compile("[0-9][.,]$")
_NUMBER_AFTER = re.compile("[.,][0-9]")


@dataclass(frozen=True)
class Found:
    """The phrase stands once: ``paragraph.text[start:end]``."""

    paragraph: Paragraph
    start: int
    end: int


@dataclass(frozen=True)
class Fault:
    """An error in a record that its text shows, at a field. ``kind`` is a stable name for JSON."""

    kind: str
    field: str
    message: Both
    hint: Both


def stands(phrase: str, paragraph: Paragraph) -> list[Span]:
    """All places of a phrase in a paragraph, as whole words and numbers. Never raises."""
    return [span for span in _anywhere(phrase, paragraph) if _whole(paragraph.folded, *span)]


def locate(phrase: str, number: int | None, paragraphs: Sequence[Paragraph]) -> Found | Fault:
    """The place of a phrase in the paragraph ``number`` (None: anywhere), or the fault. Never raises."""
    named = [one for one in paragraphs if number in (None, one.number)]
    found = [Found(one, *span) for one in named for span in stands(phrase, one)]
    if len(found) == 1:
        return found[0]
    quoted = f'"{spaced(phrase)}"'
    if found:
        message = quoted + Both(f" có {len(found)} lần ", f" stands {len(found)} times ") + _within(number)
        hint = Both(
            "chép dài thêm các chữ bên cạnh cho đến khi chỉ có một lần",
            "lengthen it by the words around it until it stands once",
        )
        return Fault("repeated", "printed", message, hint)
    return _missing(phrase, quoted, number, paragraphs)


def _within(number: int | None) -> Both:
    return Both(f"trong đoạn {number}", f"in paragraph {number}") if number else Both("trong bài", "in the text")


def _missing(phrase: str, quoted: str, number: int | None, paragraphs: Sequence[Paragraph]) -> Fault:
    not_here = Both("không phải ", "not ") + _within(number)
    if number and number > len(paragraphs):
        count = len(paragraphs)
        not_here = Both(f"cả bài chỉ có {count} đoạn", f"the text has only {count} paragraphs")
    elsewhere = [one.number for one in paragraphs if stands(phrase, one)]
    if elsewhere:
        message = (
            quoted
            + Both(" ở đoạn ", " stands in paragraph ")
            + all_of([str(one) for one in elsewhere])
            + ", "
            + not_here
        )
        hint = Both("chọn đúng đoạn", "take the paragraph that is meant")
        if len(elsewhere) == 1:
            hint = Both("viết ", "write ") + f"paragraph: {elsewhere[0]}"
        return Fault("elsewhere", "paragraph", message, hint)
    for paragraph in sorted(paragraphs, key=lambda one: one.number != number):
        if inside := _anywhere(phrase, paragraph):
            longer = _widened(paragraph.text, *inside[0])
            message = quoted + Both(
                f' chỉ có bên trong "{longer}", ở đoạn {paragraph.number}',
                f' stands only inside "{longer}", in paragraph {paragraph.number}',
            )
            return Fault("inside", "printed", message, Both("chép trọn từ, trọn số", "copy whole words and numbers"))
    near = nearest(phrase, number, paragraphs)
    if near is None:
        hint = Both("chép lại từ đúng bài mà hồ sơ nêu", "copy it anew from the text that the record names")
        message = quoted + Both(
            " không có trong bài, cũng không có gì gần giống", " stands nowhere in the text, nor anything like it"
        )
        return Fault("nowhere", "printed", message, hint)
    message = quoted + Both(
        f' không có trong bài; gần nhất, ở đoạn {near.paragraph}: "{near.text}"',
        f' stands nowhere; nearest, in paragraph {near.paragraph}: "{near.text}"',
    )
    again = Both("; chép lại, rồi sửa điều đã ghi theo đó", "; copy it anew, then correct what it says")
    return Fault("nearest", "printed", message, near.difference + again)


def _anywhere(phrase: str, paragraph: Paragraph) -> list[Span]:
    wanted, text = fold(spaced(phrase)), paragraph.folded
    found: list[Span] = []
    at = text.find(wanted) if wanted else -1
    while at >= 0:
        found.append((at, at + len(wanted)))
        at = text.find(wanted, at + 1)
    return found


def _whole(text: str, start: int, end: int) -> bool:
    before, after = text[:start][-2:], text[end : end + 2]
    if _word(text[start]) and before and _word(before[-1]):
        return False
    if after and (unicodedata.combining(after[0]) or (_word(text[end - 1]) and _word(after[0]))):
        return False
    if text[start].isdigit() and _NUMBER_BEFORE.search(before):
        return False
    return not (text[end - 1].isdigit() and _NUMBER_AFTER.match(after))


def _word(char: str) -> bool:
    """Whether a character is part of a word; a raised digit is not, it marks a footnote."""
    if unicodedata.category(char) == "No":
        return False
    return char.isalnum() or char == "_" or bool(unicodedata.combining(char))


def _widened(text: str, start: int, end: int) -> str:
    """A place widened to whole words."""
    left = text.rfind(" ", 0, start) + 1
    right = text.find(" ", end)
    return text[left : right if right >= 0 else len(text)].strip("“”\"'(),;:.")
