"""What every test may ask for."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from tests.sample import FILES, Root

settings.register_profile("patient", deadline=None)  # what takes how long depends on what else the machine does
settings.load_profile("patient")


@pytest.fixture
def root(tmp_path: Path) -> Root:
    """A small, valid root folder; ``edit`` and ``write`` break it."""
    made = Root(tmp_path / "root")
    for file, text in FILES.items():
        made.write(file, text)
    return made
