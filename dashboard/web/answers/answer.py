"""Which answer a view has, by how many places are chosen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from dashboard.articles.verify.proofs import Proof
from dashboard.charts import chart_selection, comparison_chart
from dashboard.charts.figure_index import FigureIndex
from dashboard.charts.view import View
from dashboard.charts.wording import Wording
from dashboard.web.answers.home import home
from dashboard.web.answers.indicator import indicator
from dashboard.web.answers.one_place import one_place
from dashboard.web.answers.several import several
from dashboard.web.answers.writer import Writer
from dashboard.web.board.cards import Citations, Site, saved


class Answer(NamedTuple):
    """An answer as HTML, the marks of its values by the ids of their figures, and the card of its picture, if any."""

    html: str
    marks: dict[str, Any]
    saved: dict[str, Any] | None


def answer(figures: FigureIndex, view: View, proofs: Mapping[str, Proof], site: Site) -> Answer:
    """The answer of a view without a theme."""
    view = comparison_chart.about(figures, view)
    say = Wording(figures.dataset, figures.by_id, view.language, proofs)
    citer = Citations(say, site, chart_selection.link(view, figures.dataset))
    write = Writer(figures, view, say, citer)
    plan = comparison_chart.plan(figures, view)
    return Answer(_written(write), write.marks, saved(plan, say, view, site) if plan else None)


def _written(write: Writer) -> str:
    view = write.view
    if view.indicator or len(view.places) > comparison_chart.MOST_COMPARED:
        return indicator(write, comparison_chart.subject(write.figures, view))
    if not view.places:
        return home(write)
    if len(view.places) == 1:
        return one_place(write, view.places[0])
    return several(write, comparison_chart.compared(write.figures, view))
