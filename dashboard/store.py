"""The data that the pages show: read once for each state of the files, and the last good one kept.

The only module that touches Streamlit's cache. Its key is the content of the files, not their path: an edit appears at
the next interaction, and an edit that breaks something leaves the last good data on view beside the problems.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import streamlit as st

from dashboard import frame
from dashboard.dataset import Dataset
from dashboard.folder import fingerprint
from dashboard.problems import Problem
from dashboard.reading import load
from dashboard.verify.proofs import Proof, StoredCoverage, covered, status


@dataclass(frozen=True)
class Good:
    """Data without problems, its frame (one row a figure, see ``frame``), and what of it was proven."""

    dataset: Dataset
    frame: pd.DataFrame
    proofs: Mapping[str, Proof]
    coverage: Mapping[str, StoredCoverage]

    @classmethod
    def of(cls, dataset: Dataset) -> Good:
        """All that the pages need of a data set, computed once."""
        return cls(dataset, frame.build(dataset), status(dataset), covered(dataset))


@dataclass
class Shelf:
    """The last good data of one root, shared by all sessions."""

    good: Good | None = None


@st.cache_resource(show_spinner=False)
def _shelf(root: str) -> Shelf:  # noqa: ARG001  the cache's key
    return Shelf()


@st.cache_resource(show_spinner=False, max_entries=3)
def _read(root: str, content: str) -> tuple[Good | None, list[Problem]]:  # noqa: ARG001  content is the cache's key
    dataset, problems = load(Path(root))
    return (Good.of(dataset) if dataset else None), problems


def current(root: Path) -> tuple[Good | None, list[Problem]]:
    """The data as it is now, or the last good one (None if there never was any) with the problems of what is now."""
    good, problems = _read(str(root), fingerprint(root))
    shelf = _shelf(str(root))
    if good:
        shelf.good = good
    return shelf.good, problems
