"""Charts as picture files: which charts, under which names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, cast

from dashboard.charts import chart_selection
from dashboard.charts.picture_sizes import SIZES
from dashboard.charts.view import ALL, View
from dashboard.charts.wording import Wording
from dashboard.export import pictures
from dashboard.export.drawing import Drawer, Kind
from dashboard.export.formats import File
from dashboard.figures.figure import figures_of
from dashboard.figures.frame import build
from dashboard.language.words import Language
from dashboard.records.dataset import Dataset


@dataclass(frozen=True)
class Chosen:
    """Which pictures: places and charts (none: all), language, size, light or dark, and the public address for
    links."""

    places: tuple[str, ...] = ()
    charts: tuple[str, ...] = ()
    language: Language = "vi"
    size: str = "page"
    dark: bool = False
    public_url: str = ""


def files(dataset: Dataset, chosen: Chosen, kinds: Sequence[str]) -> Iterator[File]:
    """Each picture in each format, "png" or "svg", as soon as it is drawn. Raises CannotDraw."""
    made = wanted(dataset, chosen)
    with Drawer(dark=chosen.dark) as drawer:
        for picture in made:
            for kind in kinds:
                name = f"{picture['file']}{'_dark' if chosen.dark else ''}.{kind}"
                yield File(name, drawer.draw(picture, cast("Kind", kind)), picture["title"])


def wanted(dataset: Dataset, chosen: Chosen) -> list[dict[str, Any]]:
    """The pictures as dicts (see ``pictures``); charts without figures for the places are left out."""
    view = View(language=chosen.language, places=chosen.places, theme=ALL)
    figures = figures_of(build(dataset))
    say = Wording(dataset, figures, view.language)
    if chosen.charts:
        found = [chart_selection.one(dataset, figures, view, id) for id in chosen.charts]
        plans = [plan for plan in found if plan]
    else:
        plans, _ = chart_selection.plans(dataset, figures, view)
    request = pictures.Request(view, SIZES[chosen.size])
    return pictures.drawn(plans, say, request, chosen.public_url)
