"""Where figures are: a map of today's provinces, a tile each, which leads to its places. Drawn by us; no borders."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from html import escape
from itertools import pairwise
from typing import Final

from dashboard.figures.province_tally import ProvinceTally
from dashboard.language.number_format import format_number
from dashboard.language.words import Language, word
from dashboard.records.unit_labels import full
from dashboard.records.units import Units

_DRAWN: Final = """
lai-chau   lao-cai-2025 tuyen-quang-2025 cao-bang         .                .                   .
dien-bien  son-la       phu-tho-2025     thai-nguyen-2025 lang-son         .                   .
.          .            ha-noi           bac-ninh-2025    quang-ninh       .                   .
.          .            ninh-binh-2025   hung-yen-2025    hai-phong-2025   .                   .
.          .            thanh-hoa        .                .                .                   .
.          .            nghe-an          ha-tinh          .                .                   da-nang-2025.hoang-sa
.          .            .                quang-tri-2025   hue              da-nang-2025        .
.          .            .                .                .                quang-ngai-2025     .
.          .            .                .                .                gia-lai-2025        .
.          .            .                .                .                dak-lak-2025        .
.          .            tay-ninh-2025    dong-nai-2025    lam-dong-2025    khanh-hoa-2025      .
.          an-giang-2025 dong-thap-2025  ho-chi-minh-2025 .                .                   .
.          can-tho-2025 vinh-long-2025   .                .                .                   khanh-hoa-2025.truong-sa
.          ca-mau-2025  .                .                .                .                   .
"""
"""The tiles by unit, seven in a row: who stand side by side here are neighbours there.

A unit inside a province is at sea, a tile of its own that counts as its province and leads to it: Hoàng Sa and Trường
Sa.
"""
_COLUMNS: Final = 7
_STEPS: Final = 4


def cells(provinces: Iterable[str]) -> dict[str, tuple[int, int]]:
    """Row and column of each tile, from 1, in reading order. A province that is not drawn stands below the map."""
    rows = [row.split() for row in _DRAWN.split("\n")[1:-1]]
    found = {id: (y, x) for y, row in enumerate(rows, 1) for x, id in enumerate(row, 1) if id != "."}
    left = [id for id in provinces if id not in found]
    return found | {id: (len(rows) + 1 + n // _COLUMNS, 1 + n % _COLUMNS) for n, id in enumerate(left)}


def tile_map(tally: ProvinceTally, units: Units, language: Language, href: Callable[[str], str]) -> str:
    """The map with its heading and legend, as HTML. ``href``: the address of the comparison of a province's places."""
    counts = {id: sum(places.values()) for id, places in tally.provinces.items()}
    starts = _starts(max(counts.values(), default=0))
    tiles = []
    for id, (row, column) in cells(counts).items():
        province, unit = id.partition(".")[0], units.get(id)
        if unit is None or province not in counts:
            continue
        said = _said(units[province].name, tally.provinces[province].values(), language)
        kind = f"ds-map-{sum(counts[province] >= start for start in starts)}"
        if id != province:
            said, kind = f"{full(unit, units, language)}. {said}", f"{kind} ds-map-sea"
        tiles.append(
            f'<li style="grid-area: {row} / {column}"><a class="{kind}" data-go href="{escape(href(province))}" '
            f'title="{escape(said)}" aria-label="{escape(said)}">{escape(unit.name)}</a></li>'
        )
    keys = [f'<span><i class="ds-map-{n}"></i>{said}</span>' for n, said in enumerate(_keys(starts, language))]
    heading, now = escape(word("map", language)), escape(word("map_provinces", language, n=len(counts)))
    rest = _said(word("map_unassigned", language), tally.unassigned.values(), language) if tally.unassigned else ""
    return (
        f'<section class="ds-map" aria-labelledby="ds-map"><h2 id="ds-map">{heading} <small>{now}</small></h2>'
        f"<ul>{''.join(tiles)}</ul><p>{escape(word('map_legend', language))} {''.join(keys)}</p>"
        f"{f'<p>{escape(rest)}</p>' if rest else ''}</section>"
    )


def _said(name: str, places: Iterable[int], language: Language) -> str:
    """What a tile tells: "Lâm Đồng: 141 số liệu về 33 nơi"."""
    places = list(places)
    if not places:
        return word("map_none", language, place=name)
    figures, many = (format_number(n, language) for n in (sum(places), len(places)))
    return word(
        "map_tile", language, place=name, figures=word("count_figures", language, n=figures),
        places=word("count_places", language, n=many),
    )  # fmt: skip


def _starts(most: int) -> list[int]:
    """The least number of figures of each shade but the empty one: 1, then round numbers, each about as many times the
    one before. Few provinces have very many figures: in steps of one size all others would be in the palest.
    """
    return sorted({int(float(f"{most ** (step / _STEPS):.0e}")) for step in range(_STEPS)}) if most else []


def _keys(starts: list[int], language: Language) -> Iterator[str]:
    """What each shade stands for: "0", "1–2", "3–9", "10–39", "40+"."""
    yield "0"
    for start, after in pairwise(starts):
        said = [format_number(start, language), format_number(after - 1, language)]
        yield "–".join(dict.fromkeys(said))
    yield from (f"{format_number(start, language)}+" for start in starts[-1:])
