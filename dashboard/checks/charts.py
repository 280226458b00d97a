"""Every figure is in a chart, and every blank is really blank."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.language.bilingual import DELETE_ONE, Both
from dashboard.records.dataset import Dataset
from dashboard.records.models.chart import Chart, Form
from dashboard.records.problems import Problem


def forms(dataset: Dataset) -> Iterator[Problem]:
    """A stacked chart has a stack, every other its indicators."""
    for name, chart in dataset.charts.items():
        stacked = chart.form is Form.STACKED
        if stacked and chart.stack is None:
            yield dataset.problem(
                "charts",
                name,
                ("form",),
                name + Both(" có form: stacked nhưng thiếu stack", " is stacked, but has no stack"),
                Both("thêm ", "add ") + "stack: {whole: …, parts: […]}",
            )
        if not stacked and not chart.indicators:
            message = name + Both(" không có chỉ tiêu nào", " has no indicators")
            yield dataset.problem("charts", name, ("form",), message, Both("thêm ", "add ") + "indicators: […]")
        if stacked and chart.indicators:
            yield dataset.problem(
                "charts",
                name,
                ("indicators",),
                name + Both(" có form: stacked mà lại có indicators", " is stacked, but has indicators"),
                Both("xóa dòng này; stack đã nêu các chỉ tiêu", "delete the line; the stack names them"),
            )
        if not stacked and chart.stack:
            yield dataset.problem(
                "charts",
                name,
                ("stack",),
                name + Both(" không có form: stacked mà lại có stack", " is not stacked, but has a stack"),
                Both("viết form: stacked, hoặc xóa stack", "write form: stacked, or delete it"),
            )


def indicators_of(chart: Chart) -> tuple[str, ...]:
    """The indicators that a chart shows."""
    return (*chart.indicators, *((chart.stack.whole, *chart.stack.parts) if chart.stack else ()))


def coverage(dataset: Dataset) -> Iterator[Problem]:
    """Every indicator that has figures is in a chart."""
    drawn = {indicator for chart in dataset.charts.values() for indicator in indicators_of(chart)}
    if any(kind == "charts" for kind, _ in dataset.broken) or not drawn <= dataset.indicators.keys():
        return  # the one that shows it may be broken, or name it wrongly
    used = {entry.figure.indicator for entry in dataset.entries}
    for name, indicator in dataset.indicators.items():
        if name in used and name not in drawn and not indicator.formula:
            yield dataset.problem(
                "indicators",
                name,
                ("id",),
                name + Both(" có số liệu nhưng chưa ở biểu đồ nào", " has figures, but is in no chart"),
                Both("thêm vào một biểu đồ trong data/charts.yaml", "add it to a chart in data/charts.yaml"),
            )


def blanks(dataset: Dataset) -> Iterator[Problem]:
    """A blank has no figure in its article, and its indicator could have one."""
    for file, path, article, blank in dataset.blanks:
        locality = blank.locality or dataset.files[article].locality
        indicator = dataset.indicators.get(blank.indicator)
        for entry in dataset.by_article[article]:
            if (entry.figure.indicator, entry.locality) == (blank.indicator, locality):
                line, place = dataset.at(entry)[1], dataset.marks(file).value((*path, "indicator"))
                message = Both(f" đã có số liệu ở dòng {line}", f" has a figure on line {line}")
                yield Problem(file, *place, blank.indicator + message, DELETE_ONE)
                break
        if indicator and indicator.formula:
            place = dataset.marks(file).value((*path, "indicator"))
            message = Both(" là chỉ tiêu tính ra, bài báo không in", " is computed, never printed")
            yield Problem(file, *place, blank.indicator + message, Both("xóa mục này", "delete the blank"))


RULES = (forms, coverage, blanks)
