"""Words beside a number that show a misreading: it is a change, an aim, of another rating, or of another year.

"lần lượt là" and "tương ứng là" pair numbers with years or labels in their order. Each rule looks only at the clause
of the number, and reports only what its words decide. A note on the figure settles a change or an aim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dashboard.articles.text.calendar_rules import terms
from dashboard.articles.text.phrases import Fault, Found
from dashboard.articles.verify.surroundings import number
from dashboard.language.bilingual import Both
from dashboard.language.ratios import change_before
from dashboard.language.vietnamese import fold
from dashboard.records.dataset import Dataset, Entry
from dashboard.records.models.indicator import ABOVE, Indicator, Kind, Tier

_LEVEL_KINDS = (Kind.STOCK, Kind.SHARE, Kind.ATTAINMENT)
_CLAUSE = re.compile(r"[;:]|[.!?…](?=\s)")
_SENTENCE = re.compile(r";|[.!?…](?=\s)")
_IN_ORDER = re.compile(r"(?<!\w)(?:lần lượt|tương ứng)(?!\w)", re.IGNORECASE)
_DENIED = re.compile(r"(?<!\w)(?:chưa|không) $")
_RESULT_WORD = re.compile(r"(?<!\w)(còn|xuống|lên)\s*$", re.IGNORECASE)
_AIM = re.compile(
    r"(?<!\w)(?<!đạt )(?<!vượt )(?<!thành )(?<!nhờ )(?<!sự )"
    r"(phấn đấu|mục tiêu|dự kiến|đề ra|chỉ tiêu (?:năm|kết nạp|đến|là))(?!\w)[^.;:!?]{0,60}"
    r"(?::\s*(?:[^\W\d_]+\s){0,2})?$",
    re.IGNORECASE,
)
_MET = re.compile(r"(?<!\w)(?:đã|nên|đề ra|kết quả|hiện|nay|đạt được|hoàn thành)(?!\w)", re.IGNORECASE)
_OF_YEAR = re.compile(r"(?<!\w)năm ((?:19|20)[0-9]{2})(?![0-9/-])", re.IGNORECASE)
_PART_OF_YEAR = re.compile(
    r"(?<!\w)(?:(?:[0-9]{1,2}|ba|sáu|chín|mười) tháng(?: đầu| cuối)?|quý (?:[1-4]|I{1,3}|IV))"
    r"(?: năm |/)(?:19|20)[0-9]{2}(?![0-9])|(?<!\w)h[àằ]ng năm(?!\w)"
    r"|(?<!\w)từ(?: năm)? (?:19|20)[0-9]{2} đến(?: năm)? (?:19|20)[0-9]{2}(?![0-9])",
    re.IGNORECASE,
)
_SEVERAL_YEARS = re.compile(
    r"(?<!\w)trong (?:(?:vòng )?(?:[0-9]{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)|những|các|nhiều|mấy) năm"
    r"(?: liền| liên tiếp)?(?: qua| gần đây| trở lại đây| vừa qua|(?=,| kết nạp| đã))(?!\w)",
    re.IGNORECASE,
)
_TWO_YEARS = re.compile(
    r"(?<!\w)năm ((?:19|20)[0-9]{2})(?:, | và | và năm )((?:19|20)[0-9]{2})(?![0-9/-])", re.IGNORECASE
)
_COMPARED = re.compile(r"(?<!\w)so với (?:(?:mức|con số|số|tổng số|tỷ lệ) ){0,2}$", re.IGNORECASE)
_ANY_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")

_TAKE_A_CHANGE = Both(
    "chọn chỉ tiêu về số tăng, giảm; nếu không phải, nói rõ trong note",
    "take an indicator of the change; if it is none, say so in a note",
)


def changed(indicator: Indicator, entry: Entry, found: Found) -> Iterator[Fault]:
    """A stock or share is no change: giảm 214 thôn says by how much, not how many there are or were."""
    figure = entry.figure
    if figure.note is not None or indicator.kind not in _LEVEL_KINDS:
        return
    inside = [one for one in found.paragraph.numerals if one.start < found.end and one.end > found.start]
    for field, meant in (("value", figure.value), ("before", figure.before)):
        own = next((one for one in inside if meant is not None and one.says(meant)), None)
        word = change_before(found.paragraph.text[: own.start], own.hedge_text) if own else ""
        if own and word and not any(word in fold(words).split() for words in indicator.words):
            message = f'"{word}"' + Both(
                f" đứng ngay trước {own.text}: đây là mức tăng, giảm",
                f" stands right before {own.text}: it says by how much, not how many",
            )
            yield Fault("change", field, message, _TAKE_A_CHANGE)


def turned(indicator: Indicator, entry: Entry, found: Found) -> Iterator[Fault]:
    """A change is not what is left (giảm 57 biên chế, còn 1.200), nor of the opposite direction (tăng 57)."""
    own, figure = number(entry, found), entry.figure
    if own is None or figure.note is not None or indicator.kind is not Kind.CHANGE:
        return
    before = found.paragraph.text[: own.start].rstrip().removesuffix(own.hedge_text)
    left, word = _RESULT_WORD.search(before), change_before(before)
    fell = re.search(r"(?<!\w)(?:giảm|giản)(?!\w)", " ".join((indicator.name.vi, *indicator.words)).lower())
    if left or (fell and word in ("tăng", "thêm")):
        said = left[1] if left else word
        message = f'"{said}"' + Both(
            f" đứng ngay trước {own.text}, không phải mức tăng, giảm của chỉ tiêu này",
            f" stands right before {own.text}: not the change that this indicator is about",
        )
        hint = Both("chọn chỉ tiêu khác; nếu đúng, nói rõ trong note", "take another indicator, or say in a note why")
        yield Fault("change", "value", message, hint)


def aimed(indicator: Indicator, entry: Entry, found: Found) -> Iterator[Fault]:
    """Only a target is aimed at: phấn đấu đến năm 2025 có 8.000 đảng viên is no stock."""
    own = number(entry, found)
    if own is None or entry.figure.note is not None or indicator.kind is Kind.TARGET:
        return
    aim = _AIM.search(found.paragraph.text[: own.start])
    if aim and not _MET.search(aim[0][len(aim[1]) :]):
        message = f'"{aim[1]}"' + Both(
            f" đứng trước {own.text}: đây là điều đặt ra, chưa phải kết quả",
            f" stands before {own.text}: it is aimed at, not reached",
        )
        hint = Both(
            "chọn chỉ tiêu loại target; nếu không phải, nói rõ trong note",
            "take an indicator of kind target; if it is none, say so in a note",
        )
        yield Fault("aim", "indicator", message, hint)


def labelled(dataset: Dataset, indicator: Indicator, entry: Entry, found: Found) -> Iterator[Fault]:
    """A rating has the label that follows its number: 71,7% hoàn thành tốt nhiệm vụ, 8,7% hoàn thành nhiệm vụ."""
    own = number(entry, found)
    if own is None or indicator.rating is None:
        return
    behind = re.split(r"[,.;:()0-9]", found.paragraph.folded[own.end :], maxsplit=1)[0].lower()
    mine = indicator.rating.plain_label.lower()
    following = list(_any_label(dataset).finditer(behind))
    if len(following) != 1:
        return
    label, denied = following[0][0].removesuffix(ABOVE), _DENIED.search(behind[: following[0].start()])
    if denied and indicator.rating.tier is Tier.NOT_COMPLETED:
        return
    if denied or not (label in mine or mine in label.removeprefix("không ")):
        words = (denied[0] if denied else "") + label
        message = Both("sau con số là nhãn ", "the label that follows the number is ") + f'"{words}"'
        hint = Both("chọn chỉ tiêu của mức xếp loại ấy", "take the indicator of that rating")
        yield Fault("rated", "indicator", message, hint)


def _one_number_between(found: Found, start: int, end: int) -> bool:
    """Whether exactly one number stands in a stretch of the text.

    If it follows two years it is of both: năm 2018 và 2019 kết nạp 240.
    """
    return sum(start <= one.start < end for one in found.paragraph.numerals) == 1


def dated(entry: Entry, found: Found) -> Iterator[Fault]:
    """A number is of the year that its clause names: năm 2018 …; năm 2019 kết nạp 90; so với 90 của năm 2015.

    The year may stand before it, once; behind what is only compared with; two years joined are no single one.
    """
    own, as_of = number(entry, found), entry.as_of
    if own is None or as_of.precision == "range" or entry.inferred is not None or not as_of.dated:
        return
    text = found.paragraph.text
    ends = [0, *(one.end() for one in _CLAUSE.finditer(text)), len(text)]
    start = max(end for end in ends if end <= own.start)
    end = min(end for end in ends if end > own.start)
    periods = list(terms(text))
    years = [one for one in _ANY_YEAR.finditer(text, start, end) if own.start != one.start()]
    years = [one for one in years if not any(low <= one.start() < high for low, high in periods)]
    named = list(_OF_YEAR.finditer(text, start, own.start))
    joint = [one for one in _TWO_YEARS.finditer(text, start, own.start) if not _IN_ORDER.search(text, start, end)]
    behind = _OF_YEAR.search(text, own.end, end)
    said = ""
    if behind and _COMPARED.search(text[start : own.start].removesuffix(f"{own.hedge_text} ")):
        said = behind[0] if as_of.text[:4] != behind[1] else ""
    elif joint and years and years[-1].start() < joint[-1].end() and _one_number_between(found, joint[-1].end(), end):
        said = joint[-1][0]
    elif entry.figure.as_of and len(years) == len(named) == 1 and years[0].end() == named[0].end():
        said = named[0][0] if as_of.text[:4] != named[0][1] else ""
    if said:
        message = Both(
            f'as_of là {as_of}, nhưng vế câu có con số nói "{said}"',
            f'as_of is {as_of}, but the clause of the number says "{said}"',
        )
        hint = Both(
            "sửa lại, hoặc nói trong inferred vì sao tin như vậy",
            "correct it, or say in inferred why it is believed",
        )
        yield Fault("year", "as_of" if entry.figure.as_of else "printed", message, hint)


def spanned(indicator: Indicator, entry: Entry, found: Found) -> Iterator[Fault]:
    """A number counted over a part of a year, or over several, is not of that one year.

    So after 6 tháng đầu năm 2019, từ năm 2015 đến năm 2019, hằng năm, trong 5 năm qua.
    """
    own = number(entry, found)
    precision = entry.as_of.precision
    if own is None or not indicator.adds_up or entry.inferred is not None or precision in ("range", "undated"):
        return
    clause = _CLAUSE.split(found.paragraph.text[: own.start])[-1]
    said = list(_PART_OF_YEAR.finditer(clause)) if precision == "year" else []
    said = said if entry.figure.length else said + list(_SEVERAL_YEARS.finditer(clause))
    if said and not _OF_YEAR.search(clause, said[-1].end()):
        message = Both(
            f'as_of là {entry.as_of}, nhưng trước con số là "{said[-1][0]}"',
            f'as_of is {entry.as_of}, but "{said[-1][0]}" stands before the number',
        )
        hint = Both(
            "viết đúng kỳ ấy: 2019-01/2019-06, 2015/2019, undated; hoặc nói lý do trong inferred",
            "write that very period: 2019-01/2019-06, 2015/2019, undated; or give the reason in inferred",
        )
        yield Fault("period", "as_of" if entry.figure.as_of else "indicator", message, hint)


def paired(dataset: Dataset, indicator: Indicator, entry: Entry, found: Found) -> Iterator[Fault]:
    """After "lần lượt" each number belongs to the year or label in the same position.

    năm 2016, 2017 và 2018 lần lượt là 112, 115 và 117: 115 is of 2017.
    """
    own, text = number(entry, found), found.paragraph.text
    if own is None:
        return
    ends = [0, *(one.end() for one in _SENTENCE.finditer(text)), len(text)]
    start, end = max(one for one in ends if one <= own.start), min(one for one in ends if one > own.start)
    joint = _IN_ORDER.search(text, start, end)
    if joint is None:
        return
    behind = own.start >= joint.end()
    before, after = (start, joint.start()), (joint.end(), end)
    near, far = (after, before) if behind else (before, after)  # where the number stands, and what it is paired with
    years = [one[0] for one in _ANY_YEAR.finditer(text, *far)]
    numbers = [
        one for one in found.paragraph.numerals
        if near[0] <= one.start < near[1] and not _ANY_YEAR.fullmatch(text, one.start, one.end)
    ]  # fmt: skip
    at = numbers.index(own) if own in numbers else -1
    as_of, label = entry.figure.as_of, fold(indicator.rating.label).lower() if indicator.rating else ""
    labels = [one[0] for one in _any_label(dataset).finditer(found.paragraph.folded.lower(), *far)]
    told: tuple[str, str] | None = None
    if at >= 0 and len(numbers) > 1 and len(years) == len(numbers) and as_of and entry.inferred is None:
        told = ("as_of", years[at]) if as_of.dated and as_of.text[:4] != years[at] else None
    if at >= 0 and len(numbers) > 1 and len(labels) == len(numbers) and label and not told:
        told = ("indicator", labels[at]) if label != labels[at] else None
    if told:
        message = f'"{joint[0]}": ' + Both(
            f"theo thứ tự, {own.text} là của {told[1]}", f"in order, {own.text} is of {told[1]}"
        )
        yield Fault("order", told[0], message, Both("sửa ", "correct ") + told[0])


def _any_label(dataset: Dataset) -> re.Pattern[str]:
    """Any rating label, the longest first."""
    labels = {fold(label).lower() for scheme in dataset.schemes.values() for label in scheme.labels}
    known = "|".join(re.escape(label) for label in sorted(labels, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{known or '(?!)'})(?: trở lên)?(?!\w)")
