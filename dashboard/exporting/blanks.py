"""What has no figure, and why: five kinds of blank that are not the same, and none of them is zero (DOMAIN.md)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.dataset import Dataset
from dashboard.models import BlankKind, Reading


@dataclass(frozen=True)
class Missing:
    """A number that is not there. ``indicator`` and ``article`` are None where no article tells of the place yet.

    ``printed``, ``paragraph``, ``note_vi`` and ``note_en``: the words that stand in its place, where it is words only.
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


def missing(dataset: Dataset) -> list[Missing]:
    """Every blank of a data set: by article what it gives in words only or not at all, then places with no article.

    An article is silent about the place that it is about and every printed indicator of which it gives no figure
    there; where only an excerpt was read, that is said instead, and where the indicator can't exist at the place's
    level, that. A place without an article, a figure or words about it has one blank for all indicators.
    """
    found: list[Missing] = []
    times: Counter[str] = Counter()
    for one in _all(dataset):
        times[one.id] += 1
        again = f"~{times[one.id]}" if times[one.id] > 1 else ""
        found.append(Missing(**{**one.__dict__, "id": one.id + again}))
    return found


def _all(dataset: Dataset) -> Iterator[Missing]:
    spoken: set[str] = {entry.locality for entry in dataset.entries}
    for id, article in dataset.articles.items():
        place = article.locality
        spoken.add(place)
        given = {entry.figure.indicator for entry in dataset.by_article.get(id, ()) if entry.locality == place}
        file = dataset.files.get(id)
        for blank in file.blanks if file else ():
            about = blank.locality or file.locality if file else place
            spoken.add(about)
            if about == place:
                given.add(blank.indicator)
            note = blank.note
            yield Missing(
                _id(id, blank.indicator, about), about, BlankKind.WORDS_ONLY, blank.indicator, id, blank.printed,
                blank.paragraph, note["vi"] if note else None, note["en"] if note else None,
            )  # fmt: skip
        silent = BlankKind.EXCERPT_ONLY if article.text.read is Reading.EXCERPT else BlankKind.NOT_STATED
        level = dataset.localities[place].level
        for indicator in dataset.indicators.values():
            if indicator.formula is None and indicator.id not in given:
                kind = silent if level in indicator.levels else BlankKind.NOT_APPLICABLE
                yield Missing(_id(id, indicator.id, place), place, kind, indicator.id, id)
    for locality in dataset.localities:
        if locality not in spoken:
            yield Missing(f"@{locality}", locality, BlankKind.NO_ARTICLE)


def _id(article: str, indicator: str, locality: str) -> str:
    return f"{article}/{indicator}@{locality}"
