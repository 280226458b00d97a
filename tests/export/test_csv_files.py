"""The exported table opens in a spreadsheet as what it is."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.assets import frontend_files
from dashboard.export import csv_files
from dashboard.export.csv_files import COMMA, cell, csv_number, harmless, to_csv, written
from dashboard.export.extract import Extract
from dashboard.export.tables import Table
from dashboard.figures.figure_columns import COLUMNS

DANGEROUS = "=+-@\t\r\n＝＋－＠﹦﹢﹣﹫"


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_columns_are_those_of_the_frame_in_one_language_the_proof_and_the_link(
    everything: Extract,
) -> None:
    first = to_csv(everything).decode("utf-8-sig").split("\r\n")[0].split(",")
    twins = {name for name in COLUMNS if name.endswith("_en") and f"{name[:-3]}_vi" in COLUMNS}
    assert first == [name for name in COLUMNS if name not in twins] + ["proof", "link"]
    assert {"indicator", "indicator_vi", "unit_vi", "label", "label_en"} <= set(first)


def test_a_row_holds_plain_numbers_codes_and_words_of_the_language(everything: Extract) -> None:
    found = {row["figure_id"]: row for row in rows(to_csv(everything))}
    members = found["paper-2019/members"]
    wanted = {
        "article": "paper-2019", "locality": "quang-binh.quang-ninh", "locality_label_vi": "Quảng Ninh (Quảng Bình)",
        "level": "district", "indicator": "members", "value": "7397", "out_of": "", "before": "", "hedge": "",
        "unit_vi": "đảng viên", "as_of": "2019-10-18", "as_of_start": "2019-10-18", "inferred": "false",
        "printed": "7.397 đảng viên", "paragraph": "12", "computed": "false", "proof": "not_proven",
    }  # fmt: skip
    assert {name: members[name] for name in wanted} == wanted
    assert found["paper-2019/members_good"]["hedge"] == "over"
    assert found["paper-2019/members_each"]["computed"] == "true"
    assert found["paper-2019/members_each"]["proof"] == ""
    assert found["paper-2019/change_from_before(hamlets)"]["value"] == "-8"
    assert {row["unit_en"] for row in rows(to_csv(replace(everything, language="en")))} >= {"members", "hamlets"}


def test_it_reads_back_as_the_frame(everything: Extract) -> None:
    found = rows(to_csv(everything))
    table = everything.figures.in_language("vi")
    for row, values in zip(found, table.rows, strict=True):
        for column, value in zip(table.columns, values, strict=True):
            text = row[column.name]
            if value is None:
                assert text == ""
            elif column.type in ("number", "integer"):
                assert float(text) == value
            elif column.type == "date":
                assert date.fromisoformat(text) == value
            elif column.type == "boolean":
                assert (text == "true") is value
            else:
                assert text == value


def test_it_begins_with_a_byte_order_mark_and_ends_its_lines_as_spreadsheets_do(everything: Extract) -> None:
    content = to_csv(everything)
    assert content.startswith(b"\xef\xbb\xbffigure_id,")
    assert content.count(b"\r\n") == content.count(b"\n") == len(everything.rows) + 1


def test_an_empty_table_has_its_head(everything: Extract) -> None:
    empty = to_csv(replace(everything, rows=everything.rows.iloc[:0]))
    assert rows(empty) == []
    assert empty.decode("utf-8-sig").startswith("figure_id,")


RUN = ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠x", "﹦1", "  =1", "\u3000＝1", "\u200b=1"]


@pytest.mark.parametrize("text", RUN)
def test_text_that_a_spreadsheet_would_run_is_made_harmless(everything: Extract, text: str) -> None:
    spoiled = replace(everything, rows=everything.rows.assign(printed=text))
    assert all(row["printed"] == f"'{text}" for row in rows(to_csv(spoiled)))


@given(st.lists(st.one_of(st.text(), st.text(alphabet=DANGEROUS + "\"',1a;"), st.integers(), st.none()), min_size=1))
def test_no_cell_of_text_ever_begins_like_a_formula(values: list[str | int | None]) -> None:
    table = Table("t", (), [tuple(values)], "")
    read = list(csv.reader(io.StringIO(written(table), newline="")))[-1]
    for value, text in zip(values, read, strict=True):
        if isinstance(value, str):
            assert not text.startswith(tuple(DANGEROUS))
            assert not text.strip().startswith(tuple(DANGEROUS))
            assert text in (value, f"'{value}"), "nothing else is changed"
        else:
            assert text == cell(value)


@pytest.mark.parametrize("text", ["7.397 đảng viên", "", "−8", "a = b", "'=1", "  7", "“=1”"])
def test_other_text_is_left_alone(text: str) -> None:
    assert harmless(text) == text


def test_the_clipboard_has_the_same_rule() -> None:
    (rule,) = re.findall(r"^const RUN = /(.*)/;$", frontend_files()["clipboard.js"], re.M)
    assert rule == csv_files.FORMULA.pattern


@given(st.one_of(st.floats(-1e15, 1e15), st.integers()))
def test_a_number_with_a_minus_is_a_number_in_either_dialect(number: float) -> None:
    point, comma = cell(number), cell(number, COMMA)
    assert type(number)(point) == type(number)(comma.replace(",", ".")) == number
    assert "." not in comma
    assert "'" not in point + comma


def test_the_variant_for_a_decimal_comma_is_the_same_table_in_another_dialect(everything: Extract) -> None:
    content = to_csv(everything, COMMA).decode("utf-8-sig")
    read = list(csv.reader(io.StringIO(content, newline=""), delimiter=";"))
    plainly = list(csv.reader(io.StringIO(to_csv(everything).decode("utf-8-sig"), newline="")))
    assert read[0] == plainly[0]
    table = everything.figures.in_language("vi")
    for row, other in zip(read[1:], plainly[1:], strict=True):
        for text, same, column in zip(row, other, table.columns, strict=True):
            assert text == (same.replace(".", ",") if column.type == "number" else same)
    assert any("," in row[read[0].index("value")] for row in read[1:])


@pytest.mark.parametrize(
    ("number", "text"),
    [(7397.0, "7397"), (7397, "7397"), (96.8, "96.8"), (1e9, "1000000000"), (1e21, "1" + "0" * 21),
     (-8.0, "-8"), (0.0, "0"), (1e-7, "0.0000001")],
)  # fmt: skip
def test_a_number_is_written_plainly(number: float, text: str) -> None:
    assert csv_number(number) == text


@given(st.floats(-1e15, 1e15))
def test_a_number_reads_back_as_itself(number: float) -> None:
    assert float(csv_number(number)) == number
    assert "e" not in csv_number(number).lower()
