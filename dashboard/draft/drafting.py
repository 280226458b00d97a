"""A whole draft: what the text gives for ``seeds/`` and for ``data/figures/``, and what is left to be decided."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from dashboard.dates import Period
from dashboard.draft.asides import SetAside, Sifted
from dashboard.draft.fields import Fields
from dashboard.draft.figures import Drafting
from dashboard.draft.heading import Heading, heading
from dashboard.draft.proposal import Open, Proposal
from dashboard.draft.source import NoDraft, Source
from dashboard.draft.tables import Tables
from dashboard.draft.times import Frame, terms
from dashboard.draft.whereabouts import Whereabouts, whereabouts
from dashboard.models import Indicator
from dashboard.verify.paragraphs import Paragraph, Span
from dashboard.verify.phrases import stands
from dashboard.vietnamese import search_key


@dataclass(frozen=True)
class Draft:
    """The draft of one article. ``dated`` is whether the file's date is printed as "now" by most figures that take it."""

    source: Source
    heading: Heading
    where: Whereabouts
    figures: tuple[Proposal, ...]
    asides: tuple[SetAside, ...]
    sums: tuple[tuple[str, tuple[str, ...]], ...]
    dated: bool

    @property
    def id(self) -> str:
        """The id proposed: outlet, else locality, else the file's name; with the date, where it is known."""
        name = self.heading.outlet or (self.where.id or "").rpartition(".")[2] or self.where.named
        parts = [slug(name) or slug(self.source.name.rpartition(".")[0]) or "bai-moi"]
        if not self.heading.date and self.heading.outlet and self.where.id:
            parts.append(self.where.id.rpartition(".")[2])
        return "-".join([*parts, *([self.heading.date] if self.heading.date else [])])


def draft(source: Source, tables: Tables) -> Draft:
    """Draft the records of one text. Raises NoDraft where nothing in it can be a figure; never for what it says."""
    top = heading(source.paragraphs)
    where = whereabouts(" ".join(top.titles), source.paragraphs, top.outlet, tables)
    published = Period.parse(top.date) if top.date else None
    drafting = Drafting(source.paragraphs, tables, where, Fields(tables, Frame(terms(one.text for one in source.paragraphs), published)))
    figures: list[Proposal] = []
    asides: list[SetAside] = []
    for paragraph in source.paragraphs:
        sifted = Sifted(paragraph)
        found = drafting.figures(sifted)
        figures += found
        asides += sifted.asides([span for one in found for span in _spans(one, paragraph)])
    if not figures:
        numerals = sum(len(one.printed) > 0 for one in asides)
        found_only = f"its {numerals} numerals are dates, documents and the like" if numerals else "it has no numerals"
        raise NoDraft(f"{source.name}: no figure to draft; {found_only}")
    told = _repeated(figures)
    now = [one for one in told if one.as_of is None]
    dated = bool(top.date) and 2 * sum(not one.inferred for one in now) > len(now)
    return Draft(source, top, where, tuple(told), tuple(asides), tuple(_sums(told, tables.indicators)), dated)


def slug(text: str) -> str:
    """A text as an id: small letters without accents, joined by hyphens."""
    return "-".join(re.findall("[a-z0-9]+", search_key(text)))


def _spans(one: Proposal, paragraph: Paragraph) -> list[Span]:
    return stands(one.printed, paragraph) if one.paragraph == paragraph.number else []


def _repeated(figures: Sequence[Proposal]) -> list[Proposal]:
    """A second figure of one indicator and place gets a key if its date is another, else it is to be decided."""
    first: dict[tuple[str, str], Proposal] = {}
    seen: set[tuple[str, str, str]] = set()
    told: list[Proposal] = []
    for one in figures:
        if not one.sure or isinstance(one.locality, Open):
            told.append(one)
            continue
        fact = one.indicators[0], one.locality or ""
        as_of = one.as_of if isinstance(one.as_of, str) else "?" if one.as_of else ""
        if fact not in first:
            first[fact] = one
        elif (*fact, as_of) in seen or as_of == "?" or isinstance(first[fact].as_of, Open):
            other = first[fact]
            at = f"đoạn {other.paragraph}", f"paragraph {other.paragraph}"
            same = other.value == one.value and other.out_of == one.out_of
            why = (f"nhắc lại {at[0]}: xóa?", f"repeats {at[1]}: delete?") if same else (f"đã có ở {at[0]}", f"already in {at[1]}")
            one = replace(one, sure=False, reason=Open((), *why))
        else:
            one = replace(one, key=f"nam-{slug(as_of)}" if as_of else "hien-nay")
        seen.add((*fact, as_of))
        told.append(one)
    return told


def _sums(figures: Sequence[Proposal], indicators: dict[str, Indicator]) -> list[tuple[str, tuple[str, ...]]]:
    """Wholes with the parts, by ``part_of``, that add up to them exactly: what an article gives as complete."""
    values = {one.indicators[0]: one for one in figures
              if one.sure and one.locality is None and one.key is None and not isinstance(one.value, Open)}  # fmt: skip
    found = []
    for id, whole in values.items():
        parts = [other for other in values if indicators[other].part_of == id and values[other].paragraph == whole.paragraph]
        for some in (chosen for size in range(len(parts), 1, -1) for chosen in combinations(parts[:6], size)):
            if whole.hedge is None and sum(values[one].value or 0 for one in some) == whole.value:  # type: ignore[misc]
                found.append((id, some))
                break
    return found
