"""A table of what is printed about a place, one row a figure; on a phone one block a figure, each value under its
heading."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from dashboard.articles.verify.proofs import Proof
from dashboard.charts.wording import Wording
from dashboard.figures.citation import articles
from dashboard.figures.figure import Figure
from dashboard.figures.place_profile import Line, PlaceProfile
from dashboard.language.words import capital
from dashboard.web.components.tables import Cell, Row, table

_NAMES = ("what", "value", "date", "printed", "source")


def show(lines: Iterable[Line], profile: PlaceProfile, say: Wording, *, caption: str, key: str) -> None:
    """Draw the lines of one theme."""
    _draw([_line(line, profile, say) for line in lines], say.word("col_what"), say, caption, key)


def show_inside(
    figures: Sequence[Figure],
    profile: PlaceProfile,
    say: Wording,
    named: Callable[[str], str],
    *,
    caption: str,
    key: str,
) -> None:
    """Draw printed figures of other places; ``named`` is how a place is called."""
    rows = [_figure(figure, None, profile, say, named(figure.locality)) for figure in figures]
    _draw(rows, say.word("col_place"), say, caption, key)


def _line(line: Line, profile: PlaceProfile, say: Wording) -> Row:
    language = say.language
    name = say.dataset.indicators[line.indicator].name[language]
    if line.why:
        refused = Cell(say.word("absent_refused"), plain=True)
        return [name, refused, "", f"{capital(line.why[language])}.", _stands(line.article, None, profile, say)]
    if line.words:
        printed = Cell(f"“{line.words.printed}”", (line.words.note[language],) if line.words.note else ())
        only = Cell(say.word("blank_words_only").lower(), plain=True)
        return [name, only, "", printed, _stands(line.article, line.words.paragraph, profile, say)]
    assert line.figure
    return _figure(line.figure, line.computed, profile, say)


def _figure(figure: Figure, computed: Figure | None, profile: PlaceProfile, say: Wording, place: str = "") -> Row:
    """The row of a figure, with the name of its ``place`` where that is another than the page's."""
    language = say.language
    value = _value(figure, say)
    if figure.computed:
        value = say.word("computed", value=value)
        inputs = [_input(profile.known[id], figure, say) for id in figure.inputs if id in profile.known]
        said = [say.word("place_computed_from", inputs="; ".join(inputs))] if inputs else []
    else:
        said = [f"“{figure.printed}”"]
    known = figure.as_of.dated or figure.length is not None
    sources = sorted(articles(figure, say.dataset), key=profile.number)
    when = [say.word("inferred")] if figure.inferred else []
    when += [say.word("since", date=figure.since.label(language))] if figure.since else []
    return [
        _cell([place, figure.what(language), figure.named("scheme", language), say.base(figure)]),
        Cell(value, (say.word("computed", value=_value(computed, say)),) if computed else ()),
        Cell(figure.when.label(language) if known else say.word("undated"), tuple(when)),
        _cell([*said, *say.caveats(figure, framed=True)]),
        ", ".join(_stands(one, figure.paragraph, profile, say) for one in sources) + _mark(figure, say),
    ]


def _input(figure: Figure, computed: Figure, say: Wording) -> str:
    """What a figure was computed from; of another place with that place, its phrase and date."""
    value = say.with_unit(figure, change=True)
    if figure.locality == computed.locality:
        return value
    return f"{say.short_place(figure.locality)}: “{figure.printed}” ({say.date(figure)})"


def _cell(lines: Sequence[str]) -> Cell:
    """A cell with the first non-empty line, and the others smaller below it."""
    first, *below = [*filter(None, lines)] or [""]
    return Cell(first, tuple(below))


def _value(figure: Figure, say: Wording) -> str:
    return say.with_unit(figure, change=True, beside=figure.named("indicator", say.language))


def _stands(article: str, paragraph: int | None, profile: PlaceProfile, say: Wording) -> str:
    n = profile.number(article)
    return say.word("place_source_at", n=n, paragraph=paragraph) if paragraph else say.word("place_source", n=n)


def _mark(figure: Figure, say: Wording) -> str:
    """A tick for a proven figure; how many are proven stands with each article."""
    return " ✓" if say.proofs.get(figure.id) is Proof.PROVEN else ""


def _draw(rows: Sequence[Row], first: str, say: Wording, caption: str, key: str) -> None:
    heads = [first, *(say.word(f"col_{name}") for name in _NAMES[1:])]
    table(heads, rows, caption=caption, key=key, names=_NAMES, kind="ds-profile", scrolls=False)
