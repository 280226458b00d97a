"""The board in a real browser: inside a Streamlit page (apps/board_app.py), and most of it on a bare one, which loads
faster and has neither Streamlit's styles nor its typeface."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import numpy as np
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngImageFile, iTXt
from playwright.sync_api import Download, Locator, Page, Route, expect

from dashboard.charts.assets import frontend_files, frontend_url
from dashboard.charts.palette import DARK, LIGHT
from dashboard.export.csv_files import harmless
from dashboard.web.board.payload import board_data
from tests.browser.apps.board_cards import TITLE, card, picture
from tests.browser.conftest import Contexts, OpenPage
from tests.browser.pages import Watch, settle
from tests.browser.server import free_port, serving
from tests.browser.test_everyone import Scheme

BAR = tuple(int(LIGHT["bar"][at : at + 2], 16) for at in (1, 3, 5))
LARGEST, SMALLER = 7397, 3549


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    port = free_port()
    arguments = ["tests.browser.apps.board_server", str(port)]
    with serving(arguments, port=port, folder=tmp_path_factory.mktemp("board")) as address:
        yield address


@pytest.fixture
def page(lasting: tuple[Page, Watch]) -> Iterator[Page]:
    """The page of most tests here, each with a board of its own (``show``).

    ``open_page()`` is for those who change what the browser itself can do (``navigator``, ``Plotly``), and who save a
    single PNG: Chromium compresses a canvas when the page is idle, and is seconds late where it has long been so.
    """
    page, watch = lasting
    watch.found.clear()
    page.set_viewport_size({"width": 1280, "height": 900})
    page.emulate_media(color_scheme="light", reduced_motion="no-preference")
    yield page
    page.unroute_all()
    page.mouse.move(0, 0)
    page.evaluate("async () => { (await window.end)?.(); window.host?.remove(); delete window.host; scrollTo(0, 0); }")
    watch.report()


@pytest.fixture
def copying(page: Page) -> Iterator[Page]:
    """The same, where the clipboard may be read and written."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield page
    page.context.clear_permissions()


@pytest.fixture
def troubled(contexts: Contexts) -> Iterator[Page]:
    """A page that may log errors to its console: the test brings them about."""
    with contexts().new_page() as page:
        page.set_viewport_size({"width": 1280, "height": 900})
        yield page


def visit(page: Page, address: str) -> Locator:
    """Open the Streamlit page; the board, once it is drawn."""
    page.goto(address)
    board = page.locator(".ds-board[data-state=drawn]")
    expect(board).to_be_visible(timeout=30_000)
    settle(page)
    return board


def show(page: Page, address: str, names: str = "abc", *, scale: float = 1.0, rows: int = 3, **changes: Any) -> None:
    """The board on a bare page; called again, it passes new data to the same board, as a rerun of the page does."""
    if page.url != f"{address}/bare":
        head = "<meta name=viewport content='width=device-width'><title>Board</title>"
        html = f"<!doctype html><html lang=en>{head}<style>{frontend_files()['board.css']}</style>"
        page.route("**/bare", lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
        page.goto(f"{address}/bare")
        page.unroute("**/bare")  # as long as there is a route, the browser's cache is off
    cards = [card(name, scale, rows) for name in names]
    data = board_data(cards, archive="doisanh_biểu-đồ.zip", pictures="pictures?all", language="vi") | changes
    page.evaluate(
        """async ([url, data]) => {
            window.host ??= document.body.appendChild(document.createElement("div"));
            const packed = new Blob([JSON.stringify(data)]).stream().pipeThrough(new CompressionStream("gzip"));
                const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
            window.end = (await import(new URL(url, document.baseURI))).default({ data: bytes, parentElement: host });
        }""",
        [frontend_url("mount.js"), data],
    )
    expect(page.locator(".ds-board[data-state]")).to_be_attached(timeout=30_000)


def answer_pictures(page: Page, names: str = "abc") -> list[str]:
    """Answer for the server: the picture asked for, or all of them; the addresses that were asked."""
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        wanted = re.search(r"chart=(\w)", route.request.url)
        made = [picture(name) for name in (wanted[1] if wanted else names)]
        files = [] if wanted else [{"name": "số-liệu.csv", "text": "\ufeffNghĩa,1\r\n"}]
        route.fulfill(json={"pictures": made, "files": files})

    page.route("**/pictures?*", answer)
    return asked


def choose(page: Page, group: str, option: str) -> None:
    page.locator(f".st-key-{group}").get_by_text(option, exact=True).click()


def cards(page: Page) -> list[str | None]:
    return [card.get_attribute("data-card") for card in page.locator(".ds-card").all()]


def bar_lengths(page: Page) -> list[float]:
    """Lengths in px of the drawn bars of the first card."""
    script = "paths => paths.map(path => path.getBBox().width)"
    return list(page.locator(".ds-card").first.locator(".bars path").evaluate_all(script))


def await_length(page: Page, length: float) -> None:
    """Wait until the first bar of the page is that long, in px."""
    page.wait_for_function(
        "length => Math.abs(document.querySelector('.bars path').getBBox().width - length) < 1", arg=length
    )


def saved(download: Download) -> bytes:
    return Path(download.path()).read_bytes()


def image_of(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content)).convert("RGB")


