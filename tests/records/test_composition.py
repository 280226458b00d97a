"""What a unit of today was at some time before: whole units only, and only where the list says it without a doubt."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.records.composition import Gap, GapKind, composition, made_of
from dashboard.records.models.locality import Level
from dashboard.records.source_files import UNITS
from dashboard.records.unit import Unit
from dashboard.records.unit_file import COLUMNS
from dashboard.records.units import Units, read

ALL = read((Path(__file__).parents[2] / UNITS).read_bytes())
BEFORE = date(2025, 6, 30)
TODAY = [unit for unit in ALL if unit.start == "2025-07-01"]


def listed(*lines: str) -> Units:
    found = read("\n".join(["\t".join(COLUMNS), *(line.replace(" ", "\t") for line in lines), ""]).encode())
    assert not found.problems
    return found


def of(id: str, first: date, last: date | None = None, units: Units = ALL) -> list[str] | tuple[GapKind, list[str]]:
    found = composition(units[id], units, first, last or first)
    if isinstance(found, Gap):
        return found.kind, [one.id for one in found.units]
    return [one.id for one in found]


def test_a_province_of_today_was_three_provinces_before() -> None:
    assert of("phu-tho-2025", BEFORE) == ["hoa-binh", "phu-tho", "vinh-phuc"]
    assert of("phu-tho-2025", date(2025, 7, 1)) == ["phu-tho-2025"]
    assert of("hue", date(2020, 5, 1)) == ["thua-thien-hue"]
    assert of("hue", date(2025, 1, 1)) == ["hue"]


def test_a_period_in_which_something_changed_has_no_units_that_were_there_all_the_time() -> None:
    assert of("phu-tho-2025", BEFORE, date(2025, 7, 1)) == (GapKind.UNKNOWN, ["hoa-binh"])
    assert of("hue", date(2024, 1, 1), date(2025, 3, 1)) == (GapKind.UNKNOWN, ["thua-thien-hue"])


def test_what_went_there_only_in_part_is_named() -> None:
    kind, units = of("ha-noi.ba-dinh-2025", BEFORE)
    assert kind is GapKind.PART
    assert "ha-noi.ba-dinh.dien-bien" in units
    assert "ha-noi.ba-dinh.truc-bach" not in units


def test_before_the_list_is_complete_nothing_is_known() -> None:
    assert of("phu-tho-2025", date(2008, 7, 31)) == (GapKind.EARLIER, ["phu-tho-2025"])
    assert of("phu-tho-2025.da-bac", date(2016, 1, 1)) == (GapKind.EARLIER, ["phu-tho-2025.da-bac"])


STEPS = (
    "01 T Tỉnh",
    "101 H Huyện 01  2025-06-30",
    "10001 X Một 101  2025-06-30 10009",
    "10002 X Hai 101  2025-06-30 10009",
    "10003 X Ba 101  2019-12-31 10002",
    "10009 X Chín 01 2025-07-01",
)


def test_units_that_joined_in_two_steps_are_those_of_the_day() -> None:
    units = listed(*STEPS)
    assert of("tinh.chin", BEFORE, units=units) == ["tinh.huyen.mot", "tinh.huyen.hai"]
    assert of("tinh.chin", date(2019, 12, 31), units=units) == [f"tinh.huyen.{one}" for one in ("mot", "hai", "ba")]


@pytest.mark.parametrize(("became", "kind"), [("10002?", GapKind.UNSURE), ("10001,10002", GapKind.PART)])
def test_an_earlier_unit_that_is_not_whole_leaves_the_time_before_it_open(became: str, kind: GapKind) -> None:
    units = listed(*(line.replace("2019-12-31 10002", f"2019-12-31 {became}") for line in STEPS))
    assert of("tinh.chin", date(2019, 1, 1), units=units) == (kind, ["tinh.huyen.ba"])
    assert of("tinh.chin", date(2020, 1, 1), units=units) == ["tinh.huyen.mot", "tinh.huyen.hai"]


def test_a_neighbour_of_which_nobody_knows_what_became_of_it_may_have_joined() -> None:
    units = listed(*(line.replace("2019-12-31 10002", "2019-12-31") for line in STEPS))
    assert of("tinh.chin", date(2019, 1, 1), units=units) == (GapKind.UNKNOWN, ["tinh.huyen.mot"])
    assert of("tinh.chin", date(2020, 1, 1), units=units) == ["tinh.huyen.mot", "tinh.huyen.hai"]


def test_a_unit_is_made_of_places_that_were_the_whole_of_it_at_some_time() -> None:
    units = listed(*STEPS)
    one, two, three = (f"tinh.huyen.{name}" for name in ("mot", "hai", "ba"))
    assert [unit.id for unit in made_of([one, two], units)] == ["tinh.chin"]
    assert [unit.id for unit in made_of([one, three], units)] == ["tinh.chin"]  # the second was made of the third
    assert not made_of([one], units)
    assert not made_of([one, "tinh.huyen"], units)


@given(st.sampled_from(TODAY), st.dates(date(2008, 8, 1), BEFORE))
def test_whatever_is_found_was_there_is_of_the_level_and_went_into_the_unit_alone(unit: Unit, day: date) -> None:
    found = composition(unit, ALL, day, day)
    if isinstance(found, Gap):
        assert found.units
        return
    assert len({one.id for one in found}) == len(found) > 0
    for one in found:
        assert one.existed(day.isoformat())
        assert [(part.unit, part.whole) for part in ALL.now(one.id)] == [(unit, True)]
        assert one.level is not Level.DISTRICT
