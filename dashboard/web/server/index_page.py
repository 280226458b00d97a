"""The index page: Streamlit's index.html, rewritten so that the dashboard appears sooner and in its own name.

Streamlit's page is empty, English and titled "Streamlit" until its scripts have started and fetched the page proper.
Ours has name, language and colours at once. The browser fetches the first charts and plotly.js before all else, and
preloads the scripts that Streamlit would only fetch when the first element of a kind appears.
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
"""The kinds of element on the first page: Streamlit's script for each begins with this name."""
_IMPORT: Final = re.compile(rb"""(?:from|import)\s*["']\./([\w.-]+\.js)["']""")
_ENTRY: Final = re.compile(r'<script type="module" crossorigin src="(\./static/js/index\.[\w-]+\.js)"></script>')
_ROOT: Final = '<div id="root"></div>'


def page(streamlit: str, path: str = "/", query: str = "") -> str:
    """Our index page for an address, made from Streamlit's. Anything not found in Streamlit's is left as it is: the
    page then only appears more slowly.

    ``query``: as the browser sends it, without "?".
    """
    first = f"first?{query}" if query else "first"
    link = f'<link rel="preload" as="fetch" crossorigin fetchpriority="high" href="{escape(first)}">'
    return _page(streamlit, _name(path)).replace(_FIRST, link, 1)


def _name(path: str) -> str | None:
    """The page at an address, as the ``name`` of ``_page``."""
    name = path.rpartition("/")[2]
    return name if name in ("", EMBED.path) else None


@cache
def _page(streamlit: str, name: str | None) -> str:
    """``page`` for any query, with _FIRST in place of it. ``name``: "" for Compare, None for a page without charts."""
    embed = f"<script>{frontend('embed.js')}</script>"
    begin = {"": _FIRST + _PLOTLY + _ASK + _board(), EMBED.path: _PLOTLY + _board() + embed, None: ""}[name]
    found = streamlit.replace('<html lang="en">', '<html lang="vi">', 1)
    found = re.sub(r"<title>.*?</title>", f"<title>{word('app', 'vi')}</title>", found, count=1)
    found = re.sub(
        r"<noscript>.*?</noscript>", f"<noscript>{_both('p', 'no_script')}</noscript>", found, count=1, flags=re.DOTALL
    )
    found = found.replace("<head>", f"<head>{begin}{_LANGUAGE}", 1)
    found = found.replace("</head>", f"{''.join(_head(found))}</head>", 1)
    frame = _first_paint() if name == "" else ""
    found = found.replace(_ROOT, f'<div id="root">{_loading()}</div>{frame}{_unconnected()}', 1)
    return _ENTRY.sub(_after_the_first_charts, found, count=1) if name == "" else found


@cache
def _policy(streamlit: str, name: str | None) -> bytes:
    return policy(_page(streamlit, name), framed=name == EMBED.path)


def _board() -> str:
    """Links that preload the board's own files: they are small, and needed before Streamlit's."""
    scripts = sorted(name for name in frontend_files() if name.endswith(".js"))
    links = [f'<link rel="modulepreload" href="{frontend_url(name)}">' for name in scripts]
    sheets = sorted(name for name in frontend_files() if name.endswith(".css"))
    styles = [f'<link rel="stylesheet" href="{frontend_url(one)}" data-board="{one}">' for one in sheets]
    return "".join([*styles, *links])


def _head(streamlit: str) -> Iterator[str]:
    """The end of the head: further preloads, and the style of the page until Streamlit has built it."""
    for name in elements():
        if name not in streamlit:
            yield f'<link rel="modulepreload" crossorigin href="static/js/{name}">'
    yield f'<link rel="preload" href="{font_url("italic")}" as="font" type="font/woff2" crossorigin>'
    colours = f"{_colours('light', LIGHT)}{_colours('dark', DARK)}"
    yield f"<style>{colours}{_STYLE}.ds-first-paint {{ {both()} }}\n{frontend('first_paint.css')}</style>"
    scripts = "".join(frontend(script) for script in ("page.js", "print.js"))
    yield f'<style media="print">\n{frontend("print.css")}</style><script>\n{scripts}</script>'


@cache
def elements() -> tuple[str, ...]:
    """The names of the scripts of ``ELEMENTS`` and of all that they import; what this Streamlit lacks is left out."""
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


