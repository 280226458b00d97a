"""What a chart says in words: its rows and panels, their verdicts, the sources, notes and legend below it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.charts.figure_wording import exact
from dashboard.charts.plan import Panel, Plan
from dashboard.charts.row_wording import RowWording
from dashboard.charts.scales import PERCENT, Mode, Scales
from dashboard.figures.absence import Absence
from dashboard.figures.comparability import Verdict, set_apart
from dashboard.figures.comparability.order import height
from dashboard.language.number_format import format_number
from dashboard.records.models.article import Reading
from dashboard.records.models.chart import Form
from dashboard.records.models.figure import Base, BlankKind
from dashboard.records.models.indicator import Kind
from dashboard.records.models.rule import Trait
from dashboard.records.places import label

EXCERPT: Final = "*"  # beside the number of a source of which only an excerpt was read
_ABBREVIATED: Final = "TCCSĐ"
_NAMED: Final = 15  # places named in one note


@dataclass(frozen=True)
class Source:
    """An article that a chart draws on: its number on the chart, its citation, and whether it was read in full."""

    number: int
    article: str
    text: str
    whole: bool

    @property
    def reference(self) -> str:
        """The reference beside a figure: "[2]", or "[2]*" where the article was not read in full."""
        return f"[{self.number}]{'' if self.whole else EXCERPT}"


class Wording(RowWording):
    """Puts charts into words: panels, verdicts, sources, notes; their rows and figures too, as the classes above it."""

    def title(self, plan: Plan) -> str:
        """The title of a chart, with its finding where one may be said: "Đảng viên: Đồng Nai nhiều hơn Bến Tre".

        That takes one panel of exact, dated figures of whole places, one each, whose verdict leaves no order open.
        """
        own = plan.chart.title[self.language]
        panel, *others = (plan.whole or plan).panels or (None,)
        if panel is None or others or plan.counts_several or plan.chart.form not in (Form.BARS, Form.STACKED):
            return own
        data = panel.data
        open_order = panel.spread or panel.judgement.unranked or panel.judgement.verdict is not Verdict.COMPARABLE
        exact_ones = all(
            one.value is not None and one.as_of.dated and not (one.hedge or one.part or one.contradicts(self.language))
            for one in data
        )
        if open_order or not exact_ones or len({one.locality for one in data}) != len(data) or len(data) < 2:
            return own
        share = all(one.out_of for one in data)
        *rest, last, first = sorted(data, key=lambda one: height(one, share=share))
        if height(first, share=share) <= height(last, share=share):
            return own
        rate = share or panel.unit == PERCENT or (panel.indicator is not None and panel.indicator.kind is Kind.RATIO)
        place, other = self.short_place(first.locality), self.short_place(last.locality)
        if rest:
            most = "finding_highest" if rate else "finding_most"
            return self.word(most, title=own, place=place, total=len(data))
        return self.word("finding_higher" if rate else "finding_more", title=own, place=place, other=other)

    def counted_in(self, panel: Panel) -> str:
        """The unit, unless the name of the indicator says it."""
        assert panel.indicator
        unit, name = panel.indicator.unit[self.language], panel.indicator.name[self.language]
        return "" if unit.casefold() in name.casefold() or unit == PERCENT else unit

    def head(self, panel: Panel, plan: Plan) -> str:
        """The head of a panel: its indicator, where the chart has several, its level, and the unit of its numbers."""
        parts = []
        if panel.indicator and plan.counts_several:
            parts.append(panel.counted(self.language))
        levels = {self.dataset.localities[row.locality].level for row in panel.rows} if panel.level is None else set()
        parts.append(self.word(panel.level or (levels.pop() if len(levels) == 1 else "all_levels")))
        parts += filter(None, [self.counted_in(panel) if panel.data else ""])
        return " · ".join(parts)

    def detail(self, panel: Panel) -> str:
        """The line below a head: scheme and base of a rating or share; "" where there are none."""
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

    def _total(self, panel: Panel) -> str:
        """The totals printed beside the counts of a panel: "170"."""
        totals = sorted({figure.out_of for figure in panel.data if figure.out_of})
        return ", ".join(format_number(exact(total), self.language) for total in totals)

    def _baselines(self, panel: Panel) -> list[str]:
        """The baselines of changes: one for all figures, else one for each place."""
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
        """The caution at each panel; where all panels share it, it stands at the first for all."""
        reasons = ["; ".join(self._reasons(panel)) for panel in plan.panels]
        if len(reasons) > 1 and reasons[0] and len(set(reasons)) == 1:
            return [self.word("caution_all", reasons=reasons[0]), *([""] * (len(reasons) - 1))]
        return [self.word("caution", reasons=one) if one else "" for one in reasons]

    def caution(self, panel: Panel) -> str:
        """The caution of a panel, or "" where its figures simply compare."""
        reasons = self._reasons(panel)
        return self.word("caution", reasons="; ".join(reasons)) if reasons else ""

    def _reasons(self, panel: Panel) -> list[str]:
        """The reasons of the verdict on a panel; also that a figure contradicts another number, which the verdict on a
        single figure or on parts does not say."""
        judgement = panel.judgement
        reasons = [*judgement.texts(self.language)] if judgement.verdict is not Verdict.COMPARABLE else []
        told = {id for reason in judgement.reasons for id in reason.figures
                if self.dataset.rules[reason.kind].trait is Trait.CONTRADICTS}  # fmt: skip
        shown = [figure for row in panel.rows for figure in self.printed(row)]
        if any(figure.contradicts(self.language) and figure.id not in told for figure in shown):
            reasons.append(self.word("contradicted"))
        return reasons

    def verdict(self, plan: Plan, one_scale: bool) -> str:
        """The line about how the panels of the chart compare: its own note, else what many charts share."""
        return plan.chart.note[self.language] if plan.chart.note else self.across(plan, one_scale)

    def across(self, plan: Plan, one_scale: bool) -> str:
        """How the panels of any chart like this one compare, which a page of charts says once; "" for a single
        panel."""
        if plan.chart.cross_levels and any(panel.level is None for panel in plan.panels):
            return self.word("across_levels")
        if len(plan.panels) < 2:
            return ""
        if Scales(plan, one_scale=one_scale).across_levels:
            return self.word("true_proportion")
        levels = [panel.level for panel in plan.panels]
        return self.word("apart_panels" if plan.counts_several or len(set(levels)) < len(levels) else "apart_levels")

    # --- where it comes from

    def sources(self, plan: Plan) -> list[Source]:
        """The sources of a chart, numbered in the order of its rows."""
        paragraphs: dict[str, set[int | None]] = {}
        for panel in plan.panels:
            for row in panel.rows:
                for figure in self.printed(row):
                    paragraphs.setdefault(figure.article, set()).add(figure.paragraph)
                if row.words:
                    paragraphs.setdefault(row.article, set()).add(row.words.paragraph)
        return [
            Source(
                number, article, self.cited(article, found), self.dataset.articles[article].text.read is Reading.FULL
            )
            for number, (article, found) in enumerate(paragraphs.items(), 1)
        ]

    # --- caveats

    def notes(self, plan: Plan) -> list[str]:
        """The notes below a chart that change how its figures are read: each caveat once, with its place; and why
        cells of a scorecard were not computed."""
        found: dict[str, None] = {}
        for panel in plan.panels:
            for row in panel.rows:
                shown = [*self.printed(row), *(one for one in (row.earlier, row.figure) if one and one.computed)]
                for figure in shown:
                    for note in filter(None, (figure.contradicts(self.language), figure.note(self.language))):
                        found[f"{self.whose(figure)}: {note}"] = None
                if row.words and row.words.note:
                    found[f"{self.short_place(row.locality)}: {row.words.note[self.language]}"] = None
        hidden = {panel.hidden: None for panel in plan.panels if panel.hidden}
        lines = [*found, *(self.word("hidden", n=format_number(n, self.language)) for n in hidden)]
        return lines + [self._silent(plan, *one) for one in plan.absent if self._of_cells(plan, one[0])]

    def missing(self, plan: Plan) -> list[str]:
        """The places that have no row, one line a reason."""
        return [self._silent(plan, *one) for one in plan.absent if not self._of_cells(plan, one[0])]

    def missing_head(self, plan: Plan) -> str:
        """How many places have no row; "" where none is missing."""
        places = {place for absent, found in plan.absent if not self._of_cells(plan, absent) for place in found}
        return self.word("missing", n=format_number(len(places), self.language)) if places else ""

    @staticmethod
    def _of_cells(plan: Plan, absent: Absence) -> bool:
        """Whether a reason is that of cells which a scorecard shows."""
        if plan.chart.form is not Form.SCORECARD or absent.kind is not BlankKind.REFUSED:
            return False
        return any(row.absent and row.absent.why == absent.why for panel in plan.panels for row in panel.rows)

    def _silent(self, plan: Plan, absent: Absence, places: Sequence[str]) -> str:
        indicators = [panel.indicator for panel in plan.panels if panel.indicator]
        computed = indicators[0] if indicators and all(one.formula for one in indicators) else None
        return f"{self._places(places)}: {self.absence(absent, computed)}."

    def _places(self, places: Sequence[str]) -> str:
        named = ", ".join(label(place, self.dataset, self.language) for place in places[:_NAMED])
        rest = len(places) - _NAMED
        return self.word("and_more", places=named, n=format_number(rest, self.language)) if rest > 0 else named

    def legend(self, plan: Plan, styles: Collection[str]) -> list[str]:
        """The legend of the marks that a chart uses. ``styles`` are those of its bars."""
        found = []
        if plan.chart.form.pairs:
            found.append(self.word("legend_change"))
        found += [
            self.word(f"legend_{style}") for style in ("unsplit", "computed", "hedge", "points") if style in styles
        ]
        scales = Scales(plan)
        drawn = [panel for panel in plan.panels if scales.mode(panel) is Mode.SHARE]
        if not plan.chart.form.in_cells and any(
            figure.kind is Kind.ATTAINMENT for panel in drawn for figure in panel.data
        ):
            found.append(self.word("legend_plan"))
        if any(figure.hedge_noted for figure in plan.data):
            found.append(self.word("legend_noted"))
        if any(panel.spread for panel in plan.panels):
            found.append(self.word("legend_spread"))
        if not all(source.whole for source in self.sources(plan)):
            found.append(self.word("legend_excerpt"))
        if any(_ABBREVIATED in text for text in self._said(plan)):
            found.append(self.word("legend_tccsd"))
        return found

    def _said(self, plan: Plan) -> Iterator[str]:
        """The words of a chart that may abbreviate: title, what is counted, heads and details of panels."""
        yield from (plan.chart.title[self.language], plan.chart.counted[self.language])
        for panel in plan.panels:
            yield from (self.head(panel, plan), self.detail(panel))
            if panel.indicator and plan.chart.form.in_cells:
                yield from (panel.indicator.unit[self.language], panel.indicator.name[self.language])
