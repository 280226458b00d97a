"""What a chart says in words: values, dates, places, sources and caveats, in both languages."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dashboard.charts.figure_wording import exact
from dashboard.charts.plan import Panel, Row
from dashboard.charts.wording import Wording
from dashboard.export import brief
from dashboard.export.extract import Extract
from dashboard.figures import figure_columns
from dashboard.figures.absence import Absence
from dashboard.figures.comparability import Judgement, Verdict
from dashboard.figures.figure import Figure
from dashboard.figures.figure_columns import Column
from dashboard.figures.frame import build
from dashboard.language.dates import Period
from dashboard.language.hedges import Hedge
from dashboard.language.words import LANGUAGES, Language, word
from dashboard.records.models.article import Given, Published
from dashboard.records.models.chart import Form
from dashboard.records.models.fields import Text
from dashboard.records.models.figure import Blank, BlankKind
from dashboard.records.models.indicator import Tier
from dashboard.records.models.locality import Level
from tests.world import EVERYTHING, asked_for, chart, figure, figures_of, planned, real, real_plans, sayer, world

DATASET = world({"p.an": [figure("members", 1)]})
PLAIN = figures_of(DATASET)[0]


def datum(indicator: str = "members", value: float | None = 7397, **more: Any) -> Figure:
    """A figure of any indicator."""
    counted = DATASET.indicators[indicator]
    texts = PLAIN.texts | {f"unit_{language}": counted.unit[language] for language in LANGUAGES}
    return replace(PLAIN, indicator=indicator, value=value, kind=counted.kind, texts=texts, **more)


def alone(row: Row, level: Level | None) -> Panel:
    """A panel of one row."""
    return Panel(None, level, (row,), Judgement(Verdict.COMPARABLE, ()))


def row_of(dataset: Any, number: int = 0, view: Any = EVERYTHING) -> tuple[Any, Row]:
    """A row of the first panel of a chart, and the plan."""
    plan = planned(dataset, view)
    return plan, plan.panels[0].rows[number]


# --- values


@pytest.mark.parametrize(
    ("figure", "vi", "en"),
    [
        pytest.param(datum(), "7.397", "7,397", id="thousands"),
        pytest.param(datum("poor", 96.8), "96,8%", "96.8%", id="per cent"),
        pytest.param(datum("poor", 90.0, hedge=Hedge.OVER), "> 90%", "> 90%", id="over"),
        pytest.param(datum("poor", 4.0, hedge=Hedge.NEARLY), "gần 4%", "nearly 4%", id="nearly"),
        pytest.param(datum(value=1, hedge=Hedge.AT_LEAST), "≥ 1", "≥ 1", id="at least"),
        pytest.param(datum("graduates", 40, out_of=170.0), "40/170", "40/170", id="of a total"),
        pytest.param(datum("graduates", 1040, out_of=1170.0, hedge=Hedge.ABOUT), "≈ 1.040/1.170", "≈ 1,040/1,170",
                     id="about"),
        pytest.param(datum("money", 1e9, hedge=Hedge.NEARLY), "gần 1 tỷ đồng", "nearly 1 billion đồng", id="large"),
        pytest.param(datum("money", 999_999.0), "999.999", "999,999", id="just not large"),
        pytest.param(datum("each", 154.104), "154,1", "154.1", id="computed, to its own decimals"),
        pytest.param(datum("of_total", 23.529), "23,5%", "23.5%", id="a computed share"),
        pytest.param(datum("of_total", 100.0), "100,0%", "100.0%", id="a computed share of all"),
        pytest.param(datum("since_before", -8.0), "−8", "−8", id="a fall"),
        pytest.param(datum("since_before", 8.0), "+8", "+8", id="a rise"),
        pytest.param(datum("since_before", 0.0), "0", "0", id="no change"),
        pytest.param(datum(value=0), "0", "0", id="zero"),
        pytest.param(datum("hamlets", 154, before=162.0), "154", "154", id="what had a value before"),
    ],
)  # fmt: skip
def test_values_are_written_as_a_reader_writes_them(figure: Figure, vi: str, en: str) -> None:
    assert [Wording(DATASET, [], language).value(figure) for language in LANGUAGES] == [vi, en]


def test_a_change_is_written_from_before_to_after() -> None:
    changed = datum("hamlets", 1154, before=1162.0, hedge=Hedge.ABOUT)
    assert sayer(DATASET).value(changed, change=True) == "1.162 → ≈ 1.154"
    assert sayer(DATASET, "en").value(changed, change=True) == "1,162 → ≈ 1,154"


@pytest.mark.parametrize("tier", Tier)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_grade_has_its_words(tier: Tier, language: Language) -> None:
    graded = datum("own", None, grade=tier.value)
    assert Wording(DATASET, [], language).value(graded) == Wording(DATASET, [], language).with_unit(graded)
    assert len(Wording(DATASET, [], language).value(graded)) > 8


def test_a_unit_is_added_where_the_value_does_not_say_it() -> None:
    say = sayer(DATASET)
    assert say.with_unit(datum()) == "7.397 đảng viên"
    assert say.with_unit(datum("poor", 1)) == "1%"
    assert say.with_unit(datum("money", 2.5e6)) == "2,5 triệu đồng"
    assert say.with_unit(datum("hamlets", 154, before=162.0), change=True) == "162 → 154 thôn"
    assert say.with_unit(datum("money", 2.5e6, before=3e6), change=True) == "3.000.000 → 2.500.000 đồng"
    assert say.with_unit(datum("hamlets", 154), beside="Số thôn, tổ dân phố") == "154"


def test_whole_numbers_have_no_decimal_mark() -> None:
    assert [exact(7397.0), exact(96.8)] == [7397, 96.8]
    assert isinstance(exact(7397.0), int)


# --- places and dates


def test_a_label_has_the_place_above_and_its_parent_with_the_date_below() -> None:
    say = sayer(real())
    row = Row("ben-tre.ben-tre", replace(PLAIN, as_of=Period.parse("2019-10-18")))
    assert (say.place(row), say.below(row, alone(row, Level.DISTRICT))) == ("TP Bến Tre", "Bến Tre · 10/2019")
    assert (sayer(real(), "en").place(row), sayer(real(), "en").below(row, alone(row, Level.DISTRICT))) == (
        "Bến Tre City", "Bến Tre · Oct 2019")  # fmt: skip


@pytest.mark.parametrize(
    ("date", "inferred", "vi", "en"),
    [
        ("2019-10-18", False, "10/2019", "Oct 2019"),
        ("2023", True, "2023 (suy\u00a0ra)", "2023 (inferred)"),
        ("2015/2020", False, "một thời điểm trong 2015–2020", "some time in 2015–2020"),
        ("../2021-06-22", True, "không muộn hơn 06/2021 (suy\u00a0ra)", "not after Jun 2021 (inferred)"),
        ("undated", False, "không ghi năm", "year not given"),
        ("undated", True, "không ghi năm", "year not given"),
    ],
)
def test_dates_are_short_and_say_what_was_inferred(date: str, inferred: bool, vi: str, en: str) -> None:
    dated = replace(PLAIN, as_of=Period.parse(date), inferred=inferred)
    assert [Wording(DATASET, [], language).date(dated) for language in LANGUAGES] == [vi, en]


def test_where_levels_share_an_axis_each_place_tells_its_level_and_where_it_is() -> None:
    say = sayer(DATASET)
    assert say.below(Row("p", PLAIN), alone(Row("p", PLAIN), None)) == "cấp tỉnh · 2019"
    assert say.below(Row("p", PLAIN), alone(Row("p", PLAIN), Level.PROVINCE)) == "2019"
    assert say.below(Row("p.an", PLAIN), alone(Row("p.an", PLAIN), None)) == "cấp huyện · Bến Tre · 2019"


# --- blanks


@pytest.mark.parametrize(
    ("absent", "indicator", "vi", "en"),
    [
        pytest.param(Absence(BlankKind.NOT_STATED), "members", "bài báo không nêu",
                     "not stated in the article", id="not stated"),
        pytest.param(Absence(BlankKind.EXCERPT_ONLY), "members", "chưa đọc toàn văn",
                     "not read in full", id="excerpt"),
        pytest.param(Absence(BlankKind.WORDS_ONLY, words=Blank(indicator="members", printed="khá đông")), "members",
                     "chỉ nêu bằng lời: “khá đông”", "in words only: “khá đông”", id="words"),
        pytest.param(Absence(BlankKind.NO_ARTICLE), "members", "chưa có bài báo",
                     "no article yet", id="no article"),
        pytest.param(Absence(BlankKind.OTHER_YEARS), "members", "có số liệu ngoài thời gian đã chọn",
                     "has a figure outside the chosen period", id="another period"),
        pytest.param(Absence(BlankKind.NOT_APPLICABLE), "units", "không áp dụng ở cấp này",
                     "does not apply at this level", id="not applicable"),
        pytest.param(Absence(BlankKind.NOT_STATED), "each", "bài báo không đủ số liệu để tính",
                     "the article lacks the figures needed", id="not computed"),
    ],
)  # fmt: skip
def test_a_blank_says_why(absent: Absence, indicator: str, vi: str, en: str) -> None:
    what = DATASET.indicators[indicator]
    assert [Wording(DATASET, [], language).absence(absent, what) for language in LANGUAGES] == [vi, en]


def test_what_can_not_be_computed_is_so_called_in_a_cell_too() -> None:
    say, absent = Wording(DATASET, [], "vi"), Absence(BlankKind.NOT_STATED)
    assert say.absence(absent, DATASET.indicators["each"]).endswith(say.absent(absent, DATASET.indicators["each"]))
    assert say.absent(absent, DATASET.indicators["members"]) == "không nêu"


def test_what_does_not_apply_says_why_in_its_own_words() -> None:
    plan = planned(real(), replace(EVERYTHING, places=("quang-ninh.ha-long.ha-lam",)), "grassroots-organizations")
    panel = plan.panels[-1]
    assert (
        sayer(real()).blank(panel.rows[0], panel)
        == "không áp dụng: trước 1/7/2025 cả xã, phường là một tổ chức cơ sở đảng"
    )


# --- panels and verdicts


def test_a_head_names_the_level_and_what_is_counted_where_that_varies() -> None:
    articles = {"p.an": [figure("members", 1), figure("hamlets", 2)]}
    one, two = (planned(world(articles, chart(Form.BARS, *ids))) for ids in (["members"], ["members", "hamlets"]))
    say = sayer(world(articles))
    assert say.head(one.panels[0], one) == "Cấp huyện · đảng viên"
    assert [say.head(panel, two) for panel in two.panels] == [
        "members · Cấp huyện · đảng viên", "hamlets · Cấp huyện · thôn"]  # fmt: skip


def test_a_head_leaves_out_a_unit_that_the_name_or_the_numbers_say() -> None:
    for id, said in (("party_members", "Cấp tỉnh"), ("members_per_100_inhabitants", "Các cấp · đảng viên/100 dân")):
        plan = next(plan for plan in real_plans() if id in plan.chart.indicators)
        assert sayer(real()).head(plan.panels[0], plan).startswith(said)
    poor = world({"p.an": [figure("poor", 1, base="all")]}, chart(Form.BARS, "poor"))
    assert sayer(poor).head(planned(poor).panels[0], planned(poor)) == "Cấp huyện"


@pytest.mark.parametrize(
    ("more", "vi"),
    [
        ({"base": "all"}, "tính trên tổng số"),
        ({"base": "rated"}, "tính trên số được xếp loại"),
        ({"base": "not_stated"}, "bài báo không nói tính trên tổng số nào"),
        ({"base": "subset", "base_note": Text(vi="cán bộ xã", en="commune staff")}, "tính trên: cán bộ xã"),
        ({"base": "all", "base_note": Text(vi="số hộ", en="households")}, "tính trên: số hộ"),
        ({"base": "all", "scheme": "old"}, "cách old · tính trên tổng số"),
    ],
)
def test_a_share_says_of_what_and_a_rating_by_which_rules(more: dict[str, Any], vi: str) -> None:
    dataset = world({"p.an": [figure("good", 9, **more)]}, chart(Form.BARS, "good"))
    assert sayer(dataset).detail(planned(dataset).panels[0]) == vi


def test_a_base_in_words_is_said_for_all_only_where_it_is_that_of_all() -> None:
    notes = {"p.an": Text(vi="dân số xã An", en="An"), "p.di": Text(vi="dân số xã Dĩ", en="Di")}
    dataset = world({id: [figure("poor", 9, base="all", base_note=note)] for id, note in notes.items()},
                    chart(Form.BARS, "poor"))  # fmt: skip
    assert sayer(dataset).detail(planned(dataset).panels[0]) == "tính trên tổng số"


def test_one_subset_may_have_two_names_in_the_other_language() -> None:
    notes = {"p.an": Text(vi="cán bộ xã", en="commune staff"), "p.di": Text(vi="cán bộ xã", en="staff of communes")}
    dataset = world({id: [figure("poor", 9, base="subset", base_note=note)] for id, note in notes.items()},
                    chart(Form.BARS, "poor"))  # fmt: skip
    assert sayer(dataset, "en").detail(planned(dataset).panels[0]) == "of: commune staff"


def test_a_baseline_is_said_once_where_it_is_one_and_for_each_place_where_it_is_not() -> None:
    one = world({id: [figure("cut", 9, since="2015")] for id in ("p.an", "p.di")}, chart(Form.BARS, "cut"))
    assert sayer(one).detail(planned(one).panels[0]) == "so với 2015"
    days = world({"p.an": [figure("cut", 9, since="2015")], "p.di": [figure("cut", 9, since="2015-04-30")]},
                 chart(Form.BARS, "cut"))  # fmt: skip
    said = sayer(days).detail(planned(days).panels[0])
    assert said == "An Lão (Bến Tre): so với 2015 · Dĩ An (Bến Tre): so với 30/04/2015"


def test_each_baseline_has_a_panel_of_its_own_that_says_it() -> None:
    two = world({"p.an": [figure("cut", 9, since="2015")], "p.di": [figure("cut", 9, since="2017")],
                 "p.duc": [figure("cut", 5)]}, chart(Form.BARS, "cut"))  # fmt: skip
    said = {tuple(row.locality for row in panel.rows): sayer(two).detail(panel) for panel in planned(two).panels}
    assert said == {("p.an",): "so với 2015", ("p.di",): "so với 2017", ("p.duc",): "một năm trở xuống"}


def test_caution_is_said_with_all_its_reasons_and_not_where_there_is_none() -> None:
    dataset = world({"p.an": [figure("members", 9, hedge="over")], "p.di": [figure("members", 8, as_of="2023")],
                     "p": [figure("members", 5)]}, chart(Form.BARS, "members"))  # fmt: skip
    province, districts = planned(dataset).panels
    assert sayer(dataset).caution(province) == ""
    assert sayer(dataset).caution(districts) == "Cần thận trọng: cách nhau khoảng 4 năm; có số gần đúng"
    assert sayer(dataset, "en").caution(districts) == "With caution: about 4 years apart; some figures are approximate"


def test_of_a_figure_alone_it_is_said_that_it_contradicts_another_number() -> None:
    other = Text(vi="bài khác nêu 8", en="another article has 8")
    dataset = world({"p": [figure("members", 9, contradicts=other)], "p.an": [figure("members", 5)],
                     "p.di": [figure("members", 7, contradicts=other)]}, chart(Form.BARS, "members"))  # fmt: skip
    alone, several = planned(dataset).panels
    assert sayer(dataset).caution(alone) == "Cần thận trọng: mâu thuẫn với số khác, xem ghi chú"
    assert sayer(dataset, "en").caution(alone) == "With caution: contradicts another number, see the note"
    assert sayer(dataset).caution(several) == "Cần thận trọng: có số liệu mâu thuẫn với số khác"


def test_a_caution_that_all_panels_share_is_said_once_for_all_of_them() -> None:
    years = {"p.an": [figure("members", 9), figure("hamlets", 5)],
             "p.di": [figure("members", 8, as_of="2023"), figure("hamlets", 7, as_of="2023")]}  # fmt: skip
    ids = ("members", "hamlets")
    shared = world(years, chart(Form.BARS, *ids))
    assert sayer(shared).cautions(planned(shared)) == ["Cần thận trọng, ở mọi ô: cách nhau khoảng 4 năm", ""]
    assert sayer(shared, "en").cautions(planned(shared)) == ["With caution, in all panels: about 4 years apart", ""]
    own = world(years | {"p.duc": [figure("hamlets", 9, hedge="over")]}, chart(Form.BARS, *ids))
    assert sayer(own).cautions(planned(own)) == [
        "Cần thận trọng: cách nhau khoảng 4 năm", "Cần thận trọng: cách nhau khoảng 4 năm; có số gần đúng"]  # fmt: skip
    one = world(years, chart(Form.BARS, "members"))
    assert sayer(one).cautions(planned(one)) == ["Cần thận trọng: cách nhau khoảng 4 năm"]
    none = world({"p": [figure("members", 5), figure("hamlets", 5)]}, chart(Form.BARS, *ids))
    assert sayer(none).cautions(planned(none)) == ["", ""]


def test_one_line_says_how_the_panels_stand_to_each_other() -> None:
    levels = {"p": [figure("members", 9)], "p.an": [figure("members", 5), figure("hamlets", 5)]}
    note = Text(vi="Ghi chú riêng.", en="A note of its own.")
    one, two, single, noted = (
        planned(world(levels, chart(Form.BARS, *ids, **more)))
        for ids, more in ((["members"], {}), (["members", "hamlets"], {}), (["hamlets"], {"blanks": False}),
                          (["members"], {"note": note}))
    )  # fmt: skip
    say = sayer(world(levels))
    assert [say.verdict(plan, False) for plan in (one, two, single, noted)] == [
        word("apart_levels", "vi"), word("apart_panels", "vi"), "", "Ghi chú riêng."]  # fmt: skip
    assert say.verdict(one, True) == say.verdict(two, True) == word("true_proportion", "vi")


def test_no_common_scale_is_claimed_where_nothing_shares_one() -> None:
    dataset = world({"p.an": [figure("members", 9), figure("hamlets", 5)]}, chart(Form.BARS, "members", "hamlets"))
    assert sayer(dataset).verdict(planned(dataset), True) == word("apart_panels", "vi")


# --- where it is from


def test_sources_are_numbered_as_the_rows_show_them_with_all_their_paragraphs() -> None:
    articles = {
        "p.di": [figure("members", 7, paragraph=12), figure("members", 2, as_of="2018", paragraph=3)],
        "p.an": [figure("members", 5, paragraph=None)],
    }
    dataset = world(articles, chart(Form.BARS, "members"))
    found = sayer(dataset).sources(planned(dataset))
    assert [(source.number, source.article, source.text) for source in found] == [
        (1, "p.an", "Báo p.an, 04/03/2020"), (2, "p.di", "Báo p.di, 04/03/2020, đoạn\u00a03, 12")]  # fmt: skip
    english = sayer(dataset, "en").sources(planned(dataset))
    assert english[1].text == "Báo p.di, 4 Mar 2020, para.\u00a03, 12"


def test_what_was_computed_names_the_articles_of_its_inputs() -> None:
    articles = {"p.an": [figure("members", 9, paragraph=4), figure("units", 3, paragraph=5)]}
    dataset = world(articles, chart(Form.BARS, "each"))
    plan, row = row_of(dataset)
    assert [printed.indicator for printed in sayer(dataset).printed(row)] == ["members", "units"]
    assert sayer(dataset).sources(plan)[0].text.endswith("đoạn\u00a04, 5")


def test_words_in_place_of_a_number_are_a_source_too() -> None:
    blank = Blank(indicator="members", printed="khá đông", paragraph=7)
    dataset = world({"p.an": [figure("hamlets", 5)]}, chart(Form.BARS, "members"), blanks={"p.an": [blank]})
    assert sayer(dataset).sources(planned(dataset))[0].text.endswith("đoạn\u00a07")


def test_what_was_inferred_about_an_article_says_so() -> None:
    why = Text(vi="đoán", en="guessed")
    inferred = (
        real()
        .articles["bao-bac-kan-2023"]
        .model_copy(
            update={
                "outlet": Given(value="Báo X", inferred=why),
                "published": Published(date=Period.parse("2023"), inferred=why),
            }
        )
    )
    dataset = replace(DATASET, articles={"p.an": inferred})
    assert sayer(dataset).citation("p.an") == "Báo X (suy\u00a0ra), không ghi ngày, khoảng 2023"
    assert sayer(dataset, "en").citation("p.an") == "Báo X (inferred), no date printed, about 2023"


# --- caveats


def test_caveats_are_said_once_with_their_place() -> None:
    same, other = Text(vi="như nhau", en="the same"), Text(vi="khác", en="another")
    articles = {
        "p.an": [figure("members", 9, note=same), figure("units", 3, note=same)],
        "p.di": [figure("members", 8, note=same), figure("units", 4, note=other)],
    }
    dataset = world(articles, chart(Form.BARS, "each"))
    assert sayer(dataset).notes(planned(dataset)) == [
        "An Lão (Bến Tre): như nhau", "Dĩ An (Bến Tre): như nhau", "Dĩ An (Bến Tre): khác"]  # fmt: skip
    assert sayer(dataset, "en").notes(planned(dataset))[-1] == "Dĩ An (Bến Tre): another"


def test_who_has_no_row_is_named_with_the_reason() -> None:
    articles = {id: [figure("money", 5)] for id in ("p.di", "p.an", "q.ha")} | {"p.duc": [figure("members", 5)]}
    dataset = world(articles, chart(Form.BARS, "members", "hamlets"), excerpts=["q.ha"])
    say, plan = sayer(dataset), planned(dataset)
    assert say.missing_head(plan) == "Thiếu ở 3 nơi"
    assert sayer(dataset, "en").missing_head(planned(dataset)) == "Missing for 3 places"
    assert say.notes(plan) == [], "the places are named apart from the notes"
    assert say.missing(plan) == [
        f"An Lão (Bến Tre), Dĩ An (Bến Tre): {word('not_stated', 'vi')}.",
        "Hạ Long (Quảng Ninh): chưa đọc toàn văn.",
    ]
    late = planned(dataset, replace(EVERYTHING, first_year=2021))
    assert "Đức Hòa (Bến Tre): có số liệu ngoài thời gian đã chọn." in say.missing(late)


def test_a_legend_explains_the_marks_that_are_there_and_no_others() -> None:
    articles = {"p.an": [figure("hamlets", 5, before=6), figure("attained", 101)], "p.di": [figure("attained", 90)]}
    dataset = world(articles, chart(Form.BARS, "attained"))
    plan, say = planned(dataset), sayer(dataset)
    assert say.legend(plan, []) == [word("legend_plan", "vi")]
    assert say.legend(plan, {"solid", "hedge", "unsplit", "computed"}) == [
        word(f"legend_{name}", "vi") for name in ("unsplit", "computed", "hedge", "plan")
    ]
    change = planned(world({"p.an": [figure("hamlets", 5, before=6)]}, chart(Form.CHANGE, "hamlets")))
    assert say.legend(change, []) == [word("legend_change", "vi")]


# --- rows in words


def test_a_row_is_described_in_one_phrase() -> None:
    plan = planned(real(), replace(EVERYTHING, places=("quang-binh.quang-ninh", "vinh-phuc.yen-lac")), "party-members")
    (panel,) = plan.panels
    described = [sayer(real(), language).described(panel.rows[0], panel, plan) for language in LANGUAGES]
    assert described == [
        "Huyện Quảng Ninh (Quảng Bình): 7.397 đảng viên",
        "Quảng Ninh District (Quảng Bình): 7,397 Party members",
    ]
    assert sayer(real()).described(panel.rows[1], panel, plan) == "Huyện Yên Lạc (Vĩnh Phúc): bài báo không nêu"


def test_a_row_of_a_chart_of_several_things_says_which() -> None:
    (plan,) = (plan for plan in real_plans() if plan.chart.id == "before-after")
    panel = plan.panels[-1]
    said = sayer(real()).described(panel.rows[0], panel, plan)
    assert said == "Huyện Yên Lạc (Vĩnh Phúc), Thôn, tổ dân phố: 162 → 154 thôn, tổ dân phố (tính ra −8)"


def test_the_facts_of_a_row_lead_back_to_each_printed_phrase() -> None:
    note, why = Text(vi="lưu ý", en="note"), Text(vi="đoán", en="guessed")
    articles = {"p.an": [figure("members", 9, printed="9 đảng viên", paragraph=4, note=note),
                         figure("units", 3, printed="3 tổ chức", as_of="2019", inferred=why)]}  # fmt: skip
    dataset = world(articles, chart(Form.BARS, "each"))
    _, row = row_of(dataset)
    computed, first, second = sayer(dataset).facts(row)
    assert first["printed"] == "9 đảng viên"
    assert first["lines"][:3] == ["Báo p.an, 04/03/2020, đoạn 4", "Thời điểm: 2019", "lưu ý"]  # type: ignore[index]
    assert second["printed"] == "3 tổ chức"
    assert "Thời điểm suy ra: đoán" in second["lines"]  # type: ignore[operator]
    assert (computed["printed"], computed["lines"]) == (None, [word("computed_from", "vi")])


def test_a_blank_has_its_facts_too() -> None:
    blank = Blank(indicator="members", printed="khá đông", paragraph=7, note=Text(vi="mơ hồ", en="vague"))
    articles = {"p.an": [figure("hamlets", 5)], "p.di": [figure("hamlets", 5)]}
    dataset = world(articles, chart(Form.BARS, "members"), blanks={"p.an": [blank]})
    (words,) = sayer(dataset).facts(row_of(dataset, 0)[1])
    assert words["printed"] == "khá đông"
    assert words["lines"][:2] == ["Báo p.an, 04/03/2020, đoạn 7", "mơ hồ"]  # type: ignore[index]
    (silent,) = sayer(dataset).facts(row_of(dataset, 1, asked_for())[1])
    assert (silent["printed"], silent["lines"]) == (None, ["Báo p.di, 04/03/2020"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_ours_is_said_in_the_other_language(language: Language) -> None:
    """Quotes and names aside, English has no Vietnamese sentence and the other way round."""
    say = sayer(real(), language)
    marks = set("ơưăđạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ")
    names = {part for place in real().localities.values() for part in place.name.split()} | {"đồng"}
    for plan in real_plans():
        for panel in plan.panels:
            said = f"{say.head(panel, plan)} {say.caution(panel)} {say.verdict(plan, False)}"
            strange = [part for part in said.split() if marks & set(part.lower()) and part not in names]
            assert bool(strange) == (language == "vi"), said


def test_where_levels_share_an_axis_but_all_rows_are_of_one_the_head_names_it() -> None:
    one = chart(Form.BARS, "each", cross_levels=True)
    for places, said in ((("p.an", "p.di"), "Cấp huyện · "), (("p.an", "p"), "Các cấp · ")):
        dataset = world({id: [figure("members", 50), figure("units", 5)] for id in places}, one)
        plan = planned(dataset)
        assert sayer(dataset).head(plan.panels[0], plan).startswith(said)


def test_a_plain_field_is_told_where_its_column_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """A field of text or number needs no line of code in tooltip, table or file: one column declares it."""
    for column in (Column("key", shown=("tooltip", "brief"), heading="proven"),
                   Column("length", "number", shown=("table",), heading="app")):  # fmt: skip
        monkeypatch.setitem(figure_columns.COLUMNS, column.name, column)
        monkeypatch.setitem(figure_columns.PLAIN, column.name, column)
    dataset = world({"p.an": [figure("members", 5, key="k", length=3), figure("hamlets", 9)]})
    one, other = figures_of(dataset)[:2]
    say = sayer(dataset)
    heading = word("proven", "vi")
    told = {figure.id: say.facts(Row("p.an", figure))[0]["lines"] for figure in (one, other)}
    assert f"{heading}: k" in str(told[one.id])
    assert heading not in str(told[other.id])
    assert [say.plain(one, column) for column in figure_columns.plain_columns("table", "vi")] == ["3"]
    assert say.plain(other, figure_columns.PLAIN["length"]) == ""
    table, *_ = brief.brief(Extract(dataset, build(dataset), {}))
    assert (table.columns[-1].name, [row[-1] for row in table.rows]) == ("key", ["k", None])


# --- titles


@pytest.mark.parametrize(
    ("articles", "found"),
    [
        pytest.param({"p.an": [figure("members", 5)], "p.di": [figure("members", 9)]},
                     "Nhan đề: Dĩ An (Bến Tre) nhiều hơn An Lão (Bến Tre)", id="two places"),
        pytest.param({id: [figure("members", n)] for id, n in (("p.an", 5), ("p.di", 9), ("p.duc", 7))},
                     "Nhan đề: Dĩ An (Bến Tre) nhiều nhất trong 3 nơi", id="several"),
        pytest.param({"p.an": [figure("members", 9)], "p.di": [figure("members", 9)]}, "Nhan đề", id="equal"),
        pytest.param({"p.an": [figure("members", 5)]}, "Nhan đề", id="one"),
        pytest.param({"p.an": [figure("members", 5)], "p": [figure("members", 9)]}, "Nhan đề", id="two levels"),
        pytest.param({"p.an": [figure("members", 5, hedge=Hedge.OVER)], "p.di": [figure("members", 9)]}, "Nhan đề",
                     id="a hedge"),
        pytest.param({"p.an": [figure("members", 5, of=Text(vi="nữ", en="women"))],
                      "p.di": [figure("members", 9, of=Text(vi="nữ", en="women"))]}, "Nhan đề", id="a part"),
    ],
)  # fmt: skip
def test_a_title_says_the_finding_only_where_nothing_is_left_open(articles: Any, found: str) -> None:
    one = chart(Form.BARS, "members").model_copy(update={"title": Text(vi="Nhan đề", en="Title")})
    dataset = world(articles, one)
    assert sayer(dataset).title(planned(dataset)) == found


def test_a_title_of_far_dates_or_of_several_things_claims_nothing() -> None:
    one = chart(Form.BARS, "members").model_copy(update={"title": Text(vi="Nhan đề", en="Title")})
    pair = {"p.an": [figure("members", 5)], "p.di": [figure("members", 9)]}
    for dates in ({"p.an": "2010"}, {"p.an": "undated"}):
        dataset = world(pair, one, dates=dates)
        assert sayer(dataset).title(planned(dataset)) == "Nhan đề"
    both = world(pair, one.model_copy(update={"indicators": ["members", "hamlets"]}))
    assert sayer(both).title(planned(both)) == "Nhan đề"
