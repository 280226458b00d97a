"""What a curator writes, as types: every key of every YAML file, with its meaning.

Field rules live here (unknown keys are forbidden, codes are text, numbers are exact); rules that need more
than one record live in ``checks``. The descriptions are what an editor shows while a curator types.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, GetCoreSchemaHandler, StringConstraints
from pydantic_core import CoreSchema, core_schema

from dashboard.dates import Period
from dashboard.numerals import Hedge

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:[-_.][a-z0-9]+)*$")]


class _PeriodField:
    """Reads ``2019-10-18``, ``2019-10``, ``2019``, ``2015/2019`` or ``undated`` as a Period."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            Period.parse,
            json_schema_input_schema=core_schema.union_schema([core_schema.str_schema(), core_schema.int_schema()]),
        )


When = Annotated[Period, _PeriodField]


def _exact(value: object) -> object:
    """A whole number as Decimal; anything else as it is, for the strict check that follows."""
    return Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else value


Number = Annotated[Decimal, BeforeValidator(_exact)]


class Word(StrEnum):
    """A closed list of words: read from the word itself, though records are strict about types."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return {**handler(source), "strict": False}


class Record(BaseModel):
    """A record that forbids unknown keys and never coerces one type into another."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Text(Record):
    """The same words in both languages of the interface."""

    vi: str = Field(min_length=1, description="Vietnamese")
    en: str = Field(min_length=1, description="English")

    def __getitem__(self, language: str) -> str:
        return self.vi if language == "vi" else self.en


class Level(Word):
    """The administrative level of a locality, as it stood at the time of the figure."""

    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"


class Kind(Word):
    """Six kinds of number that are never mixed (DOMAIN.md, "Other rules"), and three that follow from them."""

    STOCK = "stock"  # what there is: hiện có
    FLOW = "flow"  # what happened over a period: kết nạp trong nhiệm kỳ
    CHANGE = "change"  # by how much it fell or rose: giảm 235
    TARGET = "target"  # what was set to be reached: chỉ tiêu
    ATTAINMENT = "attainment"  # share of a target reached: đạt 121,8% kế hoạch
    VISITS = "visits"  # occasions, which may exceed the things visited: lượt
    SHARE = "share"  # a part of a base, in per cent or as "n of N"
    RATIO = "ratio"  # one stock by another; always computed
    GRADE = "grade"  # a rating of the unit itself, printed in words

    @property
    def adds_up(self) -> bool:
        """Whether it is counted over a period, and the more, the longer that is; the others are of a moment."""
        return self in {Kind.FLOW, Kind.CHANGE, Kind.TARGET, Kind.ATTAINMENT, Kind.VISITS}


class Base(Word):
    """What a share is a share of."""

    ALL = "all"
    RATED = "rated"
    SUBSET = "subset"
    NOT_STATED = "not_stated"


class Tier(Word):
    """The rating tiers, from the best down; ``_or_better`` is cumulative and another thing."""

    EXCELLENT = "excellent"
    GOOD = "good"
    GOOD_OR_BETTER = "good_or_better"
    COMPLETED = "completed"
    COMPLETED_OR_BETTER = "completed_or_better"
    NOT_COMPLETED = "not_completed"
    UNCLEAR = "unclear"


class BlankKind(Word):
    """Why there is no figure: five blanks that are not the same, and none of them is zero."""

    NOT_STATED = "not_stated"  # the article was read and does not give it
    EXCERPT_ONLY = "excerpt_only"  # only an excerpt of the article was read
    WORDS_ONLY = "words_only"  # the article gives it in words: "tỷ lệ cao"
    NOT_APPLICABLE = "not_applicable"  # it does not apply to this level
    NO_ARTICLE = "no_article"  # no article yet


# --- data/schemes.yaml ---------------------------------------------------------------------------


