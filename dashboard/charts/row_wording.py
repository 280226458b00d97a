"""What a row of a chart says in words: its label, what was computed, its rank, and the facts of its tooltip."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Final

from dashboard.articles.verify.proofs import Proof
from dashboard.charts.distribution import Distribution
from dashboard.charts.figure_wording import FigureWording
from dashboard.charts.plan import Panel, Plan, Row
from dashboard.charts.scales import PERCENT
from dashboard.figures.figure import Figure
from dashboard.language.number_format import format_number
from dashboard.language.words import Language, capital
from dashboard.records.dataset import Dataset
from dashboard.records.places import full_label, typed, within

_ROUND: Final = 100  # from which on a quartile needs no decimals


class RowWording(FigureWording):
    """Puts rows of charts into words."""

    def __init__(
        self,
        dataset: Dataset,
        data: Mapping[str, Figure] | Iterable[Figure],
        language: Language,
        proofs: Mapping[str, Proof] | None = None,
    ) -> None:
        """``data``: all figures of the data set, as a mapping by id or one by one; ``proofs`` as in FigureWording."""
        super().__init__(dataset, language, proofs)
        self._known = data if isinstance(data, Mapping) else {figure.id: figure for figure in data}

    def place(self, row: Row) -> str:
        """The place's name with its type, except for a province: "Huyện Quảng Ninh", "TP Bến Tre".

        The parent is told below it. The type is needed because "Quảng Ninh" alone would be read as the province.
        """
        return typed(row.locality, self.dataset, self.language)

    def computed(self, row: Row) -> str:
        """The share or change computed from the row's figure, or ""."""
        if row.earlier and row.figure:
            return self.word("computed", value=self.growth(row.earlier, row.figure))
        return self.word("computed", value=self.value(row.computed)) if row.computed else ""

    def span(self, row: Row) -> str:
        """The date of a row's figure; of two, "09/2018 → 03/2024"; "" where there is none."""
        if row.earlier and row.figure:
            return f"{self.date(row.earlier)} → {self.date(row.figure)}"
        return self.date(row.figure) if row.figure else ""

    def below(self, row: Row, panel: Panel) -> str:
        """The text below a place's name: part, level where levels share the axis, parent, date, and whatever else tells
        two rows of a place apart."""
        place = self.dataset.localities[row.locality]
        parts = [
            row.figure.named("of", self.language) if row.figure else "",
            self.word(f"one_{place.level}") if panel.level is None else "",
            within(row.locality, self.dataset, self.language),
            self.span(row) if row.earlier or not row.figure else self._date_among(row.figure, panel),
        ]
        return " · ".join(filter(None, parts))

    def _date_among(self, figure: Figure, panel: Panel) -> str:
        """The date of a figure: to the day where another figure of its place is of the same month, with the paragraph
        where one article gives two for one day."""
        twins = [one for one in panel.twins.get(figure.id, ()) if one.id != figure.id]
        parts = [self.date(figure)]
        if any(one.when.label("en") != figure.when.label("en") for one in twins):
            exact = figure.when.label(self.language)
            parts = [self.inferred(exact) if figure.inferred else exact]
        if figure.paragraph and any((one.article, one.as_of) == (figure.article, figure.as_of) for one in twins):
            parts.append(self.word("paragraphs", n=figure.paragraph))
        return ", ".join(parts)

    def blank(self, row: Row, panel: Panel) -> str:
        """Why there is no figure of the panel's indicator; "" where there is one."""
        if row.unlike:
            return f"✗ {self.word('answers.unlike', value=self.with_unit(row.unlike))}"
        return self.absence(row.absent, panel.indicator) if row.absent else ""

    def spread(self, spread: Distribution, panel: Panel) -> str:
        """The distribution in words: "trung vị 57, một nửa từ 40 đến 80"."""
        number = partial(self._spread_number, panel=panel)
        return self.word("spread", median=number(spread.median), lower=number(spread.lower), upper=number(spread.upper))

    def _spread_number(self, number: float, panel: Panel) -> str:
        assert panel.indicator
        share = panel.spread is not None and panel.spread.share
        percent = share or panel.indicator.unit.vi == PERCENT
        digits = 0 if number == int(number) or number >= _ROUND else 1
        return format_number(number, self.language, digits) + PERCENT * percent

    def rank(self, row: Row, panel: Panel) -> str:
        """The rank of a row's figure, "hạng 12 trên 3.100"; "" where no order may be claimed for it."""
        place = panel.spread.rank(row.figure) if panel.spread and row.figure else None
        if place is None or panel.spread is None:
            return ""
        total = format_number(len(panel.spread.order), self.language)
        return self.word("rank", place=format_number(place, self.language), total=total)

    def described(self, row: Row, panel: Panel, plan: Plan, *, headed: bool = False) -> str:
        """A row as one phrase: "Quảng Ninh (Quảng Bình): 7.397 đảng viên".

        It names what is counted where that varies, unless a head does (``headed``), and the date where the place has
        several rows.
        """
        place = full_label(row.locality, self.dataset, self.language)
        if panel.indicator and plan.counts_several and not headed:
            place = f"{place}, {panel.counted(self.language)}"
        if not panel.answer and row.figure and (part := row.figure.named("of", self.language)):
            place = f"{place}, {part}"
        if row.figure and row.locality in panel.repeated and not row.earlier:
            place = f"{place}, {self._date_among(row.figure, panel)}"
        if not row.figure:
            return f"{place}: {self.blank(row, panel)}"
        what = ", ".join(
            filter(None, [self.with_unit(row.figure, change=row.computed is not None), self.rank(row, panel)])
        )
        if row.earlier:
            place, what = f"{place}, {self.span(row)}", f"{self.value(row.earlier)} → {what}"
        computed = self.computed(row)
        return f"{place}: {what}" + (f" ({computed})" if computed else "")

    def facts(self, row: Row) -> list[dict[str, object]]:
        """The facts of a row for its tooltip: for each printed figure its phrase, source, date and caveats; before them
        that the row's own figure is computed from these."""
        found: list[dict[str, object]] = []
        for figure in self.printed(row):
            lines = [self._stands(figure.article, figure.paragraph)]
            lines[:0] = filter(None, [self._of_other(figure, row), figure.named("of", self.language)])
            lines += [self.word("as_of", date=self.date(figure)), *self.caveats(figure, framed=True)]
            lines += self.plain_lines(figure)
            if mark := self.proof(figure.id):
                lines.append(capital(mark))
            found.append({"id": figure.id, "printed": figure.printed, "lines": lines})
        if row.words:
            lines = [self._stands(row.article, row.words.paragraph)]
            if row.words.note:
                lines.append(row.words.note[self.language])
            found.append({"printed": row.words.printed, "lines": lines})
        for one in (row.figure, row.earlier):
            if one and one.computed:
                lines = [self.word("computed_from"), *filter(None, [one.note(self.language)])]
                found.insert(0, {"id": one.id, "printed": None, "lines": lines})
        if not found and row.article:
            found.append({"printed": None, "lines": [self.citation(row.article)]})
        return found

    def _of_other(self, figure: Figure, row: Row) -> str:
        """The place of an input that is of another than the row's; else ""."""
        return "" if figure.locality == row.locality else self.short_place(figure.locality)

    def printed(self, row: Row) -> list[Figure]:
        """The printed figures of a row, and the inputs of a computed one."""
        found = []
        for figure in row.data:
            if not figure.computed:
                found.append(figure)
            elif figure in (row.figure, row.earlier, row.unlike):
                found += self.inputs(figure)
        return found

    def figure(self, id: str) -> Figure | None:
        """The figure with an id, printed or computed; None where there is none."""
        return self._known.get(id)

    def inputs(self, figure: Figure) -> list[Figure]:
        """The figures that a computed one was computed from."""
        return [self._known[id] for id in figure.inputs]
