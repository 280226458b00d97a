"""Each rule of data/rules.yaml, tried on figures of data/."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dashboard.figures.comparability import Verdict
from dashboard.figures.figure import Figure
from dashboard.language.dates import Period
from dashboard.language.hedges import Hedge
from dashboard.records.models.figure import Base
from dashboard.records.models.indicator import Kind
from dashboard.records.models.locality import Level
from tests.figures.comparability.samples import judge, kinds, like
from tests.world import real_figures, rules

CAUTION, NEVER = Verdict.CAUTION, Verdict.NOT_COMPARABLE
QUANG_NINH = "bao-quang-binh-2019-10-18"
CHO_MOI = "bao-bac-kan-2023"
BEN_TRE = "bao-dong-khoi-2019-07-22"
YEN_LAC = "yen-lac-2020-08-24"
CHU_SE = "gia-lai-tv-2020-06"
KRONG_NO = "bao-moi-krong-no-2011"
HAI_DUONG = "bao-hai-duong-2020-02-27"
DONG_THAP = "bao-dong-thap-2013-04-05"
DONG_NAI = "bao-dong-nai-2018-10-08"


def real(id: str, **changes: Any) -> Figure:
    """A figure of data/, or what it would be if it differed in something."""
    (figure,) = (figure for figure in real_figures() if figure.id == id)
    return replace(figure, **changes)


def reasons(one: Figure, other: Figure) -> dict[str, Verdict]:
    return kinds(judge([one, other]))


def texts(one: Figure, other: Figure) -> list[str]:
    return judge([one, other]).texts("vi")


# --- never on one axis


def test_schemes_1_clean_and_strong_is_not_fulfilled_excellently() -> None:
    found = judge([real(f"{DONG_THAP}/tccsd_clean_strong"), real(f"{HAI_DUONG}/tccsd_excellent")])
    assert found.verdict is NEVER
    assert {"scheme", "label", "indicator"} <= set(kinds(found))


def test_schemes_2_the_same_words_before_and_after_2018_are_two_scales() -> None:
    found = reasons(real(f"{DONG_THAP}/tccsd_completed"), real(f"{HAI_DUONG}/tccsd_completed"))
    assert found["scheme"] is NEVER
    assert "label" not in found


def test_schemes_3_one_tier_is_not_that_tier_and_all_above() -> None:
    good, better = real(f"{DONG_THAP}/members_good"), real(f"{HAI_DUONG}/members_good_or_better")
    assert reasons(good, better)["tier"] is NEVER
    assert "khác mức xếp loại: “tốt” và “tốt trở lên”" in texts(good, better)


def test_schemes_3_two_tiers_that_are_unclear_are_never_known_to_be_one() -> None:
    one = real(f"{YEN_LAC}/tccsd_completed_or_good")
    assert reasons(one, replace(one, id="other"))["tier"] is NEVER


def test_schemes_4_different_subjects() -> None:
    found = reasons(real(f"{DONG_THAP}/tccsd_good"), real(f"{DONG_THAP}/subordinate_cells_good"))
    assert found["subject"] is NEVER


def test_schemes_5_a_local_title_is_not_the_annual_rating() -> None:
    title, rating = real(f"{BEN_TRE}/model_cells"), real(f"{DONG_THAP}/cells_clean_strong")
    assert reasons(title, rating)["title"] is NEVER
    assert "danh hiệu riêng của địa phương và xếp loại hằng năm" in texts(title, rating)
    assert "title" not in reasons(title, real(f"{BEN_TRE}/model_cells@ben-tre.ba-tri"))


def test_schemes_6_of_all_is_not_of_those_rated() -> None:
    share = real(f"{HAI_DUONG}/tccsd_good_or_better")
    assert reasons(share, replace(share, id="z", base=Base.ALL)) == {"base": NEVER}


def test_schemes_6_two_bases_that_no_article_states_are_never_known_to_be_one() -> None:
    share = real(f"{HAI_DUONG}/tccsd_excellent")
    assert reasons(share, replace(share, id="z")) == {"base": NEVER}
    assert texts(share, replace(share, id="z")) == ["tỷ lệ không tính trên cùng một tổng số: cả hai đều không nêu"]


def test_schemes_6_of_one_subset_is_not_of_another() -> None:
    rated, subset = real(f"{DONG_THAP}/members_excellent"), real(f"{DONG_THAP}/members_excellent~of-good")
    assert reasons(rated, subset) == {"base": NEVER}
    other = replace(subset, id="z", texts=subset.texts | {"base_note_vi": "đảng viên nữ"})
    assert reasons(subset, other) == {"base": NEVER}


def test_a_share_computed_of_a_base_that_nobody_states_does_not_compare_either() -> None:
    share = real(f"{BEN_TRE}/share_of_total(model_cells)")
    assert reasons(share, replace(share, id="z"))["base"] is NEVER


def test_a_count_by_itself_needs_no_base() -> None:
    weak = real(f"{KRONG_NO}/tccsd_weak")
    assert reasons(weak, replace(weak, id="z", base=Base.NOT_STATED, inferred=False)) == {"inferred": CAUTION}


def test_one_level_on_one_axis() -> None:
    assert reasons(real(f"{QUANG_NINH}/party_members"), real(f"{BEN_TRE}/party_members")) == {"level": NEVER}


def test_a_ratio_that_removes_size_may_cross_levels() -> None:
    name = "members_per_grassroots_organization"
    assert not reasons(real(f"{QUANG_NINH}/{name}"), real(f"{BEN_TRE}/{name}"))


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.STOCK])
def test_the_kinds_are_never_mixed(kind: Kind) -> None:
    assert reasons(like("a"), like("b", kind=kind, as_of="2019"))["kind"] is NEVER


def test_posts_and_part_time_workers_are_different_cuts() -> None:
    found = reasons(real(f"{YEN_LAC}/payroll_posts_cut"), real(f"{YEN_LAC}/parttime_workers_cut"))
    assert {"indicator", "subject", "unit"} <= set(found)


def test_what_is_computed_from_different_things_is_different_though_its_indicator_is_one() -> None:
    name = f"{BEN_TRE}/change_from_before"
    assert reasons(real(f"{name}(rearranged_bodies)"), real(f"{name}(merged_bodies)"))["indicator"] is NEVER


def test_each_cut_keeps_its_baseline_year() -> None:
    cut = real(f"{YEN_LAC}/payroll_posts_cut")
    assert reasons(cut, replace(cut, id="z", since=Period.parse("2017")))["baseline"] is NEVER
    assert reasons(cut, replace(cut, id="z", since=None))["baseline"] is NEVER
    assert "baseline" not in reasons(cut, replace(cut, id="z", since=Period.parse("2015-04-30")))


def test_two_changes_of_no_known_baseline_are_never_known_to_be_of_one() -> None:
    cut = real(f"{YEN_LAC}/parttime_workers_cut", inferred=False)
    assert reasons(cut, replace(cut, id="z")) == {"baseline": NEVER}
    assert texts(cut, replace(cut, id="z")) == ["khác mốc so sánh: cả hai đều không nêu mốc"]


def test_a_change_over_a_period_has_its_baseline_where_that_begins() -> None:
    over = like("a", kind=Kind.CHANGE, as_of="2016/2019")
    assert reasons(over, like("b", kind=Kind.CHANGE, as_of="2016/2019")) == {}
    assert reasons(over, like("b", kind=Kind.CHANGE, as_of="2015/2018"))["baseline"] is NEVER


def test_a_share_of_a_plan_met_by_june_is_not_one_of_a_whole_year() -> None:
    june, year = like("a", kind=Kind.ATTAINMENT, as_of="2019-01/2019-06"), like("b", kind=Kind.ATTAINMENT, as_of="2019")
    assert reasons(june, year) == {"plan": NEVER}
    assert texts(june, year) == ["tính trong những kỳ dài khác nhau: 6 tháng và 1 năm"]
    assert reasons(june, like("b", kind=Kind.ATTAINMENT, as_of="2019-01-01/2019-06-30")) == {}
    term = {"kind": Kind.ATTAINMENT, "term": True}
    whole = like("a", **term, as_of="2010/2015", published="2015-12")
    assert reasons(whole, like("b", **term, as_of="2015/2020", published="2018-03"))["plan"] is NEVER
    assert reasons(whole, like("b", **term, as_of="2015/2020", published="2020-06")) == {}
    told = like("a", kind=Kind.ATTAINMENT, as_of="2019-06-30"), like("b", kind=Kind.ATTAINMENT, as_of="2019-12-31")
    assert reasons(*told) == {"plan": NEVER}
    assert texts(*told) == ["tính trong những kỳ dài khác nhau: cả hai đều không rõ độ dài"]


@pytest.mark.parametrize("kind", [Kind.FLOW, Kind.VISITS])
def test_two_flows_told_as_of_a_day_are_never_known_to_be_of_one_length(kind: Kind) -> None:
    assert reasons(like("a", kind=kind, as_of="2019-06-30"), like("b", kind=kind, as_of="2019-07-11")) == {
        "span": NEVER
    }


def test_a_share_of_what_happened_over_a_term_is_not_one_of_a_year_and_an_average_is_told() -> None:
    term, year = like("a", kind=Kind.SHARE, as_of="2015/2020", base="all"), {"kind": Kind.SHARE, "as_of": "2018"}
    adding = replace(term, over=True, adds_up=True)
    assert reasons(adding, like("b", **year, adds_up=True, base="all")) == {"span": NEVER}
    average = replace(term, over=True)
    assert reasons(average, like("b", **year, base="all")) == {"averaged": CAUTION}


def test_a_sum_of_flows_is_no_average_per_year() -> None:
    whole = like("a", kind=Kind.FLOW, as_of="2015/2019", computed=True, inputs=("a/x", "a/y"))
    assert reasons(whole, like("b", kind=Kind.FLOW, as_of="2019"))["span"] is NEVER


def test_a_part_of_posts_cut_since_2015_is_not_one_cut_since_2019() -> None:
    cut = like("a", kind=Kind.RATIO, adds_up=True, since="2015", as_of="2020", base="all")
    assert reasons(cut, replace(cut, id="z", since=Period.parse("2019")))["baseline"] is NEVER


# --- dates known by bounds only


@pytest.mark.parametrize(
    ("one", "other", "vi", "en"),
    [
        ("../2021", "2010", "cách nhau không rõ bao lâu", "an unknown time apart"),
        ("../2021", "../2021", "cách nhau không rõ bao lâu", "an unknown time apart"),
        ("../2007", "2010", "cách nhau ít nhất 2 năm", "at least 2 years apart"),
        ("2010/..", "2019", "cách nhau nhiều nhất 8 năm", "up to 8 years apart"),
        ("2021/2022", "2010", "cách nhau từ 10 đến 11 năm", "10 to 11 years apart"),
        ("2015/2020", "2019", "cách nhau nhiều nhất 3 năm", "up to 3 years apart"),
        ("2015/2020", "2015/2020", "cách nhau nhiều nhất 4 năm", "up to 4 years apart"),
    ],
)
def test_a_date_known_by_bounds_is_taken_as_far_off_as_it_may_be(one: str, other: str, vi: str, en: str) -> None:
    judgement = judge([like("a", as_of=one), like("b", as_of=other)])
    assert kinds(judgement) == {"dates": CAUTION}
    assert (judgement.texts("vi"), judgement.texts("en")) == ([vi], [en])


def test_one_of_two_years_is_near_either() -> None:
    for year in ("2021", "2022"):
        assert reasons(like("a", as_of="2021/2022"), like("b", as_of=year)) == {}


def test_the_years_of_a_flow_leave_nothing_open() -> None:
    flows = [like(id, kind=Kind.FLOW, as_of="2015/2019") for id in "ab"]
    assert reasons(*flows) == {}


def test_two_values_of_one_place_are_no_conflict_where_they_may_be_of_two_dates() -> None:
    one, other = (like(id, article=id, value=n, as_of="2021/2022") for id, n in (("a", 7), ("b", 8)))
    assert "conflict" not in reasons(one, other)


def test_a_term_does_not_compare_with_a_year_or_a_part_of_one() -> None:
    term, months = real(f"{YEN_LAC}/members_admitted"), real(f"{DONG_NAI}/members_admitted")
    assert reasons(term, months)["span"] is NEVER
    assert "khác độ dài của kỳ: một năm trở xuống và cả nhiệm kỳ" in texts(term, months)
    assert reasons(term, real(f"{KRONG_NO}/members_admitted"))["span"] is NEVER
    assert not {"span", "length"} & set(reasons(term, real(f"{CHU_SE}/members_admitted")))


def test_admissions_per_year_compare_whatever_the_length_of_the_period() -> None:
    name = "admissions_per_year(members_admitted)"
    assert not {"span", "length"} & set(reasons(real(f"{YEN_LAC}/{name}"), real(f"{KRONG_NO}/{name}")))


def test_a_series_breaks_on_1_july_2025() -> None:
    members = real(f"{DONG_NAI}/party_members")
    before = replace(members, id="y", as_of=Period.parse("2025-06-30"))
    after = replace(members, id="z", as_of=Period.parse("2025-07-01"))
    assert reasons(before, after) == {"break": NEVER}
    assert texts(before, after) == ["khác giai đoạn, lấy mốc 1/7/2025: trước và từ ngày ấy về sau"]
    across = replace(members, id="x", as_of=Period.parse("2025"), published=Period.parse("2026"))
    assert reasons(before, across) == {"break": NEVER}


def test_what_is_undated_is_before_the_break_where_its_article_or_its_place_was() -> None:
    members = like("a", as_of="2019")
    assert reasons(members, like("b", as_of="undated", published="2023")) == {"undated": CAUTION}
    ended = like("b", as_of="undated", published="2026", code_valid="../2025-06-30")
    assert reasons(members, ended) == {"undated": CAUTION}
    assert reasons(members, like("b", as_of="undated", published="2026")) == {"break": NEVER, "undated": CAUTION}


# --- with caution


def test_2018_to_2022_beside_2023_to_2024_only_with_a_marker() -> None:
    old = real(f"{HAI_DUONG}/tccsd_good_or_better")
    new = replace(old, id="z", scheme="party-2023-2024", texts=old.texts | {"scheme_vi": "Xếp loại 2023–2024"})
    assert reasons(old, new) == {"new-rules": CAUTION}
    assert "Xếp loại 2023–2024" in texts(old, new)[0]


def test_two_ratings_of_unknown_rules_are_never_known_to_be_of_one() -> None:
    rating = real(f"{QUANG_NINH}/members_good_or_better")
    assert reasons(rating, replace(rating, id="z"))["scheme"] is NEVER


def test_a_share_with_no_year_is_shown_and_never_ranked() -> None:
    figures = [real(f"{KRONG_NO}/tccsd_weak"), real(f"{YEN_LAC}/tccsd_weak")]
    judgement = judge(figures)
    assert kinds(judgement)["undated"] is CAUTION
    assert judgement.unranked == {f"{YEN_LAC}/tccsd_weak"}


def test_dates_a_year_apart_are_told_with_how_far() -> None:
    one, other = real(f"{QUANG_NINH}/party_members"), real(f"{CHO_MOI}/party_members")
    assert texts(one, other) == ["cách nhau khoảng 4 năm", "có số liệu phải suy ra thời điểm"]
    assert reasons(real(f"{BEN_TRE}/party_members"), real(f"{DONG_NAI}/party_members")) == {}


def test_part_of_a_year_beside_a_year_is_told() -> None:
    year = real(f"{KRONG_NO}/members_admitted", inferred=False)
    part = replace(year, id="z", as_of=Period.parse("2010-01/2010-09"))
    assert reasons(year, part) == {"length": CAUTION}


def test_no_order_is_claimed_of_a_month_and_a_year() -> None:
    month, whole, other = (
        like(id, kind=Kind.FLOW, as_of=when, over=True)
        for id, when in (("month", "2019-01"), ("whole", "2019"), ("other", "2019-01/2019-12"))
    )
    judged = judge([month, whole, other])
    assert reasons(month, whole) == {"length": CAUTION}
    assert not judged.ranked
    assert judged.unranked == {"month", "whole", "other"}
    assert judge([whole, other]).ranked


def test_a_hedge_is_told_and_the_order_it_leaves_open_too() -> None:
    share = real(f"{BEN_TRE}/members_population_share")
    assert share.hedge is Hedge.NEARLY
    assert reasons(share, replace(share, id="z", hedge=None, value=4.5)) == {"hedge": CAUTION}
    judgement = judge([share, replace(share, id="z", hedge=None, value=3.9)])
    assert kinds(judgement) == {"hedge": CAUTION, "order": CAUTION}
    assert not judgement.ranked


def test_over_90_is_certainly_above_85_but_not_below_95() -> None:
    over = like("a", value=90, hedge=Hedge.OVER)
    assert judge([over, like("b", value=85)]).ranked
    assert not judge([over, like("b", value=95)]).ranked


def test_an_inferred_date_says_so() -> None:
    one = real(f"{QUANG_NINH}/party_members")
    assert reasons(one, replace(one, id="z", inferred=True)) == {"inferred": CAUTION}


def test_plans_of_different_baselines_are_told() -> None:
    plan = like("a", kind=Kind.ATTAINMENT, as_of="2020-06", since="2015")
    assert reasons(plan, like("b", kind=Kind.ATTAINMENT, as_of="2021-06", since="2016")) == {"plan-baseline": CAUTION}


def test_a_number_that_contradicts_another_is_told_and_not_ranked() -> None:
    share = real("cong-dong-nai-2024-03-28/tccsd_type_commune", base=Base.ALL)
    assert share.contradicts("vi")
    judgement = judge([share, replace(share, id="z", texts=dict.fromkeys(share.texts, "") | {"unit_vi": "%"})])
    assert kinds(judgement) == {"contradicted": CAUTION}
    assert judgement.unranked == {share.id}


def test_the_same_fact_in_two_articles_with_two_values_is_a_conflict() -> None:
    one = real(f"{QUANG_NINH}/party_members")
    other = replace(one, id="z", article="another", value=7400.0, printed="7.400 đảng viên")
    assert reasons(one, other) == {"conflict": CAUTION}
    assert texts(one, other) == [
        "hai bài nêu hai con số khác nhau về cùng một việc: “7.397 đảng viên” và “7.400 đảng viên”"
    ]
    assert not judge([one, other]).ranked
    assert reasons(one, replace(other, value=7397.0)) == {}
    assert reasons(one, replace(other, as_of=Period.parse("2019-10"))) == {}


def test_one_code_for_two_places_is_told_and_the_break_keeps_them_apart() -> None:
    old = like("a", locality="cao-thang", code="06676", level=Level.COMMUNE, as_of="2019")
    new = like("b", locality="ha-lam", code="06676", level=Level.COMMUNE, as_of="2026")
    found = reasons(old, new)
    assert (found["code"], found["break"]) == (CAUTION, NEVER)
    assert "code" not in reasons(old, replace(old, id="z"))


# --- the rules as they are written


def test_every_rule_says_where_it_comes_from_and_what_would_help_in_both_languages() -> None:
    for rule in rules().values():
        for text in (rule.reason, rule.remedy, rule.source):
            assert text.vi
            assert text.en
        assert len(rule.reason.vi) <= 60


def test_plainly_comparable() -> None:
    alike = [
        (like("a", as_of="2019-01-10"), like("b", as_of="2019-10-18")),
        (like("a", kind=Kind.FLOW, as_of="2016/2020"), like("b", kind=Kind.FLOW, as_of="2016/2020", term=True)),
        (like("a", out_of=226, base="all"), like("b", out_of=614, base="all")),
        (
            like("a", kind=Kind.GRADE, scheme="new", tier="good"),
            like("b", kind=Kind.GRADE, scheme="new", tier="completed"),
        ),
    ]
    assert [reasons(one, other) for one, other in alike] == [{}] * len(alike)


@pytest.mark.parametrize("tier", ["unclear", "good_or_better", "completed_or_better"])
def test_a_rating_that_is_unclear_or_combines_tiers_is_none_of_one_tier(tier: str) -> None:
    one, other = (
        like(id, kind=Kind.GRADE, value=None, scheme="new", tier=each) for id, each in (("a", "good"), ("b", tier))
    )
    assert reasons(one, other) == {"tier": NEVER}
    assert reasons(replace(other, id="c"), other) == ({"tier": NEVER} if tier == "unclear" else {})


def test_ten_months_beside_a_year_are_told() -> None:
    part, whole = (like(id, kind=Kind.FLOW, as_of=when) for id, when in (("a", "2019-01/2019-10"), ("b", "2019")))
    assert reasons(part, whole) == {"length": CAUTION}
    assert reasons(replace(part, as_of=Period.parse("2019-01/2019-12")), whole) == {}


def test_an_average_of_several_years_beside_one_year_is_told() -> None:
    several, year, more = (
        like(id, kind=Kind.SHARE, base="all", as_of=when, over=over)
        for id, when, over in (("a", "2015/2019", True), ("b", "2019", False), ("c", "2017/2019", True))
    )
    assert reasons(several, year) == reasons(several, more) == {"averaged": CAUTION}
    assert reasons(several, replace(several, id="z")) == {}
    assert not judge([several, year]).ranked


# --- plans, parts and classes of what 130 more articles print


def test_a_target_is_not_the_number_that_was_reached_nor_the_share_of_it_that_was_met() -> None:
    admitted = like("a", indicator="members_admitted", kind=Kind.FLOW, value=600, as_of="2018")
    target = like("b", indicator="admission_target", kind=Kind.TARGET, value=600, as_of="2018")
    met = like("c", indicator="admission_attainment", kind=Kind.ATTAINMENT, value=600, as_of="2018")
    for one, other in ((admitted, target), (admitted, met), (target, met)):
        assert reasons(one, other)["kind"] is NEVER


def test_what_was_met_of_a_years_plan_is_not_what_was_met_of_a_terms_though_both_ran_for_a_year() -> None:
    met = {"kind": Kind.ATTAINMENT, "as_of": "2021-01-01/2021-12-31"}
    year, term = (
        like("a", indicator="admission_attainment", **met),
        like("b", indicator="admission_attainment_term", **met),
    )
    assert reasons(year, term) == {"indicator": NEVER}
    assert reasons(year, like("b", indicator="admission_excess", **met)) == {"indicator": NEVER}
    assert reasons(year, like("b", indicator="admission_attainment", **met)) == {}


def test_a_target_for_a_year_is_not_one_for_a_term_and_neither_ends_at_publication() -> None:
    year = like("a", kind=Kind.TARGET, as_of="2016", published="2016-01")
    term = like("b", kind=Kind.TARGET, as_of="2015/2020", term=True, published="2016-01")
    assert reasons(year, term)["plan"] is NEVER
    assert "plan" not in reasons(year, like("b", kind=Kind.TARGET, as_of="2017", published="2016-12"))


def test_two_targets_of_one_label_are_of_two_scales_before_and_after_2018() -> None:
    target = {"kind": Kind.TARGET, "label": "tốt", "tier": "good", "base": "all"}
    old = like("a", **target, scheme="old", as_of="2017")
    assert reasons(old, like("b", **target, scheme="new", as_of="2018"))["scheme"] is NEVER


def test_those_struck_off_are_not_those_expelled_and_a_class_of_members_is_not_all() -> None:
    struck = like("a", kind=Kind.FLOW, as_of="2021", of="xóa tên")
    assert reasons(struck, like("b", kind=Kind.FLOW, as_of="2021", of="khai trừ")) == {"part": NEVER}
    assert reasons(struck, like("b", kind=Kind.FLOW, as_of="2021")) == {"part": NEVER}
    assert reasons(struck, like("b", kind=Kind.FLOW, as_of="2021", of="xoá tên")) == {}


def test_clean_and_strong_with_the_exemplary_beside_it_is_not_that_with_them_in_it() -> None:
    beside, inside = (
        real("bao-dong-nai-2014-02-03/tccsd_clean_strong"),
        real("bao-lam-dong-2017-01-20/tccsd_clean_strong"),
    )
    assert reasons(beside, inside)["part"] is NEVER


def test_a_commune_of_before_1_july_2025_is_not_one_of_after_though_both_have_direct_cells() -> None:
    after = real("vietnamplus-2025-08-08/direct_cells")
    before = replace(after, id="z", as_of=Period.parse("2019"))
    assert reasons(before, after)["break"] is NEVER
