"""How long does a visitor wait, in doisanh and in comparable programs? A table of medians with their ratios.

    python -m benchmarks.page [--repeat N] [--only NAME …] [--peers DIR] [--no-sessions] [--json FILE]

Each page has the same six charts of the same figures of doisanh's own data, a filter by place, and a table:

doisanh       asked for those six charts
Streamlit     a plain page with ``st.plotly_chart``
Dash          a plain page with ``dcc.Graph``
floor         a static page that has its data, and calls ``Plotly.react``: less can't be had with plotly.js
first page    doisanh as it opens, which answers and draws no chart; one place is chosen, and taken back

The peers and the floor have the whole plotly.js; doisanh what installing it has cut that down to. The peers live in an
environment of their own, which is made at the first run, outside the project. In Chromium, a window of 1280 by 900, the
page's own clock looks at each frame for the charts' bars and words. A visit begins with an empty browser, at a server
that has been visited; a change of the filter with the click. A chart counts as on the screen if any of it is when the
page has come to rest. What a person waits for most ends there: "on screen"; "last" are all charts that the page draws
without being scrolled.

The order alternates, one round warms up, and what is printed are medians; Ctrl+C prints those of the rounds so
far. Nothing is asserted: the load of the machine, before and after, stands below the table.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks import same_figures
from benchmarks.contenders import HOUSE, CannotRun, Contender, contenders, memory, peers_python, running
from benchmarks.same_figures import CannotCompare

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NAMES = ("doisanh", "Streamlit", "Dash", "floor", "first page")
PEERS = ("Streamlit", "Dash", "floor")
LIMIT = 25 * 60
"""Seconds after which no other round begins."""
MANY = 20

Samples = Mapping[str, Sequence[float]]
"""Values by measure."""
Found = dict[str, dict[str, list[float]]]
"""Samples by contender."""


@dataclass(frozen=True)
class Measure:
    """A row of the table: its samples, the goal that must hold and the one to reach for."""

    name: str
    samples: tuple[str, ...]
    unit: str = "ms"
    at_least: str = ""
    reach_for: str = ""


MEASURES = (
    Measure("start to ready", ("ready",), at_least="Streamlit", reach_for="0.9 Streamlit"),
    Measure("visit: first chart", ("visit: first",), at_least="Dash, 0.7 Streamlit", reach_for="0.75 Dash"),
    Measure("visit: on screen", ("visit: screen",)),
    Measure("visit: last chart", ("visit: last",)),
    Measure("reload: first chart", ("reload: first",)),
    Measure("reload: on screen", ("reload: screen",), at_least="0.6 Streamlit", reach_for="0.75 Dash"),
    Measure("filter: on screen", ("choose", "take back"), at_least="0.9 Dash, 0.5 Streamlit", reach_for="1.2 floor"),
    Measure("PNG of one chart", ("PNG",), at_least="300 ms", reach_for="150 ms"),
    Measure("ZIP of nine at 2×", ("ZIP",), at_least="1,500 ms", reach_for="1,000 ms"),
    Measure("over the wire", ("KB",), "KB"),
    Measure("memory, 1 session", ("memory",), "MB"),
    Measure("each session beyond", ("each",), "MB", at_least="1 MB", reach_for="0.3 MB"),
)


def median(samples: Samples, measure: Measure) -> float | None:
    """The median of a measure's samples, None if there is none."""
    values = [value for name in measure.samples for value in samples.get(name, ())]
    return statistics.median(values) if values else None


def table(found: Mapping[str, Samples]) -> Iterator[str]:
    """The lines of the table: one row a measure, one column a contender, then doisanh's ratio to each peer, and the
    goals."""
    shown, against = [name for name in NAMES if name in found], []
    if "doisanh" in found:
        against = [name for name in PEERS if name in found]
    yield "".join((f"{'':22}", *(f"{name:>12}" for name in shown), *(f"{f'÷ {name}':>12}" for name in against),
                   "   at least (to reach for)"))  # fmt: skip
    for measure in MEASURES:
        values = {name: median(found[name], measure) for name in shown}
        if all(value is None for value in values.values()):
            continue
        cells = [_written(value, measure.unit) for value in values.values()]
        cells += [_ratio(values["doisanh"], values[name]) for name in against]
        goal = measure.at_least + (f" ({measure.reach_for})" if measure.reach_for else "")
        yield (
            f"{f'{measure.name}, {measure.unit}':22}" + "".join(f"{cell:>12}" for cell in cells) + f"   {goal}".rstrip()
        )


def _written(value: float | None, unit: str) -> str:
    if value is None:
        return "-"
    return f"{value:,.2f}" if unit == "MB" and value < 10 else f"{value:,.0f}"


def _ratio(ours: float | None, theirs: float | None) -> str:
    return "-" if ours is None or not theirs else f"{ours / theirs:.2f}"


