"""What README and CONTRIBUTING show is what there is: examples that are read, options and address keys that exist."""

from __future__ import annotations

import re
from argparse import ArgumentParser, _SubParsersAction
from collections.abc import Iterator
from pathlib import Path
from shutil import copy

import pytest
from pydantic import BaseModel

from dashboard.charts import view
from dashboard.checks.loading import load
from dashboard.cli import main
from dashboard.export import table_view
from dashboard.records.models import Article, Chart, FigureFile, FigureRecord, Indicator, LocalityRecord, Rule, Scheme
from dashboard.records.problems import report
from dashboard.records.source_files import CHARTS, INDICATORS, LOCALITIES, RULES, SCHEMES

HOUSE = Path(__file__).resolve().parents[1]
README = (HOUSE / "README.md").read_text("utf-8")
CONTRIBUTING = (HOUSE / "CONTRIBUTING.md").read_text("utf-8")
EXAMPLES: list[str] = re.findall(r"```yaml\n(.*?)```", CONTRIBUTING, re.DOTALL)
FILES = {
    found[1]: text for text in EXAMPLES if (found := re.search(r"^# ((?:seeds|data)/\S+\.yaml)", text, re.MULTILINE))
}
SHARED = {
    INDICATORS: "cells_per_organization", SCHEMES: "vi-du-2023-2024", RULES: "dates", LOCALITIES: "mau.vi-du",
    CHARTS: "committees-alone",
}  # fmt: skip


def example(id: str) -> str:
    """The example that shows how an item of a shared table is written."""
    (found,) = (text for text in EXAMPLES if f"- id: {id}\n" in text or f"- id: {id} " in text)
    return found


def without(text: str, id: str) -> str:
    """A table without one of its items."""
    return re.sub(rf"^  - id: {re.escape(id)}\n(?:(?!  - id: ).*\n)*", "", text, flags=re.MULTILINE)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The examples as data: the made-up articles among the project's own tables."""
    for name in SHARED:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        copy(HOUSE / name, tmp_path / name)
    for name, id in SHARED.items():
        text, own = (tmp_path / name).read_text("utf-8"), example(id)
        for item in re.findall(r"^  - id: (\S+)", own, re.MULTILINE):
            text = without(text, item)
        if name == LOCALITIES:
            text = "localities:\n"
        (tmp_path / name).write_text(text.rstrip("\n") + "\n" + own, "utf-8")
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def test_the_examples_for_curators_have_no_problems(root: Path) -> None:
    dataset, problems = load(root)
    assert problems == [], report(problems, "en")
    assert dataset is not None
    assert len(dataset.articles) == 2


@pytest.mark.parametrize(
    ("model", "shown"),
    [
        (Article, "".join(text for name, text in FILES.items() if name.startswith("seeds/"))),
        (FigureFile, "".join(text for name, text in FILES.items() if name.startswith("data/"))),
        (FigureRecord, "".join(text for name, text in FILES.items() if name.startswith("data/"))),
        (Indicator, example(SHARED[INDICATORS])),
        (Scheme, example(SHARED[SCHEMES])),
        (Rule, example(SHARED[RULES])),
        (LocalityRecord, example(SHARED[LOCALITIES])),
        (Chart, example(SHARED[CHARTS])),
    ],
)
def test_every_key_is_shown(model: type[BaseModel], shown: str) -> None:
    missing = [key for key in model.model_fields if not re.search(rf"\b{key}\b", shown)]
    assert missing == []


def commands() -> Iterator[tuple[str, ArgumentParser]]:
    parser = main._parser()
    (found,) = (action for action in parser._actions if isinstance(action, _SubParsersAction))
    yield from found.choices.items()


@pytest.mark.parametrize(("command", "parser"), list(commands()))
def test_the_readme_has_every_option_of_a_command(command: str, parser: ArgumentParser) -> None:
    (row,) = (line for line in README.splitlines() if line.startswith(f"| `doisanh {command}"))
    options = {word for action in parser._actions for word in action.option_strings if word.startswith("--")}
    assert sorted(options - {"--help", "--root"} - set(re.findall(r"--[a-z-]+", row))) == []


def test_the_readme_has_every_key_of_an_address() -> None:
    rows = re.findall(r"^\| ((?:`[a-z]+`(?:, )?)+) \|", README, re.MULTILINE)
    shown = {key for row in rows for key in re.findall(r"`([a-z]+)`", row)}
    assert {*view._KEYS, *table_view._KEYS, "a", "b", "place", "mode"} - shown == set()


DOCUMENTS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "docs/operating.md")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_a_document_links_to_is_there(name: str) -> None:
    here = HOUSE / name
    for target in re.findall(r"\]\(([^)\s]+)\)", here.read_text("utf-8")):
        if target.startswith(("http://", "https://")):
            continue
        file, _, anchor = target.partition("#")
        linked = here.parent / file if file else here
        assert linked.exists(), target
        if anchor:
            heads = re.findall(r"^#+ (.*)$", linked.read_text("utf-8"), re.MULTILINE)
            assert anchor in {slug(head) for head in heads}, target


def slug(head: str) -> str:
    """A heading's anchor, as GitHub makes it."""
    return re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-")
