"""Phương pháp / Method: definitions, schemes and rules, made from the very data that the charts use."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Iterable

import streamlit as st

from dashboard import formulas, hedges
from dashboard.checks.articles import LONGEST_PHRASE
from dashboard.comparability import naming
from dashboard.dataset import Dataset
from dashboard.models import BlankKind, Indicator, Kind, Level, Rule, RuleVerdict, Scheme, Trait
from dashboard.notation import format_number
from dashboard.store import Good
from dashboard.vietnamese import search_key
from dashboard.views import controls, entries, printing, shown, top
from dashboard.views.address import choice
from dashboard.views.entries import Entry, Fact
from dashboard.words import WORDS, Language, capital, word

_SECTIONS = (
    "about", "indicators", "kinds", "formulas", "schemes", "rules", "hedges", "blanks", "numbers", "levels_heading",
)  # fmt: skip
_LONGEST = 80  # characters of a search


def show(good: Good) -> None:
    """The page, from what a number is to when two compare."""
    dataset = good.dataset
    address = choice("method_page", "q", lambda text: len(text) <= _LONGEST)
    view, ignored = address.arrive()
    language = view.language
    top.show(language, "method_page")
    shown.title(word("method_heading", language))
    shown.paragraphs(word("method_lead", language))
    shown.ignored(ignored, language)
    _contents(language)
    _about(language)
    _indicators(good, language)
    address.depart(language)
    _kinds(language)
    _formulas(good, language)
    _schemes(dataset, language)
    _rules(dataset, language)
    _hedges(dataset, language)
    _blanks(language)
    _head("numbers", language)
    shown.paragraphs(word("method_numbers_read", language), word("method_numbers_written", language))
    _head("levels_heading", language)
    shown.paragraphs(word("method_levels_before", language), word("method_levels_after", language))
    printing.foot(dataset.version, language)
    st.html("<span data-arrive hidden></span>")  # what the address leads to is there now (page.js)


def _contents(language: Language) -> None:
    links = "".join(
        f'<li><a href="#{name}">{html.escape(word(f"method_{name}", language))}</a></li>' for name in _SECTIONS
    )
    label = html.escape(word("method_contents", language), quote=True)
    st.html(f'<nav class="ds-contents" aria-label="{label}"><ul>{links}</ul></nav>')


def _head(name: str, language: Language) -> None:
    shown.head(word(f"method_{name}", language), name)


def _about(language: Language) -> None:
    _head("about", language)
    steps = ("typed", "kept", "proven", "conflict", "press")
    shown.items(word(f"method_step_{step}", language, words=LONGEST_PHRASE) for step in steps)


# --- indicators


def _indicators(good: Good, language: Language) -> None:
    dataset = good.dataset
    _head("indicators", language)
    controls.text(
        word("method_search", language),
        key="q",
        max_chars=_LONGEST,
        type="search",
        live=True,
        placeholder=word("search_hint", language),
    )
    wanted = search_key(controls.said("q")).split()
    found = [one for one in dataset.indicators.values() if _fits(one, wanted)]
    if wanted:
        shown.small(word("method_found", language, n=len(found), total=len(dataset.indicators)))
    if not found:
        shown.info(word("method_none", language))
    printed = good.frame[["indicator", "locality"]]
    figures = Counter(printed["indicator"])
    places = printed.groupby("indicator")["locality"].nunique()
    for theme in dataset.themes.values():
        those = [one for one in found if one.theme == theme.id]
        if those:
            shown.subhead(theme.name[language], f"theme-{theme.id}")
            entries.show(
                (_indicator(one, dataset, (figures[one.id], int(places.get(one.id, 0))), language) for one in those),
                key=f"indicators-{theme.id}",
                head=4,
                inline=True,
            )


def _fits(indicator: Indicator, wanted: Iterable[str]) -> bool:
    """Whether every word searched for stands in a name, definition, label or printed word, in either language."""
    texts = [indicator.name.vi, indicator.name.en, indicator.definition.vi, indicator.definition.en, *indicator.words]
    if indicator.rating:
        texts += [indicator.rating.label, indicator.rating.label_en]
    text = search_key(" ".join(texts))
    return all(one in text for one in wanted)


def _indicator(one: Indicator, dataset: Dataset, count: tuple[int, int], language: Language) -> Entry:
    figures, places = count
    subject = f"subject_{one.subject}"
    facts: list[Fact] = [
        (word("method_unit", language), one.unit[language]),
        (word("method_kind", language), word(f"kind_{one.kind}", language).lower()),
        (word("method_subject", language), word(subject, language) if subject in WORDS else ""),
        (word("method_label", language), _label(one, language)),
        (word("method_part_of", language), dataset.indicators[one.part_of].name[language] if one.part_of else ""),
        (word("method_levels", language), _levels(one, language)),
        (word("method_formula", language), formulas.said(one.formula, dataset, language) if one.formula else ""),
        (
            word("method_count", language),
            word("method_count_none", language) if not figures
            else word("method_count_one", language) if figures == 1
            else word("method_count_place", language, n=format_number(figures, language)) if places == 1
            else word("method_count_printed", language, n=format_number(figures, language),
                      places=format_number(places, language)),
        ),
    ]  # fmt: skip
    return Entry(one.name[language], (one.definition[language],), tuple(facts), f"indicator-{one.id}")


def _label(one: Indicator, language: Language) -> str:
    """The label as printed; in English also what it means."""
    if not one.rating:
        return ""
    printed = f"“{one.rating.label}”"
    return printed if language == "vi" else f"“{one.rating.label_en}” ({printed})"


def _levels(one: Indicator, language: Language) -> str:
    """The levels at which it can exist, where it can't at all of them, and why."""
    if set(one.levels) == set(Level):
        return ""
    found = [word(f"one_{level}", language) for level in Level if level in one.levels]
    if one.communes_since:
        found = [*found[: len(set(one.levels) - {Level.COMMUNE})],
                 word("method_communes_since", language, day=one.communes_since.label(language))]  # fmt: skip
    names = ", ".join(found)
    if not one.not_applicable:
        return names
    return word("method_levels_why", language, levels=names, why=one.not_applicable[language])


