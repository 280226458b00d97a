"""Hedges: the words that stand directly before a numeral and say that it is not exact.

gần, ngót: nearly, from below. trên, hơn, quá: over. khoảng, xấp xỉ, ước: about. ít nhất, không dưới, từ … trở lên: at
least. dưới, chưa đến: under. không quá, tối đa: at most. Rarer words have the meaning of the nearest of these.
"""

from __future__ import annotations

import re
from enum import StrEnum

from dashboard.language.vietnamese import SPACE, syllables


class Hedge(StrEnum):
    """In which direction a printed number is not exact."""

    OVER = "over"  # trên 90%
    NEARLY = "nearly"  # gần 4%: close to it, from below
    ABOUT = "about"  # khoảng 100
    AT_LEAST = "at_least"  # ít nhất 1
    UNDER = "under"  # dưới 5
    AT_MOST = "at_most"  # không quá 3


WORDS: dict[Hedge, tuple[str, ...]] = {
    Hedge.OVER: ("trên", "hơn", "quá", "vượt quá", "hơn cả", "trên mức", "ngoài", "nhỉnh hơn"),
    Hedge.NEARLY: (
        "gần", "ngót", "ngót nghét", "suýt soát", "non", "gần như", "gần đạt", "gần bằng", "gần tới", "gần đủ",
        "gần như đủ", "tròm trèm", "gần đến",
    ),
    Hedge.ABOUT: (
        "khoảng", "xấp xỉ", "ước", "ước khoảng", "ước chừng", "ước tính", "chừng", "trên dưới", "trên, dưới", "cỡ",
        "độ", "áng chừng", "phỏng chừng", "tầm", "ước có", "ước đạt", "ước được", "ước thực hiện", "ước chừng là",
        "ước tính có", "ước tính đạt", "ước tính là", "xấp xỉ đạt", "quãng", "vào khoảng", "khoảng chừng", "sấp xỉ",
    ),
    Hedge.AT_LEAST: (
        "ít nhất", "ít nhất là", "ít nhất cũng", "không dưới", "chẳng dưới", "tối thiểu", "tối thiểu là",
        "tối thiểu cũng", "không ít hơn", "không thấp hơn", "không kém", "chí ít", "chí ít là", "chí ít cũng", "ít ra",
        "ít ra là", "ít ra cũng",
    ),
    Hedge.UNDER: (
        "dưới", "dưới mức", "chưa đến", "chưa tới", "chưa đầy", "chưa được", "chẳng đến", "không đến",
        "không tới", "không đầy",
    ),
    Hedge.AT_MOST: (
        "không quá", "chưa quá", "chẳng quá", "không vượt quá", "chưa vượt quá", "không được quá", "tối đa",
        "tối đa là", "không hơn", "không trên", "nhiều nhất", "nhiều nhất là", "không nhiều hơn", "không cao hơn",
    ),
}  # fmt: skip
"""Every hedge word, in lower case and NFC, by its meaning."""

SYMBOLS: dict[Hedge, str] = {
    Hedge.OVER: ">",
    Hedge.UNDER: "<",
    Hedge.AT_LEAST: "≥",
    Hedge.AT_MOST: "≤",
    Hedge.ABOUT: "≈",
}
"""The sign for each hedge that has one; ``nearly`` has none."""

_SIGNS = {
    **{sign: hedge for hedge, sign in SYMBOLS.items()},
    "~": Hedge.ABOUT, "±": Hedge.ABOUT, "≧": Hedge.AT_LEAST, "≦": Hedge.AT_MOST,
}  # fmt: skip
"""Each sign that is read, with its meaning."""

