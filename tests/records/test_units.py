"""All administrative units: the file reads, its parts fit, ids hold, and what became of each is told."""

import time
from datetime import date, timedelta
from pathlib import Path

import pytest
from administrative_units import Row, Unfit, own_ids, text
from hypothesis import given
from hypothesis import strategies as st

from dashboard.checks.loading import load
from dashboard.records.models.locality import Level
from dashboard.records.source_files import UNITS
from dashboard.records.unit import TYPES, Part, own_id
from dashboard.records.unit_file import COLUMNS, MOST_BYTES, MOST_ROWS
from dashboard.records.units import Units, read

ROOT = Path(__file__).parents[2]
HEAD = "\t".join(COLUMNS)


@pytest.fixture(scope="module")
def units() -> Units:
    return read((ROOT / UNITS).read_bytes())


def listed(*lines: str) -> Units:
    return read("\n".join([HEAD, *lines, ""]).encode())


def named(parts: list[tuple[str, bool | None]], found: list[Part]) -> bool:
    return sorted((part.unit.id, part.whole) for part in found) == sorted(parts)


def test_every_unit_of_the_country_is_there_before_and_after_1_july_2025(units: Units) -> None:
    def count(day: str) -> dict[Level, int]:
        there = [unit.level for unit in units if unit.existed(day)]
        return {level: there.count(level) for level in Level}

    assert count("2025-06-30") == {Level.PROVINCE: 63, Level.DISTRICT: 696, Level.COMMUNE: 10035}
    assert count("2025-07-01") == {Level.PROVINCE: 34, Level.DISTRICT: 0, Level.COMMUNE: 3321}


def test_our_file_reads_and_fits_together(units: Units) -> None:
    assert units.problems == []
    assert list(units.inconsistencies()) == []


def test_reading_is_quick_enough_to_do_before_a_page() -> None:
    raw = (ROOT / UNITS).read_bytes()
    begun = time.process_time()
    units = read(raw)
    assert units.get("quang-binh.quang-ninh")
    assert time.process_time() - begun < 0.5  # 0.03 where nothing else runs


def test_ids_are_unique_and_lead_back(units: Units) -> None:
    every = list(units)
    assert len({unit.id for unit in every}) == len(every)
    assert all(units.get(unit.id) is unit for unit in every[::50])


def test_whatever_became_of_a_unit_of_2025_is_a_unit_of_today(units: Units) -> None:
    ended = [unit for unit in units if unit.until == "2025-06-30"]
    assert all(units.became(unit.id) for unit in ended)
    assert all(part.by for unit in ended[::20] for part in units.became(unit.id))
    assert all(not part.unit.until for unit in ended[::20] for part in units.now(unit.id))


def test_every_unit_of_today_that_began_in_2025_says_what_it_came_from(units: Units) -> None:
    begun = [unit for unit in units if unit.start == "2025-07-01"]
    assert all(units.came_from(unit.id) for unit in begun)


def test_the_two_quang_ninhs_and_the_commune_since_2025_are_three_units(units: Units) -> None:
    assert (units["quang-ninh"].code, units["quang-ninh"].level) == ("22", Level.PROVINCE)
    assert (units["quang-binh.quang-ninh"].code, units["quang-binh.quang-ninh"].level) == ("456", Level.DISTRICT)
    assert units["quang-tri-2025.quang-ninh"].level is Level.COMMUNE


def test_a_code_with_another_meaning_later_is_told_apart(units: Units) -> None:
    assert units["quang-binh"].code == units["quang-tri-2025"].code == "44"
    assert units["quang-ninh.ha-lam"].code == "06676"
    assert units["quang-ninh.ha-long.ha-lam"].code == "06670"
    assert "06676" in {unit.code for unit in units.inside("quang-ninh.ha-long")}


def test_a_district_became_the_communes_that_its_communes_did(units: Units) -> None:
    parts = [f"quang-tri-2025.{one}" for one in ("truong-son", "quang-ninh", "ninh-chau", "truong-ninh")]
    assert named([(one, False) for one in parts], units.became("quang-binh.quang-ninh"))
    assert {part.by for part in units.became("quang-binh.quang-ninh")} == {"1680/NQ-UBTVQH15"}
    ended = [unit for unit in units if unit.level is Level.DISTRICT and unit.until == "2025-06-30"]
    assert len(ended) == 696
    assert all(units.became(unit.id) for unit in ended)


def test_a_merged_province_names_all_that_it_was_made_of(units: Units) -> None:
    assert named([("vinh-long", True), ("ben-tre", True), ("tra-vinh", True)], units.came_from("vinh-long-2025"))
    assert units.came_from("vinh-long-2025")[0].by == "202/2025/QH15"
    assert named([("vinh-long-2025", True)], units.now("ben-tre"))
    assert named([("quang-ninh", True)], units.now("quang-ninh"))


