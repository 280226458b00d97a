"""The files and pictures that the dashboard answers for itself."""

from __future__ import annotations

import asyncio
import gzip
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response

from dashboard.charts.assets import (
    font_path,
    font_url,
    frontend_files,
    frontend_url,
    plotly_path,
    plotly_url,
    streamlit_files,
)
from dashboard.export import extract, file_address
from dashboard.export.csv_files import to_csv
from dashboard.export.formats import TABLES, TableFormat
from dashboard.export.report import build
from dashboard.export.report.build import KINDS
from dashboard.export.table_view import TableView, parameters
from dashboard.figures import references
from dashboard.web.server import routes as our_routes
from dashboard.web.server.routes import Files, _in_turn, routes
from dashboard.web.server.store import Good
from tests.few_articles import few_articles
from tests.sample import Root
from tests.web.server.test_guard import ask as ask_app
from tests.web.server.test_guard import willing
from tests.world import real


def ask(path: str, query: str = "", method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    """What the routes answer: status, headers, body."""
    app = Starlette(routes=routes(), middleware=[Middleware(Files)])
    sent: list[Any] = []
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "root_path": "",
        "query_string": query.encode(),
        "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()],
    }

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    asyncio.run(app(scope, receive, send))
    answer = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], answer, b"".join(message.get("body", b"") for message in sent[1:])


def test_plotly_is_the_plotly_packages_own_compressed_and_kept_for_good() -> None:
    status, headers, body = ask(f"/{plotly_url()}", accept_encoding="gzip, br")
    assert status == 200
    assert headers["content-encoding"] == "gzip"
    assert gzip.decompress(body) == plotly_path().read_bytes()
    assert len(body) < len(plotly_path().read_bytes()) / 3
    assert "immutable" in headers["cache-control"]
    assert headers["content-type"].startswith("text/javascript")


def test_a_browser_without_gzip_gets_the_plain_file() -> None:
    _, headers, body = ask(f"/{plotly_url()}")
    assert "content-encoding" not in headers
    assert body == plotly_path().read_bytes()


def test_a_browser_that_has_the_file_is_told_so() -> None:
    _, headers, _ = ask(f"/{plotly_url()}", accept_encoding="gzip")
    status, _, body = ask(f"/{plotly_url()}", accept_encoding="gzip", if_none_match=headers["etag"])
    assert (status, body) == (304, b"")


@pytest.mark.parametrize("name", sorted(frontend_files()))
def test_each_file_of_the_board_is_served(name: str) -> None:
    status, _, body = ask(f"/{frontend_url(name)}")
    assert (status, body.decode()) == (200, frontend_files()[name])


def test_streamlits_own_files_are_sent_compressed_but_the_typeface_as_it_is() -> None:
    script = max((p for p in streamlit_files().values() if p.suffix == ".js"), key=lambda path: path.stat().st_size)
    status, headers, body = ask(f"/static/js/{script.name}", accept_encoding="gzip")
    assert (status, gzip.decompress(body)) == (200, script.read_bytes())
    assert len(body) < script.stat().st_size / 2
    _, headers, body = ask(f"/{font_url()}", accept_encoding="gzip")
    assert (headers["content-type"], body) == ("font/woff2", font_path().read_bytes())
    assert "content-encoding" not in headers


@pytest.mark.parametrize(
    "path",
    [
        "/static/../index.html",
        "/static/js/../../index.html",
        "/static/nothing.js",
        "/static/embed",
        "/static/",
        "/assets/x",
    ],
)
def test_what_is_no_such_file_is_nothing_whatever_the_app_would_give(path: str) -> None:
    assert ask(path)[0] == 404
    assert ask_app(path, app=Files(willing))[0] == 404


def test_only_reading_is_answered() -> None:
    assert ask(f"/{plotly_url()}", method="POST")[0] == 404
    status, headers, _ = ask(f"/{plotly_url()}", method="HEAD", accept_encoding="gzip")
    assert (status, headers["content-encoding"]) == (200, "gzip")


# --- pictures


@pytest.fixture
def ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOISANH_ROOT", str(few_articles(more=True)))
    monkeypatch.setenv("DOISANH_PUBLIC_URL", "https://doisanh.example/")


def test_a_picture_is_made_when_it_is_asked_for_and_never_kept(ours: None) -> None:
    status, headers, body = ask("/pictures", "chart=party-members&size=square&lang=en", accept_encoding="gzip")
    assert (status, headers["cache-control"], headers["content-encoding"]) == (200, "no-store", "gzip")
    pictures = json.loads(gzip.decompress(body))["pictures"]
    for picture in pictures:
        assert (picture["figure"]["layout"]["width"], picture["figure"]["layout"]["height"]) == (1080, 1080)
        assert "https://doisanh.example/?lang=en&chart=party-members" in json.dumps(picture["texts"])
    _, headers, plain = ask("/pictures", "chart=party-members&size=square&lang=en")
    assert "content-encoding" not in headers
    assert json.loads(plain)["pictures"] == pictures


