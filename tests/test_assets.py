"""Files that other packages ship: found without importing them, addressed by version or content."""

from __future__ import annotations

import importlib.metadata
import subprocess
import sys

import pytest
from PIL import ImageFont

from dashboard import assets
from dashboard.assets import AssetMissing, Style, font_path, font_url, frontend_url, plotly_url

VIETNAMESE = "ĂÂĐÊÔƠƯăâđêôơư" + "ẰẮẲẴẶẦẤẨẪẬỀẾỂỄỆỒỐỔỖỘỜỚỞỠỢỪỨỬỮỰ" + "ỳýỷỹỵ" + "¹²³⁴⁵⁶⁷⁸⁹⁰→≈≥–·✓“”"


@pytest.mark.parametrize("style", ["normal", "italic"])
def test_the_typeface_draws_every_letter_and_sign_that_charts_use(style: Style) -> None:
    font = ImageFont.truetype(font_path(style), 40)
    font.set_variation_by_axes([600])
    missing = bytes(font.getmask("\U000f0000"))
    assert [sign for sign in VIETNAMESE if bytes(font.getmask(sign)) == missing] == []


def test_the_typeface_has_the_weights_of_text_and_headings() -> None:
    font = ImageFont.truetype(font_path(), 40)
    lengths = []
    for weight in (400, 600, 700):
        font.set_variation_by_axes([weight])
        lengths.append(font.getlength("Quảng Ninh 7.397"))
    assert lengths == sorted(set(lengths)), "each heavier weight is wider"


def test_addresses_are_relative_and_name_what_they_hold() -> None:
    assert plotly_url() == f"assets/plotly-{importlib.metadata.version('plotly')}.min.js"
    assert font_url() == f"static/media/{font_path().name}"
    assert frontend_url("board.js").endswith("/board.js")


def test_the_boards_address_changes_with_any_of_its_files(monkeypatch: pytest.MonkeyPatch) -> None:
    before = frontend_url("board.js")
    files = assets.frontend_files() | {"zip.js": "// changed"}
    monkeypatch.setattr(assets, "frontend_files", lambda: files)
    assert frontend_url("board.js") != before


def test_a_package_without_the_file_is_named_with_its_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets, "_FACES", {"normal": "nothing*.woff2"})
    with pytest.raises(AssetMissing, match=r"streamlit \d+\.\d+.* has no file"):
        font_path.__wrapped__()


def test_finding_them_imports_neither_streamlit_nor_plotly() -> None:
    code = (
        "import sys; from dashboard.assets import *; font_path(); plotly_path(); plotly_url(); "
        "sys.exit('streamlit' in sys.modules or 'plotly' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
