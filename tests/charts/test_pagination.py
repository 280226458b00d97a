"""A picture has the size that it was asked for; what does not fit is several, nothing of it lost, doubled, rescaled."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.charts import image
from dashboard.charts.canvas import PlotSpec
from dashboard.charts.pagination import paginated
from dashboard.charts.picture_sizes import ON_PAPER, PAGE, PLAIN, SIZES, SQUARE, WIDE, Size
from dashboard.charts.plan import Plan
from dashboard.figures.absence import Absence
from dashboard.language.words import LANGUAGES, Language
from dashboard.records.models.chart import Form
from dashboard.records.models.fields import Text
from dashboard.records.models.figure import BlankKind
from tests.charts.boxes import outside, overlaps, words
from tests.world import PLACES, both, chart, figure, planned, real, real_plans, real_scorecards, sayer, world

SHAPES: tuple[tuple[str, Language], ...] = (
    ("page", "en"), ("wide", "vi"), ("square", "vi"), ("square", "en"), ("plain", "en"),
)  # fmt: skip
"""Every size, and the one with least room in both languages; pages in either language: test_image."""
LOW = replace(WIDE, id="low", least=500, most=500)
VERSION = "0123abcd-2026-11-22"
EVERYTHING = real_scorecards()[-1]
EVERY = st.builds(lambda *sizes: sizes, st.integers(1, 9), st.integers(1, 9), st.integers(1, 9))


@cache
def parted(plan: int, size: str, language: Language = "vi", one_scale: bool = False) -> list[tuple[Plan, PlotSpec]]:
    """The pictures of one of our charts with what they are made of."""
    say, shape = sayer(real(), language), SIZES[size]
    found = paginated(real_plans()[plan], say, VERSION, shape, one_scale=one_scale)
    return [(part, image.picture(part, say, VERSION, shape, one_scale=one_scale)) for part in found]


def rows(plans: Sequence[Plan]) -> Counter[int]:
    return Counter(id(row) for plan in plans for panel in plan.panels for row in panel.rows)


def well_made(made: PlotSpec, size: Size) -> None:
    """Of its very size, every word whole, by itself, and large enough to be read on paper."""
    layout = made["layout"]
    assert layout["width"] == size.width
    assert size.least <= layout["height"] <= size.most + 0.5
    assert size.least != size.most or layout["height"] == size.least
    found = words(made, size.width)
    assert outside(found, size.width, layout["height"]) == []
    assert overlaps(found) == []
    assert smallest(made) / size.width * ON_PAPER / 2.54 * 72 >= 7


def smallest(made: PlotSpec) -> float:
    """The px of its smallest letters, those that have a size of their own inside of a text too."""
    texts = [(one["text"], one["font"]["size"]) for one in made["layout"]["annotations"]]
    return min(min([float(size), *map(float, re.findall(r"font-size: ?([\d.]+)px", text))]) for text, size in texts)


@pytest.mark.parametrize(("size", "language"), SHAPES)
@pytest.mark.parametrize("plan", range(len(real_plans())), ids=[plan.chart.id for plan in real_plans()])
def test_each_picture_of_each_of_our_charts_is_of_the_size_asked_for(plan: int, size: str, language: Language) -> None:
    made = parted(plan, size, language)
    for _, one in made:
        well_made(one, SIZES[size])
    assert rows([part for part, _ in made]) == rows([real_plans()[plan]])


@cache
def scorecards(size: str, language: Language = "vi") -> list[Plan]:
    """The parts of the scorecard of everything."""
    return paginated(EVERYTHING, sayer(real(), language), VERSION, SIZES[size])


@pytest.mark.parametrize(("size", "language"), SHAPES)
def test_so_is_each_part_of_the_scorecard_and_all_of_them_hold_the_whole(size: str, language: Language) -> None:
    say, found = sayer(real(), language), scorecards(size, language)
    assert len(found) > 1
    for part in found:
        well_made(image.picture(part, say, VERSION, SIZES[size]), SIZES[size])
    assert rows(found) == rows([EVERYTHING])


@pytest.mark.parametrize("size", ["wide", "square"])
def test_the_pictures_of_a_chart_keep_one_scale(size: str) -> None:
    """A bar twice as long is twice as much, whichever of the pictures it stands on."""
    several = 0
    for number, plan in enumerate(real_plans()):
        for one_scale in (False, True):
            whole = per_unit(image.picture(plan, sayer(real()), VERSION, PAGE, one_scale=one_scale))
            made = parted(number, size, "vi", one_scale)
            found = [one for _, picture in made for one in per_unit(picture).items()]
            several += len(made) > 1
            assert dict(found).keys() == whole.keys()
            assert {id: maximum for id, (maximum, _) in found} == {id: maximum for id, (maximum, _) in whole.items()}
            assert len({round(room, 3) for _, (_, room) in found}) <= 1, "the columns are as wide on all of them"
    assert several > 10


def per_unit(made: PlotSpec) -> dict[str, tuple[float, float]]:
    """The end of the axis, and the px of the plot, of each bar and pair of dots, by the id of its figure.

    A distribution is drawn on the axis of its panel and named by its number, which differs on each picture: left out.
    """
    layout = made["layout"]
    found: dict[str, tuple[float, float]] = {}
    room = layout["width"] - layout["margin"]["l"] - layout["margin"]["r"]
    for trace in made["data"]:
        if "xaxis" in trace and trace.get("ids"):
            found |= {id: (layout[trace["xaxis"].replace("x", "xaxis", 1)]["range"][1], room)
                      for id in trace["ids"] if not id.startswith("spread:")}  # fmt: skip
    return found


def numbered(title: str, total: int) -> list[str]:
    return [f"{title} ({n}/{total})" for n in range(1, total + 1)]


def test_numbers_tell_the_pictures_apart_and_the_last_tells_who_is_silent() -> None:
    plan = next(plan for plan in real_plans() if plan.chart.id == "party-members")
    found = paginated(plan, sayer(real()), VERSION, WIDE)
    assert [part.chart.title.vi for part in found] == numbered("Đảng viên", len(found))
    absent = [part.absent for part in found]
    assert absent[-1] == plan.absent != ()
    assert not any(absent[:-1])


def test_no_picture_is_much_fuller_than_the_others() -> None:
    for plan in real_plans():
        counts = [
            sum(len(panel.rows) for panel in part.panels) for part in paginated(plan, sayer(real()), VERSION, WIDE)
        ]
        assert max(counts[:-1], default=0) <= 2 * -(-sum(counts) // len(counts)), plan.chart.id


def test_a_title_takes_its_room_and_stands_on_every_picture() -> None:
    plan = next(plan for plan in real_plans() if plan.chart.id == "members-per-organization")
    own = "Một tiêu đề của riêng tôi, dài đến mức phải xuống dòng: " * 3
    found = paginated(plan, sayer(real()), VERSION, WIDE, titled=lambda *_: own.strip())
    assert [part.chart.title.vi for part in found] == numbered(own.strip(), len(found))
    for part in found:
        well_made(image.picture(part, sayer(real()), VERSION, WIDE), WIDE)


@settings(deadline=None, max_examples=12)
@given(EVERY, st.sampled_from([WIDE, SQUARE, PAGE, PLAIN]))
def test_any_number_of_rows_and_panels_fits(counts: tuple[int, int, int], size: Size) -> None:
    places = ["p.an", "p.aan", "p.di", "p.duc", "q.ha", "p", "q"]
    articles = {place: [figure("members", 5 + n), figure("units", 9 + n), figure("hamlets", 4 + n)]
                for n, place in enumerate(places[: max(counts) // 2 + 1])}  # fmt: skip
    dataset = world(articles, chart(Form.BARS, *("members", "units", "hamlets")[: counts[0] % 3 + 1]))
    plan, say = planned(dataset), sayer(dataset)
    found = paginated(plan, say, VERSION, size)
    for part in found:
        well_made(image.picture(part, say, VERSION, size), size)
    assert rows(found) == rows([plan])


def test_a_row_whose_notes_alone_are_too_long_makes_its_picture_higher_and_loses_none_of_them() -> None:
    note = Text(vi="Một câu khá dài nói rằng " * 80, en="A rather long sentence that says " * 80)
    dataset = world({"p.an": [figure("members", 5, note=note)]}, chart(Form.BARS, "members"))
    (only,) = paginated(planned(dataset), sayer(dataset), VERSION, WIDE)
    assert image.picture(only, sayer(dataset), VERSION, WIDE)["layout"]["height"] > WIDE.most


def test_the_themes_of_a_scorecard_follow_each_other_and_the_titles_tell_them_with_their_number() -> None:
    found = scorecards("page")
    themes = [list(dict.fromkeys(panel.indicator.theme for panel in part.panels if panel.indicator)) for part in found]
    order = [list(real().themes).index(theme) for part in themes for theme in part]
    assert order == sorted(order)
    for part, inside in zip(found, themes, strict=True):
        assert all(real().themes[theme].name.vi.lower() in part.chart.title.vi for theme in inside)
    assert found[0].chart.title.vi == f"Bảng tổng hợp: tổ chức và đảng viên (1/{len(found)})"
    english = scorecards("page", "en")
    assert english[0].chart.title.en == f"Scorecard: organisations and members (1/{len(english)})"


def test_reasons_go_with_the_lines_that_they_are_about() -> None:
    found = scorecards("page")
    told = {(why, place) for part in found for why, places in part.absent for place in places}
    assert told == {(why, place) for why, places in EVERYTHING.absent for place in places}
    for part in found:
        reasons = {row.absent.why for panel in part.panels for row in panel.rows if row.absent}
        assert {one.why for one, _ in part.absent if one.kind is BlankKind.REFUSED} <= reasons


def test_a_picture_is_cautioned_about_the_rows_that_it_shows() -> None:
    years = {"p.an": 2010, "p.di": 2018, "p.duc": 2019, "q.ha": 2019}
    articles = {place: [figure("members", 5, as_of=str(year))] for place, year in years.items()}
    dataset = world(articles, chart(Form.BARS, "members"))
    plan = planned(dataset)
    (panel,) = plan.panels
    assert sayer(dataset).caution(panel) == "Cần thận trọng: cách nhau khoảng 9 năm"
    low = replace(WIDE, least=300, most=400)
    found = paginated(plan, sayer(dataset), VERSION, low)
    assert [[row.locality for row in part.panels[0].rows] for part in found] == [["p.an", "p.di"], ["p.duc", "q.ha"]]
    cautions = [sayer(dataset).caution(part.panels[0]) for part in found]
    assert cautions == ["Cần thận trọng: cách nhau khoảng 8 năm", ""]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [WIDE, SQUARE, LOW], ids=lambda size: size.id)
def test_a_scorecard_of_any_width_fits_and_leaves_no_cell_empty_that_is_full_elsewhere(
    size: Size, language: Language
) -> None:
    counted = ("members", "units", "hamlets", "cells", "admitted")
    years = (2017, 2018, 2019)
    articles = {f"{place}/{year}": [figure(one, year + n) for n, one in enumerate(counted)]
                for place, _, _ in PLACES for year in years}  # fmt: skip
    dates = {article: article.partition("/")[2] for article in articles}
    dataset = world(articles, chart(Form.SCORECARD, *counted, blanks=False), dates=dates)
    plan, say = planned(dataset), sayer(dataset, language)
    found = paginated(plan, say, VERSION, size)
    assert rows(found) == rows([plan])
    cut = 0
    for part in found:
        well_made(image.picture(part, say, VERSION, size), size)
        shown = {row.locality for panel in part.panels for row in panel.rows}
        for panel in part.panels if len(shown) > 1 else ():
            whole = next(one for one in plan.panels if (one.indicator, one.level) == (panel.indicator, panel.level))
            assert panel.rows == tuple(row for row in whole.rows if row.locality in shown)
            cut += panel.rows != whole.rows
    assert cut or size is not LOW


@pytest.mark.parametrize("form", [Form.BARS, Form.SCORECARD])
@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_silent_places_that_do_not_fit_below_the_rows_are_named_on_pictures_of_their_own(
    size: Size, form: Form
) -> None:
    dataset = world({"p.an": [figure("members", 5)], "p.di": []}, chart(form, "members", blanks=False))
    whys = [both(f"Lý do {n}, nói khá dài " * 12) for n in range(24)]
    kind = BlankKind.REFUSED if form is Form.BARS else BlankKind.NOT_STATED
    absent = tuple((Absence(kind, why=why), tuple(place for place, _, _ in PLACES)) for why in whys)
    plan, say = replace(planned(dataset), absent=absent), sayer(dataset)
    found = paginated(plan, say, VERSION, size)
    for part in found:
        well_made(image.picture(part, say, VERSION, size), size)
    assert rows(found) == rows([plan])
    assert tuple(one for part in found for one in part.absent) == absent
    assert [part.chart.title.vi for part in found] in (["Tiêu đề"], numbered("Tiêu đề", len(found)))


def test_what_was_measured_once_is_not_measured_again(monkeypatch: pytest.MonkeyPatch) -> None:
    articles = {f"{place}/{year}": [figure("members", year)] for place, _, _ in PLACES for year in (2018, 2019)}
    dates = {article: article.partition("/")[2] for article in articles}
    dataset = world(articles, chart(Form.BARS, "members"), dates=dates)
    seen: Counter[tuple[int, ...]] = Counter()
    least = image.least_height

    def counting(plan: Plan, *more: Any, **named: Any) -> float:
        seen[tuple(id(row) for panel in plan.panels for row in panel.rows)] += 1
        return least(plan, *more, **named)

    monkeypatch.setattr(image, "least_height", counting)
    found = paginated(planned(dataset), sayer(dataset), VERSION, WIDE)
    assert len(found) > 2
    last = tuple(id(row) for panel in found[-1].panels for row in panel.rows)
    assert {count for part, count in seen.items() if part != last} == {1}


def test_what_fits_stays_whole() -> None:
    for plan in real_plans():
        if image.least_height(plan, sayer(real()), VERSION, PAGE) <= PAGE.most:
            assert paginated(plan, sayer(real()), VERSION, PAGE) == [plan]
    small = world({"p.an": [figure("members", 5)]}, chart(Form.SCORECARD, "members", blanks=False))
    assert paginated(planned(small), sayer(small), VERSION, WIDE) == [planned(small)]


def test_a_panel_stays_whole_where_that_takes_no_more_pictures() -> None:
    places = {"p.an": 2, "p.di": 3, "p.duc": 4, "q.ha": 5}
    articles = {place: [figure("members", n), figure("units", n)] for place, n in places.items()}
    dataset = world(articles, chart(Form.BARS, "members", "units"))
    found = paginated(planned(dataset), sayer(dataset), VERSION, WIDE)
    assert [[len(panel.rows) for panel in part.panels] for part in found] == [[4], [4]]
