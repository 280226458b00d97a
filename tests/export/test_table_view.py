"""The choice of rows: an address and back, nonsense told, and which figures it leaves."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.export.table_view import FIGURE_KINDS, TableView, parameters, parse, readings, scope, select
from dashboard.figures.frame import build
from dashboard.language.number_format import format_number
from dashboard.records.dataset import Dataset
from tests.sample import Root


@pytest.fixture
def dataset(root: Root) -> Dataset:
    return root.dataset()


@pytest.fixture
def frame(dataset: Dataset) -> pd.DataFrame:
    return build(dataset)


def found(dataset: Dataset, frame: pd.DataFrame, **address: str) -> set[str]:
    view, ignored = parse(address, dataset)
    assert ignored == []
    return {id.partition("/")[2] for id in select(dataset, frame, view)["figure_id"]}


def test_the_whole_table_has_no_address(dataset: Dataset, frame: pd.DataFrame) -> None:
    assert parse({}, dataset) == (TableView(), [])
    assert parameters(TableView()) == {}
    assert len(select(dataset, frame, TableView())) == len(frame)
    assert scope(TableView(language="en", page=3)) == ()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_view_written_as_an_address_reads_back_as_itself(dataset: Dataset, data: st.DataObject) -> None:
    def one_of(*values: str) -> str:
        return data.draw(st.sampled_from(values))

    years = sorted(data.draw(st.lists(st.integers(1950, 2090), min_size=2, max_size=2)))
    view = TableView(
        language="en" if data.draw(st.booleans()) else "vi",
        places=tuple(data.draw(st.lists(st.sampled_from(list(dataset.localities)), unique=True))),
        theme=one_of("all", *dataset.themes),
        indicator=one_of("all", *dataset.indicators),
        figures=one_of("all", *FIGURE_KINDS),
        level=one_of("all", "province", "district", "commune"),
        first_year=years[0] if data.draw(st.booleans()) else None,
        last_year=years[1] if data.draw(st.booleans()) else None,
        text=" ".join(data.draw(st.text(max_size=60)).split()),
        page=data.draw(st.integers(1, 99999)),
    )
    assert parse(parameters(view), dataset) == (view, [])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from(["q", "page", "from", "to", "theme", "indicator", "figures", "lang", "places",
                                        "level", "sort", "x"]), st.text(max_size=100)))  # fmt: skip
def test_no_address_breaks_anything(dataset: Dataset, address: dict[str, str]) -> None:
    view, ignored = parse(address, dataset)
    again, nothing = parse(parameters(view), dataset)
    assert (again, nothing) == (view, [])
    assert all("=" in part for part in ignored)


def test_nonsense_is_told_and_left_out(dataset: Dataset) -> None:
    address = {"theme": "x", "indicator": "y", "figures": "both", "page": "-1", "q": "a" * 81, "sort": "name",
               "places": "nowhere,quang-ninh", "level": "all"}  # fmt: skip
    view, ignored = parse(address, dataset)
    assert view == TableView(places=("quang-ninh",))
    assert sorted(ignored) == sorted(
        ["theme=x", "indicator=y", "figures=both", "page=-1", f"q={'a' * 81}", "sort=name", "places=nowhere"]
    )


def test_it_filters_by_what_a_figure_is_of(dataset: Dataset, frame: pd.DataFrame) -> None:
    assert found(dataset, frame, indicator="cells") == {"cells"}
    assert found(dataset, frame, theme="ratings", figures="computed") == {"share_of_total(graduates)"}
    assert found(dataset, frame, level="commune", lang="en") == {"members", "own_rating"}
    assert found(dataset, frame, theme="ratings", figures="printed", level="district") == {"members_good", "graduates"}


def test_a_place_without_figures_stands_for_those_in_it(dataset: Dataset, frame: pd.DataFrame) -> None:
    assert found(dataset, frame, places="quang-ninh") == {"members", "own_rating"}
    assert len(select(dataset, frame, TableView(places=("quang-ninh", "quang-binh")))) == len(frame)


def test_years_leave_out_what_is_of_others_but_not_what_has_none(root: Root, dataset: Dataset) -> None:
    root.edit("data/figures/paper-2019.yaml", "    as_of: 2018\n", "    as_of: undated\n")
    dataset = root.dataset()
    assert found(dataset, build(dataset), **{"from": "2020"}) == {"members", "members_good"}


def test_a_search_ignores_accents_and_language_and_wants_every_word(dataset: Dataset, frame: pd.DataFrame) -> None:
    assert found(dataset, frame, q="quang ninh thon") == {"hamlets", "change_from_before(hamlets)"}
    assert found(dataset, frame, q="HAMLETS") == {"hamlets", "change_from_before(hamlets)"}
    assert found(dataset, frame, q="đảng viên 90") == {"members_good"}
    assert found(dataset, frame, q="nothing like it") == set()


@pytest.mark.parametrize(
    "written", ["7397", "7.397", "7,397", "+7397", "07397", "> 7.397", "≥7397", "７．３９７", "٧٣٩٧"]
)
def test_a_search_finds_a_number_however_it_is_written(dataset: Dataset, frame: pd.DataFrame, written: str) -> None:
    assert found(dataset, frame, q=written) == {"members"}
    assert found(dataset, frame, q=f"quang ninh {written}") == {"members"}
    assert found(dataset, frame, q=f"{written}%") == set(), "it is no per cent"


@pytest.mark.parametrize("written", ["154.1", "154,1"])
def test_a_computed_number_is_found_as_it_is_shown(dataset: Dataset, frame: pd.DataFrame, written: str) -> None:
    assert found(dataset, frame, q=written) == {"members_each"}


@pytest.mark.parametrize("written", ["96.8", "96,8", "96,8%", "96.8%", "96,8 %", "96.80"])
def test_a_share_is_found_with_and_without_its_sign(root: Root, written: str) -> None:
    root.edit("data/figures/paper-2019.yaml", "    value: 90\n", "    value: 96.8\n")
    root.edit("data/figures/paper-2019.yaml", "trên 90%", "trên 96,8%")
    dataset = root.dataset()
    assert found(dataset, build(dataset), q=written) == {"members_good"}


def test_a_total_and_a_number_before_are_found_too(dataset: Dataset, frame: pd.DataFrame) -> None:
    before = frame[frame["before"].notna()].iloc[0]
    was, now = int(before["before"]), int(before["value"])
    for written in (f"{was}", f"{was} → {now}", f"{was}→{now}", f"{was} – {now}"):
        assert before["indicator"] in found(dataset, frame, q=written)


def test_a_sign_alone_is_still_searched_for(dataset: Dataset, frame: pd.DataFrame) -> None:
    assert found(dataset, frame, q="%") < set(frame["indicator"])


@given(st.floats(0, 1e9).map(lambda number: round(number, 2)), st.sampled_from(["vi", "en"]))
def test_what_the_page_writes_is_read_back(number: float, language: str) -> None:
    assert number in readings(format_number(number, language))


@given(st.text(max_size=20))
def test_any_word_has_readings_or_none(word: str) -> None:
    assert all(one >= 0 for one in readings(word))


def test_scope_names_what_was_chosen(dataset: Dataset) -> None:
    view = TableView(places=("quang-ninh",), theme="ratings", first_year=2018, last_year=2019, text="Đảng viên")
    assert scope(view) == ("quang-ninh", "ratings", "2018-2019", "Đảng viên")
