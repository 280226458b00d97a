"""The pictures that a browser or the command asks for: which, under which names, with what written into them."""

from __future__ import annotations

import csv
import io
import json
import re
from contextlib import suppress
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.articles.verify.proofs import Proof
from dashboard.charts import scorecard, single_figures
from dashboard.charts.figure_index import MOST_ROWS
from dashboard.charts.page_data import page_data
from dashboard.charts.picture_sizes import PAGE, SQUARE
from dashboard.charts.planner import Planner
from dashboard.charts.scorecard import MOST_PLACES
from dashboard.charts.view import ALL, View
from dashboard.export import pictures
from dashboard.export.attachments import COLUMNS
from dashboard.figures import page_link, references
from dashboard.language.words import LANGUAGES, Language, word
from dashboard.records.models.chart import Form
from dashboard.records.models.fields import Text
from tests.world import chart, figure, real, world

FIGURES = page_data(real()).figures
CHART = {"chart": "party-members"}
MANY = {
    "theme": "organisation",
    "places": ",".join(list(dict.fromkeys(one.locality for one in real().entries))[:MOST_PLACES]),
}
"""As many places as a scorecard has room for."""
FEW = {"places": "ben-tre,dong-nai"}  # of any number of places a chart may come in several pictures


def asked(parameters: dict[str, str], public_url: str = "") -> dict[str, Any]:
    return _answer(tuple(parameters.items()), public_url)


@cache
def _answer(parameters: tuple[tuple[str, str], ...], public_url: str) -> dict[str, Any]:
    return pictures.answer(FIGURES, pictures.Request.parse(dict(parameters), real()), public_url)


def one(**parameters: str) -> dict[str, Any]:
    (picture,) = asked(CHART | parameters)["pictures"]
    return dict(picture)


def said(picture: dict[str, Any]) -> dict[str, str]:
    """The texts of a picture by their keywords."""
    return {text["keyword"]: text["text"] for text in picture["texts"]}


# --- what is asked for


def test_a_long_scorecard_comes_in_parts_whose_names_sort_in_their_order() -> None:
    many = MANY | {"size": "wide"}  # which takes most pictures
    found = asked(many)
    pages = [picture for picture in found["pictures"] if picture["id"] == scorecard.ID]
    total = len(pages)
    files = [picture["file"] for picture in pages]
    assert total > 9
    assert files == sorted(files)
    assert len(set(files)) == total
    assert files[1].startswith(f"doisanh_scorecard-02-of-{total}_")
    assert [picture["title"][-6:] for picture in pages[:2]] == [f"(1/{total})", f"(2/{total})"]
    assert said(pages[1])["Title"] == pages[1]["title"]
    text = found["files"][1]["text"]
    assert all(f"{file}.png" in text for file in files)
    alone = asked(many | {"chart": scorecard.ID, "title": "Của tôi"})["pictures"]
    assert [picture["title"] for picture in alone[:2]] == [f"Của tôi (1/{total})", f"Của tôi (2/{total})"]


def test_one_chart_comes_alone_whatever_the_theme() -> None:
    found = asked({"chart": "public-staff", "theme": "organisation"})
    assert [picture["id"] for picture in found["pictures"]] == ["public-staff"]
    assert found["files"] == []


def test_a_view_comes_with_all_its_charts_in_their_order_and_its_files() -> None:
    found = asked(MANY | {"theme": "ratings"})
    declared = [id for id, one in real().charts.items() if one.theme == "ratings"]
    ids = list(dict.fromkeys(picture["id"] for picture in found["pictures"]))
    assert ids == [*(id for id in declared if id in ids), single_figures.ID, scorecard.ID]
    assert [file["name"].rpartition(".")[2] for file in found["files"]] == ["csv", "txt", "bib", "ris", "json"]
    assert json.loads(json.dumps(found, allow_nan=False)) == found


def test_a_chart_with_nothing_to_show_for_the_places_has_no_picture() -> None:
    assert asked({"chart": "public-staff", "places": "vinh-phuc.yen-lac"})["pictures"] == []


