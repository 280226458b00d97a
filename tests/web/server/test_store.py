"""The pages' data follow the files: an edit appears, a broken one keeps the last good data beside the problems."""

from __future__ import annotations

import gc
import re
import shutil
import threading
import time
import weakref
from pathlib import Path
from threading import Event, Thread
from types import ModuleType

import pytest
import streamlit as st

from dashboard import checks
from dashboard.charts.view import default
from dashboard.records import record_files, source_files
from dashboard.records.models.fields import Record
from dashboard.records.record_files import RecordFile
from dashboard.web.board import cards
from dashboard.web.server import last_good, store
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
    good, problems, _ = store.current(root.path)
    assert problems == []
    assert members(good) == 7397
    assert good
    assert len(good.dataset.entries) == 10
    assert set(good.proofs) == {entry.id for entry in good.dataset.entries}


def test_the_same_files_are_read_once(root: Root, monkeypatch: pytest.MonkeyPatch) -> None:
    first, _, _ = store.current(root.path)
    monkeypatch.setattr(store, "load", lambda root: pytest.fail("read again"))
    again, _, _ = store.current(root.path)
    assert again is first


def test_what_visitors_share_is_not_in_streamlits_cache_which_any_of_them_can_empty(root: Root) -> None:
    good, _, _ = store.current(root.path)
    root.edit(FILE, "value: 7397", "value: 7.397")
    st.cache_resource.clear()  # what Streamlit does on a visitor's BackMsg{clear_cache}
    st.cache_data.clear()
    kept, problems, _ = store.current(root.path)
    assert kept is good
    assert problems


def test_nothing_is_kept_in_streamlits_cache() -> None:
    modules = Path(store.__file__).parents[2].rglob("*.py")
    assert not [path.name for path in modules if re.search(r"\bcache_(resource|data)\b", path.read_text("utf-8"))]


def test_an_edit_appears_at_the_next_read(root: Root) -> None:
    store.current(root.path)
    correct(root, 7397, 7398)
    good, problems, _ = store.current(root.path)
    assert (members(good), problems) == (7398, [])


def test_a_file_that_appears_is_read(root: Root) -> None:
    assert store.current(root.path).good
    (root.path / "seeds/paper-2020.yaml").rename(root.path / "paper-2020.yaml")
    assert store.current(root.path).problems
    (root.path / "paper-2020.yaml").rename(root.path / "seeds/paper-2020.yaml")
    assert store.current(root.path).problems == []


def test_broken_data_keep_the_last_good_ones_with_the_problems(root: Root) -> None:
    store.current(root.path)
    correct(root, 7397, 7398)
    store.current(root.path)
    root.edit(FILE, "value: 7398", "value: 7.398")
    good, problems, _ = store.current(root.path)
    assert members(good) == 7398
    assert [(problem.file, problem.line) for problem in problems] == [root.place(FILE, "value: 7.398")[:2]]


def test_mended_data_take_their_place_again(root: Root) -> None:
    store.current(root.path)
    root.edit(FILE, "value: 7397", "value: seven")
    assert store.current(root.path).problems
    root.edit(FILE, "value: seven", "value: 7397")
    good, problems, _ = store.current(root.path)
    assert (members(good), problems) == (7397, [])


def test_broken_in_another_way_tells_the_other_problem(root: Root) -> None:
    store.current(root.path)
    root.edit(FILE, "value: 7397", "value: seven")
    (first,) = store.current(root.path).problems
    root.edit(FILE, "value: seven", "value: 7397\n    colour: red")
    (second,) = store.current(root.path).problems
    assert first != second
    assert "colour" in second.message.en


def test_data_broken_from_the_start_are_none(root: Root) -> None:
    root.edit(FILE, "value: 7397", "value: seven")
    good, problems, _ = store.current(root.path)
    assert good is None
    assert len(problems) == 1


def test_what_is_mended_after_a_broken_start_appears(root: Root) -> None:
    root.edit(FILE, "value: 7397", "value: seven")
    store.current(root.path)
    root.edit(FILE, "value: seven", "value: 7397")
    assert store.current(root.path).problems == []


