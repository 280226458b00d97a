"""The page of one locality: all that is known about it, what is asked in vain, and the ways to other pages."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import cast

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Node

from dashboard.export import extract
from dashboard.export.formats import TABLES
from dashboard.figures import place_profile
from dashboard.language.words import LANGUAGES, Language, word
from dashboard.web.components import place_picker
from dashboard.web.components.page_url import Choice, PageUrl
from dashboard.web.pages import sources
from dashboard.web.server.store import Good
from tests.at_page import at_page
from tests.few_articles import few_articles
from tests.sample import Root
from tests.web.pages.test_pages import APP, address, app, component, files, no_scan, nodes, sound

__all__ = ["app", "no_scan"]  # fixtures
DISTRICT, WARD = "quang-binh.quang-ninh", "quang-ninh.ha-long.ha-lam"


def opened(app: AppTest, **asked: str) -> AppTest:
    app.run()  # AppTest starts on the first page
    app.query_params.clear()
    for key, value in asked.items():
        app.query_params[key] = value
    return sound(at_page(app, "locality").run())


def written(app: AppTest) -> str:
    return html.unescape("\n".join(element.proto.body for element in app.get("html")))


def test_a_place_has_its_name_its_figures_their_words_and_sources(app: AppTest) -> None:
    opened(app, place=DISTRICT)
    assert [title.value for title in app.title] == ["Huyện Quảng Ninh (Quảng Bình)"]
    page = written(app)
    for part in ("“7.397 đảng viên”", "> 90%", "162 → 154", "223/226", "tính ra 98,7%", "tính từ 7.397 đảng viên",
                 "so với 2015", "[1] đoạn 12", "đoán là 2018", "Một bài báo", "456", "Tỉnh Quảng Bình"):  # fmt: skip
        assert part in page, part
    assert component(app, "place-picker")["command"] == [DISTRICT]
    assert address(app) == {"place": DISTRICT}
    assert not app.warning


@pytest.mark.parametrize("place", [DISTRICT, WARD])
def test_the_page_that_a_source_leads_to_has_it_however_many_articles_there_are(
    app: AppTest, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "MOST_ARTICLES", 1)
    links = re.findall(r'href="sources[?]place=([^&#"]*)#([^"]+)"', written(opened(app, place=place)))
    assert links
    for asked, article in links:
        app.query_params["place"] = asked
        sound(at_page(app, "sources").run())
        assert article in [head.anchor for head in app.header]
        at_page(app, "locality").run()


def test_words_in_place_of_a_number_and_inferred_dates_are_told(app: AppTest) -> None:
    opened(app, place=WARD, lang="en")
    page = written(app)
    assert "“chiếm tỷ lệ cao”" in page
    assert "in words only" in page
    assert "not read in full" in page
    assert "Báo B (inferred)" in page


def test_a_part_of_a_place_is_told_with_its_figure_on_the_place_the_data_and_the_sources_page(
    app: AppTest, root: Root
) -> None:
    root.edit("data/figures/paper-2020.yaml", '    printed: "430 đảng viên"\n',
              '    printed: "430 đảng viên"\n    of: {vi: "Khu phố 10", en: "Neighbourhood 10"}\n')  # fmt: skip
    opened(app, place=WARD)
    assert "Đảng viên (Khu phố 10)" in written(app)
    for page in ("data", "sources"):
        sound(at_page(app, page).run())
        assert "Đảng viên (Khu phố 10)" in written(app), page


def test_what_is_missing_is_told_by_reason(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place_profile, "USUAL", 1)
    opened(app, place=WARD)
    page = written(app)
    assert "<p>Chưa đọc toàn văn:</p><p>Tổ chức: Đảng bộ cơ sở; Chi bộ cơ sở" in page
    assert "<p>Không áp dụng ở cấp này:</p><p>Tổ chức: Tổ chức cơ sở đảng.</p>" in page


def test_a_place_without_figures_says_so_and_shows_what_lies_in_it(app: AppTest) -> None:
    opened(app, place="quang-ninh")
    (info,) = app.info
    assert "chưa có số liệu riêng" in info.value
    page = written(app)
    assert f'href="place?place={WARD}"' in page
    assert "“430 đảng viên”" in page


def test_a_place_with_nothing_at_all_says_that(app: AppTest, root: Root) -> None:
    text = (root.path / "data/localities.yaml").read_text("utf-8")
    root.write(
        "data/localities.yaml", f"{text}  - {{id: x, name: X, type: {{vi: tỉnh, en: Province}}, level: province}}\n"
    )
    opened(app, place="x")
    assert [info.value for info in app.info] == [word("place_no_article", "vi")]


def test_nonsense_in_the_address_is_told_and_ignored(app: AppTest) -> None:
    opened(app, place="atlantis", utm="mail", lang="fr")
    (warning,) = app.warning
    for part in ("place=atlantis", "utm=mail", "lang=fr"):
        assert part in warning.value
    assert [title.value for title in app.title] == [word("place_heading", "vi")]
    assert address(app) == {}
    assert f"place={DISTRICT}" in written(app)


def test_of_two_chosen_places_the_last_one_counts(app: AppTest, root: Root, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[str] = []

    class Known:
        def view(self) -> Choice:
            return Choice("vi", DISTRICT)

        def choose(self, field: str) -> Callable[[str], None]:
            assert field == "one"
            return kept.append

    take: list[Callable[[list[str]], None]] = []
    monkeypatch.setattr("dashboard.web.components.place_options.options", lambda *_: [])
    monkeypatch.setattr("dashboard.web.components.picker.pick", lambda *_, on_change, **__: take.append(on_change))
    place_picker.choose(cast(PageUrl[Choice], Known()), root.dataset(), "vi", "picker")
    for chosen in ([DISTRICT, WARD], [], [WARD]):
        take[0](chosen)
    assert kept == [WARD, "", WARD]
    monkeypatch.undo()
    opened(app, place=DISTRICT)
    app.session_state["place"] = WARD
    sound(app.run())
    assert address(app) == {"place": WARD}


def test_the_language_changes_and_the_place_stays(app: AppTest) -> None:
    opened(app, place=DISTRICT)
    sound(app.button_group(key="language").set_value("en").run())
    assert app.title[0].value == "Quảng Ninh District (Quảng Bình)"
    assert address(app) == {"lang": "en", "place": DISTRICT}


def test_of_a_place_that_the_data_has_lost_it_is_said_what_it_is(app: AppTest, root: Root) -> None:
    opened(app, place=WARD)
    for file in ("seeds/paper-2020.yaml", "data/figures/paper-2020.yaml"):
        (root.path / file).unlink()
    text = (root.path / "data/localities.yaml").read_text("utf-8")
    root.write("data/localities.yaml", text[: text.index("  - id: quang-ninh.ha-long.ha-lam")])
    sound(app.run())
    assert app.title[0].value == "Phường Hà Lầm (TP Hạ Long, Quảng Ninh)"
    assert [one.value for one in app.info] == [word("place_no_article", "vi")]
    assert address(app) == {"place": WARD}


def test_a_place_has_its_own_table_to_download_by_the_buttons_of_the_data_page(app: AppTest) -> None:
    opened(app, place=DISTRICT)
    assert files(app) == [
        (f"tables?format={one.id}&place={DISTRICT}", word(f"download_{one.id}", "vi")) for one in TABLES
    ]


def test_the_table_holds_the_place_and_what_lies_in_it_and_is_named_after_it(root: Root) -> None:
    good = Good.of(root.dataset())
    for place in ("quang-ninh", DISTRICT, WARD):
        one = place_profile.build(good.dataset, good.frame, place)
        chosen = extract.around(good.dataset, good.frame, good.proofs, place, "en")
        wanted = good.frame["locality"].isin([place, *one.within])
        assert list(chosen.rows["figure_id"]) == list(good.frame["figure_id"][wanted])
        assert TABLES[0].name(chosen).startswith(f"doisanh_figures_{place}_en_")


def test_without_a_place_there_is_nothing_to_download(app: AppTest) -> None:
    opened(app)
    assert not files(app)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_other_place_of_the_repository_has_a_page_in_this_language(
    monkeypatch: pytest.MonkeyPatch, language: Language
) -> None:
    monkeypatch.setenv("DOISANH_ROOT", str(few_articles()))
    app = opened(AppTest.from_file(APP, default_timeout=60), lang=language)
    for place in [*Root(few_articles()).dataset().localities][LANGUAGES.index(language) :: len(LANGUAGES)]:
        app.session_state["place"] = place
        sound(app.run())
        assert address(app)["place"] == place
        assert "None" not in written(app)


@pytest.mark.parametrize("page", ["locality", "data", "sources"])
def test_every_page_says_what_a_date_means(app: AppTest, root: Root, page: str) -> None:
    file = "data/figures/paper-2019.yaml"
    root.edit(file, 'printed: "7.397 đảng viên"', 'printed: "7.397 đảng viên"\n    as_of: ../2018-06-22')
    root.edit(file, 'printed: "48 TCCSĐ"', 'printed: "48 TCCSĐ"\n    as_of: 2017/2018')
    root.edit(file, "sums:\n  - whole: organizations\n    parts: [committees, cells]\n    complete: true\n", "")
    root.edit(
        file,
        'printed: "giảm 235 chỉ tiêu so với năm 2015"\n    paragraph: 16\n    since: 2015',
        'printed: "giảm 235 chỉ tiêu"\n    paragraph: 16\n    as_of: undated\n    length: 5',
    )
    for language, said in (
        ("vi", ("không muộn hơn 22/06/2018", "2017 hoặc 2018", "trong 5 năm, không rõ những năm nào")),
        ("en", ("not after 22 Jun 2018", "2017 or 2018", "over five years; which years is not said")),
    ):
        app.run()
        app.query_params.clear()
        app.query_params.update({"lang": language} | ({"place": DISTRICT} if "locality" in page else {}))
        sound(at_page(app, page).run())
        shown = html.unescape("\n".join(map(_words, nodes(app.main))))
        for words in said:
            assert words in shown, (page, words)


def _words(node: Node) -> str:
    proto = getattr(node, "proto", None)
    return str(getattr(proto, "body", ""))


def test_a_unit_without_figures_leads_to_what_is_known_of_those_in_its_line(app: AppTest) -> None:
    opened(app, place="quang-tri-2025.quang-ninh")
    assert [title.value for title in app.title] == ["Xã Quảng Ninh (Quảng Trị)"]
    page = written(app)
    for part in ("19207", "thị trấn Quán Hàu", "1680/NQ-UBTVQH15", 'href="place?place=quang-tri-2025"',
                 'href="place?place=quang-binh.quang-ninh">Huyện Quảng Ninh (Quảng Bình)</a>: '):  # fmt: skip
        assert part in page, part
    assert [one.value for one in app.info] == [word("place_no_article", "vi")]
    assert component(app, "place-picker")["command"] == ["quang-tri-2025.quang-ninh"]
    assert address(app) == {"place": "quang-tri-2025.quang-ninh"}


def test_a_former_place_says_what_it_became_with_links(app: AppTest) -> None:
    opened(app, place=DISTRICT, lang="en")
    page = written(app)
    assert "The district level ended on 1 Jul 2025" in page
    assert 'href="place?lang=en&place=quang-tri-2025.quang-ninh">Quảng Ninh Commune</a>' in page
    details = {row[0]: row[2] for row in component(app, "place-picker")["rows"]}
    assert details[DISTRICT].endswith("now in Quảng Trị Province")


def test_a_unit_of_today_tells_which_predecessor_lacks_a_figure(app: AppTest) -> None:
    opened(app, place="quang-ninh.ha-lam")
    assert "Thiếu số của phường Hà Trung, phường Cao Thắng (TP Hạ Long, Quảng Ninh): Đảng viên." in written(app)
    opened(app, place=WARD)
    assert word("place_unsummed", "vi") not in {head.value for head in app.header}


def test_a_sum_stands_with_its_addends_their_phrases_and_all_sources(root: Root, app: AppTest) -> None:
    seed = (root.path / "seeds/paper-2020.yaml").read_text("utf-8")
    for name, number in (("ha-trung", 40), ("cao-thang", 5)):
        root.write(f"seeds/{name}.yaml", seed.replace("paper-2020", name).replace("ha-lam", name))
        figures = f"  - {{indicator: members, value: {number}, printed: {number} đảng viên}}"
        root.write(
            f"data/figures/{name}.yaml",
            f"article: {name}\nlocality: quang-ninh.ha-long.{name}\nas_of: 2020-05\nfigures:\n{figures}\n",
        )
    opened(app, place="quang-ninh.ha-lam")
    page = written(app)
    assert "Thiếu số" not in page
    for part in ("“40 đảng viên” (05/2020", "“5 đảng viên” (05/2020", "1679/NQ-UBTVQH15", "[1], [2], [3]"):
        assert part in page, part
