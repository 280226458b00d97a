"""Turns pydantic's errors into problems that a curator can act on: what was expected, and how to mend it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from dashboard.language.bilingual import Both, Refused
from dashboard.language.suggestions import is_typo, nearest, of_list
from dashboard.records.models.fields import Text
from dashboard.records.problems import MOST, Problem, more
from dashboard.records.yaml_text import Marks, Path

UNDECIDED = "decide"
"""The value that ``doisanh draft`` writes if a curator must decide."""
PERIODS = Both("viết ", "write ") + "2019-10-18, 2019-10, 2019, 2015/2019" + Both(" hoặc undated", " or undated")
_BARE = Both("không ngoặc kép, không dấu cách, không dấu phân nhóm", "without quotes, spaces or grouping")
NUMBERS = Both("viết số trần: 7397 hoặc 96.8, ", "write it plainly: 7397 or 96.8, ") + _BARE
_PATTERNS = {
    "a-z0-9": Both(
        "chữ thường a-z không dấu và chữ số, nối bằng - _ hoặc .", "small letters a-z and digits, joined by - _ or ."
    ),
    "[0-9a-f]{64}": Both(
        "64 chữ số thập lục phân, như sha256sum in ra", "64 hexadecimal digits, as sha256sum prints them"
    ),
    "[0-9]{2,5}": Both("hai đến năm chữ số trong ngoặc kép: ", "two to five digits in quotes: ") + '"06670"',
}
_LIST, _RECORD = Both("một danh sách", "a list"), Both("một nhóm khóa", "a record")
_SHAPES = {"list_type": _LIST, "tuple_type": _LIST, "model_type": _RECORD, "dict_type": _RECORD}
_LIMITS = {
    "greater_than_equal": ("ge", Both("ít nhất là ", "at least ")),
    "greater_than": ("gt", Both("lớn hơn ", "more than ")),
    "less_than_equal": ("le", Both("nhiều nhất là ", "at most ")),
    "less_than": ("lt", Both("nhỏ hơn ", "less than ")),
}


def problems(model: type[BaseModel], error: ValidationError, file: str, marks: Marks) -> Iterator[Problem]:
    """One problem for each error: at an unknown key, else at the value, or at the record that lacks it.

    A misspelt key is not reported as missing too. Nor are errors that follow from a key with the wrong indentation.
    """
    details = error.errors(include_url=False)[:_LOOKED_AT]
    for at in [
        one["loc"] for one in details if one["type"] == "extra_forbidden" and _belongs_outside(model, one["loc"])
    ]:
        details = [one for one in details if one["loc"] == at or not _follows(one["loc"], at)]
    misspelt = {(*one["loc"][:-1], _likely(model, one["loc"])) for one in details if one["type"] == "extra_forbidden"}
    place = (0, 0)
    for detail in details:
        path: Path = detail["loc"]
        unknown = detail["type"] == "extra_forbidden"
        if detail["type"] == "missing" and path in misspelt:
            continue
        place = marks.key(path) if unknown else marks.value(path)
        yield Problem(file, *place, *_message_and_hint(model, detail))
    if untold := max(0, error.error_count() - _LOOKED_AT):
        yield more(Problem(file, *place, _NOTHING, _NOTHING), untold)


_LOOKED_AT = 5 * MOST  # errors; further ones are only counted


def _belongs_outside(model: type[BaseModel], path: Path) -> bool:
    """Whether an unknown key is a key of a record around its own."""
    around = (_model_at(model, path[:end]) for end in range(len(path) - 1))
    return any(owner is not None and path[-1] in owner.model_fields for owner in around)


def _belongs_inside(model: type[BaseModel], path: Path) -> str | None:
    """The list of a record whose items have an unknown key of that record; None if there is none."""
    owner = _model_at(model, path[:-1])
    for name in owner.model_fields if owner else ():
        inner = _model_at(model, (*path[:-1], name, 0))
        if inner is not None and path[-1] in inner.model_fields:
            return name
    return None


def _follows(path: Path, at: Path) -> bool:
    """Whether a path lies in the same item of a list as another, or in an item after it."""
    if len(at) < 2 or not isinstance(index := at[-2], int):
        return False
    own = path[len(at) - 2 : len(at) - 1]
    return path[: len(at) - 2] == at[:-2] and bool(own) and isinstance(own[0], int) and own[0] >= index


def undecided(model: type[BaseModel], data: Any, file: str, marks: Marks) -> Iterator[Problem]:
    """A problem for every value of a draft that is still to be decided."""
    for path in _undecided(data, ()):
        about = meaning(_model_at(model, path[:-1]), str(path[-1]))
        hint = Both("chú thích ở cuối dòng nêu các khả năng", "the comment on the line names what it may be")
        message = spelled(path) + Both(" chưa quyết định", " still to be decided")
        yield Problem(file, *marks.value(path), message, hint + "; " + about if about.vi else hint)


def _undecided(data: Any, path: Path) -> Iterator[Path]:
    if data == UNDECIDED:
        yield path
    elif isinstance(data, (dict, list)):
        for step, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _undecided(value, (*path, step))


def _likely(model: type[BaseModel], path: Path) -> str | None:
    """The key that an unknown key was probably meant to be."""
    owner = _model_at(model, path[:-1])
    return nearest(str(path[-1]), owner.model_fields) if owner else None


def _message_and_hint(model: type[BaseModel], detail: ErrorDetails) -> tuple[Both, Both]:
    path, kind, value = detail["loc"], detail["type"], detail["input"]
    name, limits = spelled(path), detail.get("ctx", {})
    owner = _model_at(model, path[:-1])
    about = meaning(owner, str(path[-1])) if path else _NOTHING
    if kind == "extra_forbidden":
        known = owner.model_fields if owner else ()
        unknown = Both("khóa lạ ", "unknown property ") + name
        if _belongs_outside(model, path):
            return unknown, Both(f"{path[-1]} thuộc cấp ngoài: xem lại thụt lề",
                                 f"{path[-1]} belongs further out: check the indentation")  # fmt: skip
        near = nearest(str(path[-1]), known)
        if not (near and is_typo(str(path[-1]), near)) and (inner := _belongs_inside(model, path)):
            return unknown, Both(f"{path[-1]} thuộc một mục của {inner}: xem lại thụt lề",
                                 f"{path[-1]} belongs to an item of {inner}: check the indentation")  # fmt: skip
        return unknown, of_list(str(path[-1]), known)
    if kind == "missing":
        missing = Both("thiếu ", "") + name + Both("", " is missing")
        if isinstance(path[-1], int):
            return missing, Both(
                "chỗ này cần hai chỉ tiêu, trong ngoặc vuông: ", "two indicators are expected here, in brackets: "
            ) + "[a, b]"
        return missing, Both("thêm vào: ", "add it: ") + about if about.vi else Both("thêm vào", "add it")
    if value is None:
        hint = Both("điền vào hoặc xóa dòng này", "fill it in or delete the line")
        if owner and path and path[-1] in owner.model_fields and owner.model_fields[path[-1]].is_required():
            hint = Both("điền vào", "fill it in")
        return name + Both(" để trống", " is empty"), hint + ": " + about if about.vi else hint
    told, hint = _of_value(detail, about, limits)
    return name + ": " + told, hint


_NOTHING = Both.same("")


def _of_value(detail: ErrorDetails, about: Both, limits: dict[str, Any]) -> tuple[Both, Both]:
    """Message and hint for a value of the wrong type or form."""
    kind, value = detail["type"], detail["input"]
    shown = _shown(value)
    if kind == "string_type" and isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        told = shown + Both(" là số, mà chỗ này cần chữ", " is a number, but text is expected")
        return told, Both("đặt trong ngoặc kép: ", "put it in quotes: ") + f'"{value}"'
    if kind == "string_type":
        told = shown + Both(" ở chỗ cần chữ", " where text is expected")
        return told, about if about.vi else Both("viết chữ ở đây", "write text here")
    if kind == "string_pattern_mismatch":
        pattern = str(limits.get("pattern", ""))
        hint = next((hint for part, hint in _PATTERNS.items() if part in pattern), about)
        return shown + Both(" không đúng dạng", " is not in the form expected"), hint
    if kind == "string_too_long":
        bound = limits.get("max_length")
        return Both("chữ quá dài", "the text is too long"), Both(
            f"nhiều nhất {bound} ký tự", f"at most {bound} characters"
        )
    if kind == "string_too_short":
        return Both("chữ để trống", "empty text"), about if about.vi else Both("điền vào", "fill it in")
    if kind == "is_instance_of" and limits.get("class") == "Decimal":
        return shown + Both(" không phải là số", " is not a number"), _number(value)
    if kind == "int_type":
        hint = Both("viết số nguyên, không ngoặc kép", "write a whole number without quotes")
        return shown + Both(" không phải số nguyên", " is not a whole number"), hint
    if kind == "bool_type":
        told = shown + Both(" không phải true hay false", " is neither true nor false")
        return told, Both("viết true hoặc false", "write true or false")
    if kind == "enum":
        known = str(limits.get("expected", "")).replace("'", "").replace(" or ", ", ").split(", ")
        told = shown + Both(" không phải từ dùng được ở đây", " is not one of the words known here")
        return told, of_list(str(value), known)
    if kind == "value_error":
        error = limits.get("error")
        if isinstance(error, Refused) and isinstance(value, (str, int)):
            return error.message, error.hint
        return shown + Both(" không phải ngày hay khoảng thời gian", " is not a date or period"), PERIODS
    if kind in _LIMITS:
        limit, hint = _LIMITS[kind]
        return shown + Both(" ngoài khoảng cho phép", " is out of range"), hint + f"{limits[limit]}"
    if kind in ("too_short", "too_long"):
        bound = limits.get("min_length", limits.get("max_length"))
        if kind == "too_short":
            return Both("quá ít mục", "too few items"), Both(f"ít nhất {bound}", f"at least {bound}")
        return Both("quá nhiều mục", "too many items"), Both(f"nhiều nhất {bound}", f"at most {bound}")
    if kind in _SHAPES:
        if limits.get("class_name") == Text.__name__:
            about = Both("viết bằng cả hai thứ tiếng: ", "give the words in both languages: ") + '{vi: "…", en: "…"}'
        told = shown + Both(" ở chỗ cần ", " where ") + _SHAPES[kind] + Both("", " is expected")
        return told, about if about.vi else Both("xem lại thụt lề", "check the indentation")
    told = shown + Both(" không phải giá trị cần ở đây", " is not what is expected here")
    return told, about if about.vi else Both("xem docs/curating.vi.md", "see docs/curating.md")


def _number(value: Any) -> Both:
    """The hint how to write a number that was written as articles print it, or in quotes."""
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", value)).rstrip("%,;.") if isinstance(value, str) else ""
    if re.fullmatch(r"-?[0-9]{1,3}(\.[0-9]{3}){2,}(,[0-9]+)?|-?[0-9]{1,3}(\.[0-9]{3})+,[0-9]+", text):
        text = text.replace(".", "")
    if re.fullmatch(r"-?[0-9]+,[0-9]+", text) and not re.fullmatch(r"-?[0-9]{1,3},[0-9]{3}", text):
        text = text.replace(",", ".")
    if re.fullmatch(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?", text):
        return Both(f"viết {text}, ", f"write {text}, ") + _BARE
    return NUMBERS


def spelled(path: Path) -> Both:
    """A path as a curator reads it: ``figures[2].value``, counting from 1."""
    text = ""
    for step in path:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if text else step
    return Both.same(text) if text else Both("tệp này", "the file")


def _shown(value: Any) -> Both:
    if isinstance(value, dict):
        return _RECORD
    if isinstance(value, list):
        return _LIST
    if isinstance(value, bool):
        return Both.same(str(value).lower())
    text = str(value)
    text = text if len(text) <= 60 else f"{text[:59]}…"
    return Both.same(f'"{text}"' if isinstance(value, str) else text)


def meaning(owner: type[BaseModel] | None, name: str) -> Both:
    """The description of a key, in both languages, as its model gives it; empty if it has none."""
    found = owner.model_fields.get(name) if owner else None
    vi, _, en = (found.description or "" if found else "").partition(" | ")
    return Both(vi, en or vi)


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