def load() -> str:
    """The machine's load over 1, 5 and 15 minutes, where it tells it."""
    if not hasattr(os, "getloadavg"):
        return "not told by this system"
    return " ".join(f"{one:.2f}" for one in os.getloadavg())


# --- measuring -------------------------------------------------------------------------------------------------------


def measured(chosen: Sequence[Contender], browser: Browser, repeat: int, home: Path, found: Found) -> bool:
    """Put the samples of the contenders' starts and visits into ``found``: one round warms up, ``repeat`` count.

    False where time or Ctrl+C ended it early.
    """
    from playwright.sync_api import Error as PlaywrightError

    from benchmarks.browsing import session

    begun = time.monotonic()
    with ExitStack() as servers:
        up = {one.name: servers.enter_context(running(one, home)) for one in chosen}
        for number in range(repeat + 1):
            if number > 1 and time.monotonic() - begun > LIMIT:
                _tell(f"stopped after {number - 1} rounds: {LIMIT // 60} minutes are over")
                return False
            for one in chosen if number % 2 else reversed(chosen):
                try:
                    with running(one, home) as again:
                        sample: dict[str, float | None] = {"ready": again.seconds * 1000}
                    sample |= session(browser, one, up[one.name].address)
                except PlaywrightError as error:
                    raise CannotRun(f"the page of {one.name} did not do as expected: {error}") from error
                except KeyboardInterrupt:
                    _tell(f"stopped in round {number}")
                    return False
                for name, value in sample.items():
                    if number and value is not None:
                        found[one.name].setdefault(name, []).append(value)
            _tell(f"round {number} of {repeat}{'' if number else ' (to warm up)'}: load {load()}")
    return True


def weighed(one: Contender, browser: Browser, home: Path) -> dict[str, list[float]]:
    """Memory of a server in MB: with one visitor, and per visitor beyond, of 20; empty where it can't be measured."""
    from benchmarks.browsing import visitors

    sizes: dict[int, float | None] = {}
    with running(one, home) as server:
        for number in visitors(browser, one, server.address, MANY):
            if number in (1, MANY):
                time.sleep(1)  # what the last visit needed for a moment is given back
                sizes[number] = memory(server.process.pid)
    first, last = sizes.get(1), sizes.get(MANY)
    if first is None or last is None:
        return {}
    return {"memory": [first], "each": [(last - first) / (MANY - 1)]}


def _tell(text: str) -> None:
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; the exit code: 0, or 2 where something can't be had."""
    parser = argparse.ArgumentParser("benchmarks.page", description="what a visitor waits for, beside other tools")
    parser.add_argument("--repeat", type=int, default=10, metavar="N", help="rounds that count (default: 10)")
    parser.add_argument("--only", nargs="+", choices=NAMES, default=list(NAMES), metavar="NAME", help=", ".join(NAMES))
    parser.add_argument("--peers", type=Path, metavar="DIR", help="folder of the peers' environment, made if missing")
    parser.add_argument("--no-sessions", action="store_true", help="leave out the memory of 1 and 20 sessions")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write every sample there")
    asked = parser.parse_args(arguments)
    if asked.repeat < 1:
        parser.error("--repeat takes a number from 1")
    try:
        return _run(asked)
    except (CannotRun, CannotCompare) as problem:
        _tell(f"benchmarks.page: {problem}")
        return 2


def _run(asked: argparse.Namespace) -> int:
    from tests.browser.chromium import ChromiumMissing, driving, launch

    python = peers_python(asked.peers, _tell) if set(asked.only) & set(PEERS) else None
    with TemporaryDirectory(prefix="doisanh-page-", ignore_cleanup_errors=True) as made:
        home = Path(made)
        root, figures = home / "root", home / "figures.json"
        same_figures.copied(HOUSE, root)
        same_figures.write(root, figures)
        chosen = [one for one in contenders(root, figures, python) if one.name in asked.only]
        before = load()
        with driving() as playwright:
            try:
                browser = launch(playwright, home)
            except ChromiumMissing as problem:
                raise CannotRun(str(problem)) from problem
            found: Found = {one.name: {} for one in chosen}
            whole = measured(chosen, browser, asked.repeat, home, found)
            for one in chosen if whole and not asked.no_sessions else ():
                if one.name not in ("floor", "first page"):
                    found[one.name] |= weighed(one, browser, home)
            with suppress(Exception):  # Ctrl+C has ended it already
                browser.close()
    if asked.json:
        asked.json.write_text(json.dumps(found, indent=1), "utf-8")
    rounds = max((len(samples.get("ready", ())) for samples in found.values()), default=0)
    lines = [
        *table(found),
        "",
        f"medians of {rounds}; {os.cpu_count()} processors; load {before} before, {load()} after",
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
