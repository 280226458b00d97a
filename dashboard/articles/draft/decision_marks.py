"""How a field is marked that is to be decided: a value that ``check`` refuses, and a comment with the candidates."""

from __future__ import annotations

import json
from collections.abc import Iterable

from dashboard.articles.draft.proposal import Open
from dashboard.records.scalars import HIDDEN, plain
from dashboard.records.validation_messages import UNDECIDED

DECIDE = UNDECIDED
"""What stands for a value to be decided: no id, date, number or word that is known. Free text is left out (null)."""
MARK = "QUYẾT ĐỊNH / DECIDE"
"""What the comment beside each field to be decided begins with."""

INFERRED = (
    "Câu văn không ghi thời điểm của con số; lấy ngày đăng bài.",
    "The sentence gives no date for the number; the day of publication is taken.",
)


def marked(line: str, what: Open) -> str:
    """A line with its mark: the candidates, then why it is not decided."""
    told = "; ".join(filter(None, (", ".join(what.choices), " / ".join(filter(None, what.why)))))
    return f"{line}  # {MARK}: {comment(told)}".rstrip(": ")


def field(name: str, value: str | Open) -> str:
    """A field of a figure, marked where it is to be decided."""
    return marked(f"    {name}: {DECIDE}", value) if isinstance(value, Open) else f"    {name}: {value}"


def comment(text: str) -> str:
    """A text as it may stand in a comment: on its line, without characters that nobody sees."""
    return HIDDEN.sub("", " ".join(text.split()))


def quoted(text: str) -> str:
    """A text in double quotes, as YAML and JSON both read it, without characters that nobody sees."""
    return json.dumps(HIDDEN.sub("", text), ensure_ascii=False)


def file_name(name: str) -> str:
    """A file's name, quoted where YAML would read it otherwise."""
    simple = name[:1].isalnum() and all(char.isalnum() or char in "_-." for char in name)
    return name if simple and name != UNDECIDED and plain(name) == (name, None) else quoted(name)


def inferred(indent: str) -> list[str]:
    """Why a date is believed that is not printed."""
    return [
        f"{indent}inferred:",
        *(f"{indent}  {key}: {quoted(text)}" for key, text in zip(("vi", "en"), INFERRED, strict=True)),
    ]


def count(texts: Iterable[str]) -> int:
    """How many fields are to be decided in what was written."""
    return sum(f"# {MARK}" in line for text in texts for line in text.splitlines() if not line.startswith("#"))
