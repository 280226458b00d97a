"""Periods as curators write them and readers see them."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.language.dates import Period

unhurried = settings(deadline=None)  # a busy machine is no failure

FORMS = [
    ("2019-10-18", "18/10/2019", "18 Oct 2019", "10/2019", "Oct 2019"),
    ("2019-01-05", "05/01/2019", "5 Jan 2019", "01/2019", "Jan 2019"),
    ("2019-10", "10/2019", "Oct 2019", "10/2019", "Oct 2019"),
    ("2023", "2023", "2023", "2023", "2023"),
    ("2015/2019", "2015–2019", "2015–2019", "2015–2019", "2015–2019"),
    ("2019/2019", "2019", "2019", "2019", "2019"),
    ("2018-01-01/2018-09-10", "01/01/2018–10/09/2018", "1 Jan 2018 – 10 Sep 2018", "01–09/2018",
     "Jan–Sep 2018"),
    ("2018-09-01/2018-09-10", "01/09/2018–10/09/2018", "1 Sep 2018 – 10 Sep 2018", "09/2018", "Sep 2018"),
    ("2017-06/2018-09", "06/2017–09/2018", "Jun 2017 – Sep 2018", "2017–2018", "2017–2018"),
    ("../2017", "đến 2017", "until 2017", "đến 2017", "until 2017"),
    ("2025-07-01/..", "từ 01/07/2025", "from 1 Jul 2025", "từ 2025", "from 2025"),
    ("undated", "không rõ thời điểm", "undated", "không rõ", "undated"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "vi", "en", "short_vi", "short_en"), FORMS)
def test_a_period_is_shown_as_partial_as_it_is(written: str, vi: str, en: str, short_vi: str, short_en: str) -> None:
    period = Period.parse(written)
    assert (period.label("vi"), period.label("en")) == (vi, en)
    assert (period.short("vi"), period.short("en")) == (short_vi, short_en)
    assert str(period) == written


@pytest.mark.parametrize(
    ("written", "start", "end", "precision"),
    [
        ("2019-10-18", date(2019, 10, 18), date(2019, 10, 18), "day"),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29), "month"),
        ("2019", date(2019, 1, 1), date(2019, 12, 31), "year"),
        ("2015/2019-06", date(2015, 1, 1), date(2019, 6, 30), "range"),
        ("../2017", None, date(2017, 12, 31), "range"),
        ("2025/..", date(2025, 1, 1), None, "range"),
        ("undated", None, None, "undated"),
    ],
)
def test_a_period_has_its_first_and_last_day(
    written: str, start: date | None, end: date | None, precision: str
) -> None:
    period = Period.parse(written)
    assert (period.start, period.end, period.precision) == (start, end, precision)


def test_a_year_may_be_a_number_and_a_period_stays_itself() -> None:
    assert Period.parse(2019) == Period.parse(" 2019 ") == Period.parse(Period.parse("2019"))
    assert len({Period.parse(2019), Period.parse("2019")}) == 1


def test_the_same_days_written_otherwise_are_another_period() -> None:
    assert Period.parse("2019") != Period.parse("2019-01/2019-12")


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("18/10/2019", "write 2019-10-18$"),
        ("18-10-2019", "write 2019-10-18$"),
        ("10/2019", "write 2019-10$"),
        ("2019-1-5", "write 2019-01-05$"),
        ("2019/10/18", "write 2019-10-18$"),
        ("2015-2020", "write 2015/2020$"),
        ("2015–2020", "write 2015/2020$"),
        ("2019/2015", "ends before it starts: write 2015/2019"),
        ("2019-13", "month 13: expected 01 to 12"),
        ("2019-02-30", "day 30: .*02/2019 has 28 days"),
        ("2019-04-00", "day 00: .*04/2019 has 30 days"),
        ("7397", "year 7397: expected a year from 1900 to 2100"),
        ("../..", "no end at all"),
        ("2015/x", "'x' is not a date: expected 2019-10-18"),
        ("45/45/2019", "month 45: expected 01 to 12"),
        ("31/02/2019", "day 31: .*02/2019 has 28 days"),
        ("29.2.2019", "day 29: .*02/2019 has 28 days"),
        ("a/b/2019", "expected 2019-10-18.*undated$"),
        ("hiện nay", "'hiện nay' is not a date"),
        ("", "'' is not a date"),
        ("２０１９", "is not a date"),
        (None, "None is not a date"),
        (True, "True is not a date"),
        (2019.5, "2019.5 is not a date"),
        (date(2019, 1, 1), "is not a date"),
        (-5, "is not a date"),
    ],
)
def test_what_is_no_period_is_told_with_what_was_expected(written: object, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        Period.parse(written)


@unhurried
@given(st.one_of(st.text(), st.from_regex(r"[0-9./-]{1,21}", fullmatch=True), st.integers()))
def test_anything_is_a_period_or_a_value_error(written: str | int) -> None:
    try:
        period = Period.parse(written)
    except ValueError:
        return
    for language in ("vi", "en"):
        assert period.label(language)
        assert period.short(language)


DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
PERIODS = st.one_of(
    DAYS.map(str),
    DAYS.map(lambda day: str(day)[:7]),
    DAYS.map(lambda day: str(day)[:4]),
    st.tuples(DAYS, DAYS).map(lambda days: "/".join(str(day) for day in sorted(days))),
    st.just("undated"),
).map(Period.parse)


@unhurried
@given(PERIODS, PERIODS)
def test_touching_is_the_same_both_ways(one: Period, other: Period) -> None:
    assert one.touches(other) == other.touches(one)


@pytest.mark.parametrize(
    ("one", "other", "touch"),
    [
        ("2019-10-18", "2019", True), ("2015/2020", "2018-03", True), ("../2017", "../2012", True),
        ("2025/..", "2030", True), ("2019", "2020", False), ("../2017", "2020", False), ("2019", "undated", False),
    ],
)  # fmt: skip
def test_periods_touch_that_may_have_a_day_in_common(one: str, other: str, touch: bool) -> None:
    assert Period.parse(one).touches(Period.parse(other)) is touch


@pytest.mark.parametrize(
    ("written", "start", "end", "expected"),
    [
        ("2019-10-18", 2019, 2019, True),
        ("2019-10-18", 2020, 2023, False),
        ("2015/2020", 2020, None, True),
        ("2015/2020", None, 2014, False),
        ("../2017", None, 2010, True),
        ("../2017", 2018, None, False),
        ("2025/..", 2030, 2031, True),
        ("2025/..", 2020, 2024, False),
        ("undated", None, None, False),
    ],
)
def test_a_period_is_in_the_years_it_touches(written: str, start: int | None, end: int | None, expected: bool) -> None:
    assert Period.parse(written).overlaps(start, end) is expected


def test_periods_sort_by_their_first_day_and_undated_comes_last() -> None:
    ordered = [
        Period.parse(text) for text in ("../2017", "2015", "2015/2019", "2019-10", "2019-10-18", "2025/..", "undated")
    ]
    assert sorted(sorted(ordered, key=str), key=lambda period: period.sort_key) == ordered
    assert all(one.sort_key < other.sort_key for one, other in pairwise(ordered))
