"""The schemas for editors: up to date, explained, and in agreement with what is read."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from dashboard.checks.loading import load
from dashboard.records.json_schemas import FILES, schemas
from dashboard.records.yaml_text import read

REPOSITORY = Path(__file__).parents[2]
STORED = REPOSITORY / "data" / "schema"


def plain(data: Any) -> Any:
    """Data as JSON has it."""
    if isinstance(data, dict):
        return {key: plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [plain(item) for item in data]
    return float(data) if isinstance(data, Decimal) else data


def validator(name: str) -> Draft7Validator:
    return Draft7Validator(json.loads((STORED / f"{name}.json").read_text("utf-8")))


def curated() -> list[tuple[str, Path]]:
    files = [(name, REPOSITORY / "data" / f"{name}.yaml") for name in FILES if name not in ("figures", "article")]
    files += [("figures", file) for file in sorted((REPOSITORY / "data/figures").glob("*.yaml"))]
    return files + [("article", file) for file in sorted((REPOSITORY / "seeds").glob("*.yaml"))]


def test_the_stored_schemas_are_those_of_the_models() -> None:
    dataset, problems = load(REPOSITORY)
    assert dataset, problems
    for name, text in schemas(dataset).items():
        assert (STORED / name).read_text("utf-8") == text, f"{name} is stale: run make schema"


@pytest.mark.parametrize(("name", "file"), curated(), ids=lambda value: getattr(value, "stem", value))
def test_every_curated_file_fits_its_schema_and_names_it(name: str, file: Path) -> None:
    raw = file.read_bytes()
    errors = list(validator(name).iter_errors(plain(read(raw, file.name).data)))
    assert not errors
    first = raw.decode().splitlines()[0]
    schema = (file.parent / first.partition("$schema=")[2]).resolve()
    assert schema == STORED / f"{name}.json"


@pytest.mark.parametrize("name", ["figures", "article"])
def test_every_key_of_an_articles_files_is_explained(name: str) -> None:
    schema = json.loads((STORED / f"{name}.json").read_text("utf-8"))
    explained = {"Figure", "Blank", "Sum", "Article", "FigureFile"}
    records = {"": schema, **schema["$defs"]}
    for title, record in records.items():
        if record.get("title") in explained:
            bare = [key for key, field in record["properties"].items() if "description" not in field]
            assert not bare, (title, bare)


@pytest.mark.parametrize(
    "figure",
    [
        {"indicator": "party_members", "value": "7397", "printed": "7.397 đảng viên"},
        {"indicator": "party_members", "valeu": 7397, "printed": "7.397 đảng viên"},
        {"indicator": "party_members", "value": 7397},
        {"indicator": "party_members", "value": 7397, "printed": "x", "hedge": "trên"},
    ],
    ids=["a number in quotes", "a misspelled key", "a missing phrase", "a hedge that is no word of the list"],
)
def test_what_the_reader_refuses_is_marked_in_the_editor(figure: dict[str, Any]) -> None:
    file = {"article": "a", "locality": "b", "as_of": 2019, "figures": [figure]}
    assert list(validator("figures").iter_errors(file))
