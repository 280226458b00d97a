"""The figures of one article, and what it gives in words only: data/figures/<article>.yaml."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from dashboard.language.hedges import Hedge
from dashboard.language.vietnamese import same_name
from dashboard.records.models.fields import MOST_ENTRIES, Choice, Number, Phrase, PlaceName, Record, Slug, Text, When
from dashboard.records.models.indicator import Tier


def part_key(of: Text | None) -> str:
    """The key by which parts of a place are compared: the Vietnamese name, folded; "" for the whole place."""
    return same_name(of.vi) if of else ""


class Base(Choice):
    """What a share is a share of."""

    ALL = "all"
    RATED = "rated"
    SUBSET = "subset"
    NOT_STATED = "not_stated"


class BlankKind(Choice):
    """Why there is no figure. The reasons differ, and none of them means zero (``figures.absence``)."""

    NOT_STATED = "not_stated"  # the article was read and does not give it
    EXCERPT_ONLY = "excerpt_only"  # the article was not read in full
    WORDS_ONLY = "words_only"  # the article gives it in words: "tỷ lệ cao"
    PART_ONLY = "part_only"  # the article gives it of a part only
    REFUSED = "refused"  # what it would be computed from is printed, but a rule forbids it
    NOT_APPLICABLE = "not_applicable"  # it does not apply to this level
    NO_ARTICLE = "no_article"  # no article yet
    OTHER_YEARS = "other_years"  # there is one, but outside the chosen years


_Printed = Annotated[
    Phrase,
    Field(
        min_length=1,
        description="Chép đúng từng chữ, tối đa 13 từ, chỉ có một lần trong đoạn | "
        "The words exactly as printed, at most 13, once in the paragraph",
    ),
]
_Paragraph = Annotated[
    int | None,
    Field(ge=1, description="Đếm các dòng không trống của văn bản | Counting the lines of the text that are not empty"),
]
_OwnPlace = Annotated[PlaceName | None, Field(description="Khi khác với cả tệp | Where it differs from the file's")]


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
    printed: _Printed
    paragraph: _Paragraph = None
    of: Text | None = Field(
        None,
        description="Của riêng bộ phận nào, một cơ quan, một hạng; bỏ trống nếu là của toàn bộ | "
        "Of which part of the place it is, a body or a class; absent: of the whole",
    )
    locality: _OwnPlace = None
    as_of: When | None = Field(
        None,
        description="Khi khác với cả tệp. 2015/2019: với số trong kỳ là các năm được đếm; với số hiện có là một lúc "
        "nào đó trong những năm ấy; ../2021: không muộn hơn 2021 | Where it differs from the file's. 2015/2019: for a "
        "flow, the years it is counted over; for a stock, at some time in these years; ../2021: no later than 2021",
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
    unseen: bool = Field(
        False,
        description="Người thứ hai không tìm thấy lại số liệu này (text.seen_again) | "
        "The second reader did not find this figure again (text.seen_again)",
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
    """Something that the article gives in words only, without a number."""

    indicator: Slug = Field(
        description="Lẽ ra đếm gì: một mã trong data/indicators.yaml | "
        "What it would have counted: an id of data/indicators.yaml"
    )
    printed: _Printed
    paragraph: _Paragraph = None
    locality: _OwnPlace = None
    note: Text | None = Field(None, description="Điều người đọc cần biết | What a reader should know about it")


class Sum(Record):
    """Parts and their whole.

    A reference is ``indicator``, ``indicator@locality`` or ``…~key``, and may end in ``:before`` or ``:out_of``.
    """

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
        description="Nơi các số liệu nói về: mã, hoặc tên kèm cấp trên | "
        "The place that the figures are about: its id, or its name with what is around it"
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
