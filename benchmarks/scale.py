"""How do reading, checking and drawing grow, from today's data to an article from every commune?

    python -m benchmarks.scale [--runs N] [--browser] [--keep DIR]

Makes data sets (``benchmarks.communes``) of a tenth, a third and all of the country's 3,321 communes, measures each,
and today's data, in fresh processes: medians, in seconds of processor time (user and system), which other work on the
machine moves less than the clock does.

compose       a bare ``yaml.compose`` with the C loader over the same files: the yardstick
check         ``doisanh check``, the whole process
first load    what a server does at its first page: read, check, make the frame and the figures
unchanged     what it does at every page after that: see that nothing changed
one changed   the same after one article was corrected: that one is read and checked, all of it made anew
five places   the Compare page's charts of five places, for the first time; again: the same once more
options       the places that the picker offers
found         the charts that a search names
export        ``doisanh export`` of the whole table as CSV, Parquet and data package, the whole process; xlsx: as XLSX
memory        of the process that loaded, and after a correction: Python, pandas and plotly alone take about 150 MB

With ``--browser`` also, in Chromium, by the page's own clock and for five places: ``reload`` until the first chart, and
``filter``, from a click on another theme until a chart of it is there. Nothing is asserted on time; the load of the
machine is printed beside.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import yaml

from benchmarks import communes

HOUSE = communes.HOUSE
SIZES = (332, 1107, 3321)
GOALS = {"check / compose": 4.0, "memory": 500.0}

Figures = Mapping[str, float]


class Process(NamedTuple):
    """A process that has ended: its processor seconds, its peak of memory in MB, and what it printed."""

    seconds: float
    peak: float
    printed: str


def run(*words: str) -> Process:
    """Run Python with some arguments in the project's folder. Raises CalledProcessError."""
    command = [sys.executable, *words]
    with subprocess.Popen(command, cwd=HOUSE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        printed = process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, printed)
    return Process(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, printed)


# --- in a process of its own ---------------------------------------------------------------------


