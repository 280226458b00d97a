"""What a spreadsheet makes of our files and of a table from the clipboard, cell by cell, in three locales.

    python -m benchmarks.spreadsheets [--root DIR] [--lang en] [--changed]

LibreOffice Calc opens each file as for a user of that locale; every cell is then compared with the figure that it was
written from. A number or date is right, or stayed text (nothing wrong, but nothing to count with), or became another; a
text is right, or was taken for something else. Needs LibreOffice Calc and, for the clipboard, a Chromium.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

from dashboard.articles.verify.proofs import status
from dashboard.charts.assets import frontend_files
from dashboard.charts.view import ALL, View
from dashboard.checks.loading import load
from dashboard.export.brief import brief
from dashboard.export.csv_files import COMMA, harmless, to_csv
from dashboard.export.extract import Extract, whole
from dashboard.export.tables import Value
from dashboard.export.workbook import to_xlsx
from dashboard.figures.frame import build
from dashboard.web.board.cards import cards

LOCALES: Final = ("vi-VN", "de-DE", "en-US")
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_MOST: Final = 4096  # cells that are repeated more often than this are the empty rest of a sheet
_PATIENCE: Final = 180  # seconds
_SETTINGS: Final = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>{locale}</value></prop>
</item></oor:items>"""


class CannotTry(Exception):
    """What is needed is not there. The message says what."""


@dataclass(frozen=True)
class Trial:
    """A file, the filter that LibreOffice opens it with, and what each cell should hold, row by row."""

    name: str
    file: str
    content: bytes
    filter: str
    cells: list[list[Value]]
    heads: int = 1
    """How many rows above them are not compared."""


