"""The benchmark of curators' errors: every kind makes some, each is an error, and they are caught where they can be."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.edits import Desk
from benchmarks.errors import KINDS, Mutation, Trace, mutations
from benchmarks.mutations import TEXTS, Bench, Outcome, missed, reached, table
from dashboard.records.yaml_text import read
from tests.few_articles import few_articles

EACH = 3
"""How many of each kind are tried."""


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk(few_articles())


@pytest.fixture(scope="module")
def made(desk: Desk) -> list[Mutation]:
    return mutations(desk, 1)


@pytest.fixture(scope="module")
def bench(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return Bench(tmp_path_factory.mktemp("bench"), desk.texts, TEXTS if TEXTS.is_dir() else None)


def some(made: list[Mutation], kind: str, *traces: Trace) -> list[Mutation]:
    return [one for one in made if one.kind == kind and one.trace in traces][:EACH]


def test_every_kind_has_errors_and_none_stands_twice(made: list[Mutation]) -> None:
    assert {one.kind for one in made} == set(KINDS)
    assert len({(one.kind, one.what) for one in made}) == len(made)


def test_each_error_changes_what_is_read(desk: Desk, made: list[Mutation]) -> None:
    for one in (one for kind in KINDS for one in some(made, kind, *Trace)):
        now = [read(text.encode(), name) for name, text in one.files.items()]
        right = [desk.sheet(name).data for name in one.files]
        assert any(new.problems or new.data != old for new, old in zip(now, right, strict=True)), one.what


def test_a_seed_makes_the_same_errors_and_another_one_others(desk: Desk, made: list[Mutation]) -> None:
    assert mutations(desk, 1) == made
    assert mutations(desk, 2) != made


@pytest.mark.parametrize("kind", KINDS)
def test_check_catches_what_can_be_seen_in_the_data(bench: Bench, made: list[Mutation], kind: str) -> None:
    outcomes = [bench.outcome(one) for one in some(made, kind, Trace.YAML)]
    # Nine in ten is the goal: a neighbour's number passes where both figures have a note for another reason.
    assert sum(one.by != "check" for one in outcomes) <= len(outcomes) // 3
    assert all(one.said for one in outcomes if one.by)


@pytest.mark.skipif(not TEXTS.is_dir(), reason="the articles' texts are not held here")
@pytest.mark.parametrize("kind", KINDS)
def test_verify_catches_what_can_be_seen_in_the_text(bench: Bench, made: list[Mutation], kind: str) -> None:
    for one in some(made, kind, Trace.TEXT):
        outcome = bench.outcome(one)
        assert outcome.by in ("check", "verify"), one.what


def test_what_is_right_again_is_clean(bench: Bench, desk: Desk) -> None:
    assert {path: (bench.root / path).read_text("utf-8") for path in desk.texts} == desk.texts
    nothing = Mutation("none", "nothing", Trace.NONE, {next(iter(desk.texts)): next(iter(desk.texts.values()))})
    assert bench.outcome(nothing) == Outcome("")


def test_the_table_counts_and_says_what_was_missed() -> None:
    kind = next(iter(KINDS))
    results = [
        (Mutation(kind, "one", Trace.YAML, {}), Outcome("check", "told")),
        (Mutation(kind, "two", Trace.TEXT, {}), Outcome("verify", "told")),
        (Mutation(kind, "three", Trace.NONE, {}), Outcome("", unmarked=True)),
    ]
    lines = list(table(results, texts=True))
    assert lines[2].split() == [*kind.split(), "3", "1", "1", "1", "1", "33.3", "%", "2", "66.7", "%"]
    assert "no texts" in next(line for line in table(results, texts=False) if line.startswith("all"))
    said = "\n".join(missed(results, texts=True))
    assert f"{kind}: three" in said
    assert 'a mark "proven" fell with 1' in said
    assert "two" not in said
    assert reached(results, texts=True)
    assert not reached([*results, (Mutation(kind, "four", Trace.TEXT, {}), Outcome(""))], texts=True)
    assert not reached([(Mutation(kind, "five", Trace.YAML, {}), Outcome("verify"))], texts=False)


def test_other_data_that_is_not_right_is_not_made_wrong(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="the data must be right"):
        Desk(tmp_path)
