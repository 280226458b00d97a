"""One indicator of very many places: so many rows as a page bears, and the way to all of them."""

from __future__ import annotations

import pytest

from dashboard.charts.view import View
from dashboard.web.answers import indicator
from dashboard.web.answers.answer import Answer, answer
from dashboard.web.board.cards import Site
from tests.web.answers.test_answer import of
from tests.world import PLACES, figure, world

DISTRICTS = [id for id, _, level in PLACES if level.value == "district"]


def answered(rows: int, monkeypatch: pytest.MonkeyPatch, **view: object) -> Answer:
    monkeypatch.setattr(indicator, "ROWS", rows)
    dates = {f"{place}/2": "2012" for place in DISTRICTS}
    told = {place: [figure("members", 100 * n)] for n, place in enumerate([*DISTRICTS, *dates], 1)}
    asked = View(indicator="members", **view)  # type: ignore[arg-type]
    return answer(of(world(told, dates=dates)), asked, {}, Site())


def test_what_has_no_row_is_counted_and_is_on_the_data_page(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = answered(100, monkeypatch).html
    assert whole.count('class="rank"') == 2 * len(DISTRICTS)
    assert "bảng Dữ liệu" not in whole
    few = answered(2, monkeypatch, first_year=2010).html
    assert few.count('class="rank"') == 4
    assert few.count(f"Còn {len(DISTRICTS) - 2} số liệu nữa trong bảng Dữ liệu") == 2  # of the set, and beside it
    assert 'href="data?indicator=members&amp;from=2010"' in few
    assert "4 more figures on the Data page" in answered(1, monkeypatch, language="en").html


def test_those_with_a_row_are_the_first_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    few = answered(2, monkeypatch)
    assert few.html.index(">500 ") < few.html.index(">400 ")
    assert ">300 " not in few.html
    assert len(few.marks) == 4
