"""Each article has a record in seeds/ and its figures in data/figures/, and both speak of one place."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.dataset import Dataset
from dashboard.models import Reading
from dashboard.problems import Problem

LONGEST_PHRASE = 13
_SHORTER = f"copy at most {LONGEST_PHRASE} words around the number"


def both(dataset: Dataset) -> Iterator[Problem]:
    """Figures without a record of their article, and the other way round."""
    for name, one in dataset.files.items():
        if not dataset.has("articles", name):
            yield dataset.problem(
                "files",
                name,
                ("article",),
                f"there is no record of the article {name}",
                f"add seeds/{name}.yaml",
            )
        elif name in dataset.articles and dataset.articles[name].locality != one.locality:
            yield dataset.problem(
                "files",
                name,
                ("locality",),
                f"locality: {one.locality}, but seeds/{name}.yaml says {dataset.articles[name].locality}",
                "correct one of them; a figure may have a locality of its own",
            )
    for name in dataset.articles:
        if not dataset.has("files", name):
            yield dataset.problem(
                "articles",
                name,
                ("id",),
                f"there are no figures of the article {name}",
                f"add data/figures/{name}.yaml",
            )


def texts(dataset: Dataset) -> Iterator[Problem]:
    """An article read in full names the text that was read and its digest."""
    for name, article in dataset.articles.items():
        for field in ("file", "sha256"):
            if article.text.read is Reading.FULL and not getattr(article.text, field):
                yield dataset.problem(
                    "articles",
                    name,
                    ("text",),
                    f"text.{field} is missing",
                    f"add {field} of the text that was read, or write read: excerpt",
                )


def paragraphs(dataset: Dataset) -> Iterator[Problem]:
    """A paragraph is given where the whole text was read; an excerpt's lines can't be counted."""
    found = [(entry.article, entry.file, entry.path, entry.reference, entry.figure.paragraph)
             for entry in dataset.entries]  # fmt: skip
    found += [(name, file, path, blank.indicator, blank.paragraph) for file, path, name, blank in dataset.blanks]
    for name, file, path, reference, paragraph in found:
        article = dataset.articles.get(name)
        full = article and article.text.read is Reading.FULL
        place = dataset.marks(file).value((*path, "paragraph")) if article and full == (paragraph is None) else None
        if place and full:
            yield Problem(
                file,
                *place,
                f"{reference}: paragraph is missing",
                "count the lines of the text that are not empty",
            )
        elif place:
            yield Problem(file, *place, f"{reference}: paragraph {paragraph} of an excerpt", "delete the line")


def phrases(dataset: Dataset) -> Iterator[Problem]:
    """What is copied from an article is a phrase, never a sentence."""
    found = [(entry.file, entry.path, entry.figure.printed) for entry in dataset.entries]
    found += [(file, path, blank.printed) for file, path, _, blank in dataset.blanks]
    for file, path, printed in found:
        if (words := len(printed.split())) > LONGEST_PHRASE:
            yield Problem(file, *dataset.marks(file).value((*path, "printed")), f"printed has {words} words", _SHORTER)
    for name, article in dataset.articles.items():
        for index, aside in enumerate(article.not_figures):
            if (words := len(aside.printed.split())) > LONGEST_PHRASE:
                yield dataset.problem(
                    "articles",
                    name,
                    ("not_figures", index, "printed"),
                    f"printed has {words} words",
                    _SHORTER,
                )


def corrections(dataset: Dataset) -> Iterator[Problem]:
    """A correction names a figure of its article, and what changed."""
    for name, article in dataset.articles.items():
        known = {entry.reference for entry in dataset.by_article.get(name, ())}
        for index, one in enumerate(article.corrections):
            if one.figure not in known:
                yield dataset.problem(
                    "articles",
                    name,
                    ("corrections", index, "figure"),
                    f"there is no figure {one.figure} in data/figures/{name}.yaml",
                    "write its indicator, with @locality or ~key where the figure has one",
                )
            if one.was == one.now:
                yield dataset.problem(
                    "articles", name, ("corrections", index, "now"), "was and now are the same", "say what changed"
                )


RULES = (both, texts, paragraphs, phrases, corrections)
