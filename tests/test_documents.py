"""What the documents show is what there is: examples are read, sessions run; options, keys, links and files exist."""

from __future__ import annotations

import re
import shlex
from argparse import ArgumentParser, _SubParsersAction
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from shutil import copytree

import pytest
from pydantic import BaseModel

from dashboard.charts import view
from dashboard.checks.loading import load
from dashboard.cli import main
from dashboard.export import table_view
from dashboard.language.hedges import Hedge
from dashboard.records.models.article import Article, NonFigureReason
from dashboard.records.models.chart import Chart, Form
from dashboard.records.models.figure import Base, FigureFile, FigureRecord
from dashboard.records.models.indicator import Indicator, Kind, Scheme, Tier
from dashboard.records.models.locality import LocalityRecord
from dashboard.records.models.rule import Rule
from dashboard.records.problems import report
from dashboard.records.source_files import CHARTS, INDICATORS, LOCALITIES, RULES, SCHEMES
from tests.few_articles import few_articles

HOUSE = Path(__file__).resolve().parents[1]
TEXTS = {
    path.relative_to(HOUSE).as_posix(): path.read_text("utf-8")
    for folder in ("", "docs", "data", "seeds")
    for path in sorted((HOUSE / folder).glob("*.md"))
}
TOLD = [name for name in TEXTS if name != "CHANGELOG.md"]  # what was, it may name
READMES = ("README.md", "README.vi.md")
GUIDES = ("docs/curating.md", "docs/curating.vi.md")
SHARED = {
    INDICATORS: "cells_per_organization", SCHEMES: "vi-du-2023-2024", RULES: "dates", LOCALITIES: "mau.vi-du",
    CHARTS: "committees-alone",
}  # fmt: skip


