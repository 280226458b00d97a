"""Our record of one article: seeds/<article>.yaml."""

from __future__ import annotations

from pydantic import Field

from dashboard.records.models.fields import (
    MOST_ENTRIES,
    Choice,
    Day,
    NonEmptyText,
    Phrase,
    PlaceName,
    Record,
    Slug,
    Text,
    When,
)


class NonFigureReason(Choice):
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

    value: NonEmptyText = Field(description="Như in trong bài, hoặc như suy ra | As printed, or as inferred")
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


class Reading(Choice):
    """How the article was read: all of it, the part that a public index shows, or only facts that another noted."""

    FULL = "full"
    EXCERPT = "excerpt"
    NOTES = "notes"


class StoredText(Record):
    """Which text was read, by file name and digest. The text itself is never stored in this project."""

    file: str | None = Field(None, description="Tên tệp của văn bản đã đọc | File name of the text read")
    sha256: str | None = Field(None, pattern=r"^[0-9a-f]{64}$")
    read: Reading = Field(Reading.FULL, strict=False)
    seen_again: Day | None = Field(
        None,
        description="Ngày người thứ hai tìm thấy lại các số liệu trong bài, khi không giữ văn bản | "
        "The day on which a second reader found the figures in the article again, where no text is held",
    )


class Correction(Record):
    """A figure that was corrected after this project had published it."""

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
    title: NonEmptyText = Field(description="Đúng như in | As printed")
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
