"""The traits of figures in words, as they stand inside a sentence."""

from __future__ import annotations

import math
from typing import Final

from dashboard.language.words import Language

_DAYS: Final = 0.01  # of a year, by which years of 365.25 days are off
LANGUAGES: Final[tuple[Language, ...]] = ("vi", "en")
_WORDS: Final[dict[str, dict[str, str]]] = {
    "province": {"vi": "cấp tỉnh", "en": "province"},
    "district": {"vi": "cấp huyện", "en": "district"},
    "commune": {"vi": "cấp xã", "en": "commune"},
    "stock": {"vi": "số hiện có", "en": "a stock"},
    "flow": {"vi": "số trong kỳ", "en": "a flow"},
    "change": {"vi": "số tăng, giảm", "en": "a change"},
    "target": {"vi": "chỉ tiêu", "en": "a target"},
    "attainment": {"vi": "mức hoàn thành kế hoạch", "en": "a share of plan met"},
    "visits": {"vi": "số lượt", "en": "a number of visits"},
    "share": {"vi": "tỷ lệ", "en": "a share"},
    "ratio": {"vi": "tỷ số tính ra", "en": "a computed ratio"},
    "grade": {"vi": "mức xếp loại", "en": "a rating"},
    "title": {"vi": "danh hiệu riêng của địa phương", "en": "a local title"},
    "annual": {"vi": "xếp loại hằng năm", "en": "the annual rating"},
    "no_scheme": {"vi": "không xếp loại", "en": "no rating"},
    "no_label": {"vi": "không có tên mức", "en": "no label"},
    "no_unit": {"vi": "không có đơn vị", "en": "no unit"},
    "no_of": {"vi": "toàn bộ", "en": "the whole"},
    "no_tier": {"vi": "không theo mức", "en": "no tier"},
    "tier_excellent": {"vi": "“xuất sắc”", "en": "“excellently”"},
    "tier_good": {"vi": "“tốt”", "en": "“well”"},
    "tier_good_or_better": {"vi": "“tốt trở lên”", "en": "“well or better”"},
    "tier_completed": {"vi": "“hoàn thành”", "en": "“fulfilled”"},
    "tier_completed_or_better": {"vi": "“hoàn thành trở lên”", "en": "“fulfilled or better”"},
    "tier_not_completed": {"vi": "“không hoàn thành”", "en": "“not fulfilled”"},
    "tier_unclear": {"vi": "không rõ mức", "en": "unclear"},
    "base_": {"vi": "không kèm tổng số", "en": "no total given"},
    "base_all": {"vi": "tính trên tổng số", "en": "of all"},
    "base_rated": {"vi": "tính trên số được xếp loại", "en": "of those rated"},
    "base_subset": {"vi": "tính trên {note}", "en": "of {note}"},
    "base_not_stated": {"vi": "không nêu", "en": "not stated"},
    "before": {"vi": "trước", "en": "before"},
    "after": {"vi": "từ ngày ấy về sau", "en": "from that day on"},
    "since_break": {"vi": "từ {day}", "en": "from {day} on"},
    "unsure": {"vi": "không rõ", "en": "not known"},
    "year": {"vi": "một năm trở xuống", "en": "a year or less"},
    "years": {"vi": "nhiều năm", "en": "several years"},
    "term": {"vi": "cả nhiệm kỳ", "en": "a whole term"},
    "unknown": {"vi": "không rõ độ dài", "en": "length not known"},
    "no_span": {"vi": "của một thời điểm", "en": "of a moment"},
    "since": {"vi": "tính từ {year}", "en": "since {year}"},
    "no_since": {"vi": "không nêu mốc", "en": "none given"},
    "both": {"vi": "{a} và {b}", "en": "{a} and {b}"},
    "alike": {"vi": "cả hai đều {a}", "en": "both {a}"},
    "quoted": {"vi": "“{words}”", "en": "“{words}”"},
    "one_year": {"vi": "{n} năm", "en": "{n} year"},
    "many_years": {"vi": "{n} năm", "en": "{n} years"},
    "one_month": {"vi": "{n} tháng", "en": "{n} month"},
    "many_months": {"vi": "{n} tháng", "en": "{n} months"},
    "apart": {"vi": "khoảng {years}", "en": "about {years}"},
    "apart_up_to": {"vi": "nhiều nhất {years}", "en": "up to {years}"},
    "apart_at_least": {"vi": "ít nhất {years}", "en": "at least {years}"},
    "apart_between": {"vi": "từ {least} đến {years}", "en": "{least} to {years}"},
    "apart_unknown": {"vi": "không rõ bao lâu", "en": "an unknown time"},
}


def say(key: str, language: str, **values: object) -> str:
    """The words for a key. Raises KeyError for an unknown one."""
    return _WORDS[key][language].format(**values)


def quoted(words: str, language: str) -> str:
    """A name in quotation marks, unless it holds some."""
    return words if "“" in words else say("quoted", language, words=words)


def joined(a: str, b: str, language: str) -> str:
    """Two traits as one phrase: "cấp tỉnh và cấp huyện"; "cả hai đều không nêu" where the words are the same."""
    return say("alike", language, a=a) if a == b else say("both", language, a=a, b=b)


def years(count: int, language: str) -> str:
    """ "5 năm", "1 year", "5 years"."""
    return say("one_year" if count == 1 else "many_years", language, n=count)


def months(count: int, language: str) -> str:
    """ "6 tháng", "1 month"; whole years as years."""
    if count % 12 == 0:
        return years(count // 12, language)
    return say("one_month" if count == 1 else "many_months", language, n=count)


def apart(least: float, most: float, language: str) -> str:
    """How far apart two dates are: "khoảng 3 năm"; "nhiều nhất 11 năm" or "không rõ bao lâu" where that is open."""
    surely = math.floor(least + _DAYS)
    if math.isinf(most):
        key = "apart_at_least" if surely else "apart_unknown"
        return say(key, language, years=years(surely, language))
    if most == least:
        return say("apart", language, years=years(round(most), language))
    key = "apart_between" if surely else "apart_up_to"
    return say(key, language, least=surely, years=years(math.ceil(most - _DAYS), language))
