"""The numbers that formulas use: printed figures, and sums of printed parts where the whole is not printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from dashboard.figures.hedges import combined
from dashboard.language.hedges import Hedge
from dashboard.records.dataset import Dataset, Entry
from dashboard.records.models.fields import Text
from dashboard.records.models.figure import part_key


@dataclass(frozen=True)
class Operand:
    """A number that formulas use: a printed figure, or the sum of printed parts that make up the whole."""

    indicator: str
    reference: str
    value: Decimal
    hedge: Hedge | None
    of: Text | None
    inputs: tuple[Entry, ...]

    @property
    def first(self) -> Entry:
        """The printed figure, or the first part of the sum: its article, place, date and key are those of the
        number."""
        return self.inputs[0]

    @property
    def belongs(self) -> tuple[object, ...]:
        """Equal for two numbers that may be used together: of one article, place, date, length, key and part."""
        first = self.first
        return first.article, first.locality, first.as_of, first.figure.length, self._key, part_key(self.of)

    @property
    def term(self) -> bool:
        """Whether it is of a Party term."""
        return all(entry.figure.term for entry in self.inputs)

    @property
    def _key(self) -> str | None:
        return self.first.figure.key if len(self.inputs) == 1 else None


def operands(dataset: Dataset, wholes: Iterable[Operand]) -> Iterator[Operand]:
    """For each article its printed numbers in the order written, then the sums of complete parts."""
    sums: dict[str, list[Operand]] = {}
    for one in wholes:
        sums.setdefault(one.first.article, []).append(one)
    for article, entries in dataset.by_article.items():
        for entry in entries:
            figure = entry.figure
            if figure.value is not None:
                yield Operand(figure.indicator, entry.reference, figure.value, figure.hedge, figure.of, (entry,))
        yield from sums.get(article, ())


def summed_wholes(dataset: Dataset) -> Iterator[Operand]:
    """The wholes that are not printed, each as the sum of all its parts."""
    for _, _, article, one in dataset.sums:
        figures = {entry.reference: entry for entry in dataset.by_article[article]}
        parts = tuple(figures[part] for part in one.parts if part in figures)
        numbers = [part.figure.value for part in parts if part.figure.value is not None]
        together = len({(part.locality, part.as_of, part.figure.length) for part in parts}) == 1
        if one.computed and together and len(numbers) == len(one.parts):
            hedge = parts[0].figure.hedge
            for entry in parts[1:]:
                hedge = combined(hedge, entry.figure.hedge)
            one_part = len({part_key(entry.figure.of) for entry in parts}) == 1
            of = parts[0].figure.of if one_part and len(parts) > 1 else None
            yield Operand(one.whole, one.whole + _marks(parts), sum(numbers, Decimal(0)), hedge, of, parts)


def _marks(parts: tuple[Entry, ...]) -> str:
    """The ``@locality`` and each ``~key`` of a sum's parts: an article sums the same parts for two places or dates."""
    keys = dict.fromkeys(entry.figure.key for entry in parts if entry.figure.key)
    place = parts[0].figure.locality
    return (f"@{place}" if place else "") + "".join(f"~{key}" for key in keys)
