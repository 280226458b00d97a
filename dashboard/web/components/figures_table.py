"""A table of figures, one row a figure; on a phone one block a figure, each value under its heading."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dashboard.articles.verify.proofs import Proof
from dashboard.charts.wording import Wording
from dashboard.figures import citation
from dashboard.figures.figure import Figure, figures_of
from dashboard.figures.figure_columns import plain_columns
from dashboard.language.words import Language, word
from dashboard.records.dataset import Dataset
from dashboard.records.places import full_label
from dashboard.web.components.tables import Cell, Row, table

_NAMES = ("place", "what", "value", "date", "base", "printed", "source", "paragraph", "proof")


def show(rows: pd.DataFrame, dataset: Dataset, proofs: Mapping[str, Proof], language: Language, *, key: str) -> None:
    """Draw rows of the frame, in their order."""
    found = figures_of(rows)
    say = Wording(dataset, found, language, proofs)
    plain = plain_columns("table", language)
    table(
        [*(word(f"col_{name}", language) for name in _NAMES), *(one.titled(language) for one in plain)],
        [_row(figure, say) for figure in found],
        caption=word("data_heading", language),
        key=key,
        names=[*_NAMES, *(one.name for one in plain)],
        kind="ds-figures",
    )


def _row(figure: Figure, say: Wording) -> Row:
    language, dataset = say.language, say.dataset
    caveats = say.caveats(figure)
    return [
        full_label(figure.locality, dataset, language),
        Cell(figure.what(language), tuple(filter(None, [figure.named("scheme", language)]))),
        say.with_unit(figure, change=True),
        Cell(
            figure.when.label(language) + (f", {say.word('inferred')}" if figure.inferred else ""),
            (say.word("since", date=figure.since.label(language)),) if figure.since else (),
        ),
        say.base(figure),
        Cell(
            f"“{figure.printed}”" if figure.printed else say.word("computed_mark"),
            caveat=(say.word("caveat"), " ".join(caveats)) if caveats else None,
        ),
        "; ".join(
            citation.line(dataset.articles[one], dataset, language) for one in citation.articles(figure, dataset)
        ),
        str(figure.paragraph or ""),
        say.word(f"short_{say.proofs[figure.id]}") if figure.id in say.proofs else "",
        *(say.plain(figure, one) for one in plain_columns("table", language)),
    ]
