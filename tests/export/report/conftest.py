"""A made-up world with every kind of figure, and reports on it."""

from __future__ import annotations

from functools import cache
from typing import Any

from dashboard.articles.verify.proofs import status
from dashboard.charts.figure_index import FigureIndex
from dashboard.export.report.blocks import Report
from dashboard.export.report.build import build
from dashboard.export.report.content import content
from dashboard.export.report.spec import Item, Spec
from dashboard.records.dataset import Dataset
from dashboard.records.models.chart import Form
from dashboard.records.models.figure import Blank
from tests.world import chart, figure, figures_of, world

ALL_ITEMS: tuple[dict[str, str], ...] = (
    {"chart": "?chart=members"},
    {"chart": "?chart=kinds"},
    {"chart": "?chart=poor"},
    {"chart": "?chart=cut"},
    {"chart": "?chart=each"},
    {"chart": "?theme=one&chart=scorecard&places=p.an,p.aan"},
    {"chart": "?theme=one&chart=single"},
    {"chart": "?places=p.an,p.aan,q&chart=comparison"},
    {"chart": "?places=p.an&chart=comparison"},
    {"chart": "?indicator=members&chart=comparison"},
    {"table": "?chart=members"},
    {"table": "?indicator=members"},
    {"table": "?places=p.an"},
    {"sentence": "?places=p.an,p.aan&indicator=members"},
    {"sentence": "?places=p.an,q&indicator=members"},
    {"sentence": "?places=q&indicator=hamlets"},
    {"comparison": "?places=p.an,p.aan,q"},
)
"""One item of each kind and form."""


@cache
def everything() -> Dataset:
    """Figures of three levels, plain, hedged, computed, with total, before and after, in parts, and words for one."""
    return world(
        {
            "p.an": [figure("members", 12_000, "p.an", hedge="over"), figure("units", 48, "p.an"),
                     figure("committees", 20, "p.an"), figure("cells", 28, "p.an"), figure("poor", 12.5, "p.an"),
                     figure("cut", 92, "p.an", before=165), figure("own", None, "p.an", grade="good")],
            "p.aan": [figure("members", 9_700, "p.aan"), figure("units", 31, "p.aan"), figure("poor", 4.5, "p.aan"),
                      figure("cut", 30, "p.aan", before=41)],
            "p.di": [figure("members", 9_300, "p.di"), figure("units", 40, "p.di")],
            "q": [figure("members", 55_610, "q"), figure("hamlets", 7, "q")],
            "q.ha": [],
        },
        chart(Form.BARS, "members", id="members"),
        chart(Form.STACKED, "units", "committees", "cells", id="kinds"),
        chart(Form.BARS, "poor", id="poor"),
        chart(Form.CHANGE, "cut", id="cut"),
        chart(Form.BARS, "each", id="each"),
        blanks={"q.ha": [Blank(indicator="members", printed="nhiều đảng viên",
                               paragraph=4, locality="q.ha")]},
        excerpts=["p.di"],
    )  # fmt: skip


def index(dataset: Dataset) -> FigureIndex:
    """Its figures, as the pages have them."""
    return FigureIndex(dataset, figures_of(dataset))


def spec(*items: dict[str, str], **more: Any) -> Spec:
    """A report of items."""
    return Spec.model_validate({"title": "Báo cáo", "items": [Item(**one) for one in items], **more})


def reported(*items: dict[str, str], dataset: Dataset | None = None, **more: Any) -> Report:
    """The content of a report on the made-up world, or on a data set."""
    of = dataset or everything()
    return content(spec(*items, **more), index(of), status(of))


def written(
    kind: str, *items: dict[str, str], dataset: Dataset | None = None, template: bytes | None = None, **more: Any
) -> bytes:
    """The file of a report on the made-up world, or on a data set."""
    if items == ALL_ITEMS and dataset is None and template is None and not {*more} - {"language"}:
        return _whole(kind, more.get("language", "vi"))
    return _built(kind, spec(*items, **more), dataset or everything(), template)


@cache
def _whole(kind: str, language: str) -> bytes:
    return _built(kind, spec(*ALL_ITEMS, language=language), everything(), None)


def _built(kind: str, of: Spec, dataset: Dataset, template: bytes | None) -> bytes:
    return build(of, kind, index(dataset), status(dataset), template=template)
