"""A whole draft: what the text gives for ``seeds/`` and for ``data/figures/``, and what is left to be decided."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from dashboard.articles.draft.article_place import whereabouts
from dashboard.articles.draft.fields import Fields
from dashboard.articles.draft.figure_dates import Frame, terms
from dashboard.articles.draft.figures import Drafting
from dashboard.articles.draft.heading import Heading, heading, is_clock
from dashboard.articles.draft.non_figures import SetAside, Sifted
from dashboard.articles.draft.proposal import Proposal
from dashboard.articles.draft.reference_tables import Tables
from dashboard.articles.draft.relations import added_up, sums, told_once
from dashboard.articles.draft.source import NoDraft, Source
from dashboard.articles.text.place_mentions import Whereabouts
from dashboard.language.bilingual import Both
from dashboard.language.dates import Period
from dashboard.language.vietnamese import search_key
from dashboard.records.models.article import NonFigureReason

_PAGE = NonFigureReason.PAGE


@dataclass(frozen=True)
class Draft:
    """The draft of one article. ``dated``: most figures that take the file's date print "now"."""

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
    top = heading(source)
    outlet = " ".join(dict.fromkeys((top.outlet, top.host.province if top.host else "")))
    published = Period.parse(top.date) if top.date else None
    tables = tables.near("\n".join([outlet, *(one.text for one in source.paragraphs)]), published)
    where = whereabouts("\n".join(top.titles), source.paragraphs, outlet, tables)
    if where.id is None and not where.choices and where.named:
        where = replace(where, choices=tables.called(where.named, published))
    frame = Frame(terms(one.text for one in source.paragraphs), published)
    drafting = Drafting(source.paragraphs, tables, where, Fields(tables, frame), top.titles)
    figures: list[Proposal] = []
    asides: list[SetAside] = []
    if source.above and any(map(str.isdigit, source.above)):
        asides.append(SetAside(1, 0, source.above, _PAGE))
    for paragraph in source.paragraphs:
        sifted = Sifted(paragraph, drafting.grid.years.get(paragraph.number, ()))
        found = drafting.figures(sifted)
        figures += found
        asides += sifted.asides([one.place for one in found])
        if is_clock(paragraph.text):
            asides = [replace(one, reason=_PAGE) if one.paragraph == paragraph.number else one for one in asides]
        drafting.fields.passed(paragraph.text)
    if not figures:
        only = Both("bài không có con số nào", "it has no numerals")
        if asides:
            only = Both(
                "mọi con số đều là ngày tháng, số hiệu văn bản …", "all its numerals are dates, documents and the like"
            )
        raise NoDraft(f"{source.name}: " + Both("không có số liệu để soạn; ", "no figure to draft; ") + only)
    told = told_once(added_up(figures, tables.indicators))
    default = [one for one in told if one.as_of is None]
    dated = bool(top.date) and 2 * sum(not one.inferred for one in default) > len(default)
    return Draft(source, top, where, tuple(told), tuple(asides), tuple(sums(told, tables.indicators)), dated)


def slug(text: str) -> str:
    """A text as an id: small letters without accents, joined by hyphens."""
    return "-".join(re.findall("[a-z0-9]+", search_key(text)))
