"""Figures that share an axis, for tests of choosing among them; and a pool of any figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from dashboard.figures.comparability import panel_key
from dashboard.figures.comparison import Pool
from dashboard.figures.figure import Figure
from dashboard.figures.likeness import Likeness, Marks
from dashboard.language.hedges import Hedge
from dashboard.records.models.indicator import Kind
from dashboard.records.models.locality import Level, Locality
from tests.figures.comparability.samples import like
from tests.world import both, rules, world

PLACES = ("p", "q", "r", "s")
DAYS = (
    "2015", "2016", "2017-06", "2018", "2018-11-02", "2019", "2019-10-18", "2020-01", "2021", "2015/2017", "2018/2019",
    "2019/2021", "../2019", "2020/..", "undated", "2024",
)  # fmt: skip
SPANS = ("2016", "2016-01/2016-06", "2017-01/2017-09", "2017-01/2017-08", "2018", "2018/2019", "2017/2019", "undated")


@st.composite
def any_figures(draw: st.DrawFn, most: int = 6, *, places: Sequence[str] = PLACES, clean: bool = False) -> list[Figure]:
    """Figures of one axis, of several places and dates; stocks, flows or grades. ``clean``: few have a caution."""
    kind = draw(st.sampled_from([Kind.STOCK, Kind.STOCK, Kind.FLOW, Kind.SHARE, Kind.GRADE, Kind.ATTAINMENT]))
    dates = draw(st.lists(st.sampled_from(SPANS if kind.adds_up else DAYS), min_size=1, max_size=4))
    seldom = st.integers(0, 20 if clean else 4).map(lambda n: not n)
    codes = {place: "44" if draw(seldom) else "" for place in places}
    made: list[Figure] = []
    for n in range(draw(st.integers(1, most))):
        place = draw(st.sampled_from(places))
        more: dict[str, Any] = {"length": 3.0} if kind.adds_up and draw(seldom) else {}
        if kind is Kind.SHARE and draw(seldom):
            more["over"] = True
        if draw(seldom):
            more["contradicts"] = "số khác"
        made.append(like(
            f"{draw(st.integers(0, 9))}{n}", locality=place, kind=kind, code=codes[place], base="all",
            article=draw(st.sampled_from("ab")), as_of=draw(st.sampled_from(dates)),
            value=None if kind is Kind.GRADE else draw(st.integers(-2, 9)),
            grade=draw(st.sampled_from(["good", "weak"])) if kind is Kind.GRADE else "",
            hedge=draw(st.sampled_from([*Hedge])) if draw(seldom) else None, inferred=draw(seldom),
            scheme=draw(st.sampled_from(["new", "newer"])) if kind is Kind.GRADE else "", **more,
        ))  # fmt: skip
    key = panel_key(made[0], rules())
    return [figure for figure in made if panel_key(figure, rules()) == key]


def likeness(figures: Sequence[Figure]) -> Likeness:
    """What is known of figures by the repository's own rules."""
    return Likeness(rules(), Marks.of(figures, rules()))


def pool(figures: Iterable[Figure]) -> Pool:
    """A pool of figures; their places are of a world of their own."""
    figures = list(figures)
    dataset = world({})
    localities = {
        id: Locality(id=id, name=id.upper(), type=both("huyện"), level=Level.DISTRICT, parent=None, population=None)
        for id in sorted({figure.locality for figure in figures})
    }
    dataset = replace(dataset, localities=localities)
    return Pool(dataset, figures, lambda figure: panel_key(figure, rules()))
