"""deploy/nginx as a running nginx: with a folder and ports of its own, and a certificate that it signed itself."""

from __future__ import annotations

import getpass
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.browser.server import free_port
from tests.world import REPOSITORY

RECIPES = REPOSITORY / "deploy" / "nginx"
NAME = "doisanh.example"
FOUND = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")

MAIN = """\
daemon off;
user {user};
pid pid;
events {{}}
http {{
    access_log off;
    client_body_temp_path temporary;
    proxy_temp_path temporary;
    fastcgi_temp_path temporary;
    uwsgi_temp_path temporary;
    scgi_temp_path temporary;
    include doisanh/upstream.conf;
    {servers}
}}
"""
BELOW = """
    server {{
        listen 443 ssl http2;
        server_name {name};
        include doisanh/tls.conf;
        large_client_header_buffers 4 32k;
        include doisanh/below.conf;
    }}
"""


class NginxFailed(Exception):
    """nginx refuses the configuration, or does not come up; the message is its own."""


def written(
    folder: Path,
    port: int,
    upstream: Sequence[int],
    *,
    below: bool = False,
    sticky: bool = False,
    plain: int | None = None,
) -> Path:
    """The recipes in a folder, with these ports, as a configuration that nginx takes; its file.

    ``upstream``: where the dashboard runs; ``below``: at /doisanh/, not at /; ``sticky``: each visitor at one of them;
    ``plain``: the port without TLS.
    """
    replaced = {
        "listen 443 ": f"listen 127.0.0.1:{port} ",
        "listen 80;": f"listen 127.0.0.1:{plain or free_port()};",
        "server 127.0.0.1:8501 fail_timeout=2s;": "\n".join(
            f"server 127.0.0.1:{at} fail_timeout=2s;" for at in upstream
        ),
        "least_conn;": "hash $remote_addr consistent;" if sticky else "least_conn;",
        "/etc/ssl/doisanh/": f"{folder}/",
        "/var/log/nginx/": f"{folder}/",
    }
    server = BELOW.format(name=NAME) if below else "include doisanh/site.conf;"
    texts = {f"doisanh/{path.name}": path.read_text("utf-8") for path in RECIPES.glob("*.conf")}
    texts["nginx.conf"] = MAIN.format(user=getpass.getuser(), servers=server)
    (folder / "doisanh").mkdir(exist_ok=True)
    for file, text in texts.items():
        for old, new in replaced.items():
            text = text.replace(old, new)
        (folder / file).write_text(text, "utf-8")
    key, certificate = folder / "privkey.pem", folder / "fullchain.pem"
    if not certificate.exists():
        sign = [
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:P-256",
            "-nodes",
            "-days",
            "2",
        ]
        subject = ["-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME},DNS:localhost"]
        subprocess.run([*sign, *subject, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    return folder / "nginx.conf"


def tested(configuration: Path) -> str:
    """What ``nginx -t`` says. Raises NginxFailed where it refuses."""
    done = subprocess.run([*_command(configuration), "-t"], capture_output=True, text=True, timeout=30)
    if done.returncode:
        raise NginxFailed(done.stderr)
    return done.stderr


@contextmanager
def running(configuration: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    """nginx until the block ends, once it listens on ``port``. Raises NginxFailed."""
    said = configuration.with_name("said")
    with said.open("w") as out, subprocess.Popen(_command(configuration), stderr=out, text=True) as process:
        try:
            deadline = time.monotonic() + 20
            while not _listens(port):
                if process.poll() is not None or time.monotonic() > deadline:
                    raise NginxFailed(said.read_text("utf-8"))
                time.sleep(0.02)
            yield process
        finally:
            process.terminate()


def trusting(configuration: Path) -> ssl.SSLContext:
    """What knows the certificate."""
    return ssl.create_default_context(cafile=str(configuration.with_name("fullchain.pem")))


def _command(configuration: Path) -> list[str]:
    return [FOUND or "nginx", "-e", "stderr", "-p", str(configuration.parent), "-c", str(configuration)]


def _listens(port: int) -> bool:
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
        return True
    return False
