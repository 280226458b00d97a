"""Numerals that count nothing of the locality, beyond those that ``verify``'s rules recognise: each with its reason."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from dashboard.articles.draft.numbers import hedged_start
from dashboard.articles.text.calendar_rules import counted_after
from dashboard.articles.text.capitals import NAME
from dashboard.articles.text.paragraphs import Span
from dashboard.articles.text.tokens import Token
from dashboard.language.doubts import Doubt
from dashboard.language.numeral import Numeral
from dashboard.records.models.article import NonFigureReason


class Reasoned(NamedTuple):
    """A place in a text that holds no figure, why, and in words where the reason's name does not say it all."""

    span: Span
    reason: NonFigureReason | None
    explain: str | None = None


_TIMES = "năm tuổi|năm(?! (?:19|20)[0-9]{2}(?! ?[,–-]| và))|tháng|tuần|ngày|giờ|phút|nhiệm kỳ|thập kỷ|thế kỷ|tuổi"
_DURATION = re.compile(
    rf"(?:,? ?(?:và |hoặc )?[0-9]{{1,2}}(?![0-9]))*(?: đến [0-9]{{1,2}})? (?:{_TIMES})(?!\w)", re.IGNORECASE
)
_NO_DURATION = re.compile(r" (?:ngày công|giờ công|tháng lương|tuổi trẻ)(?!\w)", re.IGNORECASE)
_COVID = re.compile(r"(?<!\w)covid\s?[-–]\s?$", re.IGNORECASE)
_DAY = re.compile(r"(?<!\w)(?:ngày|sáng|trưa|chiều|tối|đêm|hôm) $", re.IGNORECASE)
_DAY_MONTH = re.compile(r"(?:0?[1-9]|[12][0-9]|3[01])\.(?:0?[1-9]|1[0-2])")
_FEAST = re.compile(r"(?<!\w)(?:quốc khánh|dịp|lễ|ngày|kỷ niệm) (?:[0-9]{1,2}[-/])?$", re.IGNORECASE)
_FEAST_DAY = re.compile(r"[0-9]{1,2}(?:[-/][0-9]{1,2})?(?=[\s,.;)”\"]|$)(?! (?:[^\W\d_]+ ){0,2}(?:đảng viên|chi bộ))")
_YEAR_ALONE = re.compile(r"\((?:19|20)[0-9]{2}\)")
_LETTERED = re.compile(r"[A-ZĐ](?!\w)")
_REPLIES = re.compile(r"^\W*(?:phản hồi|đã xem|lượt xem|bình luận)\W+$", re.IGNORECASE)
_BETWEEN = re.compile(r"(?<!\w)giữa $", re.IGNORECASE)
_OCCASIONS = re.compile(r" (?:kỳ họp|kỳ đại hội|đại hội|nhiệm kỳ|hội nghị|kỳ|lần họp)(?!\w)", re.IGNORECASE)
_CONTENT = re.compile(
    r" (?:nhóm |khâu )?(?:mục tiêu|nhiệm vụ|giải pháp|nội dung|biểu hiện|tiêu chí|nhóm|khâu|phần|chương|điều|điểm"
    r"|bước|mặt|nguyên tắc|quan điểm|vấn đề|phương châm|bài học|lĩnh vực|cấp|việc|chủ trương|công việc|trụ cột"
    r"|tiêu chuẩn)(?!\w)",
    re.IGNORECASE,
)
_SLOGAN = re.compile(
    r" (?:không(?! hoàn)|có|sạch|rõ|nhất|xây|chống|dám|biết|tốt|tại chỗ|cùng|trước)(?!\w)", re.IGNORECASE
)
_LONGEST_SLOGAN = 10
"""Ba không, năm xây; but 478 tốt are so many rated."""
_RESULT = re.compile(r"(?<!\w)(?:đạt|hoàn thành|thực hiện được|có|vượt)(?: được)? $", re.IGNORECASE)
_NUMBERED = re.compile(
    r"(?<!\w)(?:chi bộ|tổ đảng|cụm|tổ|đội|trường|trạm|khu|khu phố|thôn|ấp|bản|xóm|khóm|tổ dân phố|phường|quận|lớp"
    r"|bài|ảnh|hình|bảng|kỳ|loại|hạng|nhóm|(?<!nâng )(?<!cung )(?<!trợ )cấp|(?<!con )(?<!tổng )số|vùng"
    r"|tỉnh lộ|huyện lộ|đề án) $",
    re.IGNORECASE,
)
_GIVEN = re.compile(r" (?:thẻ|giấy|suất|bằng|huy hiệu|huân chương|sổ)(?!\w)", re.IGNORECASE)
"""What is given, so that cấp before its number is a verb: cấp 298 thẻ đảng viên."""
_NAMES = re.compile(rf"(?: \w+){{1,3}}?:? ({NAME}(?:(?:, | và ){NAME})+)")
_BEHIND = 24  # characters before a numeral that hold the longest of the words looked for there


