"""The servers that benchmarks/page.py measures: how each is started, awaited, measured for memory, and stopped."""

from __future__ import annotations

import hashlib
import http.client
import os
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.same_figures import QUERIES
from tests.browser.server import free_port

HOUSE = Path(__file__).resolve().parents[1]
PEERS = HOUSE / "benchmarks" / "peers"
REQUIREMENTS = PEERS / "requirements.txt"
PATIENCE = 90.0
"""Seconds that a server may take to start."""
INSTALLING = 900
"""Seconds that the peers' environment may take to be made."""


class CannotRun(Exception):
    """A server or its environment could not be had. The message says why, and what to do."""


@dataclass(frozen=True)
class Contender:
    """One dashboard: the command that serves it (``{port}`` in it), and how its page is asked and filtered.

    ``health`` answers 200 when the server is ready; ``page`` is the page of the six charts, ``nine`` that of nine where
    it can save them as one archive; ``charts`` how many charts the page has at least; an answer counts as one.
    """

    name: str
    command: tuple[str, ...]
    health: str = "/"
    page: str = "/"
    nine: str = ""
    charts: int = 6
    environment: Mapping[str, str] = field(default_factory=dict)

    @property
    def ours(self) -> bool:
        """Whether it is doisanh, with whatever page."""
        return self.name in ("doisanh", "first page")


def contenders(root: Path, figures: Path, python: Path | None) -> list[Contender]:
    """doisanh with the six charts, its answers as they are, and the peers if there is a Python for them."""
    serve = (sys.executable, "-m", "dashboard", "serve", "--port", "{port}", "--root")
    found = [
        Contender(
            "doisanh",
            (*serve, str(root)),
            "/_stcore/health",
            f"/?q={QUERIES['six']}",
            f"/?q={QUERIES['nine']}",
        ),
        Contender("first page", (*serve, str(HOUSE)), "/_stcore/health", charts=1),
    ]
    if python is None:
        return found
    options = "--server.headless=true --server.address=127.0.0.1 --server.port={port} --server.fileWatcherType=none"
    options += " --browser.gatherUsageStats=false --global.developmentMode=false"
    plain = (str(python), "-m", "streamlit", "run", str(PEERS / "plain_streamlit.py"), *options.split())
    given = {"BENCHMARK_FIGURES": str(figures)}
    return [
        *found,
        Contender("Streamlit", plain, "/_stcore/health", environment=given),
        Contender("Dash", (str(python), str(PEERS / "plain_dash.py"), "{port}"), environment=given),
        Contender("floor", (str(python), str(PEERS / "static_page.py"), "{port}"), environment=given),
    ]


@dataclass
class Running:
    """A server that is up: where, in how many seconds, and its process."""

    address: str
    seconds: float
    process: subprocess.Popen[bytes]


@contextmanager
def running(contender: Contender, home: Path) -> Iterator[Running]:
    """Start a server and end it with the block. ``home`` holds its log and stands for a person's home.

    Raises CannotRun where it does not come up.
    """
    port = free_port()
    log = home / f"{contender.name.replace(' ', '-')}.log"
    with log.open("wb") as output:
        begun = time.perf_counter()
        process = subprocess.Popen(
            [word.replace("{port}", str(port)) for word in contender.command],
            cwd=HOUSE,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env={**os.environ, "HOME": str(home), "PYTHONDONTWRITEBYTECODE": "", **contender.environment},
        )
        try:
            while not _answers(port, contender.health):
                if process.poll() is not None or time.perf_counter() - begun > PATIENCE:
                    raise CannotRun(f"{contender.name} did not start; its log ends:\n{_end_of(log)}")
                time.sleep(0.01)
            yield Running(f"http://127.0.0.1:{port}", time.perf_counter() - begun, process)
        finally:
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _answers(port: int, path: str) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", path)
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _end_of(log: Path) -> str:
    return "\n".join(log.read_text("utf-8", errors="replace").splitlines()[-15:])


def memory(process: int) -> float | None:
    """Resident memory of a process and its children in MB; None where ``ps`` can't tell (Windows)."""
    try:
        command = ["ps", "-A", "-o", "pid=,ppid=,rss="]
        listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
    rows = [line.split() for line in listed.splitlines()]
    return resident([(int(id), int(parent), int(size)) for id, parent, size in rows], process)


def resident(processes: Sequence[tuple[int, int, int]], ancestor: int) -> float:
    """MB of the processes (id, parent's id, KB) that are ``ancestor`` or descend from it."""
    family = {ancestor}
    while more := {id for id, parent, _ in processes if parent in family} - family:
        family |= more
    return sum(size for id, _, size in processes if id in family) / 1024


def peers_python(folder: Path | None, tell: Callable[[str], object]) -> Path:
    """The Python of the peers' environment, made with pinned versions where it is not there yet.

    ``folder`` None: one below the system's folder for temporary files, named by what is in it. ``tell`` is told
    what takes long. Raises CannotRun.
    """
    wanted = REQUIREMENTS.read_bytes() + sys.version.encode()
    digest = hashlib.sha256(wanted).hexdigest()[:12]
    home = folder or Path(tempfile.gettempdir()) / f"doisanh-benchmark-peers-{digest}"
    python = home / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    done = home / "complete"
    if done.is_file() and done.read_text("utf-8") == digest and python.is_file():
        return python
    if home.exists() and not (home / "pyvenv.cfg").is_file() and any(home.iterdir()):
        raise CannotRun(f"{home} holds something else than an environment of Python; give another folder with --peers")
    tell(f"making the peers' environment in {home} (about 600 MB, from the network, once)")
    try:
        venv.create(home, with_pip=True, clear=True)
        install = [str(python), "-m", "pip", "--disable-pip-version-check", "--no-input", "--quiet", "install"]
        subprocess.run(
            [*install, "-r", str(REQUIREMENTS)], check=True, capture_output=True, text=True, timeout=INSTALLING
        )
    except (OSError, subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        told = getattr(error, "stderr", None) or str(error)
        last = str(told).strip().splitlines()[-1:] or ["no reason given"]
        raise CannotRun(
            f"the peers' environment can't be made in {home} ({last[0]}). Without a network measure doisanh alone: "
            "--only doisanh; or give an environment that has what benchmarks/peers/requirements.txt lists: --peers DIR"
        ) from error
    done.write_text(digest, "utf-8")
    return python
