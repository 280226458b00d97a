"""The locality picker in a real browser, on a small page of its own (apps/picker_app.py)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from dashboard.language.vietnamese import INVISIBLE, look_alikes, search_key
from dashboard.records.places import full_label
from dashboard.web.components.picker import _Memory, settle
from tests.browser.conftest import ServeApp
from tests.browser.pages import Watch
from tests.browser.pages import settle as rest
from tests.browser.test_everyone import Scheme
from tests.world import REPOSITORY, real

WARD = "Phường Hà Lầm (Hạ Long)"
DISTRICT = "Huyện Quảng Ninh (Quảng Bình)"
PROVINCE = "Tỉnh Quảng Ninh"
CITY = "Thành phố Ninh Bình (Ninh Bình)"
KNOWN = frozenset("abc")


@pytest.fixture(scope="session")
def app(serve_app: ServeApp) -> str:
    return serve_app(Path(__file__).parent / "apps" / "picker_app.py")


@pytest.fixture
def searched(lasting: tuple[Page, Watch], app: str) -> Iterator[Page]:
    """The page for those who only search and choose nothing; opened once, its box empty."""
    page, watch = lasting
    box = page.get_by_role("combobox") if page.url.startswith(app) else visit(page, app)
    box.fill("")
    watch.found.clear()
    yield page
    watch.report()


def visit(page: Page, address: str) -> Locator:
    page.goto(address)
    rest(page)
    box = page.get_by_role("combobox")
    expect(box).to_be_visible()
    return box


def names(page: Page) -> list[str]:
    return page.locator("[role=option] .name").all_inner_texts()


def expect_chosen(page: Page, ids: str, runs: int) -> None:
    """What Python holds, and in how many runs of the script it came about."""
    expect(page.get_by_text(f"chosen: {ids}.", exact=True)).to_be_visible()
    rest(page)
    expect(page.get_by_text(f"runs: {runs}.", exact=True)).to_be_visible()


def expect_chips(page: Page, *labels: str) -> None:
    expect(page.locator(".chips li span")).to_have_text(list(labels))


# --- finding


def test_typing_with_or_without_accents_finds_the_district_and_the_province(searched: Page) -> None:
    box = searched.get_by_role("combobox")
    for query in ("quang ninh", "Quảng Ninh", "QUANG NINH", "quảng ninh", "quangninh"):
        box.fill(query)
        found = names(searched)
        assert found[0] == DISTRICT, "the whole name first, and what has figures before what has none"
        assert {PROVINCE, DISTRICT, WARD} <= set(found), query
        box.fill("")


def test_a_found_province_offers_what_lies_in_it_indented_beneath_it(searched: Page) -> None:
    searched.get_by_role("combobox").fill("quang ninh")
    assert names(searched) == [DISTRICT, PROVINCE, "Thành phố Hạ Long (Quảng Ninh)", WARD]
    edges = [row.bounding_box()["x"] for row in searched.locator("[role=option] .name").all()]  # type: ignore[index]
    assert edges[0] == edges[1] < edges[2] < edges[3]


def test_every_word_may_be_of_the_name_the_type_or_the_parent(searched: Page) -> None:
    box = searched.get_by_role("combobox")
    for query, first in {
        "huyen cho moi": "Huyện Chợ Mới (Bắc Kạn)",
        "cho moi bac kan": "Huyện Chợ Mới (Bắc Kạn)",
        "yên": "Huyện Yên Lạc (Vĩnh Phúc)",
        "dai": "Huyện Bình Đại (Bến Tre)",
        "ha lam quang ninh": WARD,
    }.items():
        box.fill(query)
        assert names(searched)[0] == first, query


def test_types_and_names_are_found_in_full_and_by_initials_in_either_language(searched: Page) -> None:
    box = searched.get_by_role("combobox")
    for query, taken in {
        "tp ninh binh": CITY,
        "t.p. Ninh Bình": CITY,
        "thành phố ninh bình": CITY,
        "ninh binh city": CITY,
        "ninh binh": CITY,  # beneath its province, which has no figures
        "tp": CITY,
        "TP.HCM": "Thành phố Hồ Chí Minh",
        "tphcm": "Thành phố Hồ Chí Minh",
        "q10": "Quận 10 (TP Hồ Chí Minh)",
        "p14": "Phường 14 (Quận 10, TP Hồ Chí Minh)",
        "p.14 q.10": "Phường 14 (Quận 10, TP Hồ Chí Minh)",
        "h. quang ninh": DISTRICT,
        "quang ninh province": PROVINCE,
        "\u00d0ồng Nai": "Tỉnh Đồng Nai",  # an Icelandic letter of the same look
    }.items():
        box.fill(query)
        assert searched.locator("[role=option].active .name").inner_text() == taken, query
        assert box.get_attribute("aria-activedescendant")


def test_the_browser_folds_every_name_as_python_does(page: Page) -> None:
    dataset = real()
    typed = [place.name for place in dataset.localities.values()]
    typed += [full_label(id, dataset, language) for id in dataset.localities for language in ("vi", "en")]
    typed += [unicodedata.normalize("NFD", name) for name in typed] + list(look_alikes()[0])
    typed += ["\u00d0ồng\u200b Nai", "ÐăkÐoa", "ＨÀ ＮỘI", "ẮẰẲẴẶ ỰƯƠỠ Ỵ"]
    script = (REPOSITORY / "dashboard/web/frontend/picker.js").read_text("utf-8")
    found = page.evaluate(
        """async ([script, letters, invisible, typed]) => {
            const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
            const { fold, folding } = await import(url);
            return typed.map((text) => fold(text, folding(letters, invisible)));
        }""",
        [script, look_alikes(), INVISIBLE.pattern, typed],
    )
    assert found == [search_key(text) for text in typed]


def test_a_query_that_finds_nothing_says_so_and_announces_it(searched: Page) -> None:
    box = searched.get_by_role("combobox")
    box.fill("Sài Gòn <b>")
    expect(searched.locator(".note")).to_have_text("Không tìm thấy “Sài Gòn <b>”")
    expect(searched.get_by_role("status").first).to_have_text("Không tìm thấy “Sài Gòn <b>”")
    expect(box).to_have_attribute("aria-expanded", "false")
    box.fill("ninh")
    expect(searched.get_by_role("status").first).to_have_text("6 địa phương")


# --- choosing


def test_the_keyboard_alone_finds_chooses_and_removes(page: Page, app: str) -> None:
    box = visit(page, app)
    box.focus()
    expect(page.get_by_role("listbox")).to_be_hidden()
    page.keyboard.type("quang ninh")
    active = page.locator("[role=option].active")
    expect(active).to_contain_text(DISTRICT)
    assert box.get_attribute("aria-activedescendant") == active.get_attribute("id")
    page.keyboard.press("Enter")
    expect_chosen(page, "quang-binh.quang-ninh", runs=2)
    expect(page.get_by_role("listbox")).to_be_hidden()  # it would cover the charts
    expect(box).to_have_value("")
    expect(box).to_be_focused()
    page.keyboard.type("quang ninh")
    expect(page.locator("[role=option][aria-selected=true]")).to_have_count(1)
    page.keyboard.press("End")
    expect(active).to_contain_text(WARD)
    page.keyboard.press("Enter")
    expect_chosen(page, "quang-binh.quang-ninh, quang-ninh.ha-long.ha-lam", runs=3)
    page.keyboard.type("x")
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(box).to_have_value("")
    page.keyboard.press("Backspace")
    expect_chosen(page, "quang-binh.quang-ninh", runs=4)
    page.keyboard.press("Shift+Tab")  # what is chosen stands before the field
    expect(page.get_by_role("button", name=f"Bỏ {DISTRICT}")).to_be_focused()
    page.keyboard.press("Enter")
    expect_chosen(page, "nothing", runs=5)
    expect(box).to_be_focused()


def test_the_letters_typed_are_not_taken_for_shortcuts(page: Page, app: str) -> None:
    box = visit(page, app)
    box.focus()
    page.keyboard.type("rc")
    page.keyboard.press("Backspace")
    page.keyboard.press("Backspace")
    page.get_by_role("button", name="only rerun").click()
    expect_chosen(page, "nothing", runs=2)
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_chips_are_removed_one_by_one_or_all_at_once(page: Page, app: str) -> None:
    visit(page, f"{app}/?places=ben-tre,bac-kan.cho-moi,vinh-phuc.yen-lac")
    expect_chips(page, "Tỉnh Bến Tre", "Huyện Chợ Mới (Bắc Kạn)", "Huyện Yên Lạc (Vĩnh Phúc)")
    page.get_by_role("button", name="Bỏ Huyện Chợ Mới (Bắc Kạn)").click()
    expect_chosen(page, "ben-tre, vinh-phuc.yen-lac", runs=2)
    page.get_by_role("button", name="Bỏ chọn tất cả").click()
    expect_chosen(page, "nothing", runs=3)
    expect_chips(page)


def test_what_lies_in_a_chosen_place_is_added_at_one_click(page: Page, app: str) -> None:
    visit(page, app).fill("bentre")
    page.get_by_role("option", name="Tỉnh Bến Tre").click()
    page.get_by_role("button", name="Thêm tất cả 7 nơi thuộc tỉnh Bến Tre").click()
    expect_chosen(page, ", ".join(["ben-tre", *(f"ben-tre.{number}" for number in range(7))]), runs=3)
    expect(page.get_by_role("button", name="Thêm")).to_have_count(0)


def test_only_the_places_with_figures_of_their_own_are_offered(page: Page, app: str) -> None:
    visit(page, f"{app}/?places=quang-ninh")
    page.get_by_role("button", name=f"Thêm {WARD}, thuộc {PROVINCE}").click()
    expect_chosen(page, "quang-ninh, quang-ninh.ha-long.ha-lam", runs=2)


# --- the browser and Python


def test_the_browser_follows_python_and_nothing_reruns_by_itself(page: Page, app: str) -> None:
    box = visit(page, f"{app}/?places=vinh-phuc.yen-lac,nonsense")
    expect_chips(page, "Huyện Yên Lạc (Vĩnh Phúc)")
    box.fill("cho moi")
    page.keyboard.press("Enter")
    expect_chosen(page, "vinh-phuc.yen-lac, bac-kan.cho-moi", runs=2)
    page.get_by_role("button", name="only rerun").click()
    expect_chosen(page, "vinh-phuc.yen-lac, bac-kan.cho-moi", runs=3)
    expect_chips(page, "Huyện Yên Lạc (Vĩnh Phúc)", "Huyện Chợ Mới (Bắc Kạn)")
    page.get_by_role("button", name="Python: Bến Tre").click()
    expect_chosen(page, "ben-tre", runs=4)
    expect_chips(page, "Tỉnh Bến Tre")
    page.get_by_role("button", name="Python: nothing").click()
    expect_chosen(page, "nothing", runs=5)
    box.fill("cho moi")
    page.keyboard.press("Enter")
    expect_chosen(page, "bac-kan.cho-moi", runs=6)
    page.get_by_role("button", name="Python: nothing").click()
    expect_chips(page)
    expect_chosen(page, "nothing", runs=7)
    page.get_by_role("textbox", name="Chủ đề").fill("tổ chức")
    page.keyboard.press("Enter")
    expect_chosen(page, "nothing", runs=8)


def test_choices_faster_than_python_are_all_kept(page: Page, app: str) -> None:
    visit(page, app)
    page.evaluate(
        """() => {
            const picker = document.querySelector("[data-testid=stBidiComponentIsolated]").shadowRoot;
            const input = picker.querySelector("input"), key = { key: "Enter", bubbles: true };
            const first = ["tinh ben tre", "ba tri", "binh dai", "chau thanh"];
            for (const name of [...first, "cho lach", "giong trom", "mo cay", "thanh phu"]) {
                input.value = name;
                input.dispatchEvent(new Event("input"));
                input.dispatchEvent(new KeyboardEvent("keydown", key));
            }
        }"""
    )
    everything = ", ".join(["ben-tre", *(f"ben-tre.{number}" for number in range(7))])
    expect(page.get_by_text(f"chosen: {everything}.", exact=True)).to_be_visible()
    rest(page)
    expect(page.locator(".chips li")).to_have_count(8)


# --- what it looks like


def test_on_a_phone_everything_fits_and_can_be_touched(phone: Page, app: str) -> None:
    box = visit(phone, f"{app}/?places=ben-tre,quang-binh.quang-ninh")
    for target in phone.locator(".chips button, .offer, .clear, input[role=combobox]").all():
        assert target.bounding_box()["height"] >= 32  # type: ignore[index]
    box.tap()
    box.fill("quang ninh")
    popup = phone.locator(".popup").bounding_box()
    assert popup is not None
    assert 0 <= popup["x"] <= 390 - popup["width"]
    row = phone.get_by_role("option", name=WARD)
    assert row.bounding_box()["height"] >= 32  # type: ignore[index]
    row.tap()
    expect_chosen(phone, "ben-tre, quang-binh.quang-ninh, quang-ninh.ha-long.ha-lam", runs=2)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390


def test_in_the_sidebar_texts_and_edges_have_contrast_in_both_schemes_and_the_list_is_not_clipped(
    page: Page, app: str
) -> None:
    box = visit(page, f"{app}/?sidebar=1&places=quang-binh.quang-ninh")
    box.fill("ben tre")
    schemes: tuple[Scheme, ...] = ("light", "dark")
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme)
        expect(page.get_by_test_id("stApp")).to_have_css("color-scheme", scheme)
        for text in [".name", ".detail", ".chips span", ".clear", ".offer"]:
            assert page.locator(text).first.evaluate(CONTRAST, "color") >= 4.5, (scheme, text)
        edges = {".box": "borderTopColor", ".popup": "borderTopColor", ".active": "outlineColor"}
        for edge, property_ in edges.items():
            assert page.locator(edge).evaluate(CONTRAST, property_) >= 3, (scheme, edge)
    assert page.locator(".popup").bounding_box()["width"] >= 350  # type: ignore[index]
    page.get_by_role("option", name="Huyện Ba Tri").click()  # clicks only what is uncovered
    expect_chosen(page, "quang-binh.quang-ninh, ben-tre.0", runs=2)


def test_all_words_come_from_python(page: Page, app: str) -> None:
    visit(page, f"{app}/?lang=en&places=ben-tre,bac-kan.cho-moi")
    expect(page.get_by_role("combobox", name="Localities")).to_be_visible()
    page.get_by_role("button", name="Add all 7 places in Tỉnh Bến Tre").click()
    page.get_by_role("button", name="Clear selection").click()
    expect_chosen(page, "nothing", runs=3)


# --- size


def test_three_thousand_places_are_searched_while_typing(page: Page, app: str) -> None:
    received: list[int] = []
    page.on(
        "websocket",
        lambda socket: socket.on("framereceived", lambda frame: received.append(len(frame))),
    )
    box = visit(page, f"{app}/?many=1")
    box.click()
    assert len(names(page)) == 34, "the provinces; what lies in them would not fit"
    expect(page.locator(".note")).to_have_text("còn 3.287 nơi nữa, hãy gõ thêm để thu hẹp")
    for query in ["q", "qu", "quang", "quảng", "xa quang binh", "yen lac 3", "z"]:
        spent = box.evaluate(
            """(box, query) => {
                const before = performance.now();
                box.value = query;
                box.dispatchEvent(new Event("input"));
                box.getBoundingClientRect();
                return performance.now() - before;
            }""",
            query,
        )
        assert len(names(page)) <= 50
        print(f"{query!r}: {len(names(page))} rows in {spent:.0f} ms")  # noqa: T201 - varies by machine
    box.fill("quang")
    assert page.locator("[role=option][style*='depth: 1']").count() >= 3, "what lies in the provinces found"
    first_load = sum(received)
    page.keyboard.press("Enter")
    expect(page.locator(".chips li")).to_have_count(1)
    expect(page.get_by_text("runs: 2.", exact=True)).to_be_visible()
    rest(page)
    assert sum(received) - first_load < 50_000, "the options are not sent again"


# --- the rule behind it, without a browser


def test_a_change_in_the_browser_counts_in_the_run_it_triggers() -> None:
    memory = _Memory()
    assert settle(memory, ["a"], KNOWN, controlled=False) == ["a"]
    first = memory.revision
    memory.event = (["a", "b"], first)
    assert settle(memory, ["a"], KNOWN, controlled=False) == ["a", "b"]
    assert settle(memory, ["a", "b"], KNOWN, controlled=False) == ["a", "b"]
    assert memory.revision == first, "nothing for the browser to do"
    assert settle(memory, ["a"], KNOWN, controlled=False) == ["a"]
    assert memory.revision != first
    assert memory.command == ["a"]


def test_a_change_made_under_an_older_command_is_given_back_to_the_browser() -> None:
    memory = _Memory()
    settle(memory, ["a"], KNOWN, controlled=False)
    memory.event = (["b"], "older")
    before = memory.revision
    assert settle(memory, ["a"], KNOWN, controlled=False) == ["b"]
    assert memory.command == ["b"]
    assert memory.revision != before


def test_with_a_callback_the_caller_has_the_last_word() -> None:
    memory = _Memory()
    settle(memory, [], KNOWN, controlled=True)
    memory.event = (["a", "b", "c"], memory.revision)
    assert settle(memory, ["a", "b"], KNOWN, controlled=True) == ["a", "b"]
    assert memory.command == ["a", "b"]


def test_a_place_that_is_no_option_is_dropped() -> None:
    memory = _Memory()
    settle(memory, [], KNOWN, controlled=False)
    memory.event = (["a", "nonsense", "a"], memory.revision)
    assert settle(memory, [], KNOWN, controlled=False) == ["a"]
    assert memory.command == ["a"], "the browser is told"


# The contrast (WCAG 2.2) of a colour of the node with all the grounds behind it, painted over one another.
CONTRAST = """(node, property) => {
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const luminance = (colors) => {
        for (const color of colors) {
            canvas.fillStyle = color;
            canvas.fillRect(0, 0, 1, 1);
        }
        const [red, green, blue] = [...canvas.getImageData(0, 0, 1, 1).data].map((one) => one / 255)
            .map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const grounds = [];
    for (let at = node; at; at = at.parentElement ?? at.getRootNode().host)
        grounds.unshift(getComputedStyle(at).backgroundColor);
    const both = [luminance(grounds), luminance([...grounds, getComputedStyle(node)[property]])];
    return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
}"""