def _kinds(language: Language) -> None:
    _head("kinds", language)
    shown.paragraphs(word("method_kinds_lead", language))
    entries.show(
        (Entry(word(f"kind_{kind}", language), (word(f"kind_means_{kind}", language),)) for kind in Kind), key="kinds"
    )


# --- what is computed


def _formulas(good: Good, language: Language) -> None:
    dataset = good.dataset
    _head("formulas", language)
    shown.paragraphs(
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
    entries.show(found, key="formulas")


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


# --- ratings and rules


def _schemes(dataset: Dataset, language: Language) -> None:
    _head("schemes", language)
    shown.paragraphs(word("method_schemes_lead", language))
    entries.show((_scheme(one, dataset, language) for one in dataset.schemes.values()), key="schemes")


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


def _rules(dataset: Dataset, language: Language) -> None:
    _head("rules", language)
    shown.paragraphs(word("method_rules_lead", language))
    for verdict in RuleVerdict:
        found = [one for one in dataset.rules.values() if one.verdict is verdict]
        if found:
            shown.subhead(word(f"rules_{verdict}", language), f"rules-{verdict}")
            entries.show((_rule(one, language) for one in found), key=f"rules-{verdict}", head=4)


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
        text = naming.joined(naming.say(Trait.TITLE, language), naming.say("annual", language), language)
    text = text.replace("{years}", word("rule_years", language, n=format_number(one.years or 0, language)))
    return capital(text)


# --- words for numbers, and their absence


def _hedges(dataset: Dataset, language: Language) -> None:
    _head("hedges", language)
    shown.paragraphs(word("method_hedges_lead", language))
    nearness = next((one.nearness for one in dataset.rules.values() if one.nearness), None) or 0
    near = f"{format_number(int(nearness * 100), language)}%"
    entries.show(
        (
            Entry(
                word(f"hedge_{hedge}", language).capitalize(),
                facts=(
                    (word("hedge_means", language), word(f"hedge_means_{hedge}", language, near=near)),
                    (word("hedge_words", language), ", ".join(hedges.WORDS[hedge])),
                    (word("hedge_sign", language), hedges.SYMBOLS.get(hedge, word(f"hedge_{hedge}", language))),
                ),
            )
            for hedge in hedges.Hedge
        ),
        key="hedges",
    )


def _blanks(language: Language) -> None:
    _head("blanks", language)
    shown.paragraphs(word("method_blanks_lead", language))
    entries.show(
        (Entry(word(f"blank_{kind}", language), (word(f"blank_means_{kind}", language),)) for kind in BlankKind),
        key="blanks",
    )
