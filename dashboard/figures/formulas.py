"""A formula in words: how an indicator is computed, and when it is not. The words follow from the declared formula."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.language.words import Language, word
from dashboard.records.dataset import Dataset
from dashboard.records.models.indicator import FORMULAS, Formula
from dashboard.records.reference_period import TERM


def said(formula: Formula, dataset: Dataset, language: Language) -> str:
    """The computation: “Đảng viên” chia cho “Tổ chức cơ sở đảng”. A name that holds quotation marks gets none."""
    a, b = _operands(formula)
    name = _namer(dataset, language)
    return word(f"formula_{form(formula)}", language, a=name(a), b=name(b))


def forbidden(formula: Formula, dataset: Dataset, language: Language) -> str:
    """When the indicator is not computed."""
    one = form(formula)
    kind = "ratio" if one == "percent" else one
    return word(f"unless_{kind}", language, b=_namer(dataset, language)(_operands(formula)[1]), term=TERM)


def form(formula: Formula) -> str:
    """The form of a formula, as ``Formula`` names it; ``per_year_per_100`` where both are given."""
    if formula.per_year and formula.per_100:
        return "per_year_per_100"
    return next(name for name in FORMULAS if getattr(formula, name) is not None)


def _operands(formula: Formula) -> tuple[str, str]:
    """The one or two indicators of a formula; "" in place of the second where there is one only."""
    if formula.pair:
        return formula.pair
    return formula.per_year or formula.per_100_inhabitants or "", formula.per_100 or ""


def _namer(dataset: Dataset, language: Language) -> Callable[[str], str]:
    def name(id: str) -> str:
        found = dataset.indicators[id].name[language] if id in dataset.indicators else ""
        return found if "“" in found else f"“{found}”"

    return name
