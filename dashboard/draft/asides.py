"""The numerals that are no figures: those that ``verify``'s rules recognise, and a few kinds more, each with its reason."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from dashboard.draft.capitals import NAME
from dashboard.models import NotFigure
from dashboard.verify.calendar_rules import counted_after
from dashboard.verify.paragraphs import Paragraph, Span
from dashboard.verify.phrases import stands
from dashboard.verify.rules import RULES, recognised
from dashboard.verify.tokens import Token, tokens

LONGEST = 13
_REASONS = {
    "dates": NotFigure.DATE, "parts_of_year": NotFigure.DATE, "terms": NotFigure.TERM, "documents": NotFigure.DOCUMENT,
    "congresses": NotFigure.CONGRESS, "clock_times": NotFigure.PAGE, "page_counters": NotFigure.PAGE,
    "contacts": NotFigure.PAGE, "numbering": NotFigure.CONTENT, "numbered_places": NotFigure.NAMED, "names": NotFigure.NAMED,
}  # fmt: skip
_STRONGEST = (NotFigure.DOCUMENT, NotFigure.CONGRESS, NotFigure.DATE, NotFigure.TERM)

_BEFORE = re.compile(r"(?:nhiệm kỳ|giai đoạn|năm học|năm|ngày|tháng|khóa|khoá|số) $", re.IGNORECASE)
_DURATION = re.compile(r" (?:năm|tháng|tuần|ngày|giờ|phút|nhiệm kỳ|thập kỷ|thế kỷ|tuổi|năm tuổi)(?!\w)", re.IGNORECASE)
_NEVER_DURATION = re.compile(r" (?:ngày công|giờ công|tháng lương|tuổi trẻ)(?!\w)", re.IGNORECASE)
_OCCASION = re.compile(r"(?<!\w)giữa $", re.IGNORECASE)
_OCCASIONS = re.compile(r" (?:kỳ họp|kỳ đại hội|đại hội|nhiệm kỳ|hội nghị|kỳ|lần họp)(?!\w)", re.IGNORECASE)
_CONTENT = re.compile(
    r" (?:nhóm |khâu )?(?:mục tiêu|nhiệm vụ|giải pháp|nội dung|biểu hiện|tiêu chí|nhóm|khâu|phần|chương|điều|điểm|bước|mặt"
    r"|nguyên tắc|quan điểm|vấn đề|phương châm|bài học|lĩnh vực|việc|chủ trương|công việc|trụ cột|tiêu chuẩn"
    r"|không|có|sạch|rõ|nhất|xây|chống|dám|biết|tốt|tại chỗ|cùng|trước)(?!\w)",
    re.IGNORECASE,
)
_RESULT = re.compile(r"(?<!\w)(?:đạt|hoàn thành|thực hiện được|có|vượt)(?: được)? $", re.IGNORECASE)
_NUMBERED = re.compile(
    r"(?<!\w)(?:chi bộ|tổ đảng|cụm|tổ|đội|trường|trạm|khu|khu phố|thôn|ấp|bản|xóm|khóm|tổ dân phố|phường|quận|lớp|bài|ảnh|hình|bảng"
    r"|kỳ|loại|hạng|nhóm|cấp|số|vùng|tỉnh lộ|huyện lộ|đề án) $",
    re.IGNORECASE,
)  # fmt: skip
_NAMES = re.compile(rf"(?: \w+){{1,3}}?:? ({NAME}(?:(?:, | và ){NAME})+)")


@dataclass(frozen=True)
class SetAside:
    """Words with numerals that are no figures; ``reason`` is None where a curator must decide it."""

    paragraph: int
    start: int
    printed: str
    reason: NotFigure | None
    times: int = 1
    explain: str | None = None


class Sifted:
    """A paragraph's numerals, those set aside apart from those left."""

    def __init__(self, paragraph: Paragraph) -> None:
        self.paragraph = paragraph
        found = tokens(paragraph)
        self.ruled = recognised(paragraph, found)
        self._spans: list[tuple[Span, NotFigure | None, str | None]] = self._by_rules() if self.ruled else []
        self.left: list[Token] = []
        for token in found:
            if token in self.ruled:
                continue
            if own := _own(paragraph.text, token):
                self._spans.append((own[0], own[1], own[2]))
            else:
                self.left.append(token)

    def _by_rules(self) -> list[tuple[Span, NotFigure | None, str | None]]:
        text, found = self.paragraph.text, []
        for rule in RULES:
            for span in rule(text):
                if any(name == rule.__name__ and token.within(span) for token, name in self.ruled.items()):
                    found.append((span, _REASONS.get(rule.__name__), None))
        return found

    def add(self, span: Span, reason: NotFigure) -> None:
        """Set one more aside."""
        self._spans.append((span, reason, None))

    def asides(self, keep_out: Sequence[Span]) -> list[SetAside]:
        """The numerals set aside, neighbours in one phrase; ``keep_out`` are the phrases of figures."""
        text = self.paragraph.text
        merged: list[tuple[Span, NotFigure | None, str | None]] = []
        for (start, end), reason, explain in sorted(self._spans, key=lambda one: one[0]):
            if any(a <= start and end <= b for a, b in keep_out):
                continue
            if merged and (joined := _joined(text, merged[-1][0], (start, end))):
                reasons = {merged[-1][1], reason}
                chosen = next((one for one in _STRONGEST if one in reasons), merged[-1][1])
                merged[-1] = (joined, chosen, merged[-1][2] or explain)
            else:
                merged.append(((start, end), reason, explain))
        found = [self._told(span, reason, explain) for span, reason, explain in merged]
        times = Counter(one.printed for one in found)
        first = {one.printed: one for one in reversed(found)}
        return [self._counted(first[printed], many) for printed, many in times.items()]

    def _told(self, span: Span, reason: NotFigure | None, explain: str | None) -> SetAside:
        text = self.paragraph.text
        start, end = _whole_words(text, span)
        if lead := _BEFORE.search(text[:start]):
            start = lead.start()
        if any(text.count(a, start, end) > text.count(b, start, end) and text[end : end + 1] == b for a, b in ("()", "[]")):
            end += 1
        return SetAside(self.paragraph.number, start, text[start:end].strip(" ,;"), reason, 1, explain)

    def _counted(self, one: SetAside, many: int) -> SetAside:
        """With the words before it where it stands elsewhere in the paragraph too, else with how often it stands."""
        standing = len(stands(one.printed, self.paragraph))
        start, text = one.start, self.paragraph.text
        while standing > many and start > 0 and len(text[start : one.start].split()) < 4:
            start = text.rfind(" ", 0, max(0, start - 1)) + 1
            longer = text[start : one.start] + one.printed
            if len(stands(longer, self.paragraph)) == many:
                return SetAside(one.paragraph, start, longer, one.reason, many, one.explain)
        return SetAside(one.paragraph, one.start, one.printed, one.reason, max(standing, 1), one.explain)


