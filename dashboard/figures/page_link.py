"""Where a figure can be read on the web: its article's page at the printed phrase, and the Web Archive's copy.

Links only: nothing is fetched. The browser finds the phrase by the text directive of its address
(https://wicg.github.io/scroll-to-text-fragment/).
"""

from __future__ import annotations

import unicodedata
from typing import Final
from urllib.parse import quote, urlsplit

from dashboard.articles.verify.proofs import around
from dashboard.records.dataset import Dataset, Entry
from dashboard.records.models.article import Article

_DIRECTIVE: Final = ":~:"
_ARCHIVE: Final = "https://web.archive.org/web"
_LONGEST: Final = 1_500  # characters of an address that every program opens, with room for the phrase


def address(article: Article) -> str:
    """The article's address where it is one of the web that a link may lead to, else ""."""
    text = article.address or ""
    if len(text) > _LONGEST or any(char in '\\"<>`' or unicodedata.category(char)[0] in "CZ" for char in text):
        return ""
    try:
        parts = urlsplit(text)
        named = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:  # a host or port that can't be one
        return ""
    whole = parts.scheme in ("http", "https") and named and parts.username is None
    return text.partition(_DIRECTIVE)[0].removesuffix("#") if whole else ""


def at_phrase(entry: Entry, dataset: Dataset) -> str:
    """The article's page, at the figure's phrase; "" where it has no address."""
    there = address(dataset.articles[entry.article])
    return there and there + _at(entry, dataset, there)


def archived(article: Article) -> str:
    """The copy in the Web Archive nearest to the article's date; "" where it has no address.

    An article without a date is looked for near the day on which it was read.
    """
    there, date = address(article), article.published.date
    near = date.start or date.end or article.curated.start
    known = {"year": 1, "month": 2}.get(date.precision, 3)
    return there and f"{_ARCHIVE}/{''.join(str(near).split('-')[:known])}/{there}"


def archived_at_phrase(entry: Entry, dataset: Dataset) -> str:
    """That copy, at the figure's phrase; "" where the article has no address."""
    there = archived(dataset.articles[entry.article])
    return there and there + _at(entry, dataset, there)


def _at(entry: Entry, dataset: Dataset, there: str) -> str:
    before, after = around(dataset, entry)
    terms = [f"{_said(before)}-"] if before else []
    terms.append(_said(entry.figure.printed))
    terms += [f"-{_said(after)}"] if after else []
    return f"{'' if '#' in there else '#'}{_DIRECTIVE}text={','.join(terms)}"


def _said(words: str) -> str:
    """Words as a term of the directive, whose own marks are the hyphen, the comma and the ampersand."""
    return quote(words, safe="").replace("-", "%2D")
