"""A client may send any value for any control; none of them is an error page, or a traceback in the log."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from streamlit.testing.v1 import AppTest

from tests.at_page import at_page
from tests.sample import Root
from tests.world import REPOSITORY

APP = str(REPOSITORY / "dashboard/web/server/app.py")
PAGES = ("compare", "charts", "data", "locality", "sources", "method", "pair")


def _array(field: str, *items: object) -> Callable[[WidgetState], None]:
    def put(state: WidgetState) -> None:
        array = getattr(state, field)
        array.SetInParent()
        array.data.extend(items)

    return put


def _plain(**value: object) -> Callable[[WidgetState], None]:
    def put(state: WidgetState) -> None:
        ((field, what),) = value.items()
        setattr(state, field, what)

    return put


FORGED: dict[str, Callable[[WidgetState], None]] = {
    "pressed": _plain(trigger_value=True),
    "true": _plain(bool_value=True),
    "no number": _plain(double_value=float("nan")),
    "a great number": _plain(int_value=2**40),
    "no words": _plain(string_value=""),
    "many words": _plain(string_value="xin chào " * 100_000),
    "markup": _plain(string_value="![](http://outside.example/a.png)\0\u202e[x](javascript:1)"),
    "no JSON": _plain(json_value="{no"),
    "deep JSON": _plain(json_value="[" * 5000),
    "null": _plain(json_value="null"),
    "another shape": _plain(json_value='{"chosen": {"ids": [1, {}, null], "revision": [], "address": 7}}'),
    "unknown ids": _plain(json_value='{"chosen": {"ids": ["no-such-place"], "revision": "9", "address": ""}}'),
    "a trigger": _plain(json_trigger_value='{"chosen": []}'),
    "a link to nowhere": _plain(json_trigger_value='[{"event": "go", "value": "?places=nowhere&use=x/y&lang=xx"}]'),
    "a link to elsewhere": _plain(json_trigger_value='[{"event": "go", "value": "http://outside.example/?q=%00"}]'),
    "a link that is none": _plain(json_trigger_value='[{"event": "go", "value": [7]}, {"event": "x"}, 7]'),
    "numbers": _array("int_array_value", 99, -1),
    "nothing chosen": _array("string_array_value"),
    "unknown options": _array("string_array_value", "xyz", "all"),
    "bytes": _plain(bytes_value=b"\xff\0"),
    "no value at all": lambda state: None,
}


@pytest.fixture(autouse=True)
def no_scan(monkeypatch: pytest.MonkeyPatch, root: Root) -> None:
    scan = "streamlit.components.v2.manifest_scanner.scan_component_manifests"
    monkeypatch.setattr(scan, lambda *_: [], raising=False)
    monkeypatch.setenv("DOISANH_ROOT", str(root.path))


def _ids(node: object) -> Iterator[str]:
    proto = getattr(node, "proto", None)
    if id := getattr(proto, "id", ""):
        yield id
    if id and type(proto).__name__ == "BidiComponent":
        yield f"$$STREAMLIT_INTERNAL_KEY_{id}__events"  # of a component: what it triggers
    for child in getattr(node, "children", {}).values():
        yield from _ids(child)


def _sent(app: AppTest, forge: Callable[[WidgetState], None]) -> WidgetStates:
    states = WidgetStates()
    for id in _ids(app._tree):
        state = states.widgets.add()
        state.id = id
        forge(state)
    return states


@pytest.mark.parametrize("page", PAGES)
def test_no_value_that_a_client_sends_breaks_a_page(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    logged: list[BaseException] = []
    monkeypatch.setattr("streamlit.error_util._log_uncaught_app_exception", logged.append)
    app = AppTest.from_file(APP, default_timeout=60).run()
    if page == "charts":
        app.query_params["theme"] = "organisation"
    at_page(app, "compare" if page == "charts" else page).run()
    for name, forge in FORGED.items():
        app._run(_sent(app, forge))
        assert not app.exception, (name, app.exception[0].proto.message)
        assert app.title, name
        app.run()
        assert not app.exception, (f"after {name}", app.exception[0].proto.message)
    assert not logged


def test_what_a_client_can_say_still_counts() -> None:
    app = AppTest.from_file(APP, default_timeout=60)
    app.query_params["theme"] = "organisation"
    app.run().button_group(key="theme").set_value("ratings").run()
    assert app.query_params["theme"] in ("ratings", ["ratings"])


def test_a_link_of_the_answer_leads_to_its_view() -> None:
    app = AppTest.from_file(APP, default_timeout=60).run()
    follow = FORGED["a link to nowhere"]

    def to_a_place(state: WidgetState) -> None:
        state.json_trigger_value = '[{"event": "go", "value": "?lang=en&places=quang-binh.quang-ninh"}]'

    app._run(_sent(app, to_a_place))
    assert app.title[0].value == "Quảng Ninh District (Quảng Bình)"
    app._run(_sent(app, follow))
    assert "places=nowhere" not in str(app.query_params)
    assert not app.exception
