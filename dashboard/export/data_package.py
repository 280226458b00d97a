"""The data as a Frictionless Data Package (datapackage.org, version 2): a ZIP of CSV files that describe themselves."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from typing import Any, Final

from dashboard.export import about
from dashboard.export.csv_files import written
from dashboard.export.extract import Extract
from dashboard.export.tables import Table
from dashboard.figures.figure_columns import Column
from dashboard.language.words import LANGUAGES, Language, in_both
from dashboard.records.models.article import Article

_PROFILE: Final = "https://datapackage.org/profiles/2.0/datapackage.json"
_BEGINNING: Final = (1980, 1, 1, 0, 0, 0)  # of the ZIP format's time: the same data give the same bytes
_PATTERNS: Final = {"period": r"(\.\.|\d{4}(-\d{2}){0,2})(/(\.\.|\d{4}(-\d{2}){0,2}))?|undated"}
_EMPTY: Final = "not given, not applicable or not known; never zero (the reason of a missing figure is in blanks)"


def to_package(extract: Extract) -> bytes:
    """A ZIP with ``datapackage.json`` and a CSV file for each table; UTF-8 without a byte order mark.

    Texts that a spreadsheet would run begin with an apostrophe, as in every CSV file made here.
    """
    tables = _tables(extract)
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        _add(archive, "datapackage.json", json.dumps(descriptor(extract, tables), ensure_ascii=False, indent=2) + "\n")
        for table in tables:
            _add(archive, f"{table.name}.csv", written(table))
    return content.getvalue()


def descriptor(extract: Extract, tables: list[Table]) -> dict[str, Any]:
    """What ``datapackage.json`` says: the tables with their schemas, version, licence and sources."""
    dataset = extract.dataset
    cited = {row[0] for table in tables if table.name == "sources" for row in table.rows}
    return {
        "$schema": _PROFILE,
        "name": "doisanh",
        "title": " · ".join(in_both("file_title").values()),
        "description": f"{about.description('vi')}\n\n{about.description('en')}",
        "version": dataset.version,
        "created": f"{max(str(one.curated) for one in dataset.articles.values())[:10]}T00:00:00Z",
        "licenses": [{"name": about.LICENCE, "title": about.LICENCE_TITLE, "path": about.LICENCE_ADDRESS}],
        "contributors": [{"title": "The doisanh authors", "roles": ["creator"]}],
        "sources": [_source(one) for id, one in dataset.articles.items() if id in cited],
        "resources": [_resource(table, {one.name for one in tables}) for table in tables],
    }


def _tables(extract: Extract) -> list[Table]:
    tables = [extract.figures, extract.indicators_table, extract.localities_table, extract.sources_table]
    tables.append(extract.blanks_table)
    return [*tables, extract.rules_table] if extract.rules_table else tables


def _source(article: Article) -> dict[str, str]:
    """An article as a source of the package, with its address where it is known."""
    source = {"title": f"{article.title} ({article.outlet.value}, {article.published.date})"}
    if article.address and article.address.startswith(("https://", "http://")):
        source["path"] = article.address
    return source


def _resource(table: Table, known: set[str]) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column, unique=column.name == table.key) for column in table.columns],
        "missingValues": [{"value": "", "label": _EMPTY}],
        "primaryKey": [table.key],
    }
    keys = [
        # "" names the table itself (Table Schema, "foreignKeys").
        {"fields": [column.name], "reference": {
            "resource": "" if column.refers[0] == table.name else column.refers[0], "fields": [column.refers[1]]}}
        for column in table.columns
        if column.refers and column.refers[0] in known
    ]  # fmt: skip
    if keys:
        schema["foreignKeys"] = keys
    return {
        "name": table.name, "type": "table", "path": f"{table.name}.csv",
        "title": _both(table.titled), "format": "csv", "mediatype": "text/csv",
        "encoding": "utf-8", "schema": schema,
    }  # fmt: skip


def _field(column: Column, *, unique: bool) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if unique:
        constraints["unique"] = True
    if column.type in _PATTERNS:
        constraints["pattern"] = _PATTERNS[column.type]
    field: dict[str, Any] = {
        "name": column.name,
        "type": "string" if column.type == "period" else column.type,
        "title": _both(column.titled),
        "description": _both(lambda language: f"{column.told(language)}."),
    }
    if column.words:
        constraints["enum"] = list(column.words)
        field["categories"] = [
            {"value": value, "label": " · ".join(in_both(key).values())} for value, key in column.words.items()
        ]
    return {**field, **({"constraints": constraints} if constraints else {})}


def _both(said: Callable[[Language], str]) -> str:
    """What is said in either language, as one text."""
    return " · ".join(map(said, LANGUAGES))


def _add(archive: zipfile.ZipFile, name: str, text: str) -> None:
    entry = zipfile.ZipInfo(name, _BEGINNING)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, text.encode("utf-8"))
