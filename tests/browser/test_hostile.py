"""In a real browser no text of the data or the address makes an element, a request, an icon or a formula."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Dialog, Page, expect

from dashboard.records.scalars import HIDDEN
from tests.browser.conftest import OpenPage
from tests.browser.pages import settle
from tests.browser.server import free_port, serving
from tests.hostile import STRINGS
from tests.sample import FILES, Root

PAGES = (
    "?", "?places=quang-binh.quang-ninh,quang-ninh.ha-long.ha-lam&", "?indicator=members&",
    "?theme=all&", "?q={all}&", "data?", "place?place=quang-binh.quang-ninh&",
    "sources?", "method?",
    "pair?a=paper-2019/members&b=paper-2020/members&", "embed?chart=members&theme=all&",
)  # fmt: skip
MADE = """() => [
  ...[...document.querySelectorAll("*")].filter((one) =>
    [...one.attributes].some(({ name, value }) => (/^on/.test(name) && value.includes("alert"))
      || (name === "style" && /outside[.]example/.test(value))
      || (/^(href|src)$/.test(name) && new URL(value, document.baseURI).origin !== location.origin
        && !/^(blob|data|mailto):/.test(value)))),
  ...document.querySelectorAll(".katex, .stMarkdownColoredText, .stMarkdownColoredBackground, math"),
  ...[...document.querySelectorAll("[data-testid=stIconMaterial]")].filter((one) => one.innerText === "delete"),
  ...[...document.querySelectorAll(".stMarkdown, .stHeading, button, .stAlert, label")].filter((one) =>
    one.querySelector(":scope :is(code, em, del, hr, img[alt*=logo])") || one.innerText.includes("\\u{1f604}")),
].map((one) => one.outerHTML.slice(0, 300))"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("hostile")
    root = Root(folder / "root")
    for file, text in FILES.items():
        root.write(file, text)
    port = free_port()
    arguments = ["tests.browser.apps.hostile_server", str(port), str(root.path), "0"]
    with serving(arguments, port=port, folder=folder) as found:
        yield found


def test_no_page_makes_anything_of_a_text(open_page: OpenPage, address: str) -> None:
    page: Page = open_page()
    asked: list[str] = []

    def dismissed(dialog: Dialog) -> None:
        asked.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", dismissed)
    for path in PAGES:
        path = path.replace("{all}", quote(" ".join(STRINGS)[:80]))
        page.goto(f"{address}/{path}lang=en&" + "&".join(f"x{n}={quote(text)}" for n, text in enumerate(STRINGS)))
        settle(page)
        expect(page.locator(".ds-foot, .ds-card").first).to_be_attached()
        assert page.evaluate(MADE) == [], path
        alert = page.get_by_role("alert").first.inner_text().replace("\u2060", "")
        assert [text for text in STRINGS if " ".join(HIDDEN.sub("", text).split())[:60] not in alert] == [], path
    assert asked == []
