"""The picture that leaves the page carries what it takes to read it: nothing cut, nothing on top of anything."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from typing import Any

import plotly.graph_objects as go
import pytest

from dashboard.charts import header, image
from dashboard.charts.canvas import PlotSpec
from dashboard.charts.dimensions import Dimensions
from dashboard.charts.layout import Layout
from dashboard.charts.palette import LIGHT
from dashboard.charts.picture_sizes import PAGE, PLAIN, SIZES, SQUARE, Size
from dashboard.charts.plan import Plan
from dashboard.charts.wording import Wording
from dashboard.figures.citation import published
from dashboard.language.words import LANGUAGES, Language, word
from dashboard.records.models.article import Reading
from dashboard.records.models.chart import Form
from dashboard.records.models.fields import Text
from tests.charts.boxes import Words, outside, overlaps, plain, words
from tests.world import chart, figure, planned, real, real_plans, sayer, world

TITLE = 34  # px
VERSION = "0123abcd-2026-11-22"
OURS = [(plan.chart.id, language) for plan in real_plans() for language in LANGUAGES]


def plan_of(chart: str) -> Plan:
    return next(plan for plan in real_plans() if plan.chart.id == chart)


@cache
def speaker(language: Language) -> Wording:
    return sayer(real(), language)


@cache
def picture(chart: str, language: Language, one_scale: bool = False, size: Size = PAGE) -> PlotSpec:
    """The export of one of our charts."""
    return image.picture(plan_of(chart), speaker(language), VERSION, size, one_scale=one_scale)


def read(made: PlotSpec) -> str:
    """All its words, each run of spaces one space."""
    return re.sub(
        r"\s+", " ", " ".join(plain(one["text"].replace("<br>", " ")) for one in made["layout"]["annotations"])
    )


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def footer(made: PlotSpec) -> float:
    """The y of the line above the footer: the last one across the sheet."""
    return float(max(shape["y0"] for shape in made["layout"]["shapes"] if shape["line"].get("color") == "$line"))


@pytest.mark.parametrize(("chart", "language"), OURS)
def test_it_says_what_it_is_and_where_all_of_it_is_from(chart: str, language: Language) -> None:
    made, plan, say = picture(chart, language), plan_of(chart), speaker(language)
    said = read(made)
    top, *_ = made["layout"]["annotations"]
    assert plain(top["text"]).split(" ")[0] in plan.chart.title[language]
    assert squeezed(plan.chart.title[language]) in said
    assert squeezed(plan.chart.counted[language][1:]) in said
    assert header.period(plan, say) in said
    sources = say.sources(plan)
    assert sources
    for source in sources:
        assert squeezed(f"{source.reference} {source.text}.") in said
        given = real().articles[source.article]
        assert given.outlet.value in source.text
        assert published(given, language) in source.text
        full = given.text.read is Reading.FULL
        assert re.search(r"(đoạn|para\.)\s\d", source.text) if full else source.reference.endswith("*")
    assert (word("legend_excerpt", language) in say.legend(plan, [])) == any(not source.whole for source in sources)
    for note in say.notes(plan):
        assert squeezed(note.rstrip(".")) in said
    assert squeezed(say.verdict(plan, False)) in said
    assert word("version", language, version=VERSION) in said
    assert "CC BY 4.0" in said


@pytest.mark.parametrize(("chart", "language"), OURS)
def test_every_number_beside_a_bar_is_that_of_a_source(chart: str, language: Language) -> None:
    made, plan = picture(chart, language), plan_of(chart)
    line = footer(made)
    beside = "".join(one["text"] for one in made["layout"]["annotations"] if one["y"] < line)
    numbers = {int(number) for number in re.findall(r"\[(\d+)\]", plain(beside))}
    printing = {source.number for source in speaker(language).sources(plan)}
    words_only = {row.article for panel in plan.panels for row in panel.rows if row.words}
    silent = {source.number for source in speaker(language).sources(plan) if source.article in words_only}
    assert numbers <= printing
    assert printing - numbers <= silent


@pytest.mark.parametrize("one_scale", [False, True], ids=["", "one scale"])
@pytest.mark.parametrize(("chart", "language"), OURS)
def test_nothing_is_cut_and_nothing_lies_on_anything(chart: str, language: Language, one_scale: bool) -> None:
    check(picture(chart, language, one_scale))


@pytest.mark.parametrize(("chart", "language"), OURS)
def test_nor_on_a_square(chart: str, language: Language) -> None:
    check(picture(chart, language, size=SQUARE), SQUARE)


@pytest.mark.parametrize(("chart", "language"), OURS)
def test_a_plain_one_is_the_chart_alone_and_no_higher_than_it(chart: str, language: Language) -> None:
    made, say = picture(chart, language, size=PLAIN), speaker(language)
    found = words(made, PLAIN.width)
    assert outside(found, PLAIN.width, made["layout"]["height"]) == []
    assert overlaps(found) == []
    said = read(made)
    for part in (word("version", language, version=VERSION), word("licence", language)):
        assert squeezed(part) not in said
    shown = [say.place(row) for panel in plan_of(chart).panels for row in panel.rows]
    assert all(squeezed(place).split(" ")[-1] in said for place in shown)
    assert made["layout"]["height"] - max(one.bottom for one in found) < 60


def check(made: PlotSpec, size: Size = PAGE) -> None:
    """Size, room and order of a picture."""
    layout = made["layout"]
    wide, high = layout["width"], layout["height"]
    assert wide == size.width
    assert high >= size.least
    found = words(made, wide)
    assert outside(found, wide, high) == []
    assert overlaps(found) == []
    assert all(one.left >= 43.9 and one.right <= wide - 43.9 for one in found), "a margin on both sides"
    line = footer(made)
    above, below = body_and_footer(found, line)
    assert max(one.bottom for one in above) <= line
    assert min(one.top for one in below) >= line
    for shape in layout["shapes"]:
        assert 0 <= min(shape["y0"], shape["y1"]) <= max(shape["y0"], shape["y1"]) <= max(line, 0)
    for trace in made["data"]:
        for y, thick in zip(trace["y"], trace.get("width", [14] * len(trace["y"])), strict=True):
            assert y - thick / 2 >= 0 or trace.get("mode") == "markers"
            assert y + thick / 2 <= line


def body_and_footer(found: list[Words], line: float) -> tuple[list[Words], list[Words]]:
    above = [one for one in found if (one.top + one.bottom) / 2 < line]
    return above, [one for one in found if one not in above]


def colours(value: Any, name: str = "") -> list[str]:
    """Every colour that a figure names."""
    if isinstance(value, dict):
        return [colour for key, item in value.items() for colour in colours(item, key)]
    if isinstance(value, list):
        return [colour for item in value for colour in colours(item, name)]
    return [value] if isinstance(value, str) and name.endswith("color") else []


@pytest.mark.parametrize("chart", [plan.chart.id for plan in real_plans()])
def test_every_colour_is_a_token_that_the_light_palette_has(chart: str) -> None:
    made = picture(chart, "vi")
    assert {colour.removeprefix("$") for colour in colours(made) if colour != "rgba(0,0,0,0)"} <= LIGHT.keys()
    assert set(re.findall(r"\$(\w+)", json.dumps(made))) <= LIGHT.keys()
    assert (made["layout"]["paper_bgcolor"], made["layout"]["font"]["color"]) == ("$paper", "$ink")


@pytest.mark.parametrize("chart", [plan.chart.id for plan in real_plans()])
def test_plotly_accepts_it(chart: str) -> None:
    made = re.sub(r"\$([a-z]+\d?)", lambda match: LIGHT[match[1]], json.dumps(picture(chart, "en")))
    go.Figure(json.loads(made))


def test_words_are_never_made_smaller_to_fit() -> None:
    sizes = {chart: {one.size for one in words(picture(chart, "vi"), 1200)} for chart, _ in OURS}
    assert min(min(found) for found in sizes.values()) >= 16
    numbers = {chart for chart, found in sizes.items() if max(found) > TITLE}
    alone = {plan.chart.id for plan in real_plans() if len(plan.data) <= 3}
    assert numbers <= alone, "nothing is larger than the title but a number that stands almost alone"


def test_what_is_little_is_written_larger_and_what_is_much_is_not() -> None:
    few = world({"p.an": [figure("members", 5)]}, chart(Form.BARS, "members"))
    little = image.picture(planned(few), sayer(few), VERSION)
    much = picture("party-members", "vi")
    assert much["layout"]["height"] > 675
    names = [next(one["font"]["size"] for one in each["layout"]["annotations"] if one["text"].startswith(place))
             for each, place in ((little, "Huyện An"), (much, "Bến Tre"))]  # fmt: skip
    assert names == [pytest.approx(15 * 1.8), pytest.approx(15 * 1.25)]


def test_the_title_of_a_reader_takes_the_place_of_the_charts_own() -> None:
    plan, say = plan_of("party-members"), speaker("vi")
    own = "Một tiêu đề của riêng tôi, dài đến mức phải xuống dòng: " * 3
    made = image.picture(plan, say, VERSION, title=own)
    check(made)
    assert squeezed(own).strip() in read(made)
    titles = [plain(one["text"]) for one in made["layout"]["annotations"] if one["font"]["size"] == TITLE]
    assert len(titles) > 1
    assert plan.chart.title.vi not in titles


def test_markup_in_a_title_is_text() -> None:
    made = image.picture(plan_of("party-members"), speaker("vi"), VERSION, title="<b>$bar</b>")
    assert "<b>$bar</b>" not in json.dumps(made)
    assert "&lt;b&gt;&#36;bar&lt;/b&gt;" in json.dumps(made)


def test_the_sizes_go_by_their_names() -> None:
    assert [(id, size.id, size.framed) for id, size in SIZES.items()] == [
        ("page", "page", True), ("report", "report", True), ("wide", "wide", True), ("square", "square", True),
        ("plain", "plain", False)]  # fmt: skip


def test_a_chart_with_little_to_say_fills_its_sheet() -> None:
    little = [id for id, _ in OURS if picture(id, "vi")["layout"]["height"] == 675]
    assert little
    for id in little:
        made = picture(id, "vi")
        _, below = body_and_footer(words(made, 1200), footer(made))
        assert 675 - 45 < max(one.bottom for one in below) <= 675 - 20, "the footer stands at the bottom"


@pytest.mark.parametrize("size", [PAGE, SQUARE], ids=lambda size: size.id)
@pytest.mark.parametrize("id", [plan.chart.id for plan in real_plans()])
def test_the_body_begins_right_below_the_head(id: str, size: Size) -> None:
    made = picture(id, "vi", size=size)
    above, _ = body_and_footer(words(made, size.width), footer(made))
    title = [one for one in above if one.size == 32 * size.font_scale]
    counted = [one for one in above if one.size == 19 * size.font_scale]
    body = [one for one in above if one not in title + counted]
    assert min(one.top for one in body) - max(one.bottom for one in counted) < 60


def test_one_bar_alone_is_a_thick_one() -> None:
    one = world(
        {"p.an": [figure("units", 9), figure("committees", 4), figure("cells", 5)]},
        chart(Form.STACKED, "units", "committees", "cells"),
    )
    few, many = image.picture(planned(one), sayer(one), VERSION), picture("party-members", "vi")
    thick = [max(max(trace.get("width", [0])) for trace in made["data"]) for made in (few, many)]
    assert thick == [pytest.approx(44 * 1.8), pytest.approx(20 * 1.25)]


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("form", [Form.BARS, Form.SCORECARD])
def test_a_chart_without_a_figure_is_a_picture_that_says_so_little(form: Form, size: Size) -> None:
    empty = world({"p.an": [figure("units", 5)]}, chart(form, "members"))
    plan = planned(empty)
    assert plan.data == []
    made = image.picture(replace(plan, panels=()), sayer(empty), VERSION, size)
    assert size.least <= made["layout"]["height"] <= size.most


def test_a_chart_with_much_to_say_grows() -> None:
    note = Text(vi="Một câu khá dài nói rằng " * 40, en="A rather long sentence that says " * 40)
    places = ("p.an", "p.aan", "p.di", "p.duc", "q.ha")
    articles = {place: [figure("members", 5, note=note), figure("units", 9)] for place in places}
    dataset = world(articles, chart(Form.BARS, "members", "units", "each"))
    for language in LANGUAGES:
        made = image.picture(planned(dataset), sayer(dataset, language), VERSION)
        assert made["layout"]["height"] > 1000
        check(made)


def test_long_titles_break_and_stand_above_everything() -> None:
    one = chart(Form.BARS, "members").model_copy(update={"title": Text(vi="Tổ chức cơ sở đảng " * 12, en="x " * 400)})
    dataset = world({"p.an": [figure("members", 5)]}, one)
    for language in LANGUAGES:
        made = image.picture(planned(dataset), sayer(dataset, language), "0" * 30)
        check(made)
        assert len([one for one in words(made, 1200) if one.size == TITLE]) > 1


def test_the_years_are_those_of_the_dated_figures_and_a_missing_one_is_said() -> None:
    dates = {"p.an": "2015/2018", "p.di": "2019-10", "p.duc": "undated"}
    articles = {place: [figure("members", 5)] for place in dates}
    one = chart(Form.BARS, "members")
    dataset = world(articles, one, dates=dates)
    assert header.period(planned(dataset), sayer(dataset)) == "2015–2019, có số không ghi năm"
    dated = world({place: articles[place] for place in ("p.di",)}, one, dates=dates)
    assert header.period(planned(dated), sayer(dated)) == "2019"
    undated = world({"p.duc": articles["p.duc"]}, one, dates=dates)
    assert header.period(planned(undated), sayer(undated)) == "không ghi năm"
    assert header.years(planned(undated)) == ""


def test_a_bound_on_an_unknown_moment_is_not_among_the_years() -> None:
    one = chart(Form.BARS, "members")
    articles = {place: [figure("members", 5)] for place in ("p.an", "p.di")}
    bound = world(articles, one, dates={"p.an": "../2021-06-22", "p.di": "2019"})
    assert header.period(planned(bound), sayer(bound)) == "2019, có số không rõ ngày tháng chính xác"
    assert header.period(planned(bound), sayer(bound, "en")) == "2019, some dates not exact"
    alone = world({"p.an": articles["p.an"]}, one, dates={"p.an": "../2021-06-22"})
    assert header.period(planned(alone), sayer(alone)) == "không muộn hơn 06/2021"
    assert header.years(planned(alone)) == ""


def test_it_is_drawn_as_the_page_draws_it() -> None:
    """The same figures, the same values: only sizes differ."""
    plan, say = plan_of("party-members"), speaker("vi")
    page = Layout(plan, say, Dimensions(460))
    page.draw(0)
    bars = [trace for trace in picture("party-members", "vi")["data"] if trace["type"] == "bar"]
    assert [(one["ids"], one["x"]) for one in bars] == [(one["ids"], one["x"]) for one in page.canvas.traces]
