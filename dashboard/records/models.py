"""What a curator writes, as types: every key of every YAML file, with its meaning.

Field rules live here (unknown keys are forbidden, codes are text, numbers are exact); rules that need more
than one record live in ``checks``. The descriptions, "Vietnamese | English", are what an editor shows while a curator
types, and what ``validation_messages`` says of a field that is missing or wrong.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    StringConstraints,
)
from pydantic_core import CoreSchema, core_schema

from dashboard.language.bilingual import Both, Refused
from dashboard.language.dates import Period
from dashboard.language.numerals import Hedge
from dashboard.language.vietnamese import same_name

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:[-_.][a-z0-9]+)*$")]


MOST_ENTRIES = 500
"""How many figures a file may have, or numerals that are none: ten times what is in the longest article there is."""


def _says(text: str) -> str:
    if not text.strip():
        raise Refused(Both("chữ để trống", "empty text"), Both("điền vào", "fill it in"))
    return text


Said = Annotated[str, Field(min_length=1), AfterValidator(_says)]
"""A text that says something."""

PlaceName = Annotated[str, StringConstraints(max_length=200), AfterValidator(_says)]
"""An id of a place, or a name that ``localities`` finds the id of: "huyện Quảng Ninh, tỉnh Quảng Bình"."""

Phrase = Annotated[str, StringConstraints(max_length=500)]
"""Words of an article: thirteen at most, but what are words is asked of none that could not be so many."""


class _PeriodField:
    """Reads ``2019-10-18``, ``2019-10``, ``2019``, ``2015/2019`` or ``undated`` as a Period."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            Period.parse,
            json_schema_input_schema=core_schema.union_schema([core_schema.str_schema(), core_schema.int_schema()]),
        )


When = Annotated[Period, _PeriodField]


def _a_day(when: Period) -> Period:
    if when.precision != "day":
        raise Refused(f"{when}" + Both(" không phải một ngày", " is not a day"), Both("viết ", "write ") + "2019-10-18")
    return when


Day = Annotated[When, AfterValidator(_a_day)]


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

    vi: Said = Field(description="Tiếng Việt | Vietnamese")
    en: Said = Field(description="Tiếng Anh | English")

    def __getitem__(self, language: str) -> str:
        return self.vi if language == "vi" else self.en


def part_key(of: Text | None) -> str:
    """A part of a place as it is compared: its Vietnamese name (``vietnamese.same_name``); "" for the whole."""
    return same_name(of.vi) if of else ""


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
    """Why there is no figure: blanks that are not the same, and none of them is zero (``absence``)."""

    NOT_STATED = "not_stated"  # the article was read and does not give it
    EXCERPT_ONLY = "excerpt_only"  # only an excerpt of the article was read
    WORDS_ONLY = "words_only"  # the article gives it in words: "tỷ lệ cao"
    PART_ONLY = "part_only"  # the article gives it of a part only
    REFUSED = "refused"  # what it would be computed from is printed, but a rule forbids it
    NOT_APPLICABLE = "not_applicable"  # it does not apply to this level
    NO_ARTICLE = "no_article"  # no article yet
    OTHER_YEARS = "other_years"  # there is one, but outside the chosen years


# --- data/schemes.yaml ---------------------------------------------------------------------------


class Scheme(Record):
    """A rating scheme: who is rated by which rules, and in which years."""

    id: Slug
    name: Text
    years: str = Field(
        description="Các năm xếp loại, ví dụ ../2017 hoặc 2018/2022; để trống nếu không có | "
        "Rating years, e.g. ../2017 or 2018/2022; empty where it has none"
    )
    documents: Text = Field(description="Các văn bản quy định | The governing documents")
    labels: list[str] = Field(
        description="Các nhãn, từ cao xuống thấp, như in trong bài; để trống nếu chưa rõ quy định | "
        "The labels, from the best down, as printed in Vietnamese; none where the rules are not known"
    )
    of_which: list[str] = Field(
        default=[],
        description="Nhãn của một phần trong số đã có một nhãn ở trên | "
        "Labels of a part of those that have one of the labels",
    )
    title: bool = Field(
        False,
        description="Danh hiệu riêng của một địa phương, không phải xếp loại hằng năm | "
        "A locality's own title, not the annual rating",
    )
    names_of: Slug | None = Field(
        None,
        description="Cách xếp loại cũ mà tên nhãn được giữ lại, theo quy định mới | "
        "The scheme whose label names it kept under new rules",
    )

    @property
    def period(self) -> Period | None:
        """Its rating years, undated where it has none; None where they are no period (``checks.indicators``)."""
        try:
            return Period.parse(self.years or "undated")
        except ValueError:
            return None


