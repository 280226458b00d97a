"""One row a figure, in documented columns; what is missing is missing."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.figures.figure_columns import COLUMNS
from dashboard.figures.frame import build
from tests.sample import Root
from tests.world import figure, world

A = "data/figures/paper-2019.yaml"


@pytest.fixture
def frame(root: Root) -> pd.DataFrame:
    return build(root.dataset()).set_index("figure_id", drop=False)


def test_the_columns_and_their_types_are_the_documented_ones(frame: pd.DataFrame) -> None:
    assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == {
        name: column.dtype for name, column in COLUMNS.items()
    }
    assert list(frame.columns) == list(COLUMNS)


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


DATES = [
    ({}, "2019-10-18", "moment", "18/10/2019", "18 Oct 2019"),
    ({"as_of": "../2018-06-22"}, "../2018-06-22", "moment", "không muộn hơn 22/06/2018", "not after 22 Jun 2018"),
    ({"as_of": "2017/2018"}, "2017/2018", "moment", "2017 hoặc 2018", "2017 or 2018"),
]


@pytest.mark.parametrize(("more", "as_of", "meaning", "vi", "en"), DATES)
def test_a_date_of_a_stock_says_that_it_is_a_moment(
    more: dict[str, str], as_of: str, meaning: str, vi: str, en: str
) -> None:
    dates = {"p.an": "2019-10-18"}
    row = build(world({"p.an": [figure("members", 5, **more)]}, dates=dates)).iloc[0]
    assert (row["as_of"], row["as_of_is"], row["as_of_vi"], row["as_of_en"]) == (as_of, meaning, vi, en)
    assert not row["adds_up"]


def test_a_date_of_a_flow_says_that_it_is_all_of_a_period_or_how_long_that_is() -> None:
    flows = [figure("admitted", 5, as_of="2015/2019"), figure("admitted", 6, as_of="undated", length=5, key="b")]
    whole, length = (row for row in build(world({"p.an": flows})).itertuples() if not row.computed)
    assert (whole.as_of_is, whole.as_of_vi, whole.adds_up) == ("period", "2015–2019", True)
    assert (length.as_of_is, length.length, length.undated) == ("period", 5, True)
    assert length.as_of_vi == "trong 5 năm, không rõ những năm nào"
    assert length.as_of_en == "over five years; which years is not said"


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
