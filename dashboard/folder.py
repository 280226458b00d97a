"""The files of a root folder: which are read, their bytes, and one digest of their content."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from dashboard.problems import Both, Problem

SCHEMES, INDICATORS = "data/schemes.yaml", "data/indicators.yaml"
LOCALITIES, CHARTS = "data/localities.yaml", "data/charts.yaml"
RULES = "data/rules.yaml"
FIGURES, SEEDS = "data/figures", "seeds"
PROOFS = "data/proofs"  # written by doisanh verify; absent until something was proved
TABLES = (SCHEMES, INDICATORS, LOCALITIES, RULES, CHARTS)


Stamp = tuple[int, int, int, int]


class Known:
    """The files of one root as they were last read: one of which the file system says the same is not read again.

    It says so by size, node and the times of the last change of content and of status. What was changed within two
    seconds before it was read is read again: some file systems tell no two changes of one moment apart.
    """

    def __init__(self, now: Callable[[], int] = time.time_ns) -> None:
        self.now = now
        self.files: dict[str, tuple[Stamp, bytes]] = {}

    def read(self, name: str, path: str) -> bytes:
        """The bytes of a file. Raises OSError."""
        stat = os.stat(path)  # noqa: PTH116  a Path for each of thousands of files takes longer than the call
        stamp = (stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size, stat.st_ino)
        known = self.files.get(name)
        if known and known[0] == stamp:
            return known[1]
        raw = _bytes(path, stat)
        if known and known[1] == raw:
            raw = known[1]
        if self.now() - max(stat.st_mtime_ns, stat.st_ctime_ns) > _SETTLED:
            self.files[name] = stamp, raw
        else:
            self.files[name] = _NEVER, raw
        return raw


_SETTLED = 2 * 10**9  # nanoseconds
_NEVER: Stamp = (-1, -1, -1, -1)


def gather(root: Path, known: Known | None = None) -> tuple[dict[str, bytes], list[Problem]]:
    """The bytes of every file to be read, by name relative to the root, and what can't be or isn't read."""
    problems: list[Problem] = []
    if not _is_folder(root):
        hint = Both("nêu thư mục có data/ và seeds/", "give a folder with data/ and seeds/ in it")
        return {}, [Problem(_printable(str(root)), 0, 0, Both("không có thư mục này", "there is no such folder"), hint)]
    names = [*TABLES]
    for folder in (FIGURES, SEEDS, PROOFS):
        ending = ".json" if folder == PROOFS else ".yaml"
        if folder == PROOFS and not _is_folder(root / folder):
            continue
        if not _is_folder(root / folder):
            message = Both(f"thiếu thư mục {folder}/", f"the folder {folder}/ is missing")
            where = _printable(str(root))
            problems.append(
                Problem(folder, 0, 0, message, Both(f"tạo thư mục ấy trong {where}", f"create it in {where}"))
            )
            continue
        try:
            with os.scandir(root / folder) as entries:
                found = sorted(entry.name for entry in entries)
        except OSError as error:
            problems.append(_unreadable(folder, error))
            continue
        for name in found:
            if name.endswith(ending) and not name.startswith(".") and name.isascii():
                names.append(f"{folder}/{name}")
            elif name != _printable(name):
                message = Both("tên tệp này không phải UTF-8", "this name is not UTF-8")
                problems.append(Problem(f"{folder}/{_printable(name)}", 0, 0, message, Both("đổi tên", "rename it")))
            elif name.endswith(ending) and not name.startswith("."):
                names.append(f"{folder}/{name}")
            elif not _beside(name):
                hint = Both(
                    f"đổi tên cho kết thúc bằng {ending}, chữ thường, hoặc chuyển ra khỏi thư mục này",
                    f"rename it to end in {ending}, in small letters, or move it out of this folder",
                )
                message = Both("tệp này không được đọc", "this is not read")
                problems.append(Problem(f"{folder}/{_printable(name)}", 0, 0, message, hint))
    texts: dict[str, bytes] = {}
    for name in names:
        path = f"{root}/{name}"
        try:
            texts[name] = known.read(name, path) if known else _bytes(path, os.stat(path))  # noqa: PTH116  as above
        except OSError as error:
            problems.append(_unreadable(name, error))
    return texts, problems


def fingerprint(root: Path) -> str:
    """A digest (64 hexadecimal digits) of the content under a root: names and bytes, no times. Never raises.

    What can't be read counts with its reason, so that the digest changes when it can be. Every byte is read
    each time: under a millisecond for five articles, about a tenth of a second for one of each of 3,321 communes.
    """
    return digest(*gather(root))


def digest(texts: dict[str, bytes], problems: list[Problem]) -> str:
    """The digest of what :func:`gather` returned."""
    total = sha256()
    for name, raw in sorted(texts.items()):
        total.update(f"{len(name.encode())} {name} {len(raw)} ".encode() + raw)
    for problem in sorted(problems):
        total.update(str(problem).encode(errors="backslashreplace"))
    return total.hexdigest()


class _NotRegular(OSError):
    """A pipe, a socket, a device."""


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # no permission, a name too long
        return False


def _bytes(path: str, status: os.stat_result) -> bytes:
    if S_ISDIR(status.st_mode):
        raise IsADirectoryError
    if not S_ISREG(status.st_mode):
        raise _NotRegular
    with open(path, "rb") as file:  # noqa: PTH123  as above
        return file.read()


def _unreadable(name: str, error: OSError) -> Problem:
    if isinstance(error, FileNotFoundError):
        message = Both("thiếu tệp này", "the file is missing")
        hint = Both("tạo tệp, hoặc nêu thư mục khác bằng --root", "create it, or give another folder with --root")
        return Problem(name, 0, 0, message, hint)
    reason = Both.same(error.strerror or str(error))
    if isinstance(error, IsADirectoryError):
        reason = Both("đây là thư mục, không phải tệp", "it is a folder, not a file")
    elif isinstance(error, _NotRegular):
        reason = Both("đây không phải tệp thường", "it is not a regular file")
    hint = Both("xem đó là gì và quyền đọc của nó", "check what it is and its permissions")
    return Problem(name, 0, 0, Both("không đọc được: ", "it can't be read: ") + reason, hint)


def _beside(name: str) -> bool:
    """Whether a file may lie beside the records unread: hidden, an editor's backup, or a note in Markdown."""
    return name.startswith((".", "#")) or name.endswith(("~", ".md"))


def _printable(name: str) -> str:
    return name.encode("utf-8", "backslashreplace").decode()