# --- data/indicators.yaml ------------------------------------------------------------------------


class Rating(Record):
    """What makes a number a rating: the label as printed, its tier and its scheme."""

    label: str = Field(description="Nhãn tiếng Việt, như bài báo in | The label, in Vietnamese, as articles print it")
    label_en: str = Field(description="Nhãn bằng tiếng Anh | The label in English")
    tier: Tier | None = Field(
        None, description="Bỏ trống với danh hiệu không chia bậc | Absent for a title that has no tiers"
    )
    scheme: Slug | None = Field(
        None, description="Cách xếp loại, khi riêng nhãn đã đủ để biết | The scheme, where the label alone decides it"
    )


FORMULAS = ("ratio", "percent", "percent_of_total", "change", "per_year", "per_100_inhabitants")
"""The forms of a computed indicator, see ``Ratio``."""


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
    per_100: Slug | None = Field(
        None, description="Chỉ đi cùng per_year: trên mỗi 100 cái gì | Only beside per_year: for each 100 of what"
    )
    per_100_inhabitants: Slug | None = None
    digits: int = Field(0, ge=0, le=3, description="Số chữ số thập phân hiện ra | Decimal places shown")

    @property
    def pair(self) -> tuple[Slug, Slug] | None:
        """The two indicators of a quotient: what is divided, and by what."""
        return self.ratio or self.percent

    @property
    def of_one(self) -> list[Slug]:
        """The indicators of which it says more, figure by figure: the share of the total beside it, or its change."""
        return self.percent_of_total or self.change or []


class Indicator(Record):
    """What is counted: names, definition, unit, kind and subject."""

    id: Slug
    name: Text
    definition: Text
    unit: Text = Field(
        description="Con số đếm gì, như in ngay sau số; '%' cho phần trăm | "
        "What the number counts, as printed after it; '%' for per cent"
    )
    kind: Kind
    subject: Slug = Field(
        description="Đếm hoặc xếp loại cái gì: party_member, grassroots_organization, … | "
        "What is counted or rated: party_member, grassroots_organization, …"
    )
    theme: Slug
    levels: list[Level] = Field(
        default=[Level.PROVINCE, Level.DISTRICT, Level.COMMUNE],
        strict=False,
        description="Những cấp có chỉ tiêu này; cấp khác thì không áp dụng | "
        "The levels at which it can exist; elsewhere it does not apply",
    )
    not_applicable: Text | None = Field(
        None, description="Vì sao các cấp khác không áp dụng | Why it does not apply at the other levels"
    )
    part_of: Slug | None = Field(
        None, description="Chỉ tiêu mà chỉ tiêu này là một phần | The indicator that this one is a part of"
    )
    computed_as: Slug | None = Field(
        None,
        description="Khi bài không in thì số nào nói cùng điều ấy: chỉ tiêu tính ra, hoặc số đếm kèm tổng số | "
        "What says the same where it is not printed: a computed indicator, or a count with its total",
    )
    rating: Rating | None = None
    context: bool = Field(
        False, description="Bối cảnh, không phải về tổ chức đảng | Background, not about the Party organisation itself"
    )
    adding_up: bool = Field(
        False,
        description="Tỷ lệ của những gì diễn ra trong một kỳ, kỳ càng dài thì càng lớn | "
        "A share of what happened over a period, and the larger, the longer that is",
    )
    words: list[str] = Field(
        default=[], description="Những chữ báo hiệu chỉ tiêu này trong bài | The words that announce it in an article"
    )
    formula: Ratio | None = Field(
        None, description="Cách tính; bỏ trống với chỉ tiêu bài báo in | How it is computed; absent for what is printed"
    )

    @property
    def adds_up(self) -> bool:
        """Whether its figures are counted over a period; the date of any other is a moment (``reference_period``)."""
        return self.kind.adds_up or self.adding_up

    @property
    def beside(self) -> bool:
        """Whether it says more of the very figure that it is computed from, and so stands beside that."""
        return bool(self.formula and self.formula.of_one)


