"""A figure as a draft proposes it, with everything that is left to be decided."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from dashboard.articles.text.paragraphs import Span
from dashboard.language.hedges import Hedge
from dashboard.records.models.indicator import Tier


class Why(NamedTuple):
    """A few words why something is not decided, in both languages."""

    vi: str = ""
    en: str = ""


UNTOLD = Why()


def which_place(name: str) -> Why:
    """Why a place is not decided: none is named (""), or its name is no place's or could be several places'."""
    if not name:
        return Why("nơi nào?", "which place?")
    return Why(
        f"{name} là nơi nào? `doisanh find` tìm mã; nơi không có trong danh sách: `doisanh add place`",
        "which one? `doisanh find` gives its id; for one that no list has: `doisanh add place`",
    )


@dataclass(frozen=True)
class Open:
    """A field to be decided: what to choose from, and why it is not decided."""

    choices: tuple[str, ...] = ()
    why: Why = UNTOLD


@dataclass(frozen=True)
class Proposal:
    """One proposed figure. ``start`` and ``end`` are the place of its number, ``place`` that of its phrase.

    A field that is an Open is to be decided. ``indicators`` are the candidates, the best first: it is taken as it is
    where ``sure``, else ``why`` says why not. ``as_of`` None is the file's date, which is ``inferred`` unless the
    text says "now".
    """

    paragraph: int
    start: int
    end: int
    place: Span
    printed: str
    indicators: tuple[str, ...]
    sure: bool
    why: Why = UNTOLD
    value: Decimal | Open | None = None
    grade: Tier | None = None
    before: Decimal | None = None
    out_of: Decimal | None = None
    hedge: Hedge | None = None
    as_of: str | Open | None = None
    average: Open | None = None
    inferred: bool = False
    since: str | Open | None = None
    base: Open | None = None
    scheme: str | Open | None = None
    locality: str | Open | None = None
    key: str | None = None
    note: Why | None = None
