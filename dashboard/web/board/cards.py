"""What the browser needs to show the charts of a view: one card (a dict) for each chart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final
from urllib.parse import quote, urlencode

import pandas as pd

from dashboard.articles.verify.proofs import Proof
from dashboard.charts import chart_selection, header
from dashboard.charts.alt_text import alt_text
from dashboard.charts.cited_sentence import cited_sentence
from dashboard.charts.dimensions import Dimensions
from dashboard.charts.figure_index import FigureIndex
from dashboard.charts.figure_wording import exact
from dashboard.charts.hit_box import HitBox
from dashboard.charts.layout import layout_of
from dashboard.charts.plan import Panel, Plan, Row
from dashboard.charts.scales import PERCENT
from dashboard.charts.view import View, written
from dashboard.charts.wording import Source, Wording
from dashboard.export import file_address, pictures
from dashboard.figures import citation, page_link
from dashboard.figures.figure import Figure, figures_of
from dashboard.language.number_format import format_number
from dashboard.language.words import capital, named
from dashboard.records.dataset import Dataset, Entry
from dashboard.records.models.chart import Form
from dashboard.records.places import full_label
from dashboard.web.server.settings import Settings

Card = dict[str, Any]

# The least widths for which a chart is laid out; the browser stretches the middle beyond them.
WIDE: Final = Dimensions(460)
NARROW: Final = Dimensions(243)  # what a card leaves of a window of 320 px, which a page at 400 % is
FULL: Final = Dimensions(830)  # a scorecard across both columns of the page; on A4 its least words are 7 pt


@dataclass(frozen=True)
class Site:
    """The public address of the dashboard, and the mail address for reports of errors; "" where there is none."""

    public_url: str = ""
    report_to: str = ""

    @classmethod
    def from_environment(cls) -> Site:
        """The settings of this server."""
        settings = Settings.from_environment()
        return cls(settings.public_url or "", settings.report_to or "")

    def at(self, link: str) -> str:
        """A link in full where the dashboard has a public address, else relative to the page."""
        return f"{self.public_url}/{link}" if self.public_url else link


def cards(
    dataset: Dataset,
    frame: pd.DataFrame | FigureIndex,
    view: View,
    *,
    proofs: Mapping[str, Proof] | None = None,
    site: Site = Site(),
) -> tuple[list[Card], list[str]]:
    """The cards of a view in the order of the charts' declaration, and the titles of charts with nothing to show.

    ``proofs`` says which figures were checked against their article. Given as ``FigureIndex``, what is known of all
    figures together is worked out once for each state of the data.
    """
    figures = frame if isinstance(frame, FigureIndex) else FigureIndex(dataset, figures_of(frame))
    said, empty = chart_selection.plans(dataset, figures, view)
    say = Wording(dataset, figures.by_id, view.language, proofs)
    citer = Citations(say, site, chart_selection.link(view, dataset))
    found = [card(plan, say, dataset, view, site, citer) for plan in said]
    return found, [plan.chart.title[view.language] for plan in empty]


def card(plan: Plan, say: Wording, dataset: Dataset, view: View, site: Site, citer: Citations | None = None) -> Card:
    """The card of one chart. ``citer``: shared by all charts of a view, where there are several."""
    broad = FULL if plan.chart.form.in_cells or plan.answers else WIDE
    wide, narrow = (layout_of(plan, say, measures, one_scale=view.one_scale) for measures in (broad, NARROW))
    heights = [layout.draw(0) for layout in (wide, narrow)]
    legend = say.legend(plan, wide.styles)
    citer = citer or Citations(say, site, chart_selection.link(view, dataset, plan.chart.id))
    return saved(plan, say, view, site) | {
        "note": plan.chart.note[view.language] if plan.chart.note else None,
        "legend": [*filter(None, [say.across(plan, view.one_scale)]), *legend],
        "alt": alt_text(plan, say),
        "wide": wide.canvas.figure(heights[0]),
        "narrow": narrow.canvas.figure(heights[1]),
        "minWidth": broad.inner,
        "full": broad is FULL,
        "holds": _held(plan, dataset),
        "marks": _marks(wide.boxes, narrow.boxes, say, plan, citer),
        "sources": [_source(source, dataset) for source in say.sources(plan)],
        "notes": say.notes(plan),
        "missing": {"head": say.missing_head(plan), "lines": say.missing(plan)},
    }


def saved(plan: Plan, say: Wording, view: View, site: Site) -> Card:
    """What of a card its picture, its table and its link need: all there is of an answer."""
    link = chart_selection.link(view, say.dataset, plan.chart.id)
    return {
        "id": plan.chart.id,
        "title": say.title(plan),
        "counted": capital(header.counted(plan, say)),
        "warning": "; ".join(dict.fromkeys(filter(None, say.cautions(plan)))),
        "table": table(plan, say),
        "link": site.at(link),
        "picture": "pictures" + link,
        "embed": site.at("embed" + link),
        "file": pictures.name(plan, view, say.dataset),
        "pictured": pictures.title(plan, view, say),
    }


def _held(plan: Plan, dataset: Dataset) -> list[str]:
    """The charts whose figures may stand on the table of single figures, for links to them; none for other plans."""
    if plan.chart.form is not Form.SINGLE:
        return []
    shown = set(plan.chart.indicators)
    return [id for id, chart in dataset.charts.items() if shown.intersection(chart.shown)]


def _source(source: Source, dataset: Dataset) -> Card:
    """A source as it is referred to, and with the article's address where that is known."""
    address = page_link.address(dataset.articles[source.article])
    found: Card = {"text": f"{source.reference} {source.text}"}
    return found | ({"href": address} if address else {})


