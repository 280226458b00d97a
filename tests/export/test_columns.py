"""Every column is documented in both languages."""

from __future__ import annotations

from dashboard.export.columns import figure_columns, foreign
from dashboard.export.extract import Extract
from dashboard.language.words import WORDS


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


def test_every_type_has_a_name() -> None:
    assert {f"type_{column.type}" for column in figure_columns()} <= set(WORDS)


def test_only_a_column_with_a_twin_belongs_to_a_language() -> None:
    names = frozenset({"unit_vi", "unit_en", "label", "label_en"})
    assert [name for name in sorted(names) if foreign(name, names, "vi")] == ["unit_en"]
