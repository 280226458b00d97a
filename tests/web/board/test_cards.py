"""What the browser gets for each chart: complete, in plain values, with names that any file system takes."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Any

import pytest

from dashboard.articles.verify.proofs import Proof
from dashboard.charts import chart_selection, scorecard, single_figures
from dashboard.charts.plan import Plan
from dashboard.charts.view import ALL, View, parse
from dashboard.export.pictures import archive
from dashboard.figures.figure import figures_of
from dashboard.figures.frame import build
from dashboard.language.hedges import Hedge
from dashboard.language.words import LANGUAGES, Language, word
from dashboard.records.models.chart import Form
from dashboard.records.models.fields import Text
from dashboard.records.models.figure import Blank
from dashboard.web.board.cards import FULL, NARROW, WIDE, Card, Site, cards
from dashboard.web.board.payload import board_data, packed
from tests.world import (
    EVERYTHING,
    asked_for,
    chart,
    figure,
    real,
    real_scorecards,
    sayer,
    world,
)

FRAME = build(real())
KEYS = {
    "id", "title", "counted", "note", "alt", "wide", "narrow", "minWidth", "full", "holds", "marks", "sources", "notes",
    "legend", "missing", "table", "warning", "picture", "link", "embed", "file", "pictured",
}  # fmt: skip
SHOWN = chart_selection.plans(real(), figures_of(FRAME), replace(EVERYTHING, theme=ALL))[0]


@cache
def ours(language: Language = "vi") -> list[Card]:
    """The cards of the sample's charts."""
    return cards(real(), FRAME, View(language, theme=ALL))[0]


def of_ours(test: Callable[[Card], None]) -> Callable[[Language], None]:
    """A test of each of these cards."""

    @pytest.mark.parametrize("language", LANGUAGES)
    def of_each(language: Language) -> None:
        for card in ours(language):
            test(card)

    return of_each


def card_of(dataset: Any, view: View = EVERYTHING, **more: Any) -> Card:
    """The one card of a data set, beside its scorecard."""
    (card,) = (card for card in cards(dataset, build(dataset), view, **more)[0] if card["id"] != scorecard.ID)
    return card


def plan_of(card: Card) -> Plan:
    """What a card of ours shows."""
    return next(plan for plan in (*SHOWN, scorecard.folded(real_scorecards()[-1])) if plan.chart.id == card["id"])


def described(card: Card) -> list[str]:
    """Every row of a card of ours in a phrase, in the language of the card."""
    plan, say = plan_of(card), sayer(real(), "en" if card["file"].endswith("_en") else "vi")
    return [say.described(row, panel, plan) for panel in plan.panels for row in panel.rows]


def marks(card: Card, size: str) -> list[Card]:
    """The marks that are laid over the layout of one width."""
    return [mark for mark in card["marks"] if size in mark]


def column(card: Card, number: int) -> list[str]:
    return [row[number] for row in card["table"]["rows"]]


# --- all of ours


@of_ours
def test_a_card_is_plain_values_that_json_can_hold(card: Card) -> None:
    assert set(card) == KEYS
    assert json.loads(json.dumps(card, allow_nan=False)) == card


@of_ours
def test_a_file_name_is_ascii_and_says_what_and_when(card: Card) -> None:
    assert re.fullmatch(r"doisanh_[a-z0-9-]+(_\d{4}(-\d{4})?)?_(vi|en)", card["file"])
    assert card["id"] in card["file"]


@of_ours
def test_marks_lie_on_the_rows_of_both_layouts(card: Card) -> None:
    rows = sorted("; ".join(described(card)).split("; "))
    for size in ("wide", "narrow"):
        found = marks(card, size)
        assert sorted(part for mark in found for part in mark["label"].split("; ")) == rows, "each row once"
        ends = [(mark[size]["top"], mark[size]["top"] + mark[size]["height"]) for mark in found]
        assert all(bottom <= top + 1 for (_, bottom), (top, _) in pairwise(ends))
        assert 0 <= ends[0][0] < ends[-1][1] <= card[size]["layout"]["height"] + 1
    assert all(mark["label"] and mark["facts"] for mark in card["marks"])


