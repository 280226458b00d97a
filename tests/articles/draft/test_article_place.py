"""Which place an article is about, and which a single number."""

from __future__ import annotations

import pytest

from dashboard.articles.draft.article_place import whereabouts
from dashboard.articles.text.place_mentions import Subject, Subjects, Whereabouts
from dashboard.articles.text.sentences import holding, sentences
from dashboard.records.models.locality import Level
from tests.articles.draft.desk import TABLES, paragraph


def about(title: str, *lines: str, outlet: str = "") -> Whereabouts:
    texts = [title, *lines]
    return whereabouts(title, [paragraph(line, number) for number, line in enumerate(texts, 1)], outlet, TABLES)


def test_the_type_word_tells_a_district_from_a_province_of_the_same_name() -> None:
    found = about("Đảng bộ huyện Đông Trạch củng cố cơ sở", "Huyện ủy Đông Trạch, tỉnh An Lĩnh cho biết.")
    assert (found.id, found.level) == ("an-linh.dong-trach", Level.DISTRICT)
    assert about("Đảng bộ tỉnh Đông Trạch củng cố cơ sở", "Toàn tỉnh Đông Trạch.").id == "dong-trach"


def test_the_lowest_place_of_the_title_is_meant() -> None:
    found = about("Đảng bộ phường Mai Động (TP An Lĩnh): gần dân", "Toàn phường có 18 chi bộ.")
    assert (found.id, found.level) == ("an-linh.an-linh.mai-dong", Level.COMMUNE)


def test_a_province_is_known_by_the_places_inside_it() -> None:
    found = about("Những chuyển biến về công tác xây dựng Đảng", "Đảng bộ tỉnh hiện có 13 đảng bộ.",
                  "Trong đó, Đông Trạch 10; Vĩnh Khê 9; TP. An Lĩnh 7.", outlet="Báo An Lĩnh")  # fmt: skip
    assert found.id == "an-linh"


def test_an_unknown_place_is_left_open_with_its_name_and_level() -> None:
    found = about("Đảng bộ huyện Lâm Hà làm theo Bác", "Huyện Lâm Hà có 48 TCCSĐ; toàn huyện có 12 xã.")
    assert (found.id, found.choices, found.level, found.named) == (None, (), Level.DISTRICT, "huyện Lâm Hà")
    assert about("Bài", "Không nói nơi nào.") == Whereabouts(None, (), None, "")


@pytest.mark.parametrize(
    ("lines", "id"),
    [
        (("Đảng bộ huyện có 48 TCCSĐ.", "Thành phố An Lĩnh có 9.", "Toàn tỉnh An Lĩnh có 70."), None),
        (("Toàn tỉnh có 70 TCCSĐ.", "Đảng bộ tỉnh đã kết nạp 12 đảng viên.", "Thành phố An Lĩnh có 9."), "an-linh"),
        (("Thành ủy An Lĩnh cho biết.", "Đảng bộ thành phố có 9 TCCSĐ.", "Tỉnh An Lĩnh."), "an-linh.an-linh"),
    ],
)
def test_of_a_province_and_its_city_of_one_name_neither_is_taken_by_a_narrow_lead(
    lines: tuple[str, ...], id: str | None
) -> None:
    found = about("An Lĩnh vững từ cơ sở", *lines, outlet="Báo An Lĩnh")
    assert found.id == id
    if id is None:
        assert set(found.choices) == {"an-linh", "an-linh.an-linh"}
        other = Subjects(found, TABLES.localities).called("huyện Vĩnh Khê")
        assert other is not None
        assert other.id == "an-linh.vinh-khe"  # known, whichever is meant


PROVINCE = Whereabouts("an-linh", (), Level.PROVINCE, "tỉnh An Lĩnh")


def subject_of(before: str, after: str = " đảng viên.") -> Subject | None:
    """The place that the 48 between two pieces of text is about."""
    text = f"{before}48{after}"
    whole = sentences(text)
    place = len(before), len(before) + 2
    found = Subjects(PROVINCE, TABLES.localities)
    return found.of(text, whole[holding(whole, place[0])], place) or found.listed(before)


@pytest.mark.parametrize(
    ("before", "id", "name"),
    [
        ("Trong đó, Đông Trạch ", "an-linh.dong-trach", "Đông Trạch"),
        ("Trong đó, TP. An Lĩnh ", "an-linh.an-linh", "TP. An Lĩnh"),
        ("Riêng Đảng bộ huyện Vĩnh Khê kết nạp ", "an-linh.vinh-khe", "Đảng bộ huyện Vĩnh Khê"),
        ("Riêng huyện Vĩnh Khê có 11 chi bộ, ", "an-linh.vinh-khe", "huyện Vĩnh Khê"),
        ("Năm 2019, huyện Vĩnh Khê có 11 chi bộ; kết nạp ", "an-linh.vinh-khe", "huyện Vĩnh Khê"),
        ("Huyện Vĩnh Khê có 11 chi bộ. Huyện kết nạp ", "an-linh.vinh-khe", "Huyện Vĩnh Khê"),
        ("Chi bộ khu phố 2 có ", None, "Chi bộ khu phố 2"),
        ("Trong đó, có Chi bộ Nà Mố có ", None, "Chi bộ Nà Mố"),
        ("Chi bộ thôn Đoài, huyện Vĩnh Khê có ", None, "Chi bộ thôn Đoài"),
        ("Chi bộ thôn Vĩnh Khê có ", None, "Chi bộ thôn Vĩnh Khê"),
        ("Thôn Vĩnh Khê có ", None, "Thôn Vĩnh Khê"),
    ],
)
def test_a_number_may_be_about_another_place(before: str, id: str | None, name: str) -> None:
    found = subject_of(before)
    assert found is not None
    assert (found.id, found.name, found.maybe) == (id, name, False)


def test_a_place_behind_the_number_is_meant() -> None:
    found = subject_of("Toàn tỉnh kết nạp ", " đảng viên ở huyện Vĩnh Khê.")
    assert found == Subject("an-linh.vinh-khe", "huyện Vĩnh Khê", level=Level.DISTRICT)


@pytest.mark.parametrize(
    "before", ["Riêng huyện Vĩnh Khê có 11 chi bộ. Năm 2019, kết nạp ", "Đoàn về với huyện Vĩnh Khê trao "]
)
def test_a_place_of_the_sentence_before_or_in_passing_may_be_meant(before: str) -> None:
    found = subject_of(before)
    assert found is not None
    assert found.maybe


@pytest.mark.parametrize(
    "before",
    [
        "Đến nay, Đảng bộ tỉnh An Lĩnh có ",
        "Toàn tỉnh có ",
        "",
        "Đảng bộ huyện hiện có ",
        "Huyện Vĩnh Khê có 11 chi bộ. Toàn tỉnh có ",
        "Huyện Vĩnh Khê có 11 chi bộ, toàn tỉnh có ",
    ],
)
def test_the_articles_own_place_is_no_other(before: str) -> None:
    assert subject_of(before) is None
