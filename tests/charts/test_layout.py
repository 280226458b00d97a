"""Bars as long as their values, words inside their columns, rows one below the other."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Any

import plotly.graph_objects as go
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.charts.canvas import STYLES, PlotSpec, safe
from dashboard.charts.dimensions import Dimensions
from dashboard.charts.layout import Body, Layout
from dashboard.charts.layout import layout_of as laid_out
from dashboard.charts.palette import LIGHT, PALETTES
from dashboard.charts.view import ALL, View
from dashboard.language.hedges import Hedge
from dashboard.language.words import LANGUAGES, Language, word
from dashboard.records.dataset import Dataset
from dashboard.records.models.chart import Form
from dashboard.records.models.figure import Blank
from dashboard.web.board.cards import NARROW, WIDE
from tests import world as made_up
from tests.charts.boxes import outside, overlaps, plain, position, words
from tests.world import EVERYTHING, asked_for, chart, figure, planned, real, real_plans, real_scorecards, sayer, world

EXPORT = Dimensions(1112, 44, 1.4, 30)  # as image.py makes them
SIZES = (NARROW, WIDE, EXPORT)
ONE_SCALE = View(theme=ALL, one_scale=True)
LONG = "Thị trấn Nông trường Việt Trung Hoà Hiệp Nghĩa"


@dataclass(frozen=True)
class Bar:
    """One bar: of which figure, how it looks, from where to where on an axis with which end."""

    name: str
    style: str
    start: float
    end: float
    axis: str
    maximum: float

    @property
    def length(self) -> float:
        return self.end - self.start


def drawn(dataset: Dataset, measures: Dimensions, **more: Any) -> Layout:
    """One of its charts with a row for each place."""
    made = made_up.drawn(dataset, measures, **more)
    assert isinstance(made, Layout)
    return made


def figure_of(drawing: Body) -> PlotSpec:
    """What plotly gets, as high as its last row."""
    last = drawing.boxes[-1]
    return drawing.canvas.figure(last.top + last.height + 10)


def bars(drawing: Layout) -> list[Bar]:
    made = figure_of(drawing)
    return [
        Bar(name, trace["meta"][1], base, base + x, trace["xaxis"],
            made["layout"][trace["xaxis"].replace("x", "xaxis")]["range"][1])
        for trace in made["data"] if trace["type"] == "bar"
        for name, base, x in zip(trace["ids"], trace["base"], trace["x"], strict=True)
    ]  # fmt: skip


def texts(drawing: Layout) -> list[str]:
    return [plain(one["text"]).strip() for one in drawing.canvas.annotations]


def one_bar(drawing: Layout, style: str = "solid") -> Bar:
    (bar,) = (bar for bar in bars(drawing) if bar.style == style)
    return bar


def shares(**of: Any) -> Layout:
    """A share axis with one figure, and a zero that it is set against."""
    articles = {"p.an": [figure("poor", base="all", **of)], "p.di": [figure("poor", 0, base="all")]}
    return drawn(world(articles, chart(Form.BARS, "poor")), WIDE)


def first_bar(drawing: Layout, style: str = "solid") -> Bar:
    """The bar of the first row."""
    return next(bar for bar in bars(drawing) if bar.style == style)


# --- how long a bar is


@pytest.mark.parametrize("measures", SIZES, ids=["narrow", "wide", "export"])
def test_a_bar_is_as_long_as_its_value_and_the_longest_fills_the_axis(measures: Dimensions) -> None:
    articles = {id: [figure("members", value)] for id, value in (("p.an", 3549), ("p.di", 7397), ("p.duc", 0))}
    found = {bar.name: bar for bar in bars(drawn(world(articles, chart(Form.BARS, "members")), measures))}
    assert {name: (bar.start, bar.end, bar.maximum) for name, bar in found.items()} == {
        "p.an/members": (0, 3549, 7397), "p.di/members": (0, 7397, 7397), "p.duc/members": (0, 0, 7397)}  # fmt: skip


def test_each_level_has_an_axis_of_its_own() -> None:
    articles = {id: [figure("members", value)] for id, value in
                (("p", 55610), ("q", 40000), ("p.an", 3549), ("p.di", 7397))}  # fmt: skip
    found = bars(drawn(world(articles, chart(Form.BARS, "members")), WIDE))
    assert {(bar.axis, bar.maximum) for bar in found} == {("x2", 55610), ("x3", 7397)}


def test_shares_end_at_one_hundred_and_stand_on_a_track() -> None:
    drawing = shares(value=51)
    assert first_bar(drawing) == Bar("p.an/poor", "solid", 0, 51, "x2", 100)
    assert first_bar(drawing, "track") == Bar("p.an/poor:track", "track", 0, 100, "x2", 100)


def test_a_count_of_a_total_is_drawn_as_its_share() -> None:
    articles = {id: [figure("graduates", n, out_of=160, base="all")] for id, n in (("p.an", 40), ("p.di", 80))}
    drawing = drawn(world(articles, chart(Form.BARS, "graduates")), WIDE)
    assert first_bar(drawing) == Bar("p.an/graduates", "solid", 0, 25, "x2", 100)
    assert "40/160 [1]" in " ".join(texts(drawing))
    assert "tính ra 25,0%" in " ".join(texts(drawing))


def test_a_count_without_a_total_keeps_its_neighbours_from_being_drawn_as_shares() -> None:
    articles = {"p.an": [figure("graduates", 40, out_of=160, base="all")], "p.di": [figure("graduates", 8, base="all")]}
    found = bars(drawn(world(articles, chart(Form.BARS, "graduates")), WIDE))
    assert {(bar.end, bar.maximum) for bar in found} == {(40, 40), (8, 40)}


def test_what_exceeds_its_plan_ends_beyond_the_line_of_one_hundred() -> None:
    articles = {"p.an": [figure("attained", 121.8)], "p.di": [figure("attained", 101)]}
    drawing = drawn(world(articles, chart(Form.BARS, "attained")), WIDE)
    assert {(bar.end, bar.maximum) for bar in bars(drawing) if bar.style == "solid"} == {(121.8, 121.8), (101, 121.8)}
    upright = [shape for shape in drawing.canvas.shapes if shape["xref"] == "x2"]
    assert [(shape["x0"], shape["x1"]) for shape in upright] == [(100, 100)]
    first, last = drawing.boxes[0], drawing.boxes[-1]
    assert (upright[0]["y0"], upright[0]["y1"]) == (first.top, last.top + last.height)


def test_plans_attained_have_one_scale_on_all_panels_of_a_chart() -> None:
    articles = {
        id: [figure("attained", attained), figure("poor", 9, base="all")]
        for id, attained in (("p", 121.8), ("q", 90), ("p.an", 101), ("p.di", 90))
    }
    found = bars(drawn(world(articles, chart(Form.BARS, "attained", "poor")), WIDE))
    assert {(bar.end, bar.maximum) for bar in found if bar.style == "solid"} == {
        (121.8, 121.8), (101, 121.8), (90, 121.8), (9, 100)}  # fmt: skip


def test_a_plan_not_attained_has_the_line_at_the_end() -> None:
    articles = {"p.an": [figure("attained", 80)], "p.di": [figure("attained", 70)]}
    drawing = drawn(world(articles, chart(Form.BARS, "attained")), WIDE)
    assert {bar.maximum for bar in bars(drawing)} == {100}


def test_a_single_absolute_value_is_a_number_and_no_bar() -> None:
    drawing = drawn(world({"p": [figure("members", 55610)], "p.an": [figure("members", 430)]},
                          chart(Form.BARS, "members")), WIDE)  # fmt: skip
    assert bars(drawing) == []
    assert {"55.610 đảng viên [1]", "430 đảng viên [2]"} <= set(texts(drawing))
    sizes = {plain(one["text"]): one["font"]["size"] for one in drawing.canvas.annotations}
    assert sizes["430 đảng viên [2]"] > sizes["Huyện An LãoBến Tre · 2019"]


@pytest.mark.parametrize("one_scale", [False, True], ids=["", "one scale"])
def test_a_single_share_is_a_number_too_beside_others_that_it_may_not_be_compared_with(one_scale: bool) -> None:
    """Bars on equal tracks would be compared, whatever the words say: two schemes, two unknown bases, two levels."""
    rated = {"p.an": ["old", "new"], "p": ["old"]}
    articles = {
        id: [figure("good", 90 - n, base="all", scheme=scheme, key=scheme) for n, scheme in enumerate(schemes)]
        for id, schemes in rated.items()
    }
    articles |= {id: [figure("poor", n, base="not_stated")] for id, n in (("p.di", 9), ("p.duc", 8))}
    articles |= {"q": [figure("attained", 121.8)], "q.ha": [figure("graduates", 40, out_of=170, base="not_stated")]}
    one = chart(Form.BARS, "good", "poor", "attained", "graduates")
    drawing = drawn(world(articles, one), WIDE, view=replace(EVERYTHING, one_scale=one_scale))
    assert len(drawing.plan.panels) == 7
    assert bars(drawing) == []
    said = " ".join(texts(drawing))
    assert all(number in said for number in ("90%", "89%", "9%", "8%", "121,8%", "40/170 người"))
    assert drawing.say.verdict(drawing.plan, one_scale) == word("apart_panels", "vi")
    assert drawing.say.legend(drawing.plan, drawing.styles) == [], "no bar, no line of 100%"


def test_figures_of_one_panel_keep_their_bars_beside_panels_that_have_none() -> None:
    articles = {id: [figure("good", 90, base="all", scheme="old")] for id in ("p.an", "p.di")}
    articles |= {"p.duc": [figure("good", 95, base="all", scheme="new")]}
    found = bars(drawn(world(articles, chart(Form.BARS, "good")), WIDE))
    assert {bar.name for bar in found if bar.style == "solid"} == {"p.an/good", "p.di/good"}


def test_a_number_that_was_computed_says_so_where_no_hollow_bar_does() -> None:
    drawing = drawn(world({"p.an": [figure("members", 9), figure("units", 2)]}, chart(Form.BARS, "each")), WIDE)
    assert "4,5 đảng viên / tổ chức [1]số tính ra" in texts(drawing)


def test_before_and_after_are_two_dots_on_an_axis_of_both() -> None:
    drawing = drawn(world({"p.an": [figure("hamlets", 154, before=162)]}, chart(Form.CHANGE, "hamlets")), WIDE)
    (dots,) = (trace for trace in figure_of(drawing)["data"] if trace.get("mode") == "lines+markers")
    assert (dots["x"], dots["ids"]) == ([162, 154], ["p.an/hamlets:before", "p.an/hamlets"])
    assert dots["marker"]["color"] == ["$paper", "$bar"]
    assert drawing.scales.maximum(drawing.plan.panels[0]) == 162
    assert "162 → 154 [1]tính ra −8" in texts(drawing)


def test_bars_of_what_has_a_value_before_end_at_what_is_drawn() -> None:
    articles = {"p.an": [figure("hamlets", 154, before=162)], "p.di": [figure("hamlets", 153)]}
    assert {bar.maximum for bar in bars(drawn(world(articles, chart(Form.BARS, "hamlets")), WIDE))} == {154}


def test_nothing_but_zeros_makes_no_axis_of_nothing() -> None:
    articles = {"p.an": [figure("members", 0)], "p.di": [figure("members", 0)]}
    assert {(bar.end, bar.maximum) for bar in bars(drawn(world(articles, chart(Form.BARS, "members")), WIDE))} == {
        (0, 1)
    }


# --- one scale for all levels


LEVELS = {"p": [figure("members", 55610)], "p.an": [figure("members", 7397)], "q.ha.lam": [figure("members", 430)]}


def test_on_one_scale_all_levels_have_bars_on_axes_with_one_end() -> None:
    drawing = drawn(world(LEVELS, chart(Form.BARS, "members")), WIDE, view=ONE_SCALE)
    found = {bar.name.split("/")[0]: bar for bar in bars(drawing)}
    assert {place: bar.end for place, bar in found.items()} == {"p": 55610, "p.an": 7397, "q.ha.lam": 430}
    assert {bar.maximum for bar in found.values()} == {55610}
    assert len({bar.axis for bar in found.values()}) == 3


def test_on_one_scale_wholes_with_parts_have_one_end_too() -> None:
    articles = {"p": [figure("units", 686), figure("cells", 399)], "p.an": [figure("units", 48)]}
    drawing = drawn(world(articles, chart(Form.STACKED, "units", "cells")), WIDE, view=ONE_SCALE)
    assert {bar.maximum for bar in bars(drawing)} == {686}


def test_on_one_scale_other_things_keep_their_own() -> None:
    articles = {id: [figure("members", 9 * n), figure("hamlets", n)] for n, id in enumerate(("p", "p.an", "p.di"), 1)}
    drawing = drawn(world(articles, chart(Form.BARS, "members", "hamlets")), WIDE, view=ONE_SCALE)
    ends = {(bar.name.split("/")[1], bar.maximum) for bar in bars(drawing)}
    assert ends == {("members", 27), ("hamlets", 3)}


def test_on_one_scale_only_levels_share_one() -> None:
    """Before and after the break of 2025 no length may be compared, on one scale either."""
    articles = {"p": [figure("members", 90)], "q": [figure("members", 9, as_of="2025-08-01")]}
    drawing = drawn(world(articles, chart(Form.BARS, "members")), WIDE, view=ONE_SCALE)
    assert len(drawing.plan.panels) == 2
    assert bars(drawing) == []
    assert drawing.say.verdict(drawing.plan, True) == word("apart_panels", "vi")


def test_what_has_no_level_beside_it_gets_no_bar_on_one_scale_either() -> None:
    """Three bars of one length for 235, 938 and 154 would lie."""
    articles = {"p.an": [figure("members", 235), figure("hamlets", 938), figure("cut", 154)]}
    drawing = drawn(world(articles, chart(Form.BARS, "members", "hamlets", "cut")), WIDE, view=ONE_SCALE)
    assert bars(drawing) == []


def test_a_share_of_a_total_is_on_no_scale_of_counts() -> None:
    articles = {
        "p": [figure("graduates", 900, out_of=1000, base="all")],
        "q": [figure("graduates", 500, out_of=1000, base="all")],
        "p.an": [figure("graduates", 3, base="all")],
        "p.di": [figure("graduates", 4, base="all")],
    }
    found = bars(drawn(world(articles, chart(Form.BARS, "graduates")), WIDE, view=ONE_SCALE))
    assert {(bar.end, bar.maximum) for bar in found if bar.style == "solid"} == {(90, 100), (50, 100), (3, 4), (4, 4)}


# --- what is not exact


@pytest.mark.parametrize("hedge", Hedge)
@pytest.mark.parametrize("value", [90.0, 100.0, 0.5])
def test_a_hedge_stripes_the_end_where_the_truth_may_lie(hedge: Hedge, value: float) -> None:
    drawing = shares(value=value, hedge=hedge)
    solid, hedged = first_bar(drawing), [bar for bar in bars(drawing) if bar.style == "hedge"]
    ends = {solid.end, *(end for bar in hedged for end in (bar.start, bar.end))}
    assert solid.start == 0
    assert max(ends) <= solid.maximum == 100
    if hedge in (Hedge.OVER, Hedge.AT_LEAST):
        assert solid.end == value
        assert [bar.start for bar in hedged] == ([value] if value < 100 else [])
    elif hedge is Hedge.ABOUT:
        assert solid.end < value
        assert [bar.start for bar in hedged] == [solid.end]
        assert hedged[0].end > value or value == 100
    else:
        assert [(bar.start, bar.end) for bar in hedged] == [(solid.end, value)]
        assert 0 < solid.end < value


@pytest.mark.parametrize("hedge", [Hedge.OVER, Hedge.AT_LEAST, Hedge.ABOUT])
def test_the_longest_bar_has_room_for_its_striped_end(hedge: Hedge) -> None:
    articles = {"p.an": [figure("members", 900, hedge=hedge)], "p.di": [figure("members", 500)]}
    for measures in SIZES:
        drawing = drawn(world(articles, chart(Form.BARS, "members")), measures)
        striped = one_bar(drawing, "hedge")
        assert 900 < striped.end <= striped.maximum
        assert {bar.maximum for bar in bars(drawing)} == {striped.maximum}
        (said,) = (one for one in drawing.canvas.annotations if "900" in one["text"])
        assert said["x"] == striped.end, "the number stands after the stripes, not on them"


def test_an_attainment_above_its_plan_has_room_for_its_striped_end() -> None:
    articles = {"p.an": [figure("attained", 120, hedge="over")], "p.di": [figure("attained", 90)]}
    drawing = drawn(world(articles, chart(Form.BARS, "attained")), WIDE)
    assert 120 < one_bar(drawing, "hedge").end <= first_bar(drawing).maximum


def test_an_exact_number_has_no_stripes() -> None:
    assert "hedge" not in shares(value=90).styles


def test_what_was_computed_is_hollow() -> None:
    articles = {id: [figure("members", 9), figure("units", n)] for n, id in enumerate(("p.an", "p.di"), 2)}
    drawing = drawn(world(articles, chart(Form.BARS, "each")), WIDE)
    assert drawing.styles == {"computed"}
    assert STYLES["computed"]["color"] == "$paper"
    assert STYLES["computed"]["line"]["width"] > 0


# --- parts of a whole


def test_a_key_without_a_bar_is_not_in_the_legend() -> None:
    units = chart(Form.STACKED, "units", "committees", "cells")
    for printed, keys in (
        ([figure("units", 48), figure("committees", 30), figure("cells", 18)], 2),
        ([figure("units", 48), figure("cells", 18)], 2),  # cells, and the rest
        ([figure("units", 48)], 0),
    ):
        articles = {"p.an": printed, "p.di": [figure("units", 9)]}
        drawing = drawn(world(articles, units), EXPORT)
        boxes = [shape for shape in drawing.canvas.shapes if shape["type"] == "rect"]
        assert len(boxes) == keys


def test_a_figure_of_an_excerpt_is_marked_and_the_mark_explained() -> None:
    articles = {"p.an": [figure("members", 48)], "p.di": [figure("members", 9)]}
    for form in (Form.BARS, Form.SCORECARD):
        dataset = world(articles, chart(form, "members"), excerpts=["p.di"])
        drawing = made_up.drawn(dataset, EXPORT)
        found = [text for one in words(drawing.canvas.figure(999), 1200) for text in one.lines if "[" in text]
        assert sorted(re.findall(r"\[\d\]\*?", " ".join(found))) == ["[1]", "[2]*"]
        said = sayer(dataset).legend(planned(dataset), set())
        assert word("legend_excerpt", "vi") in said
    assert word("legend_excerpt", "vi") not in sayer(whole := world(articles, chart(Form.BARS, "members"))).legend(
        planned(whole), set()
    )


def stacked(*figures: Any) -> Layout:
    return drawn(world({"p.an": list(figures)}, chart(Form.STACKED, "units", "committees", "cells")), WIDE)


def test_parts_follow_each_other_and_make_the_whole() -> None:
    drawing = stacked(figure("units", 48), figure("committees", 30), figure("cells", 18))
    assert [(bar.name, bar.style, bar.start, bar.end) for bar in bars(drawing)] == [
        ("p.an/committees", "solid", 0, 30), ("p.an/cells", "part2", 30, 48)]  # fmt: skip
    assert {"30", "18", "48 [1]"} <= set(texts(drawing))
    assert "Phần còn lại, bài không nêu loại" not in texts(drawing)


def test_what_parts_leave_is_drawn_as_the_rest() -> None:
    drawing = stacked(figure("units", 11), figure("cells", 6))
    found = {bar.style: bar for bar in bars(drawing)}
    assert (found["part2"].start, found["part2"].end) == (0, 6)
    assert (found["track"].start, found["track"].end) == (6, 11)
    assert sum(bar.length for bar in found.values()) == 11 == found["track"].maximum
    assert "Phần còn lại, bài không nêu loại" in texts(drawing)


def test_a_whole_that_is_not_split_is_hatched() -> None:
    articles = {"p.an": [figure("units", 41)], "p.di": [figure("units", 48), figure("cells", 24)]}
    drawing = drawn(world(articles, chart(Form.STACKED, "units", "committees", "cells")), WIDE)
    hatched = one_bar(drawing, "unsplit")
    assert (hatched.name, hatched.start, hatched.end) == ("p.an/units", 0, 41)
    assert "pattern" in STYLES["unsplit"]


def test_parts_of_a_hedged_whole_never_make_a_bar_that_runs_backwards() -> None:
    drawing = stacked(figure("units", 40, hedge="over"), figure("committees", 24), figure("cells", 24))
    assert all(bar.length > 0 for bar in bars(drawing))
    assert max(bar.end for bar in bars(drawing)) == 48 <= bars(drawing)[0].maximum
    (said,) = (one for one in drawing.canvas.annotations if "40" in one["text"])
    assert said["x"] == 48


def test_parts_without_their_whole_are_not_called_unsplit() -> None:
    drawing = stacked(figure("cells", 24))
    assert "unsplit" not in drawing.styles
    assert any(text.startswith("24 ") for text in texts(drawing))


def test_a_number_stands_inside_its_part_only_where_it_has_room() -> None:
    drawing = stacked(figure("units", 1000), figure("committees", 1), figure("cells", 999))
    assert "999" in texts(drawing)
    assert "1" not in texts(drawing)


# --- blanks


def test_a_blank_is_a_dotted_line_with_the_reason_and_no_bar() -> None:
    articles = {"p.an": [figure("members", 9)], "p.di": [figure("members", 8)], "p.duc": [figure("money", 1)]}
    drawing = drawn(world(articles, chart(Form.BARS, "members")), WIDE, view=View(theme=ALL, places=tuple(articles)))
    assert {bar.name for bar in bars(drawing)} == {"p.an/members", "p.di/members"}
    box = drawing.boxes[-1]
    assert box.row.locality == "p.duc"
    (dotted,) = (shape for shape in drawing.canvas.shapes if shape["line"].get("dash") == "dot")
    assert (dotted["x0"], dotted["x1"]) == (0, 0)
    assert box.top <= dotted["y0"] < dotted["y1"] <= box.top + box.height
    (said,) = (one for one in drawing.canvas.annotations if "không nêu" in one["text"])
    assert said["text"] == "<i>Bài báo không nêu</i>"
    assert said["y"] == box.top + box.height / 2


def test_a_zero_that_was_printed_is_a_number_and_no_blank() -> None:
    drawing = drawn(world({"p.an": [figure("members", 0)]}, chart(Form.BARS, "members")), WIDE)
    assert "0 đảng viên [1]" in texts(drawing)
    assert not [shape for shape in drawing.canvas.shapes if shape["line"].get("dash")]


# --- where everything stands


NASTY = """<b>Bến</b> & "Tre" $bar <script>alert(1)</script> &lt; 'x'"""


@cache
def wordy(form: Form) -> Dataset:
    """A chart with names, values and reasons as long as they get."""
    blank = Blank(indicator="members", printed="tăng lên rất nhiều so với nhiệm kỳ trước và khá đều ở các nơi")
    articles = {
        "p": [figure("members", 55610), figure("units", 686), figure("committees", 287), figure("cells", 399)],
        "p.an": [figure("members", 7397, hedge="nearly"), figure("units", 48), figure("hamlets", 154, before=1162),
                 figure("money", 1_234_500_000, hedge="nearly"),
                 figure("graduates", 437, out_of=614, base="all")],
        "p.aan": [figure("members", 3549, hedge="at_least", as_of="2015/2020"), figure("units", 41, as_of="2012"),
                  figure("graduates", 9223, out_of=9226, base="all", hedge="at_least")],
        "p.di": [figure("own", grade="not_completed", scheme="new"), figure("poor", 96.85, base="all", hedge="about")],
        "p.an.xa": [figure("members", 430), figure("money", 1_000_000_000, hedge="nearly")],
        "p.an.long": [figure("own", grade="completed_or_better", scheme="new")],
        "q.ha.lam": [figure("poor", 1)],
        "p/later": [figure("members", 6789, as_of="2024-03-28", hedge="at_least"), figure("units", 944, as_of="2024"),
                    figure("members", 7000, "p.an", as_of="2025-12-31", hedge="over")],
    }  # fmt: skip
    own = {
        Form.STACKED: ["units", "committees", "cells"],
        Form.CHANGE: ["hamlets"],
        Form.TIME: ["members", "hamlets"],
    }
    everything = ["members", "each", "own", "poor", "money", "hamlets", "graduates"]
    what = own.get(form, everything + ["good"] * form.in_cells)
    names = {"p.an": LONG, "p.aan": "X" * 60, "p.an.xa": f"{LONG} {LONG}", "p": LONG}
    return world(articles, chart(form, *what), blanks={"p.an.long": [blank]}, names=names)


@cache
def all_drawings(measures: Dimensions) -> list[tuple[str, Body]]:
    """Ours and the wordy ones, in both languages, on scales of their own and on one."""
    found = []
    for language in LANGUAGES:
        say = sayer(real(), language)
        for one_scale in (False, True):
            for plan in (*real_plans(), *real_scorecards()):
                made = laid_out(plan, say, measures, one_scale=one_scale)
                made.draw(0)
                found.append((f"{plan.chart.id} {language} {one_scale}", made))
            view = asked_for(ONE_SCALE if one_scale else EVERYTHING)
            for form in Form:
                wordy_one = made_up.drawn(wordy(form), measures, view=view, language=language)
                found.append((f"{form} {language} {one_scale}", wordy_one))
    return found


def bar_drawings(measures: Dimensions) -> list[tuple[str, Layout]]:
    """Those that have a row for each place."""
    return [(name, made) for name, made in all_drawings(measures) if isinstance(made, Layout)]


@pytest.mark.parametrize("measures", SIZES, ids=["narrow", "wide", "export"])
def test_no_words_leave_the_sheet_or_lie_on_others(measures: Dimensions) -> None:
    wide = measures.inner + 2 * measures.pad
    for name, drawing in all_drawings(measures):
        made = figure_of(drawing)
        found = words(made, wide)
        left = [f"{one.text}: {one.left:.0f} to {one.right:.0f} of {wide:.0f}" for one in outside(found, wide, 1e6)]
        assert left == [], name
        assert overlaps(found) == [], name


@pytest.mark.parametrize("measures", SIZES, ids=["narrow", "wide", "export"])
def test_labels_stay_in_their_column(measures: Dimensions) -> None:
    wide = measures.inner + 2 * measures.pad
    for name, drawing in bar_drawings(measures):
        made = figure_of(drawing)
        edge = made["layout"]["margin"]["l"]
        labels = [one for one, placed in zip(words(made, wide), made["layout"]["annotations"], strict=True)
                  if placed["xanchor"] == "right" and placed["xref"] == "paper" and placed["x"] == 0]  # fmt: skip
        distributions = sum(1 for panel in drawing.plan.panels if panel.spread)
        assert len(labels) == len(drawing.boxes) + distributions, name
        assert all(one.left >= measures.pad - 0.01 and one.right <= edge for one in labels), name


@pytest.mark.parametrize("measures", SIZES, ids=["narrow", "wide", "export"])
def test_rows_stand_in_order_and_hold_their_words(measures: Dimensions) -> None:
    wide = measures.inner + 2 * measures.pad
    for name, drawing in bar_drawings(measures):
        assert [box.row for box in drawing.boxes] == [row for panel in drawing.plan.panels for row in panel.rows], name
        assert all(a.top + a.height <= b.top + 0.01 for a, b in pairwise(drawing.boxes)), name
        found = words(figure_of(drawing), wide)
        for box in drawing.boxes:
            middle = box.top + box.height / 2
            inside = [one for one in found if abs((one.top + one.bottom) / 2 - middle) < 0.01]
            assert len(inside) >= 2, name
            assert all(box.top <= one.top and one.bottom <= box.top + box.height for one in inside), name


def test_bars_end_before_the_words_that_follow_them() -> None:
    for measures in SIZES:
        wide = measures.inner + 2 * measures.pad
        for name, drawing in bar_drawings(measures):
            made = figure_of(drawing)
            ends: dict[float, float] = {}
            for trace in made["data"]:
                if trace["type"] == "bar":
                    for y, base, x in zip(trace["y"], trace["base"], trace["x"], strict=True):
                        ends[y] = max(ends.get(y, 0), position(made, wide, trace["xaxis"], base + x))
            for one, placed in zip(words(made, wide), made["layout"]["annotations"], strict=True):
                if placed["xref"] != "paper" and placed["xanchor"] == "left":
                    assert one.left >= ends.get(placed["y"], 0), (name, one.text)


def test_a_wider_sheet_stretches_the_bars_and_nothing_else() -> None:
    drawing = drawn(wordy(Form.BARS), NARROW)
    made = figure_of(drawing)
    narrow, wide = words(made, 290), words(made, 800)
    assert overlaps(wide) == []
    assert outside(wide, 800, 1e6) == []
    for before, after in zip(narrow, wide, strict=True):
        assert after.top == before.top
        assert after.right - after.left == pytest.approx(before.right - before.left)
    assert position(made, 800, "paper", 1) - position(made, 290, "paper", 1) == 510


# --- what plotly and the browser get


def painted(value: Any, palette: dict[str, str]) -> Any:
    """A copy with the colours of a palette, as drawing.js makes it."""
    if isinstance(value, str):
        return re.sub(r"\$([a-z]+[0-9]?)", lambda match: palette.get(match[1], match[0]), value)
    if isinstance(value, list):
        return [painted(item, palette) for item in value]
    if isinstance(value, dict):
        return {key: painted(item, palette) for key, item in value.items()}
    return value


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_plotly_accepts_what_is_drawn_in_either_palette(palette: dict[str, str]) -> None:
    for form in Form:
        made = painted(figure_of(made_up.drawn(wordy(form), WIDE, view=ONE_SCALE)), palette)
        assert "$" not in json.dumps(made)
        go.Figure(made)


def test_plotly_accepts_our_charts() -> None:
    say = sayer(real())
    for plan in real_plans():
        drawing = Layout(plan, say, WIDE)
        go.Figure(painted(drawing.canvas.figure(drawing.draw(0)), LIGHT))


def test_text_of_the_data_is_neither_markup_nor_a_colour() -> None:
    blank = Blank(indicator="members", printed=NASTY)
    dataset = world(
        {"p.an": [figure("members", 5)], "p.di": [figure("money", 5)]},
        chart(Form.BARS, "members"),
        names={"p.an": NASTY},
        blanks={"p.di": [blank]},
    )
    for measures in SIZES:
        drawing = drawn(dataset, measures)
        markup = "".join(one["text"] for one in painted(drawing.canvas.annotations, LIGHT))
        assert set(re.findall("<[^>]*>", markup)) <= {"<b>", "</b>", "<i>", "</i>", "<br>", "</span>",
                                                      *re.findall(r"<span style=\"[^\"]*\">", markup)}  # fmt: skip
        assert LIGHT["bar"] not in markup
        read = re.sub(r"\s", "", plain(markup))
        assert read.count(re.sub(r"\s", "", NASTY)) == 2


@given(st.text(max_size=40))
def test_safe_text_reads_as_it_was(text: str) -> None:
    assert not set(safe(text)) & set("<>$\"'")
    assert plain(safe(text)) == text.replace("\N{NO-BREAK SPACE}", " ")
    assert painted(safe(text), LIGHT) == safe(text)


# --- any data


NAMES = st.text(st.sampled_from("aăâđêôơưạảãáàế bcmnTHQ"), min_size=1, max_size=40).filter(str.strip)
ROWS = st.tuples(NAMES, st.integers(0, 10**7), st.sampled_from([None, *Hedge]), st.sampled_from(["2019", "2015/2020"]))


@settings(max_examples=40, deadline=None)
@given(st.lists(ROWS, min_size=1, max_size=4), st.sampled_from(SIZES), st.sampled_from(LANGUAGES), st.booleans())
def test_any_names_and_values_have_room(
    rows: list[tuple[str, int, Hedge | None, str]], measures: Dimensions, language: Language, one_scale: bool
) -> None:
    places = ("p", "p.an", "p.di", "p.an.xa")
    articles = {place: [figure("members", value, hedge=hedge, as_of=date)]
                for place, (_, value, hedge, date) in zip(places, rows, strict=False)}  # fmt: skip
    names = dict(zip(places, (row[0] for row in rows), strict=False))
    dataset = world(articles, chart(Form.BARS, "members"), names=names)
    drawing = drawn(dataset, measures, view=View(theme=ALL, one_scale=one_scale), language=language)
    made, wide = figure_of(drawing), measures.inner + 2 * measures.pad
    assert overlaps(words(made, wide)) == []
    assert outside(words(made, wide), wide, 1e6) == []
    for bar in bars(drawing):
        assert 0 <= bar.start <= bar.end <= bar.maximum
