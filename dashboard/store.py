"""The data that the pages show: read once for each state of the files, and the last good one kept.

The only module that touches Streamlit's cache. Its key is the content of the files, not their path: an edit appears at
the next interaction, and an edit that breaks something leaves the last good data on view beside the problems.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd
import streamlit as st

from dashboard import frame
from dashboard.dataset import Dataset
from dashboard.folder import fingerprint
from dashboard.problems import Problem
from dashboard.reading import load


@dataclass(frozen=True)
class Good:
    """Data without problems, and its frame (one row a figure, see ``frame``)."""

    dataset: Dataset
    frame: pd.DataFrame


@dataclass
class Shelf:
    """The last good data of one root, shared by all sessions."""

    good: Good | None = None
    problems: list[Problem] = field(default_factory=list)


@st.cache_resource(show_spinner=False)
def _shelf(root: str) -> Shelf:
    return Shelf()


@st.cache_resource(show_spinner=False, max_entries=3)
def _read(root: str, content: str) -> tuple[Good | None, list[Problem]]:
    dataset, problems = load(Path(root))
    return (Good(dataset, frame.build(dataset)) if dataset else None), problems


def current(root: Path) -> tuple[Good | None, list[Problem]]:
    """The data as it is now, or the last good one (None if there never was any) with the problems of what is now."""
    good, problems = _read(str(root), fingerprint(root))
    shelf = _shelf(str(root))
    if good:
        shelf.good = good
    return shelf.good, problems
