"""How do one or more servers behave under load and when one fails? Tables of waiting times, and of requests lost.

    python -m benchmarks.operate [load] [pictures] [replicas] [--seconds N] [--visitors N …]

load      visitors who change places every two seconds, at views that were shown before (warm) and at views that nobody
          has seen (cold), with one and with two worker processes: seconds until a change is shown, and the processor's
          milliseconds for each
pictures  what one visitor waits for, alone and while four others ask for the pictures of all themes without a pause:
          the first page with its charts, and changes to views that were shown before
replicas  two of doisanh behind nginx as deploy/nginx has it, at / and below a path, each visitor kept at one of them
          (sticky) or not; meanwhile data is edited, one is killed, and both are restarted: what was asked for, what
          failed, the clicks that were lost, and how often at most a click's connection had to be made again

The visitors speak Streamlit's own protocol and take no browser (``benchmarks.visitors``), but some of the processor:
about a tenth of what the server takes. Nothing is asserted; the load of the machine stands beside each figure. All runs
end by themselves, and only what this started is ended.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import shutil
import ssl
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import same_figures
from benchmarks.contenders import HOUSE, PATIENCE, CannotRun, Contender, running
from benchmarks.page import load
from benchmarks.visitors import Seen, Visitor, crowd, queries, share
from dashboard.checks.loading import load as read
from tests import nginx
from tests.browser.server import free_port
from tests.nginx import NginxFailed

PARTS = ("load", "pictures", "replicas")
PAUSE = 2.0
"""Seconds between two changes of a visitor."""
BREATH = 0.2
"""Seconds before a visitor looks at the next, where pictures are asked for meanwhile."""
CALM, EDITED, KILLED, DOWN, BACK = PHASES = ("calm", "data edited", "one killed", "all stopped", "all back")
FILES = ("", "first", "first?places=ben-tre", "pictures?chart=party-members", "tables?format=csv&places=ben-tre",
         "tables?format=xlsx&place=ben-tre")  # fmt: skip
_PROCESSES = (shutil.which("ps") or "ps", "-A", "-o", "pid=,ppid=")
_TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


def _write(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _views() -> tuple[list[str], list[str]]:
    """The places that have figures, and the themes, of doisanh's own data."""
    dataset, _ = read(HOUSE)
    if dataset is None:
        raise CannotRun("doisanh's own data has problems: doisanh check lists them")
    return sorted({entry.locality for entry in dataset.entries}), list(dataset.themes)


# --- load ------------------------------------------------------------------------------------------------------------


def under_load(home: Path, seconds: float, counts: Sequence[int]) -> None:
    """The table of one and two workers, so many visitors, warm and cold views."""
    places, themes = _views()
    heads = ("workers", "visitors", "views", "changes", "p50 s", "p95 s", "lost", "CPU ms")
    _write("\n" + "".join(f"{head:>9}" for head in heads) + "  load")
    for workers in (1, 2):
        for count in counts:
            for cold in (False, True):
                with running(_served(workers), home) as server:
                    asked = [queries(places, themes, cold=cold, seed=number + 1) for number in range(count)]
                    if not cold:
                        asyncio.run(_warmed(f"{server.address}/", places, themes[0], 4 * workers))
                    begun: list[float] = []
                    seen = asyncio.run(
                        crowd(
                            f"{server.address}/", asked, seconds=seconds, pause=PAUSE,
                            opened=lambda: begun.append(_processor(server.process.pid)),  # noqa: B023  asked at once
                        )
                    )  # fmt: skip
                    spent = _processor(server.process.pid) - begun[0]
                waits = seen.waits
                _write(
                    f"{workers:>9}{count:>9}{'cold' if cold else 'warm':>9}{len(waits):>9}{share(waits, 0.5):>9.2f}"
                    f"{share(waits, 0.95):>9.2f}{seen.lost:>9}{spent / max(1, len(waits)) * 1000:>9.1f}  {load()}"
                )


def _served(workers: int) -> Contender:
    """doisanh with its own data, in so many processes."""
    options = ("--port", "{port}", "--root", str(HOUSE), "--workers", str(workers))
    return Contender("doisanh", (sys.executable, "-m", "dashboard", "serve", *options), "/_stcore/health")


async def _warmed(address: str, places: Sequence[str], theme: str, visitors: int) -> None:
    """Show each view to several visitors, so that every worker has it cached."""
    there = [Visitor(address, Seen()) for _ in range(visitors)]
    for place in places:
        for query in (f"places={place}", f"places={place}&theme={theme}"):
            await asyncio.gather(*(one.ask(query) for one in there))
    for one in there:
        await one.leave()


def _processor(process: int) -> float:
    """Seconds of the processor that a process and its children have used; 0 where the system has no /proc."""
    listed = subprocess.run(_PROCESSES, capture_output=True, text=True, check=False).stdout
    pairs = [tuple(map(int, line.split())) for line in listed.splitlines()]
    found = 0.0
    for id in [process, *(id for id, parent in pairs if parent == process)]:
        try:
            words = Path(f"/proc/{id}/stat").read_text("utf-8").rpartition(")")[2].split()
        except OSError:
            continue
        found += (int(words[11]) + int(words[12])) / _TICKS
    return found


