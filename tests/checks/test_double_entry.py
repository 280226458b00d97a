"""``value`` is typed, ``printed`` is copied: every disagreement is told, and nothing that agrees."""

from __future__ import annotations

import pytest

from tests.sample import Root

B = "data/figures/paper-2020.yaml"
HEAD = "article: paper-2020\nlocality: quang-binh.quang-ninh\nas_of: 2020-05\nfigures:\n"


def written(root: Root, figure: str, *, read_in_full: bool = True) -> list[tuple[str, str]]:
    """What is wrong with one figure: the property it is told at, and the message without the indicator."""
    root.edit("seeds/paper-2020.yaml", "locality: quang-ninh.ha-long.ha-lam", "locality: quang-binh.quang-ninh")
    if read_in_full:
        root.edit("seeds/paper-2020.yaml", "text: {read: excerpt}", f'text: {{file: b.txt, sha256: "{"0" * 64}"}}')
        figure += "; paragraph: 3"
    root.write(B, HEAD + "  - " + figure.replace("; ", "\n    ") + "\n")
    found = []
    for problem in root.problems():
        assert problem.file == B
        line = (root.path / B).read_text("utf-8").splitlines()[problem.line - 1]
        assert problem.column == line.index(": ") + 3
        found.append(
            (line[: line.index(":")].strip(" -"), f"{problem.message.en.partition(': ')[2]} | {problem.hint.en}")
        )
    return found


@pytest.mark.parametrize(
    "figure",
    [
        'indicator: members; value: 7397; printed: "7.397 đảng viên"',
        'indicator: members; value: 4055; printed: "4055 đảng viên"',
        'indicator: members; value: 57000; printed: "57 ngàn đảng viên"',
        'indicator: members; value: 15; printed: "mười lăm đảng viên"',
        'indicator: members; value: 4500; hedge: over; printed: "hơn 4.500 đảng viên"',
        'indicator: members; value: 0; printed: "không có đảng viên nào"',
        'indicator: members; value: 2; printed: "02 đảng viên"',
        'indicator: members; value: 430; printed: "năm 2020 có 430 đảng viên"',
        'indicator: members; value: 430; as_of: 2019-12-31; printed: "đến ngày 31/12/2019 có 430 đảng viên"',
        'indicator: members; value: 430; as_of: 2019-12; printed: "đến tháng 12/2019, 430 đảng viên"',
        'indicator: graduates; value: 223; out_of: 226; base: all; printed: "223/226 người"',
        'indicator: graduates; value: 223; out_of: 226; base: all; printed: "223 trong tổng số 226 người"',
        'indicator: hamlets; value: 154; before: 162; printed: "từ 162 xuống còn 154 thôn"',
        'indicator: hamlets; value: 154; before: 162; printed: "154 thôn, trước là 162"',
        'indicator: hamlets; value: 170; before: 162; printed: "tăng từ 162 lên 170 thôn"',
        'indicator: posts_cut; value: 235; since: 2015; printed: "giảm 235 chỉ tiêu so với năm 2015"',
        'indicator: members_good; value: 96.8; base: all; scheme: party-2018-2022; printed: "96,8% đảng viên"',
        'indicator: members_good; value: 96.8; base: all; scheme: party-2018-2022; printed: "96.8% đảng viên"',
        'indicator: members_good; value: 90; base: all; scheme: party-2018-2022; printed: "đạt 90 phần trăm"',
        'indicator: members_good; value: 90; base: all; scheme: party-2018-2022; printed: "đạt 90 đảng viên"; '
        "note: {vi: bài bỏ dấu %, en: the sign is left out}",
        'indicator: own_rating; grade: good; scheme: party-2018-2022; as_of: 2019; printed: "xếp loại tốt năm 2019"',
    ],
)
def test_what_agrees_is_left_alone(root: Root, figure: str) -> None:
    assert written(root, figure) == []


