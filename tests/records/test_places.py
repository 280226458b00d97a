"""A place is called so that it can be told from every other."""

from __future__ import annotations

import pytest

from dashboard.records.places import (
    ancestors,
    descendants,
    full_label,
    in_sentence,
    label,
    label_in_sentence,
    labels,
    nearest,
)
from tests.sample import LOCALITIES, Root

FILE = "data/localities.yaml"
MORE = """\
  - {id: ben-tre, name: Bến Tre, type: {vi: tỉnh, en: Province}, level: province}
  - {id: ben-tre.ben-tre, name: Bến Tre, type: {vi: thành phố, en: City}, level: district, parent: ben-tre}
  - {id: ben-tre.chau-thanh, name: Châu Thành, type: {vi: huyện, en: District}, level: district, parent: ben-tre}
  - id: ben-tre.chau-thanh.tan-phu
    name: Tân Phú
    type: {vi: xã, en: Commune}
    level: commune
    parent: ben-tre.chau-thanh
  - {id: an-giang, name: An Giang, type: {vi: tỉnh, en: Province}, level: province}
  - {id: an-giang.chau-thanh, name: Châu Thành, type: {vi: huyện, en: District}, level: district, parent: an-giang}
  - id: an-giang.chau-thanh.tan-phu
    name: Tân Phú
    type: {vi: xã, en: Commune}
    level: commune
    parent: an-giang.chau-thanh
  - {id: tien-giang, name: Tiền Giang, type: {vi: tỉnh, en: Province}, level: province}
  - {id: tien-giang.huyen-cai-lay, name: Cai Lậy, type: {vi: huyện, en: District}, level: district, parent: tien-giang}
  - {id: tien-giang.tx-cai-lay, name: Cai Lậy, type: {vi: thị xã, en: Town}, level: district, parent: tien-giang}
"""


@pytest.fixture
def places(root: Root) -> Root:
    root.write(FILE, LOCALITIES + MORE)
    return root


@pytest.mark.parametrize(
    ("place", "vi", "en"),
    [
        ("quang-ninh", "Quảng Ninh", "Quảng Ninh"),
        ("quang-binh.quang-ninh", "Quảng Ninh (Quảng Bình)", "Quảng Ninh (Quảng Bình)"),
        ("quang-ninh.ha-long", "Hạ Long (Quảng Ninh)", "Hạ Long (Quảng Ninh)"),
        ("quang-ninh.ha-long.ha-lam", "Hà Lầm (TP Hạ Long)", "Hà Lầm (Hạ Long City)"),
        ("ben-tre.ben-tre", "TP Bến Tre (Bến Tre)", "Bến Tre City (Bến Tre)"),
        ("ben-tre.chau-thanh", "Châu Thành (Bến Tre)", "Châu Thành (Bến Tre)"),
        ("ben-tre.chau-thanh.tan-phu", "Tân Phú (Châu Thành, Bến Tre)", "Tân Phú (Châu Thành, Bến Tre)"),
        ("tien-giang.huyen-cai-lay", "Huyện Cai Lậy (Tiền Giang)", "Cai Lậy District (Tiền Giang)"),
        ("tien-giang.tx-cai-lay", "TX Cai Lậy (Tiền Giang)", "Cai Lậy Town (Tiền Giang)"),
    ],
)
def test_a_label_carries_the_parent_and_the_type_where_the_name_alone_is_another_places(
    places: Root, place: str, vi: str, en: str
) -> None:
    dataset = places.dataset()
    assert label(place, dataset, "vi") == vi
    assert label(place, dataset, "en") == en


@pytest.mark.parametrize(
    ("place", "vi", "en"),
    [
        ("quang-ninh", "Tỉnh Quảng Ninh", "Quảng Ninh Province"),
        ("quang-binh.quang-ninh", "Huyện Quảng Ninh (Quảng Bình)", "Quảng Ninh District (Quảng Bình)"),
        ("quang-ninh.ha-long.ha-lam", "Phường Hà Lầm (TP Hạ Long)", "Hà Lầm Ward (Hạ Long City)"),
        ("ben-tre.ben-tre", "Thành phố Bến Tre (Bến Tre)", "Bến Tre City (Bến Tre)"),
    ],
)
def test_a_full_label_has_the_type_in_full(places: Root, place: str, vi: str, en: str) -> None:
    dataset = places.dataset()
    assert full_label(place, dataset, "vi") == vi
    assert full_label(place, dataset, "en") == en


def test_no_two_places_have_one_label(places: Root) -> None:
    for language in ("vi", "en"):
        found = labels(places.dataset(), language)
        assert len(set(found.values())) == len(found)


def test_labels_follow_the_data_when_it_changes(root: Root) -> None:
    assert label("quang-ninh.ha-long", root.dataset(), "vi") == "Hạ Long (Quảng Ninh)"
    root.edit(FILE, "name: Hạ Long", "source: {vi: báo, en: paper}\n    name: Hòn Gai")
    assert label("quang-ninh.ha-long", root.dataset(), "vi") == "Hòn Gai (Quảng Ninh)"


def test_what_lies_in_a_place_and_around_it(root: Root) -> None:
    dataset = root.dataset()
    assert descendants("quang-ninh", dataset) == ("quang-ninh.ha-long", "quang-ninh.ha-long.ha-lam")
    assert ancestors("quang-ninh.ha-long.ha-lam", dataset) == ("quang-ninh.ha-long", "quang-ninh")
    assert descendants("quang-ninh.ha-long.ha-lam", dataset) == ()


def test_a_place_is_found_by_name_without_accents_or_by_a_like_id(root: Root) -> None:
    dataset = root.dataset()
    assert nearest("Quang Ninh", dataset) == ["quang-binh.quang-ninh", "quang-ninh"]
    assert nearest("hà lầm (tp hạ long)", dataset) == ["quang-ninh.ha-long.ha-lam"]
    assert nearest("quang-bin", dataset)[0] == "quang-binh"
    assert nearest("zzzz", dataset) == []


@pytest.mark.parametrize(
    ("place", "vi", "en"),
    [
        ("ben-tre", "tỉnh Bến Tre", "Bến Tre Province"),
        ("ben-tre.ben-tre", "thành phố Bến Tre (Bến Tre)", "Bến Tre City (Bến Tre)"),
    ],
)
def test_inside_a_sentence_the_type_is_written_small(places: Root, place: str, vi: str, en: str) -> None:
    dataset = places.dataset()
    assert [in_sentence(place, dataset, language) for language in ("vi", "en")] == [vi, en]


def test_the_type_in_a_short_label_is_written_small_inside_a_sentence_but_not_before_a_number(places: Root) -> None:
    dataset = places.dataset()
    short = {id: label_in_sentence(id, dataset, "vi") for id in dataset.localities}
    for id, said in short.items():
        place, written = dataset.localities[id], label(id, dataset, "vi")
        assert said.casefold() == written.casefold()
        typed = written.startswith(f"{place.type.vi.capitalize()} {place.name}")
        assert (said != written) == (typed and not place.name.isdecimal())
        assert label_in_sentence(id, dataset, "en") == label(id, dataset, "en")
    assert any(said != label(id, dataset, "vi") for id, said in short.items())
