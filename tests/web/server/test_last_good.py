"""The last good data are kept in the user's cache, bounded, and read again like any others."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from dashboard.records import source_files
from dashboard.records.root import shipped_root
from dashboard.web.server import last_good, store
from tests.sample import Root

FILE = "data/figures/paper-2019.yaml"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache with nothing in it yet: the folder that the data are kept in."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "doisanh" / "last-good"


def texts(root: Root) -> dict[str, bytes]:
    return source_files.gather(root.path)[0]


def started(root: Root) -> tuple[store.Good | None, int]:
    """What a dashboard shows that is started now, and how many problems it tells."""
    store._states.clear()
    good, problems, _ = store.current(root.path)
    return good, len(problems)


def ended(place: Path) -> list[Path]:
    """The archives, once the thread that keeps them is done."""
    for _ in range(200):
        if found := list(place.glob("*.zip")):
            return found
        time.sleep(0.02)
    pytest.fail("nothing was kept")


def test_a_dashboard_started_on_broken_data_shows_the_last_good_ones(root: Root, place: Path) -> None:
    good, problems = started(root)
    assert good
    assert problems == 0
    ended(place)
    root.edit(FILE, "value: 7397", "value: 7.397")
    again, problems = started(root)
    assert again
    assert problems == 1
    assert again.dataset.digest == good.dataset.digest
    assert list(again.frame["value"].dropna()) == list(good.frame["value"].dropna())


def test_without_anything_kept_there_is_nothing_to_show(root: Root, place: Path) -> None:
    root.edit(FILE, "value: 7397", "value: 7.397")
    assert started(root) == (None, 1)
    assert not place.exists(), "what is broken is not kept"


def test_what_is_mended_later_takes_the_place_of_what_was_kept(root: Root, place: Path) -> None:
    started(root)
    ended(place)
    root.edit(FILE, "value: 7397", "value: 7.397")
    started(root)
    root.edit(FILE, "value: 7.397", "value: 7397\n    note: {vi: mới, en: new}")
    good, problems, _ = store.current(root.path)
    assert good
    assert problems == []
    assert good.dataset.by_id["paper-2019/members"].figure.note


@pytest.mark.parametrize("damage", ["cut", "other bytes", "empty", "no archive", "other content", "too much"])
def test_what_is_damaged_is_left_aside(
    root: Root, place: Path, damage: str, monkeypatch: pytest.MonkeyPatch, recwarn: pytest.WarningsRecorder
) -> None:
    last_good.keep(root.path, texts(root))
    (archive,) = place.glob("*.zip")
    raw = archive.read_bytes()
    if damage == "too much":
        monkeypatch.setattr(last_good, "LARGEST", 1000)
    elif damage == "other content":
        with zipfile.ZipFile(archive, "a") as opened:
            opened.writestr("seeds/more.yaml", "id: more")
    else:
        half = len(raw) // 2
        archive.write_bytes({"cut": raw[:half], "other bytes": raw[:half] + b"?" * 40 + raw[half + 40 :],
                             "empty": b"", "no archive": b"PK\x03\x04 nothing"}[damage])  # fmt: skip
    assert last_good.kept(root.path) is None
    root.edit(FILE, "value: 7397", "value: 7.397")
    assert started(root) == (None, 1)
    assert not recwarn


def test_what_another_version_can_not_read_is_left_aside(root: Root, place: Path) -> None:
    """It was good once; now the same files have a problem."""
    root.edit(FILE, "value: 7397", "value: 7397\n    colour: red")
    last_good.keep(root.path, texts(root))
    assert last_good.kept(root.path) == texts(root)
    assert started(root) == (None, 1)


def test_of_two_that_are_kept_the_newer_is_shown_and_behind_a_damaged_one_the_older(root: Root, place: Path) -> None:
    first = texts(root)
    last_good.keep(root.path, first)
    root.edit(FILE, "value: 7397", "value: 7397\n    note: {vi: mới, en: new}")
    second = texts(root)
    last_good.keep(root.path, second)
    assert last_good.kept(root.path) == second
    time.sleep(0.01)
    last_good.keep(root.path, first)
    assert last_good.kept(root.path) == first, "kept again: the latest"
    assert len(list(place.glob("*.zip"))) == 2
    next(place.glob(f"*{source_files.digest(first, [])}.zip")).write_bytes(b"")
    assert last_good.kept(root.path) == second


def test_no_more_is_kept_than_so_many_archives_of_a_root_and_in_all(
    root: Root, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(4):
        last_good.keep(root.path, {**texts(root), "seeds/more.yaml": b"%d" % number})
    assert len(list(place.iterdir())) == last_good.COPIES
    for number in range(last_good.ALL + 3):
        last_good.keep(tmp_path / str(number), texts(root))
    assert len(list(place.iterdir())) == last_good.ALL
    monkeypatch.setattr(last_good, "LARGEST", 10)
    last_good.keep(tmp_path / "large", texts(root))
    assert last_good.kept(tmp_path / "large") is None


def test_what_was_left_half_written_is_deleted_and_what_is_being_written_is_not(root: Root, place: Path) -> None:
    place.mkdir(parents=True)
    old, new = place / ".doisanh-1.part", place / ".doisanh-2.part"
    for path in (old, new):
        path.write_bytes(b"half")
    os.utime(old, (1, 1))
    last_good.keep(root.path, texts(root))
    assert (old.exists(), new.exists()) == (False, True)


def test_a_cache_that_can_not_be_written_is_no_harm(
    root: Root, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    good, problems = started(root)
    assert good
    assert problems == 0
    root.edit(FILE, "value: 7397", "value: 7.397")
    assert started(root) == (None, 1)


def test_without_a_home_nothing_is_kept(root: Root, monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(Path, "home", nowhere)
    last_good.keep(root.path, texts(root))
    assert last_good.kept(root.path) is None


def test_the_data_that_came_with_the_program_are_not_kept(
    root: Root, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(last_good, "installed", lambda asked: asked == root.path)
    last_good.keep(root.path, texts(root))
    assert not place.exists()
    assert shipped_root().is_dir()


def test_two_processes_at_once_lose_nothing(root: Root, place: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from dashboard.records import source_files as folder;"
        "from dashboard.web.server import last_good\n"
        "root = Path(sys.argv[1]); texts = folder.gather(root)[0]\n"
        "for number in range(60):\n"
        "    last_good.keep(root, {**texts, 'seeds/more.yaml': b'%d' % (number % 5)})\n"
        "    assert last_good.kept(root), 'nothing whole is there'\n"
    )
    command = [sys.executable, "-c", script, str(root.path)]
    both = [subprocess.Popen(command, cwd=Path(last_good.__file__).parents[3]) for _ in range(2)]
    assert [one.wait(60) for one in both] == [0, 0]
    assert len(list(place.glob("*.zip"))) <= last_good.COPIES


@pytest.mark.parametrize("bit", range(8))
def test_whatever_bit_of_an_archive_is_turned_the_older_one_is_shown(root: Root, place: Path, bit: int) -> None:
    first = {"seeds/a.yaml": b"id: a"}
    last_good.keep(root.path, first)
    last_good.keep(root.path, {"seeds/b.yaml": b"id: b"})
    newest = last_good._newest(place.glob("*.zip"))[0]
    raw = newest.read_bytes()
    for at in range(len(raw)):
        newest.write_bytes(raw[:at] + bytes([raw[at] ^ 1 << bit]) + raw[at + 1 :])
        os.utime(newest)
        assert last_good.kept(root.path) in (first, {"seeds/b.yaml": b"id: b"})


@pytest.mark.skipif(os.name != "posix", reason="owners are those of a Unix")
@pytest.mark.parametrize("planted", ["pipe", "another's", "bomb"])
def test_what_another_put_into_the_cache_is_neither_shown_nor_waited_for(
    root: Root, place: Path, planted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    last_good.keep(root.path, texts(root))
    (archive,) = place.glob("*.zip")
    if planted == "pipe":
        archive.unlink()
        os.mkfifo(archive)
    elif planted == "another's":
        monkeypatch.setattr(os, "geteuid", lambda: archive.stat().st_uid + 1)
    else:
        monkeypatch.setattr(last_good, "LARGEST", 1_000_000)
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as made:
            made.writestr("seeds/a.yaml", bytes(50_000_000))
        raw = archive.read_bytes()
        archive.write_bytes(raw.replace((50_000_000).to_bytes(4, "little"), (5).to_bytes(4, "little")))
    tracemalloc.start()
    assert last_good.kept(root.path) is None
    assert tracemalloc.get_traced_memory()[1] < 10_000_000
    tracemalloc.stop()
