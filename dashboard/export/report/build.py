"""Builds a report as a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from dashboard.articles.verify.proofs import Proof
from dashboard.charts.figure_index import FigureIndex
from dashboard.export.report.content import content
from dashboard.export.report.spec import Spec

KINDS: Final = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
"""The kinds of files, by the ending of their name, with their media types."""


class BadTemplate(ValueError):
    """A template that can't be read as a file of its kind. The message says why."""


def build(
    spec: Spec, kind: str, figures: FigureIndex, proofs: Mapping[str, Proof], *, template: bytes | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> bytes:  # fmt: skip
    """The file of a report. ``kind``: one of ``KINDS``; ``template``: the file to begin with, never one that a visitor
    names; ``progress`` is told how many of how many sections are written.

    Raises content.Unreadable for an item that ``spec.faults`` finds wrong, and BadTemplate.
    """
    report = content(spec, figures, proofs)
    from dashboard.export.report.word import to_docx

    return to_docx(report, template, lambda done: progress(done, len(report.sections)))
