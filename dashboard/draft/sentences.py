"""Where the sentences and clauses of a paragraph begin and end."""

from __future__ import annotations

import re
from bisect import bisect_right

from dashboard.vietnamese import syllables
from dashboard.verify.paragraphs import Span

_STOP = re.compile(r"[.!?…]+[\"”’')\]]*\s+(?=[\"“‘'(\[]?(?:[^\W\d_]|[0-9]))")
_SHORTENED = syllables("TP TX TT P Q H X GS PGS TS ThS CN KS BS T.Ư Th.S Tp Tx Đ/c")
_SEMICOLON = re.compile(";")


def sentences(text: str) -> list[Span]:
    """The sentences of a text, which together are all of it. A stop in "TP. Bến Tre" or "P. Thảo" ends none."""
    ends = []
    for match in _STOP.finditer(text):
        word = text[: match.start()].split(" ")[-1].strip("(“\"")
        following = text[match.end()]
        if match[0].strip() == "." and (word in _SHORTENED or (len(word) == 1 and word.isupper())):
            continue
        if following.islower() and not match[0].startswith(("!", "?")):
            continue
        ends.append(match.end())
    return _between(ends, len(text))


def clauses(text: str, sentence: Span) -> list[Span]:
    """The parts of a sentence between semicolons."""
    start, end = sentence
    return [(start + a, start + b) for a, b in _between([one.end() for one in _SEMICOLON.finditer(text[start:end])], end - start)]


def holding(spans: list[Span], place: int) -> int:
    """The index of the span that holds a place."""
    return max(0, bisect_right(spans, place, key=lambda span: span[0]) - 1)


def parentheses(text: str) -> list[Span]:
    """What stands in round brackets, without them; what is never closed is none."""
    found, opened = [], []
    for at, char in enumerate(text):
        if char == "(":
            opened.append(at + 1)
        elif char == ")" and opened:
            found.append((opened.pop(), at))
    return sorted(found)


def _between(ends: list[int], length: int) -> list[Span]:
    bounds = [0, *(end for end in ends if 0 < end < length), length]
    return list(zip(bounds, bounds[1:], strict=False))