def bars_in(image: Image.Image) -> list[int]:
    """Lengths in px of the horizontal bars in an exported image, from top to bottom."""
    pixels = np.asarray(image).astype(int)
    rows = (abs(pixels - BAR) < 4).all(axis=2).sum(axis=1)
    starts = (rows > 100) & (np.roll(rows, 1) <= 100)
    return [int(length) for length in rows[starts]]


# --- drawing


def test_bars_are_as_long_as_their_values_and_those_of_the_same_nodes_move_and_change_colour(
    page: Page, app: str
) -> None:
    visit(page, app)
    full, second, blank = bar_lengths(page)
    assert second / full == pytest.approx(SMALLER / LARGEST, abs=0.005)
    assert blank == 0
    page.evaluate("window.before = [...document.querySelectorAll('.ds-card, .ds-plot, .bars path, .ds-mark')]")
    choose(page, "scale", "0.5")
    await_length(page, full / 2)
    page.emulate_media(color_scheme="dark")
    red, green, blue = (int(DARK["bar"][at : at + 2], 16) for at in (1, 3, 5))
    expect(page.locator(".bars path").first).to_have_css("fill", f"rgb({red}, {green}, {blue})")
    assert page.evaluate("before.every(node => node.isConnected)")


def test_changes_in_quick_succession_end_at_the_last(page: Page, app: str) -> None:
    show(page, app)
    full = bar_lengths(page)[0]
    for scale in (0.5, 1.0, 0.25):
        show(page, app, scale=scale)
    await_length(page, full / 4)


def test_a_card_that_goes_while_it_is_drawn_is_no_failure(open_page: OpenPage, app: str) -> None:
    page = open_page()
    show(page, app, "a")
    page.evaluate(
        """() => {
            const { react } = Plotly;
            Plotly.react = (plot, ...rest) => {
                const drawn = react(plot, ...rest);
                if (!plot.closest("[data-card=b]")) return drawn;
                return new Promise((_, reject) => { window.late = { fail: () => reject(new TypeError("purged")) }; });
            };
        }"""
    )
    show(page, app, "ab")
    page.wait_for_function("'late' in window")
    show(page, app, "a", scale=0.5)
    page.evaluate("late.fail()")  # an error in the console fails every browser test
    expect(page.locator(".ds-board[data-state=drawn]")).to_be_visible()
    assert cards(page) == ["a"]


def test_a_row_less_makes_the_chart_lower_and_takes_its_button_away(page: Page, app: str) -> None:
    show(page, app)
    show(page, app, rows=2)
    first = page.locator(".ds-card").first
    expect(first.locator(".ds-mark")).to_have_count(2)
    expect(first.locator(".main-svg").first).to_have_attribute("height", "96")
    expect(first.locator(".bars path")).to_have_count(2)
    box = first.locator(".ds-plot").bounding_box()
    assert box is not None
    assert box["height"] == 96


