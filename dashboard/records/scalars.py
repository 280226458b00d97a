"""Scalars of YAML files: what an unquoted word means, and which texts are refused."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

from dashboard.language.bilingual import Both

Scalar = str | int | Decimal | bool | None
Complaint = tuple[Both, Both]  # message, hint

LONGEST_NUMBER = 15
"""Most digits of a number: as many as a spreadsheet or a double keeps exactly."""
UNSEEN = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""Tabs, control characters and rare line breaks: YAML parsers differ over them."""
_EMOJI = "\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff"
_WITHOUT_WIDTH = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0e\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
HIDDEN = re.compile(
    f"{UNSEEN.pattern}|[{_WITHOUT_WIDTH}]"
    f"|\ufe0f(?<![{_EMOJI}]\ufe0f)(?!\u20e3)"  # an emoji's colours, and a digit's before the key cap
    f"|\u200d(?:(?<![{_EMOJI}\ufe0f]\u200d)|(?![{_EMOJI}]))"  # what joins several emoji to one
)
"""``UNSEEN``, and characters without width or that change the writing direction (Unicode's Cf, fillers, variation
selectors). A phrase copied from a web page may hold them, and nobody sees why it differs. Inside an emoji they stay."""
SPACE = "[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
"""Spaces that YAML takes for letters: the no-break space and others."""

_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+")
_LEADING_ZERO = re.compile(r"-?0[0-9]+(?:\.[0-9]+)?")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
_SPACE_AROUND = re.compile(rf"^{SPACE}|{SPACE}$")
_OPEN, _CLOSE = "“„‟«‘‚‛", "”»’"
_STRAIGHT = '"＂'
QUOTES = _OPEN + _CLOSE + _STRAIGHT
DELETE = Both("xóa đi", "delete it")


@lru_cache(maxsize=4096)  # two words in three repeat: 12, true, party_members
def plain(text: str) -> tuple[Scalar, Complaint | None]:
    """The value of an unquoted word, and the complaint about it or None.

    A number stays exactly as written; true, false and null (also ~ and nothing) are themselves; all else is text, also
    yes, 12:30:45, 1e5 and 2019-10-18. Refused are a number with a leading zero, most likely a code (06670) that lost
    its quotes, and a text in typographic quotation marks, which do not quote in YAML.
    """
    if text in _WORDS:
        return _WORDS[text], None
    if _INTEGER.fullmatch(text) or _DECIMAL.fullmatch(text):
        if len(text.strip("-").replace(".", "")) > LONGEST_NUMBER:
            message = Both(f"số {text[:18]}… quá dài", f"the number {text[:18]}… is too long")
            hint = Both(f"nhiều nhất {LONGEST_NUMBER} chữ số", f"at most {LONGEST_NUMBER} digits")
            return None, (message, hint)
        return (Decimal(text) if "." in text else int(text)), None
    if _LEADING_ZERO.fullmatch(text):
        message = Both("mã phải đặt trong ngoặc kép: ", "unquoted code; put it in quotes: ") + text[:40]
        return text, (message, f'"{text[:40]}"' + Both(" nếu là mã; là số thì bỏ số 0 đứng đầu",
                                                       " for a code; for a number leave the 0 out"))  # fmt: skip
    return text, _quotes(text) or unclean(text)


def _quotes(text: str) -> Complaint | None:
    """The complaint about an unquoted text in typographic quotation marks, or with only the closing one."""
    begins, ends = text[0] in _OPEN + _CLOSE + "＂", text[-1] in _CLOSE + "“＂" + '"'
    if begins and ends and len(text) > 1:
        inner = text[1:-1]
        if unpaired(inner) or (text[0] not in _OPEN and text[-1] in _CLOSE):
            return None  # each end belongs to a quotation of its own
        message = Both(f"dấu {text[0]} không phải dấu ngoặc kép thẳng", f"{text[0]} is no straight quotation mark")
    elif ends and unpaired(text):
        inner = text[:-1]
        message = Both(f"dấu {text[-1]} đóng mà không mở", f"{text[-1]} closes a quotation that nothing opens")
    else:
        return None
    return message, Both("viết ", "write ") + f'"{inner if len(inner) <= 60 else inner[:59] + "…"}"'


def unpaired(text: str) -> bool:
    """Whether a quotation mark in a text closes what it did not open, or opens what it does not close."""
    depth = 0
    for at, char in enumerate(text):
        if char in _OPEN:
            depth += 1
        elif char in _CLOSE and not (char == "’" and text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalnum()):
            depth -= 1
            if depth < 0:
                return True
    return depth != 0 or sum(text.count(one) for one in _STRAIGHT) % 2 == 1


def unclean(text: str) -> Complaint | None:
    """The complaint about a text that is not NFC, holds hidden characters, or begins or ends with a special space."""
    if found := HIDDEN.search(text):
        code = f"U+{ord(found.group()):04X}"
        return Both(f"trong chữ có {code}, ký tự không nhìn thấy", f"the text holds {code}, which can't be seen"), Both(
            "xóa ký tự ấy", "delete the escape"
        )
    if found := _SPACE_AROUND.search(text):
        code = f"U+{ord(found.group()):04X}"
        at = Both("đầu", "begins") if found.start() == 0 else Both("cuối", "ends")
        message = Both(f"{at.vi} chữ có dấu cách đặc biệt, {code}", f"the text {at.en} with a special space, {code}")
        return message, DELETE
    if not unicodedata.is_normalized("NFC", text):
        message = Both(
            "chữ không ở dạng Unicode NFC: dấu tách rời khỏi chữ cái",
            "the text is not in Unicode form NFC: its accents are kept apart",
        )
        return message, Both("viết ", "write ") + unicodedata.normalize("NFC", text)[:60]
    return None
