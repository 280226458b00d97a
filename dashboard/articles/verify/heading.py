"""Whether a text bears out what its record says of the article as a whole: the place, the day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dashboard.articles.text.paragraphs import Paragraph
from dashboard.articles.text.phrases import Fault, stands
from dashboard.language.bilingual import Both
from dashboard.language.dates import Period
from dashboard.records.dataset import Dataset
from dashboard.records.models.article import Article, Reading

_TO = r"\s?[/.-]\s?"  # 18/10/2019, 22 - 07 - 2019, 24.8.2020
_TO_YEAR = rf"(?:{_TO}|,?\s(?:năm\s)?)"  # tháng 10/2019, tháng 10 năm 2019


def faults(dataset: Dataset, article: Article, paragraphs: Sequence[Paragraph]) -> Iterator[Fault]:
    """What the text of an article read in full lacks; an excerpt may lack its head. Never raises."""
    if article.text.read is not Reading.FULL:
        return
    place = dataset.localities.get(article.locality)
    if place and not any(stands(place.name, one) for one in paragraphs):
        yield Fault(
            "place",
            "locality",
            place.name + Both(" không được nêu tên trong bài", " is not named in the text"),
            Both(
                "sửa locality: đó là nơi bài báo viết về", "correct locality: it is the place that the article is about"
            ),
        )
    day = article.published.date
    printed = article.published.inferred is None and day.precision not in ("range", "undated")
    if printed and not any(printed_date(day).search(one.text) for one in paragraphs):
        yield Fault(
            "published",
            "published",
            f"{day}" + Both(" không được in thành ngày", " is not printed as a date"),
            Both(
                "sửa ngày, hoặc nói trong published.inferred vì sao tin là ngày ấy",
                "correct it, or say in published.inferred why it is believed",
            ),
        )


def printed_date(when: Period, *, year: bool = True) -> re.Pattern[str]:
    """How a day, month or year is printed: 18/10/2019, ngày 18 tháng 10 năm 2019; without ``year`` 18/10 will do."""
    in_year, *rest = when.text.split("-")
    month, day = [f"0?{int(part)}" for part in rest] + [""] * (2 - len(rest))
    pattern = in_year
    if month:
        pattern = f"{month}{_TO_YEAR}{in_year}"
    if day:
        month_and_year = pattern if year else rf"(?:{pattern}|{month}(?!{_TO_YEAR}[0-9]{{4}}))"
        pattern = rf"{day}(?:{_TO}|\stháng\s){month_and_year}"
    return re.compile(rf"(?<![0-9])(?:{pattern}|{re.escape(when.text)})(?![0-9])", re.IGNORECASE)