def test_what_is_asked_for_in_vain_is_refused_with_a_reason(ours: None) -> None:
    status, _, body = ask("/pictures", "chart=party-memberz")
    assert status == 400
    assert json.loads(body) == {"error": "there is no chart 'party-memberz'; did you mean party-members?"}


@pytest.mark.parametrize(
    "query", ["places=nosuch", "places=dong-nai,nosuch", "from=2020&to=2019", "colour=red", "lang=fr"]
)
def test_what_no_view_has_is_refused_and_not_answered_with_all(ours: None, query: str) -> None:
    status, _, body = ask("/pictures", query)
    assert status == 400
    assert query.replace("dong-nai,", "").replace("&", ", ") in json.loads(body)["error"]


def test_broken_data_has_no_pictures(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DOISANH_ROOT", str(tmp_path))
    status, _, body = ask("/pictures", "chart=party-members")
    assert status == 400
    assert "doisanh check" in json.loads(body)["error"]


# --- files with figures


@pytest.mark.parametrize("kind", TABLES, ids=lambda one: one.id)
def test_an_address_gives_the_very_file_whoever_answers_under_its_name(ours: None, kind: TableFormat) -> None:
    good = Good.of(real())
    view = TableView(language="en", places=("ben-tre",), text="dang vien")
    status, headers, body = ask(f"/{file_address.link(kind, parameters(view))}".partition("?")[0],
                                file_address.link(kind, parameters(view)).partition("?")[2])  # fmt: skip
    chosen = extract.chosen(good.dataset, good.frame, good.proofs, view)
    assert len(chosen.rows) > 0
    assert (status, body) == (200, kind.write(chosen))
    assert headers["content-disposition"] == f'attachment; filename="{kind.name(chosen)}"'
    assert headers["content-type"].startswith(kind.mime)


def test_a_place_s_file_has_its_figures_and_those_of_what_lies_in_it(ours: None) -> None:
    status, headers, body = ask("/tables", "format=csv&place=ben-tre")
    good = Good.of(real())
    assert status == 200
    assert body == to_csv(extract.around(good.dataset, good.frame, good.proofs, "ben-tre", "vi"))
    assert "doisanh_figures_ben-tre_vi" in headers["content-disposition"]


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("", "format ''"),
        ("format=exe", "xlsx, csv"),
        ("format=csv&places=nosuch", "places=nosuch"),
        ("format=csv&place=nosuch", "place=nosuch"),
        ("format=csv&place=ben-tre&q=a", "q=a"),
        ("format=csv&place=ben-tre&lang=fr", "lang=fr"),
        ("format=csv&colour=red", "colour=red"),
    ],
)
def test_an_address_without_a_file_is_refused_and_not_answered_with_all(ours: None, query: str, named: str) -> None:
    status, headers, body = ask("/tables", query)
    assert (status, headers["content-type"]) == (400, "text/plain; charset=utf-8")
    assert named in body.decode()


@pytest.mark.parametrize("form", references.FORMATS)
def test_an_article_s_entry_is_saved_under_its_name(ours: None, form: str) -> None:
    article, kind = real().articles["bao-quang-binh-2019-10-18"], references.FORMATS[form]
    address, _, query = file_address.reference_link(article.id, form).partition("?")
    status, headers, body = ask(f"/{address}", query)
    assert (status, body.decode()) == (200, kind.write([article]))
    assert headers["content-disposition"] == f'attachment; filename="{article.id}{kind.ending}"'


@pytest.mark.parametrize(("query", "named"), [("format=bib&article=nosuch", "nosuch"), ("format=exe", "bib, ris, csl")])
def test_an_entry_that_there_is_not_is_refused(ours: None, query: str, named: str) -> None:
    status, _, body = ask("/references", query)
    assert status == 400
    assert named in body.decode()


def test_files_are_made_one_at_a_time_and_none_for_who_has_left() -> None:
    begun: list[int] = []
    most: list[int] = []

    def make(request: Request) -> Response:
        begun.append(1)
        most.append(len(begun))
        time.sleep(0.02)  # as long as others would need to begin
        begun.pop()
        return Response("made")

    class Asking(Request):
        gone = False

        async def is_disconnected(self) -> bool:
            return self.gone

    async def all_at_once() -> list[int]:
        answer = _in_turn(make, asyncio.Semaphore(1))
        asking = [Asking({"type": "http"}) for _ in range(5)]
        asking[3].gone = True
        return [one.status_code for one in await asyncio.gather(*map(answer, asking))]

    assert asyncio.run(all_at_once()) == [200, 200, 200, 204, 200]
    assert most == [1, 1, 1, 1]


