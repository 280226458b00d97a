"""doisanh export: which files it writes, of which figures, and what it says where it can't."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from dashboard.cli.main import main
from tests.few_articles import few_articles
from tests.sample import Root


def export(root: Root, out: Path, *words: str) -> int:
    return main(["export", "--root", str(root.path), "--out", str(out), *words])


@pytest.mark.parametrize(
    "words",
    [["--format", "csv,xlsx,parquet,package"], ["--format", "csv", "xlsx", "--format", "parquet,package", "csv"]],
)
def test_formats_come_with_commas_or_one_by_one(
    root: Root, tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    assert export(root, tmp_path / "o", *words) == 0
    version = root.dataset().version
    names = [
        f"doisanh_figures_vi_{version}.csv", f"doisanh_figures_vi_{version}.xlsx",
        f"doisanh_figures_{version}.parquet", f"doisanh_figures_{version}.datapackage.zip",
    ]  # fmt: skip
    assert capsys.readouterr().out.splitlines() == [f"13 figures: {tmp_path / 'o' / name}" for name in names]
    assert sorted(path.name for path in (tmp_path / "o").iterdir()) == sorted(names)


def test_a_chart_gives_the_figures_that_it_shows_parts_and_computed_ones_included(root: Root, tmp_path: Path) -> None:
    assert export(root, tmp_path, "--chart", "organizations,ratings", "hamlets", "--format", "parquet") == 0
    (file,) = tmp_path.glob("*.parquet")
    assert file.name.startswith("doisanh_figures_organizations_ratings_hamlets_")
    assert set(pd.read_parquet(file)["figure_id"]) == {
        "paper-2019/organizations", "paper-2019/committees", "paper-2019/cells", "paper-2019/members_good",
        "paper-2019/graduates", "paper-2019/share_of_total(graduates)", "paper-2019/hamlets",
        "paper-2019/change_from_before(hamlets)", "paper-2020/own_rating",
    }  # fmt: skip


def test_a_chart_and_a_place_give_what_is_in_both(
    root: Root, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(root, tmp_path / "o", "--chart", "members", "--locality", "quang-ninh") == 0
    assert capsys.readouterr().out.startswith("1 figure: ")
    assert export(root, tmp_path / "p", "--chart", "hamlets", "--locality", "quang-ninh") == 1
    assert "no figures of quang-ninh, hamlets" in capsys.readouterr().err
    assert not (tmp_path / "p").exists()


def test_a_comparison_gives_the_figures_that_it_sets_side_by_side(tmp_path: Path) -> None:
    words = ("--chart", "comparison", "--locality", "ben-tre,dong-nai", "--format", "parquet")
    assert main(["export", "--root", str(few_articles()), "--out", str(tmp_path), *words]) == 0
    (file,) = tmp_path.glob("*_comparison_*.parquet")
    found = pd.read_parquet(file)
    assert set(found["locality"]) == {"ben-tre", "dong-nai"}
    assert all(len(set(group["locality"])) == 2 for _, group in found.groupby("indicator")), (
        "nothing that one has alone"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--chart", "comparison"], "--chart comparison: of which places? Name them with --locality"),
        (["--chart", "comparisn"], "did you mean comparison?"),
        (["--chart", "member"], "--chart member: there is no such chart; did you mean members?"),
        (["--chart", "zzz"], "the ids are in data/charts.yaml"),
        (["--locality", "zzz"], "there is no such place; `doisanh find` has the ids"),
        (["--locality", "quang-binh,ha-giang"], "ha-giang: there are no figures of Tỉnh Hà Giang"),
        (["--locality", "quang-binh,quang ninh"], "did you mean quang-binh.quang-ninh or quang-ninh?"),
    ],
)
def test_what_is_unknown_is_told_with_what_may_be_meant(
    root: Root, tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    assert export(root, tmp_path / "o", *words) == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "o").exists()


@pytest.mark.parametrize(
    ("asked", "said"),
    [("xslx", "did you mean xlsx?"), ("csv,doc", "choose from xlsx, csv-comma, csv, parquet, package")],
)
def test_an_unknown_format_is_misuse(
    root: Root, tmp_path: Path, capsys: pytest.CaptureFixture[str], asked: str, said: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        export(root, tmp_path / "o", "--format", asked)
    assert ended.value.code == 2
    assert said in capsys.readouterr().err


def test_a_folder_where_a_later_file_can_not_be_written_is_told(
    root: Root, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / f"doisanh_figures_{root.dataset().version}.parquet").mkdir()
    assert export(root, tmp_path, "--format", "csv,parquet") == 2
    said = capsys.readouterr()
    assert "can't be written to" in said.err
    assert said.out.count("13 figures") == 1
