"""What ``doisanh compare`` prints: two figures set against each other, or all pairs of one indicator."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from itertools import combinations

from dashboard.charts.wording import Wording
from dashboard.figures.comparability import Judgement, Verdict, judge
from dashboard.figures.comparability.partitioning_traits import what
from dashboard.figures.figure import Figure, figures_of
from dashboard.figures.frame import build
from dashboard.language.words import Language, word
from dashboard.records.dataset import Dataset
from dashboard.records.places import label


class Unknown(Exception):
    """A figure or an indicator does not exist. The message says which one, and what may have been meant."""


def two(dataset: Dataset, ids: tuple[str, str], language: Language) -> Iterator[str]:
    """Lines on two figures: their phrases, the verdict, and each reason with its remedy and source.

    Raises Unknown, before the first line, where a figure does not exist.
    """
    figures = {figure.id: figure for figure in figures_of(build(dataset))}
    for id in ids:
        if id not in figures:
            raise Unknown(f"{word('compare_no_figure', language, id=id)}; {_near(id, list(figures), language)}")
    wording = Wording(dataset, list(figures.values()), language)
    for sign, id in zip("AB", ids, strict=True):
        figure = figures[id]
        place = label(figure.locality, dataset, language)
        yield f"{sign}  {place} · {figure.what(language)}: {_value(figure, wording)}"
        computed = word("compare_computed", language, inputs=", ".join(figure.inputs))
        yield f"   {computed if figure.computed else f'“{figure.printed}”'}"
        if noted := wording.noted(figure):
            yield f"   {noted}"
        yield f"   {wording.sources_of(figure)} · {figure.id}"
    yield ""
    judgement = judge([figures[id] for id in ids], dataset.rules)
    yield f"{judgement.verdict.sign} {word(judgement.verdict.word, language).lower()}"
    for reason in judgement.gravest_first:
        yield f"  {reason.verdict.sign} {reason.text[language]}"
        yield f"      {word('compare_remedy', language, text=reason.remedy[language])}"
        yield f"      {word('compare_source', language, text=reason.source[language])}"


def table(dataset: Dataset, indicator: str | None, language: Language) -> Iterator[str]:
    """A line for each pair of figures of one indicator (of all indicators where it is None), then how many of each.

    A share or change computed from a figure is paired only with the same computed from the same indicator.
    Raises Unknown, before the first line, where the indicator does not exist.
    """
    if indicator is not None and indicator not in dataset.indicators:
        near = _near(indicator, list(dataset.indicators), language)
        raise Unknown(f"{word('compare_no_indicator', language, id=indicator)}; {near}")
    figures = figures_of(build(dataset))
    groups: dict[tuple[str, str], list[Figure]] = {}
    for figure in figures:
        if indicator in (None, figure.indicator):
            groups.setdefault(what(figure), []).append(figure)
    wording = Wording(dataset, figures, language)
    count = dict.fromkeys(Verdict, 0)
    for group in groups.values():
        if len(group) < 2:
            continue
        yield f"{group[0].named('indicator', language)} ({group[0].indicator})"
        for one, other in combinations(group, 2):
            judgement = judge([one, other], dataset.rules)
            count[judgement.verdict] += 1
            yield f"  {_line(one, other, judgement, wording)}"
    pairs = sum(count.values())
    if not pairs:
        yield word("compare_no_pairs", language)
        return
    good, caution, never = (count[verdict] for verdict in Verdict)
    yield word("compare_tally", language, pairs=pairs, good=good, caution=caution, never=never)


def _line(one: Figure, other: Figure, judgement: Judgement, wording: Wording) -> str:
    sides = [f"{wording.whose(figure)} {_value(figure, wording)}" for figure in (one, other)]
    reasons = "; ".join(judgement.texts(wording.language))
    return f"{judgement.verdict.sign} {' | '.join(sides)}" + (f" | {reasons}" if reasons else "")


def _value(figure: Figure, wording: Wording) -> str:
    return f"{wording.with_unit(figure)} ({wording.date(figure)})"


def _near(id: str, known: list[str], language: Language) -> str:
    """What may have been meant: by the end of the id, else by spelling."""
    near = [one for one in known if one.rpartition("/")[2] == id.rpartition("/")[2]][:3]
    near = near or get_close_matches(id, known, 3, 0.5)
    return word("compare_near" if near else "compare_all_ids", language, ids=word("compare_or", language).join(near))
