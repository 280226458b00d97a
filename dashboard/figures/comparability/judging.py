"""The verdict on a set of figures, by the rules of data/rules.yaml.

A rule with a partitioning trait (``partitioning_traits``) divides figures into groups. All rules that say
``not_comparable`` are of this kind, so figures may share an axis exactly if their ``panel_key`` is equal.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence

from dashboard.figures.comparability import caution_traits, partitioning_traits
from dashboard.figures.comparability.caution_traits import Found, paired
from dashboard.figures.comparability.trait_words import say
from dashboard.figures.comparability.verdict import Judgement, Reason, Verdict
from dashboard.figures.figure import Figure
from dashboard.language.words import LANGUAGES, Language
from dashboard.records.models.fields import Text
from dashboard.records.models.rule import Rule, RuleVerdict, Trait

_VERDICTS = {RuleVerdict.NOT_COMPARABLE: Verdict.NOT_COMPARABLE, RuleVerdict.CAUTION: Verdict.CAUTION}


def judge(figures: Sequence[Figure], rules: Mapping[str, Rule]) -> Judgement:
    """The verdict on figures that are to share an axis, by rules as in ``Dataset.rules``.

    A single figure, or the same one twice, is comparable. The verdict on a set is that of its worst pair, with the
    reasons of all pairs. It takes n log n time: pairs that can't add a reason are not looked at. The order of figures
    does not matter.
    """
    distinct = sorted({figure.id: figure for figure in figures}.values(), key=lambda figure: figure.id)
    reasons = tuple(_reasons(distinct, rules)) if len(distinct) > 1 else ()
    return Judgement(max((reason.verdict for reason in reasons), default=Verdict.COMPARABLE), reasons)


def panel_key(figure: Figure, rules: Mapping[str, Rule]) -> tuple[Hashable, ...]:
    """Equal for two figures exactly if no rule keeps them from sharing an axis: their values of all such traits."""
    return tuple(
        partitioning_traits.TRAITS[rule.trait].value(figure, rule) if rule.concerns(figure.kind) else None
        for rule in rules.values()
        if rule.verdict is RuleVerdict.NOT_COMPARABLE
    )


def set_apart(figure: Figure, rules: Mapping[str, Rule], language: Language) -> list[str]:
    """What keeps a figure's panel from another of its kind and does not show otherwise: the length of its period, where
    no baseline says it, and that it is of after the break of 2025."""
    found = []
    for rule in rules.values():
        trait = partitioning_traits.TRAITS.get(rule.trait)
        if trait is None or not rule.concerns(figure.kind):
            continue
        if rule.trait in (Trait.SPAN, Trait.PLAN) and figure.adds_up and figure.when.years and not figure.since:
            found.append(trait.words(figure, rule, language))
        if rule.trait is Trait.ERA and rule.day and trait.value(figure, rule) == ("after", ""):
            found.append(say("since_break", language, day=rule.day.label(language)))
    return found


def ranked(figures: Sequence[Figure], rules: Mapping[str, Rule]) -> bool:
    """Whether an order by value may be claimed of the whole set."""
    return judge(figures, rules).ranked


def _reasons(figures: Sequence[Figure], rules: Mapping[str, Rule]) -> Iterator[Reason]:
    kinds = {figure.kind for figure in figures}
    for rule in rules.values():
        asked = {kind for kind in kinds if rule.concerns(kind)}
        concerned = figures if asked == kinds else [figure for figure in figures if figure.kind in asked]
        find = _differing if rule.trait.parts else caution_traits.TRAITS[rule.trait]
        found = find(concerned, rule)
        if found:
            yield Reason(
                rule.id,
                _VERDICTS[rule.verdict],
                tuple(sorted(figure.id for figure in found.figures)),
                _filled(rule.reason, found),
                rule.remedy,
                rule.source,
                rule.unranked,
            )


def _differing(figures: Sequence[Figure], rule: Rule) -> Found | None:
    """The first figure that has the trait of the rule, and the first that differs from it in it; None where none
    differs."""
    trait = partitioning_traits.TRAITS[rule.trait]
    first, value = None, None
    for figure in figures:
        found = trait.value(figure, rule)
        if found is None or found == value:
            continue
        if first is not None:
            return paired(first, figure, lambda figure, language: trait.words(figure, rule, language))
        first, value = figure, found
    return None


def _filled(text: Text, found: Found) -> Text:
    words = {language: text[language] for language in LANGUAGES}
    for language in words:
        for name, value in found.words(language).items():
            words[language] = words[language].replace(f"{{{name}}}", value)
    return Text(vi=words["vi"], en=words["en"])
