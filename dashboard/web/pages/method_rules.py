"""The Method page's sections on what is computed, on rating schemes, and on the rules of comparison."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.figures import formulas
from dashboard.figures.comparability import trait_words
from dashboard.language.number_format import format_number
from dashboard.language.words import Language, capital, word
from dashboard.records.dataset import Dataset
from dashboard.records.models.indicator import Indicator, Kind, Scheme
from dashboard.records.models.rule import Rule, RuleVerdict, Trait
from dashboard.web.components import page_text, term_list
from dashboard.web.components.term_list import Entry
from dashboard.web.server.store import Good


def show_formulas(good: Good, language: Language) -> None:
    """Draw how each computed indicator comes about, and when it is not computed."""
    dataset = good.dataset
    page_text.paragraphs(
        word(
            "method_formulas_lead",
            language,
            computed=format_number(int(good.frame["computed"].sum()), language),
            refused=format_number(sum(len(of_one) for of_one in good.figures.refusals.values()), language),
        )
    )
    found = [_formula(one, dataset, language) for one in dataset.indicators.values() if one.formula]
    unless = (word("formula_unless", language), word("unless_sum", language))
    found.append(Entry(word("formula_sum", language), (word("formula_sum_said", language),), (unless,)))
    term_list.show(found, key="formulas")


def _formula(one: Indicator, dataset: Dataset, language: Language) -> Entry:
    assert one.formula
    said = formulas.said(one.formula, dataset, language)
    names = [dataset.indicators[id].name[language] for id in one.formula.of_one]
    return Entry(
        one.name[language],
        (f"{capital(said)}.",),
        (
            (word("formula_of", language), "; ".join(names)),
            (word("formula_unless", language), formulas.forbidden(one.formula, dataset, language)),
        ),
    )


def show_schemes(dataset: Dataset, language: Language) -> None:
    """Draw the rating schemes: their years, documents and labels."""
    page_text.paragraphs(word("method_schemes_lead", language))
    term_list.show((_scheme(one, dataset, language) for one in dataset.schemes.values()), key="schemes")


def _scheme(one: Scheme, dataset: Dataset, language: Language) -> Entry:
    dated = one.period.label(language) if one.period and one.period.dated else word("scheme_no_years", language)
    kept = dataset.schemes[one.names_of].name[language] if one.names_of else ""
    several, label = len(one.labels) > 1, "".join(one.labels)
    return Entry(
        one.name[language],
        facts=(
            (word("scheme_years", language), dated),
            (word("scheme_documents", language), one.documents[language]),
            (word("scheme_labels", language), one.labels) if several else (word("scheme_label", language), label),
            (word("scheme_of_which", language), "; ".join(one.of_which)),
            (word("scheme_names_of", language), kept),
        ),
        anchor=f"scheme-{one.id}",
    )  # fmt: skip


def show_rules(dataset: Dataset, language: Language) -> None:
    """Draw the rules of comparison, by their verdict."""
    page_text.paragraphs(word("method_rules_lead", language))
    for verdict in RuleVerdict:
        found = [one for one in dataset.rules.values() if one.verdict is verdict]
        if found:
            page_text.subhead(word(f"rules_{verdict}", language), f"rules-{verdict}")
            term_list.show((_rule(one, language) for one in found), key=f"rules-{verdict}", head=4)


def _rule(one: Rule, language: Language) -> Entry:
    def kinds(chosen: Iterable[Kind]) -> str:
        return ", ".join(word(f"kind_{kind}", language).lower() for kind in chosen)

    return Entry(
        _rule_name(one, language),
        facts=(
            (word("rule_remedy", language), one.remedy[language]),
            (
                word("rule_not_kinds", language),
                "; ".join(f"{kinds(out.kinds)} ({out.why[language]})" for out in one.not_kinds),
            ),
            (word("rule_unranked", language), word("rule_unranked_said", language) if one.unranked else ""),
            (word("rule_source", language), one.source[language]),
        ),
        anchor=f"rule-{one.id}",
    )


def _rule_name(one: Rule, language: Language) -> str:
    """The reason without what is filled in: "Khác cấp", "Cách nhau từ 1 năm trở lên"."""
    text = one.reason[language].replace(": {both}", "")
    if text == "{both}":
        text = trait_words.joined(trait_words.say(Trait.TITLE, language), trait_words.say("annual", language), language)
    text = text.replace("{years}", word("rule_years", language, n=format_number(one.years or 0, language)))
    return capital(text)
