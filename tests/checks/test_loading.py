"""A folder becomes a data set, or a list of everything that is wrong with it."""

from __future__ import annotations

import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.checks.loading import load
from dashboard.records import source_files
from dashboard.records.dataset import Dataset
from dashboard.records.source_files import fingerprint
from tests.sample import FILES, Root

A = "data/figures/paper-2019.yaml"
B = "data/figures/paper-2020.yaml"
INDICATORS, LOCALITIES, CHARTS = "data/indicators.yaml", "data/localities.yaml", "data/charts.yaml"
SEED = "seeds/paper-2019.yaml"
HOUSE = Path(__file__).parents[2]


def test_a_valid_folder_has_no_problems(root: Root) -> None:
    dataset = root.dataset()
    assert list(dataset.articles) == ["paper-2019", "paper-2020"]
    assert list(dataset.localities)[:2] == ["quang-binh", "quang-binh.quang-ninh"]
    assert list(dataset.themes) == ["organisation", "ratings"]
    assert [entry.id for entry in dataset.entries][:2] == ["paper-2019/members", "paper-2019/organizations"]
    assert dataset.by_id["paper-2019/members"].figure.value == Decimal(7397)


def test_a_figure_takes_place_and_date_from_its_file_unless_it_has_its_own(root: Root) -> None:
    figures = root.dataset().by_id
    assert figures["paper-2019/members"].locality == "quang-binh.quang-ninh"
    assert str(figures["paper-2019/members"].as_of) == "2019-10-18"
    assert figures["paper-2019/members"].inferred is None
    assert str(figures["paper-2019/members_good"].as_of) == "2018"
    inferred = figures["paper-2019/members_good"].inferred
    assert inferred is not None
    assert inferred["en"] == "guessed, 2018"


def test_the_files_reason_for_its_date_is_not_that_of_a_figure_with_a_date_of_its_own(root: Root) -> None:
    root.edit(B, "as_of: 2020-05\n", 'as_of: 2020-05\ninferred: {vi: "đoán", en: "the file\'s"}\n')
    figures = root.dataset().by_id
    assert figures["paper-2020/members"].inferred is not None
    assert figures["paper-2020/own_rating"].inferred is None


def test_an_id_names_the_locality_and_the_key_where_the_figure_has_its_own(root: Root) -> None:
    root.edit(A, '    printed: "48 TCCSĐ"\n', '    printed: "48 TCCSĐ"\n    locality: quang-binh\n    key: all\n')
    root.edit(A, "  - whole: organizations\n", "  - whole: organizations@quang-binh~all\n")
    assert "paper-2019/organizations@quang-binh~all" in root.dataset().by_id


def test_the_place_of_a_record_a_field_and_a_figure_can_be_asked_for(root: Root) -> None:
    dataset = root.dataset()
    assert dataset.located("localities", "quang-ninh.ha-long", "level") == root.place(
        LOCALITIES, "district\n    parent: quang-ninh\n"
    )
    assert dataset.located("articles", "paper-2019", "title") == root.place(SEED, '"Một bài báo"')
    assert dataset.at(dataset.by_id["paper-2019/graduates"], "out_of") == root.place(A, "226\n")


def test_the_version_is_a_piece_of_the_digest_and_the_latest_curation(root: Root) -> None:
    dataset = root.dataset()
    assert dataset.version == f"{dataset.digest[:8]}-2024-03-04"
    assert dataset.digest == fingerprint(root.path)