def test_a_divided_commune_says_that_each_got_a_part(units: Units) -> None:
    assert [part.whole for part in units.became("ho-chi-minh.quan-10.phuong-14")] == [False, False]


def test_a_unit_that_ended_earlier_is_followed_to_today(units: Units) -> None:
    assert named([("ho-chi-minh.thu-duc-2021", True)], units.became("ho-chi-minh.quan-9"))
    assert all(part.unit.parent == "ho-chi-minh-2025" for part in units.now("ho-chi-minh.quan-9"))
    assert named([("quang-ninh.hoanh-bo", True)], units.came_from("quang-ninh.ha-long"))


def test_a_change_of_type_leaves_a_unit_what_it_is(units: Units) -> None:
    town = units["thai-nguyen.pho-yen"]
    assert (town.type_on("2020-01-01").vi, town.type_on("2023-01-01").vi) == ("thị xã", "thành phố")
    for id, day, by in [("dong-nai-2025", "2026-04-30", "30/2026/QH16"), ("quang-ninh", "2026-09-01", "36/2026/QH16"),
                        ("bac-ninh-2025", "2026-09-20", "39/2026/QH16")]:  # fmt: skip
        assert (units[id].states[-1].start, units[id].states[-1].begun_by) == (day, by)
        assert units[id].type_on("2026-04-01").vi == "tỉnh"
        assert units[id].type.vi == "thành phố"


def test_a_unit_merged_before_2025_says_so_only_as_far_as_lists_do(units: Units) -> None:
    assert [part.whole for part in units.became("ha-noi.dong-da.quoc-tu-giam")] == [None]
    assert units.now("no.such.place") == []


def test_the_places_that_curators_wrote_are_these_units(units: Units) -> None:
    dataset, _ = load(ROOT)
    assert dataset
    places = dataset.localities.values()
    told = {(one.id, one.name, one.level, one.parent, one.code) for one in places}
    same = [units[one.id] for one in places]
    assert told == {(unit.id, unit.name, unit.level, unit.parent, unit.code) for unit in same}
    assert all(one.type in {TYPES[state.type] for state in units[one.id].states} for one in places)


# --- a file of one's own ---------------------------------------------------------------------------------------------

TWO = ("01\tT\tMẫu\t\t\t2025-06-30\t02\t\t1/2025/QH15", "02\tT\tMẫu\t\t2025-07-01\t\t\t1/2025/QH15\t\tmau-2025")


def test_a_name_used_again_is_another_unit() -> None:
    units = listed(*TWO)
    assert [unit.id for unit in units] == ["mau", "mau-2025"]
    assert named([("mau-2025", True)], units.became("mau"))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("1\tT\tMột", "column code can't be read: “1”"),
        ("03\tY\tBa", "column type can't be read: “Y”"),
        ("03\tT\t", "column name can't be read: “”"),
        ("03\tT\tBa\t\t2025-7-1", "column from can't be read: “2025-7-1”"),
        ("03\tT\tBa\t\t\t2025-06-30\tbốn", "column became can't be read: “bốn”"),
        ("03\tT\tBa\t\t\t\t\t\t\tBa", "column id can't be read: “Ba”"),
        ("03", "the line has 1 cells, 3 to 10 expected"),
        ("03\tT\tBa\t\t\t\t\t\t\tba\tba", "the line has 11 cells, 3 to 10 expected"),
    ],
)
def test_a_line_that_cannot_be_read_is_told_with_its_place_and_the_others_are_kept(line: str, told: str) -> None:
    units = listed(TWO[0], line, TWO[1])
    assert [(one.file, one.line, one.message.en) for one in units.problems] == [(UNITS, 3, told)]
    assert [unit.code for unit in units] == ["01", "02"]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ([*TWO, "02\tT\tKhác\t\t2026-01-01"], "code 02 is that of Mẫu at the same time"),
        (["001\tH\tMẫu\t09"], "Mẫu needs a unit around it that was there then, not “09”"),
        (["01\tT\tMẫu", "001\tH\tNúi", "002\tH\tSông\t01"], "Núi needs a unit around it that was there then, not “”"),
        (["01\tT\tMẫu\t\t\t2025-06-30\t02"], "Mẫu became 02, which there was not after it"),
        (["01\tT\tMẫu", "02\tT\tMẩu"], "id mau is that of line 2"),
    ],
)
def test_lines_that_do_not_fit_together_are_told(lines: list[str], told: str) -> None:
    problems = list(listed(*lines).inconsistencies())
    assert [one.message.en for one in problems] == [told]
    assert all("make units" in one.hint.en and one.line for one in problems)