# --- data/localities.yaml ------------------------------------------------------------------------


class Measure(Record):
    """A number from a secondary source, with its date and that source."""

    value: Number
    date: When
    source: Text


class LocalityRecord(Record):
    """What a curator adds on a place of data/units.tsv, or all of one that is not there (``localities``)."""

    id: Slug = Field(
        description="Mã của nơi cấp trên, dấu chấm, và mã riêng của nơi này | "
        "The parent's id, a full stop, and the place's own slug"
    )
    name: Said | None = Field(
        None, description="Tên tiếng Việt, không kèm chữ chỉ loại | The name without its type word, in Vietnamese"
    )
    type: Text | None = Field(
        None, description="Loại: tỉnh, huyện, phường … | tỉnh / province, huyện / district, phường / ward …"
    )
    level: Level | None = None
    parent: Slug | None = None
    code: str | None = Field(
        None, pattern=r"^[0-9]{2,5}$", description="Mã của cơ quan thống kê, trong ngoặc kép | GSO code, in quotes"
    )
    code_valid: When | None = Field(
        None, description="Mã này chỉ nơi này từ bao giờ đến bao giờ | Between which dates the code meant this place"
    )
    source: Text | None = Field(
        None,
        description="Theo đâu, khi điều ghi ở trên khác data/units.tsv | "
        "By which source, where something above differs from data/units.tsv",
    )
    population: Measure | None = None
    area_km2: Measure | None = None
    became: Text | None = Field(
        None, description="Điều cần nói thêm về việc nơi này thành nơi nào | What is to be added on what became of it"
    )


class Locality(Record):
    """A place as it stood at the time of its latest figure: the list of units with what curators add to it."""

    id: Slug
    name: str
    type: Text
    level: Level
    parent: Slug | None = None
    code: str | None = Field(None, pattern=r"^[0-9]{2,5}$")
    code_valid: When | None = None
    source: Text | None = None
    population: Measure | None = None
    area_km2: Measure | None = None
    became: Text | None = None
    noted: Text | None = None
    """What of ``became`` a curator wrote."""


# --- data/rules.yaml -----------------------------------------------------------------------------


class RuleVerdict(Word):
    """What a rule says of figures that it concerns."""

    NOT_COMPARABLE = "not_comparable"  # never on one axis
    CAUTION = "caution"  # on one axis, with a word


class Trait(Word):
    """What a rule looks at. How each is read: ``figures.comparability.partitioning_traits`` and
    ``figures.comparability.caution_traits``."""

    # in which two figures are alike or differ
    LEVEL = "level"
    KIND = "kind"
    SUBJECT = "subject"
    INDICATOR = "indicator"  # of what is computed from one figure, also that figure's
    PART = "part"  # of which part of the place, or of the whole
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
    AVERAGED = "averaged"  # over several years, or other ones
    HEDGE = "hedge"
    ORDER = "order"  # hedges leave open which is larger
    INFERRED = "inferred"  # the date
    CONTRADICTS = "contradicts"
    CONFLICT = "conflict"  # one fact in two articles, two values
    CODE = "code"  # one administrative code for two places

    @property
    def parts(self) -> bool:
        """Whether two figures are alike or differ in it, so that it parts any figures into groups."""
        return self in _PARTING


_PARTING = frozenset({
    Trait.LEVEL, Trait.KIND, Trait.SUBJECT, Trait.INDICATOR, Trait.PART, Trait.UNIT, Trait.TITLE, Trait.FAMILY,
    Trait.LABEL, Trait.TIER, Trait.BASE, Trait.ERA, Trait.SPAN, Trait.PLAN, Trait.BASELINE,
})  # fmt: skip


