"""The printed phrase: a few words, once in its paragraph, that read alone as in their place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dashboard.articles.draft.phrases import LONGEST
from dashboard.articles.text.phrases import stands
from dashboard.language.numerals import find
from tests.articles.draft.desk import figures, paragraph

WORDS = [
    "có",
    "48",
    "12",
    "trên",
    "chi",
    "bộ",
    "đảng",
    "viên",
    "trong",
    "đó",
    "90%",
    "hơn",
    ",",
    ";",
    "kết",
    "nạp",
    "từ",
    "còn",
    "5/8",
]


def test_a_phrase_that_would_stand_twice_is_lengthened() -> None:
    found = figures("Huyện có 12 chi bộ ở xã và lập 12 chi bộ ở thôn.")
    assert [one.printed for one in found] == ["có 12 chi bộ", "lập 12 chi bộ"]


def test_words_after_the_noun_that_make_the_hedge_are_kept() -> None:
    (one,) = figures("Chi bộ có từ 3 đảng viên trở lên.")
    assert one.printed == "từ 3 đảng viên trở lên"


@given(st.lists(st.sampled_from(WORDS), min_size=3, max_size=40))
def test_every_phrase_stands_and_holds_its_number(words: list[str]) -> None:
    line = " ".join(words) + " và 7 xã."
    whole = paragraph(line)
    for one in figures(line):
        assert len(one.printed.split()) <= LONGEST
        assert one.printed == whole.text[slice(*one.place)]
        assert stands(one.printed, whole)
        assert find(one.printed) or one.value == 0


def test_a_phrase_that_can_not_be_told_apart_is_left_to_a_curator() -> None:
    first, second = figures("1.250 đảng viên 1.250 đảng viên")
    assert not first.sure
    assert not second.sure
