"""What a visitor sees first: a view's charts, drawn while Streamlit's own scripts are still starting.

The browser asks for them as soon as it has the page's first lines, and draws them under a likeness of the page's head.
Streamlit then builds the page proper, whose board takes the charts over as they stand (frontend/board/early.js).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

from dashboard import composing, picker, showing
from dashboard.cards import Site
from dashboard.pages import PAGES
from dashboard.places import full_label
from dashboard.view import ALL, View, parse
from dashboard.views import place_options
from dashboard.words import LANGUAGE_NAMES, LANGUAGES, Language, word

if TYPE_CHECKING:
    from dashboard.store import Good, Tally


def answer(good: Good, asked: Mapping[str, str], site: Site) -> bytes | None:
    """The head of the Compare page at an address (JSON: {html}), a line feed, and its board (``payload.packed``).

    None where the page has something else to say first: that no chart is there, or that the address asks in vain.
    """
    view, ignored = parse(asked, good.dataset)
    if ignored:
        return None
    board = composing.compare(good, view, site)
    if not board.charts:
        return None
    head = json.dumps({"html": _head(good, view)}, ensure_ascii=False)
    return head.encode() + b"\n" + board.data


def lead(tally: Tally, language: Language) -> str:
    """What the figures are and how to read the charts, as HTML."""
    there = tally._asdict()
    excerpts = there.pop("excerpts")
    said = word("tally", language, **there)
    rest = f", {word('tally_excerpts', language, n=excerpts)}" if excerpts else ""
    what, how, more = (escape(word(name, language)) for name in ("lead", "lead_how", "lead_more"))
    how = f"{how} {escape(said + rest)}."
    # On a phone what the numbers are is enough to begin with; the sheet shows one of the two places of the rest.
    return (
        f'<div class="ds-lead"><p>{what} <span>{how}</span></p>'
        f"<details><summary>{more}</summary><p>{how}</p></details></div>"
    )


def _head(good: Good, view: View) -> str:
    """A likeness of what will stand above the charts: links work, what can be filled in does not yet."""
    dataset, language = good.dataset, view.language
    suffix = "" if language == LANGUAGES[0] else f"?lang={language}"
    pages = [
        f'<a href="./{page.path}{suffix}"{"" if page.path else _CURRENT}>{word(page.name, language)}</a>'
        for page in PAGES
    ]
    languages = [
        f'<a href="{escape("./" + showing.link(replace(view, language=other), dataset))}"'
        f"{_chosen(other == language)}>{LANGUAGE_NAMES[other]}</a>"
        for other in LANGUAGES
    ]
    names = {theme.id: theme.name[language] for theme in dataset.themes.values()} | {ALL: word("theme_all", language)}
    themes = [f"<i{_chosen(id == view.theme)}>{escape(name)}</i>" for id, name in names.items()]
    return (
        f'<div class="ds-row"><b>{word("app", language)}</b><nav>{"".join(pages)}</nav>'
        f'<span class="ds-group">{"".join(languages)}</span></div>'
        f"<h1>{word('heading', language)}</h1>{lead(good.tally, language)}"
        f'<div class="ds-filters" aria-hidden="true">'
        f"{_picker(good, view)}"
        f'<label class="ds-find">{word("query", language)}'
        f"<i>{escape(view.query) or word('query_example', language)}</i></label>"
        f'<span class="ds-group">{"".join(themes)}</span>'
        f'<span class="ds-only">{word("comparable", language)}</span>'
        f'<span class="ds-folded">{word("more_filters", language)}</span></div>'
    )


def _picker(good: Good, view: View) -> str:
    """A likeness of the picker with the chosen places in it, as high as it will be."""
    strings, dataset = picker.STRINGS[view.language], good.dataset
    chips = [f"<li>{escape(full_label(place, dataset, view.language))}</li>" for place in view.places]
    under = [f"+ {offer}"] if (offer := _offer(good, view)) else []
    under += [strings["clear"]] if len(view.places) > 1 else []
    row = "".join(f"<u>{escape(words)}</u>" for words in under)
    box = f"<i>{strings['placeholder']}</i>" + (f"<ul>{''.join(chips)}</ul>" if chips else "")
    return f'<div class="ds-pick">{strings["label"]}<div>{box}</div>{row and f"<p>{row}</p>"}</div>'


def _offer(good: Good, view: View) -> str:
    """What the picker offers to add at one click (``offered`` in picker.js), "" for nothing."""
    dataset, language = good.dataset, view.language
    strings = picker.STRINGS[language]
    inside: dict[str | None, list[picker.Option]] = {}
    for option in place_options.options(dataset, language) if view.places else ():
        inside.setdefault(option.parent, []).append(option)

    def within(place: str) -> list[picker.Option]:
        return [one for child in inside.get(place, ()) for one in (child, *within(child.id))]

    for up in reversed(view.places):
        below = within(up)
        useful = [one for one in below if one.has_figures]
        left = [one for one in useful or below if one.id not in view.places]
        if left:
            key = "add_one" if len(left) == 1 else "add_within" if len(left) == len(below) else "add_within_figures"
            place = full_label(up, dataset, language)
            return strings[key].format(n=len(left), place=place, label=left[0].label)
    return ""


_CURRENT = ' aria-current="page"'


def _chosen(it_is: bool) -> str:
    return ' class="ds-on"' if it_is else ""
