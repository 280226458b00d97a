"""A formula is told in words, with what forbids it."""

from __future__ import annotations

import pytest

from dashboard.figures import formulas
from dashboard.language.words import LANGUAGES, Language
from dashboard.records.models.indicator import Formula
from tests.few_articles import few_articles
from tests.sample import Root


@pytest.mark.parametrize(
    ("formula", "said", "forbidden"),
    [
        (
            Formula(ratio=("members", "organizations")),
            "“Party members” divided by “Grassroots organisations”",
            "divisor",
        ),
        (
            Formula(percent=("cells", "organizations")),
            "“Cells” as a percentage of “Grassroots organisations”",
            "divisor",
        ),
        (Formula(percent_of_total=["graduates"]), "the total printed beside it", "no total"),
        (Formula(change=["hamlets"]), "minus the earlier", "no earlier number"),
        (
            Formula(per_year="members"),
            "“Party members” divided by the number of years in the period",
            "a term counts as 5 years",
        ),
        (Formula(per_year="members", per_100="cells"), "per 100 of “Cells” at its end", "does not give “Cells”"),
        (
            Formula(per_100_inhabitants="members"),
            "“Party members” per 100 inhabitants",
            "the population in that very year",
        ),
    ],
)
def test_each_form_has_its_words(root: Root, formula: Formula, said: str, forbidden: str) -> None:
    dataset = root.dataset()
    assert said in formulas.said(formula, dataset, "en")
    assert forbidden in formulas.forbidden(formula, dataset, "en")
    assert "“" not in formulas.said(Formula(change=["hamlets"]), dataset, "vi")


def test_what_it_is_computed_for_is_listed(root: Root) -> None:
    assert Formula(percent_of_total=["graduates"]).of_one == ["graduates"]
    assert Formula(ratio=("members", "organizations")).of_one == []
    assert root.problems() == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_formula_of_the_repository_can_be_told_and_quotes_are_never_nested(language: Language) -> None:
    dataset = Root(few_articles()).dataset()
    for indicator in dataset.indicators.values():
        if indicator.formula:
            said = formulas.said(indicator.formula, dataset, language)
            assert "““" not in said
            assert "””" not in said
            assert "{" not in said + formulas.forbidden(indicator.formula, dataset, language)