class Scheme(Record):
    """A rating scheme: who is rated by which rules, and in which years."""

    id: Slug
    name: Text
    years: str = Field(description="Rating years, e.g. ../2017 or 2018/2022; empty where it has none")
    documents: Text = Field(description="The governing documents")
    labels: list[str] = Field(
        description="The labels, from the best down, as printed in Vietnamese; none where the rules are not known"
    )
    of_which: list[str] = Field(default=[], description="Labels of a part of those that have one of the labels")
    title: bool = Field(False, description="A locality's own title, not the annual rating")
    names_of: Slug | None = Field(None, description="The scheme whose label names it kept under new rules")


# --- data/indicators.yaml ------------------------------------------------------------------------


class Rating(Record):
    """What makes a number a rating: the label as printed, its tier and its scheme."""

    label: str = Field(description="The label, in Vietnamese, as articles print it")
    label_en: str = Field(description="The label in English")
    tier: Tier | None = Field(None, description="Absent for a title that has no tiers")
    scheme: Slug | None = Field(None, description="The scheme, where the label alone decides it")


class Ratio(Record):
    """A computed indicator. Exactly one of the forms is given.

    ``ratio: [a, b]``: a divided by b. ``percent: [a, b]``: a in per cent of b. ``percent_of_total: [a, …]``: value in
    per cent of ``out_of``, for each of the indicators named. ``change: [a, …]``: value minus ``before``.
    ``per_year: a``: a flow by the years of its period, and with ``per_100: b`` for each 100 of b at the period's end.
    ``per_100_inhabitants: a``: a for each 100 inhabitants of the place in the same year.
    """

    ratio: tuple[Slug, Slug] | None = Field(None, strict=False)
    percent: tuple[Slug, Slug] | None = Field(None, strict=False)
    percent_of_total: list[Slug] | None = None
    change: list[Slug] | None = None
    per_year: Slug | None = None
    per_100: Slug | None = Field(None, description="Only beside per_year: for each 100 of what")
    per_100_inhabitants: Slug | None = None
    digits: int = Field(0, ge=0, le=3, description="Decimal places shown")


class Indicator(Record):
    """What is counted: names, definition, unit, kind and subject."""

    id: Slug
    name: Text
    definition: Text
    unit: Text = Field(description="What the number counts, as printed after it; '%' for per cent")
    kind: Kind
    subject: Slug = Field(description="What is counted or rated: party_member, grassroots_organization, …")
    theme: Slug
    levels: list[Level] = Field(
        default=[Level.PROVINCE, Level.DISTRICT, Level.COMMUNE],
        strict=False,
        description="The levels at which it can exist; elsewhere it does not apply",
    )
    not_applicable: Text | None = Field(None, description="Why it does not apply at the other levels")
    part_of: Slug | None = Field(None, description="The indicator that this one is a part of")
    rating: Rating | None = None
    context: bool = Field(False, description="Background, not about the Party organisation itself")
    adding_up: bool = Field(
        False, description="A share of what happened over a period, and the larger, the longer that is"
    )
    words: list[str] = Field(default=[], description="The words that announce it in an article")
    formula: Ratio | None = Field(None, description="How it is computed; absent for what is printed")

    @property
    def adds_up(self) -> bool:
        """Whether its figures are counted over a period; the date of any other is a moment (``dating``)."""
        return self.kind.adds_up or self.adding_up


# --- data/localities.yaml ------------------------------------------------------------------------


class Measure(Record):
    """A number from a secondary source, with its date and that source."""

    value: Number
    date: When
    source: Text


class Locality(Record):
    """A place as it stood at the time of its figures."""

    id: Slug = Field(description="The parent's id, a full stop, and the place's own slug")
    name: str = Field(description="The name without its type word, in Vietnamese")
    type: Text = Field(description="tỉnh / province, huyện / district, phường / ward …")
    level: Level
    parent: Slug | None = None
    code: str | None = Field(None, pattern=r"^[0-9]{2,5}$", description="GSO code, in quotes")
    code_valid: When | None = Field(None, description="Between which dates the code meant this place")
    population: Measure | None = None
    area_km2: Measure | None = None
    became: Text | None = Field(None, description="What became of it in 2025 and after")


