"""What a report says: nothing that the page would not, and every figure with its evidence."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dashboard.articles.verify.proofs import status
from dashboard.charts import chart_selection
from dashboard.charts.alt_text import alt_text
from dashboard.charts.cited_sentence import cited_sentence
from dashboard.charts.scales import Scales
from dashboard.charts.sentences import sentence, standing
from dashboard.charts.view import ALL, SINGLE
from dashboard.charts.wording import Wording
from dashboard.export.report.blocks import Graph, Grid, Kind, Mark, Paragraph, Report, Section, graphs, plain
from dashboard.export.report.content import TooMuch, Unreadable, _Writer, content
from dashboard.export.report.graphs import mark
from dashboard.export.report.spec import Item
from dashboard.figures.comparability import Verdict
from dashboard.records.models.chart import Form
from tests.export.report.conftest import ALL_ITEMS, everything, index, reported, spec
from tests.world import EVERYTHING, chart, figure, planned, real, real_plans, world


def text(report: Report) -> str:
    """All words of a report, in order."""
    found = [report.title, *report.method]
    for section in report.sections:
        found += [section.title, section.counted, section.comment]
        for block in section.blocks:
            if isinstance(block, Paragraph):
                found.append(plain(block.runs))
            elif isinstance(block, Grid):
                found += [block.title, *block.columns, *(plain(cell) for row in block.rows for cell in row)]
                found += [plain(note.runs) for note in block.notes]
            elif isinstance(block, Graph):
                found += [block.title, *block.categories, block.alt, *(plain(note.runs) for note in block.notes)]
                found += [point.label for series in block.series for point in series.points]
    return "\n".join(found)


def test_a_native_chart_holds_only_what_may_share_an_axis() -> None:
    figures = index(real())
    for plan in real_plans():
        item = {"chart": f"?theme={ALL}&chart={plan.chart.id}"}
        try:
            report = content(spec(item), figures, {})
        except Unreadable:  # nothing of this chart in the sample
            continue
        for graph in graphs(report.sections[0].blocks):
            drawn = [figures.by_id[one.id] for row in graph.evidence for one in row]
            whole = plan.chart.stack.whole if plan.chart.stack else ""
            axis = {figures.key(one) if not plan.chart.cross_levels else figures.kind(one) for one in drawn
                    if not plan.chart.stack or one.indicator == whole}  # fmt: skip
            beside = {one.id for one in drawn if figures.dataset.indicators[one.indicator].beside}
            if not beside:
                assert len(axis) <= 1, graph.title


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_figure_of_every_chart_is_in_the_report_with_its_evidence(language: Any) -> None:
    figures = index(real())
    say = Wording(real(), figures.by_id, language)
    for id in (*real().charts, SINGLE):
        plan = chart_selection.one(real(), figures, replace(EVERYTHING, chart=id), id)
        if plan is None:
            continue
        item = {"chart": f"?theme={ALL}&chart={id}"}
        report = content(spec(item, language=language), figures, {})
        shown = {one.id: one for one in report.sections[0].shown}
        assert set(shown) == {one.id for one in plan.data}, id
        for one in plan.data:
            told = shown[one.id]
            assert told.value == say.with_unit(one, change=one.before is not None)
            assert told.date == say.date(one)
            assert bool(told.hedge) == bool(one.hedge)
            printed = [figures.by_id[id] for id in one.inputs] if one.computed else [one]
            assert all(each.printed in told.printed for each in printed)
            assert all(say.citation(each.article) in told.source for each in printed)
            assert told.verdict


def test_bars_are_as_long_as_on_the_screen_and_on_the_same_scale() -> None:
    for id in ("members", "poor", "each"):
        plan = planned(everything(), chart=id)
        drawn = graphs(reported({"chart": f"?chart={id}"}).sections[0].blocks)
        panels = [panel for panel in plan.panels if Scales(plan).barred(panel)]
        assert [graph.maximum for graph in drawn] == [Scales(plan).maximum(panel) for panel in panels]
        for graph, panel in zip(drawn, panels, strict=True):
            assert [one.value for one in graph.series[0].points] == [
                row.figure.value if row.figure else None for row in panel.rows
            ]


def test_marks_tell_what_was_computed_and_what_is_hedged() -> None:
    report = reported({"chart": "?chart=each"}, {"chart": "?chart=members"})
    by_id = index(everything()).by_id
    assert {one.id: mark(by_id[one.id]) for one in report.evidence if "each" in one.id} == {
        "p.an/each@p.an": Mark.BOTH, "p.aan/each@p.aan": Mark.COMPUTED, "p.di/each@p.di": Mark.COMPUTED,
    }  # fmt: skip
    each, members = (graphs(section.blocks)[0] for section in report.sections)
    assert [one.mark for one in each.series[0].points] == [Mark.BOTH, Mark.COMPUTED, Mark.COMPUTED]
    assert [one.mark for one in members.series[0].points][:2] == [Mark.HEDGED, Mark.SOLID]
    assert members.series[0].points[0].label == "> 12.000 [1]"
    assert sum("rỗng" in line for line in report.method) == 1
    assert sum("kẻ sọc" in line for line in report.method) == 1


def test_how_to_read_it_names_only_the_marks_that_it_has() -> None:
    method = "\n".join(reported({"chart": "?chart=poor"}).method)
    assert "rỗng" not in method
    assert "sọc" not in method
    assert "toàn văn" not in method  # both articles were read in full


def test_a_place_without_a_figure_stands_on_the_chart_with_the_reason() -> None:
    graph = graphs(reported({"chart": "?chart=members"}).sections[0].blocks)[0]
    assert graph.categories[-1] == "Huyện Hạ Long (Quảng Ninh): chỉ nêu bằng lời: “nhiều đảng viên” [4]"
    assert graph.series[0].points[-1].value is None


def test_a_number_that_nothing_compares_with_has_no_bar() -> None:
    blocks = reported({"chart": "?theme=one&chart=single"}).sections[0].blocks
    grid = next(one for one in blocks if isinstance(one, Grid))
    assert grid.title == "Members · Cấp tỉnh · đảng viên"
    assert [plain(cell) for cell in grid.rows[0]] == ["Tỉnh Quảng Ninh", "55.610 đảng viên [1]", "2019",
                                                      "55610 members q"]  # fmt: skip
    assert plain(grid.notes[0].runs) == "Chỉ một số liệu, không so với số nào."
    assert not graphs(blocks)


def test_sources_are_numbered_over_the_whole_report_in_the_order_of_the_text() -> None:
    report = reported(*ALL_ITEMS)
    assert [one.number for one in report.sources] == list(range(1, len(report.sources) + 1))
    assert len({one.title for one in report.sources}) == len(report.sources)
    said = text(report)
    for one in report.sources:
        assert f"[{one.number}]" in said
    assert "[3]*" in said  # read in part


def test_a_chart_in_parts_keeps_its_scale_its_rows_and_their_evidence() -> None:
    graph = graphs(reported({"chart": "?chart=members"}).sections[0].blocks)[0]
    parts = graph.parts(2)
    assert [len(one.categories) for one in parts] == [2, 2]
    assert {one.maximum for one in parts} == {graph.maximum}
    assert [name for one in parts for name in one.categories] == list(graph.categories)
    assert [point for one in parts for point in one.series[0].points] == list(graph.series[0].points)
    assert [id.id for one in parts for id in one.shown] == [one.id for one in graph.shown]
    assert not parts[0].notes
    assert parts[-1].notes == graph.notes
    assert graph.parts(4) == [graph]


def test_the_alternative_text_is_that_of_the_page() -> None:
    plan = planned(everything(), chart="members")
    graph = graphs(reported({"chart": "?chart=members"}).sections[0].blocks)[0]
    panel = next(panel for panel in plan.panels if len(panel.data) > 1)
    assert graph.alt == alt_text(replace(plan, panels=(panel,)), Wording(everything(), index(everything()).by_id, "vi"))


# --- sentences and comparisons


def sentences(report: Report) -> list[str]:
    return [plain(one.runs) for section in report.sections for one in section.blocks
            if isinstance(one, Paragraph) and one.kind is Kind.SENTENCE]  # fmt: skip


def test_a_sentence_is_the_one_that_the_page_says_with_its_verdict_and_figures() -> None:
    figures = index(everything())
    places = ("p.an", "p.aan")
    compared = figures.pool.compare(places, lambda one: one.indicator == "members").compared
    report = reported({"sentence": "?places=p.an,p.aan&indicator=members"})
    said = sentence(compared[0], Wording(everything(), figures.by_id, "vi", status(everything())))
    assert sentences(report) == [f"{said} [1] [2]"]
    based = [plain(one.runs) for one in report.sections[0].blocks if isinstance(one, Paragraph)][1]
    assert based.startswith(f"{compared[0].verdict.sign} ")
    for words in ("> 12.000 đảng viên (2019) [1]", "9.700 đảng viên (2019) [2]"):
        assert words in based


def test_of_what_does_not_compare_there_is_no_sentence_but_the_reason() -> None:
    report = reported({"sentence": "?places=p.an,q&indicator=members"})
    (said,) = sentences(report)
    assert said.startswith(f"members: {Verdict.NOT_COMPARABLE.sign} Không so sánh được: khác cấp")
    assert "nhiều hơn" not in said
    assert all(one.verdict.startswith("✗") for one in report.sections[0].shown)


@pytest.mark.parametrize("places", ["q", "q,p.an"])
def test_of_one_place_only_the_sentence_is_the_one_that_cites_it(places: str) -> None:
    figures = index(everything())
    say = Wording(everything(), figures.by_id, "vi", status(everything()))
    cited = cited_sentence(figures.by_id["q/hamlets@q"], say)
    report = reported({"sentence": f"?places={places}&indicator=hamlets"})
    assert sentences(report) == [f"{cited} [1]"]
    assert [one.verdict for one in report.sections[0].shown] == ["Chỉ một số liệu, không so với số nào"]


def test_an_answer_has_its_charts_with_the_sentences_that_may_be_written() -> None:
    figures = index(everything())
    say = Wording(everything(), figures.by_id, "vi", status(everything()))
    found = figures.pool.compare(("p.an", "p.aan", "q"))
    report = reported({"chart": "?places=p.an,p.aan,q&chart=comparison"})
    drawn, told = graphs(report.sections[0].blocks), text(report)
    assert len(drawn) == sum(one.figures[0].value is not None and one.subject.part == "" for one in found.compared)
    for one in found.compared:
        assert sentence(one, say) in told
    alone = reported({"chart": "?places=p.an&chart=comparison"})
    for among in figures.pool.standings("p.an"):
        if among.peers:
            assert standing(among, say) in text(alone)


def test_a_comparison_has_every_indicator_of_its_places_and_each_sentence() -> None:
    places = ("p.an", "p.aan", "q")
    figures = index(everything())
    found = figures.pool.compare(places)
    report = reported({"comparison": "?places=p.an,p.aan,q"})
    said = text(report)
    say = Wording(everything(), figures.by_id, "vi", status(everything()))
    assert report.sections[0].title == "So sánh An Lão (Bến Tre), Ân Thi (Bến Tre) và Quảng Ninh"
    assert found.compared
    for one in found.compared:
        assert sentence(one, say) in said
    for apart in found.apart:
        assert all(reason.text.vi.lower() in said.lower() for reason in apart.judgement.gravest_first
                   if reason.verdict is Verdict.NOT_COMPARABLE)  # fmt: skip
    for subject, _ in found.alone:
        assert everything().indicators[subject.indicator].name.vi in said


def test_a_chosen_place_without_any_figure_is_told() -> None:
    said = text(reported({"comparison": "?places=p.an,p.aan,p.duc"}))
    assert "Đức Hòa (Bến Tre): chưa có bài báo" in said


def test_a_ranking_follows_only_from_an_order_that_may_be_told() -> None:
    dataset = world({"p.an": [figure("cells", 3, "p.an")], "p.di": [figure("cells", 9, "p.di")],
                     "p.aan": [figure("cells", 5, "p.aan")]}, chart(Form.BARS, "cells"))  # fmt: skip
    report = content(spec({"table": "?indicator=cells"}), index(dataset), {})
    (grid,) = (one for one in report.sections[0].blocks if isinstance(one, Grid))
    assert [plain(row[1]).partition(" [")[0] for row in grid.rows] == ["9 chi bộ", "5 chi bộ", "3 chi bộ"]
    hedged = content(spec({"table": "?indicator=members"}), index(everything()), {})
    first, others, *_ = (one for one in hedged.sections[0].blocks if isinstance(one, Grid))
    assert [plain(row[1]).partition(" ")[0] for row in first.rows] == ["9.700", "9.300"]
    assert [plain(row[1]).partition(" đ")[0] for row in others.rows] == ["> 12.000"]


def test_titles_and_comments_of_the_reader_are_taken() -> None:
    report = reported({"chart": "?chart=members", "title": "Của tôi", "comment": "Lời bình."})
    assert (report.sections[0].title, report.sections[0].comment) == ("Của tôi", "Lời bình.")


def test_an_item_that_shows_nothing_is_never_passed_over() -> None:
    with pytest.raises(Unreadable, match="địa chỉ có phần không biết"):
        reported({"chart": "?chart=members&places=nowhere"})
    with pytest.raises(Unreadable, match="hai thứ"):
        reported({"chart": "?chart=members", "table": "?chart=members"})


def test_a_report_of_more_figures_than_are_allowed_ends_at_the_item_that_is_too_much(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    item = {"table": "?indicator=members"}
    shown = len(reported(item).sections[0].shown)
    figures = index(everything())
    assert len(content(spec(*[item] * 3), figures, {}, most=3 * shown).sections) == 3
    made: list[str] = []
    told = _Writer.section

    def section(writer: _Writer, one: Item) -> Section:
        made.append(one.table or "")
        return told(writer, one)

    monkeypatch.setattr(_Writer, "section", section)
    with pytest.raises(TooMuch) as raised:
        content(spec(*[item] * 100), figures, {}, most=3 * shown)
    assert len(made) == 4
    assert str(3 * shown) in raised.value.told.vi
    assert "doisanh report" in raised.value.told.en
