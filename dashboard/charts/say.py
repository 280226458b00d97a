"""How a figure, its place, its date, its source and its caveats are put into words on a chart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from dashboard.charts.datum import Datum
from dashboard.charts.plan import Panel, Plan, Row
from dashboard.comparability import Verdict
from dashboard.dataset import Dataset
from dashboard.models import BlankKind, Form, Level
from dashboard.notation import format_large, format_number, format_value, hedged
from dashboard.places import full_label, label
from dashboard.words import Language, word

PERCENT: Final = "%"
_LARGE = 1_000_000


@dataclass(frozen=True)
class Source:
    """An article that a chart draws on: its number on the chart and its citation."""

    number: int
    article: str
    text: str


class Sayer:
    """Puts figures of one data set into words of one language."""

    def __init__(self, dataset: Dataset, data: Iterable[Datum], language: Language) -> None:
        self.dataset = dataset
        self.language: Language = language
        self._known = {datum.id: datum for datum in data}

    def word(self, key: str, **values: object) -> str:
        """A word of the interface."""
        return word(key, self.language, **values)

    # --- values

    def unit(self, indicator: str) -> str:
        """The unit, "%" for per cent."""
        return self.dataset.indicators[indicator].unit[self.language]

    def value(self, datum: Datum, *, change: bool = False) -> str:
        """The value as a chart writes it beside the bar: 7.397, > 90%, 40/170, gần 1 tỷ đồng; as a change 165 → 92."""
        if datum.grade:
            return self.word(f"grade_{datum.grade}")
        assert datum.value is not None
        indicator = self.dataset.indicators[datum.indicator]
        number = exact(datum.value)
        if indicator.formula:
            written = format_number(datum.value, self.language, indicator.formula.digits)
            if indicator.formula.change:
                written = written if datum.value <= 0 else f"+{written}"
            return hedged(written + PERCENT * (indicator.unit.vi == PERCENT), datum.hedge, self.language)
        if change and datum.before is not None:
            before = format_number(exact(datum.before), self.language)
            return f"{before} → {format_value(number, language=self.language, hedge=datum.hedge)}"
        if datum.value >= _LARGE:
            unit = self.unit(datum.indicator)
            return f"{hedged(format_large(number, self.language), datum.hedge, self.language)} {unit}"
        return format_value(
            number,
            language=self.language,
            percent=indicator.unit.vi == PERCENT,
            hedge=datum.hedge,
            out_of=None if datum.out_of is None else exact(datum.out_of),
        )

    def with_unit(self, datum: Datum, *, change: bool = False) -> str:
        """The value with its unit in words, for a sentence."""
        value, unit = self.value(datum, change=change), self.unit(datum.indicator)
        if datum.grade or unit == PERCENT or datum.value is None or datum.value >= _LARGE:
            return value
        return f"{value} {unit}"

    def computed(self, row: Row) -> str:
        """What was computed from the row's own figure, or ""."""
        return self.word("computed", value=self.value(row.computed)) if row.computed else ""

    # --- places and dates

    def place(self, row: Row) -> str:
        """The place's own name, without its parent: "Quảng Ninh", "TP Bến Tre"."""
        return label(row.locality, self.dataset, self.language).split(" (")[0]

    def date(self, datum: Datum) -> str:
        """A short date: "10/2019", "2023, suy ra", "2015–2020", "không ghi năm"."""
        if datum.as_of.precision == "undated":
            return self.word("undated")
        short = datum.as_of.short(self.language)
        return f"{short}, {self.word('inferred')}" if datum.inferred else short

    def below(self, row: Row, level: Level | None) -> str:
        """What stands under a place's name: its parent and the date of the figure."""
        place = self.dataset.localities[row.locality]
        parent = self.dataset.localities[place.parent].name if place.parent else ""
        if level is None and not parent:
            parent = self.word(place.level)
        return " · ".join(part for part in (parent, self.date(row.datum) if row.datum else "") if part)

    def blank(self, row: Row) -> str:
        """Why there is no figure."""
        if row.out_of_period:
            return self.word("out_of_period")
        if row.words:
            return self.word("words_only", printed=row.words.printed)
        return self.word(row.blank or BlankKind.NOT_STATED)

    def blank_in(self, row: Row, panel: Panel) -> str:
        """Why there is no figure of the panel's indicator."""
        indicator = panel.indicator
        if indicator and row.blank is BlankKind.NOT_APPLICABLE:
            if indicator.not_applicable:
                return self.word("not_applicable", why=indicator.not_applicable[self.language])
            return self.word("not_applicable_plain")
        if indicator and indicator.formula and row.blank is BlankKind.NOT_STATED:
            return self.word("not_computed")
        return self.blank(row)

    # --- panels

    def head(self, panel: Panel, plan: Plan) -> str:
        """The head of a panel: what it counts, where the chart counts several things, and its level."""
        parts = []
        if panel.indicator and several(plan):
            parts.append(panel.indicator.name[self.language])
        parts.append(self.word(panel.level) if panel.level else self.word("all_levels"))
        return " · ".join(parts)

    def detail(self, panel: Panel) -> str:
        """Scheme and base of a rating or share, one line under the head; "" where there is nothing to say."""
        datum = next(iter(panel.data), None)
        if not datum:
            return ""
        parts = [self.dataset.schemes[datum.scheme].name[self.language]] if datum.scheme else []
        if datum.base:
            note = datum.base_note(self.language)
            key = "base_subset" if note else f"base_{datum.base}"
            parts.append(self.word(key, note=note))
        if datum.since:
            parts.append(self.word("since", date=datum.since.label(self.language)))
        return " · ".join(parts)

    def caution(self, panel: Panel) -> str:
        """The verdict on a panel in a few words, or "" where its figures plainly compare."""
        if panel.judgement.verdict is Verdict.COMPARABLE:
            return ""
        return self.word("caution", reasons="; ".join(panel.judgement.texts(self.language)))

    def verdict(self, plan: Plan, one_scale: bool) -> str:
        """One calm line for the whole chart."""
        if plan.chart.note:
            return plan.chart.note[self.language]
        if len(plan.panels) < 2:
            return ""
        if one_scale:
            return self.word("true_proportion")
        kinds = {panel.indicator.id for panel in plan.panels if panel.indicator}
        return self.word("each_level" if len(kinds) == 1 and len(plan.levels) > 1 else "each_panel")

    # --- where it comes from

    def outlet(self, article: str) -> str:
        """The outlet, marked where it was inferred."""
        given = self.dataset.articles[article].outlet
        return f"{given.value} ({self.word('inferred')})" if given.inferred else given.value

    def published(self, article: str) -> str:
        """The day of publication; where none is printed, that and the year inferred."""
        published = self.dataset.articles[article].published
        date = published.date.label(self.language)
        return self.word("published_undated", date=date) if published.inferred else date

    def citation(self, article: str, paragraphs: Iterable[int] = ()) -> str:
        """Outlet, date and paragraphs, as under a chart."""
        found = ", ".join(str(n) for n in sorted(set(paragraphs)))
        parts = [self.outlet(article), self.published(article)]
        if found:
            parts.append(self.word("paragraphs", n=found))
        return ", ".join(parts)

    def sources(self, plan: Plan) -> list[Source]:
        """The articles of a chart, numbered in the order in which its rows show them."""
        paragraphs: dict[str, set[int]] = {}
        for panel in plan.panels:
            for row in panel.rows:
                for datum in self.printed(row):
                    found = paragraphs.setdefault(datum.article, set())
                    if datum.paragraph:
                        found.add(datum.paragraph)
                if row.words:
                    found = paragraphs.setdefault(row.article, set())
                    if row.words.paragraph:
                        found.add(row.words.paragraph)
        return [
            Source(number, article, self.citation(article, found))
            for number, (article, found) in enumerate(paragraphs.items(), 1)
        ]

    def printed(self, row: Row) -> list[Datum]:
        """The printed figures of a row; of computed ones, those they came from."""
        found = []
        for datum in row.data:
            if not datum.computed:
                found.append(datum)
            elif datum is row.datum:
                found += [self._known[id] for id in datum.inputs]
        return found

    # --- caveats

    def notes(self, plan: Plan) -> list[str]:
        """The caveats of the figures, each once, with the place it is about; then who is silent."""
        found: dict[str, str] = {}
        for panel in plan.panels:
            for row in panel.rows:
                notes = [datum.note(self.language) for datum in self.printed(row)]
                if row.words and row.words.note:
                    notes.append(row.words.note[self.language])
                for note in filter(None, notes):
                    found.setdefault(note, f"{label(row.locality, self.dataset, self.language)}: {note}")
        lines = list(found.values())
        if plan.silent:
            places = ", ".join(label(place, self.dataset, self.language) for place in plan.silent)
            lines.append(self.word("silent", places=places))
        return lines

    def legend(self, plan: Plan, unsplit: bool) -> list[str]:
        """What the marks of a chart mean, for those that it uses."""
        found = []
        data = plan.data
        if plan.chart.form is Form.CHANGE:
            found.append(self.word("legend_change"))
        if unsplit:
            found.append(self.word("legend_unsplit"))
        if any(panel.data and panel.data[0].computed for panel in plan.panels):
            found.append(self.word("legend_computed"))
        if any(datum.hedge for datum in data) and plan.chart.form is not Form.CHANGE:
            found.append(self.word("legend_hedge"))
        if any(datum.kind == "attainment" for datum in data):
            found.append(self.word("legend_plan"))
        return found

    def described(self, row: Row, panel: Panel, plan: Plan) -> str:
        """A row in one phrase: "Quảng Ninh (Quảng Bình): 7.397 đảng viên"; with what is counted, where that varies."""
        place = full_label(row.locality, self.dataset, self.language)
        if panel.indicator and several(plan):
            place = f"{place}, {panel.indicator.name[self.language]}"
        if not row.datum:
            return f"{place}: {self.blank_in(row, panel)}"
        what = self.with_unit(row.datum, change=row.computed is not None)
        computed = self.computed(row)
        return f"{place}: {what}" + (f" ({computed})" if computed else "")

    def facts(self, row: Row) -> list[dict[str, object]]:
        """For each printed figure of a row: its phrase and where it stands, its date, caveats and inference."""
        found: list[dict[str, object]] = []
        for datum in self.printed(row):
            lines = [self._stands(datum.article, datum.paragraph)]
            lines.append(self.word("as_of", date=self.date(datum)))
            if why := datum.inferred_note(self.language):
                lines.append(self.word("date_inferred", why=why))
            if note := datum.note(self.language):
                lines.append(note)
            found.append({"printed": datum.printed, "lines": lines})
        if row.words:
            lines = [self._stands(row.article, row.words.paragraph)]
            if row.words.note:
                lines.append(row.words.note[self.language])
            found.append({"printed": row.words.printed, "lines": lines})
        if row.datum and row.datum.computed:
            found.append({"printed": None, "lines": [self.word("computed_from")]})
        if not found and row.article:
            found.append({"printed": None, "lines": [self.citation(row.article)]})
        return found

    def _stands(self, article: str, paragraph: int | None) -> str:
        parts = [self.outlet(article), self.published(article)]
        if paragraph:
            parts.append(self.word("paragraph", n=paragraph))
        return ", ".join(parts)


def several(plan: Plan) -> bool:
    """Whether a chart counts several things."""
    return len({panel.indicator.id for panel in plan.panels if panel.indicator}) > 1


def exact(value: float) -> int | float:
    """A whole number as an int, so that it is written without a decimal mark."""
    return int(value) if value == int(value) else value

