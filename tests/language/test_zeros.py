"""Zeros in words: what says that there is none, and what only sounds like it. The sentences are made up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.language.zeros import find_zeros


@pytest.mark.parametrize(
    ("text", "zero", "noun"),
    [
        ("Năm 2019, không có đảng viên bị kỷ luật", "không có đảng viên", "đảng viên"),
        ("chưa kết nạp được đảng viên nào", "chưa kết nạp được đảng viên nào", "đảng viên"),
        ("không kết nạp thêm được đảng viên nào", "không kết nạp thêm được đảng viên nào", "đảng viên"),
        ("chưa kết nạp được đảng viên mới", "chưa kết nạp được đảng viên", "đảng viên"),
        ("không có chi bộ nào không hoàn thành", "không có chi bộ nào", "chi bộ"),
        ("không còn tổ chức cơ sở đảng yếu kém", "không còn tổ chức cơ sở đảng", "tổ chức cơ sở đảng"),
        ("không đồng chí nào bị kỷ luật", "không đồng chí nào", "đồng chí"),
        ("không có cấp uỷ nào", "không có cấp uỷ nào", "cấp uỷ"),
        ("không để xảy ra trường hợp nào vi phạm", "không để xảy ra trường hợp nào", "trường hợp"),
        ("toàn xã không có chi bộ yếu kém", "không có chi bộ", "chi bộ"),
        ("Đảng bộ xã không có đảng viên vi phạm", "không có đảng viên", "đảng viên"),
        ("xã Tân Khê không có đảng viên vi phạm", "không có đảng viên", "đảng viên"),
        ("không chi bộ nào không có đảng viên", "không chi bộ nào", "chi bộ"),
        ("chẳng đảng viên nào bị kỷ luật", "chẳng đảng viên nào", "đảng viên"),
        ("chưa kết nạp được công nhân nào", "chưa kết nạp được công nhân nào", "công nhân"),
    ],
)
def test_a_zero_in_words_is_found_with_what_there_is_none_of(text: str, zero: str, noun: str) -> None:
    (one,) = find_zeros(text)
    assert (text[one.start : one.end], text[one.noun_start : one.noun_end], one.sure) == (zero, noun, True)


@pytest.mark.parametrize(
    "text",
    [
        "còn 12 thôn chưa có đảng viên",
        "5 thôn, bản không có chi bộ",
        "không chỉ có đảng viên mà cả quần chúng",
        "không ngừng nâng cao chất lượng đảng viên",
        "không phải không có đảng viên",
        "không phải cả 14 chi bộ",
        "không ít đảng viên",
        "không quá 3 đảng viên nào",
        "có 5 đảng viên",
    ],
)
def test_what_only_sounds_like_a_zero_is_none(text: str) -> None:
    assert find_zeros(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "các thôn chưa có đảng viên",
        "phấn đấu không còn thôn trắng đảng viên",
        "nơi chưa có chi bộ",
        "nếu không có đảng viên vi phạm",
    ],
)
def test_an_aim_and_words_that_may_describe_another_noun_are_unsure(text: str) -> None:
    assert [one.sure for one in find_zeros(text)] == [False]


@given(st.lists(st.sampled_from("không|chưa|có|còn|nào|được|kết nạp|đảng viên|thôn|5|,|.|xã|phải|\n".split("|"))))
def test_any_text_gives_zeros_in_order(words: list[str]) -> None:
    text, end = " ".join(words), 0
    for one in find_zeros(text):
        assert end <= one.start <= one.noun_start < one.noun_end <= one.end <= len(text)
        end = one.end