def test_a_folder_that_vanishes_leaves_the_last_good_data(root: Root) -> None:
    first, _, _ = store.current(root.path)
    shutil.rmtree(root.path)
    good, problems, _ = store.current(root.path)
    assert good is first
    assert problems


def test_a_file_that_is_no_text_is_a_problem_and_no_crash(root: Root) -> None:
    first, _, _ = store.current(root.path)
    root.write(FILE, b"\xff\xfe\x00")
    good, problems, _ = store.current(root.path)
    assert good is first
    assert problems[0].file == FILE


def test_two_folders_do_not_mix(root: Root) -> None:
    other = Root(root.path.with_name("other"))
    shutil.copytree(root.path, other.path)
    correct(other, 7397, 7398)
    assert members(store.current(root.path).good) == 7397
    assert members(store.current(other.path).good) == 7398
    other.edit(FILE, "value: 7398", "value: seven")
    assert members(store.current(other.path).good) == 7398
    assert store.current(root.path).problems == []


def test_the_data_of_before_go_without_a_search_for_garbage(root: Root) -> None:
    """A cycle in them would keep them until a search of all there is, and with them the memory of a second data set."""
    gc.disable()
    try:
        gone = []
        for number in range(3):
            good, _, _ = store.current(root.path)
            assert good
            cards.cards(good.dataset, good.figures, default(good.dataset), proofs=good.proofs)
            gone += [weakref.ref(thing) for thing in (good, good.dataset, good.figures)]
            del good
            root.write(FILE, FILES[FILE] + f"# {number}\n")
        assert store.current(root.path).good
        for _ in range(100):  # the thread that worked ahead may not have ended
            if not any(thing() for thing in gone[:6]):
                return
            time.sleep(0.05)
        pytest.fail("the data of before are still there")
    finally:
        gc.enable()


def test_what_the_page_tells_of_the_whole_is_counted_once(root: Root) -> None:
    good, _, _ = store.current(root.path)
    assert good
    assert good.tally is good.tally
    assert good.tally.figures == len(good.frame[~good.frame["computed"]])
    assert good.years == tuple(range(good.years[0], good.years[-1] + 1))


# --- what pages are shown while something is read


