"""One newspaper for all tests of a module."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.articles.fetch.newspaper import Newspaper, newspaper


@pytest.fixture(scope="module")
def paper() -> Iterator[Newspaper]:
    """A server with no page yet."""
    with newspaper() as one:
        yield one
