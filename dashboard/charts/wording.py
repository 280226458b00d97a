"""How a figure, its place, its date, its source and its caveats are put into words on a chart."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from dashboard.articles.verify.proofs import Proof, length
from dashboard.charts.distribution import Distribution
from dashboard.charts.plan import Panel, Plan, Row
from dashboard.charts.scales import PERCENT, Scales
from dashboard.figures.absence import Absence
from dashboard.figures.citation import line
from dashboard.figures.comparability import Verdict, set_apart
from dashboard.figures.computed import divided
from dashboard.figures.figure import Figure
from dashboard.language.number_format import format_large, format_number, format_value, hedged
from dashboard.language.words import Language, word
from dashboard.records.dataset import Dataset
from dashboard.records.models import Base, BlankKind, Indicator, Kind, Reading, Trait
from dashboard.records.places import full_label, label, typed, within

EXCERPT: Final = "*"
_LARGE = 1_000_000
_ROUND: Final = 100  # from which on a quartile needs no decimals
_NAMED: Final = 15  # places named in one note


@dataclass(frozen=True)
class Source:
    """An article that a chart draws on: its number on the chart and its citation."""

    number: int
    article: str
    text: str


class Wording:
    """Puts figures of one data set into words of one language."""

    def __init__(
        self,
        dataset: Dataset,
        data: Mapping[str, Figure] | Iterable[Figure],
        language: Language,
        proofs: Mapping[str, Proof] | None = None,
    ) -> None:
        """Of a data set, its figures (by id, where that is known), and whether each was proven."""
        self.dataset = dataset
        self.language: Language = language
        self.proofs = proofs or {}
        self._known = data if isinstance(data, Mapping) else {figure.id: figure for figure in data}

    def word(self, key: str, **values: object) -> str:
        """A word of the interface."""
        return word(key, self.language, **values)

    # --- values

    def unit(self, indicator: str) -> str:
        """The unit, "%" for per cent."""
        return self.dataset.indicators[indicator].unit[self.language]

    def value(self, figure: Figure, *, change: bool = False) -> str:
        """The value as a chart writes it beside the bar: 7.397, > 90%, 40/170, gần 1 tỷ đồng; as a change 165 → 92."""
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
        """The value with its unit in words, unless it ends in it, or the name that stands ``beside`` it has it."""
        value, unit = self.value(figure, change=change), figure.named("unit", self.language)
        if figure.grade or value.endswith(unit) or unit.casefold() in beside.casefold():
            return value
        return f"{value} {unit}"

    def computed(self, row: Row) -> str:
        """What was computed from the row's own figure, or ""."""
        if row.earlier and row.figure:
            return self.word("computed", value=self._growth(row.earlier, row.figure))
        return self.word("computed", value=self.value(row.computed)) if row.computed else ""

    def _growth(self, earlier: Figure, later: Figure) -> str:
        """By how much, and by how many per cent of the earlier: +10.648 (+13,6%)."""
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

    # --- places and dates

    def place(self, row: Row) -> str:
        """The place's own name with its type, but for a province: "Huyện Quảng Ninh", "TP Bến Tre"; the parent follows.

        A picture travels: "Quảng Ninh" alone would be read as the province.
        """
        return typed(row.locality, self.dataset, self.language)

    def short_place(self, id: str) -> str:
        """A place as the head of a column, with its parent: "Quảng Ninh (Quảng Bình)"."""
        return label(id, self.dataset, self.language)

    def whose(self, figure: Figure) -> str:
        """A figure's place, with its parent, and its part: "Quảng Ninh (Quảng Bình), Văn phòng Huyện ủy"."""
        return ", ".join(filter(None, [self.short_place(figure.locality), figure.named("of", self.language)]))

    def date(self, figure: Figure) -> str:
        """A short date: "10/2019", "2023, suy ra", "2015–2020", "không muộn hơn 2021", "không ghi năm"."""
        if not figure.as_of.dated and figure.length is None:
            return self.word("undated")
        short = figure.when.short(self.language)
        return f"{short}, {self.word('inferred')}" if figure.inferred else short

    def span(self, row: Row) -> str:
        """The date of a row's figure; of two, "09/2018 → 03/2024"; "" where there is none."""
        if row.earlier and row.figure:
            return f"{self.date(row.earlier)} → {self.date(row.figure)}"
        return self.date(row.figure) if row.figure else ""

    def below(self, row: Row, panel: Panel) -> str:
        """What stands under a place's name: the part of it, its level where levels share an axis, its parent, the
        figure's date, and where another row would read the same what tells the two apart."""
        place = self.dataset.localities[row.locality]
        parts = [
            row.figure.named("of", self.language) if row.figure else "",
            self.word(f"one_{place.level}") if panel.level is None else "",
            within(row.locality, self.dataset, self.language),
            self.span(row) if row.earlier or not row.figure else self._date_among(row.figure, panel),
        ]
        return " · ".join(filter(None, parts))

    def _date_among(self, figure: Figure, panel: Panel) -> str:
        """The date of a figure: to the day where another one of its place is of that month; of two that one article
        gives for one day, with the paragraph."""
        twins = [one for one in panel.twins.get(figure.id, ()) if one.id != figure.id]
        parts = [self.date(figure)]
        if any(one.when.label("en") != figure.when.label("en") for one in twins):
            parts = [figure.when.label(self.language), *([self.word("inferred")] if figure.inferred else [])]
        if figure.paragraph and any((one.article, one.as_of) == (figure.article, figure.as_of) for one in twins):
            parts.append(self.word("paragraphs", n=figure.paragraph))
        return ", ".join(parts)

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

    def blank(self, row: Row, panel: Panel) -> str:
        """Why there is no figure of the panel's indicator; "" where there is one."""
        return self.absence(row.absent, panel.indicator) if row.absent else ""

    def absent(self, absent: Absence, indicator: Indicator) -> str:
        """Why there is no figure of an indicator, in a few words for a cell."""
        if absent.kind is BlankKind.NOT_STATED and indicator.formula:
            return self.word("absent_not_computed")
        return self.word(f"absent_{absent.kind}")

    # --- many figures

    def spread(self, spread: Distribution, panel: Panel) -> str:
        """The middle of many figures in words: "trung vị 57, một nửa từ 40 đến 80"."""
        number = partial(self._spread_number, panel=panel)
        return self.word("spread", median=number(spread.median), lower=number(spread.lower), upper=number(spread.upper))

    def _spread_number(self, number: float, panel: Panel) -> str:
        assert panel.indicator
        share = panel.spread is not None and panel.spread.share
        percent = share or panel.indicator.unit.vi == PERCENT
        digits = 0 if number == int(number) or number >= _ROUND else 1
        return format_number(number, self.language, digits) + PERCENT * percent

    def rank(self, row: Row, panel: Panel) -> str:
        """The place of a row's figure among many, "hạng 12 trên 3.100"; "" where no order may be claimed for it."""
        place = panel.spread.rank(row.figure) if panel.spread and row.figure else None
        if place is None or panel.spread is None:
            return ""
        total = format_number(len(panel.spread.order), self.language)
        return self.word("rank", place=format_number(place, self.language), total=total)

    # --- panels

    def counted_in(self, panel: Panel) -> str:
        """The unit, where the name of what is counted does not say it."""
        assert panel.indicator
        unit, name = panel.indicator.unit[self.language], panel.indicator.name[self.language]
        return "" if unit.casefold() in name.casefold() or unit == PERCENT else unit

    def head(self, panel: Panel, plan: Plan) -> str:
        """The head of a panel: what it counts, where the chart counts several things, and its level."""
        parts = []
        if panel.indicator and several(plan):
            parts.append(panel.indicator.name[self.language])
        levels = {self.dataset.localities[row.locality].level for row in panel.rows} if panel.level is None else set()
        parts.append(self.word(panel.level or (levels.pop() if len(levels) == 1 else "all_levels")))
        return " · ".join(parts)

    def detail(self, panel: Panel) -> str:
        """Scheme and base of a rating or share, one line under the head; "" where there is nothing to say."""
        figure = next(iter(panel.data), None)
        if not figure:
            return ""
        schemes = dict.fromkeys(figure.scheme for figure in panel.data if figure.scheme)
        parts = [self.dataset.schemes[scheme].name[self.language] for scheme in schemes]
        if figure.base:
            notes = {other.base_note(self.language) for other in panel.data}
            note = figure.base_note(self.language) if len(notes) == 1 or figure.base == Base.SUBSET else ""
            total = self._total(panel) if figure.base == Base.NOT_STATED else ""
            if note:
                parts.append(self.word("base_subset", note=note))
            elif total:
                parts.append(self.word("base_unnamed", total=total))
            elif figure.base != Base.NOT_STATED or self.unit(figure.indicator) == PERCENT:
                parts.append(self.word(f"base_{figure.base}"))
        parts += self._baselines(panel)
        parts += set_apart(figure, self.dataset.rules, self.language)
        return " · ".join(parts)

    def base(self, figure: Figure) -> str:
        """What a share is a share of; "" for what is none."""
        if not figure.base:
            return ""
        if note := figure.base_note(self.language):
            return self.word("base_subset", note=note)
        if figure.base == Base.NOT_STATED and figure.out_of:
            return self.word("base_unnamed", total=format_number(exact(figure.out_of), self.language))
        return self.word(f"base_{figure.base}")

    def _total(self, panel: Panel) -> str:
        """The totals printed beside the counts of a panel: "170"."""
        totals = sorted({figure.out_of for figure in panel.data if figure.out_of})
        return ", ".join(format_number(exact(total), self.language) for total in totals)

    def _baselines(self, panel: Panel) -> list[str]:
        """Since when, once for all; where that differs, for each place."""
        found = {
            figure.id: self.word("since", date=figure.since.label(self.language))
            for figure in panel.data
            if figure.since
        }
        if len(found) == len(panel.data) and len(set(found.values())) == 1:
            return list(found.values())[:1]
        places = {figure.id: label(figure.locality, self.dataset, self.language) for figure in panel.data}
        return [f"{places[id]}: {since}" for id, since in found.items()]

    def cautions(self, plan: Plan) -> list[str]:
        """What stands at each panel of a chart: its caution, or for all of them, at the first, where they share it."""
        reasons = ["; ".join(self._reasons(panel)) for panel in plan.panels]
        if len(reasons) > 1 and reasons[0] and len(set(reasons)) == 1:
            return [self.word("caution_all", reasons=reasons[0]), *([""] * (len(reasons) - 1))]
        return [self.word("caution", reasons=one) if one else "" for one in reasons]

    def caution(self, panel: Panel) -> str:
        """The verdict on a panel in a few words, or "" where its figures plainly compare."""
        reasons = self._reasons(panel)
        return self.word("caution", reasons="; ".join(reasons)) if reasons else ""

    def _reasons(self, panel: Panel) -> list[str]:
        """Those of the verdict on a panel; and that one of the figures shown contradicts another number, where the
        verdict does not say it: none is on a figure alone, or on parts."""
        judgement = panel.judgement
        reasons = [*judgement.texts(self.language)] if judgement.verdict is not Verdict.COMPARABLE else []
        told = {id for reason in judgement.reasons for id in reason.figures
                if self.dataset.rules[reason.kind].trait is Trait.CONTRADICTS}  # fmt: skip
        shown = [figure for row in panel.rows for figure in self.printed(row)]
        if any(figure.contradicts(self.language) and figure.id not in told for figure in shown):
            reasons.append(self.word("contradicted"))
        return reasons

    def verdict(self, plan: Plan, one_scale: bool) -> str:
        """One calm line for the whole chart."""
        if plan.chart.note:
            return plan.chart.note[self.language]
        if len(plan.panels) < 2:
            return ""
        if Scales(plan, one_scale=one_scale).across_levels:
            return self.word("true_proportion")
        levels = [panel.level for panel in plan.panels]
        return self.word("apart_panels" if several(plan) or len(set(levels)) < len(levels) else "apart_levels")

    # --- where it comes from

    def citation(self, article: str, paragraphs: Iterable[int] = ()) -> str:
        """Outlet, date and paragraphs, as under a chart."""
        found = ", ".join(str(n) for n in sorted(set(paragraphs)))
        if not found:
            return self._stands(article, None)
        return f"{line(self.dataset.articles[article], self.language)}, {self.word('paragraphs', n=found)}"

    def sources(self, plan: Plan) -> list[Source]:
        """The articles of a chart, numbered in the order in which its rows show them."""
        paragraphs: dict[str, set[int]] = {}
        for panel in plan.panels:
            for row in panel.rows:
                for figure in self.printed(row):
                    found = paragraphs.setdefault(figure.article, set())
                    if figure.paragraph:
                        found.add(figure.paragraph)
                if row.words:
                    found = paragraphs.setdefault(row.article, set())
                    if row.words.paragraph:
                        found.add(row.words.paragraph)
        return [
            Source(number, article, self.citation(article, found))
            for number, (article, found) in enumerate(paragraphs.items(), 1)
        ]

    def reference(self, source: Source) -> str:
        """What stands beside a figure of a source: "[2]", "[2]*" where the article was not read in full."""
        excerpt = self.dataset.articles[source.article].text.read is not Reading.FULL
        return f"[{source.number}]{EXCERPT * excerpt}"

    def printed(self, row: Row) -> list[Figure]:
        """The printed figures of a row; of computed ones, those they came from."""
        found = []
        for figure in row.data:
            if not figure.computed:
                found.append(figure)
            elif figure is row.figure:
                found += [self._known[id] for id in figure.inputs]
        return found

    # --- caveats

    def notes(self, plan: Plan) -> list[str]:
        """The caveats of the figures, each once, with the place it is about; then who is silent."""
        found: dict[str, None] = {}
        for panel in plan.panels:
            for row in panel.rows:
                shown = [*self.printed(row), *([row.figure] if row.figure and row.figure.computed else [])]
                for figure in shown:
                    for note in filter(None, (figure.contradicts(self.language), figure.note(self.language))):
                        found[f"{self.whose(figure)}: {note}"] = None
                if row.words and row.words.note:
                    found[f"{self.short_place(row.locality)}: {row.words.note[self.language]}"] = None
        hidden = {panel.hidden: None for panel in plan.panels if panel.hidden}
        lines = [*found, *(self.word("hidden", n=format_number(n, self.language)) for n in hidden)]
        indicators = [panel.indicator for panel in plan.panels if panel.indicator]
        computed = indicators[0] if indicators and all(one.formula for one in indicators) else None
        return lines + [f"{self._places(places)}: {self.absence(absent, computed)}." for absent, places in plan.absent]

    def _places(self, places: Sequence[str]) -> str:
        named = ", ".join(label(place, self.dataset, self.language) for place in places[:_NAMED])
        rest = len(places) - _NAMED
        return self.word("and_more", places=named, n=format_number(rest, self.language)) if rest > 0 else named

    def legend(self, plan: Plan, styles: Collection[str]) -> list[str]:
        """What the marks of a chart mean, for those that it uses; ``styles`` are those of its bars."""
        found = []
        if plan.chart.form.pairs:
            found.append(self.word("legend_change"))
        found += [self.word(f"legend_{style}") for style in ("unsplit", "computed", "hedge") if style in styles]
        scales = Scales(plan)
        drawn = [panel for panel in plan.panels if scales.mode(panel) == "share"]
        if not plan.chart.form.in_cells and any(
            figure.kind is Kind.ATTAINMENT for panel in drawn for figure in panel.data
        ):
            found.append(self.word("legend_plan"))
        if any(figure.hedge_noted for figure in plan.data):
            found.append(self.word("legend_noted"))
        if any(panel.spread for panel in plan.panels):
            found.append(self.word("legend_spread"))
        if any(EXCERPT in self.reference(source) for source in self.sources(plan)):
            found.append(self.word("legend_excerpt"))
        return found

    def described(self, row: Row, panel: Panel, plan: Plan, *, headed: bool = False) -> str:
        """A row in one phrase: "Quảng Ninh (Quảng Bình): 7.397 đảng viên".

        With what is counted, where that varies (not ``headed`` by it), and with the date, where the place has several
        rows in the panel.
        """
        place = full_label(row.locality, self.dataset, self.language)
        if panel.indicator and several(plan) and not headed:
            place = f"{place}, {panel.indicator.name[self.language]}"
        if row.figure and (part := row.figure.named("of", self.language)):
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
        """For each printed figure of a row: its phrase and where it stands, its date, caveats and inference."""
        found: list[dict[str, object]] = []
        for figure in self.printed(row):
            lines = [self._stands(figure.article, figure.paragraph)]
            if part := figure.named("of", self.language):
                lines.insert(0, part)
            lines += [self.word("as_of", date=self.date(figure)), *self.caveats(figure, framed=True)]
            if mark := self.proof(figure.id):
                lines.append(mark)
            found.append({"id": figure.id, "printed": figure.printed, "lines": lines})
        if row.words:
            lines = [self._stands(row.article, row.words.paragraph)]
            if row.words.note:
                lines.append(row.words.note[self.language])
            found.append({"printed": row.words.printed, "lines": lines})
        if row.figure and row.figure.computed:
            lines = [self.word("computed_from"), *filter(None, [row.figure.note(self.language)])]
            found.append({"printed": None, "lines": lines})
        if not found and row.article:
            found.append({"printed": None, "lines": [self.citation(row.article)]})
        return found

    def caveats(self, figure: Figure, *, framed: bool = False) -> list[str]:
        """What is to be known of a figure: what it contradicts, its note, why its date is believed, a noted hedge.

        ``framed``: where they follow other lines, each says what it is; and that of a date, only of a printed figure.
        """
        contradicts, why = figure.contradicts(self.language), figure.inferred_note(self.language)
        if framed:
            contradicts = self.word("contradicts", what=contradicts) if contradicts else ""
            why = self.word("date_inferred", why=why) if why and not figure.computed else ""
        return [*filter(None, (contradicts, figure.note(self.language), why, self.noted(figure)))]

    def noted(self, figure: Figure) -> str:
        """That its hedge is the reader's note, in words; "" where it is printed or there is none."""
        if not (figure.hedge and figure.hedge_noted):
            return ""
        return self.word("cite_hedge_noted", hedge=self.word(f"hedge_{figure.hedge}"))

    def proof(self, figure: str) -> str:
        """Whether a figure was checked against its article, in words; "" where nothing is known."""
        proof = self.proofs.get(figure)
        if not proof:
            return ""
        return f"✓ {self.word(proof)}" if proof.checked else self.word(proof)

    def _stands(self, article: str, paragraph: int | None) -> str:
        record = self.dataset.articles[article]
        told = line(record, self.language, paragraph, length(self.dataset, article))
        partly = not paragraph and record.text.read is not Reading.FULL
        return f"{told}, {self.word(f'source_{record.text.read}')}" if partly else told


def several(plan: Plan) -> bool:
    """Whether a chart counts several things, so that each has to be named even where it stands alone."""
    found = {panel.indicator.id for panel in plan.panels if panel.indicator}
    return len({*plan.chart.indicators, *found}) > 1


def exact(value: float) -> int | float:
    """A whole number as an int, so that it is written without a decimal mark."""
    return int(value) if value == int(value) else value
