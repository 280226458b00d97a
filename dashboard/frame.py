"""All figures as one table: a row for each printed and each computed figure.

The columns and their types are in ``COLUMNS``. What is missing is ``nan``, ``NA`` or ``NaT``, never zero.
"""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import Any

import pandas as pd

from dashboard.dataset import Dataset, Entry
from dashboard.dates import Period
from dashboard.derived import Derived, derive
from dashboard.models import Article, Indicator, Text
from dashboard.places import labels

COLUMNS: dict[str, tuple[str, str]] = {
    "figure_id": (
        "str",
        "article/indicator, @locality and ~key where it has its own; computed: see derived.Derived",
    ),
    "article": ("str", "id of the article"),
    "locality": ("str", "id of the locality"),
    "locality_label_vi": ("str", "its label with its parent, Vietnamese"),
    "locality_label_en": ("str", "the same, English"),
    "level": ("str", "province, district or commune"),
    "code": ("str", "GSO code of the locality at the time"),
    "code_valid": ("str", "between which dates the code meant it, where known"),
    "indicator": ("str", "id of the indicator"),
    "indicator_vi": (
        "str",
        "its name, Vietnamese; what is computed from one figure also names that indicator",
    ),
    "indicator_en": ("str", "the same, English"),
    "theme": ("str", "id of the theme"),
    "kind": ("str", "stock, flow, change, target, attainment, visits, share, ratio or grade"),
    "subject": ("str", "what is counted or rated"),
    "context": ("bool", "background, not about the Party organisation itself"),
    "value": ("float64", "the number, in the unit of unit_vi and unit_en; missing for a grade"),
    "out_of": ("float64", "the total that value is a part of, same unit"),
    "before": ("float64", "the value before, same unit"),
    "hedge": ("str", "over, nearly, about, at_least, under or at_most, of value; missing: exact"),
    "unit_vi": ("str", "unit of value, out_of and before, Vietnamese; % for per cent"),
    "unit_en": ("str", "the same, English"),
    "as_of": ("str", "date or period as curated: 2019-10-18, 2019-10, 2019, 2015/2019 or undated"),
    "as_of_start": ("datetime64[s]", "its first day; missing where undated or open"),
    "as_of_end": ("datetime64[s]", "its last day; missing where undated or open"),
    "undated": ("bool", "whether no date is known"),
    "term": ("bool", "whether as_of is a Party term: five years, from one congress to the next"),
    "inferred": ("bool", "whether the date is inferred, not printed"),
    "inferred_vi": ("str", "why it is believed, Vietnamese"),
    "inferred_en": ("str", "the same, English"),
    "since": ("str", "the baseline of a change"),
    "base": ("str", "what a share is a share of: all, rated, subset or not_stated"),
    "base_note_vi": ("str", "the base in words, Vietnamese"),
    "base_note_en": ("str", "the same, English"),
    "scheme": ("str", "id of the rating scheme"),
    "scheme_vi": ("str", "its name, Vietnamese"),
    "scheme_en": ("str", "the same, English"),
    "scheme_family": (
        "str",
        "id of the scheme whose label names it has: its own or an earlier one; missing where its rules are not known",
    ),
    "title": ("bool", "whether the scheme is a locality's own title, not the annual rating"),
    "tier": ("str", "the rating tier"),
    "label": ("str", "the rating label as printed"),
    "label_en": ("str", "the rating label, English"),
    "grade": ("str", "the tier given to the unit itself"),
    "printed": ("str", "the words as printed; missing for a computed figure"),
    "paragraph": ("Int64", "counting the lines of the text that are not empty"),
    "computed": ("bool", "computed from other figures, not printed"),
    "inputs": ("str", "figure_ids it was computed from, separated by a space"),
    "digits": ("Int64", "decimal places shown of a computed value"),
    "note_vi": ("str", "where the article is unclear or contradicts itself or public data, Vietnamese"),
    "note_en": ("str", "the same, English"),
    "contradicts_vi": ("str", "which other number it can't be true beside, Vietnamese"),
    "contradicts_en": ("str", "the same, English"),
    "outlet": ("str", "the newspaper or site"),
    "published": ("str", "date of publication as curated"),
}