def test_cards_come_go_and_change_places_by_id_and_the_others_stay_in_the_language_of_the_page(
    page: Page, app: str
) -> None:
    visit(page, app)
    expect(page.locator("html")).to_have_attribute("lang", "vi")
    page.evaluate("window.kept = document.querySelector('[data-card=a] .ds-plot')")
    choose(page, "cards", "cba")
    expect(page.locator(".ds-card").first).to_have_attribute("data-card", "c")
    assert cards(page) == ["c", "b", "a"]
    choose(page, "cards", "acd")
    expect(page.locator("[data-card=d] .bars path").first).to_be_attached()
    assert cards(page) == ["a", "c", "d"]
    choose(page, "language", "en")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("button", name="Download all charts (ZIP)")).to_be_visible()
    assert page.evaluate("document.querySelector('[data-card=a] .ds-plot') === kept")


def test_words_of_the_data_are_never_read_as_markup(page: Page, app: str) -> None:
    show(page, app)
    expect(page.locator(".ds-notes").first).to_have_text("Ghi chú <b>không</b> phải là mã.")


def test_no_cards_leave_no_buttons(page: Page, app: str) -> None:
    show(page, app)
    show(page, app, "")
    expect(page.locator(".ds-card")).to_have_count(0)
    expect(page.locator(".ds-all")).to_be_hidden()


def test_two_columns_where_there_is_room_and_one_on_a_phone(page: Page, phone: Page, app: str) -> None:
    columns = "getComputedStyle(document.querySelector('.ds-grid')).gridTemplateColumns.split(' ').length"
    page.set_viewport_size({"width": 1440, "height": 900})
    show(page, app)
    assert page.evaluate(columns) == 2
    expect(page.locator(".ds-card").first).to_have_attribute("data-variant", "wide")
    visit(phone, app)
    assert phone.evaluate(columns) == 1
    expect(phone.locator(".ds-card").first).to_have_attribute("data-variant", "narrow")
    assert phone.evaluate("document.documentElement.scrollWidth") == 390


def test_the_chart_follows_the_windows_width(page: Page, app: str) -> None:
    show(page, app)
    for width in (700, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_function(
            "() => { const plot = document.querySelector('.ds-plot');"
            " return Math.abs(plot.querySelector('.main-svg').clientWidth - plot.clientWidth) < 1 }"
        )


def test_a_reader_who_wants_no_motion_gets_none(page: Page, app: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    show(page, app)
    full = bar_lengths(page)[0]
    show(page, app, scale=0.5)
    await_length(page, full / 2)
    assert page.evaluate("[...document.querySelectorAll('.ds-plot')].every(plot => !plot.layout.transition)")


# --- marks


def test_pointing_at_a_row_shows_the_printed_phrase_inside_the_window(page: Page, app: str) -> None:
    show(page, app)
    facts = page.locator(".ds-facts")
    expect(facts).to_be_hidden()
    page.locator(".ds-mark").nth(1).hover()
    expect(facts).to_contain_text("Chợ Mới (Bắc Kạn): 3.549")
    expect(facts).to_contain_text("Nguyên văn: “3.549 đảng viên”")
    expect(facts.locator("mark")).to_have_text("3.549 đảng viên")
    box = facts.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 1280
    page.mouse.move(box["x"] + 20, box["y"] + 20, steps=5)
    page.mouse.move(box["x"] + 40, box["y"] + 20, steps=5)
    expect(facts).to_be_visible()
    page.mouse.move(2, 2)
    expect(facts).to_be_hidden()


def test_escape_closes_what_the_pointer_opened(page: Page, app: str) -> None:
    show(page, app)
    page.locator(".ds-mark").first.hover()
    expect(page.locator(".ds-facts")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".ds-facts")).to_be_hidden()


def test_the_keyboard_enters_a_chart_once_and_walks_its_rows(page: Page, app: str) -> None:
    show(page, app)
    page.locator(".ds-all").focus()
    page.keyboard.press("Tab")
    focused = page.locator(".ds-mark:focus")
    expect(focused).to_have_attribute("aria-label", re.compile(r"^Quảng Ninh \(Quảng Bình\): 7\.397.*đoạn 12"))
    expect(page.locator(".ds-facts")).to_contain_text("7.397 đảng viên")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".ds-facts")).to_contain_text("bài báo không nêu")
    page.keyboard.press("Home")
    expect(page.locator(".ds-facts")).to_contain_text("7.397 đảng viên")
    for part in (".ds-missing summary", ".ds-sources summary", ".ds-card .ds-png"):
        page.keyboard.press("Tab")
        expect(page.locator(part).first).to_be_focused()
    expect(page.locator(".ds-facts")).to_be_hidden()


