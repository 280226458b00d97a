"""A place of the list needs no record; what one says counts, and where it differs it says why. A name is looked up."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.language.dates import Period
from dashboard.records import localities
from dashboard.records.models.fields import Text
from dashboard.records.models.locality import Level, LocalityRecord, Measure
from dashboard.records.source_files import UNITS as FILE
from tests.sample import Root
from tests.world import REPOSITORY, both

A, SEED, TABLE = "data/figures/paper-2019.yaml", "seeds/paper-2019.yaml", "data/localities.yaml"
FINDER = localities.listed((REPOSITORY / FILE).read_bytes())
UNITS = FINDER.units


def named(root: Root, name: str) -> Root:
    """The first article about a place by its name, in a root without records of places."""
    root.write(TABLE, "localities: []\n")
    root.edit(A, "locality: quang-binh.quang-ninh", f"locality: {name}")
    root.edit(SEED, "locality: quang-binh.quang-ninh", f"locality: {name}")
    return root


@pytest.mark.parametrize("name", ["quang-binh.quang-ninh", "huyện Quảng Ninh, tỉnh Quảng Bình", "huyen quang ninh"])
def test_a_place_without_a_record_is_named_by_its_id_or_its_name_and_date(root: Root, name: str) -> None:
    dataset = named(root, name).dataset()
    place = dataset.localities["quang-binh.quang-ninh"]
    assert (place.name, place.type.vi, place.level, place.parent) == ("Quảng Ninh", "huyện", Level.DISTRICT,
                                                                      "quang-binh")  # fmt: skip
    assert (place.code, str(place.code_valid)) == ("456", "../2025-06-30")
    assert dataset.articles["paper-2019"].locality == place.id
    assert {one.locality for one in dataset.by_article["paper-2019"]} == {place.id}
    assert "paper-2019/members" in dataset.by_id
    assert dataset.localities["quang-binh"].type.en == "Province", "what is around it is there, too"


def test_a_figure_and_a_blank_may_name_a_place_of_their_own(root: Root) -> None:
    root.edit(A, "as_of: 2018\n", 'as_of: 2018\n    locality: "xã Gia Ninh, huyện Quảng Ninh"\n')
    assert root.dataset().by_id["paper-2019/members_good@quang-binh.quang-ninh.gia-ninh"].as_of == Period.parse("2018")


@pytest.mark.parametrize(
    ("name", "message", "offered"),
    [
        ("huyện Châu Thành", "“huyện Châu Thành” could be: ", "ben-tre.chau-thanh (Châu Thành District (Bến Tre))"),
        ("xã Quảng Ninh, tỉnh Quảng Trị", "there was no “xã Quảng Ninh, tỉnh Quảng Trị” 18 Oct 2019; at other times",
         "quang-tri-2025.quang-ninh"),
        ("huyện Quảng Nình, tỉnh Quảng Bình", "no place is written “huyện Quảng Nình", "quang-binh.quang-ninh"),
        ("huyện Không Có", "no place is found that is “huyện Không Có”", ""),
    ],
)  # fmt: skip
def test_a_name_that_is_not_clear_is_told_with_what_it_could_be(
    root: Root, name: str, message: str, offered: str
) -> None:
    named(root, name)
    root.edit(SEED, f"locality: {name}", "locality: quang-binh.quang-ninh")
    told = [one for one in root.problems() if one.file == A]
    assert [(one.file, one.line, one.column) for one in told] == [root.place(A, name)]
    assert told[0].message.en.startswith(message)
    assert offered in told[0].message.en
    assert "locality" in told[0].hint.en or "type" in told[0].hint.en
    assert told[0].message.vi != told[0].message.en


@pytest.mark.parametrize(("date", "kind"), [("2026-08-31", "tỉnh"), ("2026-09-01", "thành phố")])
def test_a_place_is_what_it_was_at_its_latest_figure(date: str, kind: str) -> None:
    used = localities.used(
        [("quang-ninh.ha-lam", Period.parse("2025-08"), None), ("quang-ninh", Period.parse(date), None)]
    )
    assert localities.places(used, UNITS, {})["quang-ninh"].type.vi == kind


def test_a_record_adds_and_where_it_differs_needs_a_source(root: Root) -> None:
    root.write(
        TABLE, "localities:\n  - {id: quang-ninh, area_km2: {value: 6207, date: 2019, source: {vi: x, en: y}}}\n"
    )
    assert root.dataset().localities["quang-ninh"].area_km2 == Measure(
        value=Decimal(6207), date=Period.parse(2019), source=Text(vi="x", en="y")
    )
    root.write(TABLE, 'localities:\n  - {id: quang-ninh, code: "23"}\n')
    assert "quang-ninh: code is 23, data/units.tsv has 22" in [one.message.en for one in root.problems()]
    root.write(TABLE, 'localities:\n  - {id: quang-ninh, code: "23", source: {vi: báo, en: paper}}\n')
    assert root.dataset().localities["quang-ninh"].code == "23"


def test_a_record_of_no_unit_is_to_be_complete_or_was_mistyped(root: Root) -> None:
    root.write(TABLE, "localities:\n  - {id: quang-binh.quang-nin, became: {vi: x, en: y}}\n")
    (problem,) = root.problems()
    assert problem.message.en == "quang-binh.quang-nin is not in data/units.tsv, and has no name, type, level"
    assert "did you mean quang-binh.quang-ninh?" in problem.hint.en


def test_another_list_of_units_is_read_anew(root: Root) -> None:
    rows = (REPOSITORY / FILE).read_text("utf-8").splitlines()
    head, *rest = rows
    own = [line for line in rest if line.split("\t")[0] in ("44", "456", "22", "193", "06670")]
    root.write(FILE, "\n".join([head, *own]) + "\n")
    assert root.dataset().localities["quang-binh"].name == "Quảng Bình"
    root.write(FILE, "\n".join([head, *own]).replace("\tHà Lầm\t", "\tHà Lâm\t") + "\n")
    assert any("name is Hà Lầm, data/units.tsv has Hà Lâm" in one.message.en for one in root.problems())
    root.write(FILE, "x\n")
    assert {one.file for one in root.problems()} >= {FILE}


def test_no_circle_of_parents_keeps_the_program_busy() -> None:
    records = {
        id: LocalityRecord(id=id, name="X", type=both("xã"), level=Level.COMMUNE, parent=other)
        for id, other in (("x", "y"), ("y", "x"))
    }
    assert set(localities.places({"x": ""}, UNITS, records)) == {"x", "y"}


FROZEN = {
    "quang-binh": "44", "quang-tri-2025": "44", "phu-tho": "25", "phu-tho-2025": "25", "quang-ninh": "22",
    "quang-binh.quang-ninh": "456", "quang-tri-2025.quang-ninh": "19207", "quang-ninh.ha-lam": "06676",
    "quang-ninh.ha-long.ha-lam": "06670", "ho-chi-minh.quan-10.phuong-14": "27169", "hai-phong-2025": "31",
    "ninh-binh.hoa-lu": "374", "ha-noi.ba-dinh": "001", "ha-noi.ba-dinh-2025": "00004", "vinh-phuc.yen-lac": "251",
}  # fmt: skip


@pytest.mark.parametrize("id", FROZEN)
def test_an_id_means_the_same_unit_however_often_the_list_is_made(id: str) -> None:
    assert UNITS[id].code == FROZEN[id], "an address, a figure and another's citation hold this id"


def test_every_id_in_use_is_in_the_list() -> None:
    files = [*Path(REPOSITORY, "data/figures").glob("*.yaml"), Path(REPOSITORY, TABLE)]
    named = {
        line.partition(": ")[2].strip()
        for file in files
        for line in file.read_text("utf-8").splitlines()
        if line.strip().startswith(("locality: ", "- id: "))
    }
    assert len(named) > 20
    assert [id for id in sorted(named) if UNITS.get(id) is None] == []


@given(st.data())
def test_any_unit_makes_a_place_that_says_what_it_is(data: st.DataObject) -> None:
    unit = UNITS.at(data.draw(st.sampled_from(list(UNITS.names()))))
    place = localities.of_unit(unit, UNITS)
    assert (place.id, place.name, place.level, place.parent) == (unit.id, unit.name, unit.level, unit.parent)
    assert bool(place.became) >= bool(unit.until), "what ended says so"
