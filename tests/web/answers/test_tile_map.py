"""The map has a tile for each of today's provinces and both archipelagos; it tells and leads to what lies there."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.figures.province_tally import ProvinceTally
from dashboard.language.words import LANGUAGES, Language
from dashboard.web.answers import tile_map as module
from dashboard.web.answers.tile_map import cells, tile_map
from tests.figures.test_province_tally import TODAY
from tests.records.test_localities import UNITS

SEA = {"da-nang-2025.hoang-sa", "khanh-hoa-2025.truong-sa"}
LAM_DONG = {"lam-dong": 1200, "lam-dong.da-lat": 34}
TILE = re.compile(r'<li style="grid-area: (\d+) / (\d+)"><a class="([^"]+)" data-go href="([^"]+)" title="([^"]+)" '
                  r'aria-label="([^"]+)">([^<]+)</a></li>')  # fmt: skip


def drawn(language: Language = "vi", unassigned: dict[str, int] | None = None, **figures: dict[str, int]) -> str:
    provinces = {id: figures.get(id.replace("-", "_"), {}) for id in TODAY}
    return tile_map(ProvinceTally(provinces, unassigned or {}), UNITS, language, lambda id: f"?lang=en&places={id}")


def told(html: str) -> dict[str, tuple[str, str, str]]:
    """Of each tile by its name: how it is drawn, where it leads, what it tells."""
    found = TILE.findall(html)
    assert all(title == label for *_, title, label, _ in found)
    return {name: (kind, unescape(href), unescape(title)) for _, _, kind, href, title, _, name in found}


def test_every_province_of_today_and_both_archipelagos_have_one_tile_and_no_two_share_a_cell() -> None:
    named = [id for id in module._DRAWN.split() if id != "."]
    assert sorted(named) == sorted([*TODAY, *SEA])
    found = cells(TODAY)
    assert len(set(found.values())) == len(found) == len(named)
    assert {column for _, column in found.values()} == set(range(1, 8))  # the style sheet has as many
    assert not [id for id in named if UNITS[id].until]


def test_a_province_that_is_not_drawn_stands_below_and_is_not_lost() -> None:
    found = cells([*TODAY, "new", "newer"])
    lowest = max(found[id] for id in TODAY)[0]
    assert (found["new"], found["newer"]) == ((lowest + 1, 1), (lowest + 1, 2))


def test_a_tile_says_how_many_figures_there_are_and_leads_to_them() -> None:
    tiles = told(drawn(lam_dong_2025=LAM_DONG, hue={"hue": 1}))
    assert tiles["Lâm Đồng"] == ("ds-map-4", "?lang=en&places=lam-dong-2025", "Lâm Đồng: 1.234 số liệu về 2 nơi")
    assert tiles["Huế"][0] == "ds-map-1"
    assert tiles["Cà Mau"] == ("ds-map-0", "?lang=en&places=ca-mau-2025", "Cà Mau: chưa có số liệu")
    assert told(drawn("en", hue={"hue": 1}))["Huế"][2] == "Huế: 1 figure on 1 place"


def test_the_archipelagos_are_at_sea_and_count_as_their_provinces() -> None:
    tiles = told(drawn(da_nang_2025={"quang-nam": 5}, hue={"hue": 100}))
    assert tiles["Hoàng Sa"] == ("ds-map-2 ds-map-sea", "?lang=en&places=da-nang-2025",
                                 "Đặc khu Hoàng Sa (Đà Nẵng). Đà Nẵng: 5 số liệu về 1 nơi")  # fmt: skip
    assert tiles["Trường Sa"][:2] == ("ds-map-0 ds-map-sea", "?lang=en&places=khanh-hoa-2025")


def test_figures_in_no_province_are_told_below_the_map() -> None:
    assert "<p>Chưa rõ nay thuộc tỉnh nào: 3 số liệu về 2 nơi</p>" in drawn(unassigned={"a": 1, "b": 2})
    assert drawn().count("<p>") == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_legend_names_every_shade(language: Language) -> None:
    html = drawn(language, lam_dong_2025={"lam-dong": 12000})
    said = re.findall(r'<i class="ds-map-(\d)"></i>([^<]+)<', html)
    assert said == [("0", "0"), ("1", "1–9"), ("2", "10–99"), ("3", "100–999"),
                    ("4", {"vi": "1.000+", "en": "1,000+"}[language])]  # fmt: skip
    assert re.findall(r'<i class="ds-map-(\d)"></i>([^<]+)<', drawn(language)) == [("0", "0")]


@given(st.integers(1, 10**7))
def test_the_shades_begin_at_one_and_the_fullest_province_has_the_darkest(most: int) -> None:
    starts = module._starts(most)
    assert starts[0] == 1
    assert starts[-1] <= most
    assert starts == sorted(set(starts))
    assert 1 <= len(starts) <= 4


def test_names_and_addresses_are_escaped() -> None:
    html = tile_map(ProvinceTally({"hue": {}}, {}), UNITS, "vi", lambda id: f'"><script>{id}')
    assert "<script>" not in html
