"""The places that a phrase or a title names agree with the place in the record. Names collide; types tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dashboard.language.bilingual import CORRECT_ONE, Both
from dashboard.language.vietnamese import fold
from dashboard.records.dataset import Dataset
from dashboard.records.models.locality import Locality
from dashboard.records.problems import Problem
from dashboard.records.unit import SHORT_TYPES

_WORD = re.compile(r"\w+")
_BRACKETS = re.compile(r"\([^)]*\)")


def phrases(dataset: Dataset) -> Iterator[Problem]:
    """A phrase that names places names the figure's own, or ones around it; of one inside it a note tells."""
    names = _Names(dataset)
    for entry in dataset.entries:
        if entry.locality not in dataset.localities:
            continue  # told by references
        inside = f"{entry.locality}." if entry.figure.note else None
        other = next((one for one in names.others(entry.figure.printed, entry.locality)
                      if not (inside and one.id.startswith(inside))), None)  # fmt: skip
        if other:
            yield dataset.figure_problem(
                entry,
                "locality" if entry.figure.locality else "printed",
                Both(
                    f"cụm từ nêu {_named(other)}, nhưng số liệu ghi là của {entry.locality}",
                    f"the phrase names {_named(other)}, but the figure is about {entry.locality}",
                ),
                Both(
                    f"viết locality: {other.id}, hoặc chép cụm từ nói về {entry.locality}",
                    f"write locality: {other.id}, or copy the phrase of {entry.locality}",
                ),
            )


def titles(dataset: Dataset) -> Iterator[Problem]:
    """A title that names places names the one that the article is about, or ones around it."""
    names = _Names(dataset)
    for name, article in dataset.articles.items():
        if article.locality in dataset.localities and (
            other := next(names.others(article.title, article.locality), None)
        ):
            yield dataset.problem(
                "articles",
                name,
                ("locality",),
                Both(
                    f"nhan đề nêu {_named(other)}, nhưng locality là {article.locality}",
                    f"the title names {_named(other)}, but locality is {article.locality}",
                ),
                Both(
                    f"viết locality: {other.id}, hoặc mã của nơi được nói đến",
                    f"write locality: {other.id}, or the id of the place that is meant",
                ),
            )


def parts(dataset: Dataset) -> Iterator[Problem]:
    """A figure's own place lies inside the one that its article is about, or around it; else a note says why."""
    for entry in dataset.entries:
        own, whole = entry.figure.locality, entry.default_locality
        known = own in dataset.localities and whole in dataset.localities
        if own and known and entry.figure.note is None and not _nested(own, whole):
            message = Both(
                f"{own} không nằm trong {whole}, nơi bài báo viết về, cũng không bao gồm nơi ấy",
                f"{own} lies neither in {whole}, which the article is about, nor around it",
            )
            hint = CORRECT_ONE + Both(", hoặc nói vì sao trong note", ", or say why in a note")
            yield dataset.figure_problem(entry, "locality", message, hint)


def _nested(one: str, other: str) -> bool:
    return f"{one}.".startswith(f"{other}.") or other.startswith(f"{one}.")


class _Names:
    """The names of all places, to be looked up in a text."""

    def __init__(self, dataset: Dataset) -> None:
        self.places: dict[str, list[Locality]] = {}
        for one in dataset.localities.values():
            self.places.setdefault(fold(one.name), []).append(one)
        words = [_WORD.findall(name) for name in self.places]
        self.longest = max(map(len, words), default=0)
        self.first = {one[0] for one in words if one}
        types = {fold(one.type.vi) for one in dataset.localities.values()}
        printed = sorted(types | {SHORT_TYPES[word] for word in types if word in SHORT_TYPES}, key=len, reverse=True)
        self.type_before = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, printed)) or '$^'})\.?\s?$", re.IGNORECASE)

    def others(self, text: str, locality: str) -> Iterator[Locality]:
        """The places that a text names, none where it names the one given or only ones around it.

        What stands in brackets tells where the place before them is: phường Hà Lầm (TP Hạ Long).
        """
        folded = fold(text)
        if self.first.isdisjoint(_WORD.findall(folded)):
            return
        named = list(self._named(_BRACKETS.sub(" ", folded))) or list(self._named(folded))
        if any(locality == one.id for meant in named for one in meant):
            return
        for meant in named:
            if not any(_nested(locality, one.id) and len(one.id) < len(locality) for one in meant):
                yield meant[0]

    def _named(self, text: str) -> Iterator[list[Locality]]:
        """For each name the places that it may mean: those of that name and, where it is printed, of that type."""
        words = list(_WORD.finditer(text))
        at = 0
        while at < len(words):
            if words[at][0] not in self.first:
                at += 1
                continue
            for last in range(min(at + self.longest, len(words)) - 1, at - 1, -1):
                same = self.places.get(text[words[at].start() : words[last].end()])
                if same:
                    before = self.type_before.search(text, 0, words[at].start())
                    # A number names a place only after its type: phường 14.
                    bare = before is None and not same[0].name.isdecimal()
                    if meant := [one for one in same if bare or (before and _is(one, before[1]))]:
                        yield meant
                    at = last
                    break
            at += 1


def _is(place: Locality, printed: str) -> bool:
    word = fold(place.type.vi)
    return printed.lower() in (word.lower(), SHORT_TYPES.get(word, word).lower())


def _named(place: Locality) -> str:
    return f"{place.type.vi} {place.name} ({place.id})"


RULES = (phrases, titles, parts)
