"""What all answers are written with: values that show their evidence, links, strips of dots, and the sources.

HTML with escaped texts. A value is a button that names its mark (``marks``: label and facts, as a board has them); a
link with ``data-go`` leads to another view of the page without loading it anew (answer.js).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from html import escape
from typing import Any, Final
from urllib.parse import urlencode

from dashboard.charts import chart_selection
from dashboard.charts.amounts import height
from dashboard.charts.comparison_chart import MOST_COMPARED
from dashboard.charts.figure_index import FigureIndex
from dashboard.charts.plan import Row
from dashboard.charts.sentences import level, span
from dashboard.charts.view import View, default, written
from dashboard.charts.wording import EXCERPT, Wording
from dashboard.figures.comparison import Compared, Subject
from dashboard.figures.figure import Figure
from dashboard.records.models.article import Reading
from dashboard.records.places import full_label, label
from dashboard.web.board.cards import Citations

_SIMILAR: Final = 5  # places offered beside those chosen


class Writer:
    """Writes the answers of one view. ``marks``: what the values that were written so far show."""

    def __init__(self, figures: FigureIndex, view: View, say: Wording, citer: Citations) -> None:
        """``citer``: what can be done with a printed figure."""
        self.figures = figures
        self.pool = figures.pool
        self.dataset = figures.dataset
        self.view = view
        self.say = say
        self.language = say.language
        self.marks: dict[str, dict[str, Any]] = {}
        self._citer = citer
        self._sources: dict[str, set[int | None]] = {}

    def word(self, key: str, **values: object) -> str:
        """A word of the answers, escaped."""
        return escape(self.say.word(f"answers.{key}", **values))

    # --- figures

    def value(self, figure: Figure, *, unit: bool = True, beside: str = "") -> str:
        """A value as a button that shows where it is printed, with its unit unless the words ``beside`` it have it."""
        if figure.id not in self.marks:
            row = Row(figure.locality, figure, article=figure.article)
            told = f"{full_label(figure.locality, self.dataset, self.language)}, {figure.what(self.language)}"
            self.marks[figure.id] = {
                "label": f"{told}: {self.say.with_unit(figure)}",
                "facts": [self._citer.cited(fact) for fact in self.say.facts(row)],
            }
        said = self.say.with_unit(figure, beside=beside) if unit else self.say.value(figure)
        return f'<button type="button" class="ds-v" data-mark="{escape(figure.id)}">{escape(said)}</button>'

    def date(self, figure: Figure) -> str:
        """Its date, with the numbers of its sources: "07/2019 [1]"."""
        return f"{escape(self.say.date(figure))} <sup>{escape(self._references(figure))}</sup>"

    def _references(self, figure: Figure) -> str:
        row, found = Row(figure.locality, figure, article=figure.article), []
        for one in self.say.printed(row):
            self._sources.setdefault(one.article, set()).add(one.paragraph)
            partly = self.dataset.articles[one.article].text.read is not Reading.FULL
            found.append(f"[{list(self._sources).index(one.article) + 1}]{EXCERPT * partly}")
        return "".join(dict.fromkeys(found))

    def sources(self) -> str:
        """The articles of all figures whose dates were written, numbered; folded."""
        if not self._sources:
            return ""
        items = [f"<li>{escape(self.say.citation(article, at))}</li>" for article, at in self._sources.items()]
        partly = any(self.dataset.articles[one].text.read is not Reading.FULL for one in self._sources)
        note = f"<p>{escape(self.say.word('legend_excerpt'))}</p>" if partly else ""
        return self.fold(self.word("sources", n=len(items)), f"<ol>{''.join(items)}</ol>{note}", "ds-sources")

    def bar(self, figure: Figure, scale: float, place: int = 0) -> str:
        """A bar from zero on a ``scale`` that ends with it; hollow for what was computed, striped for what is hedged.

        ``place``: the number of its colour, from 1; 0 for that of all bars.
        """
        if figure.value is None or figure.value < 0 or scale <= 0:
            return ""
        kinds = f"{' computed' if figure.computed else ''}{' hedged' if figure.hedge else ''}"
        width = min(100.0, height(figure) / scale * 100)
        return f'<span class="ds-track"><span class="ds-bar p{place}{kinds}" style="width:{width:.1f}%"></span></span>'

    def strip(self, figures: Sequence[Figure], own: Figure | None = None) -> str:
        """A strip of dots from the lowest value to the highest, the place's own on top; quartiles where there are
        many."""
        heights = {one.id: height(one) for one in figures if one.value is not None}
        if len(heights) < 2:
            return ""
        low, high = min(heights.values()), max(heights.values())
        at = (lambda value: 50.0) if low == high else (lambda value: 2 + (value - low) / (high - low) * 96)  # noqa: ARG005
        digits = 1 if len(heights) <= DOTS else 0  # of very many, those that would lie on one another are one
        seen = {f"{at(heights[one.id]):.{digits}f}": one for one in figures if one.id in heights and one is not own}
        dots = [f'<circle cx="{x}%" cy="50%" r="4.5"><title>{escape(self._named(one))}</title></circle>'
                for x, one in seen.items()]  # fmt: skip
        if own is not None and own.id in heights:
            dots.append(f'<circle class="own" cx="{at(heights[own.id]):.1f}%" cy="50%" r="7"/>')
        middle = "".join(
            f'<line class="quartile" x1="{at(one):.1f}%" x2="{at(one):.1f}%" y1="15%" y2="85%"/>'
            for one in (quartiles(list(heights.values())) if len(heights) >= MANY else ())
        )
        ends = [
            min(figures, key=lambda one: heights.get(one.id, 0)),
            max(figures, key=lambda one: heights.get(one.id, 0)),
        ]
        told = self.word("strip", low=self._named(ends[0]), high=self._named(ends[1]), n=len(heights))
        return (
            f'<svg class="ds-strip" role="img" aria-label="{told}">'
            f'<line x1="0" x2="100%" y1="50%" y2="50%"/>{middle}{"".join(dots)}</svg>'
        )

    def _named(self, figure: Figure) -> str:
        return f"{self.say.short_place(figure.locality)} {self.say.value(figure)}"

    # --- names and links

    def name(self, subject: Subject, figure: Figure) -> str:
        """What is counted, linked to all places that have it."""
        return self.go(figure.what(self.language), places=(), indicator=subject.indicator, use=())

    def detail(self, figure: Figure, *others: Figure) -> str:
        """What keeps a figure, and those that share its axis, from others of its indicator: its scheme, base, baseline,
        and that it was computed, where all of them were."""
        parts = [
            figure.named("scheme", self.language),
            self.say.base(figure) if figure.base else "",
            self.say.word("since", date=figure.since.label(self.language)) if figure.since else "",
            self.say.word("answers.computed") if all(one.computed for one in (figure, *others)) else "",
        ]
        said = " · ".join(filter(None, parts))
        return f"<small>{escape(said)}</small>" if said else ""

    def place(self, id: str) -> str:
        """The short name of a place, escaped."""
        return escape(label(id, self.dataset, self.language))

    def go(self, said: str, *, kind: str = "", **changes: Any) -> str:
        """A link to another view, the present one with ``changes``."""
        attributes = f' class="{kind}"' if kind else ""
        return f'<a href="{escape(self.address(**changes))}" data-go{attributes}>{escape(said)}</a>'

    def address(self, **changes: Any) -> str:
        """The address of another view, relative to the page."""
        return chart_selection.link(replace(self.view, **changes), self.dataset)

    def charts(self, subject: Subject, said: str) -> str:
        """A link to the full chart of an indicator for the view's places; "" where no chart shows it."""
        for chart in self.dataset.charts.values():
            if subject.indicator in {
                *chart.indicators,
                *((chart.stack.whole, *chart.stack.parts) if chart.stack else ()),
            }:
                return self.go(said, theme=chart.theme, chart=chart.id, indicator="", use=())
        return ""

    def all_charts(self, said: str) -> str:
        """A link to the charts of the view's places."""
        return self.go(said, theme=default(self.dataset).theme, indicator="", use=())

    def elsewhere(self, page: str, said: str, **asked: str) -> str:
        """A link to another page of the app."""
        query = urlencode(written(self.language, **asked))
        return f'<a href="{escape(page)}{"?" + escape(query) if query else ""}" target="_self">{escape(said)}</a>'

    def pair(self, one: Figure, other: Figure, said: str) -> str:
        """A link to the page of two figures."""
        return self.elsewhere("pair", said, a=one.id, b=other.id)

    def similar(self) -> str:
        """Links that add a place like the first chosen one; "" where there is none, or no room for more."""
        chosen = self.view.places
        if not 0 < len(chosen) < MOST_COMPARED:
            return ""
        found = [id for id in self.pool.similar(chosen[0]) if id not in chosen][:_SIMILAR]
        links = " ".join(self.go(f"+ {self.say.short_place(id)}", kind="ds-chip", places=(*chosen, id)) for id in found)
        return f'<p class="ds-chips"><span>{self.word("similar")}</span> {links}</p>' if found else ""

    def add(self, kind: str, name: str, *, bare: bool = False, **changes: Any) -> str:
        """A button that puts something aside for a report: a ``kind`` of ``report.spec.KINDS``, called ``name``, at the
        address of the present view with ``changes``. ``bare``: a plus sign, the words only for who asks for them."""
        address = self.address(language="vi", **changes)  # a report has a language of its own
        said = escape(self.say.word("board.add"))
        told = f'title="{said}" aria-label="{said}: {escape(name)}"' if bare else ""
        return (
            f'<button type="button" class="ds-add" data-add="{kind}" data-address="{escape(address)}" '
            f'data-name="{escape(name)}" {told}>+{"" if bare else f" {said}"}</button>'
        )

    @staticmethod
    def fold(head: str, body: str, kind: str = "", *, opened: bool = False) -> str:
        """Something that opens; ``head`` and ``body`` are HTML."""
        return f'<details class="ds-fold {kind}"{" open" * opened}><summary>{head}</summary>{body}</details>'

    def span(self, compared: Compared) -> str:
        """The first and last date of a set, in short."""
        return span(compared, self.say)

    def level(self, compared: Compared) -> str:
        """The level of a set inside a line: "cấp huyện"."""
        return level(compared, self.say)


DOTS: Final = 200
"""So many figures each have a dot on a strip."""
MANY: Final = 8
"""So many figures have quartiles."""


def scale(figures: Iterable[Figure], percent: Callable[[Figure], bool]) -> float:
    """Where the scale of some bars ends: 100 for shares that do not exceed it, else with the longest."""
    told = [one for one in figures if one.value is not None]
    longest = max((height(one) for one in told), default=0.0)
    return 100.0 if told and longest <= 100 and all(one.out_of or percent(one) for one in told) else longest


def quartiles(heights: list[float]) -> list[float]:
    """The lower quartile, the median and the upper one."""
    ordered = sorted(heights)

    def at(part: float) -> float:
        place = part * (len(ordered) - 1)
        below = int(place)
        above = min(below + 1, len(ordered) - 1)
        return ordered[below] + (ordered[above] - ordered[below]) * (place - below)

    return [at(0.25), at(0.5), at(0.75)]
