"""``doisanh compare``: two figures, or all pairs."""

from __future__ import annotations

import pytest

from dashboard.cli.main import main
from tests.sample import Root

ONE, OTHER = "paper-2019/members", "paper-2020/members"


def compare(root: Root, *words: str) -> int:
    return main(["compare", "--root", str(root.path), *words])


def test_two_figures_are_printed_with_verdict_reasons_remedies_and_sources(
    root: Root, capsys: pytest.CaptureFixture[str]
) -> None:
    assert compare(root, ONE, OTHER) == 0
    out = capsys.readouterr().out
    for words in (
        "“7.397 đảng viên”", "“430 đảng viên”", "✗ không so sánh được", "khác cấp: cấp huyện và cấp xã",
        "để so sánh được: So sánh với nơi cùng cấp", "căn cứ: Điều lệ Đảng, Điều 10", "Báo A, 18/10/2019, đoạn",
    ):  # fmt: skip
        assert words in out


def test_it_answers_in_english(root: Root, capsys: pytest.CaptureFixture[str]) -> None:
    assert compare(root, ONE, OTHER, "--lang", "en") == 0
    out = capsys.readouterr().out
    assert "✗ not comparable\n  ✗ different levels: district and commune\n" in out
    assert "to make them comparable: Compare with a place of the same level" in out
    assert "basis: Statutes of the Party" in out


def test_a_computed_figure_names_what_it_comes_from(root: Root, capsys: pytest.CaptureFixture[str]) -> None:
    assert compare(root, "paper-2019/members_each", ONE) == 0
    assert "tính từ: paper-2019/members, paper-2019/organizations" in capsys.readouterr().out


def test_alone_it_prints_a_line_for_each_pair_of_one_indicator(root: Root, capsys: pytest.CaptureFixture[str]) -> None:
    assert compare(root) == 0
    head, line, tally = capsys.readouterr().out.splitlines()
    assert head == "Đảng viên (members)"
    assert line == (
        "  ✗ Quảng Ninh (Quảng Bình) 7.397 đảng viên (10/2019) | Hà Lầm (TP Hạ Long) 430 đảng viên (05/2020)"
        " | khác cấp: cấp huyện và cấp xã"
    )
    assert tally == "1 cặp: ✓ 0 so sánh được, △ 0 cần thận trọng, ✗ 1 không so sánh được"


def test_one_indicator_may_be_asked_for(root: Root, capsys: pytest.CaptureFixture[str]) -> None:
    assert compare(root, "--indicator", "members") == 0
    assert len(capsys.readouterr().out.splitlines()) == 3
    assert compare(root, "--indicator", "cells", "--lang", "en") == 0
    assert capsys.readouterr().out == "No two figures share an indicator yet.\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["paper-2019/member", OTHER], "there is no figure paper-2019/member; did you mean paper-2019/members"),
        (["paper-2021/members", OTHER], "did you mean paper-2019/members or paper-2020/members?"),
        (["zzz", OTHER], "there is no figure zzz; doisanh compare lists all pairs"),
        (["--indicator", "member"], "there is no indicator member; did you mean members"),
        ([ONE], "compare takes two figures"),
        ([ONE, OTHER, ONE], "compare takes two figures"),
        ([ONE, OTHER, "--indicator", "members"], "compare takes two figures"),
    ],
)
def test_what_there_is_not_is_misuse(
    root: Root, capsys: pytest.CaptureFixture[str], words: list[str], told: str
) -> None:
    assert compare(root, *words, "--lang", "en") == 2
    printed = capsys.readouterr()
    assert told in printed.err
    assert not printed.out


def test_what_there_is_not_is_told_in_vietnamese_too(root: Root, capsys: pytest.CaptureFixture[str]) -> None:
    assert compare(root, "paper-2019/member", OTHER) == 2
    assert "không có số liệu paper-2019/member; có phải là paper-2019/members" in capsys.readouterr().err


def test_bad_data_is_told(root: Root, capsys: pytest.CaptureFixture[str]) -> None:
    root.edit("data/figures/paper-2019.yaml", "value: 7397", "value: 7.397")
    assert compare(root) == 1
    assert "chưa so sánh gì" in capsys.readouterr().err
