"""``doisanh report``: a YAML file becomes a document, or is told what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from dashboard.cli.main import main
from dashboard.cli.report import KINDS
from tests.sample import Root

SPEC = """title: Đảng viên
items:
  - chart: "?chart=members"
  - comparison: "?places=quang-binh.quang-ninh,quang-ninh.ha-long.ha-lam"
"""


def report(root: Root, text: str, *words: str, out: str = "out/report.docx") -> int:
    (root.path / "report.yaml").write_text(text, "utf-8")
    return main(["report", str(root.path / "report.yaml"), "--out", str(root.path / out), *words,
                 "--root", str(root.path)])  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_a_report_is_written_and_named(root: Root, capsys: pytest.CaptureFixture[str], kind: str) -> None:
    assert report(root, SPEC, out=f"out/report.{kind}") == 0
    made = root.path / "out" / f"report.{kind}"
    assert capsys.readouterr().out == f"{made}\n"
    assert made.read_bytes().startswith(b"PK")


def test_what_is_wrong_with_it_is_told_with_file_line_and_column(
    root: Root, capsys: pytest.CaptureFixture[str]
) -> None:
    assert report(root, SPEC.replace("chart=members", "chart=membres"), "--lang", "en") == 1
    told = capsys.readouterr().err
    assert "report.yaml\n  3:12  no view has this: chart=membres\n        -> did you mean: chart=members" in told
    assert not (root.path / "out").exists()


@pytest.mark.parametrize(("out", "told"), [("report.doc", ".docx, .pptx, .xlsx"), ("report", ".docx, .pptx, .xlsx")])
def test_the_ending_says_the_kind(root: Root, capsys: pytest.CaptureFixture[str], out: str, told: str) -> None:
    assert report(root, SPEC, out=out) == 2
    assert told in capsys.readouterr().err


def test_a_file_that_is_not_there_is_misuse(root: Root, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", str(root.path / "none.yaml"), "--out", "a.docx", "--root", str(root.path)]) == 2
    assert "none.yaml: can't be read" in capsys.readouterr().err


def test_a_template_is_looked_for_beside_the_file(root: Root, capsys: pytest.CaptureFixture[str]) -> None:
    template = docx.Document()
    template.add_paragraph("CƠ QUAN")
    template.save(str(root.path / "mau.docx"))
    assert report(root, f"template: mau.docx\n{SPEC}") == 0
    made = docx.Document(str(root.path / "out/report.docx"))
    assert made.paragraphs[0].text == "CƠ QUAN"
    assert report(root, f"template: mau.docx\n{SPEC}", out="out/report.pptx") == 0
    assert "mau.docx: not used, it is no .pptx" in capsys.readouterr().err
    assert report(root, f"template: other.docx\n{SPEC}") == 2
    assert "other.docx: can't be read" in capsys.readouterr().err
    (root.path / "mau.docx").write_text("no document", "utf-8")
    assert report(root, f"template: mau.docx\n{SPEC}") == 2
    assert "it can't be read as a .docx file" in capsys.readouterr().err


def test_a_folder_that_can_not_be_written_to_is_told(root: Root, capsys: pytest.CaptureFixture[str]) -> None:
    (root.path / "out").write_text("a file", "utf-8")
    assert report(root, SPEC) == 2
    assert "can't be written" in capsys.readouterr().err


def test_nothing_is_written_while_the_data_has_problems(root: Root, capsys: pytest.CaptureFixture[str]) -> None:
    root.edit("data/figures/paper-2019.yaml", "value: 7397", "value: 7398")
    assert report(root, SPEC) == 1
    assert "chưa viết báo cáo" in capsys.readouterr().err
    assert not Path(root.path / "out").exists()