# --- pictures --------------------------------------------------------------------------------------------------------


def beside_pictures(home: Path, seconds: float) -> None:
    """The table of one and two workers, with nobody and with four who ask for pictures."""
    places, themes = _views()
    heads = ("workers", "clients", "asked", "first p50", "p95 ms", "change p50", "p95 ms", "pictures/min")
    _write("\n" + "".join(f"{head:>13}" for head in heads) + "  load")
    for workers in (1, 2):
        for clients in (0, 4):
            with running(_served(workers), home) as server:
                asyncio.run(_warmed(f"{server.address}/", places, themes[0], 4 * workers))
                made: list[float] = []
                over = threading.Event()
                asking = [
                    threading.Thread(target=_again, args=(f"{server.address}/pictures?theme=all", made, over))
                    for _ in range(clients)
                ]
                for thread in asking:
                    thread.start()
                try:
                    first, changes = asyncio.run(_pages(f"{server.address}/", places, themes[0], seconds))
                    answered = len(made)
                finally:
                    over.set()
                    for thread in asking:
                        thread.join()
            waits = (share(first, 0.5), share(first, 0.95), share(changes, 0.5), share(changes, 0.95))
            _write(
                f"{workers:>13}{clients:>13}{len(first):>13}"
                + "".join(f"{wait * 1000:>13.0f}" for wait in waits)
                + f"{answered * 60 / seconds:>13.0f}  {load()}"
            )


def _again(address: str, made: list[float], over: threading.Event) -> None:
    """Request it again and again until the end; ``made`` is called after each answer."""
    while not over.is_set():
        _fetch(address)
        made.append(time.perf_counter())


async def _pages(address: str, places: Sequence[str], theme: str, seconds: float) -> tuple[list[float], list[float]]:
    """Seconds of the first page with its charts, and of changes of places, the shortest first of each."""
    first, seen = [], Seen()
    visitor = Visitor(address, Seen())
    await visitor.ask("")
    visitor.seen = seen
    end = time.perf_counter() + seconds
    for place in cycle(places):
        begun = time.perf_counter()
        if begun > end:
            break
        await asyncio.to_thread(_fetch, address, f"{address}first")
        first.append(time.perf_counter() - begun)
        await visitor.ask(f"places={place}&theme={theme}")
        await asyncio.sleep(BREATH)
    await visitor.leave()
    return sorted(first), seen.waits


def _fetch(*addresses: str) -> None:
    for address in addresses:
        request = urllib.request.Request(address, headers={"Accept": "text/html,*/*"})  # noqa: S310  our own address
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310
            answer.read()


# --- replicas --------------------------------------------------------------------------------------------------------


@dataclass
class Asked:
    """Requests for files: when each was answered, what for, and whether it failed ("" if not)."""

    made: list[tuple[float, str, str]] = field(default_factory=list)


def behind_nginx(home: Path, seconds: float, count: int) -> None:
    """The table of arrangements and of what happened meanwhile."""
    if lacking := nginx.lacking():
        raise CannotRun(f"{' and '.join(lacking)} not found; on Debian: apt-get install {' '.join(lacking)}")
    heads = ("clicks", "lost", "p95 s", "again", "requests", "failed")
    _write(f"\n{'at':<11}{'sticky':<8}{'meanwhile':<15}" + "".join(f"{head:>9}" for head in heads) + "  load")
    for path in ("/", "/doisanh/"):
        for sticky in (True, False):
            with ExitStack() as stack:
                folder = Path(stack.enter_context(TemporaryDirectory(dir=home)))
                _arrangement(stack, folder, path, sticky=sticky, seconds=seconds, count=count)


def _arrangement(stack: ExitStack, folder: Path, path: str, *, sticky: bool, seconds: float, count: int) -> None:
    root = folder / "root"
    same_figures.copied(HOUSE, root)
    front, ports = free_port(), [free_port(), free_port()]
    address = f"https://localhost:{front}{path}"
    replicas = [_Replica(port, root, address, folder) for port in ports]
    for one in replicas:
        stack.callback(one.end)
        one.start()
    for one in replicas:
        one.wait()
    configuration = nginx.written(folder, front, ports, name="localhost", below=path != "/", sticky=sticky)
    stack.enter_context(nginx.running(configuration, front))
    times: list[tuple[float, str]] = []
    over = threading.Event()

    def events() -> None:
        """What happens, part by part; whatever goes wrong, the visitors leave then."""
        try:
            _events(times, replicas, root, seconds)
        finally:
            over.set()

    places, themes = _views()
    tls = nginx.trusting(configuration)
    asked = Asked()
    happening = threading.Thread(target=events)
    asking = threading.Thread(target=_ask, args=(address, tls, asked, over))
    views = [queries(places, themes, cold=False, seed=number + 1) for number in range(count)]

    def began() -> None:
        happening.start()
        asking.start()

    try:
        seen = asyncio.run(crowd(address, views, seconds=over, pause=PAUSE, tls=tls, opened=began))
    finally:
        over.set()
        for thread in (happening, asking):
            if thread.ident:
                thread.join()
    for name in PHASES:
        start = next((when for when, phase in times if phase == name), float("inf"))
        end = min((when for when, _ in times if when > start), default=float("inf"))
        part = Seen([one for one in seen.clicks if start <= one.began + one.waited < end])  # by when it was shown
        made = [failed for when, _, failed in asked.made if start <= when < end]
        _write(
            f"{path:<11}{'yes' if sticky else 'no':<8}{name:<15}{len(part.clicks):>9}{part.lost:>9}"
            f"{share(part.waits, 0.95):>9.2f}{max((one.again for one in part.clicks), default=0):>9}"
            f"{len(made):>9}{sum(map(bool, made)):>9}  {load()}"
        )
    told = {f"{what or 'page'}: {failed}" for _, what, failed in asked.made if failed}
    for line in sorted(told)[:8]:
        _write(f"    {line}")


