"""Pages for everyone: by axe-core, by finger on a phone, by keyboard, and in one language."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from dashboard.charts.palette import DARK, LIGHT
from tests.browser.conftest import Contexts, OpenPage
from tests.browser.pages import settle, until
from tests.browser.server import free_port, serving
from tests.browser.test_compare import card, visit
from tests.few_articles import few_articles

_PAIR = "a=bao-quang-binh-2019-10-18/party_members&b=bao-bac-kan-2023/party_members"
_TITLES: Final = {
    "/": "So sánh · Đối sánh",
    "/?places=ben-tre": "So sánh: Tỉnh Bến Tre · Đối sánh",
    "/?places=ben-tre,dong-nai": "So sánh: Tỉnh Bến Tre, Tỉnh Đồng Nai · Đối sánh",
    "/?indicator=party_members": "So sánh: Đảng viên · Đối sánh",
    "/pair": "Hai số liệu · Đối sánh",
    f"/pair?{_PAIR}": "Hai số liệu · Đối sánh",
    "/place": "Địa phương · Đối sánh",
    "/place?place=ben-tre": "Tỉnh Bến Tre · Đối sánh",
    "/sources": "Nguồn · Đối sánh",
    "/data": "Dữ liệu · Đối sánh",
    "/method": "Phương pháp · Đối sánh",
    "/embed?chart=party-members&places=ben-tre,dong-nai": "Đảng viên · Đối sánh",
}
_DRAWS = re.compile("/(embed)?[?]|/$")
"""An address with a board."""
Scheme = Literal["light", "dark"]
LOOKS: Final[tuple[tuple[int, Scheme], ...]] = ((390, "light"), (1280, "dark"))
"""Each width and each colour once: what axe says of one does not hang on the other."""

# Controls lower than a finger (44 px), shadow roots included. A link within a sentence may be as low as its line.
_LOW = """() => {
  const found = [], controls = "a[href], button, input, select, textarea, summary, [role=option]";
  const look = (root) => root.querySelectorAll("*").forEach((node) => {
    if (node.shadowRoot) look(node.shadowRoot);
    if (!node.matches(controls) || node.closest("[inert]")) return;
    if (!node.checkVisibility({ visibilityProperty: true })) return;
    if (node.matches("a") && getComputedStyle(node).display === "inline" && node.closest("li, p, dd")) return;
    const target = node.matches("[type=radio], [type=checkbox]") ? node.closest("label") : node;
    const { width, height } = target.getBoundingClientRect();
    if (width < 2 || height < 2 || height > 43.5) return;
    found.push(`${height} ${node.tagName} ${node.ariaLabel ?? node.textContent}`);
  });
  look(document);
  return found;
}"""

# What a screen reader is told, and placeholders, of everything on the page.
_TOLD = """() => [...document.querySelectorAll("[aria-label], [placeholder], [data-testid=stSkipToContent]")]
  .filter((node) => node.checkVisibility()).map((node) => node.ariaLabel ?? node.placeholder ?? node.textContent)"""
_ENGLISH = re.compile(r"\b(open|close|help|choose|select|clear|skip|search|loading|press|show|hide)\b", re.I)

# What has the focus, "" at the end of the page, and whether a ring shows it: its own or that of the box around it.
_FOCUS = """() => {
  let node = document.activeElement;
  while (node.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
  const boxes = ["label", ".box", "[data-testid=stTextInputRootElement]", "[role=group]"];
  const around = boxes.map((one) => node.closest(one));
  // the input of a switch is not to be seen: its track is what has the ring
  const own = node.role === "switch" ? [] : [node, node.parentElement, ...around];
  const rings = [...own, around[0]?.querySelector("div")].filter(Boolean)
    .map((one) => getComputedStyle(one));
  const shown = rings.some(({ outlineStyle, outlineWidth, boxShadow }) => boxShadow !== "none"
    || (outlineStyle !== "none" && (node.role !== "switch" || parseFloat(outlineWidth) >= 2)));
  const name = node.dataset.testid === "stMain" ? "main"
    : `${node.className} ${node.ariaLabel ?? (node.textContent || node.labels?.[0]?.textContent)}`;
  return [node === document.body ? "" : name.trim() || node.tagName, shown];
}"""

# The spacing that a reader may ask for (WCAG 2.2, 1.4.12), put into shadow roots, too.
_SPACED = """() => {
  const css = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }"
    + "p { margin-bottom: 2em !important; }";
  const look = (root) => {
    (root.head ?? root).append(Object.assign(document.createElement("style"), { className: "wide", textContent: css }));
    root.querySelectorAll("*").forEach((node) => node.shadowRoot && look(node.shadowRoot));
  };
  look(document);
}"""

_AS_BEFORE = """() => {
  const look = (root) => root.querySelectorAll("*").forEach((node) => {
    if (node.shadowRoot) look(node.shadowRoot);
    if (node.matches("style.wide")) node.remove();
  });
  look(document);
}"""

# Words that reach out of the window, of a box that cuts them off, of their button, or of their chart.
_CUT = """() => {
  const found = [], beyond = (inner, outer) =>
    inner.right > outer.right + 1.5 || inner.left < outer.left - 1.5 || inner.bottom > outer.bottom + 1.5
      || inner.top < outer.top - 1.5;
  const read = (node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.width < 3) return;
    for (let at = node; at?.getBoundingClientRect; at = at.parentElement ?? at.getRootNode().host) {
      const { clipPath, overflowX, overflowY, width } = getComputedStyle(at);
      if (clipPath !== "none" || width === "1px") return; // for ears
      if ([overflowX, overflowY].some((one) => one === "auto" || one === "scroll")) return; // can be scrolled to
      if (at.matches?.("summary > .ds-first")) return; // the beginning of a note, which opens
      const frame = at.matches("button") || overflowX === "hidden" || at.matches(".ds-plot");
      if (frame && beyond(box, at.getBoundingClientRect())) found.push(node.textContent.trim().slice(0, 60));
    }
  };
  const look = (root) => root.querySelectorAll("*").forEach((node) => {
    if (node.shadowRoot) look(node.shadowRoot);
    if (node.matches("script, style, option") || node.closest("[inert]")) return;
    if (!node.checkVisibility({ visibilityProperty: true })) return;
    if ([...node.childNodes].some((one) => one.nodeType === Node.TEXT_NODE && one.data.trim())) read(node);
  });
  look(document);
  return found;
}"""

_GROUND = "(node) => getComputedStyle(node).backgroundColor"


def arrive(page: Page, address: str) -> None:
    """Open a page; at rest, its charts drawn."""
    page.goto(address)
    settle(page)
    if _DRAWS.search(address):
        expect(page.locator(".ds-board[data-state=drawn]")).to_be_visible()


def grave(page: Page, part: str | None = None) -> list[object]:
    """What axe-core finds serious or critical on the page, or in a part of it."""
    return [
        (one["id"], node["target"], node.get("failureSummary"))
        for one in Axe().run(page, context=part).response["violations"]
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]


def _js(pattern: re.Pattern[str]) -> str:
    return f"/{pattern.pattern}/i"


def scrolled(page: Page) -> int:
    """How wide what can be scrolled to is."""
    width: int = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
    return width


def in_colours(page: Page, scheme: Scheme) -> None:
    """Ask for light or dark; wait until the page is so, and none of its colours is on its way."""
    page.emulate_media(color_scheme=scheme)
    ink = (LIGHT if scheme == "light" else DARK)["ink"]
    rgb = ", ".join(str(int(ink[at : at + 2], 16)) for at in (1, 3, 5))
    expect(page.get_by_test_id("stApp")).to_have_css("color", f"rgb({rgb})")
    until(page, "!document.getAnimations().some((one) => one instanceof CSSTransition)")


def open_narrow(page: Page, address: str) -> None:
    """Open an address at 400 percent; fail where, with wide spacing too, it is wider than its window, or cuts words."""
    page.set_viewport_size({"width": 320, "height": 640})
    arrive(page, address)
    for spaced in (False, True):
        if spaced:
            page.evaluate(_SPACED)
        assert scrolled(page) <= 320, spaced
        assert page.evaluate(_CUT) == [], spaced
    page.evaluate(_AS_BEFORE)


def on_a_phone(page: Page) -> None:
    """Make of the open page one that is held in a hand: narrow, and pointed at with a finger."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.context.new_cdp_session(page).send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    until(page, "matchMedia('(pointer: coarse)').matches")
    until(page, "[...document.querySelectorAll('.ds-card')].every((one) => one.dataset.variant === 'narrow')")


