"""Files are written whole or not at all, through no link that somebody planted, and over nothing that is not ours."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from stat import S_IMODE

import pytest

from dashboard.cli.main import main
from dashboard.records import atomic_write
from tests.articles.verify.desk import FIGURES, FIGURES_TEXT, TEXT, Desk
from tests.sample import Root

HOUSE = Path(__file__).parents[2]
OLD, NEW = b"old", b"new " * 1000


@pytest.fixture
def victim(tmp_path: Path) -> Path:
    """A file that links lead to and that nobody asked to be written."""
    made = tmp_path / "victim"
    made.write_bytes(OLD)
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "shared"
    made.mkdir()
    return made


def test_a_file_is_there_with_all_of_its_bytes_and_nothing_beside_it(folder: Path) -> None:
    atomic_write.write(folder / "deeper" / "a.csv", NEW)
    atomic_write.write(folder / "deeper" / "a.csv", OLD)
    assert [(path.name, path.read_bytes()) for path in (folder / "deeper").iterdir()] == [("a.csv", OLD)]


def test_a_name_as_long_as_there_can_be_is_written(folder: Path) -> None:
    atomic_write.write(folder / ("a" * 255), NEW)
    assert (folder / ("a" * 255)).read_bytes() == NEW


def test_a_link_under_a_name_that_can_be_guessed_is_not_followed(folder: Path, victim: Path) -> None:
    for name in (f".a.csv.{os.getpid()}", ".a.csv.part", ".doisanh-.part", ".doisanh-0.part", "a.csv.tmp"):
        (folder / name).symlink_to(victim)
    atomic_write.write(folder / "a.csv", NEW)
    atomic_write.create({folder / "b.csv": NEW})
    assert victim.read_bytes() == OLD


@pytest.mark.parametrize("planted", ["link", "link to nowhere", "file", "folder"])
def test_nor_is_it_where_the_name_was_guessed_all_the_same(
    folder: Path, victim: Path, planted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("secrets.token_hex", lambda size: "0" * 2 * size)
    name = folder / f".doisanh-{'0' * 32}.part"
    match planted:
        case "file":
            name.write_bytes(OLD)
        case "folder":
            name.mkdir()
        case _:
            name.symlink_to(victim if planted == "link" else victim.with_name("nowhere"))
    with pytest.raises(FileExistsError):
        atomic_write.write(folder / "a.csv", NEW)
    with pytest.raises(FileExistsError):
        atomic_write.create({folder / "a.csv": NEW})
    assert victim.read_bytes() == OLD
    assert list(folder.iterdir()) == [name], "what somebody else made is not taken away either"
    assert not victim.with_name("nowhere").exists()


@pytest.mark.parametrize(
    ("there", "said"),
    [
        ("link", "it is a link to another file"),
        ("link to nowhere", "it is a link to another file"),
        ("folder", "it is a folder"),
        ("pipe", "it is no regular file"),
        ("read-only", "may not be written to"),
    ],
)
def test_what_may_not_be_written_over_is_told(
    folder: Path, victim: Path, there: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = folder / "a.csv"
    match there:
        case "folder":
            target.mkdir()
        case "pipe":
            os.mkfifo(target)
        case "read-only":
            target.write_bytes(OLD)
            monkeypatch.setattr(os, "access", lambda path, mode: False)  # whoever runs this may write anywhere
        case _:
            target.symlink_to(victim if there == "link" else victim.with_name("nowhere"))
    before = target.lstat()
    with pytest.raises(OSError, match=said) as refused:
        atomic_write.write(target, NEW)
    assert refused.value.filename == str(target)
    with pytest.raises(FileExistsError):
        atomic_write.create({target: NEW})
    assert target.lstat() == before
    assert victim.read_bytes() == OLD
    assert list(folder.iterdir()) == [target]


def test_a_link_that_takes_the_place_of_the_target_meanwhile_is_replaced_and_not_followed(
    folder: Path, victim: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, sync = folder / "a.csv", os.fsync

    def planted(file: int) -> None:
        if not target.is_symlink() and not target.exists():
            target.symlink_to(victim)
        sync(file)

    monkeypatch.setattr(os, "fsync", planted)
    atomic_write.write(target, NEW)
    assert (target.is_symlink(), target.read_bytes(), victim.read_bytes()) == (False, NEW, OLD)


def test_who_may_read_it_is_the_umasks_to_say_and_of_what_was_there_stays(folder: Path) -> None:
    before = os.umask(0o027)
    try:
        atomic_write.write(folder / "a.csv", NEW)
        atomic_write.create({folder / "b.csv": NEW})
        private = folder / "private.csv"
        private.touch(0o600)
        atomic_write.write(private, NEW)
    finally:
        os.umask(before)
    assert [S_IMODE((folder / name).stat().st_mode) for name in ("a.csv", "b.csv", "private.csv")] == [
        0o640, 0o640, 0o600,
    ]  # fmt: skip


def killed(folder: Path, work: str) -> None:
    """Do it in a process that is killed (kill -9) when all is written but nothing has its name yet."""
    script = (
        "import os, sys; from pathlib import Path; from dashboard.records import atomic_write as whole\n"
        f"folder = Path(sys.argv[1]); os.fsync = lambda file: os.kill(os.getpid(), 9)\n{work}"
    )
    done = subprocess.run([sys.executable, "-c", script, str(folder)], cwd=HOUSE, check=False)
    assert done.returncode == -signal.SIGKILL


def test_a_process_that_is_killed_leaves_no_half_file_and_a_later_one_clears_up(folder: Path) -> None:
    target = folder / "a.csv"
    atomic_write.write(target, OLD)
    killed(folder, "whole.write(folder / 'a.csv', b'new' * 100_000)")
    killed(folder, "whole.create({folder / 'b.csv': b'new', folder / 'c.csv': b'new'})")
    parts = [path for path in folder.iterdir() if path != target]
    assert target.read_bytes() == OLD
    assert {path.suffix for path in parts} == {".part"}
    os.utime(parts[0], (1, 1))
    link = folder / ".doisanh-link.part"
    link.symlink_to(target)
    os.utime(link, (1, 1), follow_symlinks=False)
    atomic_write._delete_left_over.cache_clear()
    atomic_write.write(target, NEW)
    assert set(folder.iterdir()) == {target, link, *parts[1:]}, "only what is old, and no link"


def test_several_new_files_are_written_or_none(folder: Path) -> None:
    (folder / "c").symlink_to(folder / "nowhere")
    with pytest.raises(FileExistsError) as refused:
        atomic_write.create({folder / name: NEW for name in "abcd"})
    assert refused.value.filename == str(folder / "c")
    assert [path.name for path in folder.iterdir()] == ["c"]


def test_nothing_else_writes_files() -> None:
    """One way of writing; what is made while the package is built is nobody's but the builder's."""
    writes = re.compile(r"\.write_(?:text|bytes)\(|\bopen\([^)]*[\"'][wax]b?\+?[\"']|NamedTemporaryFile|mkstemp")
    found = [
        path.name
        for path in (HOUSE / "dashboard").rglob("*.py")
        if path.name not in ("whole.py", "trimming.py") and writes.search(path.read_text("utf-8"))
    ]
    assert found == []


# --- the commands that write

EXPORT = ("csv", "csv-comma", "xlsx", "parquet", "package")


def plant(folder: Path, names: list[str], victim: Path) -> None:
    """Links as somebody plants them who knows what will be written, and by which process."""
    for name in names:
        (folder / f".{name}.{os.getpid()}").symlink_to(victim)


@pytest.mark.parametrize("kind", EXPORT)
def test_export_follows_no_link(
    root: Root, folder: Path, victim: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["export", "--root", str(root.path), "--format", kind, "--out"]
    assert main([*command, str(folder / "first")]) == 0
    names = [path.name for path in (folder / "first").iterdir()]
    plant(folder, names, victim)
    assert main([*command, str(folder)]) == 0
    assert victim.read_bytes() == OLD
    shutil.rmtree(folder)
    folder.mkdir()
    (folder / names[0]).symlink_to(victim)
    capsys.readouterr()
    assert main([*command, str(folder)]) == 2
    said = capsys.readouterr().err
    assert names[0] in said
    assert "it is a link to another file" in said
    assert victim.read_bytes() == OLD


def test_verify_follows_no_link(root: Root, folder: Path, victim: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = Desk(root, folder)
    root.write(FIGURES, FIGURES_TEXT)
    desk.keep(TEXT)
    proofs = desk.root.path / "data/proofs"
    proofs.mkdir()
    plant(proofs, ["paper-2019.json"], victim)
    assert desk.run("--write") == 0
    assert victim.read_bytes() == OLD
    (proofs / "paper-2019.json").unlink()
    (proofs / "paper-2019.json").symlink_to(victim)
    assert desk.run("--write") == 2
    assert "it is a link to another file" in capsys.readouterr().err
    assert victim.read_bytes() == OLD


def test_draft_follows_no_link(root: Root, victim: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Đảng bộ huyện Quảng Ninh có 7.397 đảng viên.\n", "utf-8")
    command = ["draft", str(article), "--id", "new", "--root", str(root.path), "--lang", "en"]
    for name in ("seeds", "data/figures"):
        plant(root.path / name, ["new.yaml"], victim)
    assert main(command) == 0
    assert victim.read_bytes() == OLD
    (root.path / "seeds/new.yaml").unlink()
    (root.path / "data/figures/new.yaml").unlink()
    (root.path / "data/figures/new.yaml").symlink_to(victim)
    assert main(command) == 2
    assert "never written over" in capsys.readouterr().err
    assert victim.read_bytes() == OLD
    assert not (root.path / "seeds/new.yaml").exists()
