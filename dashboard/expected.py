"""What a field expected and how to mend it: pydantic's errors as problems that a curator can act on."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from difflib import get_close_matches
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from dashboard.problems import Problem
from dashboard.yamltext import Marks, Path

PERIODS = "write 2019-10-18, 2019-10, 2019, 2015/2019 or undated"
NUMBERS = "write it plainly: 7397 or 96.8, without quotes, spaces or grouping"
_PATTERNS = {
    "a-z0-9": "small letters a-z and digits, joined by - _ or .",
    "[0-9a-f]{64}": "64 hexadecimal digits, as sha256sum prints them",
    "[0-9]{2,5}": 'two to five digits in quotes: "06670"',
}
_SHAPES = {"list_type": "a list", "tuple_type": "a list", "model_type": "a record", "dict_type": "a record"}
_BOTH_LANGUAGES = frozenset(
    {"inferred", "note", "base_note", "name", "definition", "unit", "became", "reason", "remedy", "source"}
)


def problems(model: type[BaseModel], error: ValidationError, file: str, marks: Marks) -> Iterator[Problem]:
    """One problem for each error: at an unknown key, else at the value (or the record lacking it)."""
    for detail in error.errors(include_url=False):
        path: Path = detail["loc"]
        unknown = detail["type"] == "extra_forbidden"
        place = marks.key(path) if unknown else marks.value(path)
        message, hint = _said(model, detail)
        yield Problem(file, *place, message, hint)


def _said(model: type[BaseModel], detail: ErrorDetails) -> tuple[str, str]:
    path, kind, value = detail["loc"], detail["type"], detail["input"]
    name, limits = spelled(path), detail.get("ctx", {})
    owner = _model_at(model, path[:-1])
    about = _about(owner, path)
    if kind == "extra_forbidden":
        return f"unknown property {name}", _nearest(str(path[-1]), list(owner.model_fields) if owner else [])
    if kind == "missing":
        if isinstance(path[-1], int):
            return f"{name} is missing", "two indicators are expected here, in brackets: [a, b]"
        return f"{name} is missing", f"add it: {about}" if about else "add it"
    if value is None:
        return f"{name} is empty", f"fill it in or delete the line{f': {about}' if about else ''}"
    shown = _shown(value)
    if kind == "string_type" and isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        return f"{name}: {shown} is a number, but text is expected", f'put it in quotes: "{value}"'
    if kind == "string_type":
        return f"{name}: {shown} where text is expected", about or "write text here"
    if kind == "string_pattern_mismatch":
        pattern = str(limits.get("pattern", ""))
        return f"{name}: {shown} is not in the form expected", next(
            (hint for part, hint in _PATTERNS.items() if part in pattern), about
        )
    if kind == "string_too_short":
        return f"{name} is empty text", about or "fill it in"
    if kind == "is_instance_of" and limits.get("class") == "Decimal":
        return f"{name}: {shown} is not a number", NUMBERS
    if kind == "int_type":
        return f"{name}: {shown} is not a whole number", "write a whole number without quotes"
    if kind == "bool_type":
        return f"{name}: {shown} is neither true nor false", "write true or false"
    if kind == "enum":
        return f"{name}: {shown} is not one of the words known here", _words(value, limits)
    if kind == "value_error":
        reason, _, fix = str(limits.get("error", "")).partition(": ")
        if not isinstance(value, str):
            return f"{name}: {shown} is not a date or period", PERIODS
        return f"{name}: {reason}", fix or PERIODS
    if kind in ("greater_than_equal", "less_than_equal"):
        bound = limits.get("ge", limits.get("le"))
        return (
            f"{name}: {shown} is out of range",
            f"at {'least' if 'ge' in limits else 'most'} {bound} is expected",
        )
    if kind in ("too_short", "too_long"):
        bound = limits.get("min_length", limits.get("max_length"))
        few = kind == "too_short"
        return f"{name} has too {'few' if few else 'many'} items", f"at {'least' if few else 'most'} {bound}"
    if kind in _SHAPES:
        if kind == "model_type" and path and path[-1] in _BOTH_LANGUAGES:
            about = 'give the words in both languages: {vi: "…", en: "…"}'
        return f"{name}: {shown} where {_SHAPES[kind]} is expected", about or "check the indentation"
    return f"{name}: {shown} is not what is expected here", about or "see CONTRIBUTING.md"


def spelled(path: Path) -> str:
    """A path as a curator reads it: ``figures[2].value``, counting from 1."""
    text = ""
    for step in path:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if text else step
    return text or "the file"


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "a record"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, bool):
        return str(value).lower()
    text = str(value)
    text = text if len(text) <= 60 else f"{text[:59]}…"
    return f'"{text}"' if isinstance(value, str) else text


def _nearest(word: str, allowed: list[str]) -> str:
    near = get_close_matches(word, allowed, 1, 0.6)
    return f"did you mean {near[0]}?" if near else f"known here: {', '.join(allowed)}"


def _words(value: Any, limits: dict[str, Any]) -> str:
    allowed = str(limits.get("expected", "")).replace("'", "").replace(" or ", ", ").split(", ")
    near = get_close_matches(str(value), allowed, 1, 0.6)
    return (f"did you mean {near[0]}? " if near else "") + f"known: {', '.join(allowed)}"


def _about(owner: type[BaseModel] | None, path: Path) -> str:
    """The description of the field a path ends in, as the model gives it."""
    found = owner.model_fields.get(str(path[-1])) if owner and path else None
    return found.description or "" if found else ""


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """The model that validates the record at a path; None where there is no record."""
    current: Any = model
    for step in path:
        current = _bare(current)
        if isinstance(step, int):
            current = next(iter(get_args(current)), None)
        elif isinstance(current, type) and issubclass(current, BaseModel) and step in current.model_fields:
            current = current.model_fields[step].annotation
        else:
            return None
    current = _bare(current)
    return current if isinstance(current, type) and issubclass(current, BaseModel) else None


def _bare(annotation: Any) -> Any:
    """An annotation without ``Annotated`` and ``| None``."""
    while get_origin(annotation) in (Annotated, Union, UnionType):
        annotation = next((part for part in get_args(annotation) if part is not type(None)), None)
    return annotation
