"""Whether the text around a phrase speaks of the figure's place, date and indicator. Each rule is a function."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from datetime import timedelta
from itertools import takewhile

from dashboard.articles.text.calendar_rules import terms
from dashboard.articles.text.paragraphs import Paragraph
from dashboard.articles.text.phrases import Fault, Found, stands
from dashboard.articles.text.place_mentions import Subject, Subjects, Whereabouts
from dashboard.articles.text.sentences import holding
from dashboard.articles.text.sentences import sentences as sentence_spans
from dashboard.articles.verify.heading import printed_date
from dashboard.checks.counted_nouns import Nouns
from dashboard.language.bilingual import Both
from dashboard.language.dates import Period
from dashboard.language.numeral import Numeral
from dashboard.language.vietnamese import fold
from dashboard.records.dataset import Dataset, Entry
from dashboard.records.models.indicator import Indicator, Kind
from dashboard.records.models.locality import Locality

_SENTENCE_ENDS = re.compile(r"(?<!\bTP)(?<!\b[A-Z])[.!?…]{1,4}[\"”)]{0,2} (?=\W{0,5}[A-ZĐÀ-ỸƯƠ])")
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_WORDS_BETWEEN = 8
_REACH = 60  # characters behind a number in which the longest unit ends
_SHORT = 12  # words of a line in a table


def place(dataset: Dataset, entry: Entry, found: Found) -> Iterator[Fault]:
    """A figure's own place is named in its paragraph; with none of its own, no other place is what is spoken of.

    Places that the data set lacks are read too (xã Tân Khê), and toàn tỉnh in what is about a district. What
    the phrase itself names, ``checks.places`` compares; a note settles what the words leave open.
    """
    own = dataset.localities.get(entry.figure.locality or "")
    if own and not stands(own.name, found.paragraph):
        yield Fault(
            "place",
            "locality",
            own.name
            + Both(
                f" không được nêu tên trong đoạn {found.paragraph.number}",
                f" is not named in paragraph {found.paragraph.number}",
            ),
            Both("sửa locality hoặc paragraph", "correct locality or paragraph"),
        )
    about = dataset.localities.get(entry.default_locality)
    if entry.figure.locality or entry.figure.note is not None or about is None:
        return
    other = _spoken_of(dataset, about, entry, found)
    if other:
        locality = Both.same(f"locality: {other.id}") if other.id else Both(
            "locality là nơi ấy (mã: `doisanh find`; danh sách không có: `doisanh add place`)",
            "that place as locality (its id: `doisanh find`; for one that no list has: `doisanh add place`)",
        )  # fmt: skip
        yield Fault(
            "place",
            "printed",
            Both(
                f"ở đây bài đang nói về {other.name}, nhưng số liệu ghi là của {about.id}",
                f"here the text speaks of {other.name}, but the figure is about {about.id}",
            ),
            Both("viết ", "write ") + locality + Both(
                ", hoặc nói trong note vì sao vẫn là nơi này", ", or say in a note why it is this place all the same"
            ),
        )  # fmt: skip


def _spoken_of(dataset: Dataset, about: Locality, entry: Entry, found: Found) -> Subject | None:
    """The other place that a figure's number is surely about, as ``Subjects`` reads it; None where it is its own."""
    subjects = Subjects(Whereabouts(about.id, (), about.level, ""), dataset.localities)
    value = number(entry, found)
    at = (value.start, value.end) if value else (found.start, found.end)
    text, whole = found.paragraph.text, sentence_spans(found.paragraph.text)
    sentence = whole[holding(whole, at[0])]
    other = subjects.of(text, sentence, at)
    if other and other.maybe and (other.named or other.name not in text[sentence[0] : at[0]]):
        return None  # of the sentence before, or in passing
    return other


def years(
    dataset: Dataset, indicator: Indicator, entry: Entry, found: Found, paragraphs: Sequence[Paragraph]
) -> Iterator[Fault]:
    """The years of ``since`` and of an ``as_of`` that is not inferred are printed, but for the day of publication.

    A figure's own ``as_of``: in its paragraph or the last one before that names any year, terms apart; the file's
    and ``since``: anywhere up to the paragraph. Of what adds up the file's too in its paragraph: a day that is named
    elsewhere, for what there is, says nothing of the time in which members were admitted.
    """
    until = [one for one in paragraphs if one.number <= found.paragraph.number]
    as_of, published = entry.as_of, dataset.articles[entry.article].published.date
    own = entry.figure.as_of if entry.figure.as_of != published else None  # "đến nay" is the day of publication
    dating = [found.paragraph] if indicator.adds_up and entry.figure.as_of is None else until
    wanted: list[tuple[str, Period, set[str]]] = []
    if entry.figure.since:
        wanted.append(("since", entry.figure.since, _years(until, terms_too=True)))
    if entry.inferred is None and own and own.precision != "range":
        naming = [one for one in until[:-1] if _years([one])]
        wanted.append(("as_of", own, _years([*naming[-1:], found.paragraph])))
    elif entry.inferred is None and as_of != published:
        wanted.append(("as_of", as_of, _years(dating, terms_too=True)))
    for field, period, printed in wanted:
        if missing := [year for year in _YEAR.findall(period.text) if year not in printed]:
            yield Fault(
                "year",
                field,
                Both(
                    f"{field} là {period}, nhưng ở đây không in {missing[0]}",
                    f"{field} is {period}, but {missing[0]} is not printed here",
                ),
                Both(
                    "sửa lại, hoặc nói trong inferred vì sao tin như vậy",
                    "correct it, or say in inferred why it is believed",
                ),
            )
        elif _a_day(period) and not any(
            printed_date(period, year=False).search(one.text) for one in (until if field == "since" else dating)
        ):
            yield Fault(
                "date",
                field,
                Both(
                    f"{field} là {period}, nhưng ở đây không in ngày ấy",
                    f"{field} is {period}, but that day is not printed here",
                ),
                Both(
                    "sửa lại, hoặc nói trong inferred vì sao tin như vậy",
                    "correct it, or say in inferred why it is believed",
                ),
            )


