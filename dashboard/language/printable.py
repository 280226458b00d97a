"""A text made safe to print: no character in it that a terminal obeys, or that turns words round.

Names of files and words of the data may hold such characters (colours, the cursor, its title). They are printed as
their codes, in the form that JSON has for them too."""

from __future__ import annotations

import re

_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def harmless(text: str) -> str:
    """A text with nothing in it that a terminal obeys, or that turns words round, but line feeds and tabs."""
    return _OBEYED.sub(lambda one: f"\\u{ord(one[0]):04x}", text)