def test_the_image_has_words_and_the_buttons_lie_outside_it(page: Page, app: str) -> None:
    show(page, app)
    image = page.get_by_role("img", name="Quảng Ninh 7.397; Chợ Mới 3.549").first
    expect(image).to_be_visible()
    expect(image.locator("button")).to_have_count(0)
    assert page.locator(".ds-plot svg:not([aria-hidden=true])").count() == 0


def test_a_row_is_tapped_open_and_shut_and_a_swipe_over_it_scrolls(phone: Page, app: str) -> None:
    show(phone, app)
    facts = phone.locator(".ds-facts")
    phone.locator(".ds-mark").first.tap()
    expect(facts).to_be_visible()
    box = facts.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    phone.locator(".ds-mark").first.tap()
    expect(facts).to_be_hidden()
    row = phone.locator(".ds-mark").nth(1).bounding_box()
    assert row is not None
    assert row["height"] >= 24
    x, y = row["x"] + 50, row["y"] + 10
    touch = phone.context.new_cdp_session(phone)
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for step in range(1, 11):
        touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x, "y": y - 15 * step}]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    phone.wait_for_function("scrollY > 20")


def test_the_table_holds_the_charts_data(page: Page, app: str) -> None:
    show(page, app)
    opener = page.locator(".ds-opener").first
    expect(opener).to_have_attribute("aria-expanded", "false")
    opener.click()
    expect(opener).to_have_attribute("aria-expanded", "true")
    table = page.get_by_role("table", name="Đảng viên a. người, toàn đảng bộ")
    expect(table.get_by_role("columnheader")).to_have_text(["Địa phương", "Giá trị"])
    expect(table.get_by_role("rowheader")).to_have_count(3)
    expect(table.get_by_role("row", name="Chợ Mới (Bắc Kạn)")).to_contain_text("3.549")
    opener.click()
    expect(table).to_be_hidden()


def test_a_charts_link_is_copied_whole(copying: Page, app: str) -> None:
    show(copying, app)
    button = copying.get_by_role("button", name="Sao chép liên kết: Đảng viên b")
    button.click()
    expect(button.locator("+ [role=status]")).to_have_text("Đã sao chép liên kết")
    assert copying.evaluate("navigator.clipboard.readText()") == f"{app}/bare?chart=b"


def test_a_link_that_may_not_be_copied_is_shown(open_page: OpenPage, app: str) -> None:
    page = open_page()
    show(page, app)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')) }")
    page.locator(".ds-link").first.click()
    expect(page.locator(".ds-link").first.locator("+ [role=status]")).to_contain_text(f"{app}/bare?chart=a")


# --- images


def test_the_png_is_light_twice_its_size_and_true_to_the_values(open_page: OpenPage, app: str) -> None:
    page = open_page()
    show(page, app)
    answer_pictures(page)
    schemes: tuple[Scheme, ...] = ("light", "dark")
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme)
        with page.expect_download() as download:
            page.get_by_role("button", name="Lưu ảnh PNG: Đảng viên a").click()
        assert download.value.suggested_filename == "doisanh_a_đảng-viên.png"
        image = image_of(saved(download.value))
        assert image.size == (2400, 1350)
        assert image.getpixel((3, 3)) == (255, 255, 255)
        first, second = bars_in(image)
        assert second / first == pytest.approx(SMALLER / LARGEST, abs=0.005)
        expect(page.get_by_role("status")).to_have_text("Đã tải xuống doisanh_a_đảng-viên.png")