def blocks(text: str) -> list[tuple[str, str]]:
    """The blocks of code, each with its language."""
    return re.findall(r"^```(\w+)\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def examples(guide: str) -> list[str]:
    """The records that a guide shows."""
    return [block for language, block in blocks(TEXTS[guide]) if language == "yaml"]


def files(guide: str) -> dict[str, str]:
    """The examples that are a whole file, by its name."""
    found = {text: re.search(r"^# ((?:seeds|data)/\S+\.yaml)", text, re.MULTILINE) for text in examples(guide)}
    return {name[1]: text for text, name in found.items() if name}


def example(guide: str, id: str) -> str:
    """The example that shows how an item of a shared table is written."""
    (found,) = (text for text in examples(guide) if f"- id: {id}\n" in text or f"- id: {id} " in text)
    return found


def without(text: str, id: str) -> str:
    """A table without one of its items."""
    return re.sub(rf"^  - id: {re.escape(id)}\n(?:(?!  - id: ).*\n)*", "", text, flags=re.MULTILINE)


@pytest.mark.parametrize("guide", GUIDES)
def test_the_examples_for_curators_have_no_problems(guide: str, tmp_path: Path) -> None:
    """As data: the made-up articles among the project's own tables."""
    for name, id in SHARED.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        text, own = (HOUSE / name).read_text("utf-8"), example(guide, id)
        for item in re.findall(r"^  - id: (\S+)", own, re.MULTILINE):
            text = without(text, item)
        if name == LOCALITIES:
            text = "localities:\n"
        (tmp_path / name).write_text(text.rstrip("\n") + "\n" + own, "utf-8")
    for name, text in files(guide).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    dataset, problems = load(tmp_path)
    assert problems == [], report(problems, "en")
    assert dataset is not None
    assert len(dataset.articles) == 2


def test_both_guides_show_the_same_records() -> None:
    bare = [[re.sub(r"\s+# .*", "", text) for text in examples(guide)] for guide in GUIDES]
    assert bare[0] == bare[1]


@pytest.mark.parametrize("guide", GUIDES)
@pytest.mark.parametrize(
    ("model", "where"),
    [
        (Article, "seeds/"), (FigureFile, "data/"), (FigureRecord, "data/"), (Indicator, INDICATORS),
        (Scheme, SCHEMES), (Rule, RULES), (LocalityRecord, LOCALITIES), (Chart, CHARTS),
    ],
)  # fmt: skip
def test_every_key_is_shown(model: type[BaseModel], where: str, guide: str) -> None:
    whole = "".join(text for name, text in files(guide).items() if name.startswith(where))
    shown = example(guide, SHARED[where]) if where in SHARED else whole
    assert [key for key in model.model_fields if not re.search(rf"\b{key}\b", shown)] == []


@pytest.mark.parametrize("guide", GUIDES)
@pytest.mark.parametrize(
    "words", [Hedge, Base, Tier, Kind, NonFigureReason, Form]
)  # fmt: skip
def test_every_word_of_a_closed_list_is_explained(words: type[StrEnum], guide: str) -> None:
    assert [word.value for word in words if f"`{word.value}`" not in TEXTS[guide]] == []


# What a session prints


def sessions(text: str) -> Iterator[tuple[str, str]]:
    """Each command of a session, and what it prints."""
    for session in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, _, printed = session.partition("\n")
        yield command, printed


def fits(printed: str, shown: str) -> bool:
    """Whether it prints what is shown: ``…`` stands for a part of a line; by itself on a line for any lines."""
    wanted = re.escape(shown.strip()).replace("\\\n", "\n")
    wanted = re.sub(r"^…$", "(?s:.*)", wanted, flags=re.MULTILINE).replace("…", ".+")
    return re.fullmatch(wanted, printed.strip()) is not None


def run(command: str, capsys: pytest.CaptureFixture[str], *more: str) -> str:
    """What a command of a document prints, behind ``| tail -n 1`` its last line."""
    program, *words = shlex.split(command.removesuffix(" | tail -n 1"))
    assert program == "doisanh"
    capsys.readouterr()
    main.main([*words, *more])
    out, err = capsys.readouterr()
    printed = out + err
    return printed.strip().splitlines()[-1] if "| tail" in command else printed


SHOWN = [
    one for language, block in blocks(TEXTS["docs/commands.md"]) if language == "console" for one in sessions(block)
]


@pytest.mark.parametrize(("command", "shown"), SHOWN, ids=[command for command, _ in SHOWN])
def test_a_command_prints_what_is_shown(
    command: str, shown: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    # What is shown of `check` is about all articles; of all, `compare` sets thousands of pairs side by side.
    folder = HOUSE if command.startswith("doisanh check") else few_articles()
    printed = run(command, capsys, "--root", str(folder))
    assert fits(printed, shown), printed


@pytest.mark.parametrize("guide", GUIDES)
def test_the_first_article_goes_as_told(
    guide: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The copy is made, the text saved, each command run and each line changed, as the guide says."""
    for name in ("data", "seeds"):
        copytree(HOUSE / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    _, _, told = TEXTS[guide].partition("\n## ")
    ran = []
    for language, block in blocks(told.partition("\n## ")[0]):
        if language == "text":
            Path("bai-mau.txt").write_text(block, "utf-8")
        elif language == "console":
            for command, shown in sessions(block):
                printed = run(command, capsys)
                assert fits(printed, shown), f"{command}\n{printed}"
                ran.append(command)
        elif language == "diff":
            (file,) = Path("data/figures").glob("bao-bac-kan-2024-*.yaml")
            before, after = (
                "".join(f"{line[1:]}\n" for line in block.splitlines() if line[0] == sign) for sign in "-+"
            )
            text = file.read_text("utf-8")
            assert text.count(before) == 1
            file.write_text(text.replace(before, after), "utf-8")
    assert [command.split()[1] for command in ran] == ["draft", "check", "check", "check", "verify"]
    assert "not checked against" not in run("doisanh check --lang en", capsys)


# Options, keys, links, files


def commands() -> Iterator[tuple[str, ArgumentParser]]:
    parser = main._parser()
    (found,) = (action for action in parser._actions if isinstance(action, _SubParsersAction))
    yield from found.choices.items()


@pytest.mark.parametrize(("command", "parser"), list(commands()))
def test_every_option_of_a_command_is_told(command: str, parser: ArgumentParser) -> None:
    (row,) = (line for line in TEXTS["docs/commands.md"].splitlines() if line.startswith(f"| `doisanh {command}"))
    options = {word for action in parser._actions for word in action.option_strings if word.startswith("--")}
    assert sorted(options - {"--help", "--root"} - set(re.findall(r"--[a-z-]+", row))) == []


@pytest.mark.parametrize("name", ["docs/using.md", "docs/using.vi.md"])
def test_every_key_of_an_address_is_told(name: str) -> None:
    rows = re.findall(r"^\| ((?:`[a-z]+`(?:, )?)+) \|", TEXTS[name], re.MULTILINE)
    shown = {key for row in rows for key in re.findall(r"`([a-z]+)`", row)}
    assert {*view._KEYS, *table_view._KEYS, "a", "b", "place", "mode"} == shown


def test_both_readmes_are_short_and_name_the_same_commands_and_documents() -> None:
    assert all(len(TEXTS[name].splitlines()) < 150 for name in READMES)
    assert all(path.stat().st_size < 100_000 for path in (HOUSE / "docs").glob("*.png"))

    def said(name: str) -> tuple[set[str], list[str]]:
        code = [line.split("#")[0].strip() for _, block in blocks(TEXTS[name]) for line in block.splitlines()]
        inline = re.findall(r"`((?:make|doisanh) [^`]*)`", TEXTS[name])
        links = [target.replace(".vi.", ".") for target in re.findall(r"\]\(([^)\s]+)\)", TEXTS[name])]
        return {*code, *inline}, links

    assert said(READMES[0]) == said(READMES[1])
    assert {"make run", "make test"} <= said(READMES[0])[0]


def test_make_knows_every_target_that_is_told_and_every_target_is_told() -> None:
    (known,) = re.findall(r"^\.PHONY: (.*)$", (HOUSE / "Makefile").read_text("utf-8"), re.MULTILINE)
    told = {target for name in TOLD for target in re.findall(r"`make ([a-z]+)[ `]", TEXTS[name])}
    assert told == set(known.split())


def plain(text: str) -> str:
    """A document without its blocks of code."""
    return re.sub(r"^ *```.*?^ *```$", "", text, flags=re.DOTALL | re.MULTILINE)


def slug(head: str) -> str:
    """A heading's anchor, as GitHub makes it."""
    return re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-")


@pytest.mark.parametrize("name", TEXTS)
def test_what_a_document_links_to_is_there(name: str) -> None:
    here = HOUSE / name
    for target in re.findall(r"\]\(([^)\s]+)\)", plain(TEXTS[name])):
        if target.startswith(("http://", "https://")):
            continue
        file, _, anchor = target.partition("#")
        linked = here.parent / file if file else here
        assert linked.exists(), target
        if anchor:
            heads = re.findall(r"^#+ (.*)$", plain(linked.read_text("utf-8")), re.MULTILINE)
            assert anchor in {slug(head) for head in heads}, target


@pytest.mark.parametrize("name", TOLD)
def test_files_that_a_document_names_are_there(name: str) -> None:
    """A path from the root or from ``dashboard/``; a name alone is that of some file; a test needs no ending."""
    named = re.findall(r"`((?:[\w.-]+/)*[\w-]+\.(?:py|js|css|tsv|yaml|md))`", plain(TEXTS[name]))
    tests = re.findall(r"`((?:[\w]+/)*test_[a-z_]+)`", TEXTS[name])
    roots = [HOUSE, HOUSE / "dashboard"]
    known = {path.relative_to(root).as_posix() for root in roots for path in here(root)}
    known |= {path.name for path in here(HOUSE)}
    assert [one for one in named if one not in known] == []
    there = {path.as_posix() for path in (HOUSE / "tests").rglob("test_*.py")}
    assert [one for one in tests if not any(path.endswith(f"/{one}.py") for path in there)] == []


def here(root: Path) -> list[Path]:
    """The files of the project below a folder, not those of its environment."""
    tops = [path for path in root.iterdir() if not path.name.startswith(".")]
    return [file for top in tops for file in ([top] if top.is_file() else top.rglob("*.*"))]


@pytest.mark.parametrize("name", [name for name in TEXTS if ".vi." in name])
def test_a_document_in_two_languages_has_the_same_sections(name: str) -> None:
    both = (name, name.replace(".vi.", "."))
    levels = [[len(mark) for mark in re.findall(r"^(#+) ", plain(TEXTS[one]), re.MULTILINE)] for one in both]
    assert levels[0] == levels[1]
