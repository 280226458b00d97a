"""When figures may share an axis: the rules of DOMAIN.md, "Rating schemes" and "Other rules"."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.datum import Datum
from dashboard.comparability import Judgement, Verdict, judge
from dashboard.dates import Period
from dashboard.hedges import Hedge
from dashboard.models import Base, Kind, Level, Tier

CAUTION, NEVER = Verdict.CAUTION, Verdict.NOT_COMPARABLE
PERIODS = ("2019-10-18", "2019", "2015/2020", "2012", "../2017", "2025/..", "2023-01", "undated")
TEXTS = [f"{name}_{language}" for name in ("note", "base_note", "inferred") for language in ("vi", "en")]
PLAIN = Datum(
    id="plain", article="a", locality="p", level=Level.DISTRICT, indicator="members", kind=Kind.STOCK, value=7,
    out_of=None, before=None, hedge=None, as_of=Period.parse("2019"), inferred=False, since=None, base="", scheme="",
    tier="", grade="", printed="7", paragraph=1, computed=False, inputs=(), texts=dict.fromkeys(TEXTS, ""),
)  # fmt: skip


def like(id: str = "other", **changes: Any) -> Datum:
    """A figure that is the plain one but for this."""
    for name in ("as_of", "since"):
        if name in changes:
            changes[name] = Period.parse(changes[name])
    if note := changes.pop("base_note", ""):
        changes["texts"] = PLAIN.texts | {"base_note_vi": note, "base_note_en": note}
    return replace(PLAIN, id=id, **changes)


def kinds(judgement: Judgement) -> dict[str, Verdict]:
    return {reason.kind: reason.verdict for reason in judgement.reasons}


TRAITS: dict[str, list[Any]] = {
    "level": list(Level),
    "indicator": ["members", "cells"],
    "kind": list(Kind),
    "out_of": [None, 9],
    "hedge": [None, *Hedge],
    "as_of": list(PERIODS),
    "inferred": [False, True],
    "since": ["2015", "2017"],
    "base": ["", *Base],
    "base_note": ["", "dân số", "số hộ"],
    "scheme": ["", "old", "new"],
    "tier": ["", *Tier],
}
chance = Random(7)
# Any figure at all; half of them differ from the plain one in a trait or two.
ANY = [
    like(str(number), **{name: chance.choice(values) for name, values in TRAITS.items() if chance.random() < share})
    for share in (0.15, 0.9)
    for number in range(150)
]
data = st.sampled_from(ANY)


def distinct(figures: list[Datum]) -> list[Datum]:
    """One figure for each id, as a data set has it."""
    return list({figure.id: figure for figure in figures}.values())


sets = st.lists(data, max_size=6).map(distinct)


# --- what holds for any figures


@given(sets)
def test_the_order_of_figures_does_not_matter(figures: list[Datum]) -> None:
    for order in list(permutations(figures))[:6]:
        assert judge(order) == judge(figures)


@given(sets, data)
def test_a_further_figure_never_makes_a_verdict_better(figures: list[Datum], other: Datum) -> None:
    other = replace(other, id="z")
    assert judge([*figures, other]).verdict >= judge(figures).verdict
    assert kinds(judge([*figures, other])).items() >= kinds(judge(figures)).items()


@given(data)
def test_a_figure_is_comparable_with_itself(figure: Datum) -> None:
    assert judge([figure]) == judge([figure, figure]) == Judgement(Verdict.COMPARABLE, ())


@given(sets)
def test_a_set_is_as_bad_as_its_worst_pair(figures: list[Datum]) -> None:
    pairs = [judge([a, b]) for a in figures for b in figures]
    assert judge(figures).verdict == max((pair.verdict for pair in pairs), default=Verdict.COMPARABLE)
    assert set(kinds(judge(figures))) == {kind for pair in pairs for kind in kinds(pair)}


@given(sets)
def test_every_reason_names_figures_of_the_set_and_speaks_both_languages(figures: list[Datum]) -> None:
    judgement = judge(figures)
    for reason in judgement.reasons:
        assert reason.figures
        assert set(reason.figures) <= {figure.id for figure in figures}
        assert list(reason.figures) == sorted(reason.figures)
    assert len(judgement.texts("vi")) == len(judgement.texts("en")) == len(judgement.reasons)
    assert not set(judgement.texts("vi")) & set(judgement.texts("en"))


def test_thousands_of_figures_are_judged_at_once() -> None:
    judgement = judge([like(str(number), inferred=True, as_of=str(1950 + number % 70)) for number in range(3321)])
    assert judgement.texts("en") == ["about 68 years apart", "a date is inferred"]


def test_no_figures_are_comparable() -> None:
    assert judge([]).verdict is Verdict.COMPARABLE


# --- never on one axis


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        pytest.param({"scheme": "to-2017", "tier": "excellent"}, {"scheme": "from-2018", "tier": "excellent"}, "scheme",
                     id="schemes 1: clean and strong with fulfilled excellently"),
        pytest.param({"scheme": "to-2017", "tier": "good"}, {"scheme": "from-2018", "tier": "good"}, "scheme",
                     id="schemes 2: the same words before and after 2018"),
        pytest.param({"scheme": "x", "tier": "good"}, {"scheme": "x", "tier": "good_or_better"}, "scheme",
                     id="schemes 3: one tier with it and all above"),
        pytest.param({"indicator": "rated_members"}, {"indicator": "rated_cells"}, "indicator",
                     id="schemes 4: different subjects"),
        pytest.param({"scheme": "ben-tre-model-title"}, {"scheme": "to-2017"}, "scheme",
                     id="schemes 5: a local title with the annual rating"),
        pytest.param({"kind": Kind.SHARE, "base": "all"}, {"kind": Kind.SHARE, "base": "rated"}, "base",
                     id="schemes 6: of all with of those rated"),
        pytest.param({"kind": Kind.SHARE, "base": "subset", "base_note": "xã"},
                     {"kind": Kind.SHARE, "base": "subset", "base_note": "huyện"}, "base",
                     id="schemes 6: of one subset with of another"),
        pytest.param({"kind": Kind.SHARE, "base": "not_stated"}, {"kind": Kind.SHARE, "base": "not_stated"}, "base",
                     id="schemes 6: two bases that nobody knows"),
        pytest.param({"out_of": 170, "base": "not_stated"}, {"out_of": 90, "base": "not_stated"}, "base",
                     id="schemes 6: counts of totals that nobody knows"),
        pytest.param({"level": Level.PROVINCE}, {"level": Level.DISTRICT}, "level", id="one level on one axis"),
        pytest.param({"kind": Kind.TARGET}, {"kind": Kind.STOCK}, "kind", id="the kinds are never mixed"),
        pytest.param({"kind": Kind.VISITS}, {"kind": Kind.FLOW}, "kind", id="visits are not events"),
    ],
)  # fmt: skip
def test_never_on_one_axis(one: dict[str, Any], other: dict[str, Any], kind: str) -> None:
    judgement = judge([like("a", **one), like("b", **other)])
    assert judgement.verdict is NEVER
    assert kinds(judgement) == {kind: NEVER}
    assert judgement.reasons[0].figures == ("a", "b")


def test_a_ratio_that_removes_size_may_cross_levels() -> None:
    ratios = [like(level, kind=Kind.RATIO, level=level) for level in Level]
    assert judge(ratios).verdict is Verdict.COMPARABLE
    assert judge([*ratios, like("count", kind=Kind.STOCK)]).verdict is NEVER


def test_two_grades_of_one_scheme_are_there_to_be_compared() -> None:
    rated = [like(tier, kind=Kind.GRADE, scheme="x", tier=tier, grade=tier) for tier in ("good", "completed")]
    assert judge(rated).verdict is Verdict.COMPARABLE


def test_a_total_of_its_own_does_not_make_two_counts_differ() -> None:
    assert judge([like("a", out_of=226, base="all"), like("b", out_of=614, base="all")]).verdict is Verdict.COMPARABLE


# --- with caution


@pytest.mark.parametrize(
    ("one", "other", "kind", "words"),
    [
        pytest.param({}, {"as_of": "undated"}, "undated", "a year is not given", id="no date at all"),
        pytest.param({}, {"as_of": "2023"}, "dates", "about 3 years apart", id="years apart"),
        pytest.param({"as_of": "2019-12"}, {"as_of": "2021-02"}, "dates", "about 1 year apart", id="one year apart"),
        pytest.param({}, {"inferred": True}, "inferred", "a date is inferred", id="an inferred date"),
        pytest.param({}, {"hedge": Hedge.NEARLY}, "hedge", "a number is approximate", id="a hedge"),
        pytest.param({"since": "2015"}, {"since": "2017"}, "since", "different baselines", id="baselines"),
        pytest.param({"since": "2015"}, {}, "since", "different baselines", id="a baseline beside none"),
        pytest.param({"kind": Kind.FLOW, "as_of": "2015/2020"}, {"kind": Kind.FLOW, "as_of": "2020"}, "length",
                     "periods of different length", id="five years of admissions beside one"),
    ],
)  # fmt: skip
def test_with_caution(one: dict[str, Any], other: dict[str, Any], kind: str, words: str) -> None:
    judgement = judge([like("a", **one), like("b", **other)])
    assert kinds(judgement) == {kind: CAUTION}
    assert judgement.texts("en") == [words]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"as_of": "2019-01-10"}, {"as_of": "2019-10-18"}),
        ({"as_of": "2019"}, {"as_of": "2019-10-18"}),
        ({"as_of": "2015/2020"}, {"as_of": "2019"}),
        ({"kind": Kind.FLOW, "as_of": "2015/2020"}, {"kind": Kind.FLOW, "as_of": "2016/2020"}),
        ({"hedge": None}, {"hedge": None}),
        ({"base": "all", "kind": Kind.SHARE}, {"base": "all", "kind": Kind.SHARE}),
    ],
    ids=["months apart", "a day of that year", "a year of that term", "terms almost as long", "both exact", "one base"],
)
def test_plainly_comparable(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert judge([like("a", **one), like("b", **other)]) == Judgement(Verdict.COMPARABLE, ())


def test_of_several_distances_the_widest_is_named_also_beyond_ten_years() -> None:
    judgement = judge([like("a", as_of="2010"), like("b", as_of="2019"), like("c", as_of="2022")])
    assert judgement.texts("en") == ["about 11 years apart"]
    assert judgement.texts("vi") == ["cách nhau khoảng 11 năm"]
    assert judgement.reasons[0].figures == ("a", "c")


def test_the_gravest_reason_comes_first() -> None:
    judgement = judge([like("a", hedge=Hedge.OVER), like("b", level=Level.PROVINCE)])
    assert judgement.texts("en") == ["different levels", "a number is approximate"]
    assert judgement.verdict is NEVER


def test_the_figures_with_the_trait_are_named() -> None:
    (reason,) = judge([like("a"), like("b", hedge=Hedge.OVER), like("c", hedge=Hedge.ABOUT)]).reasons
    assert reason.figures == ("b", "c")
