"""A rating's label decides its tier and, with its year, its scheme (data/schemes.yaml names the documents).

Until 2017 "trong sạch, vững mạnh" (Hướng dẫn 20-HD/BTCTW, 27-HD/BTCTW); from 2018 the four labels "hoàn thành …"
(Quy định 132-QĐ/TW, 124-QĐ/TW, 366-QĐ/TW). Where label and year disagree, both stay and a note says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set

from dashboard.language.bilingual import CORRECT_ONE, Both, any_of
from dashboard.language.dates import Period
from dashboard.language.vietnamese import fold, stands
from dashboard.records.dataset import Dataset, Entry
from dashboard.records.models.indicator import ABOVE, CUMULATIVE, Scheme, Tier
from dashboard.records.problems import Problem

_TIERS = (Tier.EXCELLENT, Tier.GOOD, Tier.COMPLETED, Tier.NOT_COMPLETED)


def records(dataset: Dataset) -> Iterator[Problem]:
    """An indicator's tier and scheme are those of its label."""
    tiers = _tiers(dataset)
    for name, indicator in dataset.indicators.items():
        rating = indicator.rating
        if rating is None or rating.tier is Tier.UNCLEAR:
            continue
        plain, cumulative = rating.plain_label, fold(rating.label).endswith(ABOVE)
        expected = tiers.get(plain)
        own = CUMULATIVE.get(rating.tier, rating.tier) if rating.tier else None
        if (expected and own is not expected) or cumulative is not (rating.tier in CUMULATIVE):
            yield dataset.problem(
                "indicators",
                name,
                ("rating", "tier"),
                f"{name}: tier {rating.tier}" + Both(" của nhãn ", " of the label ") + f'"{rating.label}"',
                Both("viết ", "write ") + f"tier: {_spelled(expected, cumulative)}"
                if expected
                else Both(
                    "nhãn có “trở lên” thì bậc là …_or_better, không thì thôi", "cumulative with trở lên, else not"
                ),
            )
        scheme = dataset.schemes.get(rating.scheme or "")
        if scheme and not _has(scheme, plain):
            yield dataset.problem(
                "indicators",
                name,
                ("rating", "scheme"),
                f"{name}: scheme {scheme.id}" + _without(plain),
                _with_label(dataset, plain),
            )


def figures(dataset: Dataset) -> Iterator[Problem]:
    """A label in a figure's phrase is that of its indicator (of its grade), and one of its scheme's."""
    labels, tiers = _known(dataset), _tiers(dataset)
    for entry, indicator in dataset.entries_with_indicator:
        grade, rating = entry.figure.grade, indicator.rating
        tier = grade or (rating.tier if rating else None)
        if tier is None and rating is None:
            continue
        scheme = dataset.schemes.get(entry.figure.scheme or "")
        own = _of_grade(grade, scheme, tiers)
        if rating and grade is None:
            own = {rating.plain_label}
        if tier is Tier.UNCLEAR:
            yield from _joint(dataset, entry, " / ".join(own), labels)
            continue
        found, goes_on = _found(entry.figure.printed, labels)
        name, means = "grade" if grade else "indicator", " / ".join(sorted(own))
        denied = re.search(rf"(?<!\w)(?:chưa|không) {re.escape(found)}", fold(entry.figure.printed)) if found else None
        if denied and tier is Tier.NOT_COMPLETED:
            pass  # chưa hoàn thành nhiệm vụ
        elif denied:
            message = f'"{denied[0]}"' + Both(
                f" là không đạt mức ấy, nhưng bậc là {tier}", f" is not to reach that, but the tier is {tier}"
            )
            hint = Both(f"chọn {name} đúng như được in", f"take the {name} of what is printed")
            yield dataset.figure_problem(entry, name, message, hint)
        elif found and own and not found.endswith(tuple(own)):
            message = Both(
                f'cụm từ có nhãn "{found}", nhưng {tier or "chỉ tiêu này"} nghĩa là "{means}"',
                f'the phrase has the label "{found}", but {tier or "this indicator"} means "{means}"',
            )
            hint = Both(f"chọn {name} của nhãn được in", f"take the {name} of the label that is printed")
            yield dataset.figure_problem(entry, name, message, hint)
        elif found and goes_on is not None and goes_on is not (tier in CUMULATIVE):
            message = f'"{found}"' + Both(
                f'{" có" if goes_on else " không có"} "trở lên" theo sau, nhưng bậc là {tier}',
                f' stands {"with" if goes_on else "without"} "trở lên", but the tier is {tier}',
            )
            hint = Both(f"chọn {name} đúng như được in", f"take the {name} of what is printed")
            yield dataset.figure_problem(entry, name, message, hint)
        label = found if grade else means
        if scheme and label and not _has(scheme, label):
            message = f"scheme: {scheme.id}" + _without(label)
            yield dataset.figure_problem(entry, "scheme", message, _with_label(dataset, label))


