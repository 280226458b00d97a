"""What a record says of the article as a whole is in its text: the place and the day of publication."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dashboard.articles.verify.heading import printed_date
from dashboard.language.dates import Period
from tests.articles.verify.desk import SEED, Desk

Report = Callable[[], Any]


def only(report: Report) -> Any:
    """The one disproof there is."""
    (found,) = report()["disproofs"]
    return found


def test_the_day_of_publication_is_printed_or_inferred(desk: Desk, report: Report) -> None:
    desk.reword("06/11/2019", "06/11/2018")
    told = only(report)
    assert (told["kind"], told["figures"]) == ("published", [])
    assert told["problem"]["message"] == "paper-2019: 2019-11-06 is not printed as a date"
    assert (told["problem"]["file"], told["problem"]["line"]) == desk.root.place(SEED, "{date")[:2]
    desk.edit(SEED, "{date: 2019-11-06}", '{date: 2019-11-06, inferred: {vi: "đoán 2019", en: "guessed, 2019"}}')
    assert report()["disproofs"] == []


def test_the_articles_place_is_named(desk: Desk, report: Report) -> None:
    desk.reword("Huyện Quảng Ninh đổi", "Huyện đổi")
    told = only(report)
    assert told["kind"] == "place"
    assert told["problem"]["message"] == "paper-2019: Quảng Ninh is not named in the text"
    assert told["problem"]["line"] == desk.root.place(SEED, "quang-binh.quang-ninh")[1]


def test_an_excerpt_may_lack_its_head(desk: Desk, report: Report) -> None:
    desk.reword("Huyện Quảng Ninh đổi", "Huyện đổi")
    desk.edit(SEED, "text:\n", "text:\n  read: excerpt\n")
    figures = "data/figures/paper-2019.yaml"
    lines = (desk.root.path / figures).read_text("utf-8").splitlines(keepends=True)
    desk.root.write(figures, "".join(line for line in lines if "paragraph" not in line))
    assert report()["disproofs"] == []


@pytest.mark.parametrize(
    ("when", "text", "printed"),
    [
        ("2019-10-18", "08:22, Thứ Sáu, 18/10/2019 (GMT+7)", True),
        ("2019-07-02", "2/7/2019", True),
        ("2019-07-22", "22 - 07 - 2019", True),
        ("2019-07-22", "22.7.2019", True),
        ("2019-07-22", "ngày 22 tháng 7 năm 2019", True),
        ("2019-07-22", "ngày 22 tháng 7, 2019", True),
        ("2019-07-22", "2019-07-22", True),
        ("2019-07-22", "22/7/2018, 2019", False),
        ("2019-07-02", "12/7/2019", False),
        ("2019-07-22", "tháng 7/2019", False),
        ("2019-07", "tháng 7/2019", True),
        ("2019-07", "tháng 7 năm 2019", True),
        ("2019-07", "22/07/2019", True),
        ("2019-07", "17/2019", False),
        ("2019", "năm 2019", True),
        ("2019", "số 12019", False),
    ],
)
def test_a_date_as_it_is_printed(when: str, text: str, printed: bool) -> None:
    assert bool(printed_date(Period.parse(when)).search(text)) is printed


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("đến ngày 22/7, có", True),
        ("22/7/2019", True),
        ("ngày 22 tháng 7", True),
        ("22/7/2018", False),
        ("7/2019", False),
    ],
)
def test_a_day_without_its_year(text: str, printed: bool) -> None:
    assert bool(printed_date(Period.parse("2019-07-22"), year=False).search(text)) is printed
