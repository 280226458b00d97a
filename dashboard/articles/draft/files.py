"""Both files of a draft are written, or none; never over a file."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from dashboard.articles.draft.source import MISUSE, NoDraft
from dashboard.language.bilingual import Both
from dashboard.records import atomic_write


def write_both(files: Mapping[Path, str]) -> None:
    """Write new files, all of each or none at all. Raises NoDraft where one of them exists or can't be written."""
    for path in files:
        if os.path.lexists(path):  # of a name that can't be one it is told when it is written
            message = Both(
                f"{path} đã có và không bao giờ bị ghi đè; đặt --id khác, hoặc chuyển tệp ấy đi",
                f"{path} is already there and is never written over; give another --id, or move it away",
            )
            raise NoDraft(message, MISUSE)
    try:
        atomic_write.create({path: text.encode() for path, text in files.items()})
    except OSError as error:
        raise NoDraft(Both("chưa ghi gì: ", "nothing was written: ") + atomic_write.reason(error), MISUSE) from error
