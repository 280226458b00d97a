"""Rules on comparing that can't be applied are told where they stand."""

from __future__ import annotations

import pytest

from dashboard.checks.rules import placeholders
from dashboard.records.models.rule import Trait
from tests.sample import RULES as WRITTEN
from tests.sample import Root

RULES = "data/rules.yaml"

CASES = {
    "a trait that there is not": (
        "trait: subject\n", "trait: subjekt\n", "subjekt", 'rules[3].trait: "subjekt" is not one of the words known',
        "did you mean subject?"),
    "a kind that there is not": (
        "kinds: [ratio]\n", "kinds: [ratoi]\n", "ratoi", '"ratoi" is not one of the words known here',
        "did you mean ratio?"),
    "an id that stands twice": (
        "- id: unit\n", "- id: level\n", "level\n    verdict: not_comparable\n    trait: unit",
        "level stands twice in rules, first on line", "give it another id"),
    "a placeholder in one language only": (
        'en: "different units: {both}"', 'en: "different units"', '{vi: "khác đơn vị', "unit: {both} stands in one",
        "write it in both"),
    "a placeholder that nothing stands for": (
        'en: "some dates are inferred"', 'en: "some dates are inferred: {both}"', '"some dates are inferred: {both}',
        "inferred: nothing stands for {both}", "inferred has none"),
    "a brace that is never closed": (
        'en: "some dates are inferred"', 'en: "some dates {are inferred"', '"some dates {are inferred',
        "nothing stands for {are", "inferred has none"),
    "a trait that parts nothing": (
        "verdict: caution\n    trait: code", "verdict: not_comparable\n    trait: code",
        "not_comparable\n    trait: code", "code: code does not part figures into groups", "write verdict: caution"),
    "kinds that are mixed": (
        "    trait: kind\n", "    trait: kind\n    not_kinds: [{kinds: [stock], why: {vi: một, en: one}}]\n",
        "kind\n    not_kinds", "kind: kinds are never mixed", "without not_kinds"),
    "a kind that is left out twice": (
        "kinds: [ratio]\n", "kinds: [ratio, stock, ratio]\n", "- kinds: [ratio, stock, ratio]",
        "level leaves ratio out twice",
        "give it one reason"),
    "a kind that is left out for no reason": (
        'kinds: [ratio]\n        why: {vi: "tỷ số đã loại trừ quy mô", en: "a ratio removes size"}', "kinds: [ratio]",
        "kinds: [ratio]", "rules[1].not_kinds[1].why is missing", "Why not, in a few words"),
    "a number that is missing": (
        "    times: 1.1 ", "    # ", "length\n    why", "length: times is missing", "add it: For length"),
    "a number of another trait": (
        "    trait: code\n", "    trait: code\n    years: 3\n", "3\n", "code: years means nothing for the trait code",
        "it is for dates"),
    "a number below zero": (
        "nearness: 0.1 ", "nearness: -0.1 ", "-0.1 ", "order: nearness is -0.1", "write it without minus"),
    "a term shorter than a year": (
        "term_from: 4.5                     # dài", "term_from: 1.5                     # dài",
        "1.5                     # dài",
        "span: a term begins at 1.5", "larger number"),
    "a break without its day": (
        "day: 2025-07-01", "day: 2025-07", "2025-07\n", "break: 2025-07 is no single day", "write 2025-07-01"),
    "words in one language": (
        'remedy: {vi: "Tìm số chính xác.", en: "Find the exact number."}', 'remedy: "Tìm số chính xác."',
        '"Tìm số chính xác."', "where a record is expected", "both languages"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_rule_that_is_wrong_is_told(root: Root, case: tuple[str, str, str, str, str]) -> None:
    old, new, at, message, hint = case
    root.edit(RULES, old, new)
    problem = next(one for one in root.problems() if message in one.message.en)
    assert (problem.file, problem.line, problem.column) == root.place(RULES, at)
    assert hint in problem.hint.en


@pytest.mark.parametrize("trait", Trait)
def test_a_trait_that_no_rule_looks_at_is_told(root: Root, trait: Trait) -> None:
    head, *written = WRITTEN.split("  - id: ")
    root.write(RULES, "  - id: ".join([head, *(rule for rule in written if f"trait: {trait}\n" not in f"{rule}\n" and
                                               f"trait: {trait} " not in rule)]))  # fmt: skip
    problem = root.problem()
    assert (problem.file, problem.line, problem.message.en) == (RULES, 0, f"no rule looks at {trait}")


def test_a_broken_file_of_rules_is_told_once(root: Root) -> None:
    root.write(RULES, "rules: [")
    assert {problem.file for problem in root.problems()} == {RULES}


def test_only_traits_that_two_figures_differ_in_can_be_said_of_both() -> None:
    assert placeholders(Trait.LEVEL) == {"{both}"}
    assert placeholders(Trait.DATES) == {"{years}"}
    assert placeholders(Trait.HEDGE) == placeholders(Trait.SUBJECT) == set()