# A browser fetches six files of a server at a time, in the order of the page. From a script tag plotly.js is parsed
# while it loads; added to the page by another script it took a second more.
_FIRST: Final = "<!-- the first charts -->"
_PLOTLY: Final = f"""<script>
addEventListener("error", ({{ target }}) => target.matches?.("[data-plotly]") && target.remove(), true);
</script><script async fetchpriority="high" src="{plotly_url()}" data-plotly></script>"""
_ASK: Final = "<script>window.doisanhFirst = fetch(`first${location.search}`).catch(() => null);</script>"
_LANGUAGE: Final = """<script>
if (new URLSearchParams(location.search).get("lang") === "en") document.documentElement.lang = "en";
</script>"""
# No :has() on the body: it would be matched again for each element that Plotly adds, and charts took twice as long.
_STYLE: Final = """
.ds-loading { position: fixed; inset: 0; padding: 30vh 1rem; text-align: center; background: var(--page);
  color: var(--ink); font: 1.125rem/1.5 "Source Sans", sans-serif; }
.ds-loading b { display: block; font-size: 1.75rem; }
.ds-unconnected { position: fixed; inset: auto 0 0; z-index: 1000000; margin: 0; padding: 1rem; text-align: center;
  background: var(--page); color: var(--ink); border-top: 2px solid; font: 1rem/1.5 "Source Sans", sans-serif; }
:lang(en) > body :is(.ds-loading, .ds-unconnected, .ds-first-paint > header) [lang=vi],
:lang(vi) > body :is(.ds-loading, .ds-unconnected, .ds-first-paint > header) [lang=en] { display: none; }
"""


def _colours(mode: str, palette: Mapping[str, str]) -> str:
    rule = (
        f":is(.ds-loading, .ds-unconnected, .ds-first-paint) {{ --page: {palette['page']}; --ink: {palette['ink']}; }}"
    )
    return f"@media (prefers-color-scheme: {mode}) {{ {rule} }}"


def _loading() -> str:
    """What stands there until Streamlit replaces it by the page; its words appear after 0.4 s only."""
    lines = _both("span", "opening")
    return f'<div class="ds-loading" role="status"><div hidden><b>{word("app", "vi")}</b>{lines}</div></div>{_SHOWN}'


def _first_paint() -> str:
    """Where first_paint.js draws the first charts: a header of fixed height (first_paint.css), and room below it."""
    head = f"<header><b>{word('app', 'vi')}</b>{_both('h1', 'heading')}</header>"
    return f'<div class="ds-first-paint" hidden>{head}<div></div></div>'


def _unconnected() -> str:
    """The message for when Streamlit's scripts run but can't reach the server: their page would just stay empty."""
    return f'<div class="ds-unconnected" role="alert" hidden>{_both("span", "unconnected")}</div>{_TOLD}'


def _both(element: str, key: str) -> str:
    """A text in both languages; the style sheet shows the one of the page."""
    return "".join(f'<{element} lang="{lang}">{escape(word(key, lang))}</{element}>' for lang in LANGUAGES)


_SHOWN: Final = """<script>
setTimeout((words) => words.hidden = false, 400, document.querySelector(".ds-loading > div"));
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
"""Milliseconds, from the request for the page, that Streamlit's scripts wait at most for the first charts.

A browser with all files in its cache draws the charts within that time; starting Streamlit first would delay them by as
much. Where files have to be fetched, Streamlit starts meanwhile."""


def _after_the_first_charts(entry: re.Match[str]) -> str:
    """In place of Streamlit's start script: a script that draws the first charts, then starts Streamlit."""
    return f"""<link rel="modulepreload" crossorigin href="{entry[1]}"><script type="module">
const streamlit = () => import(new URL("{entry[1]}", document.baseURI));
const soon = new Promise((resolve) => setTimeout(resolve, {_WAIT} - performance.now()));
const charts = async () => {{
  const {{ drawFirst }} = await import(new URL("{frontend_url("first_paint.js")}", document.baseURI));
  await drawFirst(window.doisanhFirst, "{plotly_url()}");
}};
Promise.race([charts(), soon]).then(streamlit, streamlit);
</script>"""


class IndexPage:
    """Middleware that sends ``page`` in place of Streamlit's index.html, at any address."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the app does, but for HTML pages."""
        if scope["type"] != "http" or scope["method"] != "GET" or not _wants_html(scope):
            await self._app(scope, receive, send)
            return
        # Streamlit has to send its page whole and uncompressed, whatever of it the browser has cached
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