def office() -> str:
    """The program. Raises CannotTry."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if not found:
        raise CannotTry("LibreOffice is not installed; Debian has it as libreoffice-calc")
    return found


def opened(trial: Trial, locale: str, folder: Path) -> list[list[Value]]:
    """The first sheet as LibreOffice reads a file in a locale. Raises CannotTry."""
    profile = folder / f"profile-{locale}"
    settings = profile / "user" / "registrymodifications.xcu"
    if not settings.exists():
        settings.parent.mkdir(parents=True)
        settings.write_text(_SETTINGS.format(locale=locale), "utf-8")
    source = folder / trial.file
    source.write_bytes(trial.content)
    out = folder / locale
    profile_is, filter_is = f"-env:UserInstallation={profile.as_uri()}", f"--infilter={trial.filter}"
    command = [office(), profile_is, *([filter_is] if trial.filter else []), "--headless", "--convert-to", "fods",
               "--outdir", str(out), str(source)]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=_PATIENCE)
    made = out / f"{Path(trial.file).stem}.fods"
    if not made.exists():
        raise CannotTry(f"LibreOffice could not open {trial.file} ({locale})")
    table = next(ET.parse(made).getroot().iter(f"{_TABLE}table"))  # noqa: S314  our own file
    return [row for element in table.iter(f"{_TABLE}table-row") for row in _rows(element)]


def _rows(element: ET.Element) -> Iterator[list[Value]]:
    cells: list[Value] = []
    for cell in element:
        if cell.tag in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            times = int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
            cells += [_value(cell)] * (times if times < _MOST else 0)
    times = int(element.get(f"{_TABLE}number-rows-repeated", "1"))
    if times < _MOST:
        yield from [cells] * times


def _value(cell: ET.Element) -> Value:
    kind = cell.get(f"{_OFFICE}value-type")
    if kind in ("float", "percentage", "currency"):
        return float(cell.get(f"{_OFFICE}value", "nan"))
    if kind == "date":
        return date.fromisoformat(cell.get(f"{_OFFICE}date-value", "")[:10])
    if kind == "boolean":
        return cell.get(f"{_OFFICE}boolean-value") == "true"
    if kind is None:
        return None
    return "\n".join("".join(part.itertext()) for part in cell.iter(f"{_TEXT}p"))


def judged(wanted: Value, found: Value) -> str:
    """ "right", "text" or "wrong"."""
    if wanted is None or wanted == "":
        return "right" if found in (None, "") else "wrong"
    if isinstance(wanted, bool):
        return "right" if found is wanted or str(found).lower() == str(wanted).lower() else "wrong"
    if isinstance(wanted, (int, float)):
        if isinstance(found, float):
            return "right" if abs(found - wanted) <= 1e-9 * max(1.0, abs(wanted)) else "wrong"
        return "text" if isinstance(found, str) else "wrong"
    if isinstance(wanted, date):
        return "right" if found == wanted else "text" if isinstance(found, str) else "wrong"
    if not isinstance(found, str):
        return "wrong"
    return "right" if _same(wanted, found) else "wrong"


def _same(wanted: str, found: str) -> bool:
    """Spaces fall together in HTML."""
    return re.sub(r"\s+", " ", wanted).strip() == re.sub(r"\s+", " ", found).strip()


def counted(trial: Trial, found: list[list[Value]]) -> tuple[Counter[tuple[str, str]], list[str]]:
    """How many cells of numbers, dates and texts are what; and the first that are wrong."""
    tally: Counter[tuple[str, str]] = Counter()
    told = []
    body = found[trial.heads :]
    for number, row in enumerate(trial.cells):
        got = body[number] if number < len(body) else []
        for column, wanted in enumerate(row):
            cell = got[column] if column < len(got) else None
            kind = _kind(wanted)
            verdict = judged(wanted, cell)
            tally[kind, verdict] += 1
            if verdict == "wrong":
                told.append(f"row {number + 1}, column {column + 1}: {wanted!r} became {cell!r}")
    return tally, told


def _kind(value: Value) -> str:
    if isinstance(value, date):
        return "date"
    return "number" if isinstance(value, (int, float)) and not isinstance(value, bool) else "text"


def trials(extract: Extract, clipboard: tuple[str, list[list[Value]]] | None) -> list[Trial]:
    """Each of our ways into a spreadsheet."""
    table = extract.figures.in_language(extract.language)
    cells: list[list[Value]] = [[harmless(one) if isinstance(one, str) else one for one in row] for row in table.rows]
    short, _ = brief(extract)
    read = [list(row) for row in short.rows]
    csv = "Text - txt - csv (StarCalc):{},34,76,1"  # separator, quote, UTF-8, first line; the language is the locale's
    found = [
        Trial("XLSX, first sheet", "figures.xlsx", to_xlsx(extract), "", read),
        Trial("CSV, decimal comma", "comma.csv", to_csv(extract, COMMA), csv.format(59), cells),
        Trial("CSV for programs", "point.csv", to_csv(extract), csv.format(44), cells),
    ]
    if clipboard:
        html, rows = clipboard
        found.append(Trial("clipboard", "table.html", html.encode("utf-8"), "HTML (StarCalc)", rows, heads=0))
    return found


def copied(extract: Extract, browser: str) -> tuple[str, list[list[Value]]]:
    """The largest table that a card copies, as the board writes it, and what its cells are."""
    from playwright.sync_api import sync_playwright

    found, _ = cards(extract.dataset, extract.rows, View(language=extract.language, theme=ALL))
    tables = [{**card["table"], "caption": card["title"]} for card in found]
    columns = tables[0]["columns"]
    rows = [row for table in tables for row in table["rows"]]
    numbers = [number for table in tables for number in table["numbers"]]
    together = {"caption": tables[0]["caption"], "columns": columns, "rows": rows, "numbers": numbers}
    files = frontend_files()
    scripts = [re.sub(r"^import .*$|^export (default )?", "", files[name], flags=re.M)
               for name in ("dom.js", "clipboard.js")]  # fmt: skip
    with sync_playwright() as play:
        page = play.chromium.launch(executable_path=browser or None).new_page()
        page.add_script_tag(content="\n".join([*scripts, "window.asHtml = asHtml;"]))
        html: str = page.evaluate("table => asHtml(table)", json.loads(json.dumps(together)))
    wanted: list[list[Value]] = [
        [harmless(cell) if column != 2 or number is None else number for column, cell in enumerate(row)]
        for row, number in zip(rows, numbers, strict=True)
    ]
    above: list[list[Value]] = [[harmless(together["caption"])], [harmless(name) for name in columns]]
    return html, [*above, *wanted]


def table(found: Sequence[tuple[str, str, Counter[tuple[str, str]]]]) -> str:
    """The outcome as Markdown."""
    heads = ("Way", "Locale", "numbers right", "stayed text", "became another", "dates right", "stayed text",
             "became another", "texts right", "became something else")  # fmt: skip
    lines = [f"| {' | '.join(heads)} |", "|---" * len(heads) + "|"]
    for name, locale, tally in found:
        cells = [tally[kind, verdict] for kind in ("number", "date") for verdict in ("right", "text", "wrong")]
        cells += [tally["text", verdict] for verdict in ("right", "wrong")]
        lines.append(f"| {name} | {locale} | {' | '.join(map(str, cells))} |")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None, say: Callable[[str], object] = print) -> int:
    """Try every way in every locale; 1 where something is not there."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.spreadsheets", description=__doc__.splitlines()[0])
    parser.add_argument("--root", type=Path, default=Path(), help="folder with data/ and seeds/ (default: this one)")
    parser.add_argument("--lang", choices=("vi", "en"), default="vi", help="language of the files (default: vi)")
    parser.add_argument("--changed", action="store_true", help="also tell each cell that became something else")
    asked = parser.parse_args(arguments)
    dataset, problems = load(asked.root)
    if dataset is None:
        say(f"the data has problems; doisanh check lists them. The first: {problems[0]}")
        return 1
    extract = whole(dataset, build(dataset), status(dataset), asked.lang)
    browser = shutil.which("chromium") or shutil.which("google-chrome") or ""
    rows = []
    try:
        with tempfile.TemporaryDirectory() as folder:
            for trial in trials(extract, copied(extract, browser)):
                for locale in LOCALES:
                    tally, told = counted(trial, opened(trial, locale, Path(folder)))
                    rows.append((trial.name, locale, tally))
                    for line in told if asked.changed else ():
                        say(f"{trial.name}, {locale}: {line}")
    except CannotTry as problem:
        say(str(problem))
        return 1
    say(table(rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
