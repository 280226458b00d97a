"""A data set in which every text looks like markup: made by machine from the models."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from dashboard.records.dataset import Dataset
from dashboard.records.models.article import Article, StoredText
from dashboard.records.models.figure import Blank, FigureFile, FigureRecord, Quotient, Sum
from dashboard.records.models.indicator import Scheme
from dashboard.web.server.store import Good

T = TypeVar("T")
STRINGS = (
    "![a](http://outside.example/a.png)",
    "[Đăng nhập lại](http://outside.example/login)",
    "<http://outside.example/b>",
    "http://outside.example/c",
    "www.outside.example",
    "who@outside.example",
    ":material/delete:",
    ":red[đỏ]",
    ":red-background[nền]",
    ":smile: :streamlit:",
    "$\\frac{1}{2}$ $$x^2$$",
    "<svg onload=\"alert('svg')\"></svg>",
    "<img src=http://outside.example/d.png onerror=alert(1)>",
    '<span style="background:url(http://outside.example/e)">y</span>',
    "</script><script>alert('script')</script>",
    '" onmouseover="alert(2)" x=\'',
    "[x](javascript:alert(3))",
    "{0} {dataset!r} {{7*7}} ${7*7} %s",
    "# Đầu đề\n\n- mục\n\n---",
    "`mã` ``` ~~~",
    "&lt;b&gt;&#58;&copy;",
    "＝1+1 =1+1 @SUM(1) -1+1 +1",
    "**đậm** __gạch__ ~~bỏ~~ -> <- --",
    "\u202eđảo\u202c\u2066",
    "\x1b[31m\x9b\b",
)
"""What Markdown, HTML, plotly, spreadsheets, templates or a terminal would make something else of."""
_NOT_TEXT = {
    (Sum, "whole"), (Sum, "parts"), (Quotient, "share"), (Quotient, "count"), (Quotient, "total"),  # references
    (StoredText, "file"), (Scheme, "years"),
    *((model, "locality") for model in (Article, FigureFile, FigureRecord, Blank)),
}  # fmt: skip


class Maker:
    """Puts strings behind every text, one after the other; ``first``: the one to begin with."""

    def __init__(self, first: int = 0, several: int = 1) -> None:
        self.at, self.several = first, several

    def text(self, text: str) -> str:
        """A text with the next strings behind it."""
        self.at += self.several
        return " ".join([text, *(STRINGS[at % len(STRINGS)] for at in range(self.at - self.several, self.at))])

    def record(self, record: Any) -> Any:
        """A record, a list of them, and all in it."""
        if isinstance(record, list | tuple):
            return type(record)(map(self.record, record))
        if not isinstance(record, BaseModel):
            return record
        made: dict[str, Any] = {}
        for name, field in type(record).model_fields.items():
            value = getattr(record, name)
            if (type(record), name) in _NOT_TEXT:
                continue
            if _coded(field):
                continue
            if type(value) is str:
                made[name] = self.text(value)
            elif isinstance(value, list) and all(type(one) is str for one in value):
                made[name] = [*map(self.text, value)]
            else:
                made[name] = self.record(value)
        return record.model_copy(update=made)

    def records(self, records: Mapping[str, T]) -> dict[str, T]:
        """A table of records."""
        return {id: self.record(one) for id, one in records.items()}

    def dataset(self, dataset: Dataset) -> Dataset:
        """A data set of such texts."""
        return replace(
            dataset,
            schemes=self.records(dataset.schemes),
            indicators=self.records(dataset.indicators),
            localities=self.records(dataset.localities),
            rules=self.records(dataset.rules),
            themes=self.records(dataset.themes),
            charts=self.records(dataset.charts),
            articles=self.records(dataset.articles),
            files=self.records(dataset.files),
            entries=tuple(replace(one, figure=self.record(one.figure)) for one in dataset.entries),
        )

    def good(self, dataset: Dataset) -> Good:
        """What the pages need of it."""
        return Good.of(self.dataset(dataset))


def _coded(field: FieldInfo) -> bool:
    """Whether a field takes some texts only: an id, a code."""
    return "pattern='" in repr(field) or "StringConstraints" in repr(field.annotation)
