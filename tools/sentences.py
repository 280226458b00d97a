"""Print every sentence that the Compare page may write of today's data, to be read through: does one claim too much?

    python -m tools.sentences [--lang vi|en] [--places 2|3] [--shapes] [--root DIR]

For every two places, or for a sample of all sets of three, a line for each indicator: the sign of the verdict, the
numbers, the sentence. ``--shapes``: of sentences that differ only in
names, numbers and dates one each, with how many there are. The count stands at the end.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from random import Random
from typing import NamedTuple

from dashboard.articles.verify.proofs import status
from dashboard.charts.page_data import page_data
from dashboard.charts.sentences import sentence
from dashboard.charts.wording import Wording
from dashboard.checks.loading import load
from dashboard.language.words import Language
from dashboard.records.places import full_label, label
from dashboard.records.problems import report

_PAIR = 2
_SETS = 4000  # of three places, out of the many that there are


class Written(NamedTuple):
    """A sentence with the sign of its verdict, its numbers, and the names of its places."""

    sign: str
    values: list[str]
    said: str
    places: list[str]

    @property
    def shape(self) -> str:
        """It without what is of its places, numbers and dates."""
        said = self.said
        for name in sorted(self.places, key=len, reverse=True):
            said = said.replace(name, "…")
        return self.sign + re.sub(r"[\d.,/–]*\d", "#", said)


def sentences(root: Path, language: Language, many: int) -> Iterator[Written]:
    """The sentences on sets of so many places. Raises SystemExit for bad data."""
    dataset, problems = load(root)
    if dataset is None:
        raise SystemExit(report(problems, "en"))
    figures = page_data(dataset).figures
    say = Wording(dataset, figures.by_id, language, status(dataset))
    sets = list(combinations(figures.pool.by_place, many))
    if many > _PAIR and len(sets) > _SETS:
        sets = Random(1).sample(sets, _SETS)  # noqa: S311  no secret: the same each time
    for places in sets:
        for one in figures.pool.compare(places).compared:
            values = [say.value(figure) for figure in one.figures]
            names = [name(figure.locality, dataset, language) for figure in one.figures for name in (label, full_label)]
            yield Written(one.verdict.sign, values, sentence(one, say), names)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print them. Returns the exit code."""
    parser = argparse.ArgumentParser(description="Print every sentence that may be written of today's data.")
    parser.add_argument("--lang", choices=("vi", "en"), default="vi")
    parser.add_argument("--places", type=int, choices=(2, 3), default=2)
    parser.add_argument("--shapes", action="store_true", help="one of each shape, with how many there are")
    parser.add_argument("--root", type=Path, default=Path())
    asked = parser.parse_args(arguments)
    shapes: Counter[str] = Counter()
    for one in sentences(asked.root, asked.lang, asked.places):
        shapes[one.shape] += 1
        if not asked.shapes or shapes[one.shape] == 1:
            sys.stdout.write(f"{one.sign} {' | '.join(one.values)} || {one.said}\n")
    sys.stdout.write(f"{shapes.total()} sentences of {len(shapes)} shapes\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
