"""The data that the pages show: read once for each state of the files, and the last good one kept.

What is read is shared by all visitors of a process, and kept here: any visitor can have Streamlit's cache emptied. Its
key is the content of the files, not their path: an edit appears at the next interaction, and an edit that breaks
something leaves the last good data on view beside the problems, also when the dashboard is started on them
(``last_good``). Of an edit only what it changed is read, checked and made anew.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future, wait
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from threading import Lock, Thread
from typing import Final, NamedTuple

import pandas as pd

from dashboard import collection, folder, last_good
from dashboard.charts.figures import Figures
from dashboard.dataset import Dataset
from dashboard.made import Made, make
from dashboard.models import Reading
from dashboard.problems import Problem
from dashboard.reading import Memory, load
from dashboard.ready import Boards
from dashboard.verify.proofs import Proof, StoredCoverage, covered, status


class Tally(NamedTuple):
    """Numbers of figures (all, proven, read as an excerpt), of articles, and of places that figures are about."""

    figures: int
    proven: int
    excerpts: int
    articles: int
    places: int


@dataclass(frozen=True)
class Good:
    """Data without problems, its frame (one row a figure, see ``frame``), and what of it was proven."""

    dataset: Dataset
    made: Made
    proofs: Mapping[str, Proof]
    coverage: Mapping[str, StoredCoverage]
    figures: Figures
    boards: Boards = field(default_factory=Boards)

    @classmethod
    def of(cls, dataset: Dataset, before: Good | None = None) -> Good:
        """All that the pages need of a data set, computed once; from what was made ``before`` where that holds."""
        with collection.put_off():
            made = make(dataset, before.made if before else None)
            figures = Figures(dataset, made.figures, made.refusals, before.figures if before else None)
            return cls(dataset, made, status(dataset), covered(dataset), figures)

    @property
    def frame(self) -> pd.DataFrame:
        """One row a figure, see ``frame``."""
        return self.made.frame

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years that figures are of, from the first to the last, those between included."""
        ends = self.frame[["as_of_start", "as_of_end"]].stack().dropna()
        return tuple(range(int(ends.dt.year.min()), int(ends.dt.year.max()) + 1)) if len(ends) else ()

    @cached_property
    def tally(self) -> Tally:
        """How many figures there are, and of what."""
        dataset = self.dataset
        return Tally(
            figures=len(dataset.entries),
            proven=sum(proof is Proof.PROVEN for proof in self.proofs.values()),
            excerpts=sum(dataset.articles[entry.article].text.read is Reading.EXCERPT for entry in dataset.entries),
            articles=len(dataset.articles),
            places=len({entry.locality for entry in dataset.entries}),
        )


@dataclass
class Shelf:
    """What is known of one root, shared by all sessions. ``done``: how much of the reading under way, from 0 to 1."""

    good: Good | None = None
    problems: list[Problem] = field(default_factory=list)
    gathered: tuple[dict[str, bytes], list[Problem]] | None = None
    known: folder.Known = field(default_factory=folder.Known)
    memory: Memory = field(default_factory=Memory)
    lock: Lock = field(default_factory=Lock)
    work: Future[None] | None = None
    done: float = 0.0


_shelves: Final[dict[Path, Shelf]] = {}
"""The shelf of each root that this process has served."""


def current(
    root: Path,
    progress: Callable[[float], object] = lambda done: None,  # noqa: ARG005  nobody asked
) -> tuple[Good | None, list[Problem]]:
    """The data as it is now, or the last good one (None if there never was any) with the problems of what is now.

    It is read beside the pages, once for all of them: one that is left meanwhile stops nothing. ``progress`` is told
    now and then which part is done, from 0 to 1, while that takes longer than a moment.
    """
    shelf = _shelves.setdefault(root, Shelf())
    while True:
        with shelf.lock:
            gathered, work = folder.gather(root, shelf.known), shelf.work
            if work is None and gathered == shelf.gathered:
                return shelf.good, shelf.problems
            mine = work is None
            if work is None:
                shelf.work = work = Future()
                Thread(target=_renew, args=(shelf, root, gathered, work), daemon=True).start()
        while wait([work], timeout=_MOMENT).not_done:
            progress(shelf.done)
        work.result()
        if mine:
            return shelf.good, shelf.problems


_MOMENT = 0.3  # seconds


def _renew(shelf: Shelf, root: Path, gathered: tuple[dict[str, bytes], list[Problem]], work: Future[None]) -> None:
    """Read what was gathered; the outcome is on the shelf when the work is done."""

    def told(done: float) -> None:
        shelf.done = done

    try:
        dataset, problems = load(root, shelf.memory, gathered, told)
        if dataset is None and shelf.good is None and (texts := last_good.kept(root)):
            dataset, _ = load(root, gathered=(texts, []), progress=told)
        if dataset:
            shelf.good = Good.of(dataset, shelf.good)
            collection.settle()
        shelf.problems, shelf.gathered = problems, gathered
    except BaseException as error:  # noqa: BLE001  whoever waits for it is told
        shelf.work = None
        work.set_exception(error)
    else:
        shelf.work = None
        work.set_result(None)
        if not problems:
            last_good.keep(root, gathered[0])
        if dataset and shelf.good:  # what the first views of much data need, while nobody waits for it
            with collection.put_off():
                shelf.good.figures.warm()
            collection.settle()