# --- data/rules.yaml -----------------------------------------------------------------------------


class RuleVerdict(Word):
    """What a rule says of figures that it concerns."""

    NOT_COMPARABLE = "not_comparable"  # never on one axis
    CAUTION = "caution"  # on one axis, with a word


class Trait(Word):
    """What a rule looks at. How each is read: ``comparability.different`` and ``comparability.marked``."""

    # in which two figures are alike or differ
    LEVEL = "level"
    KIND = "kind"
    SUBJECT = "subject"
    INDICATOR = "indicator"  # of what is computed from one figure, also that figure's
    UNIT = "unit"
    TITLE = "title"  # a local title, or the annual rating
    FAMILY = "family"  # rating schemes with the same label names
    LABEL = "label"
    TIER = "tier"
    BASE = "base"  # what a share is of
    ERA = "era"  # before a day, or from it on
    SPAN = "span"  # a year or less, several years, a term
    PLAN = "plan"  # the months that a plan is for
    BASELINE = "baseline"  # the year that a change is counted from
    # which single figures or pairs of them have
    SCHEME = "scheme"  # two schemes of one family
    UNDATED = "undated"
    DATES = "dates"  # years apart
    LENGTH = "length"  # one period longer than the other
    HEDGE = "hedge"
    ORDER = "order"  # hedges leave open which is larger
    INFERRED = "inferred"  # the date
    CONTRADICTS = "contradicts"
    CONFLICT = "conflict"  # one fact in two articles, two values
    CODE = "code"  # one administrative code for two places

    @property
    def parts(self) -> bool:
        """Whether it is the same or not, so that it parts any figures into groups: those down to the baseline."""
        return self in _PARTING


_PARTING = frozenset(list(Trait)[: list(Trait).index(Trait.BASELINE) + 1])


class LeftOut(Record):
    """Kinds of figure that a rule does not look at."""

    kinds: list[Kind] = Field(min_length=1, description="The kinds")
    why: Text = Field(description="Why not, in a few words")


class Rule(Record):
    """A rule on when figures may share an axis, with where it comes from."""

    id: Slug = Field(description="A name for the rule; reasons carry it")
    why: Text = Field(description="Why it holds, for those who read the table of rules and kinds")
    verdict: RuleVerdict = Field(description="not_comparable: never on one axis; caution: with a word")
    trait: Trait = Field(description="What is looked at")
    not_kinds: list[LeftOut] = Field(default=[], description="Figures of these kinds are left out, each with a reason")
    day: When | None = Field(None, description="For era: the first day of the new one")
    year_up_to: Number | None = Field(None, description="For span, length: up to how many years it is a year or less")
    term_from: Number | None = Field(None, description="For span, length: from how many years on it is a term")
    years: Number | None = Field(None, description="For dates: from how many years apart it is told")
    times: Number | None = Field(None, description="For length: how many times as long a period may be")
    nearness: Number | None = Field(None, description="For order: how far off nearly and about may be, 0.1 is a tenth")
    unranked: bool = Field(False, description="Figures that it concerns have no place in an order by value")
    reason: Text = Field(description="One short line; {both}: the trait of the two, {years}: how far apart")
    remedy: Text = Field(description="What would make them comparable")
    source: Text = Field(description="The document or convention that it comes from")

    def concerns(self, kind: Kind) -> bool:
        """Whether it looks at figures of a kind."""
        return all(kind not in out.kinds for out in self.not_kinds)


# --- data/charts.yaml ----------------------------------------------------------------------------


class Theme(Record):
    """A group of charts."""

    id: Slug
    name: Text


class Form(Word):
    """How a chart draws its figures."""

    BARS = "bars"
    STACKED = "stacked"
    CHANGE = "change"
    SHARE = "share"
    TIME = "time"
    SCORECARD = "scorecard"