@of_ours
def test_the_marks_of_both_widths_name_the_same_figures(card: Card) -> None:
    """Where the rows of the two differ, as on a scorecard, those of each stand apart; nothing is on one alone."""
    named = [sorted(json.dumps(fact) for mark in marks(card, size) for fact in mark["facts"])
             for size in ("wide", "narrow")]  # fmt: skip
    assert named[0] == named[1]
    both = [mark for mark in card["marks"] if "wide" in mark and "narrow" in mark]
    assert both in ([], card["marks"])
    assert both or card["full"], "only a scorecard has other bands on a narrow sheet"


@of_ours
def test_the_text_for_those_who_cannot_see_says_the_title_and_a_finding(card: Card) -> None:
    assert card["alt"].startswith(f"{card['title']}. ")
    assert card["alt"].endswith(".")
    assert len(card["alt"]) > len(card["title"]) + 2
    for size in ("wide", "narrow"):
        labels = [mark["label"] for mark in marks(card, size)]
        assert len(set(labels)) == len(labels), "no two rows sound alike"


@of_ours
def test_the_table_has_every_figure_and_every_blank(card: Card) -> None:
    plan = plan_of(card)
    rows = card["table"]["rows"]
    assert all(len(row) == len(card["table"]["columns"]) == 7 for row in rows)
    assert all(isinstance(cell, str) for row in rows for cell in row)
    printed = [figure.printed for figure in plan.data if figure.printed]
    assert set(printed) <= set(column(card, 5))
    blanks = sum(1 for panel in plan.panels for row in panel.rows if not row.figure)
    assert len(rows) == blanks + sum(len(row.data) for panel in plan.panels for row in panel.rows)
    assert all(row[0] and row[1] and row[2] and row[6] for row in rows)


def test_both_languages_show_the_same_charts_rows_and_bars() -> None:
    for vi, en in zip(ours("vi"), ours("en"), strict=True):
        assert vi["id"] == en["id"]
        assert len(vi["marks"]) == len(en["marks"])
        bars = [[(trace["ids"], trace["x"]) for trace in card["wide"]["data"] if "ids" in trace] for card in (vi, en)]
        assert bars[0] == bars[1]
        assert vi["title"] != en["title"]


def test_the_layouts_are_made_for_the_widths_that_they_are_shown_at() -> None:
    for card in ours():
        broad = FULL if card["full"] else WIDE
        assert card["full"] == (card["id"] in (single_figures.ID, scorecard.ID)), "a table goes across both columns"
        assert card["minWidth"] == broad.inner > NARROW.inner
        for size, measures in (("wide", broad), ("narrow", NARROW)):
            margin = card[size]["layout"]["margin"]
            assert "width" not in card[size]["layout"]
            assert margin["l"] + margin["r"] < measures.inner


# --- which charts


def test_the_charts_of_a_theme_stand_in_the_order_of_their_declaration() -> None:
    for theme in real().themes:
        shown, empty = cards(real(), FRAME, View(theme=theme))
        declared = [one for one in real().charts.values() if one.theme == theme]
        few = len({one.locality for one in figures_of(FRAME)}) <= scorecard.MOST_PLACES
        *charts, table = shown if not few else shown[:-1]
        ids = [card["id"] for card in charts]
        assert ids == [one.id for one in declared if one.id in ids]
        gone = {one.id for one in declared if one.title.vi not in empty} - {*ids}
        assert table["id"] == single_figures.ID
        assert gone <= set(table["holds"]), "a link to a chart of single figures finds them on the table"


def test_the_scorecard_of_a_few_places_stands_last() -> None:
    views = [View(theme=theme, places=("bac-kan.bac-kan", "ben-tre")) for theme in real().themes]
    last = [shown[-1]["id"] for view in views if (shown := cards(real(), FRAME, view)[0])]
    assert len(last) > 2
    assert set(last) == {scorecard.ID}


def test_a_search_or_a_choice_of_what_compares_has_no_scorecard() -> None:
    for view in (replace(EVERYTHING, query="dang vien"), replace(EVERYTHING, comparable=True)):
        shown = [card["id"] for card in cards(real(), FRAME, view)[0]]
        assert "party-members" in shown
        assert scorecard.ID not in shown


