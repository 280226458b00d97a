"""The kind of number that the words around a numeral announce: có 48 … (stock), kết nạp 12 … (flow), giảm 235 …"""

from __future__ import annotations

import re

from dashboard.articles.draft.word_matching import Words, find, find_any
from dashboard.language.vietnamese import fold, syllables
from dashboard.records.models.indicator import Kind


def _list(text: str) -> tuple[Words, ...]:
    return tuple(tuple(fold(phrase).split()) for phrase in text.split(","))


_ANNOUNCING: dict[Kind, tuple[Words, ...]] = {
    Kind.CHANGE: _list(
        "giảm, cắt giảm, tinh giản, tinh giảm, tăng, tăng thêm, cao hơn, thấp hơn, nhiều hơn, ít hơn, rút"
    ),
    Kind.FLOW: _list("""
        kết nạp, bổ nhiệm, điều động, luân chuyển, bố trí, tiếp nhận, giải thể, thành lập, sáp nhập, hợp nhất,
        ban hành, xây dựng, khai trừ, kỷ luật, xử lý, thi hành kỷ luật, khen thưởng, biểu dương, huy động, vận động,
        quyên góp, ủng hộ, hỗ trợ, tổ chức, mở, kiểm tra, giám sát, trao, trao tặng, tặng, đào tạo, bồi dưỡng,
        tuyển dụng, tuyển, bầu, cử, giới thiệu, quy hoạch, chuyển, chuyển giao,
        chuyển đổi, công nhận, phát triển, tạo nguồn, xóa,
        bàn giao, trồng, lắp, làm, xây, mở rộng
    """),
    Kind.VISITS: _list("dự sinh hoạt, dự họp, dự sinh hoạt cùng, tham dự sinh hoạt, lượt"),
    Kind.STOCK: _list(
        "có, hiện có, còn, chỉ còn, còn lại, gồm, bao gồm, gồm có, giữ lại, duy trì, lên, xuống, quản lý, tổng số"
    ),
}
_WEAK = _list("là, với, đạt, chiếm")
"""Alone these announce what there is; behind a verb of the same breath (số kết nạp là 12) the verb decides."""

_TARGETS = _list("phấn đấu, dự kiến, sẽ, đề ra chỉ tiêu, giao chỉ tiêu, chỉ tiêu đến, chỉ tiêu kết nạp")
_GOALS = (("mục", "tiêu"), ("chỉ", "tiêu"), ("kế", "hoạch", "giao"))
_REACHED_GOAL = (
    ("đạt",), ("vượt",), ("thành",), ("hiện",), ("theo",), ("những",), ("các",), ("với",), ("giảm",), ("số",),
)  # fmt: skip
_NO_GOAL = (("biên",), ("đề",), ("kế",), ("thi",))
_HANDED = (("chuyển",), ("bàn",))
_DONE = _list("nhưng chỉ, nhưng mới, song chỉ, song mới, thực hiện được, thực hiện, kết quả, thực tế, đã, đến nay")
_EACH = _list("mỗi, từng, bình quân, trung bình")
_OF_PLAN = _list("kế hoạch, chỉ tiêu, mục tiêu, nghị quyết, dự toán")
_REACHED = syllables("đạt bằng")
_OTHER_WORD = {
    "tăng": syllables("cường trưởng gia ca"), "giảm": syllables("nghèo nhẹ thiểu tốc"),
    "còn": syllables("có nhiều chung"), "xây": syllables("dựng"), "làm": syllables("việc theo chủ"),
    "chuyển": syllables("biến"), "chức": syllables("cơ đảng phối chính cán bộ hội"),
}  # fmt: skip
"""The next syllable that makes another word of one: tăng cường, giảm nghèo."""
_LINKING = syllables("là với lần lượt tương ứng theo thứ tự")
_CONNECTING = syllables("và với cùng trong đó có gồm là hay hoặc")
_PART = re.compile(
    r"(?<!\w)(?:trong đó|gồm|bao gồm|gồm có|trong số (?:này|đó|ấy)|số này|trong số \w+ \w+ (?:này|đó))(?!\w)|\($",
    re.IGNORECASE,
)


def announced(lead: Words, breath: Words, before: Words, after: Words, percent: bool) -> Kind | None:
    """The kind that the words announce, or None.

    ``lead`` stands between the clause's beginning (or the number before) and this one, ``breath`` is what follows its
    last comma, ``before`` stands in the whole sentence up to it, ``after`` behind its numeral.
    """
    if _aimed(_since_done(before)) or find_any(_EACH, lead):
        return Kind.TARGET
    linked = _LINKING.issuperset(breath) and not percent  # kết nạp nhiều nhất, với lần lượt 12 và 9
    nearest = (None if linked else _nearest(breath)) or _nearest(lead)
    if percent and nearest is not Kind.CHANGE:
        planned = any(find(words, after[:4]) >= 0 for words in _OF_PLAN)
        return Kind.ATTAINMENT if planned and _REACHED.intersection(lead[-3:]) else Kind.SHARE
    if nearest in (None, Kind.STOCK) and (told := passive(after)):
        return told
    return nearest


