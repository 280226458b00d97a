"""The sentence that may be written of figures that compare: it claims nothing that verdict, hedges or dates leave open.

- Comparable: which place has more and by how much, with both dates; of several places the most and the least.
- With caution, the order certain: which number is the larger one, and what has to be said with it.
- With caution, the order open: that no order can be told, and why.
- Of one place among all that compare with it: its rank, only where an order may be told; else why not.

An amount is the difference of the numbers as they are shown, and only told where none of them is approximate.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from dashboard.articles.verify.proofs import Proof
from dashboard.charts.figure_wording import exact
from dashboard.charts.plan import Answer
from dashboard.charts.scales import PERCENT
from dashboard.charts.wording import Wording
from dashboard.figures.comparability import Judgement, Reason
from dashboard.figures.comparison import Apart, Compared, Standing
from dashboard.figures.figure import Figure
from dashboard.language.number_format import format_number
from dashboard.language.words import capital
from dashboard.records.models.indicator import Kind

_PAIR: Final = 2
_DASH: Final = "\N{EN DASH}"
_TIMES: Final = 1.3  # from which on "1.4 times as many" is clearer than "40% more"
_NEAR: Final = 0.005  # how far a factor may be rounded without "about", as a part of it
_COUNTS: Final = frozenset({Kind.STOCK, Kind.FLOW, Kind.VISITS, Kind.CHANGE})


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
        return _cautious(compared.figures, compared.judgement, say)
    found = _plain(clean, say)
    rest = [figure for figure in compared.figures if figure not in clean]
    if rest:
        why = "; ".join(compared.judgement.texts(say.language))
        found += " " + say.word("say.but", places=joined([say.whose(one) for one in rest], say), why=why)
    return found + _unchecked(compared.figures, say)


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
    figures = [one for one in compared.figures if one.as_of.dated]
    if not figures:
        return ""
    first, last = _ends(figures, say)
    if first == last:
        return first
    if _DASH in first + last:
        return say.word("say.from_to", first=first, last=last)
    return f"{first}\N{NO-BREAK SPACE}{_DASH} {last}"


def level(compared: Compared, say: Wording) -> str:
    """The level of a set inside a line: "cấp huyện", "các cấp"."""
    said = say.word(compared.level or "all_levels")
    return said[:1].lower() + said[1:]


def _ends(figures: Sequence[Figure], say: Wording) -> tuple[str, str]:
    """The dates of the figure that begins first and of the one that ends last."""
    first = min(figures, key=lambda one: (one.as_of.start or date.min, one.as_of.end or date.max, one.id))
    last = max(figures, key=lambda one: (one.as_of.end or date.max, one.as_of.start or date.min, one.id))
    return say.date(first), say.date(last)


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
    low, high = min(figures, key=height), max(figures, key=height)
    if _shown(low, say) == _shown(high, say):
        key = "say.equal" if height(low) == height(high) else "say.about_equal"
        return say.word(key, value=say.with_unit(high), dates=_dates(figures, say))
    if len(figures) == _PAIR:
        return say.word(
            f"say.{_more(low, high, say)}",
            more=say.whose(high), less=say.whose(low), amount=_amount(low, high, say) + _factor(low, high, say),
            dates=_dates([high, low], say),
        )  # fmt: skip
    most = [one for one in figures if height(one) == height(high)]
    least = [one for one in figures if height(one) == height(low)]
    key = "say.most" if figures[0].kind in _COUNTS else "say.highest"
    return say.word(key, n=len(figures), most=_valued(most, say), least=_valued(least, say), dates=_dates(figures, say))


def _more(low: Figure, high: Figure, say: Wording) -> str:
    """The word for more: of counts, of levels such as shares, of what rose or fell."""
    formula = say.dataset.indicators[high.indicator].formula
    if formula and formula.change:
        if height(high) <= 0:
            return "fell_less"
        return "rose_more" if height(low) >= 0 else "rose_fell"
    if _share(high):
        return "higher_share"
    return "more" if high.kind in _COUNTS else "higher"


def _cautious(figures: Sequence[Figure], judgement: Judgement, say: Wording) -> str:
    """Of figures that compare with caution only."""
    why = "; ".join(judgement.texts(say.language))
    ranked = judgement.ranked and len(figures) == _PAIR and figures[0].kind is not Kind.GRADE
    if not ranked or _shown(figures[0], say) == _shown(figures[1], say):
        return say.word("say.no_order", why=why)
    low, high = sorted(figures, key=height)
    return say.word("say.larger", more=say.whose(high), less=say.whose(low), at=say.date(high), than=say.date(low),
                    why=why)  # fmt: skip


def _grades(figures: Sequence[Figure], say: Wording) -> str:
    by_grade: dict[str, list[Figure]] = {}
    for figure in figures:
        by_grade.setdefault(say.value(figure), []).append(figure)
    if len(by_grade) == 1:
        return say.word("say.same_grade", grade=next(iter(by_grade)), dates=_dates(figures, say))
    told = [f"{joined([say.whose(one) for one in same], say)}: {grade}" for grade, same in by_grade.items()]
    return f"{capital('; '.join(told))}; {_dates(figures, say)}."


def _share(figure: Figure) -> bool:
    """Whether it is a count of a total, which is compared as a share."""
    return bool(figure.out_of)


def height(figure: Figure) -> float:
    """What is compared: the value, of a count with its total the share in per cent."""
    assert figure.value is not None
    return figure.value / figure.out_of * 100 if figure.out_of else figure.value


def _digits(figure: Figure, say: Wording) -> int | None:
    """The decimals with which it is shown; None for as many as it has."""
    if _share(figure):
        return 1
    formula = say.dataset.indicators[figure.indicator].formula
    return formula.digits if formula else None


def _shown(figure: Figure, say: Wording) -> float:
    """What is compared, as rounded as it is shown."""
    digits = _digits(figure, say)
    return height(figure) if digits is None else round(height(figure), digits)


def _amount(low: Figure, high: Figure, say: Wording) -> str:
    """The difference with its unit; of per cent in percentage points."""
    difference = round(abs(_shown(high, say) - _shown(low, say)), 6)
    if _share(high) or say.dataset.indicators[high.indicator].unit.vi == PERCENT:
        digits = None if _digits(high, say) is None else _digits(high, say)
        return say.word("say.points", n=format_number(exact(difference), say.language, digits))
    return say.with_unit(replace(high, value=difference, before=None, hedge=None)).removeprefix("+")


def _factor(low: Figure, high: Figure, say: Wording) -> str:
    """How many times as much, or by what part more, in brackets; "" where that says nothing."""
    percent = say.dataset.indicators[high.indicator].unit.vi == PERCENT
    below, above = _shown(low, say), _shown(high, say)
    if percent or _share(high) or high.kind is Kind.CHANGE or below <= 0:
        return ""
    times = above / below
    if times >= _TIMES:
        digits = 1 if times < 10 else 0
        about = "" if abs(round(times, digits) - times) <= _NEAR * times else "about_"
        return f" ({say.word(f'say.{about}times', n=format_number(exact(round(times, digits)), say.language))})"
    part = (times - 1) * 100
    if part < 0.05:
        return ""
    digits = 0 if part >= 10 else 1
    return f" ({say.word('say.percent', n=format_number(exact(round(part, digits)), say.language))})"


def _valued(figures: Sequence[Figure], say: Wording) -> str:
    return f"{joined([say.whose(one) for one in figures], say)} ({say.value(figures[0])})"


def _dates(figures: Sequence[Figure], say: Wording) -> str:
    """The dates of two figures in their order, one where they are alike; of more the first and the last."""
    dates = list(dict.fromkeys(say.date(figure) for figure in figures))
    if len(dates) <= 1 or len(figures) == _PAIR:
        return joined(dates, say)
    first, last = _ends(figures, say)
    return first if first == last else say.word("say.from_to", first=first, last=last)


def joined(names: Sequence[str], say: Wording) -> str:
    """Names as a list in words: "một, hai và ba"."""
    if len(names) < _PAIR:
        return "".join(names)
    return say.word("say.and", first=", ".join(names[:-1]), last=names[-1])


def _unchecked(figures: Sequence[Figure], say: Wording) -> str:
    """Which of its figures nobody has seen in the article again; "" where there is none."""
    noted = [one for one in figures if say.proofs.get(one.id) in (Proof.TEXT_NOT_HELD, Proof.NOT_PROVEN)]
    names = dict.fromkeys(say.whose(one) for one in noted)
    return " " + say.word("say.unchecked", places=joined(list(names), say)) if names else ""
