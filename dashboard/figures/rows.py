"""One figure, printed or computed, as a row of the table: what its record, article, indicator and place say, by column.

The columns are ``figure_columns.COLUMNS``. What is missing is absent or None, never zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from enum import Enum
from typing import Any

from dashboard.figures.derived import Derived
from dashboard.figures.figure_columns import PLAIN
from dashboard.records.dataset import Dataset, Entry
from dashboard.records.models.fields import Text
from dashboard.records.models.indicator import Indicator
from dashboard.records.places import labels
from dashboard.records.reference_period import ReferencePeriod


def rows(dataset: Dataset, computed: Iterable[Derived]) -> Iterator[dict[str, Any]]:
    """The rows of a data set by column: its printed figures, then those ``computed`` from it (``computed.outcomes``).

    A value that is absent or None is missing.
    """
    maker = _RowBuilder(dataset)
    for entry in dataset.entries:
        yield maker.printed(entry)
    for derived in computed:
        yield maker.computed(derived)


def printed(dataset: Dataset, entries: Iterable[Entry]) -> Iterator[dict[str, Any]]:
    """The rows of some printed figures of a data set by column."""
    return map(_RowBuilder(dataset).printed, entries)


class _RowBuilder:
    """Builds rows by column. The part that rows of one indicator, article or place share is built once."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.names = {language: labels(dataset, language) for language in ("vi", "en")}
        self.blocks: dict[tuple[str, ...], dict[str, Any]] = {}

    def printed(self, entry: Entry) -> dict[str, Any]:
        figure, indicator = entry.figure, self.dataset.indicators[entry.figure.indicator]
        row = {
            **self.article(entry.article), **self.indicator(indicator), **self.place(entry.locality),
            **self.rating(figure.scheme, indicator), **self.dated(self.dataset.dating(entry), entry.inferred),
            "adds_up": indicator.adds_up, "figure_id": entry.id, "value": _number(figure.value),
            "printed": figure.printed, "paragraph": figure.paragraph, "computed": False,
        }  # fmt: skip
        row["hedge_noted"] = figure.hedge_noted
        for name, column in PLAIN.items():
            row[name] = _as_cell(getattr(figure, name.removesuffix(f"_{column.language}")), column.language)
        if figure.hedge:
            row["hedge"] = figure.hedge.value
        if figure.grade:
            row["grade"] = row["tier"] = figure.grade.value
        row |= self.own(entry)
        if figure.since:
            row["since"] = str(figure.since)
        if figure.note or figure.contradicts:
            row |= {**_both("note", figure.note), **_both("contradicts", figure.contradicts)}
        return row

    def own(self, entry: Entry) -> dict[str, Any]:
        """The fields that few figures have."""
        figure = entry.figure
        found: dict[str, Any] = _both("of", figure.of) if figure.of else {}
        if figure.out_of is not None:
            found["out_of"] = _number(figure.out_of)
        if figure.before is not None:
            found["before"] = _number(figure.before)
        return found | self.base(entry)

    def base(self, entry: Entry) -> dict[str, Any]:
        figure = entry.figure
        if figure.base is None and figure.base_note is None:
            return {}
        return {"base": figure.base and figure.base.value, **_both("base_note", figure.base_note)}

    def computed(self, derived: Derived) -> dict[str, Any]:
        indicator = self.dataset.indicators[derived.indicator]
        formula = indicator.formula
        row = {
            **self.article(derived.article), **self.indicator(indicator), **self.place(derived.locality),
            **self.dated(self.of_computed(derived), derived.inferred), "title": False,
            "figure_id": derived.id, "value": _number(derived.value), "hedge": derived.hedge and derived.hedge.value,
            **_both("of", derived.of), "hedge_noted": derived.hedge_noted,
            **_both("note", derived.note), "adds_up": derived.adds_up, "computed": True,
            "inputs": " ".join(derived.inputs), "digits": formula and formula.digits,
        }  # fmt: skip
        if not (indicator.beside or derived.like_inputs):
            return row
        source = self.dataset.by_id[derived.inputs[0]]
        figure, counted = source.figure, self.dataset.indicators[source.figure.indicator]
        row |= self.rating(figure.scheme, counted) | self.base(source)
        if derived.like_inputs:
            return row
        # A share or a change of one figure has the subject, theme and rating of that figure.
        if figure.grade:
            row["tier"] = figure.grade.value
        row |= {"theme": counted.theme, "subject": counted.subject, "context": counted.context}
        row |= {f"indicator_{language}": f"{indicator.name[language]}: {counted.name[language]}"
                for language in ("vi", "en")}  # fmt: skip
        if formula and formula.change:
            row |= _both("unit", counted.unit)
        return row | {"since": figure.since and str(figure.since)}

    def of_computed(self, derived: Derived) -> ReferencePeriod:
        length = None if derived.length is None else float(derived.length)
        told = self.dataset.articles[derived.article].published.date.end
        return ReferencePeriod(derived.as_of, derived.over, derived.term, length, None, told)

    def dated(self, when: ReferencePeriod, inferred: Text | None) -> dict[str, Any]:
        """A date with its meaning, built once for all figures of the same date."""
        key = ("dated", when.as_of.text, str(when.over), str(when.term), str(when.length))
        if key not in self.blocks:
            as_of = when.as_of
            self.blocks[key] = {
                "as_of": as_of.text, "as_of_start": as_of.start, "as_of_end": as_of.end, "undated": not as_of.dated,
                "as_of_is": "period" if when.over else "moment", "as_of_vi": when.label("vi"),
                "as_of_en": when.label("en"), "term": when.term, "length": when.length,
            }  # fmt: skip
        found = {**self.blocks[key], "inferred": inferred is not None}
        return found | _both("inferred", inferred) if inferred else found

    def article(self, id: str) -> dict[str, Any]:
        if ("article", id) not in self.blocks:
            article = self.dataset.articles[id]
            self.blocks["article", id] = {
                "article": id, "outlet": article.outlet.value, "published": str(article.published.date),
            }  # fmt: skip
        return self.blocks["article", id]

    def indicator(self, indicator: Indicator) -> dict[str, Any]:
        key = ("indicator", indicator.id)
        if key not in self.blocks:
            self.blocks[key] = {
                **_both("indicator", indicator.name), **_both("unit", indicator.unit), "indicator": indicator.id,
                "theme": indicator.theme, "kind": indicator.kind.value, "subject": indicator.subject,
                "context": indicator.context,
            }  # fmt: skip
        return self.blocks[key]

    def place(self, id: str) -> dict[str, Any]:
        if ("place", id) not in self.blocks:
            place = self.dataset.localities[id]
            self.blocks["place", id] = {
                "locality": id, "level": place.level.value, "code": place.code,
                "code_valid": place.code_valid and str(place.code_valid),
                **{f"locality_label_{language}": self.names[language][id] for language in self.names},
            }  # fmt: skip
        return self.blocks["place", id]

    def rating(self, own: str | None, indicator: Indicator) -> dict[str, Any]:
        """The rating scheme: that of the figure (``own``), else that of its indicator."""
        key = ("rating", own or "", indicator.id)
        if key not in self.blocks:
            rating = indicator.rating
            scheme = self.dataset.schemes.get(own or (rating and rating.scheme) or "")
            self.blocks[key] = {
                **_both("scheme", scheme.name if scheme else None), "scheme": scheme and scheme.id,
                "scheme_family": (scheme.names_of or scheme.id) if scheme and scheme.labels else None,
                "title": bool(scheme and scheme.title), "tier": rating and _plain(rating.tier),
                "label": rating and rating.label, "label_en": rating and rating.label_en,
            }  # fmt: skip
        return self.blocks[key]


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _plain(value: Any) -> Any:
    """The text of an enum member; any other value as it is."""
    return value.value if isinstance(value, Enum) else value


def _as_cell(value: Any, language: str) -> Any:
    """The value of a plain field as the frame holds it."""
    if isinstance(value, Text):
        return value[language]
    return float(value) if isinstance(value, Decimal) else _plain(value)


def _both(name: str, text: Text | None) -> dict[str, str | None]:
    return {f"{name}_{language}": text[language] if text else None for language in ("vi", "en")}
