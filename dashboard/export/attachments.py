"""The files beside the pictures of a view: a table of the figures shown, and a text with sources and caveats."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final

from dashboard.charts import footer, header
from dashboard.charts.cited_sentence import cited_sentence
from dashboard.charts.figure_wording import exact
from dashboard.charts.plan import Plan
from dashboard.charts.wording import Source, Wording
from dashboard.export.csv_files import csv_number, harmless
from dashboard.figures import page_link
from dashboard.figures.figure import Figure
from dashboard.language.words import capital
from dashboard.records.places import full_label

COLUMNS: Final = (
    "figure_id", "charts", "place", "indicator", "of", "shown", "value", "hedge", "out_of", "before", "unit", "date",
    "date_inferred", "base", "scheme", "printed", "source", "paragraph", "computed_from", "note",
)  # fmt: skip


def table(plans: Iterable[Plan], say: Wording) -> str:
    """The figures of the charts as CSV with a byte order mark: each figure once, with the charts that show it.

    Numbers are plain, ``shown`` is the text beside the bar, and no cell is a formula.
    """
    charts: dict[str, list[str]] = {}
    figures: dict[str, Figure] = {}
    for plan in plans:
        for figure in plan.data:
            figures.setdefault(figure.id, figure)
            charts.setdefault(figure.id, []).append(plan.chart.id)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([harmless(cell) for cell in _row(figure, charts[id], say)] for id, figure in figures.items())
    return "\N{BYTE ORDER MARK}" + text.getvalue()


def _row(figure: Figure, charts: list[str], say: Wording) -> list[str]:
    language, indicator = say.language, say.dataset.indicators[figure.indicator]
    return [
        figure.id,
        " ".join(charts),
        full_label(figure.locality, say.dataset, language),
        indicator.name[language],
        figure.named("of", language),
        say.value(figure, change=figure.before is not None),
        _number(figure.value),
        say.word(f"hedge_{figure.hedge}") if figure.hedge else "",
        _number(figure.out_of),
        _number(figure.before),
        indicator.unit[language],
        say.date(figure),
        "true" if figure.inferred else "false",
        figure.base_note(language) or (say.word(f"base_{figure.base}") if figure.base else ""),
        figure.named("scheme", language),
        figure.printed,
        say.sources_of(figure, paragraph=False),
        str(figure.paragraph or ""),
        " ".join(figure.inputs),
        "; ".join(say.caveats(figure)),
    ]


def _number(value: float | None) -> str:
    return "" if value is None else csv_number(exact(value))


def sources(
    shown: Sequence[tuple[Plan, set[str], str]], say: Wording, *, version: str, link: str, one_scale: bool
) -> str:
    """Title, comparison, sources, figures as sentences, and notes of each chart, as plain text.

    ``shown``: each chart with the styles of its bars and the name of its picture; ``link`` leads to the view, "" where
    the dashboard has no public address.
    """
    lines = [say.word("sources_head"), f"{say.word('version', version=version)} · {say.word('licence')}"]
    lines += [*([f"{say.word('sources_link')}: {link}"] if link else []), say.word("sources_reading")]
    for number, (plan, styles, file) in enumerate(shown, 1):
        title = f"{number}. {plan.chart.title[say.language]}"
        lines += ["", title, "-" * len(title), capital(header.counted(plan, say))]
        lines += [f"{say.word('sources_image')}: {file}", say.word("sources_figures", n=len(plan.data))]
        lines += _comparison(plan, say, one_scale=one_scale)
        lines += [line for source in say.sources(plan) for line in _source(source, say)]
        lines += [f"- {cited_sentence(figure, say)}" for figure in plan.data]
        told = [*say.legend(plan, styles), *say.notes(plan), *say.missing(plan)]
        lines += [f"* {footer.sentence(note)}" for note in told]
    return "\N{BYTE ORDER MARK}" + "\r\n".join(lines) + "\r\n"


def _source(source: Source, say: Wording) -> list[str]:
    """A source and below it where it can be read, or that this is not known."""
    address = page_link.address(say.dataset.articles[source.article])
    return [f"[{source.number}] {source.text}", f"    {address or say.word('no_address')}"]


def _comparison(plan: Plan, say: Wording, *, one_scale: bool) -> list[str]:
    """How the figures compare: the verdict on the chart, then the caution of each panel."""
    whole = say.verdict(plan, one_scale)
    found = [f"{say.word('comparison')}: {footer.sentence(whole)}"] if whole else []
    cautions = [(say.head(panel, plan), say.caution(panel)) for panel in plan.panels]
    return [*found, *(f"△ {head}: {caution}" for head, caution in cautions if caution)]