def table(plan: Plan, say: Wording) -> dict[str, list[Any]]:
    """The data table of a chart, with parts and computed figures. ``numbers``: the third column as numbers.

    A table has no panels: whatever keeps them apart (scheme, base, baseline, length) stands with each figure.
    """
    names = ("place", "what", "value", "unit", "date", "printed", "source")
    rows: list[list[str]] = []
    numbers: list[float | None] = []
    for panel in plan.panels:
        for row in panel.rows:
            detail, change = say.detail(replace(panel, rows=(row,))), plan.chart.form is Form.CHANGE
            rows += [_table_row(figure, detail, say, change=change) for figure in row.data]
            numbers += [_bare(figure, say, change=change) for figure in row.data]
            if not row.figure:
                rows.append(_blank_row(row, panel, say))
                numbers.append(None)
    return {"columns": [say.word(f"col_{name}") for name in names], "rows": rows, "numbers": numbers}


def _bare(figure: Figure, say: Wording, *, change: bool) -> float | None:
    """The value, where its text is only that number with sign or "%", so that a spreadsheet may take it for a number in
    the unit of the next column; else None."""
    if figure.value is None or figure.grade:
        return None
    indicator = say.dataset.indicators[figure.indicator]
    digits = indicator.formula.digits if indicator.formula else None
    number = exact(figure.value if digits is None else round(figure.value, digits))
    written = say.value(figure, change=change).removeprefix("+").removesuffix(PERCENT)
    return number if written == format_number(number, say.language, digits) else None


def _table_row(figure: Figure, detail: str, say: Wording, *, change: bool) -> list[str]:
    indicator = say.dataset.indicators[figure.indicator]
    value, unit = say.value(figure, change=change), indicator.unit[say.language]
    return [
        full_label(figure.locality, say.dataset, say.language),
        " · ".join(filter(None, [named(indicator.name[say.language], figure.named("of", say.language)), detail])),
        value,
        "" if figure.grade or value.endswith(f" {unit}") else unit,
        say.date(figure),
        figure.printed or say.word("computed_mark"),
        say.sources_of(figure),
    ]


def _blank_row(row: Row, panel: Panel, say: Wording) -> list[str]:
    place = full_label(row.locality, say.dataset, say.language)
    what = panel.indicator.name[say.language] if panel.indicator else ""
    cite = say.citation(row.article, [row.words.paragraph] if row.words else []) if row.article else ""
    return [place, what, say.blank(row, panel), "", "", row.words.printed if row.words else "", cite]


class Citations:
    """What can be done with a figure: cite it, and with a printed one compare it with another or report an error in it.

    Built once for each figure, however many charts show it.
    """

    def __init__(self, say: Wording, site: Site, link: str) -> None:
        """``link``: where the figures are seen, relative to the page."""
        self._say = say
        self._site = site
        self._link = link
        self._made: dict[str, dict[str, str]] = {}

    def cited(self, fact: dict[str, Any]) -> dict[str, Any]:
        """A fact of ``RowWording.facts`` with what can be done with its figure, if it is of one (``payload``)."""
        figure = self._say.figure(fact.get("id", ""))
        if not figure:
            return fact
        if figure.id not in self._made:
            entry = self._say.dataset.by_id.get(figure.id)
            self._made[figure.id] = self._citing(figure) | (self._ways_out(entry) if entry else {})
        return fact | self._made[figure.id]

    def _citing(self, figure: Figure) -> dict[str, str]:
        return {
            "cite": cited_sentence(figure, self._say),
            "references": file_address.reference_link(figure.article),
        }

    def _ways_out(self, entry: Entry) -> dict[str, str]:
        dataset, language, site = self._say.dataset, self._say.language, self._site
        report = citation.report(entry, dataset, language, site.at(self._link))
        found = {
            "pair": "pair?" + urlencode(written(language, a=entry.id)),
            "report": report,
        }
        if page := page_link.at_phrase(entry, dataset):
            found |= {"page": page, "archive": page_link.archived_at_phrase(entry, dataset)}
        if site.report_to:
            subject, _, body = report.partition("\n")
            words = urlencode({"subject": subject, "body": body.strip()}, quote_via=quote)
            found["mail"] = f"mailto:{site.report_to}?{words}"
        return found


def _marks(wide: Sequence[HitBox], narrow: Sequence[HitBox], say: Wording, plan: Plan, citer: Citations) -> list[Card]:
    """One mark for each hit box of the wide and the narrow figure; separate marks where the two differ."""
    if [box.items for box in wide] == [box.items for box in narrow]:
        return [_mark({"wide": a, "narrow": b}, say, plan, citer) for a, b in zip(wide, narrow, strict=True)]
    apart = [{"wide": box} for box in wide] + [{"narrow": box} for box in narrow]
    return [_mark(boxes, say, plan, citer) for boxes in apart]


def _mark(boxes: Mapping[str, HitBox], say: Wording, plan: Plan, citer: Citations) -> Card:
    items = next(iter(boxes.values())).items
    places = {name: {"top": round(box.top), "height": round(box.height)} for name, box in boxes.items()}
    return {
        **places,
        "label": "; ".join(say.described(row, panel, plan) for row, panel in items),
        "facts": [citer.cited(fact) for row, _ in items for fact in say.facts(row)],
    }
