"""What a person has chosen to see, as codes in the address of the page that are the same in either language.

An invalid value in a link is reported and ignored; it never breaks a page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import get_args

from dashboard.language.dates import FIRST_YEAR, LAST_YEAR
from dashboard.language.words import LANGUAGES, Language
from dashboard.records.dataset import Dataset
from dashboard.records.models.locality import Level

ALL = "all"
SORTS = ("name", "value", "date")
SINGLE, SCORECARD = "single", "scorecard"  # the charts that a view ends with, besides those declared
COMPARISON = "comparison"  # the answer of a view without a theme, as a chart
_KEYS = ("lang", "places", "indicator", "use", "theme", "q", "only", "level", "from", "to", "sort", "scale", "chart")
LONGEST_QUERY = 60  # characters


@dataclass(frozen=True)
class View:
    """The chosen language, places (none: all), theme, search, level, years, order and scale.

    ``theme``: of the charts; "" where the page answers what may be said, instead of charts. ``indicator``: the one that
    such an answer is about; "" for all. ``chart``: the chart that a link is about, to be scrolled to; "" for none.
    ``use``: ids of figures that an answer is to use, instead of the ones that compare best.
    ``query`` searches charts by name, in all themes. ``comparable`` leaves out figures that compare with no other.
    """

    language: Language = "vi"
    places: tuple[str, ...] = ()
    theme: str = ""
    query: str = ""
    comparable: bool = False
    level: str = ALL
    first_year: int | None = None
    last_year: int | None = None
    sort: str = "name"
    one_scale: bool = False
    chart: str = ""
    indicator: str = ""
    use: tuple[str, ...] = ()


def default(dataset: Dataset, language: Language = "vi") -> View:
    """The charts of all places, of the first theme."""
    return View(language=language, theme=next(iter(dataset.themes)))


def parse(parameters: Mapping[str, str], dataset: Dataset) -> tuple[View, list[str]]:
    """The view of an address, and the parts of it that are invalid (as ``key=value``).

    What only charts have, such as a level or an order, asks for the charts of the first theme.
    """
    view = View()
    ignored = [f"{key}={value}" for key, value in parameters.items() if key not in _KEYS]

    def take(key: str, allowed: tuple[str, ...]) -> str | None:
        value = parameters.get(key)
        if value is None or value in allowed:
            return value
        ignored.append(f"{key}={value}")
        return None

    if language := take("lang", LANGUAGES):
        view = replace(view, language="en" if language == "en" else "vi")
    if theme := take("theme", (ALL, *dataset.themes)):
        view = replace(view, theme=theme)
    if level := take("level", (ALL, *(level.value for level in Level))):
        view = replace(view, level=level)
    if sort := take("sort", SORTS):
        view = replace(view, sort=sort)
    if query := " ".join(parameters.get("q", "").split()):
        if len(query) <= LONGEST_QUERY:
            view = replace(view, query=query)
        else:
            ignored.append(f"q={query}")
    if take("only", ("comparable",)):
        view = replace(view, comparable=True)
    if take("scale", ("one",)):
        view = replace(view, one_scale=True)
    if chart := take("chart", (*dataset.charts, SINGLE, SCORECARD, COMPARISON)):
        view = replace(view, chart=chart)
    wanted = [code for code in parameters.get("places", "").split(",") if code]
    view = replace(view, places=tuple(dict.fromkeys(code for code in wanted if code in dataset.localities)))
    ignored += [f"places={code}" for code in wanted if code not in dataset.localities]
    first, last = (_year(parameters, key, ignored) for key in ("from", "to"))
    if first and last and first > last:
        ignored.append(f"from={first}, to={last}")
        first = last = None
    if indicator := take("indicator", ("", *dataset.indicators)):
        view = replace(view, indicator=indicator)
    asked = list(dict.fromkeys(id for id in parameters.get("use", "").split(",") if id))
    view = replace(view, first_year=first, last_year=last, use=tuple(id for id in asked if id in dataset.by_id))
    ignored += [f"use={id}" for id in asked if id not in dataset.by_id]
    if not view.theme and _of_charts(view):
        view = replace(view, theme=default(dataset).theme)
    if view.theme:  # of charts, which show all their indicators, and all figures
        ignored += [f"indicator={view.indicator}"] * bool(view.indicator) + [f"use={id}" for id in view.use]
        view = replace(view, indicator="", use=())
    return view, ignored


def parameters(view: View, dataset: Dataset) -> dict[str, str]:
    """The query parameters of a view: only what differs from the default."""
    plain = View()
    implied = view.theme == default(dataset).theme and _of_charts(view)
    found = {
        "places": ",".join(view.places),
        "indicator": view.indicator,
        "use": ",".join(view.use),
        "theme": "" if implied else view.theme,
        "q": view.query,
        "only": "comparable" if view.comparable else "",
        "level": view.level if view.level != plain.level else "",
        "from": str(view.first_year or ""),
        "to": str(view.last_year or ""),
        "sort": view.sort if view.sort != plain.sort else "",
        "scale": "one" if view.one_scale else "",
        "chart": view.chart,
    }
    return written(view.language, **found)


def _of_charts(view: View) -> bool:
    """Whether a view says something that only charts have."""
    return bool(view.query or view.comparable or view.level != ALL or view.sort != SORTS[0] or view.one_scale
                or view.chart not in ("", COMPARISON))  # fmt: skip


def written(language: Language, **chosen: str) -> dict[str, str]:
    """Query parameters: those given that are not "", and the language if it is not the first."""
    found = {"lang": language if language != LANGUAGES[0] else "", **chosen}
    return {name: value for name, value in found.items() if value}


def _year(parameters: Mapping[str, str], key: str, ignored: list[str]) -> int | None:
    text = parameters.get(key)
    if text is None:
        return None
    if len(text) == 4 and text.isascii() and text.isdigit() and FIRST_YEAR <= int(text) <= LAST_YEAR:
        return int(text)
    ignored.append(f"{key}={text}")
    return None


assert get_args(Language) == LANGUAGES