def test_the_png_is_written_in_the_boards_typeface_and_carries_what_it_says_of_itself(
    open_page: OpenPage, app: str
) -> None:
    """The heading's ink is as wide as the page measures it in Source Sans, and the font is not a fallback."""
    page = open_page()
    show(page, app)
    answer_pictures(page)
    with page.expect_download() as download:
        page.locator(".ds-png").first.click()
    content = saved(download.value)
    heading = image_of(content).crop((600, 0, 2400, 235)).convert("L").point(lambda value: value < 160)
    box = heading.getbbox()
    assert box is not None
    measure = """font => {
        const context = new OffscreenCanvas(1, 1).getContext('2d');
        context.font = font;
        const size = context.measureText('Đảng viên: Nghĩa, Ữ Ẵ Ỷ Ợ Ậ');
        return 2 * (size.actualBoundingBoxLeft + size.actualBoundingBoxRight);
    }"""
    shown = box[2] - box[0]
    assert shown == pytest.approx(page.evaluate(measure, '700 32px "Source Sans"'), abs=5)
    assert abs(shown - page.evaluate(measure, "700 32px sans-serif")) > 20
    with Image.open(io.BytesIO(content)) as image:
        assert isinstance(image, PngImageFile)
        image.load()  # Pillow checks the sums of all chunks
        title = image.text["Title"]
    assert isinstance(title, iTXt)
    assert (title, title.lang) == (TITLE, "vi")


def test_all_charts_come_as_one_archive_in_their_order(page: Page, app: str) -> None:
    show(page, app)
    show(page, app, "abcdefghi")
    expect(page.locator("[data-card=i] .bars path").first).to_be_attached()
    answer_pictures(page, "abcdefghi")
    with page.expect_download() as download:
        page.get_by_role("button", name="Tải tất cả biểu đồ (ZIP)").click()
    assert download.value.suggested_filename == "doisanh_biểu-đồ.zip"
    with zipfile.ZipFile(io.BytesIO(saved(download.value))) as archive:
        assert archive.testzip() is None
        *images, table = archive.namelist()
        assert images == [f"doisanh_{name}_đảng-viên.png" for name in "abcdefghi"]
        assert {image_of(archive.read(name)).size for name in images} == {(2400, 1350)}
        assert (table, archive.read(table).decode()) == ("số-liệu.csv", "\ufeffNghĩa,1\r\n")


def test_an_export_under_way_keeps_to_what_was_on_the_page_when_it_was_asked_for(page: Page, app: str) -> None:
    show(page, app)
    answer_pictures(page)
    with page.expect_download() as download:
        page.locator(".ds-all").click()
        show(page, app, "cba", pictures="pictures?other")
    with zipfile.ZipFile(io.BytesIO(saved(download.value))) as archive:
        assert [name[8] for name in archive.namelist()[:3]] == ["a", "b", "c"]
    expect(page.locator(".ds-card").first).to_have_attribute("data-card", "c")


@pytest.mark.parametrize("broken", ["", "Worker = undefined", "Worker = class { constructor() {} }"])
def test_a_chart_of_several_pictures_comes_as_an_archive(open_page: OpenPage, app: str, broken: str) -> None:
    page = open_page()
    show(page, app)
    if broken:
        page.evaluate(f"() => {{ {broken} }}")
        if "class" in broken:
            page.evaluate("() => { Worker.prototype.postMessage = function () { this.onerror() }; "
                          "Worker.prototype.terminate = () => {} }")  # fmt: skip
    page.route(
        "**/pictures?*", lambda route: route.fulfill(json={"pictures": [picture("a"), picture("b")], "files": []})
    )
    dialog = options(page)
    dialog.get_by_label("Vuông").check()
    expect(dialog.locator(".ds-sized")).to_have_text("2 ảnh đánh số, 2400 × 1350 px")
    with page.expect_download() as download:
        dialog.get_by_role("button", name="Lưu ảnh").click()
    assert download.value.suggested_filename == "doisanh_a_đảng-viên_square.zip"
    with zipfile.ZipFile(io.BytesIO(saved(download.value))) as archive:
        assert archive.namelist() == [f"doisanh_{name}_đảng-viên.png" for name in "ab"]
        assert {image_of(archive.read(name)).size for name in archive.namelist()} == {(2400, 1350)}


