"""Files that nobody meant: a stated end to all that is read of one, and no more work than it has bytes.

The shapes are those of ``benchmarks.hostile``, which measures what they cost at the size where a file is not read any
more; here they are small, and steps are counted.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from benchmarks import hostile
from dashboard.checks import loading
from dashboard.checks.loading import load
from dashboard.cli.main import main
from dashboard.language.bilingual import Both
from dashboard.records import dataset, record_files, source_files, yaml_text
from dashboard.records.models import MOST_ENTRIES
from dashboard.records.problems import MOST, Problem, first, number
from tests.sample import FILES, Root

A, SEED, PLACES = "data/figures/paper-2019.yaml", "seeds/paper-2019.yaml", "data/localities.yaml"
HEAD = FILES[A].partition("figures:\n")[0] + "figures:\n"


def checked(root: Path) -> tuple[list[Problem], int]:
    """What is wrong with a root, and how many calls it takes to find that, whatever the machine."""
    count = 0

    def called(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(called)
    try:
        problems = load(root)[1]
    finally:
        sys.setprofile(None)
    return problems, count


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> int:
    """How many steps the sample takes."""
    root = Root(tmp_path_factory.mktemp("plain"))
    for file, text in FILES.items():
        root.write(file, text)
    load(root.path)  # what is worked out once for all
    return checked(root.path)[1]


@pytest.mark.parametrize("shape", hostile.SHAPES)
def test_no_shape_raises_floods_or_takes_more_than_its_share_of_steps(shape: str, tmp_path: Path, plain: int) -> None:
    taken = []
    for size in (4_000, 16_000):
        hostile.write(tmp_path, shape, size + len(FILES.get(hostile.SHAPES[shape][0], "")))
        problems, steps = checked(tmp_path)
        assert max(Counter(one.file for one in problems).values(), default=0) <= MOST + 1
        assert sum(len(str(one)) for one in problems) < 100_000
        taken.append(max(0, steps - plain))
    small, large = taken
    # Four times the bytes: four times the steps, some more for what is only begun with; sixteen are a square.
    assert large <= 7 * small + 20_000


@pytest.mark.parametrize(
    ("file", "most"), [(A, source_files.RECORD), (SEED, source_files.RECORD), ("data/charts.yaml", source_files.TABLE),
                       (PLACES, source_files.PLACES), ("data/proofs/paper-2019.json", source_files.RECORD)],
)  # fmt: skip
def test_a_file_larger_than_its_kind_is_told_and_not_read(root: Root, file: str, most: int) -> None:
    filler = "{}" if file.endswith("json") else FILES[file]
    root.write(file, filler + ("" if file.endswith("json") else "#") + " " * (most - len(filler.encode()) - 1))
    assert all("larger" not in one.message.en for one in root.problems())
    root.write(file, b" " * (most + 1))
    (problem,) = [one for one in root.problems() if one.file == file]
    assert problem.message.en == f"the file is larger than {most // 1000} KB and is not read"
    assert (problem.line, problem.hint.vi != "") == (0, True)


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such pipes")
def test_a_pipe_is_not_waited_for_whenever_it_took_the_place_of_a_file(root: Root) -> None:
    (root.path / A).unlink()
    os.mkfifo(root.path / A)
    with pytest.raises(OSError):
        source_files.content(root.path / A, source_files.RECORD)
    (problem,) = [one for one in root.problems() if one.file == A]
    assert "not a regular file" in problem.message.en


def test_what_is_told_of_a_large_file_does_not_hide_what_is_wrong_elsewhere(root: Root) -> None:
    root.write(A, b"x" * (source_files.RECORD + 1))
    root.edit("data/figures/paper-2020.yaml", "value: 430", "value: 4.30")
    assert {one.file for one in root.problems()} == {A, "data/figures/paper-2020.yaml"}


def test_a_folder_of_more_files_than_are_read_is_told(root: Root, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_files, "MOST_FILES", 2)
    assert root.problems() == []
    root.write("seeds/paper-2021.yaml", "x")
    problem = root.problem()
    assert (problem.file, problem.message.en) == ("seeds", "too much: this folder has more than 2 files")


def test_so_are_more_bytes_than_are_read_of_all_together(root: Root, monkeypatch: pytest.MonkeyPatch) -> None:
    total = sum(len(raw) for raw in source_files.gather(root.path)[0].values())
    monkeypatch.setattr(source_files, "MOST_BYTES", total)
    assert root.problems() == []
    monkeypatch.setattr(source_files, "MOST_BYTES", total - 1)
    assert root.problem().file == "seeds"


@pytest.mark.parametrize("text", ["figures:\n{}", "figures: [{}]", "a:\n  b:\n{}", "{{{}}}"])
def test_a_list_or_record_has_an_end(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def problems(count: int) -> list[Problem]:
        if "[" in text:
            items = ",".join("x" * count)
        elif text.startswith("{"):
            items = ", ".join(f"k{one}: 1" for one in range(count))
        else:
            items = "".join(f"    - {one}\n" if "b:" in text else f"  - {one}\n" for one in range(count))
        return yaml_text.read(text.format(items).encode(), "a.yaml").problems

    assert problems(yaml_text.MOST_ITEMS) == []
    (problem,) = problems(yaml_text.MOST_ITEMS + 1)
    assert f"at most {yaml_text.MOST_ITEMS} items" in problem.message.en
    assert problem.line > 0


def test_so_have_the_values_of_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_text, "MOST_VALUES", 100)
    text = "".join(f"k{one}: [1, 2, &x 3]\n" for one in range(40))  # the anchor: no short way of reading it
    assert "at most 100 values" in yaml_text.read(text.encode(), "a.yaml").problems[-1].message.en


@pytest.mark.parametrize("written", ["{}", '"{}"', "'{}'", ">-\n  {}", "|\n  {}", "[{}]", "{{b: {}}}"])
def test_a_text_has_an_end_however_it_is_written(written: str) -> None:
    def read(length: int) -> yaml_text.Document:
        return yaml_text.read(f"a: {written.format('x' * length)}\n".encode(), "a.yaml")

    fits = yaml_text.LONGEST - 1  # a block of lines has a line feed too
    assert read(fits).problems == []
    (problem,) = read(yaml_text.LONGEST + 1).problems
    assert problem.message.en.startswith("the text has ")
    assert problem.message.en.endswith(f"characters, more than {yaml_text.LONGEST}")


def test_so_has_a_key() -> None:
    (problem,) = yaml_text.read(f"? {'k' * (yaml_text.LONGEST + 1)}\n: 1\n".encode(), "a.yaml").problems
    assert "characters, more than" in problem.message.en


def test_an_article_has_so_many_figures_at_most_and_a_phrase_so_many_characters(root: Root) -> None:
    item = FILES[A].partition("figures:\n")[2].partition("  - ")[2].partition("  - ")[0]
    root.write(A, HEAD + f"  - {item}" * (MOST_ENTRIES + 1))
    (problem,) = [one for one in root.problems() if one.file == A]
    assert (problem.message.en, problem.hint.en) == ("figures: too many items", f"at most {MOST_ENTRIES}")
    root.write(A, FILES[A].replace('"7.397 đảng viên"', f'"{"x" * 501}"'))
    (problem,) = [one for one in root.problems() if one.file == A]
    assert (problem.message.en, problem.hint.en) == (
        "figures[1].printed: the text is too long",
        "at most 500 characters",
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("figures:\n" + "  - &a x\n" * 150, id="of YAML"),
        pytest.param(HEAD + "  - {colour: red}\n" * 150, id="of the model"),
        pytest.param(HEAD + "".join(f"  - {{indicator: m, value: {n}, printed: \"{n + 1} x\", paragraph: 3}}\n"
                                    for n in range(1000, 1150)), id="of the rules"),
    ],
)  # fmt: skip
def test_a_hundred_problems_of_a_file_are_told_and_how_many_more(
    root: Root, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    root.write(A, text)
    problems = [one for one in root.problems() if one.file == A]
    assert len(problems) == MOST + 1
    assert problems[-1].untold >= 50
    assert problems[-1].message.en == f"{problems[-1].untold} more problems in this file"
    assert [one.line for one in problems] == sorted(one.line for one in problems)
    assert main(["check", "--lang", "en", "--root", str(root.path)]) == 1
    assert f"\n{number(root.problems())} problems in " in capsys.readouterr().out


def test_what_is_told_and_what_is_not_are_all_there_are() -> None:
    def problem(file: str, line: int, untold: int = 0) -> Problem:
        return Problem(file, line, 1, Both("x", "y"), Both("x", "y"), untold)

    told = [problem("a", line) for line in range(1, MOST + 31)]
    few = [problem("b", line) for line in range(1, MOST + 1)]
    assert first(few) == few
    assert [one.untold for one in first([*told, *few]) if one.untold] == [30]
    again = first([*first(told), problem("a", 3), problem("a", 4)])
    assert [one.untold for one in again if one.untold] == [32]
    assert number(again) == len(told) + 2
    assert all(one <= other for one, other in pairwise(again[:MOST]))


@pytest.mark.parametrize("file", [PLACES, "data/charts.yaml", "data/rules.yaml"])
def test_a_file_whose_records_all_have_one_id_is_read_no_oftener_than_another(
    root: Root, file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = "  - id: " + FILES[file].rpartition("\n  - id: ")[2]
    root.write(file, FILES[file] + item * 30)
    times: Counter[str] = Counter()
    read = yaml_text.read

    def counted(raw: bytes, name: str, loader: Any = yaml_text.FASTEST, *, placed: bool = False) -> yaml_text.Document:
        times[name] += 1
        return read(raw, name, loader, placed=placed)

    for module in (loading, dataset, record_files):
        monkeypatch.setattr(module, "read", counted)
    assert len([one for one in root.problems() if "stands twice" in one.message.en]) == 30
    assert times[file] <= 3


def test_a_circle_of_thousands_is_told_in_few_words(root: Root) -> None:
    root.write(PLACES, hostile.SHAPES["places in a circle"][1](300_000))
    problems = [one for one in root.problems() if "inside itself" in one.message.en]
    assert problems
    assert all(len(one.message.en) < 400 for one in problems)
