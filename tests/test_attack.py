"""A started server under attack: in a folder full of hostile configuration, with few files that it may open.

Each test is an attack that once did harm, or could; at the end of each the dashboard still answers.
"""

from __future__ import annotations

import http.client
import json
import os
import re
import socket
import subprocess
import sys
import time
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import NamedTuple

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

from dashboard.language.words import word
from dashboard.web.server.connections import LONGEST_MESSAGE
from dashboard.web.server.guard import STREAM
from tests.sample import FILES, Root
from tests.web.server.test_connections import BYTES, frame
from tests.web.server.test_guard import messages
from tests.web.server.test_streamlit_config import HOSTILE
from tests.world import REPOSITORY

pytestmark = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="reads what a process has from /proc")

FEW, MORE = 260, 680  # open files: the limit that the server is started with, and the one that it may set
_OPTIONS = "--port 0 --log requests --public-url https://doisanh.example"
ROOM = (MORE - 584) // 4


class Server(NamedTuple):
    """Where it is, and what it is made of."""

    port: int
    process: subprocess.Popen[str]
    root: Root

    def ask(
        self, path: str, method: str = "GET", body: bytes | None = None, **headers: str
    ) -> tuple[int, dict[str, str]]:
        """Status and headers of an answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            given = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, body, given)
            answer = connection.getresponse()
            answer.read()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}
        finally:
            connection.close()

    def visit(self, **headers: str) -> ClientConnection:
        """A visitor's connection, as a page opens it."""
        origin = headers.pop("origin", f"http://127.0.0.1:{self.port}")
        return connect(
            f"ws://127.0.0.1:{self.port}{STREAM}",
            subprotocols=["streamlit"],  # type: ignore[list-item]
            additional_headers={"Origin": origin, **headers},
            max_size=None,
            open_timeout=10,
            close_timeout=0.5,
        )

    def memory(self) -> int:
        """What it has in memory, in MB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text("utf-8")
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) // 1024  # type: ignore[index]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    import resource

    home = tmp_path_factory.mktemp("attacked")
    root = Root(home / "root")
    for file, text in FILES.items():
        root.write(file, text)
    (home / ".streamlit").mkdir()
    (home / ".streamlit" / "config.toml").write_text(HOSTILE, encoding="utf-8")
    log, faults = home / "log", home / "faults"
    with (
        log.open("w") as out,
        faults.open("w") as err,
        subprocess.Popen(
            [sys.executable, "-m", "dashboard", "serve", "--root", str(root.path), *_OPTIONS.split()],
            cwd=home,
            env={**os.environ, "HOME": str(home), "PYTHONPATH": str(REPOSITORY), "STREAMLIT_SERVER_PORT": "1"},
            stdout=out,
            stderr=err,
            text=True,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (FEW, MORE)),
        ) as process,
    ):
        try:
            deadline = time.monotonic() + 60
            while len(lines := log.read_text("utf-8").splitlines()) < 2:
                assert process.poll() is None, faults.read_text("utf-8")
                assert time.monotonic() < deadline
                time.sleep(0.05)
            assert str(ROOM) in lines[1]
            yield Server(int(lines[0].partition("127.0.0.1:")[2].split()[0]), process, root)
        finally:
            process.terminate()
    errors = faults.read_text("utf-8")
    assert "Traceback" not in errors
    assert errors.count("\n") < 20, errors


@pytest.fixture(autouse=True)
def unharmed(server: Server) -> Iterator[None]:
    yield
    assert server.process.poll() is None
    assert server.ask("/_stcore/health")[0] == 200


def shown(visitor: ClientConnection, path: str = "") -> str:
    """What a page shows to a visitor who opens or changes it."""
    asked = BackMsg()
    asked.rerun_script.query_string = path
    visitor.send(asked.SerializeToString())
    return heard(visitor)


def heard(visitor: ClientConnection) -> str:
    """All messages until the page is done, the board's unpacked."""
    found = b""
    while True:
        message = visitor.recv(timeout=20)
        assert isinstance(message, bytes)
        found += message
        if (packed := message.find(b"\x1f\x8b\x08")) >= 0:
            found += zlib.decompressobj(31).decompress(message[packed:])  # 31: with gzip's head
        if ForwardMsg.FromString(message).WhichOneof("type") == "script_finished":
            return found.decode("utf-8", "replace")


def test_nothing_can_be_uploaded_and_nothing_of_it_is_kept(server: Server) -> None:
    before = server.memory()
    for method in ("PUT", "POST"):
        for _ in range(3):
            with suppress(ConnectionError, BrokenPipeError):
                body = b"0" * 20_000_000
                assert server.ask(f"/_stcore/upload_file/a/{method}", method, body)[0] in (405, 431)
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n")
        assert connection.recv(100).startswith(b"HTTP/1.1 413 ")
    assert server.memory() - before < 30


