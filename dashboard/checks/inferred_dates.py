"""An inferred date says why it is believed, and its reason names the year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dashboard.language.bilingual import Both
from dashboard.language.dates import Period
from dashboard.records.dataset import Dataset
from dashboard.records.models.fields import Text
from dashboard.records.problems import Problem

_YEAR = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")


def years(dataset: Dataset) -> Iterator[Problem]:
    """The years of an inferred date are in its reason, in both languages, unless they are the publication's."""
    for name, article in dataset.articles.items():
        published = article.published
        if year := _unnamed(published.date, published.inferred, None):
            yield dataset.problem(
                "articles", name, ("published", "date"), _message("date", published.date, year), _HINT
            )
        file = dataset.files.get(name)
        if file and (year := _unnamed(file.as_of, file.inferred, published.date)):
            yield dataset.problem("files", name, ("as_of",), _message("as_of", file.as_of, year), _HINT)
        for entry in dataset.by_article.get(name, ()):
            figure = entry.figure
            if figure.as_of and (year := _unnamed(figure.as_of, figure.inferred, published.date)):
                yield dataset.figure_problem(entry, "as_of", _message("as_of", figure.as_of, year), _HINT)


_HINT = Both(
    "sửa ngày, hoặc nói trong inferred, bằng cả hai thứ tiếng, vì sao là năm ấy",
    "correct the date, or say in inferred, in both languages, how that year follows",
)


def _message(field: str, when: Period, year: str) -> Both:
    return Both(
        f"{field} là {when}, nhưng lý do không nhắc đến {year}, và đó cũng không phải năm đăng bài",
        f"{field} is {when}, but its reason speaks neither of {year} nor is that the year of publication",
    )


def _unnamed(when: Period, reason: Text | None, published: Period | None) -> str | None:
    """The first year that a reason does not account for."""
    if reason is None:
        return None
    named = set(_YEAR.findall(reason.vi)) & set(_YEAR.findall(reason.en))
    if published:
        named |= set(_YEAR.findall(published.text))
    return next((year for year in _YEAR.findall(when.text) if year not in named), None)


RULES = (years,)
