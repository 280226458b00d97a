"""What a numeral counts: the noun directly after it, and whether further words make it another thing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dashboard.language.spoken_numbers import ALL_COUNTED
from dashboard.language.vietnamese import fold, syllables
from dashboard.records.models.indicator import Indicator

_WORD = re.compile(r"[^\W_]+")
_ALSO_COUNTED = """
    chi đảng bộ cơ sở, đ c, đv, cb, cbcc, cbccvc,
    tccs đảng, tổ chức đảng, tổ đảng, đảng bộ bộ phận, đầu mối, đầu mối trực thuộc, thanh niên,
    phụ nữ, học sinh, giáo viên, công nhân, lao động, cá nhân, tập thể, người hoạt động không chuyên trách, phó thôn,
    phó ấp, trưởng thôn, tổ phó, tổ phó tổ dân phố, thôn bản, dân số, tổng số hộ, quyết định, hướng dẫn, kết luận,
    quy định, thông báo, báo cáo, quy chế, ý kiến, đơn, thẻ, phiếu, huy hiệu, tiêu chuẩn, mục tiêu
"""
"""Counted nouns that ``spoken_numbers`` need not know."""
_ENDS = syllables("""
    và với cùng hoặc hay trong ngoài tại ở thuộc của trên dưới từ đến tới để do bị được đã đang sẽ có là gồm đạt chiếm
    bằng so theo về cho mà nhưng nên vì khi sau trước tham sinh hoàn thực xuống còn lên tăng giảm nhất trở như này đó
    nói nhằm qua bình nhận toàn không chưa cũng đều phải cần theo hiện vào ra làm đủ nay này năm hoạt
""")
"""With these the words that go with a noun end."""
_PLAIN_AFTER = syllables("sinh toàn để và với cùng hoặc trong tại ở thuộc trên gồm so của đến năm hiện do")
"""After these the noun is not narrowed; after đạt, được, là … a part of what it names is meant."""

_TIMES = syllables("năm tháng tuần ngày giờ nhiệm hiện")
"""Behind a comma these begin something else: 720 TCCSĐ, năm 2018 …"""
MOST_FURTHER = 5


@dataclass(frozen=True)
class Counted:
    """A counted noun: ``text[start:end]`` is the noun, up to ``stop`` the words that narrow it.

    ``plain`` is whether nothing narrows it. Empty (start == end == stop) where no noun follows.
    """

    start: int
    end: int
    stop: int
    plain: bool


class Nouns:
    """The nouns that numerals count: those of the indicators, and those in common use."""

    def __init__(self, indicators: Iterable[Indicator]) -> None:
        common = {*ALL_COUNTED, *_ALSO_COUNTED.split(",")}
        heads = {_words(phrase) for phrase in common}
        phrases = list(common)
        for one in indicators:
            named = (*one.words, one.name.vi.partition("“")[0])
            phrases.append(one.unit.vi)
            phrases += [phrase for phrase in named if any(_words(phrase)[:size] in heads for size in (1, 2, 3))]
        phrases.append("chi, đảng bộ")
        self._known = {_words(phrase) for phrase in phrases} - {()}
        self._lists = {_words(phrase) for phrase in phrases if "," in phrase}  # those with a comma inside
        self._longest = max(map(len, self._known))

    def after(self, text: str, end: int) -> Counted:
        """The noun after a numeral that ends at ``end``. Of a list (thôn, tổ dân phố) it takes all."""
        words = _following(text, end)
        if words and words[0].start() == end and not self._match(text, words, 0):
            words = []  # 2km; but 26đảng bộ counts
        size = self._match(text, words, 0)
        at = size
        while size and at < len(words) and text[words[at - 1].end() : words[at].start()] == ", ":
            size = 0 if words[at][0].lower() in _TIMES else self._match(text, words, at)
            at += size
        ended = words[at - 1].end() if at else end
        further = at
        while further < min(at + MOST_FURTHER + 1, len(words)) and not self._stops(text, words, further, ended):
            further += 1
        near = " ".join(word[0].lower() for word in words[max(0, at - 2) : at + 2])
        under = "trực thuộc" in near  # a place's own are all directly under something: that narrows nothing
        narrowed = (further > at or not _left_plain(text, words, at, ended)) and not under
        if further - at > MOST_FURTHER:
            further = at
        stop = words[further - 1].end() if further else end
        start = words[0].start() if stop > end else end
        return Counted(start, max(ended, start), max(stop, start), not narrowed and at > 0)

    def named(self, words: Sequence[str]) -> bool:
        """Whether a noun that is counted stands in some words (as matched)."""
        sizes = range(1, self._longest + 1)
        return any(tuple(words[at : at + size]) in self._known for at in range(len(words)) for size in sizes)

    def _match(self, text: str, words: list[re.Match[str]], at: int) -> int:
        for size in range(min(self._longest, len(words) - at), 0, -1):
            chosen = words[at : at + size]
            gaps = {text[a.end() : b.start()] for a, b in pairwise(chosen)}
            known = self._lists if ", " in gaps else self._known
            if gaps <= {" ", ", ", "-", " - ", "/"} and _words(" ".join(word[0] for word in chosen)) in known:
                return size
        return 0

    @staticmethod
    def _stops(text: str, words: list[re.Match[str]], at: int, ended: int) -> bool:
        before = words[at - 1].end() if at else ended
        word = words[at][0].lower()
        gap = text[before : words[at].start()]
        if at and word == "thuộc" and words[at - 1][0].lower() == "trực":
            return False
        return (gap.strip() != "" and gap != "-") or word in _ENDS or word.isdigit()


def _words(phrase: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(phrase).lower()))


def _following(text: str, end: int) -> list[re.Match[str]]:
    """The words after a numeral, be it glued to them; none where punctuation or a sign stands first."""
    words = list(_WORD.finditer(text, end, min(len(text), end + 160)))
    return words if words and text[end : words[0].start()].strip() == "" else []


def _left_plain(text: str, words: list[re.Match[str]], at: int, ended: int) -> bool:
    if at >= len(words) or text[ended : words[at].start()].strip():
        return True
    return words[at][0].lower() in _PLAIN_AFTER
