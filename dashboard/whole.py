"""Files that are written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path


def write(target: Path, content: bytes) -> None:
    """Write all of a file or nothing: beside it first, then in its place. Makes the folder. Raises OSError."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        part.write_bytes(content)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
