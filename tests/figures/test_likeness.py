"""Two figures of one axis compare without a caution exactly if ``judge`` says so."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.figures.comparability import Verdict, panel_key
from dashboard.figures.figure import Figure
from dashboard.figures.likeness import Marks
from dashboard.language.hedges import Hedge
from dashboard.records.models.indicator import Kind
from tests.figures.comparability.samples import ANY, PERIODS, judge, like
from tests.figures.comparing import any_figures, likeness
from tests.world import rules


def agree(one: Figure, other: Figure) -> None:
    told = likeness([one, other])
    assert told.clean(one, other) == (judge([one, other]).verdict is Verdict.COMPARABLE), (one, other)


def test_of_any_two_figures_of_one_axis_the_quick_way_and_the_rules_say_the_same() -> None:
    pairs = [
        (one, other) for one, other in combinations(ANY, 2)
        if one.locality != other.locality and panel_key(one, rules()) == panel_key(other, rules())
    ]  # fmt: skip
    assert len(pairs) > 50
    for one, other in pairs:
        agree(one, other)


@given(any_figures(most=2))
def test_of_figures_made_to_share_an_axis_too(figures: list[Figure]) -> None:
    for one, other in combinations(figures, 2):
        if one.locality != other.locality:
            agree(one, other)


@pytest.mark.parametrize("period", PERIODS)
@pytest.mark.parametrize("other", PERIODS)
def test_dates_of_every_form(period: str, other: str) -> None:
    figures = [like("a", as_of=period), like("b", locality="q", as_of=other)]
    if panel_key(figures[0], rules()) == panel_key(figures[1], rules()):
        agree(*figures)


def test_places_with_one_code_are_not_simply_compared() -> None:
    one, other = like("a", code="44"), like("b", locality="q", code="44")
    assert not likeness([one, other]).clean(one, other)
    agree(one, other)


def test_marks_tell_what_a_figure_has_by_itself_and_who_contradicts_it() -> None:
    plain, hedged, undated = like("plain"), like("hedged", hedge=Hedge.OVER), like("undated", as_of="undated")
    one, rival = like("one", locality="q", value=5), like("rival", locality="q", value=9, article="b")
    marks = Marks.of([plain, hedged, undated, one, rival], rules())
    assert marks.ids == {"hedged", "undated", "one", "rival"}
    assert marks.unranked == {"undated", "one", "rival"}
    assert marks.rivals == {"one": [rival], "rival": [one]}


def test_a_rating_is_no_number_so_no_hedge_is_marked() -> None:
    grade = like("grade", kind=Kind.GRADE, value=None, grade="good", hedge=Hedge.OVER)
    assert not Marks.of([grade], rules()).ids


@given(st.permutations(ANY[:40]))
def test_what_is_known_does_not_depend_on_the_order(figures: list[Figure]) -> None:
    marks, ordered = Marks.of(figures, rules()), Marks.of(ANY[:40], rules())
    assert (marks.ids, marks.unranked, marks.rivals.keys()) == (ordered.ids, ordered.unranked, ordered.rivals.keys())
