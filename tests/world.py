"""Data sets made in memory, for tests of what is made of them: no files, no checks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from dashboard.charts import scorecard
from dashboard.charts.dimensions import Dimensions
from dashboard.charts.layout import Body, layout_of
from dashboard.charts.plan import Plan
from dashboard.charts.planner import Planner
from dashboard.charts.view import ALL, View
from dashboard.charts.wording import Wording
from dashboard.checks.loading import load
from dashboard.figures.figure import Figure
from dashboard.figures.figure import figures_of as data
from dashboard.figures.frame import build
from dashboard.language.dates import Period
from dashboard.language.words import Language
from dashboard.records.dataset import Dataset, Entry
from dashboard.records.models.article import Article, Outlet, Published, Reading, StoredText
from dashboard.records.models.chart import Chart, Form, Parts, Theme
from dashboard.records.models.fields import Text
from dashboard.records.models.figure import Blank, BlankKind, FigureFile, FigureRecord, Sum
from dashboard.records.models.indicator import Formula, Indicator, Kind, Rating, Scheme, Tier
from dashboard.records.models.locality import Level, Locality, Measure
from dashboard.records.models.rule import Rule
from dashboard.records.source_files import RULES
from dashboard.records.table_files import RulesFile
from dashboard.records.yaml_text import read
from tests.few_articles import few_articles

REPOSITORY = Path(__file__).resolve().parents[1]
EVERYTHING = View(theme=ALL)  # as a visitor finds it: nothing chosen, so all places


def both(words: str) -> Text:
    """The same words in both languages, told apart."""
    return Text(vi=words, en=f"{words} (en)")


# Every kind of number, and enough places that only Vietnamese order sorts them well.
INDICATORS: tuple[tuple[str, Kind, str, dict[str, Any]], ...] = (
    ("members", Kind.STOCK, "đảng viên", {}),
    ("units", Kind.STOCK, "tổ chức", {"levels": [Level.PROVINCE, Level.DISTRICT]}),
    ("committees", Kind.STOCK, "đảng bộ", {"part_of": "units"}),
    ("cells", Kind.STOCK, "chi bộ", {"part_of": "units"}),
    ("admitted", Kind.FLOW, "người", {}),
    ("cut", Kind.CHANGE, "chỉ tiêu", {}),
    ("attained", Kind.ATTAINMENT, "%", {}),
    ("poor", Kind.SHARE, "%", {}),
    ("graduates", Kind.SHARE, "người", {}),
    ("good", Kind.SHARE, "%", {"rating": Rating(label="tốt", label_en="good", tier=Tier.GOOD)}),
    ("own", Kind.GRADE, "mức", {}),
    ("hamlets", Kind.STOCK, "thôn", {}),
    ("money", Kind.FLOW, "đồng", {}),
    ("each", Kind.RATIO, "đảng viên / tổ chức", {"formula": Formula(ratio=("members", "units"), digits=1)}),
    ("of_total", Kind.RATIO, "%", {"formula": Formula(percent_of_total=["graduates"], digits=1)}),
    ("since_before", Kind.CHANGE, "chênh lệch", {"formula": Formula(change=["hamlets"])}),
    ("a_year", Kind.RATIO, "người / năm", {"formula": Formula(per_year="admitted", digits=1)}),
    ("a_year_of_100", Kind.RATIO, "người / 100 đảng viên",
     {"formula": Formula(per_year="admitted", per_100="members", digits=1)}),
    ("of_100_people", Kind.RATIO, "đảng viên / 100 dân", {"formula": Formula(per_100_inhabitants="members", digits=2)}),
)  # fmt: skip
PLACES = (
    ("p", "Bến Tre", Level.PROVINCE), ("p.an", "An Lão", Level.DISTRICT), ("p.aan", "Ân Thi", Level.DISTRICT),
    ("p.di", "Dĩ An", Level.DISTRICT), ("p.duc", "Đức Hòa", Level.DISTRICT), ("p.an.xa", "Xuân Áng", Level.COMMUNE),
    ("p.an.long", "Hoà Hiệp Nam Trung Đông Bắc Kạn Quảng", Level.COMMUNE), ("q", "Quảng Ninh", Level.PROVINCE),
    ("q.ha", "Hạ Long", Level.DISTRICT), ("q.ha.lam", "Hà Lầm", Level.COMMUNE),
)  # fmt: skip
TYPES = {Level.PROVINCE: "tỉnh", Level.DISTRICT: "huyện", Level.COMMUNE: "xã"}
SCHEMES = ("old", "new")


def indicators() -> dict[str, Indicator]:
    """The indicators, by id."""
    return {
        id: Indicator(
            id=id, name=both(id), definition=both(id), unit=Text(vi=unit, en=unit), kind=kind, subject=id, theme="one",
            **more,
        )
        for id, kind, unit, more in INDICATORS
    }  # fmt: skip


def figure(indicator: str, value: float | None = None, locality: str | None = None, **more: Any) -> FigureRecord:
    """One figure; its printed phrase is unlike any other."""
    more = {"printed": f"{value} {indicator} {locality}", "paragraph": 3, **more}
    return FigureRecord.model_validate(
        {"indicator": indicator, "value": value, "locality": locality, **more}, strict=False
    )


def chart(form: Form, *ids: str, **more: Any) -> Chart:
    """A chart of indicators; a stacked one of a whole and its parts."""
    what: dict[str, Any] = {"indicators": list(ids)}
    if form is Form.STACKED:
        what = {"stack": Parts(whole=ids[0], parts=list(ids[1:]))}
    id = str(more.pop("id", "chart"))
    return Chart(id=id, theme="one", form=form, title=both("Tiêu đề"), counted=both("đơn vị"), **what, **more)


def world(
    articles: Mapping[str, Sequence[FigureRecord]],
    *charts: Chart,
    blanks: Mapping[str, Sequence[Blank]] | None = None,
    excerpts: Sequence[str] = (),
    dates: Mapping[str, str] | None = None,
    names: Mapping[str, str] | None = None,
    sums: Mapping[str, Sequence[Sum]] | None = None,
    people: Mapping[str, tuple[int, str]] | None = None,
) -> Dataset:
    """A data set of articles by the place that each is about (``p.an``, or ``p.an/2`` for another one on it).

    ``dates`` are those of an article's figures, 2019 unless given; ``names`` give places other names; ``people`` are
    the populations of places, each with its date.
    """
    files, records, entries = {}, {}, []
    for article, figures in articles.items():
        about, when = article.partition("/")[0], Period.parse((dates or {}).get(article, "2019"))
        files[article] = FigureFile.model_construct(
            article=article, locality=about, as_of=when, inferred=None, figures=list(figures),
            blanks=list((blanks or {}).get(article, [])),
            sums=list((sums or {}).get(article, [])),
        )  # fmt: skip
        read = Reading.EXCERPT if article in excerpts else Reading.FULL
        records[article] = Article.model_construct(
            id=article, title=f"Bài {article}", outlet=Outlet(value=f"Báo {article}"), byline=None, address=None,
            published=Published(date=Period.parse("2020-03-04")), locality=about, curated=Period.parse("2024-05-06"),
            text=StoredText(read=read), note=None, not_figures=[],
        )  # fmt: skip
        entries += [
            Entry(one, article, f"{article}.yaml", ("figures", n), about, when, None) for n, one in enumerate(figures)
        ]
    population = {
        id: Measure(value=Decimal(number), date=Period.parse(date), source=both("điều tra dân số"))
        for id, (number, date) in (people or {}).items()
    }
    localities = {
        id: Locality(
            id=id, name=(names or {}).get(id, name), type=both(TYPES[level]), level=level,
            parent=id.rpartition(".")[0] or None, population=population.get(id),
        )
        for id, name, level in PLACES
    }  # fmt: skip
    return Dataset(
        digest="0123456789abcdef" * 4,
        schemes={
            id: Scheme(id=id, name=both(f"cách {id}"), years="", documents=both("văn bản"), labels=["tốt"])
            for id in SCHEMES
        },
        indicators=indicators(),
        localities=localities,
        rules=rules(),
        themes={"one": Theme(id="one", name=both("Một")), "two": Theme(id="two", name=both("Hai"))},
        charts={one.id: one for one in charts},
        articles=records,
        files=files,
        entries=tuple(entries),
        positions={("files", article): (f"{article}.yaml", ()) for article in articles},
    )


@cache
def rules() -> dict[str, Rule]:
    """The repository's own rules."""
    document = read((REPOSITORY / RULES).read_bytes(), RULES)
    assert not document.problems
    return {rule.id: rule for rule in RulesFile.model_validate(document.data).rules}


