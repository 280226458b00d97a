"""Draws pictures on the server with an installed Chrome, by the same scripts, plotly.js and font as the page.

Kaleido finds and drives the browser; it opens a page of ours, so the code is that of a visitor's browser. There is one
browser with one tab, in a thread with its own event loop.
"""

from __future__ import annotations

import asyncio
import base64
import json
import re
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final, Literal

from dashboard.charts.assets import FONT_FAMILY, font_path, frontend_files, plotly_path
from dashboard.charts.palette import DARK, LIGHT

Kind = Literal["png", "svg"]
_SCRIPTS: Final = (
    "annotations.js",
    "drawing.js",
    "zip.js",
    "png.js",
    "image.js",
)  # in the order in which they need each other
_TIMEOUT: Final = 120.0  # seconds for one picture
_ANSWER: Final = """
await loadFonts(setup.family, setup.fonts);
const base64 = (blob) => new Promise((resolve, reject) => {
  const reader = new FileReader();
  reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1));
  reader.onerror = () => reject(reader.error);
  reader.readAsDataURL(blob);
});
window.kaleido_scopes = {
  async plotly({ format, data: { layout: { meta: { picture, dark } } } }) {
    const blob = await fileOf(format, Plotly, picture, dark ? setup.dark : setup.light, setup.family, setup.fonts);
    return { code: 0, format, result: format === "svg" ? await blob.text() : await base64(blob) };
  },
};
"""


class CannotDraw(Exception):
    """No picture can be drawn here. The message says why, and what to do."""


class Page:
    """The page that Kaleido opens. It holds all it needs except plotly.js."""

    def generate_index(self) -> str:
        """Its HTML, as Kaleido asks for it."""
        setup = {"family": FONT_FAMILY, "fonts": _fonts(), "light": LIGHT, "dark": DARK}
        scripts = [re.sub(r"^import .*$|^export (default )?", "", frontend_files()[name], flags=re.M)
                   for name in _SCRIPTS]  # fmt: skip
        module = "\n".join([f"const setup = {json.dumps(setup)};", *scripts, _ANSWER])
        return (
            '<!doctype html><html><head><meta charset="utf-8"><title>doisanh</title>'
            f'<script src="{plotly_path().as_uri()}" charset="utf-8"></script>'
            f'<script type="module">{module}</script></head><body></body></html>'
        )


class Drawer:
    """A browser that draws pictures one by one, as a context manager. Raises CannotDraw.

    It works in a thread with an event loop of its own, so the caller may run one too.
    """

    def __init__(self, *, dark: bool = False) -> None:
        self._dark = dark
        self._runner = asyncio.Runner()
        self._thread = ThreadPoolExecutor(1, "drawer")
        self._browser: Any = None

    def __enter__(self) -> Drawer:
        try:
            self._browser = self._do(_open())
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        try:
            self._do(self._browser.close())
        finally:
            self._end()

    def draw(self, picture: dict[str, Any], kind: Kind) -> bytes:
        """The file of one picture (see ``pictures``)."""
        content: bytes = self._do(self._patiently(picture, kind))
        return content

    async def _patiently(self, picture: dict[str, Any], kind: Kind) -> bytes:
        """As ``_one``. After a failure the browser is replaced and the picture tried once more."""
        try:
            return await _one(self._browser, picture, kind, self._dark)
        except Exception:  # noqa: BLE001  whatever it was, the second attempt tells
            await self._browser.close()
            self._browser = await _open()
        try:
            return await _one(self._browser, picture, kind, self._dark)
        except Exception as error:
            raise CannotDraw(f"{picture['id']}: the browser could not draw it ({error})") from error

    def _do(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self._thread.submit(self._runner.run, work).result()

    def _end(self) -> None:
        # The runner ends what is left in its loop: on some machines the browser closes its pipe before Kaleido has
        # ended, which then plans to close the browser once more.
        self._thread.submit(self._runner.close).result()
        self._thread.shutdown()


async def _one(browser: Any, picture: dict[str, Any], kind: Kind, dark: bool) -> bytes:
    size = picture["figure"]["layout"]
    job = {"data": [], "layout": {"meta": {"picture": picture, "dark": dark}}}
    content: bytes = await browser.calc_fig(
        job, {"format": kind, "width": size["width"], "height": size["height"], "scale": 1}
    )
    return content


async def _open() -> Any:
    import kaleido
    from choreographer.errors import BrowserFailedError, ChromeNotFoundError

    try:
        browser = kaleido.Kaleido(n=1, timeout=_TIMEOUT, page_generator=Page())
    except ChromeNotFoundError as error:
        raise CannotDraw(
            "PNG and SVG need an installed Chrome, Chromium or Edge, and none was found; install one, or name it in "
            "the variable BROWSER_PATH; all other formats need none"
        ) from error
    try:
        await browser.open()
    except (BrowserFailedError, OSError, TimeoutError) as error:
        raise CannotDraw(f"the browser could not be started ({error}); try another one with BROWSER_PATH") from error
    return browser


def _fonts() -> list[dict[str, str]]:
    """The fonts as data: URLs, for the page's scripts."""
    styles: tuple[Literal["normal", "italic"], ...] = ("normal", "italic")
    return [
        {"style": style, "url": f"data:font/woff2;base64,{base64.b64encode(font_path(style).read_bytes()).decode()}"}
        for style in styles
    ]