@pytest.mark.parametrize("path", ["/?theme=ratings", *_TITLES])
def test_a_page_cuts_nothing_off_bars_nobody_and_has_its_name_its_language_and_targets_for_a_finger(
    page: Page, dashboard_url: str, path: str
) -> None:
    """Loaded once: at 400 percent, and with wide spacing; then in a phone's window and a wide one; last on a phone."""
    open_narrow(page, dashboard_url + path)
    for wide, scheme in LOOKS:
        page.set_viewport_size({"width": wide, "height": 844})
        in_colours(page, scheme)
        until(page, f"document.querySelector('[data-testid=stMain]').scrollWidth <= {wide}")
        assert not grave(page), (wide, scheme)
    assert page.evaluate("window.Plotly === undefined") == (_DRAWS.search(path) is None), "only for charts"
    on_a_phone(page)
    assert scrolled(page) <= 390
    assert page.evaluate(_LOW) == []
    if path in _TITLES:
        expect(page).to_have_title(_TITLES[path])
    if "embed" not in path:
        expect(page.locator(".st-key-pages [aria-current=page]")).to_have_count(1)
        expect(page.locator(".st-key-pages [aria-current=page]")).to_be_in_viewport(ratio=0.9)
        until(page, f"!({_TOLD})().some((told) => {_js(_ENGLISH)}.test(told))")


