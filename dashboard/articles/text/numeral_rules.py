"""The rules that recognise numerals which are no statistics. The report of ``verify`` names each rule and its count."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dashboard.articles.text import calendar_rules, document_rules, page_rules
from dashboard.articles.text.paragraphs import Paragraph, Span
from dashboard.articles.text.tokens import Token
from dashboard.language.bilingual import Both
from dashboard.language.doubts import Doubt
from dashboard.language.vietnamese import digits

Rule = Callable[[str], Iterator[Span]]

RULES: tuple[Rule, ...] = (*calendar_rules.RULES, *document_rules.RULES, *page_rules.RULES)
"""In this order: if two recognise a numeral, the first takes it."""

NEVER_A_FIGURE = frozenset(["dates", "clock_times", "terms", "documents", "congresses"])
"""Rules that are never wrong: a figure whose value they recognise is an error."""


VIETNAMESE = {
    "dates": "Ngày, tháng, quý, năm, thứ trong tuần",
    "clock_times": "Giờ, độ dài trên trình phát, múi giờ",
    "terms": "Các khoảng năm: nhiệm kỳ, giai đoạn, năm học",
    "parts_of_year": "Phần của năm: 6 tháng đầu năm, 9 tháng năm 2020",
    "documents": "Số hiệu nghị quyết, quyết định và các văn bản khác",
    "congresses": "Số của đại hội, khóa, hội nghị Trung ương",
    "page_counters": "Bộ đếm của trang: lượt xem, bình luận",
    "contacts": "Địa chỉ, số điện thoại, số giấy phép",
    "numbering": "Số thứ tự đầu đoạn hoặc của chú thích ảnh",
    "numbered_places": "Nơi đặt tên bằng số: phường 14, khu phố 3, quốc lộ 1A",
    "names": "Chữ số trong một từ hay tên: m2, A4, COVID-19",
    "footnotes": "Dấu chú thích sau con số hoặc từ",
}
"""What each rule recognises, for a reader of Vietnamese."""


def explained(rule: str) -> Both:
    """What a rule recognises; in English the first line of its docstring."""
    found = next(one for one in RULES if one.__name__ == rule)
    return Both(VIETNAMESE[rule], (found.__doc__ or "").strip().splitlines()[0])


def recognised(paragraph: Paragraph, found: list[Token]) -> dict[Token, str]:
    """The numerals of a paragraph that a rule takes, with that rule's name. A rule takes a numeral whole or not."""
    taken: dict[Token, str] = {}
    if not found:
        return taken
    text = digits(paragraph.text)
    for rule in RULES:
        spans = list(rule(text))
        for token in found:
            if rule is page_rules.names and _misprinted(token):
                continue
            if token not in taken and any(token.within(span) for span in spans):
                taken[token] = rule.__name__
    return taken


def _misprinted(token: Token) -> bool:
    """Whether a token is a number with a letter for a digit (l2 đảng bộ), which only looks like a name (A4)."""
    return token.numeral is not None and token.numeral.doubt is Doubt.LETTER
