"""What the words of a phrase count is what the indicator counts."""

from __future__ import annotations

import pytest

from tests.sample import Root

A, TABLE = "data/figures/paper-2019.yaml", "data/indicators.yaml"


@pytest.fixture
def worded(root: Root) -> Root:
    """The sample with words that announce some of its indicators."""
    for id, words in (("members", '["đảng viên"]'), ("cells", '["chi bộ cơ sở"]'), ("members_good", '["xếp loại"]')):
        root.edit(TABLE, f"  - id: {id}\n", f"  - id: {id}\n    words: {words}\n")
    admitted = (
        '  - id: admitted\n    name: {vi: "Kết nạp", en: "Admitted"}\n    definition: {vi: "x", en: "x"}\n'
        '    unit: {vi: "đảng viên", en: "members"}\n    kind: flow\n    subject: party_member\n'
        '    theme: organisation\n    words: ["kết nạp", "kết nạp mới"]\n'
    )
    root.edit(TABLE, "  - id: organizations\n", f"{admitted}  - id: organizations\n")
    root.edit(TABLE, 'unit: {vi: "TCCSĐ"', 'unit: {vi: "tổ chức cơ sở đảng"')
    assert root.problems() == []
    return root


@pytest.mark.parametrize(
    ("indicator", "printed", "said"),
    [
        ("members", "7.397 tổ chức cơ sở đảng", 'the phrase counts "tổ chức cơ sở đảng", but'),
        ("hamlets", "7.397 đảng viên", 'the phrase counts "đảng viên", but this indicator is about hamlet'),
        ("members", "7.397 chi bộ", 'the phrase counts "chi bộ"'),
        ("members", "7.397 đồng chí", ""),
        ("members", "7.397 lượt đảng viên", 'the phrase counts "lượt", but the unit of the indicator is đảng viên'),
        ("organizations", "7.397 chi bộ, đảng bộ", ""),
        ("committees", "7.397 đảng bộ", ""),
        ("hamlets", "của đảng viên là 7.397", ""),
        ("graduates", "7.397 đảng viên", ""),
    ],
)
def test_the_noun_after_the_number_is_of_the_indicators_subject(
    worded: Root, indicator: str, printed: str, said: str
) -> None:
    extra = "as_of: 2019\n    base: not_stated" if indicator == "graduates" else "as_of: 2019"
    worded.edit(A, "sums:\n  - whole: organizations\n    parts: [committees, cells]\n    complete: true\n", "")
    worded.edit(A, 'indicator: members\n    value: 7397\n    printed: "7.397 đảng viên"',
                f'indicator: {indicator}\n    key: b\n    {extra}\n    value: 7397\n'
                f'    printed: "{printed}"')  # fmt: skip
    told = [one for one in worded.problems() if "the phrase counts" in one.message.en]
    assert len(told) == bool(said)
    if said:
        assert said in told[0].message.en
        assert (told[0].file, told[0].line, told[0].column) == worded.place(A, f"{indicator}\n    key: b")


@pytest.mark.parametrize(
    ("indicator", "printed", "announced"),
    [
        ("members", "kết nạp 7.397 đảng viên", "admitted"),
        ("members", "kết nạp mới 7.397 đảng viên", "admitted"),
        ("admitted", "kết nạp 7.397 đảng viên", ""),
        ("admitted", "7.397 đảng viên", ""),
        ("members", "7.397 đảng viên", ""),
    ],
)
def test_a_phrase_announces_its_own_indicator(worded: Root, indicator: str, printed: str, announced: str) -> None:
    worded.edit("data/charts.yaml", "indicators: [members, ", "indicators: [members, admitted, ")
    worded.edit(A, 'indicator: members\n    value: 7397\n    printed: "7.397 đảng viên"',
                f'indicator: {indicator}\n    value: 7397\n    printed: "{printed}"')  # fmt: skip
    if not announced:
        assert worded.problems() == []
        return
    problem = worded.problem()
    assert f"announces {announced}" in problem.message.en
    assert problem.hint.en.startswith(f"take {announced}, or add the words")
    assert (problem.file, problem.line, problem.column) == worded.place(A, f"{indicator}\n    value: 7397")


def test_words_that_are_only_a_part_of_anothers_longer_ones_do_not_count(worded: Root) -> None:
    worded.edit("data/charts.yaml", "indicators: [members, ", "indicators: [members, admitted, ")
    worded.edit(TABLE, 'words: ["đảng viên"]', 'words: ["đảng viên", "kết nạp"]')
    worded.edit(A, '"7.397 đảng viên"', '"kết nạp mới 7.397 đảng viên"')
    assert 'says "kết nạp mới", which announces admitted' in worded.problem().message.en
    worded.edit(A, '"kết nạp mới 7.397 đảng viên"', '"kết nạp 7.397 đảng viên"')
    assert worded.problems() == []


@pytest.mark.parametrize(("money", "told"), [("2 tỷ USD", True), ("2 tỷ đô la", True), ("2 tỷ đồng", False)])
def test_other_money_is_no_dong(root: Root, money: str, told: bool) -> None:
    root.edit(TABLE, 'unit: {vi: "đảng viên", en: "members"}', 'unit: {vi: "đồng", en: "đồng"}')
    root.edit(A, "value: 7397", "value: 2000000000")
    root.edit(A, '"7.397 đảng viên"', f'"{money}"')
    assert any("the phrase counts" in one.message.en for one in root.problems()) is told
