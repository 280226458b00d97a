"""One row a figure, in documented columns; what is missing is missing."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.frame import COLUMNS, build
from tests.sample import Root

A = "data/figures/paper-2019.yaml"


@pytest.fixture
def frame(root: Root) -> pd.DataFrame:
    return build(root.dataset()).set_index("figure_id", drop=False)


def test_the_columns_and_their_types_are_the_documented_ones(frame: pd.DataFrame) -> None:
    assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == {
        name: dtype for name, (dtype, _) in COLUMNS.items()
    }
    assert list(frame.columns) == list(COLUMNS)
    assert all(meaning for _, meaning in COLUMNS.values())


def test_printed_figures_come_in_the_order_written_then_the_computed_ones(frame: pd.DataFrame) -> None:
    assert frame["computed"].tolist() == [False] * 10 + [True] * 3
    assert frame["figure_id"].iloc[0] == "paper-2019/members"
    assert frame["figure_id"].is_unique


def test_a_printed_row_holds_what_was_curated(frame: pd.DataFrame) -> None:
    row = frame.loc["paper-2019/members_good"]
    assert row["value"] == 90
    assert row["hedge"] == "over"
    assert row["unit_vi"] == "%"
    assert row["locality_label_vi"] == "Quảng Ninh (Quảng Bình)"
    assert (row["level"], row["kind"], row["theme"], row["subject"]) == ("district", "share", "ratings", "party_member")
    assert (row["as_of"], row["as_of_start"], row["as_of_end"]) == (
        "2018", pd.Timestamp("2018-01-01"), pd.Timestamp("2018-12-31"))  # fmt: skip
    assert (row["inferred"], row["inferred_en"], row["undated"]) == (True, "guessed, 2018", False)
    assert (row["base"], row["scheme"], row["tier"]) == ("not_stated", "party-2018-2022", "good")
    assert (row["label"], row["label_en"]) == ("hoàn thành tốt nhiệm vụ", "did well")
    assert (row["printed"], row["paragraph"]) == ("trên 90% đảng viên", 13)
    assert (row["outlet"], row["published"]) == ("Báo A", "2019-10-18")
    assert frame.loc["paper-2019/hamlets", "before"] == 162
    assert frame.loc["paper-2019/graduates", "out_of"] == 226
    assert frame.loc["paper-2019/posts_cut", "since"] == "2015"


def test_what_is_missing_is_missing_and_never_zero(frame: pd.DataFrame) -> None:
    row = frame.loc["paper-2020/own_rating"]
    assert row["grade"] == "good"
    for column in ("value", "out_of", "before", "hedge", "paragraph", "inputs", "digits", "note_vi", "since"):
        assert pd.isna(row[column]), column
    assert not frame.loc["paper-2020/members", "inferred"]


def test_a_printed_zero_is_zero(root: Root) -> None:
    root.edit("data/figures/paper-2020.yaml", 'value: 430\n    printed: "430 đảng viên"',
              'value: 0\n    printed: "không có đảng viên nào"')  # fmt: skip
    assert build(root.dataset()).set_index("figure_id").loc["paper-2020/members", "value"] == 0


def test_an_undated_or_open_figure_has_no_days(root: Root) -> None:
    root.edit(A, "    as_of: 2018\n", "    as_of: undated\n")
    row = build(root.dataset()).set_index("figure_id").loc["paper-2019/members_good"]
    assert row["undated"]
    assert pd.isna(row["as_of_start"])
    assert pd.isna(row["as_of_end"])


def test_a_computed_row_is_marked_and_names_its_inputs(frame: pd.DataFrame) -> None:
    row = frame.loc["paper-2019/members_each"]
    assert row["value"] == pytest.approx(154.104, abs=0.001)
    assert row["inputs"] == "paper-2019/members paper-2019/organizations"
    assert row["digits"] == 1
    assert pd.isna(row["printed"])
    assert pd.isna(row["paragraph"])
    assert (row["outlet"], row["as_of"]) == ("Báo A", "2019-10-18")


def test_what_is_computed_from_one_figure_is_about_what_that_figure_is_about(frame: pd.DataFrame) -> None:
    share, change = (
        frame.loc["paper-2019/share_of_total(graduates)"],
        frame.loc["paper-2019/change_from_before(hamlets)"],
    )
    assert (share["subject"], share["unit_vi"], share["base"]) == ("staff", "%", "all")
    assert share["indicator_en"] == "Share: Graduates"
    assert (change["subject"], change["unit_vi"], change["value"]) == ("hamlet", "thôn", -8)