def test_a_title_names_the_chosen_places_where_they_are_few_and_shown() -> None:
    assert one(places="ben-tre,dong-nai")["title"] == "Đảng viên: Bến Tre, Đồng Nai"
    assert one(places="ben-tre,dong-nai", lang="en")["title"] == "Party members: Bến Tre, Đồng Nai"
    assert one(places="ben-tre,dong-nai,dong-thap,hai-duong")["title"] == "Đảng viên"
    assert one(places="ben-tre", title="Của tôi")["title"] == "Của tôi"
    (change,) = asked({"chart": "before-after", "places": "ben-tre,dong-nai"})["pictures"]
    assert change["title"] == "Sắp xếp: trước và sau – Bến Tre", "nothing is shown of the other"


def test_a_picture_for_a_report_has_no_digest_and_no_list_of_places_without_figures() -> None:
    version, places = real().version, {"places": "ben-tre,dong-nai,vinh-phuc.yen-lac"}
    for id in ("before-after", "comparison"):
        page, report = (asked({"chart": id, "size": size} | places)["pictures"][0] for size in ("page", "report"))
        words = [" ".join(one["text"] for one in each["figure"]["layout"]["annotations"]) for each in (page, report)]
        digest, _, day = version.partition("-")
        assert digest in words[0]
        assert digest not in words[1]
        assert ".".join(reversed(day.split("-"))).replace(".", "/") in words[1], "the day of the data is told"
        assert report["file"].endswith("_report")
        assert json.loads(said(report)["doisanh"])["data"] == version, "the file itself still says which data it is of"
    for size, expected in (("page", True), ("report", False)):
        made = asked({"chart": "public-staff", "size": size})["pictures"][-1]["figure"]["layout"]["annotations"]
        text = " ".join(one["text"] for one in made)
        assert ("Thiếu ở" in text) == expected


def test_an_answer_is_one_picture_named_by_its_places_or_by_its_indicator() -> None:
    (two,) = asked({"places": "ben-tre,dong-nai"})["pictures"]
    assert two["id"] == "comparison"
    assert two["title"] == "Bến Tre và Đồng Nai"
    assert re.fullmatch(r"doisanh_comparison_ben-tre-dong-nai_\d{4}(-\d{4})?_vi", two["file"])
    assert said(two)["Source"] == "?places=ben-tre,dong-nai&chart=comparison"
    (titled, *_) = asked({"places": "ben-tre,dong-nai", "chart": "comparison", "title": "Của tôi"})["pictures"]
    assert titled["title"] == "Của tôi"
    (all_of_one, *_) = asked({"indicator": "party_members"})["pictures"]
    assert all_of_one["file"].startswith("doisanh_comparison-party-members")
    assert asked({})["pictures"] == [], "nothing is chosen"


def test_the_public_address_stands_at_the_foot_and_without_one_none_does() -> None:
    with_one = asked(CHART, "https://doisanh.example")["pictures"][0]
    words = [one["text"] for one in with_one["figure"]["layout"]["annotations"]]
    assert "doisanh.example" in words
    assert not any("example" in one["text"] for one in one(**FEW)["figure"]["layout"]["annotations"])


def test_size_and_title_are_taken() -> None:
    made = one(size="square", title="  Đảng viên\n  ở đâu? ", places="ben-tre,dong-nai")
    assert made["figure"]["layout"]["width"] == SQUARE.width
    assert made["title"] == said(made)["Title"] == "Đảng viên ở đâu?"
    assert made["file"].endswith("_square")


@pytest.mark.parametrize(
    ("parameters", "told"),
    [
        ({"chart": "party-memberz"}, "there is no chart 'party-memberz'; did you mean party-members?"),
        ({"chart": "zzz"}, "there is no chart 'zzz'"),
        ({"size": "huge"}, "there is no size 'huge'; choose from page, report, wide, square, plain"),
        ({"title": "x" * 201}, "a title has 200 characters at most"),
    ],
)
def test_what_cannot_be_is_told(parameters: dict[str, str], told: str) -> None:
    with pytest.raises(pictures.BadRequest, match=re.escape(told)):
        pictures.Request.parse(parameters, real())


