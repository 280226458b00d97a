"""Links to an article's page at the printed phrase, and to its archived copy."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.articles.verify import proofs
from dashboard.figures.page_link import address, archived, archived_at_phrase, at_phrase
from dashboard.language.dates import Period
from dashboard.records.dataset import Dataset, Entry
from dashboard.records.models.article import Published
from tests.world import figure, world
from tests.world import real as curated

PAGE = "https://bao.example/bai-1.html"


def one(there: str | None, printed: str = "7.397 đảng viên", **more: Any) -> tuple[Entry, Dataset]:
    dataset = world({"p.an": [figure("members", 5, printed=printed)]})
    article = dataset.articles["p.an"].model_copy(update={"address": there, **more})
    dataset = replace(dataset, articles={"p.an": article})
    return dataset.entries[0], dataset


def test_a_link_leads_to_the_phrase() -> None:
    assert at_phrase(*one(PAGE, "48 TCCSĐ")) == f"{PAGE}#:~:text=48%20TCCS%C4%90"


def test_the_marks_of_a_text_directive_are_written_as_what_they_are() -> None:
    link = at_phrase(*one(PAGE, "2015-2020, tăng 5% & hơn"))
    assert link == f"{PAGE}#:~:text=2015%2D2020%2C%20t%C4%83ng%205%25%20%26%20h%C6%A1n"


@given(st.text(min_size=1).filter(lambda text: not re.search("[\ud800-\udfff]", text)))
def test_any_phrase_is_one_term_and_reads_back(printed: str) -> None:
    directive = at_phrase(*one(PAGE, printed)).partition(":~:text=")[2]
    assert not set("-,&# ") & set(directive)
    assert unquote(directive) == printed


def test_a_place_on_the_page_is_kept_and_another_phrase_is_not() -> None:
    assert at_phrase(*one(f"{PAGE}#phan-2", "5")) == f"{PAGE}#phan-2:~:text=5"
    assert at_phrase(*one(f"{PAGE}#:~:text=x", "5")) == f"{PAGE}#:~:text=5"


def test_words_around_tell_a_phrase_from_its_like(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.figures.page_link.around", lambda *_: ("huyện có", "năm-nay"))
    assert at_phrase(*one(PAGE, "5")) == f"{PAGE}#:~:text=huy%E1%BB%87n%20c%C3%B3-,5,-n%C4%83m%2Dnay"


@pytest.mark.parametrize(
    "hostile",
    [
        None, "", "javascript:alert(1)", "JAVASCRIPT:alert(1)//http://a", "data:text/html,x", "file:///etc/passwd",
        "//a.example", "https://", "http://a.example@b.example/", "https://a.example/\"onclick=x", "http://[::1",
        "https://a.example/<svg>", "https://a.exa mple/", "https://a.example/\n", "https://a.example:99999/",
        "https://a.example/\u202emoc", "https://a.example\\@b.example", "https://a.example/" + "x" * 2000,
    ],
)  # fmt: skip
def test_what_is_no_plain_address_of_the_web_is_no_link(hostile: str | None) -> None:
    entry, dataset = one(hostile)
    article = dataset.articles["p.an"]
    assert [address(article), archived(article), at_phrase(entry, dataset), archived_at_phrase(entry, dataset)] == [
        "", "", "", ""]  # fmt: skip


@pytest.mark.parametrize(
    ("date", "near"),
    [("2019-10-18", "20191018"), ("2019-10", "201910"), ("2019", "2019"), ("undated", "20240506"),
     ("2015/2019", "20150101"), ("../2017", "20171231")],
)  # fmt: skip
def test_the_archived_copy_is_the_one_nearest_to_the_date(date: str, near: str) -> None:
    entry, dataset = one(PAGE, "5", published=Published(date=Period.parse(date)))
    assert archived(dataset.articles["p.an"]) == f"https://web.archive.org/web/{near}/{PAGE}"
    assert archived_at_phrase(entry, dataset).endswith(f"/{PAGE}#:~:text=5")


def test_every_article_with_an_address_has_its_links() -> None:
    real = curated()
    for entry in real.entries:
        there = real.articles[entry.article].address
        link = at_phrase(entry, real)
        assert bool(link) == bool(there)
        assert not link or urlsplit(link).fragment.startswith(":~:text=")
        assert proofs.length(real, entry.article) or not entry.figure.paragraph
