"""Numerals as the numbers of figures, and the nouns that they count."""

from __future__ import annotations

import pytest

from dashboard.articles.draft.counted_nouns import Nouns
from dashboard.articles.draft.numbers import numbers
from dashboard.language.numerals import find
from tests.articles.draft.desk import INDICATORS


@pytest.mark.parametrize(
    ("text", "numbers_found"),
    [
        ("có 48 TCCSĐ với 7.397 đảng viên", [(48, None, None), (7397, None, None)]),
        ("có 40/170 chi bộ", [(40, 170, None)]),
        ("174 trong tổng số 187 đảng viên", [(174, 187, None)]),
        ("7 trong 8 làng", [(7, 8, None)]),
        ("từ 162 thôn xuống còn 154 thôn", [(154, None, 162)]),
        ("165 tổ chức còn 92 tổ chức", [(92, None, 165)]),
        ("từ 85% lên 92%", [(92, None, 85)]),
        ("trước và sau sắp xếp lần lượt là 140 và 121 thôn", [(121, None, 140)]),
        ("từ 600 đảng viên trở lên, nâng tổng số lên 900 đảng viên", [(600, None, None), (900, None, None)]),
        ("mỗi năm kết nạp 45 đảng viên", [(45, None, None)]),
        ("giảm từ 23 đến 19 người", [(19, None, 23)]),
        ("29.807 người được chia còn 30 tổ dân phố", [(29807, None, None), (30, None, None)]),
        ("43 chi bộ với trên 8.100 đảng viên", [(43, None, None), (8100, None, None)]),
        ("29 hộ nghèo, chiếm 1% tổng số hộ", [(29, None, None), (1, None, None)]),
    ],
)
def test_numerals_are_grouped_as_they_are_meant(text: str, numbers_found: list[tuple[int | None, ...]]) -> None:
    assert [(one.value, one.out_of, one.before) for one in numbers(text, find(text))] == numbers_found


@pytest.mark.parametrize(
    ("text", "open_as"),
    [
        ("mỗi chi bộ 3 - 5 đảng viên", "3–5"),
        ("từ 3 đến 5 hộ", "3–5"),
        ("1,250 hộ", "1.25, 1250"),
        ("3.5% hộ", "3.5"),
        ("có 1/6 được khen", "1/6"),
        ("cứ 8 chi bộ thì có 5 chi bộ", "5 / 8"),
        ("bình quân mỗi xã 27 đảng viên", "27"),
        ("2 trong số 3 thôn", "2 trong số 3"),
        ("tăng gấp 3 lần", "3"),
    ],
)
def test_what_has_two_readings_is_left_open(text: str, open_as: str) -> None:
    (one,) = numbers(text, find(text))
    assert (one.value, one.open) == (None, open_as)


def test_a_number_begins_with_its_hedge() -> None:
    text = "có trên 90% chi bộ, từ hơn 20 xuống còn gần 10 tổ"
    assert [text[one.start : one.end] for one in numbers(text, find(text))] == [
        "trên 90%",
        "từ hơn 20 xuống còn gần 10",
    ]


@pytest.mark.parametrize(
    ("text", "noun", "with_further", "plain"),
    [
        ("48 TCCSĐ với", "TCCSĐ", "TCCSĐ", True),
        ("7.397 đảng viên; trong đó", "đảng viên", "đảng viên", True),
        ("351 đảng viên nữ và", "đảng viên", "đảng viên nữ", False),
        ("14 xã, thị trấn, 153 thôn, tổ dân phố.", "xã, thị trấn", "xã, thị trấn", True),
        ("41 chi, đảng bộ trực thuộc, 221", "chi, đảng bộ trực thuộc", "chi, đảng bộ trực thuộc", True),
        (
            "223 cán bộ, công chức, viên chức thuộc",
            "cán bộ, công chức, viên chức",
            "cán bộ, công chức, viên chức",
            True,
        ),
        ("174 đảng viên được khen", "đảng viên", "đảng viên", False),
        ("262 đảng viên sinh hoạt tại", "đảng viên", "đảng viên", True),
        ("18 đảng bộ trực thuộc Tỉnh ủy", "đảng bộ", "đảng bộ trực thuộc Tỉnh ủy", True),
        ("95%; số", "", "", False),
        ("4 tuyến đường", "", "tuyến đường", False),
        ("26đảng viên, 3", "đảng viên", "đảng viên", True),
        ("2km đường", "", "", False),
    ],
)
def test_the_noun_ends_where_what_is_counted_ends(text: str, noun: str, with_further: str, plain: bool) -> None:
    counted = Nouns(INDICATORS).after(text, find(text)[0].end)
    assert text[counted.start : counted.end] == noun
    assert text[counted.start : counted.stop] == with_further
    assert counted.plain is plain
