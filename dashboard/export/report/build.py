"""Builds a report as a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from dashboard.articles.verify.proofs import Proof
from dashboard.charts.figure_index import FigureIndex
from dashboard.export.report.content import content
from dashboard.export.report.spec import Spec

KINDS: Final = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""The kinds of files, by the ending of their name, with their media types."""


def _silent(done: int, total: int) -> None:
    """Progress that nobody asked for."""


class BadTemplate(ValueError):
    """A template that can't be read as a file of its kind. The message says why."""


def build(
    spec: Spec, kind: str, figures: FigureIndex, proofs: Mapping[str, Proof], *, template: bytes | None = None,
    most: int | None = None, progress: Callable[[int, int], None] = _silent,
) -> bytes:  # fmt: skip
    """The file of a report. ``kind``: one of ``KINDS``; ``template``: the file to begin with, never one that a visitor
    names; ``most`` as in ``content``; ``progress`` is told how many of how many sections are written.

    Raises content.Unreadable for an item that ``spec.faults`` finds wrong, content.TooMuch, and BadTemplate. A
    workbook has no template.
    """
    report = content(spec, figures, proofs, most=most)

    def told(done: int) -> None:
        progress(done, len(report.sections))

    # Imported here: python-docx and python-pptx take as long to import as a report to write.
    if kind == "xlsx":
        from dashboard.export.report.sheets import to_xlsx

        return to_xlsx(report, told)
    if kind == "pptx":
        from dashboard.export.report import slides

        return slides.to_pptx(report, _opened(slides.opened, template, kind), told)
    from dashboard.export.report import word

    return word.to_docx(report, _opened(word.opened, template, kind), told)


def _opened(opened: Callable[[bytes | None], Any], template: bytes | None, kind: str) -> Any:
    """The document that a report begins with: a template, or ours. Raises BadTemplate."""
    try:
        return opened(template)
    except Exception as error:
        if template is None:
            raise
        raise BadTemplate(f"it can't be read as a .{kind} file ({error}); save it anew as .{kind}") from error