def test_a_picture_is_asked_for_once_when_the_pointer_comes(open_page: OpenPage, app: str) -> None:
    page = open_page()
    show(page, app)
    asked = answer_pictures(page)
    with page.expect_request("**/pictures?*"):
        page.locator(".ds-png").first.hover()
    with page.expect_download():
        page.locator(".ds-png").first.click()
    assert len(asked) == 1
    with page.expect_download():
        page.locator(".ds-png").first.click()
    assert len(asked) == 2, "an answer is used once: the data may have changed"


# --- options


def options(page: Page) -> Locator:
    page.locator(".ds-more").first.click()
    dialog = page.get_by_role("dialog", name="Đảng viên a")
    expect(dialog).to_be_visible()
    return dialog


def test_title_shape_and_ground_are_chosen_in_a_dialog_by_keyboard(open_page: OpenPage, app: str) -> None:
    page = open_page()
    show(page, app)
    asked = answer_pictures(page)
    page.locator(".ds-more").first.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Đảng viên a")
    dialog.get_by_label("Tiêu đề trên ảnh").fill("Tiêu đề của tôi")
    dialog.get_by_label("Vuông").check()
    dialog.get_by_label("Nền tối").check()
    dialog.get_by_label("Tiêu đề trên ảnh").focus()
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == "doisanh_a_đảng-viên_dark.png"
    assert image_of(saved(download.value)).getpixel((3, 3)) == tuple(
        int(DARK["paper"][at : at + 2], 16) for at in (1, 3, 5)
    )
    assert parse_qs(urlsplit(asked[-1]).query) == {"chart": ["a"], "size": ["square"], "title": ["Tiêu đề của tôi"]}
    expect(dialog.get_by_role("status")).to_have_text("Đã tải xuống doisanh_a_đảng-viên_dark.png")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(page.locator(".ds-more").first).to_be_focused()


def test_an_svg_carries_its_font_and_its_words(page: Page, app: str) -> None:
    show(page, app)
    answer_pictures(page)
    dialog = options(page)
    dialog.get_by_label("SVG").check()
    with page.expect_download() as download:
        dialog.get_by_role("button", name="Lưu ảnh").click()
    assert download.value.suggested_filename.endswith(".svg")
    svg = saved(download.value).decode()
    assert "@font-face" in svg
    assert f"<title>{TITLE}</title>" in svg
    assert "http" not in re.sub(r'xmlns(:\w+)?="[^"]*"', "", svg)


def test_a_picture_is_copied(open_page: OpenPage, app: str) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    show(page, app)
    answer_pictures(page)
    dialog = options(page)
    dialog.get_by_role("button", name="Sao chép ảnh").click()
    expect(dialog.get_by_role("status")).to_contain_text("Đã sao chép ảnh")
    assert page.evaluate("navigator.clipboard.read().then(([item]) => item.types)") == ["image/png"]


def test_a_browser_that_forbids_copying_pictures_is_told_of_the_other_way(open_page: OpenPage, app: str) -> None:
    page = open_page()
    show(page, app)
    answer_pictures(page)
    page.evaluate("() => { navigator.clipboard.write = () => Promise.reject(new DOMException('', 'NotAllowedError')) }")
    dialog = options(page)
    dialog.get_by_role("button", name="Sao chép ảnh").click()
    expect(dialog.get_by_role("status")).to_contain_text("Hãy lưu ảnh rồi chèn")


