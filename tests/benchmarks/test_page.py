"""The benchmark of the page: its table says what was measured, and doisanh and its peers show the same six charts."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import same_figures
from benchmarks.contenders import HOUSE, PEERS, REQUIREMENTS, CannotRun, peers_python, resident
from benchmarks.page import MEASURES, Measure, main, median, table
from benchmarks.same_figures import NINE, PLACE, SIX, CannotCompare
from dashboard.charts import chart_selection
from dashboard.charts.page_data import page_data
from dashboard.charts.view import View
from dashboard.checks.loading import load

FILTER = next(measure for measure in MEASURES if measure.name.startswith("filter"))


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("copy")
    same_figures.copied(HOUSE, root)
    return root


def test_choosing_a_place_and_taking_it_back_are_both_changes_of_the_filter() -> None:
    assert median({"choose": [100, 300], "take back": [200]}, FILTER) == 200
    assert median({"choose": []}, FILTER) is None


def test_the_table_has_medians_ratios_and_goals() -> None:
    found = {"doisanh": {"choose": [90.0, 100.0, 5000.0]}, "Dash": {"choose": [200.0]}, "floor": {"KB": [1400.4]}}
    head, filtered, wire = table(found)
    assert head.split() == "doisanh Dash floor ÷ Dash ÷ floor at least (to reach for)".split()
    cells = filtered.removeprefix("filter: on screen, ms").split()
    assert cells == "100 200 - 0.50 - 0.9 Dash, 0.5 Streamlit (1.2 floor)".split()
    assert wire.split() == ["over", "the", "wire,", "KB", "-", "-", "1,400", "-", "-"]


def test_without_doisanh_there_are_no_ratios() -> None:
    assert "÷" not in "\n".join(table({"Dash": {"ready": [100.0]}, "floor": {"ready": [50.0]}}))


@given(st.lists(st.floats(0.1, 1e6), min_size=1), st.floats(0.1, 1e6))
def test_a_ratio_is_that_of_the_medians(ours: list[float], theirs: float) -> None:
    lines = list(table({"doisanh": {"PNG": ours}, "floor": {"PNG": [theirs]}}))
    measure = Measure("PNG", ("PNG",))
    assert f"{(median({'PNG': ours}, measure) or 0) / theirs:.2f}" in lines[1].split()


def test_memory_is_that_of_a_process_and_all_that_descend_from_it() -> None:
    assert resident([(1, 0, 9999), (10, 1, 1024), (11, 10, 2048), (12, 11, 1024), (20, 1, 5000)], 10) == 4


def test_the_peers_run_on_the_versions_that_doisanh_runs_on() -> None:
    ours = (HOUSE / "requirements" / "run.txt").read_text("utf-8")
    theirs = [line for line in REQUIREMENTS.read_text("utf-8").splitlines() if not line.startswith("#")]
    assert all("==" in line for line in theirs)
    assert [line for line in theirs if f"\n{line} " not in ours] == [next(x for x in theirs if x.startswith("dash"))]


def test_the_six_charts_have_the_figures_that_doisanh_draws(copy: Path) -> None:
    found = same_figures.figures(copy)
    assert tuple(chart["id"] for chart in found["charts"]) == SIX
    dataset, _ = load(HOUSE)
    assert dataset is not None
    plan = chart_selection.one(dataset, page_data(dataset).figures, View("vi"), SIX[0])
    assert plan is not None
    drawn = [row["value"] for panel in found["charts"][0]["panels"] for row in panel["rows"]]
    assert drawn == [one.value for panel in plan.panels for one in panel.data]
    assert {55610, 430} <= set(drawn)
    assert PLACE in dict(found["places"])
    assert len(found["table"]["rows"][0]) == len(found["table"]["columns"]) + 1  # its place's id goes first


def test_the_copy_differs_from_the_data_in_the_titles_of_the_charts_alone(copy: Path) -> None:
    changed = [
        file.relative_to(copy)
        for folder in ("data", "seeds")
        for file in sorted((copy / folder).rglob("*"))
        if file.is_file() and file.read_bytes() != (HOUSE / file.relative_to(copy)).read_bytes()
    ]
    assert changed == [Path("data/charts.yaml")]
    text = (copy / "data" / "charts.yaml").read_text("utf-8")
    assert [text.count(query) for query in same_figures.QUERIES.values()] == [len(SIX), len(NINE)]


def test_a_chart_that_is_gone_is_named(tmp_path: Path) -> None:
    shutil.copytree(HOUSE / "data", tmp_path / "data")
    (tmp_path / "seeds").mkdir()
    charts = tmp_path / "data" / "charts.yaml"
    charts.write_text(charts.read_text("utf-8").replace("id: committee-share", "id: share"), "utf-8")
    with pytest.raises(CannotCompare, match="no chart committee-share"):
        same_figures.copied(tmp_path, tmp_path / "copy")


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(CannotRun, match="--peers"):
        peers_python(tmp_path, print)
    assert (tmp_path / "letter.txt").read_text() == "mine"


def test_misuse_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--repeat", "0"])
    assert stopped.value.code == 2
    assert "--repeat takes a number from 1" in capsys.readouterr().err


def test_every_peer_is_there() -> None:
    assert {file.name for file in PEERS.glob("*_*.py")} == {"plain_streamlit.py", "plain_dash.py", "static_page.py"}
