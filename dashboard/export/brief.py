"""The figures for reading: in one language, with only the dozen columns needed to use a figure rightly."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

import pandas as pd

from dashboard.charts.figure_wording import exact
from dashboard.charts.footer import sentence
from dashboard.charts.wording import Wording
from dashboard.export.extract import Extract
from dashboard.export.table_view import ordered
from dashboard.export.tables import Table, Value
from dashboard.figures.figure import Figure, figures_of
from dashboard.figures.figure_columns import Column, Type, plain_columns
from dashboard.figures.page_link import at_phrase
from dashboard.language.number_format import format_number
from dashboard.records.places import full_label

# Each with its width in characters: together they fit a landscape A4 page and are readable there.
_COLUMNS: Final[dict[str, tuple[Type, int]]] = {
    "place": ("string", 20), "what": ("string", 28), "value": ("number", 11), "unit": ("string", 12),
    "hedge": ("string", 9), "out_of": ("number", 9), "date": ("date", 12), "base": ("string", 22),
    "printed": ("string", 24), "source": ("string", 18), "paragraph": ("integer", 7), "proof": ("string", 14),
    "caveat": ("string", 34),
}  # fmt: skip


PRINTED: Final = list(_COLUMNS).index("printed")
"""The place of the column with the printed phrase."""


def brief(extract: Extract) -> tuple[Table, list[int], list[str]]:
    """The figures in the order of the Data page; of each how many decimal places its numbers are shown with; and where
    its phrase can be read, "" where that is not known.

    A date is a date where the full day is known, else text: "10/2019". ``value`` is text for a grade.
    """
    rows = ordered(extract.rows, extract.dataset)
    figures = figures_of(rows)
    say = Wording(extract.dataset, figures, extract.language, extract.proofs)
    columns = tuple(
        Column(name, of, width=width, heading="caveat" if name == "caveat" else f"col_{name}")
        for name, (of, width) in _COLUMNS.items()
    )
    columns += tuple(plain_columns("brief", extract.language))
    digits = [_decimals(figure, shown) for figure, shown in zip(figures, rows["digits"], strict=True)]
    table = Table("brief", columns, [_row(figure, say) for figure in figures], "place")
    entries = (extract.dataset.by_id.get(figure.id) for figure in figures)
    return table, digits, [at_phrase(entry, extract.dataset) if entry else "" for entry in entries]


def _row(figure: Figure, say: Wording) -> tuple[Value, ...]:
    language = say.language
    proof = say.proofs.get(figure.id)
    scheme = say.dataset.schemes[figure.scheme].name[language] if figure.scheme else ""
    return (
        full_label(figure.locality, say.dataset, language),
        figure.what(language),
        say.word(f"grade_{figure.grade}") if figure.grade else figure.value,
        None if figure.grade else figure.named("unit", language),
        say.word(f"hedge_{figure.hedge}") if figure.hedge else None,
        figure.out_of,
        figure.as_of.start if figure.as_of.precision == "day" else figure.as_of.label(language),
        "; ".join(filter(None, [scheme, say.base(figure)])) or None,
        figure.printed or say.word("computed_mark"),
        say.sources_of(figure, paragraph=False),
        figure.paragraph,
        say.word(f"short_{proof}") if proof else None,
        " ".join(_caveats(figure, say)) or None,
        *(_plain(figure, one, say) for one in plain_columns("brief", language)),
    )


def _plain(figure: Figure, column: Column, say: Wording) -> Value:
    """A plain field: its number as a number, else its text."""
    value = figure.plain.get(column.name)
    return value if isinstance(value, float) else say.plain(figure, column) or None


def _caveats(figure: Figure, say: Wording) -> list[str]:
    """The caveats of a figure, as sentences."""
    language = say.language
    told = [
        say.word("contradicts", what=figure.contradicts(language)) if figure.contradicts(language) else "",
        figure.note(language),
        say.word("date_inferred", why=figure.inferred_note(language)) if figure.inferred_note(language) else "",
        say.word("inferred") if figure.inferred and not figure.inferred_note(language) else "",
        say.word("since", date=figure.since.label(language)) if figure.since else "",
        say.word("was_before", n=format_number(exact(figure.before), language)) if figure.before is not None else "",
        say.noted(figure),
    ]
    return [sentence(text) for text in told if text]


def _decimals(figure: Figure, shown: Any) -> int:
    """The decimal places shown: a printed number keeps its own, a computed one has those declared for it."""
    if not pd.isna(shown):
        return int(shown)
    exponent = Decimal(repr(figure.value or 0)).normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