class LeftOut(Record):
    """Kinds of figure that a rule does not look at."""

    kinds: list[Kind] = Field(min_length=1, description="Các loại số | The kinds")
    why: Text = Field(description="Vì sao không, vài chữ | Why not, in a few words")


class Rule(Record):
    """A rule on when figures may share an axis, with where it comes from."""

    id: Slug = Field(description="Tên của quy tắc; lý do mang tên ấy | A name for the rule; reasons carry it")
    why: Text = Field(
        description="Vì sao, cho người đọc bảng quy tắc và loại số | "
        "Why it holds, for those who read the table of rules and kinds"
    )
    verdict: RuleVerdict = Field(
        description="not_comparable: không bao giờ chung một trục; caution: kèm lời nhắc | "
        "not_comparable: never on one axis; caution: with a word"
    )
    trait: Trait = Field(description="Xét điều gì | What is looked at")
    not_kinds: list[LeftOut] = Field(
        default=[],
        description="Bỏ ra những loại số này, mỗi loại một lý do | "
        "Figures of these kinds are left out, each with a reason",
    )
    day: When | None = Field(
        None, description="Cho era: ngày đầu của thời kỳ mới | For era: the first day of the new one"
    )
    year_up_to: Number | None = Field(
        None,
        description="Cho span, length: đến bao nhiêu năm thì là một năm trở xuống | "
        "For span, length: up to how many years it is a year or less",
    )
    term_from: Number | None = Field(
        None,
        description="Cho span, length: từ bao nhiêu năm thì là một nhiệm kỳ | "
        "For span, length: from how many years on it is a term",
    )
    years: Number | None = Field(
        None,
        description="Cho dates: cách nhau từ bao nhiêu năm thì nói ra | "
        "For dates: from how many years apart it is told",
    )
    times: Number | None = Field(
        None,
        description="Cho length: kỳ này được dài gấp mấy lần kỳ kia | "
        "For length: how many times as long a period may be",
    )
    nearness: Number | None = Field(
        None,
        description="Cho order: gần và khoảng được lệch đến đâu, 0.1 là một phần mười | "
        "For order: how far off nearly and about may be, 0.1 is a tenth",
    )
    unranked: bool = Field(
        False,
        description="Những số quy tắc này nói đến không được xếp thứ tự theo giá trị | "
        "Figures that it concerns have no place in an order by value",
    )
    reason: Text = Field(
        description="Một dòng ngắn; {both}: nét của hai bên, {years}: cách nhau bao lâu | "
        "One short line; {both}: the trait of the two, {years}: how far apart"
    )
    remedy: Text = Field(description="Cần gì để so sánh được | What would make them comparable")
    source: Text = Field(description="Văn bản hoặc quy ước làm căn cứ | The document or convention that it comes from")

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
    TIME = "time"
    SCORECARD = "scorecard"

    @property
    def pairs(self) -> bool:
        """Whether a row shows two values, the one before and the one after: printed together, or of two dates."""
        return self in (Form.CHANGE, Form.TIME)

    @property
    def in_cells(self) -> bool:
        """Whether it is a table as wide as the page, with numbers in its cells and nothing drawn to scale."""
        return self is Form.SCORECARD


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
    counted: Text = Field(
        description="Đếm gì, đơn vị gì, một dòng dưới nhan đề | What is counted and its unit, one line under the title"
    )
    indicators: list[Slug] = Field(
        default=[],
        description="Mỗi chỉ tiêu một hoặc vài khung (theo cấp); không dùng cho stacked | "
        "One panel (a level) or several each; not for stacked",
    )
    stack: Parts | None = None
    note: Text | None = Field(
        None,
        description="Lưu ý của biểu đồ, chọn gì cũng cần nói | A caveat that belongs to the chart whatever is chosen",
    )
    cross_levels: bool = Field(
        False,
        description="Tỷ số không phụ thuộc quy mô: các cấp chung một trục, vẫn nêu tên cấp | "
        "A ratio that removes size: levels share one axis, still named",
    )
    blanks: bool = Field(
        True,
        description="Nơi có bài báo mà không có số liệu có được một dòng không | "
        "Whether places with an article but no figure get a row",
    )