# --- what is wrong with one field ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "old", "new", "at", "message", "hint"),
    [
        pytest.param(
            A, "    value: 7397\n", "    valeu: 7397\n", "valeu", "unknown property figures[1].valeu",
            "did you mean value?", id="an unknown key, with the nearest one",
        ),
        pytest.param(
            SEED, "title: ", "zzz: 1\ntitle: ", "zzz", "unknown property zzz", "known: id, title",
            id="an unknown key far from all",
        ),
        pytest.param(
            A, '    printed: "48 TCCSĐ"\n', "", "indicator: organizations", "figures[2].printed is missing",
            "add it: The words exactly as printed", id="a missing key, at the record that lacks it",
        ),
        pytest.param(
            A, "value: 7397", 'value: "7397"', '"7397"', 'figures[1].value: "7397" is not a number',
            "without quotes", id="a number in quotes",
        ),
        pytest.param(
            A, "value: 7397", "value: 7_397", "7_397", 'figures[1].value: "7_397" is not a number',
            "write it plainly", id="a number that YAML would have guessed",
        ),
        pytest.param(
            A, "value: 7397", "value: true", "true", "figures[1].value: true is not a number", "write it plainly",
            id="a truth value for a number",
        ),
        pytest.param(
            A, "value: 7397", "value: [7397]", "[7397]", "figures[1].value: a list is not a number", "write it plainly",
            id="a list for a number",
        ),
        pytest.param(
            LOCALITIES, 'code: "456"', "code: 456", "456", "localities[2].code: 456 is a number, but text is expected",
            'put it in quotes: "456"', id="a code without quotes",
        ),
        pytest.param(
            LOCALITIES, 'code: "06670"', "code: 06670", "06670", "unquoted code; put it in quotes: 06670",
            '"06670" for a code', id="a code with a leading zero without quotes",
        ),
        pytest.param(
            LOCALITIES, 'code: "456"', 'code: "x"', '"x"', 'localities[2].code: "x" is not in the form expected',
            "two to five digits", id="a code that is none",
        ),
        pytest.param(
            LOCALITIES, "level: commune", "level: comune", "comune",
            'localities[5].level: "comune" is not one of the words known here', "did you mean commune?",
            id="a word that is not in its list",
        ),
        pytest.param(
            A, "as_of: 2019-10-18", "as_of: 2019-13-18", "2019-13-18", "as_of: '2019-13-18' has the month 13",
            "01 to 12", id="a month that does not exist",
        ),
        pytest.param(
            A, "as_of: 2019-10-18", "as_of: 18/10/2019", "18/10/2019", "as_of: '18/10/2019' is not a date",
            "write 2019-10-18", id="a date the Vietnamese way",
        ),
        pytest.param(
            A, "as_of: 2019-10-18", "as_of: 2019.10", "2019.10", "as_of: 2019.10 is not a date or period",
            "write 2019-10-18, 2019-10", id="a date that is a number",
        ),
        pytest.param(
            A, "as_of: 2019-10-18", "as_of:", "\nfigures", "as_of is empty", "fill it in", id="an empty value",
        ),
        pytest.param(
            SEED, "paragraph: 3", "paragraph: 0", "0, reason", "not_figures[1].paragraph: 0 is out of range",
            "at least 1", id="a number out of range",
        ),
        pytest.param(
            SEED, "paragraph: 3", "paragraph: 3.5", "3.5", "not_figures[1].paragraph: 3.5 is not a whole number",
            "whole number", id="a fraction for a whole number",
        ),
        pytest.param(
            SEED, "sha256: 0000", "sha256: 00g0", "00g0", 'text.sha256: "00g0000', "64 hexadecimal digits",
            id="a digest that is none",
        ),
        pytest.param(
            A, "complete: true", "complete: yes", "yes", 'sums[1].complete: "yes" is neither true nor false',
            "write true or false", id="yes for true",
        ),
        pytest.param(
            A, "parts: [committees, cells]", "parts: []", "[]", "sums[1].parts: too few items", "at least 1",
            id="an empty list",
        ),
        pytest.param(
            SEED, 'outlet: {value: "Báo A"}', 'outlet: "Báo A"', '"Báo A"',
            'outlet: "Báo A" where a record is expected', "", id="text for a record",
        ),
        pytest.param(
            INDICATORS, "formula: {ratio: [members, organizations], digits: 1}", "formula: {ratio: [members]}",
            "[members]", "indicators[10].formula.ratio[2] is missing", "two indicators", id="half of a ratio",
        ),
        pytest.param(
            SEED, "id: paper-2019", "id: Paper 2019", "Paper", 'id: "Paper 2019" is not in the form expected',
            "small letters", id="an id that is no slug",
        ),
    ],
)  # fmt: skip
def test_a_wrong_field_is_told_with_place_expectation_and_remedy(
    root: Root, file: str, old: str, new: str, at: str, message: str, hint: str
) -> None:
    root.edit(file, old, new)
    problems = [problem for problem in root.problems() if problem.message.en.startswith(message)]
    assert len(problems) == 1, "\n".join(map(str, root.problems()))
    problem = problems[0]
    expected = root.place(file, at)
    if at.startswith("\n"):  # an empty value stands where its line ends, behind the colon
        assert (problem.file, problem.line) == expected[:2]
    else:
        assert (problem.file, problem.line, problem.column) == expected
    assert hint in problem.hint.en
    assert "pydantic" not in str(problem)


