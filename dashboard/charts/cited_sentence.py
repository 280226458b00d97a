"""A figure as one sentence that can stand in a memo, in the language of the page and without ids.

"Theo Báo Đồng Khởi ngày 22/7/2019, Đảng bộ tỉnh Bến Tre có 55.610 đảng viên." It says whatever the number can't do
without: the hedge, its date where that is not the article's, what was inferred, the part, total, base and scheme, what
a computed number comes from, and that nobody checked it. The indicator gives its predicate where it has one
(``Indicator.predicate``); else a frame is used only where the words of its name are sure to fit, and otherwise the name
stands before a colon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dashboard.articles.verify.proofs import Proof
from dashboard.charts.figure_wording import exact
from dashboard.charts.scales import PERCENT
from dashboard.charts.sentences import joined
from dashboard.charts.wording import Wording
from dashboard.figures.figure import Figure
from dashboard.language.english import singular
from dashboard.language.number_format import format_large, format_number
from dashboard.language.spoken_dates import spoken, unpadded
from dashboard.language.words import Language
from dashboard.records.models.figure import Base
from dashboard.records.models.indicator import Kind, Tier
from dashboard.records.places import full_label, in_sentence

_LARGE: Final = 1_000_000
_COUNTED: Final = frozenset({Kind.STOCK, Kind.FLOW, Kind.VISITS, Kind.SHARE})
_PARTY: Final = frozenset({
    "party_member", "admission", "party_organization", "district_level_organization", "grassroots_organization",
    "rated_grassroots_organization", "subordinate_cell", "cell_of_either_rank", "sectional_organization",
    "own_organization", "cell_committee",
})  # fmt: skip
"""The subjects that are said of a place's Party organisation; all others are said of the place."""
_NUMBER_OF: Final = {"vi": "số ", "en": "number of "}
_RATE: Final = {"vi": "tỷ lệ ", "en": "share of "}


def cited_sentence(figure: Figure, say: Wording) -> str:
    """The sentence; after it what the figure contradicts and the curator's note, where there are such."""
    source = say.word("cite.computed_source" if figure.computed else "cite.source", source=_source(figure, say))
    told = [source, _time(figure, say), _body(figure, say)]
    in_brackets = "; ".join(dict.fromkeys(filter(None, _qualifiers(figure, say))))
    sentence = ", ".join(filter(None, told)) + (f" ({in_brackets})" if in_brackets else "")
    contradicts, note = figure.contradicts(say.language), figure.note(say.language)
    more = [
        say.word("contradicts", what=contradicts) if contradicts else "",
        say.word("cite.note", note=note) if note and not figure.computed else "",
    ]
    return " ".join(f"{one.rstrip('.')}." for one in (sentence, *more) if one)


def _source(figure: Figure, say: Wording) -> str:
    """Outlet and date, "Báo Đồng Khởi ngày 22/7/2019"; the title too where another article has both."""
    article = say.dataset.articles[figure.article]
    date, title = article.published.date, say.dataset.told_apart.get(article.id, article.id)
    name = article.outlet.value
    brackets = [say.word("cite.outlet_inferred")] if article.outlet.inferred else []
    brackets += [] if title == article.id else [say.word("cite.titled", title=title)]
    if not date.dated:
        brackets.append(say.word("published_unknown"))
    elif article.published.inferred:
        brackets.append(say.word("published_undated", date=spoken(date, say.language)))
    else:
        name = say.word("cite.dated", outlet=name, date=spoken(date, say.language))
    return f"{name} ({'; '.join(brackets)})" if brackets else name


def _time(figure: Figure, say: Wording) -> str:
    """The date or period of the figure; "" where it is that of the article, or is told in brackets."""
    when, date = figure.when, figure.as_of
    if not date.dated or when.unsettled:
        return ""
    moment = not when.over or date.precision == "day" or figure.since is not None
    if moment and date.text == figure.published.text:
        return ""
    if when.term and date.precision == "range":
        return say.word("cite.term", span=date.label(say.language))
    if date.precision == "range":
        return spoken(date, say.language)
    until = moment and date.precision != "year"
    return say.word("cite.until" if until else "cite.in", date=spoken(date, say.language))


