"""The lists of a clause that numbers may be told in the order of: years, places, rating labels, what is counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.articles.draft.counted_nouns import Nouns
from dashboard.articles.draft.kinds import happens
from dashboard.articles.draft.rating_labels import Labels
from dashboard.articles.draft.time_expressions import time_expressions
from dashboard.articles.draft.word_matching import Abbreviations, Words
from dashboard.articles.text.capitals import NAME
from dashboard.articles.text.paragraphs import Span
from dashboard.articles.text.place_types import TYPES

_Y = r"(?:19|20)[0-9]{2}(?![0-9])"
_AND = r"(?:, và |, | và | cùng )"
_YEARS = re.compile(rf"(?<!\w)năm:? {_Y}(?:{_AND}(?:năm )?{_Y})+", re.IGNORECASE)
_SPAN_OF_YEARS = re.compile(
    rf"(?<!\w)(?:giai đoạn|năm) ?\(?({_Y})(?:\s?[-–]\s?| đến (?:năm )?)({_Y})\)?", re.IGNORECASE
)
_TYPED = rf"(?i:{TYPES}|thôn|ấp|bản|xóm|khóm|khu phố|tổ dân phố|đảng bộ|chi bộ|đảng bộ xã|chi bộ thôn)"
_PLACES = re.compile(rf"(?:(?i:các|những|hai|ba|bốn|năm) )?(?P<first>{_TYPED} )?{NAME}(?:{_AND}(?:{_TYPED} )?{NAME})+")
_PLACE = re.compile(rf"(?P<type>{_TYPED} )?(?P<name>{NAME})$")
_SPLIT = re.compile(r",? và |, | cùng với | cùng ")
_HEADED = re.compile(r"(?<!\w)(?:tổng số|số lượng|số|tỷ lệ|tỉ lệ)(?= )", re.IGNORECASE)
_LINKS = re.compile(
    r"(?:,? ?(?:là|đạt|có|chiếm|với|bằng|được|giảm|tăng|còn|lần lượt|tương ứng|theo thứ tự)(?!\w))+ ?$", re.IGNORECASE
)
_KEPT = "‚"  # stands for a comma inside a noun or label while a list is split
_MOST_YEARS = 12
COMMON_LISTS = (
    "trong sạch, vững mạnh", "đảng, đoàn thể", "cán bộ, công chức", "cán bộ, đảng viên", "cán bộ, công chức, viên chức",
    "cán bộ, công chức, viên chức, người lao động", "xã, phường, thị trấn", "xã, phường", "xã, thị trấn",
    "đánh giá, xếp loại", "điều động, luân chuyển", "huyện, thị xã, thành phố", "huyện, thành phố", "thôn, bản",
)  # fmt: skip
"""Words with a comma inside that are one, beyond those of the indicators."""


@dataclass(frozen=True)
class Series:
    """A list at ``text[start:end]``: ``what`` it says of each number, and what may stand for it for each member.

    ``sure`` is whether numbers of the same count go with it though no "lần lượt" says so, ``weak`` whether it may be
    no list at all: words between commas that name things. ``short`` are the members whose label the text only hints at.
    """

    what: str
    start: int
    end: int
    members: tuple[str, ...]
    sure: bool
    weak: bool = False
    short: frozenset[int] = frozenset()


class Lists:
    """Finds the lists of a text."""

    def __init__(self, labels: Labels, nouns: Nouns, short: Abbreviations, protected: Sequence[str]) -> None:
        self.labels, self.nouns, self.short = labels, nouns, short
        inner = sorted({one for one in protected if ", " in one}, key=len, reverse=True)
        self._protected = re.compile("|".join(map(re.escape, inner)), re.IGNORECASE) if inner else None

    def all(self, text: str, head: Span, tail: Span, edge: int) -> list[Series]:
        """The lists in the head of a clause, up to ``edge``, and in its tail."""
        typed = [*_years(text, head), *_years(text, tail), *_places(text, head), *_places(text, tail)]
        counted = self._counted(text, (head[0], edge), typed)
        return [*typed, *([counted] if counted else [])]

    def _counted(self, text: str, span: Span, taken: Sequence[Series]) -> Series | None:
        """The list of labels or counted things that ends where a span does."""
        end = span[0] + len(_LINKS.sub("", text[slice(*span)]))
        plain = self._plain(text, (span[0], end), taken)
        items = _items(plain, span[0])
        headed = next((at for at, (start, stop) in enumerate(items) if _HEADED.search(text, start, stop)), None)
        if headed is None:
            begin = len(items)
            while begin and self.names(plain[items[begin - 1][0] - span[0] : items[begin - 1][1] - span[0]]):
                begin -= 1
            items = items[begin:]
        else:
            items = items[headed:]
        if len(items) < 2:
            return None
        start = items[0][0]
        if headed is not None and (match := _HEADED.search(text, *items[0])):
            start = match.start()
        words = [text[max(a, start) : b].strip() for a, b in items]
        full = [self._completed(one) for one in words]
        labelled = all(label for _, label in full)
        if labelled:
            prefix = full[0][0][: len(full[0][0]) - len(full[0][1])]
            members = [prefix + label for _, label in full]
        else:
            members = [words[0], *(self._with_noun(words[0], one) for one in words[1:])]
        short = frozenset(
            at for at, (one, (_, label)) in enumerate(zip(words, full, strict=True))
            if label and label.split()[0] not in self.short.words(one)
        )  # fmt: skip
        weak = not labelled and headed is None
        return Series("indicator", start, items[-1][1], tuple(members), labelled, weak, short)

    def _plain(self, text: str, span: Span, taken: Sequence[Series]) -> str:
        """The span with its times and other lists blanked, and the commas inside nouns and labels kept apart."""
        chars = list(text[slice(*span)])
        blank = [(one.start, one.end) for one in taken] + [(one.start, one.end) for one in time_expressions(text)]
        for start, end in blank:
            for at in range(max(start, span[0]), min(end, span[1])):
                chars[at - span[0]] = "\0"
        plain = "".join(chars)
        return self._protected.sub(lambda match: match[0].replace(",", _KEPT), plain) if self._protected else plain

    def names(self, item: str) -> bool:
        """Whether an item names what is counted, a label, or what was done."""
        words = self.short.words(item)
        return words[:1] == ("khối",) or bool(self._completed(item)[1]) or self.nouns.named(words) or happens(words)

    def _completed(self, item: str) -> tuple[str, str]:
        """An item with its label in full, and that label: … hoàn thành xuất sắc (nhiệm vụ)."""
        words = self.short.words(item)
        found = self.labels.found(words)
        if found and found[-1][0] + len(found[-1][1]) == len(words):
            label = " ".join(found[-1][1])
            return item[: _length(item, words, found[-1][0])] + label, label
        for size in range(min(6, len(words)), 0, -1):
            for full in _fuller(words[-size:]):
                if full in self.labels.known:
                    return item[: _length(item, words, len(words) - size)] + " ".join(full), " ".join(full)
        return item, ""

    def _with_noun(self, first: str, item: str) -> str:
        """An item of a list of things with what the first says for all: số đảng viên nữ, (số đảng viên) dự bị."""
        head = _HEADED.match(first)
        lead = f"{head[0]} " if head and not _HEADED.match(item) else ""
        if self.nouns.named(self.short.words(item)) or not head:
            return lead + item
        noun = self.nouns.after(first, head.end())
        return f"{first[: noun.end]} {item}" if noun.end > head.end() else lead + item


def _items(plain: str, start: int) -> list[Span]:
    """The parts of a list, without those that are blank."""
    found, at = [], 0
    for end in [*(match.span() for match in _SPLIT.finditer(plain)), (len(plain), len(plain))]:
        if plain[at : end[0]].replace("\0", " ").strip(" ():"):
            left = at + len(plain[at : end[0]]) - len(plain[at : end[0]].lstrip(" \0"))
            found.append((start + left, start + at + len(plain[at : end[0]].rstrip())))
        at = end[1]
    return found


def _years(text: str, span: Span) -> list[Series]:
    found = []
    for match in _YEARS.finditer(text, *span):
        years = re.findall("[0-9]{4}", match[0])
        found.append(Series("date", *match.span(), tuple(f"năm {year}" for year in years), True))
    for match in _SPAN_OF_YEARS.finditer(text, *span):
        first, last = int(match[1]), int(match[2])
        if 0 < last - first < _MOST_YEARS:
            years = [str(year) for year in range(first, last + 1)]
            found.append(Series("date", *match.span(), tuple(f"năm {year}" for year in years), False))
    return found


def _places(text: str, span: Span) -> list[Series]:
    found = []
    for match in _PLACES.finditer(text, *span):
        parts = [_PLACE.search(one) for one in _SPLIT.split(match[0])]
        if not match["first"] and not all(one and " " in one["name"] for one in parts):
            continue
        kind, members = "", []
        for one in parts:
            if one:
                kind = one["type"] or kind
                members.append(kind + one["name"])
        found.append(Series("place", *match.span(), tuple(members), bool(match["first"])))
    return found


def _fuller(words: Words) -> list[Words]:
    """What a shortened label may be in full: xuất sắc, hoàn thành xuất sắc → hoàn thành xuất sắc nhiệm vụ."""
    return [(*words, "nhiệm", "vụ"), ("hoàn", "thành", *words, "nhiệm", "vụ")]


def _length(item: str, words: Words, count: int) -> int:
    """How many characters of an item hold its first words."""
    if count == 0:
        return 0
    ends = [match.end() for match in re.finditer(r"[^\W_]+", item)]
    return (ends[count - 1] if len(ends) == len(words) else len(item)) + 1
