"""A figure and its article on one line each, and a message that reports a wrong figure."""

from __future__ import annotations

from dashboard.articles.verify.proofs import length
from dashboard.figures.figure import Figure
from dashboard.language.number_format import format_large, format_number
from dashboard.language.words import Language, named, word
from dashboard.records.dataset import Dataset, Entry
from dashboard.records.models.article import Article
from dashboard.records.places import full_label

_LARGE = 1_000_000


def meaning(entry: Entry, dataset: Dataset, language: Language) -> str:
    """What a figure says: "Đảng viên: 7.397 đảng viên, Huyện Quảng Ninh (Quảng Bình)"."""
    figure, indicator = entry.figure, dataset.indicators[entry.figure.indicator]
    name, unit = what(entry, dataset, language), indicator.unit[language]
    place = full_label(entry.locality, dataset, language)
    if figure.grade:
        return f"{name}: {word(f'grade_{figure.grade}', language)}, {place}"
    assert figure.value is not None
    write = format_large if figure.value >= _LARGE else format_number
    value = write(figure.value, language)
    if figure.out_of is not None:
        value = word("n_of", language, n=value, total=format_number(figure.out_of, language))
    if figure.before is not None:
        value = f"{format_number(figure.before, language)} → {value}"
    if figure.hedge:
        hedge = word(f"hedge_{figure.hedge}", language)
        value = f"{word('hedge_noted', language, hedge=hedge) if figure.hedge_noted else hedge} {value}"
    return f"{name}: {value}{unit if unit == '%' else f' {unit}'}, {place}"


def what(entry: Entry, dataset: Dataset, language: Language) -> str:
    """What a figure counts, with the part of the place that it is of."""
    figure = entry.figure
    return named(dataset.indicators[figure.indicator].name[language], figure.of[language] if figure.of else "")


def report(entry: Entry, dataset: Dataset, language: Language, link: str) -> str:
    """A message that says which figure is thought wrong; the reader adds the right value.

    ``link`` leads to the page, or is the code of the view where no address is known; "" for the first view.
    """
    article, paragraph = dataset.articles[entry.article], entry.figure.paragraph
    source = line(article, dataset, language, paragraph, length(dataset, entry.article))
    lines = [
        word("report_head", language, id=entry.id),
        "",
        meaning(entry, dataset, language),
        word("report_printed", language, printed=entry.figure.printed),
        word("report_source", language, source=source),
        word("report_page", language, link=link) if link else "",
        word("report_version", language, version=dataset.version),
    ]
    return "\n".join([*lines[:2], *filter(None, lines[2:]), "", word("report_should", language)])


def articles(figure: Figure, dataset: Dataset) -> list[str]:
    """The article of a figure; of a computed one all that its inputs are of."""
    inputs = [dataset.by_id[id].article for id in figure.inputs if id in dataset.by_id]
    return list(dict.fromkeys(inputs or [figure.article]))


def line(
    article: Article, dataset: Dataset, language: Language, paragraph: int | None = None, of: int | None = None
) -> str:
    """Outlet, date and paragraph, if there is one (with how many there are), on one line; after the outlet also what
    tells the article from others with that outlet and date (``Dataset.told_apart``)."""
    name = [dataset.told_apart[article.id]] if article.id in dataset.told_apart else []
    return ", ".join([outlet(article, language), *name, *_where(article, language, paragraph, of)])


def _where(article: Article, language: Language, paragraph: int | None, of: int | None) -> list[str]:
    return [published(article, language), *([place(language, paragraph, of)] if paragraph else [])]


def place(language: Language, paragraph: int, of: int | None) -> str:
    """Where a phrase stands in its text: "đoạn 12 trong 24"; "đoạn 12" where it is not known how many there are."""
    return word("paragraph_of", language, n=paragraph, total=of) if of else word("paragraph", language, n=paragraph)


def outlet(article: Article, language: Language, *, gloss: bool = False) -> str:
    """The outlet, marked if it was inferred. With ``gloss`` an English page also says what the outlet is in English."""
    given = article.outlet
    english = given.en if gloss and language == "en" else None
    told = "; ".join(filter(None, [english, word("inferred", language) if given.inferred else None]))
    return f"{given.value} ({told})" if told else given.value


def published(article: Article, language: Language) -> str:
    """The date of publication. An inferred date is marked, an unknown one is said to be unknown."""
    if not article.published.date.dated:
        return word("published_unknown", language)
    date = article.published.date.label(language)
    return word("published_undated", language, date=date) if article.published.inferred else date
