"""A verdict on figures about to share an axis, with its reasons."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from dashboard.records.models.fields import Text


class Verdict(IntEnum):
    """From best to worst. The verdict on a set is that of its worst pair."""

    COMPARABLE = 0
    CAUTION = 1
    NOT_COMPARABLE = 2

    @property
    def sign(self) -> str:
        """Its sign: ✓, △ or ✗, each of which the shipped font has."""
        return "✓△✗"[self]

    @property
    def word(self) -> str:
        """The key of its name in the catalogue."""
        return f"verdict_{self.name.lower()}"


@dataclass(frozen=True)
class Reason:
    """Why figures are not simply comparable. ``kind`` is the id of the rule; each rule gives at most one reason.

    ``figures``: sorted ids of all figures with the trait (a hedge, an inferred or missing date), or of two that differ.
    ``unranked``: these figures have no place in an order by value.
    """

    kind: str
    verdict: Verdict
    figures: tuple[str, ...]
    text: Text
    remedy: Text
    source: Text
    unranked: bool = False


@dataclass(frozen=True)
class Judgement:
    """The verdict on a set of figures, with all its reasons, in the order of the rules."""

    verdict: Verdict
    reasons: tuple[Reason, ...]

    @property
    def gravest_first(self) -> list[Reason]:
        """The reasons, those that forbid a common axis first, else in the order of the rules."""
        return sorted(self.reasons, key=lambda reason: -reason.verdict)

    def texts(self, language: str) -> list[str]:
        """The reasons in words, the gravest first."""
        return [reason.text[language] for reason in self.gravest_first]

    @property
    def unranked(self) -> frozenset[str]:
        """The ids of the figures without a place in an order by value: undated, contradicted, of unlike periods, or
        hedged so that their order is open."""
        return frozenset(id for reason in self.reasons if reason.unranked for id in reason.figures)

    @property
    def ranked(self) -> bool:
        """Whether an order by value, such as highest and lowest, may be claimed of the whole set."""
        return self.verdict is not Verdict.NOT_COMPARABLE and not self.unranked
