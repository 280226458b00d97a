"""Every column is documented in both languages."""

from __future__ import annotations

from dashboard.export.columns import figure_columns, foreign
from dashboard.export.extract import Extract
from dashboard.language.words import catalogue


def test_every_column_has_a_heading_of_its_own_and_a_meaning(everything: Extract) -> None:
    tables = [everything.figures, everything.indicators_table, everything.localities_table,
              everything.sources_table, everything.blanks_table]  # fmt: skip
    for table in tables:
        for language in ("vi", "en"):
            own = table.in_language(language)
            heads = [column.titled(language) for column in own.columns]
            assert len(heads) == len(set(heads)), (table.name, heads)
            assert all(column.told(language) for column in own.columns)
        assert all(len(row) == len(table.columns) for row in table.rows)


def test_no_column_that_is_gone_is_documented(everything: Extract) -> None:
    tables = [everything.figures, everything.indicators_table, everything.localities_table,
              everything.sources_table, everything.blanks_table, everything.rules_table]  # fmt: skip
    there = {
        f"columns.{column.table}.{column.name}.{part}"
        for table in tables if table for column in table.columns for part in ("heading", "meaning")
    }  # fmt: skip
    assert {key for key in catalogue("vi") if key.startswith("columns.")} == there


def test_every_type_has_a_name() -> None:
    assert {f"type_{column.type}" for column in figure_columns()} <= set(catalogue("vi"))


def test_only_a_column_with_a_twin_belongs_to_a_language() -> None:
    names = frozenset({"unit_vi", "unit_en", "label", "label_en"})
    assert [name for name in sorted(names) if foreign(name, names, "vi")] == ["unit_en"]
