"""The rating labels in a text; of two that overlap the longer one, so that "tốt … trở lên" is not taken for "tốt"."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from dashboard.articles.draft.word_matching import Abbreviations, Words, find
from dashboard.records.models.indicator import Indicator, Tier

_TIERS = {
    "hoàn thành xuất sắc nhiệm vụ": Tier.EXCELLENT,
    "hoàn thành tốt nhiệm vụ": Tier.GOOD,
    "hoàn thành nhiệm vụ": Tier.COMPLETED,
    "không hoàn thành nhiệm vụ": Tier.NOT_COMPLETED,
}
"""The four labels since 2018 (Quy định 132-QĐ/TW, 124-QĐ/TW, 366-QĐ/TW)."""

_LABELS = (
    *_TIERS, "hoàn thành tốt nhiệm vụ trở lên", "hoàn thành nhiệm vụ trở lên", "trong sạch vững mạnh",
    "trong sạch vững mạnh tiêu biểu", "yếu kém", "vi phạm tư cách",
)  # fmt: skip


class Labels:
    """Every label that an indicator or a scheme has."""

    def __init__(self, indicators: Iterable[Indicator], short: Abbreviations) -> None:
        self.short = short
        own = [one.rating.label for one in indicators if one.rating]
        found = {short.words(label) for label in (*_LABELS, *own)}
        self.known = sorted(found - {()}, key=len, reverse=True)

    def of(self, one: Indicator) -> Words | None:
        """An indicator's label."""
        return self.short.words(one.rating.label) if one.rating else None

    def found(self, words: Words) -> list[tuple[int, Words]]:
        """The labels in some words with their places, left to right; of two that overlap, the longer."""
        taken: list[tuple[int, Words]] = []
        at = 0
        while at < len(words):
            label = next((one for one in self.known if words[at : at + len(one)] == one), None)
            if label:
                taken.append((at, label))
            at += len(label) if label else 1
        return taken

    def nearest(self, lead: Words, tail: Words) -> Words | None:
        """The label that goes with a number: the last before it, unless one follows more closely."""
        before, after = self.found(lead), self.found(tail)
        if before and after:
            distance = len(lead) - before[-1][0] - len(before[-1][1])
            return before[-1][1] if distance <= after[0][0] else after[0][1]
        return before[-1][1] if before else after[0][1] if after else None

    def starts(self, words: Words) -> bool:
        """Whether some words are the beginning of a label, or begin with one."""
        return any(label[: len(words)] == words[: len(label)] for label in self.known)

    def hold(self, words: Words) -> bool:
        """Whether some words are a piece of a label."""
        return any(find(words[:2], label) >= 0 for label in self.known)

    def shortened(self, *near: Words) -> Words | None:
        """The label that some words end or begin with but for "nhiệm vụ": 478 hoàn thành tốt (78,1%)."""
        for words in near:
            for size in (3, 2):
                for part in (words[:size], words[-size:]):
                    if len(part) == size and (full := (*part, "nhiệm", "vụ")) in self.known:
                        return full
        return None

    def joint(self, words: Words) -> bool:
        """Whether one number is for two labels: đạt trong sạch, vững mạnh và hoàn thành tốt nhiệm vụ."""
        return any(
            words[at + len(label) : other] in ((), ("và",), ("hoặc",))
            for (at, label), (other, _) in pairwise(self.found(words))
        )

    def tier(self, label: Words) -> Tier | None:
        """The tier of one of the four labels of a grade."""
        return next((tier for name, tier in _TIERS.items() if self.short.words(name) == label), None)