class Parts(Record):
    """The parts that a stacked bar is made of."""

    whole: Slug
    parts: list[Slug] = Field(min_length=1, max_length=3)  # as many as there are shades to tell apart


class Chart(Record):
    """A chart: which indicators it sets side by side, and in which form."""

    id: Slug
    theme: Slug
    form: Form
    title: Text
    counted: Text = Field(description="What is counted and its unit, one line under the title")
    indicators: list[Slug] = Field(default=[], description="One panel (a level) or several each; not for stacked")
    stack: Parts | None = None
    note: Text | None = Field(None, description="A caveat that belongs to the chart whatever is chosen")
    cross_levels: bool = Field(False, description="A ratio that removes size: levels share one axis, still named")
    blanks: bool = Field(True, description="Whether places with an article but no figure get a row")


# --- seeds/<article>.yaml ------------------------------------------------------------------------


class NotFigure(Word):
    """Why a numeral in an article is not a figure about the locality."""

    DATE = "date"
    TERM = "term"  # nhiệm kỳ 2015-2020, giai đoạn 2021-2025
    DOCUMENT = "document"  # number of a resolution, directive, decision
    CONGRESS = "congress"  # khóa XII, lần thứ XXII, hội nghị Trung ương 4
    PAGE = "page"  # player, clock, comment form
    CONTENT = "content"  # how many points a document has
    DURATION = "duration"  # sau hơn 02 năm
    NAMED = "named"  # a count that only introduces the names that follow
    OCCASION = "occasion"  # giữa 2 kỳ họp


class Aside(Record):
    """A numeral of the article that is not a figure, with the reason."""

    printed: str = Field(description="The words it stands in, exactly as printed")
    paragraph: int = Field(ge=1)
    reason: NotFigure
    times: int = Field(1, ge=1, description="How often the words stand in that paragraph")
    explain: str | None = Field(None, description="Why, where the reason's name does not say it all")


class Given(Record):
    """Something the article prints, or that was inferred, with the reason."""

    value: str
    inferred: Text | None = Field(None, description="Why it is believed, where it is not printed")


class Outlet(Given):
    """The newspaper or site, under its own name."""

    en: str | None = Field(None, description="What it is in English, told beside its own name")


class Published(Record):
    """The date of publication."""

    date: When
    inferred: Text | None = None


class Reading(Word):
    """How much of the article was read."""

    FULL = "full"
    EXCERPT = "excerpt"


class StoredText(Record):
    """Which text was read. The text itself is never part of this project."""

    file: str | None = Field(None, description="File name of the text read")
    sha256: str | None = Field(None, pattern=r"^[0-9a-f]{64}$")
    read: Reading = Field(Reading.FULL, strict=False)


class Correction(Record):
    """Something that was put right after it had been published."""

    date: When
    figure: str = Field(description="The figure's id inside the article: indicator, indicator@locality, …~key")
    was: str = Field(description="What stood there before, as a reader saw it")
    now: str = Field(description="What stands there now")
    why: Text


class Article(Record):
    """Our record of one article."""

    id: Slug = Field(description="Outlet and date; this file's name")
    title: str = Field(description="As printed")
    outlet: Outlet = Field(description="The newspaper or site")
    byline: Given | None = Field(None, description="The author as printed")
    published: Published = Field(description="The day of publication")
    address: str | None = Field(None, description="null where unknown; then said to be unknown")
    locality: Slug = Field(description="The place that the article is about")
    text: StoredText = Field(description="Which text was read")
    curated: When = Field(description="The date on which its figures were last curated")
    note: Text | None = Field(None, description="What a reader should know about the article")
    not_figures: list[Aside] = Field(default=[], description="The numerals of the text that are no figures")
    corrections: list[Correction] = Field(default=[], description="What was put right, the latest last")


# --- data/figures/<article>.yaml -----------------------------------------------------------------