def test_one_broken_figure_does_not_hide_what_is_wrong_with_the_others(root: Root) -> None:
    root.edit(A, "value: 7397", "valu: 7397")
    root.edit(A, "value: 235", "value: 236")
    root.edit(LOCALITIES, 'code: "456"', "code: 456")
    found = [(problem.file, problem.line) for problem in root.problems()]
    assert found == [root.place(A, "valu: ")[:2], root.place(A, "236")[:2], root.place(LOCALITIES, "456\n")[:2]]


def test_a_file_that_is_no_yaml_is_told_once(root: Root) -> None:
    root.edit(CHARTS, "themes:\n", "themes:\n  - [\n")
    problem = root.problem()
    assert problem.message.en == "the [ opened here is not closed"
    assert (problem.file, problem.line) == (CHARTS, 2)


@pytest.mark.parametrize("text", ["null", "[]", "7", "x"])
def test_a_file_of_another_shape_is_told(root: Root, text: str) -> None:
    root.write(CHARTS, text)
    assert [(problem.file, problem.line) for problem in root.problems()] == [(CHARTS, 1)]


def test_nothing_is_said_about_references_to_what_could_not_be_read(root: Root) -> None:
    root.edit(INDICATORS, "kind: grade", "kind: grad")
    assert [problem.message.en.partition(":")[0] for problem in root.problems()] == ["indicators[9].kind"]
    root.write(LOCALITIES, "localities: [")
    assert {problem.file for problem in root.problems()} == {INDICATORS, LOCALITIES}


# --- files and folders ---------------------------------------------------------------------------


@pytest.mark.parametrize("file", ["data/schemes.yaml", INDICATORS, LOCALITIES, "data/rules.yaml", CHARTS])
def test_a_missing_table_is_told(root: Root, file: str) -> None:
    (root.path / file).unlink()
    problem = root.problem()
    assert (problem.file, problem.line) == (file, 0)
    assert problem.message.en == "the file is missing"
    assert "--root" in problem.hint.en


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    dataset, problems = load(tmp_path / "nowhere")
    assert dataset is None
    assert problems[0].message.en == "there is no such folder"


def test_an_empty_folder_is_told_in_full(tmp_path: Path) -> None:
    files = {problem.file for problem in load(tmp_path)[1]}
    assert files == {"data/schemes.yaml", INDICATORS, LOCALITIES, "data/rules.yaml", CHARTS, "data/figures", "seeds"}


def test_no_figures_at_all_is_a_problem(root: Root) -> None:
    for file in (A, B, SEED, "seeds/paper-2020.yaml"):
        (root.path / file).unlink()
    problem = root.problem()
    assert (problem.file, problem.message.en) == ("data/figures", "there are no figures at all")


@pytest.mark.parametrize("name", ["paper-2021.yml", "paper-2021.YAML", "paper-2021.yaml.txt", "more"])
def test_a_file_of_another_name_is_never_silently_left_out(root: Root, name: str) -> None:
    root.write(f"data/figures/{name}", FILES[A])
    problem = root.problem()
    assert (problem.file, problem.message.en) == (f"data/figures/{name}", "this is not read")
    assert ".yaml" in problem.hint.en


@pytest.mark.parametrize("name", [".gitkeep", ".paper.yaml.swp", "paper-2019.yaml~", "#paper-2019.yaml#", "LICENSE.md"])
def test_hidden_files_backups_and_notes_may_lie_beside_the_records(root: Root, name: str) -> None:
    root.write(f"data/figures/{name}", "not: [yaml")
    assert root.problems() == []


