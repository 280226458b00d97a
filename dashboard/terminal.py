"""What the commands print, and the one place that does.

Names of files and words of the data may hold characters that a terminal obeys (colours, the cursor, its title) or that
turn round what stands beside them. They are printed as their codes, in the form that JSON has for them too.
"""

from __future__ import annotations

import re
import sys

_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def tell(text: str, *, error: bool = False, end: str = "\n") -> None:
    """Print a text on stdout, or (``error``) on stderr."""
    print(harmless(text), end=end, file=sys.stderr if error else sys.stdout, flush=True)


def harmless(text: str) -> str:
    """A text with nothing in it that a terminal obeys but line feeds and tabs."""
    return _OBEYED.sub(lambda one: f"\\u{ord(one[0]):04x}", text)
