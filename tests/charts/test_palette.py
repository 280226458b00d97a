"""The colours keep the contrasts that WCAG 2.2 asks for (1.4.3, 1.4.11), and stay apart for the colour-blind."""

from __future__ import annotations

from itertools import combinations
from math import dist
from typing import Final

import pytest

from dashboard.charts.palette import DARK, LIGHT, PALETTES, Palette

# How linear RGB is seen without one kind of cone: Machado, Oliveira and Fernandes, "A physiologically-based model for
# simulation of color vision deficiency", IEEE TVCG 15(6), 2009, severity 1.0.
SIGHT: Final[dict[str, tuple[tuple[float, float, float], ...]]] = {
    "full": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
_XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
_WHITE = (0.95047, 1.0, 1.08883)

# What stands for different things in one chart: the parts of a whole and its rest; words of caution among words.
PLACES = tuple(f"p{number}" for number in range(1, 7))  # each stands beside its name: hue may tell them apart
APART = (*combinations(("bar", "bar2", "bar3", "track"), 2), ("caution", "ink"), ("caution", "muted"))


def lab(colour: str, sight: str) -> tuple[float, float, float]:
    """CIELAB (D65) of an sRGB colour as somebody sees it."""

    def linear(part: str) -> float:
        share = int(part, 16) / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    def curve(share: float) -> float:
        return share ** (1 / 3) if share > 216 / 24389 else (24389 / 27 * share + 16) / 116

    light = [linear(colour[at : at + 2]) for at in (1, 3, 5)]
    seen = [min(1, max(0, sum(a * b for a, b in zip(row, light, strict=True)))) for row in SIGHT[sight]]
    x, y, z = (
        curve(sum(a * b for a, b in zip(row, seen, strict=True)) / white)
        for row, white in zip(_XYZ, _WHITE, strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def luminance(colour: str) -> float:
    def linear(part: str) -> float:
        share = int(part, 16) / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(colour[at : at + 2]) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_words_are_read_on_cards_and_on_the_page(palette: Palette) -> None:
    for words in ("ink", "muted", "faint", "accent", "caution", "action", "ok", "never"):
        for ground in ("paper", "page"):
            assert contrast(palette[words], palette[ground]) >= 4.5, (words, ground)


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_bars_and_outlines_stand_out_from_the_card(palette: Palette) -> None:
    for shape in ("bar", "bar2", "field", *PLACES):
        assert contrast(palette[shape], palette["paper"]) >= 3, shape


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
@pytest.mark.parametrize("sight", SIGHT)
def test_what_differs_is_told_apart_by_everyone(palette: Palette, sight: str) -> None:
    for row in SIGHT[sight]:
        assert sum(row) == pytest.approx(1, abs=1e-5)  # grey stays grey
    for one, other in APART:
        seen, full = (dist(lab(palette[one], eyes), lab(palette[other], eyes)) for eyes in (sight, "full"))
        assert seen >= 9, (one, other, seen)  # four times what is just noticeable (2.3)
        assert seen >= full / 2, f"{one} and {other} differ by hue alone"


def test_both_palettes_name_the_same_colours() -> None:
    assert LIGHT.keys() == DARK.keys()