def test_all_charts_fit_400_percent_and_a_phone(page: Page, dashboard_url: str) -> None:
    open_narrow(page, f"{dashboard_url}/?theme=all")
    page.set_viewport_size({"width": 390, "height": 844})
    over = "Math.max(...[...document.querySelectorAll('.ds-card')].map((one) => one.scrollWidth - one.clientWidth))"
    until(page, f"{over} <= 1")
    assert scrolled(page) <= 390


def test_what_is_chosen_shows_in_colours_that_are_forced(open_page: OpenPage, dashboard_url: str) -> None:
    page = open_page(forced_colors="active")
    arrive(page, f"{dashboard_url}/?places=ben-tre,dong-nai&only=comparable")
    canvas = page.locator("body").evaluate(_GROUND)
    for group in ("theme", "language"):
        grounds = page.locator(f".st-key-{group} [role=radio]").evaluate_all(f"(all) => all.map({_GROUND})")
        assert len(set(grounds)) == 2, "one is unlike the others"
    links = page.locator(".st-key-pages a").evaluate_all(f"(all) => all.map({_GROUND})")
    assert len(set(links)) == 2
    switch = page.locator(".st-key-comparable label > div").first
    thumb = switch.locator("div")
    assert len({canvas, switch.evaluate(_GROUND), thumb.evaluate(_GROUND)}) == 2, "on, on its own ground"
    on = switch.evaluate(_GROUND)
    page.get_by_text("Chỉ hiện số liệu so sánh được", exact=True).click()
    expect(page.get_by_role("switch").first).not_to_be_checked()
    assert switch.evaluate(_GROUND) != on
    assert thumb.evaluate(_GROUND) != switch.evaluate(_GROUND)
    assert switch.evaluate("(node) => getComputedStyle(node).outlineStyle") == "solid"


