"""What a date means: the years that a flow is of, or bounds on the moment of a stock."""

from __future__ import annotations

import math
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.language.dates import Period
from dashboard.records.reference_period import ReferencePeriod

unhurried = settings(deadline=None)  # a busy machine is no failure


def when(written: str, **more: Any) -> ReferencePeriod:
    if isinstance(more.get("since"), str):
        more["since"] = Period.parse(more["since"])
    return ReferencePeriod(Period.parse(written), **more)


MOMENTS = [
    ("../2021-06-22", "không muộn hơn 22/06/2021", "not after 22 Jun 2021",
     "không muộn hơn 06/2021", "not after Jun 2021"),
    ("2010/..", "không sớm hơn 2010", "not before 2010", "không sớm hơn 2010", "not before 2010"),
    ("2021/2022", "2021 hoặc 2022", "2021 or 2022", "2021 hoặc 2022", "2021 or 2022"),
    ("2021-12/2022-01", "12/2021 hoặc 01/2022", "Dec 2021 or Jan 2022", "12/2021 hoặc 01/2022",
     "Dec 2021 or Jan 2022"),
    ("2015/2019", "một thời điểm trong 2015–2019", "some time in 2015–2019", "một thời điểm trong 2015–2019",
     "some time in 2015–2019"),
    ("2021-06-01/2021-06-02", "01/06/2021 hoặc 02/06/2021", "1 Jun 2021 or 2 Jun 2021",
     "một thời điểm trong 06/2021", "some time in Jun 2021"),
    ("2019/2019", "2019", "2019", "2019", "2019"),
    ("2019-10", "10/2019", "Oct 2019", "10/2019", "Oct 2019"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "vi", "en", "short_vi", "short_en"), MOMENTS)
def test_a_moment_is_told_by_its_bounds(written: str, vi: str, en: str, short_vi: str, short_en: str) -> None:
    moment = when(written)
    assert (moment.label("vi"), moment.label("en")) == (vi, en)
    assert (moment.short("vi"), moment.short("en")) == (short_vi, short_en)


@pytest.mark.parametrize("written", ["2015/2019", "2021/2022", "2019", "2018-01-01/2018-09-10"])
def test_a_period_is_told_as_all_of_it(written: str) -> None:
    for language in ("vi", "en"):
        assert when(written, over=True).label(language) == Period.parse(written).label(language)
        assert when(written, over=True).short(language) == Period.parse(written).short(language)


LENGTHS = [
    (5, "trong 5 năm, không rõ những năm nào", "over five years; which years is not said", "5 năm, không rõ năm nào",
     "five years, not said which"),
    (1, "trong 1 năm, không rõ năm nào", "over one year; which year is not said", "1 năm, không rõ năm nào",
     "one year, not said which"),
    (0.5, "trong 6 tháng, không rõ những tháng nào", "over six months; which months is not said",
     "6 tháng, không rõ tháng nào", "six months, not said which"),
    (12, "trong 12 năm, không rõ những năm nào", "over 12 years; which years is not said",
     "12 năm, không rõ năm nào", "12 years, not said which"),
    (2.5, "trong 30 tháng, không rõ những tháng nào", "over 30 months; which months is not said",
     "30 tháng, không rõ tháng nào", "30 months, not said which"),
]  # fmt: skip


@pytest.mark.parametrize(("years", "vi", "en", "short_vi", "short_en"), LENGTHS)
def test_a_length_says_that_its_years_are_not_known(
    years: float, vi: str, en: str, short_vi: str, short_en: str
) -> None:
    period = when("undated", over=True, length=years)
    assert (period.label("vi"), period.label("en")) == (vi, en)
    assert (period.short("vi"), period.short("en")) == (short_vi, short_en)
    assert period.years == years


@pytest.mark.parametrize(
    ("written", "more", "years"),
    [
        ("2019", {}, 1.0), ("2015/2019", {}, 5.0), ("2015/2020", {"term": True}, 5.0), ("2019-01/2019-06", {}, 0.5),
        ("2019-10-18", {}, None), ("undated", {}, None), ("../2019", {}, None), ("2016/..", {}, None),
        ("2020-08-24", {"since": "2015"}, 4.65), ("2018-09-10", {"since": "2017-12-31"}, 0.69),
        ("2019", {"since": "2015-04-30"}, 4.0), ("2019", {"since": "2015"}, 4.0), ("2015", {"since": "2015"}, None),
        ("2018-09-10", {"since": "2018-01-01"}, 0.69), ("2019", {"since": "../2017"}, 2.0),
    ],
)  # fmt: skip
def test_how_long_a_period_is(written: str, more: dict[str, Any], years: float | None) -> None:
    found = when(written, over=True, **more).years
    assert found is years if years is None else found == pytest.approx(years, abs=0.01)
    assert when(written, **more).years is None, "a moment has no length"


