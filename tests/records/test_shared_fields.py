"""What several figures share is written once."""

from __future__ import annotations

import json

import jsonschema
import pytest

from dashboard.language.dates import Period
from dashboard.records.json_schemas import schemas
from dashboard.records.yaml_text import read
from tests.sample import Root

A = "data/figures/paper-2019.yaml"
GROUP = """\
  - as_of: 2018
    inferred: {vi: "đoán là 2018", en: "guessed, 2018"}
    base: not_stated
    figures:
      - indicator: members_good
        value: 90
        hedge: over
        printed: "trên 90% đảng viên"
        paragraph: 13
        scheme: party-2018-2022
      - indicator: graduates
        value: 223
        out_of: 226
        printed: "223/226 cán bộ"
        paragraph: 14
        as_of: 2019
        base: all
"""


@pytest.fixture
def grouped(root: Root) -> Root:
    """The sample with two of its figures in a group."""
    text = (root.path / A).read_text("utf-8")
    start, end = text.index("  - indicator: members_good"), text.index("  - indicator: hamlets")
    root.write(A, text[:start] + GROUP + text[end:])
    return root


def test_a_figure_takes_what_its_group_says_unless_it_says_it_itself(grouped: Root) -> None:
    dataset = grouped.dataset()
    good, graduates = dataset.by_id["paper-2019/members_good"], dataset.by_id["paper-2019/graduates"]
    assert (good.as_of, good.figure.base) == (Period.parse("2018"), "not_stated")
    assert good.inferred is not None
    assert (graduates.as_of, graduates.figure.base) == (Period.parse("2019"), "all")
    assert graduates.inferred is None  # the reason is of the other date
    assert [one.reference for one in dataset.entries[:6]] == [
        "members", "organizations", "committees", "cells", "members_good", "graduates"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "at"),
    [
        ("        value: 223\n", "        value: 224\n", "224"),
        ('"223/226 cán bộ"\n        paragraph: 14', '"223/226 cán bộ"\n        paragraph: x', "x"),
        ("    base: not_stated\n", "    base: decide\n", "decide"),
        ("    base: not_stated\n", "    base: nothing\n", "nothing"),
        ("  - indicator: hamlets\n    value: 154\n", "  - indicator: hamlets\n    value: 155\n", "155"),
    ],
)
def test_a_problem_stands_once_where_it_is_written(grouped: Root, old: str, new: str, at: str) -> None:
    grouped.edit(A, old, new)
    problem = grouped.problem()
    file, line, column = grouped.place(A, f" {at}\n")
    assert (problem.file, problem.line, problem.column) == (file, line, column + 1)


@pytest.mark.parametrize(
    "items", ["    figures: []\n", "    figures:\n      - {as_of: 2018, figures: [{indicator: members, value: 1}]}\n"]
)
def test_a_group_of_none_and_a_group_in_a_group_are_refused(root: Root, items: str) -> None:
    text = (root.path / A).read_text("utf-8")
    root.write(A, text.replace("sums:\n", f"  - as_of: 2018\n{items}sums:\n"))
    assert {problem.file for problem in root.problems()} == {A}


def test_an_editor_takes_a_group_and_refuses_a_key_that_there_is_not(grouped: Root) -> None:
    schema = json.loads(schemas(grouped.dataset())["figures.json"])
    group = {"as_of": "2018", "figures": [{"indicator": "members", "value": 1, "printed": "1 đảng viên"}]}
    file = {"article": "a", "locality": "b", "as_of": "2019", "figures": [group]}
    jsonschema.validate(file, schema)
    group["bas"] = "all"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(file, schema)


def test_a_file_without_groups_is_read_as_before() -> None:
    raw = b"figures:\n  - {a: 1}\n  - {b: 2}\n"
    document = read(raw, "x.yaml", with_marks=True)
    assert document.data == {"figures": [{"a": 1}, {"b": 2}]}
    assert document.marks.value(("figures", 1, "b")) == (3, 9)
