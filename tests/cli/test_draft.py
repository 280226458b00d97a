"""``doisanh draft``: what it prints and writes, and its exit code."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from dashboard.articles.draft.decision_marks import file_name
from dashboard.cli.drafted_files import drafted
from dashboard.cli.main import main
from dashboard.records.yaml_text import read
from tests.sample import Root

HOUSE = Path(__file__).parents[2]
TEXT = """\
Đảng bộ huyện Quảng Ninh đổi mới từ cơ sở
18/10/2019
(QBĐT) - Đến nay, Đảng bộ huyện có 1.250 đảng viên; giảm 12 biên chế (Nghị quyết số 18).
"""
RECORD, FILE = "seeds/bao-quang-binh-2019-10-18.yaml", "data/figures/bao-quang-binh-2019-10-18.yaml"


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """An article's text, beside the root."""
    path = tmp_path / "bai.txt"
    path.write_text(TEXT, "utf-8")
    return path


def content(root: Root) -> dict[str, bytes]:
    return {str(path.relative_to(root.path)): path.read_bytes() for path in root.path.rglob("*") if path.is_file()}


def run(root: Root, *words: object) -> int:
    return main(["draft", "--lang", "en", "--root", str(root.path), *map(str, words)])


def test_two_files_are_written_and_named(root: Root, text: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = content(root)
    assert run(root, text) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == [RECORD, FILE]
    assert lines[2].startswith("2 figures proposed, ")
    assert set(content(root)) - set(before) == {RECORD, FILE}
    assert 'printed: "1.250 đảng viên"' in (root.path / FILE).read_text("utf-8")
    assert "id: bao-quang-binh-2019-10-18" in (root.path / RECORD).read_text("utf-8")


def test_a_place_of_the_list_is_not_called_new(root: Root, text: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text.write_text(TEXT.replace("Quảng Ninh", "Di Linh"), "utf-8")
    assert run(root, text, "--address", "https://baolamdong.vn/bai.html") == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3
    assert "add place" not in "".join(lines)
    (record,) = (one for one in root.path.glob(lines[0]))
    assert "locality: lam-dong.di-linh" in record.read_text("utf-8")


def test_a_place_that_no_list_has_is_to_be_decided(root: Root, text: Path) -> None:
    text.write_text(TEXT.replace("Quảng Ninh", "Mẫu Khê"), "utf-8")
    assert run(root, text, "--id", "mau") == 0
    (line,) = (one for one in (root.path / "seeds/mau.yaml").read_text("utf-8").splitlines() if "locality" in one)
    assert line.startswith("locality: decide  # QUYẾT ĐỊNH / DECIDE: ")
    assert line.endswith("`doisanh find` gives its id; for one that no list has: `doisanh add place`")


def test_what_it_tells_is_in_vietnamese_unless_asked_otherwise(
    root: Root, text: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(root, text, "--lang", "vi") == 0
    assert "2 số liệu đề xuất, 1 có chỉ tiêu" in capsys.readouterr().out
    assert run(root, text, "--lang", "vi") == 2
    assert "đã có và không bao giờ bị ghi đè" in capsys.readouterr().err


def test_what_is_printed_with_stdout_is_what_would_be_written(
    root: Root, text: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = content(root)
    assert run(root, text, "--stdout") == 0
    told = capsys.readouterr()
    assert content(root) == before
    assert "figures proposed" in told.err
    assert run(root, text) == 0
    for name in (RECORD, FILE):
        assert f"# {name}\n{(root.path / name).read_text('utf-8')}" in told.out


@pytest.mark.parametrize("there", [RECORD, FILE])
def test_no_file_is_ever_written_over(root: Root, text: Path, there: str, capsys: pytest.CaptureFixture[str]) -> None:
    root.write(there, "của người khác")
    before = content(root)
    assert run(root, text) == 2
    assert Path(there).name in capsys.readouterr().err
    assert content(root) == before
    assert run(root, text, "--id", "bai-khac") == 0
    assert set(content(root)) - set(before) == {"seeds/bai-khac.yaml", "data/figures/bai-khac.yaml"}


def test_a_draft_can_be_made_while_another_awaits_its_curator(root: Root, text: Path) -> None:
    assert run(root, text, "--id", "mot") == 0
    assert main(["check", "--lang", "en", "--root", str(root.path)]) == 1
    assert run(root, text, "--id", "hai") == 0


def test_a_text_that_has_a_record_is_told_apart(root: Root, text: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, text, "--id", "mot") == 0
    assert run(root, text, "--id", "hai", "--stdout") == 0
    assert "note: seeds/mot.yaml is already a record of this very text" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said", "code"),
    [
        (["none.txt"], "no such file", 2),
        (["."], "is a folder", 2),
        (["empty.txt"], "is empty", 1),
        (["latin.txt"], "not UTF-8", 1),
        (["words.txt"], "no figure to draft", 1),
        (["bai.txt", "--id", "Bài mới"], "--id", 2),
        (["bai.txt", "--id", "../x"], "--id", 2),
    ],
)
def test_what_can_not_be_drafted_is_said_in_one_line(
    root: Root, text: Path, words: list[str], said: str, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    (text.parent / "empty.txt").write_bytes(b"")
    (text.parent / "latin.txt").write_bytes(b"\xe9")
    (text.parent / "words.txt").write_text("Không có số.", "utf-8")
    before = content(root)
    assert run(root, text.parent / words[0], *words[1:]) == code
    told = capsys.readouterr()
    assert said in told.err
    assert told.err.count("\n") == 1
    assert told.out == ""
    assert content(root) == before


def test_where_a_folder_is_missing_nothing_is_written(
    root: Root, text: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in (root.path / "data" / "figures").iterdir():
        path.unlink()
    (root.path / "data" / "figures").rmdir()
    before = content(root)
    assert run(root, text) == 2
    assert "figures is no folder" in capsys.readouterr().err
    assert content(root) == before


def test_tables_with_problems_are_said(root: Root, text: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root.write("data/indicators.yaml", "indicators: [")
    assert run(root, text) == 1
    assert "data/indicators.yaml has problems" in capsys.readouterr().err
    (root.path / "data/indicators.yaml").unlink()
    assert run(root, text) == 1
    assert "data/indicators.yaml can't be read" in capsys.readouterr().err


def test_nothing_is_written_where_nobody_said_to(
    text: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["draft", "--lang", "en", str(text)]) == 2
    assert "--root" in capsys.readouterr().err


def test_the_benchmark_counts_what_curators_wrote(root: Root, capsys: pytest.CaptureFixture[str]) -> None:
    from benchmarks.draft import OWN
    from benchmarks.draft import main as benchmark

    assert benchmark([]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2 + len(list(OWN.glob("*.txt")))
    assert lines[0].split()[:3] == ["article", "figures", "value"]
    assert benchmark([str(root.path)]) == 1


@pytest.mark.parametrize("digits", [19, 28, 29, 40, 5000])
def test_a_number_too_long_for_a_record_is_to_be_decided_to_its_last_digit(tmp_path: Path, digits: int) -> None:
    number = ("1234567890" * 500)[:digits]
    article = tmp_path / "bài.txt"
    article.write_text(f"Báo Quảng Bình\nToàn huyện có {number} đảng viên và 48,5{number}% hộ nghèo.\n", "utf-8")
    made = "\n".join(drafted(HOUSE, str(article)).files.values())
    assert f"value: decide  # QUYẾT ĐỊNH / DECIDE: {number}; " in made


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes")
@pytest.mark.parametrize("name", ["data/schemes.yaml", "data/localities.yaml", "seeds/new.yaml"])
def test_a_pipe_among_the_records_is_not_waited_for(root: Root, tmp_path: Path, name: str) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Đảng bộ huyện Quảng Ninh có 7.397 đảng viên.\n", "utf-8")
    (root.path / name).unlink(missing_ok=True)
    os.mkfifo(root.path / name)
    code = main(["draft", str(article), "--stdout", "--root", str(root.path)])
    assert code == (0 if name.startswith("seeds") else 1)


@pytest.mark.parametrize("name", ["null", "true", "010", "decide", "~", "1e5", "0x1", "a: b", "báo.txt"])
def test_whatever_a_text_is_called_its_name_is_read_as_it_is(name: str) -> None:
    document = read(f"file: {file_name(name)}\n".encode(), "a.yaml")
    assert (document.data, document.problems) == ({"file": name}, [])
