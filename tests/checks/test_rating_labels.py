"""A rating's label, its tier, its scheme and its year go together."""

from __future__ import annotations

import pytest

from tests.sample import FILES, INDICATORS, Root

A, B = "data/figures/paper-2019.yaml", "data/figures/paper-2020.yaml"
TABLE, SCHEMES = "data/indicators.yaml", "data/schemes.yaml"
TWO_SCHEMES = """\
schemes:
  - id: old
    name: {vi: "Đến 2017", en: "To 2017"}
    years: "../2017"
    documents: {vi: "HD 20", en: "Guidance 20"}
    labels: ["trong sạch, vững mạnh", "hoàn thành tốt nhiệm vụ", "hoàn thành nhiệm vụ", "yếu kém"]
  - id: party-2018-2022
    name: {vi: "2018–2022", en: "2018–2022"}
    years: "2018/2022"
    documents: {vi: "QĐ 132", en: "Regulation 132"}
    labels:
      ["hoàn thành xuất sắc nhiệm vụ", "hoàn thành tốt nhiệm vụ", "hoàn thành nhiệm vụ", "không hoàn thành nhiệm vụ"]
  - id: title
    name: {vi: "Danh hiệu", en: "A title"}
    years: ""
    documents: {vi: "HD 10", en: "Guidance 10"}
    labels: ["trong sạch, vững mạnh toàn diện"]
"""
RATED = 'label: "hoàn thành tốt nhiệm vụ", label_en: "did well", tier: good}\n  - id: graduates'


@pytest.fixture
def rated(root: Root) -> Root:
    """The sample with schemes of four labels."""
    root.write(SCHEMES, TWO_SCHEMES)
    assert root.problems() == []
    return root


@pytest.mark.parametrize(
    ("rating", "said"),
    [
        ('label: "hoàn thành tốt nhiệm vụ", label_en: "x", tier: excellent', "tier excellent of the label"),
        ('label: "hoàn thành tốt nhiệm vụ trở lên", label_en: "x", tier: good', "tier good of the label"),
        ('label: "hoàn thành tốt nhiệm vụ", label_en: "x", tier: good_or_better', "tier good_or_better of the label"),
        ('label: "hoàn thành tốt nhiệm vụ", label_en: "x"', "tier None of the label"),
        ('label: "yếu kém", label_en: "x", tier: not_completed, scheme: party-2018-2022', "has no label"),
    ],
)
def test_an_indicators_tier_and_scheme_are_those_of_its_label(rated: Root, rating: str, said: str) -> None:
    rated.edit(TABLE, RATED, f"{rating}}}\n  - id: graduates")
    told = [one for one in rated.problems() if one.file == TABLE]
    assert len(told) == 1
    assert said in told[0].message.en
    assert told[0].hint.en


@pytest.mark.parametrize(
    ("rating", "hint"),
    [
        ('label: "hoàn thành tốt nhiệm vụ", label_en: "x", tier: excellent', "write tier: good"),
        ('label: "hoàn thành tốt nhiệm vụ trở lên", label_en: "x", tier: good', "write tier: good_or_better"),
        ('label: "đạt yêu cầu trở lên", label_en: "x", tier: good', "cumulative with trở lên, else not"),
    ],
)
def test_the_hint_is_the_tier_of_the_label_as_far_as_it_is_known(rated: Root, rating: str, hint: str) -> None:
    rated.edit(TABLE, RATED, f"{rating}}}\n  - id: graduates")
    assert hint in [one.hint.en for one in rated.problems()]


def test_not_to_complete_is_the_tier_that_a_denied_label_has(rated: Root) -> None:
    rated.edit(B, "grade: good", "grade: not_completed")
    rated.edit(B, "công nhận hoàn thành tốt nhiệm vụ năm 2019", "chưa hoàn thành nhiệm vụ năm 2019")
    assert rated.problems() == []


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("trên 90% hoàn thành nhiệm vụ", 'has the label "hoàn thành nhiệm vụ", but good means "hoàn thành tốt'),
        ("trên 90% trong sạch, vững mạnh", 'has the label "trong sạch, vững mạnh", but good means'),
        ("trên 90% trong sạch, vững mạnh toàn diện", 'has the label "trong sạch, vững mạnh toàn diện", but'),
        ("hoàn thành tốt nhiệm vụ trở lên trên 90%", '"hoàn thành tốt nhiệm vụ" stands with "trở lên", but'),
        ("trên 90% hoàn thành tốt nhiệm vụ", ""),
        ("trên 90% hoàn thành tốt nhiệm vụ, hoàn thành nhiệm vụ", ""),
        ("trên 90% đủ tư cách, hoàn thành tốt nhiệm vụ", ""),
        ("trên 90% trong sạch, vững mạnhz", ""),  # no word of the label is within another
        ("trên 90% xtrong sạch, vững mạnh", ""),
        ("trên 90% hoàn thành tốt nhiệm vụ, cả xã trở lên", ""),
        ("trên 90% chưa hoàn thành tốt nhiệm vụ", '"chưa hoàn thành tốt nhiệm vụ" is not to reach that'),
    ],
)
def test_the_label_in_a_phrase_is_the_indicators(rated: Root, printed: str, said: str) -> None:
    rated.edit(A, '"trên 90% đảng viên"', f'"{printed}"')
    if not said:
        assert rated.problems() == []
        return
    problem = rated.problem()
    assert said in problem.message.en
    assert (problem.file, problem.line, problem.column) == rated.place(A, "members_good")


