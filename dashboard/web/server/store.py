"""The data that pages show: read once for each version of the files, the last good version kept.

It is shared by all visitors of a process. It is not in Streamlit's cache, which any visitor can clear. It is keyed by
the content of the files, not their path: an edit appears at the next interaction; a broken edit leaves the last good
data on view beside the problems, even after a restart (``last_good``). After an edit only the files it changed are read
and checked again; frame and figures are rebuilt in the background.
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
from dashboard.charts.page_data import page_data
from dashboard.checks.loading import Memory, load
from dashboard.language.bilingual import Both
from dashboard.records import source_files
from dashboard.records.dataset import Dataset
from dashboard.records.models.article import Reading
from dashboard.records.problems import Problem
from dashboard.web.board.board_cache import BoardCache
from dashboard.web.server import last_good


class Tally(NamedTuple):
    """Numbers of figures (all, proven, of articles not read in full), of articles, of places that figures are about."""

    figures: int
    proven: int
    excerpts: int
    articles: int
    places: int


@dataclass(frozen=True)
class Good:
    """Data without problems, with its frame (one row a figure, see ``frame``), figures and proofs."""

    dataset: Dataset
    frame: pd.DataFrame
    figures: FigureIndex
    proofs: Mapping[str, Proof]
    coverage: Mapping[str, StoredCoverage]
    boards: BoardCache = field(default_factory=BoardCache)

    @classmethod
    def of(cls, dataset: Dataset) -> Good:
        """Everything that pages need of a data set, computed once."""
        return cls(dataset, *page_data(dataset), status(dataset), covered(dataset))

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years of the figures, from the first to the last without gaps."""
        ends = self.frame[["as_of_start", "as_of_end"]].stack().dropna()
        return tuple(range(int(ends.dt.year.min()), int(ends.dt.year.max()) + 1)) if len(ends) else ()

    @cached_property
    def tally(self) -> Tally:
        """How many figures there are, and of what."""
        dataset = self.dataset
        return Tally(
            figures=len(dataset.entries),
            proven=sum(proof is Proof.PROVEN for proof in self.proofs.values()),
            excerpts=sum(dataset.articles[entry.article].text.read is not Reading.FULL for entry in dataset.entries),
            articles=len(dataset.articles),
            places=len({entry.locality for entry in dataset.entries}),
        )


class Now(NamedTuple):
    """The data to show (None: there never was good data), and the problems of the files as they are now.

    ``reading``: the files were edited and are being read.
    """

    good: Good | None
    problems: list[Problem]
    reading: bool = False


class Gathered(NamedTuple):
    """What ``source_files.gather`` found."""

    texts: dict[str, bytes]
    problems: list[Problem]


@dataclass(frozen=True)
class Reload:
    """One run of the reloading thread: when it began, and a future that ends with it."""

    begun: float = field(default_factory=time.monotonic)
    ended: Future[None] = field(default_factory=Future)


@dataclass
class RootState:
    """What is known of one root, shared by all sessions. ``done``: the progress of the current reading, from 0 to 1.

    ``now``: the data to show. ``work`` is set and cleared under the lock; all else belongs to the thread that runs it.
    """

    now: Now = field(default_factory=lambda: Now(None, []))
    gathered: Gathered | None = None
    known: source_files.FileCache = field(default_factory=source_files.FileCache)
    memory: Memory = field(default_factory=Memory)
    lock: Lock = field(default_factory=Lock)
    work: Reload | None = None
    done: float = 0.0
    ahead: Lock = field(default_factory=Lock)


_states: Final[dict[Path, RootState]] = {}
"""The state of each root that this process has served."""

MOMENT = 0.3
"""Seconds that a page waits for an edit to be read, while there is good data to show."""


def current(
    root: Path,
    progress: Callable[[float], object] = lambda done: None,  # noqa: ARG005  nobody asked
) -> Now:
    """The current data, or the last good data with the problems of the current files.

    Files are read in a background thread, once for all pages. No page waits longer than MOMENT where there is good
    data: a longer edit appears at a later interaction. Where there is none yet, ``progress`` is called now and then
    with the part done, from 0 to 1.
    """
    state = _states.setdefault(root, RootState())
    asked = time.monotonic()
    while True:
        with state.lock:
            work = state.work
            if work is None:
                work = state.work = Reload()
                Thread(target=_reload, args=(state, root, work), daemon=True).start()
        while not work.ended.done():
            left = MOMENT
            if state.now.good:
                left += min(asked, work.begun) - time.monotonic()
                if left <= 0:
                    return state.now._replace(reading=True)
            wait([work.ended], timeout=left)
            if not state.now.good and not work.ended.done():
                progress(state.done)
        if work.begun >= asked:  # what was edited before the question is in the answer
            return state.now


class _Outdated(Exception):
    """The files changed while they were being read."""


LOOK = 0.5
"""Seconds between two looks at the files while they are being read."""


def _reload(state: RootState, root: Path, work: Reload) -> None:
    """Read the files if they changed, and put the outcome into ``state``."""
    before = state.now.good
    try:
        gathered = Gathered(*source_files.gather(root, state.known))
        while gathered != state.gathered:
            try:
                _read(state, root, gathered)
            except _Outdated:
                gathered = Gathered(*source_files.gather(root, state.known))
            except Exception as error:
                # Nothing that a file holds should come to this; if it does, no page fails for it.
                logging.getLogger(__name__).exception("the data could not be read")
                state.now, state.gathered = Now(state.now.good, [_unread(error)]), gathered
    finally:
        with state.lock:
            state.work = None
        work.ended.set_result(None)
    if state.now.good is not before:
        _warm_up(state, root)


def _read(state: RootState, root: Path, gathered: Gathered) -> None:
    """Read and check the gathered files. Raises _Outdated where they have changed meanwhile."""
    looked = time.monotonic()

    def told(done: float) -> None:
        nonlocal looked
        state.done = done
        if time.monotonic() - looked > LOOK:
            texts = source_files.gather(root, state.known)[0]
            for name, raw in gathered.texts.items():
                if name not in texts or (texts[name] != raw and not state.memory.holds(name, raw)):
                    raise _Outdated
            looked = time.monotonic()

    good = state.now.good
    dataset, problems = load(root, state.memory, gathered, told)
    if dataset is None and good is None and (texts := last_good.kept(root)):
        dataset, _ = load(root, gathered=(texts, []), progress=told)
    if dataset:
        good = Good.of(dataset)
    state.now, state.gathered = Now(good, problems), gathered


def _unread(error: Exception) -> Problem:
    message = Both("chương trình không đọc được dữ liệu: ", "the program could not read the data: ")
    hint = Both("xem nhật ký của máy chủ, rồi báo cho người làm chương trình",
                "see the server's log, and tell those who make the program")  # fmt: skip
    return Problem("data", 0, 0, message + type(error).__name__, hint)


def _warm_up(state: RootState, root: Path) -> None:
    """Keep the good data for a restart, and fill the caches of large data; in one thread, in the background."""
    done: Good | None = None
    while (now := state.now).good is not done and (good := now.good) and state.ahead.acquire(blocking=False):
        try:
            if not now.problems:
                last_good.keep(root, good.dataset.texts)
            good.figures.warm()
            good.dataset.finder.warm()
            done = good
        finally:
            state.ahead.release()