_LEAVING = (
    ("thôi", "đảm"), ("thôi", "việc"), ("thôi", "giữ"), ("thôi", "làm"), ("thôi", "hưởng"), ("nghỉ", "việc"),
    ("nghỉ", "công"), ("nghỉ", "theo"), ("nghỉ", "hẳn"),
)  # fmt: skip
"""Behind a noun, that so many less are there: 86 phó thôn thôi đảm nhiệm."""


def _aimed(before: Words) -> bool:
    """Whether a goal is set (phấn đấu, đặt mục tiêu, chỉ tiêu giao) and none is told as reached (đạt mục tiêu)."""
    if before[:2] == ("kế", "hoạch") or find_any(_TARGETS, before):
        return True
    for at, word in enumerate(before):
        if word == "giao" and before[at - 1 : at] not in _HANDED and _nearest(before[at + 1 : at + 4]) is Kind.FLOW:
            return True  # được giao kết nạp 8
    for goal in _GOALS:
        at = find(goal, before)
        behind = before[at + len(goal) : at + len(goal) + 1]
        if at >= 0 and before[max(0, at - 1) : at] not in _REACHED_GOAL and behind not in _NO_GOAL:
            return True
    return False


def _since_done(before: Words) -> Words:
    """The words behind the last that tells what was done, not what was aimed at: chỉ tiêu 110, thực hiện 122."""
    ends = [at + len(done) for done in _DONE for at in range(len(before)) if before[at : at + len(done)] == done]
    return before[max(ends, default=0) :]


def says(kind: Kind | None, words: Words) -> bool:
    """Whether the words, taken alone, announce a number of this kind; for a stock nothing needs to."""
    return (
        kind in (None, Kind.STOCK, Kind.SHARE, Kind.TARGET)
        or _nearest(words) is kind
        or (kind is Kind.ATTAINMENT and not _REACHED.isdisjoint(words))
    )


def happens(words: Words) -> bool:
    """Whether some words tell that something was done: kết nạp, khai trừ."""
    return _nearest(words) is Kind.FLOW


def happening(label: Words) -> Kind | None:
    """What the words before a colon tell that was done; None if they name what there is."""
    kind = _nearest(label)
    return kind if kind in (Kind.FLOW, Kind.CHANGE, Kind.VISITS) else None


def labelled(label: Words, own: Words) -> bool:
    """Whether what a label tells goes for a number behind its colon, which is announced by no verb of its own."""
    strong = any(_last(phrase, own) for phrases in _ANNOUNCING.values() for phrase in phrases)
    return happening(label) is not None and not strong


def connects(lead: Words) -> bool:
    """Whether only words that continue a list stand before the numeral, so that what announced the last one goes on."""
    return all(word in _CONNECTING for word in lead)


def part(lead: str) -> bool:
    """Whether the number is a part of one before it: trong đó, gồm, or in brackets."""
    return bool(_PART.search(lead.rstrip()))


def _nearest(lead: Words) -> Kind | None:
    best: tuple[int, int, Kind] | None = None
    for kind, phrases in _ANNOUNCING.items():
        for phrase in phrases:
            end = _last(phrase, lead)
            if end and (best is None or (end, len(phrase)) > best[:2]):
                best = end, len(phrase), kind
    if best:
        return best[2]
    return Kind.STOCK if any(_last(phrase, lead) for phrase in _WEAK) else None


def _last(phrase: Words, lead: Words) -> int:
    """Where the phrase last ends in the lead, 0 if it stands there only as a part of another word."""
    size = len(phrase)
    for at in range(len(lead) - size, -1, -1):
        other = lead[at + size] if at + size < len(lead) else ""
        if (
            lead[at : at + size] == phrase
            and other not in _OTHER_WORD.get(phrase[-1], ())
            and "sau" not in lead[max(0, at - 2) : at]
            and (phrase != ("lượt",) or lead[max(0, at - 1) : at] != ("lần",))
        ):
            return at + size
    return 0


def passive(after: Words) -> Kind | None:
    """… đảng viên được kết nạp, … bị kỷ luật, … đảng viên kết nạp năm 2015."""
    for at, word in enumerate(after[:8]):
        if at and after[at : at + 2] == ("kết", "nạp"):
            return Kind.FLOW
        if after[at : at + 2] in _LEAVING:
            return Kind.CHANGE
        if word in ("được", "bị", "phải", "chịu"):
            for kind in (Kind.FLOW, Kind.CHANGE):
                if any(after[at + 1 : at + 1 + len(phrase)] == phrase for phrase in _ANNOUNCING[kind]):
                    return kind
            return None
    return None
