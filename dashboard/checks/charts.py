"""Every figure is on the screen, and what is said to be left out is left out."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.dataset import Dataset
from dashboard.models import Chart, Form
from dashboard.problems import Problem


def forms(dataset: Dataset) -> Iterator[Problem]:
    """A stacked chart has a stack, every other its indicators."""
    for name, chart in dataset.charts.items():
        stacked = chart.form is Form.STACKED
        if stacked and chart.stack is None:
            yield dataset.problem(
                "charts",
                name,
                ("form",),
                f"{name} is stacked, but has no stack",
                "add stack: {whole: …, parts: […]}",
            )
        if not stacked and not chart.indicators:
            yield dataset.problem("charts", name, ("form",), f"{name} has no indicators", "add indicators: […]")
        if stacked and chart.indicators:
            yield dataset.problem(
                "charts",
                name,
                ("indicators",),
                f"{name} is stacked, but has indicators",
                "delete the line; the stack names them",
            )
        if not stacked and chart.stack:
            yield dataset.problem(
                "charts",
                name,
                ("stack",),
                f"{name} is not stacked, but has a stack",
                "write form: stacked, or delete it",
            )


def shown(chart: Chart) -> tuple[str, ...]:
    """The indicators that a chart shows."""
    return (*chart.indicators, *((chart.stack.whole, *chart.stack.parts) if chart.stack else ()))


def coverage(dataset: Dataset) -> Iterator[Problem]:
    """Every indicator that has figures is in a chart."""
    if any(kind == "charts" for kind, _ in dataset.broken):
        return
    drawn = {indicator for chart in dataset.charts.values() for indicator in shown(chart)}
    used = {entry.figure.indicator for entry in dataset.entries}
    for name, indicator in dataset.indicators.items():
        if name in used and name not in drawn and not indicator.formula:
            yield dataset.problem(
                "indicators",
                name,
                ("id",),
                f"{name} has figures, but is in no chart",
                "add it to a chart in data/charts.yaml",
            )


def blanks(dataset: Dataset) -> Iterator[Problem]:
    """What is said to be given in words only has no figure there, and could have one."""
    for file, path, article, blank in dataset.blanks:
        locality = blank.locality or dataset.files[article].locality
        indicator = dataset.indicators.get(blank.indicator)
        for entry in dataset.by_article[article]:
            if (entry.figure.indicator, entry.locality) == (blank.indicator, locality):
                line, place = dataset.at(entry)[1], dataset.marks(file).value((*path, "indicator"))
                yield Problem(file, *place, f"{blank.indicator} has a figure on line {line}", "delete one of them")
                break
        if indicator and indicator.formula:
            place = dataset.marks(file).value((*path, "indicator"))
            yield Problem(file, *place, f"{blank.indicator} is computed, never printed", "delete the blank")


RULES = (forms, coverage, blanks)