@pytest.mark.parametrize("modern", [True, False], ids=["", "without a clipboard of its own, as on http"])
def test_a_table_pastes_as_a_table_and_as_tabs(open_page: OpenPage, app: str, modern: bool) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    show(page, app)
    if not modern:
        page.evaluate("() => { delete window.ClipboardItem }")
    answer_pictures(page)
    dialog = options(page)
    dialog.get_by_role("button", name="Sao chép bảng").click()
    expect(dialog.get_by_role("status")).to_contain_text("Đã sao chép bảng")
    read = "type => navigator.clipboard.read().then(([item]) => item.getType(type)).then(blob => blob.text())"
    assert page.evaluate(read, "text/plain").splitlines()[:2] == [
        "Địa phương\tGiá trị",
        "Quảng Ninh (Quảng Bình)\t7.397",
    ]
    html = page.evaluate(read, "text/html")
    assert re.search(r'<tr><th [^>]*colspan="2"[^>]*>Đảng viên a\. người, toàn đảng bộ</th></tr>', html)
    assert html.count("<tr>") == 5


def test_numbers_are_told_to_spreadsheets_and_nothing_is_run(page: Page, app: str) -> None:
    show(page, app)
    table = {"caption": "x", "columns": ["a", "b", "c"], "rows": [["x", "=1+1", "7.397"], ["y", "-", "> 5"],
             ["＝x", "", "−8,25"]], "numbers": [7397, None, -8.25], "verdict": "v"}  # fmt: skip
    html, tabs = page.evaluate(
        "([url, table]) => import(new URL(url, document.baseURI)).then(m => [m.asHtml(table), m.asTabs(table)])",
        [frontend_url("clipboard.js"), table],
    )
    assert re.search(r'x:num="7397" sdval="7397" sdnum="1033;0;#,##0">7\.397<', html)
    assert re.search(r'x:num="-8\.25" sdval="-8\.25" sdnum="1033;0;#,##0\.00">−8,25<', html)
    assert re.search(r"mso-number-format:'\\@'[^>]* x:str=\"\" sdnum=\"1033;0;@\">'=1\+1<", html)
    assert html.count("sdnum") == 14, "every cell has a type"
    assert re.findall(r'colspan="3">(\w)<', html) == ["x", "v"], "above and below the table stand rows of their own"
    assert "<caption" not in html
    assert [line.split("\t") for line in tabs.splitlines()[1:]] == [
        ["x", "'=1+1", "7397"], ["y", "'-", "> 5"], ["'＝x", "", "−8,25"],
    ]  # fmt: skip


def test_the_clipboard_makes_the_same_text_harmless_as_the_files(page: Page, app: str) -> None:
    show(page, app)
    signs = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "﹦", "\t", "\r", "\n", "a", "7", "'", "−"]
    texts = ["", *signs, *(f"{space}{sign}1" for space in " \u00a0\u3000\ufeff\u200b\x1f\x85" for sign in signs)]
    made = page.evaluate(
        "([url, texts]) => import(new URL(url, document.baseURI)).then(m => texts.map(m.harmless))",
        [frontend_url("clipboard.js"), texts],
    )
    assert made == [harmless(text) for text in texts]


def test_the_code_to_embed_a_chart_is_copied_and_says_what_it_needs(copying: Page, app: str) -> None:
    show(copying, app)
    answer_pictures(copying)
    dialog = options(copying)
    expect(dialog.get_by_text("khi mở được địa chỉ trong đoạn mã")).to_be_visible()
    dialog.get_by_role("button", name="Sao chép đoạn mã").click()
    code = copying.evaluate("navigator.clipboard.readText()")
    assert re.fullmatch(
        rf'<iframe src="{re.escape(app)}/embed\?chart=a" title="Đảng viên a" width="100%" height="\d+" '
        r'loading="lazy" style="border:0"></iframe>\n<script>[^\n]+</script>', code,
    )  # fmt: skip


def test_the_options_fit_a_phone(phone: Page, app: str) -> None:
    show(phone, app)
    answer_pictures(phone)
    dialog = options(phone)
    box = dialog.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    for button in dialog.get_by_role("button").all():
        size = button.bounding_box()
        assert size is not None
        assert size["height"] >= 32
    assert phone.evaluate("document.documentElement.scrollWidth") == 390


# --- where the cards stand


def places(page: Page) -> dict[str, tuple[float, float, float]]:
    """Left edge, top and bottom of each card in px."""
    script = """cards => cards.map(card => {
        const { left, top, bottom } = card.getBoundingClientRect();
        return [card.dataset.card, [left, top + scrollY, bottom + scrollY]];
    })"""
    found = page.locator(".ds-card").evaluate_all(script)
    return {name: tuple(place) for name, place in found}


