"""The addresses of files: the links on pages, and what each link asks for. Any replica can answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from urllib.parse import urlencode

import pandas as pd

from dashboard.articles.verify.proofs import Proof
from dashboard.export import extract
from dashboard.export.extract import Extract
from dashboard.export.formats import TABLES, TableFormat
from dashboard.export.table_view import parse
from dashboard.figures import references
from dashboard.language.words import LANGUAGES
from dashboard.records.dataset import Dataset
from dashboard.records.models.article import Article

ADDRESS: Final = "tables"
REFERENCES: Final = "references"
_FORMATS: Final = {one.id: one for one in TABLES}


class NoSuchFile(ValueError):
    """A link asks for a file that does not exist. The message says which part of the address is wrong."""


def link(kind: TableFormat, parameters: Mapping[str, str]) -> str:
    """The address of a file, relative to the page. ``parameters`` are those of the page with the link: ``place`` on a
    place's page, ``table_view.parameters`` on the Data page."""
    return f"{ADDRESS}?" + urlencode({"format": kind.id, **parameters}, safe=",")


def reference_link(article: str, form: str = "") -> str:
    """The address of an article's entry in a form of ``references.FORMATS``, relative to the page; without one, what
    the form's id is put after."""
    return f"{REFERENCES}?{urlencode({'article': article})}&format={form}"


def read_reference(parameters: Mapping[str, str], dataset: Dataset) -> tuple[references.Format, Article]:
    """The form and the article that an address asks for. Raises NoSuchFile."""
    wanted, asked = parameters.get("format", ""), parameters.get("article", "")
    if wanted not in references.FORMATS:
        raise NoSuchFile(f"there is no format {wanted!r}; choose from {', '.join(references.FORMATS)}")
    if asked not in dataset.articles:
        raise NoSuchFile(f"there is no article {asked!r}")
    return references.FORMATS[wanted], dataset.articles[asked]


def read(
    parameters: Mapping[str, str], dataset: Dataset, frame: pd.DataFrame, proofs: Mapping[str, Proof]
) -> tuple[TableFormat, Extract]:
    """The format and the extract that an address asks for. Raises NoSuchFile."""
    asked = dict(parameters)
    wanted = asked.pop("format", "")
    if wanted not in _FORMATS:
        raise NoSuchFile(f"there is no format {wanted!r}; choose from {', '.join(_FORMATS)}")
    return _FORMATS[wanted], _extract(asked, dataset, frame, proofs)


def _extract(
    asked: dict[str, str], dataset: Dataset, frame: pd.DataFrame, proofs: Mapping[str, Proof]
) -> Extract:  # fmt: skip
    if place := asked.pop("place", ""):
        language = asked.pop("lang", LANGUAGES[0])
        if asked or language not in LANGUAGES or place not in dataset.localities:
            raise NoSuchFile(f"there is no page of a place at place={place}, lang={language}{_more(asked)}")
        return extract.around(dataset, frame, proofs, place, "en" if language == "en" else "vi")
    view, ignored = parse(asked, dataset)
    if ignored:
        raise NoSuchFile(f"no view of the data has this: {'; '.join(ignored)}")
    return extract.chosen(dataset, frame, proofs, view)


def _more(asked: Mapping[str, str]) -> str:
    return "".join(f", {name}={value}" for name, value in asked.items())
