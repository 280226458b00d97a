"""A line of ``ORDER`` imports from itself and from those above it, and Streamlit has no name above ``web``."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.world import REPOSITORY

ORDER = (
    "language", "records", "checks", "articles.text", "articles.fetch", "articles.verify", "articles.draft", "figures",
    "charts", "export", "web", "cli",
)  # fmt: skip
FILES = sorted(Path(REPOSITORY, "dashboard").glob("*/**/*.py"))


def imported(path: Path) -> Iterator[str]:
    """Every module that a file imports, by its whole name: at its top, inside functions, for type checkers alone."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{one.name}" for one in node.names)


def floor(module: str) -> int | None:
    """The line of ``ORDER`` that a module is of."""
    return next((at for at, one in enumerate(ORDER) if f"{module}.".startswith(f"dashboard.{one}.")), None)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(REPOSITORY).as_posix())
def test_a_module_imports_only_from_its_own_line_and_those_above(path: Path) -> None:
    own = floor(".".join(path.relative_to(REPOSITORY).with_suffix("").parts))
    if own is None:  # a package of several lines
        assert not list(imported(path))
        return
    names = list(imported(path))
    below = [name for name in names if (other := floor(name)) is not None and other > own]
    assert not below, f"{ORDER[own]} imports from below"
    if own < ORDER.index("web"):
        assert not [name for name in names if name.split(".")[0] == "streamlit"]


def test_every_module_lies_in_one_of_the_packages() -> None:
    root = Path(REPOSITORY, "dashboard")
    assert {path.name for path in root.glob("*.py")} == {"__init__.py", "__main__.py"}
    packages = {path.parent.relative_to(root).parts[0] for path in FILES if path.name != "__init__.py"}
    assert packages == {one.split(".")[0] for one in ORDER}


def test_the_core_the_commands_and_the_store_run_without_streamlit() -> None:
    """What ``ast`` can't see, such as an import of another package that imports Streamlit."""
    core = [
        ".".join(path.relative_to(REPOSITORY).with_suffix("").parts)
        for path in FILES
        if path.name != "__init__.py" and "web" not in path.relative_to(REPOSITORY).parts
    ]
    code = f"import sys, {', '.join([*core, 'dashboard.web.server.store'])}; sys.exit('streamlit' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=REPOSITORY).returncode == 0
