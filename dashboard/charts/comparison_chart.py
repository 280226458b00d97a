"""The answer of a view without a theme as a chart, so that it is saved, embedded and described like any other.

Two to six places: a panel for each set that compares, then one for each reason that keeps figures apart. One place: a
panel for each of its figures that others compare with. An indicator: a panel for each set that shares an axis.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from dashboard.charts.amounts import height
from dashboard.charts.figure_index import FigureIndex
from dashboard.charts.plan import Panel, Plan, Row
from dashboard.charts.planner import resolve
from dashboard.charts.view import COMPARISON, View
from dashboard.figures.comparability import Judgement, Verdict
from dashboard.figures.comparison import Compared, Comparison, Standing
from dashboard.figures.figure import Figure
from dashboard.language.words import LANGUAGES, Language, capital, word
from dashboard.records.models.chart import Chart, Form
from dashboard.records.models.fields import Text
from dashboard.records.places import in_sentence, label_in_sentence

MOST_COMPARED: Final = 6
"""So many places are set side by side, indicator by indicator; of more, one indicator is shown."""
_NAMED: Final = 3  # places in a title


def plan(figures: FigureIndex, view: View) -> Plan | None:
    """The chart of the answer; None where no place and no indicator is chosen, or nothing is known of them."""
    view = about(figures, view)
    found: Plan | None = None
    if view.indicator or len(view.places) > MOST_COMPARED:
        found = _indicator(figures, view, subject(figures, view))
    elif len(view.places) == 1:
        found = _one_place(figures, view)
    elif view.places:
        found = _several(figures, view)
    return found if found and found.panels else None


def about(figures: FigureIndex, view: View) -> View:
    """A view whose places are those that its answer is about: a chosen one without figures stands for those in it that
    have some, as on other charts."""
    found: dict[str, None] = {}
    for place in view.places:
        inside = resolve(figures.dataset, [place], set(figures.by_place))
        found |= dict.fromkeys(sorted(inside, key=figures.name) or [place])
    return replace(view, places=tuple(found))


def subject(figures: FigureIndex, view: View) -> str:
    """The indicator that an answer is about: the one chosen, else the one that most of the chosen places have."""
    if view.indicator:
        return view.indicator
    found = {(figure.indicator, place) for place in view.places for figure in figures.pool.by_place.get(place, ())}
    counts = Counter(id for id, _ in found)
    order = list(figures.dataset.indicators)
    return min(counts or order, key=lambda id: (-counts[id], order.index(id)))


def compared(figures: FigureIndex, view: View) -> Comparison:
    """What may be said of the places of a view; cached."""
    about = ("compared", view.places, view.use, view.first_year, view.last_year)
    return figures.cached(
        about,
        lambda: figures.pool.compare(view.places, figures.in_period(view), set(view.use)),
        lambda found: 700 * sum(map(len, (found.compared, found.apart, found.alone))) + 100 * len(view.use),
    )


def standings(figures: FigureIndex, view: View) -> list[Standing]:
    """The figures of the one place of a view among all that compare with them; cached."""
    about = ("standings", view.places, view.first_year, view.last_year)
    return figures.cached(
        about,
        lambda: figures.pool.standings(view.places[0], figures.in_period(view)),
        lambda found: sum(300 + 8 * len(one.compared.figures) for one in found),  # a list of all peers
    )


def counted(found: Sequence[Standing], language: Language) -> list[tuple[Verdict, str]]:
    """How many figures of a place compare with others, how many of those with caution, and how many not yet."""
    verdicts = Counter(one.compared.verdict if one.peers else Verdict.NOT_COMPARABLE for one in found)
    keys = ("answers.stands", "answers.sum_caution", "answers.stands_alone")
    return [(verdict, word(key, language, n=verdicts[verdict])) for verdict, key in zip(Verdict, keys, strict=True)]


def sets(figures: FigureIndex, view: View, indicator: str) -> list[Compared]:
    """The figures of an indicator, of the places of a view or of all, by what may share an axis."""
    within, places = figures.in_period(view), view.places
    keep = (lambda one: one.locality in places and (within is None or within(one))) if places else within
    return figures.pool.of_indicator(indicator, keep)


def ordered(one: Compared, figures: FigureIndex) -> list[Figure]:
    """The figures of a set by value, where an order may be told of all of them; else by the names of their places."""
    ranked = one.judgement.ranked and all(figure.value is not None for figure in one.figures)
    return sorted(
        one.figures,
        key=lambda figure: (-height(figure) if ranked else 0, figures.name(figure.locality)),
    )


def title(figures: FigureIndex, view: View, language: Language) -> str:
    """What an answer is about: places, an indicator, or the question which ones."""
    view, dataset = about(figures, view), figures.dataset
    if view.indicator or len(view.places) > MOST_COMPARED:
        return dataset.indicators[subject(figures, view)].name[language]
    if not view.places:
        return word("answers.home", language)
    if len(view.places) == 1:
        return capital(in_sentence(view.places[0], dataset, language))
    names = [label_in_sentence(place, dataset, language) for place in view.places]
    first = names[:-1] if len(names) <= _NAMED else names[:_NAMED]
    last = names[-1] if len(names) <= _NAMED else word("answers.more_places", language, n=len(names) - _NAMED)
    return capital(word("say.and", language, first=", ".join(first), last=last))


def _several(figures: FigureIndex, view: View) -> Plan:
    found = compared(figures, view)
    panels = [_panel(figures, one, _rows(one, found.places)) for one in found.compared]
    panels += [replace(_NOTHING, answer=apart) for apart in found.reasons]
    counts = [
        (verdict, f"answers.sum_{name}", n)
        for verdict, name, n in (
            (Verdict.COMPARABLE, "ok", len(found.of(Verdict.COMPARABLE))),
            (Verdict.CAUTION, "caution", len(found.of(Verdict.CAUTION))),
            (Verdict.NOT_COMPARABLE, "never", len(found.apart)),
        )
    ]  # fmt: skip

    def counted(language: Language) -> str:
        said = [f"{verdict.sign} {word(key, language, n=n)}" for verdict, key, n in counts]
        return " · ".join([*said, word("answers.sum_alone", language, n=len(found.alone))])

    return _plan(figures, view, panels, counted, Text.said("comparison_note") if found.compared else None, found.places)


def _rows(one: Compared, places: Sequence[str]) -> list[Row]:
    """The row of each place that has one: with its figure, else with one that shares no axis with the others."""
    found = []
    for place in places:
        if own := next((figure for figure in one.figures if figure.locality == place), None):
            found.append(_shown(own))
        elif unlike := next((figure for figure in one.others if figure.locality == place), None):
            found.append(Row(place, unlike=unlike, article=unlike.article))
    return found


def _shown(figure: Figure) -> Row:
    return Row(figure.locality, figure, article=figure.article)


def _one_place(figures: FigureIndex, view: View) -> Plan:
    found = standings(figures, view)
    with_peers = [one for one in found if one.peers]
    panels = [replace(_panel(figures, one.compared, [_shown(one.figure)]), answer=one) for one in with_peers]

    def said(language: Language) -> str:
        return " · ".join(
            told if verdict is Verdict.NOT_COMPARABLE else f"{verdict.sign} {told}"
            for verdict, told in counted(found, language)
        )

    return _plan(figures, view, panels, said, Text.said("standing_note"))


def _indicator(figures: FigureIndex, view: View, id: str) -> Plan:
    found = [one for one in sets(figures, view, id) if len(one.figures) > 1]
    panels = [
        replace(_panel(figures, one, [_shown(each) for each in ordered(one, figures)]), answer=None) for one in found
    ]
    about = figures.dataset.indicators[id]

    def counted(language: Language) -> str:
        unit = about.unit[language]
        said = "" if unit.casefold() in about.name[language].casefold() else f"; {unit}"
        return about.definition[language].rstrip(".") + said

    return _plan(figures, view, panels, counted, None)


def _panel(figures: FigureIndex, one: Compared, rows: list[Row]) -> Panel:
    indicator = figures.dataset.indicators[one.subject.indicator]
    return Panel(indicator, one.level, tuple(rows), one.judgement, kind=figures.kind(one.figures[0]), answer=one)


def _plan(
    figures: FigureIndex, view: View, panels: list[Panel], counted: Callable[[Language], str], note: Text | None,
    places: tuple[str, ...] = (),
) -> Plan:  # fmt: skip
    indicators = dict.fromkeys(panel.indicator.id for panel in panels if panel.indicator)
    vi, en = ((title(figures, view, language), counted(language)) for language in LANGUAGES)
    chart = Chart(
        id=COMPARISON,
        theme=next(iter(figures.dataset.themes)),
        form=Form.BARS,
        title=Text(vi=vi[0], en=en[0]),
        counted=Text(vi=vi[1], en=en[1]),
        indicators=list(indicators),
        note=note,
    )
    return Plan(chart, tuple(panels), places=places)


_NOTHING: Final = Panel(None, None, (), Judgement(Verdict.COMPARABLE, ()))
