"""What a word that is not known was probably meant to be: a slip of the finger, or something new."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from dashboard.language.bilingual import Both


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that is most like one; None where none is."""
    return next(iter(get_close_matches(word[:_LONGEST], list(known), 1, 0.6)), None)


_LONGEST = 100  # characters that are compared: no word that is known has as many


def slip(word: str, other: str) -> bool:
    """Whether one is most likely the other mistyped: one letter more, less, other or swapped, two in long words.

    What differs in a digit is another year or number, no slip.
    """
    if [char for char in word if char.isdigit()] != [char for char in other if char.isdigit()]:
        return False
    most = 1 if min(len(word), len(other)) < 8 else 2
    return word != other and abs(len(word) - len(other)) <= most and _distance(word, other, most) <= most


def of_list(word: str, known: Iterable[str]) -> Both:
    """Advice on a word that is none of a closed list: the one that is near, and all that there are."""
    known = list(known)
    near = nearest(word, known)
    asked = Both(f"có phải là {near}? ", f"did you mean {near}? ") if near else Both.same("")
    return asked + Both("các từ dùng được: ", "known: ") + ", ".join(known)


def of_table(word: str, known: Iterable[str], home: str) -> Both:
    """Advice on an id that is not in a table that can be added to: what is more likely comes first."""
    near = nearest(word, known)
    add = Both(f"thêm id: {word} vào {home}", f"add it: id: {word} in {home}")
    if near is None:
        return add + Both(", hoặc sửa lại ở đây", ", or correct it here")
    if slip(word, near):
        asked = Both(f"có phải là {near}? ", f"did you mean {near}? ")
        return asked + Both(f"Nếu là mã mới: {add.vi}", f"If it is new, {add.en}")
    return add + Both(f"; hay ý là {near}?", f"; or did you mean {near}?")


def _distance(one: str, other: str, most: int) -> int:
    """How many letters have to be put in, left out, changed or swapped with the next; any number above ``most``."""
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
