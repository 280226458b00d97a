"""Whether the text around a phrase speaks of the figure's place, year, indicator and tier. Each rule is a function."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dashboard.dataset import Dataset, Entry
from dashboard.dates import Period
from dashboard.models import Indicator, Tier
from dashboard.verify.calendar_rules import terms
from dashboard.verify.paragraphs import Paragraph
from dashboard.verify.phrases import Fault, Found, stands
from dashboard.vietnamese import fold

_SENTENCE_ENDS = re.compile(r"(?<!\bTP)(?<!\b[A-Z])[.!?…]{1,4}[\"”)]{0,2} (?=\W{0,5}[A-ZĐÀ-ỸƯƠ])")
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_AND_ABOVE = re.compile(r"(?<!\w)(?:nhiệm vụ|tốt|hoàn thành|khá) trở lên(?!\w)", re.IGNORECASE)
_CUMULATIVE = (Tier.GOOD_OR_BETTER, Tier.COMPLETED_OR_BETTER)
_WORDS_BETWEEN = 8


def place(dataset: Dataset, entry: Entry, found: Found) -> Iterator[Fault]:
    """A place that the phrase names is the figure's own, or one around it."""
    around, at = [], dataset.localities.get(entry.locality)
    while at and at.name not in around:
        around.append(at.name)
        at = dataset.localities.get(at.parent or "")
    phrase = Paragraph(0, found.paragraph.text[found.start : found.end])
    names = {one.name for one in dataset.localities.values() if stands(one.name, phrase)}
    own = {name for name in around if name in names}
    others = sorted(name for name in names - own if not any(name in one for one in own))
    if others and around and around[0] not in own:
        field = "locality" if entry.figure.locality else "printed"
        yield Fault("place", field, f"the phrase names {others[0]}, but the figure is about {around[0]}",
                    "correct locality, or copy the phrase of that place")  # fmt: skip
    elif entry.figure.locality and around and not own and not stands(around[0], found.paragraph):
        yield Fault("place", "locality", f"{around[0]} is not named in paragraph {found.paragraph.number}",
                    "correct locality or paragraph")  # fmt: skip


def years(dataset: Dataset, entry: Entry, found: Found, paragraphs: Sequence[Paragraph]) -> Iterator[Fault]:
    """The years of ``since`` and of an ``as_of`` that is not inferred are printed.

    A figure's own ``as_of``: in its paragraph or the last one before that names any year, terms apart; the file's
    (unless it is the day of publication) and ``since``: anywhere up to the paragraph.
    """
    until = [one for one in paragraphs if one.number <= found.paragraph.number]
    own, as_of = entry.figure.as_of, entry.as_of
    wanted: list[tuple[str, Period, set[str]]] = []
    if entry.figure.since:
        wanted.append(("since", entry.figure.since, _years(until, terms_too=True)))
    if entry.inferred is None and own and own.precision != "range":
        naming = [one for one in until[:-1] if _years([one])]
        wanted.append(("as_of", own, _years([*naming[-1:], found.paragraph])))
    elif entry.inferred is None and as_of != dataset.articles[entry.article].published.date:
        wanted.append(("as_of", as_of, _years(until, terms_too=True)))
    for field, period, printed in wanted:
        if missing := [year for year in _YEAR.findall(period.text) if year not in printed]:
            yield Fault("year", field, f"{field} is {period}, but {missing[0]} is not printed here",
                        "correct it, or say in inferred why it is believed")  # fmt: skip


def _years(paragraphs: Sequence[Paragraph], *, terms_too: bool = False) -> set[str]:
    found = set()
    for text in (one.text for one in paragraphs):
        ranges = [] if terms_too else list(terms(text))
        for match in _YEAR.finditer(text):
            if not any(start <= match.start() < end for start, end in ranges):
                found.add(match[0])
    return found


def announced(indicator: Indicator, entry: Entry, found: Found) -> Iterator[Fault]:
    """One of the indicator's words, or its unit, is in the sentence or the one before; for a part, in the paragraph."""
    words = [*indicator.words, *([] if indicator.unit.vi == "%" else [indicator.unit.vi])]
    scope = found.paragraph.folded if entry.figure.locality else _sentences(found)
    if indicator.words and not any(_pattern(word).search(scope) for word in words):
        expected = " / ".join(indicator.words)
        yield Fault("indicator", "indicator", f'nothing near the phrase announces this indicator ("{expected}")',
                    "take the indicator that the sentence speaks of, or add them to its words")  # fmt: skip


def tier(indicator: Indicator, entry: Entry, found: Found) -> Iterator[Fault]:
    """ "trở lên" after a rating's label makes it cumulative (DOMAIN.md): the tier is of both or of neither."""
    printed = entry.figure.grade or (indicator.rating.tier if indicator.rating else None)
    if printed in (None, Tier.UNCLEAR):
        return
    field = "grade" if entry.figure.grade else "indicator"
    phrase = found.paragraph.text[found.start : found.end + len(" trở lên")]
    if printed not in _CUMULATIVE and _AND_ABOVE.search(phrase):
        yield Fault("tier", field, f'the label goes on with "trở lên", but the tier is {printed}',
                    "take the tier that is this one and above")  # fmt: skip
    elif printed in _CUMULATIVE and not _AND_ABOVE.search(_sentences(found)):
        yield Fault("tier", field, f'the tier is {printed}, but no "trở lên" stands near the phrase',
                    "take the tier without those above")  # fmt: skip


def _sentences(found: Found) -> str:
    """The sentence of the phrase with the one before it."""
    text = found.paragraph.folded
    starts = [0, *(match.end() for match in _SENTENCE_ENDS.finditer(text[: found.start]))]
    end = _SENTENCE_ENDS.search(text, found.end)
    return text[starts[-2:][0] : end.start() if end else len(text)]


def _pattern(words: str) -> re.Pattern[str]:
    """The words in this order, a few others between them: đảng bộ [và 24 chi bộ] cơ sở."""
    gap = rf"\W+(?:\w+\W+){{0,{_WORDS_BETWEEN}}}?"
    joined = gap.join(map(re.escape, re.findall(r"\w+", fold(words))))
    return re.compile(rf"(?<!\w){joined}(?!\w)", re.IGNORECASE)
