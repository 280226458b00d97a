"""Every address gives a page: seeded ones, and every choice of each filter with a word to search for.

DOISANH_ADDRESSES=3500 tries so many, which takes some minutes (docs/developing.md): do so before a release.
"""

from __future__ import annotations

import os
import random
from itertools import cycle, product

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.charts import chart_selection, empty_view
from dashboard.charts.view import ALL, View, parameters, parse
from dashboard.export import extract
from dashboard.export.table_view import FIGURE_KINDS, ordered, select
from dashboard.export.table_view import parse as parse_table
from dashboard.records.models.locality import Level
from dashboard.web.server.store import Good, Now
from tests.at_page import at_page
from tests.few_articles import few_articles
from tests.hostile import STRINGS
from tests.world import REPOSITORY, real

SEED, ASKED = 13, os.environ.get("DOISANH_ADDRESSES", "")
COUNT = int(ASKED or "400")
PAGES = ("compare", "data", "locality", "sources", "method", "pair", "embed")
WORDS = ("", "a", "đảng viên", "7397", "96,8 %", "zzz", "% .", "1 000", "-", "\u00a0", "٣")
APP = str(REPOSITORY / "dashboard/web/server/app.py")


@pytest.fixture(scope="module")
def good() -> Good:
    return Good.of(real())


def _addresses(good: Good, count: int) -> list[dict[str, str]]:
    """Addresses of known codes, of none, and of rubbish; the same ones each time."""
    chance, data = random.Random(SEED), good.dataset
    known: dict[str, list[str]] = {
        "lang": ["vi", "en"], "theme": [ALL, *data.themes], "level": [ALL, *Level], "sort": ["name", "value"],
        "places": [*data.localities, "", ","], "q": [*WORDS], "only": ["comparable"], "scale": ["one"],
        "from": ["1990", "2018", "2020", "2100"], "to": ["1950", "2018", "2024"], "chart": [*data.charts, "scorecard"],
        "indicator": [ALL, *data.indicators], "figures": [*FIGURE_KINDS], "page": ["1", "2", "0", "99999", "-1"],
        "place": [*data.localities], "a": [one.id for one in data.entries], "b": ["", "x/y"], "mode": ["dark"],
    }  # fmt: skip
    rubbish = [*STRINGS, "", "0", "null", "../..", "٢٠٢٠", "²", "a" * 5000, "%00", "1e9", "🙂" * 90]
    found = []
    for _ in range(count):
        names = chance.sample(list(known), chance.randint(0, 8))
        one = {name: chance.choice(known[name] if chance.random() < 0.8 else rubbish) for name in names}
        if "places" in one and chance.random() < 0.5:
            one["places"] = ",".join(chance.choices(known["places"], k=chance.randint(1, 7)))
        if chance.random() < 0.1:
            one[chance.choice(rubbish) or "x"] = chance.choice(rubbish)
        found.append(one)
    return found


def test_every_address_is_a_table(good: Good) -> None:
    views = {parse_table(address, good.dataset)[0]: address for address in _addresses(good, COUNT)}
    for view, address in views.items():
        chosen = extract.chosen(good.dataset, good.frame, good.proofs, view)
        assert len(ordered(chosen.rows, good.dataset)) == len(chosen.rows), address


def test_every_address_has_charts_or_says_why_not(good: Good) -> None:
    seen: set[View] = set()
    for address in _addresses(good, COUNT):
        view, _ = parse(address, good.dataset)
        assert parse(parameters(view, good.dataset), good.dataset) == (view, []), address
        if view in seen or len(seen) == COUNT // 4:
            continue
        seen.add(view)
        plans, _ = chart_selection.plans(good.dataset, good.figures, view)
        if not plans:
            assert empty_view.why(good.dataset, good.figures, view).ways, address


def test_every_choice_of_each_filter_with_a_word_is_a_table(good: Good) -> None:
    data = good.dataset
    for theme, indicator in zip(cycle(data.themes), data.indicators, strict=False):
        view, ignored = parse_table({"theme": theme, "indicator": indicator, "q": "a 5"}, data)
        assert not ignored
        select(data, good.frame, view)
    for level, figures, year, word in product(
        (ALL, *Level), (ALL, *FIGURE_KINDS), ("", "2090"), ("a", "7397", "96,8 % zzz")
    ):
        address = {"level": level, "figures": figures, "q": word} | ({"from": year} if year else {})
        view, ignored = parse_table(address, data)
        assert not ignored
        select(data, good.frame, view)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_stands_at_each_of_some_and_some_page_at_each_where_many_are_asked_for(
    good: Good, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan = "streamlit.components.v2.manifest_scanner.scan_component_manifests"
    monkeypatch.setattr(scan, lambda *_: [], raising=False)
    monkeypatch.setenv("DOISANH_ROOT", str(few_articles()))
    monkeypatch.setattr("dashboard.web.server.store.current", lambda *_: Now(good, []))
    app = AppTest.from_file(APP, default_timeout=60).run()
    at_page(app, page)
    some = slice(PAGES.index(page), None, len(PAGES)) if ASKED else slice(None, None, COUNT // 6)
    for address in ({"theme": "staff", "indicator": "money_raised", "q": "a"}, *_addresses(good, COUNT)[some]):
        app.query_params.clear()
        for name, value in address.items():
            app.query_params[name] = value
        app.run()
        assert not app.exception, (address, app.exception[0].proto.message)