@pytest.mark.parametrize(
    ("figure", "at", "said"),
    [
        ('indicator: members; value: 7.397; printed: "7.397 đảng viên"', "value",
         'value is 7.397, but printed is "7.397" | write value: 7397'),
        ('indicator: members; value: 431; printed: "430 đảng viên"', "value",
         'value is 431, but printed is "430" | write value: 430'),
        ('indicator: members; value: 430; printed: "đảng viên"', "value",
         "value is 430, but the printed phrase has no such numeral | copy the phrase that holds it, or correct value"),
        ('indicator: members; value: 0; printed: "ít đảng viên"', "value",
         "value is 0, but the printed phrase has no such numeral | copy the phrase that holds it, or correct value"),
        ('indicator: members; value: 1; printed: "gần 1 tỷ đảng viên"; hedge: nearly', "value",
         'value is 1, but printed is "1 tỷ" | write value: 1000000000'),
        ('indicator: members; value: 430; printed: "48 TCCSĐ với 430 đảng viên"', "printed",
         'no field accounts for "48" in the phrase | add out_of, before or since, or copy a shorter phrase'),
        ('indicator: members; value: 430; printed: "năm 2019 có 430 đảng viên"', "printed",
         'no field accounts for "2019" in the phrase | add out_of, before or since, or copy a shorter phrase'),
        ('indicator: graduates; value: 223; base: all; printed: "223/226 người"', "printed",
         'no field accounts for the total in "223/226" | write out_of: 226'),
        ('indicator: graduates; value: 223; out_of: 227; base: all; printed: "223/226 người"', "out_of",
         'out_of is 227, but printed is "223/226" | write out_of: 226'),
        ('indicator: graduates; value: 222; out_of: 226; base: all; printed: "223/226 người"', "value",
         'value is 222, but printed is "223/226" | write value: 223'),
        ('indicator: graduates; value: 223; out_of: 226; base: all; printed: "223 người"', "out_of",
         "out_of is 226, but the printed phrase has no such numeral | "
         "copy the phrase that holds it, or correct out_of"),
        ('indicator: hamlets; value: 154; before: 163; printed: "từ 162 xuống còn 154 thôn"', "before",
         'before is 163, but printed is "162" | write before: 162'),
        ('indicator: hamlets; value: 154; printed: "từ 162 xuống còn 154 thôn"', "printed",
         'no field accounts for "162" in the phrase | add out_of, before or since, or copy a shorter phrase'),
        ('indicator: members; value: 90; printed: "90% đảng viên"', "printed",
         '"90%" is in per cent, but the unit is not | take the indicator that is a share, or correct its unit'),
        ('indicator: members_good; value: 90; base: all; scheme: party-2018-2022; printed: "90 đảng viên"', "printed",
         '"90" has no % sign, but the unit is % | copy the sign; if the article leaves it out, add a note'),
        ('indicator: members; value: 430; printed: "hơn 430 đảng viên"', "printed",
         '"hơn" stands before 430, but hedge is missing | add hedge: over'),
        ('indicator: members; value: 430; hedge: over; printed: "gần 430 đảng viên"', "hedge",
         'hedge is over, but "gần" means nearly | write hedge: nearly'),
        ('indicator: members; value: 430; hedge: over; printed: "430 đảng viên"', "hedge",
         "hedge is over, but no such word stands directly before the numeral | "
         "delete it, or copy the word into printed; hedge_noted: true where you only noted that it is there"),
        ('indicator: hamlets; value: 154; before: 162; printed: "từ gần 162 xuống còn 154 thôn"', "printed",
         '"gần" stands before 162, but hedge is about value | say it in a note'),
        ('indicator: hamlets; value: 162; before: 154; printed: "từ 162 xuống còn 154 thôn"', "before",
         "value is 162 and before 154, the other way round than printed | swap them: before is what there was first"),
        ('indicator: hamlets; value: 162; before: 154; printed: "có 162 thôn nay còn gần 154"; note: {vi: x, en: x}',
         "before",
         "value is 162 and before 154, the other way round than printed | swap them: before is what there was first"),
        ('indicator: own_rating; grade: good; scheme: party-2018-2022; printed: "xếp loại tốt năm 2018"', "printed",
         'no field accounts for "2018" in the phrase | add out_of, before or since, or copy a shorter phrase'),
    ],
)  # fmt: skip
def test_what_disagrees_is_told_at_the_property_with_what_to_write(root: Root, figure: str, at: str, said: str) -> None:
    assert written(root, figure) == [(at, said)]


NOTE = "; note: {vi: x, en: x}"
SHARE = "base: all; scheme: party-2018-2022"
IN_DOUBT = [
    ('indicator: members; value: 102; printed: "1O2 đảng viên"', "there is a letter among the digits"),
    ('indicator: members; value: 3549; printed: "3,549 đảng viên"', "the comma may group thousands"),
    ('indicator: members; value: 397; printed: "khóa 12 397 đảng viên"', "there is a space inside the number"),
    ('indicator: members; value: 10; printed: "10-12 đảng viên"', "it is a range, not one number"),
    ('indicator: members; value: 12; printed: "từ 10 đến 12 đảng viên"', "it is a range, not one number"),
    ('indicator: members; value: 3; printed: "hai, ba đảng viên"', "it is a range, not one number"),
    ('indicator: members; value: 15; printed: "bình quân 15 đảng viên"', "it is a rate or an average, not a count"),
    ('indicator: graduates; value: 2; out_of: 3; base: all; printed: "2/3 số người"',
     "it is a fraction of a whole, not a count"),
    (f'indicator: members_good; value: 80; {SHARE}; printed: "bốn phần năm số đảng viên"',
     "it is a fraction of a whole, not a count"),
    (f'indicator: members_good; value: 66.7; {SHARE}; printed: "2/3 số đảng viên"',
     "it is a fraction of a whole, not a count"),
    ('indicator: members; value: 739712; printed: "7.397.12 đảng viên"',
     "its stops and commas are those of no number"),
]  # fmt: skip


