"""Files that other packages ship: found without importing them, addressed by version or content."""

from __future__ import annotations

import importlib.metadata
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import ImageFont

from dashboard.charts import assets
from dashboard.charts.assets import (
    AssetMissing,
    Style,
    font_path,
    font_url,
    frontend_url,
    plotly_path,
    plotly_url,
    whole_plotly_path,
)

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
    version = importlib.metadata.version("plotly")
    assert re.fullmatch(rf"assets/plotly-{re.escape(version)}-[0-9a-f]{{12}}\.min\.js", plotly_url())
    assert font_url() == f"static/media/{font_path().name}"
    assert frontend_url("board.js").endswith("/board.js")


def test_the_boards_address_changes_with_any_of_its_files(monkeypatch: pytest.MonkeyPatch) -> None:
    before = frontend_url("board.js")
    files = assets.frontend_files() | {"zip.js": "// changed"}
    monkeypatch.setattr(assets, "frontend_files", lambda: files)
    assert frontend_url("board.js") != before


def test_plotlys_address_changes_with_its_content_and_the_whole_one_is_sent_where_none_was_made(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(assets, "trimmed_plotly_path", lambda: tmp_path / "plotly.js")
    monkeypatch.setattr(assets, "plotly_path", plotly_path.__wrapped__)
    assert assets.plotly_path() == whole_plotly_path()
    whole = plotly_url.__wrapped__()
    (tmp_path / "plotly.js").write_text("// less", "utf-8")
    assert assets.plotly_path() == tmp_path / "plotly.js"
    assert plotly_url.__wrapped__() != whole


def test_a_package_without_the_file_is_named_with_its_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets, "_FACES", {"normal": "nothing*.woff2"})
    with pytest.raises(AssetMissing, match=r"streamlit \d+\.\d+.* has no file"):
        font_path.__wrapped__()


def test_finding_them_imports_neither_streamlit_nor_plotly() -> None:
    code = (
        "import sys; from dashboard.charts.assets import *; font_path(); plotly_path(); plotly_url(); "
        "sys.exit('streamlit' in sys.modules or 'plotly' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