# --- seeds/<article>.yaml ------------------------------------------------------------------------


class NonFigureReason(Word):
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
    FRACTION = "fraction"  # hơn một nửa, 2/3 số chi bộ: no count, and no share as one


class NonFigure(Record):
    """A numeral of the article that is not a figure, with the reason."""

    printed: Phrase = Field(
        description="Những chữ quanh con số, đúng như in | The words it stands in, exactly as printed"
    )
    paragraph: int = Field(ge=1)
    reason: NonFigureReason
    times: int = Field(
        1, ge=1, description="Những chữ ấy có mấy lần trong đoạn | How often the words stand in that paragraph"
    )
    explain: str | None = Field(
        None, description="Vì sao, khi tên lý do chưa nói hết | Why, where the reason's name does not say it all"
    )


class Given(Record):
    """Something the article prints, or that was inferred, with the reason."""

    value: Said = Field(description="Như in trong bài, hoặc như suy ra | As printed, or as inferred")
    inferred: Text | None = Field(
        None, description="Vì sao tin như vậy, khi bài báo không in | Why it is believed, where it is not printed"
    )


class Outlet(Given):
    """The newspaper or site, under its own name."""

    en: str | None = Field(
        None,
        description="Đó là báo gì, bằng tiếng Anh, đi kèm tên riêng | What it is in English, told beside its own name",
    )


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

    file: str | None = Field(None, description="Tên tệp của văn bản đã đọc | File name of the text read")
    sha256: str | None = Field(None, pattern=r"^[0-9a-f]{64}$")
    read: Reading = Field(Reading.FULL, strict=False)


class Correction(Record):
    """Something that was put right after it had been published."""

    date: When
    figure: str = Field(
        description="Mã của số liệu trong bài: chỉ tiêu, chỉ tiêu@địa phương, …~key | "
        "The figure's id inside the article: indicator, indicator@locality, …~key"
    )
    was: str = Field(
        description="Trước khi sửa là gì, như người đọc đã thấy | What stood there before, as a reader saw it"
    )
    now: str = Field(description="Sau khi sửa là gì | What stands there now")
    why: Text


class Article(Record):
    """Our record of one article."""

    id: Slug = Field(description="Tên báo và ngày; cũng là tên tệp này | Outlet and date; this file's name")
    title: Said = Field(description="Đúng như in | As printed")
    outlet: Outlet = Field(description="Tờ báo hoặc trang tin | The newspaper or site")
    byline: Given | None = Field(None, description="Tác giả, như in | The author as printed")
    published: Published = Field(description="Ngày đăng bài | The day of publication")
    address: str | None = Field(
        None,
        pattern=r"^https?://\S+$",
        description="https://…, hoặc null nếu không biết; khi ấy trang nói rõ là không biết | "
        "https://…, or null where unknown; then said to be unknown",
    )
    locality: PlaceName = Field(
        description="Nơi bài báo viết về: mã, hoặc tên kèm cấp trên | "
        "The place that the article is about: its id, or its name with what is around it"
    )
    text: StoredText = Field(description="Đã đọc văn bản nào | Which text was read")
    curated: Day = Field(
        description="Ngày nhập hoặc sửa số liệu gần nhất | The date on which its figures were last curated"
    )
    note: Text | None = Field(
        None, description="Điều người đọc cần biết về bài báo | What a reader should know about the article"
    )
    not_figures: list[NonFigure] = Field(
        default=[],
        max_length=MOST_ENTRIES,
        description="Những con số trong bài không phải là số liệu | The numerals of the text that are no figures",
    )
    corrections: list[Correction] = Field(
        default=[],
        max_length=MOST_ENTRIES,
        description="Những gì đã sửa, mới nhất ở cuối | What was put right, the latest last",
    )


# --- data/figures/<article>.yaml -----------------------------------------------------------------


