"""A newspaper's server on this machine, with invented articles on pages built as newspapers build them."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

TITLE = "Đảng bộ huyện An Lĩnh đổi mới từ cơ sở"
LINES = (
    "Đến nay, Đảng bộ huyện An Lĩnh có 48 tổ chức cơ sở đảng với 7.397 đảng viên, tăng so với đầu nhiệm kỳ.",
    "Năm 2018, trên 90% đảng viên được xếp loại hoàn thành tốt nhiệm vụ; nhiều chi bộ có cách làm hay, sát dân.",
    "Các chi bộ thôn thường xuyên sinh hoạt chuyên đề, gắn với việc học tập và làm theo tấm gương của người đi trước.",
    "Thời gian tới, huyện tiếp tục nâng cao chất lượng sinh hoạt chi bộ, chú trọng kết nạp đảng viên trẻ ở nông thôn.",
)
_FURNITURE = (
    '<nav><a href="/">Trang chủ</a> <a href="/tt">Thời sự</a> <a href="/kt">Kinh tế</a></nav>',
    '<aside><h3>Tin đọc nhiều</h3><ul><li><a href="/a">Giá vàng hôm nay</a></li><li><a href="/b">Thời tiết</a></li>'
    "</ul></aside><footer><p>Bản quyền thuộc về tòa soạn. Giấy phép số 12/GP. Điện thoại: 0123 456 789.</p></footer>",
)


def page(body: str, head: str = "", title: str = TITLE) -> str:
    """A whole page around an article, with what stands around it."""
    return (
        f"<!DOCTYPE html><html lang=vi><head><title>{title}</title>{head}</head><body>{_FURNITURE[0]}"
        f"<p>Hôm nay, thứ Sáu 27/11/2026</p>{body}{_FURNITURE[1]}</body></html>"
    )


def _paragraphs(tag: str = "p") -> str:
    return "".join(f"<{tag}>{line}</{tag}>" for line in LINES)


_OPEN_GRAPH = (
    f'<meta charset="utf-8"><meta property="og:title" content="{TITLE}"><meta property="og:site_name" '
    'content="Báo An Lĩnh"><meta property="article:published_time" content="2019-10-18T08:22:00+07:00">'
)
_LINKED_DATA = '<meta charset="utf-8"><script type="application/ld+json">{}</script>'


def linked(**more: object) -> str:
    """The head of a page that says what it is as JSON-LD."""
    said = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": TITLE,
        "datePublished": "2019-10-18T08:22:00+07:00", "publisher": {"@type": "Organization", "name": "Báo An Lĩnh"},
    }  # fmt: skip
    return _LINKED_DATA.format(json.dumps(said | more, ensure_ascii=False))


PAPERS = {
    "article element, Open Graph": page(f"<article><h1>{TITLE}</h1>{_paragraphs()}</article>", _OPEN_GRAPH),
    "divs, linked data": page(
        f'<div class="detail"><h1 class="title">{TITLE}</h1><div class="content-detail">{_paragraphs()}</div></div>',
        linked(),
    ),
    "table of an old portal": page(
        f'<table><tr><td><div id="content"><h1>{TITLE}</h1>{_paragraphs()}</div></td></tr></table>',
        _OPEN_GRAPH,
    ),
}


@dataclass
class Answer:
    """What a path answers."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    endless: bool = False
    hangs: bool = False


@dataclass
class Newspaper:
    """The server: its address, and what each path answers."""

    address: str
    answers: dict[str, Answer]

    def put(self, path: str, body: str | bytes = "", status: int = 200, **headers: str) -> str:
        """Have a path answer so; its whole address."""
        raw = body.encode() if isinstance(body, str) else body
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers[path] = Answer(raw, status, {"Content-Type": "text/html; charset=utf-8"} | told)
        return self.address + path


@contextmanager
def newspaper() -> Iterator[Newspaper]:
    """A server on 127.0.0.1 for as long as the context lasts."""
    answers: dict[str, Answer] = {}
    closing = Event()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answer = answers.get(self.path, Answer(b"no", 404))
            if answer.hangs:
                closing.wait()
                return
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.end_headers()
            try:
                self.wfile.write(answer.body)
                while answer.endless and not closing.is_set():
                    self.wfile.write(b"x" * 65_536)
            except OSError:
                pass  # who asked has had enough

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    worker = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    worker.start()
    try:
        yield Newspaper(f"http://127.0.0.1:{server.server_address[1]}", answers)
    finally:
        closing.set()
        server.shutdown()
        worker.join()
        server.server_close()


def zipped(text: str) -> bytes:
    """A page as a server packs it."""
    return gzip.compress(text.encode())
