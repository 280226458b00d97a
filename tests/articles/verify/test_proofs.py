"""The stored proof falls by itself when a figure, its text or what covers the text changes."""

from __future__ import annotations

import json

import pytest

from dashboard.articles.verify.proofs import Proof, around, covered, length, status, stored, unproven
from dashboard.checks.loading import load
from dashboard.records.dataset import Dataset
from dashboard.records.source_files import fingerprint
from tests.articles.verify.desk import FIGURES, PROOF, SEED, Desk
from tests.sample import Root

ID = "paper-2019/members"


def read(desk: Desk) -> Dataset:
    dataset, problems = load(desk.root.path)
    assert dataset is not None, problems
    return dataset


@pytest.fixture
def proven(desk: Desk) -> Desk:
    """The desk with its proof stored."""
    assert desk.run("--write") == 0
    return desk


def test_what_is_proven_is_told_without_the_text(proven: Desk) -> None:
    (proven.texts / "a.txt").unlink()
    marks = status(read(proven))
    assert {mark for id, mark in marks.items() if id.startswith("paper-2019/")} == {Proof.PROVEN}
    assert {mark for id, mark in marks.items() if id.startswith("paper-2020/")} == {Proof.TEXT_NOT_HELD}
    assert covered(read(proven))["paper-2019"].numerals == 23
    assert list(unproven(read(proven))) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('value: 7397\n    printed: "7.397', 'value: 7398\n    printed: "7.398'),
        ('"7.397 đảng viên"', '"với 7.397 đảng viên"'),
        ('viên"\n    paragraph: 3', 'viên"\n    paragraph: 2'),
        ("value: 7397", "value: 7397\n    as_of: 2019-11"),
        ("value: 7397", "value: 7397\n    locality: quang-binh"),
        ("value: 7397", "value: 7397\n    since: 2015"),
        ("value: 7397", "value: 7397\n    inferred: {vi: đoán, en: guessed}"),
    ],
)
def test_the_mark_falls_with_any_field_of_the_figure(proven: Desk, old: str, new: str) -> None:
    proven.edit(FIGURES, old, new)
    marks = status(read(proven))
    fallen = [id for id, mark in marks.items() if mark is Proof.NOT_PROVEN]
    assert len(fallen) == 1
    assert fallen[0].startswith(ID)
    assert len([one for one in unproven(read(proven)) if one.file == FIGURES]) == 1


def test_what_the_file_says_for_all_its_figures_fells_all_that_take_it(proven: Desk) -> None:
    proven.edit(FIGURES, "as_of: 2019-11-06", "as_of: 2019-11-05")
    assert list(status(read(proven)).values()).count(Proof.NOT_PROVEN) == 7  # all but the one of 2018


def test_what_its_indicator_means_fells_it_too(proven: Desk) -> None:
    proven.edit("data/indicators.yaml", 'unit: {vi: "đảng viên", en: "members"}', 'unit: {vi: "người", en: "people"}')
    assert [id for id, mark in status(read(proven)).items() if mark is Proof.NOT_PROVEN] == [ID]


def test_a_note_or_the_order_changes_nothing(proven: Desk) -> None:
    proven.edit(FIGURES, "value: 7397", "note: {vi: ghi chú, en: a note}\n    value: 7397")
    assert status(read(proven))[ID] is Proof.PROVEN


def test_all_marks_fall_with_another_text(proven: Desk) -> None:
    proven.reword("ở khắp nơi", "ở mọi nơi")
    assert list(status(read(proven)).values()).count(Proof.NOT_PROVEN) == 8
    (problem,) = unproven(read(proven))
    assert (problem.file, problem.line) == proven.root.place(SEED, "sha256: ")[:2]
    assert "of another text" in problem.message.en


def test_the_coverage_falls_with_what_it_rests_on(proven: Desk) -> None:
    proven.edit(SEED, '  - {printed: "27 biểu hiện", paragraph: 6, reason: content}\n', "")
    assert covered(read(proven)) == {}
    assert status(read(proven))[ID] is Proof.PROVEN
    (problem,) = unproven(read(proven))
    assert "since every numeral was accounted for" in problem.message.en


def test_a_proof_is_the_same_bytes_each_time_and_part_of_the_version(desk: Desk) -> None:
    before = fingerprint(desk.root.path)
    desk.run("--write")
    first = (desk.root.path / PROOF).read_bytes()
    assert fingerprint(desk.root.path) != before
    (desk.root.path / PROOF).unlink()
    desk.run("--write")
    assert (desk.root.path / PROOF).read_bytes() == first
    assert [path.name for path in (desk.root.path / "data/proofs").iterdir()] == ["paper-2019.json"]


def test_only_what_is_fully_proven_is_stored(desk: Desk) -> None:
    desk.reword("ở khắp nơi", "ở 12 xã")
    assert desk.run("--write") == 1
    assert not (desk.root.path / PROOF).exists()
    desk.reword("ở 12 xã", "ở khắp nơi")
    desk.edit(FIGURES, "since: 2015", "since: 2014")
    assert desk.run("--write") == 1
    assert not (desk.root.path / PROOF).exists()
    desk.edit(FIGURES, "since: 2014", "since: 2015")
    desk.keep(desk.text + "\n", read=False)  # nothing that is compared has changed, and yet it is another text
    assert desk.run("--write") == 1
    assert not (desk.root.path / PROOF).exists()


