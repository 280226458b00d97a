"""The tables that the figures refer to: indicators, localities, sources, blanks, rules of comparison."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from dashboard.articles.verify.proofs import Proof
from dashboard.export.blanks import Missing
from dashboard.export.tables import Table, Value, cell_value
from dashboard.figures import page_link
from dashboard.figures.figure_columns import Column
from dashboard.language.words import LANGUAGES
from dashboard.records.dataset import Dataset
from dashboard.records.models.article import Reading
from dashboard.records.models.fields import Text
from dashboard.records.models.figure import BlankKind
from dashboard.records.models.indicator import Indicator
from dashboard.records.models.locality import Measure
from dashboard.records.places import labels


def indicators(dataset: Dataset, wanted: Collection[str] | None = None) -> Table:
    """One row an indicator, of those wanted (None: all), in the order declared."""
    columns = _of(
        "indicators",
        Column("id", required=True),
        *_both("name", required=True),
        *_both("definition", required=True),
        *_both("unit", required=True),
        Column("kind", required=True),
        Column("subject", required=True),
        Column("theme", required=True),
        *_both("theme_name"),
        Column("levels", required=True),
        Column("communes_since", "date"),
        *_both("not_applicable"),
        Column("part_of", refers=("indicators", "id")),
        *_both("rating_label"),
        Column("rating_tier"),
        Column("rating_scheme"),
        Column("context", "boolean", required=True),
        Column("formula"),
    )
    rows = [_indicator(one, dataset) for id, one in dataset.indicators.items() if wanted is None or id in wanted]
    return Table("indicators", columns, rows, "id")


def _indicator(one: Indicator, dataset: Dataset) -> tuple[Value, ...]:
    rating, theme = one.rating, dataset.themes.get(one.theme)
    return (
        one.id, *_texts(one.name), *_texts(one.definition), *_texts(one.unit), str(one.kind), one.subject, one.theme,
        *_texts(theme.name if theme else None), " ".join(one.levels),
        one.communes_since.start if one.communes_since else None, *_texts(one.not_applicable), one.part_of,
        rating.label if rating else None, rating.label_en if rating else None,
        cell_value(rating.tier if rating else None), rating.scheme if rating else None, one.context, formula(one),
    )  # fmt: skip


def formula(indicator: Indicator) -> str | None:
    """How an indicator is computed, as declared: ``ratio: party_members, grassroots_organizations``."""
    if indicator.formula is None:
        return None
    declared = indicator.formula.model_dump(exclude_none=True, exclude={"digits"})
    return "; ".join(
        f"{name}: {value if isinstance(value, str) else ', '.join(map(str, value))}" for name, value in declared.items()
    )


def localities(dataset: Dataset, wanted: Collection[str] | None = None) -> Table:
    """One row a place, of those wanted (None: all), in the order written."""
    columns = _of(
        "localities",
        Column("id", required=True),
        Column("name", required=True),
        *_both("type", required=True),
        *_both("label", required=True),
        Column("level", required=True),
        Column("parent", refers=("localities", "id")),
        Column("code"),
        Column("code_valid", "period"),
        *_measure("population"),
        *_measure("area_km2"),
        *_both("became"),
    )
    names = {language: labels(dataset, language) for language in LANGUAGES}
    rows: list[tuple[Value, ...]] = [
        (
            id, one.name, *_texts(one.type), *(names[language][id] for language in LANGUAGES), str(one.level),
            one.parent, one.code, cell_value(one.code_valid), *_measured(one.population), *_measured(one.area_km2),
            *_texts(one.became),
        )
        for id, one in dataset.localities.items()
        if wanted is None or id in wanted
    ]  # fmt: skip
    return Table("localities", columns, rows, "id")


def sources(dataset: Dataset, proofs: Mapping[str, Proof], wanted: Collection[str] | None = None) -> Table:
    """One row an article, of those wanted (None: all)."""
    columns = _of(
        "sources",
        Column("id", required=True),
        Column("title", required=True),
        Column("outlet", required=True),
        Column("outlet_inferred", "boolean", required=True),
        Column("byline"),
        Column("published", "period", required=True),
        Column("published_inferred", "boolean", required=True),
        Column("address"),
        Column("archive"),
        Column("locality", required=True, refers=("localities", "id")),
        Column("read", required=True, words={str(one): f"read_{one}" for one in Reading}),
        Column("figures", "integer", required=True),
        Column("proven", "integer", required=True),
        Column("curated", "period", required=True),
        *_both("note"),
    )
    rows: list[tuple[Value, ...]] = []
    for id, one in dataset.articles.items():
        if wanted is not None and id not in wanted:
            continue
        entries = dataset.by_article.get(id, ())
        proven = sum(proofs[entry.id].checked for entry in entries if entry.id in proofs)
        rows.append(
            (
                id, one.title, one.outlet.value, one.outlet.inferred is not None,
                one.byline.value if one.byline else None,
                str(one.published.date), one.published.inferred is not None, one.address,
                page_link.archived(one) or None, one.locality,
                str(one.text.read), len(entries), proven, str(one.curated), *_texts(one.note),
            )
        )  # fmt: skip
    return Table("sources", columns, rows, "id")


def blanks(found: Sequence[Missing]) -> Table:
    """One row a blank, with its kind."""
    own = {"words_only": "label_words_only", "refused": "label_refused", "not_applicable": "not_applicable_plain"}
    kinds = {str(kind): own.get(kind, kind) for kind in BlankKind if kind is not BlankKind.OTHER_YEARS}
    columns = _of(
        "blanks",
        Column("id", required=True),
        Column("locality", required=True, refers=("localities", "id")),
        Column("kind", required=True, words=kinds),
        Column("indicator", refers=("indicators", "id")),
        Column("article", refers=("sources", "id")),
        Column("printed"),
        Column("paragraph", "integer"),
        *_both("note"),
        *_both("why"),
    )
    rows: list[tuple[Value, ...]] = [
        (one.id, one.locality, str(one.kind), one.indicator, one.article, one.printed, one.paragraph, one.note_vi,
         one.note_en, one.why_vi, one.why_en)
        for one in found
    ]  # fmt: skip
    return Table("blanks", columns, rows, "id")


def rules(dataset: Dataset) -> Table | None:
    """One row a rule of comparison, by its words; None where the data declares none."""
    if not dataset.rules:
        return None
    columns = _of(
        "rules",
        Column("id", required=True),
        Column("verdict", required=True),
        Column("trait", required=True),
        *_both("reason", required=True),
        *_both("remedy"),
        *_both("source"),
    )
    rows: list[tuple[Value, ...]] = [
        (one.id, str(one.verdict), str(one.trait), *_texts(one.reason), *_texts(one.remedy), *_texts(one.source))
        for one in dataset.rules.values()
    ]
    return Table("rules", columns, rows, "id")


def _of(table: str, *columns: Column) -> tuple[Column, ...]:
    """The columns as those of a table: the catalogue has their words under its name."""
    return tuple(replace(one, table=table) for one in columns)


def _both(name: str, *, required: bool = False) -> list[Column]:
    return [Column(f"{name}_{language}", required=required) for language in LANGUAGES]


def _measure(name: str) -> list[Column]:
    return [Column(name, "number"), Column(f"{name}_date", "period"), *_both(f"{name}_source")]


def _measured(measure: Measure | None) -> tuple[Value, ...]:
    if measure is None:
        return (None,) * 4
    return cell_value(measure.value), str(measure.date), *_texts(measure.source)


def _texts(text: Text | None) -> tuple[str | None, str | None]:
    return (text["vi"], text["en"]) if text else (None, None)