def test_a_rule_that_forbids_to_compute_is_a_chart_to_show() -> None:
    shown, empty = cards(real(), FRAME, View(theme="organisation", places=("bac-kan.cho-moi",)))
    (card,) = (card for card in shown if card["id"] == "members-per-100-inhabitants")
    assert card["title"] not in empty
    assert card["alt"].endswith(
        "không tính: dân số có được là của 01/04/2019, số đảng viên là của 2023.")  # fmt: skip


def test_charts_with_nothing_to_show_are_named_instead() -> None:
    shown, empty = cards(real(), FRAME, View("en", theme="organisation", places=("quang-ninh",)))
    assert any("party-members" in (card["id"], *card["holds"]) for card in shown)
    assert "Party members admitted" in empty


def test_a_choice_with_nothing_in_it_has_no_cards() -> None:
    shown, empty = cards(real(), FRAME, View(theme=ALL, level="commune", places=("ben-tre",)))
    assert shown == []
    assert len(empty) == len(real().charts)


@pytest.mark.parametrize("sort", ["name", "value", "date"])
def test_any_order_shows_the_same_rows(sort: str) -> None:
    """Of a panel of many the order chooses the rows that are shown: there it shows as many."""
    many = {plan.chart.id for plan in SHOWN if any(panel.hidden for panel in plan.panels)}
    shown, _ = cards(real(), FRAME, replace(EVERYTHING, sort=sort))
    assert [card["id"] for card in shown] == [card["id"] for card in ours()]
    for one, other in zip(shown, ours(), strict=True):
        found = [sorted(part for mark in card["marks"] for part in mark["label"].split("; ")) for card in (one, other)]
        assert len(found[0]) == len(found[1])
        assert found[0] == found[1] or one["id"] in many, one["id"]
    assert len(many) < len(shown)


# --- what a card says


def test_a_link_opens_the_view_that_the_card_is_of() -> None:
    view = View("en", ("ben-tre", "bac-kan.cho-moi"), theme="staff", first_year=2018, last_year=2023, sort="value",
                one_scale=True)  # fmt: skip
    card = cards(real(), FRAME, view)[0][0]
    address = dict(part.split("=") for part in card["link"].removeprefix("?").split("&"))
    assert parse(address, real()) == (replace(view, chart=card["id"]), [])
    first = cards(real(), FRAME, View(theme="organisation"))[0][0]
    assert (first["link"], first["embed"]) == ("?chart=party-members", "embed?chart=party-members")
    public = cards(real(), FRAME, View(theme="organisation"), site=Site("https://doisanh.example"))[0][0]
    assert public["link"] == "https://doisanh.example/?chart=party-members"


def test_a_change_keeps_its_value_before_in_the_table() -> None:
    card = card_of(world({"p.an": [figure("hamlets", 154, before=162)]}, chart(Form.CHANGE, "hamlets")))
    assert column(card, 2) == ["162 → 154", "−8"]


def test_a_table_tells_which_of_its_values_are_plain_numbers() -> None:
    card = card_of(world({"p.an": [figure("members", 7397), figure("poor", 1.5, base="all"),
                                   figure("units", 24, hedge=Hedge.OVER), figure("graduates", 3, out_of=9),
                                   figure("hamlets", 154, before=162)]},
                         chart(Form.BARS, "members", "poor", "units", "graduates", "hamlets")))  # fmt: skip
    written = dict(zip(column(card, 2), card["table"]["numbers"], strict=True))
    assert written["7.397"] == 7397
    assert written["1,5%"] == 1.5, "in the unit of the next column"
    assert (written["> 24"], written["3/9"]) == (None, None)
    assert written.get("−8", -8) == -8


def test_a_unit_is_in_its_own_column_unless_the_value_says_it() -> None:
    card = card_of(world({"p.an": [figure("money", 1e9, hedge=Hedge.NEARLY), figure("poor", 1, base="all"),
                                   figure("own", grade="good", scheme="new"), figure("members", 7397)]},
                         chart(Form.BARS, "money", "poor", "own", "members")))  # fmt: skip
    assert [row[2:4] for row in card["table"]["rows"]] == [
        ["gần 1 tỷ đồng", ""], ["1%", "%"], ["Hoàn thành tốt nhiệm vụ", ""], ["7.397", "đảng viên"]]  # fmt: skip