def uncounted(text: str, token: Token) -> Reasoned | None:
    """What a numeral is that counts nothing of the locality; None where it may be a figure."""
    start, end, number = token.start, token.end, token.numeral
    if number is None:
        return Reasoned((start, end), NonFigureReason.NAMED, "chữ số trong một tên / digits in a name")
    if number.percent or number.out_of:
        return None
    before = text[max(0, start - _BEHIND) : start]
    if _COVID.search(before):
        return Reasoned((start, end), NonFigureReason.NAMED)
    if _LETTERED.match(text, end):
        return Reasoned((start, end + 1), NonFigureReason.NAMED)
    if _REPLIES.match(text[:start][-40:]):
        return Reasoned((start, end), NonFigureReason.PAGE)
    if _YEAR_ALONE.match(text, max(0, start - 1)):
        return Reasoned((start, end), NonFigureReason.DATE)
    if (feast := _FEAST.search(before)) and _feast(text, start, "-" in feast[0] or "/" in feast[0]):
        return Reasoned((start - len(feast[0]), end), NonFigureReason.DATE)
    if (day := _DAY.search(before)) and _DAY_MONTH.fullmatch(number.text):
        return Reasoned((start - len(day[0]), end), NonFigureReason.DATE)
    often = number.doubt is Doubt.RATE and number.value % 1  # cứ 1,8 ngày
    if (match := _DURATION.match(text, end)) and not often and not _NO_DURATION.match(text, end):
        return _duration(text, number, match)
    if (lead := _BETWEEN.search(before)) and (match := _OCCASIONS.match(text, end)):
        return Reasoned((start - len(lead[0]), match.end()), NonFigureReason.OCCASION)
    slogan = _SLOGAN.match(text, end) if number.value <= _LONGEST_SLOGAN and not number.hedge else None
    if (match := slogan or _CONTENT.match(text, end)) and not _RESULT.search(before):
        return Reasoned((start, match.end()), NonFigureReason.CONTENT)
    if (
        (lead := _NUMBERED.search(before)) and not number.hedge
        and not counted_after(text, end) and not _GIVEN.match(text, end)
    ):  # fmt: skip
        return Reasoned((start - len(lead[0]), end), NonFigureReason.NAMED)
    return None


def names_follow(text: str, end: int, value: Decimal | None) -> int:
    """Where the names end that a count ending at ``end`` introduces, as many as it says; 0 where it introduces none.

    3 xã Tân Khê, Mai Lĩnh và Hòa Khê.
    """
    match = _NAMES.match(text, end)
    return match.end() if match and len(re.split(r", | và ", match[1])) == value else 0


def _feast(text: str, start: int, second: bool) -> bool:
    """Whether 2-9 of Quốc khánh 2-9 stands there; of its second number, whether the first one has."""
    match = _FEAST_DAY.match(text, start)
    return bool(match) and (second or not match[0].isdigit()) if match else False


def _duration(text: str, number: Numeral, match: re.Match[str]) -> Reasoned:
    words = match[0].lower()
    aged = "tuổi" in words and "năm" not in words
    explain = "tuổi của một người / a person's age" if aged else None
    return Reasoned((hedged_start(text, number), match.end()), NonFigureReason.DURATION, explain)
