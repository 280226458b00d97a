"""Which folder is read, and why one can't be."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.records import root as module
from dashboard.records.root import RootError, installed, resolve, shipped_root
from tests.sample import Root


def test_the_folder_asked_for_is_taken(root: Root) -> None:
    assert resolve(str(root.path)) == root.path.resolve()


def test_a_folder_is_kept_as_it_is_found_from_anywhere(root: Root, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(root.path.parent))
    monkeypatch.chdir(root.path.parent)
    assert resolve(root.path.name) == root.path.resolve()
    assert resolve(f"~/{root.path.name}") == root.path.resolve()


def test_the_current_folder_is_taken_if_it_has_data_and_seeds(root: Root, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root.path)
    assert resolve(None) == root.path


def test_else_the_shipped_data_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert resolve(None) == shipped_root()
    assert (shipped_root() / "data" / "indicators.yaml").is_file()
    assert (shipped_root() / "seeds").is_dir()


@pytest.mark.parametrize("only", ["data", "seeds"])
def test_a_folder_with_only_one_of_the_two_is_read_so_that_what_is_missing_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, only: str
) -> None:
    (tmp_path / only).mkdir()
    assert resolve(str(tmp_path)) == tmp_path.resolve()
    monkeypatch.chdir(tmp_path)
    assert resolve(None) == shipped_root(), "but one that nobody asked for has to have both"
    for name in {"data", "seeds"} - {only}:
        (tmp_path / name).touch()
    assert resolve(None) == shipped_root(), "and both are folders"


def test_the_shipped_data_is_inside_an_installed_package_and_beside_the_repositorys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "dashboard"
    (tmp_path / "link").symlink_to(package)
    monkeypatch.setattr(module, "__file__", str(tmp_path / "link" / "records" / "root.py"))
    assert shipped_root() == tmp_path
    assert not installed(shipped_root())
    (package / "shipped").mkdir(parents=True)
    assert shipped_root() == package / "shipped"
    assert installed(package / "x" / ".." / "shipped")
    assert not installed(tmp_path)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("nowhere", "there is no such folder"),
        ("file", "is a file"),
        ("empty", "neither data/ nor seeds/"),
        ("x\0y", "there is no such folder"),
        ("n" * 5000, "can't be used"),
        ("~nobody-of-this-name/x", "can't be used"),
    ],
)
def test_what_can_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: str, said: str) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").touch()
    (tmp_path / "empty").mkdir()
    with pytest.raises(RootError, match=said):
        resolve(asked)
