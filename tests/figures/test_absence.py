"""Why a place has no figure of an indicator: one answer, the right one, and the same one everywhere."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dashboard.charts.figure_index import FigureIndex
from dashboard.charts.page_data import page_data
from dashboard.export.blanks import missing
from dashboard.figures import frame, place_profile
from dashboard.figures.absence import Absences
from dashboard.language.dates import Period
from dashboard.records.dataset import Dataset
from dashboard.records.models.chart import Form
from dashboard.records.models.figure import Blank, BlankKind, Sum
from dashboard.records.models.indicator import Formula
from tests.world import EVERYTHING, REPOSITORY, asked_for, both, chart, figure, planned, real, unshown, world

PART: dict[str, Any] = {"of": both("Văn phòng Huyện ủy"), "key": "office"}
SUM = Sum(whole="units", parts=["committees", "cells"], complete=True, computed=True)
SHARE = Formula(percent=("committees", "units"), digits=1)


def why(dataset: Dataset, place: str, indicator: str) -> tuple[BlankKind | None, str]:
    """The kind of reason, "" or its own words, asked for in both ways that absences are made."""
    found = [one.why(place, dataset.indicators[indicator]) for one in (Absences.of(dataset), figures(dataset).absences)]
    assert found[0] == found[1]
    return (found[0].kind, found[0].why.vi if found[0].why else "") if found[0] else (None, "")


def figures(dataset: Dataset) -> FigureIndex:
    return page_data(dataset).figures


def with_formula(dataset: Dataset, indicator: str, formula: Formula) -> Dataset:
    """The data set with another formula of an indicator."""
    changed = dataset.indicators[indicator].model_copy(update={"formula": formula})
    return replace(dataset, indicators={**dataset.indicators, indicator: changed})


# --- what is there is not missing


@pytest.mark.parametrize("excerpts", [[], ["p.an"]], ids=["read in full", "read in part"])
def test_what_is_summed_from_its_parts_is_not_missing(excerpts: list[str]) -> None:
    parts = {"p.an": [figure("committees", 24), figure("cells", 24)]}
    dataset = world(parts, chart(Form.BARS, "units"), sums={"p.an": [SUM]}, excerpts=excerpts)
    assert why(dataset, "p.an", "units") == (None, "")
    assert "units" not in [one.indicator for one in missing(dataset) if one.locality == "p.an"]
    assert planned(dataset).absent == ()


def test_a_share_that_is_computed_is_not_missing_where_it_is_not_printed() -> None:
    printed = {"p.an": [figure("graduates", 40, out_of=160, base="all")], "p.di": [figure("graduates", 40)]}
    dataset = world(printed)
    share = dataset.indicators["poor"].model_copy(update={"computed_as": "graduates"})
    dataset = replace(dataset, indicators={**dataset.indicators, "poor": share})
    assert why(dataset, "p.an", "poor") == (None, "")
    assert why(dataset, "p.di", "poor") == (BlankKind.NOT_STATED, ""), "without a total it says no share"


def test_nothing_that_our_pages_compute_is_called_missing_on_them() -> None:
    dataset, rows = real(), frame.build(real())
    for place in {entry.locality for entry in dataset.entries}:
        one = place_profile.build(dataset, rows, place)
        shown = {line.indicator for lines in one.lines.values() for line in lines if line.figure}
        lacking = {indicator.id for indicator, absence in one.silent if absence.kind is not BlankKind.PART_ONLY}
        assert not shown & lacking
        assert not {dataset.indicators[id].computed_as for id in lacking} & shown
    assert "tccsd_clean_strong" not in {
        one.indicator for one in missing(dataset) if one.locality == "dak-nong.krong-no"
    }, "its count and the total are printed"


# --- the reason is the reason


@pytest.mark.parametrize("excerpts", [[], ["p.an", "p.an/2"]], ids=["read in full", "read in part"])
@pytest.mark.parametrize(
    ("articles", "said"),
    [
        ({"p.an": [figure("members", 9), figure("units", 3, as_of="2018")]}, "hai số ở hai thời điểm: 2019 và 2018"),
        ({"p.an": [figure("members", 9), figure("units", 0)]}, "số chia bằng 0"),
        ({"p.an": [figure("members", 9), figure("units", 3, **PART)]}, "hai số không của cùng một bộ phận"),
        ({"p.an": [figure("members", 9)], "p.an/2": [figure("units", 3)]}, "hai số ở hai bài báo khác nhau"),
    ],
    ids=["two dates", "a division by zero", "two parts", "two articles"],
)
def test_where_a_rule_is_the_reason_the_rule_is_told(articles: dict[str, Any], said: str, excerpts: list[str]) -> None:
    dataset = world(articles, chart(Form.BARS, "each"), excerpts=[one for one in excerpts if one in articles])
    assert why(dataset, "p.an", "each") == (BlankKind.REFUSED, said)
    (row,) = (row for panel in planned(dataset).panels for row in panel.rows)
    assert row.absent
    assert row.absent.why
    assert row.absent.why.vi == said
    told = {(one.indicator, one.kind, one.why_vi) for one in missing(dataset) if one.locality == "p.an"}
    assert ("each", BlankKind.REFUSED, said) in told
    lines = place_profile.build(dataset, frame.build(dataset), "p.an").lines["one"]
    assert [line.why.vi for line in lines if line.why and line.indicator == "each"] == [said]


def test_what_is_computed_of_another_date_is_not_refused() -> None:
    years = [figure("units", 3, as_of="2018"), figure("members", 8, as_of="2018", key="x"), figure("members", 9),
             figure("units", 4, key="y"), figure("members", 7, as_of="2018", key="z")]  # fmt: skip
    dataset = world({"p.an": [*years, figure("units", 5, as_of="2018", key="z")]})
    assert why(dataset, "p.an", "each") == (None, "")


@pytest.mark.parametrize(
    ("excerpts", "said"), [([], "bài báo không có số members"), (["p.an"], "phần bài đã đọc không có số members")]
)
def test_an_input_that_was_not_read_is_not_said_to_be_left_out_by_the_article(excerpts: list[str], said: str) -> None:
    dataset = world({"p.an": [figure("admitted", 50, as_of="2016/2020")]}, excerpts=excerpts)
    assert why(dataset, "p.an", "a_year_of_100") == (BlankKind.REFUSED, said)


@pytest.mark.parametrize("excerpts", [[], ["p.an"]], ids=["read in full", "read in part"])
@pytest.mark.parametrize("parts", [[figure("units", 3, **PART)], [figure("cells", 24)]], ids=["a body", "a kind"])
def test_where_only_a_part_is_printed_that_is_told(parts: list[Any], excerpts: list[str]) -> None:
    dataset = world({"p.an": parts}, chart(Form.BARS, "units"), excerpts=excerpts)
    assert why(dataset, "p.an", "units") == (BlankKind.PART_ONLY, "")


def test_each_other_reason() -> None:
    dataset = world(
        {"p.an": [figure("hamlets", 5)], "p.di": [figure("hamlets", 5)], "q.ha.lam": [figure("hamlets", 1)]},
        excerpts=["p.di"],
        blanks={"p.an": [Blank(indicator="members", printed="khá đông")]},
    )
    assert why(dataset, "p.an", "members")[0] is BlankKind.WORDS_ONLY
    assert why(dataset, "p.an", "units")[0] is BlankKind.NOT_STATED
    assert why(dataset, "p.di", "members")[0] is BlankKind.EXCERPT_ONLY
    assert why(dataset, "p.duc", "members")[0] is BlankKind.NO_ARTICLE
    assert why(dataset, "q.ha.lam", "units")[0] is BlankKind.NOT_APPLICABLE


def test_of_several_indicators_the_first_reason_that_says_most_is_told() -> None:
    dataset = world({"p.an": [figure("cells", 24)], "q.ha.lam": [figure("hamlets", 1)]})
    absences, known = Absences.of(dataset), dataset.indicators
    both_absent = absences.among("p.an", [known["hamlets"], known["units"]])
    assert both_absent
    assert both_absent.kind is BlankKind.PART_ONLY
    assert absences.among("p.an", [known["hamlets"], known["cells"]]) is None
    nothing = absences.among("q.ha.lam", [known["units"]])
    assert nothing
    assert nothing.kind is BlankKind.NOT_APPLICABLE


# --- a sum of complete parts serves a share


def test_a_sum_of_complete_parts_divides_like_a_printed_number_and_names_every_addend() -> None:
    parts = [figure("committees", 24), figure("cells", 26), figure("members", 100)]
    dataset = with_formula(world({"p.an": parts}, sums={"p.an": [SUM]}), "of_total", SHARE)
    found = {one.indicator: one for one in page_data(dataset).figures.all if one.computed}
    assert (found["of_total"].value, found["each"].value) == (48, 2)
    assert found["of_total"].inputs == ("p.an/committees", "p.an/cells")
    assert found["each"].inputs == ("p.an/members", "p.an/committees", "p.an/cells")


def test_a_hedge_and_the_reader_who_noted_it_go_with_the_sum() -> None:
    parts = [figure("committees", 24, hedge="over", hedge_noted=True), figure("cells", 26), figure("members", 100)]
    figures = page_data(world({"p.an": parts}, sums={"p.an": [SUM]})).figures
    found = {one.indicator: one for one in figures.all if one.computed}
    assert [(found[id].hedge, found[id].hedge_noted) for id in ("units", "each")] == [("over", True), ("under", True)]


def test_parts_that_are_not_all_serve_nothing() -> None:
    parts = [figure("committees", 24), figure("members", 100)]
    dataset = world({"p.an": parts}, sums={"p.an": [SUM]}, excerpts=["p.an"])
    assert not [one for one in page_data(dataset).figures.all if one.computed]
    assert why(dataset, "p.an", "each") == (BlankKind.EXCERPT_ONLY, "")


# --- all pages ask the same


def test_a_place_is_told_the_same_reason_by_its_chart_its_page_and_its_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place_profile, "USUAL", 1)
    articles = {"p.an": [figure("cells", 5)], "p.di": [figure("units", 5)], "p.duc": [figure("hamlets", 5)]}
    dataset = world(articles, chart(Form.BARS, "units"), excerpts=["p.duc"])
    rows = frame.build(dataset)
    for place, kind in (("p.an", BlankKind.PART_ONLY), ("p.duc", BlankKind.EXCERPT_ONLY)):
        assert unshown(planned(dataset), kind) == (place,)
        absent = [row.absent for panel in planned(dataset, replace(EVERYTHING, places=(place, "p.di"))).panels
                  for row in panel.rows if row.locality == place]  # fmt: skip
        assert [one and one.kind for one in absent] == [kind]
        page = {one.id: reason.kind for one, reason in place_profile.build(dataset, rows, place).silent}
        files = {one.indicator: one.kind for one in missing(dataset) if one.locality == place}
        assert page["units"] == files["units"] == kind
    assert len(planned(dataset, asked_for()).absent) == 0


def test_nothing_but_the_one_function_asks_how_much_was_read_to_say_why_a_number_is_absent() -> None:
    told = re.compile(r"BlankKind\.(NOT_STATED|EXCERPT_ONLY|NO_ARTICLE|PART_ONLY)")
    asking = {
        path.relative_to(REPOSITORY).as_posix()
        for path in Path(REPOSITORY, "dashboard").rglob("*.py") if told.search(path.read_text("utf-8"))
    }  # fmt: skip
    assert asking == {
        "dashboard/figures/absence.py",
        "dashboard/charts/figure_wording.py",
        "dashboard/export/blanks.py",
    }


@pytest.mark.parametrize(
    ("valid", "kind"),
    [
        ("../2025-06-30", BlankKind.NOT_APPLICABLE),
        ("2025-07-01/..", BlankKind.NOT_STATED),
        ("2020/..", BlankKind.NOT_STATED),
        (None, BlankKind.NOT_APPLICABLE),
    ],
    ids=["of before", "of after", "of both", "of unknown dates"],
)
def test_a_commune_since_1_july_2025_may_have_what_a_district_had(valid: str | None, kind: BlankKind) -> None:
    dataset = world({"p.an.xa": [figure("members", 40)]})
    units = dataset.indicators["units"].model_copy(update={"communes_since": Period.parse("2025-07-01")})
    code_valid = Period.parse(valid) if valid else None
    commune = dataset.localities["p.an.xa"].model_copy(update={"code_valid": code_valid})
    dataset = replace(
        dataset,
        indicators={**dataset.indicators, "units": units},
        localities={**dataset.localities, "p.an.xa": commune},
    )
    assert why(dataset, "p.an.xa", "units")[0] is kind
