"""What every page begins with: the data as it is now, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable

from dashboard import store
from dashboard.settings import Settings
from dashboard.views import faults


def show(page: Callable[[store.Good], None]) -> None:
    """Show a page on the data, or why there is none; above it what is broken, while the last good data stays."""
    good, problems = store.current(Settings.from_environment().root)
    if good is None:
        faults.nothing_to_show(problems)
        return
    if problems:
        faults.banner(problems)
    page(good)
