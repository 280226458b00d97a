"""``doisanh check``: what it tells of all files, of some, and again after each edit."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dashboard.cli.main import main
from dashboard.cli.problem_report import watch
from tests.sample import Root

A, B = "data/figures/paper-2019.yaml", "data/figures/paper-2020.yaml"


@pytest.fixture
def broken(root: Root) -> Root:
    """A root with one problem in each of two files."""
    root.edit(A, "value: 7397", "value: 7.397")
    root.edit(B, "value: 430", "value: 431")
    return root


def said(root: Root, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    """The exit code of check, and what it prints."""
    code = main(["check", "--root", str(root.path), "--lang", "en", *words])
    out = capsys.readouterr()
    return code, out.out + out.err


@pytest.mark.parametrize("asked", ["paper-2020", B, "{root}/" + B])
def test_only_what_is_wrong_in_a_file_is_told(broken: Root, capsys: pytest.CaptureFixture[str], asked: str) -> None:
    code, told = said(broken, capsys, asked.format(root=broken.path))
    assert code == 1
    assert "paper-2020.yaml" in told
    assert "paper-2019" not in told
    assert told.endswith("1 problem in 1 file\n")


def test_a_file_with_nothing_wrong_passes_whatever_is_wrong_elsewhere(
    broken: Root, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said(broken, capsys, "seeds/paper-2020.yaml") == (0, "1 file: no problems\n")


def test_an_id_mistyped_in_the_only_article_looked_at_is_told_there(
    root: Root, capsys: pytest.CaptureFixture[str]
) -> None:
    root.edit(A, "indicator: posts_cut", "indicator: post_cut")
    root.edit(B, "  - indicator: members\n", "  - indicator: member\n")
    code, told = said(root, capsys, "paper-2020")
    assert code == 1
    assert "member" in told


def test_a_table_is_looked_at_with_all_articles(root: Root, capsys: pytest.CaptureFixture[str]) -> None:
    root.edit("data/charts.yaml", "    indicators: [hamlets]", "    indicators: [members]")
    code, told = said(root, capsys, "data/indicators.yaml")
    assert code == 1
    assert "hamlets has figures, but is in no chart" in told


def test_a_file_that_is_none_of_the_data_is_misuse(root: Root, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(root, capsys, "data/figures/paper-2091.yaml") == (
        2,
        "doisanh: check: data/figures/paper-2091.yaml: no file of data/ or seeds/ here, and no article's id; "
        "did you mean data/figures/paper-2019.yaml?\n",
    )


def test_what_is_odd_is_told_and_is_no_failure(root: Root, capsys: pytest.CaptureFixture[str]) -> None:
    old = 'value: 154\n    before: 162\n    printed: "từ 162 thôn xuống còn 154 thôn"'
    root.edit(A, old, 'value: 15\n    before: 162\n    printed: "từ 162 thôn xuống còn 15 thôn"')
    for words in ([], ["paper-2019"]):
        code, told = said(root, capsys, *words)
        assert code == 0
        assert "hamlets: 15, before it 162" in told
        assert "no problems, 1 odd and to be looked at" in told
    assert said(root, capsys, "paper-2020") == (0, "2 files: no problems\n")


def test_watching_tells_again_after_each_edit_until_stopped(root: Root, capsys: pytest.CaptureFixture[str]) -> None:
    def edits() -> Iterator[None]:
        root.edit(A, "value: 7397", "value: 7.397")
        yield
        yield  # nothing changed: nothing is told
        root.edit(A, "value: 7.397", "value: 7397")
        yield

    left = edits()

    def pause(seconds: float) -> None:
        if next(left, "end") == "end":
            raise KeyboardInterrupt

    assert watch(root.path, [], "en", pause) == 0
    told = [line for line in capsys.readouterr().out.splitlines() if line.endswith(("no problems", "in 1 file"))]
    assert told == [
        "2 articles, 10 figures: no problems", "1 problem in 1 file", "2 articles, 10 figures: no problems"
    ]  # fmt: skip
