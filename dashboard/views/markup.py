"""Text that comes from outside, as Markdown that shows it and does nothing else."""

from __future__ import annotations

import re

_LONGEST = 80  # characters shown of what a link asked for in vain


def literal(text: str) -> str:
    """Markdown that shows a text as it is: what a link holds may be a link itself, or an image to fetch."""
    text = " ".join(text.split())
    text = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    fence = "`" * (1 + max(map(len, re.findall("`+", text)), default=0))
    return f"{fence} {text} {fence}"


def plain(text: str) -> str:
    """Text from the data that Markdown is not to read as markup."""
    return "".join(f"\\{char}" if char in r"\`*_{}[]()#+-!|<>$~:" else char for char in text)