def uneven(page: Page, app: str, **changes: Any) -> None:
    """Five cards of which the first is the highest."""
    made = [card(name, rows=3 if name == "a" else 1) for name in "abcde"]
    made[0]["notes"] = ["Ghi chú dài. " * 60]
    show(page, app, cards=made, **changes)
    expect(page.locator("[data-card=e] .bars path").first).to_be_attached()


def test_no_hole_stands_under_a_short_card_and_the_order_is_kept(page: Page, app: str) -> None:
    uneven(page, app)
    found = places(page)
    assert list(found) == ["a", "b", "c", "d", "e"]
    tops = [top for _, top, _ in found.values()]
    assert tops == sorted(tops), "who comes later never stands higher"
    for left in {left for left, *_ in found.values()}:
        column = [(top, bottom) for at, top, bottom in found.values() if at == left]
        gaps = [below[0] - above[1] for above, below in pairwise(column)]
        assert all(16 <= gap <= 28 for gap in gaps)
    assert found["b"][0] == found["c"][0] != found["a"][0]


def test_a_table_that_opens_moves_what_is_below_it_and_nothing_across(page: Page, app: str) -> None:
    uneven(page, app)
    before = places(page)
    page.locator("[data-card=b] .ds-opener").click()
    page.wait_for_function(
        "top => document.querySelector('[data-card=c]').getBoundingClientRect().top + scrollY > top + 40",
        arg=before["c"][1],
    )
    after = places(page)
    assert {name: left for name, (left, *_) in after.items()} == {name: left for name, (left, *_) in before.items()}
    assert after["a"] == before["a"]


def test_a_full_card_goes_across_below_both_columns(page: Page, app: str) -> None:
    made = [card(name) for name in "abc"]
    made[2]["full"] = True
    show(page, app, cards=made)
    found = places(page)
    assert found["c"][0] == found["a"][0]
    assert found["c"][1] >= max(found["a"][2], found["b"][2])


def test_a_link_to_one_chart_brings_it_into_sight_once(page: Page, app: str) -> None:
    show(page, app, "abcdefgh", chart="g")
    asked = page.locator("[data-card=g]")
    expect(asked).to_be_in_viewport()
    expect(asked).to_be_focused()
    page.evaluate("scrollTo(0, 0)")
    show(page, app, "abcdefgh", chart="g")
    expect(asked).not_to_be_in_viewport()


# --- faults


def test_without_plotly_the_tables_are_shown_and_the_reason_is_told(troubled: Page, app: str) -> None:
    page = troubled
    show(page, app, plotlyUrl="assets/nothing.js")
    expect(page.get_by_role("alert").first).to_contain_text("Không tải được phần vẽ biểu đồ")
    expect(page.get_by_role("table")).to_have_count(3)
    expect(page.locator(".ds-png").first).to_be_disabled()


def test_an_image_that_cannot_be_made_is_told_in_words(troubled: Page, app: str) -> None:
    page = troubled
    show(page, app)
    answer_pictures(page)
    page.evaluate("() => { Plotly.toImage = () => Promise.reject(new Error('no')) }")
    page.locator(".ds-png").first.click()
    expect(page.get_by_role("status")).to_contain_text("Không tạo được doisanh_a_đảng-viên.png")


def test_one_chart_that_cannot_be_drawn_leaves_the_others(troubled: Page, app: str) -> None:
    page = troubled
    show(page, app)
    page.evaluate(
        "() => { const react = Plotly.react; Plotly.react = (plot, ...rest) =>"
        " plot.closest('[data-card=a]') ? Promise.reject(new Error('no')) : react(plot, ...rest) }"
    )
    show(page, app, scale=0.25)
    expect(page.locator("[data-card=a]").get_by_role("alert")).to_contain_text("Không vẽ được biểu đồ này")
    expect(page.locator("[data-card=b] .ds-plot")).to_be_visible()
    expect(page.locator("[data-card=a]").get_by_role("table")).to_be_visible()
