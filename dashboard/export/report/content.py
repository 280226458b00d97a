"""What a report says, item by item, in the words of its language: neutral blocks that each writer sets in its own way.

Nothing is claimed here that the verdict leaves open: a sentence is ``charts.sentences.sentence``, and where figures do
not compare there is none, but the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from dashboard.articles.verify.proofs import Proof
from dashboard.charts import chart_selection, header
from dashboard.charts.cited_sentence import cited_sentence
from dashboard.charts.comparison_chart import MOST_COMPARED, about, compared, ordered, sets
from dashboard.charts.figure_index import FigureIndex
from dashboard.charts.plan import Plan
from dashboard.charts.sentences import sentence, standing
from dashboard.charts.view import View
from dashboard.charts.wording import EXCERPT, Wording
from dashboard.export.report.blocks import (
    Block,
    Cell,
    Grid,
    Heading,
    Kind,
    Mark,
    Paragraph,
    Report,
    Run,
    Section,
    Shown,
    cell,
    graphs,
)  # fmt: skip
from dashboard.export.report.graphs import Charts
from dashboard.export.report.sources import Sources, told
from dashboard.export.report.spec import Item, Spec, faults, view_of
from dashboard.figures.comparability import Verdict
from dashboard.figures.comparison import Apart, Compared, Comparison, Standing
from dashboard.figures.figure import Figure
from dashboard.language.bilingual import Both
from dashboard.language.number_format import format_number
from dashboard.language.words import LANGUAGES, capital

_NAMED: Final = 6  # places in a title
_HEADS: Final = {Verdict.COMPARABLE: "answers.head_ok", Verdict.CAUTION: "answers.head_caution"}


class Unreadable(ValueError):
    """An item that shows nothing, or is not one thing: ``spec.read`` tells such before."""


class TooMuch(ValueError):
    """A report of more figures than were allowed. ``told`` says so, and what to do."""

    def __init__(self, most: int) -> None:
        super().__init__(f"more than {most} figures")
        vi, en = (format_number(most, language) for language in LANGUAGES)
        self.told = Both(f"báo cáo dài quá {vi} số liệu", f"the report has more than {en} figures") + Both(
            "; hãy chia thành nhiều báo cáo, hoặc lưu bản mô tả (.yaml) rồi chạy lệnh doisanh report",
            "; make several of it, or save its description (.yaml) and run doisanh report",
        )


def content(
    spec: Spec, figures: FigureIndex, proofs: Mapping[str, Proof], *, most: int | None = None
) -> Report:  # fmt: skip
    """The content of a report. ``most``: so many figures it may show, each as often as it is shown; None for any.

    Raises Unreadable for an item that ``spec.faults`` finds wrong, and TooMuch as soon as they are more.
    """
    say = Wording(figures.dataset, figures.by_id, spec.language, proofs)
    writer = _Writer(figures, say)
    sections: list[Section] = []
    for item in spec.items:
        sections.append(writer.section(item))
        if most is not None and sum(len(one.shown) for one in sections) > most:
            raise TooMuch(most)
    sources = writer.sources.listed()
    return Report(
        language=spec.language,
        title=spec.title,
        author=spec.author or "",
        date=spec.date.label(spec.language) if spec.date else "",
        sections=tuple(sections),
        sources=sources,
        method=tuple(_method(say, sections)),
        credit=f"{say.word('version', version=figures.dataset.version)} · {say.word('licence')}",
    )


def _method(say: Wording, sections: Sequence[Section]) -> Iterator[str]:
    """How to read the report: what all items share, then only the marks that it has."""
    yield say.word("sources_reading")
    yield say.word("report.verdicts")
    drawn = [one for section in sections for one in graphs(section.blocks)]
    marks = {point.mark for graph in drawn for series in graph.series for point in series.points}
    if drawn:
        yield say.word("report.axes")
    if marks & {Mark.COMPUTED, Mark.BOTH}:
        yield say.word("report.legend_computed")
    if marks & {Mark.HEDGED, Mark.BOTH}:
        yield say.word("report.legend_hedged")
    if Mark.UNSPLIT in marks:
        yield say.word("report.legend_unsplit")
    if any(EXCERPT in one for section in sections for shown in section.shown for one in shown.sources.values()):
        yield say.word("report.legend_excerpt")
    yield say.word("report.numbers")


class _Writer:
    """Turns items into sections, one after the other, so that their sources are numbered in the order of the report."""

    def __init__(self, figures: FigureIndex, say: Wording) -> None:
        self.figures = figures
        self.dataset = figures.dataset
        self.say = say
        self.sources = Sources(figures, say)
        self.charts = Charts(self.sources)

    def section(self, item: Item) -> Section:
        """The section of an item. Raises Unreadable."""
        for fault in faults(item, self.figures):
            raise Unreadable(fault.message[self.say.language])
        kind, address = item.given[0]
        view, _ = view_of(address, self.dataset, self.say.language)
        make: Callable[[View], tuple[str, str, list[Block], list[Shown]]] = {
            "chart": self._chart, "comparison": self._comparison, "sentence": self._sentence, "table": self._table,
        }[kind]  # fmt: skip
        title, counted, blocks, shown = make(view)
        return Section(item.title or title, item.comment or "", tuple(blocks), tuple(shown), counted)

    # --- charts and tables

    def _chart(self, view: View, *, bars: bool = True) -> tuple[str, str, list[Block], list[Shown]]:
        plan = chart_selection.one(self.dataset, self.figures, view, view.chart)
        assert plan is not None  # else it has a fault
        if plan.answers and len(about(self.figures, view).places) == 1:
            return self._standings(plan)
        blocks, shown = self.charts.drawn(plan, one_scale=view.one_scale, bars=bars)
        if plan.answers:
            blocks += self._rest(compared(self.figures, about(self.figures, view)), shown)
        title = plan.chart.title[self.say.language]
        if not plan.answers:
            title = self._titled(title, view.places)
        return title, capital(header.counted(plan, self.say)), blocks, shown

    def _table(self, view: View) -> tuple[str, str, list[Block], list[Shown]]:
        if view.chart:
            return self._chart(view, bars=False)
        return self._of_indicator(view) if view.indicator else self._of_places(view)

    def _of_indicator(self, view: View) -> tuple[str, str, list[Block], list[Shown]]:
        """The figures of an indicator, by what may share an axis."""
        blocks: list[Block] = []
        shown: list[Shown] = []
        for group in sets(self.figures, view, view.indicator):
            figures = ordered(group, self.figures)
            verdict = told(group.judgement, figures, self.say)
            shown += self.sources.shown(figures, verdict)
            blocks.append(self._figures(self._group(group), figures, f"{verdict}."))
            if group.others:
                other = self.say.word("report.others")
                shown += self.sources.shown(group.others, other)
                blocks.append(self._figures(f"{self._group(group)} · {other}", group.others, ""))
        indicator = self.dataset.indicators[view.indicator]
        title = self._titled(indicator.name[self.say.language], view.places)
        return title, indicator.definition[self.say.language], blocks, shown

    def _group(self, group: Compared) -> str:
        level = self.say.word(group.level or "all_levels")
        return f"{group.figures[0].what(self.say.language)} · {level[:1].lower()}{level[1:]}"

    def _of_places(self, view: View) -> tuple[str, str, list[Block], list[Shown]]:
        """All figures of places, each place's in a table."""
        blocks: list[Block] = []
        shown: list[Shown] = []
        keep, order = self.figures.in_period(view) or bool, list(self.dataset.indicators)
        for place in view.places:
            figures = sorted(filter(keep, self.figures.pool.by_place.get(place, ())),
                             key=lambda one: (order.index(one.indicator), one.as_of.sort_key, one.id))  # fmt: skip
            if figures:
                shown += self.sources.shown(figures, "")
                blocks.append(self._figures(self.say.short_place(place), figures, "", places=False))
            else:
                blocks.append(self._none(place))
        return self._titled(self.say.word("report.figures"), view.places), "", blocks, shown

    def _none(self, place: str) -> Paragraph:
        """That a chosen place has no figures, and why."""
        why = self.say.absence(self.figures.absences.unread(place))
        return Paragraph(cell(f"{self.say.short_place(place)}: {why}."), Kind.NOTE)

    def _figures(self, title: str, figures: Sequence[Figure], verdict: str, *, places: bool = True) -> Grid:
        say = self.say
        rows = tuple(
            (
                cell(say.whose(one) if places else one.what(say.language)),
                (Run(say.with_unit(one, change=one.before is not None), self.sources.of(one), strong=True),),
                cell(say.date(one)),
                (Run(one.printed or say.word("computed_mark"), link=self.sources.link(one)),),
            )
            for one in figures
        )
        heads = ("col_place" if places else "col_what", "col_value", "col_date", "col_printed")
        notes = (Paragraph(cell(verdict), Kind.VERDICT),) if verdict else ()
        return Grid(title, tuple(map(say.word, heads)), rows, (0.3, 0.27, 0.15, 0.28), notes)

    # --- sentences

    def _sentence(self, view: View) -> tuple[str, str, list[Block], list[Shown]]:
        """What may be written of an indicator: of several places how they compare, of one place each figure, cited."""
        blocks: list[Block] = []
        shown: list[Shown] = []
        title = self._titled(self.dataset.indicators[view.indicator].name[self.say.language], view.places)
        places = about(self.figures, view).places
        if 0 < len(places) <= MOST_COMPARED:
            found = compared(self.figures, replace(view, places=places))
            groups = [one for one in found.compared if one.subject.indicator == view.indicator]
            apart = [one for one in found.apart if one.subject.indicator == view.indicator]
            alone = [figures for subject, figures in found.alone if subject.indicator == view.indicator]
        else:
            groups, apart, alone = sets(self.figures, view, view.indicator), [], []
            alone = [one.figures for one in groups if len(one.figures) == 1]
            groups = [one for one in groups if len(one.figures) > 1]
        for group in groups:
            verdict = told(group.judgement, group.figures, self.say)
            self._said(sentence(group, self.say), group.figures, verdict, blocks, shown)
        for one in apart:
            what = one.figures[0].what(self.say.language)
            verdict = self._verdict_apart(one)
            self._said(f"{what}: {verdict}.", one.figures, verdict, blocks, shown, told_once=True)
        for figures in alone:
            for figure in figures:
                if not view.use or figure.id in view.use or not {one.id for one in figures} & {*view.use}:
                    single = self.say.word("report.single")
                    self._said(cited_sentence(figure, self.say), (figure,), single, blocks, shown)
        return title, "", blocks, shown

    def _said(
        self, text: str, figures: Sequence[Figure], verdict: str, blocks: list[Block], shown: list[Shown], *,
        told_once: bool = False,
    ) -> None:  # fmt: skip
        """A sentence, then its verdict, unless it told that itself, and the figures that it stands on."""
        shown += self.sources.shown(figures, verdict)
        marks = {n: mark for one in figures for n, mark in self.sources.of(one).items()}
        blocks.append(Paragraph((Run(text, dict(sorted(marks.items()))),), Kind.SENTENCE))
        blocks.append(self._based(figures, "" if told_once else verdict))

    def _based(self, figures: Sequence[Figure], verdict: str) -> Paragraph:
        """The verdict, and the figures it is about."""
        runs: list[Run] = [Run(f"{verdict}. ")] if verdict else []
        for number, one in enumerate(figures):
            runs.append(Run("; " if number else f"{self.say.word('report.based')} "))
            runs.append(self.sources.said(one, place=True))
        return Paragraph((*runs, Run(".")), Kind.VERDICT)

    def _verdict_apart(self, apart: Apart) -> str:
        why = [reason.text[self.say.language] for reason in apart.judgement.gravest_first
               if reason.verdict is Verdict.NOT_COMPARABLE]  # fmt: skip
        verdict = Verdict.NOT_COMPARABLE
        return f"{verdict.sign} {self.say.word(verdict.word)}: {'; '.join(why)}"

    # --- comparisons

    def _comparison(self, view: View) -> tuple[str, str, list[Block], list[Shown]]:
        found = compared(self.figures, about(self.figures, view))
        blocks: list[Block] = []
        shown: list[Shown] = []
        for verdict, head in _HEADS.items():
            if rows := found.of(verdict):
                blocks += [Heading(f"{verdict.sign} {self.say.word(head)} ({len(rows)})"),
                           self._rows(found, rows, shown)]  # fmt: skip
        blocks += self._rest(found, shown)
        title = self.say.word("report.comparison", places=self._joined(found.places))
        return title, "", blocks, shown

    def _rest(self, found: Comparison, shown: list[Shown]) -> list[Block]:
        """What does not compare, what only one place has, and the places without any figure."""
        blocks: list[Block] = []
        if found.apart:
            head = self.say.word("answers.head_never")
            blocks += [Heading(f"{Verdict.NOT_COMPARABLE.sign} {head} ({len(found.apart)})"), self._apart(found, shown)]
        if found.alone:
            blocks += [Heading(self.say.word("answers.head_alone", n=len(found.alone))), self._alone(found, shown)]
        return [*blocks, *(self._none(place) for place in found.places if place not in self.figures.pool.by_place)]

    def _standings(self, plan: Plan) -> tuple[str, str, list[Block], list[Shown]]:
        """The figures of one place, each with what may be said of it among all that compare with it."""
        shown: list[Shown] = []
        lines: list[tuple[Cell, ...]] = []
        for panel in plan.panels:
            assert isinstance(panel.answer, Standing)
            one = panel.answer
            verdict = told(one.compared.judgement, one.compared.figures, self.say)
            shown += self.sources.shown([one.figure], verdict)
            detail = self._detail(one.figure)
            what = (Run(one.figure.what(self.say.language), strong=True), *((Run(f" · {detail}"),) if detail else ()))
            lines.append((what, (self.sources.said(one.figure),), cell(standing(one, self.say))))
        heads = tuple(map(self.say.word, ("col_what", "col_value", "answers.rank")))
        title, counted = (text[self.say.language] for text in (plan.chart.title, plan.chart.counted))
        return title, counted, [Grid("", heads, tuple(lines), (0.36, 0.28, 0.36))], shown

    def _rows(self, found: Comparison, rows: Sequence[Compared], shown: list[Shown]) -> Grid:
        """Indicators below each other with a column a place, and below each the sentence that may be written."""
        lines: list[tuple[Cell, ...]] = []
        for one in rows:
            shown += self.sources.shown(one.figures, told(one.judgement, one.figures, self.say))
            first = one.figures[0]
            detail = self._detail(first)
            what = (Run(first.what(self.say.language), strong=True), *((Run(f" · {detail}"),) if detail else ()))
            lines += [
                (what, *(self._at(one, place, shown) for place in found.places)),
                (cell(sentence(one, self.say)),),
            ]
        side = 0.28
        widths = (side, *[(1 - side) / len(found.places)] * len(found.places))
        columns = (self.say.word("col_what"), *map(self.say.short_place, found.places))
        return Grid("", columns, tuple(lines), widths)

    def _detail(self, figure: Figure) -> str:
        """What keeps a figure from others of its indicator."""
        language = self.say.language
        since = self.say.word("since", date=figure.since.label(language)) if figure.since else ""
        mark = self.say.word("computed_mark") if figure.computed else ""
        return " · ".join(filter(None, [figure.named("scheme", language), self.say.base(figure), since, mark]))

    def _at(self, one: Compared, place: str, shown: list[Shown]) -> Cell:
        """The figure of a place in a row; one that shares no axis with the others says so."""
        name = one.figures[0].named("indicator", self.say.language)
        if figure := next((each for each in one.figures if each.locality == place), None):
            return (self.sources.said(figure, beside=name),)
        if unlike := next((each for each in one.others if each.locality == place), None):
            said = self.say.word("answers.unlike", value=self.say.with_unit(unlike))
            shown += self.sources.shown([unlike], f"{Verdict.NOT_COMPARABLE.sign} {said}")
            return (Run(f"✗ {said} ({self.say.date(unlike)})", self.sources.of(unlike), self.sources.link(unlike)),)
        absent = self.figures.absences.why(place, self.dataset.indicators[one.subject.indicator])
        return cell(self.say.absence(absent) if absent else self.say.word("report.no_figure"))

    def _apart(self, found: Comparison, shown: list[Shown]) -> Grid:
        lines: list[tuple[Cell, ...]] = []
        for one in found.apart:
            verdict = self._verdict_apart(one)
            shown += self.sources.shown(one.figures, verdict)
            said: list[Run] = []
            for number, figure in enumerate(one.figures):
                said += [Run("; ")] if number else []
                said.append(self.sources.said(figure, place=True))
            what = (Run(one.figures[0].what(self.say.language), strong=True),)
            lines.append((what, tuple(said), cell(capital(verdict.partition(": ")[2]))))
        columns = tuple(map(self.say.word, ("col_what", "report.figures", "col_reason")))
        return Grid("", columns, tuple(lines), (0.28, 0.4, 0.32))

    def _alone(self, found: Comparison, shown: list[Shown]) -> Grid:
        figures = sorted((group[-1] for _, group in found.alone), key=lambda one: found.places.index(one.locality))
        shown += self.sources.shown(figures, self.say.word("report.single"))
        lines = tuple(
            (
                cell(self.say.short_place(one.locality)),
                (Run(one.what(self.say.language), strong=True),),
                (self.sources.said(one, beside=one.named("indicator", self.say.language)),),
            )
            for one in figures
        )
        columns = tuple(map(self.say.word, ("col_place", "col_what", "col_value")))
        return Grid("", columns, lines, (0.28, 0.4, 0.32))

    # --- words

    def _titled(self, title: str, places: Sequence[str]) -> str:
        """A title with the chosen places, where they are few."""
        if not places or len(places) > _NAMED:
            return title
        return f"{title}{' –' if ':' in title else ':'} {', '.join(map(self.say.short_place, places))}"

    def _joined(self, places: Sequence[str]) -> str:
        names = list(map(self.say.short_place, places))
        return self.say.word("say.and", first=", ".join(names[:-1]), last=names[-1])
