"""Keeps the last good data of each root in the user's cache, for a dashboard that is started while its files are
broken.

The source files are kept as one ZIP named by their hash, and read like any others: a damaged archive, or one of another
version of the program, is ignored. Where the cache can't be written, nothing is kept.
"""

from __future__ import annotations

import contextlib
import io
import logging
import os
import sys
import zipfile
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from dashboard.records import atomic_write, source_files
from dashboard.records.root import installed

LARGEST = 200_000_000
"""The most bytes of text that are kept."""
COPIES, ALL = 2, 12
"""How many archives are kept: of one root, and in all."""

_LOG = logging.getLogger(__name__)
_ENDING = ".zip"
_TRIES = 5  # while another process takes away what was just listed


def keep(root: Path, texts: dict[str, bytes]) -> None:
    """Keep the good files of a root. Never raises. The data shipped with the program is not kept."""
    if installed(root) or sum(map(len, texts.values())) > LARGEST:
        return
    try:
        home = place()
        target = home / f"{_key(root)}-{source_files.digest(texts, [])}{_ENDING}"
        if target.exists():
            os.utime(target)
        else:
            home.mkdir(mode=0o700, parents=True, exist_ok=True)
            atomic_write.write(target, _packed(texts))
        _tidy(home, _key(root))
    except (OSError, RuntimeError) as error:  # RuntimeError: no home at all
        _LOG.info("the last good data can't be kept: %s", error)


def kept(root: Path) -> dict[str, bytes] | None:
    """The files last kept of a root, by name; None where there are none, or none undamaged."""
    for _ in range(_TRIES):
        try:
            archives = _newest(place().glob(f"{_key(root)}-*{_ENDING}"))
        except (OSError, RuntimeError):
            return None
        gone = False
        for archive in archives:
            try:
                texts = _unpacked(archive)
                if source_files.digest(texts, []) == archive.stem.rpartition("-")[2]:
                    return texts
            except FileNotFoundError:
                gone = True  # another process keeps something newer
                continue
            except Exception:  # noqa: BLE001, S110  whatever damaged bytes make a reader of archives raise
                pass
            _LOG.info("what was kept of the last good data is damaged: %s", archive.name)
        if not gone:
            break
    return None


def place() -> Path:
    """The folder of the archives: in ``XDG_CACHE_HOME`` where it is set, else where the system keeps a user's caches.

    Raises RuntimeError where the user has no home.
    """
    named = os.environ.get("XDG_CACHE_HOME", "")
    if Path(named).is_absolute():
        return Path(named) / "doisanh" / "last-good"
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path.home() / ".cache"
    return base / "doisanh" / "last-good"


def _key(root: Path) -> str:
    return sha256(os.fsencode(root.resolve())).hexdigest()[:16]


def _packed(texts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, raw in texts.items():
            archive.writestr(zipfile.ZipInfo(name), raw, zipfile.ZIP_DEFLATED, compresslevel=1)
    return made.getvalue()


def _unpacked(path: Path) -> dict[str, bytes]:
    """The files of an archive, in memory. Raises ValueError where they are more than is ever kept."""
    with zipfile.ZipFile(io.BytesIO(source_files.content(path, LARGEST))) as archive:
        if sum(one.file_size for one in archive.infolist()) > LARGEST:
            raise ValueError(f"{path} holds too much")
        texts = {}
        for one in archive.infolist():
            with archive.open(one) as file:
                texts[one.filename] = file.read(one.file_size)  # no more is unpacked than it says
        return texts


def _newest(paths: Iterable[Path]) -> list[Path]:
    """The user's own files among ``paths``, the newest first; files that are gone by now are left out."""
    found = []
    for path in paths:
        with contextlib.suppress(OSError):
            there = path.lstat()
            if atomic_write.own(there):
                found.append((there.st_mtime_ns, path))
    return [path for _, path in sorted(found, reverse=True)]


def _tidy(home: Path, key: str) -> None:
    """Delete the archives beyond those to be kept."""
    archives = _newest(home.glob(f"*{_ENDING}"))
    own = [path for path in archives if path.name.startswith(f"{key}-")]
    over = {*own[COPIES:], *archives[ALL:]}
    for path in over:
        path.unlink(missing_ok=True)
