"""Which answer a view has, by how many places are chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any, NamedTuple

from dashboard.articles.verify.proofs import Proof
from dashboard.charts import chart_selection
from dashboard.charts.figure_index import FigureIndex
from dashboard.charts.view import View
from dashboard.charts.wording import Wording
from dashboard.web.answers.home import home
from dashboard.web.answers.indicator import indicator
from dashboard.web.answers.one_place import one_place
from dashboard.web.answers.several import several
from dashboard.web.answers.writer import MOST_COMPARED, Writer
from dashboard.web.board.cards import Citations, Site


class Answer(NamedTuple):
    """An answer as HTML, and the marks of its values by the ids of their figures."""

    html: str
    marks: dict[str, Any]


def answer(figures: FigureIndex, view: View, proofs: Mapping[str, Proof], site: Site) -> Answer:
    """The answer of a view without a theme."""
    say = Wording(figures.dataset, figures.by_id, view.language, proofs)
    citer = Citations(say, site, chart_selection.link(view, figures.dataset))
    write = Writer(figures, view, say, citer)
    return Answer(_written(write), write.marks)


def _written(write: Writer) -> str:
    view = write.view
    if view.indicator:
        return indicator(write, view.indicator, view.places)
    if not view.places:
        return home(write)
    if len(view.places) == 1:
        return one_place(write, view.places[0])
    if len(view.places) <= MOST_COMPARED:
        within, chosen = write.figures.in_period(view), set(view.use)
        return several(write, write.pool.compare(view.places, within, chosen))
    return indicator(write, most_common(write.figures, view), view.places)


def most_common(figures: FigureIndex, view: View) -> str:
    """The indicator that most of the chosen places have."""
    found = {(figure.indicator, place) for place in view.places for figure in figures.pool.by_place.get(place, ())}
    counts = Counter(id for id, _ in found)
    order = list(figures.dataset.indicators)
    return min(counts or order, key=lambda id: (-counts[id], order.index(id)))
