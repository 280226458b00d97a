"""A unit is found by its name as it is written, and by the date; where it could be several, all are told."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.language.dates import Period
from dashboard.language.vietnamese import search_key
from dashboard.records.models.locality import Level
from dashboard.records.source_files import UNITS as FILE
from dashboard.records.unit_search import LONGEST, MOST, Finder, Found
from dashboard.records.units import read

FINDER = Finder(read((Path(__file__).parents[2] / FILE).read_bytes()))


def find(asked: str, day: str | None = None) -> Found:
    return FINDER.find(asked, Period.parse(day) if day else None)


def ids(asked: str, day: str | None = None) -> list[str]:
    return [unit.id for unit in find(asked, day).units]


@pytest.mark.parametrize(
    ("asked", "day", "id"),
    [
        ("TP. Bến Tre", None, "ben-tre.ben-tre"),
        ("tỉnh Bến Tre", None, "ben-tre"),
        ("Q.3", None, "ho-chi-minh.quan-3"),
        ("q3, tphcm", None, "ho-chi-minh.quan-3"),
        ("Quận 03", None, "ho-chi-minh.quan-3"),
        ("District 3", None, "ho-chi-minh.quan-3"),
        ("P.14, Q.10, TP.HCM", None, "ho-chi-minh.quan-10.phuong-14"),
        ("phường 14 (quận 10)", None, "ho-chi-minh.quan-10.phuong-14"),
        ("huyện Quảng Ninh, tỉnh Quảng Bình", None, "quang-binh.quang-ninh"),
        ("huyen quang ninh thuoc tinh quang binh", None, "quang-binh.quang-ninh"),
        ("Quảng Ninh District (Quảng Bình)", None, "quang-binh.quang-ninh"),
        ("huyện Quảng Ninh", "2019", "quang-binh.quang-ninh"),
        ("tỉnh Quảng Ninh", "2019", "quang-ninh"),
        ("thành phố Quảng Ninh", None, "quang-ninh"),
        ("xã Quảng Ninh, tỉnh Quảng Trị (mới)", None, "quang-tri-2025.quang-ninh"),
        ("phường Ba Đình, TP Hà Nội (mới)", "2025", "ha-noi.ba-dinh-2025"),
        ("quận Ba Đình", None, "ha-noi.ba-dinh"),
        ("tỉnh Phú Thọ (mới)", None, "phu-tho-2025"),
        ("tỉnh Phú Thọ", "2026", "phu-tho-2025"),
        ("tỉnh Phú Thọ (cũ)", None, "phu-tho"),
        ("tỉnh Bắc Cạn", None, "bac-kan"),
        ("tỉnh Thừa Thiên - Huế", None, "thua-thien-hue"),
        ("TP Huế", "2022", "thua-thien-hue.hue"),
        ("TP Huế", "2025-12", "hue"),
        ("thị xã Long Khánh", "2015", "dong-nai.long-khanh"),
        ("TP Long Khánh", "2022", "dong-nai.long-khanh"),
        ("thị xã Kinh Môn, tỉnh Hải Dương", "2021", "hai-duong.kinh-mon"),
        ("phường Kinh Môn, TP Hải Phòng", "2025-12", "hai-phong-2025.kinh-mon"),
        ("huyện Nông Sơn", "2019", "quang-nam.nong-son"),
        ("đặc khu Côn Đảo", None, "ho-chi-minh-2025.con-dao"),
        ("TP. Qui Nhơn", None, "binh-dinh.quy-nhon"),
        ("huyện Quan Sơn", None, "thanh-hoa.quan-son"),
        ("thị xã Tịnh Biên", None, "an-giang.tinh-bien"),
    ],
)
def test_a_name_with_what_tells_it_apart_finds_its_unit(asked: str, day: str | None, id: str) -> None:
    found = find(asked, day)
    assert [unit.id for unit in found.units] == [id]
    assert found.unit == found.units[0]


@pytest.mark.parametrize(
    ("asked", "day", "among"),
    [
        ("phu tho", None, ["phu-tho", "phu-tho-2025", "phu-tho.phu-tho", "phu-tho-2025.phu-tho"]),
        ("hai phong", None, ["hai-phong", "hai-phong-2025"]),
        ("Quảng Ninh", "2019", ["quang-ninh", "quang-binh.quang-ninh"]),
        ("Quảng Ninh", "2026", ["quang-ninh", "quang-tri-2025.quang-ninh"]),
        ("xã Quảng Ninh", "2026", ["quang-tri-2025.quang-ninh", "thanh-hoa.quang-ninh"]),
        ("Ba Đình", None, ["ha-noi.ba-dinh", "ha-noi.ba-dinh-2025"]),
        ("tinh gia", None, ["thanh-hoa.tinh-gia"]),
        ("tỉnh Gia Lai", None, ["gia-lai", "gia-lai-2025"]),
        ("Cao Lãnh", "2020", ["dong-thap.thanh-pho-cao-lanh", "dong-thap.huyen-cao-lanh"]),
    ],
)
def test_a_name_that_could_be_several_gives_them_all_and_chooses_none(
    asked: str, day: str | None, among: list[str]
) -> None:
    found = find(asked, day)
    assert found.unit is None
    assert set(among) <= {unit.id for unit in found.units}


def test_larger_units_come_first() -> None:
    levels = [unit.level for unit in find("phu tho").units]
    assert levels == sorted(levels, key=list(Level).index)


def test_ten_districts_of_one_name_are_told_apart_by_their_provinces() -> None:
    assert len(ids("huyện Châu Thành", "2019")) == 10
    assert ids("Châu Thành (Bến Tre)", "2019")[0] == "ben-tre.chau-thanh"
    assert ids("huyện Châu Thành, An Giang") == ["an-giang.chau-thanh"]


def test_accents_count_where_they_are_written() -> None:
    assert find("thị xã Tịnh Biên").unit
    assert ids("thị xã Tĩnh Biên") == ["an-giang.tinh-bien"]  # offered, as a slip it may be
    assert find("thị xã Tĩnh Biên").unit is None
    assert find("tỉnh Đăk Nông").unit == find("tỉnh Đắk Nông").unit
    assert {unit.name for unit in find("Hòa Bình").units} == {unit.name for unit in find("Hoà Bình").units}


@pytest.mark.parametrize("written", ["huyện Chợ Mới, tỉnh Bắc Kạn", "cho moi, bac kan", "Chợ Mới (cũ), Bắc Kạn"])
def test_a_name_that_ends_in_new_or_old_is_a_name_first(written: str) -> None:
    assert ids(written, "2019")[0] == "bac-kan.cho-moi"
    assert ids(f"thị trấn Đồng Tâm, {written}", "2025-06-30") == ["bac-kan.cho-moi.dong-tam"]


def test_a_number_is_a_name_only_behind_its_type() -> None:
    assert ids("10") == []
    assert "ho-chi-minh.quan-10" in ids("quận 10")


def test_a_name_of_another_time_is_offered_but_not_taken() -> None:
    found = find("quận 9", "2024")
    assert ([unit.id for unit in found.units], found.then, found.unit) == (["ho-chi-minh.quan-9"], False, None)
    assert find("TP Long Khánh", "2015").unit is None


@pytest.mark.parametrize("asked", ["", " ", ",", "()", "(mới)", "mới", "x" * (LONGEST + 1), "không nơi nào", "tỉnh"])
def test_what_names_no_place_finds_none(asked: str) -> None:
    assert find(asked) == Found()


@given(st.text(max_size=60), st.sampled_from([None, "2019", "../2017", "2025/..", "undated"]))
def test_no_text_breaks_the_search(asked: str, day: str | None) -> None:
    assert len(find(asked, day).units) <= MOST


@given(st.data())
def test_every_unit_is_found_by_its_full_name_at_its_time(data: st.DataObject) -> None:
    units = list(FINDER.units)
    unit = units[data.draw(st.integers(0, len(units) - 1))]
    day = unit.until[:10] or "2026-11-01"
    around = [unit]
    while around[-1].parent:
        around.append(FINDER.units[around[-1].parent])
    written = ", ".join(f"{one.type_on(day).vi} {one.name}" for one in around)
    assert unit.id in ids(written, day)
    assert unit.id in ids(search_key(written), day)


@pytest.mark.parametrize("asked", ["huyện Chợ Mới, tỉnh Bắc Kạn", "cho moi, bac kan"])
def test_a_name_that_ends_in_new_is_no_new_one(asked: str) -> None:
    assert ids(asked, "2020")[0] == "bac-kan.cho-moi"
    assert ids("tỉnh Phú Thọ mới") == ["phu-tho-2025"]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("phu tho", "phu-tho-2025"),
        ("phu th", "phu-tho-2025"),
        ("hai phong", "hai-phong-2025"),
        ("xã Quảng Ninh, Quảng Trị", "quang-tri-2025.quang-ninh"),
        ("quận 1", "ho-chi-minh.quan-1"),
    ],
)
def test_the_beginning_of_a_name_finds_it_those_of_today_first(typed: str, first: str) -> None:
    found = FINDER.like(typed, 12)
    assert found[0].id == first
    assert len(found) <= 12


@given(st.text(max_size=LONGEST + 5))
def test_whatever_is_typed_is_answered(typed: str) -> None:
    assert len(FINDER.like(typed, 5)) <= 5


def test_the_units_that_a_text_names_are_those_of_its_day_within_what_it_names() -> None:
    text = "Huyện Yên Lạc, tỉnh Vĩnh Phúc có xã Tam Hồng và phường 14; ông Phú Thọ kể."
    found = {one.id for one in FINDER.named_in(text, Period.parse("2020"))}
    assert {"vinh-phuc", "vinh-phuc.yen-lac", "vinh-phuc.yen-lac.tam-hong", "phu-tho"} <= found
    assert "phu-tho-2025" not in found
    assert not [id for id in found if id.endswith("phuong-14")], "a number without what is around it"


def test_a_unit_is_not_named_by_one_of_its_own_name_inside_it() -> None:
    found = {one.id for one in FINDER.named_in("Báo Bắc Kạn: huyện Chợ Mới có 46 tổ chức.", Period.parse("2024"))}
    assert {"bac-kan", "bac-kan.cho-moi"} <= found
    assert "an-giang.cho-moi" not in found, "its township Chợ Mới does not make the text speak of An Giang"
