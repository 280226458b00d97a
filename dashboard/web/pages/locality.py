"""Địa phương / Locality: everything printed about one place, what it is part of, and what became of it."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from urllib.parse import urlencode

import streamlit as st

from dashboard.charts import view
from dashboard.charts.view import written
from dashboard.charts.wording import Wording
from dashboard.figures import citation, evidence, place_profile
from dashboard.figures.figure import figures_of
from dashboard.figures.place_profile import PlaceProfile
from dashboard.figures.predecessors import Predecessors
from dashboard.language.number_format import format_number
from dashboard.language.words import Language, capital, word
from dashboard.records import localities, succession
from dashboard.records.dataset import Dataset
from dashboard.records.models.article import Article
from dashboard.records.models.indicator import Indicator
from dashboard.records.models.locality import Locality, Measure
from dashboard.records.places import full_label, in_sentence
from dashboard.records.succession import kin
from dashboard.records.unit import Unit
from dashboard.web.components import downloads, header, page_text, place_options, place_picker, printing, profile_table
from dashboard.web.server.store import Good


def show(good: Good) -> None:
    """The page: choose a place, then read it from top to bottom, or print it."""
    dataset = good.dataset
    url = place_picker.page_url("place_page", dataset)
    view, ignored = url.read_url()
    language, place = view.language, view.one
    label = full_label(place, dataset, language) if place else ""
    header.show(language, "place_page", title=label)
    page_text.title(label or word("place_heading", language))
    if ignored:
        with st.container(key=f"{printing.HIDDEN}-ignored"):
            page_text.ignored(ignored, language)
    if not place:
        page_text.paragraphs(word("place_lead", language))
    with st.container(key=f"{printing.HIDDEN}-picker"):
        place_picker.choose(url, dataset, language, "place-picker")
    url.write_url(language)
    if place in dataset.localities:
        _place(good, place_profile.build(dataset, good.frame, place, good.figures.absences), language)
    elif place:
        _unit(good, place, language)
    else:
        _all(good, language)
    printing.foot(dataset.version, language)


def _all(good: Good, language: Language) -> None:
    """Every place with figures, as a link, when none is chosen."""
    page_text.head(word("place_all", language))
    counts = good.frame[~good.frame["computed"]]["locality"].value_counts()
    options = [one for one in place_options.options(good.dataset, language) if one.has_figures]
    _list([(_link(one.id, one.label, language), int(counts[one.id])) for one in options], language)


# --- one place


def _place(good: Good, one: PlaceProfile, language: Language) -> None:
    dataset = good.dataset
    _ways(good, one, language)
    _facts(dataset, dataset.localities[one.place], one.above, one.within, language)
    if not one.printed:
        page_text.info(_nothing(dataset, one, language))
    if one.articles:
        page_text.head(word("place_articles", language))
        _html("<ol>" + "".join(_article(article, good, one, language) for article in one.articles) + "</ol>")
    rows = good.frame["locality"].isin([one.place, *one.within])
    say = Wording(dataset, figures_of(good.frame[rows]), language, good.proofs)
    for theme, lines in one.lines.items():
        name = dataset.themes[theme].name[language]
        page_text.head(name, theme)
        profile_table.show(lines, one, say, caption=name, key=f"theme-{theme}")
    if one.printed:
        _html(f"<p>{html.escape(word('place_legend', language))}</p>")
        _silent(dataset, one, say)
    _inside(dataset, one, say, language)
    if unit := dataset.units.get(one.place):
        _kin(good, unit, language)
    if one.printed or one.within:
        _downloads(one, language)


def _unit(good: Good, id: str, language: Language) -> None:
    """A unit that no figure is about: what it is, and the places in its line that have figures."""
    dataset, unit = good.dataset, good.dataset.units[id]
    place = localities.of_unit(unit, dataset.units)
    above = [one.id for one in dataset.units.around(unit)]
    _facts(dataset, place, above, {}, language)
    page_text.info(word("place_no_article", language))
    _kin(good, unit, language)


def _kin(good: Good, unit: Unit, language: Language) -> None:
    """The places with figures that a unit came from, or became, or that lie in these."""
    dataset = good.dataset
    found = [id for id in kin(unit, dataset.units, place_options.with_figures(dataset))
             if not f"{id}.".startswith(f"{unit.id}.")]  # fmt: skip
    if found:
        page_text.head(word("place_kin", language))
        counts = Counter(entry.locality for entry in dataset.entries)
        _list([(_link(id, full_label(id, dataset, language), language), counts[id]) for id in found], language)
    if found:
        _unsummed(dataset, unit, language)


def _unsummed(dataset: Dataset, unit: Unit, language: Language) -> None:
    """What of the figures of its predecessors could not be added up: by reason, with the indicators."""
    reasons: dict[str, list[str]] = {}
    for one in Predecessors(dataset).unsummed(unit):
        reasons.setdefault(one.why[language], []).append(dataset.indicators[one.indicator].name[language])
    if reasons:
        page_text.head(word("place_unsummed", language))
        lines = (word("place_unsummed_why", language, why=capital(why), names="; ".join(names))
                 for why, names in reasons.items())  # fmt: skip
        _html("".join(f"<p>{html.escape(line)}</p>" for line in lines))


def _downloads(one: PlaceProfile, language: Language) -> None:
    """The figures of the place and of what lies in it as files."""
    with st.container(key=f"{printing.HIDDEN}-downloads"):
        page_text.head(word("place_downloads", language))
        downloads.links(written(language, place=one.place), language)


def _ways(good: Good, one: PlaceProfile, language: Language) -> None:
    """The button that prints, and the ways to other pages."""
    with st.container(horizontal=True, vertical_alignment="center", key=f"{printing.HIDDEN}-ways"):
        printing.button(language)
        page_text.link(
            "",
            word("place_compare", language),
            icon=":material/compare_arrows:",
            query_params=view.parameters(view.View(language, (one.place,)), good.dataset),
        )
        page_text.link(
            "sources",
            word("place_sources", language),
            icon=":material/article:",
            query_params=written(language, place=one.place),
        )


def _facts(
    dataset: Dataset, place: Locality, around: Sequence[str], inside: Mapping[str, int], language: Language
) -> None:
    """Where it lies, its code, size, what it came from and what became of it."""
    units = dataset.units
    unit = units.get(place.id)

    def named(one: Unit, called: str) -> str:
        return _link(one.id, called, language)

    code = place.code or ""
    if code and place.code_valid:
        code = word("place_code_valid", language, code=code, valid=place.code_valid.label(language))
    above = ", ".join(_link(id, full_label(id, dataset, language), language) for id in around)
    within = ", ".join(
        word("place_counted", language, place=_link(id, full_label(id, dataset, language), language),
             n=format_number(count, language))
        for id, count in inside.items()
    )  # fmt: skip
    became = (
        succession.became(unit, units, language, named) if unit else "",
        html.escape(place.noted[language] if place.noted else ""),
    )
    facts = {
        "level": html.escape(word(f"one_{place.level}", language)),
        "place_above": above,
        "place_code": html.escape(f"{code}. {place.source[language]}" if place.source else code),
        "place_population": html.escape(_measure(place.population, "place_people", language)),
        "place_area": html.escape(_measure(place.area_km2, "place_km2", language)),
        "place_came_from": succession.came_from(unit, units, language, named) if unit else "",
        "place_became": " ".join(filter(None, became)),
        "place_within": within,
    }
    body = "".join(
        f'<div class="{name}"><dt>{html.escape(word(name, language))}</dt><dd>{said}</dd></div>'
        for name, said in facts.items()
        if said
    )
    _html(f"<dl>{body}</dl>")


def _measure(measure: Measure | None, key: str, language: Language) -> str:
    if measure is None:
        return word("place_no_source", language)
    return word(
        key, language, n=format_number(measure.value, language), date=measure.date.label(language),
        source=measure.source[language],
    )  # fmt: skip


def _nothing(dataset: Dataset, one: PlaceProfile, language: Language) -> str:
    if not one.within:
        return word("place_no_article", language)
    return word("place_look_within", language, place=full_label(one.place, dataset, language))


def _article(article: Article, good: Good, one: PlaceProfile, language: Language) -> str:
    """One source: its number, title, outlet, date, address, how much was read and how much proven."""
    entries = good.dataset.by_article.get(article.id, ())
    parts = [citation.outlet(article, language, gloss=True), citation.published(article, language)]
    if article.locality != one.place:
        parts.append(word("place_mentions", language, place=full_label(article.locality, good.dataset, language)))
    parts.append(evidence.told(article, entries, good.proofs, language))
    query = urlencode(written(language, place=article.locality))  # without a place not all articles are on that page
    there = html.escape(f"sources?{query}#{article.id}", quote=True)
    said = f'[{one.number(article.id)}] <a href="{there}">{html.escape(article.title)}</a>. '
    said += html.escape("; ".join(parts)) + ". "
    said += page_text.address(article, language)
    return f"<li>{said}</li>"


def _silent(dataset: Dataset, one: PlaceProfile, say: Wording) -> None:
    """What is missing for the place though other places have it: by reason, then by theme."""
    language = say.language
    page_text.head(word("place_silent", language))
    reasons: dict[str, list[Indicator]] = {}
    for indicator, absent in sorted(one.silent, key=lambda missing: missing[1].rank):
        reasons.setdefault(say.absence(replace(absent, why=None)), []).append(indicator)
    lines = [word("place_silent_lead" if one.silent else "place_silent_none", language)]
    for reason, indicators in reasons.items():
        lines.append(f"{capital(reason)}:")
        for theme in dataset.themes.values():
            names = [indicator.name[language] for indicator in indicators if indicator.theme == theme.id]
            if names:
                lines.append(word("place_silent_theme", language, theme=theme.name[language], names="; ".join(names)))
    if one.rarer:
        lines.append(word("place_silent_more", language, n=format_number(one.rarer, language)))
    _html("".join(f"<p>{html.escape(line)}</p>" for line in lines))


def _inside(dataset: Dataset, one: PlaceProfile, say: Wording, language: Language) -> None:
    """The figures of the places that lie in it."""
    if not one.inside:
        return
    heading = word("place_inside", language, place=in_sentence(one.place, dataset, language))
    page_text.head(heading)
    profile_table.show_inside(
        one.inside, one, say, lambda id: full_label(id, dataset, language), caption=heading, key="inside"
    )
    if left := sum(one.within.values()) - len(one.inside):
        page_text.link(
            "data",
            word("place_inside_more", language, n=format_number(left, language)),
            query_params=written(language, places=",".join(one.within)),
        )


# --- links and lists


def _link(id: str, label: str, language: Language) -> str:
    query = urlencode(written(language, place=id))
    return f'<a href="place?{html.escape(query, quote=True)}">{html.escape(label)}</a>'


def _list(items: list[tuple[str, int]], language: Language) -> None:
    """Links with how many figures each has."""
    lines = [word("place_counted", language, place=link, n=format_number(n, language)) for link, n in items]
    _html('<ul class="inline">' + "".join(f"<li>{line}</li>" for line in lines) + "</ul>")


def _html(body: str) -> None:
    st.html(f'<div class="ds-place">{body}</div>')
