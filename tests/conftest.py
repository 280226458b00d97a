"""What every test may ask for."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.sample import FILES, Root

settings.register_profile("patient", deadline=None)  # what takes how long depends on what else the machine does
settings.register_profile("quick", deadline=None, max_examples=20)  # make unit
settings.load_profile("patient")


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--no-programs``, as ``make unit`` runs: the rule needs no marks, so none can be forgotten."""
    told = "skip each test where it would start another program: a browser, a server, the command"
    parser.addoption("--no-programs", action="store_true", help=told)


@pytest.fixture(autouse=True, scope="session")
def programs(request: pytest.FixtureRequest) -> None:
    """With ``--no-programs`` a test ends where Python tells that a program is about to be started."""

    def heard(event: str, _: object) -> None:
        if event == "subprocess.Popen":
            pytest.skip("starts another program")

    if request.config.getoption("--no-programs"):
        sys.addaudithook(heard)


@pytest.fixture(autouse=True, scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A cache of the tests' own: nothing is written to that of whoever runs them."""
    before = os.environ.get("XDG_CACHE_HOME")
    made = tmp_path_factory.mktemp("cache")
    os.environ["XDG_CACHE_HOME"] = str(made)
    yield made
    if before is None:
        del os.environ["XDG_CACHE_HOME"]
    else:
        os.environ["XDG_CACHE_HOME"] = before


@pytest.fixture(autouse=True, scope="session")
def patience() -> None:
    """What a test edits is read before it looks, however busy the machine is."""
    from dashboard.web.server import store

    store.MOMENT = 60.0


@pytest.fixture
def root(tmp_path: Path) -> Root:
    """A small, valid root folder; ``edit`` and ``write`` break it."""
    made = Root(tmp_path / "root")
    for file, text in FILES.items():
        made.write(file, text)
    return made
