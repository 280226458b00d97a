"""Python's search for garbage: it would look through all of the data each time, so it is kept away from it."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def put_off() -> Iterator[None]:
    """No search until the block ends; in the whole process, where one was to be expected at all."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def settle() -> None:
    """Leave all that there is now out of later searches.

    The data of before goes all the same when nothing refers to it any more: it has no cycles that only a search finds.
    """
    gc.freeze()