class FigureRecord(Record):
    """One number (or printed grade) about one place, tied to the phrase it was read from."""

    indicator: Slug = Field(
        description="Đếm gì: một mã trong data/indicators.yaml | What is counted: an id of data/indicators.yaml"
    )
    value: Number | None = Field(
        None,
        description="Số trần: 7397, 96.8. Bỏ trống nếu là mức xếp loại | "
        "As a plain number: 7397, 96.8. Absent for a grade",
    )
    grade: Tier | None = Field(
        None,
        strict=False,
        description="Mức xếp loại của chính đơn vị, in bằng chữ | For a rating of the unit itself, printed in words",
    )
    printed: Phrase = Field(
        min_length=1,
        description="Chép đúng từng chữ, tối đa 13 từ, chỉ có một lần trong đoạn | "
        "The words exactly as printed, at most 13, once in the paragraph",
    )
    paragraph: int | None = Field(
        None,
        ge=1,
        description="Đếm các dòng không trống của văn bản | Counting the lines of the text that are not empty",
    )
    of: Text | None = Field(
        None,
        description="Của riêng bộ phận nào, một cơ quan, một hạng; bỏ trống nếu là của toàn bộ | "
        "Of which part of the place it is, a body or a class; absent: of the whole",
    )
    locality: PlaceName | None = Field(None, description="Khi khác với cả tệp | Where it differs from the file's")
    as_of: When | None = Field(
        None,
        description="Khi khác với cả tệp. 2015/2019 là các năm mà số trong kỳ được đếm; với số hiện có là một lúc "
        "nào đó trong khoảng ấy, như ../2021 (không sau) | Where it differs from the file's. 2015/2019 are the years "
        "that a flow is counted over; of a stock they leave open which it is, as ../2021 (not after) does",
    )
    inferred: Text | None = Field(
        None,
        description="Vì sao tin thời điểm ấy, khi bài báo không in | Why the date is believed, where it is not printed",
    )
    out_of: Number | None = Field(None, description="Tổng số, trong 40/170 | The total, in 40/170")
    before: Number | None = Field(None, description="Số trước đó, trong 165 → 92 | The value before, in 165 → 92")
    hedge: Hedge | None = Field(
        None,
        strict=False,
        description="Chữ đứng trước con số: trên, gần, khoảng, ít nhất … | "
        "trên, gần, khoảng, ít nhất … before the numeral",
    )
    hedge_noted: bool = Field(
        False,
        description="Chữ gần đúng do người đọc ghi, printed không có chữ ấy | "
        "The hedge is the reader's own note: printed does not hold its word",
    )
    base: Base | None = Field(
        None, strict=False, description="Tỷ lệ tính trên tổng số nào | What a share is a share of"
    )
    base_note: Text | None = Field(
        None, description="Tổng số ấy bằng lời: phần nào | The base in words: of which subset"
    )
    scheme: Slug | None = Field(
        None,
        description="Cách xếp loại, khi nhãn chưa đủ để biết | The rating scheme, where the label does not decide it",
    )
    since: When | None = Field(None, description="Mốc so sánh của mức tăng giảm | The baseline of a change")
    term: bool = Field(
        False,
        description="as_of là một nhiệm kỳ: năm năm, từ đại hội này đến đại hội sau | "
        "as_of is a Party term: five years, from one congress to the next",
    )
    length: Number | None = Field(
        None,
        description="Đếm trong bao nhiêu năm, khi bài báo không nói là những năm nào; as_of: undated | "
        "Over how many years it is counted, where the article does not say which; as_of: undated",
    )
    average: bool | None = Field(
        None,
        description="Với tỷ lệ của 2015/2019: true là của cả các năm ấy; false là của một năm trong đó, không rõ năm "
        "nào | "
        "Of a share of 2015/2019: true, of all these years; false, of one of them, not said which",
    )
    contradicts: Text | None = Field(
        None,
        description="Không thể cùng đúng với con số nào; số vẫn giữ như in | "
        "Which other number it can't be true beside; it stays as printed",
    )
    note: Text | None = Field(
        None,
        description="Chỗ bài báo chưa rõ, tự mâu thuẫn, hoặc lệch với số liệu công khai | "
        "Where the article is unclear or contradicts itself or public data",
    )
    key: Slug | None = Field(
        None,
        description="Phân biệt hai số liệu của một chỉ tiêu trong một bài | "
        "Tells two figures of one indicator in one article apart",
    )


