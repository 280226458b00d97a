"""The charts of the Compare page as a person uses them: filter, read, switch language, save. Its answers:
``test_answers``."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Download, Locator, Page, expect

from dashboard.charts.palette import LIGHT
from tests.browser.conftest import OpenPage
from tests.browser.pages import settle
from tests.browser.server import free_port, serving
from tests.few_articles import few_articles

INK, BAR, PAPER = (tuple(int(LIGHT[name][at : at + 2], 16) for at in (1, 3, 5)) for name in ("ink", "bar", "paper"))


def visit(page: Page, address: str, patience: float = 30_000) -> Locator:
    """Open an address of the dashboard; its board, once all charts are drawn, for which it waits so many ms."""
    page.goto(address)
    board = page.locator(".ds-board[data-state=drawn]")
    expect(board).to_be_visible(timeout=patience)
    settle(page)
    return board


def card(page: Page, title: str) -> Locator:
    return page.locator(".ds-card").filter(has=page.get_by_role("heading", name=title, exact=True))


def titles(page: Page) -> list[str]:
    return page.locator(".ds-title").all_inner_texts()


def place(page: Page, text: str) -> None:
    """Type into the picker of places and take the option whose label is asked for."""
    box = page.get_by_role("combobox", name="Địa phương")
    box.fill(text)


def saved(download: Download) -> bytes:
    return Path(download.path()).read_bytes()


def pixels(content: bytes) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(content)).convert("RGB")).astype(int)


def near(image: np.ndarray, colour: tuple[int, ...]) -> np.ndarray:
    return np.asarray((abs(image - colour) < 6).all(axis=2))


def bars(image: np.ndarray) -> list[int]:
    """Lengths in px of the bars in an image, from top to bottom."""
    rows = near(image, BAR).sum(axis=1)
    starts = (rows > 60) & (np.roll(rows, 1) <= 60)
    return [int(rows[at + 10]) for at in np.flatnonzero(starts)]


# --- what is on the screen


def test_the_first_view_sets_members_side_by_side_by_level(page: Page, dashboard_url: str) -> None:
    visit(page, f"{dashboard_url}/?theme=organisation")
    members = card(page, "Đảng viên")
    for words in ("Cấp tỉnh", "Cấp huyện", "Cấp xã", "55.610", "7.397", "3.549", "430", "Huyện Quảng Ninh"):
        expect(members.locator("svg").get_by_text(words).first).to_be_attached()


def test_all_themes_together_show_every_chart(page: Page, dashboard_url: str) -> None:
    visit(page, f"{dashboard_url}/?theme=all", patience=90_000)  # forty charts and a scorecard, on a busy machine
    assert len(titles(page)) > 20
    assert {"Đảng viên", "Xếp loại đảng viên", "Tinh giản: số đã giảm", "Bảng tổng hợp"} <= set(titles(page))


def test_typing_without_accents_finds_district_and_province_told_apart(page: Page, dashboard_url: str) -> None:
    visit(page, f"{dashboard_url}/?theme=organisation")
    place(page, "quang ninh")
    options = page.get_by_role("option")
    expect(options.filter(has_text="Huyện Quảng Ninh (Quảng Bình)").first).to_be_visible()
    expect(options.filter(has_text="Tỉnh Quảng Ninh").first).to_be_visible()
    place(page, "Quảng Ninh")
    expect(options.filter(has_text="Huyện Quảng Ninh (Quảng Bình)").first).to_be_visible()
    options.filter(has_text="Huyện Quảng Ninh (Quảng Bình)").first.click()
    expect(page).to_have_url(re.compile("places=quang-binh.quang-ninh"))
    expect(card(page, "Đảng viên").locator("svg").get_by_text("55.610")).to_have_count(0)
    expect(page.locator(".ds-card svg").get_by_text("7.397").first).to_be_attached()  # alone, so a row of a table


def test_a_row_tells_its_phrase_article_and_paragraph(page: Page, dashboard_url: str) -> None:
    visit(page, f"{dashboard_url}/?theme=organisation")
    row = card(page, "Đảng viên").get_by_role(
        "button", name=re.compile("Huyện Quảng Ninh .Quảng Bình.: 7.397 đảng viên")
    )
    row.hover()
    tip = page.locator(".ds-facts")
    for words in ("7.397 đảng viên", "Báo Quảng Bình", "18/10/2019", "12"):
        expect(tip).to_contain_text(words)
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    row.focus()
    expect(tip).to_contain_text("7.397 đảng viên")


def test_sorting_by_value_moves_rows_within_a_panel(page: Page, dashboard_url: str) -> None:
    def rows() -> list[str]:
        labels = card(page, "Đảng viên").locator(".ds-mark").evaluate_all("all => all.map(e => e.ariaLabel)")
        return [label.split(":")[0] for label in labels]

    chosen = "places=ben-tre,quang-binh.quang-ninh,bac-kan.cho-moi"
    visit(page, f"{dashboard_url}/?{chosen}&theme=organisation")
    assert rows() == [
        "Huyện Chợ Mới (Bắc Kạn)",
        "Huyện Quảng Ninh (Quảng Bình)",
    ]
    visit(page, f"{dashboard_url}/?{chosen}&sort=value")
    assert rows() == ["Huyện Quảng Ninh (Quảng Bình)", "Huyện Chợ Mới (Bắc Kạn)"]


def test_one_scale_draws_levels_in_true_proportion(page: Page, dashboard_url: str) -> None:
    visit(page, f"{dashboard_url}/?scale=one&places=ben-tre,quang-binh.quang-ninh,bac-kan.cho-moi")
    lengths = card(page, "Đảng viên").locator(".bars path").evaluate_all("all => all.map(e => e.getBBox().width)")
    province, *districts = [length for length in lengths if length]
    assert districts[1] / province == pytest.approx(7397 / 55610, abs=0.01)


# --- address and language


def test_the_switch_of_languages_keeps_the_view(page: Page, dashboard_url: str) -> None:
    visit(page, f"{dashboard_url}/?places=ben-tre,bac-kan.cho-moi&theme=staff")
    before = len(titles(page))
    expect(page.locator(".ds-count")).to_be_empty()
    page.get_by_text("English", exact=True).click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(card(page, "Nothing of the same kind to compare with yet")).to_be_visible()
    expect(page).to_have_url(re.compile("lang=en"))
    expect(page).to_have_url(re.compile("places=ben-tre"))
    assert len(titles(page)) == before
    expect(page.locator(".ds-count[aria-live=polite]")).to_have_text(f"{before} charts shown")
    expect(
        card(page, "Nothing of the same kind to compare with yet").locator("svg").get_by_text("1,091")
    ).to_be_attached()


def test_a_link_opens_the_same_view_in_either_language(page: Page, dashboard_url: str) -> None:
    visit(page, f"{dashboard_url}/?theme=streamlining&places=vinh-phuc.yen-lac")
    vietnamese = page.locator(".ds-card").evaluate_all("all => all.map(e => e.dataset.card)")
    visit(page, f"{dashboard_url}/?theme=streamlining&places=vinh-phuc.yen-lac&lang=en")
    assert page.locator(".ds-card").evaluate_all("all => all.map(e => e.dataset.card)") == vietnamese


def test_a_choice_with_nothing_in_it_says_what_to_do(page: Page, dashboard_url: str) -> None:
    page.goto(f"{dashboard_url}/?theme=context&places=quang-binh.quang-ninh")
    alert = page.locator("[data-testid=stAlert]")
    expect(alert).to_contain_text("khớp với: Bối cảnh địa phương; Huyện Quảng Ninh (Quảng Bình).", timeout=30_000)
    page.get_by_role("button", name="Mọi chủ đề").click()
    expect(alert).to_have_count(0)
    expect(page.locator(".ds-card").first).to_be_visible()


# --- what is saved


def test_the_png_holds_header_bars_in_proportion_and_footer(open_page: OpenPage, dashboard_url: str) -> None:
    page = open_page(color_scheme="dark")  # and it is light all the same
    visit(page, f"{dashboard_url}/?places=bac-kan.cho-moi,quang-binh.quang-ninh&theme=organisation")
    with page.expect_download() as download:
        card(page, "Đảng viên").get_by_role("button", name="PNG").click()
    assert download.value.suggested_filename == "doisanh_party-members_cho-moi-quang-ninh_2019-2023_vi.png"
    image = pixels(saved(download.value))
    height, width, _ = image.shape
    assert width == 2400
    assert height >= 1350
    assert near(image[:60], PAPER).mean() > 0.99
    smaller, larger = bars(image)
    assert smaller / larger == pytest.approx(3549 / 7397, abs=0.005)
    assert near(image[60:160], INK).any(), "a title at the top"
    rows = np.flatnonzero((image.sum(axis=2) < 600).any(axis=1))
    assert rows.max() > height - 130, "a footer at the bottom"


def test_the_zip_holds_every_chart_on_the_page(page: Page, dashboard_url: str) -> None:
    visit(page, f"{dashboard_url}/?theme=ratings")
    with page.expect_download() as download:
        page.get_by_role("button", name="ZIP").click()
    assert download.value.suggested_filename.isascii()
    with zipfile.ZipFile(io.BytesIO(saved(download.value))) as archive:
        assert archive.testzip() is None
        *names, table, text, _bibtex, _ris, _csl = archive.namelist()
        charts = {re.sub(r"-\d+-of-\d+", "", name.split("_")[1]) for name in names}
        assert len([name for name in names if "scorecard-" in name]) > 1, "too high for one sheet"
        assert len(charts) == len(titles(page))
        assert all(name.isascii() and name.endswith(".png") for name in names)
        assert table.endswith(".csv")
        assert text.endswith(".txt")
        assert all(name in archive.read(text).decode() for name in names)
        assert all(pixels(archive.read(name)).shape[1] == 2400 for name in names)


# --- data that changes under a running dashboard


@pytest.fixture
def own(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """A dashboard on a copy of the data, and the copy."""
    for folder in ("data", "seeds"):
        shutil.copytree(few_articles() / folder, tmp_path / folder)
    port = free_port()
    arguments = ["dashboard", "serve", "--port", str(port), "--root", str(tmp_path)]
    with serving(arguments, port=port, folder=tmp_path_factory.mktemp("own")) as address:
        yield address, tmp_path


def test_an_edit_appears_and_a_broken_one_keeps_the_last_good(own: tuple[str, Path], page: Page) -> None:
    address, root = own
    file = root / "data/figures/bao-quang-binh-2019-10-18.yaml"
    text = file.read_text("utf-8")
    visit(page, f"{address}/?theme=organisation")
    file.write_text(text.replace("7397", "7398").replace("7.397", "7.398"), "utf-8")
    page.get_by_text("Xếp loại", exact=True).first.click()
    page.get_by_text("Tổ chức và đảng viên", exact=True).first.click()
    expect(card(page, "Đảng viên").locator("svg").get_by_text("7.398")).to_be_attached()
    file.write_text(text.replace("value: 7397", "value: 7.397"), "utf-8")
    page.get_by_text("Xếp loại", exact=True).first.click()
    faults = page.locator(".st-key-faults")
    expect(faults).to_contain_text("bao-quang-binh-2019-10-18.yaml")
    expect(faults).to_contain_text("7397")
    expect(card(page, "Xếp loại đảng viên")).to_be_visible()
    file.write_text(text, "utf-8")
    page.get_by_text("Tổ chức và đảng viên", exact=True).first.click()
    expect(faults).to_have_count(0)
    expect(page.locator(".ds-card svg").get_by_text("7.397").first).to_be_attached()  # alone, so a row of a table
