"""``doisanh export``: figures and charts as files, all of them or those of some places and charts."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.cli.terminal import load_or_tell, misuse, tell
from dashboard.language.words import LANGUAGES
from dashboard.records import atomic_write
from dashboard.web.server.settings import NoWebAddress, web_address

if TYPE_CHECKING:  # the other commands need not wait for pandas
    import pandas as pd

    from dashboard.records.dataset import Dataset

HELP = "the figures as files"
FORMATS = ("xlsx", "csv-comma", "csv", "parquet", "package", "bib", "ris", "csl")
"""The keys of ``formats.FORMATS``, repeated so that the command line need not import the writers; a test compares
them."""

DRAWN = ("png", "svg")
"""The formats of pictures, drawn by ``export.drawing`` with an installed Chrome."""

SIZES = ("page", "report", "wide", "square", "plain")
"""The shapes of pictures (``charts.picture_sizes.SIZES``)."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument(
        "--out", type=_folder, required=True, metavar="DIR", help="folder to write to, created where it is missing"
    )
    parser.add_argument(
        "--format", type=_format, nargs="+", action="extend", default=[], metavar="FORMAT",
        help=f"{', '.join((*FORMATS, *DRAWN))}; several with commas (default: csv); csv-comma is CSV with ; and "
        "a decimal comma; bib (BibTeX), ris and csl (CSL-JSON) are the articles, for Zotero; png and svg need a Chrome",
    )  # fmt: skip
    parser.add_argument(
        "--lang", choices=LANGUAGES, default="vi",
        help="language of names and units in CSV, XLSX and pictures (default: vi); Parquet and package have both",
    )  # fmt: skip
    parser.add_argument(
        "--locality", nargs="+", action="extend", default=[], metavar="ID",
        help="only these places and what lies in them",
    )  # fmt: skip
    parser.add_argument(
        "--chart", nargs="+", action="extend", default=[], metavar="ID",
        help="only the figures that these charts show; of pictures, these (default: all)",
    )  # fmt: skip
    parser.add_argument(
        "--size", choices=SIZES, default=SIZES[0],
        help="shape of pictures: page (the default, as high as it has to be), report (the same, without the "
        "digest of the data and the places that have no figure), wide (2400 x 1350 px), square (2160 x "
        "2160), plain (the chart alone); what does not fit becomes several",
    )  # fmt: skip
    parser.add_argument("--dark", action="store_true", help="pictures on a dark ground")
    parser.add_argument(
        "--public-url", type=_address, metavar="URL",
        help="address of the dashboard, for the links inside pictures",
    )  # fmt: skip


def run(root: Path, arguments: argparse.Namespace) -> int:
    """Write the files and print what was written. 0 well, 1 nothing to export, 2 misuse."""
    from dashboard.figures.frame import build
    from dashboard.language.bilingual import Both

    said = Both("chưa xuất gì: dữ liệu có lỗi", "nothing was exported: the data has problems")
    dataset = load_or_tell(root, arguments.lang, said)
    if dataset is None:
        return 1
    localities, charts = _split(arguments.locality), _split(arguments.chart)
    if unknown := _unknown(localities, charts, dataset):
        return misuse(unknown)
    frame = build(dataset)
    rows = _rows(dataset, frame, localities, charts)
    if rows.empty:
        tell(f"nothing was exported: no figures of {', '.join([*localities, *charts])}", error=True)
        return 1
    return _export(dataset, rows, localities, charts, arguments)


def _export(
    dataset: Dataset, rows: pd.DataFrame, localities: list[str], charts: list[str], arguments: argparse.Namespace
) -> int:
    from dashboard.articles.verify.proofs import status
    from dashboard.export.extract import Extract
    from dashboard.export.formats import FORMATS as WRITERS

    extract = Extract(
        dataset, rows, status(dataset), arguments.lang,
        _within(localities, dataset) if localities else None, set(rows["indicator"]) if charts else None,
        (*localities, *charts),
    )  # fmt: skip
    folder = arguments.out
    wanted = [one for group in arguments.format for one in group] or ["csv"]
    for id in dict.fromkeys(one for one in wanted if one in FORMATS):
        for file in WRITERS[id].files(extract):
            try:
                atomic_write.write(folder / file.name, file.content)
            except OSError as error:
                return misuse(_unwritable(arguments, error))
            tell(f"{file.holds}: {folder / file.name}")
    drawn = [id for id in dict.fromkeys(wanted) if id in DRAWN]
    return _draw(dataset, localities, charts, drawn, folder, arguments) if drawn else 0


