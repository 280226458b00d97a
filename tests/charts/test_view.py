"""A view is in the address as neutral codes; nonsense there is told and left out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.charts.view import ALL, LONGEST_QUERY, SCORECARD, SORTS, View, default, parameters, parse
from dashboard.records.models.locality import Level
from tests.world import real, world

DATA = real()
KEYS = ("lang", "places", "indicator", "use", "theme", "level", "from", "to", "sort", "scale")
ALL_KEYS = {*KEYS, "q", "only", "chart"}
YEARS = st.none() | st.integers(1900, 2100)


ANSWERS: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "indicator": st.sampled_from(["", *DATA.indicators]),
        "use": st.lists(st.sampled_from(sorted(DATA.by_id)), unique=True, max_size=3).map(tuple),
    }
)
CHARTS: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "theme": st.sampled_from([ALL, *DATA.themes]),
        "level": st.sampled_from([ALL, *(level.value for level in Level)]),
        "sort": st.sampled_from(SORTS),
        "one_scale": st.booleans(),
        "comparable": st.booleans(),
        "query": st.sampled_from(["", "dang-vien", "a" * LONGEST_QUERY]),
        "chart": st.sampled_from(["", SCORECARD, *DATA.charts]),
    }
)


@st.composite
def views(draw: st.DrawFn) -> View:
    """Any view that a page can show."""
    first, last = draw(YEARS), draw(YEARS)
    if first and last and first > last:
        first, last = last, first
    return View(
        language=draw(st.sampled_from(["vi", "en"])),
        places=tuple(draw(st.lists(st.sampled_from(sorted(DATA.localities)), unique=True, max_size=4))),
        first_year=first,
        last_year=last,
        **draw(ANSWERS if draw(st.booleans()) else CHARTS),
    )


@given(views())
def test_an_address_opens_the_view_that_it_was_made_from(view: View) -> None:
    assert parse(parameters(view, DATA), DATA) == (view, [])


@given(views())
def test_an_address_has_neutral_codes_and_says_only_what_differs_from_the_first_view(view: View) -> None:
    address = parameters(view, DATA)
    assert all(key in ALL_KEYS and value and value.isascii() and " " not in value for key, value in address.items())
    assert (address == {}) == (view == View())
    switched = parameters(replace(view, language="en" if view.language == "vi" else "vi"), DATA)
    assert {**address, "lang": ""} == {**switched, "lang": ""}


words = st.text(max_size=12) | st.sampled_from(
    ["", ",", "all", "0000", "9999", "2019", "٢٠١٩", "-1", "one", "vi", "ben-tre"]
)


@settings(max_examples=200)
@given(st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=8), words, max_size=6))
def test_nonsense_never_raises_and_each_part_is_used_or_told(address: dict[str, str]) -> None:
    view, ignored = parse(address, DATA)
    assert parse(parameters(view, DATA), DATA) == (view, [])
    used = parameters(view, DATA)
    plain = {"lang": "vi", "level": ALL, "sort": "name", "indicator": ""}  # codes that an address leaves out
    if set(used) & {"level", "sort", "scale"}:  # which only charts have: those of the first theme
        plain["theme"] = "organisation"
    for key, value in address.items():
        told = any(part == f"{key}={value}" for part in ignored)
        if key in ("from", "to"):
            told = told or any(f"{key}={value}" in part for part in ignored)
            assert told != (used.get(key) == value)
        elif key == "places":
            wanted = [code for code in value.split(",") if code]
            assert all((f"places={code}" in ignored) != (code in view.places) for code in wanted)
        elif key == "use":
            assert all((f"use={id}" in ignored) != (id in view.use) for id in value.split(",") if id)
        else:
            assert told != (used.get(key, plain.get(key)) == value)


def test_the_first_view_answers_in_vietnamese_and_the_first_charts_are_those_of_the_first_theme() -> None:
    assert parse({}, DATA) == (View(language="vi"), [])
    assert parameters(View(), DATA) == {}
    assert parameters(default(DATA), DATA) == {"theme": "organisation"}
    assert default(DATA, "en").language == "en"


def test_every_part_of_an_address_is_read() -> None:
    address = {
        "lang": "en", "places": "ben-tre,bac-kan.cho-moi", "theme": "staff", "level": "district", "from": "2018",
        "to": "2023", "sort": "value", "scale": "one",
    }  # fmt: skip
    view, ignored = parse(address, DATA)
    assert view == View("en", ("ben-tre", "bac-kan.cho-moi"), theme="staff", level="district", first_year=2018,
                        last_year=2023, sort="value", one_scale=True)  # fmt: skip
    assert ignored == []
    assert parameters(view, DATA) == address


def test_nonsense_is_named_and_the_rest_is_used() -> None:
    address = {"theme": "xyz", "places": "atlantis,ben-tre", "from": "abc", "to": "2023", "utm": "mail", "lang": "fr"}
    view, ignored = parse(address, DATA)
    assert view == View("vi", ("ben-tre",), last_year=2023)
    assert sorted(ignored) == ["from=abc", "lang=fr", "places=atlantis", "theme=xyz", "utm=mail"]


@pytest.mark.parametrize("year", ["0000", "1899", "2101", "9999", "20190", "２０１９", " 2019", "-201", "2e10", ""])
def test_what_is_no_year_of_our_time_is_told(year: str) -> None:
    assert parse({"from": year}, DATA) == (View(), [f"from={year}"])
    assert parse({"to": year}, DATA) == (View(), [f"to={year}"])


def test_years_that_end_before_they_begin_are_left_out_together() -> None:
    view, ignored = parse({"from": "2023", "to": "2018"}, DATA)
    assert (view.first_year, view.last_year) == (None, None)
    assert ignored == ["from=2023, to=2018"]


def test_one_year_is_a_period() -> None:
    assert parse({"from": "2019", "to": "2019"}, DATA) == (View(first_year=2019, last_year=2019), [])


def test_a_place_asked_for_twice_is_shown_once() -> None:
    view, ignored = parse({"places": "ben-tre,,ben-tre,"}, DATA)
    assert (view.places, ignored) == (("ben-tre",), [])


def test_the_codes_are_those_of_the_data_set_at_hand() -> None:
    assert parse({"theme": "two", "places": "p.an"}, world({})) == (View(theme="two", places=("p.an",)), [])
    assert parse({"theme": "staff"}, world({}))[1] == ["theme=staff"]


def test_what_is_named_twice_counts_once() -> None:
    """Each link of an answer names all figures that are used: a repeated one would stand in all of them."""
    place, figure = real().entries[0].locality, next(iter(real().by_id))
    view, _ = parse({"places": ",".join([place] * 500), "use": ",".join([figure] * 500)}, real())
    assert (view.places, view.use) == ((place,), (figure,))
