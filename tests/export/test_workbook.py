"""A workbook holds numbers as numbers, days as days, and never a formula."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import openpyxl
import pandas as pd
import pytest

from dashboard.export.brief import brief
from dashboard.export.extract import Extract
from dashboard.export.tables import Table, Value
from dashboard.export.workbook import to_xlsx


def opened(extract: Extract) -> Any:
    return openpyxl.load_workbook(io.BytesIO(to_xlsx(extract)))


def rows(sheet: Any) -> list[dict[str, Any]]:
    head, *body = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in body]


def test_the_last_sheet_says_whose_data_it_is_which_version_and_under_which_licence(everything: Extract) -> None:
    said = dict(list(opened(everything).worksheets[-1].iter_rows(values_only=True))[:5])
    assert said["Phiên bản dữ liệu"] == everything.dataset.version
    assert said["Giấy phép"].startswith("CC BY 4.0")
    assert said["Số dòng số liệu"] == 13


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("vi", ["Số liệu", "Mọi cột", "Các cột", "Nguồn", "Định nghĩa", "Giới thiệu"]),
        ("en", ["Figures", "All columns", "Columns", "Sources", "Definitions", "About"]),
    ],
)
def test_its_sheets_are_in_the_chosen_language(everything: Extract, language: Any, names: list[str]) -> None:
    book = opened(replace(everything, language=language))
    assert [name for name in book.sheetnames if name not in ("Quy tắc so sánh", "Rules of comparison")] == names


def test_the_first_sheet_is_short_headed_in_the_language_and_holds_what_a_reader_needs(everything: Extract) -> None:
    found = rows(opened(everything).worksheets[0])
    assert list(found[0]) == [
        "Địa phương", "Chỉ tiêu", "Giá trị", "Đơn vị", "Gần đúng", "Trên tổng số", "Thời điểm", "Tính trên",
        "Nguyên văn", "Nguồn", "Đoạn", "Đối chiếu", "Lưu ý",
    ]  # fmt: skip
    members = next(row for row in found if row["Nguyên văn"] == "7.397 đảng viên")
    assert members == {
        "Địa phương": "Huyện Quảng Ninh (Quảng Bình)", "Chỉ tiêu": "Đảng viên", "Giá trị": 7397,
        "Đơn vị": "đảng viên", "Gần đúng": None, "Trên tổng số": None, "Thời điểm": datetime(2019, 10, 18),  # noqa: DTZ001
        "Tính trên": None, "Nguyên văn": "7.397 đảng viên", "Nguồn": "Báo A, 18/10/2019", "Đoạn": 12,
        "Đối chiếu": "chưa đối chiếu", "Lưu ý": None,
    }  # fmt: skip
    good = next(row for row in found if row["Gần đúng"])
    assert (good["Gần đúng"], good["Giá trị"], good["Đơn vị"], good["Thời điểm"]) == ("trên", 90, "%", "2018")
    assert good["Tính trên"].startswith("Xếp loại 2018–2022; ")
    assert "đoán là 2018" in good["Lưu ý"]
    grade = next(row for row in found if isinstance(row["Giá trị"], str))
    assert (grade["Giá trị"][0].isupper(), grade["Đơn vị"]) == (True, None)
    assert any("Trước đó: 162." in (row["Lưu ý"] or "") for row in found)
    english = rows(opened(replace(everything, language="en")).worksheets[0])
    assert list(english[0])[:7] == ["Locality", "Indicator", "Value", "Unit", "Hedge", "Out of", "Date"]


def test_its_numbers_are_those_of_the_frame_and_shown_as_on_the_page(everything: Extract) -> None:
    sheet = opened(everything).worksheets[0]
    table, digits, _ = brief(everything)
    for row, values, places in zip(sheet.iter_rows(min_row=2), table.rows, digits, strict=True):
        for cell, value, column in zip(row, values, table.columns, strict=True):
            if column.type == "number" and isinstance(value, (int, float)):
                assert cell.value == pytest.approx(value, rel=1e-15)
                assert cell.number_format == "#,##0" + ("." + "0" * places if places else "") + "_)"
            elif isinstance(value, date):
                assert (cell.value.date(), cell.number_format) == (value, "dd/mm/yyyy")
    wanted = Counter(value for value in everything.rows["value"] if not pd.isna(value))
    assert Counter(row[2] for row in table.rows if not isinstance(row[2], str)) == wanted
    assert dict(zip([row[1] for row in table.rows], digits, strict=True))["Đảng viên mỗi TCCSĐ"] == 1


def test_a_hedge_that_a_reader_noted_is_not_told_as_printed(everything: Extract) -> None:
    hedged = everything.rows["hedge"].notna() & ~everything.rows["computed"]
    noted = replace(everything, rows=everything.rows.assign(hedge_noted=hedged))
    told = [row["Lưu ý"] for row in rows(opened(noted).worksheets[0]) if row["Gần đúng"] and row["Đoạn"]]
    assert told
    assert all("do người đọc bài ghi thêm" in caveat for caveat in told)


def test_a_partial_date_stays_text_as_the_page_writes_it(everything: Extract) -> None:
    found = {row["Thời điểm"] for row in rows(opened(everything).worksheets[0])}
    assert {"2018", "05/2020"} <= found


def test_its_rows_are_as_high_as_their_longest_cell(everything: Extract) -> None:
    sheet = opened(replace(everything, rows=everything.rows.assign(note_vi="Một câu dài. " * 20))).worksheets[0]
    assert all(sheet.row_dimensions[row].height >= 15 * 8 for row in range(2, sheet.max_row + 1))
    assert sheet.page_setup.orientation == "landscape"


def test_the_figures_read_back_as_the_frame(everything: Extract) -> None:
    sheet = opened(everything)["Mọi cột"]
    table = everything.figures.in_language("vi")
    read = list(sheet.iter_rows(values_only=True))
    assert list(read[0]) == [column.name for column in table.columns]
    for row, values in zip(read[1:], table.rows, strict=True):
        for cell, value, column in zip(row, values, table.columns, strict=True):
            if isinstance(cell, datetime):
                assert str(cell.date()) == str(value), column.name
            else:
                exact = not isinstance(value, float)  # XLSX holds sixteen digits
                assert cell == (value if exact else pytest.approx(value, rel=1e-15)), column.name
                assert isinstance(cell, bool) == isinstance(value, bool)


def test_a_full_date_is_a_date_and_a_partial_one_stays_as_it_is(everything: Extract) -> None:
    found = {row["figure_id"]: row["as_of"] for row in rows(opened(everything)["Mọi cột"])}
    assert found["paper-2019/members"].isoformat() == "2019-10-18T00:00:00"
    assert found["paper-2019/members_good"] == "2018"
    assert found["paper-2020/members"] == "2020-05"


def test_the_head_is_frozen_and_has_filters(everything: Extract) -> None:
    for name, frozen, least in (("Số liệu", "B2", 7), ("Mọi cột", "A2", 9)):
        sheet = opened(everything)[name]
        assert sheet.freeze_panes == frozen
        assert sheet.auto_filter.ref.startswith("A1:")
        assert all(least <= dimension.width <= 61 for dimension in sheet.column_dimensions.values())


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


def test_a_phrase_leads_to_its_place_on_the_page_and_a_source_to_its_archived_copy(everything: Extract) -> None:
    article = everything.dataset.articles["paper-2019"].model_copy(update={"address": "https://bao.example/a?b=1"})
    articles = everything.dataset.articles | {article.id: article}
    book = opened(replace(everything, dataset=replace(everything.dataset, articles=articles)))
    first = book.worksheets[0]
    links = {cell.value: cell.hyperlink for row in first.iter_rows() for cell in row if cell.hyperlink}
    assert {"7.397 đảng viên", "48 TCCSĐ"} <= set(links)
    assert not {"430 đảng viên", "tính từ số liệu"} & set(links), "no address, and no phrase"
    link = links["48 TCCSĐ"]
    assert (link.target, link.location) == ("https://bao.example/a?b=1", ":~:text=48%20TCCS%C4%90")
    targets = {cell.hyperlink.target for row in book["Nguồn"].iter_rows() for cell in row if cell.hyperlink}
    assert targets == {"https://bao.example/a?b=1", "https://web.archive.org/web/20191018/https://bao.example/a?b=1"}
