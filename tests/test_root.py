"""Which folder is read, and why one can't be."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.root import RootError, resolve, shipped_root
from tests.sample import Root


def test_the_folder_asked_for_is_taken(root: Root) -> None:
    assert resolve(str(root.path)) == root.path.resolve()


def test_the_current_folder_is_taken_if_it_has_data_and_seeds(root: Root, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root.path)
    assert resolve(None) == root.path


def test_else_the_shipped_data_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert resolve(None) == shipped_root()
    assert (shipped_root() / "data" / "indicators.yaml").is_file()
    assert (shipped_root() / "seeds").is_dir()


def test_a_folder_with_only_one_of_the_two_is_read_so_that_what_is_missing_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    assert resolve(str(tmp_path)) == tmp_path.resolve()


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
