"""A scorecard too high for a page leaves as several pictures, and none of its figures is lost or doubled."""

from __future__ import annotations

from collections import Counter

import pytest

from dashboard.charts import image
from dashboard.charts.parts import parts
from dashboard.charts.sizes import SIZES, WIDE, Size
from dashboard.models import BlankKind, Form
from dashboard.words import LANGUAGES, Language
from tests.world import chart, figure, planned, real, real_plans, real_scorecards, sayer, world

VERSION = "0123abcd-2026-11-22"
EVERYTHING = real_scorecards()[-1]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_each_part_fits_an_a4_page_and_all_of_them_hold_the_whole(size: Size, language: Language) -> None:
    say = sayer(real(), language)
    found = parts(EVERYTHING, say, VERSION, size)
    assert len(found) > 1
    for part in found:
        made = image.picture(part, say, VERSION, size)
        assert made["layout"]["height"] <= max(size.width * 297 / 210, size.least) + 1
    rows = [Counter(id(row) for plan in plans for panel in plan.panels for row in panel.rows)
            for plans in (found, [EVERYTHING])]  # fmt: skip
    assert rows[0] == rows[1]


def test_the_themes_follow_each_other_and_the_titles_tell_them_with_their_number() -> None:
    found = parts(EVERYTHING, sayer(real()), VERSION, WIDE)
    themes = [list(dict.fromkeys(panel.indicator.theme for panel in part.panels if panel.indicator)) for part in found]
    order = [list(real().themes).index(theme) for part in themes for theme in part]
    assert order == sorted(order)
    for part, inside in zip(found, themes, strict=True):
        assert all(real().themes[theme].name.vi.lower() in part.chart.title.vi for theme in inside)
    assert found[0].chart.title.vi == f"Bảng tổng hợp: tổ chức và đảng viên (1/{len(found)})"
    assert found[0].chart.title.en == f"Scorecard: organisations and members (1/{len(found)})"


def test_reasons_go_with_the_lines_that_they_are_about() -> None:
    found = parts(EVERYTHING, sayer(real()), VERSION, WIDE)
    assert {why for part in found for why, _ in part.absent} == {why for why, _ in EVERYTHING.absent}
    for part in found:
        reasons = {row.absent.why for panel in part.panels for row in panel.rows if row.absent}
        assert {one.why for one, _ in part.absent if one.kind is BlankKind.REFUSED} <= reasons


def test_other_charts_and_small_scorecards_stay_whole() -> None:
    for plan in real_plans():
        assert parts(plan, sayer(real()), VERSION, WIDE) == [plan]
    small = world({"p.an": [figure("members", 5)]}, chart(Form.SCORECARD, "members", blanks=False))
    assert parts(planned(small), sayer(small), VERSION, WIDE) == [planned(small)]
