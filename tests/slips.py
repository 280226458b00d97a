"""Slips of the hand, made by machine on every line of a file where they can be made: what a curator mistypes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

Slip = Callable[[str], str | None]
"""A line as it is mistyped; None where it can't be mistyped like that."""

KEY = re.compile(r"^( *(?:- )?)([a-z_0-9]+):( .+|)$")


def _keyed(make: Callable[[str, str, str], str | None]) -> Slip:
    def slip(line: str) -> str | None:
        found = KEY.match(line)
        return make(*found.groups()) if found else None

    return slip


def _quoted(make: Callable[[str], str]) -> Slip:
    """On lines that end with one text in straight quotes, alone behind its key."""

    def slip(line: str) -> str | None:
        found = re.fullmatch(r'( *(?:- )?[a-z_]+: )"([^"]*)"', line)
        return found[1] + make(found[2]) if found else None

    return slip


LINES: dict[str, Slip] = {
    "no colon": _keyed(lambda before, key, value: f"{before}{key}{value}" if value else f"{before}{key}"),
    "no space behind the colon": _keyed(lambda before, key, value: f"{before}{key}:{value[1:]}" if value else None),
    "no space behind the dash": lambda line: line.replace("- ", "-", 1) if re.match(r" *- ", line) else None,
    "a quotation not closed": _quoted(lambda text: f'"{text}'),
    "a quotation not opened": _quoted(lambda text: f'{text}"'),
    "curly quotes": _quoted(lambda text: f"“{text}”"),
    "a curly quote at the end": _quoted(lambda text: f'"{text}”'),
    "a curly quote at the beginning": _quoted(lambda text: f'“{text}"'),
    "curly quotes inside straight ones": lambda line: (
        re.sub(r'"([^"]*)"', r'"“\1”"', line) if line.lstrip(" -").startswith("printed: ") else None
    ),
    "a no-break space before the text": _quoted(lambda text: f'"\u00a0{text}"'),
    "a no-break space behind the text": _quoted(lambda text: f'"{text}\u00a0"'),
    "a no-break space behind the colon": _keyed(lambda a, key, value: f"{a}{key}:\u00a0{value[1:]}" if value else None),
    "a no-break space more behind the colon": _keyed(
        lambda a, key, value: f"{a}{key}: \u00a0{value[1:]}" if value else None
    ),
    "an invisible character": _keyed(lambda a, key, value: f"{a}{key}:{value[:3]}\u200b{value[3:]}" if value else None),
    "one space too far in": lambda line: f" {line}" if line.startswith(" ") and "- {" not in line else None,
    "one space too far out": lambda line: line[1:] if line.startswith(" ") and "- {" not in line else None,
    "a tab": lambda line: f"\t{line.lstrip(' ')}" if line.startswith(" ") else None,
    "a bracket not closed": lambda line: line[:-1] if line[-1] in "]}" else None,
    "the same key twice": lambda line: (
        f"{line}\n{line.replace('- ', '  ', 1)}" if KEY.match(line) and ": " in line else None
    ),
    "two letters of the key swapped": _keyed(
        lambda a, key, value: (
            f"{a}{key[0]}{key[2]}{key[1]}{key[3:]}:{value}" if len(key) > 3 and key[1] != key[2] else None
        )
    ),
    "a letter of an id left out": lambda line: (
        re.sub(r"^( *(?:- )?(?:indicator|locality|scheme|article|theme|parent|part_of): )([a-z])([a-z])", r"\1\2", line)
        if re.match(r" *(?:- )?(?:indicator|locality|scheme|article|theme|parent|part_of): [a-z]", line)
        else None
    ),
    "a date with strokes": lambda line: (
        re.sub(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", r"\3/\2/\1", line)
        if re.search(r"(as_of|date|curated): ?[0-9]{4}-[0-9]{2}-[0-9]{2}", line)
        else None
    ),
    "a day that does not exist": lambda line: (
        re.sub(r"((?:as_of|date|curated): ?[0-9]{4})-[0-9]{2}-[0-9]{2}", r"\1-02-30", line)
        if re.search(r"(as_of|date|curated): ?[0-9]{4}-[0-9]{2}-[0-9]{2}", line)
        else None
    ),
    "a decimal comma": lambda line: (
        re.sub(r": ([0-9]+)\.([0-9]+)$", r": \1,\2", line) if re.search(r": [0-9]+\.[0-9]+$", line) else None
    ),
    "a number in quotes": lambda line: (
        re.sub(r"value: ([0-9.]+)$", r'value: "\1"', line) if "value: " in line else None
    ),
    "still to be decided": lambda line: (
        re.sub(r": .*", ": decide", line)
        if re.match(r" *(?:- )?(?:indicator|value|locality|scheme|as_of|base|hedge|reason|grade): \S", line)
        else None
    ),
}


def slips(text: str) -> Iterator[tuple[str, int, str]]:
    """Kind, line (from 1) and the whole text with the slip on it."""
    lines = text.split("\n")
    for kind, slip in LINES.items():
        for at, line in enumerate(lines):
            if not line.strip() or line.lstrip().startswith("#"):
                continue
            wrong = slip(line)
            if wrong is not None and wrong != line:
                yield kind, at + 1 + wrong.count("\n"), "\n".join((*lines[:at], wrong, *lines[at + 1 :]))
