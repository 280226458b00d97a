"""An indicator is either printed or computed, and a computed one says how."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.dataset import Dataset
from dashboard.dates import Period
from dashboard.models import Kind
from dashboard.problems import Problem

_FORMS = ("ratio", "percent", "percent_of_total", "change")


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
        for form in given:
            for index, source in enumerate(getattr(indicator.formula, form)):
                if source in dataset.indicators and dataset.indicators[source].formula:
                    yield dataset.problem(
                        "indicators",
                        name,
                        ("formula", form, index),
                        f"{name}: {source} is computed itself",
                        "name printed indicators only",
                    )


def years(dataset: Dataset) -> Iterator[Problem]:
    """The years of a scheme are a period."""
    for name, scheme in dataset.schemes.items():
        try:
            Period.parse(scheme.years or "undated")
        except ValueError as error:
            yield dataset.problem("schemes", name, ("years",), f"years: {error}", "write ../2017, 2018/2022 or 2025/..")


RULES = (formulas, years)
