"""The answer of a view as a chart: all that its page shows, in the words of its page, drawn where nothing collides."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from html import unescape

import plotly.graph_objects as go
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.charts import chart_selection, comparison_chart, image
from dashboard.charts.alt_text import alt_text
from dashboard.charts.canvas import PlotSpec
from dashboard.charts.comparison_grid import ComparisonGrid
from dashboard.charts.dimensions import Dimensions
from dashboard.charts.figure_index import FigureIndex
from dashboard.charts.layout import layout_of
from dashboard.charts.pagination import paginated
from dashboard.charts.palette import LIGHT
from dashboard.charts.picture_sizes import ON_PAPER, SIZES, Size
from dashboard.charts.plan import Plan
from dashboard.charts.sentences import said
from dashboard.charts.view import COMPARISON, View, parse
from dashboard.figures.comparability import Verdict
from dashboard.figures.comparison import Compared
from dashboard.language.hedges import Hedge
from dashboard.language.words import LANGUAGES, Language
from dashboard.records.dataset import Dataset
from dashboard.web.answers.answer import answer
from dashboard.web.board.cards import FULL, NARROW, WIDE, Site
from tests.charts.boxes import outside, overlaps, plain, words
from tests.world import figure, figures_of, real, real_figures, sayer, world

VERSION = "0123abcd-2026-11-22"
EXPORT = Dimensions(1112, 44, 1.4, 30)  # as image.py makes them
SHEETS = [pytest.param(size, id=f"{size.inner:.0f}") for size in (NARROW, WIDE, FULL, EXPORT)]
INDEX = FigureIndex(real(), real_figures())
PLACES = list(INDEX.by_place)


@cache
def _states() -> tuple[tuple[str, View], ...]:
    """Views of every kind that have a picture, those with the most to say among them."""
    by_size = sorted(PLACES, key=lambda place: -len(INDEX.by_place[place]))
    same = [place for place in by_size if real().localities[place].level is real().localities[by_size[0]].level]
    other = next(place for place in by_size if place not in same)
    busiest = max(INDEX.by_indicator, key=lambda id: len(INDEX.by_indicator[id]))
    return (
        ("one", View(places=tuple(same[:1]))),
        ("two", View(places=tuple(same[:2]))),
        ("two levels", View(places=(same[0], other))),
        ("three", View(places=tuple(same[1:4]))),
        ("six", View(places=tuple(by_size[:6]))),
        ("many", View(places=tuple(by_size[:9]))),
        ("indicator", View(indicator=busiest)),
    )


STATES = [pytest.param(view, id=name) for name, view in _states()]


def planned(view: View, index: FigureIndex = INDEX) -> Plan:
    found = comparison_chart.plan(index, view)
    assert found is not None
    return found


def of(dataset: Dataset, *places: str) -> Plan:
    """What may be said of places of a made-up world."""
    return planned(View(places=places), FigureIndex(dataset, figures_of(dataset)))


def drawn(plan: Plan, measures: Dimensions, language: Language = "vi", dataset: Dataset | None = None) -> PlotSpec:
    made = layout_of(plan, sayer(dataset or real(), language), measures)
    return made.canvas.figure(made.draw(0))


def read(made: PlotSpec) -> str:
    """All its words, each run of spaces one space."""
    return re.sub(
        r"\s+", " ", " ".join(plain(one["text"].replace("<br>", " ")) for one in made["layout"]["annotations"])
    )


# --- what the page shows


def unfolded(html: str) -> str:
    """What of an answer is seen before anything is opened."""
    while (shorter := re.sub(r"<details(?:(?!<details).)*?</details>", "", html, flags=re.S)) != html:
        html = shorter
    return html


CHOICES = st.builds(
    View,
    language=st.sampled_from(LANGUAGES),
    places=st.lists(st.sampled_from(PLACES), min_size=1, max_size=8, unique=True).map(tuple),
    first_year=st.sampled_from([None, None, 2018]),
) | st.builds(View, language=st.sampled_from(LANGUAGES), indicator=st.sampled_from(list(INDEX.by_indicator)))


@settings(max_examples=60, deadline=None)
@given(CHOICES)
def test_every_value_and_every_source_of_the_page_stands_in_the_picture(view: View) -> None:
    """What is folded on the page, what does not compare and what only one place has, is counted or named by reason."""
    page = answer(INDEX, view, {}, Site())
    shown = re.findall(r'data-mark="([^"]+)"', unfolded(page.html))
    plan = comparison_chart.plan(INDEX, view)
    assert plan or not shown
    if plan is None:
        return
    assert {unescape(id) for id in shown} <= {figure.id for figure in plan.data}
    say = sayer(real(), view.language)
    text = read(drawn(plan, EXPORT, view.language))
    for panel in plan.panels:
        for row in panel.rows:
            value = say.value(row.figure) if row.figure else say.blank(row, panel)
            assert re.sub(r"\s+", " ", value) in text
            assert row.figure is None or re.sub(r"\s+", " ", say.span(row).split(",")[0]) in text
        assert panel.answer is None or re.sub(r"\s+", " ", said(panel.answer, say)) in text
    cited = {one.article for one in say.sources(plan)}
    assert cited >= {one.article for panel in plan.panels for row in panel.rows for one in say.printed(row)}
    for source in say.sources(plan):
        assert source.reference in text, "each source is named at a value"


@pytest.mark.parametrize("view", STATES)
def test_the_summary_and_the_title_are_those_of_the_page(view: View) -> None:
    for language in LANGUAGES:
        asked = replace(view, language=language)
        plan = planned(asked)
        assert plan.chart.title[language] == comparison_chart.title(INDEX, asked, language)
        summary = re.search(r'<p class="ds-sum">(.*?)</p>', answer(INDEX, asked, {}, Site()).html)
        if summary:
            assert plan.chart.counted[language] == unescape(re.sub("<[^>]*>", "", summary[1]))


@pytest.mark.parametrize("view", STATES)
def test_its_address_leads_back_to_the_answer(view: View) -> None:
    link = chart_selection.link(replace(view, theme="staff"), real(), COMPARISON)
    asked = dict(one.split("=") for one in link[1:].split("&"))
    again, ignored = parse(asked, real())
    assert ignored == []
    assert again == replace(view, chart=COMPARISON)
    assert chart_selection.plans(real(), INDEX, again) == ([planned(view)], [])


def test_no_choice_and_a_place_that_nothing_is_known_of_have_no_picture() -> None:
    assert comparison_chart.plan(INDEX, View()) is None
    dataset = world({"p.an": [figure("members", 5)], "q": [figure("units", 7)]})
    index = FigureIndex(dataset, figures_of(dataset))
    assert comparison_chart.plan(index, View(places=("p.di",))) is None
    assert comparison_chart.plan(index, View(places=("p.an", "q"))) is None, "nothing that two of them have"
    assert answer(index, View(places=("p.di",)), {}, Site()).saved is None


# --- what stands in it


def test_what_compares_stands_first_then_what_needs_caution_then_why_the_rest_does_not() -> None:
    dataset = world({
        "p.an": [figure("members", 100), figure("units", 9), figure("good", 4, scheme="old", base="all")],
        "p.di": [figure("members", 300), figure("units", 7, hedge="about"),
                 figure("good", 5, scheme="new", base="all")],
    })  # fmt: skip
    plan = of(dataset, "p.an", "p.di")
    verdicts = [one.answer.verdict for one in plan.panels if isinstance(one.answer, Compared)]
    assert verdicts == sorted(verdicts)
    assert set(verdicts) == {Verdict.COMPARABLE, Verdict.CAUTION}
    assert isinstance(plan.panels[-1].answer, tuple)
    text = read(drawn(plan, EXPORT, dataset=dataset))
    signs = [text.index(sign) for sign in ("✓", "△", "✗")]
    assert signs == sorted(signs)
    assert "Dĩ An (Bến Tre) nhiều hơn An Lão (Bến Tre) 200 đảng viên" in text
    assert "(1): good" in text, "named by its reason"


def test_a_place_without_a_figure_is_named_and_so_is_a_figure_that_shares_no_axis() -> None:
    dataset = world({
        "p.an": [figure("members", 100), figure("graduates", 4, base="all", out_of=10)],
        "p.di": [figure("members", 300), figure("graduates", 6, base="all", out_of=10)],
        "p.duc": [figure("units", 300), figure("graduates", 5)],
    })  # fmt: skip
    plan = of(dataset, "p.an", "p.di", "p.duc")
    unlike = [row.unlike for panel in plan.panels for row in panel.rows if row.unlike]
    text = read(drawn(plan, EXPORT, dataset=dataset))
    assert "Không có số liệu: Đức Hòa" in text
    for one in unlike:
        assert one in plan.data
        assert "không so sánh được [" in text, "with its source"
    assert unlike
    assert all(figure not in panel.data for panel in plan.panels for figure in unlike), "it has no say in the scale"


def test_each_place_has_its_colour_and_hedged_and_computed_bars_are_told_apart() -> None:
    dataset = world({
        "p.an": [figure("members", 100), figure("units", 10)],
        "p.di": [figure("members", 300, hedge="over"), figure("units", 10)],
        "p.duc": [figure("units", 20)],
    })  # fmt: skip
    plan = of(dataset, "p.an", "p.di", "p.duc")
    grid = ComparisonGrid(plan, sayer(dataset), FULL)
    made = grid.canvas.figure(grid.draw(0))
    bars = {id: trace["marker"] for trace in made["data"] if trace["type"] == "bar" for id in trace["ids"]}
    for panel in plan.panels:
        for row in panel.rows:
            if row.figure and row.figure.id in bars:
                colour = f"$p{plan.places.index(row.locality) + 1}"
                marker = bars[row.figure.id]
                assert colour in (marker["color"], marker["line"].get("color"))
                assert (marker["color"] == "$paper") == row.figure.computed, "hollow"
    assert {"solid", "computed", "hedge"} <= grid.styles
    boxes = [one["fillcolor"] for one in made["layout"]["shapes"] if one["type"] == "rect"]
    assert boxes[:3] == ["$p1", "$p2", "$p1"] or boxes[:3] == ["$p1", "$p2", "$p3"], "beside each name"


def test_what_fell_has_no_bar() -> None:
    dataset = world({place: [figure("hamlets", after, before=20)] for place, after in (("p.an", 15), ("p.di", 8))})
    plan = of(dataset, "p.an", "p.di")
    grid = ComparisonGrid(plan, sayer(dataset), FULL)
    made = grid.canvas.figure(grid.draw(0))
    drawn_ids = {id for trace in made["data"] if trace["type"] == "bar" for id in trace["ids"]}
    fallen = {one.id for one in plan.data if (one.value or 0) < 0}
    assert fallen
    assert not fallen & drawn_ids
    assert all((value or 0) >= 0 for trace in made["data"] if trace["type"] == "bar" for value in trace["x"])


def test_one_place_is_a_dot_among_its_peers_with_a_rank_only_where_one_may_be_told() -> None:
    values = (("p.an", 10), ("p.aan", 20), ("p.di", 30), ("p.duc", 40), ("q.ha", 50))
    dataset = world({place: [figure("members", value)] for place, value in values})
    plan = of(dataset, "p.di")
    made = drawn(plan, FULL, dataset=dataset)
    own = [trace["x"] for trace in made["data"] if trace["marker"].get("color") == "$p2"]
    assert [0.5] in own, "in the middle"
    assert "Cao thứ 3 trong 5 nơi" in read(made)
    assert all(0 <= x <= 1 for trace in made["data"] if trace["type"] == "scatter" for x in trace["x"])


def test_an_indicator_is_sorted_by_value_only_where_a_rank_is_allowed() -> None:
    def order(*hedges: Hedge | None) -> list[str]:
        places = ("p.an", "p.aan", "p.di", "p.duc")
        found = {place: [figure("members", 1000 + n, hedge=hedge)]
                 for n, (place, hedge) in enumerate(zip(places, hedges, strict=True))}  # fmt: skip
        dataset = world(found)
        plan = planned(View(indicator="members"), FigureIndex(dataset, figures_of(dataset)))
        return [row.locality for panel in plan.panels for row in panel.rows]

    assert order(None, None, None, None) == ["p.duc", "p.di", "p.aan", "p.an"]
    assert order(Hedge.ABOUT, Hedge.ABOUT, Hedge.ABOUT, Hedge.OVER)[0] == "p.an", "by name"


def test_the_alternative_text_says_what_may_be_written() -> None:
    dataset = world({"p.an": [figure("members", 100)], "p.di": [figure("members", 300)]})
    told = alt_text(of(dataset, "p.an", "p.di"), sayer(dataset))
    assert told.startswith("An Lão (Bến Tre) và Dĩ An (Bến Tre)")
    assert "100 đảng viên" in told
    assert "nhiều hơn" in told


# --- where it stands


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("measures", SHEETS)
@pytest.mark.parametrize("view", STATES)
def test_nothing_lies_on_anything_or_leaves_the_sheet(view: View, measures: Dimensions, language: Language) -> None:
    made = drawn(planned(view), measures, language)
    found = words(made, measures.inner + 2 * measures.pad)
    assert overlaps(found) == []
    assert outside(found, measures.inner + 2 * measures.pad, made["layout"]["height"]) == []
    wider = words(made, (measures.inner + 2 * measures.pad) * 1.4)
    assert overlaps(wider) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("view", STATES)
def test_each_picture_is_of_the_size_asked_for_and_all_of_them_hold_the_whole(
    view: View, size: Size, language: Language
) -> None:
    plan, say = planned(view), sayer(real(), language)
    parts = paginated(plan, say, VERSION, size)
    for part in parts:
        made = image.picture(part, say, VERSION, size)
        high, found = made["layout"]["height"], words(made, size.width)
        assert made["layout"]["width"] == size.width
        assert size.least <= high <= size.most + 0.5
        assert outside(found, size.width, high) == []
        assert overlaps(found) == []
        assert (
            min(one["font"]["size"] for one in made["layout"]["annotations"]) / size.width * ON_PAPER / 2.54 * 72 >= 7
        )
    if plan.answers:
        shown = [panel for part in parts for panel in part.panels]
        assert [panel.answer for panel in shown] == [panel.answer for panel in plan.panels], "no block is cut"


def test_plotly_takes_it() -> None:
    for _, view in _states():
        painted = re.sub(r"\$([a-z]+[0-9]?)", lambda match: LIGHT.get(match[1], match[0]),
                         json.dumps(drawn(planned(view), FULL)))  # fmt: skip
        assert "$" not in painted
        go.Figure(json.loads(painted))


NAMES = st.text(st.sampled_from("aăâđêôơưạảãáàế bcmnTHQ"), min_size=1, max_size=40).filter(str.strip)
ROWS = st.tuples(NAMES, st.integers(0, 10**7), st.sampled_from([None, *Hedge]), st.sampled_from(["2019", "2015/2020"]))


@settings(max_examples=40, deadline=None)
@given(
    st.lists(ROWS, min_size=1, max_size=6), st.sampled_from((NARROW, WIDE, FULL, EXPORT)), st.sampled_from(LANGUAGES)
)
def test_any_names_and_values_have_room(
    rows: list[tuple[str, int, Hedge | None, str]], measures: Dimensions, language: Language
) -> None:
    places = ("p", "p.an", "p.di", "p.duc", "q.ha", "q")
    articles = {place: [figure("members", value, hedge=hedge, as_of=date), figure("poor", value % 100, base="all"),
                        figure("money", value * 1000), figure("own", grade="good" if value % 2 else "completed")]
                for place, (_, value, hedge, date) in zip(places, rows, strict=False)}  # fmt: skip
    names = dict(zip(places, (row[0] for row in rows), strict=False))
    dataset = world(articles, names=names)
    index = FigureIndex(dataset, figures_of(dataset))
    plan = comparison_chart.plan(index, View(places=tuple(articles)))
    if plan is None:
        return
    made = drawn(plan, measures, language, dataset)
    found = words(made, measures.inner + 2 * measures.pad)
    assert overlaps(found) == []
    assert outside(found, measures.inner + 2 * measures.pad, made["layout"]["height"]) == []
