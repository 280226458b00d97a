"""Of each place the figure with which the set is best: against every choice that there is."""

from __future__ import annotations

import math
import time
from itertools import combinations, product
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.figures.best_set import best_of_each
from dashboard.figures.comparability import Verdict
from dashboard.figures.figure import Figure
from dashboard.figures.likeness import Marks
from dashboard.language.hedges import Hedge
from tests.figures.comparability.samples import like
from tests.figures.comparing import any_figures, likeness
from tests.world import rules


def best(*figures: Figure) -> list[str]:
    return [figure.id for figure in best_of_each(figures, likeness(figures))]


def choices(figures: list[Figure]) -> list[tuple[Figure, ...]]:
    """Every choice of one figure a place."""
    places = sorted({figure.locality for figure in figures})
    return list(product(*([one for one in figures if one.locality == place] for place in places)))


def cautions(chosen: tuple[Figure, ...], everyone: list[Figure]) -> int:
    """How many pairs the rules tell something of, where figures that others contradict have their say."""
    marks = Marks.of(everyone, rules())
    return sum(marks.judged(pair, rules()).verdict is not Verdict.COMPARABLE for pair in combinations(chosen, 2))


def closeness(chosen: tuple[Figure, ...], everyone: list[Figure]) -> tuple[object, ...]:
    """What the written rule says of equal choices."""
    unranked = Marks.of(everyone, rules()).unranked
    dated = [one.when.reach for one in chosen if one.as_of.dated]
    spread = max(begun for _, begun in dated) - min(ended for ended, _ in dated) if dated else math.inf
    late = -sum(begun for _, begun in dated if math.isfinite(begun))
    return sum(one.id in unranked for one in chosen), spread, late, sorted(one.id for one in chosen)


@given(any_figures(most=8))
def test_no_other_choice_has_a_better_verdict_or_fewer_cautions_or_closer_dates(figures: list[Figure]) -> None:
    found = tuple(best_of_each(figures, likeness(figures)))
    assert [one.locality for one in found] == sorted({one.locality for one in figures})
    every = choices(figures)
    marks = Marks.of(figures, rules())
    verdict = marks.judged(found, rules()).verdict
    assert verdict == min(marks.judged(one, rules()).verdict for one in every)
    assert cautions(found, figures) == min(cautions(one, figures) for one in every)
    if len(found) > 1:
        first = min(every, key=lambda one: (cautions(one, figures), closeness(one, figures)))
        assert found == first


@given(any_figures(), st.randoms())
def test_the_order_of_the_figures_changes_nothing(figures: list[Figure], chance: Random) -> None:
    mixed = chance.sample(figures, len(figures))
    assert best(*figures) == best(*mixed)


def test_one_outlier_in_time_does_not_make_the_set_cautious() -> None:
    late, then, ours = like("2024", as_of="2024"), like("2018", as_of="2018"), like("b", locality="q", as_of="2019")
    assert best(late, then, ours) == ["2018", "b"]


def test_a_figure_that_another_article_contradicts_is_not_taken_where_another_one_is_there() -> None:
    one, rival = like("1", value=5, as_of="2019-05"), like("2", value=9, article="b", as_of="2019-05")
    clean, other = like("3", as_of="2019-12-31"), like("q", locality="q", as_of="2019-05")
    assert best(one, rival, clean, other) == ["3", "q"]


def test_of_figures_with_a_caution_one_that_has_a_place_in_an_order_is_taken() -> None:
    undated, hedged = like("1", as_of="undated"), like("2", hedge=Hedge.OVER, as_of="2012")
    assert best(undated, hedged, like("q", locality="q")) == ["2", "q"]


def test_of_two_figures_of_one_date_the_exact_one_is_taken() -> None:
    assert best(like("1", hedge=Hedge.OVER), like("2"), like("q", locality="q")) == ["2", "q"]


def test_of_equal_choices_the_closest_is_taken_then_the_latest_then_the_first_id() -> None:
    dates = ["2019-03", "2019-06", "2020-01"]
    ours = [like(f"p{day}", as_of=day) for day in dates]
    assert best(*ours, like("q", locality="q", as_of="2019-06")) == ["p2019-06", "q"]
    theirs = [like(f"q{day}", locality="q", as_of=day) for day in dates]
    assert best(*ours, *theirs) == ["p2020-01", "q2020-01"]
    assert best(like("2"), like("1"), like("q", locality="q")) == ["1", "q"]


def test_one_place_alone_and_nothing_at_all() -> None:
    assert best(like("1", as_of="undated"), like("2")) == ["2"]
    assert best() == []


@pytest.mark.parametrize("undated", [False, True])
def test_many_figures_of_many_places_are_weighed_in_time(undated: bool) -> None:
    chance = Random(3)
    figures = [
        like(f"{place}{n}", locality=place, hedge=chance.choice([None, None, Hedge.OVER]), inferred=n % 5 == 0,
             as_of="undated" if undated and n % 2 else f"20{chance.randrange(10, 24)}-{chance.randrange(1, 13):02}")
        for place in "pqrstu" for n in range(20)
    ]  # fmt: skip
    told = likeness(figures)
    begun = time.process_time()
    assert len(best_of_each(figures, told)) == 6
    assert time.process_time() - begun < 2  # 0.1 where nothing else runs; the 64 million choices would take hours
