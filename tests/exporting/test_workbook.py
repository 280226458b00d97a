"""A workbook holds numbers as numbers, days as days, and never a formula."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import openpyxl
import pandas as pd
import pytest

from dashboard.exporting.extract import Extract
from dashboard.exporting.tables import Table, Value
from dashboard.exporting.workbook import to_xlsx


def opened(extract: Extract) -> Any:
    return openpyxl.load_workbook(io.BytesIO(to_xlsx(extract)))


def rows(sheet: Any) -> list[dict[str, Any]]:
    head, *body = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in body]


def test_the_first_sheet_says_whose_data_it_is_which_version_and_under_which_licence(everything: Extract) -> None:
    said = dict(list(opened(everything).worksheets[0].iter_rows(values_only=True))[:5])
    assert said["Phiên bản dữ liệu"] == everything.dataset.version
    assert said["Giấy phép"].startswith("CC BY 4.0")
    assert said["Số dòng số liệu"] == 13


@pytest.mark.parametrize(
    ("language", "names"),
    [("vi", ["Giới thiệu", "Số liệu", "Nguồn", "Định nghĩa"]), ("en", ["About", "Figures", "Sources", "Definitions"])],
)
def test_its_sheets_are_in_the_chosen_language(everything: Extract, language: Any, names: list[str]) -> None:
    book = opened(replace(everything, language=language))
    assert book.sheetnames[:4] == names
    assert book.sheetnames[-1] in ("Các cột", "Columns")


def test_the_figures_read_back_as_the_frame(everything: Extract) -> None:
    sheet = opened(everything)["Số liệu"]
    table = everything.figures.in_language("vi")
    read = list(sheet.iter_rows(values_only=True))
    assert list(read[0]) == [column.titled("vi") for column in table.columns]
    for row, values in zip(read[1:], table.rows, strict=True):
        for cell, value, column in zip(row, values, table.columns, strict=True):
            if isinstance(cell, datetime):
                assert str(cell.date()) == str(value), column.name
            else:
                exact = not isinstance(value, float)  # XLSX holds sixteen digits
                assert cell == (value if exact else pytest.approx(value, rel=1e-15)), column.name
                assert isinstance(cell, bool) == isinstance(value, bool)


def test_a_full_date_is_a_date_and_a_partial_one_stays_as_it_is(everything: Extract) -> None:
    found = {row["Mã số liệu"]: row["Thời điểm"] for row in rows(opened(everything)["Số liệu"])}
    assert found["paper-2019/members"].isoformat() == "2019-10-18T00:00:00"
    assert found["paper-2019/members_good"] == "2018"
    assert found["paper-2020/members"] == "2020-05"


def test_the_head_is_frozen_and_has_filters(everything: Extract) -> None:
    sheet = opened(everything)["Số liệu"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref.startswith("A1:")
    assert all(9 <= dimension.width <= 61 for dimension in sheet.column_dimensions.values())


@pytest.mark.parametrize("text", ["=1+1", "+1", "@SUM(1)", "{=1}", "https://a.example", "007", "internal:A1"])
def test_text_is_text_whatever_it_looks_like(everything: Extract, text: str) -> None:
    sheet = opened(replace(everything, rows=everything.rows.assign(printed=text)))["Số liệu"]
    (column,) = (cell.column for cell in sheet[1] if cell.value == "Nguyên văn")
    for row in range(2, sheet.max_row + 1):
        cell = sheet.cell(row, column)
        assert (cell.value, cell.hyperlink) == (text, None)
        assert cell.data_type == "s"
        assert not cell.value.startswith("'")


def test_an_article_whose_address_is_unknown_says_so(everything: Extract) -> None:
    first, second = rows(opened(everything)["Nguồn"])
    assert (first["Địa chỉ"], first["Ngày đăng"].isoformat()) == ("không rõ", "2019-10-18T00:00:00")
    assert (first["Số liệu"], first["Đã đối chiếu"], first["Đã đọc"]) == (8, 0, "full")
    assert (second["Ngày đăng"], second["Đã đọc"], second["Tên báo suy ra"]) == ("2020-05", "excerpt", True)


def test_every_indicator_has_its_definition_and_every_column_its_meaning(everything: Extract) -> None:
    book = opened(replace(everything, language="en"))
    assert {row["Indicator id"] for row in rows(book["Definitions"])} == set(everything.dataset.indicators)
    meanings = rows(book["Columns"])
    assert [row["Name in the CSV file"] for row in meanings] == [
        column.name for column in everything.figures.in_language("en").columns
    ]
    assert all(row["Meaning"] for row in meanings)


def test_the_same_data_give_the_same_bytes(everything: Extract) -> None:
    assert to_xlsx(everything) == to_xlsx(everything)


def test_no_figure_at_all_is_a_workbook_too(everything: Extract) -> None:
    sheet = opened(replace(everything, rows=everything.rows.iloc[:0]))["Số liệu"]
    assert sheet.max_row == 1


def test_rules_of_comparison_have_a_sheet_where_the_data_has_them(everything: Extract) -> None:
    table = everything.rules_table
    names = opened(everything).sheetnames
    assert ("Quy tắc so sánh" in names) == (table is not None)


def test_plain_values_are_of_the_types_that_a_cell_can_hold(everything: Extract) -> None:
    def fit(value: Value) -> bool:
        return value is None or type(value) in (str, int, float, bool, date)

    tables: list[Table] = [everything.figures, everything.sources_table, everything.localities_table]
    assert all(fit(value) for table in tables for row in table.rows for value in row)
    assert not any(isinstance(value, float) and pd.isna(value) for row in everything.figures.rows for value in row)
