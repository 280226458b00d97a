"""The settings of the command line, passed to the app in environment variables."""

from __future__ import annotations

import os
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from pathlib import Path

from dashboard.records.root import resolve

ROOT_VARIABLE = "DOISANH_ROOT"
PUBLIC_URL_VARIABLE = "DOISANH_PUBLIC_URL"
REPORT_TO_VARIABLE = "DOISANH_REPORT_TO"


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
        """The settings of this process; the root is that of the command line's default where none is given.

        A given root is used as it is: the page reports if it is broken or gone.
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
