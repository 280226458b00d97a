"""Title, outlet, date and byline of an article, where its text prints them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.articles.draft.outlets import ABBREVIATIONS, Outlet, outlet_of
from dashboard.articles.draft.source import Source
from dashboard.articles.draft.time_expressions import written_day
from dashboard.articles.text.capitals import CAPITAL
from dashboard.articles.text.paragraphs import Paragraph

_OPENING = re.compile(r"^\(\s?([\w.Đđ ]{2,30}?)\s?\)\s?[-–—.]|^([A-ZĐ]{2,6}(?:Đ?T)?)\s?[-–—]\s")
_NAMED = re.compile(
    r"^(?:nguồn:?\s|theo\s)?"
    r"((?:báo|tạp chí|(?:cổng|trang) thông tin điện tử|trang tin|đài phát thanh)\s.{3,70}?)[.\s]*$",
    re.IGNORECASE,
)
_DATES = (
    re.compile(r"(?<![0-9])([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]((?:19|20)[0-9]{2})(?![0-9])"),
    re.compile(r"ngày ([0-9]{1,2}) tháng ([0-9]{1,2}) năm ((?:19|20)[0-9]{2})", re.IGNORECASE),
)
_DATED = re.compile(r"\s*(?:[-–—|,•]\s*|\s)(?:thứ \w+|chủ nhật|ngày|[0-9]{1,2}[:/.-][0-9]).*$", re.IGNORECASE)
"""What follows the outlet's name on its line: Báo Hà Nguyên - Thứ Sáu, 25/12/2020."""
_ISO = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})-([0-9]{2})-([0-9]{2})(?![0-9])")
_SIGNED = re.compile(
    r"^(?:bài(?:,| và) ảnh|bài|tác giả|tin, ảnh|tin, bài|người viết|thực hiện|t/h|tin(?=:)):?\s+(.{2,40})$",
    re.IGNORECASE,
)
_CAPITALISED = rf"{CAPITAL}[\w.]*"
_NAME = re.compile(rf"^{_CAPITALISED}(?: [-–] {_CAPITALISED}| {_CAPITALISED}){{0,5}}$")
_SIGNATURE = re.compile(r"^(?:ban biên tập|bbt|pv|btv|nhóm pv|phóng viên|[A-ZĐ]\.[A-ZĐ]\.?)$", re.IGNORECASE)
_PAGE = re.compile(
    r"^(?:(?:chia sẻ|bình luận|ảnh|từ khóa|tag|in bài|gửi|tiêu đề|người gửi|email|nội dung|lượt|trang chủ|về trang|copy"
    r"|đọc thêm|ý kiến|liên kết|thời tiết|nguồn|các tin|tin )\W?.*"
    r"|xem thêm|facebook|zalo|nổi bật|cùng chuyên mục|\([0-9]+\) .*)$",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"^\W*(?:hôm nay|bây giờ|lúc này|giờ hệ thống|today|now)(?!\w)", re.IGNORECASE)
"""A page's clock, which shows the day on which the text was saved: Hôm nay: Thứ Hai, 12/6/2023."""
_WORDS = re.compile(r"[^\W\d_]+")
SECTION, SHORT, LONG = 7, 14, 45
"""Words: a section's name has at most SECTION, a line with the date at most SHORT; a title has fewer than LONG."""


@dataclass(frozen=True)
class Heading:
    """What was found, "" for what was not.

    ``titles`` are the lines that may be the title, ``outlet_printed`` is an abbreviation of an outlet not known here.
    ``host`` is the outlet that the address tells; ``by_host``: whether ``outlet`` is known by that alone.
    """

    titles: tuple[str, ...]
    outlet: str
    outlet_printed: str
    date: str
    byline: str
    host: Outlet | None = None
    by_host: bool = False


def heading(source: Source) -> Heading:
    """Read the heading and the signature of an article; what its first line or its address says counts before."""
    paragraphs = source.paragraphs
    lines = [one for one in paragraphs if _WORDS.search(one.text)]
    found, printed = _outlet(paragraphs)
    host = outlet_of(source.address)
    outlet = source.outlet or found or (host.name if host else "")
    titles = (source.title,) if source.title else _titles(lines, outlet)
    by_host = bool(host) and not (source.outlet or found)
    return Heading(titles, outlet, printed, _date(paragraphs), _byline(lines), host, by_host)


def _titles(lines: Sequence[Paragraph], outlet: str) -> tuple[str, ...]:
    """The lines before the date or the first long one that may be the title: several where the text does not tell."""
    found: list[str] = []
    for line in lines:
        words = len(line.text.split())
        if found and (words >= LONG or _dates(line.text) or _OPENING.match(line.text) or line.text in found):
            break
        furniture = (
            _date_line(line.text)
            or _CLOCK.match(line.text)
            or _PAGE.match(line.text)
            or line.text == outlet
            or _NAMED.match(line.text)
        )
        if words >= LONG or furniture:
            continue
        if found and line.text.endswith(".") and words > SHORT and any(len(one.split()) > SECTION for one in found):
            break  # the lead under a full title
        if words >= 3 and not _OPENING.match(line.text):
            found.append(line.text.rstrip(" ."))
        if len(found) == 2:
            break
    full = found and len(found[0].split()) > SECTION
    return tuple(found[:1] if full else found)


def _outlet(paragraphs: Sequence[Paragraph]) -> tuple[str, str]:
    printed = ""
    for one in paragraphs:
        if match := _OPENING.match(one.text):
            short = (match[1] or match[2]).strip()
            if name := ABBREVIATIONS.get(short.upper()):
                return name, short
            printed = printed or short
    for one in [*paragraphs[:4], *paragraphs[-8:]]:
        if len(one.text.split()) <= SHORT and (match := _NAMED.match(one.text)):
            return _sentence_case(_DATED.sub("", match[1])), ""
    return "", printed


def _sentence_case(name: str) -> str:
    """A name in capitals as it is written elsewhere: BÁO AN LĨNH ĐIỆN TỬ is Báo An Lĩnh điện tử."""
    if not name.isupper():
        return name[0].upper() + name[1:]
    titled = " ".join(word.capitalize() for word in name.split())
    return titled.replace(" Điện Tử", " điện tử").replace("Thông Tin", "thông tin")


def _date(paragraphs: Sequence[Paragraph]) -> str:
    """The date of publication: of the first short line that holds one, near the beginning, else near the end."""
    lines = [*paragraphs[:10], *reversed(paragraphs[-10:])]
    return next((date for one in lines if _date_line(one.text) and (date := _dates(one.text))), "")


def _dates(text: str) -> str:
    for pattern in _DATES:
        for match in pattern.finditer(text):
            if date := written_day(match[3], match[2], match[1]):
                return date
    return next((date for match in _ISO.finditer(text) if (date := written_day(*match.groups()))), "")


def is_clock(text: str) -> bool:
    """Whether a line is a page's clock, whose day has nothing to do with the article."""
    return bool(_CLOCK.match(text))


def _date_line(text: str) -> bool:
    return len(text.split()) <= SHORT and not _CLOCK.match(text) and bool(_dates(text))


def _byline(lines: Sequence[Paragraph]) -> str:
    """The signature: the first line from the end that is a name, before any line of the article itself."""
    for one in reversed(lines[1:]):
        text = one.text.strip(" .*•")
        if match := _SIGNED.match(text):
            return match[1]
        if _SIGNATURE.match(text) or (_NAME.match(text) and 2 <= len(text.split()) <= 6 and not _PAGE.match(text)):
            return text
        if len(text.split()) > SHORT:
            return ""
    return ""
