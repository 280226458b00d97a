"""What the words of a phrase say is counted, and what the indicator says (DOMAIN.md, "Terms")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from dashboard.checks.figures import known
from dashboard.dataset import Dataset
from dashboard.models import Indicator, Kind
from dashboard.numerals import find
from dashboard.problems import Both, Problem, any_of
from dashboard.vietnamese import fold, stands

_PEOPLE = "người"
_LIST = re.compile(r"\s?(?:,|/|và |hoặc |hay )")


def counted(dataset: Dataset) -> Iterator[Problem]:
    """The noun right after a number, where it is a known unit, is a unit of the indicator's subject.

    Units of one syllable (đồng chí is no money) and lists (41 chi bộ, đảng bộ) say too little; people are called
    cán bộ, đảng viên, đồng chí by turns.
    """
    subjects: dict[str, set[str]] = {}
    for one in dataset.indicators.values():
        if " " in one.unit.vi and not one.formula:
            subjects.setdefault(fold(one.unit.vi), set()).add(one.subject)
    for entry, indicator in known(dataset):
        noun = _noun(entry.figure.printed, entry.figure.value, subjects)
        own = fold(indicator.unit.vi)
        if noun and own != _PEOPLE and indicator.subject not in subjects[noun] and not own.startswith(noun):
            message = Both(
                f'cụm từ đếm "{noun}", nhưng chỉ tiêu này nói về {indicator.subject}',
                f'the phrase counts "{noun}", but this indicator is about {indicator.subject}',
            )
            subject = any_of(sorted(subjects[noun]))
            hint = (
                Both("chọn chỉ tiêu về ", "take an indicator about ")
                + subject
                + Both(", hoặc chép cụm từ dừng trước chữ ấy", ", or copy a phrase that ends before that word")
            )
            yield dataset.figure_problem(entry, "indicator", message, hint)


def announced(dataset: Dataset) -> Iterator[Problem]:
    """A phrase does not announce another indicator of the same unit instead of its own."""
    rivals: dict[object, list[tuple[str, str]]] = {}
    for one in dataset.indicators.values():
        if not one.formula:
            # The bare unit does not announce one of them, all of that unit share it.
            words = [word for word in map(fold, one.words) if word != fold(one.unit.vi)]
            rivals.setdefault(_alike(one), []).extend((one.id, word) for word in words)
    alike = {one.id: rivals.get(_alike(one), []) for one in dataset.indicators.values()}
    for entry, indicator in known(dataset):
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


def _noun(printed: str, value: object, units: Mapping[str, object]) -> str | None:
    """The longest unit that stands right after the numeral of a value."""
    phrase = fold(printed)
    if not any(unit in phrase for unit in units):
        return None
    for numeral in find(printed):
        if numeral.value != value:
            continue
        after = fold(printed[numeral.end :])
        fits = [unit for unit in units if after.startswith(unit) and not after[len(unit) :][:1].isalnum()]
        if fits:
            noun = max(fits, key=len)
            return None if _LIST.match(after, len(noun)) else noun
    return None


def _alike(one: Indicator) -> object:
    """What indicators share that may be taken for each other: the unit, and whether they count or divide."""
    counts = (Kind.STOCK, Kind.FLOW, Kind.CHANGE)
    return fold(one.unit.vi), counts if one.kind in counts else one.kind


def _only_in(words: str, theirs: Sequence[str]) -> bool:
    """Whether words are but a part of longer ones: kế hoạch in chỉ tiêu kế hoạch."""
    return any(words in longer and words != longer for longer in theirs)


RULES = (counted, announced)
