"""What a date may say for each kind of figure: a period, bounds on a moment, or a length without its years."""

from __future__ import annotations

import pytest

from tests.sample import Root

A = "data/figures/paper-2019.yaml"
INDICATORS = "data/indicators.yaml"
STOCK, SHARE = 'printed: "7.397 đảng viên"', "    as_of: 2018\n"
CUT = '    printed: "giảm 235 chỉ tiêu so với năm 2015"\n    paragraph: 16\n    since: 2015\n'
ALONE = '    printed: "giảm 235 chỉ tiêu"\n    paragraph: 16\n'

REFUSED = {
    "a length of a stock": (
        STOCK,
        STOCK + "\n    length: 5\n    as_of: undated",
        "5\n    as_of: undated",
        "members: length, but a stock is of a moment",
        "delete it",
    ),
    "a term of a stock": (
        STOCK,
        STOCK + "\n    as_of: 2014/2019\n    term: true",
        "true",
        "members: term, but a stock is of a moment",
        "delete it",
    ),
    "an average of a stock": (
        STOCK,
        STOCK + "\n    as_of: 2015/2019\n    average: true",
        "true",
        "average where a stock is of 2015/2019",
        "a share of several years",
    ),
    "an average of a year": (
        SHARE,
        SHARE + "    average: true\n",
        "true",
        "average where a share is of 2018",
        "a share of several years",
    ),
    "a share of several years": (
        SHARE,
        "    as_of: 2018/2019\n",
        "2018/2019",
        "members_good: a share of 2018/2019: of all of it, or of some moment",
        "average: true for all of it, average: false",
    ),
    "a term of a share of one moment": (
        SHARE,
        "    as_of: 2018/2019\n    average: false\n    term: true\n",
        "true",
        "members_good: term, but a share is of a moment",
        "delete it",
    ),
    "a change with no end": (
        CUT,
        ALONE + "    as_of: 2016/..\n",
        "2016/..",
        "posts_cut: as_of 2016/.., but a change is of a period",
        "write its last day too",
    ),
    "a change with no beginning": (
        CUT,
        ALONE + "    as_of: ../2018-06\n",
        "../2018-06",
        "posts_cut: as_of ../2018-06, but a change is of a period",
        "as_of: 2018-06, up to which it counts",
    ),
    "a length beside the years": (
        CUT,
        ALONE + "    as_of: 2015/2019\n    length: 5\n",
        "length: 5\n",
        "posts_cut: length, though as_of: 2015/2019 says",
        "delete length",
    ),
    "a length beside a baseline": (
        CUT,
        CUT + "    as_of: undated\n    length: 5\n",
        "length: 5\n",
        "posts_cut: length, though since says",
        "delete length",
    ),
    "a length of no years": (
        CUT,
        ALONE + "    as_of: undated\n    length: 0\n",
        "length: 0\n",
        "posts_cut: length is 0 years",
        "half a year is 0.5",
    ),
    "a year for a length": (
        CUT,
        ALONE + "    as_of: undated\n    length: 2015\n",
        "length: 2015\n",
        "posts_cut: length is 2015 years",
        "such as 5",
    ),
    "a term of one year": (
        CUT,
        ALONE + "    as_of: 2018\n    term: true\n",
        "true",
        "posts_cut: term, but as_of is 2018",
        "as_of: 2015/2020",
    ),
}


@pytest.mark.parametrize("case", REFUSED.values(), ids=REFUSED)
def test_what_makes_no_sense_is_told_once_where_it_stands(root: Root, case: tuple[str, str, str, str, str]) -> None:
    old, new, at, message, hint = case
    root.edit(A, old, new)
    problem = root.problem()
    assert message in problem.message.en
    assert hint in problem.hint.en
    assert problem.message.vi != problem.message.en
    assert problem.hint.vi != problem.hint.en
    assert (problem.file, problem.line) == root.place(A, at)[:2]


ALLOWED = {
    "a stock not after a day": (STOCK, STOCK + "\n    as_of: ../2018-06-22"),
    "a stock not before a year": (STOCK, STOCK + "\n    as_of: 2015/.."),
    "a stock of one of two years": (STOCK, STOCK + "\n    as_of: 2017/2018"),
    "a share not after a year": (SHARE, "    as_of: ../2018\n"),
    "a share of all of several years": (SHARE, "    as_of: 2018/2019\n    average: true\n"),
    "a part of a total of one of two years": (
        'printed: "223/226 cán bộ"',
        'printed: "223/226 cán bộ"\n    as_of: 2017/2018',
    ),
    "a share of one of several years": (SHARE, "    as_of: 2018/2019\n    average: false\n"),
    "a change over five years, not said which": (CUT, ALONE + "    as_of: undated\n    length: 5\n"),
    "a length that the phrase names": (
        CUT,
        '    printed: "trong 5 năm giảm 235 chỉ tiêu"\n    paragraph: 16\n    as_of: undated\n    length: 5\n',
    ),
    "a length in months": (
        CUT,
        '    printed: "6 tháng giảm 235 chỉ tiêu"\n    paragraph: 16\n    as_of: undated\n    length: 0.5\n',
    ),
    "a change over a term": (CUT, ALONE + "    as_of: 2014/2019\n    term: true\n"),
}


@pytest.mark.parametrize("case", ALLOWED.values(), ids=ALLOWED)
def test_what_a_date_may_say(root: Root, case: tuple[str, str]) -> None:
    root.edit(A, *case)
    assert root.problems() == []


def test_a_number_that_is_no_length_is_still_to_be_accounted_for(root: Root) -> None:
    root.edit(A, CUT, '    printed: "5 xã giảm 235 chỉ tiêu"\n    paragraph: 16\n    as_of: undated\n    length: 5\n')
    assert root.problem().message.en == 'posts_cut: no field accounts for "5" in the phrase'


def test_only_a_share_says_whether_it_adds_up(root: Root) -> None:
    root.edit(
        INDICATORS,
        "    kind: stock\n    subject: party_member",
        "    kind: stock\n    adding_up: true\n    subject: party_member",
    )
    problem = root.problem()
    assert problem.message.en == "members: adding_up where the kind is stock"
    assert (problem.file, problem.line) == root.place(INDICATORS, "true\n    subject")[:2]


@pytest.mark.parametrize(("unit", "problems"), [("điểm phần trăm", 0), ("chỉ tiêu", 1)])
def test_points_are_measured_not_counted(root: Root, unit: str, problems: int) -> None:
    root.edit(INDICATORS, 'unit: {vi: "chỉ tiêu", en: "posts"}', f'unit: {{vi: "{unit}", en: "posts"}}')
    root.edit(
        A,
        CUT.replace("    printed", "    value: 235\n    printed"),
        "    value: 1.8\n" + CUT.replace("235 chỉ tiêu", f"1,8 {unit}"),
    )
    assert len(root.problems()) == problems


@pytest.mark.parametrize(("since", "problems"), [("2016-07-01", 0), ("2025-07-01", 1)])
def test_a_commune_has_what_districts_had_from_its_day_on(root: Root, since: str, problems: int) -> None:
    levels = "    levels: [province, district]\n"
    root.edit(INDICATORS, levels, f"{levels}    communes_since: {since}\n")
    root.edit(
        "data/figures/paper-2020.yaml",
        '  - indicator: members\n    value: 430\n    printed: "430 đảng viên"',
        '  - indicator: organizations\n    value: 430\n    printed: "430 TCCSĐ"',
    )
    found = root.problems()
    assert len(found) == problems
    for problem in found:
        assert problem.hint.en == "it exists for: province or district, from 2025-07-01 also a commune"
