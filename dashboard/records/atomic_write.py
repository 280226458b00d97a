"""Files that are written whole or not at all, and never over what they may not: the one way in which files are written.

Whoever may write to a folder may plant links in it, under any name that can be guessed. So what is being written has a
name that nobody can guess, is made anew and through no link, and takes the place of its target only once it is whole
and on disc. What a process that was killed leaves of it is taken away by a later one.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import time
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from stat import S_IMODE, S_ISDIR, S_ISLNK, S_ISREG
from typing import Final

ABANDONED: Final = 3600.0
"""Seconds after which what is being written is taken to be left over."""

_PART = ".doisanh-{}.part"


def write(target: Path, content: bytes) -> None:
    """Write all of a file or nothing, in the place of what has its name. Makes the folder.

    Raises OSError, its ``strerror`` in plain words and its ``filename`` the target: where that is a link, a folder or
    anything else that is no regular file, and where it may not be written to, although its folder may.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with _part(target, content, _mode(target)) as part, _about(target):
        part.replace(target)
    _settle(target.parent)


def create(files: Mapping[Path, bytes]) -> None:
    """Write several new files, all of each or none at all, and never over a file, in folders that there are.

    Raises OSError as :func:`write`, also FileExistsError for the first whose name is taken by now.
    """
    made: list[Path] = []
    with contextlib.ExitStack() as parts:
        try:
            for path, part in [(path, parts.enter_context(_part(path, raw))) for path, raw in files.items()]:
                with _about(path):
                    os.link(part, path)  # fails where anything has that name, a link too
                made.append(path)
        except BaseException:
            for one in made:
                one.unlink(missing_ok=True)
            raise
    for folder in {path.parent for path in files}:
        _settle(folder)


def reason(error: OSError) -> str:
    """Which file could not be written, and why."""
    why = error.strerror or str(error)
    return f"{error.filename}: {why}" if error.filename else why


@contextlib.contextmanager
def _about(target: Path) -> Iterator[None]:
    """Errors name the target, not what it is written as."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(target)) from error


@contextlib.contextmanager
def _part(target: Path, content: bytes, mode: int | None = None) -> Iterator[Path]:
    """A file with the content beside its target, under a name of its own; gone at the end if it still has that."""
    _sweep(target.parent)
    part = target.with_name(_PART.format(secrets.token_hex(16)))
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    for system in ("O_NOFOLLOW", "O_CLOEXEC", "O_BINARY"):
        flags |= getattr(os, system, 0)
    with _about(target):
        made = os.open(part, flags, 0o666)
    try:
        with _about(target), os.fdopen(made, "wb") as file:
            file.write(content)
            file.flush()
            if mode is not None and hasattr(os, "fchmod"):
                os.fchmod(made, mode)
            os.fsync(made)
        yield part
    finally:
        part.unlink(missing_ok=True)


def _mode(target: Path) -> int | None:
    """The permissions of what is to be replaced, which stay; None where there is nothing. Raises OSError."""
    try:
        there = target.lstat()
    except FileNotFoundError:
        return None
    for is_it, code, said in (
        (S_ISLNK(there.st_mode), errno.ELOOP, "it is a link to another file"),
        (S_ISDIR(there.st_mode), errno.EISDIR, "it is a folder"),
        (not S_ISREG(there.st_mode), errno.EINVAL, "it is no regular file"),
        (not os.access(target, os.W_OK), errno.EACCES, "there is such a file that may not be written to"),
    ):
        if is_it:
            raise OSError(code, said, str(target))
    return S_IMODE(there.st_mode) & 0o777


def _settle(folder: Path) -> None:
    """Have the new name on disc too, where the system knows how."""
    if os.name == "posix":
        with contextlib.suppress(OSError):  # some file systems can't; the file itself is there
            at = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(at)
            finally:
                os.close(at)


@cache
def _sweep(folder: Path) -> None:
    """Delete what was left half written in a folder by processes that were killed; once a process."""
    now = time.time()
    for path in folder.glob(_PART.format("*")):
        with contextlib.suppress(OSError):
            there = path.lstat()
            if S_ISREG(there.st_mode) and now - there.st_mtime > ABANDONED and own(there):
                path.unlink()


def own(there: os.stat_result) -> bool:
    """Whether a file is that of the user who runs this."""
    return os.name != "posix" or there.st_uid == os.geteuid()
