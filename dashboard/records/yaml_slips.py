"""Finds the typing error that keeps a file from being YAML: an open quotation mark, a missing colon.

A parser only says where it can't go on, often lines below the error. Here common slips are undone one by one, on the
lines up to there, until the file can be parsed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from dashboard.language.bilingual import Both, counted

_KEY = r"[a-z_][a-z0-9_]*"
_CURLY = "“”„‟«»＂"
_ABOVE = 40  # lines above the failure that are tried
_MOST = 120  # tries; fewer for a large file, since a try takes as long as parsing it
_TEXT = 8_000_000  # characters parsed in all tries together
_LINE = 1000  # characters; longer lines are skipped, since some patterns take quadratic time
_OPENED = re.compile(rf'^( *(?:- +)*(?:{_KEY}: +)?)"((?:[^"\\]|\\.)*)$')
_BEHIND_TEXT = re.compile(rf", *{_KEY}: |[}}\]] *$")  # what stands behind a text in brackets
_NO_COLON = re.compile(rf"^( *(?:- +)*)({_KEY})( +[^:#\s].*| *(?:#.*)?)$")
_OTHER_SIGN = re.compile(rf"^( *(?:- +)*)({_KEY}) ?([;=：])( .*|)$")
_NO_SPACE = re.compile(rf"^( *(?:- +)*{_KEY}):([^\s].*)$")
_NO_SPACE_DASH = re.compile(rf"^( *)-({_KEY}:.*)$")
_COLON_INSIDE = re.compile(rf"^( *(?:- +)*{_KEY}: +)([^\"'\[{{#\s].*?) *$")
_QUOTED_TWICE = re.compile(rf'^( *(?:- +)*{_KEY}: +)"(.*)" *$')
_NOT_BEGUN = re.compile(rf"^( *(?:- +)*{_KEY}: +)([@`%&*!|>,\]}}].*?) *$")


NOT_CLOSED = (
    Both("dấu ngoặc kép mở ở đây mà không đóng", "the quotation mark opened here is not closed"),
    Both('thêm " vào cuối chữ', 'add " at the end of the text'),
)


class Slip(NamedTuple):
    """A typing error: line and column from 1, what is wrong, and how to mend it."""

    line: int
    column: int
    message: Both
    hint: Both


class _Mend(NamedTuple):
    slip: Slip
    text: str  # the line as it should be


Fails = Callable[[str], int | None]
"""Gives the line at which a text can't be parsed any further; None if it can be parsed."""


