"""The article in pages of several newspapers' structure."""

from __future__ import annotations

import pytest

from dashboard.articles.fetch.download import NotFetched, Page
from dashboard.articles.fetch.page_article import article_of
from tests.articles.fetch.newspaper import LINES, PAPERS, TITLE, linked, page

HERE = "https://bao.example/thoi-su/dang-bo-huyen-an-linh-doi-moi-123.html"


@pytest.mark.parametrize("html", PAPERS.values(), ids=PAPERS)
def test_its_text_comes_without_what_stands_around_it(html: str) -> None:
    found = article_of(Page(HERE, html.encode(), ""))
    assert (found.title, found.outlet, found.date, found.closed) == (TITLE, "Báo An Lĩnh", "2019-10-18", False)
    assert found.paragraphs == LINES
    assert found.text == "\n\n".join([TITLE, "Báo An Lĩnh - 18/10/2019", *LINES]) + "\n"
    assert found.name == "dang-bo-huyen-an-linh-doi-moi-123.txt"


def test_what_the_page_does_not_say_of_itself_is_left_open() -> None:
    found = article_of(
        Page(HERE, page(f"<article><h1>{TITLE}</h1><p>{'</p><p>'.join(LINES)}</p></article>").encode(), "")
    )
    assert (found.outlet, found.date) == ("", ""), "neither the host's name nor the day of the visit"
    assert found.text.startswith(f"{TITLE}\n\n{LINES[0]}\n")


def test_a_day_that_has_not_come_is_no_date() -> None:
    html = page(f"<article><p>{'</p><p>'.join(LINES)}</p></article>", linked(datePublished="2999-01-01"))
    assert article_of(Page(HERE, html.encode(), "")).date == ""


def test_a_page_that_is_not_free_says_so() -> None:
    html = page(f"<article><p>{'</p><p>'.join(LINES)}</p></article>", linked(isAccessibleForFree=False))
    assert article_of(Page(HERE, html.encode(), "")).closed


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        (PAPERS["divs, linked data"].encode(), "iso-8859-1"),
        (PAPERS["divs, linked data"].replace('charset="utf-8"', 'charset="windows-1252"').encode(), ""),
        (b"\xef\xbb\xbf" + PAPERS["divs, linked data"].encode(), "no-such-encoding"),
        (b"\xff\xfe" + PAPERS["divs, linked data"].encode("utf-16-le"), ""),
        (PAPERS["divs, linked data"].encode("utf-16"), "utf-8"),
    ],
    ids=["the server is wrong", "the page is wrong", "a byte order mark", "UTF-16", "UTF-16 under a wrong name"],
)
def test_letters_are_read_as_what_they_are(raw: bytes, encoding: str) -> None:
    assert article_of(Page(HERE, raw, encoding)).paragraphs == LINES


@pytest.mark.parametrize("encoding", ["utf-8", "", "iso-8859-1"])
def test_broken_letters_are_told_and_not_kept(encoding: str) -> None:
    raw = (
        PAPERS["divs, linked data"].replace('charset="utf-8"', "").encode().replace("nhiệm kỳ".encode(), b"nhi\xe1m k")
    )
    with pytest.raises(NotFetched, match="paragraph 1 has broken letters"):
        article_of(Page(HERE, raw, encoding))


@pytest.mark.parametrize(
    "html",
    ["", "<html></html>", "no page at all", page(""), page("<article><p>Mời đăng nhập để đọc tiếp.</p></article>"),
     "<div>" * 20_000, "\0\1\2" * 500, "<script>" + "x " * 5000],
    ids=["nothing", "empty", "words", "furniture", "teaser", "nested", "binary", "script"],
)  # fmt: skip
def test_where_there_is_no_article_that_is_told(html: str) -> None:
    with pytest.raises(NotFetched, match="no article"):
        article_of(Page(HERE, html.encode(), ""))
