"""An indicator is either printed or computed, and a computed one says how."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.dataset import Dataset
from dashboard.dates import Period
from dashboard.models import Kind, Ratio
from dashboard.problems import Problem
from dashboard.yamltext import Path

_FORMS = ("ratio", "percent", "percent_of_total", "change", "per_year", "per_100_inhabitants")


def formulas(dataset: Dataset) -> Iterator[Problem]:
    """A formula has exactly one form, and its inputs are printed, not computed themselves."""
    for name, indicator in dataset.indicators.items():
        if indicator.formula is None:
            if indicator.kind is Kind.RATIO:
                yield dataset.problem(
                    "indicators",
                    name,
                    ("kind",),
                    f"{name} is a ratio without a formula",
                    "add formula: {ratio: [a, b]}, or take another kind",
                )
            continue
        given = [form for form in _FORMS if getattr(indicator.formula, form)]
        if len(given) != 1:
            yield dataset.problem(
                "indicators",
                name,
                ("formula",),
                f"{name}: its formula has {len(given)} forms",
                f"give exactly one of {', '.join(_FORMS)}",
            )
        for path, source in inputs(indicator.formula):
            if source in dataset.indicators and dataset.indicators[source].formula:
                message = f"{name}: {source} is computed itself"
                hint = "name printed indicators only"
                yield dataset.problem("indicators", name, ("formula", *path), message, hint)
        if indicator.formula.per_100 and not indicator.formula.per_year:
            message = f"{name}: per_100 without per_year"
            yield dataset.problem(
                "indicators", name, ("formula", "per_100"), message, "add per_year: and what is counted"
            )
        if (flow := dataset.indicators.get(indicator.formula.per_year or "")) and flow.kind is not Kind.FLOW:
            message = f"{name}: {flow.id} is of kind {flow.kind}, which has no length"
            yield dataset.problem(
                "indicators", name, ("formula", "per_year"), message, "name an indicator of kind flow"
            )


def substitutes(dataset: Dataset) -> Iterator[Problem]:
    """What says the same as a printed share is computed from a quotient, or is a count with its total."""
    totals = {one for indicator in dataset.indicators.values() if indicator.formula
              for one in indicator.formula.percent_of_total or ()}  # fmt: skip
    for name, indicator in dataset.indicators.items():
        other = dataset.indicators.get(indicator.computed_as or "")
        if other is None:
            continue
        share = other.id in totals or (other.formula is not None and other.formula.percent is not None)
        if indicator.formula or not share or other.subject != indicator.subject:
            message = f"{name}: {other.id} does not say the same of {indicator.subject}, computed"
            hint = "name an indicator with formula: {percent: …}, or one under percent_of_total, of the same subject"
            yield dataset.problem("indicators", name, ("computed_as",), message, hint)


def inputs(formula: Ratio) -> Iterator[tuple[Path, str]]:
    """The indicators that a formula names, with the path of each in it."""
    for form in (*_FORMS, "per_100"):
        named = getattr(formula, form)
        if isinstance(named, str):
            yield (form,), named
        else:
            yield from (((form, index), one) for index, one in enumerate(named or ()))


def years(dataset: Dataset) -> Iterator[Problem]:
    """The years of a scheme are a period."""
    for name, scheme in dataset.schemes.items():
        try:
            Period.parse(scheme.years or "undated")
        except ValueError as error:
            yield dataset.problem("schemes", name, ("years",), f"years: {error}", "write ../2017, 2018/2022 or 2025/..")


RULES = (formulas, substitutes, years)
