"""deploy/nginx as a running nginx: with a folder and ports of its own, and a certificate that it signed itself."""

from __future__ import annotations

import os
import shutil
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.browser.server import free_port
from tests.world import REPOSITORY

RECIPES = REPOSITORY / "deploy" / "nginx"
NAME = "doisanh.example"
SERVER = "server 127.0.0.1:8501 max_fails=0;"
UNPACKED = Path(sys.prefix) / "nginx"
"""Where ``tests.ensure_extras`` puts Debian's package: installed, it would serve the machine's port 80 from then on."""
FOLDERS = ("/usr/sbin", "/usr/local/sbin", str(UNPACKED / "usr" / "sbin"))

# Debian's nginx starts as root and takes another user for its work, who can't read a test's folder.
MAIN = """\
daemon off;
{user}pid pid;
events {{}}
http {{
    access_log /var/log/nginx/access.log;
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
_SIGN = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2"
_MAY = "keyUsage=critical,digitalSignature,keyCertSign"


class NginxFailed(Exception):
    """nginx refuses the configuration, or does not come up; the message is its own."""


def found() -> str | None:
    """An nginx that starts."""
    path = shutil.which("nginx", path=os.pathsep.join((os.environ.get("PATH", ""), *FOLDERS)))
    if not path:
        return None
    with suppress(OSError, subprocess.TimeoutExpired):
        if subprocess.run([path, "-v"], capture_output=True, check=False, timeout=30).returncode == 0:
            return path
    return None


def lacking() -> list[str]:
    """The programs that are not here, of the two that it takes."""
    return [name for name, path in (("nginx", found()), ("openssl", shutil.which("openssl"))) if not path]


def written(
    folder: Path,
    port: int,
    upstream: Sequence[int],
    *,
    name: str = NAME,
    below: bool = False,
    sticky: bool = False,
    plain: int | None = None,
) -> Path:
    """The recipes in a folder, with these ports, as a configuration that nginx takes; its file.

    ``upstream``: where the dashboard runs; ``name``: the site's; ``below``: at /doisanh/, not at /; ``sticky``: each
    visitor at one of them; ``plain``: the port without TLS. Raises NginxFailed where a recipe no longer has what is to
    be replaced.
    """
    replaced = {
        "listen 443 ": f"listen 127.0.0.1:{port} ",
        "listen 80;": f"listen 127.0.0.1:{plain or free_port()};",
        SERVER: "\n".join(SERVER.replace("8501", str(at)) for at in upstream),
        "least_conn;": "hash $remote_addr consistent;" if sticky else "least_conn;",
        "/etc/ssl/doisanh/": f"{folder}/",
        "/var/log/nginx/": f"{folder}/",
        NAME: name,
    }
    user = "user root;\n" if hasattr(os, "geteuid") and os.geteuid() == 0 else ""
    server = BELOW.format(name=NAME) if below else "include doisanh/site.conf;"
    texts = {f"doisanh/{path.name}": path.read_text("utf-8") for path in RECIPES.glob("*.conf")}
    texts["nginx.conf"] = MAIN.format(user=user, servers=server)
    (folder / "doisanh").mkdir(exist_ok=True)
    for old, new in replaced.items():
        if not any(old in text for text in texts.values()):
            raise NginxFailed(f"deploy/nginx has no {old!r}")
        texts = {file: text.replace(old, new) for file, text in texts.items()}
    for file, text in texts.items():
        (folder / file).write_text(text, "utf-8")
    key, certificate = folder / "privkey.pem", folder / "fullchain.pem"
    if not certificate.exists():
        subject = ["-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name}", "-addext", _MAY]
        sign = ["openssl", *_SIGN.split(), *subject, "-keyout", str(key), "-out", str(certificate)]
        subprocess.run(sign, check=True, capture_output=True)
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
    """What knows the certificate, and looks at it as closely as Python does by itself from 3.13 on."""
    found = ssl.create_default_context(cafile=str(configuration.with_name("fullchain.pem")))
    found.verify_flags |= ssl.VERIFY_X509_STRICT
    return found


def _command(configuration: Path) -> list[str]:
    return [found() or "nginx", "-e", "stderr", "-p", str(configuration.parent), "-c", str(configuration)]


def _listens(port: int) -> bool:
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
        return True
    return False
