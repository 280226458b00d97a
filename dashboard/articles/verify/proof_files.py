"""Writing the stored proofs: those of fully proven articles, and no others left behind."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dashboard.articles.verify.article import Result
from dashboard.articles.verify.proofs import content, stored
from dashboard.articles.verify.text_files import declared
from dashboard.records import atomic_write
from dashboard.records.dataset import Dataset
from dashboard.records.source_files import PROOFS


def plan(dataset: Dataset, results: Sequence[Result]) -> tuple[dict[str, bytes], list[str]]:
    """What brings data/proofs/ up to date: the files to write, by name, and the names of those to delete.

    A proof is stored for each complete article. It goes where the text speaks against it, where its record says that
    no text is held, and where there is no such article. The proof of an article whose text was not found stays.
    """
    complete = {f"{PROOFS}/{one.article}.json": content(dataset, one) for one in results if one.complete}
    spoiled = {f"{PROOFS}/{one.article}.json" for one in results if one.failed}
    proofs = [name for name in dataset.texts if name.startswith(f"{PROOFS}/")]
    kept = {f"{PROOFS}/{one}.json" for one in stored(dataset)[0] if declared(dataset.articles[one].text)}
    changed = {name: raw for name, raw in sorted(complete.items()) if dataset.texts.get(name) != raw}
    return changed, [name for name in proofs if name not in complete and (name in spoiled or name not in kept)]


def write(root: Path, dataset: Dataset, results: Sequence[Result]) -> tuple[list[str], list[str]]:
    """Do what :func:`plan` says; returns the names of the files written and of those deleted. Raises OSError."""
    changed, deleted = plan(dataset, results)
    for name, raw in changed.items():
        atomic_write.write(root / name, raw)
    for name in deleted:
        (root / name).unlink(missing_ok=True)
    return list(changed), deleted
