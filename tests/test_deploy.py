"""The recipes of deploy/: what they name exists, they agree with each other, and those that can be tried here work."""

from __future__ import annotations

import argparse
import http.client
import json
import re
import shutil
import socket
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import ClientConnection, connect

from dashboard.cli import main, serve
from dashboard.web.server.guard import STREAM
from tests import nginx
from tests.browser.server import free_port, serving
from tests.nginx import NAME, RECIPES
from tests.test_attack import shown
from tests.world import REPOSITORY

UNIT = REPOSITORY / "deploy" / "doisanh@.service"
CONTAINER = (REPOSITORY / "deploy" / "Containerfile").read_text("utf-8").replace("\\\n", "")
PORT = "8501"


def settings(name: str) -> list[str]:
    """The values of a setting of the unit."""
    lines = UNIT.read_text("utf-8").splitlines()
    return [line.partition("=")[2] for line in lines if line.startswith(f"{name}=")]


def instructions(name: str) -> list[str]:
    """What follows an instruction of the container file, each time."""
    return re.findall(rf"^{name} (.+)$", CONTAINER, re.MULTILINE)


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Callable[[list[str]], argparse.Namespace]:
    """What the program understands of the words that a recipe starts it with, instead of serving."""

    def asked(words: list[str]) -> argparse.Namespace:
        assert words[0] == "/opt/doisanh/bin/doisanh"
        understood: list[argparse.Namespace] = []

        def run(_: Path, arguments: argparse.Namespace) -> int:
            understood.append(arguments)
            return 0

        monkeypatch.setattr(serve, "run", run)
        assert main.main([str(REPOSITORY) if word == "/srv/doisanh" else word for word in words[1:]]) == 0
        return understood[0]

    return asked


def test_the_unit_starts_what_there_is_with_options_that_there_are(
    started: Callable[[list[str]], argparse.Namespace],
) -> None:
    (line,) = settings("ExecStart")
    (options,) = (value for value in settings("Environment") if "OPTIONS" in value)
    given = started(line.replace("$OPTIONS", options.strip('"').partition("=")[2]).replace("%i", PORT).split())
    assert (given.host, given.port, given.log) == ("127.0.0.1", int(PORT), "requests")
    assert given.public_url == f"https://{NAME}"


