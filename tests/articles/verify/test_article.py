"""Each way in which a text speaks against a figure is told, at the line of the field that is wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.articles.verify.desk import FIGURES, SEED, Desk

Report = Callable[[], Any]


def only(report: Report) -> Any:
    """The one disproof there is."""
    found = report()["disproofs"]
    assert len(found) == 1, found
    return found[0]


def place(desk: Desk, file: str, words: str) -> tuple[str, int]:
    return desk.root.place(file, words)[:2]


def test_the_desk_is_proven_whole(report: Report) -> None:
    said = report()
    assert said["text"] == {"state": "held", "file": "a.txt", "problem": None}
    assert {one["state"] for one in said["figures"]} == {"proven"}
    assert said["disproofs"] == []
    assert said["coverage"] == {
        "numerals": 23,
        "in_figures": 9,
        "listed": {"content": 1, "occasion": 1},
        "by_rule": {"clock_times": 3, "congresses": 1, "dates": 5, "documents": 1, "terms": 2},
        "left_over": [],
    }


@pytest.mark.parametrize(
    ("old", "new", "kind", "line", "message"),
    [
        ("7.397 đảng viên", "7.379 đảng viên", "nearest", 'printed: "7.397', 'in paragraph 3: "7.379 đảng viên"'),
        ("48 TCCSĐ", "148 TCCSĐ", "inside", 'printed: "48', 'only inside "148 TCCSĐ"'),
        ("223/226 cán bộ có", "cán bộ có", "nearest", 'printed: "223/226', 'nearest, in paragraph 4: '),
        ("ở khắp nơi", "hơn, 48 TCCSĐ", None, "", ""),
        ("gồm 24 đảng bộ", "gồm 24 đảng bộ, tức 24 đảng bộ", "repeated", 'printed: "24 đảng bộ', "stands 2 times"),
        ("có 48 TCCSĐ", "có hơn 48 TCCSĐ", "hedge", 'printed: "48', '"hơn" stands at "48" in the text, outside'),
        ("trên 90% đảng", "40 trên 90% đảng", None, "", ""),
        ("có 48 TCCSĐ", "có 45-48 TCCSĐ", "cut", 'printed: "48', 'one end of the range "45-48"'),
        ("7.397 đảng viên", "ngày 7.397 đảng viên", None, "", ""),
        ("Năm 2018, trên", "Năm 2017, trên", "year", "as_of: 2018", "2018 is not printed here"),
        ("so với năm 2015", "so với trước", None, "", ""),
        ("hoàn thành tốt nhiệm vụ;", "tốt;", None, "", ""),
    ],
)  # fmt: skip
def test_a_text_with_one_thing_changed_fails_on_the_right_line(
    desk: Desk, report: Report, old: str, new: str, kind: str | None, line: str, message: str
) -> None:
    desk.reword(old, new)
    if kind is None:
        assert report()["disproofs"] == []
        return
    told = only(report)
    assert told["kind"] == kind
    assert (told["problem"]["file"], told["problem"]["line"]) == place(desk, FIGURES, line)
    assert message in told["problem"]["message"]
    (figure,) = told["figures"]
    states = {one["id"]: one["state"] for one in report()["figures"]}
    assert states.pop(figure) == "disproved"
    assert set(states.values()) == {"proven"}


@pytest.mark.parametrize(
    ("old", "new", "kind", "line", "message"),
    [
        ('TCCSĐ"\n    paragraph: 3', 'TCCSĐ"\n    paragraph: 4', "elsewhere", "paragraph: 4", "stands in paragraph 3"),
        ('TCCSĐ"\n    paragraph: 3', 'TCCSĐ"\n    paragraph: 40', "elsewhere", "paragraph: 40", "only 6 paragraphs"),
        ('hedge: over\n    printed: "trên 90%', 'printed: "90%', "hedge", 'printed: "90%', '"trên" stands at "90%"'),
        ('printed: "kết quả cao"', 'printed: "tỷ lệ rất cao ở"', "nowhere", 'printed: "tỷ lệ', "own_rating: "),
        ("since: 2015", "since: 2014", "year", "since: 2014", "2014 is not printed here"),
        ('154 thôn"', '154 thôn"\n    as_of: 2017', "year", "as_of: 2017", "2017 is not printed here"),
        ('"7.397 đảng viên"', '"7.397 đảng viên"\n    as_of: 2019-06-11', "date", "as_of: 2019-06", "that day is not"),
    ],
)
def test_a_record_with_one_thing_changed_fails_on_the_right_line(
    desk: Desk, report: Report, old: str, new: str, kind: str, line: str, message: str
) -> None:
    desk.edit(FIGURES, old, new)
    told = only(report)
    assert told["kind"] == kind
    assert (told["problem"]["file"], told["problem"]["line"]) == place(desk, FIGURES, line)
    assert message in told["problem"]["message"]
    assert told["problem"]["hint"]


def test_a_numeral_cut_off_is_told(desk: Desk, report: Report) -> None:
    desk.reword("7.397 đảng viên", "7.397 nghìn lượt đảng viên")
    desk.edit(FIGURES, 'printed: "7.397 đảng viên"', 'printed: "với 7.397"')
    told = only(report)
    assert (told["kind"], told["problem"]["hint"]) == ("cut", 'copy all of "7.397 nghìn"')


def test_a_fraction_that_is_a_date_in_its_place_is_told(desk: Desk, report: Report) -> None:
    desk.reword("223/226 cán bộ", "từ ngày 1/2 cán bộ")
    desk.edit(FIGURES, 'value: 223\n    out_of: 226\n    printed: "223/226 cán bộ"',
              'value: 1\n    out_of: 2\n    printed: "1/2 cán bộ"')  # fmt: skip
    assert [one["kind"] for one in report()["disproofs"]] == ["context"]


def test_an_indicator_that_nothing_announces_is_told(desk: Desk, report: Report) -> None:
    desk.edit("data/indicators.yaml", 'unit: {vi: "đảng viên", en: "members"}\n    kind: stock',
              'unit: {vi: "người", en: "people"}\n    words: ["kết nạp"]\n    kind: stock')  # fmt: skip
    told = only(report)
    assert (told["kind"], told["problem"]["line"]) == ("indicator", place(desk, FIGURES, "members")[1])
    desk.reword("7.397 đảng viên", "7.397 đảng viên mới được kết nạp")
    assert report()["disproofs"] == []


def test_words_that_are_a_part_of_anothers_longer_ones_announce_nothing(desk: Desk, report: Report) -> None:
    desk.edit("data/indicators.yaml", "  - id: graduates", '    words: ["xếp loại"]\n  - id: graduates')
    assert report()["disproofs"] == []
    desk.edit("data/indicators.yaml", "  - id: members_each", '    words: ["được xếp loại"]\n  - id: members_each')
    told = only(report)
    assert (told["kind"], told["figures"]) == ("indicator", ["paper-2019/members_good"])
    desk.reword("được xếp loại", "được xếp loại, xếp loại")
    assert report()["disproofs"] == []


def test_words_right_before_the_number_that_announce_another_of_the_unit(desk: Desk, report: Report) -> None:
    closed = (
        '  - id: closed\n    name: {vi: "Giải thể", en: "Closed"}\n    definition: {vi: "x", en: "x"}\n'
        '    unit: {vi: "TCCSĐ", en: "organisations"}\n    kind: flow\n    subject: organization\n'
        '    theme: organisation\n    words: ["giải thể"]\n'
    )
    desk.edit("data/indicators.yaml", "  - id: committees\n", f"{closed}  - id: committees\n")
    desk.reword("toàn huyện có 48 TCCSĐ", "giải thể trên 20 xã; toàn huyện giải thể hơn 48 TCCSĐ")
    desk.edit(FIGURES, 'value: 48\n    printed: "48 TCCSĐ"', 'value: 48\n    hedge: over\n    printed: "hơn 48 TCCSĐ"')
    told = only(report)
    assert (told["kind"], told["figures"]) == ("indicator", ["paper-2019/organizations"])
    assert '"giải thể" stands right before the number and announces closed' in told["problem"]["message"]
    desk.edit("data/indicators.yaml", 'unit: {vi: "TCCSĐ", en: "organisations"}\n    kind: stock',
              'unit: {vi: "TCCSĐ", en: "organisations"}\n    words: ["giải thể"]\n    kind: stock')  # fmt: skip
    assert report()["disproofs"] == []


def test_one_numeral_claimed_twice_is_told(desk: Desk, report: Report) -> None:
    desk.edit(FIGURES, '"24 đảng bộ"', '"có 48"')
    desk.edit(FIGURES, '    value: 24\n    printed: "có 48"', '    value: 48\n    printed: "có 48"')
    desk.edit(FIGURES, "sums:\n  - whole: organizations\n    parts: [committees, cells]\n    complete: true\n", "")
    said = report()
    assert said["disproofs"] == []  # a declared part of the same whole
    assert [one["numeral"] for one in said["coverage"]["left_over"]] == ["24"]
    desk.edit("data/indicators.yaml", "part_of: organizations\n  - id: cells", "\n  - id: cells")
    told = only(report)
    assert told["kind"] == "double_claim"
    assert sorted(told["figures"]) == ["paper-2019/committees", "paper-2019/organizations"]
    assert (told["problem"]["file"], told["problem"]["line"]) == place(desk, FIGURES, '"có 48"')


def test_a_figure_made_of_a_date_is_told(desk: Desk, report: Report) -> None:
    desk.edit(FIGURES, 'value: 48\n    printed: "48 TCCSĐ"\n    paragraph: 3',
              'value: 2018\n    printed: "Năm 2018"\n    paragraph: 4')  # fmt: skip
    desk.edit(FIGURES, "sums:\n  - whole: organizations\n    parts: [committees, cells]\n    complete: true\n", "")
    told = only(report)
    assert (told["kind"], told["problem"]["line"]) == ("no_statistic", place(desk, FIGURES, "value: 2018")[1])
    assert [one["numeral"] for one in report()["coverage"]["left_over"]] == ["48"]


@pytest.mark.parametrize(
    ("old", "new", "kind", "line"),
    [
        ('"27 biểu hiện", paragraph: 6', '"27 biểu hiện", paragraph: 5', "elsewhere", "27 biểu"),
        ('"27 biểu hiện", paragraph: 6', '"28 biểu hiện", paragraph: 6', "nearest", "28 biểu"),
        ('"27 biểu hiện", paragraph: 6', '"27 biểu hiện", times: 2, paragraph: 6', "times", "27 biểu"),
        ('"27 biểu hiện", paragraph: 6', '"soi mình qua", paragraph: 6', "no_numeral", "soi mình"),
        ('"27 biểu hiện", paragraph: 6', '"toàn huyện có 48", paragraph: 3', "aside_is_figure", "toàn huyện"),
    ],
)
def test_what_is_listed_as_no_figure_is_proved_too(
    desk: Desk, report: Report, old: str, new: str, kind: str, line: str
) -> None:
    desk.edit(SEED, old, new)
    told = only(report)
    assert told["kind"] == kind
    assert (told["problem"]["file"], told["problem"]["line"]) == place(desk, SEED, line)


def test_an_entry_that_stands_more_often_says_how_often(desk: Desk, report: Report) -> None:
    desk.reword("ở khắp nơi", "qua 27 biểu hiện")
    assert only(report)["problem"]["hint"] == "write times: 2, or a longer phrase for each"
    desk.edit(SEED, '"27 biểu hiện", paragraph: 6', '"27 biểu hiện", times: 2, paragraph: 6')
    assert report()["coverage"]["listed"] == {"content": 2, "occasion": 1}


def test_a_numeral_that_nothing_accounts_for_is_left_over_with_its_context(desk: Desk, report: Report) -> None:
    desk.reword("ở khắp nơi", "ở 12 xã và hai thôn của huyện")
    said = report()
    assert said["disproofs"] == []
    assert said["coverage"]["left_over"] == [
        {"paragraph": 6, "numeral": "12", "context": "… kết quả cao ở [12] xã và hai thôn …"},
        {"paragraph": 6, "numeral": "hai", "context": "… ở 12 xã và [hai] thôn của huyện."},
    ]


def test_a_changed_text_is_tried_but_proves_nothing(desk: Desk, report: Report) -> None:
    desk.reword("7.397 đảng viên", "7.379 đảng viên", read=False)
    said = report()
    assert said["text"]["state"] == "changed"
    assert [one["state"] for one in said["figures"]].count("fits_changed_text") == 7
    assert only(report)["figures"] == ["paper-2019/members"]


def test_of_an_excerpt_that_is_held_each_phrase_stands_once_anywhere(desk: Desk, report: Report) -> None:
    desk.edit(SEED, "text:\n", "text:\n  read: excerpt\n")
    lines = (desk.root.path / FIGURES).read_text("utf-8").splitlines(keepends=True)
    desk.root.write(FIGURES, "".join(line for line in lines if "paragraph" not in line))
    assert report()["disproofs"] == []
    desk.reword("ở khắp nơi", "ở 48 TCCSĐ")
    desk.edit(SEED, "text:\n", "text:\n  read: excerpt\n")
    assert only(report)["kind"] == "repeated"
