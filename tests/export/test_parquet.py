"""Parquet: typed, described in itself, the same as the frame."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pandas as pd
import pyarrow.parquet as pq

from dashboard.export.extract import Extract
from dashboard.export.parquet import to_parquet
from dashboard.figures.figure_columns import COLUMNS


def test_it_reads_back_as_the_frame(everything: Extract) -> None:
    read = pd.read_parquet(io.BytesIO(to_parquet(everything)))
    assert list(read.columns) == [*COLUMNS, "proof", "link"]
    types: Any = {name: column.dtype for name, column in COLUMNS.items()}
    again = read[list(COLUMNS)].astype(types)
    pd.testing.assert_frame_equal(again, everything.rows)


def test_its_columns_are_typed_and_described(everything: Extract) -> None:
    schema = pq.read_schema(io.BytesIO(to_parquet(everything)))
    types = {name: str(schema.field(name).type) for name in schema.names}
    assert types["value"] == "double"
    assert types["paragraph"] == "int64"
    assert types["as_of_start"] == "date32[day]"
    assert types["computed"] == "bool"
    assert types["printed"] == "string"
    assert all(schema.field(name).metadata[b"vi"] and schema.field(name).metadata[b"en"] for name in schema.names)
    assert not schema.field("figure_id").nullable
    assert schema.metadata[b"version"].decode() == everything.dataset.version
    assert schema.metadata[b"licence"].startswith(b"CC-BY-4.0")


def test_no_figure_at_all_is_a_file_too(everything: Extract) -> None:
    read = pd.read_parquet(io.BytesIO(to_parquet(replace(everything, rows=everything.rows.iloc[:0]))))
    assert read.empty
    assert list(read.columns) == [*COLUMNS, "proof", "link"]
