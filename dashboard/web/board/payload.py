"""What the board in the browser is given: the cards, words, colours, and where its files are.

A card is a dict of plain values:

- ``id`` (unique on the page), ``title``, ``counted`` (what is counted, in which unit), ``note`` (its own caveat) or
  None, ``warning`` (the cautions of its panels, or ""), ``alt`` (what the chart says, for those who can't see it),
  ``notes`` (texts), ``legend`` (texts that any other card may have too), ``missing`` ({head, lines}: which places have
  no row, and why), ``sources`` ({text, href?}), ``file`` (of its picture, without an ending),
  ``pictured`` (the picture's title), ``picture`` (where that is asked for, relative to the page: see ``pictures``),
  ``table`` ({columns, rows}; a row's first cell is its header; ``numbers``: of each row the third cell where it is a
  bare number, else None);
- ``wide`` and ``narrow``: Plotly figures for a plot of ``minWidth`` px (400 if absent) or more, and for less. Their
  height and margins are fixed in px, their width is the card's. ``$ink``, ``$bar`` and the like are colours of the
  palette in force;
- ``marks``, one for each row: ``wide`` and ``narrow`` ({top, height} in px of the plot; one of them alone where the
  rows of the two differ), ``label``, and ``facts`` ({printed: phrase or None, lines: texts}; with a
  figure's ``id`` also what can be done with it: ``cite`` (the sentence to copy) and ``references`` (the address of its
  article's entry, without the format at its end); of a printed one also ``report``, ``pair``, and where there is an
  address ``page``, ``archive``, ``mail``);
- optional: ``full`` (across all columns of the page), ``holds`` (ids of charts that it stands in for),
  ``link`` and ``embed`` (the address of the chart in its view, and by itself in a frame; relative or whole).

Texts are shown as they are, but those inside figures are Plotly's markup: escaped by whoever builds them.
"""

from __future__ import annotations

import gzip
from collections.abc import Mapping, Sequence
from typing import Any

import orjson

from dashboard.charts.assets import FONT_FAMILY, font_url, plotly_url
from dashboard.charts.palette import PALETTES
from dashboard.language.words import Language, section


def packed(cards: Sequence[dict[str, Any]], *, language: Language, **more: Any) -> bytes:
    """``board_data`` as JSON in UTF-8, compressed with gzip: once, not anew for each visitor."""
    return gzip.compress(orjson.dumps(board_data(cards, language=language, **more)), 5, mtime=0)


def board_data(
    cards: Sequence[dict[str, Any]],
    *,
    language: Language,
    answer: str = "",
    heading: str = "",
    values: Mapping[str, Any] | None = None,
    saved: Mapping[str, Any] | None = None,
    archive: str = "",
    pictures: str = "",
    chart: str = "",
    back: str = "",
    mode: str = "",
) -> dict[str, Any]:
    """All that the browser needs to draw the cards: they themselves, words, colours, and where the files are.

    ``answer``: what the page says instead of cards, as HTML (``answers``), and ``heading`` above it; ``values``: the
    marks of its values by the ids of their figures, each with ``label`` and ``facts``; ``saved``: of its card what its
    picture needs (``cards.saved``). ``archive`` is the name of the ZIP file of all charts, ``pictures`` where these are
    asked for; ``chart`` the card to bring into sight. ``back``, where the cards stand alone in a frame: the address of
    the full page. ``mode``: "light" or "dark", "" for what the page is. A fact with an ``id`` stands once in ``facts``,
    and in the marks by that alone; so does what the legends of several cards say in ``legend``.
    """
    facts: dict[str, Any] = {}
    legend = dict.fromkeys(line for card in cards for line in card["legend"])
    found = [card | {"legend": [], "marks": [_shared(mark, facts) for mark in card["marks"]]} for card in cards]
    shown = {id: _shared(mark, facts) for id, mark in (values or {}).items()}
    return {
        "lang": language,
        "strings": section("board", language),
        "palettes": PALETTES,
        "plotlyUrl": plotly_url(),
        "fontFamily": FONT_FAMILY,
        "fonts": [
            {"style": "normal", "url": font_url("normal")},
            {"style": "italic", "url": font_url("italic")},
        ],
        "cards": found,
        "answer": answer,
        "heading": heading,
        "values": shown,
        "saved": saved,
        "facts": facts,
        "legend": list(legend),
        "archive": archive,
        "pictures": pictures,
        "chart": chart,
        "back": back,
        "mode": mode,
    }


def _shared(mark: dict[str, Any], facts: dict[str, Any]) -> dict[str, Any]:
    """A mark whose facts are in ``facts`` as far as they have an id; the same fact may stand in several charts."""
    found = [
        fact["id"] if "id" in fact and facts.setdefault(fact["id"], fact) == fact else fact for fact in mark["facts"]
    ]
    return mark | {"facts": found}
