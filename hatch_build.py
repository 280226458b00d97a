"""Makes what a wheel or an editable install holds beside the sources: plotly.js cut down to what charts here draw.

Called by hatchling (``pyproject.toml``); what it needs stands there as the build's requirements.
"""

from __future__ import annotations

import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TrimPlotly(BuildHookInterface[Any]):
    """Writes ``dashboard/built/plotly-<version>.min.js``. Where that can't be done the build goes on without it, and
    the dashboard sends the whole file."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling gives them
        """Before the wheel is put together."""
        sys.path[:0] = [self.root, f"{self.root}/tools"]
        from dashboard.charts import assets

        try:
            from trimming import NotUnderstood, trimmed
        except ImportError as missing:
            self._goes_without(missing)
            return
        try:
            text = trimmed(assets.whole_plotly_path().read_bytes())
        except (assets.AssetMissing, NotUnderstood) as problem:
            self._goes_without(problem)
            return
        made = assets.trimmed_plotly_path()
        made.parent.mkdir(exist_ok=True)
        part = made.with_suffix(".part")
        part.write_bytes(text)
        part.replace(made)  # all of it at once: a dashboard that runs meanwhile reads no half
        for other in set(made.parent.glob("plotly-*.js")) - {made}:
            other.unlink()

    def _goes_without(self, problem: Exception) -> None:
        self.app.display_warning(f"plotly.js stays as large as it is: {problem}")
