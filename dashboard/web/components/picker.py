"""The locality picker: a multi-select found by typing without accents (st.components.v2)."""

import secrets
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import parse_qsl

import streamlit as st

from dashboard.charts.assets import frontend
from dashboard.language.vietnamese import INVISIBLE, look_alikes
from dashboard.language.words import Language, Words, section
from dashboard.records.models.locality import Level


def own_words(language: Language) -> dict[str, Words]:
    """The words of a picker: ``[picker]`` of the catalogue, and which language they are."""
    return {"language": language, **section("picker", language)}


@dataclass(frozen=True, slots=True)
class Option:
    """One place that can be chosen.

    `label` is what is shown and found ("Huyện Quảng Ninh (Quảng Bình)"); `detail` a second line, not
    searched; `parent` the id of the place it lies in; `has_figures` whether it has figures of its own; `name`
    the name without type and parent ("Quảng Ninh"), so that its start ranks above words further on; `types` what it is,
    in both languages ("huyện", "District"): found before and after the name, in full and by its initials.
    """

    id: str
    label: str
    detail: str
    level: Level
    parent: str | None
    has_figures: bool
    name: str = ""
    types: tuple[str, ...] = ()


@dataclass(slots=True)
class _Memory:
    """The state of one picker in one session."""

    chosen: list[str] = field(default_factory=list)
    """what the browser shows"""
    command: list[str] = field(default_factory=list)
    """the last selection that Python gave the browser"""
    revision: str = ""
    """names the command; the browser obeys each command once"""
    event: tuple[list[str], str] | None = None
    """a change in the browser not yet returned, and the revision it was made under"""
    drawn: bool = False
    """whether this session has shown it, and so is called when something is chosen"""


def settle(memory: _Memory, wanted: list[str], known: Container[str], controlled: bool) -> list[str]:
    """Reconcile a change in the browser with what Python asks for, and return the chosen ids.

    A change in the browser counts in the run that it triggers. In every other run, and in all runs if ``controlled``,
    ``wanted`` counts. The browser gets a command only where it shows something else; otherwise the component's data
    stay the same and nothing is sent or redrawn.
    """
    event, memory.event = memory.event, None
    outdated = not memory.revision
    target = wanted
    if event:
        shown, revision = event
        memory.chosen = shown
        # Made before the browser saw the latest command, which would then overwrite it: command anew.
        outdated = outdated or revision != memory.revision
        if not controlled:
            target = _valid(shown, known)
    if outdated or target != memory.chosen:
        memory.revision = secrets.token_hex(4)
        memory.command = memory.chosen = target
    return list(target)


def pick(
    options: Sequence[Option],
    selected: Sequence[str],
    *,
    strings: Mapping[str, Words],
    key: str,
    on_change: Callable[[list[str]], None] | None = None,
    others: Callable[[str], bool] | None = None,
) -> list[str]:
    """Show the picker and return the chosen ids in the order of choosing.

    Args:
        options: in display order, the places of one parent in the order wanted beneath it.
        selected: the ids to show as chosen; unknown ids and duplicates are dropped. The caller keeps the
            selection (URL or session state) and passes back what it was returned; anything else that it
            passes changes the browser.
        strings: ``own_words`` of a language, some of them replaced.
        key: unique in the app; the element has the class st-key-<key>.
        on_change: called with the chosen ids at the start of the rerun that a change in the browser triggers,
            before the script. If given, it is to store them, and `selected` counts in that run too.

        others: whether an id that is not in `options` can be chosen; without it, of such a unit the places that lead
            to it are.

    Returns:
        The chosen ids, all of them ids of `options` or `others`.
    """
    known = _Known((option.id for option in options), others)
    memories: dict[str, _Memory] = st.session_state.setdefault("picker_memories", {})
    memory = memories.setdefault(key, _Memory())

    def receive() -> None:
        state = st.session_state.get(key) or {}
        memory.event = _event(state.get("chosen"))
        if memory.event and on_change:
            on_change(_valid(memory.event[0], known))

    chosen = settle(memory, _valid(selected, known), known, on_change is not None)
    levels = list(Level)
    types = list(dict.fromkeys(option.types for option in options))
    _component()(
        key=key,
        data={
            "key": key,
            "revision": memory.revision,
            "command": memory.command,
            "strings": dict(strings),
            "letters": look_alikes(),
            "invisible": INVISIBLE.pattern,
            "types": types,
            "single": others is not None,
            "rows": [
                [o.id, o.label, o.detail, levels.index(o.level), o.parent, o.has_figures, o.name, types.index(o.types)]
                for o in options
            ],
        },
        on_chosen_change=receive,
    )
    first, memory.drawn = not memory.drawn, True
    if first and _made_here(st.session_state[key].get("chosen")):
        receive()
        st.rerun()
    return chosen


def _made_here(value: object) -> bool:
    """Whether the value that a browser sent to a session which has not shown the picker is a choice not yet processed.

    After a restart or on another replica the browser keeps its page, and sends the last choice with the next click. A
    choice that was processed changed the address, so one made at this address was not.
    """
    if not isinstance(value, dict) or not isinstance(address := value.get("address"), str):
        return False
    return dict(parse_qsl(address.removeprefix("?"), keep_blank_values=True)) == st.query_params.to_dict()


class _Known:
    """The ids that can be chosen."""

    def __init__(self, ids: Iterable[str], others: Callable[[str], bool] | None) -> None:
        self._ids = frozenset(ids)
        self._others = others

    def __contains__(self, id: object) -> bool:
        return id in self._ids or (self._others is not None and isinstance(id, str) and self._others(id))


def _valid(ids: Sequence[str], known: Container[str]) -> list[str]:
    return [place for place in dict.fromkeys(ids) if place in known]


def _event(value: object) -> tuple[list[str], str] | None:
    """The browser's message, or None: what comes from a browser can be anything."""
    if not isinstance(value, dict) or not isinstance(ids := value.get("ids"), list):
        return None
    return [place for place in ids if isinstance(place, str)], str(value.get("revision"))


@cache
def _component() -> Any:
    """Registered once, at first use: registering again at each run would log a warning."""
    return st.components.v2.component("doisanh.picker", js=frontend("picker.js"), css=frontend("picker.css"))
