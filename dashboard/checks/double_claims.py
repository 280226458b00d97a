"""A number of an article is recorded once: two figures with one phrase and value are usually a copying error."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from dashboard.language.bilingual import Both
from dashboard.language.numerals import find
from dashboard.language.vietnamese import fold
from dashboard.records.dataset import Dataset, Entry
from dashboard.records.problems import Problem


def figures(dataset: Dataset) -> Iterator[Problem]:
    """No two figures have one number and phrase, unless both have a note that the article says it of both."""
    groups: dict[object, list[Entry]] = defaultdict(list)
    for entry in dataset.entries:
        if entry.figure.value is not None:
            groups[entry.article, entry.figure.paragraph, entry.figure.value].append(entry)
    for group in groups.values():
        for index, other in enumerate(group):
            if one := next((one for one in group[:index] if _same_words(one, other)), None):
                line = dataset.at(one)[1]
                yield dataset.figure_problem(
                    other,
                    "printed",
                    Both(
                        f"cụm từ này cũng là của {one.reference}, dòng {line}",
                        f"the phrase of {one.reference} too, on line {line}",
                    ),
                    Both(
                        "chép cụm từ của chính con số này; nếu bài báo nói chung cho cả hai thì ghi note ở cả hai",
                        "copy the phrase of its own number; if the article says it of both, say so in the notes of "
                        "both",
                    ),
                )


def _same_words(one: Entry, other: Entry) -> bool:
    """Whether two figures of one number have one phrase, or a part of one, and no notes that say why."""
    same_fact = (one.figure.indicator, one.locality) == (other.figure.indicator, other.locality)
    if same_fact or (one.figure.note and other.figure.note):
        return False
    return _inside(one.figure.printed, other.figure.printed) or _inside(other.figure.printed, one.figure.printed)


def non_figures(dataset: Dataset) -> Iterator[Problem]:
    """A number is a figure or listed in ``not_figures``, not both."""
    for name, article in dataset.articles.items():
        for index, aside in enumerate(article.not_figures):
            for entry in dataset.by_article.get(name, ()):
                figure = entry.figure
                shorter, longer = sorted((aside.printed, figure.printed), key=len)
                if aside.paragraph != figure.paragraph or not _inside(shorter, longer):
                    continue
                numbers = {figure.value, figure.out_of, figure.before} - {None}
                if any(numeral.value in numbers for numeral in find(shorter)):
                    file, line, _ = dataset.located("articles", name, "not_figures", index)
                    yield dataset.figure_problem(
                        entry,
                        "printed",
                        f'"{aside.printed}" '
                        + Both(
                            f"cũng có trong not_figures, {file} dòng {line}",
                            f"is listed under not_figures too, {file} line {line}",
                        ),
                        Both(
                            "xóa ở đó, hoặc chép cụm từ của chính con số này",
                            "delete it there, or copy the phrase of this figure's own number",
                        ),
                    )


def _inside(shorter: str, longer: str) -> bool:
    """Whether a phrase is in another as whole words and numbers: "4 đảng bộ" is not in "24 đảng bộ"."""
    whole = rf"(?<!\w)(?<![0-9][.,]){re.escape(fold(shorter))}(?!\w|[.,][0-9])"
    return bool(re.search(whole, fold(longer)))


RULES = (figures, non_figures)