def build(dataset: Dataset) -> pd.DataFrame:
    """One row a figure: printed ones in the order written, then the computed ones. Columns: ``COLUMNS``."""
    names = {language: labels(dataset, language) for language in ("vi", "en")}
    rows = [_printed(entry, dataset) for entry in dataset.entries]
    rows += [_computed(derived, dataset) for derived in derive(dataset)]
    for row in rows:
        locality = row["locality"]
        place = dataset.localities[locality]
        row |= {"level": place.level, "code": place.code, "code_valid": place.code_valid and str(place.code_valid)}
        row |= {f"locality_label_{language}": names[language][locality] for language in names}
    return pd.DataFrame(
        {
            column: pd.Series([_plain(row.get(column)) for row in rows], dtype=dtype)
            for column, (dtype, _) in COLUMNS.items()
        }
    )


def _printed(entry: Entry, dataset: Dataset) -> dict[str, Any]:
    figure, indicator = entry.figure, dataset.indicators[entry.figure.indicator]
    return {
        **_common(dataset.articles[entry.article], indicator, entry.as_of, entry.inferred),
        **_meaning(entry, indicator, dataset),
        **_both("note", figure.note), **_both("contradicts", figure.contradicts),
        "term": figure.term, "figure_id": entry.id, "locality": entry.locality,
        "value": figure.value, "out_of": figure.out_of,
        "before": figure.before, "hedge": figure.hedge, "since": figure.since and str(figure.since),
        "grade": figure.grade, "printed": figure.printed, "paragraph": figure.paragraph, "computed": False,
    }  # fmt: skip


def _computed(derived: Derived, dataset: Dataset) -> dict[str, Any]:
    indicator = dataset.indicators[derived.indicator]
    source = dataset.by_id[derived.inputs[0]]
    row = {
        **_common(dataset.articles[derived.article], indicator, derived.as_of, derived.inferred),
        "figure_id": derived.id, "locality": derived.locality, "value": derived.value, "hedge": derived.hedge,
        **_both("note", derived.note), "term": derived.term, "title": False, "computed": True,
        "inputs": " ".join(derived.inputs),
        "digits": indicator.formula and indicator.formula.digits,
    }  # fmt: skip
    if not (indicator.formula and (indicator.formula.percent_of_total or indicator.formula.change)):
        return row
    # A share or a change of one figure is about what that figure is about.
    counted = dataset.indicators[source.figure.indicator]
    row |= _meaning(source, counted, dataset) | {
        "theme": counted.theme,
        "subject": counted.subject,
        "context": counted.context,
    }
    row |= {f"indicator_{language}": f"{indicator.name[language]}: {counted.name[language]}"
            for language in ("vi", "en")}  # fmt: skip
    if indicator.formula.change:
        row |= _both("unit", counted.unit) | {"since": source.figure.since and str(source.figure.since)}
    return row


def _common(article: Article, indicator: Indicator, as_of: Period, inferred: Text | None) -> dict[str, Any]:
    return {
        **_both("indicator", indicator.name), **_both("unit", indicator.unit), **_both("inferred", inferred),
        "article": article.id, "indicator": indicator.id, "theme": indicator.theme,
        "kind": indicator.kind, "subject": indicator.subject, "context": indicator.context,
        "as_of": str(as_of), "as_of_start": as_of.start, "as_of_end": as_of.end, "undated": not as_of.dated,
        "inferred": inferred is not None, "outlet": article.outlet.value, "published": str(article.published.date),
    }  # fmt: skip


def _meaning(entry: Entry, indicator: Indicator, dataset: Dataset) -> dict[str, Any]:
    """What a share is of and by which rules a rating was given."""
    figure, rating = entry.figure, indicator.rating
    scheme = dataset.schemes.get(figure.scheme or (rating and rating.scheme) or "")
    return {
        **_both("base_note", figure.base_note), "base": figure.base,
        **_both("scheme", scheme.name if scheme else None), "scheme": scheme and scheme.id,
        "scheme_family": (scheme.names_of or scheme.id) if scheme and scheme.labels else None,
        "title": bool(scheme and scheme.title), "tier": figure.grade or (rating and rating.tier),
        "label": rating and rating.label, "label_en": rating and rating.label_en,
    }  # fmt: skip


def _plain(value: Any) -> Any:
    """A word of a closed list as text, a Decimal as a float."""
    if isinstance(value, Enum):
        return value.value
    return float(value) if isinstance(value, Decimal) else value


def _both(name: str, text: Text | None) -> dict[str, str | None]:
    return {f"{name}_{language}": text[language] if text else None for language in ("vi", "en")}
