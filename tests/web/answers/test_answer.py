"""The answers as HTML: whatever is chosen there is one, each of its links and values leads somewhere, and no text of
the data is markup in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from html import escape
from html.parser import HTMLParser
from typing import Any
from urllib.parse import parse_qsl

import pytest

from dashboard.charts import chart_selection, comparison_chart
from dashboard.charts.figure_index import FigureIndex
from dashboard.charts.view import default, parse
from dashboard.figures.figure import Figure
from dashboard.language.words import LANGUAGES
from dashboard.records.dataset import Dataset
from dashboard.records.models.figure import FigureRecord
from dashboard.records.models.indicator import Tier
from dashboard.web.answers.answer import Answer, answer
from dashboard.web.board.cards import Site
from dashboard.web.pages.site_map import PAGES
from tests.hostile import STRINGS, Maker
from tests.world import figure, figures_of, real, world

TWO, SIX = "ben-tre,dong-nai", "ben-tre,dong-nai,bac-kan.cho-moi,quang-binh.quang-ninh,vinh-phuc.yen-lac,lam-dong"
MANY = f"{SIX},hai-duong,dong-thap"
ADDRESSES: dict[str, dict[str, str]] = {
    "home": {}, "one": {"places": "dong-nai"}, "two": {"places": TWO}, "six": {"places": SIX}, "many": {"places": MANY},
    "indicator": {"indicator": "party_members"}, "indicator of two": {"indicator": "party_members", "places": TWO},
    "years": {"places": TWO, "from": "2018", "to": "2019"}, "no year": {"places": TWO, "from": "1990", "to": "1991"},
    "used": {"places": TWO, "use": "bao-dong-nai-2018-10-08/party_members"}, "inside": {"places": "bac-kan"},
}  # fmt: skip
TAGS = frozenset(
    "a b button circle details div h2 h3 i li line nav ol p section small span sup svg summary table tbody td th thead "
    "title tr ul".split()
)
ATTRIBUTES = frozenset(
    "class id href target title aria-label aria-labelledby data-go data-to data-mark data-add data-address data-name "
    "open role scope rowspan colspan style type cx cy r x1 x2 y1 y2 tabindex".split()
)


class Read(HTMLParser):
    """A piece of HTML, taken apart; what no answer may have is in ``bad``."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.bad: list[str] = []
        self.ids: list[str] = []
        self.tags: Counter[str] = Counter()
        self.links: list[dict[str, str]] = []
        self.marks: list[str] = []
        self.asides: list[str] = []  # addresses of what can be put aside
        self.text = ""
        self._open: list[str] = []
        self.feed(html)
        self.close()
        self.bad += [f"never closed: {tag}" for tag in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        found = {name: value or "" for name, value in attrs}
        if len(found) < len(attrs) or tag not in TAGS:
            self.bad.append(tag)
        self.bad += [f"{tag} {name}" for name in found if name not in ATTRIBUTES]
        if not re.fullmatch(r"(width:[\d.]+%|grid-area: \d+ / \d+)?", found.get("style", "")):
            self.bad.append(f"style={found['style']}")
        if "id" in found:
            self.ids.append(found["id"])
        if tag == "a":
            self.links.append(found)
        if "data-address" in found:
            self.asides.append(found["data-address"])
        if "data-mark" in found:
            self.marks.append(found["data-mark"])
        self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.bad.append(f"closed: {tag}")

    def handle_data(self, data: str) -> None:
        self.text += data


@cache
def index(first: int | None = None) -> FigureIndex:
    """The figures of the sample; with hostile texts from the ``first`` on."""
    return of(real() if first is None else Maker(first, 9).dataset(real()))


def of(dataset: Dataset, figures: Sequence[Figure] | None = None) -> FigureIndex:
    return FigureIndex(dataset, figures_of(dataset) if figures is None else figures)


def answered(figures: FigureIndex, address: Mapping[str, str]) -> Answer:
    view, ignored = parse(address, figures.dataset)
    assert ignored == []
    return answer(figures, view, {}, Site())


def sound(found: Answer, dataset: Dataset) -> Read:
    """It is well-formed, and all in it leads somewhere."""
    read = Read(found.html)
    assert read.bad == []
    assert len(set(read.ids)) == len(read.ids)
    assert set(read.marks) == set(found.marks), "a value without what it shows, or the other way round"
    assert all(one["label"] and one["facts"] for one in found.marks.values())
    for address in read.asides:
        assert parse(dict(parse_qsl(address.lstrip("?"))), dataset)[1] == [], address
    for link in read.links:
        page, _, query = link["href"].partition("?")
        if link["href"].startswith("#"):
            assert link["data-to"] in read.ids
            assert link["href"] == f"#{link['data-to']}"
        elif page == "":
            assert "data-go" in link
            assert parse(dict(parse_qsl(query)), dataset)[1] == [], link
        else:
            assert page in {one.path for one in PAGES}, link
    return read


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ADDRESSES)
def test_every_answer_is_sound_and_names_what_it_is_about(name: str, language: str) -> None:
    address = {**ADDRESSES[name], "lang": language}
    found = answered(index(), address)
    read = sound(found, real())
    assert read.marks or name == "no year"
    view, _ = parse(address, real())
    assert comparison_chart.title(index(), view, view.language)


