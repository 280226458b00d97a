"""Both files of a draft are written, or none; never over a file."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from dashboard.draft.source import MISUSE, NoDraft
from dashboard.problems import Both


def write_both(files: Mapping[Path, str]) -> None:
    """Write new files, all of each or none at all.

    Raises NoDraft where one of them exists or can't be written. Each is written under a hidden name first, and given
    its own by a link, which fails where something has that name by now.
    """
    for path in files:
        if path.exists() or path.is_symlink():
            message = Both(
                f"{path} đã có và không bao giờ bị ghi đè; đặt --id khác, hoặc chuyển tệp ấy đi",
                f"{path} is already there and is never written over; give another --id, or move it away",
            )
            raise NoDraft(message, MISUSE)
    made: list[Path] = []
    parts: dict[Path, Path] = {}
    try:
        for path, text in files.items():
            parts[path] = path.with_name(f".{path.name}.{os.getpid()}")
            parts[path].write_text(text, "utf-8", newline="\n")
        for path, part in parts.items():
            os.link(part, path)
            made.append(path)
    except OSError as error:
        for one in made:
            one.unlink(missing_ok=True)
        name = path if isinstance(error, FileExistsError) else error.filename or path
        reason = f"{name}: {error.strerror or error}"
        raise NoDraft(Both("chưa ghi gì: ", "nothing was written: ") + reason, MISUSE) from error
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)
