"""Keeps the controls of a page and its address in agreement, whichever was changed last.

A new address (a link, the back button) sets the controls; after that the controls set the address. A session may begin
with a click: after a restart of the server, or on another replica, the page stays in the browser and sends the state of
all its controls with the first click. Writing to session_state would hide that, so an address only sets the initial
value of controls that the session has not drawn yet. A button calls its function even if its callback was not called,
which Streamlit does only for a button that the session has drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, Final, TypeVar

import streamlit as st

from dashboard.charts.view import ALL
from dashboard.language.words import Language, word
from dashboard.records.models.locality import Level
from dashboard.web.components.page_text import plain

T = TypeVar("T")
ANY_YEAR: Final = 0  # what the year controls say for no limit: None would make them show words of Streamlit's own
_SEEN, _BEGUN, _ACTED, _OFFERED = "controls_seen", "controls_begun", "controls_acted", "controls_offered"


def read_url(page: str) -> dict[str, str] | None:
    """The query parameters, if they are new on ``page``; None where the controls count."""
    address = st.query_params.to_dict()
    if st.session_state.get(_SEEN) == (page, address):
        return None
    st.session_state[_SEEN] = page, address
    return address


def write_url(page: str, language: Language, address: dict[str, str]) -> None:
    """Call after the controls: set the address to what they say.

    ``language`` is that of the page's texts. Where the session began with a click on the other language, the page is
    run again.
    """
    begun: dict[str, Any] = st.session_state[_BEGUN]
    begun.update({key: said(key) for key in begun})  # a control that is not drawn for a while begins with it again
    if said("language") != language:
        st.rerun()
    if address != st.query_params.to_dict():
        st.query_params.from_dict(address)
        st.session_state[_SEEN] = page, address


def begin(values: Mapping[str, Any]) -> None:
    """Set the values of controls by key; one that this session has not drawn yet takes its value as the initial one."""
    st.session_state.setdefault(_BEGUN, {}).update(values)
    for key in values:
        if key in st.session_state:
            st.session_state[key] = values[key]


def said(key: str) -> Any:
    """The value of a control, or its initial value before it is drawn. Raises KeyError for one without an initial
    value.

    A value of another type, or not among the options, was forged, since no browser sends it: the initial value counts.
    """
    begun = st.session_state.get(_BEGUN, {})
    if key not in begun:
        return st.session_state[key]
    now = st.session_state.get(key, begun[key])
    offered = st.session_state.get(_OFFERED, {}).get(key)
    return now if isinstance(now, type(begun[key])) and (offered is None or now in offered) else begun[key]


def _offer(key: str, options: Sequence[Any]) -> None:
    st.session_state.setdefault(_OFFERED, {})[key] = options


# --- the controls


def buttons(label: str, options: Sequence[T], named: Callable[[T], str], *, key: str, **more: Any) -> None:
    """Buttons, exactly one of which is chosen."""
    _offer(key, options)
    st.segmented_control(
        plain(label),
        options,
        required=True,
        default=_first(key),
        format_func=lambda one: plain(named(one)),
        key=key,
        **more,
    )


def choice(label: str, options: Sequence[T], named: Callable[[T], str], *, key: str, **more: Any) -> None:
    """A list to choose one option from. The current choice is always among the options, even if the data no longer
    offers it."""
    now = said(key)
    known = [*options, *([] if now in options else [now])]
    _offer(key, known)
    first = 0 if _first(key) is None else known.index(now)
    st.selectbox(plain(label), known, index=first, format_func=named, key=key, **more)  # the options are no Markdown


def level(language: Language, *, key: str) -> None:
    """The control for the administrative level."""
    choice(
        word("level", language),
        [ALL, *(level.value for level in Level)],
        lambda id: word("level_all" if id == ALL else id, language),
        key=key,
        filter_mode=None,
        width=180,
    )


def years(offered: Iterable[int], language: Language, *, first: str, last: str, bare: bool = False) -> None:
    """The controls for the first and last year, each of which may be left open; ``first`` and ``last`` are their keys.

    ``bare``: their labels stand inside them, not above.
    """
    for key, label in ((first, "from"), (last, "to")):
        choice(
            word(label, language),
            [ANY_YEAR, *offered],
            partial(_year, word(label, language) if bare else "", language),
            key=key,
            filter_mode=None,
            width=150 if bare else 120,
            label_visibility="collapsed" if bare else "visible",
        )


def _year(label: str, language: Language, year: int) -> str:
    if label:
        return f"{label} {year}" if year else label
    return str(year or word("any_year", language))


def period(first: int | None, last: int | None) -> str:
    """The chosen years in words, "" for all of them."""
    return "–".join(str(year or "…") for year in (first, last)) if first or last else ""


def switch(label: str, meaning: str, *, key: str, **more: Any) -> None:
    """A switch; ``meaning`` is its tooltip."""
    st.toggle(plain(label), value=bool(_first(key)), key=key, help=plain(meaning), **more)


def text(label: str, *, key: str, **more: Any) -> None:
    """A text field."""
    st.text_input(plain(label), value=_first(key) or "", key=key, **more)


def button(label: str, act: Callable[..., None], *args: Any, key: str, **more: Any) -> None:
    """A button that calls ``act``, which may change the address, and state that no control has."""

    def press() -> None:
        act(*args)
        st.session_state[_ACTED] = key

    if st.button(plain(label), on_click=press, key=key, **more) and st.session_state.pop(_ACTED, "") != key:
        act(*args)
        st.rerun()


def _first(key: str) -> Any:
    """The initial value of a control; None where the session has drawn it already."""
    return None if key in st.session_state else said(key)
