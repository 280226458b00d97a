"""The page that the browser gets first: Streamlit's own, in the dashboard's name, with what it will need on its way.

Streamlit's page is empty, English and titled "Streamlit" until its scripts have started and asked the server for the
page proper. Ours has its name, language and colours at once; the browser asks for the first charts and for
plotly.js before all else. What Streamlit fetches only when an element of its kind first comes is fetched along.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from html import escape
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.charts.assets import font_url, frontend, frontend_files, frontend_url, plotly_url, streamlit_files
from dashboard.charts.palette import DARK, LIGHT, both
from dashboard.language.words import LANGUAGES, word
from dashboard.web.pages.site_map import EMBED
from dashboard.web.server.headers import POLICY, policy

ELEMENTS: Final = ("BidiComponent", "Button", "ButtonGroup", "Checkbox", "Html", "PageLink", "Selectbox", "TextInput")
"""Streamlit's scripts for what stands on the first page, by the part of their names that does not change."""
_IMPORT: Final = re.compile(rb"""(?:from|import)\s*["']\./([\w.-]+\.js)["']""")
_ENTRY: Final = re.compile(r'<script type="module" crossorigin src="(\./static/js/index\.[\w-]+\.js)"></script>')
_ROOT: Final = '<div id="root"></div>'


def page(streamlit: str, path: str = "/", query: str = "") -> str:
    """Streamlit's page at an address as ours. What is not found in it is left as it is: it only comes up more slowly.

    ``query`` as the browser sends it, without "?".
    """
    first = f"first?{query}" if query else "first"
    link = f'<link rel="preload" as="fetch" crossorigin fetchpriority="high" href="{escape(first)}">'
    return _page(streamlit, _name(path)).replace(_FIRST, link, 1)


def _name(path: str) -> str | None:
    """The page at an address, as ``_page`` takes it."""
    name = path.rpartition("/")[2]
    return name if name in ("", EMBED.path) else None


@cache
def _page(streamlit: str, name: str | None) -> str:
    """``page`` of all queries: "" is the Compare page, None one without charts. _FIRST stands for what is asked."""
    frame = f"<script>{frontend('embed.js')}</script>"
    begin = {"": _FIRST + _PLOTLY + _ASK + _board(), EMBED.path: _PLOTLY + _board() + frame, None: ""}[name]
    found = streamlit.replace('<html lang="en">', '<html lang="vi">', 1)
    found = re.sub(r"<title>.*?</title>", f"<title>{word('app', 'vi')}</title>", found, count=1)
    found = re.sub(
        r"<noscript>.*?</noscript>", f"<noscript>{_both('p', 'no_script')}</noscript>", found, count=1, flags=re.DOTALL
    )
    found = found.replace("<head>", f"<head>{begin}{_LANGUAGE}", 1)
    found = found.replace("</head>", f"{''.join(_head(found))}</head>", 1)
    early = _frame() if name == "" else ""
    found = found.replace(_ROOT, f'<div id="root">{_opening()}</div>{early}{_unconnected()}', 1)
    return _ENTRY.sub(_after_the_first_charts, found, count=1) if name == "" else found


@cache
def _policy(streamlit: str, name: str | None) -> bytes:
    return policy(_page(streamlit, name), framed=name == EMBED.path)


def _board() -> str:
    """The board's own files: small, and needed before Streamlit's."""
    scripts = sorted(name for name in frontend_files() if name.endswith(".js"))
    links = [f'<link rel="modulepreload" href="{frontend_url(name)}">' for name in scripts]
    return "".join([f'<link rel="stylesheet" href="{frontend_url("board.css")}" data-board>', *links])


def _head(streamlit: str) -> Iterator[str]:
    """What else is fetched early, and how the page looks until the rest is there."""
    for name in elements():
        if name not in streamlit:
            yield f'<link rel="modulepreload" crossorigin href="static/js/{name}">'
    yield f'<link rel="preload" href="{font_url("italic")}" as="font" type="font/woff2" crossorigin>'
    colours = f"{_colours('light', LIGHT)}{_colours('dark', DARK)}"
    yield f"<style>{colours}{_STYLE}.ds-early {{ {both()} }}\n{frontend('early.css')}</style>"
    scripts = "".join(frontend(script) for script in ("page.js", "paper.js"))
    yield f'<style media="print">\n{frontend("paper.css")}</style><script>\n{scripts}</script>'


@cache
def elements() -> tuple[str, ...]:
    """The files of ``ELEMENTS`` and all that they import, by name; what this Streamlit does not have is left out."""
    scripts = {path.name: path for path in streamlit_files().values() if path.suffix == ".js"}
    found: dict[str, None] = {}
    left = [name for name in scripts if name.partition(".")[0] in ELEMENTS]
    while left:
        name = left.pop()
        if name in found or name not in scripts:
            continue
        found[name] = None
        left += [other.decode() for other in _IMPORT.findall(scripts[name].read_bytes())]
    return tuple(found)


