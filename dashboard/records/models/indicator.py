"""What is counted, by which rating scheme, and how it is computed: data/indicators.yaml and data/schemes.yaml."""

from __future__ import annotations

from pydantic import Field

from dashboard.language.dates import Period
from dashboard.language.vietnamese import fold
from dashboard.records.models.fields import Choice, Day, Record, Slug, Text
from dashboard.records.models.locality import Level


class Kind(Choice):
    """What kind of number it is: the first six are never mixed in one chart, the last three follow from them."""

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
        """Whether it is counted over a period, so that a longer period gives a larger number; else at a moment."""
        return self in {Kind.FLOW, Kind.CHANGE, Kind.TARGET, Kind.ATTAINMENT, Kind.VISITS}


class Tier(Choice):
    """The rating tiers, from the best down. A tier with ``_or_better`` is cumulative: it includes the tiers above."""

    EXCELLENT = "excellent"
    GOOD = "good"
    GOOD_OR_BETTER = "good_or_better"
    COMPLETED = "completed"
    COMPLETED_OR_BETTER = "completed_or_better"
    NOT_COMPLETED = "not_completed"
    UNCLEAR = "unclear"


CUMULATIVE = {Tier.GOOD_OR_BETTER: Tier.GOOD, Tier.COMPLETED_OR_BETTER: Tier.COMPLETED}
"""The cumulative tiers, each with the lowest tier that it includes."""
ABOVE = " trở lên"
"""What makes a label that of a cumulative tier."""


class Scheme(Record):
    """A rating scheme: the labels that its rules give, and the years in which they apply."""

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
        """Its rating years; undated if it has none, None if they can't be read (``checks.indicators`` reports that)."""
        try:
            return Period.parse(self.years or "undated")
        except ValueError:
            return None


class Rating(Record):
    """What makes an indicator a rating: the label as printed, its tier and its scheme."""

    label: str = Field(description="Nhãn tiếng Việt, như bài báo in | The label, in Vietnamese, as articles print it")
    label_en: str = Field(description="Nhãn bằng tiếng Anh | The label in English")
    tier: Tier | None = Field(
        None, description="Bỏ trống với danh hiệu không chia bậc | Absent for a title that has no tiers"
    )
    scheme: Slug | None = Field(
        None, description="Cách xếp loại, khi riêng nhãn đã đủ để biết | The scheme, where the label alone decides it"
    )

    @property
    def plain_label(self) -> str:
        """The label, folded, without "trở lên"."""
        return fold(self.label).removesuffix(ABOVE)


FORMULAS = ("ratio", "percent", "percent_of_total", "change", "per_year", "per_100_inhabitants")
"""The forms of a formula, see ``Formula``."""


class Formula(Record):
    """How an indicator is computed. Exactly one of the forms is given (``checks.indicators``).

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
        """The numerator and the denominator of a quotient of two indicators; None for the other forms."""
        return self.ratio or self.percent

    @property
    def of_one(self) -> list[Slug]:
        """The indicators of which a single figure is enough: its share of its own total, or its own change."""
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
    predicate: Text | None = Field(
        None,
        description="Vị ngữ của câu trích dẫn: kết nạp được {n}; {n} là con số kèm đơn vị, {value} là con số không, "
        "{of} là bộ phận | The predicate of a citing sentence: admitted {n}; {n} is the number with its unit, {value} "
        "without, {of} the part",
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
    communes_since: Day | None = Field(
        None,
        description="Từ ngày nào cấp xã cũng có, vì thay chỗ cấp huyện | "
        "From which day communes have it too, since they stand where districts did",
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
    places_add_up: bool = Field(
        True,
        description="false: số của các nơi không cộng thành số của cả vùng, như số chuyển từ nơi này sang nơi kia | "
        "false: the numbers of places do not add up to that of all of them, as what moves from one to another",
    )
    words: list[str] = Field(
        default=[], description="Những chữ báo hiệu chỉ tiêu này trong bài | The words that announce it in an article"
    )
    formula: Formula | None = Field(
        None, description="Cách tính; bỏ trống với chỉ tiêu bài báo in | How it is computed; absent for what is printed"
    )

    def exists_at(self, level: Level, *dates: Period | None) -> bool:
        """Whether it can exist at a level; in a commune, only if the first known date reaches ``communes_since``.

        The communes formed on 1 July 2025 stand where districts did; those of before do not.
        """
        if level is not Level.COMMUNE or self.communes_since is None:
            return level in self.levels
        date = next((one for one in dates if one and one.dated), None)
        day = self.communes_since.start
        return date is not None and day is not None and (date.end is None or date.end >= day)

    @property
    def adds_up(self) -> bool:
        """Whether its figures are counted over a period; else they are of a moment (``reference_period``)."""
        return self.kind.adds_up or self.adding_up

    @property
    def adds_up_over_places(self) -> bool:
        """Whether the number of two places together is the sum of theirs: of printed counts, never of shares, ratios or
        ratings, nor of plans and changes."""
        counted = self.kind in {Kind.STOCK, Kind.FLOW} and not (self.formula or self.in_per_cent or self.in_points)
        return counted and self.places_add_up

    @property
    def in_per_cent(self) -> bool:
        """Whether its values are in per cent."""
        return self.unit.vi.strip() == "%"

    @property
    def in_points(self) -> bool:
        """Whether its values are in points, such as percentage points (tăng 1,8 điểm phần trăm): not counted."""
        return "điểm" in self.unit.vi

    @property
    def beside(self) -> bool:
        """Whether it is computed from a single figure, and so is shown beside that figure."""
        return bool(self.formula and self.formula.of_one)