# --- what it says


def _body(figure: Figure, say: Wording) -> str:
    """Who has, did or reached how much."""
    indicator, language = say.dataset.indicators[figure.indicator], say.language
    name, unit, value = indicator.name[language], indicator.unit[language], _value(figure, say)
    if indicator.formula and indicator.formula.percent_of_total and figure.inputs:
        part = say.dataset.indicators[say.inputs(figure)[0].indicator]
        noun = _inside(part.name[language].replace(": ", " – "), language)
        return say.word("cite.of_total", who=_who(figure, part.subject, say), noun=noun, value=value)
    who = _who(figure, indicator.subject, say)
    noun, single = _noun(figure, say), _single(figure, say)
    if figure.grade and figure.grade != Tier.UNCLEAR:
        return say.word("cite.graded", who=who, grade=value)
    predicate = _predicate(figure, say)
    if figure.before is not None or figure.grade or (single and "{n}" not in predicate):
        return _plain(figure, who, say)
    if figure.value and predicate:
        unit = singular(unit) if single else unit
        counted = value if unit == PERCENT or value.endswith(f" {unit}") else f"{value} {unit}"
        # no format string: what else stands in braces is text
        given = {"{n}": counted, "{value}": value, "{of}": figure.named("of", language)}
        return f"{who} {re.sub('{n}|{value}|{of}', lambda gap: given[gap[0]], predicate)}"
    if noun and figure.kind in _COUNTED:
        if not figure.value and not figure.hedge and not figure.out_of:
            return say.word("cite.none", who=who, noun=noun)
        return say.word("cite.share" if unit == PERCENT else "cite.has", who=who, value=value, noun=noun)
    if unit == PERCENT and name.casefold().startswith(_RATE[language]) and "," not in name:
        return say.word("cite.rate", who=who, noun=_inside(name, language), value=value)
    return _plain(figure, who, say)


def _predicate(figure: Figure, say: Wording) -> str:
    """The predicate of its indicator; "" where that has none, or speaks of a part and the figure is of none."""
    predicate = say.dataset.indicators[figure.indicator].predicate
    said = predicate[say.language] if predicate else ""
    return said if "{of}" not in said or figure.named("of", say.language) else ""


def _who(figure: Figure, subject: str, say: Wording) -> str:
    """A place, or its Party organisation: "Đảng bộ tỉnh Bến Tre"."""
    place = (in_sentence if say.language == "vi" else full_label)(figure.locality, say.dataset, say.language)
    return unpadded(say.word("cite.organisation", place=place) if subject in _PARTY else place)


def _noun(figure: Figure, say: Wording) -> str:
    """What the number counts, where that may stand right after it: "chi bộ ấp, thôn, khu phố"; else "".

    Sure are a name that begins (in English also ends) with the unit, "Số …", and the name of a rating.
    """
    indicator, language = say.dataset.indicators[figure.indicator], say.language
    name, unit = indicator.name[language], indicator.unit[language]
    folded, first = name.casefold(), name.partition(" ")[0]
    if ":" in name or folded.startswith(_RATE[language]) or indicator.kind is Kind.TARGET:
        return ""
    if folded.startswith(_NUMBER_OF[language]):
        return name[len(_NUMBER_OF[language]) :]
    if first == "".join(word[0] for word in unit.split()).upper():  # TCCSĐ: tổ chức cơ sở đảng
        return f"{unit}{name[len(first) :]}"
    edges = (
        f"{folded} ".startswith(f"{unit.casefold()} "),
        language == "en" and folded.endswith(f" {unit.casefold()}"),
    )
    comma = folded.startswith(f"{unit.casefold()},")
    return _inside(name, language) if any(edges) or comma or indicator.rating else ""


