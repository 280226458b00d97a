"""The noun and the words of a phrase agree with the indicator: 48 chi bộ are no members."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dashboard.language.bilingual import Both, any_of
from dashboard.language.numerals import find
from dashboard.language.vietnamese import fold, stands
from dashboard.records.dataset import Dataset
from dashboard.records.models.indicator import Indicator, Kind
from dashboard.records.problems import Problem

_PEOPLE = "người"
_MONEY = "đồng"
_APART = re.compile(
    r"\s*((?P<turns>lượt)|usd|eur|euro|đô la|đô-la|nhân dân tệ|yên nhật|bảng anh|won|kíp)(?!\w)", re.IGNORECASE
)
"""Nouns that no other unit means: lượt are visits, of which one person may make several; dollars are no đồng."""
_LIST = re.compile(r"\s?(?:,|/|và |hoặc |hay )")


def counted(dataset: Dataset) -> Iterator[Problem]:
    """If the noun right after a number is the unit of an indicator, it is one of the figure's own subject.

    Not judged: units of one syllable (đồng chí is no money), lists (41 chi bộ, đảng bộ), and people, who are called
    cán bộ, đảng viên and đồng chí interchangeably.
    """
    nouns = Nouns(dataset)
    for entry, indicator in dataset.entries_with_indicator:
        printed, value = entry.figure.printed, entry.figure.value
        behind = (printed[one.end :] for one in find(printed) if one.value == value) if nouns.any_in(printed) else ()
        other = next((told for text in behind if (told := nouns.other(indicator, text))), None)
        if other:
            yield dataset.figure_problem(entry, "indicator", *other)


class Nouns:
    """The nouns that are counted, by the units of all indicators."""

    def __init__(self, dataset: Dataset) -> None:
        self.subjects: dict[str, set[str]] = {}
        for one in dataset.indicators.values():
            if " " in one.unit.vi and not one.formula:
                self.subjects.setdefault(fold(one.unit.vi), set()).add(one.subject)

    def any_in(self, text: str) -> bool:
        """Whether any of them may stand in a text: a quick test."""
        folded = fold(text)
        return any(noun in folded for noun in self.subjects) or bool(_APART.search(folded))

    def other(self, indicator: Indicator, behind: str) -> tuple[Both, Both] | None:
        """Message and hint if the words behind a number count another thing than the indicator; else None."""
        after, own = fold(behind), fold(indicator.unit.vi)
        apart = _APART.match(after)
        meant = apart and (apart[1] in own or (apart["turns"] and indicator.kind is Kind.VISITS))
        if apart and not meant and (apart["turns"] or _MONEY in own.split()):
            message = Both(
                f'cụm từ đếm "{apart[1]}", nhưng đơn vị của chỉ tiêu là {indicator.unit.vi}',
                f'the phrase counts "{apart[1]}", but the unit of the indicator is {indicator.unit.vi}',
            )
            return message, Both("chọn chỉ tiêu đúng đơn vị ấy", "take an indicator of that unit")
        noun = self._noun(after)
        if not noun or own == _PEOPLE or indicator.subject in self.subjects[noun] or own.startswith(noun):
            return None
        message = Both(
            f'cụm từ đếm "{noun}", nhưng chỉ tiêu này nói về {indicator.subject}',
            f'the phrase counts "{noun}", but this indicator is about {indicator.subject}',
        )
        hint = (
            Both("chọn chỉ tiêu về ", "take an indicator about ")
            + any_of(sorted(self.subjects[noun]))
            + Both(", hoặc chép cụm từ dừng trước chữ ấy", ", or copy a phrase that ends before that word")
        )
        return message, hint

    def _noun(self, after: str) -> str | None:
        """The longest unit at the beginning of a text; None if there is none or a list goes on."""
        text = after.lstrip()
        fits = [noun for noun in self.subjects if text.startswith(noun) and not text[len(noun) :][:1].isalnum()]
        noun = max(fits, key=len, default="")
        return None if not noun or _LIST.match(text, len(noun)) else noun


def announced(dataset: Dataset) -> Iterator[Problem]:
    """A phrase does not announce another indicator of the same unit instead of its own."""
    rivals: dict[object, list[tuple[str, str]]] = {}
    for one in dataset.indicators.values():
        if not one.formula:
            # The bare unit does not announce one of them, all of that unit share it.
            words = [word for word in map(fold, one.words) if word != fold(one.unit.vi)]
            rivals.setdefault(_alike(one), []).extend((one.id, word) for word in words)
    alike = {one.id: rivals.get(_alike(one), []) for one in dataset.indicators.values()}
    for entry, indicator in dataset.entries_with_indicator:
        phrase = fold(entry.figure.printed)
        said: dict[str, list[str]] = {}
        for id, word in alike[indicator.id]:
            if word in phrase and stands(word, phrase):
                said.setdefault(id, []).append(word)
        mine = said.pop(indicator.id, [])
        for other, theirs in said.items():
            if all(_only_in(word, theirs) for word in mine):
                said_so = max(theirs, key=len)
                message = Both(
                    f'cụm từ có "{said_so}", là chữ báo hiệu {other}',
                    f'the phrase says "{said_so}", which announces {other}',
                )
                hint = Both(
                    f"chọn {other}, hoặc thêm chữ báo hiệu {indicator.id} vào data/indicators.yaml",
                    f"take {other}, or add the words that announce {indicator.id} to data/indicators.yaml",
                )
                yield dataset.figure_problem(entry, "indicator", message, hint)
                break


def _alike(one: Indicator) -> object:
    """A key that is equal for indicators that may be confused: same unit, and both counts or the same kind."""
    counts = (Kind.STOCK, Kind.FLOW, Kind.CHANGE)
    return fold(one.unit.vi), counts if one.kind in counts else one.kind


def _only_in(words: str, theirs: Sequence[str]) -> bool:
    """Whether words are a part of longer ones in ``theirs``: kế hoạch in chỉ tiêu kế hoạch."""
    return any(words in longer and words != longer for longer in theirs)


RULES = (counted, announced)
