"""The text of a record is found by its sha256, else by its name; what is not the text that was read proves nothing."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from dashboard.articles.verify.text_files import LARGEST, Library, State, Text
from dashboard.checks.loading import load
from tests.articles.verify.desk import SEED, TEXT, Desk


def found(desk: Desk, article: str = "paper-2019") -> Text:
    dataset, problems = load(desk.root.path)
    assert dataset is not None, problems
    return Library(desk.texts).find(dataset, article)


def test_the_very_text_is_held(desk: Desk) -> None:
    assert (found(desk).state, found(desk).file, len(found(desk).paragraphs)) == (State.HELD, "a.txt", 6)


def test_under_another_name_it_is_found_by_its_sha256(desk: Desk) -> None:
    (desk.texts / "a.txt").rename(desk.texts / "b c.text")
    assert (found(desk).state, found(desk).file) == (State.HELD, "b c.text")
    desk.keep("Một bài khác.\n", read=False)
    assert (found(desk).state, found(desk).file) == (State.HELD, "b c.text")


def test_a_changed_text_is_told_apart_from_a_missing_one(desk: Desk) -> None:
    desk.keep(TEXT + "thêm\n", read=False)
    changed = found(desk)
    assert changed.state is State.CHANGED
    assert changed.problem is not None
    file, line, _ = desk.root.place(SEED, "sha256: ")
    assert (changed.problem.file, changed.problem.line) == (file, line)
    assert changed.problem.hint.en.endswith(sha256((TEXT + "thêm\n").encode()).hexdigest())
    (desk.texts / "a.txt").unlink()
    assert found(desk) == Text(State.MISSING)


def test_a_record_without_a_text_says_so(desk: Desk) -> None:
    assert found(desk, "paper-2020") == Text(State.NOT_DECLARED)


@pytest.mark.parametrize("raw", [TEXT.encode("utf-16"), b"\xff" + TEXT.encode()])
def test_what_is_not_utf_8_is_a_problem_and_no_text(desk: Desk, raw: bytes) -> None:
    desk.keep(raw)
    text = found(desk)
    assert text.state is State.UNREADABLE
    assert text.problem is not None
    assert "not UTF-8" in text.problem.message.en


def test_what_can_not_be_read_is_a_problem(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, most: int) -> bytes:
        raise PermissionError(13, "Permission denied")

    dataset, _ = load(desk.root.path)
    assert dataset is not None
    library = Library(desk.texts)
    monkeypatch.setattr("dashboard.articles.verify.text_files.content", refuse)
    text = library.find(dataset, "paper-2019")
    assert text.state is State.UNREADABLE
    assert text.problem is not None
    assert text.problem.message.en == "it can't be read: Permission denied"


def test_a_file_too_large_for_an_article_is_not_read(desk: Desk) -> None:
    with (desk.texts / "a.txt").open("wb") as file:
        file.truncate(LARGEST + 1)
    text = found(desk)
    assert text.state is State.UNREADABLE
    assert text.problem is not None
    assert "too many for an article" in text.problem.message.en


def test_a_name_in_another_unicode_form_is_the_same_name(desk: Desk) -> None:
    desk.root.edit(SEED, "file: a.txt", "file: báo.txt")
    (desk.texts / "a.txt").rename(desk.texts / "ba\u0301o.txt")
    assert (found(desk).state) is State.HELD


def test_folders_in_the_folder_are_left_alone(desk: Desk) -> None:
    (desk.texts / "a.txt").rename(desk.texts / "b.txt")
    (desk.texts / "a.txt").mkdir()
    assert found(desk).file == "b.txt"


def test_of_two_names_that_are_one_in_unicode_each_file_is_found(desk: Desk) -> None:
    desk.root.edit(SEED, "file: a.txt", "file: báo.txt")
    for name in ("ba\u0301o.txt", "b\u00e1o.txt"):
        for path in desk.texts.iterdir():
            path.unlink()
        desk.keep(TEXT)
        (desk.texts / "a.txt").rename(desk.texts / name)
        (desk.texts / ("ba\u0301o.txt" if "\u00e1" in name else "b\u00e1o.txt")).write_text("Bài khác.\n", "utf-8")
        assert (found(desk).state, found(desk).file) == (State.HELD, name)
