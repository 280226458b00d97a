"""Streamlit's options, as the dashboard sets them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from streamlit import config

from dashboard.web.server.streamlit_config import configuration
from tests.world import REPOSITORY


def test_streamlit_knows_every_option() -> None:
    unknown = configuration("127.0.0.1", 8501, "example.vn").keys() - config._config_options_template.keys()
    assert unknown == set()


def test_nothing_is_told_to_anybody_and_no_address_is_asked_for_outside() -> None:
    options = configuration("0.0.0.0", 8501)
    assert options["browser.gatherUsageStats"] is False
    assert options["logger.hideWelcomeMessage"] is True


def test_what_stands_by_itself_in_the_module_of_the_app_is_not_shown_on_the_pages() -> None:
    """Streamlit's "magic" would write each value and each note in the app's module at the top of every page."""
    assert configuration("127.0.0.1", 8501)["runner.magicEnabled"] is False


def test_address_and_port_are_the_ones_asked_for() -> None:
    options = configuration("127.0.0.1", 8612, "example.vn")
    assert options["server.address"] == "127.0.0.1"
    assert options["server.port"] == 8612
    assert options["browser.serverAddress"] == "example.vn"


def test_light_and_dark_set_the_same_options() -> None:
    options = configuration("127.0.0.1", 8501)
    light = {name.removeprefix("theme.light.") for name in options if name.startswith("theme.light.")}
    dark = {name.removeprefix("theme.dark.") for name in options if name.startswith("theme.dark.")}
    assert light == dark
    assert "primaryColor" in light


HOSTILE = """
[server]
enableCORS = false
enableXsrfProtection = false
enableAgentApi = true
enableStaticServing = true
scriptHealthCheckEnabled = true
baseUrlPath = "elsewhere"
maxUploadSize = 4000
[client]
showErrorDetails = "full"
[browser]
gatherUsageStats = true
[theme]
font = "Evil:https://evil.example/font.css"
[[theme.fontFaces]]
family = "Evil"
url = "https://evil.example/font.woff2"
"""


@pytest.mark.parametrize("text", [HOSTILE, '[theme]\nbase = "https://evil.example/theme.toml"', "not TOML at all ["])
def test_no_file_and_no_variable_has_a_say(tmp_path: Path, text: str) -> None:
    for folder in (tmp_path / "home", tmp_path / "here"):
        (folder / ".streamlit").mkdir(parents=True)
        (folder / ".streamlit" / "config.toml").write_text(text, encoding="utf-8")
        (folder / ".streamlit" / "secrets.toml").write_text('[auth]\ncookie_secret = "x"\n', encoding="utf-8")
    variables = {"STREAMLIT_SERVER_ENABLE_CORS": "false", "STREAMLIT_SERVER_COOKIE_SECRET": "known"}
    script = (
        "import json; from dashboard.web.server.streamlit_config import configuration, configure;"
        "from streamlit import config;"
        "configure(configuration('127.0.0.1', 8501));"
        "from streamlit.runtime.secrets import secrets_singleton;"
        "assert not secrets_singleton.load_if_toml_exists();"
        "assert config.get_option('server.cookieSecret') != 'known';"
        "print(json.dumps({name: config.get_option(name) for name in config._config_options_template"
        " if name != 'server.cookieSecret'}))"
    )
    found = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path / "here",
        env={**os.environ, **variables, "HOME": str(tmp_path / "home"), "PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    options = json.loads(found.stdout)
    wanted = configuration("127.0.0.1", 8501)
    assert {name: options[name] for name in wanted} == wanted
    assert [name for name, value in options.items() if "evil" in str(value) or value == "elsewhere"] == []
    assert options["server.enableCORS"]
    assert options["server.enableXsrfProtection"]
    assert not options["server.enableAgentApi"]
    assert not options["server.enableStaticServing"]
    assert options["theme.fontFaces"] is None
    assert found.stderr == ""