def compose(root: Path) -> None:
    """The yardstick: parse every YAML file of a data set, and nothing else."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    for folder in ("data", "seeds"):
        for file in sorted((root / folder).glob("**/*.yaml")):
            yaml.compose(file.read_bytes(), Loader=loader)


def inside(root: Path) -> Figures:
    """The work of a server, step by step, in seconds of processor time; memory in MB."""
    from dashboard.charts.view import ALL, View
    from dashboard.web.board import cards
    from dashboard.web.components import place_options
    from dashboard.web.server import store

    found: dict[str, float] = {}
    store.MOMENT = 600.0  # how long an edit takes is what is asked, not what is shown meanwhile

    def timed(name: str, work: Callable[[], Any]) -> Any:
        begun, clock = time.process_time(), time.perf_counter()
        result = work()
        found[name], found[f"{name}, clock"] = time.process_time() - begun, time.perf_counter() - clock
        return result

    good, problems, _ = timed("first load", lambda: store.current(root))
    assert good, "\n".join(map(str, problems[:5]))
    found["figures"] = len(good.dataset.entries)
    found["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    time.sleep(2.1)  # what has just been written is read once more before its times are believed
    store.current(root)
    timed("unchanged", lambda: store.current(root))
    if any(article.outlet.value == communes.PAPERS[0] for article in good.dataset.articles.values()):
        communes.change(root, 0, int(time.time()))
        changed = timed("one changed", lambda: store.current(root)).good
        assert changed is not good
        good = changed
        found["memory after"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    view = View(places=tuple(article.locality for article in good.dataset.articles.values())[:5], theme=ALL)

    def build() -> None:
        cards.cards(good.dataset, good.figures, view, proofs=good.proofs)

    timed("five places", build)
    timed("again", build)
    timed("options", lambda: place_options.options(good.dataset, "vi"))
    view = View(places=view.places, query="dang vien")
    timed("found", build)
    return found


# --- in Chromium ---------------------------------------------------------------------------------

_FIRST_CHART = """() => new Promise(told => {
    const drawn = () => document.querySelector(".ds-card .main-svg");
    const look = () => drawn() ? told(performance.now()) : requestAnimationFrame(look);
    look();
})"""
_AT_REST = "[data-testid=stApp][data-test-script-state=notRunning] .ds-board[data-state=drawn]"
_OTHER_THEME = """at => new Promise(told => {
    const cards = () => [...document.querySelectorAll(".ds-card")].map(one => one.dataset.card).join();
    const before = cards(), begun = performance.now();
    const look = () => cards() !== before && document.querySelector(".ds-card .main-svg")
        ? told(performance.now() - begun) : requestAnimationFrame(look);
    document.querySelectorAll(".st-key-theme button")[at].click();
    look();
})"""


def browsed(root: Path, places: Sequence[str], runs: int) -> Figures:
    """Seconds from a reload to the first chart of some places, and from choosing another theme to its; medians."""
    from tests.browser.chromium import driving, launch
    from tests.browser.server import free_port, serving

    reloads: list[float] = []
    changes: list[float] = []
    port = free_port()
    with (
        TemporaryDirectory(prefix="doisanh-home-") as home,
        serving(
            ["dashboard", "serve", "--port", str(port), "--root", str(root)], port=port, folder=Path(home)
        ) as address,
        driving() as playwright,
        launch(playwright, Path(home)) as browser,
    ):
        page = browser.new_page()
        page.set_default_timeout(180_000)
        page.goto(f"{address}/?places={','.join(places)}")
        page.evaluate(_FIRST_CHART)
        page.wait_for_selector(_AT_REST)
        for turn in range(runs + 1):
            page.reload(wait_until="commit")
            reloads.append(page.evaluate(_FIRST_CHART) / 1000)
            page.wait_for_selector(_AT_REST)
            changes.append(page.evaluate(_OTHER_THEME, 1 + turn % 2) / 1000)
            page.wait_for_selector(_AT_REST)
            page.evaluate(_OTHER_THEME, 0)
            page.wait_for_selector(_AT_REST)
    return {"reload": statistics.median(reloads[1:]), "filter": statistics.median(changes[1:])}


def some_places(root: Path) -> list[str]:
    """Five places that have an article, in the order of their files."""
    from dashboard.checks.loading import load

    dataset, problems = load(root)
    assert dataset, "\n".join(map(str, problems[:5]))
    return list(dict.fromkeys(article.locality for article in dataset.articles.values()))[:5]


# --- the tables ----------------------------------------------------------------------------------


def measured(root: Path, runs: int) -> Figures:
    """The medians of one data set."""
    taken: dict[str, list[float]] = {}
    for _ in range(runs):
        bare, check = (
            run("-m", "benchmarks.scale", "--compose", str(root)),
            run("-m", "dashboard", "check", "--root", str(root)),
        )
        told = json.loads(run("-m", "benchmarks.scale", "--inside", str(root)).printed)
        told |= {"compose": bare.seconds, "check": check.seconds, "check, memory": check.peak}
        told["check / compose"] = check.seconds / bare.seconds
        with TemporaryDirectory(prefix="doisanh-export-") as out:
            for name, formats in (("export", "csv,parquet,package"), ("export xlsx", "xlsx")):
                made = run("-m", "dashboard", "export", "--root", str(root), "--out", out, "--format", formats)
                told |= {name: made.seconds, f"{name}, memory": made.peak}
        for name, value in told.items():
            taken.setdefault(name, []).append(value)
    return {name: statistics.median(values) for name, values in taken.items()}


ROWS = (
    "figures", "compose", "check", "check / compose", "first load", "unchanged", "one changed", "five places", "again",
    "options", "found", "export", "export xlsx", "memory", "memory after", "check, memory", "export, memory",
    "export xlsx, memory", "reload", "filter",
)  # fmt: skip


def table(columns: Mapping[str, Figures]) -> Iterator[str]:
    """One row a measure, one column a data set, and how the last grew against the one before: 1 is in proportion."""
    yield f"{'':20}" + "".join(f"{name:>14}" for name in columns) + f"{'goal':>10}{'growth':>10}"
    for name in ROWS:
        values = [figures.get(name) for figures in columns.values()]
        if any(value is not None for value in values):
            goal = f"{GOALS[name]:g}" if name in GOALS else ""
            yield (
                f"{name:20}" + "".join(map(_written, values)) + f"{goal:>10}{_growth(name, list(columns.values())):>10}"
            )


def _written(value: float | None) -> str:
    if value is None:
        return f"{'-':>14}"
    return f"{value:>14.0f}" if value >= 100 else f"{value:>14.3f}"


def _growth(name: str, columns: Sequence[Figures]) -> str:
    """How a measure grew in proportion to the figures, from the last but one data set to the last."""
    if len(columns) < 2 or name == "figures" or not all(figures.get(name) for figures in columns[-2:]):
        return ""
    less, more = columns[-2:]
    return f"{more[name] / less[name] / (more['figures'] / less['figures']):.2f}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables; the exit code."""
    parser = argparse.ArgumentParser("benchmarks.scale", description="how reading and drawing grow with the data")
    parser.add_argument("--runs", type=int, default=3, help="fresh processes for each measure (default: 3)")
    parser.add_argument("--browser", action="store_true", help="also in Chromium")
    parser.add_argument("--keep", metavar="DIR", type=Path, help="write the data sets there and leave them")
    parser.add_argument("--compose", metavar="ROOT", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--inside", metavar="ROOT", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args(arguments)
    if asked.compose:
        compose(asked.compose)
        return 0
    if asked.inside:
        sys.stdout.write(json.dumps(inside(asked.inside)))
        return 0
    with TemporaryDirectory(prefix="doisanh-scale-") as made:
        folder = asked.keep or Path(made)
        columns: dict[str, Figures] = {}
        for size in (0, *SIZES):
            root = folder / str(size) if size else HOUSE
            if size:
                communes.write(root, size)
            columns[f"{size:,} places" if size else "today"] = found = dict(measured(root, asked.runs))
            if asked.browser:
                found |= browsed(root, some_places(root), max(5, asked.runs))
            sys.stderr.write(f"{size or 'today'}: done, load {os.getloadavg()[0]:.1f}\n")
        load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
        sys.stdout.write(
            "\n".join([*table(columns), f"\n{os.cpu_count()} processors, load {load}; runs: {asked.runs}"]) + "\n"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
