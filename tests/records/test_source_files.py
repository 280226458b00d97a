"""Files that the file system says are the same are not read again; what it can't know is."""

from __future__ import annotations

import os
from pathlib import Path

from dashboard.records import source_files
from dashboard.records.source_files import UNITS, FileCache, gather
from tests.sample import FILES, Root

A = "data/figures/paper-2019.yaml"
LONG_AGO, LATER = 10**9, 2**62  # nanoseconds


def settled(root: Root, monkeypatch: object = None) -> FileCache:
    """All files read once, by a clock that says that they are old."""
    cache = FileCache(now=lambda: LATER)
    assert set(gather(root.path, cache)[0]) == {*FILES, UNITS}
    return cache


def test_what_did_not_change_is_not_opened_again(root: Root) -> None:
    cache = settled(root)
    first = gather(root.path, cache)[0]
    (root.path / A).chmod(0o644)
    again = gather(root.path, cache)[0]
    assert all(again[name] is first[name] for name in FILES)


def test_an_edit_of_the_same_length_and_the_same_time_is_seen(root: Root) -> None:
    cache = settled(root)
    times = (root.path / A).stat()
    root.edit(A, "value: 7397", "value: 7398")
    os.utime(root.path / A, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert b"value: 7398" in gather(root.path, cache)[0][A]


def test_what_was_changed_a_moment_ago_is_read_again(root: Root) -> None:
    now = max((root.path / name).stat().st_ctime_ns for name in FILES)
    cache = FileCache(now=lambda: now)
    gather(root.path, cache)
    stamps = {name: stamp for name, (stamp, _) in cache.files.items() if name in FILES}
    assert set(stamps.values()) == {(-1, -1, -1, -1)}


def test_the_outcome_is_that_of_reading_everything(root: Root) -> None:
    cache = settled(root)
    root.write("data/figures/Paper.YAML", "x")
    (root.path / A).unlink()
    (root.path / "seeds/paper-2020.yaml").rename(root.path / "seeds/paper-2021.yaml")
    assert gather(root.path, cache) == gather(root.path)


def test_a_root_that_is_not_there_is_told_each_time(tmp_path: Path) -> None:
    cache = FileCache()
    assert gather(tmp_path / "nowhere", cache) == source_files.gather(tmp_path / "nowhere")