def test_a_proof_that_the_text_speaks_against_is_deleted(proven: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    proven.edit(SEED, '  - {printed: "27 biểu hiện", paragraph: 6, reason: content}\n', "")
    capsys.readouterr()
    assert proven.run("--write") == 1
    out = capsys.readouterr().out
    assert "paper-2019: no proof is written while anything is disproved or left over" in out
    assert out.endswith(f"\ndeleted: {PROOF}\n")
    assert not (proven.root.path / PROOF).exists()


def test_the_proof_of_a_missing_text_stays(proven: Desk) -> None:
    (proven.texts / "a.txt").rename(proven.texts.parent / "a.txt")
    proven.edit("seeds/paper-2020.yaml", "{read: excerpt}", f"{{read: excerpt, file: b.txt, sha256: {'a' * 64}}}")
    (proven.texts / "b.txt").write_text("430 đảng viên", "utf-8")
    proven.run("--write")
    assert (proven.root.path / PROOF).exists()


@pytest.mark.parametrize("raw", [b"", b"{}", b"<<<<<<< ours", b"\xff", b'{"article": 3}', b"[" * 5000])
def test_a_damaged_proof_proves_nothing_and_is_told(proven: Desk, raw: bytes) -> None:
    proven.root.write(PROOF, raw)
    proofs, (problem,) = stored(read(proven))
    assert (proofs, problem.file) == ({}, PROOF)
    assert status(read(proven))[ID] is Proof.NOT_PROVEN


def test_the_proof_of_no_article_is_told_and_goes(proven: Desk) -> None:
    proven.root.write("data/proofs/gone.json", (proven.root.path / PROOF).read_bytes())
    (problem,) = unproven(read(proven))
    assert problem.file == "data/proofs/gone.json"
    proven.run("--write")
    assert not (proven.root.path / "data/proofs/gone.json").exists()


def test_other_files_beside_the_proofs_are_told(root: Root) -> None:
    root.write("data/proofs/paper-2019.yaml", "a: b\n")
    assert "end in .json" in root.problem().hint.en


def test_the_digests_are_of_128_bits(proven: Desk) -> None:
    figures = json.loads((proven.root.path / PROOF).read_bytes())["figures"]
    assert {len(digest) for digest in figures.values()} == {32}


def test_a_proof_knows_how_long_its_text_is(proven: Desk) -> None:
    assert length(read(proven), "paper-2019") == 6
    assert length(read(proven), "paper-2020") is None
    proven.reword("khắp nơi.", "khắp nơi!")
    assert length(read(proven), "paper-2019") is None, "of another text it says nothing"


def test_only_a_phrase_that_is_not_alone_has_words_around_it(desk: Desk) -> None:
    desk.reword("kết quả cao ở khắp nơi.", "kết quả cao ở khắp nơi, nhất là 48 TCCSĐ ấy.")
    desk.edit(SEED, "not_figures:\n", 'not_figures:\n  - {printed: "48 TCCSĐ ấy", paragraph: 6, reason: named}\n')
    assert desk.run("--write") == 0
    found = read(desk)
    assert {entry.id: words for entry in found.entries if any(words := around(found, entry))} == {
        "paper-2019/organizations": ("có", "")
    }
    desk.edit(FIGURES, 'printed: "48 TCCSĐ"', 'printed: "có 48 TCCSĐ"')
    changed = read(desk)
    assert around(changed, changed.by_id["paper-2019/organizations"]) == ("", ""), "the figure has changed since"


def test_what_a_part_proves_is_proven_in_the_part_read(desk: Desk) -> None:
    desk.edit(SEED, "text:\n", "text:\n  read: excerpt\n")
    raw = (desk.root.path / FIGURES).read_text("utf-8")
    desk.root.write(FIGURES, "".join(line for line in raw.splitlines(True) if "paragraph:" not in line))
    assert desk.run("--write") == 0
    found = read(desk)
    assert {status(found)[one.id] for one in found.by_article["paper-2019"]} == {Proof.PROVEN_IN_PART}
    assert length(found, "paper-2019") is None, "nobody knows how long the whole article is"


def test_without_a_text_a_second_reader_may_have_seen_it_again(desk: Desk) -> None:
    desk.edit("seeds/paper-2020.yaml", "{read: excerpt}", "{read: notes, seen_again: 2024-03-04}")
    marks = status(read(desk))
    assert {mark for id, mark in marks.items() if id.startswith("paper-2020/")} == {Proof.SEEN_AGAIN}
    desk.edit("data/figures/paper-2020.yaml", '"430 đảng viên"\n', '"430 đảng viên"\n    unseen: true\n')
    assert status(read(desk))["paper-2020/members"] is Proof.TEXT_NOT_HELD
