"""Suggestions for an unknown word: the known word that it probably is, or that it is new."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from dashboard.language.bilingual import Both


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like ``word``; None if none is like it."""
    return next(iter(get_close_matches(word[:_LONGEST], list(known), 1, 0.6)), None)


_LONGEST = 100  # characters that are compared; every known word is shorter


def is_typo(word: str, other: str) -> bool:
    """Whether one word is probably the other mistyped: one edit apart, or two in long words.

    An edit adds, drops, changes or swaps a letter. Words that differ in a digit name another year or number.
    """
    if [char for char in word if char.isdigit()] != [char for char in other if char.isdigit()]:
        return False
    most = 1 if min(len(word), len(other)) < 8 else 2
    return word != other and abs(len(word) - len(other)) <= most and _distance(word, other, most) <= most


def did_you_mean(word: str) -> Both:
    """The question whether a word is meant."""
    return Both(f"có phải là {word}?", f"did you mean {word}?")


def of_list(word: str, known: Iterable[str]) -> Both:
    """The hint for a word that is not in a closed list: the nearest known word, then all known words."""
    known = list(known)
    near = nearest(word, known)
    asked = did_you_mean(near) + " " if near else Both.same("")
    return asked + Both("các từ dùng được: ", "known: ") + ", ".join(known)


def of_table(word: str, known: Iterable[str], home: str) -> Both:
    """The hint for an id that is not in a table: correct it, or add it to the table; the likelier comes first."""
    near = nearest(word, known)
    add = Both(f"thêm id: {word} vào {home}", f"add it: id: {word} in {home}")
    if near is None:
        return add + Both(", hoặc sửa lại ở đây", ", or correct it here")
    if is_typo(word, near):
        return did_you_mean(near) + Both(f" Nếu là mã mới: {add.vi}", f" If it is new, {add.en}")
    return add + Both(f"; hay ý là {near}?", f"; or did you mean {near}?")


def _distance(one: str, other: str, most: int) -> int:
    """The edit distance with swaps of neighbours (optimal string alignment); above ``most`` any number above it."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, b in enumerate(other, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, last[j - 2] + 1)
            row.append(best)
        if min(*row, *before) > most:  # what comes after is never less
            return most + 1
    return row[-1]
