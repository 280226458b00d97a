"""A text with changes, and where its places are then."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dashboard.articles.draft.restated_sentences import Change, retold


def test_what_is_behind_a_change_moves_with_it() -> None:
    told = retold("không có đảng viên, 12 hộ", [Change(0, 9, "có 0 ")])
    assert told.text == "có 0 đảng viên, 12 hộ"
    assert told.text[told.moved(20) :] == "12 hộ"


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.text(max_size=5)), max_size=6))
def test_places_outside_the_changes_keep_their_character(text: str, cuts: list[tuple[int, str]]) -> None:
    starts = sorted({at for at, _ in cuts if at < len(text)})
    words = dict(cuts)
    changes = [Change(at, at + 1, words[at]) for at in starts]
    told = retold(text, changes)
    for at, char in enumerate(text):
        if at not in starts:
            assert told.text[told.moved(at)] == char
