"""The words of the interface that do not come from the data, in a catalogue a language: ``words.{vi,en}.toml``.

A key is the path to its text in the file: ``reset``, or ``trait.tier_good`` where it stands under ``[trait]``. A text
that depends on a number is a table of two, ``one`` and ``other``; the number that fills its ``{n}`` decides.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

Language = Literal["vi", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("vi", "en")
LANGUAGE_NAMES: Final[dict[Language, str]] = {"vi": "Tiếng Việt", "en": "English"}

Words = str | dict[str, str]
"""A text with blanks, or its two forms: ``{"one": "1 chart", "other": "{n} charts"}``."""
_FORMS: Final = {"one", "other"}


def word(key: str, language: Language, **values: object) -> str:
    """The words for ``key`` in ``language``, with their blanks filled. KeyError for a key that is not there."""
    text = catalogue(language)[key]
    if not isinstance(text, str):
        text = text["one" if str(values["n"]) == "1" else "other"]
    return text.format(**values)


def in_both(key: str, **values: object) -> dict[Language, str]:
    """The words for ``key`` in each language; a value that is a function is asked for what it is in that language."""
    return {
        language: word(key, language, **{name: one(language) if callable(one) else one for name, one in values.items()})
        for language in LANGUAGES
    }


def section(name: str, language: Language) -> dict[str, Words]:
    """A table of the catalogue with its blanks unfilled, as a browser is given it."""
    return dict(_read(language)[name])


@cache
def catalogue(language: Language) -> Mapping[str, Words]:
    """Every text of a language by its key; read once a process, in some 15 ms."""
    return dict(_flat(_read(language), ""))


@cache
def _read(language: Language) -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name(f"words.{language}.toml").read_text("utf-8"))


def _flat(table: Mapping[str, Any], start: str) -> Iterator[tuple[str, Words]]:
    for name, found in table.items():
        if isinstance(found, str) or found.keys() == _FORMS:
            yield start + name, found
        else:
            yield from _flat(found, f"{start}{name}.")


def named(name: str, part: str) -> str:
    """What is counted, with the part of a place that it is of, if any: "Huy hiệu Đảng (30 năm)"."""
    return f"{name} ({part})" if part else name


def capital(text: str) -> str:
    """Text as a sentence begins."""
    return text[:1].upper() + text[1:]
