"""A session that begins with a click: after a restart of the server the page in the browser stays as it was."""

from __future__ import annotations

import json

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.language.words import word
from dashboard.web.pages import data
from tests.at_page import at_page
from tests.sample import Root
from tests.web.pages.test_pages import APP, WIDGETS, address, component, no_scan, nodes, opened, sound

__all__ = ["no_scan"]
ADDRESS = {"places": "quang-ninh.ha-long.ha-lam,quang-binh", "q": "thôn"}


@pytest.fixture
def app(root: Root, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The dashboard on the small data set, not yet run."""
    monkeypatch.setenv("DOISANH_ROOT", str(root.path))
    return AppTest.from_file(APP, default_timeout=60)


def restarted(app: AppTest, picker: str = "", **chosen: object) -> AppTest:
    """What the page in the browser says now, sent to a session that knows nothing of it; ``chosen`` in a picker."""
    states = app._tree.get_widget_states()
    if picker:
        (found,) = (node.proto.id for node in nodes(app.main) if getattr(node, "key", "") == picker)
        state = states.widgets.add(id=found)
        state.json_value = json.dumps({"chosen": chosen})
    again = AppTest.from_file(APP, default_timeout=60)
    again.query_params.update(address(app))
    again._page_hash = app._finished_page_script_hash
    return sound(again._run(states))


@pytest.mark.parametrize("name", WIDGETS)
def test_the_first_click_counts_whatever_was_clicked(app: AppTest, name: str) -> None:
    kind, value, part = WIDGETS[name]
    opened(app, **ADDRESS)
    getattr(app, kind)(key=name).set_value(value)
    again = restarted(app)
    assert address(again) == ADDRESS | part
    assert getattr(again, kind)(key=name).value == value
    assert component(again, "board")["lang"] == ("en" if name == "language" else "vi")
    assert again.title[0].value == word("heading", "en" if name == "language" else "vi")


def test_a_button_acts_with_the_first_click(app: AppTest) -> None:
    opened(app, theme="ratings", **ADDRESS)
    app.button(key="reset").click()
    again = restarted(app)
    assert address(again) == {"theme": "organisation"}
    assert again.button_group(key="theme").value == "organisation"
    assert again.text_input(key="query").value == ""


def test_a_place_picked_counts_unless_the_page_knew_of_it_already(app: AppTest) -> None:
    opened(app, theme="ratings", places="quang-binh")
    picked = {"ids": ["quang-binh", "quang-ninh"], "revision": "of another session"}
    again = restarted(app, "picker", **picked, address="?theme=ratings&places=quang-binh")
    assert address(again) == {"theme": "ratings", "places": "quang-binh,quang-ninh"}
    assert component(again, "picker")["command"] == ["quang-binh", "quang-ninh"]
    old = restarted(app, "picker", **picked, address="?theme=ratings")
    assert address(old) == {"theme": "ratings", "places": "quang-binh"}
    for nonsense in ({}, {"ids": 5, "address": "?theme=ratings&places=quang-binh"}, {"ids": [None], "address": 7}):
        assert address(restarted(app, "picker", **nonsense)) == address(old)


def test_the_table_of_data_turns_and_is_filtered_with_the_first_click(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(data, "ROWS", 4)
    opened(app)
    app.query_params.update(page="2")
    sound(at_page(app, "data").run())
    assert address(app) == {"page": "2"}
    app.button(key="data-before").click()
    assert address(restarted(app)) == {}
    app.button(key="data-before")._value = False
    app.text_input(key="data_text").set_value("đảng viên")
    assert address(restarted(app)) == {"q": "đảng viên"}, "and so from its first page"


def test_other_pages_keep_their_first_click_too(app: AppTest) -> None:
    opened(app)
    for page in ("method", "pair", "sources", "locality"):
        sound(at_page(app, page).run())
        app.button_group(key="language").set_value("en")
        if page == "method":
            app.text_input(key="q").set_value("tổ chức")
            assert address(restarted(app)) == {"lang": "en", "q": "tổ chức"}
        else:
            assert address(restarted(app)) == {"lang": "en"}
        app.button_group(key="language").set_value("vi")
