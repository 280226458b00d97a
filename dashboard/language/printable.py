"""Text made safe to print: control characters and marks of writing direction are escaped.

File names and data may hold them; a terminal would change its colours, cursor or title, or turn words round. They are
printed as escapes, in the form that JSON has.
"""

from __future__ import annotations

import re

_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def harmless(text: str) -> str:
    """The text with unsafe characters as ``\\u001b`` and the like; line feeds and tabs stay."""
    return _UNSAFE.sub(lambda one: f"\\u{ord(one[0]):04x}", text)