# A browser fetches six files of a server at a time, in this order. Asked for by a script of its own, plotly.js is read
# while it comes, beside all else; put into the page by another script, the whole of it took the page a second more.
_FIRST: Final = "<!-- the first charts -->"
_PLOTLY: Final = f"""<script>
addEventListener("error", ({{ target }}) => target.matches?.("[data-plotly]") && target.remove(), true);
</script><script async fetchpriority="high" src="{plotly_url()}" data-plotly></script>"""
_ASK: Final = "<script>window.doisanhFirst = fetch(`first${location.search}`).catch(() => null);</script>"
_LANGUAGE: Final = """<script>
if (new URLSearchParams(location.search).get("lang") === "en") document.documentElement.lang = "en";
</script>"""
# No rule that asks what the body has: each element that Plotly puts into the page would make it asked anew, and charts
# took twice their time.
_STYLE: Final = """
.ds-opening { position: fixed; inset: 0; padding: 30vh 1rem; text-align: center; background: var(--page);
  color: var(--ink); font: 1.125rem/1.5 "Source Sans", sans-serif; }
.ds-opening b { display: block; font-size: 1.75rem; }
.ds-unconnected { position: fixed; inset: auto 0 0; z-index: 1000000; margin: 0; padding: 1rem; text-align: center;
  background: var(--page); color: var(--ink); border-top: 2px solid; font: 1rem/1.5 "Source Sans", sans-serif; }
:lang(en) > body :is(.ds-opening, .ds-unconnected, .ds-early > header) [lang=vi],
:lang(vi) > body :is(.ds-opening, .ds-unconnected, .ds-early > header) [lang=en] { display: none; }
"""


def _colours(mode: str, palette: Mapping[str, str]) -> str:
    rule = f":is(.ds-opening, .ds-unconnected, .ds-early) {{ --page: {palette['page']}; --ink: {palette['ink']}; }}"
    return f"@media (prefers-color-scheme: {mode}) {{ {rule} }}"


def _opening() -> str:
    """What is there until Streamlit puts the page in its place; where that takes no longer than a moment, no words."""
    lines = _both("span", "opening")
    return f'<div class="ds-opening" role="status"><div hidden><b>{word("app", "vi")}</b>{lines}</div></div>{_SHOWN}'


def _frame() -> str:
    """Where the first charts are drawn, under a head of a fixed height (early.css), until the page has taken them."""
    head = f"<header><b>{word('app', 'vi')}</b>{_both('h1', 'heading')}</header>"
    return f'<div class="ds-early" hidden>{head}<div></div></div>'


def _unconnected() -> str:
    """What is told where Streamlit has started but its server can't be reached: it would stay empty without a word."""
    return f'<div class="ds-unconnected" role="alert" hidden>{_both("span", "unconnected")}</div>{_TOLD}'


def _both(element: str, key: str) -> str:
    """Words in both languages, of which the page's is shown."""
    return "".join(f'<{element} lang="{lang}">{escape(word(key, lang))}</{element}>' for lang in LANGUAGES)


_SHOWN: Final = """<script>
setTimeout((words) => words.hidden = false, 400, document.querySelector(".ds-opening > div"));
</script>"""


_TOLD: Final = """<script>
{
  const line = document.querySelector(".ds-unconnected");
  let seconds = 0;
  const looking = setInterval(() => {
    const state = document.querySelector("[data-testid=stApp]")?.dataset.testScriptState;
    if (state === "initial") line.hidden = ++seconds < 8;
    else if (state) {
      line.remove();
      clearInterval(looking);
    }
  }, 1000);
}
</script>"""


_WAIT: Final = 500
"""Milliseconds after the page was asked for that Streamlit's scripts wait at most for the first charts.

A browser that has all files at hand draws them within that, and would take as long to start Streamlit first; where they
have to be fetched, Streamlit starts meanwhile."""


def _after_the_first_charts(entry: re.Match[str]) -> str:
    """In place of the script that starts Streamlit: one that has the charts drawn before it does so."""
    return f"""<link rel="modulepreload" crossorigin href="{entry[1]}"><script type="module">
const streamlit = () => import(new URL("{entry[1]}", document.baseURI));
const soon = new Promise((resolve) => setTimeout(resolve, {_WAIT} - performance.now()));
const charts = async () => {{
  const {{ open }} = await import(new URL("{frontend_url("early.js")}", document.baseURI));
  await open(window.doisanhFirst, "{plotly_url()}");
}};
Promise.race([charts(), soon]).then(streamlit, streamlit);
</script>"""


class IndexPage:
    """Middleware that sends ``page`` in place of Streamlit's, at whatever address."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the app does, but for HTML pages."""
        if scope["type"] != "http" or scope["method"] != "GET" or not _wants_html(scope):
            await self._app(scope, receive, send)
            return
        # that the browser has Streamlit's page says nothing about ours; theirs has to be read: whole, not compressed
        gone = (b"if-none-match", b"if-modified-since", b"accept-encoding", b"range")
        headers = [item for item in scope["headers"] if item[0] not in gone]
        start: Message | None = None
        body = b""

        async def send_ours(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start" and _is_html(message):
                start = message
            elif start and message["type"] == "http.response.body":
                body += message.get("body", b"")
                if not message.get("more_body"):
                    theirs, path = body.decode(), scope["path"]
                    ours = page(theirs, path, scope["query_string"].decode("ascii", "replace")).encode()
                    headers = [*_headers(start, len(ours)), (POLICY, _policy(theirs, _name(path)))]
                    await send({**start, "headers": headers})
                    await send({"type": "http.response.body", "body": ours})
            else:
                await send(message)

        await self._app({**scope, "headers": headers}, receive, send_ours)


def _wants_html(scope: Scope) -> bool:
    return any(name == b"accept" and b"text/html" in value for name, value in scope["headers"])


def _is_html(message: Message) -> bool:
    return any(name == b"content-type" and value.startswith(b"text/html") for name, value in message["headers"])


def _headers(start: Message, length: int) -> list[tuple[bytes, bytes]]:
    gone = (b"content-length", b"etag", b"last-modified", b"accept-ranges")
    kept = [item for item in start["headers"] if item[0] not in gone]
    return [*kept, (b"content-length", str(length).encode())]
