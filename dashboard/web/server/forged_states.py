"""Ignores widget values that no browser of ours sends.

A client may send any value for any widget: of another type, not among the options, no JSON. Streamlit would fail on it
before or while the page runs, with an error in place of the page and pages of traceback in the log for each message.
Here such a value counts as not sent.
"""

from __future__ import annotations

from typing import Any

from streamlit.runtime.state.session_state import Serialized, WStates

_read = WStates.__getitem__


def ignore() -> None:
    """Make Streamlit ignore such values, in every session of this process.

    ``WStates`` is not a public class of Streamlit: tests/web/server/test_forged_states.py notices when it changes.
    """
    WStates.__getitem__ = _said  # type: ignore[method-assign]


def _said(states: WStates, key: str) -> Any:
    """The value of a widget. Raises KeyError, which Streamlit expects where none was sent."""
    sent, known = states.states.get(key), states.widget_metadata.get(key)
    if isinstance(sent, Serialized) and known and sent.value.WhichOneof("value") != known.value_type:
        raise KeyError(key)
    try:
        return _read(states, key)
    except Exception as error:
        raise KeyError(key) from error
