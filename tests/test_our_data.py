"""What all the curated articles must hold together, and what those with traps are read as."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from dashboard.articles.verify.proofs import status
from dashboard.charts.dimensions import Dimensions
from dashboard.charts.layout import layout_of
from dashboard.charts.plan import Panel, Plan, split
from dashboard.charts.planner import Planner
from dashboard.checks.loading import load
from dashboard.checks.oddities import odd
from dashboard.checks.sums import fits
from dashboard.export.data_package import to_package
from dashboard.export.extract import whole
from dashboard.figures.comparability import Verdict
from dashboard.figures.computed import outcomes
from dashboard.figures.figure import Figure
from dashboard.figures.frame import build
from dashboard.language.words import LANGUAGES
from dashboard.records.dataset import Dataset, Entry
from dashboard.records.models.article import Reading
from dashboard.records.models.chart import Form
from dashboard.records.models.indicator import Kind
from dashboard.records.places import full_label, label
from dashboard.web.board.cards import NARROW, WIDE
from tests.charts.boxes import outside, overlaps, words
from tests.charts.test_layout import figure_of
from tests.export.test_data_package import unpacked, valid
from tests.world import EVERYTHING, REPOSITORY, figures_of, planned, real, sayer


@cache
def ours() -> Dataset:
    """All articles of the repository."""
    dataset, problems = load(REPOSITORY)
    assert dataset is not None, "\n".join(map(str, problems))
    assert not problems
    return dataset


@cache
def figures() -> tuple[Figure, ...]:
    """All figures, printed and computed."""
    return tuple(figures_of(ours()))


@cache
def plans() -> tuple[Plan, ...]:
    """All charts, as a visitor finds them."""
    planner = Planner(ours(), figures(), EVERYTHING)
    return tuple(planner.plan(chart) for chart in ours().charts.values())


def test_nothing_is_odd_without_a_note() -> None:
    assert not odd(ours())


def test_every_printed_figure_is_in_the_table_and_every_id_is_its_own() -> None:
    ids = [figure.id for figure in figures()]
    assert len(set(ids)) == len(ids)
    assert {figure.id for figure in figures() if not figure.computed} == set(ours().by_id)


def test_every_computed_figure_leads_to_printed_ones() -> None:
    computed = [figure for figure in figures() if figure.computed]
    assert len(computed) > 100
    for figure in computed:
        assert figure.inputs
        assert all(ours().by_id[id].figure.printed for id in figure.inputs)


def test_every_figure_is_on_a_chart() -> None:
    """A panel of many shows some rows and the distribution of all; the others show once their place is chosen."""
    shown = {figure.id for plan in plans() for figure in plan.data}
    assert shown <= {figure.id for figure in figures()}
    hidden = [figure for figure in figures() if figure.id not in shown]
    crowded = {panel.indicator.id for plan in plans() for panel in plan.panels if panel.indicator and panel.hidden}
    assert {figure.indicator for figure in hidden} <= crowded
    assert len(hidden) <= sum(panel.hidden for plan in plans() for panel in plan.panels)
    charts = [one for one in ours().charts.values() if one.form is Form.BARS]
    for place in sorted({figure.locality for figure in hidden}):
        planner = Planner(ours(), figures(), replace(EVERYTHING, places=(place,)))
        found = {figure.id for chart in charts for figure in planner.plan(chart).data}
        assert {figure.id for figure in hidden if figure.locality == place} <= found, place


def test_every_word_in_place_of_a_number_is_on_a_chart() -> None:
    shown = {(row.article, row.words.printed) for plan in plans() for p in plan.panels for row in p.rows if row.words}
    assert shown == {(article, blank.printed) for _, _, article, blank in ours().blanks}
    assert shown


def test_every_chart_has_figures_or_words_in_their_place() -> None:
    said, empty = split(plans())
    assert (len(said), empty) == (len(ours().charts), [])


def test_no_axis_holds_what_may_not_be_compared() -> None:
    for plan in plans():
        for panel in plan.panels:
            assert panel.judgement.verdict is not Verdict.NOT_COMPARABLE, plan.chart.id
            assert len({row.figure.kind for row in panel.rows if row.figure}) <= 1
            assert panel.level or (panel.indicator and panel.indicator.kind is Kind.RATIO)


@pytest.mark.parametrize("measures", [NARROW, WIDE], ids=["narrow", "wide"])
def test_no_words_of_a_chart_leave_it_or_lie_on_others(measures: Dimensions) -> None:
    wide = measures.inner + 2 * measures.pad
    for language in LANGUAGES:
        for plan in plans():
            drawing = layout_of(plan, sayer(ours(), language), measures)
            drawing.draw(0)
            found = words(figure_of(drawing), wide)
            assert found
            assert outside(found, wide, 1e6) == [], (plan.chart.id, language)
            assert overlaps(found) == [], (plan.chart.id, language)


def test_the_data_package_of_all_is_valid(tmp_path: Path) -> None:
    valid(unpacked(to_package(whole(ours(), build(ours()), status(ours()))), tmp_path))


WARDS = {"ho-chi-minh.quan-10.phuong-14", "quang-ninh.ha-long.ha-lam"}


def entry(id: str) -> Entry:
    return real().by_id[id]


def panel_of(chart: str, place: str, indicator: str = "") -> Panel:
    """The panel of a chart in which a place has a figure."""
    (found,) = (panel for panel in planned(real(), chart=chart).panels
                if any(row.locality == place and row.figure for row in panel.rows)
                and indicator in ("", panel.indicator and panel.indicator.id))  # fmt: skip
    return found


def test_the_cells_of_phuong_14_are_computed_from_those_of_its_sections_and_the_others() -> None:
    (cells,) = (one for one in outcomes(real()).computed if one.article == "dang-bo-tphcm-phuong-14")
    assert (cells.indicator, float(cells.value), cells.hedge) == ("subordinate_cells", 26.0, None)
    assert sorted(entry(id).figure.value or 0 for id in cells.inputs) == [6, 20]
    panel = panel_of("subordinate-cells", "ho-chi-minh.quan-10.phuong-14", "subordinate_cells")
    (figure,) = (figure for figure in panel.data if figure.locality == "ho-chi-minh.quan-10.phuong-14")
    assert figure.computed
    assert {one.value for one in sayer(real()).printed(next(r for r in panel.rows if r.figure is figure))} == {6, 20}


def test_a_place_whose_name_is_a_number_is_labelled_with_its_type_and_its_parents() -> None:
    id = "ho-chi-minh.quan-10.phuong-14"
    assert [label(id, real(), language) for language in ("vi", "en")] == [
        "Phường 14 (Quận 10, TP Hồ Chí Minh)",
        "Ward 14 (District 10, Hồ Chí Minh City)",
    ]
    assert full_label(id, real(), "vi").startswith("Phường 14 (Quận 10")


def test_the_two_wards_share_a_panel_of_members() -> None:
    panel = panel_of("party-members", "ho-chi-minh.quan-10.phuong-14")
    assert {row.locality for row in panel.rows} >= WARDS


def test_hai_duongs_share_is_of_those_that_were_rated() -> None:
    share = entry("bao-hai-duong-2020-02-27/tccsd_good_or_better").figure
    count = entry("bao-hai-duong-2020-02-27/tccsd_good_or_better_count").figure
    assert [share.value, count.value] == [Decimal("91.2"), 604]
    assert share.value is not None
    rated, everyone = (entry(f"bao-hai-duong-2020-02-27/{name}").figure.value
                       for name in ("tccsd_rated", "grassroots_organizations"))  # fmt: skip
    assert [rated, everyone] == [662, 686]
    assert fits(share.value, Decimal(604) / 662 * 100)
    assert not fits(share.value, Decimal(604) / 686 * 100)
    assert [one.share for _, _, article, one in real().quotients if article == "bao-hai-duong-2020-02-27"] == [
        "tccsd_good_or_better"]  # fmt: skip


def test_the_share_that_can_not_be_stays_as_printed_and_is_told_on_its_chart() -> None:
    figure = entry("cong-dong-nai-2024-03-28/tccsd_type_commune").figure
    assert figure.value == Decimal("70.2")
    assert figure.contradicts is not None
    for language in ("vi", "en"):
        notes = sayer(real(), "en" if language == "en" else "vi").notes(planned(real(), chart="organization-types"))
        assert any(figure.contradicts[language] in note for note in notes)


def test_admissions_of_a_term_are_divided_by_five_years() -> None:
    found = {one.article: one.value for one in outcomes(real()).computed if one.indicator == "admissions_per_year"}
    assert found["yen-lac-2020-08-24"] == Decimal("204.8")
    assert found["gia-lai-tv-2020-06"] == 300
    assert "bao-dong-nai-2018-10-08" not in found, "eight months are no year"


def test_what_was_not_read_in_full_has_no_paragraphs_and_says_so() -> None:
    for one in real().entries:
        article = real().articles[one.article]
        if article.text.read is not Reading.FULL:
            assert one.figure.paragraph is None
            assert "chưa đọc toàn văn" in sayer(real()).citation(one.article)
        else:
            assert one.figure.paragraph


def test_what_is_for_curators_alone_stands_in_comments_and_on_no_page() -> None:
    comments = {
        line.strip().removeprefix("# ").rstrip(".")
        for file in (REPOSITORY / "data/figures").glob("*.yaml")
        for line in file.read_text("utf-8").splitlines()
        if line.startswith("    # ")
    }
    assert len(comments) > 20
    said = [sayer(ours(), language) for language in LANGUAGES]
    told = {note.rstrip(".") for say in said for plan in plans() for note in say.notes(plan)}
    assert not [note for note in told if any(comment in note for comment in comments)]
