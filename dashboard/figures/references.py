"""Articles as entries for programs that manage references, such as Zotero: BibTeX, RIS and CSL-JSON.

What was inferred or is unknown is said in the note of the entry. BibTeX has the fields of biblatex, whose dates are
those of EDTF (ISO 8601-2: "2020~" is about 2020); RIS is as Reference Manager wrote it; CSL-JSON is version 1.0
(csl-data.json of citation-style-language/schema).
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final

from dashboard.figures import page_link
from dashboard.language.dates import Period
from dashboard.records.models.article import Article

_TEX: Final = {
    "\\": r"{\textbackslash}", "{": r"{\textbraceleft}", "}": r"{\textbraceright}", "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}", **{sign: f"\\{sign}" for sign in "&%$#_"},
}  # fmt: skip
_VIETNAMESE: Final = re.compile(r"[\u0300\u0301\u0303\u0306\u0309\u0302\u0323\u031b]|đ", re.IGNORECASE)


@dataclass(frozen=True)
class Format:
    """A form of entries: its name for people, the ending and type of its files, and how a list is written."""

    name: str
    ending: str
    mime: str
    write: Callable[[Iterable[Article]], str]


def bibtex(articles: Iterable[Article]) -> str:
    """The articles as BibTeX, for TeX and for programs that read it."""
    return "\n\n".join(_bibtex(article) for article in articles) + "\n"


def _bibtex(article: Article) -> str:
    date, authors = article.published.date, _authors(article)
    fields = {
        "title": _tex(_plain(article.title)),
        "author": " and ".join(f"{{{_tex(name)}}}" for name in authors),
        "journal": _tex(_plain(article.outlet.value)),
        "entrysubtype": "newspaper",
        "year": _year(date),
        "date": date.text + "~" * (bool(article.published.inferred) and "/" not in date.text) if date.dated else "",
        # programs take an address as it is: no sign of it is escaped, those that would end the field are encoded
        "url": page_link.address(article).replace("{", "%7B").replace("}", "%7D"),
        "langid": "vietnamese" if _vietnamese(article) else "",
        "note": _tex(_note(article)),
    }
    body = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@article{{{article.id},\n{body}\n}}"


def ris(articles: Iterable[Article]) -> str:
    """The articles as RIS, with its line ends."""
    return "\r\n".join(line for article in articles for line in [*_ris(article), ""])


def _ris(article: Article) -> list[str]:
    date = article.published.date
    point = date.text if date.precision in ("day", "month", "year") else ""
    year, month, day = [*point.split("-"), "", "", ""][:3]
    fields = [
        ("TY", "NEWS"),
        ("ID", article.id),
        *(("AU", name) for name in _authors(article)),
        ("TI", _plain(article.title)),
        ("T2", _plain(article.outlet.value)),
        ("PY", _year(date)),
        ("DA", f"{year}/{month}/{day}/" if point else ""),
        ("UR", page_link.address(article)),
        ("LA", "vi" if _vietnamese(article) else ""),
        ("N1", _note(article)),
    ]
    return [*(f"{tag}  - {value}" for tag, value in fields if value), "ER  - "]


def csl_json(articles: Iterable[Article]) -> str:
    """The articles as CSL-JSON: a list of items."""
    return json.dumps([_csl(article) for article in articles], ensure_ascii=False, indent=2) + "\n"


def _csl(article: Article) -> dict[str, Any]:
    found = {
        "id": article.id,
        "type": "article-newspaper",
        "title": _plain(article.title),
        "author": [{"literal": name} for name in _authors(article)],
        "container-title": _plain(article.outlet.value),
        "issued": _issued(article),
        "URL": page_link.address(article),
        "language": "vi" if _vietnamese(article) else "",
        "note": _note(article),
    }
    return {name: value for name, value in found.items() if value}


def _issued(article: Article) -> dict[str, Any]:
    date = article.published.date
    points = [] if not date.dated or ".." in date.text else date.text.split("/")
    if not points:
        return {"raw": date.text} if date.dated else {}
    parts = {"date-parts": [[int(part) for part in point.split("-")] for point in points]}
    return parts | ({"circa": True} if article.published.inferred else {})


FORMATS: Final = {
    "bib": Format("BibTeX", ".bib", "application/x-bibtex", bibtex),
    "ris": Format("RIS", ".ris", "application/x-research-info-systems", ris),
    "csl": Format("CSL-JSON", ".json", "application/vnd.citationstyles.csl+json", csl_json),
}
"""The forms by the word that asks for each."""


def _authors(article: Article) -> list[str]:
    """The names of a byline; Vietnamese ones are not split into first and last."""
    names = re.split(r"\s*[,;]\s*|\s+[-–—]\s+", _plain(article.byline.value)) if article.byline else []
    return [name for name in names if name]


def _year(date: Period) -> str:
    """The year of publication; "" where it is not known, or one of several."""
    return str(date.end.year) if date.start and date.end and date.start.year == date.end.year else ""


def _note(article: Article) -> str:
    """What is not printed or not known, in English: the programs and their readers may be anywhere."""
    said = {
        "outlet inferred": article.outlet.inferred,
        "date inferred": article.published.inferred,
        "author inferred": article.byline and article.byline.inferred,
        "date unknown": not article.published.date.dated,
        "address unknown": not page_link.address(article),
    }
    return "; ".join(words for words, holds in said.items() if holds)


def _vietnamese(article: Article) -> bool:
    """Whether the title is Vietnamese, by its marks; a few articles are in English."""
    return bool(_VIETNAMESE.search(unicodedata.normalize("NFD", article.title)))


def _plain(text: str) -> str:
    """Text on one line."""
    return " ".join(text.split())


def _tex(text: str) -> str:
    return "".join(_TEX.get(char, char) for char in text)
