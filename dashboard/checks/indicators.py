"""An indicator is either printed or computed, and a computed one says how."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from dashboard.language.bilingual import Both, Refused, any_of
from dashboard.language.dates import Period
from dashboard.language.suggestions import did_you_mean, is_typo
from dashboard.language.words import LANGUAGES
from dashboard.records.dataset import Dataset
from dashboard.records.models.indicator import FORMULAS, Formula, Kind
from dashboard.records.problems import Problem
from dashboard.records.yaml_text import Path


def formulas(dataset: Dataset) -> Iterator[Problem]:
    """A formula has exactly one form, and its inputs are printed, not computed themselves."""
    for name, indicator in dataset.indicators.items():
        if indicator.formula is None:
            if indicator.kind is Kind.RATIO:
                yield dataset.problem(
                    "indicators",
                    name,
                    ("kind",),
                    name + Both(" có kind: ratio nhưng thiếu formula", " is a ratio without a formula"),
                    Both("thêm ", "add ")
                    + "formula: {ratio: [a, b]}"
                    + Both(", hoặc chọn kind khác", ", or take another kind"),
                )
            continue
        given = [form for form in FORMULAS if getattr(indicator.formula, form)]
        if len(given) != 1:
            yield dataset.problem(
                "indicators",
                name,
                ("formula",),
                f"{name}: " + Both(f"formula có {len(given)} dạng", f"its formula has {len(given)} forms"),
                Both("chỉ ghi một dạng: ", "give exactly one of ") + any_of(FORMULAS),
            )
        for path, source in inputs(indicator.formula):
            if source in dataset.indicators and dataset.indicators[source].formula:
                message = f"{name}: {source}" + Both(" cũng là chỉ tiêu tính ra", " is computed itself")
                hint = Both("chỉ nêu những chỉ tiêu bài báo in", "name printed indicators only")
                yield dataset.problem("indicators", name, ("formula", *path), message, hint)
        if indicator.formula.per_100 and not indicator.formula.per_year:
            message = f"{name}: " + Both("có per_100 mà thiếu per_year", "per_100 without per_year")
            hint = Both("thêm per_year: và chỉ tiêu được đếm", "add per_year: and what is counted")
            yield dataset.problem("indicators", name, ("formula", "per_100"), message, hint)
        if (flow := dataset.indicators.get(indicator.formula.per_year or "")) and flow.kind is not Kind.FLOW:
            message = f"{name}: " + Both(
                f"{flow.id} thuộc loại {flow.kind}, không tính theo khoảng thời gian",
                f"{flow.id} is of kind {flow.kind}, which has no length",
            )
            hint = Both("nêu một chỉ tiêu loại flow", "name an indicator of kind flow")
            yield dataset.problem("indicators", name, ("formula", "per_year"), message, hint)


def substitutes(dataset: Dataset) -> Iterator[Problem]:
    """``computed_as`` names a computed share, or a count with its total, of the same subject."""
    totals = {one for indicator in dataset.indicators.values() if indicator.formula
              for one in indicator.formula.percent_of_total or ()}  # fmt: skip
    for name, indicator in dataset.indicators.items():
        other = dataset.indicators.get(indicator.computed_as or "")
        if other is None:
            continue
        share = other.id in totals or (other.formula is not None and other.formula.percent is not None)
        if indicator.formula or not share or other.subject != indicator.subject:
            message = f"{name}: {other.id} " + Both(
                f"không phải cách tính ra cùng tỷ lệ ấy về {indicator.subject}",
                f"does not say the same of {indicator.subject}, computed",
            )
            hint = Both(
                "nêu chỉ tiêu có formula: {percent: …}, hoặc có tên trong percent_of_total, cùng subject",
                "name an indicator with formula: {percent: …}, or one under percent_of_total, of the same subject",
            )
            yield dataset.problem("indicators", name, ("computed_as",), message, hint)


def inputs(formula: Formula) -> Iterator[tuple[Path, str]]:
    """The indicators that a formula names, with the path of each in it."""
    for form in (*FORMULAS, "per_100"):
        named = getattr(formula, form)
        if isinstance(named, str):
            yield (form,), named
        else:
            yield from (((form, index), one) for index, one in enumerate(named or ()))


def years(dataset: Dataset) -> Iterator[Problem]:
    """The years of a scheme are a period."""
    for name, scheme in dataset.schemes.items():
        try:
            Period.parse(scheme.years or "undated")
        except Refused as error:
            hint = Both("viết ", "write ") + any_of(["../2017", "2018/2022", "2025/.."])
            yield dataset.problem("schemes", name, ("years",), "years: " + error.message, hint)


def meanings(dataset: Dataset) -> Iterator[Problem]:
    """Only a share has to say whether it adds up over a period; the kind of anything else says it."""
    for name, indicator in dataset.indicators.items():
        if indicator.adding_up and indicator.kind is not Kind.SHARE:
            yield dataset.problem(
                "indicators", name, ("adding_up",),
                f"{name}: " + Both(f"adding_up ở {indicator.kind}", f"adding_up where the kind is {indicator.kind}"),
                Both("xóa đi; loại số liệu đã nói điều ấy", "delete it; the kind says it already"),
            )  # fmt: skip


def subjects(dataset: Dataset) -> Iterator[Problem]:
    """A subject is no typing error of a more frequent one: figures of party_menber would never compare with members.

    There is no list of subjects; a new one needs only its word.
    """
    used = Counter(one.subject for one in dataset.indicators.values())
    for name, indicator in dataset.indicators.items():
        own = indicator.subject
        meant = next((one for one, times in used.most_common() if times > used[own] and is_typo(own, one)), None)
        if meant:
            yield dataset.problem(
                "indicators", name, ("subject",),
                f"{name}: " + Both(f"không chỉ tiêu nào khác nói về {own}", f"no other indicator is about {own}"),
                did_you_mean(meant) + Both(" Nếu là đối tượng khác, chọn một từ khác hẳn",
                                           " If it is another subject, take a word that is less like it"),
            )  # fmt: skip


def predicates(dataset: Dataset) -> Iterator[Problem]:
    """A predicate holds the number once, with its unit or without, and no blank that nothing fills."""
    for name, indicator in dataset.indicators.items():
        for language in LANGUAGES if indicator.predicate else ():
            said = indicator.predicate[language] if indicator.predicate else ""
            if said.count("{n}") + said.count("{value}") != 1 or re.search(
                "[{}]", re.sub(r"\{(n|value|of)\}", "", said)
            ):
                yield dataset.problem(
                    "indicators", name, ("predicate", language),
                    f"{name}: predicate: " + Both("cần đúng một lần {n} hoặc {value}", "needs {n} or {value}, once"),
                    Both("{n} là con số kèm đơn vị, {value} là con số không, {of} là bộ phận: ",
                         "{n} is the number with its unit, {value} without, {of} the part: ") + "kết nạp được {n}",
                )  # fmt: skip


RULES = (formulas, substitutes, years, meanings, subjects, predicates)
