"""A value is proven by no numeral that might be meant otherwise, unless a note says how it is read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dashboard.articles.verify.proofs import Proof, status
from dashboard.checks.loading import load
from tests.articles.verify.desk import FIGURES, Desk

Report = Callable[[], Any]
NOTE = '\n    note: {vi: "đọc là thế", en: "read so"}'
MEMBERS = 'value: 7397\n    printed: "7.397 đảng viên"\n    paragraph: 3'


def kinds(report: Report) -> list[str]:
    return [one["kind"] for one in report()["disproofs"]]


def reworded(desk: Desk, text: str, value: int, printed: str, *, noted: bool) -> None:
    """The desk with other words for its members, in the text and in the figure."""
    desk.reword("7.397 đảng viên", text)
    figure = f'value: {value}\n    printed: "{printed}"\n    paragraph: 3'
    desk.edit(FIGURES, MEMBERS, figure + NOTE * noted)


@pytest.mark.parametrize(
    ("text", "value", "printed"),
    [
        ("7 397 đảng viên", 7397, "7 397 đảng viên"),
        ("7. 397 đảng viên", 7397, "7. 397 đảng viên"),
        ("chia cứ 100 dân có 7.397 đảng viên", 7397, "7.397 đảng viên"),
        ("bình quân 7.397 đảng viên", 7397, "7.397 đảng viên"),
        ("7.397 đảng viên/huyện", 7397, "7.397 đảng viên"),
        ("gấp 2 lần, năm 2018 397 đảng viên", 397, "397 đảng viên"),
    ],
)
def test_a_value_by_a_numeral_in_doubt_is_not_proven_and_a_note_settles_it(
    desk: Desk, report: Report, text: str, value: int, printed: str
) -> None:
    reworded(desk, text, value, printed, noted=False)
    told = [one for one in report()["disproofs"] if one["kind"] == "doubt"]
    assert [one["problem"]["line"] for one in told] == [desk.root.place(FIGURES, f'printed: "{printed}"')[1]]
    desk.edit(
        FIGURES, "paragraph: 3\n  - indicator: organizations", f"paragraph: 3{NOTE}\n  - indicator: organizations"
    )
    assert "doubt" not in kinds(report)


def test_a_doubt_that_the_note_settled_is_proven(desk: Desk, report: Report) -> None:
    reworded(desk, "1O2 đảng viên", 102, "1O2 đảng viên", noted=True)
    assert kinds(report) == []
    assert {one["state"] for one in report()["figures"]} == {"proven"}


@pytest.mark.parametrize("text", ["7 397 đảng viên", "7. 397 đảng viên", "I.397 đảng viên", "7.397.397 đảng viên"])
def test_a_part_of_a_numeral_is_told_whatever_it_is_that_splits_it(desk: Desk, report: Report, text: str) -> None:
    reworded(desk, text, 397, "397 đảng viên", noted=False)
    assert set(kinds(report)) & {"cut", "inside"}


def test_no_note_makes_a_number_of_its_last_digits(desk: Desk, report: Report) -> None:
    reworded(desk, "7 397 đảng viên", 397, "397 đảng viên", noted=True)
    assert kinds(report) == ["cut"]


def test_a_note_may_say_that_two_numbers_stand_there(desk: Desk, report: Report) -> None:
    reworded(desk, "khóa 12 397 đảng viên", 397, "397 đảng viên", noted=True)
    assert "cut" not in kinds(report)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("không có đảng viên", []),
        ("chưa có đảng viên nào", []),
        ("12 thôn không có đảng viên", ["zero"]),
        ("mục tiêu không có đảng viên", ["zero"]),
    ],
)
def test_a_zero_in_words_is_one_in_its_place(desk: Desk, report: Report, text: str, expected: list[str]) -> None:
    printed = text[text.index("không") :] if "không" in text else text
    reworded(desk, text, 0, printed, noted=False)
    assert [kind for kind in kinds(report) if kind == "zero"] == expected


def test_a_stored_proof_falls_with_the_note_that_settled_the_doubt(desk: Desk) -> None:
    def mark() -> Proof:
        dataset, problems = load(desk.root.path)
        assert dataset is not None, problems
        (id,) = (one.id for one in dataset.entries if one.figure.value == 7397)
        return status(dataset)[id]

    reworded(desk, "7 397 đảng viên", 7397, "7 397 đảng viên", noted=True)
    assert desk.run("--write") == 0
    assert mark() is Proof.PROVEN
    desk.edit(FIGURES, NOTE, "")
    assert mark() is Proof.NOT_PROVEN
