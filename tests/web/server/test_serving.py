"""Starting the server: what stands in its way is said in one sentence, and it ends as quietly as it began."""

from __future__ import annotations

import importlib
import json
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.cli.main import main
from dashboard.web.server import serving
from dashboard.web.server.serving import CannotServe, listening, run, serve
from dashboard.web.server.settings import Settings


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen(1)
        yield other.getsockname()[1]


def test_a_port_in_use_is_told_in_one_line_with_another_to_choose(
    taken: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path / "app.py", "127.0.0.1", taken) == 2
    shown = capsys.readouterr()
    assert shown.err.count("\n") == 1
    assert f"port {taken} is in use" in shown.err
    assert "--port" in shown.err
    assert shown.out == ""


@pytest.mark.parametrize("port", [-1, 65536])
def test_a_number_that_is_no_port_is_refused(port: int) -> None:
    with pytest.raises(CannotServe, match="from 1 to 65535"):
        listening("127.0.0.1", port)


@pytest.mark.parametrize("host", ["203.0.113.7", "no such host", "::zz", "a..b", "x" * 80])
def test_an_address_that_is_not_this_machines_is_refused(host: str) -> None:
    with pytest.raises(CannotServe, match="--host"):
        listening(host, 0)


def test_port_0_takes_a_free_one() -> None:
    with listening("127.0.0.1", 0) as listener:
        assert listener.getsockname()[1] > 0


@pytest.mark.parametrize(
    "url", ["example.vn", "ftp://example.vn", "https://", "http://[x", "http://a:b", "http://a:0", "https://a.vn/?q=1",
            "https://a.vn/#x", "https://me:pw@a.vn", "https://a.vn\n", " https://a.vn", "https://a b.vn", "https://a..vn",
            "https://a.vn\\b"],
)  # fmt: skip
def test_a_public_url_that_is_no_web_address_is_refused(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path / "app.py", "127.0.0.1", 0, url) == 2
    assert "--public-url" in capsys.readouterr().err
    with pytest.raises(SystemExit) as ended:
        main(["export", "--root", str(tmp_path), "--out", str(tmp_path / "o"), "--public-url", url])
    assert ended.value.code == 2
    assert "is no web address" in capsys.readouterr().err


def test_the_app_finds_the_settings_of_the_command_line_in_its_environment(
    taken: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").mkdir()
    monkeypatch.setenv("DOISANH_ROOT", "")
    monkeypatch.setenv("DOISANH_PUBLIC_URL", "")
    serve(tmp_path, "127.0.0.1", taken, "https://example.vn/")
    assert Settings.from_environment() == Settings(tmp_path.resolve(), "https://example.vn")


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C can't be sent to one process there")
def test_ctrl_c_ends_the_server_quietly(tmp_path: Path) -> None:
    script = tmp_path / "page.py"
    script.write_text("import streamlit as st\nst.title('Đối sánh')\n", encoding="utf-8")
    start = "import sys, pathlib; from dashboard.web.server.serving import run; "
    start += f"sys.exit(run(pathlib.Path({str(script)!r}), "
    with subprocess.Popen(
        [sys.executable, "-c", start + "'127.0.0.1', 0))"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={"PATH": "", "HOME": str(tmp_path), "PYTHONPATH": str(Path.cwd()), "PYTHONUTF8": "1"},
        cwd=tmp_path,
    ) as server:
        assert server.stdout is not None
        assert server.stdout.readline().startswith("Đối sánh: http://127.0.0.1:")
        server.send_signal(signal.SIGINT)
        _, errors = server.communicate(timeout=30)
    assert server.returncode == 0
    assert errors == ""
    assert sorted(path.name for path in tmp_path.iterdir()) == ["page.py"], "nothing is written at home"


def test_a_package_is_kept_out_for_a_while_and_then_to_be_had() -> None:
    with serving._kept_out("antigravity_of_tests"), pytest.raises(ImportError):
        importlib.import_module("antigravity_of_tests")
    assert "antigravity_of_tests" not in sys.modules
    with serving._kept_out("json"):  # is there already: stays
        assert importlib.import_module("json") is json
    assert sys.modules["json"] is json


def test_the_server_starts_without_plotlys_python_part() -> None:
    script = (
        "import sys; from pathlib import Path; from dashboard.web.server import serving;"
        "serving.streamlit_app(serving.PACKAGE / 'app.py');"
        "assert 'streamlit' in sys.modules and 'plotly.graph_objects' not in sys.modules;"
        "import plotly.graph_objects"
    )
    subprocess.run([sys.executable, "-c", script], cwd=serving.PACKAGE.parent, check=True, timeout=60)
