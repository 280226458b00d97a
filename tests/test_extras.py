"""What single tests need beyond Python: what is done about it where it is not here."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import ensure_extras, nginx
from tests.ensure_extras import EXTRAS, Extra, main

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are scripts of a shell")

# apt-get that has a package, once it was told to update; dpkg that puts into the folder what is in the package.
APT = """#!/bin/sh
echo "apt-get $*" >>"$0.called"
case "$*" in *update*) touch "$0.updated";; *download*) [ -e "$0.updated" ] && echo nginx >nginx.deb;; esac
"""
DPKG = """#!/bin/sh
mkdir -p "$3/usr/sbin" && printf '#!/bin/sh\\n' >"$3/usr/sbin/nginx" && chmod +x "$3/usr/sbin/nginx"
"""


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """A machine with these programs and what a script needs, and no others."""

    def only(**scripts: str) -> Path:
        folder = tmp_path / "bin"
        folder.mkdir()
        for name in ("env", "mkdir", "chmod", "touch"):
            (folder / name).symlink_to(f"/usr/bin/{name}")
        for name, script in scripts.items():
            (folder / name.replace("_", "-")).write_text(script, "utf-8")
            (folder / name.replace("_", "-")).chmod(0o755)
        monkeypatch.setenv("PATH", str(folder))
        return folder

    return only


def test_what_can_not_be_had_is_told_and_no_fault(
    programs: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    programs()
    missing = tuple(Extra(one.name, one.packages, lambda: False, one.test, one.elsewhere, one.folder) for one in EXTRAS)
    monkeypatch.setattr(ensure_extras, "EXTRAS", missing)
    assert main() == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(EXTRAS)
    for one, line in zip(EXTRAS, lines, strict=True):
        assert line.startswith(f"No {one.name} here, so the test that {one.test} is skipped; to have it run, install ")


@pytest.mark.parametrize("user", [0, 1000])
def test_nginx_is_unpacked_and_not_installed(
    user: int, programs: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, unpacked = programs(apt_get=APT, dpkg=DPKG), tmp_path / "unpacked"
    monkeypatch.setattr("os.geteuid", lambda: user)
    if user:
        (folder / "apt-get.updated").touch()  # by whoever has the right to
    of_it = unpacked / "usr" / "sbin" / "nginx"
    extra = Extra("nginx", ("nginx",), of_it.exists, "", "", unpacked)
    monkeypatch.setattr(ensure_extras, "EXTRAS", (extra,))
    assert main() == 0
    assert of_it.exists()
    called = (folder / "apt-get.called").read_text("utf-8")
    assert ("update" in called, "install" in called) == (not user, False)


def test_an_unpacked_nginx_is_found_where_it_starts(
    programs: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs()
    monkeypatch.setattr(nginx, "FOLDERS", (str(tmp_path),))
    assert nginx.found() is None
    assert nginx.lacking() == ["nginx", "openssl"]
    (tmp_path / "nginx").write_text("#!/bin/sh\nexit 1\n", "utf-8")
    (tmp_path / "nginx").chmod(0o755)
    assert nginx.found() is None
    (tmp_path / "nginx").write_text("#!/bin/sh\n", "utf-8")
    assert nginx.found() == str(tmp_path / "nginx")
