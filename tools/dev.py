"""Serves the dashboard and starts it anew whenever a file of dashboard/ changes: ``python tools/dev.py --port 8501``.

What is given is given to ``doisanh serve``. It asks each file for its time instead of the system for news of it, which
not every file system has.
"""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

HOUSE: Final = Path(__file__).resolve().parents[1]
KINDS: Final = frozenset({".py", ".js", ".css"})
_EVERY: Final = 0.5  # seconds
_PATIENCE: Final = 10  # seconds that the server may take to end


def state(folder: Path) -> dict[Path, float]:
    """When each of the files that the dashboard is made of was last changed."""
    found = {}
    for path in folder.rglob("*"):
        try:
            if path.suffix in KINDS:
                found[path] = path.stat().st_mtime
        except FileNotFoundError:  # an editor put another in its place just now
            continue
    return found


def main(words: list[str]) -> int:
    """Serve until Ctrl+C. A server that ended by itself, as on a slip, is started with the next change."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    command = [sys.executable, "-m", "dashboard", "serve", *words]
    try:
        while True:
            before = state(HOUSE / "dashboard")
            server = subprocess.Popen(command, cwd=HOUSE)
            try:
                while state(HOUSE / "dashboard") == before:
                    time.sleep(_EVERY)
            finally:
                server.terminate()
                try:
                    server.wait(_PATIENCE)
                except subprocess.TimeoutExpired:
                    server.kill()
    except KeyboardInterrupt:
        return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