def test_a_cumulative_tier_needs_its_words(rated: Root) -> None:
    rated.edit(TABLE, RATED, 'label: "hoàn thành tốt nhiệm vụ trở lên", label_en: "x", tier: good_or_better}\n'
               "  - id: graduates")  # fmt: skip
    assert rated.problems() == []  # a phrase that does not reach the label says nothing of it
    rated.edit(A, '"trên 90% đảng viên"', '"hoàn thành tốt nhiệm vụ chiếm trên 90%"')
    assert 'stands without "trở lên"' in rated.problem().message.en


def test_a_label_of_a_part_of_those_that_have_another_is_one_of_the_schemes(rated: Root) -> None:
    label = "trong sạch, vững mạnh tiêu biểu"
    rated.edit(TABLE, RATED, f'label: "{label}", label_en: "x", scheme: old}}\n  - id: graduates')
    (problem,) = (one for one in rated.problems() if one.file == TABLE)
    assert "has no label" in problem.message.en
    labels = '"hoàn thành nhiệm vụ", "yếu kém"]\n'
    rated.edit(SCHEMES, labels, f'{labels}    of_which: ["{label}"]\n')
    assert [one for one in rated.problems() if one.file == TABLE] == []


def test_a_label_of_a_part_is_told_from_the_one_that_it_is_a_part_of(rated: Root) -> None:
    rated.edit(SCHEMES, '"hoàn thành nhiệm vụ", "yếu kém"]\n',
               '"hoàn thành nhiệm vụ", "yếu kém"]\n    of_which: ["hoàn thành tốt nhiệm vụ tiêu biểu"]\n')  # fmt: skip
    rated.edit(A, '"trên 90% đảng viên"', '"trên 90% hoàn thành tốt nhiệm vụ tiêu biểu"')
    assert 'has the label "hoàn thành tốt nhiệm vụ tiêu biểu", but good means' in rated.problem().message.en


@pytest.mark.parametrize("grade", ["excellent", "completed", "not_completed", "completed_or_better"])
def test_the_label_in_a_phrase_is_the_grades(rated: Root, grade: str) -> None:
    rated.edit(B, "grade: good", f"grade: {grade}")
    problem = rated.problem()
    assert (problem.file, problem.line, problem.column) == rated.place(B, grade)
    assert 'the phrase has the label "hoàn thành tốt nhiệm vụ", but' in problem.message.en


@pytest.mark.parametrize(
    ("grade", "scheme", "meant"),
    [
        ("excellent", "party-2018-2022", ['"hoàn thành xuất sắc nhiệm vụ"']),  # its own label of that tier
        ("excellent", "title", []),  # of one label, which tells nothing of tiers: any best will do
        ("good", "title", ['"hoàn thành tốt nhiệm vụ"']),  # but no best for a second
    ],
)
def test_a_grade_stands_for_its_schemes_label_or_for_all_where_that_tells_no_tiers(
    rated: Root, grade: str, scheme: str, meant: list[str]
) -> None:
    rated.edit(B, "grade: good", f"grade: {grade}")
    rated.edit(B, "công nhận hoàn thành tốt nhiệm vụ", "công nhận trong sạch, vững mạnh")
    rated.edit(B, "scheme: party-2018-2022", f"scheme: {scheme}")
    told = [one.message.en for one in rated.problems()]
    assert [text.partition(f"{grade} means ")[2] for text in told if f"{grade} means" in text] == meant
    assert [text for text in told if f"scheme: {scheme} has no label" in text]


def test_a_scheme_has_the_label_of_its_rating(rated: Root) -> None:
    rated.edit(A, "scheme: party-2018-2022", "scheme: title")
    problem = rated.problem()
    assert problem.message.en == 'members_good: scheme: title has no label "hoàn thành tốt nhiệm vụ"'
    assert problem.hint.en == "it is a label of old, party-2018-2022"


def test_a_label_that_joins_several_has_one_of_its_schemes(rated: Root) -> None:
    rated.write(TABLE, INDICATORS.replace(RATED, 'label: "hoàn thành, hoàn thành tốt nhiệm vụ trở trên", '
                'label_en: "x", tier: unclear}\n  - id: graduates'))  # fmt: skip
    assert rated.problems() == []
    rated.edit(A, "scheme: party-2018-2022", "scheme: title")
    assert "scheme: title has no label of" in rated.problem().message.en


def test_a_rating_of_another_year_than_its_schemes_is_told_in_a_note_that_names_the_years(rated: Root) -> None:
    rated.edit(A, "scheme: party-2018-2022", "scheme: old")
    problem = rated.problem()
    assert problem.message.en == "members_good: a rating of 2018, but old is of ../2017"
    assert "2017" in problem.hint.en
    rated.edit(A, "scheme: old", "scheme: old\n    note: {vi: không rõ năm, en: the year is unclear}")
    assert rated.problem().message.en == problem.message.en
    rated.edit(A, "{vi: không rõ năm, en: the year is unclear}", '{vi: "nhãn đến 2017", en: "a label up to 2017"}')
    assert rated.problems() == []


def test_no_date_is_outside_no_years(rated: Root) -> None:
    rated.edit(A, 'as_of: 2018\n    inferred: {vi: "đoán là 2018", en: "guessed, 2018"}', "as_of: undated")
    rated.edit(A, "scheme: party-2018-2022", "scheme: old")
    assert rated.problems() == []


def test_the_sample_with_one_label_says_nothing_of_tiers(root: Root) -> None:
    root.edit(B, "grade: good", "grade: excellent")
    assert FILES[SCHEMES].count("hoàn thành") == 1
    assert root.problems() == []
