"""Sums whose whole is computed, and printed shares against the count and total that they come from."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dashboard.checks.sums import fits
from tests.sample import Root

A = "data/figures/paper-2019.yaml"
TOTAL = "  - whole: organizations\n    parts: [committees, cells]\n    complete: true\n"
WHOLE = '  - indicator: organizations\n    value: 48\n    printed: "48 TCCSĐ"\n    paragraph: 12\n'
SHARE = """\
  - indicator: members_good
    value: 91.2
    printed: "91,2% TCCSĐ"
    paragraph: 20
    base: rated
    key: printed
    scheme: party-2018-2022
"""


def told(root: Root) -> list[tuple[tuple[str, int, int], str, str]]:
    """Where each problem stands, the message and the hint."""
    return [((one.file, one.line, one.column), one.message.en, one.hint.en) for one in root.problems()]


# --- a total beside a figure


def test_a_sum_may_be_of_the_totals_beside_its_figures(root: Root) -> None:
    root.edit(A, "sums:\n", 'sums:\n  - {whole: "graduates:out_of", parts: [graduates], complete: false}\n')
    assert root.problems() == []
    root.edit(A, "parts: [graduates], complete: false", "parts: [graduates], complete: true")
    assert root.problem().message.en == "graduates:out_of: 223 = 223, not 226"


def test_a_total_that_is_not_printed_is_told(root: Root) -> None:
    root.edit(A, "sums:\n", 'sums:\n  - {whole: "members:out_of", parts: [cells], complete: false}\n')
    problem = root.problem()
    assert problem.message.en == "members:out_of: this figure has no out_of"
    assert (problem.file, problem.line, problem.column) == root.place(A, '"members:out_of"')


# --- a whole that is computed


@pytest.fixture
def split(root: Root) -> Root:
    """The sample with a whole that is computed from its parts."""
    root.edit(A, WHOLE, "")
    root.edit(A, TOTAL, TOTAL + "    computed: true\n")
    assert root.problems() == []
    return root


def test_a_whole_that_is_not_printed_has_to_be_said_to_be_computed(split: Root) -> None:
    split.edit(A, "    computed: true\n", "")
    problem = split.problem()
    assert problem.message.en == "organizations: there is no such figure in this article"
    assert (problem.file, problem.line, problem.column) == split.place(A, "organizations\n    parts")


def test_a_whole_that_is_printed_is_not_computed(split: Root) -> None:
    split.edit(A, "  - indicator: committees\n", WHOLE + "  - indicator: committees\n")
    problem = split.problem()
    assert (problem.message.en, problem.hint.en) == (
        "organizations is computed, but the article prints it", "delete computed: true")  # fmt: skip
    assert (problem.file, problem.line, problem.column) == split.place(A, "organizations\n    parts")


def test_what_is_computed_is_an_indicator(split: Root) -> None:
    split.edit(A, "whole: organizations", "whole: organization")
    problem = split.problem()
    assert problem.message.en == "there is no indicator organization"
    assert (
        problem.hint.en == "did you mean organizations? If it is new, add it: id: organization in data/indicators.yaml"
    )


def test_what_is_computed_has_all_of_its_parts(split: Root) -> None:
    split.edit(A, "complete: true", "complete: false")
    problem = split.problem()
    assert problem.message.en == "organizations is computed from parts that are not all"
    assert (problem.file, problem.line, problem.column) == split.place(A, "false\n    computed")
    split.edit(A, "complete: false", "complete: true")
    split.edit(A, "[committees, cells]", "[committees, cell]")
    assert split.problem().message.en == "cell: there is no such figure in this article"


@pytest.mark.parametrize("own", ["as_of: 2018", "locality: quang-binh"])
def test_what_is_computed_has_parts_of_one_place_and_date(split: Root, own: str) -> None:
    split.edit(A, '"24 đảng bộ"', f'"24 đảng bộ"\n    {own}')
    if "locality" in own:
        split.edit(A, "[committees, cells]", "[committees@quang-binh, cells]")
    problem = split.problem()
    assert problem.message.en == "organizations is computed from parts of different places or dates"
    assert (problem.file, problem.line, problem.column) == split.place(A, "[committees")


def test_what_is_computed_is_computed_from_values(split: Root) -> None:
    split.edit(A, "[committees, cells]", '[committees, "graduates:out_of"]')
    assert "different places or dates" in split.problem().message.en


# --- shares with their count and total


@pytest.fixture
def shared(root: Root) -> Root:
    """The sample with a share of 91,2%, beside 223 of 226 (98,67%), which is not that."""
    root.edit(A, "sums:\n", SHARE + "sums:\n")
    assert root.problems() == []
    return root


QUOTIENT = "quotients:\n  - {share: members_good~printed, count: graduates, total: graduates:out_of}\n"


def test_a_share_that_its_own_count_and_total_contradict_is_told_at_its_place(shared: Root) -> None:
    shared.edit(A, TOTAL, TOTAL + QUOTIENT)
    assert told(shared) == [(
        shared.place(A, "members_good~printed, count"),
        "members_good~printed is 91.2%, but 223 of 226 is 98.67%",
        "correct a value; if all are as printed, say so in contradicts of the share",
    )]  # fmt: skip


def test_contradicts_settles_it_and_nothing_is_overwritten(shared: Root) -> None:
    shared.edit(A, TOTAL, TOTAL + QUOTIENT)
    shared.edit(A, "key: printed", 'key: printed\n    contradicts: {vi: "223/226 là 98,7%", en: "223/226 is 98.7%"}')
    assert shared.problems() == []
    (entry,) = (one for one in shared.dataset().entries if one.reference == "members_good~printed")
    assert entry.figure.value == Decimal("91.2")


def test_a_share_that_fits_is_left_alone(shared: Root) -> None:
    shared.edit(A, TOTAL, TOTAL + QUOTIENT)
    shared.edit(A, 'value: 91.2\n    printed: "91,2% TCCSĐ"', 'value: 98.7\n    printed: "98,7% TCCSĐ"')
    assert shared.problems() == []


def test_a_hedged_share_need_not_fit(shared: Root) -> None:
    shared.edit(A, TOTAL, TOTAL + QUOTIENT)
    shared.edit(A, 'value: 91.2\n    printed: "91,2%', 'value: 91.2\n    hedge: over\n    printed: "trên 91,2%')
    assert shared.problems() == []


@pytest.mark.parametrize(
    ("name", "wrong", "said"),
    [("share", "members_god", "there is no such figure"), ("count", "zzz", "there is no such figure"),
     ("total", "members:out_of", "this figure has no out_of")],
)  # fmt: skip
def test_what_a_quotient_names_exists(shared: Root, name: str, wrong: str, said: str) -> None:
    names = {"share": "members_good~printed", "count": "graduates", "total": "graduates:out_of"} | {name: wrong}
    written = ", ".join(f"{key}: {value}" for key, value in names.items())
    shared.edit(A, TOTAL, f"{TOTAL}quotients:\n  - {{{written}}}\n")
    problem = shared.problem()
    assert problem.message.en.startswith(f"{wrong}: {said}")
    assert (problem.file, problem.line, problem.column) == shared.place(A, wrong)
    assert ":out_of" in problem.hint.en


# --- what fits


@pytest.mark.parametrize(
    ("share", "count", "total", "expected"),
    [
        ("91.2", 604, 662, True),  # Hải Dương: of those that were rated
        ("91.2", 604, 686, False),  # not of all
        ("96.15", 925, 962, True),  # Đồng Nai: 96.1538
        ("70.2", 663, 944, True),
        ("70.2", 159, 944, False),
        ("33", 1, 3, True),
        ("34", 1, 3, False),
        ("67", 2, 3, True),  # rounded
        ("66", 2, 3, True),  # cut
        ("68", 2, 3, False),
        ("100", 48, 48, True),
        ("0", 0, 48, True),
    ],
)
def test_a_share_fits_as_far_as_it_is_printed(share: str, count: int, total: int, expected: bool) -> None:
    assert fits(Decimal(share), Decimal(count) / total * 100) is expected


COUNTS = st.integers(1, 10_000).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total)))
STEPS = st.sampled_from(["1", "0.1", "0.01"]).map(Decimal)


@given(COUNTS, STEPS, st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN]))
def test_a_share_that_was_rounded_or_cut_fits(counts: tuple[int, int], step: Decimal, how: str) -> None:
    computed = Decimal(counts[0]) / counts[1] * 100
    assert fits(computed.quantize(step, rounding=how), computed)


@given(COUNTS, STEPS, st.integers(0, 10_000))
def test_no_other_share_fits(counts: tuple[int, int], step: Decimal, other: int) -> None:
    computed = Decimal(counts[0]) / counts[1] * 100
    share = (other * step).quantize(step)
    ways = {computed.quantize(step, rounding=how) for how in (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN)}
    assume(share not in ways)
    assert not fits(share, computed)