def _joint(dataset: Dataset, entry: Entry, own: str, labels: Set[str]) -> Iterator[Problem]:
    """Of a label that joins several unclearly, the scheme has at least one."""
    scheme = dataset.schemes.get(entry.figure.scheme or "")
    joined = [label for label in labels if label in own and label != own]
    if scheme and joined and not any(_has(scheme, label) for label in joined):
        message = f"scheme: {scheme.id}" + Both(f' không có nhãn nào trong "{own}"', f' has no label of "{own}"')
        yield dataset.figure_problem(entry, "scheme", message, _with_label(dataset, max(joined, key=len)))


def years(dataset: Dataset) -> Iterator[Problem]:
    """A rating's date lies in its scheme's years, or a note tells that label and year disagree, and names the years."""
    for entry, indicator in dataset.entries_with_indicator:
        own = entry.figure.scheme or (indicator.rating.scheme if indicator.rating else None)
        scheme, note = dataset.schemes.get(own or ""), entry.figure.note
        if scheme is None or not _apart(entry.as_of, scheme):
            continue
        limits = re.findall("[0-9]{4}", scheme.years)
        if note is None or not any(year in note.vi and year in note.en for year in limits):
            yield dataset.figure_problem(
                entry,
                "scheme" if entry.figure.scheme else "as_of" if entry.figure.as_of else "indicator",
                Both(
                    f"xếp loại năm {entry.as_of}, nhưng {own} áp dụng cho {scheme.years}",
                    f"a rating of {entry.as_of}, but {own} is of {scheme.years}",
                ),
                CORRECT_ONE
                + Both(
                    "; nếu bài báo in đúng nhãn ấy cho năm ấy thì nói rõ trong note, có nêu ",
                    "; if the article prints that label for that year, tell it in a note that names ",
                )
                + any_of(limits),
            )


def _tiers(dataset: Dataset) -> dict[str, Tier]:
    """Each label's tier: schemes list four, from the best down."""
    return {
        fold(label): tier
        for scheme in dataset.schemes.values()
        if len(scheme.labels) == len(_TIERS)
        for label, tier in zip(scheme.labels, _TIERS, strict=True)
    }


def _known(dataset: Dataset) -> Set[str]:
    own = {one.rating.plain_label for one in dataset.indicators.values() if one.rating}
    return own | {fold(label) for scheme in dataset.schemes.values() for label in (*scheme.labels, *scheme.of_which)}


def _of_grade(grade: Tier | None, scheme: Scheme | None, tiers: Mapping[str, Tier]) -> Set[str]:
    """The labels that a grade stands for: its scheme's, or all where that leaves it open."""
    plain = CUMULATIVE.get(grade, grade) if grade else None
    four = scheme is not None and len(scheme.labels) == len(_TIERS)
    return {label for label, tier in tiers.items()
            if tier is plain and (not four or (scheme is not None and label in map(fold, scheme.labels)))}  # fmt: skip


def _found(printed: str, labels: Set[str]) -> tuple[str, bool | None]:
    """The one label of a phrase ("" if none), and whether "trở lên" follows; None where the phrase ends with it."""
    phrase = fold(printed)
    found = [label for label in labels if label in phrase and stands(label, phrase)]
    longest = [one for one in found if not any(one in other and one != other for other in found)]
    if len(longest) != 1:
        return "", None
    after = phrase.partition(longest[0])[2]
    return longest[0], after.startswith(ABOVE) if after.strip() else None


def _has(scheme: Scheme, label: str) -> bool:
    return not scheme.labels or any(fold(one).endswith(label) for one in (*scheme.labels, *scheme.of_which))


def _apart(when: Period, scheme: Scheme) -> bool:
    years = scheme.period
    return years is not None and years.dated and when.dated and not years.touches(when)


def _without(label: str) -> Both:
    return Both(f' không có nhãn "{label}"', f' has no label "{label}"')


def _with_label(dataset: Dataset, label: str) -> Both:
    having = [one.id for one in dataset.schemes.values() if one.labels and _has(one, label)]
    if having:
        return Both("đó là nhãn của ", "it is a label of ") + ", ".join(having)
    return Both(
        "thêm nhãn vào data/schemes.yaml, hoặc sửa lại nhãn", "add it to data/schemes.yaml, or correct the label"
    )


def _spelled(tier: Tier, cumulative: bool) -> str:
    return next((one for one, plain in CUMULATIVE.items() if cumulative and plain is tier), tier)


RULES = (records, figures, years)
