"""A page is fetched from the web alone, in bounded time and size, and from no place that was not asked for."""

from __future__ import annotations

import time
import zlib

import pytest

from dashboard.articles.fetch.download import NotFetched, download, is_address
from tests.articles.fetch.newspaper import Answer, Newspaper, zipped

HTML = {"Content-Type": "text/html"}


def refused(address: str, **more: float) -> NotFetched:
    with pytest.raises(NotFetched) as error:
        download(address, **more)  # type: ignore[arg-type]
    return error.value


def test_a_page_comes_as_bytes_with_the_encoding_that_its_server_says(paper: Newspaper) -> None:
    got = download(paper.put("/a", "chào", Content_Type="text/html; charset=UTF-8"))
    assert (got.raw.decode(), got.encoding) == ("chào", "utf-8")


@pytest.mark.parametrize("packed", ["gzip", "deflate"])
def test_a_packed_page_is_unpacked(paper: Newspaper, packed: str) -> None:
    raw = zipped("chào") if packed == "gzip" else zlib.compress("chào".encode())
    assert download(paper.put("/z", raw, Content_Encoding=packed)).raw.decode() == "chào"


def test_letters_in_an_address_are_written_as_servers_want_them(paper: Newspaper) -> None:
    paper.put("/b%C3%A0i%20m%E1%BB%9Bi?n=%C4%91", "chào")
    assert download(f"{paper.address}/bài mới?n=đ#đoạn").raw.decode() == "chào"


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "ftp://a.example/x", "javascript:1", "/etc/passwd", "http://", "http://u:p@a.example/",
     "http://a.example:x/", "", "data:text/html,x", "http://[::1"],
)  # fmt: skip
def test_only_an_address_of_the_web_is_asked(address: str) -> None:
    error = refused(address)
    assert error.misuse
    assert "only http:// and https://" in error.message.en


def test_redirects_are_followed_to_where_the_page_is(paper: Newspaper) -> None:
    end = paper.put("/new", "chào")
    paper.put("/old", status=301, Location="/middle")
    paper.put("/middle", status=308, Location=end)
    assert download(f"{paper.address}/old").address == end


@pytest.mark.parametrize("there", ["file:///etc/passwd", "ftp://127.0.0.1/", "gopher://a", "javascript:1", "data:,x"])
def test_no_redirect_leads_out_of_the_web(paper: Newspaper, there: str) -> None:
    error = refused(paper.put("/out", status=302, Location=there))
    assert "leads to" in error.message.en
    assert "only http:// and https://" in error.message.en


@pytest.mark.parametrize("host", ["localhost", "10.0.0.1", "192.168.1.1", "169.254.169.254", "[::1]", "0.0.0.0"])
def test_no_redirect_leads_to_another_machine_of_a_private_network(paper: Newspaper, host: str) -> None:
    assert "private network" in refused(paper.put("/in", status=302, Location=f"http://{host}/")).message.en


def test_redirects_in_a_circle_end(paper: Newspaper) -> None:
    assert "redirected over" in refused(paper.put("/o", status=302, Location="/o")).message.en


@pytest.mark.parametrize(
    ("status", "said"),
    [(404, "is not there (404)"), (410, "is not there"), (401, "asks for a login"), (402, "a payment"),
     (403, "asks for a login"), (500, "answers 500"), (503, "answers 503"), (304, "answers 304")],
)  # fmt: skip
def test_a_page_that_is_not_given_is_told(paper: Newspaper, status: int, said: str) -> None:
    error = refused(paper.put("/s", "<p>x</p>", status))
    assert said in error.message.en
    assert not error.misuse


def test_what_is_no_page_is_told(paper: Newspaper) -> None:
    assert "is no page: application/pdf" in refused(paper.put("/p", b"%PDF", Content_Type="application/pdf")).message.en
    assert "is packed as br" in refused(paper.put("/q", b"x", Content_Encoding="br")).message.en
    assert "packed, and broken" in refused(paper.put("/r", b"xxxxxxxx", Content_Encoding="gzip")).message.en


def test_a_page_of_fifty_megabytes_is_not_read_to_its_end(paper: Newspaper) -> None:
    address = paper.put("/large")
    paper.answers["/large"] = Answer(b"", 200, HTML, endless=True)
    assert "too many for an article" in refused(address).message.en
    bomb = paper.put("/bomb", zipped("x" * 50_000_000), Content_Encoding="gzip")
    assert "too many for an article" in refused(bomb).message.en
    paper.answers["/away"] = Answer(b"", 302, HTML | {"Location": "/end"}, endless=True)
    paper.put("/end", "chào")
    assert download(f"{paper.address}/away").raw.decode() == "chào", "nothing of a redirect's own page is read"


def test_a_server_that_hangs_is_not_waited_for(paper: Newspaper) -> None:
    paper.answers["/hang"] = Answer(hangs=True)
    began = time.monotonic()
    assert "was not done within" in refused(f"{paper.address}/hang", seconds=0.3).message.en
    assert time.monotonic() - began < 5


def test_an_answer_in_drops_is_not_waited_for(paper: Newspaper, monkeypatch: pytest.MonkeyPatch) -> None:
    paper.answers["/drops"] = Answer(b"x", 200, HTML | {"Content-Length": "99"}, hangs=False, endless=True)
    error = refused(f"{paper.address}/drops", seconds=0.0)
    assert "was not done within" in error.message.en


def test_a_machine_that_is_not_there_is_told() -> None:
    assert "can't be reached" in refused("http://127.0.0.1:9/").message.en


@pytest.mark.parametrize("text", ["http://a.example", "HTTPS://a.example"])
def test_an_address_is_told_from_the_name_of_a_file(text: str) -> None:
    assert is_address(text)
    assert not is_address(f"./{text}")
