"""Nguồn / Sources: every article, its figures in the order of the text, what was checked and what was inferred."""

from __future__ import annotations

import html
from collections import Counter

import streamlit as st

from dashboard.articles.verify.proofs import length
from dashboard.articles.verify.text_files import declared
from dashboard.export.file_address import reference_link
from dashboard.figures import citation, page_link, references
from dashboard.figures.evidence import Cell as Held
from dashboard.figures.evidence import matrix, standings_table
from dashboard.figures.evidence import told as told_of
from dashboard.language.number_format import format_number
from dashboard.language.words import Language, capital, word
from dashboard.records.dataset import Dataset, Entry
from dashboard.records.models.article import Article, Reading
from dashboard.records.places import ancestors, full_label
from dashboard.web.components import header, page_text, place_picker, printing
from dashboard.web.components.tables import Cell, Row, table, written
from dashboard.web.server.store import Good

MOST_ARTICLES = 25
"""Articles on the page at once."""
MOST_PLACES = 100
"""Rows of the matrix at once."""


def show(good: Good) -> None:
    """The page: the table of evidence, then the articles; with a chosen place only those of it and of places in it."""
    dataset = good.dataset
    url = place_picker.page_url("sources_page", dataset)
    view, ignored = url.read_url()
    language, place = view.language, view.one
    header.show(language, "sources_page", title=full_label(place, dataset, language) if place else "")
    page_text.title(word("sources_heading", language))
    page_text.paragraphs(word("sources_lead", language))
    page_text.ignored(ignored, language)
    place_picker.choose(url, dataset, language, "sources-picker")
    url.write_url(language)
    inside = {id for id in dataset.localities if place in ("", id) or place in ancestors(id, dataset)}
    page_text.head(word("matrix_heading", language))
    _matrix(good, inside, language)
    if not place:
        _standings(good, language)
    articles = [article for article in dataset.articles.values() if article.locality in inside]
    for article in articles[:MOST_ARTICLES]:
        _article(article, good, language)
    if not articles:
        page_text.info(word("sources_none", language, place=full_label(place, dataset, language)))
    _rest("sources_more", len(articles) - MOST_ARTICLES, language)
    _corrections(dataset, language)
    printing.foot(dataset.version, language)


def _rest(name: str, number: int, language: Language) -> None:
    """How many more there are, and how to see them."""
    if number > 0:
        page_text.paragraphs(word(name, language, n=format_number(number, language)))


def _matrix(good: Good, inside: set[str], language: Language) -> None:
    dataset = good.dataset
    themes = [theme.name[language] for theme in dataset.themes.values()]
    columns = [
        word("col_place", language),
        word("matrix_articles", language),
        word("matrix_newest", language),
        word("matrix_proven", language),
        word("matrix_hedged", language),
        *themes,
    ]
    rows = []
    proven = Counter(entry.locality for entry in dataset.entries if good.proofs[entry.id].checked)
    found = {place: cells for place, cells in matrix(dataset, good.frame).items() if place in inside}
    for place, cells in list(found.items())[:MOST_PLACES]:
        total = cells[""]
        rows.append(
            [
                full_label(place, dataset, language),
                str(total.articles),
                total.newest.short(language) if total.newest else word("undated", language),
                f"{proven[place]}/{total.figures}",
                f"{total.hedged}/{total.figures}",
                *(_cell(cells[theme], place, theme, good, language) for theme in dataset.themes),
            ]
        )
    table(columns, rows, caption=word("matrix_heading", language), key="matrix", kind="frozen")
    _rest("matrix_more", len(found) - MOST_PLACES, language)


def _standings(good: Good, language: Language) -> None:
    """On what all figures stand: by level of the place, by year of the figure."""
    heads, rows = standings_table(good.dataset, good.proofs, language)
    page_text.head(word("evidence_heading", language))
    table(heads, rows, caption=word("evidence_heading", language), key="standings", kind="frozen")


def _cell(cell: Held, place: str, theme: str, good: Good, language: Language) -> str:
    """How many figures of a theme are printed; where none is, why."""
    if cell.figures:
        return str(cell.figures)
    indicators = [one for one in good.dataset.indicators.values() if one.theme == theme and not one.formula]
    absent = good.figures.absences.among(place, indicators)
    return word(f"absent_{absent.kind}", language) if absent else word("computed_mark", language)


