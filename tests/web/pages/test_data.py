"""The page of data, run as Streamlit runs it: what it shows, what it filters, what it hands out."""

from __future__ import annotations

import io
import re
from urllib.parse import parse_qsl

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.export.table_view import LONGEST
from dashboard.figures.figure_columns import COLUMNS
from dashboard.language.words import word
from dashboard.web.pages import data
from tests.at_page import at_page
from tests.sample import Root
from tests.web.pages.test_pages import address, files, nodes, on_paper, sound
from tests.world import REPOSITORY

APP = str(REPOSITORY / "dashboard/web/server/app.py")
FILE = "data/figures/paper-2019.yaml"


@pytest.fixture(autouse=True)
def no_scan(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in test_pages: no search of every installed package for components."""
    scan = "streamlit.components.v2.manifest_scanner.scan_component_manifests"
    monkeypatch.setattr(scan, lambda *_: [], raising=False)


@pytest.fixture
def app(root: Root, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("DOISANH_ROOT", str(root.path))
    return AppTest.from_file(APP, default_timeout=60)


def opened(app: AppTest, **asked: str) -> AppTest:
    """The page at an address."""
    app.run()
    at_page(app, "data")
    for key, value in asked.items():
        app.query_params[key] = value
    return sound(app.run())


def body(app: AppTest) -> str:
    """The HTML of the table of figures; "" where there is none."""
    return next((text for text in map(_html, nodes(app.main)) if '"ds-list ds-figures"' in text), "")


def _html(node: object) -> str:
    return str(getattr(getattr(node, "proto", None), "body", ""))


def phrases(app: AppTest) -> list[str]:
    return re.findall(r'data-label="Nguyên văn">“([^”]+)”', body(app))


def count(app: AppTest) -> str:
    return next(text.value.strip("*") for text in app.markdown if "số liệu" in text.value and "**" in text.value)


def test_the_whole_table_is_there_with_its_count_and_a_download_for_each_format(app: AppTest) -> None:
    opened(app)
    assert [title.value for title in app.title] == [word("data_heading", "vi")]
    assert count(app) == "13 số liệu: 10 do bài báo nêu, 3 do trang này tính"
    assert body(app).count("<tr") == 14
    assert len(phrases(app)) == 10
    assert address(app) == {}
    assert [words for _, words in files(app)] == [
        "Excel (XLSX)", "CSV cho Excel tiếng Việt", "CSV cho chương trình", "Parquet", "Gói dữ liệu (ZIP)",
    ]  # fmt: skip


def test_a_row_tells_value_hedge_unit_date_base_source_paragraph_and_caveat(app: AppTest) -> None:
    opened(app, indicator="members_good")
    (row,) = re.findall(r"<tr role=\"row\">(.*?)</tr>", body(app).partition("<tbody")[2])
    text = re.sub(r"<[^>]+>", "|", row)
    for said in ("Huyện Quảng Ninh (Quảng Bình)", "&gt; 90%", "2018, suy\u00a0ra", "bài báo không nói",
                 "Báo A, 18/10/2019", "13", "Xếp loại 2018–2022", "đoán là 2018"):  # fmt: skip
        assert said in text, said


def test_a_printed_phrase_is_shown_and_never_run(app: AppTest, root: Root) -> None:
    root.edit("seeds/paper-2019.yaml", '"Báo A"', '"<img src=x onerror=alert(1)> & Báo"')
    opened(app)
    assert "&lt;img src=x onerror=alert(1)&gt; &amp; Báo" in body(app)
    assert "<img" not in body(app)


def test_filters_leave_rows_and_stand_in_the_address(app: AppTest) -> None:
    opened(app)
    sound(app.text_input(key="data_text").set_value("thôn").run())
    assert count(app) == "2 trong 13 số liệu khớp với bộ lọc"
    assert phrases(app) == ["từ 162 thôn xuống còn 154 thôn"]
    assert address(app) == {"q": "thôn"}
    sound(app.button_group(key="data_figures").set_value("computed").run())
    assert phrases(app) == []
    assert body(app).count("số tính ra") == 1
    assert address(app) == {"q": "thôn", "figures": "computed"}
    assert on_paper(app) == ["Trang này tính · “thôn”"]
    sound(app.button(key="data-reset").click().run())
    assert count(app) == "13 số liệu: 10 do bài báo nêu, 3 do trang này tính"
    assert address(app) == {}


@pytest.mark.parametrize(
    ("kind", "key", "value", "told"),
    [
        ("button_group", "data_theme", "ratings", {"theme": "ratings"}),
        ("selectbox", "data_indicator", "cells", {"indicator": "cells"}),
        ("selectbox", "data_level", "commune", {"level": "commune"}),
        ("selectbox", "data_first_year", 2020, {"from": "2020"}),
        ("selectbox", "data_last_year", 2018, {"to": "2018"}),
    ],
)
def test_every_filter_stands_in_the_address_and_a_link_with_it_shows_the_same(
    app: AppTest, kind: str, key: str, value: object, told: dict[str, str]
) -> None:
    opened(app)
    sound(getattr(app, kind)(key=key).set_value(value).run())
    assert address(app) == told
    shown = body(app)
    again = opened(AppTest.from_file(APP, default_timeout=60), **told)
    assert body(again) == shown
    assert body(again).count("<tr") < 14


def test_a_link_shows_the_same_rows_in_the_other_language(app: AppTest) -> None:
    opened(app, q="thon", figures="printed", lang="en")
    assert app.title[0].value == word("data_heading", "en")
    assert "154 hamlets" in body(app)
    assert body(app).count("<tr") == 2
    sound(app.button_group(key="language").set_value("vi").run())
    assert phrases(app) == ["từ 162 thôn xuống còn 154 thôn"]
    assert address(app) == {"q": "thon", "figures": "printed"}


def test_nonsense_in_a_link_is_told_and_left_out(app: AppTest) -> None:
    opened(app, theme="nonsense", page="x", q="cell")
    assert "theme=nonsense" in app.warning[0].value
    assert "page=x" in app.warning[0].value
    sound(app.text_input(key="data_text").set_value("").run())
    assert not app.warning


def test_where_nothing_fits_that_is_said_and_there_is_nothing_to_download(app: AppTest) -> None:
    opened(app, q="zzz")
    assert app.info[0].value == word("rows_none", "vi")
    assert body(app) == ""
    assert not files(app)


def test_many_rows_come_in_pages_and_a_filter_leads_back_to_the_first(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(data, "ROWS", 5)
    opened(app, page="2")
    assert body(app).count("<tr") == 6
    assert any(text.value == "Đang xem 6–10" for text in app.markdown)
    total = re.match("[0-9]+", count(app))
    assert total
    assert on_paper(app) == [f"dòng 6–10 trong {total[0]}"]
    sound(app.button(key="data-after").click().run())
    assert (address(app), body(app).count("<tr")) == ({"page": "3"}, 4)
    assert app.button(key="data-after").disabled
    sound(app.button_group(key="data_figures").set_value("printed").run())
    assert address(app) == {"figures": "printed"}
    opened(app, page="99", figures="all")
    assert address(app) == {"page": "3"}


def test_every_column_of_the_files_is_explained(app: AppTest) -> None:
    opened(app, lang="en")
    (said,) = (text for text in map(_html, nodes(app.main)) if '"ds-list"' in text)
    for name in [*COLUMNS, "proof"]:
        assert f">{name}</td>" in said, name


def test_a_search_that_no_browser_lets_one_type_has_an_end(app: AppTest) -> None:
    opened(app).text_input(key="data_text").set_value("a " * 50_000).run()
    sound(app)
    assert len(app.query_params["q"][0]) <= LONGEST


def test_the_view_is_forgotten_where_the_data_no_longer_have_what_was_chosen(app: AppTest, root: Root) -> None:
    opened(app, places="quang-ninh.ha-long.ha-lam", indicator="own_rating")
    assert len(phrases(app)) == 1
    root.edit(
        "data/figures/paper-2020.yaml",
        """  - indicator: own_rating
    grade: good
    printed: "công nhận hoàn thành tốt nhiệm vụ năm 2019"
    as_of: 2019
    scheme: party-2018-2022
""",
        "",
    )
    sound(app.run())
    assert app.info[0].value == word("rows_none", "vi")


def test_the_other_pages_do_not_take_over_its_filters(app: AppTest) -> None:
    opened(app, theme="ratings")
    at_page(app, "sources")
    app.query_params.clear()
    sound(app.run())
    at_page(app, "data")
    app.query_params.clear()
    sound(app.run())
    assert count(app) == "13 số liệu: 10 do bài báo nêu, 3 do trang này tính"


def test_a_download_holds_exactly_the_rows_that_are_left(app: AppTest, root: Root) -> None:
    from dashboard.export import file_address
    from dashboard.web.server.store import Good

    good = Good.of(root.dataset())
    opened(app, q="thon", page="7")
    link = next(link for link, words in files(app) if words == "Parquet")
    assert link == "tables?format=parquet&q=thon"
    parquet, chosen = file_address.read(dict(parse_qsl(link.partition("?")[2])), good.dataset, good.frame, good.proofs)
    read = pd.read_parquet(io.BytesIO(parquet.write(chosen)))
    assert len(read) == 2 == body(app).count("<tr") - 1
    assert parquet.name(chosen).startswith("doisanh_figures_thon_")