@pytest.mark.parametrize(
    ("written", "more", "years"),
    [
        ("2019", {"reported": date(2019, 7, 1)}, 0.5), ("2020/2025", {"reported": date(2023, 1, 1)}, 3.0),
        ("2020/2025", {"term": True, "reported": date(2023, 1, 1)}, 3.0), ("2019", {"reported": date(2020, 1, 1)}, 1.0),
        ("2015/2020", {"term": True, "reported": date(2020, 8, 24)}, 5.0),
        ("2019", {"reported": date(2018, 1, 1)}, 1.0),
        ("2019", {"since": "2015", "reported": date(2019, 7, 1)}, 3.5),
    ],
)  # fmt: skip
def test_what_was_told_before_its_end_was_counted_until_then(written: str, more: dict[str, Any], years: float) -> None:
    assert when(written, over=True, **more).years == pytest.approx(years, abs=0.01)


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("2019-10-18", "2023-10-18", 4.0, 4.0), ("2019", "2021", 1.0, 1.0), ("2018-03", "2018", 0.0, 0.0),
        ("2015/2020", "2018", 0.0, 2.0), ("../2017", "2020", 2.0, math.inf), ("../2017", "../2012", 0.0, math.inf),
        ("../2021", "2010", 0.0, math.inf), ("2025/..", "2022", 2.0, math.inf), ("2021/2022", "2010", 10.0, 11.0),
        ("2015/2020", "2015/2020", 0.0, 4.0), ("2010/2011", "2013/2014", 1.0, 3.0),
    ],
)  # fmt: skip
def test_moments_are_so_far_apart_at_least_and_at_most(one: str, other: str, least: float, most: float) -> None:
    assert when(one).years_apart(when(other)) == pytest.approx((least, most), abs=0.01)


def test_periods_are_apart_from_end_to_start() -> None:
    flows = [when(written, over=True) for written in ("2010/2012", "2018/2020", "2012/2018")]
    assert flows[0].years_apart(flows[1]) == pytest.approx((5.0, 5.0), abs=0.01)
    assert flows[0].years_apart(flows[2]) == (0.0, 0.0)


def test_nothing_is_of_later_than_it_was_told() -> None:
    assert when("2010/..", reported=date(2014, 5, 1)).years_apart(when("2010")) == pytest.approx((0.0, 3.33), abs=0.01)


@pytest.mark.parametrize(
    ("one", "other", "over", "before"),
    [
        ("2018", "2019", False, True), ("2019", "2019-06-30", False, False), ("../2017", "2018", False, True),
        ("../2019", "2018", False, False), ("2018", "2019/2021", False, True), ("2020", "2019/2021", False, False),
        ("2018", "2019/..", False, True), ("2010/2015", "2015/2020", True, True),
        ("2015/2020", "2017/2019", True, False),
        ("2010/2015", "2015/2020", False, False), ("undated", "2019", False, False),
    ],
)  # fmt: skip
def test_one_is_earlier_only_where_that_is_certain(one: str, other: str, over: bool, before: bool) -> None:
    assert when(one, over=over).before(when(other, over=over)) is before


POINTS = st.sampled_from(["2010", "2012-05", "2015", "2019-10-18", "2020", ".."])
WRITTEN = st.one_of(
    st.tuples(POINTS, POINTS)
    .filter(lambda ends: (".." not in ends and ends[0][:4] <= ends[1][:4]) or ends.count("..") == 1)
    .map("/".join),
    POINTS.filter(lambda point: point != ".."),
    st.just("undated"),
)


@unhurried
@given(WRITTEN, WRITTEN, st.booleans(), st.booleans())
def test_distances_are_the_same_both_ways_and_the_least_is_not_above_the_most(
    one: str, other: str, first_over: bool, second_over: bool
) -> None:
    try:
        left, right = when(one, over=first_over), when(other, over=second_over)
    except ValueError:
        return  # 2015/2012-05 ends before it starts
    if left.as_of.dated and right.as_of.dated:
        apart = left.years_apart(right)
        assert apart == right.years_apart(left)
        assert 0 <= apart[0] <= apart[1]
    assert not (left.before(right) and right.before(left))
    for language in ("vi", "en"):
        assert left.label(language)
        assert left.short(language)
