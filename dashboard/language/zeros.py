"""Zeros printed in words: không có đảng viên bị kỷ luật, chưa kết nạp được đảng viên nào.

What an article does not print is missing, never zero; these words print a zero.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dashboard.language.spoken_numbers import ALL_COUNTED
from dashboard.language.vietnamese import SPACE, letters, syllables, tones

_H = f"{SPACE}+"
_TIMES = syllables("năm tháng tuần ngày giờ lần khẩu khu bản đồng")
_ALSO = (
    "cá nhân",
    "tập thể",
    "tổ chức đảng",
    "tổ chức cơ sở đảng",
    "chi bộ cơ sở",
    "đảng bộ cơ sở",
    "chi bộ trực thuộc",
    "giáo viên",
    "công nhân",
    "nông dân",
    "ngư dân",
    "học sinh",
    "sinh viên",
    "thanh niên",
    "phụ nữ",
    "tín đồ",
)
_NOUNS = "|".join(
    re.escape(noun).replace(r"\ ", _H) for noun in sorted({*ALL_COUNTED - _TIMES, *_ALSO}, key=len, reverse=True)
)
_NO_ZERO = "chỉ|những|phải|thể|ít|quá|dưới|trên|hơn|đến|tới|đầy|ngừng|riêng|ai|gì|biết|nên|cần|muốn|nhiều|thấp|cao"
"""Before these words "không" does not deny a number: không chỉ có, không ít, không ngừng."""
_WORD = rf"(?!(?:{_NO_ZERO}|không|chưa|chẳng|chả|mấy)(?!\w))[^\W\d_]+{_H}"
_ANY = rf"(?:(?:một|bất{_H}kỳ|bất{_H}cứ){_H})?"
_NARROWED = rf"{_H}(?:mới|nữ|dự{_H}bị)"
_GAINED = "kết nạp|phát triển|kỷ luật|xử lý|thi hành kỷ luật|thành lập|phát hiện|phát sinh|xảy ra|bồi dưỡng|giới thiệu"
_ZERO = (
    rf"(?<!\w)(?:không|chưa|chẳng|chả){_H}(?:(?:hề{_H})?(?:(?:còn|có){_H}){{1,2}}"
    rf"|(?:để{_H})?(?:{_GAINED.replace(' ', _H)}){_H}(?:thêm{_H}|mới{_H})?(?:được{_H})?"
    rf"|(?P<other>(?:{_WORD}){{0,5}}?))"
    rf"{_ANY}(?P<noun>{_NOUNS})(?!\w)(?(other)(?:{_NARROWED})?{_H}nào(?!\w)|(?:(?:{_NARROWED})?{_H}nào(?!\w))?)"
)
"""A pattern, compiled only when a text has "không" or "chưa": compiling takes as long as reading 1,000 figures."""
_HINT = re.compile("không|chưa|chẳng|chả", re.IGNORECASE)
_AIM = re.compile(
    r"(?<!\w)(?:phấn đấu|mục tiêu|chỉ tiêu|để|sẽ|nếu|nhằm|bảo đảm|đảm bảo|yêu cầu|quyết tâm|cần|phải|khi|vì|do)(?!\w)"
    r"[^.;]*$",
    re.IGNORECASE,
)
_JOINTS = "với|và|nhưng|mà|song|thì|nên|nay|hiện|đều|cũng"
_DENIED = re.compile(rf"(?<!\w)(?:không|chẳng|đâu){_H}(?:phải|thể)(?:{_H}(?:là|do|vì))?{_H}$", re.IGNORECASE)
_NONE_BEFORE = re.compile(rf"(?<!\w)nào{_H}(?:[^\W\d_]+{_H}){{0,2}}$", re.IGNORECASE)
_COUNTED_BEFORE = re.compile(rf"[0-9](?:{_H})?(?:(?!(?:{_JOINTS})(?!\w))[^\W\d_]+,?{_H}){{1,5}}$", re.IGNORECASE)
_SUBJECT = rf"(?P<before>[^\W\d_]*)(?:{_H})?(?<!\w)(?:{_NOUNS}|nơi|địa{_H}bàn)(?:,{_H}(?:{_NOUNS}))?{_H}$"
_WHOLE = syllables("toàn cả bộ ủy")
_REACH = 120  # characters before a zero that are looked at


@dataclass(frozen=True)
class Zero:
    """One printed zero: ``text[start:end]`` from không or chưa to what there is none of, or to nào.

    ``text[noun_start:noun_end]`` is that noun. ``sure`` is False for an aim (phấn đấu không còn …) and where the words
    may only describe another noun (thôn chưa có đảng viên).
    """

    start: int
    end: int
    noun_start: int
    noun_end: int
    sure: bool


def find_zeros(text: str) -> list[Zero]:
    """The zeros that an NFC text prints in words, left to right. Never raises.

    None are: 5 thôn không có chi bộ (five of them), không chi bộ nào không có đảng viên, không chỉ có đảng viên.
    """
    if not _HINT.search(text):
        return []
    plain = tones(letters(text))
    found: list[Zero] = []
    for match in re.finditer(_ZERO, plain, re.IGNORECASE):
        before = re.split(r"[.;:\n]", plain[max(0, match.start() - _REACH) : match.start()])[-1]
        clause = before.rpartition(",")[2] if not _COUNTED_BEFORE.search(before) else before
        if _DENIED.search(clause) or _NONE_BEFORE.search(clause) or _COUNTED_BEFORE.search(clause):
            continue
        subject = re.search(_SUBJECT, clause, re.IGNORECASE)
        narrower = subject is not None and subject["before"].lower() not in _WHOLE
        sure = not narrower and not _AIM.search(before)
        found.append(Zero(match.start(), match.end(), match.start("noun"), match.end("noun"), sure))
    return found
