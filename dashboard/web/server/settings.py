"""What the command line tells the app that it starts, handed over in the environment."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, MutableMapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from dashboard.records.root import resolve

ROOT_VARIABLE = "DOISANH_ROOT"
PUBLIC_URL_VARIABLE = "DOISANH_PUBLIC_URL"
REPORT_TO_VARIABLE = "DOISANH_REPORT_TO"


class NoWebAddress(Exception):
    """What was given as the dashboard's address is none. The message says so, and what to give."""


def web_address(public_url: str) -> SplitResult:
    """The parts of a web address that others can be put behind, its name as browsers send it ("xn--…").

    Raises NoWebAddress when it is none.
    """
    with suppress(ValueError):  # a malformed IPv6 address, a port that is no number, a name that can be none
        parts = urlsplit(public_url)
        whole = not re.search(r"[\s\x00-\x1f?#@\\]", public_url)
        if whole and parts.scheme in ("http", "https") and parts.hostname and parts.port != 0:
            return parts._replace(netloc=parts.netloc.encode("idna").decode())
    raise NoWebAddress(f"{public_url!r} is no web address; give one such as --public-url https://example.vn")


@dataclass(frozen=True)
class Settings:
    """``root``: the folder with ``data/`` and ``seeds/``. ``public_url``: the address that links in exported
    images lead to, without a slash at its end, or None. ``report_to``: the mail address that reports of wrong figures
    go to, or None."""

    root: Path
    public_url: str | None = None
    report_to: str | None = None

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Settings:
        """The settings of this process; where no folder is named, the one that the command line would take.

        A folder that is named is taken as it is: what is wrong in it, or that it is gone, is for the page to tell.
        """
        named = environment.get(ROOT_VARIABLE)
        return cls(
            Path(named) if named else resolve(None),
            environment.get(PUBLIC_URL_VARIABLE, "").rstrip("/") or None,
            environment.get(REPORT_TO_VARIABLE) or None,
        )

    def to_environment(self, environment: MutableMapping[str, str] = os.environ) -> None:
        """Store the settings where the app will look for them."""
        environment[ROOT_VARIABLE] = str(self.root.resolve())
        environment[PUBLIC_URL_VARIABLE] = self.public_url or ""
        environment[REPORT_TO_VARIABLE] = self.report_to or ""
