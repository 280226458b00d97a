"""The pictures of a view, as the browser and ``doisanh export`` draw them, with the files beside them.

A picture is a dict: ``id`` of its chart, ``file`` (name without ending), ``title``, ``figure`` (for plotly, with colour
tokens), ``texts`` (see ``picture_metadata``). Pictures are not sent with the page but when somebody saves one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any, Final

from dashboard.articles.verify.proofs import Proof
from dashboard.charts import chart_selection, header, image
from dashboard.charts.dimensions import Dimensions
from dashboard.charts.figure_index import FigureIndex
from dashboard.charts.layout import layout_of
from dashboard.charts.pagination import paginated
from dashboard.charts.picture_sizes import PAGE, SIZES, Size
from dashboard.charts.plan import Plan
from dashboard.charts.view import View, parse
from dashboard.charts.wording import Wording
from dashboard.export import attachments, picture_metadata
from dashboard.figures import references
from dashboard.language.vietnamese import search_key
from dashboard.records.dataset import Dataset
from dashboard.records.places import ancestors
from dashboard.records.scalars import HIDDEN

Picture = dict[str, Any]
LONGEST_TITLE: Final = 200  # characters
_OWN = ("size", "title")
_NAMED: Final = 3  # places in the name of a file, or in a title


class BadRequest(ValueError):
    """A request for a picture that does not exist. The message says which part of it is wrong."""


@dataclass(frozen=True)
class Request:
    """Which pictures: of the view's chart, or of all its charts. ``title``: "" for the chart's own."""

    view: View
    size: Size = PAGE
    title: str = ""

    @classmethod
    def parse(cls, parameters: Mapping[str, str], dataset: Dataset) -> Request:
        """What an address asks for: the codes of a view, and chart, size and title. Raises BadRequest."""
        view, ignored = parse({key: value for key, value in parameters.items() if key not in _OWN}, dataset)
        chart, size = parameters.get("chart", ""), parameters.get("size", PAGE.id)
        title = " ".join(HIDDEN.sub("", " ".join(parameters.get("title", "").split())).split())
        if chart != view.chart:
            near = get_close_matches(chart, dataset.charts, 1, 0.6)
            raise BadRequest(f"there is no chart {chart!r}" + (f"; did you mean {near[0]}?" if near else ""))
        if ignored:
            raise BadRequest(f"no view has this: {'; '.join(ignored)}")
        if size not in SIZES:
            raise BadRequest(f"there is no size {size!r}; choose from {', '.join(SIZES)}")
        if len(title) > LONGEST_TITLE:
            raise BadRequest(f"a title has {LONGEST_TITLE} characters at most")
        return cls(view, SIZES[size], title)


def answer(
    figures: FigureIndex, request: Request, public_url: str = "", proofs: Mapping[str, Proof] | None = None
) -> dict[str, Any]:
    """{pictures, files}: the pictures, and for a whole view also its table and its text of sources.

    ``files`` are {name, text}. Links begin with ``public_url``; without one they are the query only. ``proofs`` as in
    ``Wording``: a figure that nobody checked says so in the text.
    """
    dataset, view = figures.dataset, request.view
    say = Wording(dataset, figures.by_id, view.language, proofs)
    if view.chart:
        found = chart_selection.one(dataset, figures, view, view.chart)
        return {"pictures": drawn([found], say, request, public_url) if found else [], "files": []}
    plans, _ = chart_selection.plans(dataset, figures, view)
    several = _parts(plans, say, request, public_url)
    made = [picture(part, say, request, public_url, place) for part, place in several]
    return {"pictures": made, "files": files(plans, several, say, request, public_url)}


def drawn(plans: Sequence[Plan], say: Wording, request: Request, public_url: str = "") -> list[Picture]:
    """The pictures of charts in their order: one each, several where a chart does not fit into the size."""
    return [picture(part, say, request, public_url, place) for part, place in _parts(plans, say, request, public_url)]


def _parts(plans: Sequence[Plan], say: Wording, request: Request, public_url: str) -> list[tuple[Plan, str]]:
    """The plan of each picture, titled, with its position among the parts of its chart: "2-of-5" or ""."""
    found = []
    for plan in plans:
        several = paginated(
            replace(plan, absent=()) if request.size.brief else plan,
            say,
            say.dataset.version,
            request.size,
            one_scale=request.view.one_scale,
            site=_site(public_url),
            titled=lambda part, say: request.title or title(part, request.view, say),
        )
        total = len(several)
        places = [f"{number:0{len(str(total))}}-of-{total}" for number in range(1, total + 1)] if total > 1 else [""]
        found += list(zip(several, places, strict=True))
    return found


def picture(plan: Plan, say: Wording, request: Request, public_url: str = "", place: str = "") -> Picture:
    """The picture of a plan from ``_parts``; ``place`` is its position there."""
    version, view = say.dataset.version, request.view
    own = plan.chart.title[say.language]
    address = _whole(chart_selection.link(view, say.dataset, plan.chart.id), public_url)
    figure = image.picture(plan, say, version, request.size, one_scale=view.one_scale, site=_site(public_url))
    return {
        "id": plan.chart.id,
        "file": name(plan, view, say.dataset, request.size, place),
        "title": own,
        "figure": figure,
        "texts": picture_metadata.texts(plan, say, version, address),
    }


def title(plan: Plan, view: View, say: Wording) -> str:
    """The default title of a picture: the chart's finding, else its own title with the chosen places if they are few.

    Only places that the chart shows are named: "Đảng viên: Bến Tre, Đồng Nai".
    """
    own, found = plan.chart.title[say.language], say.title(plan)
    if found != own:
        return found
    shown = {row.locality for panel in plan.panels for row in panel.rows}
    places = [id for id in view.places if any(one == id or id in ancestors(one, say.dataset) for one in shown)]
    if not places or len(view.places) > _NAMED or plan.answers:
        return own
    return f"{own}{' –' if ':' in own else ':'} {', '.join(map(say.short_place, places))}"


def files(
    plans: Sequence[Plan], several: Sequence[tuple[Plan, str]], say: Wording, request: Request, public_url: str = ""
) -> list[dict[str, str]]:
    """The table of all figures shown, the text of sources, picture by picture (``several``), and the articles as
    references, as {name, text}."""
    view, dataset = request.view, say.dataset
    shown = [
        (part, _styles(part, say, view), f"{name(part, view, dataset, request.size, place)}.png")
        for part, place in several
    ]
    text = attachments.sources(
        shown,
        say,
        version=dataset.version,
        link=_whole(chart_selection.link(view, dataset), public_url) if public_url else "",
        one_scale=view.one_scale,
    )
    base = archive(view, dataset)
    cited = dict.fromkeys(source.article for plan in plans for source in say.sources(plan))
    articles = [dataset.articles[id] for id in cited]
    return [
        {"name": f"{base}.csv", "text": attachments.table(plans, say)},
        {"name": f"{base}.txt", "text": text},
        *({"name": f"{base}{form.ending}", "text": form.write(articles)} for form in references.FORMATS.values()),
    ]


def _site(public_url: str) -> str:
    """The public address without its scheme, for the footer."""
    return public_url.partition("://")[2]


def _whole(link: str, public_url: str) -> str:
    return f"{public_url}/{link}" if public_url else link


def _styles(plan: Plan, say: Wording, view: View) -> set[str]:
    body = layout_of(plan, say, Dimensions(PAGE.inner), one_scale=view.one_scale)
    body.draw(0)
    return body.styles


def name(plan: Plan, view: View, dataset: Dataset, size: Size = PAGE, place: str = "") -> str:
    """The file name of a picture without its ending, in ASCII."""
    years = header.years(plan).replace("–", "-")
    shape = "" if size is PAGE else size.id
    chart = "-".join(filter(None, [plan.chart.id, view.indicator.replace("_", "-"), place]))
    return "_".join(filter(None, ["doisanh", chart, _places(view, dataset), years, view.language, shape]))


def archive(view: View, dataset: Dataset) -> str:
    """The file name of the ZIP of all charts of a view, without its ending."""
    return "_".join(filter(None, ["doisanh", view.theme, _places(view, dataset), dataset.version, view.language]))


def _places(view: View, dataset: Dataset) -> str:
    """The first chosen places, and how many more there are."""
    keys = [search_key(dataset.localities[place].name) for place in view.places[:_NAMED]]
    names = "-".join(re.sub("[^a-z0-9]+", "-", key).strip("-")[:40] for key in keys)
    more = len(view.places) - _NAMED
    return f"{names}-and-{more}" if more > 0 else names
