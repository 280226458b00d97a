"""What of the drawing on the server needs no browser: its page, its pictures' names, and what is said without one."""

from __future__ import annotations

import asyncio
import gc
import io
import json
import re
import warnings
from pathlib import Path
from xml.etree import ElementTree as ET

import PIL.Image
import PIL.PngImagePlugin
import pytest

from dashboard.charts.assets import plotly_path
from dashboard.charts.picture_sizes import SIZES
from dashboard.cli import export
from dashboard.cli.main import main
from dashboard.export import drawing, picture_files
from dashboard.export.drawing import CannotDraw, Drawer, Page
from tests.browser.chromium import find_installed
from tests.hostile import STRINGS, Maker
from tests.sample import Root


def without_browser(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """As on a machine with no Chrome anywhere."""
    monkeypatch.setenv("BROWSER_PATH", str(folder / "none"))
    monkeypatch.setenv("PATH", str(folder))


def test_the_page_asks_nothing_of_the_network_and_holds_the_pages_own_scripts() -> None:
    page = Page().generate_index()
    assert re.findall(r'(?:src|href)="([^"]+)"', page) == [plotly_path().as_uri()]
    assert not re.search(r"^(import|export) ", page, re.M)
    for name in ("async function pngOf", "function described", "function crc32", "function painted", "kaleido_scopes"):
        assert name in page


def test_the_command_offers_every_size() -> None:
    assert tuple(SIZES) == export.SIZES


def test_the_pictures_are_those_of_the_charts_and_places_that_were_chosen(root: Root) -> None:
    dataset = root.dataset()
    every = picture_files.wanted(dataset, picture_files.Chosen())
    assert {picture["id"] for picture in every} <= {*dataset.charts, "single", "scorecard"}
    (one,) = picture_files.wanted(dataset, picture_files.Chosen(charts=("members",), language="en", size="plain"))
    assert re.fullmatch(r"doisanh_members(_[\d-]+)?_en_plain", one["file"])
    placed = picture_files.wanted(
        dataset, picture_files.Chosen(("quang-ninh",), ("members", "hamlets"), public_url="https://a.vn")
    )
    assert [picture["id"] for picture in placed] == ["members"]
    assert "https://a.vn/?" in next(text["text"] for text in placed[0]["texts"] if text["keyword"] == "Source")


@pytest.mark.skipif(find_installed() is None, reason="no Chromium is installed here")
def test_no_text_of_the_data_is_more_than_text_in_a_picture(root: Root, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER_PATH", str(find_installed()))
    dataset = Maker(0, len(STRINGS)).dataset(root.dataset())
    picture = picture_files.wanted(dataset, picture_files.Chosen(charts=("members",)))[0]
    assert "\x1b" in json.dumps(picture, ensure_ascii=False).replace("\\u001b", "\x1b"), "the texts are in it"
    with Drawer() as drawer:
        drawn = drawer.draw(picture, "svg")
        photo = PIL.Image.open(io.BytesIO(drawer.draw(picture, "png")))
    elements = list(ET.fromstring(drawn).iter())  # well-formed: no control character is left
    assert {one.tag.partition("}")[2] for one in elements} <= {
        "svg", "title", "desc", "metadata", "defs", "style", "clipPath", "g", "path", "rect", "text", "tspan",
    }  # fmt: skip
    for name, value in (item for one in elements for item in one.attrib.items()):
        assert not re.search("^on|href$", name), (name, value)
        assert "outside.example" not in value
    photo.load()
    assert isinstance(photo, PIL.PngImagePlugin.PngImageFile)
    assert {"Title", "Description"} <= {*photo.text}
    assert not [text for text in photo.text.values() if "\0" in text]


def test_what_the_browser_still_plans_when_it_is_closed_ends_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """As Kaleido plans to close once more, when Chromium has shut its pipe first."""

    class Browser:
        async def close(self) -> None:
            self.again = asyncio.create_task(self.close())

    async def opened() -> Browser:
        return Browser()

    monkeypatch.setattr(drawing, "_open", opened)
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        with Drawer() as drawer:
            browser = drawer._browser
        assert browser.again.cancelled()
        gc.collect()
    assert told == []


def test_without_a_chrome_the_message_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    without_browser(monkeypatch, tmp_path)
    with pytest.raises(CannotDraw, match=r"installed Chrome, Chromium or Edge.*BROWSER_PATH"), Drawer():
        pass


def test_without_a_chrome_all_other_formats_are_written(
    root: Root, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    without_browser(monkeypatch, tmp_path)
    out = tmp_path / "o"
    assert main(["export", "--root", str(root.path), "--out", str(out), "--format", "png,csv,svg"]) == 1
    said = capsys.readouterr()
    assert [path.suffix for path in out.iterdir()] == [".csv"]
    assert said.out.startswith("13 figures: ")
    assert said.err.startswith("doisanh: --format png,svg: PNG and SVG need an installed Chrome")
    assert "Traceback" not in said.err
