"""What the commands print, and the one place that does."""

from __future__ import annotations

import sys

from dashboard.language.printable import harmless


def tell(text: str, *, error: bool = False, end: str = "\n") -> None:
    """Print a text on stdout, or (``error``) on stderr."""
    print(harmless(text), end=end, file=sys.stderr if error else sys.stdout, flush=True)
