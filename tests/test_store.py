"""The pages' data follow the files: an edit appears, a broken one keeps the last good data beside the problems."""

from __future__ import annotations

import gc
import re
import shutil
import time
import weakref
from pathlib import Path

import pytest
import streamlit as st

from dashboard import cards, store
from dashboard.view import default
from tests.sample import FILES, Root

FILE = "data/figures/paper-2019.yaml"


def members(good: store.Good | None) -> float:
    assert good
    (value,) = good.frame["value"][good.frame["figure_id"] == "paper-2019/members"]
    return float(value)


def correct(root: Root, old: int, new: int) -> None:
    """Another number, in the value and in the phrase."""
    root.edit(FILE, f"value: {old}", f"value: {new}")
    root.edit(FILE, f'"{old // 1000}.{old % 1000:03d} đảng viên"', f'"{new // 1000}.{new % 1000:03d} đảng viên"')


def test_good_data_come_with_their_frame_and_no_problems(root: Root) -> None:
    good, problems = store.current(root.path)
    assert problems == []
    assert members(good) == 7397
    assert good
    assert len(good.dataset.entries) == 10
    assert set(good.proofs) == {entry.id for entry in good.dataset.entries}


def test_the_same_files_are_read_once(root: Root, monkeypatch: pytest.MonkeyPatch) -> None:
    first, _ = store.current(root.path)
    monkeypatch.setattr(store, "load", lambda root: pytest.fail("read again"))
    again, _ = store.current(root.path)
    assert again is first


def test_what_visitors_share_is_not_in_streamlits_cache_which_any_of_them_can_empty(root: Root) -> None:
    good, _ = store.current(root.path)
    root.edit(FILE, "value: 7397", "value: 7.397")
    st.cache_resource.clear()  # what Streamlit does on a visitor's BackMsg{clear_cache}
    st.cache_data.clear()
    kept, problems = store.current(root.path)
    assert kept is good
    assert problems


def test_nothing_is_kept_in_streamlits_cache() -> None:
    modules = Path(store.__file__).parent.rglob("*.py")
    assert not [path.name for path in modules if re.search(r"\bcache_(resource|data)\b", path.read_text("utf-8"))]


def test_an_edit_appears_at_the_next_read(root: Root) -> None:
    store.current(root.path)
    correct(root, 7397, 7398)
    good, problems = store.current(root.path)
    assert (members(good), problems) == (7398, [])


def test_a_file_that_appears_is_read(root: Root) -> None:
    assert store.current(root.path)[0]
    (root.path / "seeds/paper-2020.yaml").rename(root.path / "paper-2020.yaml")
    assert store.current(root.path)[1]
    (root.path / "paper-2020.yaml").rename(root.path / "seeds/paper-2020.yaml")
    assert store.current(root.path)[1] == []


def test_broken_data_keep_the_last_good_ones_with_the_problems(root: Root) -> None:
    store.current(root.path)
    correct(root, 7397, 7398)
    store.current(root.path)
    root.edit(FILE, "value: 7398", "value: 7.398")
    good, problems = store.current(root.path)
    assert members(good) == 7398
    assert [(problem.file, problem.line) for problem in problems] == [root.place(FILE, "value: 7.398")[:2]]


def test_mended_data_take_their_place_again(root: Root) -> None:
    store.current(root.path)
    root.edit(FILE, "value: 7397", "value: seven")
    assert store.current(root.path)[1]
    root.edit(FILE, "value: seven", "value: 7397")
    good, problems = store.current(root.path)
    assert (members(good), problems) == (7397, [])


def test_broken_in_another_way_tells_the_other_problem(root: Root) -> None:
    store.current(root.path)
    root.edit(FILE, "value: 7397", "value: seven")
    (first,) = store.current(root.path)[1]
    root.edit(FILE, "value: seven", "value: 7397\n    colour: red")
    (second,) = store.current(root.path)[1]
    assert first != second
    assert "colour" in second.message.en


def test_data_broken_from_the_start_are_none(root: Root) -> None:
    root.edit(FILE, "value: 7397", "value: seven")
    good, problems = store.current(root.path)
    assert good is None
    assert len(problems) == 1


def test_what_is_mended_after_a_broken_start_appears(root: Root) -> None:
    root.edit(FILE, "value: 7397", "value: seven")
    store.current(root.path)
    root.edit(FILE, "value: seven", "value: 7397")
    assert store.current(root.path)[1] == []


def test_a_folder_that_vanishes_leaves_the_last_good_data(root: Root) -> None:
    first, _ = store.current(root.path)
    shutil.rmtree(root.path)
    good, problems = store.current(root.path)
    assert good is first
    assert problems


def test_a_file_that_is_no_text_is_a_problem_and_no_crash(root: Root) -> None:
    first, _ = store.current(root.path)
    root.write(FILE, b"\xff\xfe\x00")
    good, problems = store.current(root.path)
    assert good is first
    assert problems[0].file == FILE


def test_two_folders_do_not_mix(root: Root) -> None:
    other = Root(root.path.with_name("other"))
    shutil.copytree(root.path, other.path)
    correct(other, 7397, 7398)
    assert members(store.current(root.path)[0]) == 7397
    assert members(store.current(other.path)[0]) == 7398
    other.edit(FILE, "value: 7398", "value: seven")
    assert members(store.current(other.path)[0]) == 7398
    assert store.current(root.path)[1] == []


def test_the_data_of_before_go_without_a_search_for_garbage(root: Root) -> None:
    """They were left out of it (``collection.settle``), so a cycle in them would keep them for good."""
    gc.disable()
    try:
        gone = []
        for number in range(3):
            good, _ = store.current(root.path)
            assert good
            cards.cards(good.dataset, good.figures, default(good.dataset), proofs=good.proofs)
            gone += [weakref.ref(thing) for thing in (good, good.dataset, good.made, good.figures)]
            del good
            root.write(FILE, FILES[FILE] + f"# {number}\n")
        assert store.current(root.path)[0]
        for _ in range(100):  # the thread that worked ahead may not have ended
            if not any(thing() for thing in gone[:8]):
                return
            time.sleep(0.05)
        pytest.fail("the data of before are still there")
    finally:
        gc.enable()


def test_what_the_page_tells_of_the_whole_is_counted_once(root: Root) -> None:
    good, _ = store.current(root.path)
    assert good
    assert good.tally is good.tally
    assert good.tally.figures == len(good.frame[~good.frame["computed"]])
    assert good.years == tuple(range(good.years[0], good.years[-1] + 1))
