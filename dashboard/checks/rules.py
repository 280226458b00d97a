"""The rules of data/rules.yaml are complete, and each can be applied."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dashboard.language.bilingual import Both, any_of
from dashboard.records.dataset import Dataset
from dashboard.records.models.rule import Rule, RuleVerdict, Trait
from dashboard.records.problems import Problem
from dashboard.records.validation_messages import meaning

NUMBERS: dict[str, tuple[Trait, ...]] = {
    "day": (Trait.ERA,),
    "year_up_to": (Trait.SPAN, Trait.LENGTH),
    "term_from": (Trait.SPAN, Trait.LENGTH),
    "years": (Trait.DATES,),
    "times": (Trait.LENGTH,),
    "nearness": (Trait.ORDER,),
}
"""Which property is needed by which traits, and by no other."""

_PLACEHOLDER = re.compile(r"\{[^{}]*\}?|\}")
_OF_PAIRS = {Trait.SCHEME, Trait.CONFLICT, Trait.ADDEND, Trait.CODE}


def placeholders(trait: Trait) -> set[str]:
    """The placeholders that the words of a rule may have."""
    if trait is Trait.DATES:
        return {"{years}"}
    named = trait.parts and trait is not Trait.SUBJECT
    return {"{both}"} if named or trait in _OF_PAIRS else set()


def verdicts(dataset: Dataset) -> Iterator[Problem]:
    """A rule that keeps figures from one axis is about a trait that divides figures into groups."""
    for name, rule in dataset.rules.items():
        if rule.verdict is RuleVerdict.NOT_COMPARABLE and not rule.trait.parts:
            yield dataset.problem(
                "rules", name, ("verdict",),
                f"{name}: {rule.trait}" + Both(" không chia số liệu thành nhóm", " does not part figures into groups"),
                Both("viết ", "write ") + "verdict: caution",
            )  # fmt: skip
        if rule.trait is Trait.KIND and (rule.not_kinds or rule.verdict is RuleVerdict.CAUTION):
            yield dataset.problem(
                "rules", name, ("trait",),
                f"{name}: "
                + Both("các loại số không bao giờ gộp chung", "kinds are never mixed, whatever they are"),
                Both("viết ", "write ") + "verdict: not_comparable" + Both(", bỏ not_kinds", ", without not_kinds"),
            )  # fmt: skip
        left_out = [kind for one in rule.not_kinds for kind in one.kinds]
        for kind in sorted({kind for kind in left_out if left_out.count(kind) > 1}):
            yield dataset.problem(
                "rules", name, ("not_kinds",),
                f"{name} " + Both(f"bỏ {kind} ra hai lần", f"leaves {kind} out twice"),
                Both("mỗi loại một lý do: xóa một chỗ", "give it one reason: delete one of them"),
            )  # fmt: skip


def numbers(dataset: Dataset) -> Iterator[Problem]:
    """A rule has the numbers that its trait needs, and no other."""
    for name, rule in dataset.rules.items():
        for field, traits in NUMBERS.items():
            given = getattr(rule, field) is not None
            if given and rule.trait not in traits:
                yield dataset.problem(
                    "rules", name, (field,),
                    f"{name}: {field}"
                    + Both(f" vô nghĩa với trait {rule.trait}", f" means nothing for the trait {rule.trait}"),
                    Both("xóa dòng này; khóa ấy chỉ dùng cho ", "delete the line; it is for ") + any_of(traits),
                )  # fmt: skip
            if not given and rule.trait in traits:
                yield dataset.problem(
                    "rules", name, ("trait",),
                    f"{name}: " + Both(f"thiếu {field}", f"{field} is missing"),
                    Both("thêm: ", "add it: ") + meaning(Rule, field),
                )  # fmt: skip
        if rule.trait is Trait.ERA and rule.day and (rule.day.precision != "day"):
            message = f"{name}: {rule.day}" + Both(" không phải một ngày", " is no single day")
            yield dataset.problem("rules", name, ("day",), message, Both("viết ", "write ") + "2025-07-01")
        for field in ("year_up_to", "term_from", "years", "times", "nearness"):
            value = getattr(rule, field)
            if value is not None and value < 0:
                message = f"{name}: {field}" + Both(f" là {value}", f" is {value}")
                yield dataset.problem("rules", name, (field,), message, Both("bỏ dấu trừ", "write it without minus"))
        if rule.year_up_to is not None and rule.term_from is not None and rule.year_up_to >= rule.term_from:
            yield dataset.problem(
                "rules",
                name,
                ("term_from",),
                f"{name}: "
                + Both(
                    f"nhiệm kỳ bắt đầu từ {rule.term_from}, mà một năm kéo đến {rule.year_up_to}",
                    f"a term begins at {rule.term_from}, a year ends at {rule.year_up_to}",
                ),
                Both("cho term_from số lớn hơn", "give term_from the larger number"),
            )  # fmt: skip


def words(dataset: Dataset) -> Iterator[Problem]:
    """The reason has the same placeholders in both languages, and no unknown ones."""
    for name, rule in dataset.rules.items():
        known = placeholders(rule.trait)
        found = {language: set(_PLACEHOLDER.findall(rule.reason[language])) for language in ("vi", "en")}
        for language, names in found.items():
            for unknown in sorted(names - known):
                hint = rule.trait + Both(" không có chỗ điền nào: xóa đi", " has none: delete it")
                if known:
                    hint = Both(f"{rule.trait} chỉ có ", f"for {rule.trait} there is ") + any_of(sorted(known))
                message = f"{name}: " + Both(f"không có gì để điền vào {unknown}", f"nothing stands for {unknown}")
                yield dataset.problem("rules", name, ("reason", language), message, hint)
        if found["vi"] & known != found["en"] & known:
            yield dataset.problem(
                "rules", name, ("reason",),
                f"{name}: {', '.join(sorted(found['vi'] ^ found['en']))}"
                + Both(" chỉ có ở một thứ tiếng", " stands in one language only"),
                Both("viết ở cả hai, hoặc bỏ cả hai", "write it in both, or in none"),
            )  # fmt: skip


def complete(dataset: Dataset) -> Iterator[Problem]:
    """Every trait has a rule; without one, figures that differ in it would silently compare."""
    if any(kind == "rules" for kind, _ in dataset.broken):
        return
    decided = {rule.trait for rule in dataset.rules.values()}
    for trait in Trait:
        if trait not in decided:
            message = Both(f"không quy tắc nào xét {trait}", f"no rule looks at {trait}")
            hint = Both(
                f"thêm một quy tắc có trait: {trait}, và nói căn cứ", f"add one with trait: {trait}, and say where from"
            )
            yield Problem("data/rules.yaml", 0, 0, message, hint)


RULES = (verdicts, numbers, words, complete)