def _a_day(period: Period) -> bool:
    """Whether it is a day that must have been printed; the end of a month stands for "cuối năm", "hết quý"."""
    last = period.end and (period.end + timedelta(days=1)).day == 1
    return period.precision == "day" and not last


def _years(paragraphs: Sequence[Paragraph], *, terms_too: bool = False) -> set[str]:
    found = set()
    for text in (one.text for one in paragraphs):
        ranges = [] if terms_too else list(terms(text))
        for match in _YEAR.finditer(text):
            if not any(start <= match.start() < end for start, end in ranges):
                found.add(match[0])
    return found


def announced(
    dataset: Dataset, indicator: Indicator, entry: Entry, found: Found, paragraphs: Sequence[Paragraph]
) -> Iterator[Fault]:
    """One of the indicator's words is in the sentence or the one before; for a part, in the paragraph.

    Of a number that stands alone in its line, as in a table, in one of the short lines before it.

    The bare unit announces only what there is of it in all: "11 chi bộ" are cells, but none of a kind or a rating.
    """
    scope = found.paragraph.folded if entry.figure.locality else sentences(found)
    if not any(char.isalpha() for char in scope):
        scope = _lines_before(found, paragraphs)
    plain = indicator.kind is Kind.STOCK and not (indicator.part_of or indicator.rating)
    unit = [indicator.unit.vi] if plain and indicator.unit.vi != "%" else []
    longer = {fold(words) for one in dataset.indicators.values() for words in one.words}
    if indicator.words and not any(_stands_alone(fold(words), scope, longer) for words in (*indicator.words, *unit)):
        expected = " / ".join(indicator.words)
        yield Fault(
            "indicator",
            "indicator",
            Both(
                "gần cụm từ không có chữ nào báo hiệu chỉ tiêu này", "nothing near the phrase announces this indicator"
            )
            + f' ("{expected}")',
            Both(
                "chọn chỉ tiêu mà câu nói đến, hoặc bổ sung words của nó",
                "take the indicator that the sentence speaks of, or add them to its words",
            ),
        )


def _lines_before(found: Found, paragraphs: Sequence[Paragraph]) -> str:
    """The lines of a table before one of its numbers: those directly before it that are no sentences."""
    before = [one.folded for one in paragraphs if one.number < found.paragraph.number]
    lines = takewhile(lambda line: len(line.split()) <= _SHORT and not line.endswith("."), reversed(before))
    return " \n ".join(reversed(list(lines)))


def _stands_alone(words: str, scope: str, all_words: Set[str]) -> bool:
    """Whether words stand somewhere that is not a part of another indicator's longer ones (tốt in tốt trở lên)."""
    within = [
        match.span()
        for longer in all_words
        if words in longer and words != longer
        for match in re.finditer(re.escape(longer), scope, re.IGNORECASE)
    ]
    for match in _pattern(words).finditer(scope):
        if not any(start <= match.start() and match.end() <= end for start, end in within):
            return True
    return False


def counted(nouns: Nouns, indicator: Indicator, entry: Entry, found: Found) -> Iterator[Fault]:
    """The noun that the text has right behind a number fits the indicator, as in ``checks.counted_nouns``."""
    own = number(entry, found)
    if own is None or entry.figure.note is not None:
        return
    if other := nouns.other(indicator, found.paragraph.text[own.end :][:_REACH]):
        message, hint = other
        yield Fault("counted", "indicator", message, hint)


def led(dataset: Dataset, indicator: Indicator, entry: Entry, found: Found) -> Iterator[Fault]:
    """Right before the number no words announce another indicator of the same unit: giải thể 34 chi bộ."""
    own = number(entry, found)
    if own is None:
        return
    before = found.paragraph.folded[: own.start].rstrip()
    before = before.removesuffix(fold(own.hedge_text)).rstrip() if own.hedge else before
    phrase = found.paragraph.folded[min(found.start, own.start) : found.end]

    def leads(words: str) -> bool:
        return before.endswith(words) and not before[: -len(words)][-1:].isalnum()

    if any(fold(words) in phrase or leads(fold(words)) for words in indicator.words if words != indicator.unit.vi):
        return
    for other in dataset.indicators.values():
        words = next((words for words in map(fold, other.words) if leads(words)), None)
        if words and other is not indicator and other.unit.vi == indicator.unit.vi != words:
            yield Fault(
                "indicator",
                "indicator",
                f'"{words}"'
                + Both(
                    f" đứng ngay trước con số và báo hiệu {other.id}",
                    f" stands right before the number and announces {other.id}",
                ),
                Both(
                    f"chọn {other.id}, hoặc bổ sung words của {indicator.id}",
                    f"take {other.id}, or add the words that announce {indicator.id} to it",
                ),
            )
            return


def number(entry: Entry, found: Found) -> Numeral | None:
    """The numeral of the paragraph that a figure's value is."""
    fits = (one for one in found.paragraph.numerals if one.says(entry.figure.value))
    return next((one for one in fits if found.start <= one.start < found.end), None)


def sentences(found: Found) -> str:
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
