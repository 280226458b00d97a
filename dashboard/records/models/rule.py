"""When figures may share an axis: an entry of data/rules.yaml."""

from __future__ import annotations

from pydantic import Field

from dashboard.records.models.fields import Choice, Number, Record, Slug, Text, When
from dashboard.records.models.indicator import Kind


class RuleVerdict(Choice):
    """What a rule says of the figures that it applies to."""

    NOT_COMPARABLE = "not_comparable"  # never on one axis
    CAUTION = "caution"  # on one axis, with a remark


class Trait(Choice):
    """What a rule looks at.

    How each is read from figures: ``figures.comparability.partitioning_traits`` and ``caution_traits``.
    """

    # two figures are alike or differ in it
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
    # a single figure has it, or a pair of figures
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
    ADDEND = "addend"  # a sum, and what was added up for it
    CODE = "code"  # one administrative code for two places

    @property
    def parts(self) -> bool:
        """Whether it divides figures into groups: any two figures are alike or differ in it."""
        return self in _PARTITIONING


_PARTITIONING = frozenset({
    Trait.LEVEL, Trait.KIND, Trait.SUBJECT, Trait.INDICATOR, Trait.PART, Trait.UNIT, Trait.TITLE, Trait.FAMILY,
    Trait.LABEL, Trait.TIER, Trait.BASE, Trait.ERA, Trait.SPAN, Trait.PLAN, Trait.BASELINE,
})  # fmt: skip


class LeftOut(Record):
    """Kinds of figure that a rule leaves out, with the reason."""

    kinds: list[Kind] = Field(min_length=1, description="Các loại số | The kinds")
    why: Text = Field(description="Vì sao không, vài chữ | Why not, in a few words")


class Rule(Record):
    """A rule on when figures may share an axis, with its source."""

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
        """Whether the rule applies to figures of a kind."""
        return all(kind not in out.kinds for out in self.not_kinds)
