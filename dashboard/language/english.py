"""English nouns after the number 1: units are declared as they stand after other numbers, "Party cells"."""

from __future__ import annotations

import re
from typing import Final

_REST: Final = re.compile(r"(?:^|\s)(?:per|of|in|under|with|for)\s.*|\sand\s")
"""Where the counted noun of a unit ends: "members per year"; of two nouns each is one."""
_OTHERS: Final = {"people": "person", "men": "man", "women": "woman", "staff": "member of staff"}


def singular(unit: str) -> str:
    """A unit as it stands after 1: "Party cell", "hamlet and residential group", "member per year", "person"."""
    end = _REST.search(unit)
    if end and end.group().strip() == "and":
        return f"{_noun(unit[: end.start()])} and {singular(unit[end.end() :])}"
    return _noun(unit[: end.start()]) + end.group() if end else _noun(unit)


def _noun(phrase: str) -> str:
    """A noun phrase whose last word is the noun, in the singular; what is no plural stays."""
    before, space, noun = phrase.rpartition(" ")
    if noun in _OTHERS:
        return before + space + _OTHERS[noun]
    if noun.endswith("ies") and len(noun) > 4:
        return f"{before}{space}{noun[:-3]}y"
    if re.search(r"(?:ss|sh|ch|x)es$", noun):
        return f"{before}{space}{noun[:-2]}"
    return f"{before}{space}{noun[:-1]}" if re.search(r"[^s]s$", noun) else phrase
