"""The numbers that seeds/ lists as no figures: each stands where it says, as often as it says, with a numeral."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dashboard.articles.text.paragraphs import Paragraph, Span
from dashboard.articles.text.phrases import Fault, Found, locate, stands
from dashboard.articles.text.tokens import Token
from dashboard.language.bilingual import Both
from dashboard.records.models.article import NonFigure


def spans(aside: NonFigure, paragraphs: Sequence[Paragraph]) -> list[Span]:
    """The places at which it stands in its paragraph."""
    return [span for one in paragraphs if one.number == aside.paragraph for span in stands(aside.printed, one)]


def faults(aside: NonFigure, paragraphs: Sequence[Paragraph], numerals: Sequence[Token]) -> Iterator[Fault]:
    """What is wrong with one entry; ``numerals`` are those of its paragraph. Never raises."""
    places = spans(aside, paragraphs)
    if len(places) == aside.times:
        if not any(token.start < end and token.end > start for start, end in places for token in numerals):
            yield Fault(
                "no_numeral",
                "printed",
                f'"{aside.printed}"' + Both(" không có con số nào", " has no numeral"),
                Both("xóa mục này", "delete the entry"),
            )
        return
    if places:
        times = f"{len(places)} time{'' if len(places) == 1 else 's'}"
        message = f'"{aside.printed}"' + Both(
            f" có {len(places)} lần trong đoạn {aside.paragraph}, không phải {aside.times}",
            f" stands {times} in paragraph {aside.paragraph}, not {aside.times}",
        )
        longer = Both(", hoặc chép cụm dài hơn cho từng chỗ", ", or a longer phrase for each")
        yield Fault("times", "times", message, Both("viết ", "write ") + f"times: {len(places)}" + longer)
        return
    located = locate(aside.printed, aside.paragraph, paragraphs)
    if not isinstance(located, Found):
        yield located
