"""The type words before a place's name, in full and short."""

from __future__ import annotations

from dashboard.records.models.locality import Level

TYPES = r"(?:tỉnh|thành phố|TP\.?|huyện|quận|thị xã|TX\.?|thị trấn|TT\.?|xã|phường)"
OF_LEVEL = {
    Level.PROVINCE: "tỉnh",
    Level.DISTRICT: r"huyện|quận|thị xã|thành phố|TP\.?|TX\.?",
    Level.COMMUNE: r"xã|phường|thị trấn|TT\.?",
}
OWN = {
    Level.PROVINCE: r"(?:đảng bộ|toàn) tỉnh|tỉnh (?:ủy|uỷ)",
    Level.DISTRICT: r"(?:đảng bộ|toàn) (?:huyện|thị xã|thành phố|quận)|(?:huyện|thị|thành|quận) (?:ủy|uỷ)",
    Level.COMMUNE: r"(?:đảng bộ|toàn|đảng ủy|đảng uỷ) (?:xã|phường|thị trấn)",
}
"""How an article speaks of the unit that it is about, by level."""
_SHORT = {"tp": "thành phố", "tx": "thị xã", "tt": "thị trấn"}
_COMMITTEE = {"tỉnh": "tỉnh", "huyện": "huyện", "thành phố": "thành", "thị xã": "thị", "quận": "quận"}


def full(type_word: str) -> str:
    """A type word in full and in small letters: TP. is thành phố."""
    word = type_word.lower().rstrip(".")
    return _SHORT.get(word, word)


def before_name(type_word: str) -> str:
    """A pattern for what stands before the name of a place of a type: huyện, Huyện ủy; TP., thành phố, Thành ủy."""
    forms = [type_word, *(rf"{short}\.?" for short, long in _SHORT.items() if long == type_word)]
    if committee := _COMMITTEE.get(type_word):
        forms.append(f"{committee} (?:ủy|uỷ)")
    return f"(?i:{'|'.join(forms)})"
