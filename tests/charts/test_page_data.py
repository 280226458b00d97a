"""Of an edit only what changed is read and checked again; the outcome is that of reading everything."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks import communes
from dashboard.charts.page_data import page_data
from dashboard.checks.loading import Memory, load
from dashboard.figures.computed import outcomes
from dashboard.figures.figure import figures_of
from dashboard.figures.frame import build
from dashboard.records.yaml_text import read
from tests.sample import FILES, Root
from tests.world import real

A, SEED = "data/figures/paper-2019.yaml", "seeds/paper-2019.yaml"


def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are read from now on."""
    found: list[str] = []

    def noted(raw: bytes, file: str) -> object:
        found.append(file)
        return read(raw, file)

    monkeypatch.setattr("dashboard.records.record_files.read", noted)
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
    memory = Memory()
    for step in steps:
        for file, text in FILES.items():
            root.write(file, text)
        for file, share, gone, new in step:
            at = int(share * len(FILES[file]))
            root.write(file, FILES[file][:at] + new + FILES[file][at + gone :])
        assert load(root.path, memory) == load(root.path)


def test_an_article_more_and_one_less_are_read_as_if_for_the_first_time(tmp_path: Path) -> None:
    root, memory = tmp_path / "root", Memory()
    communes.write(root, 9)
    kept = {path: path.read_bytes() for path in root.glob("*/**/*-00004.yaml")}
    for there in (True, False, True):
        for path, raw in kept.items():
            path.write_bytes(raw) if there else path.unlink()
        communes.change(root, 2, there)
        dataset, problems = load(root, memory)
        assert (dataset, problems) == load(root)
        assert dataset, problems


def test_what_is_made_together_is_what_each_gives_by_itself() -> None:
    frame, figures = page_data(real())
    pd.testing.assert_frame_equal(frame, build(real()))
    assert list(figures.all) == figures_of(frame)
    assert [one for refused in figures.refusals.values() for one in refused] == list(outcomes(real()).refused)


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
