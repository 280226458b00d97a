"""The boards that are kept for whoever asks next."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dashboard.web.board.board_cache import Board, BoardCache


def board(size: int = 1) -> Board:
    return Board(b"x" * size, 1, ())


class Asker:
    """Asks a shelf of boards, and keeps what had to be made."""

    def __init__(self, boards: BoardCache) -> None:
        self.boards = boards
        self.made: list[str] = []

    def ask(self, key: str, size: int = 1) -> Board:
        def make() -> Board:
            self.made.append(key)
            return board(size)

        return self.boards.get(key, make)


def test_a_board_is_made_once() -> None:
    asker = Asker(BoardCache())
    for _ in range(3):
        asker.ask("a")
    assert asker.made == ["a"]


def test_one_that_can_not_be_made_is_tried_again() -> None:
    boards = BoardCache()
    try:
        boards.get("a", lambda: board(1 // 0))
    except ZeroDivisionError:
        assert boards.get("a", board) == board()


def test_what_was_not_asked_for_longest_goes_first() -> None:
    asker = Asker(BoardCache(most=20))
    for key in "abacab":
        asker.ask(key, 10)
    assert asker.made == list("abcb")  # "a" was asked for since; "b" had to go for "c"


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 30))))
def test_never_more_is_kept_than_was_allowed_and_each_gets_what_is_asked_for(asked: list[tuple[int, int]]) -> None:
    boards = BoardCache(most=40)
    for key, size in asked:
        assert boards.get((key, size), lambda size=size: board(size)) == board(size)  # type: ignore[misc]
        assert sum(len(kept.data) for kept in boards._kept.values()) <= 40
