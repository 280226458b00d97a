"""A figure as a draft proposes it, with everything that is left to be decided."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from dashboard.models import Tier
from dashboard.numerals import Hedge


@dataclass(frozen=True)
class Open:
    """A field to be decided: what to choose from, and a few words why, in both languages."""

    choices: tuple[str, ...] = ()
    vi: str = ""
    en: str = ""


@dataclass(frozen=True)
class Proposal:
    """One proposed figure. ``start`` and ``end`` are its place in its paragraph (of the numeral, for the order).

    A field that is an Open is to be decided; ``indicators`` are the candidates, the best first, of which the first is
    taken as it is where ``sure``.
    """

    paragraph: int
    start: int
    end: int
    printed: str
    indicators: tuple[str, ...]
    sure: bool
    reason: Open = Open()
    value: Decimal | Open | None = None
    grade: Tier | None = None
    before: Decimal | None = None
    out_of: Decimal | None = None
    hedge: Hedge | None = None
    as_of: str | Open | None = None
    inferred: bool = False
    since: str | Open | None = None
    base: Open | None = None
    scheme: str | Open | None = None
    locality: str | Open | None = None
    key: str | None = None
    note: tuple[str, str] | None = None

    @property
    def indicator(self) -> str | None:
        """The indicator, where it is sure."""
        return self.indicators[0] if self.sure else None

    @property
    def open_fields(self) -> int:
        """How many of its fields are to be decided."""
        fields = (self.value, self.as_of, self.since, self.base, self.scheme, self.locality)
        return sum(isinstance(one, Open) for one in fields) + (not self.sure)
