"""The sentence that may be written of figures that compare: it claims nothing that verdict, hedges or dates leave open.

- Comparable: which place has more and by how much, with both dates; of several places all in their order.
- With caution, the order certain: which number is the larger one, and what has to be said with it.
- With caution, the order open: both numbers, that no order can be told, and why.
- Of one place among all that compare with it: its rank, only where an order may be told; else why not.

It stands alone: it says what is counted unless the unit does, and names each place with its number or date. An amount
is the difference of the numbers as they are shown, and only told where none of them is approximate.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from dashboard.articles.verify.proofs import Proof
from dashboard.charts.amounts import COUNTS, amount, counted, factor, height, share, shown, value
from dashboard.charts.plan import Answer
from dashboard.charts.wording import Wording
from dashboard.figures.comparability import Judgement, Reason
from dashboard.figures.comparison import Apart, Compared, Standing
from dashboard.figures.figure import Figure
from dashboard.language.words import capital, named
from dashboard.records.models.figure import Base
from dashboard.records.models.indicator import Kind
from dashboard.records.places import in_sentence, label_in_sentence

_PAIR: Final = 2
_DASH: Final = "\N{EN DASH}"


def said(answer: Answer, say: Wording) -> str:
    """What may be written of an answer, in the language of ``say``."""
    if isinstance(answer, tuple):
        names = ", ".join(one.figures[0].what(say.language) for one in answer)
        return f"{reason(answer, say)} ({len(answer)}): {names}."
    return standing(answer, say) if isinstance(answer, Standing) else sentence(answer, say)


def sentence(compared: Compared, say: Wording) -> str:
    """The sentence on a set of two places or more, in the language of ``say``."""
    clean = compared.clean
    if len(clean) < _PAIR:
        found = _cautious(compared.figures, compared.judgement, say)
    else:
        found = _plain(clean, say)
        rest = [figure for figure in compared.figures if figure not in clean]
        if rest:
            why = "; ".join(compared.judgement.texts(say.language))
            found += " " + say.word("say.but", told=_told(rest, say, compared.figures), why=why)
    return _about(compared.figures, say, found) + _unchecked(compared.figures, say)


def _about(figures: Sequence[Figure], say: Wording, said: str) -> str:
    """What is said, after what is counted: unless that is the unit, and the unit was named."""
    first, since = figures[0], {figure.since for figure in figures}
    more = [
        first.named("of", say.language),
        first.base_note(say.language) if first.base == Base.SUBSET else "",
        say.word("since", date=first.since.label(say.language)) if first.since and len(since) == 1 else "",
    ]
    name = first.named("indicator", say.language)
    subject = named(name, "; ".join(filter(None, more))).replace(": ", ", ")
    unit = first.named("unit", say.language)
    if subject.casefold() == unit.casefold() and f" {unit}" in said:
        return capital(said)
    return say.word("say.about", what=capital(subject), said=said)


def standing(one: Standing, say: Wording) -> str:
    """Where a figure stands among all that compare with it: its rank, or why none can be told."""
    figures, judgement = one.compared.figures, one.compared.judgement
    why = "; ".join(judgement.texts(say.language))
    sign = f"{judgement.verdict.sign} " if judgement.verdict else ""
    if one.figure.value is None or not judgement.ranked:
        told = say.word("answers.unranked", n=len(figures), level=level(one.compared, say))
        return f"{sign}{told}{': ' if why else ''}{why}."
    heights = [height(other) for other in figures if other.value is not None]
    above, same = (sum(map(test, heights)) for test in (height(one.figure).__lt__, height(one.figure).__eq__))
    key = "answers.ranked_with" if same > 1 else "answers.ranked"
    told = say.word(key, place=above + 1, n=len(figures), level=level(one.compared, say), dates=span(one.compared, say))
    return f"{told} {sign}{why}." if why else told


def span(compared: Compared, say: Wording) -> str:
    """The first and last date of a set, in short; "" where none is dated."""
    told = ((one.as_of.text, one.published.text, one.over, one.kind) for one in compared.figures)
    figures = [one for one in dict(zip(told, compared.figures, strict=True)).values() if one.as_of.dated]
    if not figures:
        return ""
    first, last = _ends(figures, say.date)
    if first == last:
        return first
    if _DASH in first + last:
        return say.word("say.from_to", first=first, last=last)
    return f"{first}\N{NO-BREAK SPACE}{_DASH} {last}"


def level(compared: Compared, say: Wording) -> str:
    """The level of a set inside a line: "cấp huyện", "các cấp"."""
    said = say.word(compared.level or "all_levels")
    return said[:1].lower() + said[1:]


def _ends(figures: Sequence[Figure], told: Callable[[Figure], str]) -> tuple[str, str]:
    """The dates of the first and the last: of periods, the one that begins first and the one that ends last."""

    def reach(figure: Figure) -> tuple[float, float]:
        start, end = figure.as_of.start, figure.as_of.end
        if start and end and figure.when.over:
            return start.toordinal(), end.toordinal()
        return figure.when.reach

    return told(min(figures, key=reach)), told(max(figures, key=lambda one: reach(one)[::-1]))


def reason(apart: Sequence[Apart], say: Wording) -> str:
    """What keeps figures apart, of some that one rule keeps apart."""
    return capital(kept_apart(next(one for one in apart[0].judgement.reasons if one.kind == apart[0].reason), say))


def kept_apart(found: Reason, say: Wording) -> str:
    """What keeps figures apart, without in what they differ where the reason says that behind a colon."""
    template = say.dataset.rules[found.kind].reason[say.language].partition(":")[0]
    return found.text[say.language] if "{" in template else template


def _plain(figures: Sequence[Figure], say: Wording) -> str:
    """Of figures whose verdict is "comparable"."""
    if figures[0].kind is Kind.GRADE:
        return _grades(figures, say)
    by_height = sorted(figures, key=height, reverse=True)
    high, low = by_height[0], by_height[-1]
    if shown(low, say) == shown(high, say):
        key = "say.equal" if height(low) == height(high) else "say.about_equal"
        values = dict.fromkeys(value(figure, say) for figure in figures)
        return say.word(key, places=_places(figures, say), value=joined(list(values), say), dates=_dates(figures, say))
    if any(_by_length(*pair) for pair in pairwise(by_height)):
        return say.word("say.beside", told=_told(by_height, say), why=say.word("say.by_length"))
    if len(figures) == _PAIR:
        key, order = _more(low, high, say)
        return say.word(
            f"say.{key}", more=_place(high, figures, say), less=_place(low, figures, say),
            amount=amount(low, high, say), factor=factor(low, high, say), dates=_dates(order, say),
        )  # fmt: skip
    key = "say.most" if counted(high) else "say.highest"
    told = [f"{_place(figure, figures, say)} {value(figure, say)}" for figure in by_height]
    return say.word(key, told=joined(told, say), dates=_dates(figures, say))


def _by_length(one: Figure, other: Figure) -> bool:
    """Whether one number may only be the larger one because its period is a little longer."""
    if not (one.adds_up and one.kind in COUNTS and one.when.years and other.when.years):
        return False
    less, more = sorted((one, other), key=lambda each: abs(height(each)))
    if height(less) * height(more) <= 0 or abs(height(less)) == abs(height(more)):
        return False
    longer = (more.when.years or 0) / (less.when.years or 1)
    return longer > 1 and height(more) / height(less) <= longer


def _more(low: Figure, high: Figure, say: Wording) -> tuple[str, list[Figure]]:
    """The word for more (of counts, of levels such as shares, of what rose or fell), and the order that it names them
    in."""
    formula = say.dataset.indicators[high.indicator].formula
    if not (formula and formula.change):
        return "higher_share" if share(high) else "more" if counted(high) else "higher", [high, low]
    above, below = height(high), height(low)
    if above <= 0:
        return "fell_alone" if above == 0 else "fell_more", [low, high]
    return "rose_more" if below > 0 else "rose_alone" if below == 0 else "rose_fell", [high, low]


def _cautious(figures: Sequence[Figure], judgement: Judgement, say: Wording) -> str:
    """Of figures that compare with caution only."""
    reasons = sorted(judgement.gravest_first, key=lambda reason: not reason.unranked)
    why = "; ".join(reason.text[say.language] for reason in reasons)
    if figures[0].kind is Kind.GRADE:
        return say.word("say.beside", told=_told(figures, say), why=why)
    heights = {height(figure) for figure in figures}
    if len(heights) == 1 and not any(figure.hedge for figure in figures):
        return say.word("say.equal_but", told=_told(figures, say), why=why)
    if not judgement.ranked:
        return say.word("say.no_order", told=_told(figures, say), why=why)
    by_height = sorted(figures, key=height, reverse=True)
    high, low = by_height[0], by_height[-1]
    if len(figures) > _PAIR or shown(low, say) == shown(high, say) or height(low) < 0:
        return say.word("say.beside", told=_told(by_height, say), why=why)
    return say.word("say.larger", more=_told([high], say, figures), less=_told([low], say, figures), why=why)


def _grades(figures: Sequence[Figure], say: Wording) -> str:
    by_grade: dict[str, list[Figure]] = {}
    for figure in figures:
        by_grade.setdefault(value(figure, say), []).append(figure)
    if len(by_grade) == 1:
        grade = next(iter(by_grade))
        return say.word("say.same_grade", places=_places(figures, say), grade=grade, dates=_dates(figures, say))
    told = "; ".join(f"{_places(same, say)} {grade}" for grade, same in by_grade.items())
    return f"{told}; {_dates([one for same in by_grade.values() for one in same], say)}."


# --- places and dates


def _place(figure: Figure, among: Sequence[Figure], say: Wording) -> str:
    """Its place; where there are several levels with its type, so that the level shows."""
    if len({one.level for one in among}) > 1:
        return in_sentence(figure.locality, say.dataset, say.language)
    return label_in_sentence(figure.locality, say.dataset, say.language)


def _places(figures: Sequence[Figure], say: Wording) -> str:
    return joined([_place(figure, figures, say) for figure in figures], say)


def _told(figures: Sequence[Figure], say: Wording, among: Sequence[Figure] = ()) -> str:
    """Each place with its number and date."""
    told = []
    for one in figures:
        counted = f"{say.value(one)}; " if share(one) else ""
        told.append(say.word("say.told", place=_place(one, among or figures, say), value=value(one, say, alone=True),
                             date=counted + _date(one, say)))  # fmt: skip
    return joined(told, say)


def _date(figure: Figure, say: Wording) -> str:
    date = say.date(replace(figure, inferred=False))
    return say.word("say.inferred", date=date) if figure.inferred else date


def _dates(figures: Sequence[Figure], say: Wording) -> str:
    """The dates of two figures in their order, one where they are alike; of more the first and the last."""
    dates = list(dict.fromkeys(_date(figure, say) for figure in figures))
    if len(dates) <= 1 or len(figures) == _PAIR:
        return joined(dates, say)
    first, last = _ends(figures, lambda one: _date(one, say))
    return first if first == last else say.word("say.from_to", first=first, last=last)


def joined(names: Sequence[str], say: Wording) -> str:
    """Names as a list in words: "một, hai và ba"."""
    if len(names) < _PAIR:
        return "".join(names)
    return say.word("say.and", first=", ".join(names[:-1]), last=names[-1])


def _unchecked(figures: Sequence[Figure], say: Wording) -> str:
    """Which of its figures nobody has seen in the article again, or rest on one such; "" where there is none."""
    unseen = (Proof.TEXT_NOT_HELD, Proof.NOT_PROVEN)
    noted = [one for one in figures if any(say.proofs.get(id) in unseen for id in (one.id, *one.inputs))]
    return " " + say.word("say.unchecked", places=_places(noted, say)) if noted else ""
