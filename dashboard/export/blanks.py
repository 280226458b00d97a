"""The table of missing figures, with the reasons (``figures.absence``). None of them is zero."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.figures.absence import Absence, Absences
from dashboard.records.dataset import Dataset
from dashboard.records.models.figure import Blank, BlankKind


@dataclass(frozen=True)
class Missing:
    """A missing figure. ``indicator`` and ``article`` are None where no article is about the place yet.

    ``printed``, ``paragraph``, ``note_vi``, ``note_en``: the words in place of a number. ``why_vi``, ``why_en``: the
    rule that forbids to compute it.
    """

    id: str
    locality: str
    kind: BlankKind
    indicator: str | None = None
    article: str | None = None
    printed: str | None = None
    paragraph: int | None = None
    note_vi: str | None = None
    note_en: str | None = None
    why_vi: str | None = None
    why_en: str | None = None


def missing(dataset: Dataset, absences: Absences | None = None) -> list[Missing]:
    """Every missing figure: by article what it gives in words only, then what its place lacks; last the places without
    an article.

    Computed indicators are listed only where a rule forbids to compute them. A place without any article, figure or
    words has one row for all indicators. ``absences`` are those of the data set.
    """
    found: list[Missing] = []
    times: Counter[str] = Counter()
    for one in _all(dataset, absences or Absences.of(dataset)):
        times[one.id] += 1
        again = f"~{times[one.id]}" if times[one.id] > 1 else ""
        found.append(Missing(**{**one.__dict__, "id": one.id + again}))
    return found


def _all(dataset: Dataset, absences: Absences) -> Iterator[Missing]:
    spoken: set[str] = {entry.locality for entry in dataset.entries}
    for id, article in dataset.articles.items():
        file = dataset.files.get(id)
        for blank in file.blanks if file else ():
            about = blank.locality or (file.locality if file else article.locality)
            spoken.add(about)
            yield _words(id, about, blank)
        place = article.locality
        spoken.add(place)
        for indicator in dataset.indicators.values() if absences.about[place] == id else ():
            absent = absences.why(place, indicator)
            if absent and not absent.words and (indicator.formula is None or absent.kind is BlankKind.REFUSED):
                yield _silent(absent, place, indicator.id)
    for locality in dataset.localities:
        if locality not in spoken:
            yield Missing(f"@{locality}", locality, BlankKind.NO_ARTICLE)


def _words(article: str, place: str, blank: Blank) -> Missing:
    note = blank.note
    return Missing(
        _id(article, blank.indicator, place), place, BlankKind.WORDS_ONLY, blank.indicator, article, blank.printed,
        blank.paragraph, note["vi"] if note else None, note["en"] if note else None,
    )  # fmt: skip


def _silent(absent: Absence, place: str, indicator: str) -> Missing:
    why = absent.why if absent.kind is BlankKind.REFUSED else None
    return Missing(
        _id(absent.article, indicator, place), place, absent.kind, indicator, absent.article,
        why_vi=why["vi"] if why else None, why_en=why["en"] if why else None,
    )  # fmt: skip


def _id(article: str, indicator: str, locality: str) -> str:
    return f"{article}/{indicator}@{locality}"
