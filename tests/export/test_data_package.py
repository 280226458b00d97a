"""The data package passes the validator of its standard, and says of each table what it needs to be read alone."""

from __future__ import annotations

import csv
import io
import json
import warnings
import zipfile
from pathlib import Path
from typing import Any

import pytest

from dashboard.export.data_package import to_package
from dashboard.export.extract import Extract, chosen
from dashboard.export.table_view import TableView
from dashboard.records.models.figure import BlankKind

TABLES = ["figures", "indicators", "localities", "sources", "blanks"]


def unpacked(content: bytes, folder: Path) -> Path:
    zipfile.ZipFile(io.BytesIO(content)).extractall(folder)
    return folder


def report(folder: Path) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its dependencies' own
        from frictionless import validate

        return validate(str(folder / "datapackage.json"))


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def descriptor(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "datapackage.json").read_text("utf-8"))
    return found


def valid(folder: Path) -> None:
    found = report(folder)
    assert found.valid, found.flatten(["title", "type", "message"])
    assert not found.warnings


def test_the_small_data_set_is_valid(everything: Extract, tmp_path: Path) -> None:
    folder = unpacked(to_package(everything), tmp_path)
    valid(folder)
    assert [one["name"] for one in descriptor(folder)["resources"]][:5] == TABLES


@pytest.mark.parametrize(
    "view",
    [TableView(places=("quang-ninh",)), TableView(figures="computed"), TableView(text="thon"), TableView(text="zzz"),
     TableView(theme="ratings", level="commune"), TableView(indicator="cells", first_year=2019)],
)  # fmt: skip
def test_any_part_of_it_is_valid_since_what_is_referred_to_comes_along(
    everything: Extract, tmp_path: Path, view: TableView
) -> None:
    part = chosen(everything.dataset, everything.rows, everything.proofs, view)
    folder = unpacked(to_package(part), tmp_path)
    valid(folder)
    assert len(rows(folder, "figures")) == len(part.rows)
    assert len(rows(folder, "indicators")) < len(everything.dataset.indicators)


@pytest.mark.parametrize(
    ("file", "old", "new", "kind"),
    [
        ("figures.csv", "quang-binh.quang-ninh,Quảng Ninh", "nowhere,Quảng Ninh", "foreign-key"),
        ("figures.csv", "paper-2019/cells,", "paper-2019/members,", "unique-error"),
        ("figures.csv", "7397.0", "many", "type-error"),
        ("blanks.csv", "excerpt_only", "forgotten", "constraint-error"),
    ],
)
def test_the_validator_finds_what_is_spoiled(
    everything: Extract, tmp_path: Path, file: str, old: str, new: str, kind: str
) -> None:
    folder = unpacked(to_package(everything), tmp_path)
    text = (folder / file).read_text("utf-8")
    old = old.replace("7397.0", ",7397,")
    new = new.replace("many", ",many,")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), "utf-8")
    assert kind in {one[0] for one in report(folder).flatten(["type"])}


def test_it_says_version_licence_and_sources(everything: Extract, tmp_path: Path) -> None:
    told = descriptor(unpacked(to_package(everything), tmp_path))
    assert told["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert told["version"] == everything.dataset.version
    assert told["licenses"][0]["name"] == "CC-BY-4.0"
    assert [one["title"] for one in told["sources"]] == ["Một bài báo (Báo A, 2019-10-18)", "Bài khác (Báo B, 2020-05)"]


def test_every_field_has_a_type_a_title_and_a_meaning_in_both_languages(everything: Extract, tmp_path: Path) -> None:
    for resource in descriptor(unpacked(to_package(everything), tmp_path))["resources"]:
        for field in resource["schema"]["fields"]:
            assert field["type"] in ("string", "number", "integer", "boolean", "date")
            assert all(part.strip() for part in field["title"].split("·"))
            assert len([part for part in field["description"].split(" · ") if part.strip()]) == 2
        assert resource["schema"]["primaryKey"]
        assert resource["schema"]["missingValues"][0]["value"] == ""


def test_each_kind_of_blank_is_told_and_labelled(everything: Extract, tmp_path: Path) -> None:
    folder = unpacked(to_package(everything), tmp_path)
    found = {(row["locality"], row["indicator"]): row["kind"] for row in rows(folder, "blanks")}
    ward = "quang-ninh.ha-long.ha-lam"
    assert found[ward, "members_good"] == "words_only"
    assert found[ward, "cells"] == "excerpt_only"
    assert found[ward, "organizations"] == "not_applicable"
    assert found["quang-binh.quang-ninh", "own_rating"] == "not_stated"
    assert found["quang-ninh", ""] == "no_article"
    assert ("quang-binh.quang-ninh", "members") not in found
    (kind,) = (
        field
        for resource in descriptor(folder)["resources"]
        for field in resource["schema"]["fields"]
        if (resource["name"], field["name"]) == ("blanks", "kind")
    )
    labelled = {one["value"] for one in kind["categories"]}
    assert set(found.values()) <= labelled == set(kind["constraints"]["enum"])
    assert labelled == set(BlankKind) - {BlankKind.OTHER_YEARS}, "the files know no chosen years"


def test_the_same_data_give_the_same_bytes(everything: Extract) -> None:
    assert to_package(everything) == to_package(everything)