def test_a_file_too_large_or_of_another_kind_is_refused_as_a_whole() -> None:
    assert "larger" in read(b"x" * (MOST_BYTES + 1)).problems[0].message.en
    assert "UTF-8" in read(b"\xff\xfe").problems[0].message.en
    assert "columns" in read(b"code,type\n").problems[0].message.en
    assert "lines" in read((HEAD + "\n" + "x\n" * (MOST_ROWS + 1)).encode()).problems[0].message.en


def test_of_many_bad_lines_the_first_hundred_are_told() -> None:
    problems = listed(*["?"] * 300).problems
    assert len(problems) == 101
    assert problems[-1].unlisted == 200


@given(st.binary(max_size=300), st.booleans())
def test_no_bytes_break_the_reading(raw: bytes, headed: bool) -> None:
    units = read((HEAD + "\n").encode() + raw if headed else raw)
    assert all(one.file == UNITS for one in [*units.problems, *units.inconsistencies()])
    assert [units.get(unit.id) for unit in units] or True


# --- ids -------------------------------------------------------------------------------------------------------------

NAMES = st.sampled_from(["An", "Ân", "1", "Bến Tre", "An Hoà"])
DAYS = st.dates(date(2018, 1, 1), date(2026, 1, 1)).map(date.isoformat)


@st.composite
def siblings(draw: st.DrawFn) -> list[Row]:
    """A province and communes in it, many of one name, one code each, at all times."""
    rows = [Row("01", "T", "Mẫu")]
    for number in range(draw(st.integers(1, 12))):
        start = draw(st.just("") | DAYS)
        until = max(start, draw(DAYS)) if draw(st.booleans()) else ""
        rows.append(
            Row(f"{number:05}", draw(st.sampled_from("XP")), draw(NAMES), "01", start, until)
        )  # fmt: skip
    return rows


@given(siblings(), st.randoms(use_true_random=False))
def test_ids_follow_from_the_units_alone_and_are_unique(rows: list[Row], random: object) -> None:
    made = own_ids(rows)
    shuffled = rows.copy()
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert set(own_ids(shuffled)) == set(made)
    units = read(text(made).encode())
    ids = [unit.id for unit in units]
    assert len(set(ids)) == len(ids) == len(rows)
    assert [units[id].id for id in ids] == ids
    assert not units.problems


@given(siblings())
def test_only_units_of_one_name_need_more_than_their_name(rows: list[Row]) -> None:
    plain = [own_id(row.type, row.name) for row in rows]
    for row, made in zip(rows, own_ids(rows), strict=True):
        if plain.count(own_id(row.type, row.name)) == 1:
            assert made.own == ""


@given(siblings())
def test_of_units_one_after_another_the_first_keeps_its_name_whatever_comes(rows: list[Row]) -> None:
    later = Row("99999", "X", "An", "01", "2030-01-01")
    before = {row.code: row.own for row in own_ids(rows)}
    after = {row.code: row.own for row in own_ids([*rows, later])}
    ended = [row.code for row in rows if row.until or row.code == "01"]
    assert all(before[code] == after[code] for code in ended)


def test_what_does_not_fit_is_not_given_an_id() -> None:
    with pytest.raises(Unfit, match="lay in 07"):
        own_ids([Row("00001", "X", "An", "07")])


def test_days_between_which_a_change_was_are_open_on_both_sides() -> None:
    unit = listed("01\tT\tMẫu\t\t\t2020-01-31/2021-01-31\t01", "01\tT\tNẫu\t\t2020-02-01/2021-02-01")["mau"]
    assert unit.existed("2020-06-01")
    assert not unit.existed((date(2021, 1, 31) + timedelta(1)).isoformat())


@pytest.mark.parametrize(
    ("units", "own"),
    [
        ([("H", "Cao Lãnh", "", ""), ("TP", "Cao Lãnh", "", "")], ["huyen-cao-lanh", "thanh-pho-cao-lanh"]),
        ([("X", "Tân Hoà", "", ""), ("X", "Tân Hóa", "", "")], ["xa-tan-hoa-00000", "xa-tan-hoa-00001"]),
        ([("Q", "Ba", "", "2025-06-30"), ("P", "Ba", "2025-07-01", "")], ["", "ba-2025"]),
        ([("P", "1", "", ""), ("P", "2", "", "")], ["", ""]),
        ([("X", "An", "", "2020-12-31"), ("X", "Bình", "", "")], ["", ""]),
    ],
)
def test_an_id_says_only_what_tells_it_apart(units: list[tuple[str, str, str, str]], own: list[str]) -> None:
    rows = [Row(f"{number:05}", kind, name, "01", start, until)
            for number, (kind, name, start, until) in enumerate(units)]  # fmt: skip
    assert [row.own for row in own_ids([Row("01", "T", "Mẫu"), *rows])[1:]] == own
