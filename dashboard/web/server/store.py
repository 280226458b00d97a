"""The data that the pages show: read once for each state of the files, and the last good one kept.

What is read is shared by all visitors of a process, and kept here: any visitor can have Streamlit's cache emptied. Its
key is the content of the files, not their path: an edit appears at the next interaction, and an edit that breaks
something leaves the last good data on view beside the problems, also when the dashboard is started on them
(``last_good``). Of an edit only what it changed is read and checked; frame and figures
are made anew, beside the pages.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future, wait
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from threading import Lock, Thread
from typing import Final, NamedTuple

import pandas as pd

from dashboard.articles.verify.proofs import Proof, StoredCoverage, covered, status
from dashboard.charts.figure_index import FigureIndex
from dashboard.charts.rebuild import rebuild
from dashboard.checks.loading import Memory, load
from dashboard.language.bilingual import Both
from dashboard.records import source_files
from dashboard.records.dataset import Dataset
from dashboard.records.models import Reading
from dashboard.records.problems import Problem
from dashboard.web.board.board_cache import Boards
from dashboard.web.server import last_good


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
    frame: pd.DataFrame
    figures: FigureIndex
    proofs: Mapping[str, Proof]
    coverage: Mapping[str, StoredCoverage]
    boards: Boards = field(default_factory=Boards)

    @classmethod
    def of(cls, dataset: Dataset) -> Good:
        """All that the pages need of a data set, computed once."""
        return cls(dataset, *rebuild(dataset), status(dataset), covered(dataset))

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


class Now(NamedTuple):
    """The data that pages show (None: there never was any good one), and what is wrong with what is in the files.

    ``reading``: the files were edited, and it is not yet known what they say now.
    """

    good: Good | None
    problems: list[Problem]
    reading: bool = False


class Gathered(NamedTuple):
    """What ``source_files.gather`` found."""

    texts: dict[str, bytes]
    problems: list[Problem]


@dataclass(frozen=True)
class Work:
    """A look at the files, with all the reading that follows from it: when it was begun, and that it has ended."""

    begun: float = field(default_factory=time.monotonic)
    ended: Future[None] = field(default_factory=Future)


@dataclass
class Shelf:
    """What is known of one root, shared by all sessions. ``done``: how much of the reading under way, from 0 to 1.

    ``now``: what there is to show. ``work``, the one that is under way, is taken up and put down under the lock; all
    else is its own.
    """

    now: Now = field(default_factory=lambda: Now(None, []))
    gathered: Gathered | None = None
    known: source_files.Known = field(default_factory=source_files.Known)
    memory: Memory = field(default_factory=Memory)
    lock: Lock = field(default_factory=Lock)
    work: Work | None = None
    done: float = 0.0
    ahead: Lock = field(default_factory=Lock)


_shelves: Final[dict[Path, Shelf]] = {}
"""The shelf of each root that this process has served."""

MOMENT = 0.3
"""Seconds that a page waits for an edit to be read, where there is good data that it could show."""


def current(
    root: Path,
    progress: Callable[[float], object] = lambda done: None,  # noqa: ARG005  nobody asked
) -> Now:
    """The data as it is now, or the last good one with the problems of what is now.

    It is looked for and read beside the pages, once for all of them. An edit that takes longer than a moment to read is
    in what is shown at an interaction after that: good data is never waited for, whatever is being read. Where there
    is none yet, ``progress`` is told now and then which part is done, from 0 to 1.
    """
    shelf = _shelves.setdefault(root, Shelf())
    asked = time.monotonic()
    while True:
        with shelf.lock:
            work = shelf.work
            if work is None:
                work = shelf.work = Work()
                Thread(target=_renew, args=(shelf, root, work), daemon=True).start()
        while not work.ended.done():
            left = MOMENT
            if shelf.now.good:
                left += min(asked, work.begun) - time.monotonic()
                if left <= 0:
                    return shelf.now._replace(reading=True)
            wait([work.ended], timeout=left)
            if not shelf.now.good and not work.ended.done():
                progress(shelf.done)
        if work.begun >= asked:  # what was edited before the question is in the answer
            return shelf.now


class _Outdated(Exception):
    """What is being read is not what is in the files any more."""


LOOK = 0.5
"""Seconds between two looks at the files while they are being read."""


def _renew(shelf: Shelf, root: Path, work: Work) -> None:
    """Look at the files, and read them if they changed; the outcome is on the shelf when the work has ended."""
    before = shelf.now.good
    try:
        gathered = Gathered(*source_files.gather(root, shelf.known))
        while gathered != shelf.gathered:
            try:
                _read(shelf, root, gathered)
            except _Outdated:
                gathered = Gathered(*source_files.gather(root, shelf.known))
            except Exception as error:
                # Nothing that a file holds should come to this; if it does, no page fails for it.
                logging.getLogger(__name__).exception("the data could not be read")
                shelf.now, shelf.gathered = Now(shelf.now.good, [_unread(error)]), gathered
    finally:
        with shelf.lock:
            shelf.work = None
        work.ended.set_result(None)
    if shelf.now.good is not before:
        _work_ahead(shelf, root)


def _read(shelf: Shelf, root: Path, gathered: Gathered) -> None:
    """Read what was gathered. Raises _Outdated where that is in vain."""
    looked = time.monotonic()

    def told(done: float) -> None:
        nonlocal looked
        shelf.done = done
        if time.monotonic() - looked > LOOK:
            texts = source_files.gather(root, shelf.known)[0]
            for name, raw in gathered.texts.items():
                if name not in texts or (texts[name] != raw and not shelf.memory.holds(name, raw)):
                    raise _Outdated
            looked = time.monotonic()

    good = shelf.now.good
    dataset, problems = load(root, shelf.memory, gathered, told)
    if dataset is None and good is None and (texts := last_good.kept(root)):
        dataset, _ = load(root, gathered=(texts, []), progress=told)
    if dataset:
        good = Good.of(dataset)
    shelf.now, shelf.gathered = Now(good, problems), gathered


def _unread(error: Exception) -> Problem:
    message = Both("chương trình không đọc được dữ liệu: ", "the program could not read the data: ")
    hint = Both("xem nhật ký của máy chủ, rồi báo cho người làm chương trình",
                "see the server's log, and tell those who make the program")  # fmt: skip
    return Problem("data", 0, 0, message + type(error).__name__, hint)


def _work_ahead(shelf: Shelf, root: Path) -> None:
    """Keep the good data, and make what the first views of much data need; in one thread, while nobody waits for it."""
    done: Good | None = None
    while (now := shelf.now).good is not done and (good := now.good) and shelf.ahead.acquire(blocking=False):
        try:
            if not now.problems:
                last_good.keep(root, good.dataset.texts)
            good.figures.warm()
            good.dataset.finder.warm()
            done = good
        finally:
            shelf.ahead.release()
