"""What ``doisanh check`` tells: all problems of the data, those of some files, or both again after each edit."""

from __future__ import annotations

import gc
import os
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path, PurePath

from dashboard.articles.verify.proofs import Proof, status, stored
from dashboard.checks import loading
from dashboard.checks.loading import Memory
from dashboard.checks.oddities import odd
from dashboard.cli.terminal import tell
from dashboard.language.bilingual import Both, counted
from dashboard.language.suggestions import nearest
from dashboard.language.words import Language, word
from dashboard.records.dataset import Dataset
from dashboard.records.problems import Problem, count, report
from dashboard.records.source_files import FIGURES, SEEDS, fingerprint, gather
from dashboard.records.table_files import TABLES

EVERY = 0.5
"""Seconds between two looks at the files."""


class NoFile(Exception):
    """A file asked for is none of the data; the message says which, and what may have been meant."""


def check(root: Path, files: Iterable[str], language: Language) -> int:
    """Tell all problems, or those of some files; 1 where there is one. Raises NoFile."""
    return _told(root, set(names(root, files)), language, Memory())


def watch(root: Path, files: Iterable[str], language: Language, pause: Callable[[float], None] = time.sleep) -> int:
    """Tell them now and after each edit, until Ctrl+C; only what changed is read again. Raises NoFile."""
    memory, before, chosen = Memory(), "", set(names(root, files))
    try:
        while True:
            now = fingerprint(root)
            if now != before:
                said = time.strftime("%H:%M:%S") + Both(" · Ctrl+C để dừng", " · Ctrl+C stops")
                tell(f"{chr(10) if before else ''}{said[language]}")
                before = now
                _told(root, chosen, language, memory)
            pause(EVERY)
    except KeyboardInterrupt:
        return 0


def names(root: Path, files: Iterable[str]) -> list[str]:
    """The names, relative to the root, of the files that were asked for: as paths, or an article's id for both of its.

    Raises NoFile for what is none of them.
    """
    known = [*TABLES, *(f"{folder}/{one.name}" for folder in (SEEDS, FIGURES)
                        for one in (root / folder).glob("*.yaml"))]  # fmt: skip
    found: list[str] = []
    for file in files:
        relative = Path(os.path.relpath(Path(file).absolute(), root.absolute())).as_posix()
        same = [one for one in (relative, PurePath(file).as_posix()) if one in known]
        named = same[:1] or [f"{folder}/{file}.yaml" for folder in (SEEDS, FIGURES) if f"{folder}/{file}.yaml" in known]
        if not named:
            near = nearest(file, known)
            raise NoFile(f"{file}: no file of data/ or seeds/ here, and no article's id"
                         + (f"; did you mean {near}?" if near else ""))  # fmt: skip
        found += named
    return found


def _told(root: Path, chosen: set[str], language: Language, memory: Memory) -> int:
    dataset, problems = _loaded(root, chosen, memory)
    if chosen:
        problems = [one for one in problems if one.file in chosen]
    if problems:
        sums = counted(count(problems), "lỗi", "problem") + Both(" trong ", " in ")
        sums += counted(len({problem.file for problem in problems}), "tệp", "file")
        tell(f"{report(problems, language)}\n\n{sums[language]}")
        return 1
    strange = [] if dataset is None else [one for one in odd(dataset) if not chosen or one.file in chosen]
    if strange:
        tell(f"{report(strange, language)}\n")
    if chosen:
        found = counted(len(chosen), "tệp", "file")
    else:
        assert dataset is not None, "a data set is None only where there is a problem"
        found = counted(len(dataset.articles), "bài báo", "article") + ", "
        found += counted(len(dataset.entries), "số liệu", "figure")
    found += Both(": không có lỗi", ": no problems")
    if strange:
        found += Both(f", {len(strange)} chỗ lạ cần xem lại", f", {len(strange)} odd and to be looked at")
    tell(found[language])
    return 0 if chosen or dataset is None else _proofs(dataset, language)


def _loaded(root: Path, chosen: set[str], memory: Memory) -> tuple[Dataset | None, list[Problem]]:
    """What is read, and what is wrong; of articles chosen, only they and the tables are read.

    Unless something is wrong outside them, too: an id that no other article uses may look misspelt in its table, which
    only all articles together tell.
    """
    gc.disable()  # garbage collection takes a sixth of the time here, and finds nothing to free
    try:
        if chosen and not chosen & {*TABLES}:
            texts, problems = gather(root)
            wanted = {PurePath(one).name for one in chosen}
            some = {name: raw for name, raw in texts.items()
                    if not name.startswith((f"{SEEDS}/", f"{FIGURES}/")) or PurePath(name).name in wanted}  # fmt: skip
            dataset, problems = loading.load(root, gathered=(some, problems))
            if all(one.file in chosen for one in problems):
                return dataset, problems
        return loading.load(root, memory)
    finally:
        gc.enable()


def _proofs(dataset: Dataset, language: Language) -> int:
    """Tell how many figures are proven; 1 where a stored proof is damaged."""
    proofs, damaged = stored(dataset)
    if proofs:
        marks = Counter(status(dataset).values())
        listed = "; ".join(f"{word(mark, language)} ({marks[mark]})" for mark in Proof if marks[mark])
        tell(Both("đối chiếu: ", "proofs: ")[language] + listed)
    if damaged:
        tell(report(damaged, language))
    return int(bool(damaged))