def test_the_table_says_what_keeps_two_figures_from_one_panel() -> None:
    dataset = world({"p.an": [figure("poor", 13, base="all"), figure("poor", 16, base="rated", printed="16%")],
                     "p.di": [figure("members", 5)]}, chart(Form.BARS, "poor", "members"))  # fmt: skip
    told = {what for card in cards(dataset, build(dataset), EVERYTHING)[0][:-1] for what in column(card, 1)}
    assert len(told) == 3
    assert {what.partition(" · ")[2] for what in told} == {
        "tính trên tổng số", "tính trên số được xếp loại", ""}  # fmt: skip
    for one in cards(real(), FRAME, View(theme=ALL))[0]:
        known: dict[tuple[str, ...], str] = {}
        for row in one["table"]["rows"]:
            assert known.setdefault((*row[:2], row[4], row[6]), row[2]) == row[2] or "tính ra" in row[5], row


def test_a_blank_in_the_table_says_why_and_where() -> None:
    blank = Blank(indicator="members", printed="khá đông", paragraph=7)
    articles = {"p.an": [figure("money", 5)], "p.di": [figure("money", 5)]}
    card = card_of(world(articles, chart(Form.BARS, "members"), blanks={"p.an": [blank]}), asked_for())
    assert [row[2:] for row in card["table"]["rows"]] == [
        ["chỉ nêu bằng lời: “khá đông”", "", "", "khá đông", "Báo p.an, 04/03/2020, đoạn\u00a07"],
        ["bài báo không nêu", "", "", "", "Báo p.di, 04/03/2020"],
    ]


def test_two_rows_of_one_place_are_told_apart_by_their_dates() -> None:
    dataset = world({"p.an": [figure("members", 5)], "p.an/2": [figure("members", 5)]}, chart(Form.BARS, "members"),
                    dates={"p.an": "2018"})  # fmt: skip
    assert [mark["label"] for mark in card_of(dataset)["marks"]] == [
        "Huyện An Lão (Bến Tre), 2018: 5 đảng viên", "Huyện An Lão (Bến Tre), 2019: 5 đảng viên"]  # fmt: skip


def test_the_legend_explains_the_marks_that_are_drawn_and_no_others() -> None:
    articles = {"p.an": [figure("members", 5, hedge=Hedge.OVER)], "p.di": [figure("members", 7)]}
    one = chart(Form.BARS, "members")
    assert any("kẻ sọc" in line for line in card_of(world(articles, one))["legend"])
    alone = world({"p.an": articles["p.an"]}, one)
    assert not any("kẻ sọc" in line for line in card_of(alone)["legend"]), "a number without a bar has no stripes"


def test_what_several_cards_say_stands_once_on_the_page() -> None:
    data = board_data(ours(), language="vi")
    assert len(data["legend"]) == len(set(data["legend"])) > 3
    assert {line for card in ours() for line in card["legend"]} == set(data["legend"])
    assert all(card["legend"] == [] for card in data["cards"])
    for card in ours():
        sources = [one["text"] for one in card["sources"]]
        around = [card["note"] or "", *card["notes"], *card["missing"]["lines"], *sources]
        assert not any(line in text for line in data["legend"] for text in around), card["id"]
        assert not any(text.endswith(word("source_excerpt", "vi")) for text in around if text), "its sign says so"


def test_gaps_are_one_line_and_a_fold_with_the_reasons() -> None:
    articles = {"p.an": [figure("members", 5)], "p.di": [figure("members", 6)], "p.duc": [figure("hamlets", 7)]}
    missing = card_of(world(articles, chart(Form.BARS, "members")))["missing"]
    assert missing == {"head": "Thiếu ở 1 nơi", "lines": ["Đức Hòa (Bến Tre): bài báo không nêu."]}
    all_there = {id: articles[id] for id in ("p.an", "p.di")}
    assert card_of(world(all_there, chart(Form.BARS, "members")))["missing"] == {"head": "", "lines": []}


