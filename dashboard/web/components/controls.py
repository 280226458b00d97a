"""The controls of a page and the address in the browser tell the same view, whichever of them was changed last.

The address counts when it is new on the page (a link, the back button); after that the controls count and the address
follows. A session can begin with a click: after a restart of the server, or where another replica takes over, the page
in the browser stays as it is and sends what all its controls say along with the first click. A value put into the
session's state would hide that. So what the address asks for is only what a control that the session has not drawn yet
begins with; and a button acts though its callback, which takes a session that has drawn it, was not called.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, TypeVar

import streamlit as st

from dashboard.charts.view import ALL
from dashboard.language.words import Language, word
from dashboard.records.models import Level
from dashboard.web.components.page_text import plain

T = TypeVar("T")
ANY_YEAR: Final = 0  # what the year controls say for no limit: None would make them show words of Streamlit's own
_SEEN, _BEGUN, _ACTED, _OFFERED = "controls_seen", "controls_begun", "controls_acted", "controls_offered"


def read_url(page: str) -> dict[str, str] | None:
    """The address, where it is new on ``page``; None where the controls count."""
    address = st.query_params.to_dict()
    if st.session_state.get(_SEEN) == (page, address):
        return None
    st.session_state[_SEEN] = page, address
    return address


def write_url(page: str, language: Language, address: dict[str, str]) -> None:
    """After the controls: make the address tell what they say.

    ``language``: of the words on the page. Where the session began with a click on the other one, the page runs anew.
    """
    begun: dict[str, Any] = st.session_state[_BEGUN]
    begun.update({key: said(key) for key in begun})  # a control that is not drawn for a while begins with it again
    if said("language") != language:
        st.rerun()
    if address != st.query_params.to_dict():
        st.query_params.from_dict(address)
        st.session_state[_SEEN] = page, address


def begin(values: Mapping[str, Any]) -> None:
    """Have the controls with these keys say these values; one not yet drawn in this session begins with its own."""
    st.session_state.setdefault(_BEGUN, {}).update(values)
    for key in values:
        if key in st.session_state:
            st.session_state[key] = values[key]


def said(key: str) -> Any:
    """What a control says; before it is drawn, what it begins with. KeyError for one that was not begun.

    What is of another kind than that, or none of its options, was forged (a browser can't send it): it says nothing.
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
    """Buttons of which always one is chosen."""
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
    """A list to choose one from. What it says is among the options, though the data may no longer offer it."""
    now = said(key)
    known = [*options, *([] if now in options else [now])]
    _offer(key, known)
    first = 0 if _first(key) is None else known.index(now)
    st.selectbox(plain(label), known, index=first, format_func=named, key=key, **more)  # the options are no Markdown


def level(language: Language, *, key: str) -> None:
    """The level of the places that figures are of."""
    choice(
        word("level", language),
        [ALL, *(level.value for level in Level)],
        lambda id: word("level_all" if id == ALL else id, language),
        key=key,
        filter_mode=None,
        width=180,
    )


def years(offered: Iterable[int], language: Language, *, first: str, last: str) -> None:
    """From which year and to which, each of them or none; ``first`` and ``last`` are the keys."""
    for key, label in ((first, "from"), (last, "to")):
        choice(
            word(label, language),
            [ANY_YEAR, *offered],
            lambda year: str(year or word("any_year", language)),
            key=key,
            filter_mode=None,
            width=120,
        )


def period(first: int | None, last: int | None) -> str:
    """The chosen years in words, "" for all of them."""
    return "–".join(str(year or "…") for year in (first, last)) if first or last else ""


def switch(label: str, meaning: str, *, key: str, **more: Any) -> None:
    """Something that is on or off; ``meaning`` says what that does."""
    st.toggle(plain(label), value=bool(_first(key)), key=key, help=plain(meaning), **more)


def text(label: str, *, key: str, **more: Any) -> None:
    """Words to be typed."""
    st.text_input(plain(label), value=_first(key) or "", key=key, **more)


def button(label: str, act: Callable[..., None], *args: Any, key: str, **more: Any) -> None:
    """What ``act`` does when it is pressed. ``act`` may change the address, and what no control says."""

    def press() -> None:
        act(*args)
        st.session_state[_ACTED] = key

    if st.button(plain(label), on_click=press, key=key, **more) and st.session_state.pop(_ACTED, "") != key:
        act(*args)
        st.rerun()


def _first(key: str) -> Any:
    """What a control begins with; None where the session has it already."""
    return None if key in st.session_state else said(key)
