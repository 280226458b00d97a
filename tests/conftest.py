"""What every test may ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sample import FILES, Root


@pytest.fixture
def root(tmp_path: Path) -> Root:
    """A small, valid root folder; ``edit`` and ``write`` break it."""
    made = Root(tmp_path / "root")
    for file, text in FILES.items():
        made.write(file, text)
    return made
