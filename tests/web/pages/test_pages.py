"""The pages run as Streamlit runs them, without a browser: what they show, what they ask, what they say when broken."""

from __future__ import annotations

import gzip
import json
import re
import shutil
from collections.abc import Iterator
from html import escape, unescape
from threading import Event
from typing import Any
from urllib.parse import parse_qsl

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Node, UnknownElement

from dashboard.charts.view import parse
from dashboard.checks.loading import load
from dashboard.language.words import LANGUAGES, capital, word
from dashboard.records import source_files
from dashboard.web.components.page_text import plain
from dashboard.web.pages import sources
from dashboard.web.server import last_good, store
from tests.at_page import at_page
from tests.few_articles import few_articles
from tests.sample import CHARTS, INDICATORS, Root
from tests.world import REPOSITORY

APP = str(REPOSITORY / "dashboard/web/server/app.py")
FILE = "data/figures/paper-2019.yaml"
CHARTS_OF_A_THEME = {"theme": "organisation"}


@pytest.fixture(autouse=True)
def no_scan(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each AppTest would read the metadata of every installed package, in search of components that we have not."""
    scan = "streamlit.components.v2.manifest_scanner.scan_component_manifests"
    monkeypatch.setattr(scan, lambda *_: [], raising=False)


@pytest.fixture
def app(root: Root, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The dashboard on the small data set, not yet run."""
    monkeypatch.setenv("DOISANH_ROOT", str(root.path))
    return AppTest.from_file(APP, default_timeout=60)


def opened(app: AppTest, **address: str) -> AppTest:
    """The page at an address."""
    for key, value in address.items():
        app.query_params[key] = value
    return sound(app.run())


def sound(app: AppTest) -> AppTest:
    """It ran to its end."""
    assert not app.exception, app.exception
    return app


def all_text(app: AppTest) -> str:
    return " ".join(text.value for text in app.markdown)


def nodes(node: Any) -> Iterator[Node]:
    yield node
    for child in getattr(node, "children", {}).values():
        yield from nodes(child)


def component(app: AppTest, name: str) -> dict[str, Any]:
    """What a component gets: AppTest knows it as an unknown element that holds the message to the browser."""
    (found,) = (node for node in nodes(app.main) if isinstance(node, UnknownElement) and node.key == name)
    packed = found.proto.bytes
    data: dict[str, Any] = json.loads(gzip.decompress(packed) if packed else found.proto.json)
    return data


def charts(app: AppTest) -> list[str]:
    return [card["id"] for card in component(app, "board")["cards"]]


def answer(app: AppTest) -> str:
    """What the page says instead of charts, as HTML; "" where it shows charts."""
    return str(component(app, "board")["answer"])


def alternatives(app: AppTest) -> str:
    """What all cards say to those who can't see them."""
    return " ".join(card["alt"] for card in component(app, "board")["cards"])


def files(app: AppTest) -> list[tuple[str, str]]:
    """The links to files: where they lead, and their words."""
    pages = "".join(str(getattr(getattr(node, "proto", None), "body", "")) for node in nodes(app.main))
    found = re.findall(r'<a class="ds-button" href="([^"]+)" download[^>]*>([^<]+)</a>', pages)
    return [(unescape(link), unescape(words)) for link, words in found]


def address(app: AppTest) -> dict[str, str]:
    """The query, as text (AppTest keeps lists)."""
    return {key: value if isinstance(value, str) else value[-1] for key, value in app.query_params.items()}


# --- what it shows


def test_the_first_page_is_vietnamese_and_says_what_can_be_compared(app: AppTest) -> None:
    opened(app)
    assert [title.value for title in app.title] == [word("answers.home", "vi")]
    assert charts(app) == []
    assert escape(word("answers.head_groups", "vi")) in answer(app)
    assert component(app, "board")["lang"] == "vi"
    assert any("10 số liệu báo chí đã đăng về 2 địa phương" in text.proto.body for text in app.get("html"))
    assert address(app) == {}
    assert not app.warning
    assert not app.info
    assert not app.error


ANSWERS: dict[str, tuple[dict[str, str], str, str]] = {
    "home": ({}, word("answers.home", "vi"), word("answers.home", "en")),
    "one": ({"places": "quang-binh.quang-ninh"}, "Huyện Quảng Ninh (Quảng Bình)", "Quảng Ninh District (Quảng Bình)"),
    "two": (
        {"places": "quang-binh.quang-ninh,quang-ninh.ha-long.ha-lam"},
        "Quảng Ninh (Quảng Bình) và Hà Lầm (TP Hạ Long)", "Quảng Ninh (Quảng Bình) and Hà Lầm (Hạ Long City)",
    ),
    "inside": ({"places": "quang-ninh"}, "Phường Hà Lầm (TP Hạ Long)", "Hà Lầm Ward (Hạ Long City)"),
    "indicator": ({"indicator": "members", "from": "2018"}, "Đảng viên", "Party members"),
}  # fmt: skip


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_has_its_title_in_both_languages_and_no_charts(app: AppTest, name: str) -> None:
    asked, *titles = ANSWERS[name]
    opened(app, **asked)
    for language, title in zip(LANGUAGES, titles, strict=True):
        sound(app.button_group(key="language").set_value(language).run())
        assert [one.value for one in app.title] == [plain(title)]
        assert component(app, "board")["lang"] == language
        assert answer(app)
        assert charts(app) == []
        assert not app.warning
        assert {**address(app), "lang": language} == {**asked, "lang": language}


@pytest.mark.parametrize("part", ["use=paper-2019/nothing", "indicator=nothing", "places=nowhere", "use=x"])
def test_a_part_of_an_answer_s_address_that_is_invalid_is_named_and_left_out(app: AppTest, part: str) -> None:
    key, _, value = part.partition("=")
    asked = {"places": "quang-binh.quang-ninh"}
    opened(app, **{**asked, key: f"quang-binh.quang-ninh,{value}" if key == "places" else value})
    assert plain(part) in app.warning[0].value
    assert answer(app)
    assert address(app) == asked


def test_the_charts_begin_with_the_first_theme_and_how_to_read_them(app: AppTest) -> None:
    opened(app, **CHARTS_OF_A_THEME)
    assert [title.value for title in app.title] == [word("heading", "vi")]
    assert answer(app) == ""
    assert charts(app) == ["organizations", "hamlets", "single", "scorecard"]
    assert component(app, "board")["lang"] == "vi"
    assert any(
        "10 số liệu từ 2 bài báo, về 2 địa phương; 0 số liệu đã đối chiếu" in text.proto.body
        for text in app.get("html")
    )
    assert address(app) == CHARTS_OF_A_THEME
    assert not app.warning


def test_the_repositorys_own_data_show_without_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOISANH_ROOT", str(few_articles()))
    app = opened(AppTest.from_file(APP, default_timeout=60), theme="all")
    assert len(charts(app)) > 20
    assert not app.warning


def test_the_picker_offers_the_places_in_vietnamese_order_below_their_province(app: AppTest) -> None:
    rows = component(opened(app), "picker")["rows"]
    assert [(row[0], row[2]) for row in rows] == [
        ("quang-binh", "gồm Huyện Quảng Ninh (Quảng Bình); nay thuộc tỉnh Quảng Trị"),
        ("quang-binh.quang-ninh", "8 số liệu; nay thuộc tỉnh Quảng Trị"),
        ("quang-ninh", "gồm Phường Hà Lầm (TP Hạ Long)"),
        ("quang-ninh.ha-long", "gồm Phường Hà Lầm (TP Hạ Long); nay thuộc thành phố Quảng Ninh"),
        ("quang-ninh.ha-long.ha-lam", "2 số liệu; nay thuộc phường Hà Lầm (Quảng Ninh)"),
    ]


def on_paper(app: AppTest) -> list[str]:
    """The paragraphs for paper alone."""
    bodies = "\n".join(element.proto.body for element in app.get("html"))
    return [unescape(text) for text in re.findall('<p class="ds-paper">([^<]*)</p>', bodies)]


def test_paper_says_what_the_filters_hold_that_it_does_not_show(app: AppTest) -> None:
    opened(app, places="quang-binh.quang-ninh", level="district", **{"from": "2018"})
    assert on_paper(app) == ["Tổ chức · Huyện Quảng Ninh (Quảng Bình) · Cấp huyện · 2018–…"]
    sound(app.text_input(key="query").set_value("cấp ủy").run())
    assert on_paper(app) == ["“cấp ủy” · Huyện Quảng Ninh (Quảng Bình) · Cấp huyện · 2018–…"]


@pytest.mark.parametrize("page", ["compare", "pair", "locality", "sources", "data", "method"])
def test_every_page_ends_with_the_version_of_its_data_and_a_place_for_the_day_of_printing(
    app: AppTest, page: str
) -> None:
    opened(app)
    sound(at_page(app, page).run())
    *_, last = (element.proto.body for element in app.get("html") if "ds-foot" in element.proto.body)
    assert re.search(
        r"Dữ liệu [0-9a-f]{8}-\d{4}-\d{2}-\d{2} .*<span [^>]*data-printed-on=.*<time></time> · <a></a>", last
    )


def test_the_page_of_sources_shows_every_article(app: AppTest) -> None:
    opened(app)
    sound(at_page(app, "sources").run())
    assert [title.value for title in app.title] == [word("sources_heading", "vi")]
    assert {"Một bài báo", "Bài khác"} <= {header.value for header in app.header}


def test_an_article_read_in_full_is_not_said_to_be_an_excerpt_where_nothing_is_proven(app: AppTest) -> None:
    app.run()
    sound(at_page(app, "sources").run())
    page = "\n".join([element.value for element in app.markdown] + [one.proto.body for one in app.get("html")])
    assert page.count(word("coverage_not_proven", "vi")) == 1  # paper-2019
    assert page.count(capital(word("read_full", "vi"))) == 1  # paper-2019
    assert page.count(capital(word("read_excerpt", "vi"))) == 1  # paper-2020


def test_the_page_of_sources_says_why_a_theme_has_no_figure(app: AppTest, root: Root) -> None:
    root.edit(
        "data/figures/paper-2020.yaml", '  - indicator: members\n    value: 430\n    printed: "430 đảng viên"\n', ""
    )
    app.run()
    sound(at_page(app, "sources").run())
    page = "\n".join(element.proto.body for element in app.get("html"))
    assert page.count(f">{word('absent_excerpt_only', 'vi')}</td>") == 1


def test_the_page_of_sources_tells_what_contradicts_and_what_is_noted(app: AppTest, root: Root) -> None:
    said = 'contradicts: {vi: "Bài khác nêu 8.", en: "Another has 8."}\n    note: {vi: "In mờ", en: "Faint"}'
    root.edit(FILE, 'printed: "7.397 đảng viên"\n', f'printed: "7.397 đảng viên"\n    {said}\n')
    opened(app)
    sound(at_page(app, "sources").run())
    assert any("Mâu thuẫn: Bài khác nêu 8. In mờ.<" in block.proto.body for block in app.get("html"))


# --- what it asks


def test_the_page_of_sources_can_be_of_one_place_and_what_lies_in_it(app: AppTest) -> None:
    opened(app)
    for place, shown in (("quang-binh", "Một bài báo"), ("quang-ninh", "Bài khác")):
        app.query_params["place"] = place
        sound(at_page(app, "sources").run())
        assert {header.value for header in app.header} & {"Một bài báo", "Bài khác"} == {shown}
        assert address(app) == {"place": place}


def test_of_many_sources_the_first_are_shown_and_the_number_of_the_rest(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(app)
    monkeypatch.setattr(sources, "MOST_ARTICLES", 1)
    monkeypatch.setattr(sources, "MOST_PLACES", 1)
    sound(at_page(app, "sources").run())
    assert len({header.value for header in app.header} & {"Một bài báo", "Bài khác"}) == 1
    said = [element.value for element in app.markdown]
    assert word("sources_more", "vi", n=1) in said
    assert word("matrix_more", "vi", n=1) in said


# --- what it asks


def test_the_switch_of_languages_changes_every_word_and_keeps_the_view(app: AppTest) -> None:
    opened(app, theme="ratings")
    before = charts(app)
    sound(app.button_group(key="language").set_value("en").run())
    assert app.title[0].value == word("heading", "en")
    assert component(app, "board")["lang"] == "en"
    assert component(app, "picker")["strings"]["language"] == "en"
    assert charts(app) == before
    assert address(app) == {"lang": "en", "theme": "ratings"}


def test_the_switch_of_themes_changes_the_charts(app: AppTest) -> None:
    opened(app, **CHARTS_OF_A_THEME)
    sound(app.button_group(key="theme").set_value("ratings").run())
    assert charts(app) == ["ratings", "single", "scorecard"]
    sound(app.button_group(key="theme").set_value("all").run())
    assert charts(app) == ["organizations", "ratings", "hamlets", "single", "scorecard"]


WIDGETS: dict[str, tuple[str, Any, dict[str, str]]] = {
    "language": ("button_group", "en", {"lang": "en"}),
    "theme": ("button_group", "ratings", {"theme": "ratings"}),
    "level": ("selectbox", "district", {"level": "district"}),
    "first_year": ("selectbox", 2019, {"from": "2019"}),
    "last_year": ("selectbox", 2019, {"to": "2019"}),
    "sort": ("button_group", "value", {"sort": "value"}),
    "one_scale": ("toggle", True, {"scale": "one"}),
}


def test_the_address_follows_each_widget_and_opens_the_same_view_again(app: AppTest, root: Root) -> None:
    wanted = {**CHARTS_OF_A_THEME, "places": "quang-ninh.ha-long.ha-lam,quang-binh"}
    opened(app, **wanted)
    for name, (kind, value, part) in WIDGETS.items():
        sound(getattr(app, kind)(key=name).set_value(value).run())
        wanted |= part
        assert address(app) == wanted
    link = address(app)
    assert set(link) == {"lang", "places", "theme", "level", "from", "to", "sort", "scale"}
    again = opened(AppTest.from_file(APP, default_timeout=60), **link)
    assert component(again, "board") == component(app, "board")
    assert address(again) == link
    assert not again.warning
    for name, (kind, value, _) in WIDGETS.items():
        assert getattr(again, kind)(key=name).value == value
    assert parse(link, root.dataset())[1] == []


def test_chosen_places_are_in_the_address_and_in_the_picker(app: AppTest) -> None:
    opened(app, places="quang-binh", **CHARTS_OF_A_THEME)
    assert component(app, "picker")["command"] == ["quang-binh"]
    assert component(app, "board")["cards"][0]["marks"][0]["label"].startswith("Huyện Quảng Ninh")
    app.session_state["places"] = ["quang-ninh.ha-long.ha-lam"]
    sound(app.run())
    assert address(app) == {"places": "quang-ninh.ha-long.ha-lam", **CHARTS_OF_A_THEME}
    assert component(app, "picker")["command"] == ["quang-ninh.ha-long.ha-lam"]


@pytest.mark.parametrize("view", [CHARTS_OF_A_THEME, {"places": "quang-binh.quang-ninh"}, {"indicator": "members"}])
def test_years_the_wrong_way_round_are_turned(app: AppTest, view: dict[str, str]) -> None:
    opened(app, **view)
    app.selectbox(key="first_year").set_value(2020)
    sound(app.selectbox(key="last_year").set_value(2018).run())
    assert address(app) == {**view, "from": "2018", "to": "2020"}


@pytest.mark.parametrize("view", [CHARTS_OF_A_THEME, {"places": "quang-binh.quang-ninh"}, {"indicator": "members"}])
def test_a_year_without_figures_may_be_asked_for_by_a_link(app: AppTest, view: dict[str, str]) -> None:
    opened(app, **view, **{"from": "1975"})
    assert app.selectbox(key="first_year").value == 1975
    assert address(app) == {**view, "from": "1975"}
    assert charts(app) or answer(app)


def test_the_reset_goes_back_to_the_first_view_in_the_same_language(app: AppTest) -> None:
    opened(app, lang="en", theme="ratings", places="quang-binh", level="district", **{"from": "2018"})
    (reset,) = (button for button in app.button if button.label == word("reset", "en"))
    sound(reset.click().run())
    assert address(app) == {"lang": "en", **CHARTS_OF_A_THEME}
    assert charts(app) == ["organizations", "hamlets", "single", "scorecard"]


# --- nonsense and nothing


def test_nonsense_in_a_link_is_named_and_the_page_is_there(app: AppTest) -> None:
    opened(app, theme="xyz", places="atlantis,quang-binh", utm="mail", lang="fr", **{"from": "abc"})
    (warning,) = app.warning
    for part in ("theme=xyz", "places=atlantis", "utm=mail", "lang=fr", "from=abc"):
        assert part in warning.value
    assert answer(app)
    assert address(app) == {"places": "quang-binh"}


def test_a_warning_stays_until_the_view_changes(app: AppTest) -> None:
    opened(app, sort="xyz", **CHARTS_OF_A_THEME)
    sound(app.run())
    assert len(app.warning) == 1
    sound(app.button_group(key="theme").set_value("ratings").run())
    assert not app.warning


@pytest.mark.parametrize(
    "text",
    ["[Đăng nhập](https://evil.example) ![](https://evil.example/a.png)", ":red[x] $x^2$ `y` ``",
     "<script>alert(1)</script>\n\n# Đại\n\x00", "🙂" * 5000],
)  # fmt: skip
def test_what_a_link_holds_is_shown_as_it_is_and_never_in_full_length(app: AppTest, text: str) -> None:
    opened(app, theme=text)
    (warning,) = app.warning
    assert len(warning.value) < 300
    assert plain(f"theme={text}"[:60]) in warning.value
    assert answer(app)


def test_a_choice_with_nothing_in_it_says_what_to_do(app: AppTest) -> None:
    opened(app, theme="ratings", level="province")
    (info,) = app.info
    assert info.value == "Không có số liệu nào khớp với: Xếp loại; Cấp tỉnh."
    assert charts(app) == []
    sound(app.button_group(key="language").set_value("en").run())
    (info,) = app.info
    assert info.value == "No figures match: Ratings; Provinces."
    ways = {button.label.partition(":")[0]: button for button in app.button if str(button.key).startswith("way-")}
    assert list(ways) == ["All levels"]
    sound(ways["All levels"].click().run())
    assert address(app) == {"lang": "en", "theme": "ratings"}
    assert app.selectbox(key="level").value == "all"
    assert not app.info
    assert charts(app)


def test_where_nothing_compares_it_says_why_and_offers_what_would(app: AppTest) -> None:
    opened(app, places="quang-binh,quang-ninh", only="comparable")
    (info,) = app.info
    assert info.value.startswith("Có số liệu, nhưng không có hai số liệu nào so sánh được với nhau, vì:")
    assert "khác cấp: cấp huyện và cấp xã (1 biểu đồ)" in info.value
    (way,) = (button for button in app.button if button.key == "way-comparable-")
    sound(way.click().run())
    assert address(app) == {"places": "quang-binh,quang-ninh", **CHARTS_OF_A_THEME}
    assert charts(app)


def test_charts_without_figures_are_named_below_the_others(app: AppTest) -> None:
    opened(app, theme="all", places="quang-ninh")
    assert charts(app) == ["ratings", "single", "scorecard"]
    assert any("TCCSĐ; Thôn" in text.value for text in app.markdown)


def test_data_without_a_single_year_have_a_page(app: AppTest, root: Root) -> None:
    for name in ("2019", "2020"):
        text = (root.path / f"data/figures/paper-{name}.yaml").read_text("utf-8")
        lines = [line for line in text.split("\n") if "    as_of" not in line and "since" not in line]
        dateless = (
            "\n".join(lines).replace("as_of: 2019-10-18", "as_of: undated").replace("as_of: 2020-05", "as_of: undated")
        )
        dateless = dateless.replace(" năm 2019", "").replace(" so với năm 2015", "")
        reason = '    inferred: {vi: "đoán là 2018", en: "guessed, 2018"}\n'
        root.write(f"data/figures/paper-{name}.yaml", dateless.replace(reason, ""))
    assert root.problems() == []
    opened(app)
    assert answer(app)
    app.query_params["theme"] = "all"
    sound(app.run())
    assert charts(app)


# --- data that are broken


def test_data_broken_at_the_start_say_where(app: AppTest, root: Root) -> None:
    root.edit(FILE, "value: 7397", "value: 7.397")
    _, line, _ = root.place(FILE, "value: 7.397")
    opened(app)
    assert "1 chỗ chưa đúng" in app.error[0].value
    assert FILE in app.code[0].value
    assert f"{line}:" in app.code[0].value
    assert "7397" in app.code[0].value, "and what to write instead"
    assert not [node for node in nodes(app.main) if isinstance(node, UnknownElement) and node.type != "empty"]


def test_data_broken_at_the_start_say_so_in_english_too(app: AppTest, root: Root) -> None:
    root.edit(FILE, "value: 7397", "value: 7.397")
    opened(app, lang="en")
    assert app.error[0].value == word("bad_data", "en", n=1)


def test_data_broken_while_it_runs_leave_the_charts_below_a_banner(app: AppTest, root: Root) -> None:
    before = component(opened(app, **CHARTS_OF_A_THEME), "board")
    root.edit(FILE, "value: 7397", "value: 7.397")
    sound(app.run())
    assert [warning.value for warning in app.warning] == [word("bad_data_kept", "vi", n=1)]
    assert FILE in app.code[0].value
    assert component(app, "board") == before
    root.edit(FILE, "value: 7.397", "value: 7397")
    sound(app.run())
    assert not app.warning
    assert not app.code


def test_started_on_broken_data_it_shows_the_last_good_ones_with_the_problems_above(root: Root, app: AppTest) -> None:
    last_good.keep(root.path, source_files.gather(root.path)[0])
    root.edit(FILE, "value: 7397", "value: 7.397")
    opened(app, **CHARTS_OF_A_THEME)
    assert [warning.value for warning in app.warning] == [word("bad_data_kept", "vi", n=1)]
    assert "value là 7.397, nhưng" in app.code[0].value
    assert "7.397 đảng viên" in alternatives(app)
    english = opened(AppTest.from_file(APP, default_timeout=60), lang="en")
    assert "value is 7.397, but" in english.code[0].value


def test_while_an_edit_is_read_the_page_shows_what_it_had_and_says_so(
    app: AppTest, root: Root, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = component(opened(app, **CHARTS_OF_A_THEME), "board")
    let = Event()

    def slow(*arguments: Any) -> Any:
        assert let.wait(60)
        return load(*arguments)

    monkeypatch.setattr(store, "load", slow)
    monkeypatch.setattr(store, "MOMENT", 0.01)
    root.edit(FILE, "value: 7397", "value: 7.397")
    sound(app.run())
    assert component(app, "board") == before
    assert plain(word("being_read", "vi")) in all_text(app)
    let.set()
    monkeypatch.setattr(store, "MOMENT", 60)
    sound(app.run())
    assert plain(word("being_read", "vi")) not in all_text(app)
    assert app.warning


def test_of_thousands_of_problems_a_page_lists_a_hundred_and_how_many_more(app: AppTest, root: Root) -> None:
    for number in range(200):
        root.write(f"seeds/p-{number}.yaml", "a: &x 1\n")
    opened(app, lang="en")
    listed = app.code[0].value
    assert listed.count("->") == 100
    found = re.search(r"\((?:problems: )?(\d+)\)", app.error[0].value)
    rest = re.search(r"(\d+) more problems", listed)
    assert found
    assert rest
    assert int(found[1]) == 100 + int(rest[1])


def test_an_edit_appears_at_the_next_interaction(app: AppTest, root: Root) -> None:
    opened(app, **CHARTS_OF_A_THEME)
    root.edit(FILE, "value: 7397", "value: 7398")
    root.edit(FILE, '"7.397 đảng viên"', '"7.398 đảng viên"')
    sound(app.run())
    assert "7.398 đảng viên" in alternatives(app)


def test_a_theme_that_vanishes_while_it_is_shown_takes_nobody_with_it(app: AppTest, root: Root) -> None:
    opened(app, theme="ratings")
    root.write("data/charts.yaml", CHARTS.replace("id: ratings, name", "id: grades, name").replace(
        "theme: ratings", "theme: grades"))  # fmt: skip
    root.write("data/indicators.yaml", INDICATORS.replace("theme: ratings", "theme: grades"))
    assert root.problems() == []
    sound(app.run())
    assert answer(app)


def test_a_place_that_vanishes_while_it_is_shown_takes_nobody_with_it(app: AppTest, root: Root) -> None:
    opened(app, places="quang-ninh.ha-long.ha-lam")
    for file in ("seeds/paper-2020.yaml", "data/figures/paper-2020.yaml"):
        (root.path / file).unlink()
    text = (root.path / "data/localities.yaml").read_text("utf-8")
    root.write("data/localities.yaml", text[: text.index("  - id: quang-ninh.ha-long.ha-lam")])
    assert root.problems() == []
    sound(app.run())


def test_a_folder_that_vanishes_while_it_runs_leaves_the_charts(app: AppTest, root: Root) -> None:
    opened(app, **CHARTS_OF_A_THEME)
    shutil.rmtree(root.path)
    sound(app.run())
    assert app.warning
    assert charts(app)


def test_a_folder_that_is_not_there_is_told_and_no_error_of_python(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOISANH_ROOT", "/no/such/folder")
    opened(app)
    assert app.error
    assert "không có thư mục này" in app.code[0].value
    assert "/no/such" not in app.code[0].value  # where on the server is nothing that a visitor needs


@pytest.mark.parametrize("page", ["compare", "data", "sources"])
@pytest.mark.parametrize("broken", ["text", "encoding", "folder", "missing"])
def test_no_visitor_sees_where_the_data_are_on_the_server(app: AppTest, root: Root, page: str, broken: str) -> None:
    file = root.path / FILE
    if broken == "text":
        file.write_text("article: [", "utf-8")
    elif broken == "encoding":
        file.write_bytes(b"\xff\xfe")
    elif broken == "folder":
        file.unlink()
        file.mkdir()
    else:
        shutil.rmtree(root.path)
    app.run()
    at_page(app, page)
    sound(app.run())
    shown = "\n".join(str(getattr(node, "proto", "")) for node in nodes(app._tree))
    assert app.code
    assert str(root.path) not in shown
    assert str(REPOSITORY) not in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_search_leads_to_the_answers_of_the_indicators_that_it_finds(app: AppTest, root: Root, language: str) -> None:
    opened(app, lang=language, q="DANG vien")
    (found,) = [element.proto.body for element in app.get("html") if 'class="ds-found"' in element.proto.body]
    links = [unescape(link) for link in re.findall(r'href="([^"]+)"', found)]
    assert links
    for link in links:
        view, ignored = parse(dict(parse_qsl(link.removeprefix("?"))), root.dataset())
        assert (ignored, view.language, view.theme) == ([], language, "")
        assert view.indicator
    opened(app, q="qqqq")
    assert not any('class="ds-found"' in element.proto.body for element in app.get("html"))
