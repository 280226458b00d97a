"""The view of any page: what its address asks for, and what its controls say (``controls``)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

import streamlit as st

from dashboard.charts.view import written
from dashboard.language.words import LANGUAGES, Language
from dashboard.web.components import controls

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    class View(DataclassInstance, Protocol):
        """A view: a dataclass of texts, tuples of ids, switches, years (None: no limit), and the language."""

        @property
        def language(self) -> Language:
            """That of the page's words."""


V = TypeVar("V", bound="View")


class PageUrl(Generic[V]):
    """Reads the view of a page from its address and controls, and writes it to the address."""

    def __init__(
        self,
        page: str,
        read: Callable[[Mapping[str, str]], tuple[V, list[str]]],
        write: Callable[[V], dict[str, str]],
        *,
        key: str = "{}",
        uncontrolled: str = "",
    ) -> None:
        """``page``: its name. ``read`` gives the view of query parameters, and those that are invalid (as
        ``name=value``); ``write`` gives the parameters of a view.

        ``key``: the key of the control of a field, "{}" being the field's name; the language has one key on all pages.
        ``uncontrolled``: a field without a control. What the address or ``turn`` sets it to holds as long as the rest
        of the view stays the same.
        """
        self._page = page
        self._read = read
        self._write = write
        self._key = key
        self._uncontrolled = uncontrolled
        self._plain = read({})[0]
        self._names = [one.name for one in fields(self._plain) if one.name != uncontrolled]
        self._ignored, self._held = f"{page}_ignored", f"{page}_held"

    def key(self, field: str) -> str:
        """The key of the control of a field."""
        return field if field == "language" else self._key.format(field)

    def read_url(self) -> tuple[V, list[str]]:
        """Call before the controls: apply a new address. Returns the view, and the invalid parts of the address.

        These are forgotten at the first change of the view. What the data no longer has is no longer chosen.
        """
        state = st.session_state
        if (asked := controls.read_url(self._page)) is not None:
            view, ignored = self._read(asked)
            self._begin(view, self._names)
            self._hold(view)
            state[self._ignored] = view, ignored
        said, view = self._said(), self.view()
        self._begin(view, [name for name in self._names if getattr(view, name) != getattr(said, name)])
        if state[self._ignored][0] != view:
            state[self._ignored] = view, []
        return view, list(state[self._ignored][1])

    def view(self) -> V:
        """The view of the controls, checked like an address: it holds nothing unknown."""
        view = self._read(self._write(self._said()))[0]
        if not self._uncontrolled:
            return view
        held: V = st.session_state[self._held]
        return replace(held, language=view.language) if self._rest(held) == self._rest(view) else view

    def write_url(self, language: Language) -> None:
        """Call after the controls: write the view to the address. ``language`` is that of the page's texts."""
        controls.write_url(self._page, language, self._write(replace(self.view(), language=language)))

    def go(self, view: V) -> None:
        """Go to another view, by a new address."""
        st.query_params.from_dict(self._write(view))

    def turn(self, to: object) -> None:
        """Set the field ``uncontrolled``."""
        self._hold(replace(self.view(), **{self._uncontrolled: to}))

    def choose(self, field: str) -> Callable[[Any], None]:
        """A callback for the picker that stores the choice of a field which no Streamlit control has."""

        def keep(chosen: Any) -> None:
            st.session_state[self.key(field)] = chosen

        return keep

    def _hold(self, view: V) -> None:
        st.session_state[self._held] = view

    def _rest(self, view: V) -> V:
        """A view without the uncontrolled field and the language."""
        plain = getattr(self._plain, self._uncontrolled)
        return replace(view, **{self._uncontrolled: plain, "language": self._plain.language})

    def _begin(self, view: V, names: list[str]) -> None:
        controls.begin({self.key(name): _control(getattr(view, name)) for name in names})

    def _said(self) -> V:
        """The view of the controls; years in the wrong order are swapped."""
        said = {name: _field(controls.said(self.key(name)), getattr(self._plain, name)) for name in self._names}
        first, last = said.get("first_year"), said.get("last_year")
        if first and last and first > last:
            said |= {"first_year": last, "last_year": first}
        return replace(self._plain, **said)


def _control(value: Any) -> Any:
    """The value of a field, as its control holds it."""
    if value is None:
        return controls.ANY_YEAR
    return list(value) if isinstance(value, tuple) else value


def _field(said: Any, plain: Any) -> Any:
    """The value of a control, as its field holds it; ``plain`` is the default."""
    if isinstance(plain, tuple):
        return tuple(said)
    if isinstance(plain, str):
        return " ".join(said.split())
    return (said or None) if plain is None else said


@dataclass(frozen=True)
class Choice:
    """The view of a page with one choice, "" for none."""

    language: Language = "vi"
    one: str = ""


def choice(page: str, key: str, accepts: Callable[[str], bool]) -> PageUrl[Choice]:
    """The page URL of a page with one choice. ``key``: its name in address and session; ``accepts``: whether it is
    valid."""

    def read(asked: Mapping[str, str]) -> tuple[Choice, list[str]]:
        language, one = asked.get("lang", LANGUAGES[0]), asked.get(key, "")
        used = {"lang": language in LANGUAGES, key: not one or accepts(one)}
        ignored = [f"{name}={value}" for name, value in asked.items() if not used.get(name)]
        return Choice("en" if language == "en" else "vi", one if used[key] else ""), ignored

    return PageUrl(page, read, lambda view: written(view.language, **{key: view.one}), key=key)
