"""Words as they are matched: folded, in small letters, without punctuation, abbreviations written out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import pairwise

from dashboard.language.vietnamese import fold

Words = tuple[str, ...]

_KNOWN = {
    "TCCSĐ": "tổ chức cơ sở đảng", "TCCS": "tổ chức cơ sở", "TCĐ": "tổ chức đảng", "ĐV": "đảng viên", "CB": "cán bộ",
    "CBĐV": "cán bộ đảng viên", "CBCC": "cán bộ công chức", "CBCCVC": "cán bộ công chức viên chức",
    "UBND": "ủy ban nhân dân", "HĐND": "hội đồng nhân dân", "TDP": "tổ dân phố", "KDC": "khu dân cư",
    "HTXSNV": "hoàn thành xuất sắc nhiệm vụ", "HTTNV": "hoàn thành tốt nhiệm vụ", "HTNV": "hoàn thành nhiệm vụ",
    "TSVM": "trong sạch vững mạnh",
}  # fmt: skip
_WORD = re.compile(r"[^\W_]+")
_SAME = (("chi", "đảng", "bộ", "cơ", "sở"), ("tổ", "chức", "cơ", "sở", "đảng"))  # two names of one thing
_COMRADE = re.compile(r"(?<!\w)[đĐ]/[cC](?!\w)")
_DEFINED = re.compile(r"\(([A-ZĐ]{2,8})\)")


class Abbreviations:
    """What the abbreviations of one text stand for: those in common use, and those that the text explains."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self.known: dict[str, Words] = {short: tuple(fold(full).split()) for short, full in _KNOWN.items()}
        for text in texts:
            for match in _DEFINED.finditer(text):
                if words := _with_initials(text[: match.start()], match[1]):
                    self.known.setdefault(match[1], words)

    def words(self, text: str) -> Words:
        """The words of a text, as they are matched."""
        found: list[str] = []
        for word in _WORD.findall(_COMRADE.sub("đồng chí", fold(text))):
            found += self.known.get(word, (word.lower(),))
        words = tuple(found)
        while (at := find(_SAME[0], words)) >= 0:
            words = (*words[:at], *_SAME[1], *words[at + len(_SAME[0]) :])
        return words


def _with_initials(before: str, short: str) -> Words | None:
    """The words directly before, if their initials make the abbreviation: tổ chức cơ sở đảng (TCCSĐ)."""
    words = [word.lower() for word in _WORD.findall(fold(before[-80:]))][-len(short) :]
    initials = "".join(word[0] for word in words)
    return tuple(words) if initials == short.lower() else None


def find(wanted: Words, words: Words) -> int:
    """Where ``wanted`` begins in ``words``; -1 where it does not stand there."""
    size = len(wanted)
    if not size or wanted[0] not in words:
        return -1
    return next((at for at in range(len(words) - size + 1) if words[at : at + size] == wanted), -1)


def pairs(words: Words) -> set[Words]:
    """The neighbouring pairs of words: in Vietnamese these are most of its words. A lone word is its own pair."""
    return set(pairwise(words)) or ({words} if words else set())


@lru_cache(maxsize=64)  # each indicator is weighed against the same few
def _parts(words: Words) -> frozenset[Words]:
    return frozenset(pairs(words) | {(word,) for word in words})


def share(wanted: Mapping[Words, float], words: Words) -> float:
    """How much of the weight of ``wanted`` pairs stands in ``words``, 0 to 1."""
    total = sum(wanted.values())
    there = _parts(words)
    return sum(weight for pair, weight in wanted.items() if pair in there) / total if total else 0.0


def find_any(phrases: Iterable[Words], words: Words) -> bool:
    """Whether one of the phrases stands in the words."""
    return any(find(phrase, words) >= 0 for phrase in phrases)