class Blank(Record):
    """Something that the article gives in words only."""

    indicator: Slug = Field(
        description="Lẽ ra đếm gì: một mã trong data/indicators.yaml | "
        "What it would have counted: an id of data/indicators.yaml"
    )
    printed: Phrase = Field(
        min_length=1,
        description="Chép đúng từng chữ, tối đa 13 từ, chỉ có một lần trong đoạn | "
        "The words exactly as printed, at most 13, once in the paragraph",
    )
    paragraph: int | None = Field(
        None,
        ge=1,
        description="Đếm các dòng không trống của văn bản | Counting the lines of the text that are not empty",
    )
    locality: PlaceName | None = Field(None, description="Khi khác với cả tệp | Where it differs from the file's")
    note: Text | None = Field(None, description="Điều người đọc cần biết | What a reader should know about it")


class Sum(Record):
    """Parts and their whole. A reference is ``indicator``, ``indicator@locality``, ``…~key``, or one of these with
    ``:before`` or ``:out_of``."""

    whole: str = Field(description="Số liệu mà các phần cộng thành | The figure that the parts make up")
    parts: list[str] = Field(
        min_length=1, description="Những số liệu cộng thành tổng ấy | The figures that it is made of"
    )
    complete: bool = Field(
        description="true: các phần cộng lại phải bằng tổng; false: không được vượt tổng | "
        "true: the parts add up to the whole; false: they may not exceed it"
    )
    computed: bool = Field(
        False,
        description="true: tổng là một chỉ tiêu bài báo không in, tính ra từ các phần | "
        "true: the whole, an indicator, is not printed and is computed from them",
    )


class Quotient(Record):
    """A printed share and the two printed numbers that it comes from. References as in ``Sum``."""

    share: str = Field(description="Số liệu phần trăm | The figure in per cent")
    count: str = Field(description="Số liệu là một phần của tổng số | The figure that is a part of the total")
    total: str = Field(
        description="Số liệu là tổng số; kèm :out_of là tổng số in bên một số liệu | "
        "The figure that it is a part of; with :out_of, the total printed beside one"
    )


class FigureFile(Record):
    """The figures of one article."""

    article: Slug = Field(
        description="Mã của bài báo: tên tệp này, và tên hồ sơ trong seeds/ | "
        "The id of the article: this file's name, and that of its record in seeds/"
    )
    locality: PlaceName = Field(
        description="Nơi các số liệu nói về: một mã trong data/localities.yaml | "
        "The place that the figures are about: an id of data/localities.yaml"
    )
    as_of: When = Field(
        description="Thời điểm của các số liệu: 2019-10-18, 2019-10, 2019, 2015/2019 hoặc undated | "
        "The date of the figures: 2019-10-18, 2019-10, 2019, 2015/2019 or undated"
    )
    inferred: Text | None = Field(
        None,
        description="Vì sao tin thời điểm ấy, khi bài báo không in | "
        "Why that date is believed, where it is not printed",
    )
    figures: list[FigureRecord] = Field(
        min_length=1, max_length=MOST_ENTRIES, description="Mỗi con số một mục | One entry a number"
    )
    blanks: list[Blank] = Field(
        default=[],
        max_length=MOST_ENTRIES,
        description="Những gì bài báo chỉ nói bằng lời | What the article gives in words only",
    )
    sums: list[Sum] = Field(
        default=[],
        max_length=MOST_ENTRIES,
        description="Những số liệu nào cộng thành số liệu nào | Which figures add up to which",
    )
    quotients: list[Quotient] = Field(
        default=[],
        max_length=MOST_ENTRIES,
        description="Những tỷ lệ in trong bài tính từ số đếm và tổng số nào | "
        "Which printed shares come from which counts and totals",
    )
