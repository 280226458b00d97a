"""A computed figure, and the reason why one is not computed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from dashboard.language.dates import Period
from dashboard.language.hedges import Hedge
from dashboard.records.models.fields import Text


@dataclass(frozen=True)
class Derived:
    """One computed figure. ``value`` is unrounded (28 digits), in the unit of its indicator.

    ``id`` is ``article/indicator``, with the ``@locality`` and ``~key`` of its inputs; a figure computed from one other
    names it: ``article/share_of_total(model_cells)``. ``inputs`` are ids of figures; ``note`` names whatever else was
    used. ``over``: it covers the whole period ``as_of``, not a moment in it. ``adds_up``: it also grows with the length
    of that period, as a flow does; an average per year does not, nor does one flow's share of another. ``length`` is as
    in ``Figure``. ``like_inputs``: it has the indicator, rating scheme and base of its inputs, which are of other
    places and may be of several articles, the latest of which is ``article``.
    """

    id: str
    indicator: str
    article: str
    locality: str
    as_of: Period
    value: Decimal
    hedge: Hedge | None
    inferred: Text | None
    inputs: tuple[str, ...]
    of: Text | None = None
    hedge_noted: bool = False
    term: bool = False
    note: Text | None = None
    adds_up: bool = False
    over: bool = False
    length: Decimal | None = None
    like_inputs: bool = False


@dataclass(frozen=True)
class Refusal:
    """Why an indicator is not computed, though an article gives a figure to compute it from."""

    indicator: str
    article: str
    locality: str
    why: Text