def _plain(figure: Figure, who: str, say: Wording) -> str:
    """The name before a colon; what changed, after it: "ở tỉnh Bến Tre, …: giảm từ 165 xuống còn 92 tổ chức"."""
    indicator, language = say.dataset.indicators[figure.indicator], say.language
    name, unit, value = indicator.name[language], indicator.unit[language], _value(figure, say)
    if not figure.grade and unit != PERCENT and not value.endswith(f" {unit}"):
        unit = singular(unit) if _single(figure, say) else unit
        value = value if name.casefold().startswith(unit.casefold()) else f"{value} {unit}"
    if figure.before is not None and figure.value is not None:
        before = format_number(exact(figure.before), language)
        if figure.value == figure.before:
            value = say.word("cite.stayed", value=value)
        else:
            fell = figure.value < figure.before
            value = say.word("cite.fell" if fell else "cite.rose", before=before, value=value)
    return say.word("cite.plain", who=who, noun=_inside(name.replace(": ", " – "), language), value=value)


def _single(figure: Figure, say: Wording) -> bool:
    """Whether an English noun after the number is in the singular; names are in the plural."""
    percent = say.dataset.indicators[figure.indicator].unit[say.language] == PERCENT
    return say.language == "en" and figure.value == 1 and figure.out_of is None and not percent


def _value(figure: Figure, say: Wording) -> str:
    """The number in words and digits: "trên 9.700", "40/170", "gần 1 tỷ", "96,8%"; the grade of a rating."""
    if figure.grade:
        return say.word(f"grade_{figure.grade}")
    assert figure.value is not None
    indicator, language = say.dataset.indicators[figure.indicator], say.language
    if indicator.formula:
        value = format_number(figure.value, language, indicator.formula.digits)
    elif figure.value >= _LARGE:
        value = format_large(exact(figure.value), language)
    else:
        value = format_number(exact(figure.value), language)
    if figure.out_of is not None:
        value = say.word("cite.among", n=value, total=format_number(exact(figure.out_of), language))
    value += PERCENT * (indicator.unit[language] == PERCENT)
    return f"{say.word(f'hedge_{figure.hedge}')} {value}" if figure.hedge else value


# --- what has to be said with it


def _qualifiers(figure: Figure, say: Wording) -> Iterator[str]:
    language, date = say.language, figure.as_of
    if not (figure.value and "{of}" in _predicate(figure, say)):
        yield figure.named("of", language)
    if not date.dated or figure.when.unsettled:
        label = unpadded(figure.when.label(language))
        yield say.word("cite.moment", date=label) if date.dated else label
    if figure.inferred and date.dated:
        yield say.word("cite.inferred")
    if figure.since:
        yield say.word("since", date=spoken(figure.since, language))
    if figure.scheme:
        yield _inside(figure.named("scheme", language) or say.dataset.schemes[figure.scheme].name[language], language)
    if figure.base and not (figure.base == Base.ALL and not figure.base_note(language) and figure.out_of):
        yield say.base(figure)
    if figure.hedge and figure.hedge_noted:
        yield say.word("cite.noted", hedge=say.word(f"hedge_{figure.hedge}"))
    if figure.computed:
        inputs = [_counted(one, say) for one in say.inputs(figure)]
        yield say.word("cite.computed", inputs=joined(inputs, say))
        yield unpadded(_inside(figure.note(language), language)).rstrip(".")
    marks = [say.proofs.get(one.id) for one in (say.inputs(figure) if figure.computed else [figure])]
    for mark in (Proof.TEXT_NOT_HELD, Proof.NOT_PROVEN):
        if mark in marks:
            yield say.word(mark)


def _counted(figure: Figure, say: Wording) -> str:
    """A number that another was computed from: "7.397 đảng viên"."""
    indicator, value, noun = say.dataset.indicators[figure.indicator], _value(figure, say), _noun(figure, say)
    if figure.before is not None:
        value = f"{format_number(exact(figure.before), say.language)} → {value}"
    if noun:
        return f"{value} {noun}"
    return f"{value} ({_inside(indicator.name[say.language].replace(': ', ' – '), say.language)})"


def _inside(text: str, language: Language) -> str:
    """A name inside a sentence: its first letter small, unless the first word is an abbreviation or a proper name."""
    first, _, rest = text.partition(" ")
    second = rest.partition(" ")[0]
    proper = second[:1].isupper() and second not in ("Party", "TCCSĐ")
    keep = first[1:] != first[1:].lower() or proper or (language == "en" and first == "Party")
    return text if keep else text[:1].lower() + text[1:]
