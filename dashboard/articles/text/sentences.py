"""Where the sentences and clauses of a paragraph begin and end."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from dashboard.articles.text.paragraphs import Span
from dashboard.language.vietnamese import syllables

_STOP = re.compile(r"[.!?…]+[\"”’')\]]*\s+(?=[\"“‘'(\[]?(?:[^\W\d_]|[0-9]))")
_SHORTENED = syllables("TP TX TT P Q H X GS PGS TS ThS CN KS BS T.Ư Th.S Tp Tx Đ/c")
_GROUPED = re.compile(r"(?<![\w.,])[1-9][0-9]{0,2}$")
_GROUP = re.compile(r"[0-9]{3}(?![\w.,]*[0-9])")
_SEMICOLON = re.compile(";")


@lru_cache(maxsize=4)  # several readers ask about one paragraph
def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a text, which together are all of it. A stop in "TP. Bến Tre" or "P. Thảo" ends none."""
    return _between((match.end() for match in _STOP.finditer(text) if _ends(text, match)), 0, len(text))


def clauses(text: str, sentence: Span) -> tuple[Span, ...]:
    """The parts of a sentence between semicolons."""
    return _between((match.end() for match in _SEMICOLON.finditer(text, *sentence)), *sentence)


def holding(spans: Sequence[Span], place: int) -> int:
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


def _ends(text: str, match: re.Match[str]) -> bool:
    if _GROUPED.search(text[max(0, match.start() - 4) : match.start()]) and _GROUP.match(text, match.end()):
        return False  # 4. 812 đồng chí
    word = text[text.rfind(" ", 0, match.start()) + 1 : match.start()].strip('(“"')
    shortened = word in _SHORTENED or (len(word) == 1 and word.isupper())
    if shortened and match[0].strip() == ".":
        return False
    return not text[match.end()].islower() or match[0][0] in "!?"


def _between(ends: Iterable[int], start: int, stop: int) -> tuple[Span, ...]:
    return tuple(pairwise([start, *(end for end in ends if start < end < stop), stop]))
