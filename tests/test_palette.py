"""The colours keep the contrasts that WCAG 2.2 asks for (1.4.3, 1.4.11)."""

from __future__ import annotations

import pytest

from dashboard.palette import DARK, LIGHT, PALETTES, Palette


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
    for words in ("ink", "muted", "faint", "accent", "caution", "action"):
        for ground in ("paper", "page"):
            assert contrast(palette[words], palette[ground]) >= 4.5, (words, ground)


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_bars_and_outlines_stand_out_from_the_card(palette: Palette) -> None:
    for shape in ("bar", "bar2", "field"):
        assert contrast(palette[shape], palette["paper"]) >= 3, shape


def test_both_palettes_name_the_same_colours() -> None:
    assert LIGHT.keys() == DARK.keys()
