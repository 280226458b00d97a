"""Whether the text around a rating's number has the label of its tier. "trở lên" makes a tier cumulative."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dashboard.articles.text.phrases import Fault, Found
from dashboard.articles.verify.surroundings import number, sentences
from dashboard.language.bilingual import Both
from dashboard.language.vietnamese import fold
from dashboard.records.dataset import Dataset, Entry
from dashboard.records.models.indicator import ABOVE, CUMULATIVE, Indicator, Kind, Tier

_AND_ABOVE = re.compile(r"(?<!\w)(?:nhiệm vụ|tốt|hoàn thành|khá) trở lên(?!\w)", re.IGNORECASE)
_CLAUSE_ENDS = re.compile(r"[;:]|[.!?…]\s")
_BETWEEN = re.compile(r"[^.,;:()0-9]*")


def tier(indicator: Indicator, entry: Entry, found: Found) -> Iterator[Fault]:
    """A tier is cumulative exactly if "trở lên" follows its label."""
    printed = entry.figure.grade or (indicator.rating.tier if indicator.rating else None)
    if printed in (None, Tier.UNCLEAR):
        return
    field = "grade" if entry.figure.grade else "indicator"
    phrase = found.paragraph.text[found.start : found.end + len(ABOVE)]
    nearest = _nearest(indicator, entry, found)
    goes_on = bool(_AND_ABOVE.search(phrase)) if nearest is None else nearest
    if printed not in CUMULATIVE and goes_on:
        yield Fault(
            "tier",
            field,
            Both(
                f'sau nhãn còn có "trở lên", nhưng bậc là {printed}',
                f'the label goes on with "trở lên", but the tier is {printed}',
            ),
            Both("chọn bậc gộp cả từ mức ấy trở lên", "take the tier that is this one and above"),
        )
    elif printed in CUMULATIVE and (nearest is False or not _AND_ABOVE.search(sentences(found))):
        yield Fault(
            "tier",
            field,
            Both(
                f'bậc là {printed}, nhưng sau nhãn không có "trở lên"',
                f'the tier is {printed}, but no "trở lên" stands after the label',
            ),
            Both("chọn bậc không gộp", "take the tier without those above"),
        )


def _nearest(indicator: Indicator, entry: Entry, found: Found) -> bool | None:
    """Whether the label nearest to the number goes on with "trở lên"; None where its clause has no such label."""
    own = number(entry, found)
    if indicator.rating is None or own is None:
        return None
    label, text = indicator.rating.plain_label, found.paragraph.folded
    labels = re.finditer(rf"(?<!\w){re.escape(label)}(?!\w)", text, re.IGNORECASE)
    ends = [
        (max(one.start() - own.end, own.start - one.end()), one.end())
        for one in labels
        if not _CLAUSE_ENDS.search(text, min(one.end(), own.end), max(one.start(), own.start))
    ]
    return text[min(ends)[1] :].startswith(ABOVE) if ends else None


def rated(dataset: Dataset, indicator: Indicator, entry: Entry, found: Found) -> Iterator[Fault]:
    """A number that a label follows directly (36 chi bộ đạt trong sạch, vững mạnh) is no total."""
    if indicator.rating or indicator.kind is not Kind.STOCK:
        return
    text, own = found.paragraph.folded, number(entry, found)
    between = _BETWEEN.match(text, own.end) if own else None
    if own is None or between is None:
        return
    for one in dataset.indicators.values():
        label = fold(one.rating.label).removesuffix(ABOVE) if one.rating else None
        at = text.find(label, own.end, between.end() + len(label)) if label else -1
        if label and 0 <= at <= between.end():
            yield Fault(
                "rated",
                "indicator",
                Both(
                    f'sau con số là nhãn "{label}", nhưng chỉ tiêu này không phải xếp loại',
                    f'the label "{label}" follows the number, but this is no rating',
                ),
                Both("chọn chỉ tiêu của mức xếp loại ấy", "take the indicator of that rating"),
            )
            return
