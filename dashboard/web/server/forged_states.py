"""What a browser says that its controls say, as far as they can say it.

A client may send any value for any control: one of another kind, an option that is none, a text that is no JSON.
Streamlit reads them before the page runs and again while it does, and what it can't read ends the run: an error in
place of the page, and pages of traceback in the log for every message. Here it counts as not sent.
"""

from __future__ import annotations

from typing import Any

from streamlit.runtime.state.session_state import Serialized, WStates

_read = WStates.__getitem__


def ignore() -> None:
    """Have Streamlit pass over such values from now on, in every session of this process.

    The class is not part of what Streamlit promises to keep;
    tests/web/server/test_forged_states.py notices where it changes.
    """
    WStates.__getitem__ = _said  # type: ignore[method-assign]


def _said(states: WStates, key: str) -> Any:
    """What a control says. Raises KeyError, which Streamlit expects of one that was sent nothing."""
    sent, known = states.states.get(key), states.widget_metadata.get(key)
    if isinstance(sent, Serialized) and known and sent.value.WhichOneof("value") != known.value_type:
        raise KeyError(key)
    try:
        return _read(states, key)
    except Exception as error:
        raise KeyError(key) from error
