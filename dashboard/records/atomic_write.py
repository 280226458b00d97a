"""Atomic writes: a file is written completely or not at all, never through a link and never over a special file.

All files of the program are written here. Who may write to a folder may plant links there under names that can be
guessed. So the content first goes to a new temporary file with a random name, and replaces the target only once it is
complete and on disc. A later process deletes the temporary files of one that was killed.
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
"""Seconds after which a temporary file counts as left over."""

_PART = ".doisanh-{}.part"


def write(target: Path, content: bytes) -> None:
    """Write a file, or replace it, completely or not at all. Makes its folder.

    Raises OSError with ``strerror`` in plain words and the target as ``filename``: if the target is a link, a folder or
    another special file, or may not be written to.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with _temporary(target, content, _mode(target)) as part, _errors_name(target):
        part.replace(target)
    _sync_folder(target.parent)


def create(files: Mapping[Path, bytes]) -> None:
    """Write several new files in existing folders: all of them or none, and never over a file.

    Raises OSError as ``write`` does, and FileExistsError for the first file that exists.
    """
    made: list[Path] = []
    with contextlib.ExitStack() as parts:
        try:
            for path, part in [(path, parts.enter_context(_temporary(path, raw))) for path, raw in files.items()]:
                with _errors_name(path):
                    os.link(part, path)  # fails where anything has that name, a link too
                made.append(path)
        except BaseException:
            for one in made:
                one.unlink(missing_ok=True)
            raise
    for folder in {path.parent for path in files}:
        _sync_folder(folder)


def reason(error: OSError) -> str:
    """Which file could not be written, and why."""
    why = error.strerror or str(error)
    return f"{error.filename}: {why}" if error.filename else why


@contextlib.contextmanager
def _errors_name(target: Path) -> Iterator[None]:
    """Errors name the target, not the temporary file."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(target)) from error


@contextlib.contextmanager
def _temporary(target: Path, content: bytes, mode: int | None = None) -> Iterator[Path]:
    """A temporary file with the content, beside its target; deleted at the end unless it was renamed."""
    _delete_left_over(target.parent)
    part = target.with_name(_PART.format(secrets.token_hex(16)))
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    for system in ("O_NOFOLLOW", "O_CLOEXEC", "O_BINARY"):
        flags |= getattr(os, system, 0)
    with _errors_name(target):
        made = os.open(part, flags, 0o666)
    try:
        with _errors_name(target), os.fdopen(made, "wb") as file:
            file.write(content)
            file.flush()
            if mode is not None and hasattr(os, "fchmod"):
                os.fchmod(made, mode)
            os.fsync(made)
        yield part
    finally:
        part.unlink(missing_ok=True)


def _mode(target: Path) -> int | None:
    """The permissions of the file to be replaced, which stay; None if there is none. Raises OSError if special."""
    try:
        there = target.lstat()
    except FileNotFoundError:
        return None
    for is_it, code, why in (
        (S_ISLNK(there.st_mode), errno.ELOOP, "it is a link to another file"),
        (S_ISDIR(there.st_mode), errno.EISDIR, "it is a folder"),
        (not S_ISREG(there.st_mode), errno.EINVAL, "it is no regular file"),
        (not os.access(target, os.W_OK), errno.EACCES, "there is such a file that may not be written to"),
    ):
        if is_it:
            raise OSError(code, why, str(target))
    return S_IMODE(there.st_mode) & 0o777


def _sync_folder(folder: Path) -> None:
    """Flush the folder, so that the new name is on disc too; only POSIX can."""
    if os.name == "posix":
        with contextlib.suppress(OSError):  # some file systems can't; the file itself is there
            at = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(at)
            finally:
                os.close(at)


@cache
def _delete_left_over(folder: Path) -> None:
    """Delete the temporary files that killed processes left in a folder; once per process."""
    now = time.time()
    for path in folder.glob(_PART.format("*")):
        with contextlib.suppress(OSError):
            there = path.lstat()
            if S_ISREG(there.st_mode) and now - there.st_mtime > ABANDONED and own(there):
                path.unlink()


def own(there: os.stat_result) -> bool:
    """Whether a file is that of the user who runs this."""
    return os.name != "posix" or there.st_uid == os.geteuid()