def test_a_phone_begins_with_a_chart_and_folds_what_is_not_in_use(phone: Page, dashboard_url: str) -> None:
    visit(phone, f"{dashboard_url}/?theme=organisation")
    head = card(phone, "Đảng viên").get_by_role("heading").bounding_box()
    assert head
    assert head["y"] < 640
    switch = phone.get_by_role("switch", name="Chỉ hiện số liệu so sánh được")
    expect(switch).to_be_hidden()
    phone.get_by_text("Lọc thêm, sắp xếp").click()
    expect(phone.get_by_role("textbox", name="Tìm chỉ tiêu")).to_be_visible()
    phone.get_by_text("Chỉ hiện số liệu so sánh được", exact=True).click()
    phone.get_by_text("Lọc thêm, sắp xếp").click()
    expect(switch).to_be_checked()  # in use, so it stays in sight
    expect(phone.get_by_text("Chỉ hiện số liệu so sánh được", exact=True)).to_be_visible()
    phone.get_by_text("Cách xem nguồn và lưu biểu đồ").click()
    expect(phone.get_by_text("Hiện có").last).to_be_visible()
    phone.locator(".ds-more").first.click()
    assert phone.evaluate(_LOW) == []


def test_nothing_bars_anyone_from_a_row_s_card_and_a_chart_s_dialog(page: Page, dashboard_url: str) -> None:
    visit(page, f"{dashboard_url}/?places=ben-tre,dong-nai&theme=organisation")
    for wide, scheme in LOOKS:
        in_colours(page, scheme)
        page.set_viewport_size({"width": wide, "height": 844})
        for button, opened in ((".ds-mark", ".ds-facts"), (".ds-more", ".ds-options")):
            page.locator(button).first.click()
            expect(page.locator(opened)).to_be_visible()
            assert not grave(page, opened), (opened, scheme, wide)
            page.keyboard.press("Escape")


def test_tab_walks_the_compare_page_from_top_to_bottom_and_shows_where_it_is(page: Page, dashboard_url: str) -> None:
    visit(page, f"{dashboard_url}/?places=ben-tre,dong-nai&theme=context")
    walked = []
    for _ in range(60):
        page.keyboard.press("Tab")
        at = page.evaluate(_FOCUS)
        if not at[0]:
            break
        walked.append(at)
    names = [name for name, _ in walked]
    wanted = ["So sánh", "Phương pháp", "Tiếng Việt", "Bỏ Tỉnh Bến Tre", "Tìm chỉ tiêu", "Tổ chức và", "Chỉ hiện",
              "Lọc thêm", "ds-all", "ds-mark", "ds-png", "ds-more", "ds-opener", "ds-link"]  # fmt: skip
    places = [next((at for at, name in enumerate(names) if one in name), None) for one in wanted]
    assert None not in places, (names, places)
    assert places == sorted(places, key=lambda at: at or 0), (names, places)
    unseen = [name for name, seen in walked if not seen]
    assert not unseen


def test_a_choice_of_one_or_two_ends_the_search(page: Page, dashboard_url: str) -> None:
    arrive(page, f"{dashboard_url}/pair")
    box = page.get_by_role("combobox", name="Hai số liệu")
    for words in ("dang vien ben tre", "dang vien dong nai"):
        box.fill(words)
        page.get_by_role("option").first.click()
        expect(box).to_have_value("")
        expect(box).to_have_attribute("aria-expanded", "false")
    expect(page.locator(".ds-pair .side")).to_have_count(2)


def test_a_server_that_is_gone_is_told_in_the_page_s_language(contexts: Contexts, tmp_path: Path) -> None:
    port = free_port()
    arguments = ["dashboard", "serve", "--port", str(port), "--root", str(few_articles())]
    told = {
        f"http://127.0.0.1:{port}/method?lang=vi": ("Mất kết nối", "Máy chủ không trả lời."),
        f"http://localhost:{port}/method?lang=en": (
            "Connection lost",
            "The program on this machine has stopped.",
            "make run",
        ),
    }
    with contexts().new_page() as one, contexts().new_page() as other:  # not under watch: their console is full
        pages = (one, other)
        with serving(arguments, port=port, folder=tmp_path):
            for page, address in zip(pages, told, strict=True):
                page.goto(address)
                settle(page)
        for page, address in zip(pages, told, strict=True):
            for words in told[address]:
                expect(page.get_by_role("dialog")).to_contain_text(words)
            expect(page.get_by_role("dialog")).not_to_contain_text("Streamlit", ignore_case=True)
