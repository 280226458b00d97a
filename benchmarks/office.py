"""How long reports take, and what LibreOffice makes of them: ``python -m benchmarks.office [--soffice PROGRAM]``.

For reports of ten and of forty charts in each format the seconds. Then a report of every kind of item in each format
and language becomes a PDF in LibreOffice (its Writer, Impress and Calc), and what a reader has to find there is looked
for in the PDF's text: every value, date and source, of documents and workbooks every printed phrase too (slides have
them in their notes, which are not printed). ``--keep DIR`` keeps files and PDFs, to be looked at.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pypdfium2

from dashboard.articles.verify.proofs import status
from dashboard.charts.figure_index import FigureIndex
from dashboard.checks.loading import load
from dashboard.export.report.blocks import Report, clean, graphs
from dashboard.export.report.build import KINDS, build
from dashboard.export.report.content import content
from dashboard.export.report.spec import Item, Spec
from dashboard.figures.figure import figures_of
from dashboard.figures.frame import build as frame
from dashboard.language.words import LANGUAGES
from dashboard.records.dataset import Dataset

ITEMS = (
    {"chart": "?chart=party-members&level=province"}, {"chart": "?places=ben-tre,dong-nai,lam-dong&chart=over-time"},
    {"chart": "?chart=members-per-organization&level=province"},
    {"chart": "?places=ben-tre,dong-nai,lam-dong&chart=grassroots-organizations"},
    {"chart": "?places=ben-tre,dong-nai&chart=comparison"}, {"chart": "?theme=organisation&chart=single"},
    {"chart": "?theme=organisation&chart=scorecard&places=ben-tre,dong-nai"}, {"table": "?indicator=party_members"},
    {"table": "?chart=tccsd-clean-strong"}, {"comparison": "?places=ben-tre,dong-nai,lam-dong"},
    {"sentence": "?places=ben-tre,dong-nai&indicator=party_members"},
    {"sentence": "?places=ben-tre&indicator=party_members"},
)  # fmt: skip
_MANY = '<item oor:path="/org.openoffice.Office.Common/Cache/Writer"><prop oor:name="OLE_Objects" oor:op="fuse">'
_PROFILE = (
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" '
    'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    f"{_MANY}<value>500</value></prop></item></oor:items>"
)
"""LibreOffice draws only its latest 20 charts anew, others as they were before it knew their size: here all are."""


def main() -> None:
    """Print seconds, then for each file its pages and what its PDF lacks."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--soffice", default="soffice", help="the program of LibreOffice (default: soffice)")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="folder for the files and their PDFs")
    arguments = parser.parse_args()
    dataset, problems = load(Path())
    assert dataset is not None, problems
    figures = FigureIndex(dataset, figures_of(frame(dataset)))
    _times(dataset, figures)
    with tempfile.TemporaryDirectory() as folder:
        kept = arguments.keep or Path(folder)
        kept.mkdir(parents=True, exist_ok=True)
        for language in LANGUAGES:
            spec = Spec.model_validate(
                {"title": "Đối sánh", "language": language, "items": [Item(**one) for one in ITEMS]}
            )
            report = content(spec, figures, status(dataset))
            for kind in KINDS:
                file = kept / f"report-{language}.{kind}"
                file.write_bytes(build(spec, kind, figures, status(dataset)))
                _look(file, report, kind, arguments.soffice, Path(folder))


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _times(dataset: Dataset, figures: FigureIndex) -> None:
    charts = list(dataset.charts)
    for count in (10, 40):
        items = [Item(chart=f"?chart={id}") for id in charts[:count]]
        spec = Spec(title="Đối sánh", items=items)
        for kind in KINDS:
            began = time.perf_counter(), time.process_time()
            made = build(spec, kind, figures, status(dataset))
            took = time.perf_counter() - began[0], time.process_time() - began[1]
            _tell(f"{count} charts, {kind}: {took[0]:.2f} s ({took[1]:.2f} s of computing), {len(made) // 1024} kB")
    drawn = sum(len(graphs(section.blocks)) for section in content(spec, figures, status(dataset)).sections)
    _tell(f"of 40 charts there are {drawn} native ones, one a panel")


def _look(file: Path, report: Report, kind: str, soffice: str, folder: Path) -> None:
    profile = folder / "profile"
    settings = profile / "user" / "registrymodifications.xcu"
    if not settings.exists():
        settings.parent.mkdir(parents=True)
        settings.write_text(_PROFILE, "utf-8")
    told = subprocess.run(
        [soffice, "--headless", f"-env:UserInstallation={profile.as_uri()}", "--convert-to", "pdf", "--outdir",
         str(file.parent), str(file)],
        check=False, capture_output=True, text=True, timeout=600,
    )  # fmt: skip
    made = file.with_name(f"{file.stem}.pdf")
    if not made.exists():
        _tell(f"{file.name}: no PDF; LibreOffice says {told.stderr.strip() or told.stdout.strip()!r}")
        return
    pdf = made.rename(file.with_name(f"{file.name}.pdf"))
    document = pypdfium2.PdfDocument(str(pdf))
    text = _bare("".join(page.get_textpage().get_text_bounded() for page in document))
    wanted = list(dict.fromkeys(_wanted(report, kind)))
    missing = [one for one in wanted if _bare(one) not in text]
    _tell(f"{file.name}: {len(document)} pages; {len(wanted) - len(missing)} of {len(wanted)} texts found")
    for one in missing[:10]:
        _tell(f"    missing: {one}")


def _wanted(report: Report, kind: str) -> Iterator[str]:
    """What a reader has to find on paper."""
    for section in report.sections:
        yield section.title
        drawn = graphs(section.blocks)
        beside = {one.id for graph in drawn for one in graph.shown}  # their numbers are at the bars, without the unit
        for one in section.shown:
            if kind != "pptx" or one.id not in beside:
                yield one.value.removesuffix(f" {one.unit}") if kind == "pptx" else one.value  # not where a name has it
            yield from (one.date, *one.sources.values(), *([one.printed] if kind != "pptx" else []))
        for graph in drawn:
            yield from (point.label for series in graph.series for point in series.points if point.label)
    for source in report.sources:
        yield f"[{source.number}]"
        yield source.full
    yield from report.method


def _bare(text: str) -> str:
    """Without spaces, signs that another font draws, and what a PDF puts at the end of a line."""
    return "".join(char for char in clean(text) if not char.isspace() and char not in "✓△✗\N{SOFT HYPHEN}\ufffe")


if __name__ == "__main__":
    main()
