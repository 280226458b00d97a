"""What changed is read, checked and made anew; the outcome is that of reading everything."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks import communes
from dashboard import frame, made
from dashboard.charts.datum import data
from dashboard.derived import outcomes
from dashboard.made import make
from dashboard.reading import Memory, load
from dashboard.yamltext import read
from tests.sample import FILES, Root

A, SEED = "data/figures/paper-2019.yaml", "seeds/paper-2019.yaml"


def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are read from now on."""
    found: list[str] = []

    def noted(raw: bytes, file: str) -> object:
        found.append(file)
        return read(raw, file)

    monkeypatch.setattr("dashboard.sheets.read", noted)
    return found


def test_only_the_file_that_changed_is_read_again(root: Root, monkeypatch: pytest.MonkeyPatch) -> None:
    memory, found = Memory(), counted(monkeypatch)
    first, _ = load(root.path, memory)
    assert sorted(found) == sorted(FILES)
    found.clear()
    assert load(root.path, memory) == (first, [])
    assert found == []
    root.edit(SEED, "Một bài báo", "Một bài khác")
    assert load(root.path, memory)[0] != first
    assert found == [SEED]


def test_what_is_wrong_elsewhere_is_still_told_after_an_edit(root: Root) -> None:
    memory = Memory()
    root.edit(A, "value: 154", "value: 155")
    (before,) = load(root.path, memory)[1]
    root.edit("seeds/paper-2020.yaml", "Bài khác", "Bài khác nữa")
    assert load(root.path, memory)[1] == [before]
    root.edit(A, "value: 155", "value: 154")
    assert load(root.path, memory)[1] == []


def test_a_table_that_changed_has_every_article_checked_again(root: Root) -> None:
    memory = Memory()
    assert load(root.path, memory)[1] == []
    root.edit("data/indicators.yaml", "  - id: hamlets\n", "  - id: villages\n")
    problems = load(root.path, memory)[1]
    assert problems == load(root.path)[1]
    assert any("there is no indicator hamlets" in problem.message.en for problem in problems)


EDITS = st.lists(
    st.tuples(
        st.sampled_from(sorted(FILES)),
        st.floats(0, 1),
        st.integers(0, 12),
        st.sampled_from(["", "x", "1", ":", "\n", " "]),
    ),
    max_size=4,
)


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(EDITS | st.just([]), min_size=2, max_size=4))
def test_after_any_edits_the_outcome_is_that_of_reading_everything(
    root: Root, steps: list[list[tuple[str, float, int, str]]]
) -> None:
    memory, made = Memory(), None
    for step in steps:
        for file, text in FILES.items():
            root.write(file, text)
        for file, share, gone, new in step:
            at = int(share * len(FILES[file]))
            root.write(file, FILES[file][:at] + new + FILES[file][at + gone :])
        dataset, problems = load(root.path, memory)
        assert (dataset, problems) == load(root.path)
        if dataset:
            made = make(dataset, made)
            whole = frame.build(dataset)
            pd.testing.assert_frame_equal(made.frame, whole)
            assert made.figures == data(whole)
            assert made.refusals == list(outcomes(dataset).refused)


def test_an_article_more_and_one_less_leave_the_rows_in_order(tmp_path: Path) -> None:
    root, memory = tmp_path / "root", Memory()
    communes.write(root, 9)
    kept = {name: (root / name).read_bytes() for name in _files(root, 4)}
    made = None
    for there in (True, False, True):
        for name, raw in kept.items():
            (root / name).write_bytes(raw) if there else (root / name).unlink()
        communes.change(root, 2, there)
        dataset, problems = load(root, memory)
        assert dataset, problems
        made = make(dataset, made)
        pd.testing.assert_frame_equal(made.frame, frame.build(dataset))
        assert made.figures == data(made.frame)
        assert made.refusals == list(outcomes(dataset).refused)
        assert set(made.frame["article"]) == set(dataset.articles)


def _files(root: Path, number: int) -> list[str]:
    return [str(path.relative_to(root)) for path in root.glob(f"*/**/*-{number:05}.yaml")]


def test_the_made_up_articles_have_nothing_wrong_and_are_the_same_each_time(tmp_path: Path) -> None:
    for name in ("one", "other"):
        assert communes.write(tmp_path / name, 40) == 40 * communes.EACH
    dataset, problems = load(tmp_path / "one")
    assert problems == []
    assert dataset
    assert len(dataset.articles) == 40
    again, _ = load(tmp_path / "other")
    assert again
    assert again.digest == dataset.digest


# --- columns that an edit leaves as they are


def test_a_column_that_an_edit_leaves_as_it_is_is_not_copied() -> None:
    before = pd.Series(["a", "b", None, "d"], dtype="str")
    assert made._column(before, pd.Series(["b", None], dtype="str"), np.array([0, 4, 5, 3])) is before
    changed = made._column(before, pd.Series(["b", "x"], dtype="str"), np.array([0, 4, 5, 3]))
    assert changed.equals(pd.Series(["a", "b", "x", "d"], dtype="str"))
    assert before.equals(pd.Series(["a", "b", None, "d"], dtype="str"))


@given(
    before=st.lists(st.sampled_from([1.0, 2.0, None]), min_size=1, max_size=5),
    fresh=st.lists(st.sampled_from([1.0, 2.0, None]), max_size=5),
    data=st.data(),
)
def test_it_is_what_taking_from_both_would_be(before: list[float | None], fresh: list[float | None], data: Any) -> None:
    places = data.draw(st.lists(st.integers(0, len(before) + len(fresh) - 1), min_size=1, max_size=6))
    one, other = pd.Series(before, dtype="float64"), pd.Series(fresh, dtype="float64")
    wanted = pd.concat([one, other], ignore_index=True).take(places).reset_index(drop=True)
    assert made._column(one, other, np.array(places)).equals(wanted)
