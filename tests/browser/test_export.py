"""Pictures as a visitor's browser saves them, and as ``doisanh export`` draws them on the server."""

from __future__ import annotations

import base64
import io
import json
import re
import subprocess
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngImageFile, iTXt
from playwright.sync_api import Page, expect

from dashboard.charts.palette import LIGHT
from dashboard.charts.picture_sizes import ON_PAPER
from dashboard.export.drawing import Drawer
from dashboard.export.picture_files import Chosen, wanted
from tests.browser.chromium import find_installed
from tests.browser.pages import settle
from tests.ensure_extras import vietnamese_ocr
from tests.world import served

CHARTS = ("party-members", "over-time")
KINDS = {"party-members": ("svg", "png"), "over-time": ("svg",)}
SVG = "{http://www.w3.org/2000/svg}"

Save = Callable[[str, str], bytes]


@pytest.fixture(scope="module")
def drawer() -> Iterator[Drawer]:
    """The server's browser: the very one that the tests run in, where Kaleido would find none or another."""
    with pytest.MonkeyPatch.context() as patch:
        if found := find_installed():
            patch.setenv("BROWSER_PATH", str(found))
        with Drawer() as one:
            yield one


@pytest.fixture(scope="module")
def kept() -> dict[tuple[str, str], bytes]:
    """The pictures saved so far, by chart and format."""
    return {}


@pytest.fixture
def save(page: Page, dashboard_url: str, kept: dict[tuple[str, str], bytes]) -> Save:
    """Saves one chart of the dashboard by its options: chart, format. Each once, in all formats at one visit."""

    def one(chart: str, kind: str) -> bytes:
        if (chart, kind) in kept:
            return kept[chart, kind]
        page.goto(f"{dashboard_url}/?chart={chart}")
        expect(page.locator(".ds-board[data-state=drawn]")).to_be_visible(timeout=30_000)
        settle(page)
        page.locator(f"[data-card={chart}] .ds-more").click()
        for one_of in KINDS[chart]:
            page.locator(".ds-options").get_by_label(one_of.upper()).check()
            with page.expect_download() as download:
                page.locator(".ds-save").click()
            kept[chart, one_of] = Path(download.value.path()).read_bytes()
        return kept[chart, kind]

    return one


