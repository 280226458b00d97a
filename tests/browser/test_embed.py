"""One chart alone in a frame of a page that stands elsewhere."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import urlencode

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from dashboard.charts.palette import DARK, LIGHT
from tests.browser.conftest import OpenPage
from tests.browser.pages import settle


@pytest.fixture
def elsewhere() -> Iterator[Callable[[str], str]]:
    """Serves a page with a frame in it under another name of this machine, which a browser takes for another site."""
    with ExitStack() as servers:

        def serve(frame: str) -> str:
            class Answer(BaseHTTPRequestHandler):
                def do_GET(self) -> None:
                    self.send_response(200)
                    self.send_header("Content-Type", "text/html; charset=utf-8")
                    self.end_headers()
                    self.wfile.write(f"<!doctype html><title>Elsewhere</title>{frame}".encode())

                def log_message(self, *_: object) -> None:
                    pass

            server = servers.enter_context(ThreadingHTTPServer(("127.0.0.1", 0), Answer))
            Thread(target=server.serve_forever, daemon=True).start()
            servers.callback(server.shutdown)
            return f"http://localhost:{server.server_port}/"

        yield serve


def framed(page: Page, elsewhere: Callable[[str], str], dashboard_url: str, **parameters: str) -> FrameLocator:
    """The frame in a page of another site."""
    source = html.escape(f"{dashboard_url}/embed?{urlencode(parameters)}")
    page.goto(elsewhere(f"<iframe src='{source}' title='x' width='100%' height='800'></iframe>"))
    frame = page.frame_locator("iframe")
    expect(frame.locator(".ds-board[data-state=drawn]")).to_be_attached(timeout=30_000)
    return frame


def test_a_chart_stands_alone_in_another_sites_page_and_leads_back(
    page: Page, elsewhere: Callable[[str], str], dashboard_url: str
) -> None:
    frame = framed(page, elsewhere, dashboard_url, chart="party-members", places="quang-binh.quang-ninh,ben-tre")
    expect(frame.locator(".ds-card")).to_have_count(1)
    expect(frame.locator(".ds-sources")).to_contain_text("Báo Quảng Bình")
    for part in (".ds-actions", ".ds-all", "[data-testid=stHeader]"):
        expect(frame.locator(part).first).to_be_hidden()
    back = frame.locator(".ds-back")
    expect(back).to_have_text("Xem đầy đủ, kèm nguồn của từng số liệu, trên Đối sánh")
    expect(back).to_have_attribute("target", "_blank")
    address = back.evaluate("link => link.href")
    assert address == f"{dashboard_url}/?places=quang-binh.quang-ninh,ben-tre&chart=party-members"


@pytest.mark.parametrize(("mode", "scheme", "palette"), [("dark", "light", DARK), ("light", "dark", LIGHT)])
def test_light_and_dark_are_the_pages_that_embeds_it(
    open_page: OpenPage,
    elsewhere: Callable[[str], str],
    dashboard_url: str,
    mode: str,
    scheme: str,
    palette: dict[str, str],
) -> None:
    page = open_page(color_scheme="dark" if scheme == "dark" else "light")
    frame = framed(page, elsewhere, dashboard_url, chart="party-members", mode=mode, lang="en")
    rgb = ", ".join(str(int(palette["paper"][at : at + 2], 16)) for at in (1, 3, 5))
    expect(frame.locator(".ds-card")).to_have_css("background-color", f"rgb({rgb})")
    expect(frame.locator("html")).to_have_attribute("lang", "en")


def test_frames_take_the_height_of_their_charts_and_do_without_the_script(
    page: Page, elsewhere: Callable[[str], str], dashboard_url: str
) -> None:
    page.goto(f"{dashboard_url}/?places=ben-tre,quang-binh.quang-ninh&theme=organisation")
    settle(page)
    codes = []
    for card in page.locator(".ds-more").all()[:2]:
        card.click()
        codes.append(page.locator(".ds-options .ds-snippet").input_value())
        page.keyboard.press("Escape")
    frames = "[...document.querySelectorAll('iframe')].map((one) => one.offsetHeight)"

    def inside() -> list[tuple[int, int]]:
        """How high the content of each frame is, and how high the frame is for it."""
        found: list[tuple[int, int]] = []
        for frame in page.frames[1:]:
            frame.locator(".ds-board[data-state=drawn]").wait_for(timeout=30_000)
            main = frame.locator("[data-testid=stMain]")
            back = frame.locator(".ds-back").bounding_box()
            assert back
            box = page.locator("iframe").nth(len(found)).bounding_box()
            assert box
            assert main.evaluate("(node) => node.scrollHeight - node.clientHeight") == 0, "nothing to scroll"
            found.append((round(back["y"] + back["height"] - box["y"]), round(box["height"])))
        return found

    body = "<body style='width: {width}px'>{codes}"
    bare = [code.partition("<script>")[0] for code in codes]
    page.set_viewport_size({"width": 800, "height": 2000})
    page.goto(elsewhere(body.format(width=600, codes="".join(bare))))
    for content, frame in inside():
        assert 0 <= frame - content < 80
    for width in (600, 330):
        page.goto(elsewhere(body.format(width=width, codes="<hr>".join(codes).replace('height="', 'height="9'))))
        page.wait_for_function(f"{frames}.every((height) => height < 900)")
        for content, frame in inside():
            assert 0 <= frame - content < 30


def test_the_page_around_hears_no_height_before_a_chart_stands(
    page: Page, elsewhere: Callable[[str], str], dashboard_url: str
) -> None:
    listen = "addEventListener('message', ({ data }) => data.type === 'doisanh:height' && heard.push(data.height))"
    listening = f"<script>heard = []; {listen}</script>"
    source = f"{dashboard_url}/embed?chart=party-members&amp;places=ben-tre"
    page.goto(elsewhere(f'{listening}<iframe src="{source}" width="600" height="500"></iframe>'))
    page.frames[1].locator(".ds-board[data-state=drawn]").wait_for(timeout=30_000)
    page.wait_for_function("heard.length > 0")
    assert min(page.evaluate("heard")) > 100


def test_the_link_back_shows_the_chart_in_its_view(page: Page, dashboard_url: str) -> None:
    page.goto(f"{dashboard_url}/?chart=members-admitted")
    expect(page.locator(".ds-board[data-state=drawn]")).to_be_visible(timeout=30_000)
    settle(page)
    expect(page.locator("[data-card=members-admitted][data-asked]")).to_be_in_viewport()
    assert page.url.endswith("?chart=members-admitted")


def test_an_address_without_a_chart_says_where_to_get_one(page: Page, dashboard_url: str) -> None:
    page.goto(f"{dashboard_url}/embed")
    settle(page)
    expect(page.get_by_text("Hãy lấy đoạn mã nhúng trong mục “Tùy chọn” của biểu đồ.")).to_be_visible()
