"""The desk that every test of verify starts from: all figures proven, nothing left over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.articles.verify.desk import FIGURES, FIGURES_TEXT, TEXT, Desk, told
from tests.sample import Root


@pytest.fixture
def desk(root: Root, tmp_path: Path) -> Desk:
    """An article whose text bears out every figure."""
    texts = tmp_path / "texts"
    texts.mkdir()
    made = Desk(root, texts)
    root.write(FIGURES, FIGURES_TEXT)
    made.keep(TEXT)
    return made


@pytest.fixture
def report(desk: Desk, capsys: pytest.CaptureFixture[str]) -> Callable[[], Any]:
    """Asks verify and gives what it says of the article, as for machines."""

    def ask() -> Any:
        desk.run("--json")
        return told(capsys.readouterr().out)

    return ask