def _events(times: list[tuple[float, str]], replicas: Sequence[_Replica], root: Path, seconds: float) -> None:
    """Edit data, kill one, stop and start all; ``times`` is told when each part begins."""

    def now(phase: str) -> None:
        times.append((time.perf_counter(), phase))

    now(CALM)
    time.sleep(seconds)
    now(EDITED)
    for number in range(3):
        for file in sorted((root / "data/figures").glob("*.yaml"))[:2]:
            file.write_text(file.read_text("utf-8") + f"# edited {number}\n", "utf-8")
        time.sleep(seconds / 3)
    now(KILLED)
    replicas[0].kill()
    time.sleep(seconds / 2)
    replicas[0].start()
    replicas[0].wait()
    time.sleep(seconds / 2)
    now(DOWN)
    for one in replicas:
        one.end()
    for one in replicas:
        one.start()
    for one in replicas:
        one.wait()
    now(BACK)
    time.sleep(seconds)


def _ask(address: str, tls: ssl.SSLContext, asked: Asked, over: threading.Event) -> None:
    """Ask for each of FILES in turn, over a new connection each time, until it is over."""
    while True:
        for file in FILES:
            if over.wait(0.1):
                return
            headers = {} if file else {"Accept": "text/html"}
            request = urllib.request.Request(address + file, headers=headers)  # noqa: S310  our own address
            try:
                with urllib.request.urlopen(request, timeout=30, context=tls) as answer:  # noqa: S310
                    answer.read()
                    failed = ""
            except urllib.error.HTTPError as error:
                failed = str(error.code)
            except OSError as error:
                failed = str(error)
            asked.made.append((time.perf_counter(), file.partition("?")[0], failed))


class _Replica:
    """One of the servers: it can be killed and started again at its port."""

    def __init__(self, port: int, root: Path, address: str, folder: Path) -> None:
        self._port = port
        self._command = [sys.executable, "-m", "dashboard", "serve", "--port", str(port), "--root", str(root),
                         "--public-url", address.rstrip("/")]  # fmt: skip
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with (self._folder / f"{self._port}.log").open("ab") as log:
            self._process = subprocess.Popen(
                self._command, cwd=HOUSE, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                env={**os.environ, "HOME": str(self._folder)},
            )  # fmt: skip

    def wait(self) -> None:
        """Wait until it answers. Raises CannotRun."""
        begun = time.perf_counter()
        while time.perf_counter() - begun < PATIENCE:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self._port}/_stcore/health", timeout=5):
                    return
            except OSError:
                time.sleep(0.1)
        raise CannotRun(f"a replica did not come up; its log is {self._folder / f'{self._port}.log'}")

    def kill(self) -> None:
        """Kill it, as a crash would."""
        if self._process:
            self._process.kill()
            self._process.wait()

    def end(self) -> None:
        """Stop it, and wait for that."""
        if self._process:
            self._process.terminate()
            try:
                self._process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                self.kill()


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; the exit code: 0, or 2 where something can't be had."""
    parser = argparse.ArgumentParser(
        "benchmarks.operate", description="load, pictures, replicas: what visitors wait for, lose"
    )
    parser.add_argument("parts", nargs="*", choices=(*PARTS, []), help="all, if none is named")
    parser.add_argument("--seconds", type=float, default=20, metavar="N", help="of each run, or part of one")
    parser.add_argument("--visitors", type=int, nargs="+", default=[50, 100], metavar="N", help="under load")
    parser.add_argument("--behind", type=int, default=16, metavar="N", help="visitors of the replicas (default: 16)")
    asked = parser.parse_args(arguments)
    parts = asked.parts or PARTS
    try:
        with TemporaryDirectory(prefix="doisanh-operate-", ignore_cleanup_errors=True) as made:
            if "load" in parts:
                under_load(Path(made), asked.seconds, asked.visitors)
            if "pictures" in parts:
                beside_pictures(Path(made), asked.seconds)
            if "replicas" in parts:
                behind_nginx(Path(made), asked.seconds, asked.behind)
    except (CannotRun, NginxFailed) as problem:
        sys.stderr.write(f"benchmarks.operate: {problem}\n")
        return 2
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