def test_a_figure_says_whether_it_was_checked() -> None:
    dataset = world({"p.an": [figure("members", 5)]}, chart(Form.BARS, "members"))
    said = [card_of(dataset, proofs={"p.an/members": proof})["marks"][0]["facts"][0]["lines"][-1] for proof in Proof]
    assert len(set(said)) == len(Proof)
    assert [line.startswith("✓") for line in said] == [proof.checked for proof in Proof]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_figure_can_be_cited_and_each_printed_one_reported(language: Language) -> None:
    site = Site("https://doisanh.example", "sai@doisanh.example")
    for card in cards(real(), FRAME, View(language, theme=ALL), site=site)[0]:
        for mark in card["marks"]:
            for fact in mark["facts"]:
                assert ("cite" in fact) == ("id" in fact)
                assert ("report" in fact) == (fact.get("id") in real().by_id)
                if "cite" in fact:
                    assert fact["cite"].endswith(".")
                    assert fact["references"].startswith("references?article=")
                    assert fact["id"] not in fact["cite"]
                if "report" in fact:
                    assert "https://doisanh.example/?" in fact["report"]
                    assert fact["mail"].startswith("mailto:sai@doisanh.example?subject=")
                    assert fact["mail"].isascii()


# --- the name of the ZIP


def test_the_zip_names_theme_places_version_and_language() -> None:
    assert archive(View(theme="staff"), real()) == f"doisanh_staff_{real().version}_vi"
    view = View("en", ("ben-tre", "quang-binh.quang-ninh"), theme=ALL)
    assert archive(view, real()) == f"doisanh_all_ben-tre-quang-ninh_{real().version}_en"


def test_many_places_are_counted() -> None:
    places = ("p", "p.an", "p.di", "p.duc", "q")
    assert archive(View(theme="one", places=places), world({})).startswith("doisanh_one_ben-tre-an-lao-di-an-and-2_")


@pytest.mark.parametrize("name", ["Ea H’leo", "Cư M'gar", "Đắk R’Lấp", "Núi/Sam", "Ô Môn…", "x" * 40])
def test_any_name_makes_a_file_name(name: str) -> None:
    found = archive(View(theme="one", places=("p.an", "p")), world({}, names={"p.an": name}))
    assert re.fullmatch(r"[A-Za-z0-9_.-]+", found)
    assert found.count("_") == 4


def test_titles_that_look_like_markup_stay_text() -> None:
    one = chart(Form.BARS, "members").model_copy(update={"title": Text(vi="<b>$bar</b>", en="x")})
    card = card_of(world({"p.an": [figure("members", 5)], "p.di": [figure("members", 6)]}, one))
    assert card["title"].startswith("<b>$bar</b>: ")
    assert "<b>$bar</b>" not in json.dumps([card["wide"], card["narrow"]])


def test_a_source_leads_to_its_article_where_the_address_is_known() -> None:
    card = next(card for card in ours() if card["id"] == "party-members")
    known = {article.address for article in real().articles.values() if article.address}
    led = {source["href"] for source in card["sources"] if "href" in source}
    assert led
    assert led <= known
    assert any("href" not in source for source in card["sources"]), "the first five articles have no known address"


# --- what the browser is given


def test_a_figure_in_several_charts_has_its_words_once() -> None:
    shown, _ = cards(real(), FRAME, View(theme="organisation"))
    data = board_data(shown, language="vi")
    by_card = [mark["facts"] for card in data["cards"] for mark in card["marks"]]
    told = [fact for facts in by_card for fact in facts]
    ids = [fact for fact in told if isinstance(fact, str)]
    assert len(ids) > len(set(ids)) == len(data["facts"])
    whole = [[data["facts"].get(fact, fact) if isinstance(fact, str) else fact for fact in facts] for facts in by_card]
    assert whole == [mark["facts"] for card in shown for mark in card["marks"]]
    assert json.loads(gzip.decompress(packed(shown, language="vi"))) == json.loads(json.dumps(data))


def test_two_facts_of_one_name_are_never_taken_for_one_another() -> None:
    shown = [{"legend": [], "marks": [{"facts": [{"id": "a", "lines": [text]}]} for text in ("một", "hai")]}]
    data = board_data(shown, language="vi")
    assert data["cards"][0]["marks"] == [{"facts": ["a"]}, {"facts": [{"id": "a", "lines": ["hai"]}]}]
