"""Serving while the dashboard is being written: what is taken for a change."""

from __future__ import annotations

import os
from pathlib import Path

from dev import HOUSE, state


def test_a_file_of_the_dashboard_that_changes_comes_or_goes_is_noticed_and_no_other(tmp_path: Path) -> None:
    page = tmp_path / "views" / "page.py"
    page.parent.mkdir()
    page.write_text("1", "utf-8")
    before = state(tmp_path)
    assert set(before) == {page}
    (tmp_path / "page.pyc").write_text("1", "utf-8")
    assert state(tmp_path) == before
    os.utime(page, (1, 1))
    assert state(tmp_path) == {page: 1.0}
    style = tmp_path / "page.css"
    style.touch()
    assert set(state(tmp_path)) == {page, style}
    page.unlink()
    assert set(state(tmp_path)) == {style}


def test_pages_scripts_and_styles_are_among_them() -> None:
    assert {path.suffix for path in state(HOUSE / "dashboard")} == {".py", ".js", ".css"}