@pytest.mark.parametrize(("figure", "why"), IN_DOUBT)
def test_a_numeral_in_doubt_asks_for_a_note_and_is_recordable_with_one(root: Root, figure: str, why: str) -> None:
    told = written(root, figure)
    assert ("printed", why) in [(at, said.partition('": ')[2].partition(" | ")[0]) for at, said in told]
    assert all("note" in said for _, said in told)


@pytest.mark.parametrize("figure", [figure for figure, _ in IN_DOUBT])
def test_a_note_settles_a_doubt(root: Root, figure: str) -> None:
    assert written(root, figure + NOTE) == []


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u2009", "\u202f", ". ", ".\u00a0", " ."])
def test_a_number_with_a_space_inside_is_recorded_whole_and_never_in_part(root: Root, space: str) -> None:
    assert written(root, f'indicator: members; value: 7397; printed: "7{space}397 đảng viên"') == []


@pytest.mark.parametrize("value", ["397", "7"])
def test_a_part_of_a_numeral_is_no_value(root: Root, value: str) -> None:
    assert written(root, f'indicator: members; value: {value}; printed: "7 397 đảng viên"') == [
        ("value", f'value is {value}, but printed is "7 397" | write value: 7397')
    ]


def test_a_decimal_with_a_space_inside_is_recorded(root: Root) -> None:
    assert written(root, f'indicator: members_good; value: 96.8; {SHARE}; printed: "96, 8% đảng viên"') == []


def test_a_fraction_in_words_is_no_count_of_its_parts(root: Root) -> None:
    ((at, said),) = written(root, 'indicator: members; value: 5; printed: "bốn phần năm số đảng viên"')
    assert at == "value"
    assert said.startswith('value is 5, but printed is "bốn phần năm" | it is a fraction of a whole')


def test_percentage_points_are_no_share(root: Root) -> None:
    ((at, said),) = written(
        root, f'indicator: members_good; value: 3.5; {SHARE}; printed: "tăng 3,5 điểm phần trăm đảng viên"'
    )
    assert (at, said.partition(" | ")[0]) == (
        "printed", '"3,5 điểm phần trăm" is in percentage points, but the unit is not')  # fmt: skip


def test_khong_in_other_company_is_no_printed_zero(root: Root) -> None:
    ((at, said),) = written(root, 'indicator: members; value: 0; printed: "không ngừng bồi dưỡng đảng viên"')
    assert (at, said.partition(",")[0]) == ("value", "value is 0")


HEDGED = 'indicator: members; value: 430; hedge: over; printed: "{}430 đảng viên"'


NOTED = f"{HEDGED}; hedge_noted: true"


def test_a_hedge_outside_the_printed_words_is_said_to_be_the_readers(root: Root) -> None:
    ((field, said),) = written(root, HEDGED.format(""), read_in_full=False)
    assert field == "hedge"
    assert "hedge_noted: true" in said


def test_a_hedge_that_is_said_to_be_the_readers_needs_no_word(root: Root) -> None:
    assert written(root, NOTED.format(""), read_in_full=False) == []


@pytest.mark.parametrize(
    ("item", "said"),
    [(NOTED.format("hơn "), "hedge_noted, but the hedge is printed"),
     (NOTED.format("").replace("hedge: over; ", ""), "hedge_noted, but there is no hedge")],
    ids=["printed", "none"],
)  # fmt: skip
def test_a_noted_hedge_is_one_that_is_not_printed(root: Root, item: str, said: str) -> None:
    assert written(root, item, read_in_full=False) == [("hedge_noted", f"{said} | delete the line")]


def test_a_hedge_in_the_words_that_were_noted_is_the_one_told(root: Root) -> None:
    assert written(root, HEDGED.format("gần "), read_in_full=False) == [
        ("hedge", 'hedge is over, but "gần" means nearly | write hedge: nearly')]  # fmt: skip


def test_an_excerpt_may_not_leave_out_the_hedge_that_it_has(root: Root) -> None:
    bare = 'indicator: members; value: 430; printed: "hơn 430 đảng viên"'
    assert written(root, bare, read_in_full=False) == [
        ("printed", '"hơn" stands before 430, but hedge is missing | add hedge: over')]  # fmt: skip