@given(st.dictionaries(st.sampled_from(["chart", "size", "title", "places", "theme", "from", "lang"]), st.text()))
def test_any_address_is_a_request_or_a_plain_refusal(parameters: dict[str, str]) -> None:
    with suppress(pictures.BadRequest):
        assert pictures.Request.parse(parameters, real()).view.language in LANGUAGES


# --- names


def test_a_name_says_chart_places_years_language_and_shape() -> None:
    first, *_ = asked({"chart": "public-staff"})["pictures"]
    assert re.match(r"doisanh_public-staff(-0*1-of-\d+)?_2\d{3}(-2\d{3})?_vi$", first["file"])
    made = one(places="ben-tre,quang-binh.quang-ninh", lang="en", size="plain")
    dates = [
        entry.as_of.start.year for entry in real().entries
        if entry.figure.indicator == "party_members" and entry.locality in ("ben-tre", "quang-binh.quang-ninh")
        and entry.as_of.start
    ]  # fmt: skip
    years = "-".join(str(year) for year in sorted({min(dates), max(dates)}))
    assert made["file"] == f"doisanh_party-members_ben-tre-quang-ninh_{years}_en_plain"


def test_no_two_pictures_of_an_archive_share_a_name() -> None:
    names = [picture["file"] for picture in asked({"theme": ALL})["pictures"]]
    assert len(set(names)) == len(names)
    assert all(name.isascii() for name in names)


# --- what is written into a picture


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_picture_says_what_it_is_and_where_it_is_from(language: Language) -> None:
    made = one(lang=language, **FEW)
    texts = said(made)
    assert texts["Title"] == f"{real().charts['party-members'].title[language]}: Bến Tre, Đồng Nai"
    assert "55" in texts["Description"]
    assert real().version in texts["Copyright"]
    assert "CC BY 4.0" in texts["Copyright"]
    assert texts["Software"].startswith("Đối sánh")
    assert all(text["language"] == language for text in made["texts"] if text["keyword"] != "doisanh")
    assert all(text["keyword"].isascii() and 1 <= len(text["keyword"]) < 80 for text in made["texts"])


