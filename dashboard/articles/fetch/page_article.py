"""The article in a page: its own text without what stands around it, and what the page says of title, outlet and date.

trafilatura finds them. It is asked for no more than the page's metadata: a date is never guessed from other words.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from urllib.parse import unquote, urlsplit

from dashboard.articles.fetch.download import NotFetched, Page
from dashboard.language.bilingual import Both
from dashboard.language.vietnamese import search_key

_META: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_CLOSED: Final = re.compile(r'"isAccessibleForFree"\s*:\s*"?\s*false', re.IGNORECASE)
_BROKEN: Final = re.compile("\N{REPLACEMENT CHARACTER}|á[º»]|Ä[‘\u0091]|Æ[°¡]")
"""A byte that could not be read, or Vietnamese in UTF-8 that was read as Latin letters: ế as áº¿, đ as Ä‘."""
_CLOCK: Final = re.compile(r"hôm nay\b.{0,30}[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}\W*", re.IGNORECASE)
"""The page's own clock, the day of the visit: never a line of the article."""
_LEAST: Final = 40  # words below which a page holds no article
_BOMS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


@dataclass(frozen=True)
class PageArticle:
    """What a page gives: "" for what its metadata does not say; ``date`` as 2019-10-18.

    ``closed``: the page says that not all of it is free, so ``paragraphs`` may be a part.
    """

    address: str
    title: str
    outlet: str
    date: str
    paragraphs: tuple[str, ...]
    closed: bool

    @property
    def text(self) -> str:
        """The text as it is kept: title, outlet and date as newspapers print them, then one line a paragraph."""
        day = "/".join(reversed(self.date.split("-"))) if self.date else ""
        head = [self.title, " - ".join(filter(None, (self.outlet, day)))]
        return "\n\n".join([*filter(None, head), *self.paragraphs]) + "\n"

    @property
    def name(self) -> str:
        """A name for the file of the text, after the address."""
        parts = urlsplit(self.address)
        last = next((part for part in reversed(unquote(parts.path).split("/")) if part), parts.hostname or "")
        return "-".join(re.findall("[a-z0-9]+", search_key(re.sub(r"\.\w{3,5}$", "", last))))[:100] + ".txt"


def article_of(page: Page) -> PageArticle:
    """The article in a page. Raises NotFetched where there is none, or where its letters can't be read."""
    try:
        from trafilatura import bare_extraction
        from trafilatura.settings import Document
    except ImportError as error:
        message = Both("cần trafilatura để lấy bài từ trang web: cài doisanh[fetch]",
                       "an article is taken from a page by trafilatura: install doisanh[fetch]")  # fmt: skip
        raise NotFetched(message, misuse=True) from error
    html = _decoded(page)
    none = Both(f"{page.address} không có bài báo nào đọc được", f"{page.address} has no article that can be read")
    try:
        found = bare_extraction(
            html, url=page.address, include_comments=False, with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )  # fmt: skip
    except (ValueError, RecursionError, AssertionError) as error:  # pages nested beyond what lxml takes
        raise NotFetched(none) from error
    if not isinstance(found, Document):
        raise NotFetched(none)
    title = _line(found.title or "")
    lines = [line for one in (found.text or "").split("\n") if (line := _line(one)) and not _CLOCK.fullmatch(line)]
    lines = lines[1:] if lines[:1] == [title] else lines
    if sum(len(line.split()) for line in lines) < _LEAST:
        raise NotFetched(none)
    for number, line in enumerate(lines, 1):
        if _BROKEN.search(line):
            message = Both(f"{page.address}: đoạn {number} có chữ hỏng, trang không nói đúng bảng mã của nó",
                           f"{page.address}: paragraph {number} has broken letters; the page is not in the encoding "
                           "that it says")  # fmt: skip
            raise NotFetched(message)
    outlet, host = _line(found.sitename or ""), urlsplit(page.address).hostname or ""
    outlet = "" if outlet.casefold() in (host, host.removeprefix("www.")) else outlet
    return PageArticle(page.address, title, outlet, _day(found.date or ""), tuple(lines), bool(_CLOSED.search(html)))


def _decoded(page: Page) -> str:
    """The letters of a page: what is UTF-8 is read so, whatever the page says of itself; else as it says."""
    marked = [name for mark, name in _BOMS if page.raw.startswith(mark)]
    meta = _META.search(page.raw, 0, 4096)
    for name in (*marked, "utf-8", page.encoding, meta[1].decode() if meta else ""):
        try:
            if name:
                return page.raw.decode(name).lstrip("\ufeff")
        except (UnicodeError, LookupError):
            continue
    return page.raw.decode("utf-8", "replace")


def _line(text: str) -> str:
    """One line in NFC without what nobody sees."""
    kept = (char for char in unicodedata.normalize("NFC", text) if char.isspace() or unicodedata.category(char) != "Cc")
    return " ".join("".join(kept).split())


def _day(text: str) -> str:
    """A day that has come; "" for any other."""
    try:
        day = datetime.strptime(text[:10], "%Y-%m-%d").date()  # noqa: DTZ007  a day, in the newspaper's own time
    except ValueError:
        return ""
    return day.isoformat() if day <= datetime.now().astimezone().date() else ""