class Gate:
    """In place of a function: it waits at its call until it is let through, and counts."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, module: ModuleType, name: str) -> None:
        self.open, self.reached, self.calls = Event(), Event(), 0
        self.real = getattr(module, name)
        monkeypatch.setattr(module, name, self)

    def __call__(self, *arguments: object, **named: object) -> object:
        self.calls += 1
        self.reached.set()
        assert self.open.wait(60)
        return self.real(*arguments, **named)


def ended(root: Root) -> None:
    """Wait until nothing is read any more."""
    work = store._states[root.path].work
    if work:
        work.ended.result(60)


def test_good_data_is_never_waited_for_and_one_reading_is_all_there_is(
    root: Root, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = store.current(root.path).good
    correct(root, 7397, 7398)
    gate = Gate(monkeypatch, store, "load")
    monkeypatch.setattr(store, "MOMENT", 0.01)
    for _ in range(20):
        now = store.current(root.path, lambda done: pytest.fail("a page waited"))
        assert (now.good is first, now.problems, now.reading) == (True, [], True)
        assert gate.reached.wait(60)
    assert gate.calls == 1
    gate.open.set()
    ended(root)
    monkeypatch.setattr(store, "MOMENT", 60)
    now = store.current(root.path)
    assert (members(now.good), now.problems, now.reading) == (7398, [], False)
    assert gate.calls == 1


def test_a_folder_that_does_not_answer_keeps_no_page_waiting(root: Root, monkeypatch: pytest.MonkeyPatch) -> None:
    first = store.current(root.path).good
    gate = Gate(monkeypatch, source_files, "gather")
    monkeypatch.setattr(store, "MOMENT", 0.01)
    assert store.current(root.path) == (first, [], True)
    gate.open.set()
    ended(root)


def test_without_good_data_the_page_is_told_how_far_the_reading_is(root: Root, monkeypatch: pytest.MonkeyPatch) -> None:
    gate = Gate(monkeypatch, store, "load")
    monkeypatch.setattr(store, "MOMENT", 0.01)
    told: list[float] = []

    def progress(done: float) -> None:
        told.append(done)
        gate.open.set()

    now = store.current(root.path, progress)
    assert (members(now.good), now.reading) == (7397, False)
    assert told


def test_an_edit_made_while_another_is_read_is_in_the_next_answer(root: Root, monkeypatch: pytest.MonkeyPatch) -> None:
    store.current(root.path)
    correct(root, 7397, 7398)
    gate = Gate(monkeypatch, store, "load")
    asking = Thread(target=store.current, args=(root.path,))
    asking.start()
    assert gate.reached.wait(60)
    correct(root, 7398, 7399)
    gate.open.set()
    assert members(store.current(root.path).good) == 7399
    asking.join()


@pytest.mark.parametrize("what", ["deleted", "mended"])
def test_a_file_that_is_gone_or_mended_ends_its_reading(root: Root, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    """Of a thousand files that each take seconds, those not read yet are not read any more once nobody has them."""
    store.current(root.path)
    hostile = [f"seeds/{name}.yaml" for name in ("q", "r", "s", "t")]
    for name in hostile:
        root.write(name, "slow: 1\n")
    monkeypatch.setattr(store, "LOOK", 0)
    real, seen = record_files.read_record, []

    def sheet(file: str, raw: bytes, model: type[Record]) -> RecordFile:
        seen.append(file)
        for name in hostile if len(seen) == 1 else ():
            (root.path / name).unlink() if what == "deleted" else root.write(name, "mended: 1\n")
        return real(file, raw, model)

    monkeypatch.setattr("dashboard.checks.loading.read_record", sheet)
    now = store.current(root.path)
    assert seen == (hostile[:1] if what == "deleted" else [*hostile[:1], *hostile])
    assert bool(now.problems) is (what == "mended")


def test_what_was_read_before_a_reading_was_left_is_not_read_again(root: Root, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "LOOK", 0)
    real, seen = record_files.read_record, []

    def sheet(file: str, raw: bytes, model: type[Record]) -> RecordFile:
        seen.append(file)
        if file == "data/charts.yaml":  # the last of the tables: an article is edited meanwhile, again and again
            root.write(FILE, FILES[FILE] + "# edited\n")
        return real(file, raw, model)

    monkeypatch.setattr("dashboard.checks.loading.read_record", sheet)
    assert store.current(root.path).problems == []
    assert len(seen) == len(set(seen)) == len(FILES)


def test_an_edit_of_what_was_read_already_does_not_keep_the_rest_from_being_read(
    root: Root, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody who saves every second would else see nothing for ever."""
    monkeypatch.setattr(store, "LOOK", 0)
    real, count = checks.check_articles, iter(range(100))

    def check_articles(*arguments: object) -> object:
        root.write(FILE, FILES[FILE] + f"# {next(count)}\n")
        return real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr("dashboard.checks.loading.check_articles", check_articles)
    assert store.current(root.path).good


def test_what_nobody_foresaw_is_told_as_a_problem_beside_the_good_data_and_once(
    root: Root, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    first = store.current(root.path).good
    correct(root, 7397, 7398)
    with monkeypatch.context() as broken:
        broken.setattr(store, "load", lambda *_: 1 / 0)
        for _ in range(3):
            now = store.current(root.path)
            assert now.good is first
            (problem,) = now.problems
            assert "ZeroDivisionError" in problem.message.en
    assert len(caplog.records) == 1
    correct(root, 7398, 7399)
    now = store.current(root.path)
    assert (members(now.good), now.problems) == (7399, [])


def test_what_is_made_ahead_is_made_by_one_thread_however_often_the_data_changes(
    root: Root, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(monkeypatch, last_good, "keep")
    before = threading.active_count()
    for number in range(7397, 7402):
        assert members(store.current(root.path).good) == number
        correct(root, number, number + 1)
    for _ in range(100):
        if threading.active_count() <= before + 1:
            break
        Event().wait(0.05)
    assert gate.calls == 1
    assert threading.active_count() <= before + 1
    gate.open.set()