_latest: list[tuple[Dataset, list[Figure]]] = []


def figures_of(dataset: Dataset) -> list[Figure]:
    """Its figures, printed and computed; those of the latest data sets are kept."""
    for known, figures in _latest:
        if known is dataset:
            return figures
    _latest.insert(0, (dataset, data(build(dataset))))
    del _latest[8:]
    return _latest[0][1]


def asked_for(view: View = EVERYTHING) -> View:
    """A view in which every place of the made-up world is chosen, and so has a row even for saying nothing."""
    return replace(view, places=tuple(id for id, _, _ in PLACES))


def planned(dataset: Dataset, view: View = EVERYTHING, chart: str = "chart") -> Plan:
    """One of its charts, planned."""
    return Planner(dataset, figures_of(dataset), view).plan(dataset.charts[chart])


def unshown(plan: Plan, kind: BlankKind) -> tuple[str, ...]:
    """The places that have no row on a chart for a kind of reason."""
    return tuple(place for absent, places in plan.absent if absent.kind is kind for place in places)


def sayer(dataset: Dataset, language: Language = "vi") -> Wording:
    """One who says what its charts show."""
    return Wording(dataset, figures_of(dataset), language)


def drawn(
    dataset: Dataset, measures: Dimensions, *, view: View = EVERYTHING, chart: str = "chart", language: Language = "vi"
) -> Body:
    """One of its charts, drawn from 0 px down."""
    made = layout_of(planned(dataset, view, chart), sayer(dataset, language), measures, one_scale=view.one_scale)
    made.draw(0)
    return made


@cache
def real() -> Dataset:
    """The sample of the repository's data (``tests.few_articles``)."""
    dataset, problems = load(few_articles(more=True))
    assert dataset is not None, "\n".join(map(str, problems))
    return dataset


@cache
def served() -> Dataset:
    """What the dashboard of the browser tests serves."""
    dataset, problems = load(few_articles())
    assert dataset is not None, "\n".join(map(str, problems))
    return dataset


@cache
def real_figures() -> tuple[Figure, ...]:
    """The figures of the sample."""
    return tuple(figures_of(real()))


@cache
def real_scorecards() -> tuple[Plan, ...]:
    """The scorecard of every theme of the sample, and of all themes together."""
    planner = Planner(real(), real_figures(), EVERYTHING)
    return tuple(
        planner.plan(scorecard.chart(real(), replace(EVERYTHING, theme=theme))) for theme in (*real().themes, ALL)
    )


@cache
def real_plans() -> tuple[Plan, ...]:
    """Every chart of the sample, as a visitor finds it."""
    planner = Planner(real(), real_figures(), EVERYTHING)
    return tuple(planner.plan(chart) for chart in real().charts.values())