class Figure(Record):
    """One number (or printed grade) about one place, tied to the phrase it was read from."""

    indicator: Slug = Field(description="What is counted: an id of data/indicators.yaml")
    value: Number | None = Field(None, description="As a plain number: 7397, 96.8. Absent for a grade")
    grade: Tier | None = Field(None, strict=False, description="For a rating of the unit itself, printed in words")
    printed: str = Field(min_length=1, description="The words exactly as printed, at most 13, once in the paragraph")
    paragraph: int | None = Field(None, ge=1, description="Counting the lines of the text that are not empty")
    locality: Slug | None = Field(None, description="Where it differs from the file's")
    as_of: When | None = Field(
        None,
        description="Where it differs from the file's. 2015/2019 are the years that a flow is counted over; of a stock "
        "they leave open which it is, as ../2021 (not after) does",
    )
    inferred: Text | None = Field(None, description="Why the date is believed, where it is not printed")
    out_of: Number | None = Field(None, description="The total, in 40/170")
    before: Number | None = Field(None, description="The value before, in 165 → 92")
    hedge: Hedge | None = Field(None, strict=False, description="trên, gần, khoảng, ít nhất … before the numeral")
    base: Base | None = Field(None, strict=False, description="What a share is a share of")
    base_note: Text | None = Field(None, description="The base in words: of which subset")
    scheme: Slug | None = Field(None, description="The rating scheme, where the label does not decide it")
    since: When | None = Field(None, description="The baseline of a change")
    term: bool = Field(False, description="as_of is a Party term: five years, from one congress to the next")
    length: Number | None = Field(
        None, description="Over how many years it is counted, where the article does not say which; as_of: undated"
    )
    average: bool | None = Field(
        None, description="Of a share of 2015/2019: true, of all these years; false, of one of them, not said which"
    )
    contradicts: Text | None = Field(
        None, description="Which other number it can't be true beside; it stays as printed"
    )
    note: Text | None = Field(None, description="Where the article is unclear or contradicts itself or public data")
    key: Slug | None = Field(None, description="Tells two figures of one indicator in one article apart")


class Blank(Record):
    """Something that the article gives in words only."""

    indicator: Slug = Field(description="What it would have counted: an id of data/indicators.yaml")
    printed: str = Field(min_length=1, description="The words exactly as printed, at most 13, once in the paragraph")
    paragraph: int | None = Field(None, ge=1, description="Counting the lines of the text that are not empty")
    locality: Slug | None = Field(None, description="Where it differs from the file's")
    note: Text | None = Field(None, description="What a reader should know about it")


class Sum(Record):
    """Parts and their whole. A reference is ``indicator``, ``indicator@locality``, ``…~key``, or one of these with
    ``:before`` or ``:out_of``."""

    whole: str = Field(description="The figure that the parts make up")
    parts: list[str] = Field(min_length=1, description="The figures that it is made of")
    complete: bool = Field(description="true: the parts add up to the whole; false: they may not exceed it")
    computed: bool = Field(False, description="true: the whole, an indicator, is not printed and is computed from them")


class Quotient(Record):
    """A printed share and the two printed numbers that it comes from. References as in ``Sum``."""

    share: str = Field(description="The figure in per cent")
    count: str = Field(description="The figure that is a part of the total")
    total: str = Field(description="The figure that it is a part of; with :out_of, the total printed beside one")


class FigureFile(Record):
    """The figures of one article."""

    article: Slug = Field(description="The id of the article: this file's name, and that of its record in seeds/")
    locality: Slug = Field(description="The place that the figures are about: an id of data/localities.yaml")
    as_of: When = Field(description="The date of the figures: 2019-10-18, 2019-10, 2019, 2015/2019 or undated")
    inferred: Text | None = Field(None, description="Why that date is believed, where it is not printed")
    figures: list[Figure] = Field(min_length=1, description="One entry a number")
    blanks: list[Blank] = Field(default=[], description="What the article gives in words only")
    sums: list[Sum] = Field(default=[], description="Which figures add up to which")
    quotients: list[Quotient] = Field(default=[], description="Which printed shares come from which counts and totals")
