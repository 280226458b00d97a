"""What the repository's own data says of the traps that its articles hold."""

from __future__ import annotations

from decimal import Decimal

from dashboard.charts.plan import Panel
from dashboard.checks.sums import fits
from dashboard.figures.computed import outcomes
from dashboard.records.dataset import Entry
from dashboard.records.models.article import Reading
from dashboard.records.places import full_label, label
from tests.world import planned, real, real_figures, sayer

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


def test_every_computed_figure_leads_to_printed_ones() -> None:
    computed = [figure for figure in real_figures() if figure.computed]
    assert computed
    for figure in computed:
        assert figure.inputs
        assert all(entry(id).figure.printed for id in figure.inputs)
