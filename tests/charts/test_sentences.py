"""The sentence on figures that compare: what it says, and that it never says more than may be said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.articles.verify.proofs import Proof
from dashboard.charts.sentences import sentence, span, standing
from dashboard.charts.wording import Wording
from dashboard.figures.comparability import Verdict, panel_key
from dashboard.figures.comparison import Compared, Pool, Subject
from dashboard.language.hedges import Hedge
from dashboard.language.words import Language
from dashboard.records.dataset import Dataset
from dashboard.records.models.figure import FigureRecord
from dashboard.records.models.locality import Level
from tests.world import figure, figures_of, real, real_figures, rules, sayer, world

DISTRICTS = ("p.an", "p.aan", "p.di", "p.duc", "q.ha")


def data(*figures: Sequence[FigureRecord], places: Sequence[str] = DISTRICTS, **more: str) -> Dataset:
    """A data set with some figures of each place; ``more``: the dates of the places, by their number."""
    return world(
        dict(zip(places, figures, strict=False)),
        dates={place: more[f"at{n}"] for n, place in enumerate(places) if f"at{n}" in more},
    )


def said(dataset: Dataset, indicator: str, language: Language = "vi", **proofs: Proof) -> str:
    """The one sentence on an indicator of all places of a data set."""
    figures = figures_of(dataset)
    pool = Pool(dataset, figures, lambda one: panel_key(one, rules()))
    (found,) = [one for one in pool.compare(pool.by_place).compared if one.subject.indicator == indicator]
    marked = {
        one.id: proof
        for one in figures
        for place, proof in proofs.items()
        if one.locality == f"p.{place}" and not one.computed
    }
    return sentence(found, Wording(dataset, figures, language, marked))


# --- comparable


def test_of_two_counts_it_tells_who_has_more_by_how_much_and_both_dates_in_the_order_of_the_places() -> None:
    dataset = data([figure("members", 300)], [figure("members", 500)], at0="2019-03", at1="2018-11")
    assert said(dataset, "members") == (
        "Members: Ân Thi (Bến Tre) nhiều hơn An Lão (Bến Tre) 200 đảng viên (gấp khoảng 1,7 lần); 11/2018 và 03/2019."
    )
    assert said(dataset, "members", "en") == (
        "Members (en): Ân Thi (Bến Tre) has 200 more than An Lão (Bến Tre), about 1.7 times as much; "
        "Nov 2018 and Mar 2019."
    )


def test_what_is_counted_is_not_told_twice_where_it_is_the_unit() -> None:
    dataset = data([figure("members", 300)], [figure("members", 400)])
    members = dataset.indicators["members"]
    dataset.indicators["members"] = members.model_copy(update={"name": members.unit})
    assert (
        said(dataset, "members")
        == "Ân Thi (Bến Tre) nhiều hơn An Lão (Bến Tre) 100 đảng viên (gấp khoảng 1,3 lần); 2019."
    )


@pytest.mark.parametrize(
    ("less", "more", "factor"),
    [
        (322, 363, "(khoảng 13%)"), (100, 120, "(20%)"), (1000, 1001, "(0,1%)"), (100_000, 100_001, ""),
        (100, 130, "(gấp 1,3 lần)"), (10, 25, "(gấp 2,5 lần)"), (7, 100, "(gấp khoảng 14 lần)"), (0, 5, ""),
        (1, 3, "(gấp 3 lần)"),
    ],
)  # fmt: skip
def test_a_factor_is_told_as_rounded_where_it_is(less: int, more: int, factor: str) -> None:
    told = said(data([figure("members", less)], [figure("members", more)]), "members")
    assert re.search(r"đảng viên(?: (\(.*\)))?; 2019\.$", told)[1] == (factor or None)  # type: ignore[index]


def test_a_part_more_is_never_said_in_words_that_mean_over() -> None:
    """ "hơn 13%" is over 13 per cent; it was 12.7."""
    assert "hơn 1" not in said(data([figure("members", 322)], [figure("members", 363)]), "members")


def test_shares_differ_by_percentage_points_and_no_factor() -> None:
    dataset = data([figure("poor", 4.5, base="all")], [figure("poor", 5.5, base="all")])
    assert said(dataset, "poor") == "Poor: Ân Thi (Bến Tre) cao hơn An Lão (Bến Tre) 1 điểm phần trăm; 2019."
    assert "by 1 percentage point;" in said(dataset, "poor", "en")


def test_counts_with_their_totals_are_compared_as_shares_whatever_the_counts_are() -> None:
    dataset = data(
        [figure("graduates", 90, out_of=100, base="all")], [figure("graduates", 400, out_of=800, base="all")]
    )
    told = said(dataset, "graduates")
    assert "tỷ lệ của An Lão (Bến Tre) cao hơn của Ân Thi (Bến Tre) 40 điểm phần trăm" in told
    equal = data([figure("graduates", 9, out_of=10, base="all")], [figure("graduates", 90, out_of=100, base="all")])
    assert "bằng nhau (90% (9/10) và 90% (90/100))" in said(equal, "graduates")


def test_equal_numbers_and_such_as_are_equal_only_when_rounded() -> None:
    assert said(data([figure("cells", 5)], [figure("cells", 5)]), "cells") == (
        "Cells: An Lão (Bến Tre) và Ân Thi (Bến Tre) bằng nhau (5); 2019."
    )
    rounded = data([figure("members", 1000), figure("units", 30)], [figure("members", 1001), figure("units", 30)])
    assert "cao hơn" in said(rounded, "each")  # 33.33 and 33.37 differ as they are shown
    rounded = data([figure("members", 1000), figure("units", 30)], [figure("members", 1000.4), figure("units", 30)])
    assert "bằng nhau khi làm tròn (33,3); 2019" in said(rounded, "each")


def test_the_factor_of_rounded_values_is_that_of_the_true_ones() -> None:
    """1.25 and 4.94 are shown as 1.3 (or 1.2) and 4.9: what is told must be near the true 3.95."""
    dataset = data([figure("members", 125), figure("units", 100)], [figure("members", 494), figure("units", 100)])
    assert "gấp khoảng 4 lần" in said(dataset, "each")


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ((10, 15), (10, 12), "An Lão (Bến Tre) tăng nhiều hơn Ân Thi (Bến Tre) 3 thôn; 11/2018 và 01/2019"),
        ((10, 15), (10, 10), "An Lão (Bến Tre) tăng 5 thôn, Ân Thi (Bến Tre) không đổi; 11/2018 và 01/2019"),
        ((10, 15), (10, 9), "An Lão (Bến Tre) tăng, Ân Thi (Bến Tre) giảm, chênh nhau 6 thôn; 11/2018 và 01/2019"),
        ((10, 9), (10, 5), "Ân Thi (Bến Tre) giảm nhiều hơn An Lão (Bến Tre) 4 thôn; 01/2019 và 11/2018"),
        ((10, 10), (10, 5), "Ân Thi (Bến Tre) giảm 5 thôn, An Lão (Bến Tre) không đổi; 01/2019 và 11/2018"),
    ],
)
def test_what_rose_or_fell_with_the_dates_in_the_order_of_the_places(
    one: tuple[int, int], other: tuple[int, int], told: str
) -> None:
    figures = [[figure("hamlets", after, before=before, since="2015")] for before, after in (one, other)]
    assert told in said(data(*figures, at0="2018-11", at1="2019-01"), "since_before")


def test_of_several_places_all_are_named_in_their_order_with_their_numbers() -> None:
    dataset = data([figure("cells", 5)], [figure("cells", 9)], [figure("cells", 5)], at0="2019-03", at2="2019-08")
    assert said(dataset, "cells") == (
        "Cells: từ nhiều đến ít: Ân Thi (Bến Tre) 9, An Lão (Bến Tre) 5 và Dĩ An (Bến Tre) 5; 03/2019 đến 08/2019."
    )


def test_what_keeps_one_place_apart_is_told_of_that_place() -> None:
    dataset = data([figure("cells", 5)], [figure("cells", 9)], [figure("cells", 50)], at2="2012")
    told = said(dataset, "cells")
    assert "Ân Thi (Bến Tre) nhiều hơn An Lão (Bến Tre) 4 chi bộ" in told
    assert "Riêng Dĩ An (Bến Tre) 50 (2012) cần thận trọng: cách nhau khoảng 7 năm." in told


def test_where_levels_differ_the_level_shows() -> None:
    ratio = [[figure("members", members), figure("units", 10)] for members in (900, 500)]
    dataset = data(*ratio, places=("p", "q.ha"))
    told = said(dataset, "each")
    assert "tỉnh Bến Tre cao hơn huyện Hạ Long (Quảng Ninh) 40 đảng viên" in told


def test_a_difference_that_the_length_of_the_period_may_have_made_is_not_claimed() -> None:
    spans = "2018-01-01/2018-10-05", "2018-01-01/2018-09-20"
    figures = [[figure("admitted", n, as_of=span)] for n, span in zip((113, 110), spans, strict=True)]
    told = said(data(*figures), "admitted")
    assert "phần chênh có thể chỉ do kỳ dài hơn một chút" in told
    assert "nhiều hơn" not in told
    fell = [[figure("cut", -113, since="2015", as_of="2018-11")], [figure("cut", -110, since="2015", as_of="2018-09")]]
    assert "phần chênh" in said(data(*fell), "cut")
    more = [[figure("admitted", n, as_of=span)] for n, span in zip((113, 60), spans, strict=True)]
    assert "nhiều hơn" in said(data(*more), "admitted")


def test_the_part_of_a_place_is_named_once() -> None:
    figures = [[figure("cells", n, of={"vi": "khối xã", "en": "communes"})] for n in (5, 9)]
    assert said(data(*figures), "cells").startswith("Cells (khối xã): Ân Thi (Bến Tre) nhiều hơn An Lão (Bến Tre) 4 ")


def test_targets_and_what_was_met_are_named_as_such() -> None:
    figures = [[figure("attained", value, as_of="2019")] for value in (101, 96.5)]
    assert said(data(*figures), "attained").startswith(
        "Attained: An Lão (Bến Tre) cao hơn Ân Thi (Bến Tre) 4,5 điểm phần"
    )


# --- with caution


def test_with_caution_each_number_stands_with_its_date_and_no_amount_is_told() -> None:
    dataset = data([figure("members", 300)], [figure("members", 500)], at0="2012")
    assert said(dataset, "members") == (
        "Members: Ân Thi (Bến Tre) 500 (2019), lớn hơn An Lão (Bến Tre) 300 (2012), nhưng cách nhau khoảng 7 năm."
    )


def test_an_order_that_a_hedge_leaves_open_is_not_told() -> None:
    dataset = data([figure("members", 300, hedge=Hedge.OVER, printed="trên 300")], [figure("members", 500)])
    told = said(dataset, "members")
    assert "không xếp được hơn kém, vì chưa rõ số nào lớn hơn" in told
    assert "lớn hơn Ân" not in told
    settled = data([figure("members", 300)], [figure("members", 500, hedge=Hedge.OVER, printed="trên 500")])
    assert "Ân Thi (Bến Tre) > 500 (2019), lớn hơn An Lão (Bến Tre) 300 (2019), nhưng có số gần đúng" in said(
        settled, "members"
    )


def test_equal_numbers_with_a_caution_are_told_as_equal() -> None:
    dataset = data([figure("cells", 5)], [figure("cells", 5)], at0="2012")
    assert "An Lão (Bến Tre) 5 (2012) và Ân Thi (Bến Tre) 5 (2019): bằng nhau, nhưng cách nhau" in said(
        dataset, "cells"
    )


def test_a_rating_has_no_order() -> None:
    figures = [[figure("own", None, grade=grade, scheme="new")] for grade in ("good", "completed")]
    told = said(data(*figures), "own")
    assert told == ("Own: An Lão (Bến Tre) “Hoàn thành tốt nhiệm vụ”; Ân Thi (Bến Tre) “Hoàn thành nhiệm vụ”; 2019.")
    alike = [[figure("own", None, grade="good", scheme="new")]] * 3
    assert "An Lão (Bến Tre), Ân Thi (Bến Tre) và Dĩ An (Bến Tre) cùng được xếp loại" in said(data(*alike), "own")


def test_what_nobody_checked_is_told_also_of_what_rests_on_it() -> None:
    figures = [[figure("members", n), figure("units", 10)] for n in (300, 500)]
    dataset = data(*figures)
    told = "Số liệu của An Lão (Bến Tre) chưa được đối chiếu với bài."
    assert said(dataset, "members", an=Proof.TEXT_NOT_HELD).endswith(told)
    assert said(dataset, "each", an=Proof.TEXT_NOT_HELD).endswith(told)
    assert "đối chiếu" not in said(dataset, "members", an=Proof.SEEN_AGAIN)


# --- whatever is compared

VALUES = st.one_of(st.integers(-3, 12), st.sampled_from([0.1, 2.5, 99.95, 1_500_000]))


@given(
    st.lists(st.tuples(VALUES, st.sampled_from([None, None, *Hedge]), st.sampled_from(["2018", "2019-05", "2012"])),
             min_size=2, max_size=5),
    st.sampled_from(["members", "admitted", "poor", "cut", "money"]),
    st.sampled_from(["vi", "en"]),
)  # fmt: skip
def test_more_is_only_said_where_it_is_and_no_amount_where_a_number_is_approximate(
    told: list[tuple[float, Hedge | None, str]], indicator: str, language: Language
) -> None:
    more = {"poor": {"base": "all"}, "cut": {"since": "2010"}}.get(indicator, {})
    records = [[figure(indicator, value, hedge=hedge, **more)] for value, hedge, _ in told]
    dataset = data(*records, **{f"at{n}": when for n, (_, _, when) in enumerate(told)})
    figures = figures_of(dataset)
    pool = Pool(dataset, figures, lambda one: panel_key(one, rules()))
    say = sayer(dataset, language)
    for found in pool.compare(pool.by_place).compared:
        text = sentence(found, say)
        assert text.endswith(".")
        assert "{" not in text
        assert "  " not in text
        if len(found.clean) < 2:
            assert not re.search(r"nhiều hơn|cao hơn|more than|higher than|gấp|times", text)
        for one in found.figures:
            assert say.short_place(one.locality) in text or len(found.figures) > 2
        high = max(found.clean, key=lambda one: one.value or 0, default=None)
        if high is not None and (match := re.search(r": (.+?) (?:nhiều|cao) hơn", text)):
            assert match[1] == say.short_place(high.locality)


def test_of_our_own_data_no_sentence_claims_an_order_that_the_verdict_leaves_open() -> None:
    dataset = real()
    pool = Pool(dataset, real_figures(), lambda one: panel_key(one, dataset.rules))
    count = 0
    for language in ("vi", "en"):
        say = sayer(dataset, language)
        for places in combinations(list(pool.by_place), 2):
            for found in pool.compare(places).compared:
                count += 1
                text = sentence(found, say)
                claims = re.search(r"nhiều hơn|cao hơn|more than|higher than|lớn hơn .*nhưng|larger than .*but", text)
                if found.verdict is not Verdict.COMPARABLE and not found.judgement.ranked:
                    assert not claims, text
    assert count > 50


def test_a_set_that_is_no_comparison_of_its_own_is_told_as_it_is() -> None:
    """A sentence asks nothing but the figures and the verdict: the order of the figures changes only the order of
    names."""
    dataset = data([figure("cells", 5)], [figure("cells", 9)])
    one, other = figures_of(dataset)
    pool = Pool(dataset, [one, other], lambda each: panel_key(each, rules()))
    found = pool.compare(pool.by_place).compared[0]
    turned = replace(found, figures=(other, one), clean=(other, one))
    assert sentence(found, sayer(dataset)) == sentence(turned, sayer(dataset))
    assert isinstance(found, Compared)
    assert found.subject == Subject.of(one)
    assert found.level is Level.DISTRICT


@pytest.mark.parametrize(
    ("dates", "told"),
    [
        (("2019-03", "2018-11"), "11/2018\N{NO-BREAK SPACE}– 03/2019"),
        (("2015/2019", "2014/2020"), "2014–2020"),
        (("2013/2017", "2014/2018"), "2013–2017 đến 2014–2018"),
        (("2019", "2019"), "2019"),
    ],
)
def test_the_span_of_a_set_begins_with_the_period_that_begins_first(dates: tuple[str, str], told: str) -> None:
    first, second = dates
    kind = "admitted" if "/" in first else "members"
    dataset = data([figure(kind, 30)], [figure(kind, 50)], at0=first, at1=second)
    pool = Pool(dataset, figures_of(dataset), lambda one: panel_key(one, rules()))
    (found,) = [one for one in pool.compare(pool.by_place).compared if one.subject.indicator == kind]
    assert span(found, sayer(dataset)) == told


def test_a_rank_names_the_level_of_the_places() -> None:
    dataset = data([figure("members", 300)], [figure("members", 500)])
    (one,) = [one for one in Pool(dataset, figures_of(dataset), lambda one: panel_key(one, rules())).standings("p.an")
              if one.figure.indicator == "members"]  # fmt: skip
    assert standing(one, sayer(dataset)).startswith("Cao thứ 2 trong 2 nơi (cấp huyện); ")