def test_the_summary_of_places_counts_what_stands_below_it() -> None:
    for address in (ADDRESSES["two"], ADDRESSES["six"], ADDRESSES["years"]):
        html = answered(index(), address).html
        said = [int(n) for n in re.findall(r"\d+", re.sub("<[^>]*>", "", html.partition("</p>")[0]))]
        parts = dict(re.findall(r'<section class="[^"]*" id="ds-(\w+)">(.*?)</section>', html, re.S))
        rows = [parts.get(kind, "").count("<tbody id=") for kind in ("ok", "caution")]
        apart = sum(map(int, re.findall(r"\((\d+)\)</b>", parts.get("apart", ""))))
        alone = len(re.findall("<li>", parts.get("alone", "")))
        assert said == [*rows, apart, alone], address


def test_the_summary_of_a_place_counts_what_stands_below_it() -> None:
    for place in ("dong-nai", "quang-binh.quang-ninh", "bac-kan.cho-moi"):
        html = answered(index(), {"places": place}).html
        clean, cautious, alone = map(int, re.findall(r"\d+", re.sub("<[^>]*>", "", html.partition("</p>")[0])))
        said = html.partition('class="ds-rows among"')[2].partition("</table>")[0]
        assert cautious == said.count("△"), "what compares with caution only is no comparable one"
        assert clean + cautious == said.count("<tr>") - 1
        assert alone == sum(not one.peers for one in index().pool.standings(place))


@pytest.mark.parametrize("first", range(0, len(STRINGS), 9))
@pytest.mark.parametrize("name", ADDRESSES)
def test_no_text_of_the_data_is_markup_in_an_answer(name: str, first: int) -> None:
    figures = index(first)
    for language in LANGUAGES:
        found = answered(figures, {**ADDRESSES[name], "lang": language})
        read = sound(found, figures.dataset)
        assert len(read.marks) == len(Read(answered(index(), {**ADDRESSES[name], "lang": language}).html).marks)
        assert name == "no year" or any(text in read.text for text in STRINGS[first : first + 9])


# --- data of other kinds


def place_of(*figures: FigureRecord) -> Dataset:
    return world({"p.an": figures, "p.di": [figure("members", 300)], "p.duc": [figure("members", 400)]})


def test_places_that_compare_in_nothing_are_told_why_at_once_with_all_that_would_help() -> None:
    """What is folded where something compares is open where nothing does."""
    apart = {"p.an": [figure("cut", 30, since="2015"), figure("members", 9)], "q": [figure("cut", 40, since="2017")]}
    (section,) = re.findall(r'id="ds-apart">(.*?)</section>', answered(of(world(apart)), {"places": "p.an,q"}).html)
    assert "<details" in section
    assert not re.search(r"<details(?! [^>]*open)", section)
    dataset = world(apart)
    remedies = {rule.remedy["vi"] for rule in dataset.rules.values() if rule.id in ("level", "baseline")}
    assert len(remedies) == 2
    assert all(escape(remedy) in section for remedy in remedies)
    shared = {"p.an": [figure("cut", 30), figure("members", 9)], "p.di": [figure("cut", 40), figure("members", 8)]}
    html = answered(of(world(shared)), {"places": "p.an,p.di"}).html
    assert " open>" not in html.partition('id="ds-apart"')[2]


def test_a_place_that_compares_with_none_and_places_that_share_nothing_show_what_they_have() -> None:
    html = answered(of(world({"p.an": [figure("members", 300)]})), {"places": "p.an"}).html
    assert re.search(r"<details[^>]* open>.*300", html)
    shared = world({"p.an": [figure("members", 300)], "p.di": [figure("hamlets", 20)]})
    assert re.search(r"<details[^>]* open>.*300", answered(of(shared), {"places": "p.an,p.di"}).html)


def test_an_indicator_of_which_nothing_compares_shows_its_figures_and_says_why() -> None:
    dataset = world({"p.an": [figure("members", 300)], "q": [figure("members", 900)]})
    html = answered(of(dataset), {"indicator": "members"}).html
    assert "✗" in html
    assert "Khác cấp." in html
    assert '<details class="ds-fold " open>' in html
    both = world({"p.an": [figure("members", 300)], "p.di": [figure("members", 3)], "q": [figure("members", 900)]})
    assert "open>" not in answered(of(both), {"indicator": "members"}).html


def test_equal_values_share_a_rank() -> None:
    values = {"p.an": 5, "p.aan": 7, "p.di": 5, "p.duc": 4}
    dataset = world({place: [figure("members", value)] for place, value in values.items()})
    html = answered(of(dataset), {"indicator": "members"}).html
    assert re.findall(r'<td class="rank">(\d+)</td>', html) == ["1", "2", "2", "4"]


