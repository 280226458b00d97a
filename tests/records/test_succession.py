"""What became of a unit and what it came from: whole or part, with day and resolution; and who says something of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.records.succession import became, belongs, came_from, kin, provinces_now
from dashboard.records.unit_labels import full
from tests.records.test_localities import UNITS


@pytest.mark.parametrize(
    ("id", "vi", "en"),
    [
        ("vinh-phuc", "Từ 01/07/2025 nhập toàn bộ vào tỉnh Phú Thọ mới theo Nghị quyết 202/2025/QH15.",
         "All of it joined the new Phú Thọ Province on 1 Jul 2025 by Resolution 202/2025/QH15."),
        ("quang-binh.quang-ninh", "Từ 01/07/2025 không còn cấp huyện; địa bàn thuộc xã Trường Sơn, xã Quảng Ninh, "
         "xã Ninh Châu, xã Trường Ninh (Quảng Trị) theo Nghị quyết 1680/NQ-UBTVQH15.", "The district level ended"),
        ("ho-chi-minh.quan-10.phuong-14", "Từ 01/07/2025 mỗi phần thuộc phường Diên Hồng, phường Hòa Hưng (Hồ Chí "
         "Minh) theo Nghị quyết 1685/NQ-UBTVQH15.", "Divided on 1 Jul 2025 among Diên Hồng Ward"),
        ("ninh-binh.ninh-binh", "Từ 01/01/2025 thành thành phố Hoa Lư (Ninh Bình) theo Nghị quyết 1318", "It became"),
        ("quang-ninh", "Từ 01/09/2026 là thành phố theo Nghị quyết 36/2026/QH16.", "City since 1 Sep 2026 by"),
        ("phu-tho-2025", "", ""),
    ],
)  # fmt: skip
def test_what_became_of_it(id: str, vi: str, en: str) -> None:
    assert became(UNITS[id], UNITS, "vi").startswith(vi)
    assert became(UNITS[id], UNITS, "en").startswith(en)
    assert bool(vi) == bool(became(UNITS[id], UNITS, "vi"))


def test_what_it_came_from_with_each_place_as_a_link() -> None:
    said = came_from(UNITS["quang-tri-2025.quang-ninh"], UNITS, "vi", lambda unit, called: f"[{called}|{unit.id}]")
    assert said.startswith("toàn bộ [thị trấn Quán Hàu|quang-binh.quang-ninh.quan-hau-2025], ")
    assert said.endswith(" (Quảng Ninh, Quảng Bình) theo Nghị quyết 1680/NQ-UBTVQH15")
    assert came_from(UNITS["vinh-phuc"], UNITS, "vi") == ""


@pytest.mark.parametrize(
    ("id", "said"),
    [
        ("vinh-phuc", "nay thuộc tỉnh Phú Thọ"),
        ("quang-binh.quang-ninh", "nay thuộc tỉnh Quảng Trị"),
        ("quang-ninh.ha-long.ha-lam", "nay thuộc phường Hà Lầm (Quảng Ninh)"),
        ("phu-tho-2025", ""),
    ],
)
def test_what_it_belongs_to_now(id: str, said: str) -> None:
    assert belongs(UNITS[id], UNITS, "vi") == said


@pytest.mark.parametrize(
    ("id", "province"),
    [("quang-binh.quang-ninh", "quang-tri-2025"), ("ha-tay", "ha-noi"), ("ho-chi-minh.quan-10", "ho-chi-minh-2025"),
     ("quang-ninh.ha-long", "quang-ninh"), ("no.such.place", None)],
)  # fmt: skip
def test_the_province_that_it_lies_in_today_is_told_once_however_many_communes_it_became(
    id: str, province: str | None
) -> None:
    assert [one.id for one in provinces_now(id, UNITS)] == ([province] if province else [])


@pytest.mark.parametrize(
    ("id", "known"),
    [
        ("phu-tho-2025", ["vinh-phuc.yen-lac"]),
        ("hai-phong-2025", ["hai-duong"]),
        ("quang-tri-2025.quang-ninh", ["quang-binh.quang-ninh"]),
        ("phu-tho-2025.yen-lac", ["vinh-phuc.yen-lac"]),
        ("quang-ninh.ha-lam", ["quang-ninh.ha-long.ha-lam"]),
        ("hoa-binh", []),
        ("thanh-hoa.quang-ninh", []),
    ],
)
def test_the_places_that_say_something_of_it(id: str, known: list[str]) -> None:
    there = ["hai-duong", "quang-binh.quang-ninh", "quang-ninh.ha-long.ha-lam", "vinh-phuc.yen-lac"]
    assert kin(UNITS[id], UNITS, there) == known


@pytest.mark.parametrize(
    ("id", "label"),
    [
        ("phu-tho", "Tỉnh Phú Thọ (đến 30/06/2025)"),
        ("phu-tho-2025", "Tỉnh Phú Thọ (từ 01/07/2025)"),
        ("quang-ninh", "Thành phố Quảng Ninh"),
        ("quang-binh.quang-ninh", "Huyện Quảng Ninh (Quảng Bình)"),
        ("quang-ninh.ha-long.ha-lam", "Phường Hà Lầm (TP Hạ Long, Quảng Ninh)"),
        ("quang-ninh.ha-lam", "Phường Hà Lầm (Quảng Ninh)"),
    ],
)
def test_a_label_tells_two_of_one_name_apart(id: str, label: str) -> None:
    assert full(UNITS[id], UNITS, "vi") == label


@given(st.data())
def test_no_two_units_of_one_place_in_the_tree_bear_one_label(data: st.DataObject) -> None:
    unit = UNITS.at(data.draw(st.sampled_from(list(UNITS.names()))))
    label = full(unit, UNITS, "vi")
    assert [one.id for one in UNITS.namesakes(unit) if full(one, UNITS, "vi") == label] == []