def drawn_words(svg: bytes) -> list[tuple[str, list[float]]]:
    """Every text, bar, line and group of a picture with all numbers that place and size it, those of its font too."""
    found = []
    for node in ET.fromstring(svg).iter():
        kind = node.tag.removeprefix(SVG)
        if kind not in ("svg", "g", "rect", "path", "text", "tspan"):
            continue
        words = "".join(node.itertext()) if kind in ("text", "tspan") else kind
        names = ("x", "y", "dx", "dy", "width", "height", "viewBox", "transform", "d")
        letters = re.findall(r"font-(?:size|weight): *[\d.]+", node.get("style", ""))
        where = " ".join([*(node.get(name, "") for name in names), *letters])
        found.append((words, [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", where)]))
    return found


@pytest.mark.parametrize("chart", CHARTS)
def test_browser_and_server_place_every_bar_and_word_alike(save: Save, drawer: Drawer, chart: str) -> None:
    (picture,) = wanted(served(), Chosen(charts=(chart,)))
    here, there = drawn_words(save(chart, "svg")), drawn_words(drawer.draw(picture, "svg"))
    assert len(here) > 20
    assert [words for words, _ in here] == [words for words, _ in there]
    for (words, one), (_, other) in zip(here, there, strict=True):
        assert one == pytest.approx(other, abs=0.5), words


def test_browser_and_server_make_the_same_picture_down_to_what_it_says_of_itself(save: Save, drawer: Drawer) -> None:
    (picture,) = wanted(served(), Chosen(charts=("party-members",)))
    files = (save("party-members", "png"), drawer.draw(picture, "png"))
    one, other = (np.asarray(Image.open(io.BytesIO(file)).convert("L")).astype(int) for file in files)
    assert one.shape == other.shape == (picture["figure"]["layout"]["height"] * 2, 2400)
    assert abs(one - other).mean() < 0.5
    for file in files:
        dots, _ = Image.open(io.BytesIO(file)).info["dpi"]
        assert 2400 / dots * 2.54 == pytest.approx(ON_PAPER, abs=0.01), "the picture is 16 cm wide on paper"
    texts = [text_chunks(file) for file in files]
    assert texts[0].keys() == texts[1].keys() == {text["keyword"] for text in picture["texts"]}
    assert texts[0]["Title"] == ("Đảng viên", "vi")
    record = json.loads(texts[0]["doisanh"][0])
    assert {figure["printed"] for figure in record["figures"]} >= {"7.397 đảng viên"}
    assert record["data"] == served().version


def test_an_answer_is_saved_as_a_picture_that_says_what_it_is(page: Page, dashboard_url: str) -> None:
    page.goto(f"{dashboard_url}/?places=ben-tre,dong-nai")
    expect(page.locator(".ds-board[data-state=drawn]")).to_be_visible(timeout=30_000)
    settle(page)
    page.locator(".ds-answer-actions button").click()
    page.locator(".ds-options").get_by_label("Cho báo cáo").check()
    with page.expect_download(timeout=30_000) as download:
        page.locator(".ds-save").click()
    file = Path(download.value.path()).read_bytes()
    assert re.fullmatch(r"doisanh_comparison_ben-tre-dong-nai_.*_vi_report\.png", download.value.suggested_filename)
    said = text_chunks(file)
    assert said["Title"] == ("Bến Tre và Đồng Nai", "vi")
    assert "nhiều hơn" in said["Description"][0], "the sentences that may be written"
    record = json.loads(said["doisanh"][0])
    assert record["chart"] == "comparison"
    assert {"55.610 đảng viên"} <= {figure["printed"] for figure in record["figures"]}
    with Image.open(io.BytesIO(file)) as image:
        assert image.width == 2400
        colours = {colour for _, colour in image.convert("RGB").getcolors(2**24) or []}
    assert {tuple(bytes.fromhex(LIGHT[name][1:])) for name in ("p1", "p2")} <= colours, "a colour for each place"


DIFFERENCE = """async (files) => {
  const images = await Promise.all(files.map(async ([kind, content]) => {
    const image = new Image();
    image.src = `data:image/${kind};base64,${content}`;
    await image.decode();
    return image;
  }));
  const { naturalWidth: wide, naturalHeight: high } = images[0];
  const pixels = images.map((image) => {
    const context = new OffscreenCanvas(wide, high).getContext("2d");
    context.drawImage(image, 0, 0, wide, high);
    return context.getImageData(0, 0, wide, high).data;
  });
  const ink = pixels.map((data) => data.reduce((sum, value) => sum + 255 - value, 0));
  const apart = pixels[0].reduce((sum, value, at) => sum + Math.abs(value - pixels[1][at]), 0);
  return apart / ink[0];
}"""


def test_words_drawn_on_a_canvas_look_as_they_do_in_the_svg(save: Save, page: Page) -> None:
    """A PNG's words are drawn by other lines of code (annotations.js, paint) than an SVG's."""
    files = [
        ("png", base64.b64encode(save("party-members", "png")).decode()),
        ("svg+xml", base64.b64encode(save("party-members", "svg")).decode()),
    ]
    assert page.evaluate(DIFFERENCE, files) < 0.06  # of what is not white; words one pixel off make it 0.3


def text_chunks(file: bytes) -> dict[str, tuple[str, str | None]]:
    """The iTXt chunks of a PNG by keyword: text and language."""
    with Image.open(io.BytesIO(file)) as image:
        assert isinstance(image, PngImageFile)
        image.load()  # Pillow refuses a chunk whose checksum is wrong
        return {
            key: (str(text), str(text.lang) if isinstance(text, iTXt) else None) for key, text in image.text.items()
        }


@pytest.mark.parametrize(("size", "pixels"), [("wide", (2400, 1350)), ("square", (2160, 2160))])
def test_a_picture_has_the_size_asked_for_and_bars_of_the_palette_on_white(
    drawer: Drawer, size: str, pixels: tuple[int, int]
) -> None:
    picture, *more = wanted(served(), Chosen(charts=("party-members",), language="en", size=size))
    assert more, "ten rows are several pictures"
    image = Image.open(io.BytesIO(drawer.draw(picture, "png"))).convert("RGB")
    colours = {colour for _, colour in image.getcolors(1 << 24) or []}
    assert image.size == pixels
    assert image.getpixel((3, 3)) == (255, 255, 255)
    assert tuple(int(LIGHT["bar"][at : at + 2], 16) for at in (1, 3, 5)) in colours


@pytest.fixture
def vietnamese() -> None:
    if not vietnamese_ocr():
        pytest.skip("Tesseract with its Vietnamese (tesseract-ocr-vie) is not installed")


def test_a_reader_of_the_png_finds_every_diacritic(vietnamese: None, drawer: Drawer, tmp_path: Path) -> None:
    (picture,) = wanted(served(), Chosen(charts=("party-members",)))
    file = tmp_path / "picture.png"
    file.write_bytes(drawer.draw(picture, "png"))
    command = ["tesseract", str(file), "-", "-l", "vie", "--psm", "11"]
    read = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8").stdout
    words = set(re.findall(r"\w+", read))
    printed = [re.sub(r"<[^>]+>", " ", one["text"]) for one in picture["figure"]["layout"]["annotations"]]
    wanted_words = {word for text in printed for word in re.findall(r"[^\W\d_]{3,}", text.replace("&nbsp;", " "))}
    marked = {word for word in wanted_words if not word.isascii()}
    found = {word for word in marked if word in words}
    assert len(found) / len(marked) > 0.85, sorted(marked - found)
    assert SequenceMatcher(None, "Đảng viên của toàn đảng bộ", read[:400]).find_longest_match().size > 10