# --- reports


def report_of(kind: str, *items: dict[str, str], **more: str) -> tuple[int, dict[str, str], bytes]:
    """What is answered for a report."""
    said = json.dumps({"title": "<b>Báo cáo</b>", **more, "items": items})
    return ask("/reports", urlencode({"format": kind, "spec": said}))


MEMBERS = {"chart": "?chart=party-members"}


def test_a_report_is_its_preview_or_a_file(ours: None) -> None:
    status, headers, html = report_of("html", MEMBERS)
    assert (status, headers["cache-control"]) == (200, "no-store")
    assert "<h1>&lt;b&gt;Báo cáo&lt;/b&gt;</h1>" in html.decode()
    for kind, mime in KINDS.items():
        status, headers, made = report_of(kind, MEMBERS)
        assert (status, headers["content-type"], made[:2]) == (200, mime, b"PK")
        assert headers["content-disposition"] == f'attachment; filename="doisanh.{kind}"'


@pytest.mark.parametrize("kind", KINDS)
def test_a_visitor_names_no_file_of_the_server(
    ours: None, kind: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Not even whether it is there can be seen."""
    given: list[object] = []

    def opened(begin: Callable[[bytes | None], Any], template: bytes | None, _: str) -> Any:
        given.append(template)
        return begin(None)

    monkeypatch.setattr(build, "_opened", opened)
    for template in (tmp_path, tmp_path / f"none.{kind}", "/etc/passwd", "../../pyproject.toml"):
        assert report_of(kind, MEMBERS, template=str(template))[0] == 200
    assert set(given) <= {None}


@pytest.mark.parametrize(
    ("spec", "said"),
    [
        ("", "tệp trống"),
        ('title: x\nitems:\n- chart: "?chart=nosuch"', "report:3:10"),
        ("title: x\nitems:\n- &a {chart: x}\n- *a", "(&)"),
        ("[" * 5000, "report:1:"),
        (json.dumps({"title": "x", "language": "en", "items": []}), "too few items"),
    ],
)
def test_what_is_no_report_is_refused_where_and_why(ours: None, spec: str, said: str) -> None:
    status, headers, body = ask("/reports", urlencode({"format": "docx", "spec": spec}))
    assert (status, headers["content-type"]) == (400, "text/plain; charset=utf-8")
    assert said in body.decode()


def test_nobody_waits_for_a_report_without_end(ours: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(our_routes, "MOST_SHOWN", 30)
    assert report_of("html", MEMBERS)[0] == 200
    for kind in ("html", *KINDS):
        status, _, body = report_of(kind, *[MEMBERS] * 100, language="en")
        assert (status, "more than 30 figures" in body.decode()) == (400, True)


# --- the first charts


def test_the_first_charts_are_those_of_the_address_as_the_data_are_now(ours: None) -> None:
    status, headers, body = ask("/first", "places=dong-nai&theme=all&lang=en", accept_encoding="gzip")
    assert (status, headers["cache-control"], headers["content-type"]) == (200, "no-store", "application/gzip")
    assert "content-encoding" not in headers, "packed once, however many ask"
    data = json.loads(gzip.decompress(body))
    assert data["lang"] == "en"
    assert data["cards"][0]["link"].startswith("https://doisanh.example/?lang=en&places=dong-nai")
    assert ask("/first", "places=dong-nai&theme=all&lang=en")[2] == body
    assert "Đồng Nai" in json.loads(gzip.decompress(ask("/first", "places=dong-nai")[2]))["answer"]


def test_there_are_none_where_the_page_says_what_is_wrong(
    ours: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert ask("/first", "places=nowhere")[::2] == (204, b"")
    monkeypatch.setenv("DOISANH_ROOT", str(tmp_path))
    assert ask("/first")[::2] == (204, b"")


@pytest.mark.parametrize(
    ("typed", "label", "leads"),
    [
        ("quang tri", "Tỉnh Quảng Trị (từ 01/07/2025)", ["quang-binh.quang-ninh"]),
        ("ha lam", "Phường Hà Lầm (Quảng Ninh)", ["quang-ninh.ha-long.ha-lam"]),
        ("xã Quảng Ninh", "Xã Quảng Ninh (Quảng Trị)", ["quang-binh.quang-ninh"]),
        ("zzzz", None, []),
    ],
)
def test_units_that_are_called_so_lead_to_the_places_with_figures(
    typed: str, label: str | None, leads: list[str], root: Root, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOISANH_ROOT", str(root.path))
    status, _, body = ask("/units", f"q={quote(typed)}")
    found = json.loads(body)
    assert status == 200
    assert [(one["label"], one["leads"]) for one in found[:1]] == ([(label, leads)] if label else [])
    assert len(found) <= 12
    assert len({one["label"] for one in found}) == len(found), "no two are called the same"
