"""What a sum of predecessors' figures is, or why there is none, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dashboard.language.dates import Period
from dashboard.language.words import Language, word
from dashboard.records.composition import KNOWN_SINCE, Gap, GapKind
from dashboard.records.models.fields import Text
from dashboard.records.succession import joined
from dashboard.records.unit import Unit
from dashboard.records.units import Units


def note(unit: Unit, addends: Sequence[Unit], units: Units) -> Text:
    """Of which units the figure of a unit of today is made, and by which resolution these became it."""
    resolutions = ", ".join(dict.fromkeys(part.by for part in units.came_from(unit.id) if part.by))

    def by(language: Language) -> str:
        return word("unit_by", language, by=resolutions) if resolutions else ""

    key = "sum_of_predecessors" if len(addends) > 1 else "of_predecessor"
    return Text.said(key, places=_named(unit, addends, units), by=by)


def missing(unit: Unit, without: Sequence[Unit], units: Units) -> Text:
    """That some predecessors have no figure."""
    return Text.said("why_sum_missing", places=_named(unit, without, units))


def not_whole(unit: Unit, gap: Gap, units: Units) -> Text:
    """That a unit was no set of whole units, as far as is known."""
    if gap.kind is GapKind.EARLIER:
        return Text.said("why_sum_earlier", day=Period.parse(KNOWN_SINCE[unit.level]).label)
    return Text.said(f"why_sum_{gap.kind.value}", places=_named(unit, gap.units, units))


def unlike(unit: Unit, addends: Sequence[Unit], reasons: Sequence[Text], units: Units) -> Text:
    """That the figures of all predecessors may not be added up."""

    def said(language: Language) -> str:
        return "; ".join(text[language] for text in reasons)

    return Text.said("why_sum_unlike", places=_named(unit, addends, units), reasons=said)


def _named(unit: Unit, others: Sequence[Unit], units: Units) -> Callable[[Language], str]:
    """The names of a unit's predecessors in a sentence; one of its own name is called the former one."""

    def said(language: Language) -> str:
        def named(one: Unit, called: str) -> str:
            return word("unit_former", language, unit=called) if one.name == unit.name else called

        return joined(others, units, language, named)

    return said
