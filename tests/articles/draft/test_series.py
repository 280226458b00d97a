"""Numbers told in the order of a list: each with its own member, or left open where no one list has as many."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.articles.draft.proposal import Open, Proposal
from tests.articles.draft.desk import figures


def dates(found: list[Proposal]) -> list[str | None]:
    return [None if isinstance(one.as_of, Open) else one.as_of for one in found]


@pytest.mark.parametrize(
    "line",
    [
        "Trong ba năm 2016, 2017 và 2018, huyện kết nạp lần lượt là 112, 115 và 117 đảng viên.",
        "Các năm 2016, 2017, 2018 huyện kết nạp 112, 115, 117 đảng viên.",
        "Huyện kết nạp 112, 115 và 117 đảng viên, theo thứ tự trong các năm 2016, năm 2017 và năm 2018.",
        "Giai đoạn 2016-2018, huyện kết nạp lần lượt 112 đảng viên, 115 đảng viên và 117 đảng viên.",
        "Huyện kết nạp năm 2016 là 112 đảng viên, năm 2017 là 115, năm 2018 là 117.",
        "Kết quả kết nạp đảng viên: 112 (năm 2016), 115 (năm 2017), 117 (2018).",
    ],
)
def test_years_and_numbers_are_paired(line: str) -> None:
    found = figures(line)
    assert [one.value for one in found] == [112, 115, 117]
    assert dates(found) == ["2016", "2017", "2018"]
    assert {one.indicators[0] for one in found} == {"admitted"}


def test_places_are_paired_and_one_that_is_not_known_is_left_open() -> None:
    found = figures("Các huyện Đông Trạch, Vĩnh Khê và Lâm Hà lần lượt có 45, 52 và 39 TCCSĐ.", level="province")
    assert [one.locality for one in found[:2]] == ["an-linh.dong-trach", "an-linh.vinh-khe"]
    assert isinstance(found[2].locality, Open)
    assert "Lâm Hà" in found[2].locality.why.vi


def test_labels_in_full_and_things_are_paired() -> None:
    labels = "Năm 2018, tỷ lệ đảng viên hoàn thành tốt, hoàn thành tốt nhiệm vụ trở lên lần lượt là 71%, 96%."
    assert [one.indicators[0] for one in figures(labels)] == ["members_good", "members_better"]
    things = figures("Số tổ chức cơ sở đảng, chi bộ trực thuộc và đảng viên lần lượt là 45, 210 và 3.400.")
    assert [(one.indicators[0], one.sure) for one in things] == [
        ("organizations", True), ("cells", True), ("members", True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "Các năm 2016, 2017 huyện kết nạp lần lượt 112, 115 và 117 đảng viên.",  # fewer years than numbers
        "Năm 2016 và 2017, xã Mai Lĩnh và xã Hòa Khê kết nạp lần lượt 12 và 15 đảng viên.",  # years, or places?
        "Huyện kết nạp lần lượt 112, 115 và 117 đảng viên.",  # of what?
        "Quý I và quý II, huyện kết nạp lần lượt 20 và 32 đảng viên.",
    ],
)
def test_what_no_one_list_pairs_keeps_its_values_and_is_left_open(line: str) -> None:
    found = figures(line)
    assert all(isinstance(one.value, Decimal) for one in found)
    assert not any(one.sure for one in found)
    assert all(isinstance(one.as_of, Open) for one in found)


def test_shares_in_brackets_go_with_their_counts() -> None:
    line = "Năm 2018, số đảng viên hoàn thành tốt nhiệm vụ, vi phạm tư cách lần lượt là 412 (94%) và 26 (6%)."
    assert figures(line)[1].indicators[0] == "members_good"


@given(st.permutations(["2014", "2015", "2016", "2017"]), st.lists(st.integers(10, 900), min_size=4, max_size=4))
def test_any_years_go_with_any_numbers_in_their_order(years: list[str], counts: list[int]) -> None:
    listed, told = ", ".join(years), ", ".join(map(str, counts))
    found = figures(f"Các năm {listed} huyện kết nạp lần lượt {told} đảng viên.")
    assert [(one.value, one.as_of) for one in found] == list(zip(map(Decimal, counts), years, strict=True))