def _own(text: str, token: Token) -> tuple[Span, NotFigure | None, str | None] | None:
    """What a numeral is that no rule of ``verify`` recognises but that counts nothing of the locality."""
    start, end = token.start, token.end
    number = token.numeral
    if number is None:
        return (start, end), NotFigure.NAMED, "chữ số trong một tên / digits in a name"
    if number.percent or number.out_of:
        return None
    if (match := _DURATION.match(text, end)) and not _NEVER_DURATION.match(text, end):
        aged = "tuổi" in match[0].lower() and "năm" not in match[0].lower()
        begin = start - len(number.hedge_text) - 1 if number.hedge_text and "…" not in number.hedge_text else start
        return (max(0, begin), match.end()), NotFigure.DURATION, "tuổi của một người / a person's age" if aged else None
    if (lead := _OCCASION.search(text[:start])) and (match := _OCCASIONS.match(text, end)):
        return (lead.start(), match.end()), NotFigure.OCCASION, None
    if (match := _CONTENT.match(text, end)) and not _RESULT.search(text[:start]):
        return (start, match.end()), NotFigure.CONTENT, None
    if (match := _NUMBERED.search(text[:start])) and not number.hedge and not counted_after(text, end):
        return (match.start(), end), NotFigure.NAMED, None
    return None


def names_follow(text: str, end: int, value: Decimal | None) -> int:
    """Where the names end that a count ending at ``end`` introduces, as many as it says; 0 where it introduces none.

    3 xã Tân Khê, Mai Lĩnh và Hòa Khê.
    """
    match = _NAMES.match(text, end)
    return match.end() if match and len(re.split(r", | và ", match[1])) == value else 0


def _joined(text: str, one: Span, other: Span) -> Span | None:
    gap = text[one[1] : other[0]]
    span = one[0], max(one[1], other[1])
    near = other[0] <= one[1] or (len(gap) <= 22 and not any(char.isdigit() for char in gap) and len(gap.split()) <= 3
                                  and not gap.strip().startswith((".", ";")) and gap.count(" ") <= 4
                                  and all(word.strip(",()[]/-–").lower() in _GLUE for word in gap.split()))  # fmt: skip
    return span if near and len(text[slice(*span)].split()) <= LONGEST else None


_GLUE = {"", "ngày", "thứ", "hai", "ba", "tư", "năm", "sáu", "bảy", "chủ", "nhật", "gmt", "gmt+", "lúc", "tháng"}


def _whole_words(text: str, span: Span) -> Span:
    start, end = span
    while start and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return start, end
