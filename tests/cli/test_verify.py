"""What ``doisanh verify`` prints, and its exit codes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from dashboard.articles.text.numeral_rules import RULES, VIETNAMESE
from dashboard.checks.loading import load
from dashboard.cli.main import main
from dashboard.records.models.article import Reading
from tests.articles.verify.desk import FIGURES, PROOF, SEED, TEXT, Desk

Out = pytest.CaptureFixture[str]


def test_a_proven_article_is_told_in_three_lines(desk: Desk, capsys: Out) -> None:
    assert desk.run() == 0
    out = capsys.readouterr().out
    assert out.startswith(
        "paper-2019  a.txt\n  8/8 figures proven\n  23 numerals: 9 in figures, 2 (content 1, occasion 1) listed in "
        "seeds/, 12 (clock_times 3, congresses 1, dates 5, documents 1, terms 2) by rule, 0 left over\n"
    )
    assert "texts not held\n  paper-2020: no text is held, as its record says: nothing is proven\n" in out
    assert "8/10 figures proven, 0 disproofs, 0 numerals left over; texts: 1 held, 1 not declared\nrules:\n" in out
    assert "  terms 2: Spans of years: nhiệm kỳ 2015-2020" in out
    assert out.endswith("the stored proofs are not these: add --write to store them\n")


def test_a_figure_changed_in_the_text_fails_on_its_line(desk: Desk, capsys: Out) -> None:
    desk.reword("7.397 đảng viên", "7.379 đảng viên", read=False)
    assert desk.run() == 1
    out = capsys.readouterr().out
    file, line, column = desk.root.place(FIGURES, '"7.397')
    assert f"  {file}:{line}:{column}: members: " in out
    assert 'the text has "7.379", not "7.397"' in out
    assert "a.txt is not the text that was read" in out
    assert "0/8 figures proven; the text has changed: nothing is proven by it" in out


def test_what_is_left_over_fails_and_is_listed_by_paragraph(desk: Desk, capsys: Out) -> None:
    desk.reword("ở khắp nơi", "ở 12 xã")
    assert desk.run() == 1
    out = capsys.readouterr().out
    assert f"left over: curate them, or list them in {SEED} under not_figures" in out
    assert "    paragraph 6: … kết quả cao ở [12] xã.\n" in out


def test_a_missing_text_alone_fails_nothing_and_proves_nothing(desk: Desk, capsys: Out) -> None:
    (desk.texts / "a.txt").unlink()
    desk.edit("seeds/paper-2020.yaml", "{read: excerpt}", f"{{read: excerpt, file: b.txt, sha256: {'a' * 64}}}")
    (desk.texts / "b.txt").write_text("có 430 đảng viên", "utf-8")
    desk.run()
    out = capsys.readouterr().out
    assert "paper-2019: the text is missing: nothing is proven" in out
    assert out.count("paper-2019: the text is missing") == out.count("the text is missing") == 1
    assert "1 changed, 1 missing" in out


@pytest.mark.parametrize("folder", ["{}", "{}/none", "{}/a.txt", "~nobody-here/x", "\0"])
def test_a_folder_without_any_of_the_texts_is_misuse(desk: Desk, capsys: Out, folder: str) -> None:
    (desk.texts / "a.txt").rename(desk.texts.parent / "a.txt")
    words = ["verify", "--root", str(desk.root.path), "--articles", folder.format(desk.texts)]
    assert main(words) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("doisanh: --articles ")


def test_writing_without_texts_is_misuse(desk: Desk) -> None:
    assert main(["verify", "--root", str(desk.root.path), "--write"]) == 2


def test_data_with_problems_is_not_verified(desk: Desk, capsys: Out) -> None:
    desk.edit(FIGURES, "value: 7397", "value: 7.397")
    assert desk.run() == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.endswith("nothing was verified: the data has problems\n")


def test_without_texts_the_stored_proofs_are_checked(desk: Desk, capsys: Out) -> None:
    stored = ["verify", "--lang", "en", "--root", str(desk.root.path)]
    assert main(stored) == 1
    assert f"{SEED}\n" in capsys.readouterr().out
    desk.run("--write")
    capsys.readouterr()
    assert main(stored) == 0
    line, table = capsys.readouterr().out.split("\n\n")
    assert line == "8/10 figures have a proof that fits, 0 have not, 2 are of texts not held"
    head, *rows = [re.split(" {2,}", row.strip()) for row in table.splitlines()]
    assert head == ["Checked, full text", "Checked, part read", "Seen again", "Noted, not checked", "Figures"]
    assert rows[:2] == [["All", "8", "0", "0", "2", "10"], ["Districts", "8", "0", "0", "0", "8"]]
    assert sum(int(row[-1]) for row in rows[3:]) == 10, "by year"
    desk.edit(FIGURES, '"7.397 đảng viên"', '"với 7.397 đảng viên"')
    assert main(stored) == 1
    row, column = desk.root.place(FIGURES, '"với')[1:]
    assert f"{FIGURES}\n  {row}:{column}  members: not in the stored proof" in capsys.readouterr().out


def test_the_report_is_in_vietnamese_unless_asked_otherwise(desk: Desk, capsys: Out) -> None:
    desk.reword("7.397 đảng viên", "7.379 đảng viên", read=False)
    assert desk.run("--lang", "vi") == 1
    out = capsys.readouterr().out
    assert "văn bản đã thay đổi: không đối chiếu được gì" in out
    assert 'members: "7.397 đảng viên" không có trong bài; gần nhất, ở đoạn' in out
    assert "quy tắc:\n" in out
    assert "dates 5: Ngày, tháng, quý, năm, thứ trong tuần" in out
    assert main(["verify", "--root", str(desk.root.path)]) == 1
    assert "cả 8 số liệu chưa được đối chiếu" in capsys.readouterr().out


def test_every_rule_is_explained_in_both_languages() -> None:
    assert set(VIETNAMESE) == {rule.__name__ for rule in RULES}


def test_check_tells_of_the_proofs(desk: Desk, capsys: Out) -> None:
    desk.run("--write")
    capsys.readouterr()
    assert main(["check", "--lang", "en", "--root", str(desk.root.path)]) == 0
    told = "no problems\nproofs: checked against the article’s full text (8); noted, not checked (2)\n"
    assert capsys.readouterr().out.endswith(told)
    desk.root.write(PROOF, "{")
    assert main(["check", "--lang", "en", "--root", str(desk.root.path)]) == 1


def test_machines_get_stable_keys(desk: Desk, capsys: Out) -> None:
    desk.reword("7.397 đảng viên", "7.379 đảng viên", read=False)
    assert desk.run("--json") == 1
    said = json.loads(capsys.readouterr().out)
    assert set(said) == {"exit", "written", "deleted", "figures", "proven", "articles", "unreadable"}
    one = next(article for article in said["articles"] if article["article"] == "paper-2019")
    assert set(one) == {"article", "text", "figures", "disproofs", "coverage"}
    assert set(one["disproofs"][0]) == {"kind", "figures", "problem"}
    assert set(one["disproofs"][0]["problem"]) == {"file", "line", "column", "message", "hint"}
    assert set(one["coverage"]) == {"numerals", "in_figures", "listed", "by_rule", "left_over"}
    assert main(["verify", "--root", str(desk.root.path), "--json"]) == 1
    assert set(json.loads(capsys.readouterr().out)) == {"exit", "figures", "evidence", "problems"}


def test_proofs_that_can_not_be_written_are_told(desk: Desk, capsys: Out) -> None:
    (desk.root.path / "data/proofs").write_text("", "utf-8")
    assert desk.run("--write") == 2
    assert "the proofs can't be written" in capsys.readouterr().err


@pytest.mark.parametrize("raw", [b"", b"\n\n", b"\0\0", ("7.397 " * 2000).encode(), TEXT.encode()[:333]])
def test_no_text_brings_it_down(desk: Desk, raw: bytes) -> None:
    desk.keep(raw)
    assert desk.run() == 1


HOUSE = Path(__file__).parents[2]
TEXTS = HOUSE.parent / "shared" / "articles"


@pytest.mark.skipif(not TEXTS.is_dir(), reason="the articles' texts are not held here")
def test_the_articles_of_the_house_are_proven_whole(capsys: Out) -> None:
    assert main(["verify", "--root", str(HOUSE), "--articles", str(TEXTS), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    dataset, _ = load(HOUSE)
    assert dataset is not None
    full = [entry for entry in dataset.entries if dataset.articles[entry.article].text.read is Reading.FULL]
    assert said["proven"] == len(full) > 0
    assert said["figures"] == len(dataset.entries)
    proven = {file.stem for file in (HOUSE / "data" / "proofs").glob("*.json")}
    assert proven == {entry.article for entry in full}, "an excerpt is never proven"
