"""Streamlit's options, as the dashboard sets them."""

from __future__ import annotations

from streamlit import config

from dashboard.configuration import configuration


def test_streamlit_knows_every_option() -> None:
    unknown = configuration("127.0.0.1", 8501, "example.vn").keys() - config._config_options_template.keys()
    assert unknown == set()


def test_nothing_is_told_to_anybody_and_no_address_is_asked_for_outside() -> None:
    options = configuration("0.0.0.0", 8501)
    assert options["browser.gatherUsageStats"] is False
    assert options["logger.hideWelcomeMessage"] is True


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