@pytest.mark.parametrize(("size", "compression"), [(50_000_000, "deflate"), (LONGEST_MESSAGE + 1, None)])
def test_a_message_that_is_too_large_packed_or_not_ends_the_connection(
    server: Server, size: int, compression: str | None
) -> None:
    before = server.memory()
    with connect(
        f"ws://127.0.0.1:{server.port}{STREAM}", compression=compression, max_size=None, open_timeout=10
    ) as visitor:  # fmt: skip
        with suppress(ConnectionClosed):
            visitor.send(b"\0" * size)
            while True:
                visitor.recv(timeout=20)
        assert visitor.close_code == 1009
    assert server.memory() - before < 30


def test_headers_without_end_do_not_stop_the_others(server: Server) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nX: ")
        began = time.monotonic()
        with suppress(ConnectionError):
            for _ in range(80):
                connection.sendall(b"x" * 1_000_000)
        assert server.ask("/_stcore/health")[0] == 200
        assert time.monotonic() - began < 5


@pytest.mark.parametrize(
    "headers",
    [{"origin": "http://evil.example"}, {"origin": "http://localhost:1"}, {"origin": "null"},
     {"origin": "http://evil.example", "Host": "evil.example"}],
)  # fmt: skip
def test_no_foreign_page_opens_a_connection(server: Server, headers: dict[str, str]) -> None:
    with pytest.raises(InvalidStatus, match="403"):
        server.visit(**headers)


def test_a_foreign_name_gets_nothing(server: Server) -> None:
    for path in ("/", "/first", "/pictures", "/units", "/_stcore/health", "/_stcore/host-config"):
        assert server.ask(path, host="evil.example")[0] == 421


def test_by_its_public_name_it_answers_and_cookies_are_for_https_alone(server: Server) -> None:
    status, headers = server.ask("/_stcore/health", host="doisanh.example")
    assert status == 200
    assert headers["set-cookie"].endswith("; Secure")
    with server.visit(origin="https://doisanh.example") as visitor:
        assert shown(visitor)


def test_what_one_visitor_tells_the_server_does_nothing_to_another(server: Server) -> None:
    """All kinds of messages, forged ones too: the good data stay for the others while those on disc are broken."""
    with server.visit() as other, server.visit() as hostile:
        assert "7.397" in shown(other)
        shown(hostile)
        file = "data/figures/paper-2019.yaml"
        server.root.edit(file, "value: 7397", "value: 7.397")
        try:
            for kind, message in messages().items():
                if kind != "stop_script":
                    hostile.send(message)
            forged = BackMsg()
            forged.rerun_script.page_script_hash = "0" * 32
            forged.rerun_script.page_name = "../../etc/passwd"
            forged.rerun_script.fragment_id = "x"
            forged.rerun_script.cached_message_hashes.append("x")
            hostile.send(forged.SerializeToString())
            page = shown(other, "lang=en")
            assert word("bad_data_kept", "en", n="{").split("{")[0] in page
            assert word("bad_data", "en", n=1).split("(")[0] not in page
            with server.visit() as another:
                assert word("bad_data_kept", "en", n="{").split("{")[0] in shown(another, "lang=en")
        finally:
            server.root.edit(file, "value: 7.397", "value: 7397")


def test_who_finds_no_place_is_told_so_and_the_others_go_on(server: Server) -> None:
    with ExitStack() as visitors:
        first = visitors.enter_context(server.visit())
        for _ in range(ROOM - 1):
            shown(visitors.enter_context(server.visit()))
        with pytest.raises(InvalidStatus, match="403"):
            server.visit()
        status, headers = server.ask("/", accept="text/html")
        assert (status, headers["retry-after"]) == (503, "30")
        assert server.ask("/_stcore/health")[0] == 200
        assert shown(first)
    for _ in range(100):  # until the server has noticed that they are gone
        if server.ask("/", accept="text/html")[0] == 200:
            break
        time.sleep(0.05)
    with server.visit() as again:
        assert shown(again)


def test_connections_without_end_leave_the_visitors_who_are_there_alone(server: Server) -> None:
    with server.visit() as visitor, ExitStack() as connections:
        shown(visitor)
        with suppress(OSError):
            for _ in range(MORE):
                connections.enter_context(socket.create_connection(("127.0.0.1", server.port), timeout=2))
        assert len([*Path(f"/proc/{server.process.pid}/fd").iterdir()]) < MORE - 50
        assert shown(visitor, "lang=en")


@pytest.mark.parametrize(
    "message", [b"", b"\xff" * 50, messages()["rerun_script"]], ids=["empty", "nonsense", "clicks"]
)
def test_who_says_too_much_is_left_and_makes_nobody_wait(server: Server, message: bytes) -> None:
    """One such connection once stopped all others for 25 s. That there is no line in the log is seen at the end."""
    with server.visit() as hostile, server.visit() as visitor:
        shown(hostile)
        with suppress(ConnectionError):
            hostile.socket.sendall(frame(BYTES, message) * 40_000)
        began = time.monotonic()
        assert shown(visitor)
        assert time.monotonic() - began < 5
        with suppress(ConnectionClosed):
            while True:
                hostile.recv(timeout=20)


