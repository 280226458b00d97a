"""Two records that took one number of an article are told, unless both say that it is meant."""

from __future__ import annotations

import pytest

from tests.sample import Root

A, SEED = "data/figures/paper-2019.yaml", "seeds/paper-2019.yaml"
CELLS = 'indicator: cells\n    value: 24\n    printed: "24 chi bộ cơ sở"\n    paragraph: 12'
NOTE = "\n    note: {vi: một con số cho cả hai, en: one number for both}"


def taken(root: Root, phrase: str, note: str = "") -> None:
    """Another figure of paragraph 12 takes the number of the members."""
    root.edit(A, "sums:\n  - whole: organizations\n    parts: [committees, cells]\n    complete: true\n", "")
    figure = f'indicator: hamlets\n    key: b\n    value: 7397\n    printed: "{phrase}"\n    paragraph: 12{note}'
    root.edit(A, CELLS, figure)


@pytest.mark.parametrize("phrase", ["7.397 đảng viên", "với 7.397 đảng viên", "7.397"])
def test_a_number_taken_twice_is_told_at_the_second(root: Root, phrase: str) -> None:
    taken(root, phrase)
    told = [one for one in root.problems() if "the phrase of members too, on line 5" in one.message.en]
    assert [(one.file, one.line) for one in told] == [(A, root.place(A, "key: b")[1] + 2)]


def test_it_may_stand_twice_where_both_notes_say_so(root: Root) -> None:
    taken(root, "7.397", NOTE)
    assert any("the phrase of members too" in one.message.en for one in root.problems())
    root.edit(A, '"7.397 đảng viên"\n    paragraph: 12', f'"7.397 đảng viên"\n    paragraph: 12{NOTE}')
    assert not any("the phrase of members too" in one.message.en for one in root.problems())


def test_another_number_that_only_looks_alike_is_none(root: Root) -> None:
    root.edit(A, 'value: 48\n    printed: "48 TCCSĐ"', 'value: 148\n    printed: "148 đảng bộ, chi bộ"')
    root.edit(A, 'value: 24\n    printed: "24 đảng bộ"', 'value: 124\n    printed: "124 chi bộ cơ sở"')
    assert root.problems() == []


@pytest.mark.parametrize("phrase", ["7.397 đảng viên", "có 7.397 đảng viên", "7.397"])
def test_a_number_is_a_figure_or_none(root: Root, phrase: str) -> None:
    root.edit(SEED, '"nhiệm kỳ 2015-2020", paragraph: 3', f'"{phrase}", paragraph: 12')
    problem = root.problem()
    assert (problem.file, problem.line, problem.column) == root.place(A, '"7.397 đảng viên"')
    line = root.place(SEED, phrase)[1]
    assert problem.message.en == f'members: "{phrase}" is listed under not_figures too, {SEED} line {line}'
    assert problem.hint.en.startswith("delete it there")


@pytest.mark.parametrize("listed", ['"7.397 đảng viên", paragraph: 11', '"đảng viên", paragraph: 12'])
def test_what_stands_elsewhere_or_has_no_number_is_no_contradiction(root: Root, listed: str) -> None:
    root.edit(SEED, '"nhiệm kỳ 2015-2020", paragraph: 3', listed)
    assert root.problems() == []
