"""Both files or none, and never over a file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dashboard.articles.draft.files import write_both
from dashboard.articles.draft.source import NoDraft


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_both_are_written(tmp_path: Path) -> None:
    write_both({tmp_path / "a.yaml": "một\n", tmp_path / "b.yaml": "hai\n"})
    assert names(tmp_path) == ["a.yaml", "b.yaml"]
    assert (tmp_path / "b.yaml").read_bytes() == b"hai\n"


@pytest.mark.parametrize("there", ["a.yaml", "b.yaml"])
def test_neither_is_written_where_one_is_there(tmp_path: Path, there: str) -> None:
    (tmp_path / there).write_text("của người khác", "utf-8")
    with pytest.raises(NoDraft, match=f"{there} is already there") as refused:
        write_both({tmp_path / "a.yaml": "một", tmp_path / "b.yaml": "hai"})
    assert refused.value.code == 2
    assert names(tmp_path) == [there]
    assert (tmp_path / there).read_text("utf-8") == "của người khác"


def test_a_link_that_leads_nowhere_is_a_file_too(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to(tmp_path / "nowhere")
    with pytest.raises(NoDraft, match=r"a\.yaml is already there"):
        write_both({tmp_path / "a.yaml": "một"})
    assert not (tmp_path / "nowhere").exists()


def test_a_file_that_appears_meanwhile_is_kept_and_the_other_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = os.link

    def slow(part: Path, path: Path) -> None:
        if path.name == "b.yaml":
            path.write_text("của người khác", "utf-8")
        link(part, path)

    monkeypatch.setattr("os.link", slow)
    with pytest.raises(NoDraft, match=r"nothing was written: .*b\.yaml"):
        write_both({tmp_path / "a.yaml": "một", tmp_path / "b.yaml": "hai"})
    assert names(tmp_path) == ["b.yaml"]
    assert (tmp_path / "b.yaml").read_text("utf-8") == "của người khác"


def test_a_folder_that_is_not_there_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(NoDraft, match="nothing was written"):
        write_both({tmp_path / "a.yaml": "một", tmp_path / "none" / "b.yaml": "hai"})
    assert names(tmp_path) == []