def _draw(
    dataset: Dataset, localities: list[str], charts: list[str], kinds: list[str], folder: Path,
    arguments: argparse.Namespace,
) -> int:  # fmt: skip
    """Write the charts as pictures. 0 well, 1 without a Chrome, 2 where the folder can't be written to."""
    from dashboard.export import picture_files
    from dashboard.export.drawing import CannotDraw

    look = arguments.lang, arguments.size, arguments.dark, arguments.public_url or ""
    chosen = picture_files.Chosen(tuple(localities), tuple(charts), *look)
    try:
        for file in picture_files.files(dataset, chosen, kinds):
            atomic_write.write(folder / file.name, file.content)
            tell(f"{file.holds}: {folder / file.name}")
    except CannotDraw as problem:
        tell(f"doisanh: --format {','.join(kinds)}: {problem}", error=True)
        return 1
    except OSError as error:
        return misuse(_unwritable(arguments, error))
    return 0


def _rows(dataset: Dataset, frame: pd.DataFrame, localities: list[str], charts: list[str]) -> pd.DataFrame:
    """The figures of the places and of places in them, limited to those that the charts show."""
    if localities:
        frame = frame[frame["locality"].isin(_within(localities, dataset))]
    if charts:
        from dashboard.charts import chart_selection
        from dashboard.charts.figure_index import FigureIndex
        from dashboard.charts.planner import Planner
        from dashboard.charts.view import ALL, COMPARISON, View
        from dashboard.figures.figure import figures_of

        view = View(theme=ALL)
        figures = FigureIndex(dataset, figures_of(frame))
        planner = Planner(dataset, figures, view)
        answer = chart_selection.one(dataset, figures, replace(view, places=tuple(localities)), COMPARISON)
        plans = [planner.plan(chart_selection.declared(dataset, view, id)) for id in charts if id != COMPARISON]
        shown = {
            figure.id
            for plan in (*plans, *([answer] if answer and COMPARISON in charts else []))
            for figure in plan.data
        }
        frame = frame[frame["figure_id"].isin(shown)]
    return frame


def _unwritable(arguments: argparse.Namespace, error: OSError) -> str:
    return f"--out {arguments.out}: can't be written to ({atomic_write.reason(error)}); give another folder"


def _within(localities: Iterable[str], dataset: Dataset) -> set[str]:
    from dashboard.records.places import descendants

    return {id for asked in localities for id in (asked, *descendants(asked, dataset))}


def _unknown(localities: list[str], charts: list[str], dataset: Dataset) -> str:
    """The message about the first place without figures or unknown, or unknown chart; "" where there is none."""
    from dashboard.charts.view import COMPARISON, SCORECARD, SINGLE
    from dashboard.records.places import full_label, nearest

    for asked in localities:
        if asked in dataset.localities:
            continue
        if dataset.units.get(asked):
            return f"--locality {asked}: there are no figures of {full_label(asked, dataset, 'vi')}; leave it out"
        near = nearest(asked, dataset)
        other = f"did you mean {' or '.join(near)}?" if near else "`doisanh find` has the ids"
        return f"--locality {asked}: there is no such place; {other}"
    known = [*dataset.charts, SINGLE, SCORECARD, COMPARISON]
    if COMPARISON in charts and not localities:
        return f"--chart {COMPARISON}: of which places? Name them with --locality"
    for asked in charts:
        if asked not in known:
            near = get_close_matches(asked, known, 3, 0.6)
            hint = f"did you mean {' or '.join(near)}?" if near else "the ids are in data/charts.yaml"
            return f"--chart {asked}: there is no such chart; {hint}"
    return ""


def _folder(text: str) -> Path:
    """The folder of an argument. Raises ArgumentTypeError for an unknown user's home (~nobody)."""
    try:
        return Path(text).expanduser()
    except RuntimeError as error:
        raise argparse.ArgumentTypeError(f"{text}: {error}") from error


def _format(text: str) -> list[str]:
    """The formats of an argument, separated by commas. Raises ArgumentTypeError for an unknown one."""
    found = _split([text])
    for asked in found:
        if asked not in (*FORMATS, *DRAWN):
            near = get_close_matches(asked, (*FORMATS, *DRAWN), 1, 0.5)
            hint = f"did you mean {near[0]}?" if near else f"choose from {', '.join((*FORMATS, *DRAWN))}"
            raise argparse.ArgumentTypeError(f"there is no format {asked!r}; {hint}")
    return found


def _address(text: str) -> str:
    """A web address without a slash at its end. Raises ArgumentTypeError for what is none."""
    try:
        web_address(text)
    except NoWebAddress as problem:
        raise argparse.ArgumentTypeError(str(problem)) from None
    return text.rstrip("/")


def _split(words: Sequence[str]) -> list[str]:
    """Values given one by one or separated by commas, each once."""
    return list(dict.fromkeys(part.strip() for word in words for part in word.split(",") if part.strip()))