def test_a_machine_finds_every_figure_and_its_printed_phrase() -> None:
    printed = {
        id: entry.figure.printed for id, entry in real().by_id.items() if entry.figure.indicator == "party_members"
    }
    places = sorted({real().by_id[id].locality for id in printed})
    # Some places at a time: of too many a chart draws the distribution.
    parts = -(-len(places) // (MOST_ROWS // 2))
    views = [{"places": ",".join(places[at::parts])} for at in range(parts)]
    records = [
        json.loads(said(picture)["doisanh"])
        for view in views
        for chart in (CHART, {"chart": single_figures.ID})
        for picture in asked(chart | view)["pictures"]
    ]
    for record in records:
        assert record["chart"] in ("party-members", single_figures.ID), "what stands alone is a row of the table"
        assert (record["data"], record["licence"]) == (real().version, "CC-BY-4.0")
    found = {figure["id"]: figure["printed"] for record in records for figure in record["figures"]}
    assert printed.items() <= found.items()


def test_the_source_is_the_charts_code_or_its_public_address() -> None:
    code = "?lang=en&places=ben-tre&chart=party-members"
    parameters = CHART | {"lang": "en", "places": "ben-tre"}
    assert said(asked(parameters)["pictures"][0])["Source"] == code
    public = asked(parameters, "https://doisanh.example")["pictures"][0]
    assert said(public)["Source"] == f"https://doisanh.example/{code}"


# --- what goes with all charts


def rows(found: dict[str, Any]) -> list[dict[str, str]]:
    text = found["files"][0]["text"]
    assert text[0] == "\N{BYTE ORDER MARK}"
    return list(csv.DictReader(io.StringIO(text[1:])))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_has_the_very_figures_of_the_charts_each_once(language: Language) -> None:
    found = rows(asked({"theme": "staff", "lang": language}))
    assert tuple(found[0]) == COLUMNS
    ids = [row["figure_id"] for row in found]
    assert len(set(ids)) == len(ids)
    planner = Planner(real(), FIGURES, View(language, theme="staff"))
    shown = {figure.id for one in real().charts.values() if one.theme == "staff" for figure in planner.plan(one).data}
    assert shown <= set(ids)
    assert {row["printed"] for row in found if row["printed"]} <= {entry.figure.printed for entry in real().entries}
    assert all(row["place"] and row["indicator"] and row["shown"] and row["source"] and row["charts"] for row in found)


def test_no_cell_of_the_table_is_a_formula() -> None:
    for row in rows(asked({"theme": ALL})):
        assert not any(
            cell.startswith(("=", "+", "-", "@")) for name, cell in row.items() if name not in ("value", "before")
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_names_each_picture_with_its_sources_and_caveats(language: Language) -> None:
    found = asked({"theme": "organisation", "lang": language}, "https://doisanh.example")
    text = found["files"][1]["text"]
    assert "https://doisanh.example/?" in text
    for picture in found["pictures"]:
        assert picture["title"] in text
        assert f"{picture['file']}.png" in text
    assert real().version in text
    assert "[1] " in text
    assert "△" in text
    assert text.count("\n") == text.count("\r\n")
    sentences = [
        line for line in text.split("\r\n") if line.startswith(f"- {word('cite.source', language, source='')}")
    ]
    assert len(sentences) > len(found["pictures"])
    assert all(line.endswith(".") for line in sentences)


def test_each_source_has_its_address_below_it_or_that_this_is_not_known() -> None:
    lines = asked({"theme": "organisation"})["files"][1]["text"].split("\r\n")
    below = [lines[at + 1].strip() for at, line in enumerate(lines) if line.startswith("[")]
    known = {address for article in real().articles.values() if (address := page_link.address(article))}
    assert {one for one in below if one.startswith("http")} & known
    assert all(one in known or one == word("no_address", "vi") for one in below)


def test_the_sentence_of_a_figure_that_nobody_checked_says_so() -> None:
    dataset = world({"p.an": [figure("members", 5)], "p.di": [figure("members", 7)]}, chart(Form.BARS, "members"))
    request = pictures.Request(View(theme=ALL), PAGE)
    proofs = {"p.an/members": Proof.TEXT_NOT_HELD, "p.di/members": Proof.PROVEN}
    text = pictures.answer(page_data(dataset).figures, request, proofs=proofs)["files"][1]["text"]
    noted = [line for line in text.split("\r\n") if word(Proof.TEXT_NOT_HELD, "vi") in line]
    assert noted
    assert all("An Lão" in line for line in noted)


def test_without_a_public_address_no_link_is_told_that_is_none() -> None:
    assert word("sources_link", "vi") not in asked({"theme": "organisation"})["files"][1]["text"]


def test_the_articles_of_a_view_go_with_its_pictures_as_references() -> None:
    found = asked({"theme": "organisation"})["files"]
    shown = {row["figure_id"].partition("/")[0] for row in rows(asked({"theme": "organisation"}))}
    for file, form in zip(found[2:], references.FORMATS.values(), strict=True):
        assert file["name"] == found[0]["name"].removesuffix(".csv") + form.ending
        assert all(article in file["text"] for article in shown)


def test_titles_that_look_like_markup_stay_text() -> None:
    changed = chart(Form.BARS, "members").model_copy(update={"title": Text(vi="<b>$bar</b>", en="x")})
    dataset = world({"p.an": [figure("members", 5)]}, changed)
    found = pictures.answer(page_data(dataset).figures, pictures.Request(View(theme=ALL), PAGE))
    assert "<b>$bar</b>" not in json.dumps([picture["figure"] for picture in found["pictures"]])
