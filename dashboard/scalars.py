"""What a single word or text of a YAML file means, decided by its raw text and by whether it is quoted."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

Scalar = str | int | Decimal | bool | None
Complaint = tuple[str, str]  # message, hint

LONGEST_NUMBER = 18
UNSEEN = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""Tabs, control characters and line breaks that only some programs honour: YAML readers differ over them."""

_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+")
_LEADING_ZERO = re.compile(r"-?0[0-9]+(?:\.[0-9]+)?")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}


def plain(text: str) -> tuple[Scalar, Complaint | None]:
    """What an unquoted word means: a number exactly as written, true, false, nothing, else the text itself.

    No guess is made at yes, 12:30:45, 1e5 or 2019-10-18: they stay text. A number with a leading zero is most
    likely a code (06670) that lost its quotes, and is refused.
    """
    if text in _WORDS:
        return _WORDS[text], None
    if _INTEGER.fullmatch(text) or _DECIMAL.fullmatch(text):
        if len(text) > LONGEST_NUMBER:
            return None, (f"the number {text[:LONGEST_NUMBER]}… is too long", "check its digits")
        return (Decimal(text) if "." in text else int(text)), None
    if _LEADING_ZERO.fullmatch(text):
        message = f"unquoted code; put it in quotes: {text[:40]}"
        return text, (message, f'"{text[:40]}" for a code; for a number leave the 0 out')
    return text, unclean(text)


def unclean(text: str) -> Complaint | None:
    """What is wrong with a text whatever it says: not NFC, or (by an escape) characters that nobody sees."""
    if found := UNSEEN.search(text):
        return f"the text holds U+{ord(found.group()):04X}, which can't be seen", "delete the escape"
    if not unicodedata.is_normalized("NFC", text):
        hint = f"write {unicodedata.normalize('NFC', text)[:60]}"
        return "the text is not in Unicode form NFC: its accents are kept apart", hint
    return None
