"""Figures made for tests of comparing: a plain one, and any that differ from it in some traits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random
from typing import Any

from dashboard.figures.comparability import Judgement, Verdict
from dashboard.figures.comparability import judge as judge_by
from dashboard.figures.figure import TEXTS, Figure
from dashboard.language.dates import Period
from dashboard.language.hedges import Hedge
from dashboard.records.models.figure import Base
from dashboard.records.models.indicator import Kind, Tier
from dashboard.records.models.locality import Level
from tests.world import rules

PERIODS = (
    "2019-10-18",
    "2019",
    "2015/2020",
    "2012",
    "../2017",
    "2025/..",
    "2018/2019",
    "2023-01",
    "2025-09",
    "2025",
    "undated",
)
PLAIN = Figure(
    id="plain", article="a", locality="p", level=Level.DISTRICT, code="", code_valid=None, indicator="members",
    subject="member", kind=Kind.STOCK, value=7, out_of=None, before=None, hedge=None, as_of=Period.parse("2019"),
    over=False, adds_up=False, term=False, length=None, published=Period.parse("2020"), inferred=False,
    since=None, base="", scheme="", family="", title=False,
    label="", tier="", grade="", printed="7", paragraph=1, computed=False, inputs=(), texts=dict.fromkeys(TEXTS, ""),
)  # fmt: skip
FAMILIES = {"": "", "old": "old", "new": "new", "newer": "new", "unknown": ""}


def like(id: str = "other", **changes: Any) -> Figure:
    """A figure that is the plain one but for this; ``base_note``, ``unit``, ``contradicts`` and ``of`` are texts."""
    for name in ("as_of", "since", "published", "code_valid"):
        if isinstance(changes.get(name), str):
            changes[name] = Period.parse(changes[name])
    if "scheme" in changes:
        changes.setdefault("family", FAMILIES[changes["scheme"]])
    texts: dict[str, str] = {}
    for name in ("base_note", "unit", "contradicts", "of"):
        if words := changes.pop(name, ""):
            texts |= {f"{name}_vi": words, f"{name}_en": words}
    adds_up = changes.get("kind", PLAIN.kind).adds_up
    made = replace(PLAIN, id=id, **{"adds_up": adds_up, "over": changes.get("adds_up", adds_up)} | changes)
    for name in ("indicator", "scheme", "label", "locality"):
        if code := getattr(made, name):
            texts |= {f"{name}_vi": code, f"{name}_en": f"{code} (en)"}
    return replace(made, texts=PLAIN.texts | texts)


TRAITS: dict[str, list[Any]] = {
    "article": ["a", "b"],
    "locality": ["p", "q"],
    "level": list(Level),
    "code": ["", "06676", "44"],
    "code_valid": [None, "../2025-06-30"],
    "indicator": ["members", "cells"],
    "subject": ["member", "cell"],
    "kind": [*Kind, *[Kind.FLOW] * 5],
    "unit": ["", "người"],
    "value": [0, 5, 7, 7.2, 90, 95, None],
    "out_of": [None, 9, 100],
    "hedge": [None, *Hedge],
    "as_of": list(PERIODS),
    "term": [False, True],
    "adds_up": [False, True],
    "over": [True],
    "length": [None, 5.0],
    "published": ["2020", "2026", "undated"],
    "inferred": [False, True],
    "since": [None, "2015", "2015-04-30", "2017"],
    "base": ["", *Base],
    "base_note": ["", "dân số", "số hộ"],
    "scheme": list(FAMILIES),
    "title": [False, True],
    "label": ["", "tốt"],
    "tier": ["", *Tier],
    "computed": [False, True],
    "inputs": [(), ("a/members",), ("a/cells@p~x",), tuple(f"0.05-{n:03}" for n in range(150))],
    "contradicts": ["", "số khác"],
    "of": ["", "Văn phòng Huyện ủy", "huy hiệu 30 năm"],
}
chance = Random(7)
# Any figure at all; most differ from the plain one in a few traits, some in nearly all.
ANY = [
    like(
        f"{share}-{number:03}",
        **{name: chance.choice(values) for name, values in TRAITS.items() if chance.random() < share},
    )
    for share in (0.05, 0.15, 0.9)
    for number in range(150)
]


def judge(figures: Sequence[Figure]) -> Judgement:
    """The verdict by the repository's own rules."""
    return judge_by(figures, rules())


def kinds(judgement: Judgement) -> dict[str, Verdict]:
    """Its reasons, by rule."""
    return {reason.kind: reason.verdict for reason in judgement.reasons}