def find_slip(text: str, line: int, fails: Fails) -> Slip | None:
    """The slip that keeps a text from being parsed, which failed at a line; None if no single slip explains it."""
    if conflict := re.search(r"(?m)^(?:<{7}|={7}|>{7})(?: |$)", text):
        message = Both("ở đây còn dấu xung đột khi gộp tệp", "a conflict of a merge was left here")
        hint = Both("chọn một trong hai bản, xóa các dòng <<<<<<<, ======= và >>>>>>>",
                    "keep one of both versions, and delete the lines <<<<<<<, ======= and >>>>>>>")  # fmt: skip
        return Slip(text.count("\n", 0, conflict.start()) + 1, 1, message, hint)
    lines = text.split("\n")
    last = min(line, len(lines))
    keys = set(re.findall(rf"(?m)^ *(?:- +)*({_KEY}):(?= |$)", text))
    best: tuple[int, Slip] | None = None
    for count, mend in enumerate(_mends([one if len(one) <= _LINE else "" for one in lines], last, keys)):
        if count == min(_MOST, max(_TEXT // len(text), 5)):
            break
        at = mend.slip.line - 1
        further = fails("\n".join((*lines[:at], mend.text, *lines[at + 1 :])))
        if further is None:
            return mend.slip
        if further > line and (best is None or further > best[0]):
            best = further, mend.slip
    return best[1] if best else None


def no_colon(key: str) -> Both:
    """The message that a key has no colon behind it."""
    return Both(f"thiếu dấu hai chấm sau {key}", f"the colon behind {key} is missing")


def no_space(key: str) -> Both:
    """The message that no space stands behind the colon."""
    return Both(f"thiếu dấu cách sau {key}:", f"the space behind {key}: is missing")


def _mends(lines: list[str], last: int, keys: set[str]) -> Iterator[_Mend]:
    """Every slip that may explain the failure, the likeliest first."""
    near = range(last, max(0, last - _ABOVE), -1)
    for number in range(last, 0, -1):
        if lines[number - 1].count('"') % 2:
            yield from _unclosed(lines[number - 1], number)
    for number in near:
        yield from _colons(lines[number - 1], number, keys)
    for number in near:
        yield from _brackets(lines[number - 1], number)
    for number in near[:3]:
        yield from _texts(lines[number - 1], number)
    for number in near:
        yield from _colons(lines[number - 1], number, None)
    yield from _indented(lines, near[:4])


def _unclosed(line: str, number: int) -> Iterator[_Mend]:
    for end in _BEHIND_TEXT.finditer(line):
        before = line[: end.start()]
        if before.count('"') % 2:
            mended = f'{before}"{line[end.start() :]}'
            yield _Mend(Slip(number, before.rindex('"') + 1, *NOT_CLOSED), mended)
    opened = _OPENED.match(line)
    if not opened:
        return
    before, after = opened.groups()
    place = number, len(before) + 1
    bare = after.rstrip()
    if bare and bare[-1] in _CURLY:
        message = Both(f'mở bằng " mà đóng bằng {bare[-1]}', f'opened with ", but closed with {bare[-1]}')
        mended = f'"{bare[:-1]}"'
        yield _Mend(Slip(*place, message, Both("viết ", "write ") + _short(mended)), before + mended)
    text, _, comment = after.partition("  #")
    mended = f'{before}"{text.rstrip()}"' + (f"  #{comment}" if comment else "")
    yield _Mend(Slip(*place, *NOT_CLOSED), mended)


def _colons(line: str, number: int, keys: set[str] | None) -> Iterator[_Mend]:
    """A missing colon behind a key of ``keys`` (None: any key), or a missing space behind the colon."""
    if match := _NO_COLON.match(line):
        before, key, after = match.groups()
        if keys is None or key in keys:
            hint = Both("viết ", "write ") + f"{key}:{' …' if after.strip() else ''}"
            column = len(before) + len(key) + 1
            yield _Mend(Slip(number, column, no_colon(key), hint), f"{before}{key}:{after}")
    if keys is None:
        return
    if match := _OTHER_SIGN.match(line):
        before, key, sign, after = match.groups()
        message = Both(f"dấu {sign} ở chỗ của dấu hai chấm", f"{sign} stands where the colon belongs")
        hint = Both("viết ", "write ") + f"{key}:{' …' if after else ''}"
        yield _Mend(Slip(number, len(before) + len(key) + 1, message, hint), f"{before}{key}:{after}")
    if match := _NO_SPACE.match(line):
        key, after = match.groups()
        name = key.split()[-1]
        hint = Both("viết ", "write ") + _short(f"{name}: {after}")
        yield _Mend(Slip(number, len(key) + 2, no_space(name), hint), f"{key}: {after}")
    if match := _NO_SPACE_DASH.match(line):
        before, after = match.groups()
        message = Both("thiếu dấu cách sau dấu gạch đầu dòng", "the space behind the dash is missing")
        yield _Mend(Slip(number, len(before) + 2, message, Both("viết ", "write ") + _short(f"- {after}")),
                    f"{before}- {after}")  # fmt: skip


def _brackets(line: str, number: int) -> Iterator[_Mend]:
    """A bracket that is opened on a line and not closed on it, or closed and not opened."""
    bare = re.sub(r'"(?:[^"\\]|\\.)*"', lambda text: "x" * len(text[0]), line).partition(" #")[0].rstrip()
    waiting: list[tuple[int, str]] = []
    for column, sign in enumerate(bare):
        if sign in "[{":
            waiting.append((column, "]" if sign == "[" else "}"))
        elif sign in "]}":
            if waiting and waiting[-1][1] == sign:
                waiting.pop()
                continue
            message = Both(f"dấu {sign} đóng mà không mở", f"{sign} closes a bracket that nothing opens")
            hint = Both("xóa đi, hoặc mở ngoặc ở phía trước", "delete it, or open the bracket before it")
            yield _Mend(Slip(number, column + 1, message, hint), line[:column] + line[column + 1 :])
            return
    if waiting:
        column, sign = waiting[-1]
        closing = "".join(sign for _, sign in reversed(waiting))
        message = Both(f"dấu {bare[column]} mở ở đây mà không đóng", f"the {bare[column]} opened here is not closed")
        hint = Both(f"thêm {closing} vào cuối", f"add {closing} at the end")
        yield _Mend(Slip(number, column + 1, message, hint), line[: len(bare)] + closing + line[len(bare) :])


def _texts(line: str, number: int) -> Iterator[_Mend]:
    """A text that needs quotes: it holds a colon, begins with a sign of YAML, or has quotes inside quotes."""
    for pattern in (_COLON_INSIDE, _NOT_BEGUN):
        if match := pattern.match(line):
            before, text = match.groups()
            quoted = '"' + text.replace('"', "”") + '"'
            message = Both("chữ này phải đặt trong ngoặc kép", "this text needs quotes")
            hint = Both("viết ", "write ") + _short(quoted)
            yield _Mend(Slip(number, len(before) + 1, message, hint), before + quoted)
    if (match := _QUOTED_TWICE.match(line)) and '"' in match[2]:
        before, text = match.groups()
        message = Both("trong ngoặc kép lại có ngoặc kép", "there are quotation marks inside quotation marks")
        hint = Both('viết \\" ở bên trong, hoặc “ ”', 'write \\" inside, or “ ”')
        yield _Mend(Slip(number, len(before) + 1, message, hint), f'{before}"{text.replace(chr(34), "”")}"')


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:58]}…{text[-1]}"


def _indented(lines: list[str], near: range) -> Iterator[_Mend]:
    """A line whose indentation differs from its neighbours'; first the one whose indentation is the rarest."""
    depths = Counter(len(one) - len(one.lstrip(" ")) for one in lines if one.strip())
    tries = []
    for number in near:
        line = lines[number - 1]
        own = len(line) - len(line.lstrip(" "))
        if line.strip() and not line.lstrip().startswith("#"):
            others = {*depths, *range(max(0, own - 2), own + 3)} - {own}
            tries += [(depths[own], abs(other - own), -depths[other], other % 2, -number, other) for other in others]
    for *_, below, other in sorted(tries):
        number = -below
        bare = lines[number - 1].lstrip(" ")
        own = len(lines[number - 1]) - len(bare)
        message = Both("dòng này thụt vào ", "this line is indented by ") + counted(own, "dấu cách", "space")
        message += Both(", lệch với các dòng bên cạnh", ", not as those around it")
        hint = Both(f"thụt vào {other} dấu cách", f"indent it by {other}")
        yield _Mend(Slip(number, own + 1, message, hint), " " * other + bare)
