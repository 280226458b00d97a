"""The files of a root folder: which ones are read, their bytes, and one digest of their content."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable
from hashlib import sha256
from itertools import islice
from pathlib import Path, PurePath
from stat import S_ISREG

from dashboard.language.bilingual import Both
from dashboard.records.problems import Problem
from dashboard.records.root import shipped_root

SCHEMES, INDICATORS = "data/schemes.yaml", "data/indicators.yaml"
LOCALITIES, CHARTS = "data/localities.yaml", "data/charts.yaml"
RULES = "data/rules.yaml"
UNITS = "data/units.tsv"  # where a root has none of its own, that which came with the program
FIGURES, SEEDS = "data/figures", "seeds"
PROOFS = "data/proofs"  # written by doisanh verify; absent until something was proved
TABLES = (SCHEMES, INDICATORS, LOCALITIES, RULES, CHARTS)


RECORD, TABLE, PLACES = 200_000, 500_000, 2_000_000
"""Most bytes of a file: of an article or its proof, of a table, of the places with every commune.

Thirty times the largest record, and twice what the whole country needs. A larger file is not a record, and reading it
would take minutes.
"""
MOST_FILES, MOST_BYTES = 50_000, 200_000_000
"""Most files of one folder, and most bytes of all files together."""

Stamp = tuple[int, int, int, int]


class FileCache:
    """The bytes of the files of one root as last read; a file that did not change is not read again.

    Size, inode and the times of the last change of content and of status tell whether it changed. A file that changed
    within two seconds before it was read is read again, since some file systems have coarse times.
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
        raw = content(path, size_limit(name))
        if known and known[1] == raw:
            raw = known[1]
        if self.now() - max(stat.st_mtime_ns, stat.st_ctime_ns) > _COARSEST_TIME:
            self.files[name] = stamp, raw
        else:
            self.files[name] = _NEVER, raw
        return raw


_COARSEST_TIME = 2 * 10**9  # nanoseconds
_NEVER: Stamp = (-1, -1, -1, -1)


def gather(root: Path, cache: FileCache | None = None) -> tuple[dict[str, bytes], list[Problem]]:
    """The bytes of every file, by name relative to the root, and a problem for each that is not read. Never raises."""
    problems: list[Problem] = []
    if not _is_folder(root):
        hint = Both("nêu thư mục có data/ và seeds/", "give a folder with data/ and seeds/ in it")
        return {}, [Problem(_printable(str(root)), 0, 0, Both("không có thư mục này", "there is no such folder"), hint)]
    names = [*TABLES, UNITS]
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
                found = sorted(entry.name for entry in islice(entries, MOST_FILES + 1))
        except OSError as error:
            problems.append(_unreadable(folder, error))
            continue
        if len(found) > MOST_FILES:
            problems.append(_too_much(folder, f"{MOST_FILES}", Both(" tệp", " files")))
            continue
        for name in found:
            if name.endswith(ending) and not name.startswith(".") and name.isascii():
                names.append(f"{folder}/{name}")
            elif name != _printable(name):
                message = Both("tên tệp này không phải UTF-8", "this name is not UTF-8")
                problems.append(Problem(f"{folder}/{_printable(name)}", 0, 0, message, Both("đổi tên", "rename it")))
            elif name.endswith(ending) and not name.startswith("."):
                names.append(f"{folder}/{name}")
            elif not _ignored(name):
                hint = Both(
                    f"đổi tên cho kết thúc bằng {ending}, chữ thường, hoặc chuyển ra khỏi thư mục này",
                    f"rename it to end in {ending}, in small letters, or move it out of this folder",
                )
                message = Both("tệp này không được đọc", "this is not read")
                problems.append(Problem(f"{folder}/{_printable(name)}", 0, 0, message, hint))
    texts: dict[str, bytes] = {}
    left = MOST_BYTES
    for name in names:
        path = f"{root}/{name}"
        if name == UNITS and not Path(path).exists():
            path = f"{shipped_root()}/{name}"
        try:
            raw = cache.read(name, path) if cache else content(path, size_limit(name))
            left -= len(raw)
            if left < 0:
                problems.append(_too_much(str(PurePath(name).parent), f"{MOST_BYTES // 10**6} MB", Both.same("")))
                break
            texts[name] = raw
        except OSError as error:
            problems.append(_unreadable(name, error))
    return texts, problems


def fingerprint(root: Path) -> str:
    """A digest (64 hexadecimal digits) of the content under a root: names and bytes, no times. Never raises.

    A file that can't be read counts with the reason, so that the digest changes when it becomes readable. Reads every
    byte: under a millisecond for five articles, about a tenth of a second for 3,321.
    """
    return digest(*gather(root))


def digest(texts: dict[str, bytes], problems: list[Problem]) -> str:
    """The digest of what ``gather`` returned."""
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


class TooLarge(OSError):
    """A file with more bytes than allowed."""


def size_limit(name: str) -> int:
    """Most bytes of a file, by its name relative to the root."""
    return PLACES if name in (LOCALITIES, UNITS) else TABLE if name in TABLES else RECORD


def content(path: str | Path, most: int) -> bytes:
    """The bytes of a regular file, without waiting for a pipe. Raises OSError if it is not one or has over ``most``."""
    with open(path, "rb", opener=_without_waiting) as file:
        if not S_ISREG(os.fstat(file.fileno()).st_mode):
            raise _NotRegular(errno.EINVAL, "it is no regular file")
        raw = file.read(most + 1)
    if len(raw) > most:
        raise TooLarge(errno.EFBIG, "it is too large")
    return raw


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _too_much(folder: str, most: str, what: Both) -> Problem:
    message = Both(f"quá nhiều: thư mục này có hơn {most}", f"too much: this folder has more than {most}")
    hint = Both("chuyển những gì không phải hồ sơ ra chỗ khác", "move what is no record elsewhere")
    return Problem(folder, 0, 0, message + what, hint)


def _unreadable(name: str, error: OSError) -> Problem:
    if isinstance(error, FileNotFoundError):
        message = Both("thiếu tệp này", "the file is missing")
        hint = Both("tạo tệp, hoặc nêu thư mục khác bằng --root", "create it, or give another folder with --root")
        return Problem(name, 0, 0, message, hint)
    if isinstance(error, TooLarge):
        most = size_limit(name) // 1000
        message = Both(f"tệp lớn hơn {most} KB, không được đọc", f"the file is larger than {most} KB and is not read")
        hint = Both(
            "xem đó có phải là một hồ sơ không; bỏ những gì thừa", "check that it is a record; leave out the rest"
        )
        return Problem(name, 0, 0, message, hint)
    reason = Both.same(error.strerror or str(error))
    if isinstance(error, IsADirectoryError):
        reason = Both("đây là thư mục, không phải tệp", "it is a folder, not a file")
    elif isinstance(error, _NotRegular):
        reason = Both("đây không phải tệp thường", "it is not a regular file")
    hint = Both("xem đó là gì và quyền đọc của nó", "check what it is and its permissions")
    return Problem(name, 0, 0, Both("không đọc được: ", "it can't be read: ") + reason, hint)


def _ignored(name: str) -> bool:
    """Whether a file may lie beside the records without a problem: hidden, an editor's backup, or Markdown."""
    return name.startswith((".", "#")) or name.endswith(("~", ".md"))


def _printable(name: str) -> str:
    return name.encode("utf-8", "backslashreplace").decode()
