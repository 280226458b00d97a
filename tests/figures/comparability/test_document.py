"""Each rule on each kind of figure: docs/comparability.md says what is decided and why, and figures are judged so."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.figures.comparability import Verdict, panel_key
from dashboard.figures.comparability.document import FILE, Cell, cells, document
from dashboard.figures.figure import Figure
from dashboard.language.hedges import Hedge
from dashboard.records.models.indicator import Kind
from dashboard.records.models.locality import Level
from dashboard.records.models.rule import RuleVerdict, Trait
from tests.figures.comparability.samples import judge, kinds, like
from tests.world import REPOSITORY, rules

NUMBERS = {"value": 90.0}
VERDICTS = {RuleVerdict.NOT_COMPARABLE: Verdict.NOT_COMPARABLE, RuleVerdict.CAUTION: Verdict.CAUTION}
ADDING = (Kind.SHARE, Kind.RATIO)  # of which some add up over a period, and some do not

# What two figures have that differ in a trait alone.
APART: dict[Trait, tuple[dict[str, Any], dict[str, Any]]] = {
    Trait.LEVEL: ({}, {"level": Level.PROVINCE}),
    Trait.KIND: ({}, {}),  # see pair
    Trait.SUBJECT: ({}, {"subject": "cell"}),
    Trait.INDICATOR: ({}, {"indicator": "cells"}),
    Trait.PART: ({}, {"of": "Văn phòng Huyện ủy"}),
    Trait.UNIT: ({"unit": "người"}, {"unit": "lượt"}),
    Trait.TITLE: ({"scheme": "new"}, {"scheme": "new", "title": True}),
    Trait.FAMILY: ({"scheme": "old"}, {"scheme": "new"}),
    Trait.LABEL: ({"label": "tốt"}, {"label": "khá"}),
    Trait.TIER: ({"tier": "good"}, {"tier": "good_or_better"}),
    Trait.BASE: ({"base": "all", "out_of": 100}, {"base": "rated", "out_of": 100}),
    Trait.ERA: ({"as_of": "2025-06", "published": "2026"}, {"as_of": "2025-07", "published": "2026"}),
    Trait.SPAN: ({"as_of": "2019", "adds_up": True}, {"as_of": "2019/2021", "adds_up": True}),
    Trait.PLAN: ({"as_of": "2019-01/2019-06"}, {"as_of": "2019"}),
    Trait.BASELINE: ({"as_of": "2021", "since": "2015"}, {"as_of": "2022", "since": "2016"}),
    Trait.SCHEME: ({"scheme": "new"}, {"scheme": "newer"}),
    Trait.UNDATED: ({}, {"as_of": "undated"}),
    Trait.DATES: ({"as_of": "2012"}, {"as_of": "2019"}),
    Trait.LENGTH: ({"as_of": "2019-01/2019-06", "adds_up": True}, {"as_of": "2019", "adds_up": True}),
    Trait.AVERAGED: ({"as_of": "2018/2019", "over": True}, {"as_of": "2019"}),
    Trait.HEDGE: ({"value": 80.0}, {"hedge": Hedge.OVER}),
    Trait.ORDER: ({"value": 95.0}, {"hedge": Hedge.OVER}),
    Trait.INFERRED: ({}, {"inferred": True}),
    Trait.CONTRADICTS: ({}, {"contradicts": "số khác"}),
    Trait.CONFLICT: ({"article": "a"}, {"article": "b", "value": 91.0, "grade": "completed"}),
    Trait.ADDEND: ({}, {"locality": "q", "computed": True, "inputs": ("a", "c")}),
    Trait.CODE: ({"code": "44"}, {"code": "44", "locality": "q"}),
}
# What can't be had without another of them.
WITH: dict[str, set[str]] = {
    "undated": {"span", "plan", "baseline"},  # the length of what has no date is not known either
    "order": {"hedge"},
    "span": {"dates", "baseline", "length", "plan"},
    "dates": {"baseline"},  # of a change, the beginning of its period
    "length": {"plan"},
    "averaged": {"span", "plan", "baseline", "dates"},  # of a change, the beginning of its period
    "plan": {"length"},
    "baseline": {"plan-baseline"},
    "plan-baseline": {"baseline"},
}


def pair(cell: Cell) -> tuple[Figure, Figure]:
    """Two figures of the kind of a cell that differ in the trait of its rule; one of two kinds, where that is kind."""
    trait = rules()[cell.rule].trait
    sides = []
    for changes in APART[trait]:
        made: dict[str, Any] = {"kind": cell.kind, "base": "all", **NUMBERS, **changes}
        if made.pop("adds_up", False) and cell.kind in ADDING:
            made["adds_up"] = True
        if cell.kind is Kind.GRADE:
            made |= {"value": None, "grade": changes.get("grade", "good"), "hedge": None, "base": ""}
        else:
            made.pop("grade", None)
        if cell.kind is Kind.RATIO and trait is Trait.BASELINE:
            made["adds_up"] = True
        sides.append(made)
    if trait is Trait.KIND:
        sides[1] |= {"kind": Kind.STOCK if cell.kind is not Kind.STOCK else Kind.SHARE}
    return like("a", **sides[0]), like("b", **sides[1])


@pytest.mark.parametrize("cell", cells(rules()), ids=lambda cell: f"{cell.rule}-{cell.kind}")
def test_figures_are_judged_as_the_cell_says(cell: Cell) -> None:
    one, other = pair(cell)
    found = kinds(judge([one, other]))
    assert found.get(cell.rule) == (VERDICTS[cell.verdict] if cell.verdict else None)
    assert set(found) <= {cell.rule, *WITH.get(cell.rule, ())} or cell.rule == "kind"
    apart = Verdict.NOT_COMPARABLE in found.values()
    assert (panel_key(one, rules()) != panel_key(other, rules())) is apart


@pytest.mark.parametrize("kind", Kind)
def test_figures_that_differ_in_nothing_compare_plainly(kind: Kind) -> None:
    plain = {"kind": kind, "base": "all", **NUMBERS} if kind is not Kind.GRADE else {"kind": kind, "value": None}
    assert kinds(judge([like("a", **plain), like("b", **plain)])) == {}


@pytest.mark.parametrize("trait", [Trait.SPAN, Trait.LENGTH])
@pytest.mark.parametrize("kind", ADDING)
def test_a_share_that_does_not_add_up_is_of_no_length(kind: Kind, trait: Trait) -> None:
    sides = [{key: value for key, value in changes.items() if key != "adds_up"} for changes in APART[trait]]
    one, other = (like(id, kind=kind, base="all", over=True, **side) for id, side in zip("ab", sides, strict=True))
    assert not {"span", "length"} & set(kinds(judge([one, other])))


def test_every_cell_has_a_decision_and_a_reason_in_both_languages() -> None:
    found = cells(rules())
    assert len({(cell.rule, cell.kind) for cell in found}) == len(found) == len(rules()) * len(Kind)
    assert all(cell.why.vi and cell.why.en and cell.why.vi != cell.why.en for cell in found)


def test_the_document_is_that_of_the_rules() -> None:
    assert (REPOSITORY / FILE).read_text("utf-8") == document(rules()), "it is stale: run make schema"


def test_every_trait_is_tried() -> None:
    assert set(APART) == {rule.trait for rule in rules().values()} == set(Trait)
