"""The bytes of a YAML file as text: UTF-8, with line feeds only, and no character that can't be seen."""

from __future__ import annotations

import re

from dashboard.language.bilingual import Both, counted
from dashboard.records.scalars import DELETE, HIDDEN, SPACE
from dashboard.records.yaml_refusals import Place, Refusals, StopReading

_SPACE_OUTSIDE = re.compile(
    rf"(?m)^(?! *#)[ -]*(?:[a-z_0-9]+ *:? ?(?={SPACE} *:|(?<=:){SPACE}|(?<=: ){SPACE}))?({SPACE})"
)
"""A special space in an indentation or at a colon, which YAML takes for a part of the key or value."""


def decode(raw: bytes, refusals: Refusals) -> str:
    """The bytes as text, without a byte order mark. Raises StopReading if a character is refused."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8-sig", "replace")
        message = Both("từ đây tệp không phải UTF-8", "the file is not UTF-8 from here")
        raise refusals.stop(place_after(before), message, Both("lưu lại ở dạng UTF-8", "save it as UTF-8")) from error
    text = text.replace("\r\n", "\n")
    found: dict[str, list[int]] = {}
    for one in HIDDEN.finditer(text):
        found.setdefault(one[0], []).append(one.start())
    for one in _SPACE_OUTSIDE.finditer(text):
        found.setdefault(one[1], []).append(one.start(1))
    for sign, places in found.items():
        _refuse_unseen(refusals, text, sign, places)
    if refusals:
        raise StopReading
    return text


def _refuse_unseen(refusals: Refusals, text: str, sign: str, places: list[int]) -> None:
    """Add one problem for all places of a character that can't be seen, at the first of them."""
    code = f"U+{ord(sign):04X}"
    message, hint = Both(f"ký tự không nhìn thấy, {code}", f"a character that can't be seen, {code}"), DELETE
    if sign == "\t":
        message = Both("có dấu tab ở đây", "a tab stands here")
        hint = Both("dùng dấu cách", "use spaces")
    elif re.fullmatch(SPACE, sign):
        message = Both(f"có dấu cách đặc biệt ở đây, {code}", f"a special space stands here, {code}")
        hint = Both("thay bằng dấu cách thường", "put an ordinary space in its place")
    if more := len(places) - 1:
        message += Both(", và ", ", and in ") + counted(more, "chỗ nữa", "more place") + Both(" bên dưới", " below")
    refusals.add(place_after(text[: places[0]]), message, hint)


def place_after(text: str) -> Place:
    """The place of the character behind a text."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return len(lines), len(lines[-1]) + 1
