"""The Method page's section on indicators: a search, and each indicator with its definition, unit, kind and levels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from dashboard.figures import formulas
from dashboard.language.number_format import format_number
from dashboard.language.vietnamese import search_key
from dashboard.language.words import Language, catalogue, word
from dashboard.records.dataset import Dataset
from dashboard.records.models.indicator import Indicator
from dashboard.records.models.locality import Level
from dashboard.web.components import controls, page_text, term_list
from dashboard.web.components.term_list import Entry, Fact
from dashboard.web.server.store import Good

LONGEST: Final = 80  # characters of a search


def show(good: Good, language: Language) -> None:
    """Draw the search, and the indicators that it finds, theme by theme."""
    dataset = good.dataset
    controls.text(
        word("method_search", language),
        key="q",
        max_chars=LONGEST,
        type="search",
        live=True,
        placeholder=word("search_hint", language),
    )
    wanted = search_key(controls.said("q")).split()
    found = [one for one in dataset.indicators.values() if _fits(one, wanted)]
    if wanted:
        page_text.small(word("method_found", language, n=len(found), total=len(dataset.indicators)))
    if not found:
        page_text.info(word("method_none", language))
    printed = good.frame[["indicator", "locality"]]
    figures = Counter(printed["indicator"])
    places = printed.groupby("indicator")["locality"].nunique()
    for theme in dataset.themes.values():
        those = [one for one in found if one.theme == theme.id]
        if those:
            page_text.subhead(theme.name[language], f"theme-{theme.id}")
            term_list.show(
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
        (word("method_subject", language), word(subject, language) if subject in catalogue(language) else ""),
        (word("method_label", language), _label(one, language)),
        (word("method_part_of", language), dataset.indicators[one.part_of].name[language] if one.part_of else ""),
        (word("method_levels", language), _levels(one, language)),
        (word("method_formula", language), formulas.said(one.formula, dataset, language) if one.formula else ""),
        (
            word("method_count", language),
            word("method_count_none", language) if not figures
            else word("method_count_printed", language,
                      figures=word("count_figures", language, n=format_number(figures, language)),
                      places=word("count_places", language, n=format_number(places, language))),
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
