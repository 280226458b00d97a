"""The command line: what it prints, what it writes, and its exit code."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from dashboard import __version__
from dashboard.cli.main import main
from dashboard.records.root import resolve, shipped_root
from dashboard.web.server.access_log import KINDS
from tests.sample import Root

A = "data/figures/paper-2019.yaml"
HOUSE = Path(__file__).parents[2]


def test_check_counts_what_it_found_no_problems_in(root: Root, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--lang", "en", "--root", str(root.path)]) == 0
    assert capsys.readouterr().out == "2 articles, 10 figures: no problems\n"


def test_check_prints_all_problems_by_file_and_their_number(root: Root, capsys: pytest.CaptureFixture[str]) -> None:
    root.edit(A, "value: 7397", "value: 7.397")
    root.edit("data/localities.yaml", 'code: "456"', "code: 456")
    assert main(["check", "--lang", "en", "--root", str(root.path)]) == 1
    out = capsys.readouterr().out
    line = root.place(A, "7.397")[1]
    assert f'{A}\n  {line}:12  members: value is 7.397, but printed is "7.397"\n        -> write value: 7397\n' in out
    assert 'code: 456 is a number, but text is expected\n        -> put it in quotes: "456"' in out
    assert out.endswith("\n\n2 problems in 2 files\n")


@pytest.mark.parametrize("order", [["--root", "{}", "check"], ["check", "--root", "{}"], ["check", "--root={}"]])
def test_root_may_stand_before_or_after_the_command(
    root: Root, capsys: pytest.CaptureFixture[str], order: list[str]
) -> None:
    assert main([word.format(root.path) for word in order]) == 0


@pytest.mark.parametrize(
    ("words", "given"),
    [
        ([], ("127.0.0.1", 8501, None, None)),
        (["serve"], ("127.0.0.1", 8501, None, None)),
        (["--port", "0"], ("127.0.0.1", 0, None, None)),
        (["--host", "0.0.0.0", "--public-url", "https://a.example"], ("0.0.0.0", 8501, "https://a.example", None)),
        (["--metrics", "--log", "requests"], ("127.0.0.1", 8501, None, None)),
        (["--workers", "2"], ("127.0.0.1", 8501, None, None)),
        (["--report-to", "a@b.vn"], ("127.0.0.1", 8501, None, "a@b.vn")),
        (["--root", "{}", "serve", "--port", "9000"], ("127.0.0.1", 9000, None, None)),
        (["--root", "{}", "--port", "9000"], ("127.0.0.1", 9000, None, None)),
    ],
)
def test_alone_it_serves(
    root: Root, monkeypatch: pytest.MonkeyPatch, words: list[str], given: tuple[str, int, str | None, str | None]
) -> None:
    called: list[tuple[Path, str, int, str | None, str | None]] = []

    def serve(folder: Path, host: str, port: int, public_url: str | None, report_to: str | None, **more: object) -> int:
        log = "requests" if "--log" in words else "none"
        assert more == {"metrics": "--metrics" in words, "log": log, "workers": 2 if "--workers" in words else 1}
        called.append((folder, host, port, public_url, report_to))
        return 0

    serving = ModuleType("dashboard.web.server.serving")
    serving.__dict__["serve"] = serve
    monkeypatch.setitem(sys.modules, "dashboard.web.server.serving", serving)
    monkeypatch.chdir(root.path)
    assert main([word.format(root.path) for word in words]) == 0
    assert called == [(root.path, *given)]


def test_the_command_offers_the_logs_that_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["serve", "--help"])
    assert f"--log {{{','.join(KINDS)}}}" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("text", ["abc", "a@b", "a b@c.vn", "a@b.vn?cc=x@y.vn"])
def test_what_is_no_mail_address_is_misuse(root: Root, capsys: pytest.CaptureFixture[str], text: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--root", str(root.path), "serve", "--report-to", text])
    assert stopped.value.code == 2
    assert "is no mail address; give one such as" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["chekc"], "chekc"),
        (["serve", "--port", "x"], "--port"),
        (["export"], "--out"),
        (["export", "--out", "x", "--format", "doc"], "csv"),
        (["check", "--roo", "x"], "--roo"),
    ],
)
def test_misuse_is_told_and_ends_with_2(capsys: pytest.CaptureFixture[str], words: list[str], said: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    assert said in capsys.readouterr().err


def test_a_root_that_is_none_is_told_and_ends_with_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--root", str(tmp_path / "nowhere")]) == 2
    assert "there is no such folder" in capsys.readouterr().err


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"doisanh {__version__}\n"


def test_export_writes_one_file_named_by_the_version_of_the_data(
    root: Root, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "new" / "folder"
    assert main(["export", "--root", str(root.path), "--out", str(out)]) == 0
    target = out / f"doisanh_figures_vi_{root.dataset().version}.csv"
    assert list(out.iterdir()) == [target]
    assert target.read_bytes().count(b"\r\n") == 14
    assert capsys.readouterr().out == f"13 figures: {target}\n"


def test_export_of_a_place_has_what_lies_in_it(root: Root, tmp_path: Path) -> None:
    assert (
        main(["export", "--root", str(root.path), "--out", str(tmp_path), "--lang", "en", "--locality", "quang-ninh"])
        == 0
    )
    (target,) = tmp_path.glob("*.csv")
    lines = target.read_text("utf-8-sig").splitlines()[1:]
    assert [line.split(",")[2] for line in lines] == ["quang-ninh.ha-long.ha-lam"] * 2
    assert "Hà Lầm (Hạ Long City)" in lines[0]


def test_a_place_that_is_none_is_told_with_those_that_may_be_meant(
    root: Root, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "--root", str(root.path), "--out", str(tmp_path / "o"), "--locality", "quang ninh"]) == 2
    assert "did you mean quang-binh.quang-ninh or quang-ninh?" in capsys.readouterr().err
    assert not (tmp_path / "o").exists()


def test_a_place_without_figures_exports_nothing_and_says_so(
    root: Root, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root.write(
        "data/localities.yaml",
        (root.path / "data/localities.yaml").read_text("utf-8")
        + "  - {id: an-giang, name: An Giang, type: {vi: tỉnh, en: Province}, level: province}\n",
    )
    assert main(["export", "--root", str(root.path), "--out", str(tmp_path / "o"), "--locality", "an-giang"]) == 1
    assert "no figures of an-giang" in capsys.readouterr().err


def test_data_with_problems_is_not_exported(root: Root, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root.edit(A, "value: 7397", "value: 7.397")
    assert main(["export", "--root", str(root.path), "--out", str(tmp_path / "o")]) == 1
    told = capsys.readouterr().err
    assert "viết value: 7397" in told
    assert told.endswith("chưa xuất gì: dữ liệu có lỗi\n")
    assert not (tmp_path / "o").exists()


def test_a_folder_that_can_not_be_written_is_told_and_nothing_is_left_behind(
    root: Root, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    assert main(["export", "--root", str(root.path), "--out", str(tmp_path / "file")]) == 2
    assert "can't be written to" in capsys.readouterr().err

    def full(path: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert main(["export", "--root", str(root.path), "--out", str(tmp_path / "o")]) == 2
    assert "No space left on device" in capsys.readouterr().err
    assert list((tmp_path / "o").iterdir()) == []


def test_ctrl_c_ends_quietly(root: Root, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*asked: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("dashboard.checks.loading.load", interrupted)
    assert main(["check", "--lang", "en", "--root", str(root.path)]) == 130


def test_a_reader_that_goes_away_leaves_no_trace(root: Root) -> None:
    for number in range(400):
        root.write(f"seeds/paper-{number}.yaml", "a: 010\nb: 011\n" * 20)
    command = [sys.executable, "-m", "dashboard", "check", "--root", str(root.path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=HOUSE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 1


def test_text_is_printed_even_where_the_terminal_is_not_utf_8(root: Root) -> None:
    root.edit(A, '"7.397 đảng viên"', '"7.398 đảng viên"')
    command = [sys.executable, "-m", "dashboard", "check", "--root", str(root.path)]
    done = subprocess.run(
        command, capture_output=True, env={**os.environ, "PYTHONIOENCODING": "ascii"}, cwd=HOUSE, check=False
    )
    assert done.returncode == 1
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize(
    ("words", "to", "code"),
    [
        (["check"], ">/dev/full", 2),
        (["check"], ">&-", None),
        (["compare"], ">/dev/full", 2),
        (["verify"], ">/dev/full", 2),
        (["export", "--out", "o"], ">/dev/full", 2),
    ],
)
def test_where_nothing_can_be_printed_it_says_so_without_a_trace(
    root: Root, words: list[str], to: str, code: int | None
) -> None:
    done = subprocess.run(
        ["sh", "-c", f'exec "$@" {to}', "sh", sys.executable, "-m", "dashboard", *words, "--root", str(root.path)],
        cwd=root.path, env=os.environ | {"PYTHONPATH": str(HOUSE)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    assert code is None or (done.returncode, "No space left" in done.stderr) == (code, True)


def test_a_folder_that_is_gone_while_one_is_in_it_is_no_fault(
    root: Root, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    try:
        assert resolve(None) == shipped_root()
        assert main(["check", "--root", str(root.path)]) == 0
        assert main(["check", "--root", "."]) == 2
        article = root.path / "article.txt"
        article.write_text("Đảng bộ huyện Quảng Ninh có 7.397 đảng viên.\n", "utf-8")
        assert main(["draft", str(article), "--id", "new", "--root", str(root.path)]) == 0
    finally:
        os.chdir(tmp_path)


@pytest.mark.parametrize("words", [["draft", "article.txt", "--id", "a" * 300], ["draft", "a" * 300],
                                   ["export", "--out", "a" * 300], ["verify", "--articles", "a" * 300],
                                   ["verify", "--articles", "~nosuch/x"]])  # fmt: skip
def test_a_name_that_can_not_be_one_is_told(
    root: Root, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    monkeypatch.chdir(root.path)
    (root.path / "article.txt").write_text("Đảng bộ huyện Quảng Ninh có 7.397 đảng viên.\n", "utf-8")
    assert main([*words, "--root", str(root.path)]) == 2
    assert words[-1][:20] in capsys.readouterr().err


def test_so_is_a_home_of_nobody_to_export_to(root: Root, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["export", "--out", "~nosuch/x", "--root", str(root.path)])
    assert "~nosuch/x" in capsys.readouterr().err
