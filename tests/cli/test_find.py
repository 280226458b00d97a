"""``doisanh find``: ids by any of the words of a record."""

from __future__ import annotations

import pytest

from dashboard.cli.main import main
from tests.sample import Root


def found(root: Root, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[str]]:
    """The exit code, and what is printed."""
    code = main(["find", "--root", str(root.path), "--lang", "en", *words])
    return code, capsys.readouterr().out.splitlines()


@pytest.mark.parametrize("asked", [["Đảng", "viên"], ["dang vien"], ["party", "member"], ["MEMBERS"]])
def test_an_indicator_is_found_by_any_of_its_words_with_or_without_accents(
    root: Root, capsys: pytest.CaptureFixture[str], asked: list[str]
) -> None:
    code, lines = found(root, capsys, *asked)
    line = root.place("data/indicators.yaml", "- id: members\n")[1]
    assert code == 0
    assert f"  members  Party members  data/indicators.yaml:{line} · chart members" in lines


def test_accents_that_are_typed_count(root: Root, capsys: pytest.CaptureFixture[str]) -> None:
    assert any("  hamlets  " in line for line in found(root, capsys, "thôn")[1])
    assert found(root, capsys, "thồn") == (1, ["nothing found; try fewer words"])


def test_a_name_lists_all_places_that_it_may_be(root: Root, capsys: pytest.CaptureFixture[str]) -> None:
    _, lines = found(root, capsys, "quang ninh")
    line = root.place("data/localities.yaml", "- id: quang-binh.quang-ninh")[1]
    assert (
        f"  quang-binh.quang-ninh  Quảng Ninh District (Quảng Bình), until 2025-06-30  data/localities.yaml:{line} · "
        "1 article"
    ) in lines
    assert any(one.startswith("  quang-ninh  ") for one in lines)
    assert any(one.startswith("  thanh-hoa.quang-ninh  ") and one.endswith("data/units.tsv") for one in lines)


def test_rules_and_schemes_are_found(root: Root, capsys: pytest.CaptureFixture[str]) -> None:
    assert any("  level  " in line and "data/rules.yaml:" in line for line in found(root, capsys, "khác cấp")[1])
    assert any("  party-2018-2022  " in line for line in found(root, capsys, "132-QĐ/TW")[1])


def test_it_finds_while_the_data_has_problems(root: Root, capsys: pytest.CaptureFixture[str]) -> None:
    root.edit("data/indicators.yaml", "kind: stock\n    subject: hamlet", "kind: stok\n    subject: hamlet")
    root.edit("data/figures/paper-2019.yaml", "value: 7397", "value: 7.397")
    assert any("  members  " in line for line in found(root, capsys, "đảng viên")[1])
