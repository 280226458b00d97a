"""``doisanh report``: chosen charts, tables, sentences and comparisons as one document."""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dashboard.cli.terminal import load_or_tell, misuse, tell
from dashboard.language.words import LANGUAGES
from dashboard.records import atomic_write

if TYPE_CHECKING:
    from dashboard.records.dataset import Dataset

HELP = "a report of chosen charts, tables and sentences: Word, PowerPoint or Excel"
KINDS: Final = ("docx", "pptx", "xlsx")
"""The keys of ``build.KINDS``, repeated so that the command line need not import the writers; a test compares them."""
_OFTEN: Final = 1.0  # seconds between two lines of progress


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("spec", type=Path, metavar="SPEC.yaml", help="what the report holds (docs/commands.md)")
    parser.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help="file to write, its ending .docx, .pptx or .xlsx"
    )
    parser.add_argument("--lang", choices=LANGUAGES, default="vi", help="language of messages (default: vi)")


def run(root: Path, arguments: argparse.Namespace) -> int:
    """Write the report. 0 well, 1 problems in the data or in what the report is to hold, 2 misuse."""
    from dashboard.language.bilingual import Both

    spec, out = arguments.spec.expanduser(), arguments.out.expanduser()
    kind = out.suffix.lower().removeprefix(".")
    if kind not in KINDS:
        return misuse(f"--out {out}: the ending says the kind of file: {', '.join(f'.{one}' for one in KINDS)}")
    try:
        raw = spec.read_bytes()
    except OSError as error:
        return misuse(f"{spec}: can't be read ({error.strerror}); name a YAML file, as docs/commands.md explains it")
    said = Both("chưa viết báo cáo: dữ liệu có lỗi", "no report was written: the data has problems")
    dataset = load_or_tell(root, arguments.lang, said)
    return 1 if dataset is None else _write(dataset, raw, spec, out, kind, arguments)


def _write(dataset: Dataset, raw: bytes, file: Path, out: Path, kind: str, arguments: argparse.Namespace) -> int:
    from dashboard.articles.verify.proofs import status
    from dashboard.charts.figure_index import FigureIndex
    from dashboard.export.report.build import BadTemplate, build
    from dashboard.export.report.spec import read
    from dashboard.figures.figure import figures_of
    from dashboard.figures.frame import build as frame
    from dashboard.records.problems import report

    figures = FigureIndex(dataset, figures_of(frame(dataset)))
    spec, problems = read(raw, str(file), figures)
    if spec is None:
        tell(report(problems, arguments.lang), error=True)
        return 1
    template = None
    if spec.template is not None and not spec.template.lower().endswith(f".{kind}"):
        tell(f"template: {spec.template}: not used, it is no .{kind}", error=True)
    elif spec.template is not None:
        try:
            template = (file.parent / spec.template).read_bytes()
        except OSError as error:
            return misuse(
                f"template: {spec.template}: can't be read ({error.strerror}); it is looked for beside {file}"
            )
    try:
        content = build(spec, kind, figures, status(dataset), template=template, progress=_Progress())
    except BadTemplate as error:
        return misuse(f"template: {spec.template}: {error}")
    try:
        atomic_write.write(out, content)
    except OSError as error:
        return misuse(f"--out {out}: can't be written ({atomic_write.reason(error)}); give another file")
    tell(f"{out}")
    return 0


class _Progress:
    """Tells now and then how far a long report is."""

    def __init__(self) -> None:
        self._last = time.monotonic()

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        if now - self._last >= _OFTEN and done < total:
            self._last = now
            tell(f"{done}/{total}", error=True)
