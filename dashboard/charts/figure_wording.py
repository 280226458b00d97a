"""One figure, its place, date, caveats and source in words of one language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from dashboard.articles.verify.proofs import Proof, length
from dashboard.charts.scales import PERCENT
from dashboard.figures.absence import Absence
from dashboard.figures.citation import articles, line
from dashboard.figures.figure import Figure
from dashboard.figures.figure_columns import Column, plain_columns
from dashboard.figures.hedges import divided
from dashboard.language.english import singular
from dashboard.language.number_format import format_large, format_number, format_value, hedged
from dashboard.language.words import Language, word
from dashboard.records.dataset import Dataset
from dashboard.records.models.article import Reading
from dashboard.records.models.figure import Base, BlankKind
from dashboard.records.models.indicator import Indicator
from dashboard.records.places import label

_LARGE: Final = 1_000_000  # from which on a number is written in words: 1 tỷ


class FigureWording:
    """Puts figures of one data set into words of one language."""

    def __init__(self, dataset: Dataset, language: Language, proofs: Mapping[str, Proof] | None = None) -> None:
        """``proofs``: whether each figure was proven against its article, by id; none are told where it is None."""
        self.dataset = dataset
        self.language: Language = language
        self.proofs = proofs or {}

    def word(self, key: str, **values: object) -> str:
        """A word of the interface."""
        return word(key, self.language, **values)

    def unit(self, indicator: str) -> str:
        """The unit, "%" for per cent."""
        return self.dataset.indicators[indicator].unit[self.language]

    def value(self, figure: Figure, *, change: bool = False) -> str:
        """The value as beside a bar: 7.397, > 90%, 40/170, gần 1 tỷ đồng; with ``change`` as 165 → 92."""
        if figure.grade:
            return self.word(f"grade_{figure.grade}")
        assert figure.value is not None
        indicator = self.dataset.indicators[figure.indicator]
        number, noted = exact(figure.value), figure.hedge_noted
        if indicator.formula:
            written = format_number(figure.value, self.language, indicator.formula.digits)
            if indicator.formula.change:
                written = written if figure.value <= 0 else f"+{written}"
            percent = PERCENT * (indicator.unit.vi == PERCENT)
            return hedged(written + percent, figure.hedge, self.language, noted=noted)
        if change and figure.before is not None:
            before = format_number(exact(figure.before), self.language)
            return f"{before} → {format_value(number, language=self.language, hedge=figure.hedge, noted=noted)}"
        if figure.value >= _LARGE:
            unit = self.unit(figure.indicator)
            return f"{hedged(format_large(number, self.language), figure.hedge, self.language, noted=noted)} {unit}"
        return format_value(
            number,
            language=self.language,
            percent=indicator.unit.vi == PERCENT,
            hedge=figure.hedge,
            out_of=None if figure.out_of is None else exact(figure.out_of),
            noted=noted,
        )

    def with_unit(self, figure: Figure, *, change: bool = False, beside: str = "") -> str:
        """The value with its unit, unless it ends in the unit or the name ``beside`` it holds it."""
        value, unit = self.value_and_unit(figure, change=change)
        return f"{value} {unit}" if unit and unit.casefold() not in beside.casefold() else value

    def value_and_unit(self, figure: Figure, *, change: bool = False) -> tuple[str, str]:
        """The value, and its unit unless the value ends in it."""
        value, unit = self.value(figure, change=change), figure.named("unit", self.language)
        if figure.grade or value.endswith(unit):
            return value, ""
        alone = self.language == "en" and figure.value == 1 and figure.out_of is None
        return value, singular(unit) if alone else unit

    def growth(self, earlier: Figure, later: Figure) -> str:
        """The change between two figures, absolute and in per cent of the earlier: +10.648 (+13,6%)."""
        assert earlier.value is not None
        assert later.value is not None
        hedge = divided(later.hedge, earlier.hedge)
        change = later.value - earlier.value
        digits = 0 if change == int(change) else 2
        noted = later.hedge_noted or earlier.hedge_noted
        found = hedged(self._signed(change, digits), hedge, self.language, noted=noted)
        if not earlier.value or self.unit(later.indicator) == PERCENT:
            return found
        return f"{found} ({self._signed(change / earlier.value * 100, 1)}{PERCENT})"

    def _signed(self, number: float, digits: int) -> str:
        written = format_number(number, self.language, digits)
        return f"+{written}" if number > 0 else written

    def short_place(self, id: str) -> str:
        """The name of a place with its parent: "Quảng Ninh (Quảng Bình)"."""
        return label(id, self.dataset, self.language)

    def names(self, places: Sequence[str]) -> dict[str, str]:
        """The names of some places, each without its parent where that is not needed to tell them apart."""
        whole = {id: self.short_place(id) for id in places}
        short = {id: name.partition(" (")[0] for id, name in whole.items()}
        times = Counter(short.values())
        return {id: short[id] if times[short[id]] == 1 else whole[id] for id in places}

    def whose(self, figure: Figure) -> str:
        """The place of a figure with its parent, and its part: "Quảng Ninh (Quảng Bình), Văn phòng Huyện ủy"."""
        return ", ".join(filter(None, [self.short_place(figure.locality), figure.named("of", self.language)]))

    def date(self, figure: Figure) -> str:
        """A short date: "10/2019", "2023 (suy ra)", "2015–2020", "không muộn hơn 2021", "không ghi năm"."""
        if not figure.as_of.dated and figure.length is None:
            return self.word("undated")
        short = figure.when.short(self.language)
        return self.inferred(short) if figure.inferred else short

    def inferred(self, date: str) -> str:
        """A date that the article does not give: "2023 (suy ra)"."""
        return f"{date} ({self.word('inferred')})"

    def absence(self, absent: Absence, indicator: Indicator | None = None) -> str:
        """Why there is no figure (of an indicator)."""
        if absent.words:
            return self.word("words_only", printed=absent.words.printed)
        if absent.kind is BlankKind.REFUSED and absent.why:
            return self.word("refused", why=absent.why[self.language])
        if absent.kind is BlankKind.NOT_APPLICABLE:
            why = absent.why
            return self.word("not_applicable", why=why[self.language]) if why else self.word("not_applicable_plain")
        if absent.kind is BlankKind.NOT_STATED and indicator and indicator.formula:
            return self.word("not_computed")
        return self.word(absent.kind)

    def absent(self, absent: Absence, indicator: Indicator) -> str:
        """Why there is no figure of an indicator, in a few words for a cell."""
        if absent.kind is BlankKind.NOT_STATED and indicator.formula:
            return self.word("absent_not_computed")
        return self.word(f"absent_{absent.kind}")

    def base(self, figure: Figure) -> str:
        """What a share is a share of; "" where the figure has no base."""
        if not figure.base:
            return ""
        if note := figure.base_note(self.language):
            return self.word("base_subset", note=note)
        if figure.base == Base.NOT_STATED and figure.out_of:
            return self.word("base_unnamed", total=format_number(exact(figure.out_of), self.language))
        return self.word(f"base_{figure.base}")

    def caveats(self, figure: Figure, *, framed: bool = False) -> list[str]:
        """The caveats of a figure: what it contradicts, its note, why its date was inferred, a noted hedge.

        ``framed``: each says what it is, as they follow other lines; the inferred date is told of printed figures only.
        """
        contradicts, why = figure.contradicts(self.language), figure.inferred_note(self.language)
        if framed:
            contradicts = self.word("contradicts", what=contradicts) if contradicts else ""
            why = self.word("date_inferred", why=why) if why and not figure.computed else ""
        return [*filter(None, (contradicts, figure.note(self.language), why, self.noted(figure)))]

    def plain(self, figure: Figure, column: Column) -> str:
        """The value of a plain field; "" where the figure has none."""
        value = figure.plain.get(column.name, "")
        if column.words and str(value) in column.words:
            return self.word(column.words[str(value)])
        return value if isinstance(value, str) else format_number(exact(value), self.language)

    def plain_lines(self, figure: Figure) -> list[str]:
        """The plain fields of a figure for its tooltip, each with its heading."""
        columns = plain_columns("tooltip", self.language)
        return [f"{one.titled(self.language)}: {told}" for one in columns if (told := self.plain(figure, one))]

    def noted(self, figure: Figure) -> str:
        """That the hedge is the reader's note; "" where it is printed or there is none."""
        if not (figure.hedge and figure.hedge_noted):
            return ""
        return self.word("cite_hedge_noted", hedge=self.word(f"hedge_{figure.hedge}"))

    def proof(self, figure: str) -> str:
        """Whether a figure was proven against its article, in words; "" where that is not known."""
        proof = self.proofs.get(figure)
        if not proof:
            return ""
        return f"✓ {self.word(proof)}" if proof.checked else self.word(proof)

    def sources_of(self, figure: Figure, *, paragraph: bool = True) -> str:
        """The article of a figure, with its ``paragraph``; of a computed one all that its inputs are of."""
        found = [figure.paragraph] if paragraph else []
        return "; ".join(self.citation(one, found) for one in articles(figure, self.dataset))

    def citation(self, article: str, paragraphs: Iterable[int | None] = ()) -> str:
        """An article as below a chart: ``citation.line``, with all its paragraphs that are known."""
        known = [n for n in paragraphs if n]
        return self.cited(article, known) if known else self._stands(article, None)

    def cited(self, article: str, paragraphs: Iterable[int | None]) -> str:
        """The same without saying whether it was read in full, where a sign beside it does."""
        told = line(self.dataset.articles[article], self.dataset, self.language)
        found = ", ".join(str(n) for n in sorted({n for n in paragraphs if n}))
        return f"{told}, {self.word('paragraphs', n=found)}" if found else told

    def _stands(self, article: str, paragraph: int | None) -> str:
        record = self.dataset.articles[article]
        told = line(record, self.dataset, self.language, paragraph, length(self.dataset, article))
        partly = not paragraph and record.text.read is not Reading.FULL
        return f"{told}, {self.word(f'source_{record.text.read}')}" if partly else told


def exact(value: float) -> int | float:
    """A whole number as an int, so that it is written without a decimal mark."""
    return int(value) if value == int(value) else value
