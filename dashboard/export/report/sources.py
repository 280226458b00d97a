"""The sources of a report, numbered in the order in which it comes to them, and the evidence of each figure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from dashboard.charts.figure_index import FigureIndex
from dashboard.charts.figure_wording import exact
from dashboard.charts.footer import sentence
from dashboard.charts.plan import Row
from dashboard.charts.wording import Source as OfChart
from dashboard.charts.wording import Wording
from dashboard.export.report.blocks import Run, Shown, Source
from dashboard.figures import page_link
from dashboard.figures.comparability import Judgement
from dashboard.figures.figure import Figure
from dashboard.language import words
from dashboard.language.number_format import format_number
from dashboard.language.words import Language
from dashboard.records.models.article import Reading
from dashboard.records.places import full_label

_PAIR: Final = 2


class Sources:
    """The articles of a report, and its figures in words. One for each report, since it counts."""

    def __init__(self, figures: FigureIndex, say: Wording) -> None:
        self.figures = figures
        self.say = say
        self._paragraphs: dict[str, set[int | None]] = {}
        self._numbers: dict[str, int] = {}
        self._made: dict[str, Shown] = {}
        self._links: dict[str, str] = {}

    # --- the list

    def number(self, article: str, paragraph: int | None = None) -> int:
        """The number of an article, one of whose paragraphs is shown."""
        self._paragraphs.setdefault(article, set()).add(paragraph)
        return self._numbers.setdefault(article, len(self._numbers) + 1)

    def listed(self) -> tuple[Source, ...]:
        """The articles that were numbered so far, in order."""
        articles, cite = self.say.dataset.articles, self.say.cited
        return tuple(
            Source(number, articles[id].title, cite(id, self._paragraphs[id]), page_link.address(articles[id]))
            for id, number in self._numbers.items()
        )

    # --- what stands at a figure

    def marks(self, printed: Iterable[tuple[str, int | None]]) -> dict[int, str]:
        """The marks of articles with a paragraph each: ``{7: "[7]*"}``."""
        found = {}
        for article, paragraph in printed:
            number = self.number(article, paragraph)
            whole = self.say.dataset.articles[article].text.read is Reading.FULL
            found[number] = OfChart(number, article, "", whole).reference
        return found

    def of(self, figure: Figure) -> dict[int, str]:
        """The marks of a figure; of a computed one those of its inputs."""
        return self.marks((one.article, one.paragraph) for one in self._printed(figure))

    def of_row(self, row: Row) -> dict[int, str]:
        """The marks of a row of a chart."""
        found = self.marks((one.article, one.paragraph) for one in self.say.printed(row))
        return found | (self.marks([(row.article, row.words.paragraph)]) if row.words else {})

    def said(self, figure: Figure, *, place: bool = False, beside: str = "") -> Run:
        """A figure with unit, date and sources: "9.700 đảng viên (07/2019) [3]"."""
        amount = self.say.with_unit(figure, change=figure.before is not None, beside=beside)
        value = f"{amount} ({self.say.date(figure)})"
        named = f"{self.say.whose(figure)}: {value}" if place else value
        return Run(named, self.of(figure), self.link(figure))

    def link(self, figure: Figure) -> str:
        """Where its phrase can be read on the web; "" where that is not known, or it was computed."""
        if figure.id not in self._links:
            entry = self.say.dataset.by_id.get(figure.id)
            self._links[figure.id] = page_link.at_phrase(entry, self.say.dataset) if entry else ""
        return self._links[figure.id]

    def _printed(self, figure: Figure) -> list[Figure]:
        return self.say.inputs(figure) if figure.computed else [figure]

    # --- evidence

    def shown(self, figures: Iterable[Figure], verdict: str) -> list[Shown]:
        """Figures with their evidence, and the verdict on the set that they stand in."""
        return [replace(self._shown(one), verdict=verdict) for one in figures]

    def _shown(self, figure: Figure) -> Shown:
        """A figure with its evidence; put into words once, however often it is shown."""
        if figure.id not in self._made:
            self._made[figure.id] = self._worded(figure)
        return self._made[figure.id]

    def _worded(self, figure: Figure) -> Shown:
        say, printed = self.say, self._printed(figure)
        hedge = say.word(f"hedge_{figure.hedge}") if figure.hedge else ""
        if hedge and figure.hedge_noted:
            hedge = say.word("hedge_noted", hedge=hedge)
        total = (
            say.word("report.of_total", n=format_number(exact(figure.out_of), say.language)) if figure.out_of else ""
        )
        proofs = [say.word(f"short_{proof}") for one in printed if (proof := say.proofs.get(one.id))]
        caveats = [say.base(figure), total, *say.caveats(figure, framed=True), *proofs]
        return Shown(
            id=figure.id,
            place=full_label(figure.locality, say.dataset, say.language),
            what=figure.what(say.language),
            value=say.with_unit(figure, change=figure.before is not None),
            number=figure.value,
            unit="" if figure.grade else figure.named("unit", say.language),
            hedge=hedge,
            date=say.date(figure),
            printed="; ".join(one.printed for one in printed),
            source="; ".join(dict.fromkeys(say.citation(one.article) for one in printed)),
            paragraph=", ".join(dict.fromkeys(str(one.paragraph) for one in printed if one.paragraph)),
            sources=self.of(figure),
            computed=say.word("computed_mark") if figure.computed else "",
            caveats=" ".join(dict.fromkeys(sentence(one) for one in caveats if one)),
            link=self.link(figure),
        )


def told(judgement: Judgement, figures: Sequence[Figure], say: Wording) -> str:
    """The verdict on figures with its reasons; of a single one that it is compared with nothing."""
    if len(figures) < _PAIR:
        return say.word("report.single")
    head = f"{judgement.verdict.sign} {say.word(judgement.verdict.word)}"
    reasons = judgement.texts(say.language)
    return f"{head}: {'; '.join(reasons)}" if reasons else head


def columns(language: Language) -> Mapping[str, str]:
    """The columns of a table of evidence, by the field of ``Shown``, with their headings."""
    word = partial(words.word, language=language)
    return {
        "place": word("col_place"), "what": word("col_what"), "value": word("report.as_shown"),
        "number": word("col_value"), "unit": word("col_unit"), "hedge": word("col_hedge"), "date": word("col_date"),
        "printed": word("col_printed"), "source": word("col_source"), "paragraph": word("col_paragraph"),
        "computed": word("report.computed"), "verdict": word("comparison"), "caveats": word("caveat"),
        "link": word("report.link"), "id": word("report.id"),
    }  # fmt: skip
