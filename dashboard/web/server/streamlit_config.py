"""Streamlit's configuration, in code alone: nothing leaves the machine, and two themes of one design."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any, Final

from dashboard.charts.palette import DARK, LIGHT, Palette

_OPTIONS: Final[dict[str, Any]] = {
    "global.developmentMode": False,
    "secrets.files": [],
    "server.headless": True,
    "server.fileWatcherType": "none",
    "server.runOnSave": False,
    "server.allowRunOnSave": False,
    "server.maxWidgetStateSize": 1,  # MB; all that a page's browser tells of what is chosen
    "runner.postScriptGC": False,  # a whole collection after each click took a sixth of it; Python does it when due
    "server.enableWebsocketCompression": True,  # the charts of a view: a tenth of the bytes
    "global.minCachedMessageSize": 10**9,  # none: a browser has forgotten by its next change what this one leans on
    "browser.gatherUsageStats": False,
    "logger.level": "error",  # of nonsense that a browser sends it warns, each time and with all of it
    "logger.hideWelcomeMessage": True,  # on 0.0.0.0 it would ask an outside server for this machine's address
    "client.toolbarMode": "minimal",
    "client.disableDataExport": True,  # Streamlit's CSV leaves "=1+1" for a spreadsheet to compute
    "client.showErrorDetails": "none",
    "client.showErrorLinks": False,
    "client.allowedOrigins": [],  # pages around a frame that Streamlit would take orders from
    "theme.baseRadius": "0.5rem",
    "theme.showWidgetBorder": True,
    "theme.headingFontSizes": ["1.75rem", "1.375rem", "1.125rem", "1rem", "1rem", "1rem"],
    "theme.headingFontWeights": [700, 700, 600, 600, 600, 600],
    "theme.paddingTop": "0.75rem",
    "theme.paddingBottom": "3rem",
}
_THEME: Final[dict[str, str]] = {
    "backgroundColor": "page",
    "secondaryBackgroundColor": "paper",
    "sidebar.backgroundColor": "page",
    "sidebar.secondaryBackgroundColor": "paper",
    "textColor": "ink",
    "primaryColor": "action",
    "linkColor": "accent",
    "borderColor": "line",
}


def configuration(host: str, port: int, public_host: str | None = None) -> dict[str, Any]:
    """The options to run with. ``public_host``: the host name that browsers see, where a proxy stands between."""
    options = {"server.address": host, "server.port": port, **_OPTIONS}
    options |= _theme("light", LIGHT) | _theme("dark", DARK)
    if public_host:
        options["browser.serverAddress"] = public_host
    return options


def configure(options: Mapping[str, Any]) -> None:
    """Make these Streamlit's options, and of all others its defaults.

    What Streamlit would read, files .streamlit/config.toml here and at home and variables of the environment, is not
    looked at: whoever can put a file into the folder where the server starts has no say in what it lets in.
    """
    from streamlit import config

    found = deepcopy(config._config_options_template)
    for name, value in options.items():
        found[name].set_value(value, "doisanh")
    config._config_options = found  # where it has some, Streamlit reads no others
    config._on_config_parsed.send()


def _theme(name: str, palette: Palette) -> dict[str, str]:
    """One of Streamlit's two themes, in the colours of a palette."""
    return {f"theme.{name}.{option}": palette[colour] for option, colour in _THEME.items()}