def test_a_row_is_called_computed_where_all_of_it_was() -> None:
    dataset = world({"p.an": [figure("units", 20)], "p.di": [figure("units", 30)]})
    printed = figures_of(dataset)
    for computed in ((True, False), (False, True), (True, True)):
        figures = [replace(one, computed=made) for one, made in zip(printed, computed, strict=True)]
        for address in ({"places": "p.an,p.di"}, {"indicator": "units"}):
            assert ("tính ra" in answered(of(dataset, figures), address).html) == all(computed)


def test_without_a_figure_in_the_chosen_years_nothing_is_counted() -> None:
    html = answered(index(), ADDRESSES["no year"]).html
    assert "Không có số liệu" in html
    assert "ds-sum" not in html


NOTHING: dict[str, Any] = {"articles": {}, "files": {}, "entries": (), "positions": {}}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_data_set_without_a_figure_has_an_answer_everywhere(language: str) -> None:
    dataset = replace(real(), **NOTHING)
    for address in ADDRESSES.values():
        address = {key: value for key, value in address.items() if key != "use"}
        found = answered(of(dataset, []), {**address, "lang": language})
        sound(found, dataset)
        assert found.html
        assert found.marks == {}


def test_a_data_set_of_one_article_compares_nothing_and_shows_all_it_has() -> None:
    dataset = world({"p.an": [figure("members", 300), figure("units", 20), figure("good", 90)]})
    for address in ({}, {"places": "p.an"}, {"places": "p.an,p.di"}, {"indicator": "members"}):
        read = sound(answered(of(dataset), address), dataset)
        assert bool(read.marks) == bool(address)


ODD: dict[str, list[FigureRecord]] = {
    "graded": [figure("own", grade=Tier.GOOD, scheme="old"), figure("own", grade=Tier.EXCELLENT, as_of="2018")],
    "undated": [figure("members", 300, as_of="undated"), figure("units", 20, as_of="undated")],
    "hedged": [figure("members", 300, hedge="over"), figure("good", 90, hedge="over")],
    "negative or nothing": [figure("cut", 0), figure("members", 0), figure("hamlets", 3, before=7)],
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ODD)
def test_a_place_whose_figures_are_all_of_one_kind_has_its_answers(kind: str, language: str) -> None:
    dataset = place_of(*ODD[kind])
    for address in ({"places": "p.an"}, {"places": "p.an,p.di"}, {"places": "p.an,p.di,p.duc"},
                    *({"indicator": one.indicator} for one in ODD[kind])):  # fmt: skip
        read = sound(answered(of(dataset), {**address, "lang": language}), dataset)
        assert read.marks, address


def test_an_indicator_that_is_computed_has_its_answers_and_says_so() -> None:
    """A place has no computed figure without the printed ones that it comes of."""
    pair = [figure("members", 300), figure("units", 20)]
    dataset = world({"p.an": pair, "p.di": pair, "p.duc": pair})
    for address in ({}, {"places": "p.an"}, {"places": "p.an,p.di"}, {"indicator": "each"}):
        found = answered(of(dataset), address)
        sound(found, dataset)
        computed = [id for id in found.marks if of(dataset).by_id[id].computed]
        assert computed
        assert address == {} or "tính ra" in found.html


# --- addresses of before


OLD = (
    "", "places=ben-tre", "places=ben-tre,dong-nai", f"places={SIX}", "places=bac-kan", "places=quang-ninh",
    "places=ben-tre,dong-nai&from=2018&to=2019", "from=2018", "lang=en&places=dong-nai",
    "theme=ratings", "theme=all", "theme=staff&places=bac-kan.cho-moi", "q=dang vien", "q=dang vien&places=ben-tre",
    "chart=party-members", "chart=scorecard&places=ben-tre,dong-nai", "level=district", "only=comparable",
    "places=ben-tre,bac-kan.cho-moi&sort=value&scale=one", "level=district&from=2018&to=2020&sort=date",
)  # fmt: skip


@pytest.mark.parametrize("old", OLD)
def test_an_address_of_before_leads_to_the_same_figures(old: str) -> None:
    """What showed charts shows the same ones, or an answer with each place and indicator of their figures."""
    view, ignored = parse(dict(parse_qsl(old)), real())
    assert ignored == []
    before = view if view.theme else replace(view, theme=default(real()).theme)
    shown = {
        (row.figure.locality, row.figure.indicator)
        for plan in chart_selection.plans(real(), index(), before)[0]
        for panel in plan.panels
        for row in panel.rows
        if row.figure
    }
    assert shown
    if view.theme:  # the charts are still there, and the address that is written is one of them
        assert parse(dict(parse_qsl(chart_selection.link(view, real()).lstrip("?"))), real())[0].theme == view.theme
        return
    found = answer(index(), view, {}, Site())
    if not view.places:  # home: each indicator is a click away, with all its places
        asked = {dict(parse_qsl(one["href"].partition("?")[2])).get("indicator") for one in Read(found.html).links}
        assert {indicator for _, indicator in shown} <= asked
        return
    ids = set(found.marks)
    for link in Read(found.html).links:
        query = dict(parse_qsl(link["href"].partition("?")[2]))
        ids |= {query[key] for key in ("a", "b") if key in query}
    assert shown <= {(figure.locality, figure.indicator) for figure in map(index().by_id.__getitem__, ids)}