_ALL = {word: hedge for hedge, words in WORDS.items() for word in words}
_LONGEST_FIRST = sorted(_ALL, key=len, reverse=True)
_ANY = "|".join(word.replace(" ", SPACE + "+") for word in _LONGEST_FIRST)
_BEFORE_ANOTHER = "|".join(word.replace(" ", SPACE + "+") for word in ("gần", "khoảng", "xấp xỉ", "ước", "chừng"))
"""Hedges that may stand before another one, which then gives the direction: khoảng trên 1.800 is over."""
_WORD = re.compile(rf"(?<!\w)((?:(?:{_BEFORE_ANOTHER}){SPACE}+)?({_ANY}))[\"”’)]?{SPACE}+$", re.IGNORECASE)
_SIGN = re.compile(rf"([{''.join(_SIGNS)}]){SPACE}*$")
_FROM = re.compile(rf"(?<!\w)(từ){SPACE}+$", re.IGNORECASE)
_UPWARDS = re.compile(rf"((?:{SPACE}+[^\W\d_]+){{0,4}}?){SPACE}+(trở{SPACE}+(?:lên|xuống))(?!\w)", re.IGNORECASE)
_LEFT_OVER = re.compile(rf"{SPACE}+((?:có{SPACE}+)?(?:lẻ|dư)|có{SPACE}+hơn)(?!\w|{SPACE}+[0-9])", re.IGNORECASE)
"""Words behind a numeral that mean a few more: 700 có lẻ."""
_ROUND = re.compile(r"0(?!\w)|(?:mươi|chục|trăm|nghìn|ngàn)$", re.IGNORECASE)
_REACH = 40  # characters before a numeral that can hold the longest hedge and the word before it

_NOT_AFTER = {
    "hơn": syllables("cao thấp nhiều ít lớn nhỏ dài ngắn sớm muộn nặng nhẹ tốt kém nhanh chậm già trẻ"),
    "ngoài": syllables("ở bên phía ra trong vùng nước đi hàng"),
    "trên": syllables("cấp nêu nói kể phía bên như"),
    "dưới": syllables("cấp phía bên"),
    "ước": syllables("công mơ quy giao thỏa thoả hương"),
    "non": syllables("mầm núi nước chồi măng"),
    "cỡ": syllables("kích khuôn tầm khổ chữ"),
    "tầm": syllables("nâng ngang đúng quan tìm sưu đường"),
    "độ": syllables(
        "tiến mức trình chế tốc mật nhiệt cấp quá cường góc thái biên hạn điều phong cao thời lập cứu tế giác tần đô ẩm"
        " ấn cực vĩ kinh tọa toạ nồng hoạt dung khẩu đức sắc giới chế thang"
    ),
}
"""A hedge word behind one of these is none: cao hơn 5% is a difference, cấp trên a superior."""

_SURFACES = re.compile(rf"{SPACE}+(?:lĩnh vực|phương diện|mặt trận|địa bàn|tuyến)(?!\w)", re.IGNORECASE)
"""Words after "trên 3" with which "trên" means in or on: trên 3 lĩnh vực."""

_RATING = syllables("hoàn thành tốt khá xuất sắc nhiệm vụ loại đại học cao đẳng trung cấp trình độ")
"""Words of a rating label: behind them "trở lên" makes the category cumulative and is no hedge."""


def read(text: str, start: int, end: int) -> tuple[Hedge | None, str]:
    """The hedge of the numeral at ``text[start:end]`` and its words as printed; None and "" without one. Expects NFC.

    "từ 90% trở lên" is at least; between its halves only the counted noun may stand (từ 3 đảng viên trở lên).
    """
    before = text[max(0, start - _REACH) : start]
    if match := _SIGN.search(before):
        return _SIGNS[match[1]], match[1]
    if match := _WORD.search(before):
        word = " ".join(match[2].lower().split())
        previous = before[: match.start()].split()
        if previous and previous[-1].lower() in _NOT_AFTER.get(word.partition(" ")[0], ()):
            return None, ""
        if word == "trên" and _SURFACES.match(text, end):
            return None, ""
        if word == "ngoài" and not (previous and previous[-1][-1].isalpha() and _ROUND.search(text[start:end])):
            return None, ""  # ngoài 12 chi bộ thôn, xã còn …: besides them
        return _ALL[word], match[1]
    if match := _LEFT_OVER.match(text, end):
        return Hedge.OVER, match[1]
    return _bound(before, text, end)


def _bound(before: str, text: str, end: int) -> tuple[Hedge | None, str]:
    """Reads từ … trở lên and từ … trở xuống; "90% trở lên" needs no từ."""
    after = _UPWARDS.match(text, end)
    if not after:
        return None, ""
    opening = _FROM.search(before)
    counted = after[1].lower().split()
    if counted and (not opening or not _RATING.isdisjoint(counted)):
        return None, ""
    hedge = Hedge.AT_LEAST if after[2].lower().endswith("lên") else Hedge.AT_MOST
    return hedge, f"{opening[1]} … {after[2]}" if opening else after[2]
