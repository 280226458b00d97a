"""Vietnamese text in one form for comparing, one for searching, one for sorting.

All text is NFC. Where the tone stands varies (hóa and hoá, ủy and uỷ), so texts are compared folded. Search ignores
accents. Names sort in Vietnamese order: a ă â b c d đ e ê …, and the tones ngang, huyền, hỏi, ngã, sắc, nặng.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

SortKey = tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]

_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng: their order in the dictionary
_SHAPES = "\u0302\u0306\u031b"  # circumflex, breve, horn make another letter, not a tone
SPACE = r"[^\S\r\n]"
"""A pattern for one space, but not a new line."""
_SPACES = re.compile(r"\s+")
INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
"""Characters that show nothing: a soft hyphen, spaces without width, marks of direction."""

_LOOK_ALIKE = (
    ("ÐðƉɖ", "ĐđĐđ"),  # the Icelandic eth and the African d
    ("АВЕЅІЈКМНОРСТУХаеѕіјорсух", "ABESIJKMHOPCTYXaesijopcyx"),  # Cyrillic
    ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo"),  # Greek
    ("⁄∕", "//"),
)
_FULL_WIDTH = [code for code in range(0xFF01, 0xFF5F) if not chr(code).isdecimal()]
_LETTERS = str.maketrans(
    "".join(one for one, _ in _LOOK_ALIKE) + "".join(chr(code) for code in _FULL_WIDTH),
    "".join(other for _, other in _LOOK_ALIKE) + "".join(chr(code - 0xFEE0) for code in _FULL_WIDTH),
)
_USUAL = re.compile("[\\t\\n\\r -~\\u00a0ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ–—‘’“”…\u2212]*")
_OTHER_DIGIT = re.compile(r"(?![0-9])\d")


def nfc(text: str) -> str:
    """The text in Unicode's composed form, as all text of the project is kept."""
    return unicodedata.normalize("NFC", text)


def usual(text: str) -> bool:
    """Whether ``letters``, ``digits``, ``INVISIBLE`` and NFC leave a text as it is: a quick test for most texts."""
    return _USUAL.fullmatch(text) is not None


def letters(text: str) -> str:
    """Replaces look-alike letters and marks by those that are meant, one for one.

    Ð (U+00D0) is Đ, a Cyrillic or Greek О is O, a full-width ％ is %. Tones are composed afterwards (``nfc``).
    """
    return text if text.isascii() else text.translate(_LETTERS)


def digits(text: str) -> str:
    """Replaces digits of another script or width by 0-9, one for one: １２ is 12. Superscripts stay."""
    return text if text.isascii() else _OTHER_DIGIT.sub(lambda match: str(unicodedata.decimal(match[0])), text)


def _moved_tones() -> dict[str, str]:
    """Each vowel pair with its tone on the first letter, and the same with the tone on the second."""
    return {
        nfc(first + tone) + second: first + nfc(second + tone)
        for low in ("oa", "oe", "uy")
        for first, second in {tuple(low), tuple(low.upper()), tuple(low.capitalize())}
        for tone in _TONES
    }


_LONGEST_CACHED = 500  # characters: a longer text is no phrase and would only fill the cache
_MOVED = _moved_tones()
_MOVABLE = re.compile("|".join(_MOVED))


def syllables(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())


def fold(text: str) -> str:
    """For comparing printed phrases: NFC, each run of whitespace one space, hóa and hoá alike. Case is kept.

    Letters and digits of the same look are one, invisible characters are dropped. The tone goes to the second letter of
    oa, oe and uy (hoá, khoẻ, uỷ), where a syllable that ends in a consonant has it in any case.
    """
    return _fold(text) if len(text) <= _LONGEST_CACHED else _fold.__wrapped__(text)


@lru_cache(maxsize=16384)  # several rules look at one phrase, and all at the words of the tables
def _fold(text: str) -> str:
    plain = text if usual(text) else nfc(letters(digits(INVISIBLE.sub("", text))))
    return tones(_SPACES.sub(" ", plain).strip())


def tones(text: str) -> str:
    """An NFC text of the same length with the tones of oa, oe and uy where ``fold`` has them."""
    return _MOVABLE.sub(lambda match: _MOVED[match[0]], text)


def same_name(text: str) -> str:
    """For comparing names: as ``fold``, whatever their case."""
    return fold(text).casefold()


def stands(words: str, text: str) -> bool:
    """Whether words stand in a text as whole words: "chi bộ" not in "chi bộc"."""
    start = text.find(words)
    while start >= 0:
        before, after = text[start - 1 : start] if start else "", text[start + len(words) : start + len(words) + 1]
        if not (before == "_" or before.isalnum() or after == "_" or after.isalnum()):
            return True
        start = text.find(words, start + 1)
    return False


def search_key(text: str) -> str:
    """For search without accents: "Quảng Ninh" and "quang ninh" give the same key."""
    marked = unicodedata.normalize("NFD", letters(INVISIBLE.sub("", text)))
    plain = "".join(char for char in marked if not unicodedata.combining(char)).casefold().replace("đ", "d")
    return _SPACES.sub(" ", plain).strip()


def look_alikes() -> tuple[str, str]:
    """The characters that ``letters`` replaces, and their replacements: for the browser, which folds what is typed."""
    return "".join(map(chr, _LETTERS)), "".join(map(chr, _LETTERS.values()))


_SIGNS = "\t _-‐‒–—―,;:!?.·'‹›\"«»()[]{}§¶@*/\\&#%‰†‡•`´˜^¯¨°©®+±÷×<=>¬|¦~$£₫€"
_ORDER = _SIGNS + "0123456789" + "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {char: rank for rank, char in enumerate(_ORDER)}
_SPELT = {
    "æ": "ae", "ø": "o\u0338", "ß": "ss", "‘": "'\u0300", "’": "'\u0301", "“": '"\u0300', "”": '"\u0301',
}  # fmt: skip
"""Characters that sort as others do, and a mark where they differ from these as an accent would."""


@lru_cache(maxsize=8192)  # the names of all communes; many pages sort the same ones
def sort_key(text: str) -> SortKey:
    """A key that sorts as ``Intl.Collator('vi')`` does: by letters, then by tones, then small before capital.

    Spaces come before signs, signs before digits, digits before letters; digits one by one ("10" before "2").
    What is in no Vietnamese text (other scripts, symbols) comes last, by code point.
    """
    letters: list[int] = []
    tones: list[int] = []
    cases: list[int] = []
    base = ""
    for char in nfc(text):
        small = char.lower()
        spelt = char if char in _SIGNS else _SPELT.get(small) or unicodedata.normalize("NFKD", small)
        variant = 2 if spelt != unicodedata.normalize("NFD", small) else int(small != char)
        for part in spelt:
            if not unicodedata.combining(part) or not letters:
                base = part
                letters.append(_RANK.get(part, len(_ORDER) + ord(part)))
                tones.append(0)
                cases.append(variant)
            elif part in _SHAPES and nfc(base + part) in _RANK:
                letters[-1] = _RANK[nfc(base + part)]  # ă, â, ê, ô, ơ and ư are letters of their own
            else:
                tones.append(_TONES.index(part) + 1 if part in _TONES else len(_TONES) + ord(part))
    return tuple(letters), tuple(tones), tuple(cases)
