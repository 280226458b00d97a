"""Traits that divide figures into groups: within a group all are alike, between groups all differ.

A value that is not known counts as alike only with itself: two bases that no article states, two tiers that the text
leaves unclear, two ratings of unknown rules, two periods or baselines that are not printed.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import NamedTuple

from dashboard.figures.comparability.trait_words import months, quoted, say
from dashboard.figures.figure import Figure
from dashboard.language.words import Language
from dashboard.records.models.figure import Base
from dashboard.records.models.indicator import CUMULATIVE, Kind, Tier
from dashboard.records.models.rule import Rule, Trait

UNKNOWN = "unknown"
_MONTHS = 12  # of a year


class Different(NamedTuple):
    """A trait: ``value`` is equal for figures that are alike (None: the figure lacks the trait), ``words`` names it."""

    value: Callable[[Figure, Rule], Hashable]
    words: Callable[[Figure, Rule, Language], str]


def what(figure: Figure) -> tuple[str, str]:
    """What is counted: the indicator; for a share or change of one figure also the indicator of that figure."""
    if not figure.computed or len(figure.inputs) != 1:
        return figure.indicator, ""
    counted = figure.inputs[0].partition("/")[2].partition("@")[0].partition("~")[0]
    return figure.indicator, counted if counted != figure.indicator else ""


def base(figure: Figure) -> tuple[str, str]:
    """The base of a share: all, those rated, or a subset with its note. A plain count has a base only if it is a
    subset."""
    if figure.base == Base.SUBSET:
        return figure.base, figure.base_note("vi")
    if figure.kind not in (Kind.SHARE, Kind.RATIO) and figure.out_of is None:
        return "", ""
    return figure.base, figure.id if figure.base == Base.NOT_STATED else ""


def _family(figure: Figure, _rule: Rule) -> tuple[str, str]:
    if figure.scheme and not figure.family:
        return figure.scheme, figure.id
    return figure.family, ""


def _family_words(figure: Figure, _rule: Rule, language: Language) -> str:
    name = figure.named("scheme", language)
    return quoted(name, language) if name else say("no_scheme", language)


def _title(figure: Figure, _rule: Rule) -> str | None:
    if not figure.scheme:
        return None
    return "title" if figure.title else "annual"


def _tier(figure: Figure, _rule: Rule) -> tuple[str, str]:
    """The tier. For grades, where tiers are what is compared, only whether it is one tier, several or unclear."""
    tier = figure.tier
    if tier == Tier.UNCLEAR:
        return tier, figure.id
    return ("" if figure.kind is Kind.GRADE and tier not in CUMULATIVE else tier), ""


def _era(figure: Figure, rule: Rule) -> tuple[str, str]:
    """Whether the figure is of before the rule's day, or of that day or later.

    Where its date leaves that open, it is of before if its article was published before; an undated one also if the
    code of its place had ended.
    """
    day = rule.day.start if rule.day else None
    assert day is not None
    when = figure.as_of
    if when.end and when.end < day:
        return "before", ""
    if when.start and when.start >= day:
        return "after", ""
    ends = [figure.when.reported]
    if not when.dated:
        ends = [figure.published.end, figure.code_valid.end if figure.code_valid else None]
    if any(end and end < day for end in ends):
        return "before", ""
    if figure.when.unsettled:
        return "unsure", figure.id
    return "unsure", str(when) if when.dated else figure.article


def span(figure: Figure, rule: Rule) -> tuple[str, str]:
    """The class of its period: up to a year, several years, or a term, by the bounds of the rule; "" for what does not
    add up."""
    if not figure.adds_up:
        return "", ""
    length = figure.when.years
    if length is None:
        return UNKNOWN, "" if figure.kind is Kind.CHANGE else figure.id  # of a change the baseline says it
    assert rule.year_up_to is not None
    assert rule.term_from is not None
    if length <= float(rule.year_up_to):
        return "year", ""
    return "term" if length >= float(rule.term_from) else "years", ""


def _span_words(figure: Figure, rule: Rule, language: Language) -> str:
    return say(span(figure, rule)[0] or "no_span", language)


def _plan(figure: Figure, _rule: Rule) -> tuple[int, str]:
    """The months that a plan covers: half of a year's plan met by June is not behind a whole year's result."""
    length = figure.when.years
    return (0, figure.id) if length is None else (max(1, round(length * _MONTHS)), "")


def _plan_words(figure: Figure, rule: Rule, language: Language) -> str:
    length = _plan(figure, rule)[0]
    return months(length, language) if length else say(UNKNOWN, language)


def _baseline(figure: Figure, _rule: Rule) -> tuple[str, str]:
    """The year from which a change is counted: 2015 for "since" any day of 2015, else the year in which its period
    begins.

    A change as of a day, without a baseline, may be counted from any year. A plan needs no baseline.
    """
    since, begun = figure.since, figure.as_of.start
    if since is not None:
        return str(since.start.year) if since.start and since.precision != "range" else str(since), ""
    if not figure.adds_up or figure.kind in (Kind.ATTAINMENT, Kind.TARGET):
        return "", ""
    if figure.when.years is None:
        return "", figure.id
    return str(begun.year) if figure.kind is Kind.CHANGE and begun else "", ""


def _baseline_words(figure: Figure, rule: Rule, language: Language) -> str:
    year = _baseline(figure, rule)[0]
    return say("since", language, year=year) if year else say("no_since", language)


def _base_words(figure: Figure, _rule: Rule, language: Language) -> str:
    return say(f"base_{base(figure)[0]}", language, note=quoted(figure.base_note(language), language))


def _named(name: str) -> Callable[[Figure, Rule, Language], str]:
    def words(figure: Figure, _rule: Rule, language: Language) -> str:
        found = figure.named(name, language)
        return quoted(found, language) if found else say(f"no_{name}", language)

    return words


TRAITS: dict[Trait, Different] = {
    Trait.LEVEL: Different(lambda figure, _: figure.level, lambda figure, _, language: say(figure.level, language)),
    Trait.KIND: Different(lambda figure, _: figure.kind, lambda figure, _, language: say(figure.kind, language)),
    Trait.SUBJECT: Different(lambda figure, _: figure.subject, lambda figure, *_: figure.subject),  # no words: a code
    Trait.INDICATOR: Different(lambda figure, _: what(figure), _named("indicator")),
    Trait.PART: Different(lambda figure, _: figure.part, _named("of")),
    Trait.UNIT: Different(lambda figure, _: figure.named("unit", "vi"), _named("unit")),
    Trait.TITLE: Different(_title, lambda figure, rule, language: say(_title(figure, rule) or "", language)),
    Trait.FAMILY: Different(_family, _family_words),
    Trait.LABEL: Different(lambda figure, _: figure.label, _named("label")),
    Trait.TIER: Different(
        _tier, lambda figure, _, language: say(f"tier_{figure.tier}" if figure.tier else "no_tier", language)
    ),
    Trait.BASE: Different(lambda figure, _: base(figure), _base_words),
    Trait.ERA: Different(_era, lambda figure, rule, language: say(_era(figure, rule)[0], language)),
    Trait.SPAN: Different(span, _span_words),
    Trait.PLAN: Different(_plan, _plan_words),
    Trait.BASELINE: Different(_baseline, _baseline_words),
}