def test_a_folder_where_a_file_should_be_is_told(root: Root) -> None:
    (root.path / A).unlink()
    (root.path / A).mkdir()
    assert "it is a folder, not a file" in next(p.message.en for p in root.problems() if p.file == A)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_where_a_file_should_be_does_not_hang(root: Root) -> None:
    (root.path / A).unlink()
    os.mkfifo(root.path / A)
    assert "not a regular file" in next(p.message.en for p in root.problems() if p.file == A)


def test_a_file_that_may_not_be_read_is_told(root: Root, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str, mode: str, **_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(source_files, "open", refuse, raising=False)
    problems = root.problems()
    assert {problem.message.en for problem in problems} >= {"it can't be read: Permission denied"}


@pytest.mark.parametrize(("file", "field"), [(A, "article"), (SEED, "id")])
def test_a_files_name_must_be_the_id_inside(root: Root, file: str, field: str) -> None:
    root.edit(file, f"{field}: paper-2019", f"{field}: paper-2018")
    problem = root.problem()
    assert (problem.file, problem.line, problem.column) == root.place(file, "paper-2018")
    assert "paper-2018.yaml" in problem.hint.en


@pytest.mark.parametrize(
    ("file", "record", "kind"),
    [
        (LOCALITIES, "  - {id: quang-binh, name: X, type: {vi: x, en: X}, level: province}\n", "localities"),
        (CHARTS, "  - {id: members, theme: ratings, form: bars, title: {vi: x, en: x}, "
                 "counted: {vi: x, en: x}, indicators: [members]}\n", "charts"),
    ],
)  # fmt: skip
def test_an_id_stands_once_in_its_table(root: Root, file: str, record: str, kind: str) -> None:
    root.write(file, FILES[file] + record)
    problem = root.problem()
    assert problem.line == FILES[file].count("\n") + 1
    assert f"stands twice in {kind}, first on line" in problem.message.en


# --- the digest ----------------------------------------------------------------------------------


def test_the_digest_changes_with_any_byte_and_any_name_and_with_nothing_else(root: Root) -> None:
    first = fingerprint(root.path)
    os.utime(root.path / A, (1, 1))
    assert fingerprint(root.path) == first
    root.edit(A, "value: 7397", "value: 7398")
    second = fingerprint(root.path)
    assert second != first
    (root.path / A).rename(root.path / "data/figures/paper-2018.yaml")
    assert fingerprint(root.path) not in (first, second)


def test_the_digest_of_what_is_not_there_is_one_too(tmp_path: Path) -> None:
    assert fingerprint(tmp_path / "nowhere") != fingerprint(tmp_path)


# --- anything at all -----------------------------------------------------------------------------


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(sorted(FILES)), st.data())
def test_no_edit_whatever_raises_or_is_passed_over(root: Root, file: str, data: st.DataObject) -> None:
    text = FILES[file]
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 20)))
    new = text[:start] + data.draw(st.text(max_size=8)) + text[end:]
    root.write(file, new.encode("utf-8", "surrogatepass"))
    dataset, problems = load(root.path)
    root.write(file, text)
    assert (dataset is None) == bool(problems)
    assert all(problem.file and problem.message.en and problem.line >= 0 for problem in problems)
    assert dataset is None or isinstance(dataset, Dataset)


def test_the_core_does_not_import_streamlit() -> None:
    code = (
        "import sys, dashboard.checks.loading, dashboard.checks, dashboard.figures.frame, dashboard.figures.computed, "
        "dashboard.export.formats, dashboard.records.places, dashboard.web.server.store, dashboard.cli.main; "
        "sys.exit('streamlit' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=HOUSE).returncode == 0


def test_a_reason_that_is_only_true_is_asked_for_in_both_languages(root: Root) -> None:
    given = 'inferred: {vi: "đoán", en: "guessed"}}\npublished'
    root.edit("seeds/paper-2020.yaml", given, "inferred: true}\npublished")
    (problem, *_) = root.problems()
    assert "both languages" in problem.hint.en
