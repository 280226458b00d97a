"""The label nearest to a rating's number is that of its tier; a number that a label follows is a rating."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.articles.verify.desk import FIGURES, Desk

Report = Callable[[], Any]
GOOD = 'label: "hoàn thành tốt nhiệm vụ", label_en: "did well", tier: good}\n  - id: graduates'
BETTER = GOOD.replace('vụ"', 'vụ trở lên"').replace("tier: good", "tier: good_or_better")
LABEL = "được xếp loại hoàn thành tốt nhiệm vụ;"


def tiers(report: Report) -> list[str]:
    """The disproofs, of which each is about the tier."""
    found = report()["disproofs"]
    assert {one["kind"] for one in found} <= {"tier"}
    return [one["problem"]["message"] for one in found]


@pytest.mark.parametrize(
    ("after", "good", "better"),
    [
        ("được xếp loại hoàn thành tốt nhiệm vụ;", True, False),
        ("được xếp loại hoàn thành tốt nhiệm vụ trở lên;", False, True),
        ("hoàn thành tốt nhiệm vụ, 16/18 chi bộ hoàn thành tốt nhiệm vụ trở lên;", True, False),
        ("hoàn thành tốt nhiệm vụ trở lên, 16/18 chi bộ hoàn thành tốt nhiệm vụ;", False, True),
        ("đạt loại tốt;", True, False),
    ],
)
def test_the_label_nearest_to_the_number_is_of_its_tier(
    desk: Desk, report: Report, after: str, good: bool, better: bool
) -> None:
    desk.reword(LABEL, after)
    assert (tiers(report) == []) is good
    desk.edit("data/indicators.yaml", GOOD, BETTER)
    assert (tiers(report) == []) is better


def test_a_grade_is_that_of_its_phrase(desk: Desk, report: Report) -> None:
    desk.reword("Năm 2018, trên", "Năm 2018, huyện được công nhận hoàn thành tốt nhiệm vụ trở lên; trên")
    desk.edit(FIGURES, "  - indicator: hamlets", '  - indicator: own_rating\n    grade: good\n    as_of: 2018\n'
              '    scheme: party-2018-2022\n    printed: "công nhận hoàn thành tốt nhiệm vụ"\n    paragraph: 4\n'
              "  - indicator: hamlets")  # fmt: skip
    desk.edit(FIGURES, 'blanks:\n  - indicator: own_rating\n    printed: "kết quả cao"\n    paragraph: 6\n', "")
    (told,) = tiers(report)
    assert told == 'own_rating: the label goes on with "trở lên", but the tier is good'


@pytest.mark.parametrize("between", [" ", " đạt ", " cơ sở đạt danh hiệu "])
def test_what_a_label_follows_is_a_rating(desk: Desk, report: Report, between: str) -> None:
    desk.reword("48 TCCSĐ với", f"48 TCCSĐ{between}hoàn thành tốt nhiệm vụ với")
    (told,) = report()["disproofs"]
    assert told["kind"] == "rated"
    assert told["figures"] == ["paper-2019/organizations"]
    assert told["problem"]["line"] == desk.root.place(FIGURES, "organizations")[1]


@pytest.mark.parametrize("between", [", ", "; trong đó ", " với 5 đảng bộ "])
def test_what_stands_between_ends_it(desk: Desk, report: Report, between: str) -> None:
    desk.reword("48 TCCSĐ với", f"48 TCCSĐ{between}hoàn thành tốt nhiệm vụ với")
    assert report()["disproofs"] == []
