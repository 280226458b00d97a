"""The exported table opens in a spreadsheet as what it is."""

from __future__ import annotations

import csv
import io

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.frame import build
from dashboard.table import COLUMNS, export_rows, harmless, plain, to_csv
from tests.sample import Root


@pytest.fixture
def frame(root: Root) -> pd.DataFrame:
    return build(root.dataset())


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_columns_are_those_promised(frame: pd.DataFrame) -> None:
    first = to_csv(frame, "vi").decode("utf-8-sig").split("\r\n")[0]
    assert first == (
        "article,locality,locality_label,level,indicator,value,out_of,before,hedge,unit,as_of,inferred,printed,"
        "paragraph,computed,figure_id"
    )


def test_a_row_holds_plain_numbers_codes_and_words_of_the_language(frame: pd.DataFrame) -> None:
    found = {row["figure_id"]: row for row in rows(to_csv(frame, "vi"))}
    assert found["paper-2019/members"] == {
        "article": "paper-2019", "locality": "quang-binh.quang-ninh", "locality_label": "Quảng Ninh (Quảng Bình)",
        "level": "district", "indicator": "members", "value": "7397", "out_of": "", "before": "", "hedge": "",
        "unit": "đảng viên", "as_of": "2019-10-18", "inferred": "false", "printed": "7.397 đảng viên",
        "paragraph": "12", "computed": "false", "figure_id": "paper-2019/members",
    }  # fmt: skip
    assert found["paper-2019/members_good"]["hedge"] == "over"
    assert found["paper-2019/members_each"]["computed"] == "true"
    assert found["paper-2019/change_from_before(hamlets)"]["value"] == "-8"
    assert {row["unit"] for row in rows(to_csv(frame, "en"))} >= {"members", "hamlets"}


def test_it_begins_with_a_byte_order_mark_and_ends_its_lines_as_spreadsheets_do(frame: pd.DataFrame) -> None:
    content = to_csv(frame, "vi")
    assert content.startswith(b"\xef\xbb\xbfarticle,")
    assert content.count(b"\r\n") == content.count(b"\n") == len(frame) + 1


def test_an_empty_table_has_its_head(frame: pd.DataFrame) -> None:
    assert rows(to_csv(frame.iloc[:0], "vi")) == []
    assert to_csv(frame.iloc[:0], "vi").decode("utf-8-sig").strip() == ",".join(COLUMNS)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "＝1"])
def test_text_that_a_spreadsheet_would_run_is_made_harmless(frame: pd.DataFrame, text: str) -> None:
    spoiled = frame.assign(printed=text)
    assert all(row["printed"] == f"'{text}" for row in rows(to_csv(spoiled, "vi")))
    assert all(row["printed"] == text for row in export_rows(spoiled, "vi")), "only the file needs it"


def test_other_text_is_left_alone() -> None:
    assert harmless("7.397 đảng viên") == "7.397 đảng viên"


@pytest.mark.parametrize(
    ("number", "text"),
    [(7397.0, "7397"), (96.8, "96.8"), (1e9, "1000000000"), (1e21, "1" + "0" * 21),
     (-8.0, "-8"), (0.0, "0"), (1e-7, "0.0000001")],
)  # fmt: skip
def test_a_number_is_written_plainly(number: float, text: str) -> None:
    assert plain(number) == text


@given(st.floats(-1e15, 1e15))
def test_a_number_reads_back_as_itself(number: float) -> None:
    assert float(plain(number)) == number
    assert "e" not in plain(number).lower()
