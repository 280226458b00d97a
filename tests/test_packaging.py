"""What is installed: pinned for everyone, and complete in the wheel."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from dashboard.charts.assets import trimmed_plotly_path

REPOSITORY = Path(__file__).resolve().parents[1]
LOCKS = sorted((REPOSITORY / "requirements").glob("*.txt"))


def pinned(lock: Path) -> dict[str, str]:
    """Every requirement of a lock file, by name with its version and marker: its lines."""
    blocks = re.split(r"\n(?=\S)", lock.read_text("utf-8"))
    return {block.split(" \\")[0]: block for block in blocks if not block.startswith("#")}


def test_each_group_has_a_lock_file() -> None:
    assert [lock.name for lock in LOCKS] == ["lock.txt", "run.txt", "test.txt", "units.txt"]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_pins_every_requirement_with_a_hash(lock: Path) -> None:
    assert pinned(lock)
    for requirement, lines in pinned(lock).items():
        assert re.match(r"[a-z0-9][a-z0-9-]*==[0-9][\w.]*( ; .+)?$", requirement)
        assert "--hash=sha256:" in lines


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_names_no_index_and_no_folder(lock: Path) -> None:
    assert not re.search(r"://|--index|--find-links|--extra|file:|(^|\s)[./~]\S*/", lock.read_text("utf-8"))


def test_the_tests_run_on_the_versions_that_the_dashboard_runs_on() -> None:
    run, test = (set(pinned(REPOSITORY / "requirements" / name)) for name in ("run.txt", "test.txt"))
    assert run <= test


def test_every_direct_dependency_is_in_the_lock() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = {re.match(r"[\w-]+", line)[0].lower() for line in project["dependencies"]}  # type: ignore[index]
    assert wanted <= {line.partition("==")[0] for line in pinned(REPOSITORY / "requirements/run.txt")}


def test_a_wheel_carries_the_package_its_frontend_the_data_and_the_seeds(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=REPOSITORY, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("doisanh-*.whl")
    inside = set(zipfile.ZipFile(wheel).namelist())
    assert f"dashboard/built/{trimmed_plotly_path().name}" in inside
    assert "dashboard/py.typed" in inside
    for folder, place in (
        ("dashboard", "dashboard"),
        ("data", "dashboard/shipped/data"),
        ("seeds", "dashboard/shipped/seeds"),
    ):
        for path in (REPOSITORY / folder).rglob("*"):
            relative = path.relative_to(REPOSITORY / folder)
            if path.is_file() and path.suffix in {".py", ".js", ".css", ".yaml", ".md"}:
                assert f"{place}/{relative.as_posix()}" in inside
