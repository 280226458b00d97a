"""A figure and its article on one line, and the report of an error: on the curated data."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.checks.loading import load
from dashboard.figures.citation import line, meaning, outlet, place, report
from dashboard.language.dates import Period
from dashboard.language.words import LANGUAGES, Language
from dashboard.records.dataset import Dataset
from dashboard.records.models.article import Outlet, Published
from tests.world import figure, world


@pytest.fixture(scope="module")
def curated() -> Dataset:
    dataset, problems = load(Path(__file__).parents[2])
    assert dataset, problems
    return dataset


@pytest.mark.parametrize(
    ("figure", "language", "said"),
    [
        ("bao-quang-binh-2019-10-18/party_members", "vi", "Đảng viên: 7.397 đảng viên, Huyện Quảng Ninh (Quảng Bình)"),
        ("bao-quang-binh-2019-10-18/tccsd_clean_strong", "en", "51%, Quảng Ninh District (Quảng Bình)"),
        ("bao-dong-khoi-2019-07-22/model_cells", "vi", "40 trên 170 chi bộ, Tỉnh Bến Tre"),
        ("bao-dong-khoi-2019-07-22/rearranged_bodies", "en", "165 → 92 bodies"),
        ("yen-lac-2020-08-24/tccsd_completed_or_good", "vi", "trên 90%, Huyện Yên Lạc (Vĩnh Phúc)"),
        ("bao-quang-ninh-2019-01-10/money_raised", "en", "nearly 1 billion đồng"),
        ("bao-quang-ninh-2019-01-10/own_rating", "vi", "Hoàn thành tốt nhiệm vụ, Phường Hà Lầm (TP Hạ Long)"),
    ],
)
def test_a_figure_says_what_it_means_in_either_language(
    curated: Dataset, figure: str, language: Language, said: str
) -> None:
    assert said in meaning(curated.by_id[figure], curated, language)


def test_an_outlet_keeps_its_name_and_may_be_told_in_english(curated: Dataset) -> None:
    article = curated.articles["bao-quang-ninh-2019-01-10"]
    assert outlet(article, "en") == "Báo Quảng Ninh (inferred)"
    assert outlet(article, "en", gloss=True) == "Báo Quảng Ninh (Quảng Ninh Newspaper; inferred)"
    assert outlet(article, "vi", gloss=True) == "Báo Quảng Ninh (suy\u00a0ra)"
    assert all(one.outlet.en for one in curated.articles.values())


def test_every_figure_can_be_reported_in_both_languages(curated: Dataset) -> None:
    for entry in curated.entries:
        for language in LANGUAGES:
            assert entry.figure.printed in report(entry, curated, language, "")
            assert entry.id in report(entry, curated, language, "https://example.vn/?theme=all")


def test_a_report_names_the_page_only_where_there_is_one(curated: Dataset) -> None:
    entry = curated.entries[0]
    assert "https://example.vn" in report(entry, curated, "en", "https://example.vn/")
    assert "Page:" not in report(entry, curated, "en", "")


@pytest.mark.parametrize(("of", "said"), [(24, "đoạn 12 trong 24"), (None, "đoạn 12")])
def test_the_place_of_a_phrase_is_told_among_how_many_where_that_is_known(of: int | None, said: str) -> None:
    assert place("vi", 12, of) == said


@pytest.mark.parametrize(
    ("titles", "told"),
    [
        (["Một", "Hai"], ["Báo X, “Một”, không rõ ngày đăng, đoạn 2", "Báo X, “Hai”, không rõ ngày đăng, đoạn 2"]),
        (["Một", "Một"], ["Báo X, p.an, không rõ ngày đăng, đoạn 2", "Báo X, p.di, không rõ ngày đăng, đoạn 2"]),
    ],
)
def test_articles_of_one_outlet_and_date_are_told_apart_by_their_titles(titles: list[str], told: list[str]) -> None:
    dataset = world({"p.an": [figure("members", 5)], "p.di": [figure("members", 7)]})
    alike = {"outlet": Outlet(value="Báo X"), "published": Published(date=Period.parse("undated"))}
    articles = [
        article.model_copy(update={**alike, "title": title})
        for article, title in zip(dataset.articles.values(), titles, strict=True)
    ]
    dataset = replace(dataset, articles={article.id: article for article in articles})
    assert [line(article, dataset, "vi", 2) for article in articles] == told
    for entry, one in zip(dataset.entries, told, strict=True):
        assert one.partition(", đoạn")[0] in report(entry, dataset, "vi", "")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_two_articles_have_one_citation(curated: Dataset, language: Language) -> None:
    lines = [line(article, curated, language) for article in curated.articles.values()]
    assert len(set(lines)) == len(lines)