def test_the_unit_may_do_little() -> None:
    assert settings("User") == ["doisanh"]
    assert settings("ProtectSystem") == ["strict"]
    assert settings("CapabilityBoundingSet") == [""]
    assert settings("NoNewPrivileges") == ["yes"]
    assert int(settings("LimitNOFILE")[0]) >= 65_536
    written = [line for line in UNIT.read_text("utf-8").splitlines() if re.match(r"\w+(Directory|WritePaths)=", line)]
    assert written == ["CacheDirectory=doisanh"]


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd-analyze is not installed")
def test_systemd_understands_the_unit(tmp_path: Path) -> None:
    unit = tmp_path / UNIT.name.replace("@", f"@{PORT}")
    unit.write_text(UNIT.read_text("utf-8").replace("/opt/doisanh/bin/doisanh", sys.executable), "utf-8")
    done = subprocess.run(["systemd-analyze", "verify", unit], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_container_starts_what_there_is_as_nobody_in_particular(
    started: Callable[[list[str]], argparse.Namespace],
) -> None:
    (entry,) = instructions("ENTRYPOINT")
    given = started(json.loads(entry))
    assert (given.host, given.port) == ("0.0.0.0", int(PORT))
    assert instructions("EXPOSE") == [PORT]
    (user,) = instructions("USER")
    assert re.fullmatch(r"[1-9]\d+:[1-9]\d+", user)
    (health,) = instructions("HEALTHCHECK")
    assert f"http://127.0.0.1:{PORT}/_stcore/health" in health


def test_the_container_has_all_that_is_built_of_and_installs_by_the_hashes() -> None:
    copied = {name for line in instructions("COPY") if "--from" not in line for name in line.split()[:-1]}
    assert all((REPOSITORY / name).exists() for name in copied)
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    needed = {"pyproject.toml", project["project"]["readme"], "hatch_build.py", "LICENSE"}
    assert copied == needed | {*wheel["packages"], *wheel["force-include"], "requirements/run.txt"}
    for line in instructions("RUN"):
        if "pip install" in line:
            assert "--require-hashes" in line or "--no-deps --no-build-isolation" in line
    assert not re.search(r"://(?!127\.0\.0\.1|\S*\.example)|--index", CONTAINER)


def test_nginx_asks_where_the_dashboard_listens_as_its_connections_want_it() -> None:
    upstream, proxy = ((RECIPES / name).read_text("utf-8") for name in ("upstream.conf", "proxy.conf"))
    assert f"server 127.0.0.1:{PORT} " in upstream
    for line in (
        "Upgrade $http_upgrade",
        "Connection $doisanh_connection",
        "Host $host",
        "X-Forwarded-For $remote_addr",
    ):
        assert f"proxy_set_header {line};" in proxy
    for site in ("site.conf", "below.conf"):
        assert "include doisanh/proxy.conf;" in (RECIPES / site).read_text("utf-8")
    logged = re.search(r"log_format doisanh '(.+)'", upstream)
    assert logged
    assert not {"$remote_addr", "$request", "$request_uri", "$args"} & set(logged[1].split())


class Site(NamedTuple):
    """The dashboard behind nginx."""

    port: int
    plain: int
    base: str
    configuration: Path

    def ask(self, path: str, method: str = "GET", host: str = NAME) -> tuple[int, http.client.HTTPMessage, bytes]:
        """Status, headers and text of an answer."""
        connection = http.client.HTTPSConnection(
            NAME, self.port, timeout=20, context=nginx.trusting(self.configuration)
        )
        connection._create_connection = lambda *_: socket.create_connection(("127.0.0.1", self.port))  # type: ignore[attr-defined]
        try:
            connection.request(method, path, headers={"Host": host})
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()
        finally:
            connection.close()

    def visit(self, origin: str | None = None) -> ClientConnection:
        """A visitor's connection, as a page opens it."""
        return connect(
            f"wss://{NAME}:{self.port}{self.base}{STREAM[1:]}",
            sock=socket.create_connection(("127.0.0.1", self.port)),
            ssl=nginx.trusting(self.configuration),
            subprotocols=["streamlit"],  # type: ignore[list-item]
            additional_headers={"Origin": origin or f"https://{NAME}:{self.port}"},
            max_size=None,
            close_timeout=0.5,
        )


LACKING = nginx.lacking()
needs_nginx = pytest.mark.skipif(bool(LACKING), reason=f"not installed: {' and '.join(LACKING)}")


@pytest.fixture(scope="module")
def ports(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[int, int]]:
    """Of the dashboard, started as the recipes say, and of the nginx to come."""
    own, public = free_port(), free_port()
    arguments = f"dashboard serve --root . --metrics --port {own} --public-url https://{NAME}:{public}".split()
    with serving(arguments, port=own, folder=tmp_path_factory.mktemp("dashboard")):
        yield own, public


@pytest.fixture(params=["/", "/doisanh/"])
def site(ports: tuple[int, int], request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Site]:
    own, public = ports
    plain = free_port()
    gone = free_port()  # of a process that is not there: the other answers
    configuration = nginx.written(tmp_path, public, [gone, own], below=request.param != "/", plain=plain)
    with nginx.running(configuration, public):
        yield Site(public, plain, request.param, configuration)
    # nginx's own log, as Debian has it, would hold the visitor's address, and what was looked for
    assert configuration.with_name("access.log").read_text("utf-8") == ""


@needs_nginx
def test_behind_nginx_the_dashboard_is_whole_at_the_root_and_below_a_path(site: Site) -> None:
    told = nginx.tested(site.configuration).splitlines()
    assert not [line for line in told if "warn" in line and "http2" not in line]  # newer ones want that said otherwise
    status, headers, page = site.ask(f"{site.base}?places=ha-noi&q={'a' * 20_000}")
    assert (status, b"</html>" in page) == (200, True)
    for name in ("Content-Security-Policy", "X-Content-Type-Options", "Strict-Transport-Security"):
        assert len(headers.get_all(name) or []) == 1, name
    assert not re.search(r"\d", headers["Server"])
    with site.visit() as visitor:
        assert "Đảng" in shown(visitor)
    assert site.ask(f"{site.base}_stcore/health")[0] == 200
    assert site.ask(f"{site.base}nosuch/deep")[0] == 404
    logged = site.configuration.with_name("doisanh.log").read_text("utf-8")
    assert f"GET {site.base} 200" in logged
    assert "places" not in logged
    assert not re.search(r"127\.0\.0\.1(?!:\d)", logged)


@needs_nginx
def test_what_the_dashboard_refuses_it_refuses_behind_nginx(site: Site) -> None:
    with pytest.raises(InvalidStatus, match="403"):
        site.visit("https://elsewhere.example")
    assert site.ask(site.base, host="elsewhere.example")[0] == 421
    assert site.ask(f"{site.base}_stcore/upload_file/a/b", "PUT")[0] == 405
    assert site.ask(f"{site.base}_stcore/metrics")[0] == 404


@needs_nginx
def test_who_leaves_out_the_end_of_the_path_or_the_s_of_https_is_led_there(site: Site) -> None:
    if site.base == "/":
        connection = http.client.HTTPConnection("127.0.0.1", site.plain, timeout=20)
        connection.request("GET", "/pair?lang=en", headers={"Host": "elsewhere.example"})
        answer = connection.getresponse()
        assert (answer.status, answer.headers["Location"]) == (308, f"https://{NAME}/pair?lang=en")
        connection.close()
    else:
        status, headers, _ = site.ask("/doisanh?lang=en")
        assert (status, headers["Location"]) == (308, "/doisanh/?lang=en")
