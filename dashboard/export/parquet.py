"""The figures as Parquet: typed columns in both languages, described in the file itself."""

from __future__ import annotations

import io
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from dashboard.export import about
from dashboard.export.extract import Extract
from dashboard.figures.figure_columns import Type
from dashboard.language.words import word

_TYPES: Final[dict[Type, pa.DataType]] = {
    "string": pa.string(), "period": pa.string(), "number": pa.float64(), "integer": pa.int64(),
    "boolean": pa.bool_(), "date": pa.date32(),
}  # fmt: skip


def to_parquet(extract: Extract) -> bytes:
    """The figures with all columns. The metadata of each field has its meaning (``vi``, ``en``), that of the file the
    version, licence and description."""
    table = extract.figures
    fields = [
        pa.field(
            column.name, _TYPES[column.type], nullable=not column.required,
            metadata={"vi": column.told("vi"), "en": column.told("en")},
        )
        for column in table.columns
    ]  # fmt: skip
    told = {
        "title": word("file_title", "en"),
        "version": extract.dataset.version,
        "licence": f"{about.LICENCE} {about.LICENCE_ADDRESS}",
        "description_vi": about.description("vi"),
        "description_en": about.description("en"),
    }
    columns = list(zip(*table.rows, strict=True)) if table.rows else [()] * len(fields)
    arrays = [pa.array(values, field.type) for values, field in zip(columns, fields, strict=True)]
    content = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(arrays, schema=pa.schema(fields, told)), content, compression="zstd")
    return content.getvalue()