def _article(article: Article, good: Good, language: Language) -> None:
    dataset = good.dataset
    entries = sorted(dataset.by_article[article.id], key=lambda entry: entry.figure.paragraph or 0)
    with st.container(border=True, key=f"article-{article.id}"):
        page_text.head(article.title, article.id)
        parts = [citation.outlet(article, language, gloss=True), citation.published(article, language)]
        if article.byline:
            parts.append(article.byline.value)
        parts.append(full_label(article.locality, dataset, language))
        told = [*map(html.escape, parts), page_text.address(article, language)]
        st.html(f"<p class='ds-told'>{' · '.join(told)}</p>")
        if article.note:
            page_text.paragraphs(article.note[language])
        read = capital(told_of(article, entries, good.proofs, language))
        page_text.paragraphs(f"{read}. {_coverage(article, good, language)}")
        _inferred(article, entries, language)
        columns = [
            word(name, language) for name in ("col_paragraph", "col_printed", "col_meaning", "col_date", "col_proof")
        ]
        of = length(dataset, article.id)
        rows: list[Row] = [
            [
                _place(entry.figure.paragraph, of, language),
                Cell(entry.figure.printed, href=page_link.at_phrase(entry, dataset)),
                _meaning(entry, dataset, language),
                dataset.dating(entry).label(language) + (f", {word('inferred', language)}" if entry.inferred else ""),
                word(good.proofs[entry.id], language),
            ]
            for entry in entries
        ]
        # One piece of HTML an article: an expander of Streamlit's for each took the page seconds to draw.
        parts = [written(columns, rows, caption=article.title)]
        if article.not_figures:
            names = [word(name, language) for name in ("col_paragraph", "col_printed", "col_reason")]
            asides = [
                [
                    _place(aside.paragraph, of, language),
                    aside.printed,
                    aside.explain or word(f"reason_{aside.reason}", language),
                ]
                for aside in article.not_figures
            ]
            heading = word("not_figures", language)
            parts.append(_folded(heading, written(names, asides, caption=heading)))
        parts.append(_references(article, language))
        st.html("".join(parts))


def _meaning(entry: Entry, dataset: Dataset, language: Language) -> str:
    """What a figure says, what it contradicts, and its note."""
    figure, said = entry.figure, citation.meaning(entry, dataset, language)
    told = [word("contradicts", language, what=figure.contradicts[language])] if figure.contradicts else []
    told += [figure.note[language]] if figure.note else []
    return ". ".join([said, *(text.rstrip(".") for text in told)]) + ("." if told else "")


def _references(article: Article, language: Language) -> str:
    """Links to the article's entry for programs that manage references."""
    links = (
        f'<a href="{html.escape(reference_link(article.id, id))}" download>{html.escape(form.name)}</a>'
        for id, form in references.FORMATS.items()
    )
    return f"<p class='ds-folded'>{word('references', language)} {' · '.join(links)}</p>"


def _folded(heading: str, inside: str) -> str:
    return f'<details class="ds-folded"><summary>{html.escape(heading)}</summary>{inside}</details>'


def _place(paragraph: int | None, of: int | None, language: Language) -> str:
    """Under the head "Đoạn": "12 trong 24"; "12" where it is not known how many there are."""
    return word("paragraph_among", language, n=paragraph, total=of) if paragraph and of else str(paragraph or "")


def _coverage(article: Article, good: Good, language: Language) -> str:
    found = good.coverage.get(article.id)
    if not found:
        return word("coverage_not_proven", language) if declared(article.text) else ""
    others = sum(found.listed.values()) + sum(found.by_rule.values())
    name = "coverage" if article.text.read is Reading.FULL else "coverage_excerpt"
    return word(name, language, total=found.numerals, figures=found.in_figures, others=others, left=found.left_over)


def _inferred(article: Article, entries: list[Entry], language: Language) -> None:
    lines = []
    if article.outlet.inferred:
        lines.append(word("inferred_outlet", language, why=article.outlet.inferred[language]))
    if article.published.inferred:
        lines.append(word("inferred_published", language, why=article.published.inferred[language]))
    counts: dict[str, int] = {}
    for entry in entries:
        if entry.inferred:
            counts[entry.inferred[language]] = counts.get(entry.inferred[language], 0) + 1
    lines += [word("inferred_figures", language, n=n, why=why) for why, n in counts.items()]
    if lines:
        page_text.items(lines, heading=word("inferred_heading", language))


def _corrections(dataset: Dataset, language: Language) -> None:
    page_text.head(word("corrections", language), "corrections")
    found = [
        (one.date.text, word("correction", language, date=one.date.label(language), figure=f"{article.id}/{one.figure}",
                             was=one.was, now=one.now, why=one.why[language]))
        for article in dataset.articles.values()
        for one in article.corrections
    ]  # fmt: skip
    if not found:
        page_text.paragraphs(word("no_corrections", language))
    page_text.items(line for _, line in sorted(found, reverse=True))