def test_however_many_come_and_leave_who_is_there_goes_on(server: Server) -> None:
    """More than the sessions of those who left that Streamlit keeps, each with files of its own."""
    with ExitStack() as visitors:
        first = visitors.enter_context(server.visit())
        for _ in range(150):
            with server.visit() as other:
                other.send(messages()["rerun_script"])
        for _ in range(ROOM - 1):
            shown(visitors.enter_context(server.visit()))
        assert shown(first)
        assert len([*Path(f"/proc/{server.process.pid}/fd").iterdir()]) < MORE - 50


def test_a_page_is_sent_whole_whatever_the_browser_says_that_it_kept(server: Server) -> None:
    """Who goes back and forth quickly has forgotten it when the answer comes; the page then was lost."""
    with server.visit() as visitor:
        kept: list[str] = []
        for _ in range(2):
            asked = BackMsg()
            asked.rerun_script.query_string = "theme=all"
            asked.rerun_script.cached_message_hashes.extend(kept)
            visitor.send(asked.SerializeToString())
            told = [ForwardMsg.FromString(visitor.recv(timeout=20, decode=False))]
            while told[-1].WhichOneof("type") != "script_finished":
                told.append(ForwardMsg.FromString(visitor.recv(timeout=20, decode=False)))
            assert "ref_hash" not in {one.WhichOneof("type") for one in told}
            kept = [one.hash for one in told if one.hash]


def test_nonsense_of_all_kinds_makes_no_line_in_the_log(server: Server) -> None:
    """Requests that are none, WebSockets that can't be, messages about what there is not; those of this server's own
    folder among them. The lines are counted when the server has ended."""
    with server.visit() as visitor:
        session = re.search(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}", shown(visitor))[0]  # type: ignore[index]
        for number in range(30):
            with socket.create_connection(("127.0.0.1", server.port), timeout=5) as connection:
                connection.sendall([b"\x16\x03\x01\r\n\r\n", b"GET / HTTP/1.1\r\nUpgrade: h2c\r\n\r\n"][number % 2])
            message = BackMsg()
            if number % 3 == 0:
                message.rerun_script.fragment_id = f"none\nforged {number}"
            elif number % 3 == 1:
                message.rerun_script.query_string = "x" * 200_000
            else:
                message.backend_operation_request.session_id = session
                message.backend_operation_request.deferred_file.file_id = f"none\nforged {number}"
            visitor.send(message.SerializeToString())
        assert shown(visitor)


# --- every route that there is


def routes() -> list[tuple[str, list[str]]]:
    """The addresses that Streamlit's app has, ours among them, and what may be done there."""
    script = (
        "import json; from dashboard.web.server import serving;"
        "from dashboard.web.server.streamlit_config import configuration, configure;"
        "configure(configuration('127.0.0.1', 8501) | {'server.enableAgentApi': True});"
        "app = serving.streamlit_app(serving.PACKAGE / 'app.py')._build_starlette_app();"
        "print(json.dumps([(route.path, sorted(getattr(route, 'methods', None) or ())) for route in app.routes]))"
    )
    found = subprocess.run(
        [sys.executable, "-c", script], cwd=REPOSITORY, capture_output=True, text=True, check=True, timeout=60
    )
    return [(path, methods) for path, methods in json.loads(found.stdout)]


def test_every_route_carries_the_headers_and_only_those_in_use_are_open(server: Server) -> None:
    every = routes()
    assert len(every) > 12
    open_ones = set()
    for path, methods in every:
        address = re.sub(r"\{(\w+)(:\w+)?\}", r"\1", path) or "/"
        for method in {*methods, "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"}:
            status, headers = server.ask(address, method)
            assert headers["x-content-type-options"] == "nosniff", address
            assert "script-src 'self'" in headers["content-security-policy"], address
            assert "'unsafe-eval'" not in headers["content-security-policy"], address
            assert "frame-ancestors 'self'" in headers["content-security-policy"], address
            assert headers["referrer-policy"] == "same-origin", address
            assert headers["cross-origin-opener-policy"] == "same-origin", address
            assert headers["cross-origin-resource-policy"] == "same-origin", address
            assert "camera=()" in headers["permissions-policy"], address
            assert headers.get("access-control-allow-origin") is None, address
            assert "server" not in headers, address
            if method not in ("GET", "HEAD"):
                assert status == 405, (address, method)
            elif status < 400:
                open_ones.add(path)
    assert open_ones == {"/pictures", "/first", "/units", "/_stcore/health", "/_stcore/host-config", ""}


def test_the_chart_for_frames_alone_may_be_framed_by_others(server: Server) -> None:
    for path in ("/", "/place", "/pair", "/sources", "/data", "/method", "/embed"):
        status, headers = server.ask(path, accept="text/html")
        assert status == 200
        assert ("frame-ancestors *" in headers["content-security-policy"]) == (path == "/embed")


def test_no_answer_says_where_the_program_is(server: Server) -> None:
    with server.visit() as visitor:
        assert str(REPOSITORY) not in shown(visitor)
